//! A decision that shares out money, once more: fractions of the second calculation's own, limits by where the sum of all
//! that is within them meets the pot, whole kronor by remainders. Shares no type and no rule with the engine.

use super::calculation::{Svar, exact, scaled, state, wholly};
use super::country::CountryCase;
use crate::calculation::{Number, Q};
use crate::country::{COUNT, Remainder};

/// The decision's name, in its figures.
pub(crate) const NAME: &str = "prov";
const GRANT: &str = "beslut";

fn id(name: &str) -> String {
    format!("{NAME}.{name}")
}

/// Whole kronor per region.
pub(crate) fn decision(country: &CountryCase, answer: &mut Svar) -> Vec<i128> {
    let million = 1_000_000;
    let population = country.population.map(i128::from);
    let inhabitants: i128 = population.iter().sum();
    let weight: [i128; COUNT] =
        std::array::from_fn(|r| population[r] * scaled(country.standardkostnad[r], 6));
    let weights: i128 = weight.iter().sum();
    answer.insert(GRANT, "riket", &id("befolkning"), wholly(inhabitants));
    answer.regions(GRANT, &id("vikt_1"), |r| exact(weight[r], million));
    answer.insert(GRANT, "riket", &id("vikt_1"), exact(weights, million));
    answer.insert(GRANT, "riket", &id("nyckel_2"), exact(weights, million * inhabitants));
    answer.regions(GRANT, &id("andel_1"), |r| exact(weight[r], weights));
    let exakt = unrounded(country, &weight);
    if country.base > 0 {
        answer.insert(
            GRANT,
            "riket",
            &id("kvar_1"),
            wholly(i128::from(country.pot - country.base * 21)),
        );
    }
    answer.regions(GRANT, &id("delbelopp_exakt_1"), |r| Number::Exact(exakt[r].clone()));
    let limited = at_limits(country, &exakt);
    the_others(country, &exakt, &weight, &limited, answer);
    let (mut amount, residual) = rounded(country, &exakt, answer);
    within_limits(country, &amount, answer);
    answer.regions(GRANT, &id("delbelopp_1"), |r| wholly(amount[r]));
    answer.insert(GRANT, "riket", &id("delbelopp_1"), wholly(amount.iter().sum()));
    answer.insert(GRANT, "riket", &id("residual_1"), wholly(residual));
    let mut pots = i128::from(country.pot);
    if let Some(fixed) = &country.fixed {
        let fixed = fixed.map(i128::from);
        answer.regions(GRANT, &id("delbelopp_exakt_2"), |r| exact(fixed[r], 1));
        answer.regions(GRANT, &id("delbelopp_2"), |r| wholly(fixed[r]));
        answer.insert(GRANT, "riket", &id("delbelopp_2"), wholly(fixed.iter().sum()));
        answer.insert(GRANT, "riket", &id("residual_2"), wholly(0));
        pots += fixed.iter().sum::<i128>();
        amount.iter_mut().zip(fixed).for_each(|(amount, fixed)| *amount += fixed);
    }
    answer.insert(GRANT, "riket", &id("pott"), wholly(pots));
    if amount.iter().any(|amount| *amount < 1) {
        answer.codes.insert("R05");
    }
    let in_total: i128 = amount.iter().sum();
    let paid = amount.iter().filter(|amount| **amount > 0).count();
    let paid = i128::try_from(paid).expect("few");
    answer.insert(GRANT, "riket", &id("antal_mottagare"), wholly(paid));
    answer.regions(GRANT, &id("belopp"), |r| wholly(amount[r]));
    answer.insert(GRANT, "riket", &id("belopp"), wholly(in_total));
    answer.regions(GRANT, &id("belopp_per_inv"), |r| exact(amount[r], population[r]));
    answer.insert(GRANT, "riket", &id("belopp_per_inv"), exact(in_total, inhabitants));
    state(GRANT, &id("belopp_per_inv"), &amount, &population, answer);
    // Who gets nothing has nothing to show step by step, and who is at a limit not how a share comes to be.
    let last = |r: usize| (amount[r] < 1, limited[r], population[r]);
    let shown = |a: usize, b: usize| last(b) > last(a);
    let unpaid = |r: usize| amount[r] < 1;
    if paid > 0 {
        answer.single(GRANT, "exempelmottagare", shown);
        answer.single(GRANT, "minst", |a, b| (unpaid(a), amount[a]) < (unpaid(b), amount[b]));
        answer.single(GRANT, "per_inv_lagst", |a, b| {
            let per_head = |r: usize, other: usize| (unpaid(r), amount[r] * population[other]);
            per_head(a, b) < per_head(b, a)
        });
    }
    answer.single(GRANT, "storst", |a, b| amount[a] > amount[b]);
    answer.single(GRANT, "per_inv_hogst", |a, b| {
        amount[a] * population[b] > amount[b] * population[a]
    });
    amount
}

/// Whether each region's part of the pot is the least or the greatest that there may be.
fn at_limits(country: &CountryCase, exakt: &[Q]) -> [bool; COUNT] {
    let limits = [country.floor, country.ceiling].into_iter().flatten();
    let limits: Vec<_> = limits.map(Q::wholly).collect();
    std::array::from_fn(|r| limits.contains(&exakt[r]))
}

