//! What every document opens with: what it is, and every input it rests on.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::Datum;
use crate::figure::{CellRef, Status};
use crate::svenska;

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
        let (location, underlag) = (&cell.location, &cell.underlag);
        Self {
            fil: location.file.clone(),
            blad: location.sheet.clone().unwrap_or_default(),
            uppgift: underlag.uppgift.clone(),
            kalla: underlag.kalla.clone(),
            per_datum: underlag.per_datum.map(|date| date.to_string()),
            status: underlag.status.namn().to_owned(),
            bekraftad_av: underlag.bekraftad_av.clone(),
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
        let status = |rad: &Underlagsrad| Status::hitta(&rad.status).unwrap_or(Status::EjBekraftad);
        let svagast = underlag.iter().map(status).max().unwrap_or(Status::Faststalld);
        let mut blad: Vec<&str> = Vec::new();
        for rad in underlag.iter().filter(|rad| status(rad) >= Status::Exempel) {
            if !blad.contains(&rad.blad.as_str()) {
                blad.push(&rad.blad);
            }
        }
        self.exempelblad = svenska::upprakning(&blad);
        dokument.clone_into(&mut self.dokument);
        self.version = version;
        korning.clone_into(&mut self.korning);
        self.ar = ar;
        svagast.namn().clone_into(&mut self.status);
        self.vilar_pa_exempel = svagast >= Status::Exempel;
        self.underlag = underlag;
    }
}
