//! Documents: each chooses the figures, tables and facts of one paper from the report, and names its
//! template. No arithmetic; the words are the template's, but for captions and headings, which the
//! workbook shares.

pub mod avstamning;
pub mod beredskap;
pub mod besked;
pub mod cirkular;
pub mod regionbesked;
pub mod regleringsbrev;
pub mod sektorsbidrag;

use std::collections::BTreeSet;

use schemars::Schema;

use crate::region::Region;
use crate::report::Report;
use crate::report::paper::Paper;

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

    /// Its copies, in order; one that bears the document's own id and name, unless there are several.
    fn exemplar(&self, _report: &Report, _ar: i32) -> Vec<Exemplar> {
        vec![Exemplar { id: self.id().to_owned(), namn: self.namn().to_owned(), region: None }]
    }

    /// A copy: what is published of it, and all that it is set from.
    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper;

    /// The JSON Schema of what is published.
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
    &regionbesked::Regionbeskeden,
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
