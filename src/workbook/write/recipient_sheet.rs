//! Writes a sheet with one row per recipient, and columns of numbers that the user names. Knows the layout that the
//! reader recognises by its headings.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Formula, utility};

use super::fill::SheetFill;
use super::page::Page;
use super::table_sheet::{Column, EMPTY_COLUMNS, EMPTY_ROWS, head};
use super::{WriteError, style};
use crate::workbook::book::CellValue;
use crate::workbook::read::About;
use crate::workbook::schema::{Field, FreeColumns};

pub(super) fn write(
    mut page: Page<'_>,
    columns: &[Field],
    free_column: &FreeColumns,
    sum_row: &str,
    filled_in: &SheetFill,
) -> Result<(), WriteError> {
    let Some((key, others)) = columns.split_first() else { return Ok(()) };
    let known = others.iter().map(|field| Column {
        field,
        heading: Some(field.heading_with_unit()),
        values: None,
        filled_from: filled_in.filled_from.get(field.id).cloned(),
        required: field.required,
    });
    let mut all: Vec<_> = known.collect();
    let own = own_columns(free_column, filled_in);
    let first_own = u16::try_from(all.len() + 1).unwrap_or(1);
    all.extend(own);
    let heading_row = head(&mut page, &key.heading_with_unit(), key.about, &all, 30)?;
    units(&mut page, heading_row, first_own, filled_in)?;
    let count = u32::try_from(filled_in.rows.len()).unwrap_or(0).max(EMPTY_ROWS);
    let (first, last) = (heading_row + 1, heading_row + count);
    for (place, row) in (0..).zip(first..=last) {
        let values = filled_in.rows.get(place);
        page.height(row, [])?;
        page.value(row, 0, key, key.required, values.and_then(|row| row.get(key.id)))?;
        for (column, field) in (1_u16..).zip(others) {
            let value = values.and_then(|row| row.get(field.id));
            page.value(row, column, field, field.required, value)?;
        }
        for (place_own, column) in (0..).zip(first_own..first_own + own_count(filled_in)) {
            let values = filled_in.own_columns.get(place_own).map(|own| &own.values);
            let value = values.and_then(|values| values.get(place));
            let required = place < filled_in.rows.len() && values.is_some();
            page.value(row, column, &free_column.field, required, value)?;
        }
    }
    page.validate((first, last), 0, key)?;
    for (place, column) in (1_u16..).zip(&all) {
        page.validate((first, last), place, column.field)?;
    }
    sum(&mut page, sum_row, (first, last), (first_own, &free_column.field, filled_in))?;
    page.freeze(heading_row)
}

/// The user's own columns: those given, or room for a few.
fn own_columns<'f>(free_column: &'f FreeColumns, filled_in: &SheetFill) -> Vec<Column<'f>> {
    let field = &free_column.field;
    let empty =
        || Column { field, heading: None, values: None, filled_from: None, required: false };
    if filled_in.own_columns.is_empty() {
        return (0..EMPTY_COLUMNS).map(|_| empty()).collect();
    }
    let given = filled_in.own_columns.iter().map(|own| Column {
        field,
        heading: Some(own.heading.clone()),
        values: None,
        filled_from: own.filled_from.clone(),
        required: true,
    });
    given.collect()
}

/// How many columns of the user's own there are, named or to be named.
fn own_count(filled_in: &SheetFill) -> u16 {
    let count = match filled_in.own_columns.len() {
        0 => EMPTY_COLUMNS,
        count => count,
    };
    u16::try_from(count).unwrap_or(0)
}

/// The units of the user's own columns, which he writes himself.
fn units(
    page: &mut Page<'_>,
    heading_row: u32,
    first: u16,
    filled_in: &SheetFill,
) -> Result<(), WriteError> {
    let place = About::ALL.iter().rev().position(|about| *about == About::Unit);
    let above = u32::try_from(place.unwrap_or(0)).unwrap_or(0);
    let row = heading_row - 1 - above;
    for (place, column) in (0..).zip(first..first + own_count(filled_in)) {
        match filled_in.own_columns.get(place) {
            Some(own) => {
                let format = style::about(false);
                page.worksheet.write_string_with_format(row, column, &own.unit, &format)?
            }
            None => page.worksheet.write_blank(row, column, &style::about(false))?,
        };
    }
    Ok(())
}

/// The last row: formulas over the user's own columns, with their values beside them. A column per something has
/// no sum that means anything.
fn sum(
    page: &mut Page<'_>,
    label: &str,
    (first, last): (u32, u32),
    (first_own, field, filled_in): (u16, &Field, &SheetFill),
) -> Result<(), WriteError> {
    // An empty row ends the table: the sum stands right under a full one.
    if filled_in.rows.len() < usize::try_from(EMPTY_ROWS).unwrap_or(0) {
        return Ok(());
    }
    page.height(last + 1, [])?;
    page.worksheet.write_string_with_format(last + 1, 0, label, &style::sum_heading())?;
    let between = 1..first_own;
    for column in between {
        page.worksheet.write_blank(last + 1, column, &style::sum_heading())?;
    }
    for (own, column) in filled_in.own_columns.iter().zip(first_own..) {
        if own.unit.contains(['/', '%']) {
            page.worksheet.write_blank(last + 1, column, &style::sum(field))?;
            continue;
        }
        let (from, to) =
            (utility::row_col_to_cell(first, column), utility::row_col_to_cell(last, column));
        let numbers = own.values.iter().map(|value| match value {
            CellValue::Integer(number) => Decimal::from(*number),
            CellValue::Decimal(number) => *number,
            CellValue::Text(_) | CellValue::Datum(_) => Decimal::ZERO,
        });
        let sum: Decimal = numbers.sum();
        let formula =
            Formula::new(format!("=SUM({from}:{to})")).set_result(sum.normalize().to_string());
        page.worksheet.write_formula_with_format(last + 1, column, formula, &style::sum(field))?;
    }
    Ok(())
}
