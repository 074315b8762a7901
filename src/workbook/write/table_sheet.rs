//! Writes a sheet with a table: one row per region, or a list. Knows the layout that the reader
//! recognises by its headings.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Formula, utility};

use super::WriteError;
use super::fill::{FilledFrom, SheetFill};
use super::page::Page;
use super::style;
use crate::region::{PerRegion, Region};
use crate::workbook::book::CellValue;
use crate::workbook::read::About;
use crate::workbook::schema::{Field, FreeColumns, Kind, ROW};

/// How many columns to name there are room for in an empty workbook.
pub(super) const EMPTY_COLUMNS: usize = 3;
/// How many rows of an empty list are made ready.
pub(super) const EMPTY_ROWS: u32 = 10;

/// A column to write.
pub(super) struct Column<'f> {
    pub(super) field: &'f Field,
    /// The heading; none where the user names the column.
    pub(super) heading: Option<String>,
    pub(super) values: Option<PerRegion<CellValue>>,
    pub(super) filled_from: Option<FilledFrom>,
    pub(super) required: bool,
}

pub(super) fn regions(
    mut page: Page<'_>,
    columns: &[Field],
    free_columns: Option<&FreeColumns>,
    sum_row: Option<&str>,
    filled_in: &SheetFill,
) -> Result<(), WriteError> {
    let known = columns.iter().map(|field| Column {
        field,
        heading: Some(field.heading_with_unit()),
        values: filled_in.columns.get(field.id).cloned(),
        filled_from: filled_in.filled_from.get(field.id).cloned(),
        required: field.required,
    });
    let free = free_columns.map(|free_columns| free_columns_of(free_columns, filled_in));
    let free = free.unwrap_or_default();
    // What is summed stands before its sum; what only some need stands last, and there is no room kept for it.
    let last = !columns.is_empty() && free_columns.is_some_and(|columns| columns.sum.is_none());
    let all: Vec<_> = if last {
        known.chain(free.into_iter().filter(|column| column.heading.is_some())).collect()
    } else {
        free.into_iter().chain(known).collect()
    };
    page.worksheet.set_print_fit_to_pages(u16::try_from(all.len().div_ceil(8)).unwrap_or(1), 1);
    page.worksheet.set_repeat_columns(0, 0)?;
    let heading_row = head(&mut page, "Region", "Regionernas ordning är fri.", &all, 22)?;
    let (first, last) = (heading_row + 1, heading_row + region_count());
    for (row, region) in (first..).zip(Region::all()) {
        page.height(row, [])?;
        page.worksheet.write_string_with_format(row, 0, region.short_name(), &style::label())?;
        for (place, column) in (1_u16..).zip(&all) {
            let value = column.values.as_ref().map(|values| values.of(region));
            page.value(row, place, column.field, column.required, value)?;
        }
    }
    for (place, column) in (1_u16..).zip(&all) {
        page.validate((first, last), place, column.field)?;
    }
    if let Some(label) = sum_row {
        sum(&mut page, label, (first, last), &all)?;
    }
    page.freeze(heading_row)
}

fn region_count() -> u32 {
    u32::try_from(crate::region::COUNT).unwrap_or(0)
}

/// The user's own columns: those given, or room for a few.
fn free_columns_of<'f>(free_columns: &'f FreeColumns, filled_in: &SheetFill) -> Vec<Column<'f>> {
    let field = &free_columns.field;
    let empty =
        || Column { field, heading: None, values: None, filled_from: None, required: false };
    if filled_in.free_columns.is_empty() {
        return (0..EMPTY_COLUMNS).map(|_| empty()).collect();
    }
    filled_in
        .free_columns
        .iter()
        .map(|(heading, filled)| Column {
            field,
            heading: Some(heading.clone()),
            values: filled.as_ref().map(|(values, _)| values.clone()),
            filled_from: filled.as_ref().map(|(_, filled_from)| filled_from.clone()),
            required: true,
        })
        .collect()
}

/// How wide a column is: paragraphs are written in a wider one.
fn width_of(column: &Column<'_>) -> u32 {
    match column.field.kind {
        Kind::Text { character } if character > 1_000 => 90,
        _ if column.field.is_number() => 22,
        _ => 30,
    }
}

