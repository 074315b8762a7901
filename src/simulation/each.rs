//! One change at a time: which input moves most, and for whom.

use super::Change;
use super::data::{Andrad, Enskild, Mest};
use super::inputs::{Inputs, To};
use super::stakes::Stakes;
use crate::figure::{FigureId, Trace};
use crate::quantity::{Decimal, Exact};

/// Each change by itself, the one that moves most kronor first.
#[must_use]
pub fn each(trace: &Trace, changes: &[Change<'_>]) -> Vec<Enskild> {
    let mut stakes = Stakes::new(trace);
    let one = |change: &Change<'_>| {
        let differences = stakes.differences(change.values(trace));
        let moved = differences.as_ref().map(|all| stakes.moved(all).unwrap_or_default());
        let most = differences
            .into_iter()
            .flatten()
            .max_by_key(|(id, difference)| (difference.amount(), std::cmp::Reverse(*id)));
        let most = most.filter(|(_, difference)| !difference.is_zero());
        Enskild {
            andring: Andrad::of(change),
            flyttas: moved,
            mest: most.and_then(|(id, difference): (FigureId, Exact)| {
                Mest::of(trace.node(id), difference.nearest().integer()?)
            }),
        }
    };
    let mut all: Vec<_> = changes.iter().map(one).collect();
    // What cannot be computed comes last; equals in the order they stand in the workbooks.
    all.sort_by_key(|one| std::cmp::Reverse(one.flyttas));
    all
}

/// Every number of the workbooks that is of a size, a hundredth more; a hundredth less where it could not be more. What a
/// hundredth does not change, as a small whole number, is left out.
#[must_use]
pub fn a_percent<'i>(inputs: &'i Inputs<'_>) -> Vec<Change<'i>> {
    let changed = |input: &'i super::Input| {
        let numbers = [Decimal::ONE, Decimal::NEGATIVE_ONE];
        let number =
            numbers.into_iter().find_map(|percent| input.with(&To::Percent(percent)).ok())?;
        (input.is_a_size() && number != input.value).then_some(Change { input, number })
    };
    inputs.iter().filter_map(changed).collect()
}
