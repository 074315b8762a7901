//! Countries at random, the same for the same seed. Most are odd in some way, since the odd ones are
//! where two calculations part. Amounts fit the pot so that the engine goes all the way.

mod brev;

use rust_decimal::Decimal;

use crate::calculation;
use crate::country::GROUPS as NEED_GROUPS;
use crate::country::{
    Avtal, Before, COUNT, Component, CountryCase, Deduction, Group, Groups, Parts, Plan, Regions,
    Remainder, Steg,
};

/// A stream of numbers (`SplitMix64`).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x5851_F42D_4C95_7F2D))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number, both ends included.
    pub(crate) fn between(&mut self, lowest: i64, highest: i64) -> i64 {
        let span = u64::try_from(highest - lowest).expect("a range") + 1;
        lowest + i64::try_from(self.next() % span).expect("within the range")
    }

    pub(crate) fn one_in(&mut self, count: i64) -> bool {
        self.between(1, count) == 1
    }

    /// A place among so many.
    fn index(&mut self, count: i64) -> usize {
        usize::try_from(self.between(0, count - 1)).expect("a place")
    }

    pub(crate) fn decimal(&mut self, lowest: i64, highest: i64, decimals: u32) -> Decimal {
        Decimal::new(self.between(lowest, highest), decimals)
    }

    pub(crate) fn regions(&mut self, lowest: i64, highest: i64) -> Regions<i64> {
        // Equal regions now and then.
        let equal = self.one_in(8).then(|| self.between(lowest, highest));
        [0; COUNT].map(|_| equal.unwrap_or_else(|| self.between(lowest, highest)))
    }
}

/// The settlement groups there may be, and the adjustments that pay what is settled of them. No id ends another.
pub(crate) const GROUPS: [(&str, &str); 3] = [
    ("formanen", "vinst_forlust_formanen"),
    ("hepatit_c", "vinst_forlust_hepatit_c"),
    ("tillsammans", "vinst_forlust_tillsammans"),
];

/// The country of a seed.
pub(crate) fn country(seed: u64) -> CountryCase {
    let random = &mut Random::new(seed);
    let population = population(random);
    let avtal = avtal(random);
    let pot = calculation::pot(&avtal);
    let kind = random.between(1, 10);
    let groups = (kind <= 4).then(|| need_groups(random));
    let utfall = (kind >= 4).then(|| utfall(random, &population, pot));
    let cost = cost(random, &population);
    let ladder = ladder(random, cost.iter().sum(), &population);
    let threshold = threshold(random);
    let before = before(random, &population);
    let efterslap = [2, 2, 1, random.between(1, 12)][random.index(4)];
    let brev = brev::brev(random, efterslap, &population, &before.parts);
    let plan = plan(random, pot);
    let year = i32::try_from(random.between(2019, 2034)).expect("a year");
    CountryCase {
        year,
        avtal,
        population,
        groups,
        utfall,
        cost,
        ladder,
        threshold,
        before,
        efterslap,
        plan,
        brev,
    }
}

fn population(random: &mut Random) -> Regions<i64> {
    // Mostly few people, since fractions of large numbers are slow.
    match random.between(1, 12) {
        1 => random.regions(50_000, 2_500_000),
        2 => random.regions(500, 2_000),
        _ => random.regions(1, 12),
    }
}

fn avtal(random: &mut Random) -> Avtal {
    // Now and then hardly anything is left, and a region may have to pay.
    let least = if random.one_in(6) { 3_200_000_000 } else { 20_000_000_000 };
    Avtal {
        parts: parts(random, least),
        ovrigt: (0..random.between(0, 3)).map(|_| random.decimal(0, 20_000, 1)).collect(),
        avdrag: avdrag(random),
        tolerance: (!random.one_in(3)).then(|| random.between(1_000, 3_000)),
        rest: match random.between(1, 4) {
            1 => Remainder::Nobody,
            2 => Remainder::Hamilton,
            3 => Remainder::Largest,
            _ => Remainder::Region(usize::try_from(random.between(0, 20)).expect("a place")),
        },
    }
}

/// One to three components, the first of at least so much (millionths of a million kronor); gross or net; settled
/// together, apart, in part or not at all.
fn parts(random: &mut Random, least: i64) -> Parts {
    let net = random.one_in(2);
    let rebates = if net { random.decimal(0, 3_000_000_000, 6) } else { Decimal::ZERO };
    let apart = random.one_in(2);
    let mut components = Vec::new();
    for (place, id) in ["formanen", "hepatit_c", "licenslakemedel"].into_iter().enumerate() {
        if place > 0 && random.one_in(3) {
            continue;
        }
        let amount = match place {
            0 => random.decimal(least, 2 * least, 6),
            _ => random.decimal(0, 500, 0),
        };
        let group = match (apart, place) {
            (false, _) => Some(GROUPS[2].0),
            (true, 2) => Some(GROUPS[1].0),
            (true, place) => Some(GROUPS[place].0),
        };
        let netted = net && (place == 0 || !apart && random.one_in(2));
        // What is settled with nothing is in no group; what is netted is so as a whole.
        let group = group.filter(|_| netted || !random.one_in(4));
        components.push(Component { id, amount, netted, group });
    }
    let known = |id: &str| components.iter().any(|component| component.group == Some(id));
    let groups = GROUPS.into_iter().filter(|(id, _)| known(id)).map(|(id, _)| Group {
        id,
        above: random.decimal(0, 100, 1),
        below: random.decimal(0, 100, 1),
    });
    let groups = groups.collect();
    Parts { components, rebates, groups }
}

