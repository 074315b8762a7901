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
use crate::comparison::data::Skillnad;
use crate::figure::{Evaluator, FigureId, Trace};
use crate::quantity::{Exact, Value};

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

/// What is granted or paid to someone for the year and would be another, in whole kronor; with nothing of what it comes of.
/// For amounts that are stated in larger units, and so stand in no table of whole kronor.
#[must_use]
pub fn amounts(trace: &Trace, changes: &[Change<'_>]) -> Vec<Skillnad> {
    let mut stakes = stakes::Stakes::new(trace);
    let values: Vec<_> = changes.iter().flat_map(|change| change.values(trace)).collect();
    let found = stakes.differences(values).unwrap_or_default();
    let one = |(id, difference): (FigureId, Exact)| {
        let node = trace.node(id);
        let [bidrag, _, plats, siffra] = data::parts(&node.name)?.map(str::to_owned);
        let old = node.value.exact()?;
        let (gammal, ny) = (old.nearest().integer()?, (old + difference).nearest().integer()?);
        Some(Skillnad {
            id: node.name.clone(),
            benamning: node.label.to_owned(),
            vems: data::named(&plats),
            plats,
            gammal: Some(gammal),
            ny: Some(ny),
            skillnad: ny - gammal,
            samverkan: None,
            status: node.status.name().to_owned(),
            leder: true,
            orsaker: Vec::new(),
            bidrag,
            siffra,
        })
    };
    found.into_iter().filter_map(one).filter(Skillnad::differs).collect()
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
