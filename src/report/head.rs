//! What every document opens with: what it is, and every input it rests on.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::number::Datum;
use crate::figure::{CellRef, Cells, Status};
use crate::swedish;

/// An input a document rests on.
#[derive(Clone, Debug, Default, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
pub struct Underlagsrad {
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// The cells it stands in: `B5`, or ranges with commas between them; empty for what an archived file says.
    pub celler: String,
    /// The same cells.
    #[serde(skip)]
    pub(crate) cells: Cells,
    /// The input's name on the sheet.
    pub uppgift: String,
    /// Its source.
    pub kalla: String,
    /// The date it holds for, if it has one.
    pub per_datum: Option<String>,
    /// How sure it is.
    pub status: String,
    /// Who confirmed it, if anyone.
    pub bekraftad_av: Option<String>,
}

impl From<&CellRef> for Underlagsrad {
    fn from(cell: &CellRef) -> Self {
        let (location, underlag) = (&cell.location, &cell.evidence);
        Self {
            fil: location.file.clone(),
            blad: location.sheet.clone().unwrap_or_default(),
            celler: String::new(),
            cells: Cells::default(),
            uppgift: underlag.item.clone(),
            kalla: underlag.source.clone(),
            per_datum: underlag.as_of.map(|date| date.to_string()),
            status: underlag.status.name().to_owned(),
            bekraftad_av: underlag.confirmed_by.clone(),
        }
    }
}

impl Underlagsrad {
    /// Rows of cells, those of the same input as one that names them all.
    pub(crate) fn of<'c>(cells: impl IntoIterator<Item = &'c CellRef>) -> Vec<Self> {
        let mut rows: BTreeMap<Self, Cells> = BTreeMap::new();
        for cell in cells {
            rows.entry(Self::from(cell)).or_default().add(cell);
        }
        let named =
            |(row, cells): (Self, Cells)| Self { celler: cells.ranges().join(", "), cells, ..row };
        rows.into_iter().map(named).collect()
    }

    /// Whether it stands in an archived file, where places are told by pointers.
    pub(crate) fn is_archived(&self) -> bool {
        self.blad.starts_with('/')
    }

    /// How sure it is.
    pub(crate) fn sure(&self) -> Status {
        Status::find(&self.status).unwrap_or(Status::EjBekraftad)
    }
}

/// What every document opens with.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Huvud {
    /// The document's id: `cirkular`.
    pub dokument: String,
    /// The version of the document's JSON form; rises when a field changes its meaning or goes.
    pub version: u32,
    /// The id of the run that made it: the one in `manifest.json`, printed in the PDF's footer.
    pub korning: String,
    /// The grant or budget year.
    pub ar: i32,
    /// The title, as in the PDF's metadata.
    pub titel: String,
    /// The date printed on it.
    pub datum: Datum,
    /// The weakest status of what it rests on.
    pub status: String,
    /// Whether it rests on examples, and must say so on every page.
    pub vilar_pa_exempel: bool,
    /// Whether the decision that it is, or belongs to, has not been made.
    pub utkast: bool,
    /// The sheets that hold examples or unconfirmed inputs it rests on, for a sentence.
    pub exempelblad: String,
    /// The same workbook by workbook with the cells, for a sentence: `a.xlsx (Blad B5)`. Of many
    /// sheets only the first with their ranges, so that a box on paper can hold them; `underlag` has all.
    pub exempelceller: String,
    /// Every input it rests on.
    pub underlag: Vec<Underlagsrad>,
    /// What is said before the status in a workbook that is no document's; else empty.
    #[serde(skip)]
    pub(crate) caution: &'static str,
}

impl Huvud {
    /// The head of a document of this title and date. What else it says is completed when the whole
    /// document has been chosen, since it rests on what was read for it.
    #[must_use]
    pub fn of(titel: impl Into<String>, datum: Datum) -> Self {
        Self {
            dokument: String::new(),
            version: 0,
            korning: String::new(),
            ar: 0,
            titel: titel.into(),
            datum,
            status: String::new(),
            vilar_pa_exempel: false,
            utkast: false,
            exempelblad: String::new(),
            exempelceller: String::new(),
            underlag: Vec::new(),
            caution: "",
        }
    }

    /// The same of a decision, which may not have been made.
    #[must_use]
    pub fn of_decision(self, utkast: bool) -> Self {
        Self { utkast, ..self }
    }

    /// Says which comparison it is of, in which version of its form; it rests on sets, and not on cells.
    pub(crate) fn of_comparison(
        &mut self,
        (dokument, version): (&str, u32),
        korning: &str,
        ar: i32,
        example: Option<&str>,
    ) {
        self.complete((dokument, version), korning, ar, Vec::new());
        self.vilar_pa_exempel = example.is_some();
        if let Some(places) = example {
            Status::Exempel.name().clone_into(&mut self.status);
            places.clone_into(&mut self.exempelceller);
        }
    }

    /// Says which document it is, in which version of its form; and what it rests on, from which its status
    /// follows.
    pub(crate) fn complete(
        &mut self,
        (dokument, version): (&str, u32),
        korning: &str,
        ar: i32,
        underlag: Vec<Underlagsrad>,
    ) {
        let weakest_of =
            underlag.iter().map(Underlagsrad::sure).max().unwrap_or(Status::Faststalld);
        let mut blad: Vec<&str> = Vec::new();
        let mut celler: BTreeMap<(&str, &str), Cells> = BTreeMap::new();
        for row in underlag.iter().filter(|row| row.sure() >= Status::Exempel) {
            // An archived file has no sheets: it is named whole.
            let (whole, sheet) =
                if row.is_archived() { (&row.fil, "") } else { (&row.blad, row.blad.as_str()) };
            if !blad.contains(&whole.as_str()) {
                blad.push(whole);
            }
            celler.entry((&row.fil, sheet)).or_default().extend(&row.cells);
        }
        self.exempelblad = swedish::enumeration(&blad);
        self.exempelceller = places(&celler);
        dokument.clone_into(&mut self.dokument);
        self.version = version;
        korning.clone_into(&mut self.korning);
        self.ar = ar;
        weakest_of.name().clone_into(&mut self.status);
        self.vilar_pa_exempel = weakest_of >= Status::Exempel;
        self.underlag = underlag;
    }
}

/// Of so many sheets the cells are named in a box; of more, the sheets.
const SHEETS: usize = 6;
/// So many ranges of a sheet are named there.
const RANGES: usize = 3;

/// Cells by workbook and sheet, for a sentence that a box has room for: `a.xlsx (Blad B5; Annat B6:C9)`.
fn places(cells: &BTreeMap<(&str, &str), Cells>) -> String {
    let mut books: Vec<(&str, Vec<String>)> = Vec::new();
    for (place, ((fil, blad), cells)) in cells.iter().enumerate() {
        let mut ranges = if place < SHEETS { cells.ranges() } else { Vec::new() };
        let more = if ranges.len() > RANGES { " med flera" } else { "" };
        ranges.truncate(RANGES);
        let place = format!("{blad} {}{more}", ranges.join(", ")).trim_end().to_owned();
        match books.last_mut() {
            Some((own, sheets)) if own == fil => sheets.push(place),
            _ => books.push((fil, vec![place])),
        }
    }
    let book = |(fil, sheets): (&str, Vec<String>)| match sheets.concat().as_str() {
        "" => fil.to_owned(),
        _ => format!("{fil} ({})", sheets.join("; ")),
    };
    swedish::enumeration(&books.into_iter().map(book).collect::<Vec<_>>())
}
