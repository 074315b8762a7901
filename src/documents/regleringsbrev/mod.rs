//! The regleringsbrev for anslag 1:5: the decision letter, its payment annexes, all of them in one, and
//! the payment plan.

mod betalningsfil;
pub mod bilaga;
pub mod brev;
pub mod data;
mod kolumner;
pub mod plan;
pub mod samlat;

use schemars::Schema;

use self::bilaga::Bilagan;
use self::brev::Brevet;
use self::plan::Betalningsplan;
use self::samlat::Samlat;
use super::{Document, Exemplar};
use crate::contract::{lakemedel, regleringsbrev as contract};
use crate::report::head::Huvud;
use crate::report::paper::{Form, Paper};
use crate::report::{self, Lasning, Report, Visning};

/// The grants they read.
const DE_LASTA: &[&str] = &[contract::GRANT, lakemedel::GRANT];
const KR: Visning = Visning::Decimaler(0);

/// The decision letter.
#[derive(Debug)]
pub struct Beslutet;

impl Document for Beslutet {
    fn id(&self) -> &'static str {
        "regleringsbrev"
    }

    fn namn(&self) -> &'static str {
        "Regleringsbrevet, beslutet"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        DE_LASTA
    }

    fn mall(&self) -> &'static str {
        "regleringsbrev/main.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        publicerad(report, ar, |las| {
            let brev = brev::brev(las, ar);
            let huvud = huvud(las, exemplar, ar, &brev.rubrik);
            Brevet { huvud, brev }
        })
    }

    fn schema(&self) -> Schema {
        report::schema::<Brevet>()
    }
}

/// The annexes, one copy each.
#[derive(Debug)]
pub struct Bilagorna;

impl Document for Bilagorna {
    fn id(&self) -> &'static str {
        "bilaga"
    }

    fn namn(&self) -> &'static str {
        "Bilagorna till regleringsbrevet, utbetalningar per region"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        DE_LASTA
    }

    fn mall(&self) -> &'static str {
        "bilaga/main.typ.tera"
    }

    fn exemplar(&self, report: &Report, ar: i32) -> Vec<Exemplar> {
        let bilagor = report.lasning(ar).fact(&contract::BILAGOR);
        bilagor
            .iter()
            .map(|rad| Exemplar {
                id: format!("{}-{}", self.id(), rad.nummer),
                namn: format!("Bilaga {} till regleringsbrevet", rad.nummer),
                region: None,
            })
            .collect()
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        publicerad(report, ar, |las| {
            let bilagor = las.fact(&contract::BILAGOR);
            let egen = |nummer: u32| format!("{}-{nummer}", self.id()) == exemplar.id;
            let rad = bilagor.iter().find(|rad| egen(rad.nummer));
            let rad = rad.unwrap_or_else(|| panic!("there is no {}", exemplar.id));
            let bilaga = bilaga::bilaga(las, ar, rad);
            let huvud = huvud(las, exemplar, ar, &bilaga.rubrik);
            Bilagan { huvud, bilaga }
        })
    }

    fn schema(&self) -> Schema {
        report::schema::<Bilagan>()
    }
}

/// The letter and its annexes in one.
#[derive(Debug)]
pub struct Allt;

impl Document for Allt {
    fn id(&self) -> &'static str {
        "regleringsbrev-samlat"
    }

    fn namn(&self) -> &'static str {
        "Regleringsbrevet med alla bilagor"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        DE_LASTA
    }

    fn mall(&self) -> &'static str {
        "regleringsbrev/samlat.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        publicerad(report, ar, |las| {
            let brev = brev::brev(las, ar);
            let bilagor = las.fact(&contract::BILAGOR);
            let bilagor = bilagor.iter().map(|rad| samlat::bilaga(las, ar, rad)).collect();
            let huvud = huvud(las, exemplar, ar, &brev.rubrik);
            Samlat { huvud, brev, bilagor }
        })
    }

    fn schema(&self) -> Schema {
        report::schema::<Samlat>()
    }
}

/// The payment plan.
#[derive(Debug)]
pub struct Planen;

impl Document for Planen {
    fn id(&self) -> &'static str {
        "betalningsplan"
    }

    fn namn(&self) -> &'static str {
        "Betalningsplan, månad för månad"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        DE_LASTA
    }

    fn mall(&self) -> &'static str {
        "betalningsplan/main.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        let paper = publicerad(report, ar, |las| {
            let plan = plan::plan(las, ar);
            let huvud = huvud(las, exemplar, ar, &plan.rubrik);
            Betalningsplan { huvud, plan }
        });
        let csv = betalningsfil::betalningsfil(&report.lasning(ar));
        Paper { csv: Some(csv), ..paper }
    }

    fn schema(&self) -> Schema {
        report::schema::<Betalningsplan>()
    }
}

fn publicerad<T: Form>(
    report: &Report,
    ar: i32,
    dokument: impl FnOnce(&Lasning<'_>) -> T,
) -> Paper {
    Paper::of(dokument(&report.lasning(ar)))
}

/// The head: opened last, since what a paper rests on is what was read for it.
fn huvud(las: &Lasning<'_>, exemplar: &Exemplar, ar: i32, titel: &str) -> Huvud {
    const VERSION: u32 = 2;
    let datum = las.fact(&contract::BESLUT_DATUM).into();
    las.huvud((&exemplar.id, VERSION), ar, titel.to_owned(), datum)
}
