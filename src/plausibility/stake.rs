//! How many kronor depend on cells: what other amounts they would give if they held something else.

use std::collections::BTreeMap;

use crate::contract::leads;
use crate::contract::{PAYMENT, regleringsbrev};
use crate::figure::{Evaluator, FigureId, Trace};
use crate::problem::Location;
use crate::quantity::{Exact, Unit, Value};

/// What a figure of the country has in place of a region.
const COUNTRY: &str = "riket";

/// What a trace comes to when cells hold something else.
pub(super) struct Stakes<'t> {
    trace: &'t Trace,
    evaluator: Evaluator<'t>,
    /// The figures that were read from each cell.
    leaves: BTreeMap<&'t Location, Vec<FigureId>>,
    /// What is granted or paid to someone, by the grant.
    amounts: BTreeMap<FigureId, &'t str>,
}

impl<'t> Stakes<'t> {
    pub(super) fn new(trace: &'t Trace) -> Self {
        let mut leaves: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut amounts = BTreeMap::new();
        for (id, node) in trace.iter() {
            if let Some(cell) = node.cell() {
                leaves.entry(&cell.location).or_default().push(id);
            }
            if let Some(grant) = amount(&node.name, node.unit) {
                amounts.insert(id, grant);
            }
        }
        Self { trace, evaluator: Evaluator::new(trace), leaves, amounts }
    }

    /// How many kronor would go to others, or not at all: of the grant where most would, what some lose or what others
    /// gain, whichever is more. None where nothing is computed from the cells.
    pub(super) fn kronor(&mut self, instead: &[(Location, Exact)]) -> Option<i64> {
        let mut changes = Vec::new();
        for (location, number) in instead {
            for id in self.leaves.get(location).into_iter().flatten() {
                changes.push((*id, self.value(*id, number)?));
            }
        }
        if changes.is_empty() {
            return None;
        }
        self.evaluator.change(changes);
        let changed: Vec<_> = self.evaluator.changed().collect();
        let mut sums: BTreeMap<&str, [Exact; 2]> = BTreeMap::new();
        for id in changed {
            let Some(grant) = self.amounts.get(&id) else { continue };
            let new = self.evaluator.known(id)?.exact()?;
            let difference = new - self.trace.node(id).value.exact()?;
            let [lost, gained] =
                sums.entry(grant).or_insert_with(|| [Exact::zero(), Exact::zero()]);
            let sum = if difference.is_negative() { lost } else { gained };
            *sum = &*sum + &difference.amount();
        }
        sums.into_values().flatten().max()?.nearest().integer()
    }

    /// A number of a cell as the figure's value.
    fn value(&self, id: FigureId, number: &Exact) -> Option<Value> {
        let node = self.trace.node(id);
        Some(match node.value {
            Value::Integer(_) => Value::Integer(number.nearest().integer()?),
            Value::Exact(_) => Value::Exact(number.clone()),
            Value::Datum(_) => return None,
        })
    }
}

/// The grant of a figure that is an amount of a region's or another recipient's for the whole year; none of others.
fn amount(name: &str, unit: Unit) -> Option<&str> {
    let mut parts = name.splitn(4, '.');
    let (grant, _, place, figure) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_ours =
        leads(grant, figure) && !(grant == regleringsbrev::GRANT && figure.starts_with(PAYMENT));
    let of_one = place != COUNTRY && matches!(unit, Unit::HelaKronor | Unit::Kronor);
    (is_ours && of_one).then_some(grant)
}
