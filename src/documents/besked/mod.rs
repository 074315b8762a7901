//! The overview of all money per region for the coming year, and of other money to the sector.

pub mod data;
mod tabeller;

use schemars::Schema;

use self::data::{Avsandare, Besked, Ingar, Omtalat, PerInvanare};
use super::{Document, Exemplar};
use crate::contract::{Fact, besked as contract, sektorsbidrag};
use crate::region::Region;
use crate::report::lists::{Person, RegionSiffra};
use crate::report::number::Datum;
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Report, Visning};
use crate::svenska;

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);
/// An amount in prose: million kronor as they are.
const MNKR: Visning = Visning::MnkrHogst(6);
const MDKR: Visning = Visning::MdkrHogst(3);

/// The overview.
#[derive(Debug)]
pub struct Beskedet;

impl Document for Beskedet {
    fn id(&self) -> &'static str {
        "besked"
    }

    fn namn(&self) -> &'static str {
        "Besked om medel per region"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &[contract::GRANT, sektorsbidrag::GRANT]
    }

    fn mall(&self) -> &'static str {
        "besked/main.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        Paper::of(besked(&exemplar.id, &report.lasning(ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Besked>()
    }
}

fn besked(id: &str, las: &Lasning<'_>, ar: i32) -> Besked {
    let (rubrik, datum) = (las.fact(&contract::RUBRIK), Datum::from(las.fact(&contract::DATUM)));
    Besked {
        ar,
        avsandare: Avsandare {
            myndighet: las.fact(&contract::AVSANDARE_MYNDIGHET),
            departement: las.fact(&contract::AVSANDARE_DEPARTEMENT),
        },
        diarienummer: las.maybe_fact(&contract::DIARIENUMMER),
        preliminart: false,
        summa: las.figure(&contract::MEDDELAT).som(MNKR),
        ingar: ingar(las),
        per_inv: per_inv(las, ar),
        tabell1: tabeller::tabell1(las, ar),
        omtalat: omtalat(las),
        tabell2: tabeller::tabell2(las, ar),
        kontakter: las.fact(&contract::KONTAKTER).into_iter().map(Person::from).collect(),
        // Last: what the overview rests on is what was read for it.
        huvud: las.huvud((id, VERSION), ar, rubrik.clone(), datum.clone()),
        rubrik,
        datum,
    }
}

fn ingar(las: &Lasning<'_>) -> Ingar {
    let overenskommelser = las.fact(&contract::OVERENSKOMMELSER);
    Ingar {
        sektorsbidrag: las.figure(&sektorsbidrag::BELOPP).som(MNKR),
        utover_sektorsbidrag: las.figure(&contract::UTOVER_SEKTORSBIDRAG).som(MNKR),
        overenskommelser_uppraknade: svenska::upprakning(&overenskommelser),
        overenskommelser,
        prestation: las.fact(&contract::PRESTATION) == "ja",
    }
}

fn per_inv(las: &Lasning<'_>, ar: i32) -> PerInvanare {
    let ytterst = |promise: &Fact<Region>| {
        let region = las.fact(promise);
        RegionSiffra::ny(region, las.in_region(region, &contract::MEDDELAT_PER_INV).som(KR))
    };
    let medel = las.figure(&contract::MEDDELAT_PER_INV).som(KR);
    let (hogst, lagst) = (ytterst(&contract::PER_INV_HOGST), ytterst(&contract::PER_INV_LAGST));
    PerInvanare {
        befolkning_datum: las.fact(&sektorsbidrag::BEFOLKNINGSDAG).into(),
        over_medel: las.fact(&contract::OVER_MEDEL).into_iter().collect(),
        diagram1: tabeller::diagram1(las, ar),
        diagram1_text: format!(
            "Stapeldiagram över medel per invånare {ar}, en stapel per region. Högst är {} med {} \
             kronor, lägst {} med {} kronor. En linje visar medelvärdet för riket, {} kronor.{}",
            hogst.region,
            hogst.siffra.text,
            lagst.region,
            lagst.siffra.text,
            medel.text,
            if medel.markt { " Beloppen är preliminära." } else { "" },
        ),
        medel,
        hogst,
        lagst,
    }
}

fn omtalat(las: &Lasning<'_>) -> Omtalat {
    Omtalat {
        belopp: las.figure(&contract::OMTALAT).som(MDKR),
        steg: las.figure(&contract::OMTALAT_STEG).som(MNKR),
        avrundat: las.figure(&contract::MEDDELAT_AVRUNDAT).som(MDKR),
        skillnad: las.figure(&contract::OMTALAT_SKILLNAD).forandring(MNKR),
        avrundning: las.figure(&contract::OMTALAT_AVRUNDNING).forandring(MNKR),
    }
}
