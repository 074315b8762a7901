//! The settlement of profit and loss between state and regions for the agreement year before the budget
//! year: the paper behind an adjustment of a payment. There is one only if something was settled.

pub mod data;
mod tables;

use std::collections::BTreeMap;

use self::data::{
    Aterbaring, Avrundning, Avstamning, Avtal, Beslut, Del, Ersatt, Exempel, Exempeldel,
    Fordelning, Granser, Reglering,
};
use super::{Document, single};
use crate::contract::lakemedel::{self, Avrakningsgrupp, NYCKEL, NYCKELGRUND};
use crate::contract::regleringsbrev::{self as contract, Justering, Justeringsrad, Lage};
use crate::contract::{Country, Maybe};
use crate::quantity::{Andel, Exact, Kronor};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::number::{Datum, Riktning};
use crate::report::paper::Paper;
use crate::report::{self, Number, NumberFormat, View};
use crate::swedish;

const KR: NumberFormat = NumberFormat::Decimals(0);
const MNKR: NumberFormat = NumberFormat::MnkrAtMost(6);
const PROCENT: NumberFormat = NumberFormat::Percent(4);

/// The settlement.
pub const AVSTAMNINGEN: Document = Document {
    id: "avstamning",
    name: "Avstämning av vinst och förlust för läkemedelsförmånerna",
    grant: &[lakemedel::GRANT, contract::GRANT],
    also: &[],
    per_region: false,
    template: "avstamning/main.typ.tera",
    edition: |document, report, ar| {
        let avstamt = report.stated(ar, &contract::AVSTAMNING);
        avstamt.map(|_| single(document, report, ar)).unwrap_or_default()
    },
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |view| avstamning(view, ar)),
    schema: report::schema::<Avstamning>,
};

/// A part as the contract knows it, and as it is shown.
type Delen = (Avrakningsgrupp, Del);

fn avstamning(view: &View<'_>, ar: i32) -> Avstamning {
    let avstamt = view.fact(contract::AVSTAMNING.kept());
    let delar: Vec<Delen> =
        avstamt.delar.iter().map(|(del, lage)| (del.clone(), delen(view, del, *lage))).collect();
    let beslut = beslut(view);
    let titel = format!("Avstämning av läkemedelsförmånerna {}", ar - 1);
    let datum = beslut.datum.clone();
    Avstamning {
        budgetar: ar,
        avtalsar: ar - 1,
        huvud: Huvud::of(titel, datum).of_decision(beslut.utkast),
        beslut,
        avtal: avtal(view, ar - 1),
        flera: delar.len() > 1,
        aterbaring: aterbaring(view, &delar),
        granser: granser(view, &delar),
        ersatta: ersatta(view, &delar),
        summa: view.figure(contract::AVSTAMNING_BELOPP.kept()).forandring(KR),
        regionerna: view.figure(contract::AVSTAMNING_TOTALT.kept()).forandring(KR),
        fordelning: fordelning(view, avstamt.befolkningsdag.into()),
        regleringar: regleringar(view, &delar, avstamt.exempel),
        exempel: example(view, &delar, avstamt.exempel),
        tabell1: tables::table1(view, &delar, ar - 1),
        tabell2: tables::tabell2(view, &delar, ar - 1),
        diagram1: tables::diagram(view, &delar, ar - 1),
        diagram1_text: tables::diagrammets_text(&delar, ar - 1),
        delar: delar.into_iter().map(|(_, del)| del).collect(),
    }
}

fn beslut(view: &View<'_>) -> Beslut {
    Beslut {
        utkast: view.fact(&contract::BESLUT_STATUS) == contract::UTKAST,
        myndighet: view.fact(&contract::BESLUT_MYNDIGHET),
        departement: view.fact(&contract::BESLUT_DEPARTEMENT),
        nummer: view.fact(&contract::BESLUT_NUMMER),
        datum: view.fact(&contract::BESLUT_DATUM).into(),
        diarienummer: view.fact(&contract::BESLUT_DIARIENUMMER),
        mottagare: view.fact(&contract::BESLUT_MOTTAGARE),
    }
}

fn avtal(view: &View<'_>, avtalsar: i32) -> Avtal {
    let avtal = view.fact(&contract::AVTAL).into_iter().find(|avtal| avtal.avtalsar == avtalsar);
    let avtal = avtal.unwrap_or_else(|| panic!("there is no agreement of {avtalsar}"));
    Avtal {
        regeringsbeslut: avtal.regeringsbeslut,
        datum: avtal.datum.into(),
        diarienummer: avtal.diarienummer,
    }
}

