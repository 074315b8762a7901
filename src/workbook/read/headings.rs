//! Finds a table on a sheet: the row of headings, the rows about the columns above it, and which
//! column is which. Knows headings, not values.

use std::collections::{BTreeMap, BTreeSet};

use super::about::{About, unit_error};
use super::evidence::EvidenceCells;
use super::sheet::SheetReader;
use crate::figure::Sourced;
use crate::problem::messages::table as say;
use crate::problem::{Cell, Code};
use crate::region::Region;
use crate::workbook::book::CellValue;
use crate::workbook::parse::Finding;
use crate::workbook::schema::{Field, FreeColumns};
use crate::workbook::text::{code_point, forbidden, nearest, normalized, quote};

/// The longest heading a user's own column may have.
const HEADING: usize = 80;

/// The values of a column, by region.
pub(super) type ColumnValues = BTreeMap<Region, Sourced<CellValue>>;

/// A column of the table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) number: u32,
    pub(super) field: &'static Field,
    /// The heading: the schema's, or the user's own.
    pub(super) heading: String,
    pub(super) free: bool,
}

/// A table with headings.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) heading_row: u32,
    /// The rows about the columns.
    pub(super) about: BTreeMap<About, u32>,
    /// The columns but the first, from left to right.
    pub(super) columns: Vec<Column>,
    /// The columns that have a heading, known or not; the first is always one.
    pub(super) headings: BTreeSet<u32>,
    /// The last column with a heading.
    pub(super) last: u32,
    /// Whether every heading could be used.
    pub(super) whole: bool,
}

impl Table {
    /// The cells about a column.
    pub(super) fn evidence_cells(&self, column: u32) -> EvidenceCells {
        let cell = |about| self.about.get(&about).map(|row| Cell { row: *row, column });
        EvidenceCells::new(cell)
    }

    /// The first row that belongs to the table.
    pub(super) fn first_row(&self) -> u32 {
        self.about.values().copied().min().unwrap_or(self.heading_row)
    }
}

/// The row of headings: the one whose first cell is the key's heading. A title may say the same, but
/// stands alone on its row, above the rows about the columns.
pub(super) fn heading_row(sheet: &mut SheetReader<'_>) -> Option<u32> {
    let wanted = sheet.sheet.key_heading();
    let first: Vec<(Cell, String)> = sheet
        .grid
        .all()
        .filter(|(cell, _)| cell.column == 1)
        .filter_map(|(cell, _)| Some((cell, sheet.grid.text(cell)?)))
        .collect();
    let hits: Vec<u32> = first
        .iter()
        .filter(|(_, text)| {
            normalized(without_unit(text).0) == normalized(wanted)
                || normalized(text) == normalized(wanted)
        })
        .map(|(cell, _)| cell.row)
        .collect();
    let about =
        first.iter().find(|(_, text)| About::find(text).is_some()).map_or(0, |(cell, _)| cell.row);
    let wide = hits.iter().find(|row| sheet.grid.row(**row).count() > 1);
    let hit = wide.or(hits.iter().find(|row| **row > about)).or(hits.first()).copied();
    if hit.is_none() {
        let finding = Finding::new(Code::I02, say::no_headings(&quote(wanted)));
        let near = nearest(wanted, first.iter().map(|(_, text)| text.as_str()));
        let near = near.and_then(|near| first.iter().find(|(_, text)| text == near));
        match near {
            Some((cell, text)) => {
                sheet.flag(*cell, finding.help(say::heading_in(&quote(text), cell)));
            }
            None => sheet.flag_sheet(finding.help(say::restore_first_heading())),
        }
    }
    hit
}

/// Finds the table, and reports headings that are missing, unknown or there twice.
pub(super) fn find(
    sheet: &mut SheetReader<'_>,
    field: &'static [Field],
    free_columns: Option<&'static FreeColumns>,
) -> Option<Table> {
    let heading_row = heading_row(sheet)?;
    let about = rows_about(sheet, heading_row);
    let (mut columns, unknown) = known(sheet, heading_row, field);
    let missing: Vec<_> = field
        .iter()
        .filter(|field| !columns.iter().any(|column| column.field.id == field.id))
        .collect();
    let misspelled = flag_missing(sheet, heading_row, &missing, &unknown);
    let mut whole = misspelled.is_empty();
    for (cell, heading) in unknown.iter().filter(|(cell, _)| !misspelled.contains(cell)) {
        let column = cell.column;
        match free_columns {
            Some(free_columns) => {
                if free_heading(sheet, *cell, heading, &columns) {
                    columns.push(Column {
                        number: column,
                        field: &free_columns.field,
                        heading: heading.clone(),
                        free: true,
                    });
                } else {
                    whole = false;
                }
            }
            None => flag_unknown(sheet, *cell, heading, &missing),
        }
    }
    if let Some(free_columns) = free_columns {
        // Where the first would stand, if there is none.
        sheet.stands(free_columns.field.id, Cell { row: heading_row, column: 2 });
    }
    columns.sort_by_key(|column| column.number);
    for column in &columns {
        if column.free {
            let place = sheet.place.at(Cell { row: heading_row, column: column.number });
            sheet.own_headings.insert(column.heading.clone(), place);
        }
        sheet.stands(column.field.id, Cell { row: heading_row, column: column.number });
    }
    let headings: BTreeSet<u32> =
        sheet.grid.row(heading_row).map(|(cell, _)| cell.column).chain([1]).collect();
    let last = headings.last().copied().unwrap_or(1);
    Some(Table { heading_row, about, columns, headings, last, whole })
}

