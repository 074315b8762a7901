//! Reads a sheet with one row per region. Knows rows and columns, not what the figures mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::headings::{self, Column, ColumnValues, Table};
use super::sheet::SheetReader;
use super::stray::{self, Extent};
use super::{evidence, list, sums};
use crate::figure::Evidence;
use crate::problem::messages::table as say;
use crate::problem::{Cell, Code, Message};
use crate::region::{PerRegion, Region};
use crate::workbook::book::{Row, SheetValues};
use crate::workbook::parse::{Finding, expected, never_valid, show};
use crate::workbook::schema::{Field, FreeColumns};
use crate::workbook::text::{normalized, quote};

/// The rows of the table.
#[derive(Default)]
struct Rows {
    regions: BTreeMap<Region, u32>,
    sum: Option<u32>,
    last: u32,
    /// Cells under the table.
    under: Vec<Cell>,
}

pub(super) fn read(
    sheet: &mut SheetReader<'_>,
    columns: &'static [Field],
    free_columns: Option<&'static FreeColumns>,
    sum_row: Option<&'static str>,
) -> Option<SheetValues> {
    if !sheet.sheet.required && stray::empty_text(sheet) {
        return None;
    }
    let table = headings::find(sheet, columns, free_columns)?;
    if !sheet.sheet.required && !is_filled(sheet, &table, sum_row) {
        return None;
    }
    list::flag_rows_about(sheet, &table);
    let rows = split_up(sheet, &table, sum_row);
    flag_missing(sheet, &table, &rows);
    stray::inspect(sheet, &Extent::of(&table, rows.last), &rows.under);
    let mut values = Vec::new();
    for column in &table.columns {
        values.push((column, read_column(sheet, &table, column, &rows)));
    }
    for (column, in_the_column) in &values {
        if let Some(row) = rows.sum {
            let cell = Cell { row, column: column.number };
            let values =
                Region::all().map(|region| in_the_column.get(&region).map(|value| &value.value));
            sums::sum_row(sheet, cell, column.field, values);
        }
    }
    if let Some(free_columns) = free_columns.filter(|_| table.whole) {
        sums::free_columns(sheet, free_columns, &values);
    }
    Some(collect(columns, &values))
}

/// Whether any region has a value.
fn is_filled(sheet: &SheetReader<'_>, table: &Table, sum_row: Option<&str>) -> bool {
    sheet.grid.all().any(|(cell, _)| {
        let key = sheet.grid.text(Cell { column: 1, ..cell });
        let sum = sum_row.zip(key).is_some_and(|(row, text)| normalized(row) == normalized(&text));
        cell.row > table.heading_row && (2..=table.last).contains(&cell.column) && !sum
    })
}

/// Which row is which region, and what lies outside the table.
fn split_up(sheet: &mut SheetReader<'_>, table: &Table, sum_row: Option<&str>) -> Rows {
    let mut rows = Rows { last: table.heading_row, ..Rows::default() };
    let mut previous = table.heading_row;
    for row in sheet.grid.rows().into_iter().filter(|row| *row > table.heading_row) {
        let filled_cells: Vec<_> = sheet
            .grid
            .row(row)
            .map(|(cell, _)| cell)
            .filter(|cell| cell.column <= table.last)
            .collect();
        if filled_cells.is_empty() {
            continue;
        }
        let cell = Cell { row, column: 1 };
        let key = sheet.grid.text(cell).unwrap_or_default();
        let region = Region::find(&county_code(&key));
        let sum = sum_row.is_some_and(|heading| normalized(heading) == normalized(&key));
        match (region, sum) {
            (Ok(region), _) => {
                if let Some(first) = rows.regions.get(&region) {
                    let text = say::row_twice(&region, first);
                    sheet.flag(cell, Finding::new(Code::I04, text).help(say::keep_right_row()));
                } else {
                    rows.regions.insert(region, row);
                }
            }
            (Err(_), true) if rows.sum.is_none() => rows.sum = Some(row),
            (Err(near), _) if row == previous + 1 && rows.sum.is_none() => {
                unknown(sheet, cell, near, sum_row);
            }
            _ => {
                rows.under.extend(filled_cells);
                continue;
            }
        }
        previous = row;
        rows.last = row;
    }
    rows
}

/// A länskod that lost its leading zero when it was taken for a number.
fn county_code(text: &str) -> String {
    if text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("0{text}")
    } else {
        text.to_owned()
    }
}

