//! The overview once more, in whole numbers of 128 bits, and what it and the decision are told by. Shares no type and no
//! rule with the engine.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::country::CountryCase;
use super::decision::decision;
use crate::calculation::{Number, Q};
use crate::country::{COUNT, REGIONS};

/// Everything there is to know: figures, problems, and sets of regions by their grant and name.
#[derive(Debug, Default)]
pub(crate) struct Svar {
    pub(crate) figures: BTreeMap<String, Number>,
    pub(crate) codes: BTreeSet<&'static str>,
    pub(crate) sets: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
    year: i32,
}

impl Svar {
    pub(super) fn insert(&mut self, grant: &str, place: &str, name: &str, number: Number) {
        let name = format!("{grant}.{}.{place}.{name}", self.year);
        assert!(self.figures.insert(name.clone(), number).is_none(), "{name} twice");
    }

    pub(super) fn regions(&mut self, grant: &str, name: &str, number: impl Fn(usize) -> Number) {
        for (place, region) in REGIONS.iter().enumerate() {
            self.insert(grant, region, name, number(place));
        }
    }

    pub(super) fn set_of(
        &mut self,
        grant: &'static str,
        name: &'static str,
        has: impl Fn(usize) -> bool,
    ) {
        let regions = (0..COUNT).filter(|place| has(*place)).map(|place| REGIONS[place]);
        self.sets.insert((grant, name), regions.collect());
    }

    /// A set of the one region that comes first by an order.
    pub(super) fn single(
        &mut self,
        grant: &'static str,
        name: &'static str,
        before: impl Fn(usize, usize) -> bool,
    ) {
        let first_of_all = (0..COUNT).reduce(|a, b| if before(b, a) { b } else { a });
        self.set_of(grant, name, |place| Some(place) == first_of_all);
    }
}

pub(super) fn wholly(number: i128) -> Number {
    Number::Whole(i64::try_from(number).expect("kronor that fit"))
}

pub(super) fn exact(over: i128, under: i128) -> Number {
    Number::Exact(Q::new(over, under))
}

/// A decimal in units of its `decimaler`th decimal.
pub(super) fn scaled(number: Decimal, decimals: u32) -> i128 {
    number.mantissa() * 10_i128.pow(decimals - number.scale())
}

/// Everything, of both grants.
pub(crate) fn computes(country: &CountryCase) -> Svar {
    let mut answer = Svar { year: country.year, ..Svar::default() };
    let amount = decision(country, &mut answer);
    overview(country, &amount, &mut answer);
    answer
}

/// The distance to the mean and the place, of kronor per region; cross-multiplied, never divided.
pub(super) fn state(
    grant: &'static str,
    what: &str,
    kronor: &[i128],
    population: &[i128],
    answer: &mut Svar,
) {
    let (sum, inhabitants): (i128, i128) = (kronor.iter().sum(), population.iter().sum());
    answer.regions(grant, &format!("{what}_avstand"), |r| {
        exact(kronor[r] * inhabitants - sum * population[r], population[r] * inhabitants)
    });
    answer.regions(grant, &format!("{what}_plats"), |r| {
        let more = (0..COUNT).filter(|a| kronor[*a] * population[r] > kronor[r] * population[*a]);
        wholly(i128::try_from(more.count()).expect("few") + 1)
    });
}

fn overview(country: &CountryCase, amount: &[i128], answer: &mut Svar) {
    let b = "besked";
    let population = country.population.map(i128::from);
    let inhabitants: i128 = population.iter().sum();
    // Millions with six decimals are kronor, thousand millions with nine.
    let meddelat = country.meddelat.map(|mnkr| scaled(mnkr, 6));
    let sum: i128 = meddelat.iter().sum();
    let beyond: Vec<_> = (0..COUNT).map(|r| meddelat[r] - amount[r]).collect();
    if beyond.iter().any(|kronor| *kronor < 0) {
        answer.codes.insert("R04");
    }
    if country.own_population {
        answer.insert(b, "riket", "befolkning", wholly(inhabitants));
    }
    answer.insert(b, "riket", "meddelat", exact(sum, 1));
    answer.regions(b, "utover_beslut", |r| exact(beyond[r], 1));
    answer.insert(b, "riket", "utover_beslut", exact(beyond.iter().sum(), 1));
    let parts = amount.iter().sum::<i128>() + beyond.iter().sum::<i128>();
    answer.insert(b, "riket", "delar", exact(parts, 1));
    answer.regions(b, "meddelat_per_inv", |r| exact(meddelat[r], population[r]));
    answer.insert(b, "riket", "meddelat_per_inv", exact(sum, inhabitants));
    state(b, "meddelat_per_inv", &meddelat, &population, answer);
    let omtalat = scaled(country.omtalat, 9);
    let step = i128::from(country.step) * 1_000_000;
    if omtalat % step != 0 {
        answer.codes.insert("R04");
    }
    let under = sum - sum % step;
    let rounded_amount = if 2 * (sum - under) >= step { under + step } else { under };
    answer.insert(b, "riket", "meddelat_avrundat", exact(rounded_amount, 1));
    answer.insert(b, "riket", "omtalat_skillnad", exact(rounded_amount - omtalat, 1));
    answer.insert(b, "riket", "omtalat_avrundning", exact(sum - omtalat, 1));
    answer.set_of(b, "over_medel", |r| meddelat[r] * inhabitants > sum * population[r]);
    answer.single(b, "per_inv_hogst", |x, y| {
        meddelat[x] * population[y] > meddelat[y] * population[x]
    });
    answer.single(b, "per_inv_lagst", |x, y| {
        meddelat[x] * population[y] < meddelat[y] * population[x]
    });
}
