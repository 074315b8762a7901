//! Sektorsbidraget and the overview once more, in whole numbers of 128 bits: weights in millionths of a
//! krona, one division with its remainder for each region. Shares no type and no rule with the engine.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::country::CountryCase;
use crate::calculation::{Number, Q};
use crate::country::{COUNT, REGIONS, Remainder};

/// Everything there is to know: figures, problems, and sets of regions by their grant and name.
#[derive(Debug, Default)]
pub(crate) struct Svar {
    pub(crate) figures: BTreeMap<String, Number>,
    pub(crate) codes: BTreeSet<&'static str>,
    pub(crate) sets: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
    year: i32,
}

impl Svar {
    fn insert(&mut self, grant: &str, place: &str, name: &str, number: Number) {
        let name = format!("{grant}.{}.{place}.{name}", self.year);
        assert!(self.figures.insert(name.clone(), number).is_none(), "{name} twice");
    }

    fn regions(&mut self, grant: &str, name: &str, number: impl Fn(usize) -> Number) {
        for (place, region) in REGIONS.iter().enumerate() {
            self.insert(grant, region, name, number(place));
        }
    }

    fn set_of(&mut self, grant: &'static str, name: &'static str, has: impl Fn(usize) -> bool) {
        let regions = (0..COUNT).filter(|place| has(*place)).map(|place| REGIONS[place]);
        self.sets.insert((grant, name), regions.collect());
    }

    /// A set of the one region that comes first by an order.
    fn single(
        &mut self,
        grant: &'static str,
        name: &'static str,
        before: impl Fn(usize, usize) -> bool,
    ) {
        let first_of_all = (0..COUNT).reduce(|a, b| if before(b, a) { b } else { a });
        self.set_of(grant, name, |place| Some(place) == first_of_all);
    }
}

fn wholly(number: i128) -> Number {
    Number::Whole(i64::try_from(number).expect("kronor that fit"))
}

fn exact(over: i128, under: i128) -> Number {
    Number::Exact(Q::new(over, under))
}

/// A decimal in units of its `decimaler`th decimal.
fn scaled(number: Decimal, decimals: u32) -> i128 {
    number.mantissa() * 10_i128.pow(decimals - number.scale())
}

/// Everything, of both grants.
pub(crate) fn computes(country: &CountryCase) -> Svar {
    let mut answer = Svar { year: country.year, ..Svar::default() };
    let amount = sektorsbidraget(country, &mut answer);
    overview(country, &amount, &mut answer);
    answer
}

/// Whole kronor per region.
pub(crate) fn sektorsbidraget(country: &CountryCase, answer: &mut Svar) -> Vec<i128> {
    let (s, million) = ("sektorsbidrag", 1_000_000);
    let population = country.population.map(i128::from);
    let inhabitants: i128 = population.iter().sum();
    let weight: [i128; COUNT] =
        std::array::from_fn(|r| population[r] * scaled(country.standardkostnad[r], 6));
    let weights: i128 = weight.iter().sum();
    answer.insert(s, "riket", "befolkning", wholly(inhabitants));
    answer.regions(s, "standardkostnad", |r| exact(weight[r], million));
    answer.insert(s, "riket", "standardkostnad", exact(weights, million));
    answer.insert(s, "riket", "standardkostnad_per_inv", exact(weights, million * inhabitants));
    answer.regions(s, "andel", |r| exact(weight[r], weights));
    let pot = i128::from(country.pot);
    answer.regions(s, "belopp_exakt", |r| exact(pot * weight[r], weights));

    // Whole kronor and what is left of the division, in parts of the weights' sum.
    let whole_parts = weight.map(|weight| pot * weight / weights);
    let rest = weight.map(|weight| pot * weight % weights);
    let upwards: Vec<_> =
        (0..COUNT).map(|r| whole_parts[r] + i128::from(2 * rest[r] >= weights)).collect();
    let left = pot - upwards.iter().sum::<i128>();
    let mut amount = upwards.clone();
    let mut residual = left;
    match country.rest {
        Remainder::Nobody if left != 0 => {
            answer.codes.insert("R01");
        }
        Remainder::Nobody => {}
        Remainder::Hamilton => {
            amount = whole_parts.to_vec();
            residual = pot - whole_parts.iter().sum::<i128>();
            let mut turn: Vec<_> = (0..COUNT).collect();
            turn.sort_by_key(|r| (-rest[*r], *r));
            let count = usize::try_from(residual).expect("fewer kronor than regions");
            turn.into_iter().take(count).for_each(|r| amount[r] += 1);
        }
        Remainder::Largest => {
            let largest = (0..COUNT).reduce(|a, b| if weight[b] > weight[a] { b } else { a });
            amount[largest.expect("21 regions")] += left;
        }
        Remainder::Region(_) => panic!("the decision names no region"),
    }
    if amount.iter().any(|amount| *amount < 1) {
        answer.codes.insert("R05");
    }
    let in_total: i128 = amount.iter().sum();
    answer.regions(s, "belopp", |r| wholly(amount[r]));
    answer.insert(s, "riket", "belopp", wholly(in_total));
    answer.insert(s, "riket", "residual", wholly(residual));
    answer.regions(s, "belopp_per_inv", |r| exact(amount[r], population[r]));
    answer.insert(s, "riket", "belopp_per_inv", exact(in_total, inhabitants));
    state(s, "belopp_per_inv", &amount, &population, answer);
    answer.single(s, "exempelregion", |a, b| population[a] < population[b]);
    answer.single(s, "storst", |a, b| weight[a] > weight[b]);
    answer.single(s, "per_inv_hogst", |a, b| amount[a] * population[b] > amount[b] * population[a]);
    answer.single(s, "per_inv_lagst", |a, b| amount[a] * population[b] < amount[b] * population[a]);
    amount
}

/// The distance to the mean and the place, of kronor per region; cross-multiplied, never divided.
fn state(grant: &'static str, what: &str, kronor: &[i128], population: &[i128], answer: &mut Svar) {
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
    answer.insert(b, "riket", "meddelat", exact(sum, 1));
    answer.regions(b, "utover_sektorsbidrag", |r| exact(beyond[r], 1));
    answer.insert(b, "riket", "utover_sektorsbidrag", exact(beyond.iter().sum(), 1));
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
