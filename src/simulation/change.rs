//! A cell that holds something else, and what every figure that depends on it comes to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::inputs::Input;
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
