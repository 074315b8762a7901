//! Checks that no single cell can answer: what the workbook says must hang together, with itself and
//! with the agreement it pays. Each failure is a problem placed where the user can mend it.

mod avstamning;
mod belopp;
mod hanvisningar;
mod tider;
mod uppgifter;
mod utbetalningar;

use super::schema::ARBETSBOK;
use crate::figure::{CellRef, FigureId, Trace};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::svenska;

pub(super) use uppgifter::uppgifter;

/// The checks, collecting problems.
pub(super) struct Kontroll<'a> {
    pub(super) problems: &'a mut Problems,
}

impl Kontroll<'_> {
    /// Two statements that cannot both be right.
    fn motsagt(&mut self, plats: Location, text: String, vantat: impl Into<String>) {
        self.problems.add(Problem::new(Code::R04, plats, text).expected(vantat));
    }
}

fn kr(belopp: HelaKronor) -> String {
    svenska::tal(belopp.exakt().exakt(), 0)
}

fn sida(namn: &str) -> Location {
    Location::sheet(ARBETSBOK.fil, namn)
}

fn plats(cell: &CellRef) -> Location {
    cell.location.clone()
}

/// Where a leaf was read.
pub(super) fn lovets_plats(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(ARBETSBOK.fil), |cell| cell.location.clone())
}
