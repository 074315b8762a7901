//! The yearly circular on statsbidraget för läkemedelsförmånerna.

mod avdrag;
pub mod data;
mod settlement;
mod solidariskt;
mod tables;

use self::data::{
    Aterbaringslage, Avrakningsgrupp, Avrundat, Behovsmodell, Cirkular, Efterat, ErsattAndel,
    Komponent, Nyckel, Overenskommelse, Ovriga, OvrigtAndamal, Register, Statsbidrag, Utbetalning,
    VinstForlust,
};
use super::own_words::egna;
use super::{Document, single};
use crate::contract::{Country, Fact, Maybe, lakemedel as contract};
use crate::quantity::{Andel, Exact, Kronor};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::issuer::Utgivare;
use crate::report::lists::{Person, RegionSiffra, Regionlista};
use crate::report::number::Siffra;
use crate::report::paper::Paper;
use crate::report::residual::Avrundningsregel;
use crate::report::text_table::Texttabell;
use crate::report::{self, Number, NumberFormat, View};
use crate::swedish;

const MNKR: NumberFormat = NumberFormat::MnkrAtMost(6);
const KR: NumberFormat = NumberFormat::Decimals(0);
const PROCENT: NumberFormat = NumberFormat::Percent(4);

/// The circular.
pub const CIRKULARET: Document = Document {
    id: "cirkular",
    name: "Cirkulär om statsbidraget för läkemedelsförmånerna",
    grant: &["lakemedel"],
    also: &[],
    per_region: false,
    template: "cirkular/main.typ.tera",
    edition: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |view| cirkular(view, ar)),
    schema: report::schema::<Cirkular>,
};

fn cirkular(view: &View<'_>, ar: i32) -> Cirkular {
    let personer = view.fact(&contract::PERSONER);
    let utgivare = Utgivare::of(view, &contract::UTGIVARE);
    let register = register(view, &personer);
    let overenskommelse = overenskommelse(view);
    let avdrag = avdrag::avdrag(view);
    let vinst_forlust = vinst_forlust(view);
    let utbetalning = utbetalning(view);
    let statsbidrag = statsbidrag(view, ar);
    let behovsmodell = behovsmodell(view, ar);
    let solidariskt = solidariskt::solidariskt(view, ar);
    let forandring = tables::forandring(view, ar);
    let forandring_solidariskt = tables::forandring_solidariskt(view, ar);
    let titel = register.rubrik.clone();
    let huvud = Huvud::of(titel, register.datum.clone());
    Cirkular {
        huvud,
        ar,
        foregaende_ar: ar - 1,
        antal_regioner: Region::all().len(),
        utgivare,
        register,
        overenskommelse,
        avdrag,
        efterat: efterat(view),
        vinst_forlust,
        utbetalning,
        statsbidrag,
        behovsmodell,
        solidariskt,
        forandring,
        forandring_solidariskt,
        egna: egna(view, &view.fact(&contract::EGNA_STYCKEN), &contract::CIRKULARET, None),
        kontakter: Person::who(&personer, "kontakt"),
        undertecknare: Person::who(&personer, "undertecknare"),
    }
}

fn register(view: &View<'_>, personer: &[crate::contract::Person]) -> Register {
    Register {
        nummer: view.fact(&contract::CIRKULAR_NUMMER),
        diarienummer: view.fact(&contract::CIRKULAR_DIARIENUMMER),
        datum: view.fact(&contract::CIRKULAR_DATUM).into(),
        avdelning: view.fact(&contract::CIRKULAR_AVDELNING),
        handlaggare: Person::who(personer, "handläggare"),
        mottagare: view.fact(&contract::MOTTAGARE),
        rubrik: view.fact(&contract::CIRKULAR_RUBRIK),
        ersatter: view.maybe_fact(&contract::CIRKULAR_ERSATTER),
        bilagor: view.maybe_fact(&contract::CIRKULAR_BILAGOR),
    }
}

