//! Reads a sheet with any number of rows, or with the rows its schema names. Knows rows and columns, not
//! what they mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::evidence;
use super::headings::{self, Table};
use super::sheet::SheetReader;
use super::stray::{self, Extent};
use crate::figure::{CellRef, Evidence, Sourced};
use crate::problem::messages::{table as say, words};
use crate::problem::{Cell, Code, Message};
use crate::workbook::book::{CellValue, Row};
use crate::workbook::parse::{Finding, never_valid, show};
use crate::workbook::schema::Field;
use crate::workbook::text::{nearest, normalized, quote};

/// The rows of the table, each with its key where the schema names them.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) data: Vec<(u32, Option<&'static str>)>,
    pub(super) last: u32,
    pub(super) under: Vec<Cell>,
}

pub(super) fn read(
    sheet: &mut SheetReader<'_>,
    columns: &'static [Field],
    keys: &'static [&'static str],
) -> Option<Vec<Row>> {
    if !sheet.sheet.required && stray::empty_text(sheet) {
        return None;
    }
    let (key_field, others) = columns.split_first()?;
    let table = headings::find(sheet, others, None)?;
    sheet.stands(key_field.id, Cell { row: table.heading_row, column: 1 });
    let first = if keys.is_empty() { 1 } else { 2 };
    if !is_filled(sheet, &table, first) {
        flag_empty(sheet, &table);
        return None;
    }
    flag_rows_about(sheet, &table);
    let rows = if keys.is_empty() { free_rows(sheet, &table) } else { named(sheet, &table, keys) };
    stray::inspect(sheet, &Extent::of(&table, rows.last), &rows.under);
    Some(read_rows(sheet, columns, key_field, &table, &rows))
}

/// Whether anything stands below the headings, from a column on.
pub(super) fn is_filled(sheet: &SheetReader<'_>, table: &Table, first: u32) -> bool {
    sheet.grid.all().any(|(cell, _)| {
        cell.row > table.heading_row && (first..=table.last).contains(&cell.column)
    })
}

/// Reports that a sheet that must be filled in has no rows.
pub(super) fn flag_empty(sheet: &mut SheetReader<'_>, table: &Table) {
    if sheet.sheet.required {
        let finding = Finding::new(Code::I06, say::no_rows());
        let cell = Cell { row: table.heading_row, column: 1 };
        sheet.flag(cell, finding.help(say::fill_one_row()));
    }
}

/// Reports the rows about the columns that are not there.
pub(super) fn flag_rows_about(sheet: &mut SheetReader<'_>, table: &Table) {
    let fields: Vec<_> = table.columns.iter().map(|column| column.field).collect();
    evidence::flag_missing(
        sheet,
        table.heading_row,
        &fields,
        |about| table.about.contains_key(&about),
        |label| say::row_missing(&quote(label)),
    );
}

/// The filled rows below the headings, with the filled cells of each.
fn filled_cells(sheet: &SheetReader<'_>, table: &Table) -> Vec<(u32, Vec<Cell>)> {
    sheet
        .grid
        .rows()
        .into_iter()
        .filter(|row| *row > table.heading_row)
        .map(|row| {
            let cells = sheet.grid.row(row).map(|(cell, _)| cell);
            (row, cells.filter(|cell| cell.column <= table.last).collect::<Vec<_>>())
        })
        .filter(|(_, cells)| !cells.is_empty())
        .collect()
}

/// Rows up to the first blank one.
pub(super) fn free_rows(sheet: &mut SheetReader<'_>, table: &Table) -> Rows {
    let mut rows = Rows { last: table.heading_row, ..Rows::default() };
    for (row, cells) in filled_cells(sheet, table) {
        if row == rows.last + 1 {
            rows.data.push((row, None));
            rows.last = row;
        } else {
            rows.under.extend(cells);
        }
    }
    rows
}

