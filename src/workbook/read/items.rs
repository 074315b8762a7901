//! Reads a sheet with one row per item: the value, and beside it what it rests on. Knows rows and
//! columns, not what the items mean.

use std::collections::{BTreeMap, BTreeSet};

use super::about::About;
use super::evidence::{self, EvidenceCells};
use super::headings::{self, is_heading};
use super::list::unknown_row;
use super::sheet::SheetReader;
use super::stray::{self, Extent};
use crate::problem::messages::table as say;
use crate::problem::{Cell, Code};
use crate::workbook::book::Row;
use crate::workbook::parse::{Finding, expected};
use crate::workbook::schema::Field;
use crate::workbook::text::{code_point, forbidden, nearest, normalized, quote};

/// The heading of the column that holds the values.
pub(in crate::workbook) const VALUE: &str = "Värde";
/// The heading of the column that explains each item; not read.
pub(in crate::workbook) const EXPLANATION: &str = "Förklaring";

/// The columns of the table.
struct Columns {
    value: u32,
    about: BTreeMap<About, u32>,
    last: u32,
}

pub(super) fn read(sheet: &mut SheetReader<'_>, field: &'static [Field]) -> Option<Row> {
    if !sheet.sheet.required && stray::empty_text(sheet) {
        return None;
    }
    let heading_row = headings::heading_row(sheet)?;
    let columns = find(sheet, heading_row)?;
    places(sheet, heading_row, field, columns.value);
    let is_filled =
        sheet.grid.all().any(|(cell, _)| cell.row > heading_row && cell.column == columns.value);
    if !sheet.sheet.required && !is_filled {
        return None;
    }
    let all: Vec<_> = field.iter().collect();
    evidence::flag_missing(
        sheet,
        heading_row,
        &all,
        |about| columns.about.contains_key(&about),
        |label| say::column_missing(&quote(label)),
    );
    let (rows, last_row, under) = split_up(sheet, heading_row, field, columns.last);
    let headings = sheet.grid.row(heading_row).map(|(cell, _)| cell.column).collect();
    let extent = Extent { first_row: heading_row, last_row, headings, read: BTreeSet::new() };
    stray::inspect(sheet, &extent, &under);
    let mut values = Row::new(field);
    for item in field {
        match rows.get(item.id) {
            Some(row) => read_item(sheet, *row, item, &columns, &mut values),
            None if item.required => {
                let finding = Finding::new(Code::I06, say::row_missing(&quote(item.heading)))
                    .expected(expected(item))
                    .help(say::row_back());
                sheet.flag(Cell { row: heading_row, column: 1 }, finding);
            }
            None => {}
        }
    }
    Some(values)
}

/// Where the items stand; of one that stands twice, the first.
fn places(sheet: &mut SheetReader<'_>, heading_row: u32, field: &'static [Field], column: u32) {
    for row in sheet.grid.rows().into_iter().filter(|row| *row > heading_row) {
        let text = sheet.grid.text(Cell { row, column: 1 }).unwrap_or_default();
        if let Some(item) = field.iter().find(|field| is_heading(field, &text)) {
            sheet.stands(item.id, Cell { row, column });
        }
    }
}

fn read_item(
    sheet: &mut SheetReader<'_>,
    row: u32,
    field: &'static Field,
    columns: &Columns,
    values: &mut Row,
) {
    let cell = Cell { row, column: columns.value };
    values.stands(field.id, sheet.place.at(cell));
    let has_value = sheet.cell(cell).is_some();
    let cells = EvidenceCells::new(|about| {
        columns.about.get(&about).map(|column| Cell { row, column: *column })
    });
    let evidence = evidence::read(sheet, cells, field, field.heading, has_value);
    if has_value {
        if let Some(value) = sheet.value(cell, field, &evidence) {
            values.insert(field.id, value);
        }
    } else if field.required {
        sheet.is_missing(cell, field);
    }
}

/// Which column is which. Without the one for values there is nothing to read.
fn find(sheet: &mut SheetReader<'_>, heading_row: u32) -> Option<Columns> {
    let mut value = None;
    let mut about = BTreeMap::new();
    let mut last = 1;
    for (cell, _) in sheet.grid.row(heading_row).filter(|(cell, _)| cell.column > 1) {
        let heading = sheet.grid.text(cell).unwrap_or_default();
        last = last.max(cell.column);
        let first = if normalized(&heading) == normalized(VALUE) {
            value.replace(cell.column)
        } else if let Some(border) = About::find(&heading) {
            about.insert(border, cell.column)
        } else if normalized(&heading) == normalized(EXPLANATION) {
            None
        } else {
            unknown_column(sheet, cell, &heading);
            None
        };
        if let Some(first) = first {
            let first = Cell { column: first, ..cell };
            let text = say::column_twice(&quote(&heading), &first);
            sheet.flag(cell, Finding::new(Code::I04, text).help(say::remove_one()));
        }
    }
    if value.is_none() {
        let finding = Finding::new(Code::I02, say::column_missing(&quote(VALUE)));
        sheet.flag(Cell { row: heading_row, column: 1 }, finding.help(say::restore_heading()));
    }
    Some(Columns { value: value?, about, last })
}

fn unknown_column(sheet: &mut SheetReader<'_>, cell: Cell, heading: &str) {
    if let Some(character) = forbidden(heading) {
        let text = say::heading_forbidden(&quote(heading), &code_point(character));
        sheet.flag(cell, Finding::new(Code::I13, text).help(say::heading_by_hand()));
        return;
    }
    let known = About::ALL.map(About::label).into_iter().chain([VALUE, EXPLANATION]);
    let finding = Finding::new(Code::I02, say::column_unknown(&quote(heading)));
    sheet.flag(
        cell,
        match nearest(heading, known) {
            Some(near) => finding.help(say::did_you_mean(&quote(near))),
            None => finding.help(say::column_elsewhere()),
        },
    );
}

/// Which row is which item, the last row of the table, and the cells under it.
fn split_up(
    sheet: &mut SheetReader<'_>,
    heading_row: u32,
    field: &'static [Field],
    last_column: u32,
) -> (BTreeMap<&'static str, u32>, u32, Vec<Cell>) {
    let mut rows: BTreeMap<&'static str, u32> = BTreeMap::new();
    let (mut last, mut under) = (heading_row, Vec::new());
    for row in sheet.grid.rows().into_iter().filter(|row| *row > heading_row) {
        let filled_cells: Vec<_> = sheet
            .grid
            .row(row)
            .map(|(cell, _)| cell)
            .filter(|cell| cell.column <= last_column)
            .collect();
        if filled_cells.is_empty() {
            continue;
        }
        let cell = Cell { row, column: 1 };
        let text = sheet.grid.text(cell).unwrap_or_default();
        match field.iter().find(|field| is_heading(field, &text)) {
            Some(item) => {
                if let Some(first) = rows.get(item.id) {
                    let text = say::row_twice(&quote(item.heading), first);
                    sheet.flag(cell, Finding::new(Code::I04, text).help(say::keep_right_row()));
                } else {
                    rows.insert(item.id, row);
                }
            }
            None if row == last + 1 => {
                unknown_row(sheet, cell, field.iter().map(|field| field.heading));
            }
            None => {
                under.extend(filled_cells);
                continue;
            }
        }
        last = row;
    }
    (rows, last, under)
}