fn overenskommelse(view: &View<'_>) -> Overenskommelse {
    let rader = ovriga(view);
    let komponenter = view.fact(&contract::KOMPONENTRADER);
    let foregaende = view.fact(&contract::FOREGAENDE_KOMPONENTRADER);
    let vantas = is_net(view) && aterbaringslage(view) == Aterbaringslage::Vantas;
    Overenskommelse {
        netto: is_net(view),
        flera: komponenter.len() > 1,
        nya: lacking(&komponenter, &foregaende),
        borttagna: lacking(&foregaende, &komponenter),
        aterbaring_avser: avser(&komponenter),
        komponenter: komponenter.iter().map(|rad| komponent(view, rad)).collect(),
        aterbaringslage: aterbaringslage(view),
        ovriga: Ovriga { flera: rader.len() > 1, rader },
        godkand_skr: view.fact(&contract::AVTAL_GODKANT_SKR).into(),
        godkand_regeringen: view.fact(&contract::AVTAL_GODKANT_REGERINGEN).into(),
        regeringsbeslut: view.fact(&contract::AVTAL_REGERINGSBESLUT),
        diarienummer: view.fact(&contract::AVTAL_DIARIENUMMER),
        prognos_socialstyrelsen: view.fact(&contract::PROGNOS_SOCIALSTYRELSEN).into(),
        prognos_tlv: vantas.then(|| view.fact(contract::PROGNOS_TLV.kept()).into()),
        brutto: view.figure(&contract::BRUTTO).shown_as(MNKR),
        aterbaring_andel: view.figure(&contract::ATERBARING_ANDEL).shown_as(PROCENT),
        aterbaring: view.figure(&contract::ATERBARING).shown_as(MNKR),
        netto_belopp: view.figure(&contract::NETTO).shown_as(MNKR),
        ovrigt: view.figure(&contract::OVRIGT).shown_as(MNKR),
        totalt: agreed(view).unwrap_or_else(|| view.figure(&contract::TOTALT)).shown_as(MNKR),
        totalt_avrundat: agreed(view).map(|_| Avrundat {
            delarna: view.figure(&contract::TOTALT).shown_as(MNKR),
            noggrannhet: view.figure(contract::TOTALT_NOGGRANNHET.kept()).shown_as(MNKR),
            hela_miljoner: view.figure(contract::TOTALT_NOGGRANNHET.kept()).exact()
                == Exact::from(1_000_000),
        }),
        tabell1: tables::table1(view, is_net(view)),
    }
}

fn komponent(view: &View<'_>, rad: &contract::Komponent) -> Komponent {
    Komponent {
        avser: rad.avser.clone(),
        belopp: view.figure(&contract::KOMPONENT.at(&rad.id)).shown_as(MNKR),
        andel: andel(view, rad),
    }
}

/// The components of a year that another year lacks.
fn lacking(of: &[contract::Komponent], other: &[contract::Komponent]) -> Option<String> {
    let own = of.iter().filter(|rad| other.iter().all(|annan| annan.id != rad.id));
    let own: Vec<_> = own.map(|rad| rad.avser.as_str()).collect();
    (!own.is_empty()).then(|| swedish::enumeration(&own))
}

/// The share of a component's cost that is compensated, where that is not all of it.
fn andel(view: &View<'_>, rad: &contract::Komponent) -> Option<Siffra> {
    let andel = view.figure(&contract::ERSATT_ANDEL.at(&rad.id));
    (andel.exact() != Exact::from(1)).then(|| andel.shown_as(PROCENT))
}

/// The components whose återbäring is subtracted, where that is some of them.
fn avser(rader: &[contract::Komponent]) -> Option<String> {
    let netto = rader.iter().filter(|rad| rad.aterbaring);
    let netto: Vec<_> = netto.map(|rad| rad.avser.clone()).collect();
    let some = !netto.is_empty() && netto.len() < rader.len();
    some.then(|| swedish::enumeration(&netto))
}

