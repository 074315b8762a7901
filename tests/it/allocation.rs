//! Properties of sharing out, of ladders and of exact numbers, for any parts and any pot: what a
//! table of examples cannot show. Knows no grant.

use std::cmp::Ordering;

use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use statsbidrag::allocation::{Residual, WholeShares, on_steps, whole_kronor};
use statsbidrag::quantity::rounding::Avrundning;
use statsbidrag::quantity::{Andel, Decimal, Exact, HelaKronor, Kronor, KronorPerInvanare};

fn exact(weights: &[i64]) -> Vec<Exact> {
    weights.iter().map(|weight| Exact::from(*weight)).collect()
}

/// The exact parts of a pot.
fn parts(pot: i64, weights: &[i64]) -> Vec<Kronor> {
    let pot = HelaKronor::from_integer(pot).exact();
    let sum: Exact = exact(weights).into_iter().sum();
    exact(weights).iter().map(|weight| pot.clone() * Andel::of(weight, &sum)).collect()
}

fn whole_parts(parts: &[Kronor], pot: i64, residual: Residual) -> WholeShares {
    whole_kronor(parts, HelaKronor::from_integer(pot), residual).expect("parts of the pot itself")
}

fn amount(parts: &[Kronor], pot: i64, residual: Residual) -> Vec<i64> {
    whole_parts(parts, pot, residual).amount.iter().map(|amount| amount.integer()).collect()
}

/// Hamilton's method as a schoolbook has it, in whole numbers: floors, then one each to the largest
/// remainders, earlier parts first among equals.
fn hamilton(pot: i64, weights: &[i64]) -> Vec<i64> {
    let sum = i128::from(weights.iter().sum::<i64>());
    let product_of = |weight: i64| i128::from(pot) * i128::from(weight);
    let floor = |weight| i64::try_from(product_of(weight).div_euclid(sum)).expect("kronor");
    let mut amount: Vec<_> = weights.iter().map(|weight| floor(*weight)).collect();
    let left = usize::try_from(pot - amount.iter().sum::<i64>()).expect("floors leave something");
    let mut turn: Vec<_> = (0..weights.len()).collect();
    turn.sort_by_key(|place| (-product_of(weights[*place]).rem_euclid(sum), *place));
    turn.iter().take(left).for_each(|place| amount[*place] += 1);
    amount
}

/// Weights: small ones, so that ties and zeros are common, and populations.
fn weights() -> impl Strategy<Value = Vec<i64>> {
    let some_of = prop_oneof![0_i64..6, 0_i64..2_500_000];
    prop::collection::vec(some_of, 1..=21)
        .prop_filter("somebody", |weights| weights.iter().any(|v| *v > 0))
}

fn pot() -> impl Strategy<Value = i64> {
    prop_oneof![-50_i64..50, -1_000_000_i64..1_000_000, 0_i64..40_000_000_000]
}

fn policy(count: usize) -> impl Strategy<Value = Residual> {
    prop_oneof![
        Just(Residual::HalfUp),
        Just(Residual::LargestRemainder),
        Just(Residual::HalfUpResidualToLargest),
        (0..count).prop_map(Residual::Explicit),
    ]
}

/// Weights, and the same in another order: `ny[i] = gammal[ordning[i]]`.
fn transposed() -> impl Strategy<Value = (Vec<i64>, Vec<usize>)> {
    weights().prop_flat_map(|weights| {
        let order: Vec<_> = (0..weights.len()).collect();
        (Just(weights), Just(order).prop_shuffle())
    })
}

