//! Where each region stands among the others: how far from the country's mean, and in which place. The
//! rules, with their words, are the grants' own. Knows no grant.

use crate::contract::{Calculation, Regional};
use crate::figure::{Figure, RANK, Rule, list};
use crate::quantity::{Antal, KronorPerInvanare};
use crate::region::PerRegion;

/// The rules a grant compares its regions by.
#[derive(Clone, Copy, Debug)]
pub struct Ranking {
    /// The region's amount less the country's mean.
    pub distance: &'static Rule,
    /// One more than the number of regions with more.
    pub place: &'static Rule,
}

impl Ranking {
    /// Defines how far each region is from the mean, and its place.
    pub fn define(
        self,
        calc: &mut Calculation<'_>,
        (distance, place): (&Regional<KronorPerInvanare>, &Regional<Antal>),
        amounts: &PerRegion<Figure<KronorPerInvanare>>,
        mean: &Figure<KronorPerInvanare>,
    ) {
        self.distances(calc, distance, amounts, mean);
        let places = calc.call::<Antal>(&RANK, vec![list(amounts.values())]);
        calc.each(self.place, place, |region| places.at(region.index()));
    }

    /// Defines how far each region is from the mean, where its place is not asked for.
    pub fn distances(
        self,
        calc: &mut Calculation<'_>,
        distance: &Regional<KronorPerInvanare>,
        amounts: &PerRegion<Figure<KronorPerInvanare>>,
        mean: &Figure<KronorPerInvanare>,
    ) {
        calc.each(self.distance, distance, |region| &amounts[region] - mean);
    }
}