/// None to four deductions, now and then one that is agreed in kronor beside its rate.
fn avdrag(random: &mut Random) -> Vec<Deduction> {
    let count = usize::try_from(random.between(0, 4)).expect("a count");
    let one = |id: &&'static str| {
        let amount = random.between(0, 20_000_000);
        let currency = random
            .one_in(2)
            .then(|| (random.decimal(0, 50_000_000, 2), random.decimal(90_000, 130_000, 4)));
        let kronor = match currency {
            None => Some(amount),
            Some((amount, rate)) if random.one_in(3) => {
                let beside = if random.one_in(3) { random.between(-1_500, 1_500) } else { 0 };
                Some((calculation::all_the_time(amount * rate, 1) + beside).max(0))
            }
            Some(_) => None,
        };
        Deduction { id, kronor, currency }
    };
    ["sol", "ihsi", "skr", "nya-tjanster"].iter().take(count).map(one).collect()
}

fn need_groups(random: &mut Random) -> Groups {
    let large = random.one_in(25);
    let largest = if large { 300_000 } else { 2 };
    let mut count =
        [[0; NEED_GROUPS]; COUNT].map(|groups| groups.map(|_| random.between(0, largest)));
    for groups in &mut count {
        // No region is empty; small ones have 50, 60 or 75 people.
        let filler = [50, 60, 75][usize::try_from(random.between(0, 2)).expect("a place")];
        groups[0] += if large { 1 } else { filler - groups.iter().sum::<i64>() };
    }
    let mut prislapp = [0; NEED_GROUPS].map(|_| random.decimal(0, 12_000, 1));
    prislapp[0] += Decimal::ONE;
    Groups { count, prislapp }
}

/// An outcome that uses the pot up to rounding at twelve decimals.
fn utfall(random: &mut Random, population: &Regions<i64>, pot: i64) -> Regions<Decimal> {
    let weights = random.regions(3, 9);
    let shared: i128 = population
        .iter()
        .zip(weights)
        .map(|(population, weight)| i128::from(population * weight))
        .sum();
    weights.map(|weight| {
        let without_comma = i128::from(pot) * i128::from(weight) * 1_000_000_000_000 / shared;
        Decimal::from_i128_with_scale(without_comma, 12)
    })
}

fn cost(random: &mut Random, population: &Regions<i64>) -> Regions<i64> {
    let per_inhabitant = match random.between(1, 6) {
        1 => return [0; COUNT],
        // All but one over the mean.
        2 => [vec![1], vec![200; COUNT - 1]].concat(),
        // One far above every step.
        3 => [vec![90; COUNT - 1], vec![5_000]].concat(),
        // All alike: nobody above the mean.
        4 => vec![141; COUNT],
        _ => random.regions(0, 400).to_vec(),
    };
    let mut cost = *population;
    cost.iter_mut().zip(per_inhabitant).for_each(|(cost, per_inhabitant)| *cost *= per_inhabitant);
    cost
}

fn ladder(random: &mut Random, cost: i64, population: &Regions<i64>) -> Vec<Steg> {
    let mut from = cost / population.iter().sum::<i64>();
    let count = random.between(1, 4);
    (1..=count)
        .map(|level| {
            from += random.between(1, 150);
            let amount = Decimal::new(from * 10 + random.between(0, 9), 1);
            Steg { from: (level > 1).then_some(amount), percent: random.decimal(0, 1_000, 1) }
        })
        .collect()
}

/// A plan of payment now and then, of a grant: shares that are the whole, or amounts that are, or that miss it
/// by a krona.
fn plan(random: &mut Random, grant: i64) -> Option<Plan> {
    match random.between(1, 8) {
        1 => {
            let mut shares = [0; 12].map(|_| random.decimal(10_000, 90_000, 4));
            shares[11] = Decimal::from(100) - shares[..11].iter().sum::<Decimal>();
            Some(Plan::Shares(shares))
        }
        2 => {
            let mut amounts = [0; 12].map(|_| grant / 12 - random.between(0, 3));
            amounts[11] = grant - amounts[..11].iter().sum::<i64>();
            amounts[11] += i64::from(random.one_in(6));
            Some(Plan::Amounts(amounts))
        }
        _ => None,
    }
}

/// A least cost for compensation, now and then: below the mean, about it, or above every region.
fn threshold(random: &mut Random) -> Option<Decimal> {
    random.one_in(3).then(|| random.decimal(0, 6_000, 1))
}

fn before(random: &mut Random, population: &Regions<i64>) -> Before {
    // Declining, rising and unchanged populations.
    let percent = [random.between(50, 200), 100][usize::from(random.one_in(5))];
    let before_population =
        population.map(|population| (population * percent / 100).max(1) + random.between(0, 1));
    let behov = random.regions(0, 900_000_000_000).map(|behov| Decimal::new(behov, 8));
    let netto = random.regions(-200_000, 900_000).map(|netto| Decimal::new(netto, 4));
    let mut grant = [0; COUNT];
    for (place, grant) in grant.iter_mut().enumerate() {
        let per_inhabitant = behov[place] + netto[place];
        *grant = calculation::all_the_time(per_inhabitant, before_population[place]).max(0);
        if random.one_in(200) {
            *grant += random.between(0, 3);
        }
    }
    let cost = if random.one_in(10) {
        0
    } else {
        before_population.iter().sum::<i64>() * random.between(1, 300) + random.between(0, 20)
    };
    let finansiering = random.decimal(0, 500_000, 4);
    let ladder = ladder(random, cost, &before_population);
    let threshold = threshold(random);
    let plan = plan(random, grant.iter().sum());
    let parts = parts(random, 20_000_000_000);
    Before {
        population: before_population,
        behov,
        netto,
        grant,
        cost,
        finansiering,
        ladder,
        threshold,
        plan,
        parts,
    }
}
