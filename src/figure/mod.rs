//! Figures and their provenance: every amount the program states is a named node in a [`Trace`].
//!
//! A node is a leaf, which is a cell of a workbook, or an expression ([`Expr`]) over nodes that were
//! there before it; nothing else. A rule is written once, as an expression, and read in many ways:
//! [`Trace`] computes it, [`Evaluator`] computes again what depends on a changed cell, [`formula`]
//! writes it as a Swede would, and the trace file holds it for anyone else to compute.

mod cells;
mod evaluator;
mod evidence;
mod expr;
pub mod formula;
mod function;
mod names;
mod op;
mod trace;
mod value;

pub use cells::Cells;
pub use evaluator::Evaluator;
pub use evidence::{CellRef, Evidence, Sourced, Status};
pub use expr::{
    Expr, Figure, Operand, Results, Rounds, choose, count, count_where, greatest, least, list, one,
    round, round_by, sum, total, zero,
};
pub use function::{COUNT, Function, MEDIAN, RANK};
pub(crate) use function::{numbers, only};
pub use names::FigureNames;
pub use op::{CallId, Choice, Comparison, FigureId, Op, Relation};
pub use trace::{Call, Name, Node, Origin, Rule, Step, Trace};
pub(crate) use value::{Known, call, holds, value};
