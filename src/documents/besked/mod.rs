//! The overview of all money per region for the coming year, and of other money to the sector.

pub mod data;
mod tabeller;

use schemars::Schema;

use self::data::{Avsandare, Besked, Ingar, Omtalat, PerInvanare};
use super::{Document, Exemplar};
use crate::report::delar::{Person, RegionSiffra};
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Report, Visning, svenska};

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
        &["besked", "sektorsbidrag"]
    }

    fn mall(&self) -> &'static str {
        "besked/main.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        Paper::of(besked(&exemplar.id, &report.lasning("besked", ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Besked>()
    }
}

fn besked(id: &str, las: &Lasning<'_>, ar: i32) -> Besked {
    let (rubrik, datum) = (las.text("rubrik"), las.datum("datum"));
    Besked {
        ar,
        avsandare: Avsandare {
            myndighet: las.text("avsandare_myndighet"),
            departement: las.text("avsandare_departement"),
        },
        diarienummer: las.kanske_text("diarienummer"),
        preliminart: false,
        summa: las.riket("meddelat").som(MNKR),
        ingar: ingar(las),
        per_inv: per_inv(las, ar),
        tabell1: tabeller::tabell1(las, ar),
        omtalat: omtalat(las),
        tabell2: tabeller::tabell2(las, ar),
        kontakter: las.rader("kontakter").iter().map(Person::av).collect(),
        // Last: what the overview rests on is what was read for it.
        huvud: las.huvud((id, VERSION), ar, rubrik.clone(), datum.clone()),
        rubrik,
        datum,
    }
}

fn ingar(las: &Lasning<'_>) -> Ingar {
    let overenskommelser: Vec<_> = las
        .rader("overenskommelser")
        .into_iter()
        .filter_map(|mut rad| rad.remove("overenskommelse"))
        .collect();
    Ingar {
        sektorsbidrag: las.hos("sektorsbidrag").riket("belopp").som(MNKR),
        utover_sektorsbidrag: las.riket("utover_sektorsbidrag").som(MNKR),
        overenskommelser_uppraknade: svenska::upprakning(&overenskommelser),
        overenskommelser,
        prestation: las.text("prestation") == "ja",
    }
}

fn per_inv(las: &Lasning<'_>, ar: i32) -> PerInvanare {
    let ytterst = |mangd: &str| {
        let region = las.enda_region(mangd);
        RegionSiffra::ny(region, las.region(region, "meddelat_per_inv").som(KR))
    };
    let medel = las.riket("meddelat_per_inv").som(KR);
    let (hogst, lagst) = (ytterst("per_inv_hogst"), ytterst("per_inv_lagst"));
    PerInvanare {
        befolkning_datum: las.hos("sektorsbidrag").datum("befolkningsdag"),
        over_medel: las.regionmangd("over_medel").into_iter().collect(),
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
        belopp: las.riket("omtalat").som(MDKR),
        steg: las.riket("omtalat_steg").som(MNKR),
        avrundat: las.riket("meddelat_avrundat").som(MDKR),
        skillnad: las.riket("omtalat_skillnad").forandring(MNKR),
        avrundning: las.riket("omtalat_avrundning").forandring(MNKR),
    }
}
