//! The decision on sektorsbidrag to the regions, with the amounts in an annex.

pub mod data;

use self::data::{Avrundningsregel, Beslut, Exempel, Fordelning, Sektorsbidrag};
use super::{Document, single};
use crate::contract::{Fact, sektorsbidrag as contract};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra};
use crate::report::paper::Paper;
use crate::report::region_table::{Column, region_table};
use crate::report::table::Tabell;
use crate::report::{self, NumberFormat, View};

const KR: NumberFormat = NumberFormat::Decimals(0);

/// The decision.
pub const BESLUTET: Document = Document {
    id: "sektorsbidrag",
    name: "Beslut om sektorsbidrag till regionerna",
    grant: &[contract::GRANT],
    also: &[],
    per_region: false,
    template: "sektorsbidrag/main.typ.tera",
    edition: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |view| sektorsbidrag(view, ar)),
    schema: report::schema::<Sektorsbidrag>,
};

fn sektorsbidrag(view: &View<'_>, ar: i32) -> Sektorsbidrag {
    let beslut = beslut(view);
    let (titel, datum) = (beslut.rubrik.clone(), beslut.datum.clone());
    let undertecknare = view.fact(&contract::UNDERTECKNARE);
    Sektorsbidrag {
        ar,
        beslut,
        pott: view.figure(&contract::POTT).shown_as(KR),
        utbetalning: view.fact(&contract::UTBETALNING),
        fordelning: fordelning(view),
        exempel: example(view),
        undertecknare: undertecknare.into_iter().map(Person::from).collect(),
        kopior: view.fact(&contract::KOPIOR),
        tabell: table(view, ar),
        huvud: Huvud::of(titel, datum),
    }
}

fn beslut(view: &View<'_>) -> Beslut {
    Beslut {
        rubrik: view.fact(&contract::RUBRIK),
        myndighet: view.fact(&contract::BESLUT_MYNDIGHET),
        departement: view.fact(&contract::BESLUT_DEPARTEMENT),
        nummer: view.fact(&contract::BESLUT_NUMMER),
        datum: view.fact(&contract::BESLUT_DATUM).into(),
        diarienummer: view.fact(&contract::BESLUT_DIARIENUMMER),
        mottagare: view.fact(&contract::BESLUT_MOTTAGARE),
        anslag: view.fact(&contract::BESLUT_ANSLAG),
        anslagsnamn: view.fact(&contract::BESLUT_ANSLAGSNAMN),
        anslagspost: view.fact(&contract::BESLUT_ANSLAGSPOST),
        riksdagen: view.maybe_fact(&contract::BESLUT_RIKSDAGEN),
    }
}

fn fordelning(view: &View<'_>) -> Fordelning {
    let ytterst = |promise: &Fact<Region>| {
        let region = view.fact(promise);
        RegionSiffra::new(region, view.in_region(region, &contract::BELOPP_PER_INV).shown_as(KR))
    };
    Fordelning {
        befolkning_datum: view.fact(&contract::BEFOLKNINGSDAG).into(),
        standardkostnad: view.figure(&contract::STANDARDKOSTNAD).shown_as(KR),
        avrundning: match view.fact(&contract::RESIDUALREGEL).as_str() {
            "half_up" => Avrundningsregel::HalfUp,
            "largest_remainder" => Avrundningsregel::LargestRemainder,
            "half_up_residual_to_largest" => Avrundningsregel::HalfUpResidualToLargest,
            annat => panic!("{annat} is no choice of the workbook"),
        },
        residual: view.figure(&contract::RESIDUAL).forandring(KR),
        storst: view.fact(&contract::STORST).short_name().to_owned(),
        per_inv: view.figure(&contract::BELOPP_PER_INV).shown_as(KR),
        hogst: ytterst(&contract::PER_INV_HOGST),
        lagst: ytterst(&contract::PER_INV_LAGST),
    }
}

fn example(view: &View<'_>) -> Exempel {
    let region = view.fact(&contract::EXEMPELREGION);
    Exempel {
        region: region.short_name().to_owned(),
        befolkning: view.in_region(region, &contract::BEFOLKNING).shown_as(KR),
        standardkostnad_per_inv: view
            .in_region(region, &contract::STANDARDKOSTNAD_PER_INV)
            .shown_as(NumberFormat::AtMost(12)),
        standardkostnad: view
            .in_region(region, &contract::STANDARDKOSTNAD)
            .shown_as(NumberFormat::Decimals(2)),
        andel: view.in_region(region, &contract::ANDEL).shown_as(NumberFormat::Percent(10)),
        exakt: view.in_region(region, &contract::BELOPP_EXAKT).shown_as(NumberFormat::Decimals(2)),
        belopp: view.in_region(region, &contract::BELOPP).shown_as(KR),
    }
}

fn table(view: &View<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Column::of(view, "Befolkning", &contract::BEFOLKNING, KR).in_unit("invånare"),
        Column::of(view, "Standardkostnad", &contract::STANDARDKOSTNAD_PER_INV, KR)
            .in_unit("kr/inv"),
        Column::of(view, "Sektorsbidrag", &contract::BELOPP_PER_INV, KR).in_unit("kr/inv"),
        Column::of(view, "Sektorsbidrag", &contract::BELOPP, KR).in_unit("kr"),
    ];
    let rubrik = format!("Sektorsbidrag per region {ar}");
    region_table("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner)
}
