//! Sharing out within limits, as a named function: nobody gets less than the floor or more than the ceiling, and the
//! others share what is left by their weights.

use std::cmp::Ordering;

use crate::figure::{Function, numbers, only};
use crate::quantity::{Exact, Value};

/// `inom_gränser(vikter; pott; golv; tak)`: the pot by weights, each amount no less than the floor and no more than
/// the ceiling; an argument without numbers is a limit there is not. Defined in `docs/spar.md`.
pub static WITHIN_LIMITS: Function = Function {
    name: "inom_gränser",
    compute: |arguments| {
        let [weights, pot, floor, ceiling] = arguments else { return None };
        let (floor, ceiling) = (numbers(floor)?, numbers(ceiling)?);
        let amounts = shared(&numbers(weights)?, &only(pot)?, floor.first(), ceiling.first());
        Some(amounts.into_iter().map(Value::Exact).collect())
    },
};

/// By their weights, again and again, until nobody is beyond a limit. In each round those who are below the floor are
/// given it for good, if they lack more than those above the ceiling have too much; else those above the ceiling are
/// given that. If it is the same, both are.
fn shared(
    weights: &[Exact],
    pot: &Exact,
    floor: Option<&Exact>,
    ceiling: Option<&Exact>,
) -> Vec<Exact> {
    let mut settled: Vec<Option<Exact>> = vec![None; weights.len()];
    loop {
        let left = settled.iter().flatten().fold(pot.clone(), |left, amount| &left - amount);
        let free = || weights.iter().zip(&settled).filter(|(_, settled)| settled.is_none());
        let sum: Exact = free().map(|(weight, _)| weight.clone()).sum();
        let by_weight = |weight: &Exact| {
            if sum.is_zero() { Exact::zero() } else { &(&left * weight) / &sum }
        };
        let limited = |amount: &Exact| {
            let amount = floor.map_or(amount, |floor| floor.max(amount));
            ceiling.map_or(amount, |ceiling| ceiling.min(amount)).clone()
        };
        let missing: Exact = free()
            .map(|(weight, _)| by_weight(weight))
            .map(|amount| &limited(&amount) - &amount)
            .sum();
        let mut changed = false;
        let round: Vec<_> = weights
            .iter()
            .zip(&settled)
            .map(|(weight, settled)| {
                if let Some(amount) = settled {
                    return Some(amount.clone());
                }
                let amount = by_weight(weight);
                let limit = limited(&amount);
                let settles = match limit.cmp(&amount) {
                    Ordering::Greater => !missing.is_negative(),
                    Ordering::Less => missing.is_negative() || missing.is_zero(),
                    Ordering::Equal => false,
                };
                changed |= settles;
                settles.then_some(limit)
            })
            .collect();
        if !changed {
            let amounts = weights.iter().zip(&settled);
            return amounts
                .map(|(weight, settled)| settled.clone().unwrap_or_else(|| by_weight(weight)))
                .collect();
        }
        settled = round;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(weights: &[i64], pot: i64, floor: Option<i64>, ceiling: Option<i64>) -> Vec<Exact> {
        let list = |numbers: &[i64]| numbers.iter().map(|number| Value::Integer(*number)).collect();
        let limit = |limit: Option<i64>| limit.into_iter().map(Value::Integer).collect();
        let amounts =
            (WITHIN_LIMITS.compute)(&[list(weights), list(&[pot]), limit(floor), limit(ceiling)]);
        let amounts = amounts.expect("there are amounts");
        amounts.iter().map(|amount| amount.exact().expect("a number")).collect()
    }

    fn exact(numbers: &[(i64, i64)]) -> Vec<Exact> {
        numbers.iter().map(|(over, under)| Exact::fraction(*over, *under)).collect()
    }

    #[test]
    fn without_limits_it_is_the_weights() {
        assert_eq!(of(&[1, 2, 3], 12, None, None), exact(&[(2, 1), (4, 1), (6, 1)]));
    }

    #[test]
    fn those_at_a_limit_stay_there_and_the_others_share_the_rest() {
        assert_eq!(of(&[1, 2, 7], 100, Some(20), None), exact(&[(20, 1), (20, 1), (60, 1)]));
        assert_eq!(of(&[1, 2, 7], 100, None, Some(50)), exact(&[(50, 3), (100, 3), (50, 1)]));
        assert_eq!(of(&[0, 1, 9], 100, Some(5), Some(60)), exact(&[(5, 1), (35, 1), (60, 1)]));
        // The floor takes so much that he who was below the ceiling is so no more.
        assert_eq!(of(&[1, 1, 8], 90, Some(25), Some(60)), exact(&[(25, 1), (25, 1), (40, 1)]));
    }

    #[test]
    fn the_parts_sum_to_the_pot_whatever_the_limits() {
        for (floor, ceiling) in [(0, 1_000), (13, 40), (20, 20), (0, 21), (19, 900)] {
            let amounts = of(&[3, 1, 4, 1, 5], 100, Some(floor), Some(ceiling));
            let sum: Exact = amounts.iter().cloned().sum();
            assert_eq!(sum, Exact::from(100), "{floor} to {ceiling}: {amounts:?}");
            let within =
                |amount: &Exact| *amount >= Exact::from(floor) && *amount <= Exact::from(ceiling);
            assert!(amounts.iter().all(within), "{floor} to {ceiling}: {amounts:?}");
        }
    }
}