/// Whether the grant is net of the state's share of återbäring.
fn is_net(view: &View<'_>) -> bool {
    let [_, netto] = contract::SLAG;
    view.fact(&contract::BIDRAGETS_SLAG) == netto
}

/// The purposes beside the components.
fn ovriga(view: &View<'_>) -> Vec<OvrigtAndamal> {
    let andamal = (1..).zip(view.fact(&contract::OVRIGA_ANDAMAL));
    let rad = |(nummer, andamal): (u32, String)| OvrigtAndamal {
        andamal,
        belopp: view.figure(contract::OVRIGT_RAD.at(nummer).kept()).shown_as(MNKR),
    };
    andamal.map(rad).collect()
}

/// The total as it was agreed, where that is not what the parts give.
fn agreed(view: &View<'_>) -> Option<Number> {
    let agreed = view.maybe_figure(&contract::TOTALT_KONTROLL)?;
    (agreed.exact() != view.figure(&contract::TOTALT).exact()).then_some(agreed)
}

fn aterbaringslage(view: &View<'_>) -> Aterbaringslage {
    if !view.figure(&contract::ATERBARING).exact().is_zero() {
        Aterbaringslage::Vantas
    } else if view.figure(&contract::ATERBARING_ANDEL).exact().is_zero() {
        Aterbaringslage::DelasInte
    } else {
        Aterbaringslage::IngenVantas
    }
}

fn efterat(view: &View<'_>) -> Efterat {
    let andel = view.figure(&contract::ATERBARING_ANDEL);
    let aterbaring = !is_net(view) && !andel.exact().is_zero();
    let avdrag = view.fact(&contract::AVDRAGSRADER);
    let regleras = avdrag.iter().filter(|rad| rad.regleras.is_some());
    let regleras: Vec<_> = regleras.map(|rad| rad.andamal.as_str()).collect();
    Efterat {
        avraknas: aterbaring || !view.fact(&contract::AVRAKNINGSGRUPPER).is_empty(),
        aterbaring,
        avdrag: (!regleras.is_empty()).then(|| swedish::enumeration(&regleras)),
    }
}

fn vinst_forlust(view: &View<'_>) -> VinstForlust {
    let [_, befolkning] = contract::NYCKEL;
    let [avtalad, _] = contract::NYCKELGRUND;
    let grupper = view.fact(&contract::AVRAKNINGSGRUPPER);
    let utanfor =
        view.fact(&contract::KOMPONENTRADER).into_iter().filter(|rad| rad.grupp.is_none());
    let utanfor: Vec<_> = utanfor.map(|rad| rad.avser).collect();
    let delas_delvis = !grupper.is_empty() && !utanfor.is_empty();
    VinstForlust {
        utanfor: delas_delvis.then(|| swedish::capitalized(&swedish::enumeration(&utanfor))),
        flera: grupper.len() > 1,
        grans_andel: alike(view, &grupper).map(|grans| grans.shown_as(PROCENT)),
        ersatta: ersatta(view),
        foregaende: settlement::before(view, &grupper),
        grupper: grupper.iter().map(|grupp| avrakningsgrupp(view, grupp)).collect(),
        nyckel: Nyckel {
            efter_statsbidrag: view.fact(&contract::VINST_FORLUST_NYCKEL) != befolkning,
            avtalad: view.fact(&contract::VINST_FORLUST_NYCKEL_GRUND) == avtalad,
            befolkningsdag: view.fact(&contract::VINST_FORLUST_BEFOLKNINGSDAG).into(),
        },
        avraknas: swedish::month_and_year(view.fact(&contract::VINST_FORLUST_AVRAKNAS)),
        regleras: swedish::month_and_year(view.fact(&contract::VINST_FORLUST_REGLERAS)),
    }
}

/// The limit on either side of every base, where it is one.
fn alike(view: &View<'_>, grupper: &[contract::Avrakningsgrupp]) -> Option<Number> {
    let granser = [contract::GRANSEN_UPPAT, contract::GRANSEN_NEDAT];
    let mut all = grupper.iter().flat_map(|grupp| granser.clone().map(|grans| grans.at(&grupp.id)));
    let first = view.figure(all.next()?.kept());
    all.all(|grans| view.figure(grans.kept()).exact() == first.exact()).then_some(first)
}

