//! What a trace comes to when cells hold something else: what each recipient gets more or less, and how many kronor move.

use std::collections::BTreeMap;

use crate::contract::leads;
use crate::contract::{PAYMENT, regleringsbrev};
use crate::figure::{Evaluator, FigureId, Trace};
use crate::quantity::{Exact, Unit, Value};

/// What a figure of the country has in place of a region.
const COUNTRY: &str = "riket";

/// What a trace comes to when cells hold something else.
#[derive(Debug)]
pub struct Stakes<'t> {
    trace: &'t Trace,
    evaluator: Evaluator<'t>,
    /// What is granted or paid to someone for the whole year, by the grant.
    amounts: BTreeMap<FigureId, &'t str>,
}

impl<'t> Stakes<'t> {
    /// Of a trace in which nothing is changed.
    #[must_use]
    pub fn new(trace: &'t Trace) -> Self {
        let own = |(id, node): (FigureId, &'t crate::figure::Node)| {
            amount(&node.name, node.unit).map(|grant| (id, grant))
        };
        Self {
            trace,
            evaluator: Evaluator::new(trace),
            amounts: trace.iter().filter_map(own).collect(),
        }
    }

    /// What is granted or paid to someone for the whole year.
    pub fn amounts(&self) -> impl Iterator<Item = FigureId> {
        self.amounts.keys().copied()
    }

    /// How much more each recipient would get of each grant, of the amounts that depend on some leaves, if those had
    /// other values; none if some amount could not be computed.
    ///
    /// # Panics
    /// If a figure is no leaf, or a value is not of its unit: bugs.
    pub fn differences(
        &mut self,
        changes: impl IntoIterator<Item = (FigureId, Value)>,
    ) -> Option<Vec<(FigureId, Exact)>> {
        self.evaluator.change(changes);
        let mut changed: Vec<_> =
            self.evaluator.changed().filter(|id| self.amounts.contains_key(id)).collect();
        changed.sort_unstable();
        let mut all = Vec::with_capacity(changed.len());
        for id in changed {
            let new = self.evaluator.known(id)?.exact()?;
            all.push((id, new - self.trace.node(id).value.exact()?));
        }
        Some(all)
    }

    /// How many kronor would go to others, or not at all: of the grant where most would, what some lose or what others
    /// gain, whichever is more. None if nothing differs.
    #[must_use]
    pub fn moved(&self, differences: &[(FigureId, Exact)]) -> Option<i64> {
        let mut sums: BTreeMap<&str, [Exact; 2]> = BTreeMap::new();
        for (id, difference) in differences {
            let Some(grant) = self.amounts.get(id) else { continue };
            let [lost, gained] =
                sums.entry(grant).or_insert_with(|| [Exact::zero(), Exact::zero()]);
            let sum = if difference.is_negative() { lost } else { gained };
            *sum = &*sum + &difference.amount();
        }
        sums.into_values().flatten().max()?.nearest().integer()
    }
}

/// A number as the value of a leaf.
#[must_use]
pub fn value_of(trace: &Trace, leaf: FigureId, number: &Exact) -> Option<Value> {
    Some(match trace.node(leaf).value {
        Value::Integer(_) => Value::Integer(number.nearest().integer()?),
        Value::Exact(_) => Value::Exact(number.clone()),
        Value::Datum(_) => return None,
    })
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
