//! The decision on sektorsbidrag to the regions, with the amounts in an annex.

pub mod data;

use self::data::{Avrundningsregel, Beslut, Exempel, Fordelning, Sektorsbidrag};
use super::{Document, single};
use crate::contract::{Fact, sektorsbidrag as contract};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra};
use crate::report::paper::Paper;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::Tabell;
use crate::report::{self, Lasning, Visning};

const KR: Visning = Visning::Decimaler(0);

/// The decision.
pub const BESLUTET: Document = Document {
    id: "sektorsbidrag",
    namn: "Beslut om sektorsbidrag till regionerna",
    bidrag: &[contract::GRANT],
    mall: "sektorsbidrag/main.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |las| sektorsbidrag(las, ar)),
    schema: report::schema::<Sektorsbidrag>,
};

fn sektorsbidrag(las: &Lasning<'_>, ar: i32) -> Sektorsbidrag {
    let beslut = beslut(las);
    let (titel, datum) = (beslut.rubrik.clone(), beslut.datum.clone());
    let undertecknare = las.fact(&contract::UNDERTECKNARE);
    Sektorsbidrag {
        ar,
        beslut,
        pott: las.figure(&contract::POTT).som(KR),
        utbetalning: las.fact(&contract::UTBETALNING),
        fordelning: fordelning(las),
        exempel: exempel(las),
        undertecknare: undertecknare.into_iter().map(Person::from).collect(),
        kopior: las.fact(&contract::KOPIOR),
        tabell: tabell(las, ar),
        huvud: Huvud::of(titel, datum),
    }
}

fn beslut(las: &Lasning<'_>) -> Beslut {
    Beslut {
        rubrik: las.fact(&contract::RUBRIK),
        myndighet: las.fact(&contract::BESLUT_MYNDIGHET),
        departement: las.fact(&contract::BESLUT_DEPARTEMENT),
        nummer: las.fact(&contract::BESLUT_NUMMER),
        datum: las.fact(&contract::BESLUT_DATUM).into(),
        diarienummer: las.fact(&contract::BESLUT_DIARIENUMMER),
        mottagare: las.fact(&contract::BESLUT_MOTTAGARE),
        anslag: las.fact(&contract::BESLUT_ANSLAG),
        anslagsnamn: las.fact(&contract::BESLUT_ANSLAGSNAMN),
        anslagspost: las.fact(&contract::BESLUT_ANSLAGSPOST),
        riksdagen: las.maybe_fact(&contract::BESLUT_RIKSDAGEN),
    }
}

fn fordelning(las: &Lasning<'_>) -> Fordelning {
    let ytterst = |promise: &Fact<Region>| {
        let region = las.fact(promise);
        RegionSiffra::ny(region, las.in_region(region, &contract::BELOPP_PER_INV).som(KR))
    };
    Fordelning {
        befolkning_datum: las.fact(&contract::BEFOLKNINGSDAG).into(),
        standardkostnad: las.figure(&contract::STANDARDKOSTNAD).som(KR),
        avrundning: match las.fact(&contract::RESIDUALREGEL).as_str() {
            "half_up" => Avrundningsregel::HalfUp,
            "largest_remainder" => Avrundningsregel::LargestRemainder,
            "half_up_residual_to_largest" => Avrundningsregel::HalfUpResidualToLargest,
            annat => panic!("{annat} is no choice of the workbook"),
        },
        residual: las.figure(&contract::RESIDUAL).forandring(KR),
        storst: las.fact(&contract::STORST).kortnamn().to_owned(),
        per_inv: las.figure(&contract::BELOPP_PER_INV).som(KR),
        hogst: ytterst(&contract::PER_INV_HOGST),
        lagst: ytterst(&contract::PER_INV_LAGST),
    }
}

fn exempel(las: &Lasning<'_>) -> Exempel {
    let region = las.fact(&contract::EXEMPELREGION);
    Exempel {
        region: region.kortnamn().to_owned(),
        befolkning: las.in_region(region, &contract::BEFOLKNING).som(KR),
        standardkostnad_per_inv: las
            .in_region(region, &contract::STANDARDKOSTNAD_PER_INV)
            .som(Visning::Hogst(12)),
        standardkostnad: las
            .in_region(region, &contract::STANDARDKOSTNAD)
            .som(Visning::Decimaler(2)),
        andel: las.in_region(region, &contract::ANDEL).som(Visning::Procent(10)),
        exakt: las.in_region(region, &contract::BELOPP_EXAKT).som(Visning::Decimaler(2)),
        belopp: las.in_region(region, &contract::BELOPP).som(KR),
    }
}

fn tabell(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::of(las, "Befolkning", &contract::BEFOLKNING, KR).i("invånare"),
        Kolumn::of(las, "Standardkostnad", &contract::STANDARDKOSTNAD_PER_INV, KR).i("kr/inv"),
        Kolumn::of(las, "Sektorsbidrag", &contract::BELOPP_PER_INV, KR).i("kr/inv"),
        Kolumn::of(las, "Sektorsbidrag", &contract::BELOPP, KR).i("kr"),
    ];
    let rubrik = format!("Sektorsbidrag per region {ar}");
    regiontabell("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner)
}