/// The rows the schema names, wherever they stand.
fn named(sheet: &mut SheetReader<'_>, table: &Table, keys: &'static [&'static str]) -> Rows {
    let mut rows = Rows { last: table.heading_row, ..Rows::default() };
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let mut previous = table.heading_row;
    for (row, cells) in filled_cells(sheet, table) {
        let cell = Cell { row, column: 1 };
        let text = sheet.grid.text(cell).unwrap_or_default();
        let key = keys.iter().copied().find(|key| normalized(key) == normalized(&text));
        match key {
            Some(key) => {
                if let Some(first) = seen.insert(key, row) {
                    let text = say::row_twice(&quote(key), &first);
                    sheet.flag(cell, Finding::new(Code::I04, text).help(say::keep_right_row()));
                } else {
                    rows.data.push((row, Some(key)));
                }
            }
            None if row == previous + 1 => unknown_row(sheet, cell, keys.iter().copied()),
            None => {
                rows.under.extend(cells);
                continue;
            }
        }
        previous = row;
        rows.last = row;
    }
    let missing: Vec<_> =
        keys.iter().filter(|key| !seen.contains_key(*key)).map(words::quoted).collect();
    flag_missing(sheet, table, &missing);
    rows
}

/// Reports the rows that the schema names and the sheet does not have.
fn flag_missing(sheet: &mut SheetReader<'_>, table: &Table, missing: &[Message]) {
    let text = match missing {
        [] => return,
        [name] => say::one_row_missing(name),
        names => say::rows_missing(&Message::all_of(names)),
    };
    let finding = Finding::new(Code::I06, text).help(say::rows_back());
    sheet.flag(Cell { row: table.heading_row, column: 1 }, finding);
}

/// Reports a row whose key is not one of those there may be.
pub(super) fn unknown_row<'k>(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    keys: impl IntoIterator<Item = &'k str>,
) {
    let Some(content) = sheet.cell(cell) else {
        let finding = Finding::new(Code::I17, say::row_without_name());
        sheet.flag(cell, finding.help(say::name_row()));
        return;
    };
    if let Err(finding) = never_valid(content) {
        return sheet.flag(cell, finding);
    }
    let text = sheet.grid.text(cell).unwrap_or_default();
    let finding = Finding::new(Code::I17, say::row_unknown(&show(content)));
    let finding = match nearest(&text, keys) {
        Some(near) => finding.help(say::did_you_mean(&quote(near))),
        None => finding.help(say::row_elsewhere()),
    };
    sheet.flag(cell, finding);
}

pub(super) fn read_rows(
    sheet: &mut SheetReader<'_>,
    columns: &'static [Field],
    key_field: &'static Field,
    table: &Table,
    rows: &Rows,
) -> Vec<Row> {
    let mut read: BTreeMap<u32, Row> =
        rows.data.iter().map(|(row, _)| (*row, Row::new(columns))).collect();
    let mut of_the_key = None;
    for column in &table.columns {
        let cell = |row| Cell { row, column: column.number };
        let has_value = rows.data.iter().any(|(row, _)| sheet.cell(cell(*row)).is_some());
        let cells = table.evidence_cells(column.number);
        let evidence = evidence::read(sheet, cells, column.field, &column.heading, has_value);
        for (row, values) in &mut read {
            values.stands(column.field.id, sheet.place.at(cell(*row)));
            if sheet.cell(cell(*row)).is_none() {
                if column.field.required {
                    sheet.is_missing(cell(*row), column.field);
                }
            } else if let Some(value) = sheet.value(cell(*row), column.field, &evidence) {
                values.insert(column.field.id, value);
            }
        }
        if has_value && of_the_key.is_none() {
            of_the_key = Some(evidence);
        }
    }
    let evidence = if let Some(next) = of_the_key {
        evidence_of_the_key(key_field, &next)
    } else {
        // A list of one column has nowhere else to say it than beside the labels; nor has one whose other columns
        // are empty, but the unit there is the next column's.
        let beside = table.evidence_cells(2);
        let alone = table.columns.is_empty();
        let cells = if alone { beside } else { beside.without_unit() };
        evidence::read(sheet, cells, key_field, key_field.heading, true)
    };
    for (row, key) in &rows.data {
        let cell = Cell { row: *row, column: 1 };
        let value = key_value(sheet, cell, key_field, *key, &evidence);
        if let Some((value, values)) = value.zip(read.get_mut(row)) {
            values.insert(key_field.id, value);
        }
    }
    read.into_values().collect()
}

/// The key's own column has the labels where its source would stand: it rests on what the first filled
/// column rests on.
fn evidence_of_the_key(field: &Field, next: &Evidence) -> Arc<Evidence> {
    let item = field.heading.to_owned();
    Arc::new(Evidence { item, as_of: None, ..next.clone() })
}

fn key_value(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    field: &Field,
    key: Option<&'static str>,
    evidence: &Arc<Evidence>,
) -> Option<Sourced<CellValue>> {
    if let Some(key) = key {
        let cell = CellRef { location: sheet.place.at(cell), evidence: Arc::clone(evidence) };
        return Some(Sourced { value: CellValue::Text(key.to_owned()), cell });
    }
    if sheet.cell(cell).is_none() {
        if field.required {
            sheet.is_missing(cell, field);
        }
        return None;
    }
    sheet.value(cell, field, evidence)
}
