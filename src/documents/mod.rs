//! Documents: each chooses the figures, tables and facts of one paper from the report, and names its
//! template. No arithmetic; the words are the template's, but for captions and headings, which the
//! workbook shares.

pub mod besked;
pub mod cirkular;
pub mod regleringsbrev;
pub mod sektorsbidrag;

use schemars::Schema;

use crate::report::Report;

/// A document.
pub trait Document: Sync {
    /// Its id, which also names its files.
    fn id(&self) -> &'static str;

    /// Its name, for people.
    fn namn(&self) -> &'static str;

    /// Its template.
    fn mall(&self) -> &'static str;

    /// Whether its tables leave as a workbook too.
    fn xlsx(&self) -> bool;

    /// The document as published JSON, which is also what its template sees: UTF-8, indented, with a
    /// final line break.
    fn json(&self, report: &Report, ar: i32) -> Vec<u8>;

    /// The JSON Schema of [`Document::json`].
    fn schema(&self) -> Schema;
}

/// Every document there is.
pub const DOCUMENTS: &[&dyn Document] = &[
    &cirkular::Cirkularet,
    &regleringsbrev::Bilaga4,
    &sektorsbidrag::Beslutet,
    &besked::Beskedet,
];
