//! A sheet for a list of texts and figures. Knows no document.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::sheet::{HEADING_ROW, Style, row_in_the_sheet, topmost, write_cell};
use crate::report::head::Huvud;
use crate::report::text_table::{Textcell, Texttabell};

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// Writes the sheet.
pub(super) fn list(
    sheet: &mut Worksheet,
    style: &Style,
    head: &Huvud,
    table: &Texttabell,
) -> Result<(), XlsxError> {
    let name: String = table.rubrik.chars().take(LONGEST_NAME).collect();
    sheet.set_name(&name)?;
    topmost(sheet, style, head, &table.rubrik, "")?;
    sheet.write_string_with_format(HEADING_ROW, 0, &table.radrubrik, &style.column_heading_text)?;
    sheet.set_column_width(0, 30)?;
    for (place, column) in (1_u16..).zip(&table.kolumner) {
        let format = if column.tal { &style.column_heading } else { &style.column_heading_text };
        sheet.write_string_with_format(HEADING_ROW, place, &column.rubrik, format)?;
        sheet.set_column_width(place, if column.tal { 18 } else { 30 })?;
    }
    for (place, row) in table.rader.iter().enumerate() {
        let in_the_sheet = row_in_the_sheet(place);
        sheet.write_string(in_the_sheet, 0, &row.rubrik)?;
        for (column, cell) in (1_u16..).zip(&row.celler) {
            match cell {
                Textcell::Text(text) => {
                    sheet.write_string(in_the_sheet, column, text)?;
                }
                Textcell::Siffra(figure) => {
                    write_cell(sheet, style, row.slag, (in_the_sheet, column), figure, None)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(HEADING_ROW + 1, 1)?;
    Ok(())
}