fn unknown(sheet: &mut SheetReader<'_>, cell: Cell, near: Option<Region>, sum_row: Option<&str>) {
    let Some(content) = sheet.cell(cell) else {
        let finding = Finding::new(Code::I06, say::row_without_region());
        sheet.flag(cell, finding.help(say::name_region()));
        return;
    };
    if let Err(finding) = never_valid(content) {
        return sheet.flag(cell, finding);
    }
    let text = normalized(&sheet.grid.text(cell).unwrap_or_default());
    let sum = ["summa", "totalt", "total", "riket", "hela riket", "totalt regioner"]
        .contains(&text.as_str());
    let help = match (near, sum_row) {
        (Some(near), _) => say::did_you_mean(&near),
        (None, Some(row)) if sum => say::sum_row_name(&quote(row)),
        (None, None) if sum => say::no_sum_row(),
        _ => say::region_or_elsewhere(),
    };
    let finding = Finding::new(Code::I05, say::not_a_region(&show(content))).help(help);
    sheet.flag(cell, finding);
}

fn flag_missing(sheet: &mut SheetReader<'_>, table: &Table, rows: &Rows) {
    let missing: Vec<_> = Region::all()
        .filter(|region| !rows.regions.contains_key(region))
        .map(|region| Message::alike(region.short_name()))
        .collect();
    let text = match missing.as_slice() {
        [] => return,
        [name] => say::one_region_missing(name),
        names => say::regions_missing(&names.len(), &Message::all_of(names)),
    };
    let cell = Cell { row: table.heading_row, column: 1 };
    sheet.flag(cell, Finding::new(Code::I03, text).expected(say::a_row_each()));
}

fn read_column(
    sheet: &mut SheetReader<'_>,
    table: &Table,
    column: &Column,
    rows: &Rows,
) -> ColumnValues {
    let number = column.number;
    let empty: Vec<_> = rows
        .regions
        .iter()
        .filter(|(_, row)| sheet.cell(Cell { row: **row, column: number }).is_none())
        .map(|(region, row)| (*region, *row))
        .collect();
    let has_value = empty.len() < rows.regions.len();
    let cells = table.evidence_cells(number);
    let evidence = evidence::read(sheet, cells, column.field, &column.heading, has_value);
    if has_value {
        for (region, row) in &empty {
            flag_empty(sheet, Cell { row: *row, column: number }, column, *region);
        }
    } else if (column.field.required || column.free) && !rows.regions.is_empty() {
        let text = say::column_empty(&quote(&column.heading));
        let finding = Finding::new(Code::I06, text).expected(expected(column.field));
        sheet.flag(
            Cell { row: table.heading_row, column: number },
            finding.help(say::every_region()),
        );
    }
    read_cells(sheet, number, column.field, rows, &evidence)
}

fn read_cells(
    sheet: &mut SheetReader<'_>,
    column: u32,
    field: &Field,
    rows: &Rows,
    evidence: &Arc<Evidence>,
) -> ColumnValues {
    let mut values = ColumnValues::new();
    for (region, row) in &rows.regions {
        if let Some(value) = sheet.value(Cell { row: *row, column }, field, evidence) {
            values.insert(*region, value);
        }
    }
    values
}

fn flag_empty(sheet: &mut SheetReader<'_>, cell: Cell, column: &Column, region: Region) {
    let text = say::cell_missing_for(&quote(&column.heading), &region);
    let finding = Finding::new(Code::I06, text).expected(expected(column.field));
    sheet.flag(
        cell,
        match (column.field.may_be_zero(), column.field.required || column.free) {
            (true, true) => finding.help(say::zero()),
            (false, true) => finding,
            (true, false) => finding.help(say::all_or_none_or_zero()),
            (false, false) => finding.help(say::all_or_none()),
        },
    );
}

fn collect(columns: &'static [Field], values: &[(&Column, ColumnValues)]) -> SheetValues {
    let free_columns = values
        .iter()
        .filter(|(column, _)| column.free)
        .map(|(column, values)| {
            (column.heading.clone(), PerRegion::from_fn(|region| values.get(&region).cloned()))
        })
        .collect();
    let rows = PerRegion::from_fn(|region| {
        let mut row = Row::new(columns);
        for (column, values) in values.iter().filter(|(column, _)| !column.free) {
            if let Some(value) = values.get(&region) {
                row.insert(column.field.id, value.clone());
            }
        }
        row
    });
    SheetValues::Regions { rows, free_columns }
}
