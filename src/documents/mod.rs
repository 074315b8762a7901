//! Documents: each chooses the figures, tables and facts of one paper from the report, and names its
//! template. No arithmetic; the words are the template's, but for captions and headings, which the
//! workbook shares.

pub mod avstamning;
pub mod beredskap;
pub mod besked;
pub mod cirkular;
pub mod regleringsbrev;
pub mod sektorsbidrag;

use std::collections::BTreeSet;

use schemars::Schema;

use crate::region::Region;
use crate::report::Report;

/// One copy of a document: most have a single one, annexes and letters have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemplar {
    /// What it is called, which also names its files: `bilaga-4`.
    pub id: String,
    /// Its name, for people.
    pub namn: String,
    /// The region it is for, if it is for one.
    pub region: Option<Region>,
}

/// A document.
pub trait Document: Sync {
    /// The id of its kind: `bilaga`. A document of one copy names its files by it.
    fn id(&self) -> &'static str;

    /// Its name, for people.
    fn namn(&self) -> &'static str;

    /// The grants it reads.
    fn bidrag(&self) -> &'static [&'static str];

    /// Its template.
    fn mall(&self) -> &'static str;

    /// Whether its tables leave as a workbook too.
    fn xlsx(&self) -> bool;

    /// Its copies, in order; one that bears the document's own id and name, unless there are several.
    fn exemplar(&self, _report: &Report, _ar: i32) -> Vec<Exemplar> {
        vec![Exemplar { id: self.id().to_owned(), namn: self.namn().to_owned(), region: None }]
    }

    /// A copy as published JSON, which is also what its template sees: UTF-8, indented, with a final
    /// line break.
    fn json(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Vec<u8>;

    /// A copy as CSV for another system to read, where the document has such a form: UTF-8.
    fn csv(&self, _report: &Report, _ar: i32, _exemplar: &Exemplar) -> Option<Vec<u8>> {
        None
    }

    /// The JSON Schema of [`Document::json`].
    fn schema(&self) -> Schema;
}

/// Every document there is.
pub const DOCUMENTS: &[&dyn Document] = &[
    &cirkular::Cirkularet,
    &regleringsbrev::Beslutet,
    &regleringsbrev::Bilagorna,
    &regleringsbrev::Allt,
    &regleringsbrev::Planen,
    &avstamning::Avstamningen,
    &sektorsbidrag::Beslutet,
    &besked::Beskedet,
    &beredskap::Uppfoljningen,
];

/// Every copy of every document that can be made of some grants, in the order they are listed.
#[must_use]
pub fn alla_exemplar(
    report: &Report,
    ar: i32,
    bidrag: &BTreeSet<&str>,
) -> Vec<(&'static dyn Document, Exemplar)> {
    let gar = |dokument: &&&dyn Document| dokument.bidrag().iter().all(|id| bidrag.contains(id));
    let exemplaren = |dokument: &&'static dyn Document| {
        let dokument = *dokument;
        dokument.exemplar(report, ar).into_iter().map(move |exemplar| (dokument, exemplar))
    };
    DOCUMENTS.iter().filter(gar).flat_map(exemplaren).collect()
}
