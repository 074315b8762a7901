//! What every document opens with: what it is, and every input it rests on.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::Datum;
use crate::figure::{CellRef, Status};
use crate::swedish;

/// An input a document rests on.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
pub struct Underlagsrad {
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
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
            uppgift: underlag.item.clone(),
            kalla: underlag.source.clone(),
            per_datum: underlag.as_of.map(|date| date.to_string()),
            status: underlag.status.name().to_owned(),
            bekraftad_av: underlag.confirmed_by.clone(),
        }
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
    /// The sheets that hold examples or unconfirmed inputs it rests on, for a sentence.
    pub exempelblad: String,
    /// Every input it rests on.
    pub underlag: Vec<Underlagsrad>,
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
            exempelblad: String::new(),
            underlag: Vec::new(),
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
        let status = |row: &Underlagsrad| Status::find(&row.status).unwrap_or(Status::EjBekraftad);
        let weakest_of = underlag.iter().map(status).max().unwrap_or(Status::Faststalld);
        let mut blad: Vec<&str> = Vec::new();
        for row in underlag.iter().filter(|row| status(row) >= Status::Exempel) {
            if !blad.contains(&row.blad.as_str()) {
                blad.push(&row.blad);
            }
        }
        self.exempelblad = swedish::enumeration(&blad);
        dokument.clone_into(&mut self.dokument);
        self.version = version;
        korning.clone_into(&mut self.korning);
        self.ar = ar;
        weakest_of.name().clone_into(&mut self.status);
        self.vilar_pa_exempel = weakest_of >= Status::Exempel;
        self.underlag = underlag;
    }
}
