//! What every form needs while a sheet is read: the grid, the place, and somewhere to report.

use std::sync::Arc;

use crate::figure::{CellRef, Cellvarde, Underlag};
use crate::problem::{Cell, Code, Location, Problems};
use crate::workbook::bok::Innehall;
use crate::workbook::celler::{Cellinnehall, Rutnat};
use crate::workbook::schema::{Blad, Falt};
use crate::workbook::tecken::citat;
use crate::workbook::tolka::{Fynd, tolka, vantat};

/// The reading of one sheet.
pub(super) struct Bladlasning<'a> {
    /// Its definition.
    pub(super) blad: &'static Blad,
    /// File and sheet.
    pub(super) plats: Location,
    /// Its cells.
    pub(super) rut: &'a Rutnat,
    /// The workbook's year, if it could be read.
    pub(super) ar: Option<i32>,
    /// Where problems go.
    pub(super) problems: &'a mut Problems,
}

impl<'a> Bladlasning<'a> {
    /// Reports what is wrong with a cell.
    pub(super) fn anmal(&mut self, cell: Cell, fynd: Fynd) {
        self.problems.add(fynd.pa(self.plats.at(cell)));
    }

    /// Reports what is wrong with the sheet.
    pub(super) fn anmal_blad(&mut self, fynd: Fynd) {
        self.problems.add(fynd.pa(self.plats.clone()));
    }

    /// What stands in a cell.
    pub(super) fn cell(&self, cell: Cell) -> Option<&'a Cellinnehall> {
        self.rut.cell(cell)
    }

    /// The value of a cell: nothing if it is empty, or if it is wrong, and then it is reported.
    pub(super) fn varde(
        &mut self,
        cell: Cell,
        falt: &Falt,
        underlag: &Arc<Underlag>,
    ) -> Option<Cellvarde<Innehall>> {
        match tolka(self.cell(cell)?, falt) {
            Ok(value) => {
                let cell = CellRef { location: self.plats.at(cell), underlag: Arc::clone(underlag) };
                Some(Cellvarde { value, cell })
            }
            Err(fynd) => {
                self.anmal(cell, fynd);
                None
            }
        }
    }

    /// Reports a required cell that is empty.
    pub(super) fn saknas(&mut self, cell: Cell, falt: &Falt) {
        let fynd = Fynd::ny(Code::I06, format!("{} saknas", citat(falt.rubrik))).vantat(vantat(falt));
        let noll = falt.far_vara_noll();
        self.anmal(cell, if noll { fynd.hjalp("skriv 0 om det är noll som menas") } else { fynd });
    }
}
