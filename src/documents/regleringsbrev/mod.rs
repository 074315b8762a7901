//! The regleringsbrev for anslag 1:5: the decision letter, its payment annexes, all of them in one, and
//! the payment plan.

mod betalningsfil;
pub mod bilaga;
pub mod brev;
pub mod data;
mod kolumner;
pub mod plan;
pub mod samlat;

use self::bilaga::Bilagan;
use self::brev::Brevet;
use self::plan::Betalningsplan;
use self::samlat::Samlat;
use super::{Document, Exemplar, single};
use crate::contract::{lakemedel, regleringsbrev as contract};
use crate::report::head::Huvud;
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Visning};

/// The grants they read.
const DE_LASTA: &[&str] = &[contract::GRANT, lakemedel::GRANT];
const KR: Visning = Visning::Decimaler(0);

/// The decision letter.
pub const BESLUTET: Document = Document {
    id: "regleringsbrev",
    namn: "Regleringsbrevet, beslutet",
    bidrag: DE_LASTA,
    mall: "regleringsbrev/main.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| {
        Paper::of(report, ar, &copy.id, |las| {
            let brev = brev::brev(las, ar);
            Brevet { huvud: huvud(las, &brev.rubrik), brev }
        })
    },
    schema: report::schema::<Brevet>,
};

/// The annexes, one copy each.
pub const BILAGORNA: Document = Document {
    id: "bilaga",
    namn: "Bilagorna till regleringsbrevet, utbetalningar per region",
    bidrag: DE_LASTA,
    mall: "bilaga/main.typ.tera",
    exemplar: |_, report, ar| {
        let bilagor = report.lasning(ar).fact(&contract::BILAGOR);
        let exemplar = |nummer| Exemplar {
            id: annex_id(nummer),
            namn: format!("Bilaga {nummer} till regleringsbrevet"),
            region: None,
        };
        bilagor.iter().map(|rad| exemplar(rad.nummer)).collect()
    },
    paper: |report, ar, copy| {
        Paper::of(report, ar, &copy.id, |las| {
            let bilagor = las.fact(&contract::BILAGOR);
            let rad = bilagor.iter().find(|rad| annex_id(rad.nummer) == copy.id);
            let rad = rad.unwrap_or_else(|| panic!("there is no {}", copy.id));
            let bilaga = bilaga::bilaga(las, ar, rad);
            Bilagan { huvud: huvud(las, &bilaga.rubrik), bilaga }
        })
    },
    schema: report::schema::<Bilagan>,
};

/// The letter and its annexes in one.
pub const SAMLAT: Document = Document {
    id: "regleringsbrev-samlat",
    namn: "Regleringsbrevet med alla bilagor",
    bidrag: DE_LASTA,
    mall: "regleringsbrev/samlat.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| {
        Paper::of(report, ar, &copy.id, |las| {
            let brev = brev::brev(las, ar);
            let bilagor = las.fact(&contract::BILAGOR);
            let bilagor = bilagor.iter().map(|rad| samlat::bilaga(las, ar, rad)).collect();
            Samlat { huvud: huvud(las, &brev.rubrik), brev, bilagor }
        })
    },
    schema: report::schema::<Samlat>,
};

/// The payment plan.
pub const PLANEN: Document = Document {
    id: "betalningsplan",
    namn: "Betalningsplan, månad för månad",
    bidrag: DE_LASTA,
    mall: "betalningsplan/main.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| {
        let paper = Paper::of(report, ar, &copy.id, |las| {
            let plan = plan::plan(las, ar);
            Betalningsplan { huvud: huvud(las, &plan.rubrik), plan }
        });
        let csv = betalningsfil::betalningsfil(&report.lasning(ar));
        Paper { csv: Some(csv), ..paper }
    },
    schema: report::schema::<Betalningsplan>,
};

/// What an annex is called, which also names its files.
fn annex_id(nummer: u32) -> String {
    format!("bilaga-{nummer}")
}

/// The head of a paper of the decision: its title, and the decision's date.
fn huvud(las: &Lasning<'_>, titel: &str) -> Huvud {
    Huvud::of(titel, las.fact(&contract::BESLUT_DATUM).into())
}
