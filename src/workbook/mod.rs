//! The only door to spreadsheets: from the bytes of an XLSX to checked, typed cells, and back to an
//! empty workbook for the user to fill in. Knows sheets and cells, no rule and no grant.
//!
//! ```text
//! bytes ─► vakt, delar ─► dolt + celler ─► lasa (tolka each cell) ─► Bok
//!          limits         a grid            headings, rows, sums
//! ```

pub mod annotate;
pub mod book;
pub mod bounds;
mod cells;
mod describe;
mod float;
mod guard;
mod inherit;
mod kind;
mod measure;
pub mod number;
pub mod numbers;
mod package;
mod parse;
mod parts;
mod read;
pub mod schema;
mod sheet_xml;
pub mod text;
pub mod usual;
mod write;
mod xml;

pub use book::{Book, CellValue, Row};
pub use describe::description;
pub(crate) use float::nearest_in_cell;
pub use inherit::Predecessor;
pub use read::{Sheets, read};

/// Whether a file is a workbook that can be read without exhausting memory.
pub(crate) fn is_whole(file: &str, bytes: &[u8]) -> bool {
    guard::inspect(file, bytes).is_ok()
}

pub use write::{Fill, FilledFrom, WriteError, scaffold};
