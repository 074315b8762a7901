//! The regleringsbrev for anslag 1:5: the decision letter, its payment annexes, all of them in one, and
//! the payment plan.

mod betalningsfil;
pub mod bilaga;
pub mod brev;
mod columns;
pub mod data;
pub mod plan;
pub mod samlat;

use self::bilaga::Bilagan;
use self::brev::Brevet;
use self::plan::Betalningsplan;
use self::samlat::Samlat;
use super::{Document, Edition, single};
use crate::contract::{lakemedel, regleringsbrev as contract};
use crate::report::head::Huvud;
use crate::report::paper::Paper;
use crate::report::{self, NumberFormat, View};

/// The grants they read.
const DE_LASTA: &[&str] = &[contract::GRANT, lakemedel::GRANT];
const KR: NumberFormat = NumberFormat::Decimals(0);

/// The decision letter.
pub const BESLUTET: Document = Document {
    id: "regleringsbrev",
    name: "Regleringsbrevet, beslutet",
    grant: DE_LASTA,
    also: &[],
    per_region: false,
    template: "regleringsbrev/main.typ.tera",
    edition: single,
    paper: |report, ar, copy| {
        Paper::of(report, ar, &copy.id, |view| {
            let brev = brev::brev(view, ar);
            Brevet { huvud: head(view, &brev.rubrik), brev }
        })
    },
    schema: report::schema::<Brevet>,
};

/// The annexes, one copy each.
pub const BILAGORNA: Document = Document {
    id: "bilaga",
    name: "Bilagorna till regleringsbrevet, utbetalningar per region",
    grant: DE_LASTA,
    also: &[],
    per_region: false,
    template: "bilaga/main.typ.tera",
    edition: |_, report, ar| {
        let bilagor = report.view(ar).fact(&contract::BILAGOR);
        let exemplar = |nummer| Edition {
            id: annex_id(nummer),
            name: format!("Bilaga {nummer} till regleringsbrevet"),
            region: None,
        };
        bilagor.iter().map(|row| exemplar(row.nummer)).collect()
    },
    paper: |report, ar, copy| {
        Paper::of(report, ar, &copy.id, |view| {
            let bilagor = view.fact(&contract::BILAGOR);
            let row = bilagor.iter().find(|row| annex_id(row.nummer) == copy.id);
            let row = row.unwrap_or_else(|| panic!("there is no {}", copy.id));
            let bilaga = bilaga::bilaga(view, ar, row);
            Bilagan { huvud: head(view, &bilaga.rubrik), bilaga }
        })
    },
    schema: report::schema::<Bilagan>,
};

/// The letter and its annexes in one.
pub const SAMLAT: Document = Document {
    id: "regleringsbrev-samlat",
    name: "Regleringsbrevet med alla bilagor",
    grant: DE_LASTA,
    also: &[],
    per_region: false,
    template: "regleringsbrev/samlat.typ.tera",
    edition: single,
    paper: |report, ar, copy| {
        Paper::of(report, ar, &copy.id, |view| {
            let brev = brev::brev(view, ar);
            let bilagor = view.fact(&contract::BILAGOR);
            let bilagor = bilagor.iter().map(|row| samlat::bilaga(view, ar, row)).collect();
            Samlat { huvud: head(view, &brev.rubrik), brev, bilagor }
        })
    },
    schema: report::schema::<Samlat>,
};

/// The payment plan.
pub const PLANEN: Document = Document {
    id: "betalningsplan",
    name: "Betalningsplan, månad för månad",
    grant: DE_LASTA,
    also: &[],
    per_region: false,
    template: "betalningsplan/main.typ.tera",
    edition: single,
    paper: |report, ar, copy| {
        let paper = Paper::of(report, ar, &copy.id, |view| {
            let plan = plan::plan(view, ar);
            Betalningsplan { huvud: head(view, &plan.rubrik), plan }
        });
        let csv = betalningsfil::payment_file(&report.view(ar));
        Paper { csv: Some(csv), ..paper }
    },
    schema: report::schema::<Betalningsplan>,
};

/// What an annex is called, which also names its files.
fn annex_id(nummer: u32) -> String {
    format!("bilaga-{nummer}")
}

/// The head of a paper of the decision: its title, and the decision's date.
fn head(view: &View<'_>, titel: &str) -> Huvud {
    let utkast = view.fact(&contract::BESLUT_STATUS) == contract::UTKAST;
    Huvud::of(titel, view.fact(&contract::BESLUT_DATUM).into()).of_decision(utkast)
}
