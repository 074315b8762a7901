//! Grants: one folder each. A grant knows its workbook and its rules, writes to the report, and knows
//! neither the documents nor another grant's insides.

mod ranking;
mod reader;

pub mod beredskap;
pub mod besked;
pub mod beslut;
pub mod braces;
pub mod lakemedel;
pub(crate) mod messages;
pub mod own_words;
pub mod regleringsbrev;

pub use ranking::Ranking;
pub use reader::{Reader, Texts};

use std::collections::BTreeSet;

use crate::allocation::{LADDER, LARGEST_REMAINDER, RESIDUAL_TO, RESIDUAL_TO_LARGEST};
use crate::archive::Archive;
use crate::figure::{COUNT, Function, MEDIAN, RANK, Rule, Step};
use crate::problem::Problems;
use crate::report::Report;
use crate::workbook::Book;
use crate::workbook::schema::WorkbookSchema;

/// A grant: what it is called, its workbook, its rules, and how it is computed.
#[derive(Debug)]
pub struct Grant {
    /// Its id, the first part of its figures' names.
    pub id: &'static str,
    /// Its name, for people.
    pub name: &'static str,
    /// Its workbook.
    pub workbook_file: &'static WorkbookSchema,
    /// The steps of its calculation, in the order they follow on each other.
    pub steps: &'static [Step],
    /// The grants whose public results it builds on; they are computed before it.
    pub needs: &'static [&'static str],
    /// The grants whose public results it takes up where they are there; they are computed before it too.
    pub after: &'static [&'static str],
    /// Where its workbook names others that it cannot be computed without, if it does.
    pub names: Option<Names>,
    /// Computes everything the workbook gives rise to and writes it to the report. Where the data do
    /// not allow that, reports why; the report is then of no use. What it needs of another grant and
    /// does not find there is left without a word: the other has said why.
    pub compute: fn(&Book, &Archive, &mut Report, &mut Problems),
}

impl Grant {
    /// Its rules, in the order they are explained.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.steps.iter().flat_map(|step| step.rules.iter().copied())
    }
}

/// A list in which a workbook names workbooks of which there may be several, one in each row.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The grant whose workbooks are named.
    pub grant: &'static str,
    /// The list's sheet.
    pub sheet: &'static str,
    /// The column of the names.
    pub column: &'static str,
}

impl Names {
    /// A name as the file of the workbook has it, of what stands in a cell: also where the file is named.
    #[must_use]
    pub fn in_cell(text: &str) -> String {
        let name = text.trim().to_lowercase();
        let name = name.strip_suffix(".xlsx").unwrap_or(&name);
        let before = beslut::GRANT.workbook_file.file.split('*').next().unwrap_or_default();
        name.strip_prefix(before).unwrap_or(name).to_owned()
    }
}

/// Every grant there is.
pub const GRANTS: &[&Grant] =
    &[&lakemedel::GRANT, &regleringsbrev::GRANT, &beslut::GRANT, &besked::GRANT, &beredskap::GRANT];

/// Every named function that rules of theirs may call.
pub const FUNCTIONS: &[&Function] = &[
    &RANK,
    &MEDIAN,
    &COUNT,
    &LADDER,
    &LARGEST_REMAINDER,
    &RESIDUAL_TO_LARGEST,
    &RESIDUAL_TO,
    &beslut::rules::grans::WITHIN_LIMITS,
    &regleringsbrev::rules::dagar::FORSTA_BANKDAG,
    &regleringsbrev::rules::dagar::FORSTA_VARDAG,
];

/// Grants by their ids, with those they build on, and what those build on in turn.
#[must_use]
pub fn with_needs(ids: impl IntoIterator<Item = &'static str>) -> BTreeSet<&'static str> {
    let mut left: Vec<_> = ids.into_iter().collect();
    let mut all = BTreeSet::new();
    while let Some(id) = left.pop() {
        if all.insert(id) {
            let needs = GRANTS.iter().filter(|grant| grant.id == id);
            left.extend(needs.flat_map(|grant| grant.needs));
        }
    }
    all
}
