//! A calculation as a workbook that computes it: every cell an input or an Excel formula, made of the rule's own
//! expression over the cells before it. [`plan`] says which figure stands in which cell, [`formula`] writes expressions,
//! [`functions`] what a named function needs to be computed in cells, [`pages`] and [`control`] what else the workbook shows, and
//! [`write`] puts it all into a file. Knows no grant, no document and no rule by name.
//!
//! A spreadsheet computes with numbers of about fifteen digits, and the program with exact fractions. Where an amount is
//! rounded, the formula therefore rounds away the last digits of a spreadsheet's number first, and the sheet *Kontroll*
//! says how near a half krona the amounts come.

mod control;
mod formula;
mod functions;
mod help;
mod pages;
mod plan;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use crate::figure::{FigureId, Step, Trace};
use crate::problem::{Code, Location, Problem};

pub use plan::{CellAt, Plan};

/// What a workbook is to compute.
#[derive(Debug)]
pub struct Calculation<'a> {
    /// Every figure of the run.
    pub trace: &'a Trace,
    /// What is computed, for people: `Statsbidraget för läkemedelsförmånerna 2024`.
    pub title: String,
    /// The year.
    pub year: i32,
    /// The id of the run whose results are in the cells.
    pub run: &'a str,
    /// The figures that are the calculation's own; what they rest on comes along.
    pub roots: Vec<FigureId>,
    /// The steps that figures are found in, in order.
    pub steps: Vec<Step>,
    /// The inputs that may be another number without other figures coming about or going.
    pub changeable: &'a BTreeSet<FigureId>,
    /// What recipients that are no regions are called, by what stands for them in figures' names.
    pub names: &'a BTreeMap<String, String>,
}

/// The workbook: bytes that are the same for the same calculation.
///
/// # Errors
/// If it does not go into a workbook. `file` is its name, for that.
pub fn workbook(file: &str, calculation: &Calculation<'_>) -> Result<Vec<u8>, Problem> {
    let plan = Plan::of(calculation);
    write::book(calculation, &plan).map_err(|error| {
        let text = crate::problem::messages::template::workbook(&error);
        Problem::new(Code::U02, Location::file(file), text)
    })
}
