//! A sheet for a table: caption, unit and status above, one row of headings, numbers as numbers, the
//! total as a formula where the rows do add up to it. Knows no document.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError,
};

use super::status;
use super::table::{CellValue, content, heading, terms};
use crate::report::head::Huvud;
use crate::report::number::Siffra;
use crate::report::table::{Radslag, Tabell, Tabellrad};

/// The paper, by Excel's number.
pub(super) const A4: u8 = 9;
/// The row of the headings: caption, unit, status, an empty row above.
pub(super) const HEADING_ROW: u32 = 4;
/// How long the name of a sheet may be.
const LONGEST_NAME: usize = 31;

/// The formats of all sheets.
pub(super) struct Style {
    pub(super) heading: Format,
    pub(super) column_heading_text: Format,
    pub(super) column_heading: Format,
    sum_heading: Format,
    not: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let bold = Format::new().set_bold();
        let head = bold.clone().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        Self {
            heading: bold.clone().set_font_size(13),
            column_heading_text: head.clone().set_align(FormatAlign::Bottom),
            column_heading: head.set_align(FormatAlign::Right).set_align(FormatAlign::Bottom),
            sum_heading: bold.set_border_top(FormatBorder::Thin),
            not: Format::new().set_italic(),
        }
    }

    pub(super) fn cell(&self, kind: Radslag, format: &str) -> Format {
        let bas = if kind == Radslag::Rad { Format::new() } else { self.sum_heading.clone() };
        bas.set_num_format(format)
    }

    fn row_heading(&self, kind: Radslag) -> Format {
        if kind == Radslag::Rad { Format::new() } else { self.sum_heading.clone() }
    }
}

/// Writes a table. `plats` numbers the sheet of a table without number.
pub(super) fn table(
    sheet: &mut Worksheet,
    style: &Style,
    head: &Huvud,
    table: &Tabell,
    place: usize,
) -> Result<(), XlsxError> {
    let name = match table.nummer {
        Some(number) => format!("Tabell {number}"),
        None => sheet_name(&table.rubrik, place),
    };
    sheet.set_name(&name)?;
    let caption = match table.nummer {
        Some(number) => format!("Tabell {number}. {}", table.rubrik),
        None => table.rubrik.clone(),
    };
    topmost(sheet, style, head, &caption, &table.enhet)?;
    let first = u16::from(table.rader.iter().any(|row| row.code().is_some()));
    if first > 0 {
        let code = if table.rader.iter().any(|row| row.kod.is_some()) { "Kod" } else { "Länskod" };
        sheet.write_string_with_format(HEADING_ROW, 0, code, &style.column_heading_text)?;
        sheet.set_column_width(0, 9)?;
    }
    sheet.write_string_with_format(
        HEADING_ROW,
        first,
        &table.radrubrik,
        &style.column_heading_text,
    )?;
    let longest = table.rader.iter().map(|row| row.rubrik.chars().count()).max().unwrap_or(0);
    sheet.set_column_width(first, u32::try_from(longest.clamp(18, 60)).unwrap_or(60))?;
    for (place, column) in (first + 1..).zip(&table.kolumner) {
        sheet.write_string_with_format(
            HEADING_ROW,
            place,
            heading(column),
            &style.column_heading,
        )?;
        sheet.set_column_width(place, 17)?;
    }
    for (place, row) in table.rader.iter().enumerate() {
        write_row(sheet, style, table, row, place, first)?;
    }
    under(sheet, style, table.rader.len(), notes(table))?;
    sheet.set_freeze_panes(HEADING_ROW + 1, first + 1)?;
    Ok(())
}

/// What stands under a table.
fn notes(table: &Tabell) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(preliminary_note(table.rader.iter().flat_map(|row| row.celler.iter().flatten())));
    if table.avrundade.antal > 0 {
        let rows = &table.avrundade.uppraknade;
        notes.push(format!("Går inte ihop som tryckt, på grund av avrundning: {rows}."));
    }
    notes
}

/// The note that explains the mark, if any of some figures bears it.
pub(super) fn preliminary_note<'a>(
    numbers: impl IntoIterator<Item = &'a Siffra>,
) -> Option<String> {
    let marked = numbers.into_iter().any(|number| number.markt);
    marked.then(|| "* Preliminär uppgift.".to_owned())
}

/// Writes notes below so many rows.
pub(super) fn under(
    sheet: &mut Worksheet,
    style: &Style,
    rows: usize,
    notes: impl IntoIterator<Item = String>,
) -> Result<(), XlsxError> {
    for (row, not) in (row_in_the_sheet(rows) + 1..).zip(notes) {
        sheet.write_string_with_format(row, 0, not, &style.not)?;
    }
    Ok(())
}

