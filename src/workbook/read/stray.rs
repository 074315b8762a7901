//! What lies in the way of a table or outside it: merged cells, hidden rows and columns, text beside
//! or below. Knows the table's extent, not its columns.

use std::collections::BTreeSet;

use super::headings::Table;
use super::sheet::SheetReader;
use crate::problem::messages::sheet as say;
use crate::problem::{Cell, Code, Message};
use crate::workbook::cells::RawCell;
use crate::workbook::parse::{Finding, show};

/// The extent of a table, from its first row about columns to its last row of data.
#[derive(Clone, Debug)]
pub(super) struct Extent {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    /// The columns that have a heading.
    pub(super) headings: BTreeSet<u32>,
    /// Cells without a heading that are read all the same.
    pub(super) read: BTreeSet<Cell>,
}

impl Extent {
    pub(super) fn of(table: &Table, last_row: u32) -> Self {
        let (first_row, headings) = (table.first_row(), table.headings.clone());
        let alone = table.last == 1;
        let read = table
            .about
            .values()
            .filter(|_| alone)
            .map(|row| Cell { row: *row, column: 2 })
            .collect();
        Self { first_row, last_row, headings, read }
    }

    fn last_column(&self) -> u32 {
        self.headings.last().copied().unwrap_or(1)
    }
}

/// Whether nothing at all stands on the sheet.
pub(super) fn empty_text(sheet: &SheetReader<'_>) -> bool {
    sheet.grid.all().next().is_none()
}

/// Reports what is merged or hidden within the table, and what stands outside it.
pub(super) fn inspect(sheet: &mut SheetReader<'_>, extent: &Extent, under: &[Cell]) {
    merged(sheet, extent);
    hidden(sheet, extent);
    typed(sheet, extent);
    let (beside, below_or_beside): (Vec<_>, Vec<_>) = sheet
        .grid
        .all()
        .map(|(cell, _)| cell)
        .filter(|cell| cell.row >= extent.first_row && !extent.headings.contains(&cell.column))
        .filter(|cell| !extent.read.contains(cell))
        .partition(|cell| cell.row <= extent.last_row);
    let under: BTreeSet<_> = under.iter().copied().chain(below_or_beside).collect();
    flag(sheet, &beside, &say::outside_columns());
    flag(sheet, &under.into_iter().collect::<Vec<_>>(), &say::below_table());
}

fn merged(sheet: &mut SheetReader<'_>, extent: &Extent) {
    for area in sheet.grid.layout.merged_ranges.clone() {
        let several = area.from != area.to;
        let rows = area.from.row <= extent.last_row && area.to.row >= extent.first_row;
        if several && rows && area.from.column <= extent.last_column() {
            let text = say::merged(&area.from, &area.to);
            let finding = Finding::new(Code::I11, text).help(say::split_cells());
            sheet.flag(area.from, finding);
        }
    }
}

fn hidden(sheet: &mut SheetReader<'_>, extent: &Extent) {
    let mut rows: Vec<(u32, u32)> = Vec::new();
    for row in sheet.grid.layout.hidden_rows.range(extent.first_row..=extent.last_row) {
        match rows.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => rows.push((*row, *row)),
        }
    }
    for (first, last) in rows {
        let text =
            if first == last { say::row_hidden(&first) } else { say::rows_hidden(&first, &last) };
        let finding = Finding::new(Code::I12, text).help(say::unhide_rows());
        sheet.flag(Cell { row: first, column: 1 }, finding);
    }
    for (first, last) in sheet.grid.layout.hidden_columns.clone() {
        let last = last.min(extent.last_column());
        for column in first.max(1)..=last {
            let cell = Cell { row: extent.first_row, column };
            let letter_char: String =
                cell.to_string().chars().filter(char::is_ascii_alphabetic).collect();
            let finding = Finding::new(Code::I12, say::column_hidden(&letter_char));
            sheet.flag(cell, finding.help(say::unhide_column()));
        }
    }
}

/// So many formulas make a column one that is computed.
const FORMULAS: usize = 5;
/// So many typed numbers in it may be a slip.
const TYPED: usize = 2;

/// Says where a number is typed in a column that is computed by formulas otherwise.
fn typed(sheet: &mut SheetReader<'_>, extent: &Extent) {
    let formulas = &sheet.grid.layout.formulas;
    let mut found = Vec::new();
    for column in extent.headings.iter().copied() {
        let cells = (extent.first_row..=extent.last_row).map(|row| Cell { row, column });
        let numbers =
            cells.filter(|cell| matches!(sheet.cell(*cell), Some(RawCell::Number { .. })));
        let (computed, typed): (Vec<_>, Vec<_>) = numbers.partition(|cell| formulas.contains(cell));
        if computed.len() >= FORMULAS && typed.len() <= TYPED {
            found.extend(typed);
        }
    }
    for cell in found {
        let finding = Finding::new(Code::P09, say::typed_among_formulas());
        sheet.flag(cell, finding.help(say::formula_or_confirm()));
    }
}

fn flag(sheet: &mut SheetReader<'_>, cells: &[Cell], place: &Message) {
    let Some((cell, content)) = cells.first().and_then(|cell| Some((*cell, sheet.cell(*cell)?)))
    else {
        return;
    };
    let content = show(content);
    let text = match cells.len() - 1 {
        0 => say::stands(&content, place),
        1 => say::stands_and_one_more(&content, place),
        count => say::stands_and_more(&content, place, &count),
    };
    sheet.flag(cell, Finding::new(Code::I18, text).help(say::move_text()));
}
