//! The second calculation: plain whole numbers where the engine has quantities, one balance after the
//! other where the engine has sums, ranks where the engine sorts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Avtal, CountryCase};
use crate::calculation::{Number, Q};
use crate::country::{COUNT, REGIONS, Regions};

/// What the engine should find.
#[derive(Debug, Default)]
pub(super) struct Svar {
    pub(super) figures: BTreeMap<String, Number>,
    pub(super) codes: BTreeSet<&'static str>,
    pub(super) sets: BTreeMap<String, Vec<&'static str>>,
    prefix: String,
}

impl Svar {
    fn insert(&mut self, whom: &str, name: &str, number: Number) {
        let before = self.figures.insert(format!("{}.{whom}.{name}", self.prefix), number);
        assert!(before.is_none(), "{whom}.{name} twice");
    }

    fn country(&mut self, name: &str, number: i64) {
        self.insert("riket", name, Number::Whole(number));
    }

    fn exact(&mut self, whom: &str, name: &str, number: Q) {
        self.insert(whom, name, Number::Exact(number));
    }

    /// A whole number of every region, and their sum.
    fn all(&mut self, name: &str, number: &Regions<i64>) {
        for (region, number) in REGIONS.iter().zip(number) {
            self.insert(region, name, Number::Whole(*number));
        }
        self.country(name, number.iter().sum());
    }

    fn set_of(&mut self, name: String, has: impl Fn(usize) -> bool) {
        let regions = (0..COUNT).filter(|r| has(*r)).map(|r| REGIONS[r]).collect();
        self.sets.insert(name, regions);
    }
}

/// Whole kronor of an amount in mnkr with at most six decimals.
fn kronor(mnkr: rust_decimal::Decimal) -> i64 {
    let kronor = mnkr.mantissa() * 10_i128.pow(6 - mnkr.scale());
    i64::try_from(kronor).expect("kronor that fit")
}

/// What each agreement gives each region: the nearest krona, and what is over to the first of the most
/// populous.
pub(super) fn parts(country: &CountryCase) -> Vec<Regions<i64>> {
    let one = |avtal: &Avtal| {
        let (_, people) = &country.population[avtal.key];
        let the_country: i128 = people.iter().map(|population| i128::from(*population)).sum();
        let largest = (0..COUNT).rev().max_by_key(|r| people[*r]).expect("21 regions");
        let pot = kronor(avtal.regions);
        let mut parts = people.map(|population| {
            let doubled = 2 * i128::from(pot) * i128::from(population) + the_country;
            i64::try_from(doubled.div_euclid(2 * the_country)).expect("kronor that fit")
        });
        parts[largest] += pot - parts.iter().sum::<i64>();
        parts
    };
    country.avtal.iter().map(one).collect()
}

pub(super) fn computes(country: &CountryCase) -> Svar {
    let mut answer = Svar { prefix: format!("beredskap.{}", country.year), ..Svar::default() };
    let parts = parts(country);
    tilldelning(country, &parts, &mut answer);
    if parts.iter().flatten().any(|part| *part <= 0) {
        answer.codes.insert("R04");
        return answer;
    }
    let left: Vec<_> = country
        .avtal
        .iter()
        .zip(&parts)
        .map(|(avtal, parts)| konto(country.year, avtal, parts, &mut answer))
        .collect();
    let open = country.avtal.iter().zip(&left).filter(|(avtal, _)| avtal.to >= country.year);
    let open: Vec<_> = open.map(|(_, left)| *left).collect();
    if !open.is_empty() {
        answer.all("kvar", &put_together(&open));
    }
    disponibelt(country, &parts, &mut answer);
    target(country, &mut answer);
    for (number, (now, before)) in (1..).zip(&country.lists) {
        if let Some(before) = before {
            answer.country(&format!("lista_{number}_skillnad"), now - before);
        }
    }
    answer
}

fn put_together(parts: &[Regions<i64>]) -> Regions<i64> {
    std::array::from_fn(|r| parts.iter().map(|part| part[r]).sum())
}

fn tilldelning(country: &CountryCase, parts: &[Regions<i64>], answer: &mut Svar) {
    for (year, people) in &country.population {
        answer.country(&format!("befolkning_{year}_12_31"), people.iter().sum());
    }
    let (mut till_regionerna, mut till_skr) = (0, 0);
    for (avtal, parts) in country.avtal.iter().zip(parts) {
        let (year, pot, skr) = (avtal.year, kronor(avtal.regions), kronor(avtal.skr));
        till_regionerna += pot;
        till_skr += skr;
        answer.exact("riket", &format!("overenskommet_{year}"), Q::wholly(pot + skr));
        answer.country(&format!("pott_{year}"), pot);
        let (_, people) = &country.population[avtal.key];
        let the_country: i64 = people.iter().sum();
        for (region, population) in REGIONS.iter().zip(people) {
            let part = Q::new(i128::from(pot) * i128::from(*population), the_country.into());
            answer.exact(region, &format!("tilldelat_exakt_{year}"), part);
        }
        answer.all(&format!("tilldelat_{year}"), parts);
    }
    answer.all("tilldelat", &put_together(parts));
    answer.exact("riket", "till_regionerna", Q::wholly(till_regionerna));
    answer.exact("riket", "till_skr", Q::wholly(till_skr));
}