/// The återbäring that is subtracted, in the group where it is.
fn aterbaring(view: &View<'_>, delar: &[Delen]) -> Option<Aterbaring> {
    let (del, visad) = delar.iter().find(|(del, _)| del.netto)?;
    let prognos = view.figure(&lakemedel::FOREGAENDE_ATERBARING);
    let utfall = view.maybe_figure(&contract::AVSTAMNING_ATERBARING)?;
    let exists = !prognos.exact().is_zero() || !utfall.exact().is_zero();
    let rader = view.fact(&lakemedel::FOREGAENDE_KOMPONENTRADER);
    let netto = rader.iter().filter(|rad| rad.aterbaring && rad.grupp.as_ref() == Some(&del.id));
    let netto: Vec<_> = netto.map(|rad| rad.avser.clone()).collect();
    exists.then(|| Aterbaring {
        namn: if visad.flera { swedish::enumeration(&netto) } else { visad.namn.clone() },
        prognos: prognos.shown_as(MNKR),
        utfall: utfall.shown_as(MNKR),
    })
}

/// The limit and the state's share, where they are the same for every part and on both sides.
fn granser(view: &View<'_>, delar: &[Delen]) -> Option<Granser> {
    let figures = |promises: &[Indexed]| {
        let all = delar.iter().flat_map(|(del, _)| promises.iter().map(|of| of.at(&del.id)));
        all.map(|promise| view.figure(promise.kept())).collect::<Vec<_>>()
    };
    let alike = |figures: Vec<Number>| {
        let first = figures.first()?.clone();
        figures.iter().all(|figure| figure.exact() == first.exact()).then_some(first)
    };
    let grans = [lakemedel::FOREGAENDE_GRANSEN_UPPAT, lakemedel::FOREGAENDE_GRANSEN_NEDAT];
    Some(Granser {
        grans: alike(figures(&grans))?.shown_as(PROCENT),
        statens_andel: alike(figures(&[lakemedel::FOREGAENDE_STATENS_ANDEL]))?.shown_as(PROCENT),
    })
}

/// A promise of a share of each group.
type Indexed = crate::contract::Indexed<Maybe<Country<Andel>>>;

/// The components that are settled at less than their whole cost.
fn ersatta(view: &View<'_>, delar: &[Delen]) -> Vec<Ersatt> {
    let rader = view.fact(&lakemedel::FOREGAENDE_KOMPONENTRADER);
    let settled = delar.iter().flat_map(|(del, _)| &del.komponenter);
    let ersatt = |id: &String| {
        let andel = view.figure(&lakemedel::FOREGAENDE_ERSATT_ANDEL.at(id));
        let rad = rader.iter().find(|rad| rad.id == *id)?;
        (andel.exact() != Exact::from(1)).then(|| Ersatt {
            namn: rad.avser.clone(),
            andel: andel.shown_as(PROCENT),
            kostnad: view.figure(contract::AVSTAMNING_KOSTNAD.at(id).kept()).shown_as(MNKR),
            utfall: view.figure(contract::AVSTAMNING_ERSATT.at(id).kept()).shown_as(MNKR),
        })
    };
    settled.filter_map(ersatt).collect()
}

fn delen(view: &View<'_>, del: &Avrakningsgrupp, lage: Lage) -> Del {
    let id = &del.id;
    let mnkr = |promise: &Maybe<Country<Kronor>>| view.figure(promise.kept()).shown_as(MNKR);
    let percent = |promise: &Indexed| view.figure(promise.at(id).kept()).shown_as(PROCENT);
    let andel = contract::AVSTAMNING_AVVIKELSE_ANDEL.at(id);
    Del {
        rubrik: swedish::capitalized(&del.avser),
        namn: del.avser.clone(),
        kort: swedish::capitalized(&del.kort),
        flera: del.komponenter.len() > 1,
        netto: del.netto,
        uppat: percent(&lakemedel::FOREGAENDE_GRANSEN_UPPAT),
        nedat: percent(&lakemedel::FOREGAENDE_GRANSEN_NEDAT),
        statens_andel: percent(&lakemedel::FOREGAENDE_STATENS_ANDEL),
        lage,
        bas: mnkr(&lakemedel::FOREGAENDE_AVRAKNING_BAS.at(id)),
        utfall: mnkr(&contract::AVSTAMNING_UTFALL.at(id)),
        nedre: mnkr(&lakemedel::FOREGAENDE_AVRAKNING_NEDRE.at(id)),
        ovre: mnkr(&lakemedel::FOREGAENDE_AVRAKNING_OVRE.at(id)),
        avvikelse: view.figure(contract::AVSTAMNING_AVVIKELSE.at(id).kept()).forandring(MNKR),
        avvikelse_procent: view.figure(andel.kept()).forandring(PROCENT),
        utanfor: view.figure(contract::AVSTAMNING_UTANFOR.at(id).kept()).forandring(MNKR),
        belopp: view.figure(contract::AVSTAMNING_DELBELOPP.at(id).kept()).forandring(KR),
        residual: view.figure(contract::AVSTAMNING_REST.at(id).kept()).forandring(KR),
        regionerna: view.figure(contract::AVSTAMNING_DEL.at(id).kept()).forandring(KR),
    }
}

