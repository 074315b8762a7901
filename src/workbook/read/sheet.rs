//! What every form needs while a sheet is read: the grid, the place, and somewhere to report.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::common::Common;
use crate::figure::{CellRef, Evidence, Sourced};
use crate::problem::messages::table as say;
use crate::problem::{Cell, Code, Location, Problems};
use crate::workbook::book::CellValue;
use crate::workbook::cells::{Grid, RawCell};
use crate::workbook::parse::{Finding, expected, parse};
use crate::workbook::schema::{Field, SheetSchema, StatedDays};
use crate::workbook::text::quote;

/// The reading of one sheet.
pub(super) struct SheetReader<'a> {
    /// Its definition.
    pub(super) sheet: &'static SheetSchema,
    /// File and sheet.
    pub(super) place: Location,
    /// Its cells.
    pub(super) grid: &'a Grid,
    /// The workbook's year, if it could be read.
    pub(super) year: Option<i32>,
    /// The days that its items state.
    pub(super) stated: &'a StatedDays,
    /// What the whole sheet rests on, where it says so.
    pub(super) common: Option<Common>,
    /// Where its fields stand, as far as they have been found: an item's cell, a column's heading.
    pub(super) places: BTreeMap<&'static str, Location>,
    /// Where the columns begin that the user named, by heading.
    pub(super) own_headings: BTreeMap<String, Location>,
    /// Where problems go.
    pub(super) problems: &'a mut Problems,
}

impl<'a> SheetReader<'a> {
    /// Reports what is wrong with a cell.
    pub(super) fn flag(&mut self, cell: Cell, finding: Finding) {
        self.problems.add(finding.pa(self.place.at(cell)));
    }

    /// Reports what is wrong with the sheet.
    pub(super) fn flag_sheet(&mut self, finding: Finding) {
        self.problems.add(finding.pa(self.place.clone()));
    }

    /// Says where a field stands.
    pub(super) fn stands(&mut self, id: &'static str, cell: Cell) {
        self.places.entry(id).or_insert_with(|| self.place.at(cell));
    }

    /// What stands in a cell.
    pub(super) fn cell(&self, cell: Cell) -> Option<&'a RawCell> {
        self.grid.cell(cell)
    }

    /// The value of a cell: nothing if it is empty, or if it is wrong, and then it is reported.
    pub(super) fn value(
        &mut self,
        cell: Cell,
        field: &Field,
        evidence: &Arc<Evidence>,
    ) -> Option<Sourced<CellValue>> {
        match parse(self.cell(cell)?, field) {
            Ok(value) => {
                let cell =
                    CellRef { location: self.place.at(cell), evidence: Arc::clone(evidence) };
                Some(Sourced { value, cell })
            }
            Err(finding) => {
                self.flag(cell, finding);
                None
            }
        }
    }

    /// Reports a required cell that is empty.
    pub(super) fn is_missing(&mut self, cell: Cell, field: &Field) {
        let finding = Finding::new(Code::I06, say::cell_missing(&quote(field.heading)))
            .expected(expected(field));
        let zero = field.may_be_zero();
        self.flag(cell, if zero { finding.help(say::zero()) } else { finding });
    }
}
