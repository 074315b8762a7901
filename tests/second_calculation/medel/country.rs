//! A country as the decision on sektorsbidrag and the overview of money see it, in plain numbers; at
//! random, or as it was published. Knows neither the engine nor the second calculation.

use rust_decimal::Decimal;

use crate::country::{COUNT, Regions, Remainder};
use crate::random::Random;

/// A country in a year.
#[derive(Clone, Debug)]
pub(crate) struct CountryCase {
    pub(crate) year: i32,
    /// What is shared out, kr.
    pub(crate) pot: i64,
    pub(crate) population: Regions<i64>,
    /// Standard cost, kr/inv, six decimals at most.
    pub(crate) standardkostnad: Regions<Decimal>,
    /// Never one named region.
    pub(crate) rest: Remainder,
    /// What was announced, mnkr, six decimals at most.
    pub(crate) meddelat: Regions<Decimal>,
    /// The amount spoken of, mdkr, three decimals at most.
    pub(crate) omtalat: Decimal,
    /// What it is rounded to the nearest of, mnkr.
    pub(crate) step: i64,
}

/// The country of a seed. Often odd: equal regions, regions of one inhabitant, a pot of a few kronor.
pub(crate) fn country(seed: u64) -> CountryCase {
    let random = &mut Random::new(seed ^ 0x5EC7);
    let mut regions = |lowest: i64, highest: i64| {
        let equal = (random.between(1, 6) == 1).then(|| random.between(lowest, highest));
        [0; COUNT].map(|_| equal.unwrap_or_else(|| random.between(lowest, highest)))
    };
    let population =
        if seed.is_multiple_of(3) { regions(50_000, 2_500_000) } else { regions(1, 12) };
    let standardkostnad = regions(1_000_000, 40_000_000_000).map(|number| Decimal::new(number, 6));
    let meddelat = regions(0, 2_000_000).map(|number| Decimal::new(number, 3));
    let pot = match random.between(1, 4) {
        1 => random.between(1, 200),
        2 => 3_000_000_000,
        _ => random.between(1_000, 5_000_000_000),
    };
    let rest = match random.between(1, 3) {
        1 => Remainder::Nobody,
        2 => Remainder::Hamilton,
        _ => Remainder::Largest,
    };
    let step = [1, 10, 100, 250, 1_000][usize::try_from(random.between(0, 4)).expect("a place")];
    // Now and then not as even as it is said to be.
    let evenly = if random.between(1, 8) == 1 { 1 } else { step };
    let omtalat = Decimal::new(random.between(0, 40_000) / evenly * evenly, 3);
    let year = i32::try_from(random.between(2019, 2034)).expect("a year");
    CountryCase { year, pot, population, standardkostnad, rest, meddelat, omtalat, step }
}