/// The components that are settled at less than their whole cost.
fn ersatta(view: &View<'_>) -> Vec<ErsattAndel> {
    let rader = view.fact(&contract::KOMPONENTRADER).into_iter().filter(|rad| rad.grupp.is_some());
    let ersatt = |rad: contract::Komponent| {
        Some(ErsattAndel { andel: andel(view, &rad)?, avser: rad.avser })
    };
    rader.filter_map(ersatt).collect()
}

fn avrakningsgrupp(view: &View<'_>, grupp: &contract::Avrakningsgrupp) -> Avrakningsgrupp {
    let id = &grupp.id;
    let percent = |promise: &Maybe<Country<Andel>>| view.figure(promise.kept()).shown_as(PROCENT);
    let mnkr = |promise: &Maybe<Country<Kronor>>| view.figure(promise.kept()).shown_as(MNKR);
    Avrakningsgrupp {
        namn: grupp.avser.clone(),
        rubrik: swedish::capitalized(&grupp.avser),
        allt: grupp.komponenter.len() == view.fact(&contract::KOMPONENTRADER).len(),
        flera: grupp.komponenter.len() > 1,
        netto: grupp.netto,
        uppat: percent(&contract::GRANSEN_UPPAT.at(id)),
        nedat: percent(&contract::GRANSEN_NEDAT.at(id)),
        statens_andel: percent(&contract::STATENS_ANDEL.at(id)),
        bas: mnkr(&contract::AVRAKNING_BAS.at(id)),
        grans_nedre: mnkr(&contract::AVRAKNING_NEDRE.at(id)),
        grans_ovre: mnkr(&contract::AVRAKNING_OVRE.at(id)),
    }
}

fn utbetalning(view: &View<'_>) -> Utbetalning {
    Utbetalning {
        plan: view.fact(&contract::MANADSPLAN).then(|| plan(view)),
        plan_i_belopp: view.maybe_figure(&contract::MANADSPLAN_BELOPP.at(1)).is_some(),
        efterslap: view.count(&contract::EFTERSLAP),
        efterslap_i_ord: swedish::count_in_words(view.count(&contract::EFTERSLAP)),
        forsta_kostnadsmanad: swedish::month_and_year(view.fact(&contract::FORSTA_KOSTNADSMANAD)),
        forsta_betalningsmanad: swedish::month_and_year(
            view.fact(&contract::FORSTA_BETALNINGSMANAD),
        ),
        sista_betalningsmanad: swedish::month_and_year(view.fact(&contract::SISTA_BETALNINGSMANAD)),
    }
}

/// What is paid for each month that something is paid for, and when.
fn plan(view: &View<'_>) -> Texttabell {
    let first = view.fact(&contract::FORSTA_KOSTNADSMANAD);
    let january = first.previous(first.number() - 1);
    let efterslap: u32 = view.count(&contract::EFTERSLAP);
    let andel = |nummer: usize| view.figure(contract::MANADSPLAN_ANDEL.at(nummer).kept());
    // All with as many decimals as the one that needs most, so that the digits stand under each other.
    let pays = |nummer: &usize| !andel(*nummer).exact().is_zero();
    let decimaler =
        (1..=12).filter(pays).map(|nummer| andel(nummer).shown_as(PROCENT).decimaler).max();
    let decimaler = u32::try_from(decimaler.unwrap_or(0)).unwrap_or(0);
    let manad = |(efter, nummer): (u32, usize)| {
        let kostnad = january.later(efter);
        let belopp = view.maybe_figure(&contract::MANADSPLAN_BELOPP.at(nummer));
        let cells = [
            swedish::month_and_year(kostnad.later(efterslap)).into(),
            belopp.map(|belopp| belopp.shown_as(KR)).into(),
            andel(nummer).shown_as(NumberFormat::PercentDecimals(decimaler)).into(),
        ];
        (swedish::month_and_year(kostnad), cells)
    };
    let columns = [
        ("Betalas ut i", false),
        ("Belopp till alla regioner, kr", true),
        ("Andel av årets bidrag, procent", true),
    ];
    Texttabell::of("Månadsplan", "Avser kostnader i", columns)
        .rows((0..12).zip(1..=12).filter(|(_, nummer)| pays(nummer)).map(manad))
        .without_empty()
}