pub(super) fn topmost(
    sheet: &mut Worksheet,
    style: &Style,
    head: &Huvud,
    heading: &str,
    unit: &str,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, heading, &style.heading)?;
    if !unit.is_empty() {
        sheet.write_string(1, 0, format!("Enhet: {unit}"))?;
    }
    sheet.write_string(2, 0, status(head))?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADING_ROW, HEADING_ROW)?;
    sheet.set_header(format!("&L{}&R{}", head.titel.replace('&', "&&"), head.datum.iso));
    sheet.set_footer("&L&A&R&P (&N)");
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    style: &Style,
    table: &Tabell,
    row: &Tabellrad,
    place: usize,
    first: u16,
) -> Result<(), XlsxError> {
    let in_the_sheet = row_in_the_sheet(place);
    let format = style.row_heading(row.slag);
    if first > 0 {
        let code = row.code().unwrap_or_default();
        sheet.write_string_with_format(in_the_sheet, 0, code, &format)?;
    }
    sheet.write_string_with_format(in_the_sheet, first, &row.rubrik, &format)?;
    for (place_in_the_row, cell) in row.celler.iter().enumerate() {
        let column = first + 1 + u16::try_from(place_in_the_row).unwrap_or(u16::MAX - 2);
        let Some(number) = cell else {
            match row.okanda.iter().find(|unknown| unknown.kolumn == place_in_the_row) {
                Some(unknown) => {
                    let right_side = format.clone().set_align(FormatAlign::Right);
                    sheet.write_string_with_format(
                        in_the_sheet,
                        column,
                        &unknown.text,
                        &right_side,
                    )?
                }
                None => sheet.write_blank(in_the_sheet, column, &format)?,
            };
            continue;
        };
        let formula = terms(table, place, place_in_the_row).map(|terms| sum(&terms, column));
        write_cell(sheet, style, row.slag, (in_the_sheet, column), number, formula)?;
    }
    Ok(())
}

pub(super) fn write_cell(
    sheet: &mut Worksheet,
    style: &Style,
    kind: Radslag,
    (row, column): (u32, u16),
    printed: &Siffra,
    formula: Option<String>,
) -> Result<(), XlsxError> {
    match content(printed) {
        CellValue::Number(number, decimals) => {
            let mut format = match decimals {
                0 => "#,##0".to_owned(),
                more => format!("#,##0.{}", "0".repeat(more)),
            };
            if printed.markt {
                format.push_str("\"*\"");
            }
            let format = style.cell(kind, &format);
            if let Some(formula) = formula {
                let formula = Formula::new(formula).set_result(number.to_string());
                sheet.write_formula_with_format(row, column, formula, &format)?;
            } else {
                sheet.write_number_with_format(row, column, in_cell(number), &format)?;
            }
        }
        CellValue::YearNumber(number) => {
            let format = style.cell(kind, "0");
            sheet.write_number_with_format(row, column, in_cell(number), &format)?;
        }
        CellValue::Day(day) => {
            let format = style.cell(kind, "yyyy-mm-dd");
            let day = ExcelDateTime::parse_from_str(day)?;
            sheet.write_datetime_with_format(row, column, day, &format)?;
        }
    }
    Ok(())
}

/// The nearest number a cell can hold; the parser rounds correctly, and whole numbers are exact.
pub(super) fn in_cell(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

/// The formula over some rows of a column: unbroken stretches as ranges.
fn sum(terms: &[usize], column: u16) -> String {
    let mut areas: Vec<(u32, u32)> = Vec::new();
    for row in terms.iter().map(|place| row_in_the_sheet(*place)) {
        match areas.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => areas.push((row, row)),
        }
    }
    let areas: Vec<_> = areas
        .into_iter()
        .map(|(from, to)| rust_xlsxwriter::utility::cell_range(from, column, to, column))
        .collect();
    format!("=SUM({})", areas.join(","))
}

pub(super) fn row_in_the_sheet(place: usize) -> u32 {
    HEADING_ROW + 1 + u32::try_from(place).unwrap_or(u32::MAX - HEADING_ROW - 2)
}

/// A caption as the name of a sheet: short, without the signs Excel forbids, and its own.
fn sheet_name(heading: &str, place: usize) -> String {
    let name: String = heading
        .chars()
        .filter(|character| !matches!(character, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''))
        .collect();
    let end = format!(" ({})", place + 1);
    let short: String = name.chars().take(LONGEST_NAME - end.chars().count()).collect();
    let short = short.trim();
    if short.is_empty() { format!("Tabell{end}") } else { format!("{short}{end}") }
}
