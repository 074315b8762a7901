//! Reads a sheet with one row per recipient, the recipients and the columns of numbers being the user's own.
//! Knows rows and columns, not what they mean.

use rust_decimal::Decimal;

use super::about::About;
use super::headings::{self, Column, Table};
use super::list::{self, Rows};
use super::sheet::SheetReader;
use super::stray::{self, Extent};
use super::{evidence, sums};
use crate::figure::{CellRef, Sourced};
use crate::problem::messages::table as say;
use crate::problem::{Cell, Code};
use crate::workbook::book::{CellValue, OwnColumn, Recipients};
use crate::workbook::parse::{Finding, expected, text_from};
use crate::workbook::schema::{Field, FreeColumns};
use crate::workbook::text::{normalized, quote};

/// The longest unit.
const UNIT: usize = 30;

pub(super) fn read(
    sheet: &mut SheetReader<'_>,
    columns: &'static [Field],
    free_column: &'static FreeColumns,
    sum_row: &'static str,
) -> Option<Recipients> {
    let (key_field, others) = columns.split_first()?;
    let mut table = headings::find(sheet, others, Some(free_column))?;
    if !list::is_filled(sheet, &table, 1) {
        list::flag_empty(sheet, &table);
        return None;
    }
    list::flag_rows_about(sheet, &table);
    let mut rows = list::free_rows(sheet, &table);
    let sum = take_sum(sheet, &mut rows, sum_row);
    stray::inspect(sheet, &Extent::of(&table, rows.last), &rows.under);
    let (own, known): (Vec<_>, Vec<_>) = table.columns.into_iter().partition(|column| column.free);
    table.columns = known;
    let read = list::read_rows(sheet, columns, key_field, &table, &rows);
    let own = own.iter().map(|column| own_column(sheet, &table, column, &rows, sum)).collect();
    Some(Recipients { rows: read, columns: own })
}

/// The row of the sum, which is no recipient's: the last of the rows, or the first below rows that have been emptied.
fn take_sum(sheet: &SheetReader<'_>, rows: &mut Rows, sum_row: &str) -> Option<u32> {
    let is_sum = |row: &u32| {
        let text = sheet.grid.text(Cell { row: *row, column: 1 });
        text.is_some_and(|text| normalized(&text) == normalized(sum_row))
    };
    if let Some((row, _)) = rows.data.last().copied().filter(|(row, _)| is_sum(row)) {
        rows.data.pop();
        return Some(row);
    }
    let under = rows.under.iter().filter(|_| !rows.data.is_empty());
    let row = under.map(|cell| cell.row).min().filter(is_sum)?;
    rows.under.retain(|cell| cell.row != row);
    rows.last = row;
    Some(row)
}

fn own_column(
    sheet: &mut SheetReader<'_>,
    table: &Table,
    column: &Column,
    rows: &Rows,
    sum: Option<u32>,
) -> OwnColumn {
    let (heading, in_heading) = headings::without_unit(&column.heading);
    let cell = |row| Cell { row, column: column.number };
    let has_value = rows.data.iter().any(|(row, _)| sheet.cell(cell(*row)).is_some());
    let cells = table.evidence_cells(column.number).without_unit();
    let evidence = evidence::read(sheet, cells, column.field, heading, has_value);
    let unit = unit(sheet, table, column.number);
    let values: Vec<_> = rows
        .data
        .iter()
        .map(|(row, _)| match sheet.cell(cell(*row)) {
            Some(_) => sheet.value(cell(*row), column.field, &evidence).map(decimal),
            None if has_value => {
                let text = say::cell_missing(&quote(heading));
                let finding = Finding::new(Code::I06, text).expected(expected(column.field));
                sheet.flag(cell(*row), finding.help(say::zero()));
                None
            }
            None => None,
        })
        .collect();
    if !has_value {
        let finding = Finding::new(Code::I06, say::column_empty(&quote(heading)));
        sheet.flag(cell(table.heading_row), finding.expected(expected(column.field)));
    }
    if let Some(row) = sum {
        let numbers: Vec<_> = values
            .iter()
            .map(|value| value.as_ref().map(|value| CellValue::Decimal(value.value)))
            .collect();
        sums::sum_row(sheet, cell(row), column.field, numbers.iter().map(Option::as_ref));
    }
    let place = sheet.place.at(cell(table.heading_row));
    let about = |what| {
        let row = table.about.get(&what).copied().unwrap_or(table.heading_row);
        sheet.place.at(cell(row))
    };
    OwnColumn {
        unit_place: about(About::Unit),
        day_place: about(About::AsOf),
        heading: heading.to_owned(),
        unit: unit.or(in_heading.map(str::to_owned)).unwrap_or_default(),
        cell: CellRef { location: place, evidence },
        values,
    }
}

/// The unit that a column says in its row.
fn unit(sheet: &mut SheetReader<'_>, table: &Table, column: u32) -> Option<String> {
    let cell = Cell { row: *table.about.get(&About::Unit)?, column };
    match text_from(sheet.cell(cell)?, UNIT) {
        Ok(text) => Some(text),
        Err(finding) => {
            sheet.flag(cell, finding);
            None
        }
    }
}

fn decimal(value: Sourced<CellValue>) -> Sourced<Decimal> {
    value.map(|content| match content {
        CellValue::Decimal(number) => number,
        other => panic!("{other:?} was read for a decimal number"),
    })
}
