//! Writes a workbook by its schema, empty or filled: the same definition that reads it. The bytes
//! depend on nothing but the arguments. Knows sheets and cells, no grant.

mod cover;
mod fill;
mod item_sheet;
mod page;
mod recipient_sheet;
mod style;
mod table_sheet;
mod validation;

use std::fmt;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::schema::{Layout, WorkbookSchema};
use crate::problem::{Language, Message};
pub use fill::{Fill, FilledFrom};

/// Why a workbook could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(Message);

/// In Swedish.
impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.in_language(Language::Swedish))
    }
}

impl std::error::Error for WriteError {}

impl From<WriteError> for Message {
    fn from(error: WriteError) -> Self {
        error.0
    }
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self(Message::alike(error))
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
pub fn scaffold(schema: &WorkbookSchema, year: i32, fill: &Fill) -> Result<Vec<u8>, WriteError> {
    for name in fill.name() {
        let sheet = schema.sheet(name);
        for id in fill.sheet(name).ids() {
            assert!(sheet.field().iter().any(|field| field.id == id), "{name} has no field {id}");
        }
    }
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(2000), 1, 1)?;
    let properties = DocProperties::new()
        .set_title(format!("{} {year}", schema.title))
        .set_comment(schema.about)
        .set_creation_datetime(&created);
    book.set_properties(&properties);
    cover::write(book.add_worksheet(), schema, year)?;
    let stated = fill.stated(schema.day_items());
    for sheet in schema.sheets {
        let mut filled_in = fill.sheet(sheet.name);
        if sheet.name == schema.year.0 {
            filled_in.year = Some((schema.year.1, year));
        }
        let page = page::Page::new(
            book.add_worksheet(),
            sheet,
            (year, &stated),
            filled_in.whole.as_ref(),
        )?;
        match &sheet.layout {
            Layout::Items(field) => item_sheet::write(page, field, &filled_in)?,
            Layout::Regions { columns, free_columns, sum_row } => {
                table_sheet::regions(page, columns, free_columns.as_ref(), *sum_row, &filled_in)?;
            }
            Layout::Lista { columns, keys } => {
                table_sheet::list(page, columns, keys, &filled_in)?;
            }
            Layout::Recipients { columns, free_column, sum_row } => {
                recipient_sheet::write(page, columns, free_column, sum_row, &filled_in)?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

/// A date as the spreadsheet format has it.
fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, WriteError> {
    Ok(ExcelDateTime::parse_from_str(&date.to_string())?)
}
