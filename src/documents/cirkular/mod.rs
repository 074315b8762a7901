//! The yearly circular on statsbidraget för läkemedelsförmånerna.

pub mod data;
mod solidariskt;
mod tabeller;

use self::data::{
    Aldersgrupp, Avdrag, Behovsmodell, Cirkular, Overenskommelse, Register, Statsbidrag,
    Utbetalning, VinstForlust,
};
use super::{Document, single};
use crate::contract::{Fact, lakemedel as contract};
use crate::region::Region;
use crate::report::avsandare::Utgivare;
use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra, Regionlista};
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Visning};
use crate::svenska;

const MNKR: Visning = Visning::MnkrHogst(6);
const KR: Visning = Visning::Decimaler(0);
const PROCENT: Visning = Visning::Procent(4);

/// The circular.
pub const CIRKULARET: Document = Document {
    id: "cirkular",
    namn: "Cirkulär om statsbidraget för läkemedelsförmånerna",
    bidrag: &["lakemedel"],
    mall: "cirkular/main.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |las| cirkular(las, ar)),
    schema: report::schema::<Cirkular>,
};

fn cirkular(las: &Lasning<'_>, ar: i32) -> Cirkular {
    let personer = las.fact(&contract::PERSONER);
    let utgivare = Utgivare::of(las, &contract::UTGIVARE);
    let register = register(las, &personer);
    let overenskommelse = overenskommelse(las);
    let avdrag = avdrag(las);
    let vinst_forlust = vinst_forlust(las);
    let utbetalning = utbetalning(las);
    let statsbidrag = statsbidrag(las, ar);
    let behovsmodell = behovsmodell(las, ar);
    let solidariskt = solidariskt::solidariskt(las, ar);
    let forandring = tabeller::forandring(las, ar);
    let forandring_solidariskt = tabeller::forandring_solidariskt(las, ar);
    let titel = register.rubrik.clone();
    let huvud = Huvud::of(titel, register.datum.clone());
    Cirkular {
        huvud,
        ar,
        foregaende_ar: ar - 1,
        utgivare,
        register,
        overenskommelse,
        avdrag,
        vinst_forlust,
        utbetalning,
        statsbidrag,
        behovsmodell,
        solidariskt,
        forandring,
        forandring_solidariskt,
        kontakter: Person::who(&personer, "kontakt"),
        undertecknare: Person::who(&personer, "undertecknare"),
    }
}

fn register(las: &Lasning<'_>, personer: &[crate::contract::Person]) -> Register {
    Register {
        nummer: las.fact(&contract::CIRKULAR_NUMMER),
        diarienummer: las.fact(&contract::CIRKULAR_DIARIENUMMER),
        datum: las.fact(&contract::CIRKULAR_DATUM).into(),
        avdelning: las.fact(&contract::CIRKULAR_AVDELNING),
        handlaggare: Person::who(personer, "handläggare"),
        mottagare: las.fact(&contract::MOTTAGARE),
        rubrik: las.fact(&contract::CIRKULAR_RUBRIK),
        ersatter: las.maybe_fact(&contract::CIRKULAR_ERSATTER),
        bilagor: las.maybe_fact(&contract::CIRKULAR_BILAGOR),
    }
}

fn overenskommelse(las: &Lasning<'_>) -> Overenskommelse {
    Overenskommelse {
        godkand_skr: las.fact(&contract::AVTAL_GODKANT_SKR).into(),
        godkand_regeringen: las.fact(&contract::AVTAL_GODKANT_REGERINGEN).into(),
        regeringsbeslut: las.fact(&contract::AVTAL_REGERINGSBESLUT),
        diarienummer: las.fact(&contract::AVTAL_DIARIENUMMER),
        prognos_socialstyrelsen: las.fact(&contract::PROGNOS_SOCIALSTYRELSEN).into(),
        prognos_tlv: las.fact(&contract::PROGNOS_TLV).into(),
        formanen: las.figure(&contract::FORMANEN).som(MNKR),
        hepatit_c: las.figure(&contract::HEPATIT_C).som(MNKR),
        hepatit_c_andel: las.figure(&contract::HEPATIT_C_ANDEL).som(PROCENT),
        brutto: las.figure(&contract::BRUTTO).som(MNKR),
        aterbaring_andel: las.figure(&contract::ATERBARING_ANDEL).som(PROCENT),
        aterbaring: las.figure(&contract::ATERBARING).som(MNKR),
        netto: las.figure(&contract::NETTO).som(MNKR),
        ovrigt: las.figure(&contract::OVRIGT).som(MNKR),
        totalt: las.figure(&contract::TOTALT).som(MNKR),
        tabell1: tabeller::tabell1(las),
    }
}

fn avdrag(las: &Lasning<'_>) -> Avdrag {
    Avdrag {
        sol: las.figure(&contract::SOL).som(KR),
        ihsi_eur: las.figure(&contract::IHSI_EUR).som(Visning::Hogst(2)),
        ihsi_kurs: las.figure(&contract::IHSI_KURS).som(Visning::Hogst(6)),
        ihsi_kr: las.figure(&contract::IHSI).som(KR),
        ihsi_mnkr: las.figure(&contract::IHSI).som(Visning::Mnkr(2)),
        ihsi_grans: las.figure(&contract::IHSI_GRANS).som(KR),
        ihsi_manad: svenska::manad_och_ar(las.fact(&contract::IHSI_REGLERAS)),
        skr: las.figure(&contract::SKR).som(KR),
        summa: las.figure(&contract::AVDRAG).som(KR),
        utbetalas: las.figure(&contract::UTBETALAS).som(KR),
    }
}

