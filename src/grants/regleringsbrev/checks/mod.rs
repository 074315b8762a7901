//! Checks that no single cell can answer: what the workbook says must hang together, with itself and
//! with the agreement it pays. Each failure is a problem placed where the user can mend it.

mod avstamning;
mod belopp;
mod galler;
mod hanvisningar;
mod tider;
mod uppgifter;
mod utbetalningar;

use super::schema::WORKBOOK;
use crate::figure::{CellRef, FigureId, Trace};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::swedish;

pub(super) use galler::Galler;
pub(super) use uppgifter::items;

/// The checks, collecting problems.
pub(super) struct Kontroll<'a> {
    pub(super) problems: &'a mut Problems,
}

impl Kontroll<'_> {
    /// Two statements that cannot both be right.
    fn motsagt(&mut self, place: Location, text: Message, expected: Message) {
        self.problems.add(Problem::new(Code::R04, place, text).expected(expected));
    }
}

fn kr(belopp: HelaKronor) -> String {
    swedish::number(belopp.exact().exact(), 0)
}

/// Where a field of a sheet stands.
fn field(sheet: &str, id: &'static str) -> Location {
    Location::field(WORKBOOK.file, sheet, id)
}

fn location(cell: &CellRef) -> Location {
    cell.location.clone()
}

/// Where a leaf was read.
pub(super) fn lovets_plats(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(WORKBOOK.file), |cell| cell.location.clone())
}
