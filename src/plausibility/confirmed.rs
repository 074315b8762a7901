//! Warnings that somebody has answered for: a sheet of the workbook says which, of which value, who and why. One that has
//! been confirmed is told no more, as long as the cell holds the value that was confirmed.

use super::messages as say;
use crate::problem::messages::words;
use crate::problem::{Code, Location, Problem};
use crate::workbook::Book;
use crate::workbook::schema::{Field, Kind, Layout, ROW, SheetSchema};

/// The sheet.
pub const SHEET: &str = "Bekräftade varningar";

/// The codes of the warnings that can be confirmed.
pub const CODES: [&str; 9] = ["P01", "P02", "P03", "P04", "P05", "P06", "P07", "P09", "P10"];

static COLUMNS: [Field; 6] = [
    Field::new("kod", "Kod", Kind::Options(&CODES), "Varningens kod, till exempel P02."),
    Field::new("blad", "Blad", ROW, "Bladet som varningen gäller."),
    Field::new("cell", "Cell", Kind::Text { character: 12 }, "Cellen, till exempel B14."),
    Field::new(
        "varde",
        "Värde",
        ROW,
        "Det som står i cellen. Ändras det gäller bekräftelsen inte längre.",
    ),
    Field::new("bekraftad_av", "Bekräftas av", ROW, "Den funktion som svarar för värdet."),
    Field::new(
        "skal",
        "Skäl",
        Kind::Text { character: 400 },
        "Varför värdet är rätt. Står i manifestet.",
    ),
];

/// The sheet, for any workbook.
#[must_use]
pub const fn sheet() -> SheetSchema {
    SheetSchema {
        name: SHEET,
        about: "Varningar om värden som ser fel ut men är rätt. En rad per varning; lämnas tomt om ingen är bekräftad. En bekräftad varning visas inte mer, och står i manifestet med skälet.",
        required: false,
        layout: Layout::Lista { columns: &COLUMNS, keys: &[] },
    }
}

/// A warning that somebody has answered for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confirmed {
    /// Where it is: file, sheet and cell.
    pub location: Location,
    /// Its code.
    pub code: String,
    /// The cell, as it is named.
    pub cell: String,
    /// What stands in it.
    pub value: String,
    /// Who answers for it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Where that is said.
    pub(super) place: Location,
}

/// What the workbooks say is confirmed.
pub(super) fn all(books: &[(&str, &Book)]) -> Vec<Confirmed> {
    let has = |book: &&Book| book.has_sheet(SHEET);
    let books = books.iter().map(|(_, book)| *book).filter(has);
    let rows = books.flat_map(|book| book.rows(SHEET).iter().map(move |row| (book, row)));
    let read = rows.filter_map(|(book, row)| {
        let text = |id: &str| row.text(id).map(|read| read.value.trim().to_owned());
        Some(Confirmed {
            location: Location::sheet(&book.file, text("blad")?),
            code: text("kod")?,
            cell: text("cell")?.to_uppercase(),
            value: text("varde")?,
            by: text("bekraftad_av")?,
            reason: text("skal")?,
            place: row.text("kod")?.cell.location,
        })
    });
    read.collect()
}

impl Confirmed {
    /// Whether it is of a warning, about a cell that holds this.
    pub(super) fn is_of(&self, problem: &Problem, value: Option<String>) -> bool {
        let place = &problem.location;
        let bare = |text: &str| {
            text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace('.', ",")
        };
        let cell = place.cell.map(|cell| cell.to_string());
        self.code == problem.code.name()
            && self.location.file == place.file
            && self.location.sheet == place.sheet
            && cell.as_deref() == Some(self.cell.as_str())
            && value.is_some_and(|value| bare(&self.value) == bare(&value))
    }

    /// That it confirms nothing.
    pub(super) fn in_vain(&self) -> Problem {
        let sheet = self.location.sheet.clone().unwrap_or_default();
        let text =
            say::confirms_nothing(&self.code, &words::quoted(&sheet), &self.cell, &self.value);
        Problem::new(Code::P08, self.place.clone(), text).help(say::correct_or_remove())
    }
}
