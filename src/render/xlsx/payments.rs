//! A sheet for the days of payment: when each month is paid, for what, and how much to all regions. A
//! column that no month has anything in is left out. Knows no document.

use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

use super::sheet::{
    HEADING_ROW, Style, in_cell, preliminary_note, row_in_the_sheet, topmost, under, write_cell,
};
use crate::report::head::Huvud;
use crate::report::number::Siffra;
use crate::report::payment::Betalning;
use crate::report::table::Radslag;

/// What a cell holds.
enum Cell<'a> {
    Text(&'a str),
    Number(Decimal),
    Day(&'a str),
    Siffra(&'a Siffra),
}

/// A column: its heading, and what it has of a payment.
type Column = (&'static str, fn(&Betalning) -> Option<Cell<'_>>);

const COLUMNS: [Column; 9] = [
    ("Utbetalning", |row| Some(Cell::Text(&row.manad))),
    ("Avser kostnader i", |row| Some(Cell::Text(&row.kostnadsmanad))),
    ("Betalningsdag", |row| Some(Cell::Day(&row.dag.iso))),
    ("Avtalsår", |row| Some(Cell::Number(row.avtalsar.into()))),
    ("Bilaga", |row| row.bilaga.map(|bilaga| Cell::Number(bilaga.into()))),
    ("Månadsbelopp", |row| Some(Cell::Siffra(&row.manadsbelopp))),
    ("Justering", |row| row.justering.as_ref().map(Cell::Siffra)),
    ("Återstod", |row| row.residual.as_ref().map(Cell::Siffra)),
    ("Till alla regioner", |row| Some(Cell::Siffra(&row.totalt))),
];

/// Writes the sheet.
pub(super) fn payments(
    sheet: &mut Worksheet,
    style: &Style,
    head: &Huvud,
    payments: &[Betalning],
) -> Result<(), XlsxError> {
    sheet.set_name("Betalningsdagar")?;
    topmost(sheet, style, head, "Betalningsdagar", "kr")?;
    let something = |(_, cell): &&Column| payments.iter().any(|row| cell(row).is_some());
    for (column, (heading, cell)) in (0_u16..).zip(COLUMNS.iter().filter(something)) {
        let format = if column < 2 { &style.column_heading_text } else { &style.column_heading };
        sheet.write_string_with_format(HEADING_ROW, column, *heading, format)?;
        sheet.set_column_width(column, 20)?;
        for (place, payment) in payments.iter().enumerate() {
            if let Some(cell) = cell(payment) {
                write(sheet, style, (row_in_the_sheet(place), column), &cell)?;
            }
        }
    }
    let numbers = payments.iter().flat_map(|row| {
        COLUMNS.iter().filter_map(|(_, cell)| {
            if let Some(Cell::Siffra(number)) = cell(row) { Some(number) } else { None }
        })
    });
    under(sheet, style, payments.len(), preliminary_note(numbers))?;
    sheet.set_freeze_panes(HEADING_ROW + 1, 0)?;
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    style: &Style,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            sheet.write_string(row, column, *text)?;
        }
        Cell::Number(number) => {
            let format = style.cell(Radslag::Rad, "0");
            sheet.write_number_with_format(row, column, in_cell(*number), &format)?;
        }
        Cell::Day(day) => {
            let day = ExcelDateTime::parse_from_str(day)?;
            let format = style.cell(Radslag::Rad, "yyyy-mm-dd");
            sheet.write_datetime_with_format(row, column, day, &format)?;
        }
        Cell::Siffra(printed) => {
            write_cell(sheet, style, Radslag::Rad, (row, column), printed, None)?;
        }
    }
    Ok(())
}
