//! A finished document read back: what a reader gets of it, by its tags, with a library that did not write it; and
//! that held against the data it was to say. Knows forms of data (a table, a diagram, a calculation, a figure), no
//! document and no template.

#[cfg(feature = "typeset")]
mod attached;
#[cfg(feature = "typeset")]
mod between;
#[cfg(feature = "typeset")]
mod compared;
#[cfg(feature = "typeset")]
mod expected;
mod figures;
#[cfg(feature = "typeset")]
mod held;
mod living;
pub mod messages;
#[cfg(feature = "typeset")]
mod pdf;
mod sheets;
#[cfg(feature = "typeset")]
mod text;

#[cfg(feature = "typeset")]
pub use attached::attached;
#[cfg(feature = "typeset")]
pub use between::between;
#[cfg(feature = "typeset")]
pub(crate) use compared::is_number;
pub use figures::is_written;
#[cfg(feature = "typeset")]
pub use held::{Counted, Wanted, held};
pub use living::calculation_held;
#[cfg(feature = "typeset")]
pub use pdf::read;
pub use sheets::{payments_held, workbook_held};

/// What a finished document says, in the order it is read aloud. What repeats on every page, such as page numbers, is
/// none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of what a document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Running text: a heading, a paragraph, an item of a list, a caption, a note.
    Text(String),
    /// A table.
    Table(Table),
    /// A diagram: the texts in it, in order.
    Figure(Vec<String>),
}

/// A table as it is read: cell by cell, each with the headings it belongs under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What stands over it, and with it: caption and notes.
    pub caption: String,
    /// Its rows, heads left out.
    pub rows: Vec<Row>,
    /// The headings of its columns, from the top.
    pub heads: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its heading, if it has one.
    pub heading: Option<String>,
    /// The other cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// The headings it belongs under.
    pub under: Vec<String>,
}
