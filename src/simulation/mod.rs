//! What would be if cells held something else: which cells are meant ([`inputs`]), what each recipient would get then
//! ([`stakes`]), which cell matters most ([`each()`]), and how far amounts may come to lie where cells are uncertain
//! ([`sample()`]). Never a decision, and no document is made of it. Only what depends on the cells is computed again; the
//! checks of the workbooks are not.

pub mod data;
mod each;
pub mod inputs;
pub mod messages;
pub mod paper;
mod sample;
pub mod stakes;
pub mod uncertain;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

pub use self::each::{a_percent, each};
use self::inputs::Input;
pub use self::sample::{Sample, Spread, Uncertain, sample};
use crate::figure::{Evaluator, FigureId, Trace};
use crate::quantity::Value;

/// A cell, and what it would hold.
#[derive(Clone, Copy, Debug)]
pub struct Change<'i> {
    /// The cell.
    pub input: &'i Input,
    /// The number, in its unit.
    pub number: Decimal,
}

impl Change<'_> {
    /// The values of the figures that are read from it.
    pub fn values<'s>(&'s self, trace: &'s Trace) -> impl Iterator<Item = (FigureId, Value)> + 's {
        self.input.values(trace, self.number)
    }
}

/// The values of all figures that depend on changed cells, by name.
///
/// # Errors
/// The name of a figure that cannot be computed then.
pub fn values(trace: &Trace, changes: &[Change<'_>]) -> Result<BTreeMap<String, Value>, String> {
    let mut evaluator = Evaluator::new(trace);
    evaluator.change(changes.iter().flat_map(|change| change.values(trace)));
    let mut changed: Vec<_> = evaluator.changed().collect();
    changed.sort_unstable();
    let value = |id: FigureId| {
        let name = &trace.node(id).name;
        let value = evaluator.known(id).ok_or_else(|| name.clone())?;
        Ok((name.clone(), value.clone()))
    };
    changed.into_iter().map(value).collect()
}
