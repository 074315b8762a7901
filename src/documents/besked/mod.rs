//! The overview of all money per region for the coming year, and of other money to the sector.

pub mod data;
mod tabeller;

use self::data::{Avsandare, Besked, Ingar, Omtalat, PerInvanare};
use super::{Document, single};
use crate::contract::{Fact, besked as contract, sektorsbidrag};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra};
use crate::report::number::Datum;
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Visning};
use crate::svenska;

const KR: Visning = Visning::Decimaler(0);
/// An amount in prose: million kronor as they are.
const MNKR: Visning = Visning::MnkrHogst(6);
const MDKR: Visning = Visning::MdkrHogst(3);

/// The overview.
pub const BESKEDET: Document = Document {
    id: "besked",
    namn: "Besked om medel per region",
    bidrag: &[contract::GRANT, sektorsbidrag::GRANT],
    mall: "besked/main.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |las| besked(las, ar)),
    schema: report::schema::<Besked>,
};

fn besked(las: &Lasning<'_>, ar: i32) -> Besked {
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
        huvud: Huvud::of(rubrik.clone(), datum.clone()),
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