/// What those share who are at no limit, and their shares, where there are limits.
fn the_others(
    country: &CountryCase,
    exakt: &[Q],
    weight: &[i128; COUNT],
    limited: &[bool; COUNT],
    answer: &mut Svar,
) {
    if country.floor.or(country.ceiling).is_none() {
        return;
    }
    let (base, weights) = (Q::wholly(country.base), weight.iter().sum());
    let free = || (0..COUNT).filter(|r| !limited[*r]);
    let left = free().fold(Q::zero(), |sum, r| sum + (&exakt[r] - &base));
    let shares = free().fold(Q::zero(), |sum, r| sum + Q::new(weight[r], weights));
    answer.insert(GRANT, "riket", &id("kvar_ovriga_1"), Number::Exact(left));
    answer.insert(GRANT, "riket", &id("andel_ovriga_1"), Number::Exact(shares));
}

/// A residual or a change takes nobody past a stated limit.
fn within_limits(country: &CountryCase, amount: &[i128], answer: &mut Svar) {
    let beyond = |kronor: &i128| {
        country.floor.is_some_and(|floor| *kronor < i128::from(floor))
            || country.ceiling.is_some_and(|ceiling| *kronor > i128::from(ceiling))
    };
    if amount.iter().any(beyond) {
        answer.codes.insert("R04");
    }
}

/// Each region's part of the pot: the base, and of the rest by weight as much as the limits let it have.
fn unrounded(country: &CountryCase, weight: &[i128; COUNT]) -> Vec<Q> {
    let base = Q::wholly(country.base);
    let pot = Q::wholly(country.pot) - Q::wholly(country.base * 21);
    let floor = country.floor.map(|floor| Q::wholly(floor) - &base);
    let ceiling = country.ceiling.map(|ceiling| Q::wholly(ceiling) - &base);
    let within = |per_weight: &Q, r: usize| {
        let mut amount = per_weight * Q::new(weight[r], 1);
        if floor.as_ref().is_some_and(|floor| amount < *floor) {
            amount = floor.clone().expect("a floor");
        }
        if ceiling.as_ref().is_some_and(|ceiling| amount > *ceiling) {
            amount = ceiling.clone().expect("a ceiling");
        }
        amount
    };
    let sum = |per_weight: &Q| (0..COUNT).fold(Q::zero(), |sum, r| sum + within(per_weight, r));
    // Where a region leaves its floor or meets its ceiling; between two such the sum is a straight line.
    let mut turns = vec![Q::zero()];
    for limit in [&floor, &ceiling].into_iter().flatten().filter(|limit| !limit.negative()) {
        turns.extend(weight.iter().map(|weight| limit / Q::new(*weight, 1)));
    }
    turns.sort_by(|a, b| a.partial_cmp(b).expect("fractions are ordered"));
    let below = turns.iter().rev().find(|turn| sum(turn) <= pot).expect("zero is low enough");
    let at = sum(below);
    let next = turns.iter().find(|turn| *turn > below);
    // After the last turn those without a ceiling share by weight.
    let beyond = next.cloned().unwrap_or_else(|| below + Q::wholly(1));
    let rise = sum(&beyond) - &at;
    let left = &pot - &at;
    let per_weight =
        if left == Q::zero() { below.clone() } else { below + (&left / &rise) * (&beyond - below) };
    (0..COUNT).map(|r| &base + within(&per_weight, r)).collect()
}

/// Whole kronor, and what the rounding left over.
fn rounded(country: &CountryCase, exakt: &[Q], answer: &mut Svar) -> (Vec<i128>, i128) {
    let pot = i128::from(country.pot);
    let nearest = |number: &Q| (number + Q::new(1, 2)).floor();
    let mut amount: Vec<_> = exakt.iter().map(nearest).collect();
    let left = pot - amount.iter().sum::<i128>();
    match country.rest {
        Remainder::Nobody => {
            if let Some(changes) = &country.changes {
                amount.iter_mut().zip(changes).for_each(|(amount, change)| {
                    *amount += i128::from(*change);
                });
            }
            if amount.iter().sum::<i128>() != pot {
                answer.codes.insert("R01");
            }
        }
        Remainder::Hamilton => {
            amount = exakt.iter().map(Q::floor).collect();
            let left = pot - amount.iter().sum::<i128>();
            let rest = |r: usize| &exakt[r] - Q::new(exakt[r].floor(), 1);
            let mut turn: Vec<_> = (0..COUNT).collect();
            turn.sort_by(|a, b| rest(*b).partial_cmp(&rest(*a)).expect("fractions are ordered"));
            let count = usize::try_from(left).expect("fewer kronor than regions");
            turn.into_iter().take(count).for_each(|r| amount[r] += 1);
            return (amount, left);
        }
        Remainder::Largest => {
            let largest = (0..COUNT).reduce(|a, b| if exakt[b] > exakt[a] { b } else { a });
            amount[largest.expect("21 regions")] += left;
        }
        Remainder::Region(place) => amount[place] += left,
    }
    (amount, left)
}
