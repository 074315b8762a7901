//! From the workbook's cells to the figures the rules start from: every leaf gets its name here, and
//! texts become facts of the report. Reads cells and checks what one sheet says against another; the
//! rules never see a cell.

mod anvandning;
mod avtal;
mod listor;
mod lists;
mod mal;
mod nycklar;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::messages as say;
use super::schema::{WORKBOOK, sheet};
use crate::contract::beredskap as contract;
use crate::figure::{CellRef, Figure};
use crate::grants::Reader;
use crate::problem::{Code, Message, Problem, Problems};
use crate::quantity::{Antal, HelaKronor, Invanare, Kronor, Veckor};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::{Book, Row};

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The year of the follow-up; the regions have answered for the years before it.
    pub ar: i32,
    /// The population that shares money out, by the day it was counted; there is one for each agreement's day.
    pub befolkning: Nycklar,
    /// The agreements, oldest first.
    pub avtal: Vec<Avtal>,
    /// The goals, in the workbook's order.
    pub mal: Vec<Mal>,
    /// The lists of drugs, in the workbook's order.
    pub listor: Vec<Lista>,
}

/// Populations, by the day they were counted.
pub type Nycklar = BTreeMap<NaiveDate, PerRegion<Figure<Invanare>>>;

/// An agreement, and what is known of the use of its money.
#[derive(Clone, Debug)]
pub struct Avtal {
    /// The year it is called by.
    pub ar: i32,
    /// To the regions, kr.
    pub till_regionerna: Figure<Kronor>,
    /// To SKR, kr.
    pub till_skr: Figure<Kronor>,
    /// The first year the money may be used.
    pub fran: i32,
    /// The last year the money may be used.
    pub till: i32,
    /// The day unused money is to have been repaid, where the agreement states one.
    pub aterbetalas: Option<Figure<NaiveDate>>,
    /// The day of the population that shares its money out.
    pub nyckeldag: NaiveDate,
    /// What was used in each year that the regions were asked about, by year.
    pub anvant: Vec<Anvant>,
}

/// What the regions used of an agreement's money in a year.
#[derive(Clone, Debug)]
pub struct Anvant {
    /// The year.
    pub ar: i32,
    /// Kronor.
    pub per_region: PerRegion<Figure<HelaKronor>>,
}

impl Avtal {
    /// The years of its period that have passed when the follow-up is made in `ar`.
    pub fn forflutna(&self, ar: i32) -> impl Iterator<Item = i32> + use<> {
        self.fran..=self.till.min(ar - 1)
    }

    /// What was used in a year; none where that was not asked about.
    #[must_use]
    pub fn anvant(&self, ar: i32) -> Option<&PerRegion<Figure<HelaKronor>>> {
        self.anvant.iter().find(|anvant| anvant.ar == ar).map(|anvant| &anvant.per_region)
    }

    /// Whether the use of every year that has passed is known, of one year at least.
    #[must_use]
    pub fn is_known(&self, ar: i32) -> bool {
        self.forflutna(ar).count() > 0 && self.forflutna(ar).all(|ar| self.anvant(ar).is_some())
    }
}

/// A goal that has been evaluated: for how long the stocks of a care type are to last, and do.
#[derive(Clone, Debug)]
pub struct Mal {
    /// The care type in the figures' names: `akut_tandvard`.
    pub id: String,
    /// How many weeks at least.
    pub veckor: Figure<Veckor>,
    /// The regions' answers, the lowest of an interval.
    pub answer: PerRegion<Figure<Veckor>>,
}

/// A list of drugs.
#[derive(Clone, Debug)]
pub struct Lista {
    /// Its place in the workbook, from 1, and in the figures' names: `lista_1`.
    pub nummer: usize,
    /// How many substances.
    pub count: Figure<Antal>,
    /// How many an earlier version had.
    pub tidigare: Option<Figure<Antal>>,
}

/// States the user's own paragraphs; `computed` says whether every figure was come to.
pub fn own_paragraphs(book: &Book, report: &mut Report, problems: &mut Problems, computed: bool) {
    let reader = &mut Reader::new((contract::GRANT, &WORKBOOK), book, report, problems);
    lists::own_paragraphs(reader, computed);
}

/// Reads everything; `None` if something was missing or wrong, which then stands in `problems` (or
/// was put there when the workbook was read).
pub fn read(book: &Book, report: &mut Report, problems: &mut Problems) -> Option<Inputs> {
    let reader = &mut Reader::new((contract::GRANT, &WORKBOOK), book, report, problems);
    reader.state_items();
    lists::state(reader);
    // Everything is read before anything is given up, so that every sheet is checked.
    for promise in [
        contract::UPPFOLJNINGSAR,
        contract::CIVILT_FORSVAR_FRAN,
        contract::CIVILT_FORSVAR_TILLAGG_FRAN,
    ] {
        reader.figure(sheet::DOKUMENT, &promise);
    }
    let befolkning = nycklar::read(reader);
    let avtal = avtal::read(reader);
    let mal = mal::read(reader);
    let listor = listor::read(reader);
    numrerade(reader);
    Some(Inputs {
        ar: book.year,
        befolkning: befolkning?,
        avtal: avtal?,
        mal: mal?,
        listor: listor?,
    })
}

/// Reports two things that should agree and do not, at the cell of one of them.
fn motsager(problems: &mut Problems, cell: &CellRef, text: Message, expected: Message) {
    problems.add(Problem::new(Code::R04, cell.location.clone(), text).expected(expected));
}

/// The levels of storage are numbered from 1, in order.
fn numrerade(reader: &mut Reader<'_>) {
    for (expected, row) in (1..).zip(reader.book.rows(sheet::LAGER)) {
        let Some(niva) = row.integer("niva") else { continue };
        if niva.value != expected {
            let text = say::level_out_of_order(&niva.value, &expected);
            motsager(reader.problems, &niva.cell, text, say::levels_in_order());
            return;
        }
    }
}

/// A year in a row.
fn year_number(row: &Row, id: &str) -> Option<i32> {
    i32::try_from(row.integer(id)?.value).ok()
}