/// Takes one amount after the other from what was given; what is then left.
fn konto(now: i32, avtal: &Avtal, parts: &Regions<i64>, answer: &mut Svar) -> Regions<i64> {
    let (year, mut balance) = (avtal.year, *parts);
    for (when, amount) in &avtal.anvant {
        answer.country(&format!("anvant_{year}_{when}"), amount.iter().sum());
        for (balance, amount) in balance.iter_mut().zip(amount) {
            *balance -= amount;
        }
    }
    answer.all(&format!("kvar_{year}"), &balance);
    if avtal.aterbetalas {
        answer.all(&format!("forfaller_{year}"), &balance);
    }
    if balance.iter().any(|balance| *balance < 0) {
        answer.codes.insert("R04");
    }
    let elapsed: Vec<_> = (avtal.from..=avtal.to).filter(|passed| *passed < now).collect();
    let known: Vec<_> = avtal.anvant.iter().map(|(when, _)| *when).collect();
    if !elapsed.is_empty() && elapsed == known {
        shares(year, parts, &balance, answer);
    }
    balance
}

fn shares(year: i32, parts: &Regions<i64>, balance: &Regions<i64>, answer: &mut Svar) {
    let anvant: Regions<i64> = std::array::from_fn(|r| parts[r] - balance[r]);
    answer.all(&format!("anvant_{year}"), &anvant);
    let share = |part: i64, wholly: i64| Q::new(part.into(), wholly.into());
    let shares: [Q; COUNT] = std::array::from_fn(|r| share(anvant[r], parts[r]));
    for (region, share) in REGIONS.iter().zip(&shares) {
        answer.exact(region, &format!("andel_anvand_{year}"), share.clone());
    }
    let country = share(anvant.iter().sum(), parts.iter().sum());
    answer.exact("riket", &format!("andel_anvand_{year}"), country);
    // Σ (1/21 · andel).
    let medel = shares.iter().fold(Q::zero(), |sum, share| sum + share * Q::new(1, 21));
    // At most ten are less than it, and at most ten greater.
    let more_than_ten = |has: &dyn Fn(&Q) -> bool| shares.iter().filter(|b| has(b)).count() > 10;
    let median = shares.iter().find(|a| !more_than_ten(&|b| b < a) && !more_than_ten(&|b| b > a));
    answer.exact("riket", &format!("andel_anvand_median_{year}"), median.expect("one").clone());
    let without = balance.iter().filter(|balance| **balance == 0).count();
    answer
        .country(&format!("antal_anvant_allt_{year}"), i64::try_from(without).expect("at most 21"));
    answer.set_of(format!("anvant_allt_{year}"), |r| anvant[r] == parts[r]);
    answer.set_of(format!("andel_over_medel_{year}"), |r| shares[r] > medel);
    answer
        .set_of(format!("andel_lagst_{year}"), |r| shares.iter().all(|share| *share >= shares[r]));
    answer.exact("riket", &format!("andel_anvand_medel_{year}"), medel);
}

/// The country's balance of each agreement, year by year: told from the year before the follow-up.
fn disponibelt(country: &CountryCase, parts: &[Regions<i64>], answer: &mut Svar) {
    let mut aren: BTreeMap<i32, i64> = BTreeMap::new();
    for (avtal, parts) in country.avtal.iter().zip(parts) {
        let mut balance: i64 = parts.iter().sum();
        for year in avtal.from..=avtal.to {
            if year >= country.year - 1 {
                answer.country(&format!("disponibelt_{}_{year}", avtal.year), balance);
                *aren.entry(year).or_default() += balance;
            }
            let anvant = avtal.anvant.iter().find(|(when, _)| *when == year);
            balance -= anvant.map_or(0, |(_, amount)| amount.iter().sum());
        }
    }
    for (year, amount) in aren {
        answer.country(&format!("disponibelt_{year}"), amount);
    }
}

fn target(country: &CountryCase, answer: &mut Svar) {
    for target in &country.target {
        let (mut natt, mut least) = (0, i64::MAX);
        for veckor in target.answer {
            natt += i64::from(veckor >= target.veckor);
            least = least.min(veckor);
        }
        let id = &target.id;
        answer.country(&format!("antal_natt_{id}"), natt);
        answer.country(&format!("antal_missat_{id}"), 21 - natt);
        answer.country(&format!("veckor_minst_{id}"), least);
        answer.set_of(format!("natt_{id}"), |r| target.answer[r] >= target.veckor);
        answer.set_of(format!("missat_{id}"), |r| target.answer[r] < target.veckor);
        answer.set_of(format!("minst_{id}"), |r| target.answer[r] == least);
    }
}
