//! Figures and their provenance: every amount the program states is a named node in a [`Trace`].
//!
//! A node is a leaf, which is a cell of a workbook, or an expression ([`Expr`]) over nodes that were
//! there before it; nothing else. A rule is written once, as an expression, and read in many ways:
//! [`Trace`] computes it, [`Evaluator`] computes again what depends on a changed cell, [`formula`]
//! writes it as a Swede would, and the trace file holds it for anyone else to compute.

mod evaluate;
mod evidence;
mod expr;
pub mod formula;
mod function;
mod legacy;
mod trace;

pub use evaluate::Evaluator;
pub use evidence::{CellRef, Cellvarde, Status, Underlag};
pub use expr::{
    Choice, Comparison, Expr, Op, Operand, Relation, Rounds, choose, count, count_where, greatest,
    least, list, one, round, round_by, sum, total, zero,
};
pub use function::{COUNT, Call, CallId, Function, MEDIAN, RANK, Results};
pub use legacy::Inputs;
pub use trace::{Figure, FigureId, Name, Node, Origin, Rule, Trace};

use crate::region::Region;

/// Names the figures of one grant and year: `lakemedel.2024.skane.statsbidrag`.
#[derive(Clone, Debug)]
pub struct Namn(String);

impl Namn {
    /// The names of a grant's year.
    #[must_use]
    pub fn ny(bidrag: &str, ar: i32) -> Self {
        Self(format!("{bidrag}.{ar}"))
    }

    /// A figure of one region.
    #[must_use]
    pub fn region(&self, region: Region, name: &str) -> String {
        format!("{}.{}.{name}", self.0, region.id())
    }

    /// A figure of the country.
    #[must_use]
    pub fn riket(&self, name: &str) -> String {
        format!("{}.riket.{name}", self.0)
    }
}
