//! One change at a time: which input moves most, and for whom; and what all of them come to together.

use super::change::Change;
use super::data::{Andrad, Enskild, Mest, named, parts};
use super::inputs::{Input, Inputs, To};
use super::stakes::Stakes;
use crate::comparison::data::Skillnad;
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
    let changed = |input: &'i Input| {
        let numbers = [Decimal::ONE, Decimal::NEGATIVE_ONE];
        let number =
            numbers.into_iter().find_map(|percent| input.with(&To::Percent(percent)).ok())?;
        (input.is_a_size() && number != input.value).then_some(Change { input, number })
    };
    inputs.iter().filter_map(changed).collect()
}

/// What is granted or paid to someone for the year and would be another, in whole kronor; with nothing of what it comes of.
/// For amounts that are stated in larger units, and so stand in no table of whole kronor.
#[must_use]
pub fn amounts(trace: &Trace, changes: &[Change<'_>]) -> Vec<Skillnad> {
    let mut stakes = Stakes::new(trace);
    let values: Vec<_> = changes.iter().flat_map(|change| change.values(trace)).collect();
    let found = stakes.differences(values).unwrap_or_default();
    let one = |(id, difference): (FigureId, Exact)| {
        let node = trace.node(id);
        let [bidrag, _, plats, siffra] = parts(&node.name)?.map(str::to_owned);
        let old = node.value.exact()?;
        let (gammal, ny) = (old.nearest().integer()?, (old + difference).nearest().integer()?);
        Some(Skillnad {
            id: node.name.clone(),
            benamning: node.label.to_owned(),
            vems: named(&plats),
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