/// The same cases every run; a failing one is printed, shrunk.
fn sample() -> ProptestConfig {
    ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2024),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(sample())]

    #[test]
    fn proportional_parts_sum_to_the_pot(pot in pot(), weights in weights()) {
        let parts = parts(pot, &weights);
        prop_assert_eq!(parts.iter().cloned().sum::<Kronor>(), HelaKronor::from_integer(pot).exact());
        // Nobody without weight gets anything; more weight gets more of what there is.
        let character = pot.cmp(&0);
        for (a, part_a) in weights.iter().zip(&parts) {
            prop_assert!(*a != 0 || *part_a == Kronor::zero());
            for (b, part_b) in weights.iter().zip(&parts) {
                prop_assert_eq!(part_a.cmp(part_b), match character {
                    Ordering::Less => b.cmp(a),
                    Ordering::Equal => Ordering::Equal,
                    Ordering::Greater => a.cmp(b),
                });
            }
        }
    }

    #[test]
    fn every_policy_uses_the_pot_or_states_the_residual(
        pot in pot(),
        (weights, residual) in weights().prop_flat_map(|v| { let count = v.len(); (Just(v), policy(count)) }),
    ) {
        let parts = parts(pot, &weights);
        let whole_parts = whole_parts(&parts, pot, residual);
        let sum: HelaKronor = whole_parts.amount.iter().copied().sum();
        prop_assert_eq!((sum + whole_parts.residual).integer(), pot);
        prop_assert!(whole_parts.residual.integer() == 0 || residual == Residual::HalfUp);
        // Rounding moves nobody by a krona, but for the one who takes the residual.
        let count = i64::try_from(weights.len()).expect("a few");
        let moved = parts.iter().zip(&whole_parts.amount).filter(|(part, amount)| {
            let distance = ((*part).clone() - amount.exact()).exact().amount();
            assert!(distance <= Exact::from(count), "{part:?} became {amount:?}");
            distance >= Exact::from(1)
        });
        let may_move = matches!(residual, Residual::HalfUpResidualToLargest | Residual::Explicit(_));
        prop_assert!(moved.count() <= usize::from(may_move));
    }

    #[test]
    fn nobody_strays_further_than_the_policy_can_take_him(
        pot in pot(),
        (weights, residual) in weights().prop_flat_map(|v| { let count = v.len(); (Just(v), policy(count)) }),
        beside in -100_i64..=100,
    ) {
        // The parts may miss the pot by as much as a krona each.
        let parts = parts(pot, &weights);
        let count = i64::try_from(weights.len()).expect("a few");
        let whole_parts = whole_parts(&parts, pot + beside * count / 100, residual);
        for ((part, amount), highest) in parts.iter().zip(&whole_parts.amount).zip(residual.highest_from(&parts)) {
            let distance = (part.clone() - amount.exact()).exact().amount();
            prop_assert!(distance <= Exact::from(highest), "{part:?} became {amount:?}");
        }
    }

    #[test]
    fn the_largest_remainder_is_the_schoolbooks(pot in pot(), weights in weights()) {
        let ours = amount(&parts(pot, &weights), pot, Residual::LargestRemainder);
        prop_assert_eq!(ours, hamilton(pot, &weights));
    }

    #[test]
    fn order_decides_nothing_but_ties(pot in pot(), (weights, order) in transposed(), all in 0..3_usize) {
        let residual = [Residual::HalfUp, Residual::LargestRemainder, Residual::HalfUpResidualToLargest][all];
        let thrown: Vec<_> = order.iter().map(|place| weights[*place]).collect();
        let before = amount(&parts(pot, &weights), pot, residual);
        let after = amount(&parts(pot, &thrown), pot, residual);
        // Equal weights may change places among themselves: compare by weight.
        let pair = |weights: &[i64], amount: &[i64]| {
            let mut pair: Vec<_> = weights.iter().copied().zip(amount.iter().copied()).collect();
            pair.sort_unstable();
            pair
        };
        prop_assert_eq!(pair(&weights, &before), pair(&thrown, &after));
        // And where no two are equal, each keeps its own.
        let mut different = weights.clone();
        different.sort_unstable();
        different.dedup();
        if different.len() == weights.len() {
            let back: Vec<_> = order.iter().map(|place| before[*place]).collect();
            prop_assert_eq!(back, after);
        }
    }

    #[test]
    fn more_weight_never_gets_less(pot in 0_i64..40_000_000_000, weights in weights(), all in 0..3_usize) {
        let residual = [Residual::HalfUp, Residual::LargestRemainder, Residual::HalfUpResidualToLargest][all];
        let amount = amount(&parts(pot, &weights), pot, residual);
        // To the largest with a negative residual, the largest may fall behind: by that residual.
        let slack = if residual == Residual::HalfUpResidualToLargest { weights.len() } else { 0 };
        let slack = i64::try_from(slack).expect("a few");
        for (a, far_a) in weights.iter().zip(&amount) {
            for (b, far_b) in weights.iter().zip(&amount) {
                prop_assert!(a <= b || far_a + slack >= *far_b, "{a} gets {far_a}, {b} gets {far_b}");
            }
        }
    }

    #[test]
    fn a_region_split_in_two_gets_the_same(pot in pot(), weights in weights(), all in 0..2_usize) {
        let residual = [Residual::HalfUp, Residual::LargestRemainder][all];
        let double: Vec<_> = weights.iter().map(|weight| 2 * weight).collect();
        let mut divided = double.clone();
        divided[0] = weights[0];
        divided.push(weights[0]);
        let whole = parts(pot, &double);
        let halves = parts(pot, &divided);
        let [first, .., change] = halves.as_slice() else { panic!("at least two") };
        prop_assert_eq!(first.clone() + change.clone(), whole[0].clone());
        prop_assert_eq!(&whole[1..], &halves[1..halves.len() - 1]);
        let (whole, halves) = (amount(&whole, pot, residual), amount(&halves, pot, residual));
        let together = halves[0] + halves[halves.len() - 1];
        // A krona may follow the halves, since each is rounded.
        prop_assert!((together - whole[0]).abs() <= 1, "{} and {together}", whole[0]);
    }

    #[test]
    fn what_rounding_cannot_explain_is_refused(pot in pot(), weights in weights(), too_much in 1_i64..1_000) {
        let count = i64::try_from(weights.len()).expect("a few");
        let error = HelaKronor::from_integer(pot + count + too_much);
        prop_assert!(whole_kronor(&parts(pot, &weights), error, Residual::LargestRemainder).is_err());
        let near = HelaKronor::from_integer(pot + count);
        let whole_parts = whole_kronor(&parts(pot, &weights), near, Residual::LargestRemainder).expect("a krona each");
        prop_assert_eq!(whole_parts.amount.iter().copied().sum::<HelaKronor>(), near);
    }
}