fn vinst_forlust(las: &Lasning<'_>) -> VinstForlust {
    let [tillsammans, _] = contract::AVRAKNING;
    let [_, befolkning] = contract::NYCKEL;
    VinstForlust {
        bas: las.figure(&contract::NETTO).som(MNKR),
        grans_andel: las.figure(&contract::VINST_FORLUST_GRANS).som(PROCENT),
        grans_nedre: las.figure(&contract::GRANS_NEDRE).som(Visning::Mnkr(1)),
        grans_ovre: las.figure(&contract::GRANS_OVRE).som(Visning::Mnkr(1)),
        statens_andel: las.figure(&contract::VINST_FORLUST_ANDEL).som(PROCENT),
        tillsammans: las.fact(&contract::VINST_FORLUST_AVRAKNING) == tillsammans,
        tillsammans_foregaende_ar: las.fact(&contract::FOREGAENDE_VINST_FORLUST_AVRAKNING)
            == tillsammans,
        efter_statsbidrag: las.fact(&contract::VINST_FORLUST_NYCKEL) != befolkning,
        befolkningsdag: las.fact(&contract::VINST_FORLUST_BEFOLKNINGSDAG).into(),
        avraknas: svenska::manad_och_ar(las.fact(&contract::VINST_FORLUST_AVRAKNAS)),
        regleras: svenska::manad_och_ar(las.fact(&contract::VINST_FORLUST_REGLERAS)),
    }
}

fn utbetalning(las: &Lasning<'_>) -> Utbetalning {
    Utbetalning {
        efterslap: las.count(&contract::EFTERSLAP),
        efterslap_i_ord: svenska::antal_i_ord(las.count(&contract::EFTERSLAP)),
        forsta_kostnadsmanad: svenska::manad_och_ar(las.fact(&contract::FORSTA_KOSTNADSMANAD)),
        forsta_betalningsmanad: svenska::manad_och_ar(las.fact(&contract::FORSTA_BETALNINGSMANAD)),
        sista_betalningsmanad: svenska::manad_och_ar(las.fact(&contract::SISTA_BETALNINGSMANAD)),
    }
}

fn statsbidrag(las: &Lasning<'_>, ar: i32) -> Statsbidrag {
    let [_, netto] = contract::SLAG;
    let slag = las.fact(&contract::BIDRAGETS_SLAG);
    Statsbidrag {
        befolkning_datum: las.fact(&contract::BEFOLKNINGSDAG).into(),
        foregaende: las.figure(&contract::FOREGAENDE_STATSBIDRAG).som(KR),
        netto: slag == netto,
        brott_brutto_netto: slag != las.fact(&contract::FOREGAENDE_SLAG),
        forandring: las.figure(&contract::FORANDRING).forandring(KR),
        forandring_procent: las.figure(&contract::FORANDRING_ANDEL).forandring(Visning::Procent(1)),
        tabell2: tabeller::tabell2(las, ar),
        tabell5: tabeller::tabell5(las),
    }
}

fn behovsmodell(las: &Lasning<'_>, ar: i32) -> Behovsmodell {
    let grupper = las.fact(&contract::GRUPPER);
    let lista =
        |promise: &Fact<Vec<Region>>| las.fact(promise).into_iter().collect::<Regionlista>();
    let ytterst = |promise: &Fact<Region>| {
        let region = las.fact(promise);
        RegionSiffra::ny(region, las.in_region(region, &contract::BEHOVSMODELL).som(KR))
    };
    let medel = las.figure(&contract::BEHOVSMODELL).som(KR);
    let medel_foregaende = las.figure(&contract::FOREGAENDE_BEHOVSMODELL).som(KR);
    let nivaeffekt = las.figure(&contract::BEHOVSMODELL_DIFFERENS).forandring(KR);
    Behovsmodell {
        ur_grupper: las.fact(&contract::BEHOVSMODELL_UR_GRUPPER),
        grupp_datum: las.fact(&contract::GRUPPDAG).into(),
        antal_grupper: svenska::antal_i_ord(grupper.len()),
        grupper: per_alder(&grupper),
        nivaeffekt: nivaeffekt.mellan(&medel_foregaende, &medel),
        medel,
        medel_foregaende,
        hogst: ytterst(&contract::BEHOVSMODELL_HOGST),
        lagst: ytterst(&contract::BEHOVSMODELL_LAGST),
        starkare: lista(&contract::BEHOVSMODELL_STARKARE),
        svagare: lista(&contract::BEHOVSMODELL_SVAGARE),
        minskar: lista(&contract::BEHOVSMODELL_MINSKAR),
        tabell3: tabeller::tabell3(las, ar),
    }
}

fn per_alder(grupper: &[contract::Grupp]) -> Vec<Aldersgrupp> {
    grupper
        .chunk_by(|ena, andra| ena.alder == andra.alder)
        .map(|lika| Aldersgrupp {
            alder: lika.first().map(|grupp| grupp.alder.to_owned()).unwrap_or_default(),
            uppdelning: lika.iter().map(|grupp| grupp.uppdelning.to_owned()).collect(),
        })
        .collect()
}