fn fordelning(view: &View<'_>, befolkningsdag: Datum) -> Fordelning {
    let [avtalad, _] = NYCKELGRUND;
    Fordelning {
        efter_statsbidrag: efter_statsbidrag(view),
        avtalad: view.fact(&lakemedel::FOREGAENDE_VINST_FORLUST_NYCKEL_GRUND) == avtalad,
        befolkningsdag,
        summa: vikten(view, None).shown_as(KR),
        avrundning: match view.fact(contract::AVSTAMNING_RESIDUAL.kept()).as_str() {
            "half_up" => Avrundning::VarForSig,
            "largest_remainder" => Avrundning::StorstaRest,
            "half_up_residual_to_largest" => Avrundning::StorstaDel,
            other => panic!("{other} is no choice of the workbook"),
        },
    }
}

fn efter_statsbidrag(view: &View<'_>) -> bool {
    let [_, befolkning] = NYCKEL;
    view.fact(&lakemedel::FOREGAENDE_VINST_FORLUST_NYCKEL) != befolkning
}

/// What the amounts are shared out by, of a region or of all, among läkemedelsförmånerna's figures.
fn vikten(view: &View<'_>, region: Option<Region>) -> Number {
    match (region, efter_statsbidrag(view)) {
        (None, true) => view.figure(&lakemedel::FOREGAENDE_STATSBIDRAG),
        (None, false) => view.figure(&lakemedel::BEFOLKNING),
        (Some(region), true) => view.in_region(region, &lakemedel::FOREGAENDE_STATSBIDRAG),
        (Some(region), false) => view.in_region(region, &lakemedel::BEFOLKNING),
    }
}

/// Whether there is anything to pay for a part.
fn betalas(del: &Del) -> bool {
    del.belopp.riktning != Riktning::Oforandrad
}

/// The payments that are adjusted, in order, and what is settled in each.
fn regleringar(view: &View<'_>, delar: &[Delen], exempel: Region) -> Vec<Reglering> {
    let mut manader: BTreeMap<(_, u32), Vec<String>> = BTreeMap::new();
    let rader = view.fact(&contract::JUSTERINGSRADER);
    for row in &rader {
        let betald = |(del, visad): &&Delen| betalas(visad) && row.justering == Justering::of(del);
        if let Some((_, visad)) = delar.iter().find(betald) {
            manader.entry((row.manad, row.bilaga)).or_default().push(visad.namn.clone());
        }
    }
    let reglering = |((manad, bilaga), delar): ((_, u32), Vec<String>)| {
        let utbetalning = contract::UTBETALNING.at(manad);
        // What comes to nothing for the country may be something for each region.
        let changes = |rad: &Justeringsrad| {
            let promise = contract::JUSTERING.at(&rad.justering);
            Region::all().any(|r| !view.in_region(r, promise.kept()).exact().is_zero())
        };
        let adjusts = |rad: &&Justeringsrad| rad.manad == manad && changes(rad);
        Reglering {
            fler: rader.iter().filter(adjusts).count() > delar.len(),
            manad: swedish::month_and_year(manad),
            bilaga: bilaga.to_string(),
            delar: swedish::enumeration(&delar),
            utbetalning: view.figure(&utbetalning).shown_as(KR),
            exempel_utbetalning: view.in_region(exempel, &utbetalning).shown_as(KR),
        }
    };
    manader.into_iter().map(reglering).collect()
}

fn example(view: &View<'_>, delar: &[Delen], region: Region) -> Option<Exempel> {
    let utanfor = delar.iter().filter(|(_, visad)| visad.lage != Lage::Inom && betalas(visad));
    let delar: Vec<_> = utanfor
        .map(|(del, visad)| {
            let exakt = view.in_region(region, contract::AVSTAMNING_EXAKT.at(&del.id).kept());
            let kronor = view.in_region(region, contract::AVSTAMNING_DEL.at(&del.id).kept());
            Exempeldel {
                rubrik: visad.rubrik.clone(),
                belopp: visad.belopp.clone(),
                exakt: exakt.forandring(NumberFormat::Decimals(2)),
                kronor: kronor.forandring(KR),
            }
        })
        .collect();
    (!delar.is_empty()).then(|| Exempel {
        region: region.short_name().to_owned(),
        vikt: vikten(view, Some(region)).shown_as(KR),
        delar,
        summa: view.in_region(region, contract::AVSTAMNING_TOTALT.kept()).forandring(KR),
    })
}
