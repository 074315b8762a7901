//! Where a number was read: the cell, what it rests on, and how sure it is.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::problem::Location;

/// How sure an input is, strongest first. A derived figure has the weakest of its leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Decided or published.
    Faststalld,
    /// An input that was reconstructed from published figures.
    Harledd,
    /// May still change.
    Preliminar,
    /// Made up, to show how the document will look.
    Exempel,
    /// No source has confirmed it.
    EjBekraftad,
}

impl Status {
    /// All, strongest first.
    pub const ALL: [Self; 5] =
        [Self::Faststalld, Self::Harledd, Self::Preliminar, Self::Exempel, Self::EjBekraftad];

    /// The word written in workbooks, JSON and documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Faststalld => "fastställd",
            Self::Harledd => "härledd",
            Self::Preliminar => "preliminär",
            Self::Exempel => "exempel",
            Self::EjBekraftad => "ej bekräftad",
        }
    }

    /// The status with this word; case and surrounding space do not matter.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let wanted = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|status| status.name() == wanted)
    }
}

/// What a cell rests on: where the number was taken from, for when it holds, how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// What the input is called in the workbook (column or row heading).
    pub item: String,
    /// The published source: document, diarienummer or table.
    pub source: String,
    /// The date the value holds for, where the input has one.
    pub as_of: Option<NaiveDate>,
    /// How sure it is.
    pub status: Status,
    /// Who confirmed it (a role), where someone has.
    pub confirmed_by: Option<String>,
}

/// A cell a value was read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// File, sheet and address.
    pub location: Location,
    /// What the cell rests on; shared by the cells of a column.
    pub evidence: Arc<Evidence>,
}

/// A value as read, with the cell it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// The cell.
    pub cell: CellRef,
}

impl<T> Sourced<T> {
    /// The same cell with its value read as something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Sourced<U> {
        Sourced { value: make(self.value), cell: self.cell }
    }
}
