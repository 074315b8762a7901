//! Checks that totals in a sheet are the sum of their rows. Exact, but for the noise a spreadsheet's
//! own sum of floats leaves beyond the last decimal the field may have.

use rust_decimal::Decimal;

use super::headings::{Column, ColumnValues};
use super::sheet::SheetReader;
use crate::problem::messages::{table as say, words};
use crate::problem::{Cell, Code, Message};
use crate::region::Region;
use crate::workbook::book::CellValue;
use crate::workbook::number;
use crate::workbook::parse::{Finding, parse, show};
use crate::workbook::schema::{Field, FreeColumns, Kind};
use crate::workbook::text::quote;

/// Checks the cell of the sum row in a column, if it is filled, against the rows above it: none where a row has no
/// value, which has been reported.
pub(super) fn sum_row<'v>(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    field: &Field,
    values: impl IntoIterator<Item = Option<&'v CellValue>>,
) {
    let Some(content) = sheet.cell(cell) else { return };
    if !field.is_summed() {
        let text = say::summed_in_vain(&show(content), &quote(field.heading));
        let help = if field.is_number() {
            say::empty_it_unit(&words::word(field.unit()))
        } else {
            say::empty_it()
        };
        sheet.flag(cell, Finding::new(Code::I14, text).help(help));
        return;
    }
    let sum = match parse(content, &at(field)) {
        Ok(content) => numbers_in(&content),
        Err(finding) => return sheet.flag(cell, finding),
    };
    let rows: Option<Vec<_>> = values.into_iter().map(|value| value.and_then(numbers_in)).collect();
    let Some((sum, rows)) = sum.zip(rows) else { return };
    let expected: Decimal = rows.into_iter().sum();
    if !equal(sum, expected, field) {
        let text = say::sum_row_differs(&number::write(sum), &number::write(expected));
        sheet.flag(cell, errors(text, sum, expected, field));
    }
}

/// Checks that the user's own columns sum to the column that states their sum, if there is one, region
/// by region.
pub(super) fn free_columns(
    sheet: &mut SheetReader<'_>,
    free_columns: &FreeColumns,
    values: &[(&Column, ColumnValues)],
) {
    let parts: Vec<_> = values.iter().filter(|(column, _)| column.free).collect();
    let sum =
        values.iter().find(|(column, _)| !column.free && Some(column.field.id) == free_columns.sum);
    let (Some((column, sums)), false) = (sum, parts.is_empty()) else { return };
    for region in Region::all() {
        let number: Option<Vec<_>> = parts
            .iter()
            .map(|(_, values)| values.get(&region).and_then(|value| numbers_in(&value.value)))
            .collect();
        let (Some(number), Some(value)) = (number, sums.get(&region)) else { continue };
        let (Some(sum), Some(cell)) = (numbers_in(&value.value), value.cell.location.cell) else {
            continue;
        };
        let expected: Decimal = number.into_iter().sum();
        if !equal(sum, expected, column.field) {
            let text = say::parts_differ(
                &quote(&column.heading),
                &region,
                &number::write(sum),
                &number::write(expected),
            );
            sheet.flag(cell, errors(text, sum, expected, column.field));
        }
    }
}

fn errors(text: Message, sum: Decimal, expected: Decimal, field: &Field) -> Finding {
    let difference = number::write((sum - expected).abs());
    let help = match field.unit() {
        "" => say::difference(&difference),
        unit => say::difference_in(&difference, unit),
    };
    Finding::new(Code::I14, text).expected(Message::alike(number::write(expected))).help(help)
}

/// The field without limits: a sum may be greater than any of its parts, and have a float's noise.
fn at(field: &Field) -> Field {
    let (min, max) = (i64::MIN, i64::MAX);
    let kind = match field.kind {
        Kind::Integer { measure, .. } => Kind::Integer { measure, min, max },
        Kind::Decimal { measure, .. } => Kind::Decimal { measure, min, max, decimals: 28 },
        kind => kind,
    };
    Field { kind, ..*field }
}

fn numbers_in(content: &CellValue) -> Option<Decimal> {
    match content {
        CellValue::Integer(number) => Some(Decimal::from(*number)),
        CellValue::Decimal(number) => Some(*number),
        _ => None,
    }
}

/// Whether two numbers are the same to the field's last decimal.
fn equal(sum: Decimal, expected: Decimal, field: &Field) -> bool {
    match field.kind {
        Kind::Decimal { decimals, .. } => {
            let half = Decimal::try_new(5, decimals.saturating_add(1)).unwrap_or(Decimal::ZERO);
            sum == expected || (sum - expected).abs() < half
        }
        _ => sum == expected,
    }
}