fn statsbidrag(view: &View<'_>, ar: i32) -> Statsbidrag {
    let slag = view.fact(&contract::BIDRAGETS_SLAG);
    let avrundning = Avrundningsregel::with_name(&view.fact(&contract::RESIDUAL));
    Statsbidrag {
        avrundning,
        restregion: view
            .maybe_fact(&contract::RESIDUAL_REGION)
            .filter(|_| avrundning == Avrundningsregel::Explicit),
        befolkning_datum: view.fact(&contract::BEFOLKNINGSDAG).into(),
        foregaende: view.figure(&contract::FOREGAENDE_STATSBIDRAG).shown_as(KR),
        netto: is_net(view),
        brott_brutto_netto: slag != view.fact(&contract::FOREGAENDE_SLAG),
        forandring: view.figure(&contract::FORANDRING).forandring(KR),
        forandring_procent: view
            .figure(&contract::FORANDRING_ANDEL)
            .forandring(NumberFormat::Percent(1)),
        tabell2: tables::tabell2(view, ar),
        tabell5: tables::tabell5(view),
    }
}

fn behovsmodell(view: &View<'_>, ar: i32) -> Behovsmodell {
    let grupper = view.fact(&contract::GRUPPER);
    let lista =
        |promise: &Fact<Vec<Region>>| view.fact(promise).into_iter().collect::<Regionlista>();
    let ytterst = |promise: &Fact<Region>| {
        let region = view.fact(promise);
        RegionSiffra::new(region, view.in_region(region, &contract::BEHOVSMODELL).shown_as(KR))
    };
    let medel = view.figure(&contract::BEHOVSMODELL).shown_as(KR);
    let medel_foregaende = view.figure(&contract::FOREGAENDE_BEHOVSMODELL).shown_as(KR);
    let nivaeffekt = view.figure(&contract::BEHOVSMODELL_DIFFERENS).forandring(KR);
    Behovsmodell {
        ur_grupper: view.fact(&contract::BEHOVSMODELL_UR_GRUPPER),
        grupp_datum: view.fact(&contract::GRUPPDAG).into(),
        antal_grupper: swedish::count_in_words(grupper.len()),
        grupper: per_alder(&grupper),
        nivaeffekt: nivaeffekt.between(&medel_foregaende, &medel),
        medel,
        medel_foregaende,
        hogst: ytterst(&contract::BEHOVSMODELL_HOGST),
        lagst: ytterst(&contract::BEHOVSMODELL_LAGST),
        starkare: lista(&contract::BEHOVSMODELL_STARKARE),
        svagare: lista(&contract::BEHOVSMODELL_SVAGARE),
        minskar: lista(&contract::BEHOVSMODELL_MINSKAR),
        tabell3: tables::tabell3(view, ar),
    }
}

fn per_alder(grupper: &[contract::Grupp]) -> Option<Texttabell> {
    let rows = grupper.chunk_by(|ena, andra| ena.alder == andra.alder).map(|lika| {
        let alder = lika.first().map(|grupp| grupp.alder.to_owned()).unwrap_or_default();
        let uppdelning: Vec<_> = lika.iter().map(|grupp| grupp.uppdelning).collect();
        (alder, [uppdelning.join("; ").into()])
    });
    let indelning = "Indelning efter inkomst (under eller över medianen), utbildning och boende";
    let table = Texttabell::of("Behovsmodellens grupper", "Ålder", [(indelning, false)]);
    (!grupper.is_empty()).then(|| table.rows(rows))
}