fn kr(number: Exact) -> KronorPerInvanare {
    KronorPerInvanare::new(number)
}

/// Rising steps with shares in permille.
fn ladders() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::btree_map(0_i64..1_000, 0_i64..=1_000, 0..6)
        .prop_map(|step| step.into_iter().collect())
}

/// Where the steps begin.
fn starter(step: &[(i64, i64)]) -> Vec<KronorPerInvanare> {
    step.iter().map(|(from, _)| kr(Exact::from(*from))).collect()
}

/// What the ladder compensates of a cost.
fn ersattning(cost: &KronorPerInvanare, step: &[(i64, i64)]) -> KronorPerInvanare {
    let shares = step.iter().map(|(_, permille)| Andel::new(Exact::fraction(*permille, 1_000)));
    on_steps(cost, &starter(step)).into_iter().zip(shares).map(|(part, share)| part * share).sum()
}

proptest! {
    #![proptest_config(sample())]

    #[test]
    fn a_ladder_is_the_sum_of_its_steps_and_no_more_than_the_cost(
        step in ladders(), over in -5_000_i64..5_000, under in 1_i64..50,
    ) {
        let cost = kr(Exact::fraction(over, under));
        let ersattning = ersattning(&cost, &step);
        // All that lies above the first step lies on some step.
        let above_the_first = step.first().map_or(kr(Exact::zero()), |(from, _)| {
            (cost.clone() - kr(Exact::from(*from))).max(kr(Exact::zero()))
        });
        let parts = on_steps(&cost, &starter(&step));
        prop_assert_eq!(parts.into_iter().sum::<KronorPerInvanare>(), above_the_first);
        let highest = step.iter().map(|(_, permille)| *permille).max().unwrap_or(0);
        let ceiling = cost.max(kr(Exact::zero())) * Andel::new(Exact::fraction(highest, 1_000));
        prop_assert!(kr(Exact::zero()) <= ersattning && ersattning <= ceiling, "{ersattning:?} of {ceiling:?}");
    }

    #[test]
    fn a_ladder_rises_without_jumps(
        step in ladders(), over in 0_i64..5_000, under in 1_i64..50, more in 0_i64..2_000,
    ) {
        let (low, addition) = (kr(Exact::fraction(over, under)), kr(Exact::fraction(more, under)));
        let difference = ersattning(&(low.clone() + addition.clone()), &step) - ersattning(&low, &step);
        // A krona more in cost never gives less, and never more than a krona.
        prop_assert!(kr(Exact::zero()) <= difference && difference <= addition, "{difference:?}");
        for (place, from) in starter(&step).iter().enumerate() {
            // Just at a step, the step itself gives nothing yet.
            prop_assert_eq!(&on_steps(from, &starter(&step))[place], &kr(Exact::zero()));
        }
    }

    #[test]
    fn rounding_is_symmetric_and_nearest(over in -1_000_000_i64..1_000_000, under in 1_i64..5_000) {
        let number = Kronor::new(Exact::fraction(over, under));
        let rounded_amount = number.round_by(Avrundning::HalfUp);
        prop_assert_eq!(Kronor::new(Exact::fraction(-over, under)).round_by(Avrundning::HalfUp), -rounded_amount);
        // |2·over − 2·avrundat·under| ≤ under, and a half goes away from zero.
        let doubled = 2 * (over - rounded_amount.integer() * under);
        prop_assert!(doubled.abs() <= under);
        if doubled.abs() == under {
            prop_assert_eq!(doubled.signum(), -over.signum());
        }
    }

    #[test]
    fn exact_numbers_read_back(over in any::<i64>(), under in 1..i64::MAX) {
        let number = Exact::fraction(over, under);
        prop_assert_eq!(Exact::read(&number.as_fraction()), Some(number.clone()));
        let large_one = &number * &(&number * &number);
        prop_assert_eq!(Exact::read(&large_one.as_fraction()), Some(large_one));
    }

    #[test]
    fn printed_decimals_are_the_nearest(over in any::<i64>(), under in 1..i64::MAX, decimals in 0_u32..15) {
        let text = Exact::fraction(over, under).as_decimal(decimals);
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        prop_assert_eq!(u32::try_from(part.len()).expect("few"), decimals);
        prop_assert!(whole.trim_start_matches('-').chars().all(|character| character.is_ascii_digit()), "{}", text);
        prop_assert!(!whole.trim_start_matches('-').starts_with('0') || whole.trim_start_matches('-') == "0", "{}", text);
        // Without its point: over · 10^decimaler / under, and never more than half from it.
        let numbers: BigInt = format!("{whole}{part}").parse().expect("digits");
        let distance = (numbers * under - BigInt::from(over) * BigInt::from(10).pow(decimals)) * 2;
        let (under, over) = (BigInt::from(under), BigInt::from(over));
        prop_assert!(-&under <= distance && distance <= under, "{}", text);
        if distance == under || distance == -&under {
            // A half: away from zero.
            prop_assert_eq!(distance > BigInt::ZERO, over > BigInt::ZERO);
        }
    }

    #[test]
    fn decimals_enter_as_they_are_written(integer in -1_000_000_000_i64..1_000_000_000, decimals in 0_u32..12) {
        let number = Exact::from(Decimal::new(integer, decimals));
        prop_assert_eq!(number, Exact::fraction(integer, 10_i64.pow(decimals)));
    }
}