fn rows_about(sheet: &mut SheetReader<'_>, heading_row: u32) -> BTreeMap<About, u32> {
    let mut rows: BTreeMap<About, u32> = BTreeMap::new();
    for row in 1..heading_row {
        let cell = Cell { row, column: 1 };
        let Some(about) = sheet.grid.text(cell).as_deref().and_then(About::find) else { continue };
        match rows.get(&about) {
            None => {
                rows.insert(about, row);
            }
            Some(first) => {
                let text = say::row_label_twice(&quote(about.label()), first);
                sheet.flag(cell, Finding::new(Code::I04, text).help(say::keep_one()));
            }
        }
    }
    rows
}

/// The headings that the schema has, and the others.
fn known(
    sheet: &mut SheetReader<'_>,
    heading_row: u32,
    field: &'static [Field],
) -> (Vec<Column>, Vec<(Cell, String)>) {
    let (mut columns, mut unknown) = (Vec::<Column>::new(), Vec::new());
    for (cell, _) in sheet.grid.row(heading_row).filter(|(cell, _)| cell.column > 1) {
        let Some(heading) = sheet.grid.text(cell) else {
            sheet.flag(
                cell,
                Finding::new(Code::I02, say::heading_not_text()).help(say::heading_as_text()),
            );
            continue;
        };
        let Some(field) = field.iter().find(|field| is_heading(field, &heading)) else {
            unknown.push((cell, heading));
            continue;
        };
        let unit =
            without_unit(&heading).1.filter(|_| normalized(&heading) != normalized(field.heading));
        if let Some(unit) = unit.filter(|unit| normalized(unit) != normalized(field.unit())) {
            let text = say::column_unit(&quote(field.heading), &quote(unit));
            sheet.flag(cell, unit_error(text, field));
        }
        if let Some(first) = columns.iter().find(|column| column.field.id == field.id) {
            let first = Cell { column: first.number, ..cell };
            let text = say::column_twice(&quote(field.heading), &first);
            sheet.flag(cell, Finding::new(Code::I04, text).help(say::remove_one()));
            continue;
        }
        columns.push(Column {
            number: cell.column,
            field,
            heading: field.heading.into(),
            free: false,
        });
    }
    (columns, unknown)
}

/// Whether a text is the field's heading, with or without a unit in parentheses.
pub(super) fn is_heading(field: &Field, text: &str) -> bool {
    let heading = normalized(field.heading);
    normalized(text) == heading || normalized(without_unit(text).0) == heading
}

/// A heading and the unit in parentheses after it.
pub(super) fn without_unit(text: &str) -> (&str, Option<&str>) {
    let divided = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    divided.map_or((text, None), |(heading, unit)| (heading.trim(), Some(unit.trim())))
}

/// Reports the required columns that are missing, each with the unknown heading that may be it. Gives
/// the headings that are taken for misspelled.
fn flag_missing(
    sheet: &mut SheetReader<'_>,
    heading_row: u32,
    missing: &[&'static Field],
    unknown: &[(Cell, String)],
) -> Vec<Cell> {
    let mut misspelled = Vec::new();
    for field in missing {
        let near =
            nearest(field.heading, unknown.iter().map(|(_, heading)| without_unit(heading).0));
        let near = near
            .and_then(|near| unknown.iter().find(|(_, heading)| without_unit(heading).0 == near));
        if !field.required && near.is_none() {
            continue;
        }
        let text = say::column_missing(&quote(&field.heading_with_unit()));
        let finding = Finding::new(Code::I02, text);
        match near {
            Some((cell, heading)) => {
                sheet.flag(*cell, finding.help(say::column_misspelled(&quote(heading))));
                misspelled.push(*cell);
            }
            None => {
                sheet.flag(Cell { row: heading_row, column: 1 }, finding.help(say::column_back()));
            }
        }
    }
    misspelled
}

fn flag_unknown(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    heading: &str,
    missing: &[&'static Field],
) {
    if let Some(character) = forbidden(heading) {
        sheet.flag(cell, forbidden_heading(heading, character));
        return;
    }
    let finding = Finding::new(Code::I02, say::column_unknown(&quote(heading)));
    sheet.flag(
        cell,
        match nearest(heading, missing.iter().map(|field| field.heading)) {
            Some(near) => finding.help(say::did_you_mean(&quote(near))),
            None => finding.help(say::column_elsewhere()),
        },
    );
}

fn forbidden_heading(heading: &str, character: char) -> Finding {
    Finding::new(Code::I13, say::heading_forbidden(&quote(heading), &code_point(character)))
        .help(say::heading_by_hand())
}

/// Whether a user's own heading may be used; if not, it is reported.
fn free_heading(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    heading: &str,
    columns: &[Column],
) -> bool {
    let finding = if let Some(character) = forbidden(heading) {
        forbidden_heading(heading, character)
    } else if heading.chars().count() > HEADING {
        let count = heading.chars().count();
        Finding::new(Code::I08, say::heading_long(&quote(heading), &count))
            .expected(say::text_at_most(&HEADING))
            .help(say::heading_shorter())
    } else if let Some(first) =
        columns.iter().find(|column| normalized(&column.heading) == normalized(heading))
    {
        let first = Cell { column: first.number, ..cell };
        Finding::new(Code::I04, say::column_twice(&quote(heading), &first))
            .help(say::column_another_name())
    } else {
        return true;
    };
    sheet.flag(cell, finding);
    false
}