/// The rows about the columns, and the headings. Gives the row of headings.
pub(super) fn head(
    page: &mut Page<'_>,
    key: &str,
    about_the_key: &str,
    columns: &[Column<'_>],
    width: u32,
) -> Result<u32, WriteError> {
    page.worksheet.set_column_width(0, width)?;
    let heading_row =
        (page.row..).zip(About::ALL).map(|(row, _)| row + 1).last().unwrap_or(page.row);
    for (row, about) in (page.row..).zip(About::ALL) {
        page.heading(row, 0, about.label(), about.explanation(), &style::label())?;
        let sources = columns.iter().filter(|_| about == About::Source);
        let sources = sources.filter_map(|column| {
            Some((column.filled_from.as_ref()?.source.as_str(), width_of(column)))
        });
        let sources: Vec<_> = sources.map(|(text, width)| (text.to_owned(), width)).collect();
        page.height(row, sources.iter().map(|(text, width)| (text.as_str(), *width)))?;
        for (place, column) in (1_u16..).zip(columns) {
            let field = match column.heading {
                Some(_) => *column.field,
                // What is said of a column without a heading would be text outside the table.
                None => Field::new(column.field.id, "", ROW, ""),
            };
            let field = Field { required: column.required, ..field };
            page.about(row, place, about, &field, column.filled_from.as_ref())?;
        }
    }
    page.heading(heading_row, 0, key, about_the_key, &style::heading())?;
    let headings = columns
        .iter()
        .map(|column| (column.heading.as_deref().unwrap_or_default(), width_of(column)));
    page.height(heading_row, headings)?;
    for (place, column) in (1_u16..).zip(columns) {
        let format = match &column.heading {
            None => style::empty_heading(),
            Some(_) if column.field.is_number() => style::number_heading(),
            Some(_) => style::heading(),
        };
        page.worksheet.set_column_width(place, width_of(column))?;
        let explanation = match column.heading {
            Some(_) => column.field.about.to_owned(),
            None => {
                format!(
                    "Skriv rubriken här: {}. Lämna kolumnen tom om den inte behövs.",
                    column.field.heading
                )
            }
        };
        page.heading(
            heading_row,
            place,
            column.heading.as_deref().unwrap_or_default(),
            &explanation,
            &format,
        )?;
    }
    Ok(heading_row)
}

/// The last row: formulas, with their values beside them.
fn sum(
    page: &mut Page<'_>,
    label: &str,
    (first, last): (u32, u32),
    columns: &[Column<'_>],
) -> Result<(), WriteError> {
    page.height(last + 1, [])?;
    page.worksheet.write_string_with_format(last + 1, 0, label, &style::sum_heading())?;
    for (place, column) in (1_u16..).zip(columns) {
        let format = style::sum(column.field);
        if !column.field.is_summed() || column.heading.is_none() {
            page.worksheet.write_blank(last + 1, place, &format)?;
            continue;
        }
        let (from, to) =
            (utility::row_col_to_cell(first, place), utility::row_col_to_cell(last, place));
        let values = column.values.iter().flat_map(PerRegion::values);
        let sum: Decimal = values
            .map(|value| match value {
                CellValue::Integer(number) => Decimal::from(*number),
                CellValue::Decimal(number) => *number,
                CellValue::Text(_) | CellValue::Datum(_) => Decimal::ZERO,
            })
            .sum();
        let formula =
            Formula::new(format!("=SUM({from}:{to})")).set_result(sum.normalize().to_string());
        page.worksheet.write_formula_with_format(last + 1, place, formula, &format)?;
    }
    Ok(())
}

pub(super) fn list(
    mut page: Page<'_>,
    columns: &[Field],
    keys: &[&str],
    filled_in: &SheetFill,
) -> Result<(), WriteError> {
    let Some((key, others)) = columns.split_first() else { return Ok(()) };
    let all: Vec<_> = others
        .iter()
        .map(|field| Column {
            field,
            heading: Some(field.heading_with_unit()),
            values: None,
            filled_from: filled_in.filled_from.get(field.id).cloned(),
            required: field.required,
        })
        .collect();
    let heading_row = head(&mut page, &key.heading_with_unit(), key.about, &all, 36)?;
    if others.is_empty() {
        alone(&mut page, key, filled_in)?;
    }
    let count = u32::try_from(filled_in.rows.len()).unwrap_or(0);
    let rows = if keys.is_empty() {
        count.max(EMPTY_ROWS)
    } else {
        u32::try_from(keys.len()).unwrap_or(0)
    };
    for (number, row) in (0..rows).zip(heading_row + 1..) {
        let named = usize::try_from(number).ok().and_then(|number| keys.get(number));
        let values = match named {
            Some(name) => filled_in
                .rows
                .iter()
                .find(|row| matches!(row.get(key.id), Some(CellValue::Text(text)) if text == name)),
            None => usize::try_from(number).ok().and_then(|number| filled_in.rows.get(number)),
        };
        let texts = values.iter().flat_map(|row| row.values()).filter_map(|value| match value {
            CellValue::Text(text) => Some((text.as_str(), 30)),
            _ => None,
        });
        page.height(row, texts)?;
        match named {
            Some(name) => {
                page.worksheet.write_string_with_format(row, 0, *name, &style::label())?;
            }
            None => {
                page.value(row, 0, key, key.required, values.and_then(|row| row.get(key.id)))?;
            }
        }
        for (place, column) in (1_u16..).zip(&all) {
            let value = values.and_then(|row| row.get(column.field.id));
            page.value(row, place, column.field, column.required, value)?;
        }
    }
    let area = (heading_row + 1, heading_row + rows);
    if keys.is_empty() {
        page.validate(area, 0, key)?;
    }
    for (place, column) in (1_u16..).zip(&all) {
        page.validate(area, place, column.field)?;
    }
    page.freeze(heading_row)
}

/// A list of one column says what it rests on beside the labels.
fn alone(page: &mut Page<'_>, key: &Field, filled_in: &SheetFill) -> Result<(), WriteError> {
    page.worksheet.set_column_width(1, 44)?;
    for (row, about) in (page.row..).zip(About::ALL) {
        page.about(row, 1, about, key, filled_in.filled_from.get(key.id))?;
    }
    Ok(())
}
