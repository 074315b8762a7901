//! The decision on sektorsbidrag to the regions, with the amounts in an annex.

pub mod data;

use schemars::Schema;

use self::data::{Avrundningsregel, Beslut, Exempel, Fordelning, Sektorsbidrag};
use super::{Document, Exemplar};
use crate::region::Region;
use crate::report::delar::{Person, RegionSiffra, Tabell};
use crate::report::paper::Paper;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{self, Lasning, Report, Visning};

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);

/// The decision.
#[derive(Debug)]
pub struct Beslutet;

impl Document for Beslutet {
    fn id(&self) -> &'static str {
        "sektorsbidrag"
    }

    fn namn(&self) -> &'static str {
        "Beslut om sektorsbidrag till regionerna"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &["sektorsbidrag"]
    }

    fn mall(&self) -> &'static str {
        "sektorsbidrag/main.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        Paper::of(sektorsbidrag(&exemplar.id, &report.lasning("sektorsbidrag", ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Sektorsbidrag>()
    }
}

fn sektorsbidrag(id: &str, las: &Lasning<'_>, ar: i32) -> Sektorsbidrag {
    let beslut = beslut(las);
    let (titel, datum) = (beslut.rubrik.clone(), beslut.datum.clone());
    let kopior = las.rader("kopior").into_iter().filter_map(|mut rad| rad.remove("kopia"));
    Sektorsbidrag {
        ar,
        beslut,
        pott: las.riket("pott").som(KR),
        utbetalning: las.text("utbetalning"),
        fordelning: fordelning(las),
        exempel: exempel(las),
        undertecknare: las.rader("undertecknare").iter().map(Person::av).collect(),
        kopior: kopior.collect(),
        tabell: tabell(las, ar),
        // Last: what the decision rests on is what was read for it.
        huvud: las.huvud((id, VERSION), ar, titel, datum),
    }
}

fn beslut(las: &Lasning<'_>) -> Beslut {
    Beslut {
        rubrik: las.text("rubrik"),
        myndighet: las.text("beslut_myndighet"),
        departement: las.text("beslut_departement"),
        nummer: las.text("beslut_nummer"),
        datum: las.datum("beslut_datum"),
        diarienummer: las.text("beslut_diarienummer"),
        mottagare: las.text("beslut_mottagare"),
        anslag: las.text("beslut_anslag"),
        anslagsnamn: las.text("beslut_anslagsnamn"),
        anslagspost: las.text("beslut_anslagspost"),
        riksdagen: las.kanske_text("beslut_riksdagen"),
    }
}

fn fordelning(las: &Lasning<'_>) -> Fordelning {
    let ytterst = |mangd: &str| {
        let region = las.enda_region(mangd);
        RegionSiffra::ny(region, las.region(region, "belopp_per_inv").som(KR))
    };
    Fordelning {
        befolkning_datum: las.datum("befolkningsdag"),
        standardkostnad: las.riket("standardkostnad").som(KR),
        avrundning: match las.text("residual").as_str() {
            "half_up" => Avrundningsregel::HalfUp,
            "largest_remainder" => Avrundningsregel::LargestRemainder,
            "half_up_residual_to_largest" => Avrundningsregel::HalfUpResidualToLargest,
            annat => panic!("{annat} is no choice of the workbook"),
        },
        residual: las.riket("residual").forandring(KR),
        storst: las.enda_region("storst").kortnamn().to_owned(),
        per_inv: las.riket("belopp_per_inv").som(KR),
        hogst: ytterst("per_inv_hogst"),
        lagst: ytterst("per_inv_lagst"),
    }
}

fn exempel(las: &Lasning<'_>) -> Exempel {
    let region: Region = las.enda_region("exempelregion");
    let figur = |namn: &str| las.region(region, namn);
    Exempel {
        region: region.kortnamn().to_owned(),
        befolkning: figur("befolkning").som(KR),
        standardkostnad_per_inv: figur("standardkostnad_per_inv").som(Visning::Hogst(12)),
        standardkostnad: figur("standardkostnad").som(Visning::Decimaler(2)),
        andel: figur("andel").som(Visning::Procent(10)),
        exakt: figur("belopp_exakt").som(Visning::Decimaler(2)),
        belopp: figur("belopp").som(KR),
    }
}

fn tabell(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::ny(las, "Befolkning", "befolkning", KR).i("invånare"),
        Kolumn::ny(las, "Standardkostnad", "standardkostnad_per_inv", KR).i("kr/inv"),
        Kolumn::ny(las, "Sektorsbidrag", "belopp_per_inv", KR).i("kr/inv"),
        Kolumn::ny(las, "Sektorsbidrag", "belopp", KR).i("kr"),
    ];
    let rubrik = format!("Sektorsbidrag per region {ar}");
    regiontabell("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner)
}
