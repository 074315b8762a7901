//! Writes a workbook by its schema, empty or filled: the same definition that reads it. The bytes
//! depend on nothing but the arguments. Knows sheets and cells, no grant.

mod forsattsblad;
mod fyllning;
mod sida;
mod stil;
mod tabellblad;
mod uppgiftsblad;
mod validering;

use std::fmt;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::schema::{Arbetsbok, Form};
pub use fyllning::{Belagg, Fyllning};

/// Why a workbook could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skrivfel(String);

impl fmt::Display for Skrivfel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Skrivfel {}

impl From<XlsxError> for Skrivfel {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// A workbook for a year, with the values given and the rest to fill in.
///
/// # Errors
/// If a number cannot be written so that it reads back as itself, or the spreadsheet format cannot hold
/// something.
///
/// # Panics
/// If values are given for a sheet or an id the schema lacks: a bug.
pub fn scaffold(mall: &Arbetsbok, ar: i32, fyll: &Fyllning) -> Result<Vec<u8>, Skrivfel> {
    for namn in fyll.namn() {
        let blad = mall.blad(namn);
        for id in fyll.blad(namn).ids() {
            assert!(blad.falt().iter().any(|falt| falt.id == id), "{namn} has no field {id}");
        }
    }
    let mut bok = Workbook::new();
    let skapad = ExcelDateTime::from_ymd(u16::try_from(ar).unwrap_or(2000), 1, 1)?;
    let egenskaper = DocProperties::new()
        .set_title(format!("{} {ar}", mall.titel))
        .set_comment(mall.om)
        .set_creation_datetime(&skapad);
    bok.set_properties(&egenskaper);
    forsattsblad::skriv(bok.add_worksheet(), mall, ar)?;
    for blad in mall.blad {
        let mut fyllt = fyll.blad(blad.namn);
        if blad.namn == mall.ar.0 {
            fyllt.ar = Some((mall.ar.1, ar));
        }
        let sida = sida::Sida::ny(bok.add_worksheet(), blad, ar)?;
        match &blad.form {
            Form::Uppgifter(falt) => uppgiftsblad::skriv(sida, falt, &fyllt)?,
            Form::Regioner { kolumner, fria, summarad } => {
                tabellblad::regioner(sida, kolumner, fria.as_ref(), *summarad, &fyllt)?;
            }
            Form::Lista { kolumner, nycklar } => {
                tabellblad::lista(sida, kolumner, nycklar, &fyllt)?;
            }
        }
    }
    Ok(bok.save_to_buffer()?)
}

/// A date as the spreadsheet format has it.
fn exceldatum(datum: NaiveDate) -> Result<ExcelDateTime, Skrivfel> {
    Ok(ExcelDateTime::parse_from_str(&datum.to_string())?)
}
