//! A country as a decision that shares out money and the overview see it, in plain numbers; at
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
    /// What each region gets before the rest is shared out, kr.
    pub(crate) base: i64,
    /// The least amount, kr.
    pub(crate) floor: Option<i64>,
    /// The greatest amount, kr.
    pub(crate) ceiling: Option<i64>,
    pub(crate) rest: Remainder,
    /// Stated changes of the rounded amounts, kr; only where nobody takes the rest.
    pub(crate) changes: Option<Regions<i64>>,
    /// A second pot, whose amounts are stated, kr.
    pub(crate) fixed: Option<Regions<i64>>,
    /// Whether the overview has the population in its own workbook.
    pub(crate) own_population: bool,
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
    let place = |number: i64| usize::try_from(number).expect("a place");
    let rest = match random.between(1, 5) {
        1 | 2 => Remainder::Nobody,
        3 => Remainder::Hamilton,
        4 => Remainder::Largest,
        _ => Remainder::Region(place(random.between(0, 20))),
    };
    let (base, floor, ceiling) = limits(random, pot);
    let changes = (rest == Remainder::Nobody && random.between(1, 2) == 1).then(|| {
        let mut changes = [0; COUNT];
        changes[place(random.between(0, 20))] = random.between(-3, 3);
        changes
    });
    let fixed = (random.between(1, 3) == 1).then(|| [0; COUNT].map(|_| random.between(0, 900)));
    let step = [1, 10, 100, 250, 1_000][usize::try_from(random.between(0, 4)).expect("a place")];
    // Now and then not as even as it is said to be.
    let evenly = if random.between(1, 8) == 1 { 1 } else { step };
    let omtalat = Decimal::new(random.between(0, 40_000) / evenly * evenly, 3);
    let year = i32::try_from(random.between(2019, 2034)).expect("a year");
    CountryCase {
        year,
        pot,
        population,
        standardkostnad,
        base,
        floor,
        ceiling,
        rest,
        changes,
        fixed,
        own_population: seed.is_multiple_of(2),
        meddelat,
        omtalat,
        step,
    }
}

/// What each gets first, and the least and greatest amounts, such that the pot can be shared out within them.
fn limits(random: &mut Random, pot: i64) -> (i64, Option<i64>, Option<i64>) {
    let each = pot / 21;
    let mut now_and_then = |lowest: i64, highest: i64| {
        (random.between(1, 4) == 1).then(|| random.between(lowest, highest))
    };
    let base = now_and_then(0, each).unwrap_or_default();
    let floor = now_and_then(0, each);
    let ceiling = now_and_then(each + 1, each + 1 + each * 3);
    (base, floor, ceiling)
}
