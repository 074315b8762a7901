//! What holds for any agreement, outcome and key.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::settlement::case::{COUNT, Case, MNKR, PERCENT, Remainder};
use crate::settlement::engine::kronor;

fn sample() -> ProptestConfig {
    ProptestConfig {
        cases: 100,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

fn rest() -> impl Strategy<Value = Remainder> {
    prop_oneof![Just(Remainder::Nobody), Just(Remainder::Hamilton), Just(Remainder::Largest)]
}

fn weights() -> impl Strategy<Value = [i64; COUNT]> {
    let weight = prop_oneof![1_i64..6, 1_i64..2_500_000, 200_000_000_i64..8_000_000_000];
    prop::collection::vec(weight, COUNT).prop_map(|weights| std::array::from_fn(|r| weights[r]))
}

prop_compose! {
    /// Any agreement that settles the drug benefit by itself, hepatitis C within its limits.
    fn avtal()(
        bas in 1_i64..4_000_000 * MNKR / 100,
        percent in 0_i64..=100 * PERCENT,
        statens_andel in 0_i64..=100 * PERCENT,
        weights in weights(),
        rest in rest(),
    ) -> Case {
        let mut case = Case::simple();
        case.bas[0] = bas;
        (case.limit, case.statens_andel) = (percent / 20, statens_andel);
        (case.weights, case.rest) = (weights, rest);
        case
    }
}

/// The drug benefit's amounts when it comes to more or less than was agreed.
fn with(case: &Case, deviation: i64) -> (i64, Vec<i64>) {
    let mut case = case.clone();
    case.utfall[0] = case.bas[0] + deviation;
    kronor(&case).swap_remove(0)
}

proptest! {
    #![proptest_config(sample())]

    #[test]
    fn above_and_below_are_mirrored_to_the_krona(case in avtal(), part in 0_i64..=1_000) {
        let deviation = case.bas[0] / 1_000 * part;
        let (over, under) = (with(&case, deviation), with(&case, -deviation));
        prop_assert_eq!(over.0, -under.0);
        prop_assert_eq!(over.1, under.1.iter().map(|part| -part).collect::<Vec<_>>());
    }

    #[test]
    fn the_regions_share_the_amount_or_the_residual_is_stated(case in avtal(), part in -1_000_i64..=1_000) {
        let (amount, parts) = with(&case, case.bas[0] / 1_000 * part);
        let left = amount - parts.iter().sum::<i64>();
        match case.rest {
            // Half a krona each, at most.
            Remainder::Nobody => prop_assert!(2 * left.abs() <= i64::try_from(COUNT).expect("a few")),
            Remainder::Hamilton | Remainder::Largest => prop_assert_eq!(left, 0),
        }
        prop_assert!(parts.iter().all(|part| part.signum() * amount.signum() >= 0) || case.rest == Remainder::Largest);
    }

    #[test]
    fn more_weight_never_means_less_of_what_is_settled(case in avtal(), part in -1_000_i64..=1_000) {
        let (_, parts) = with(&case, case.bas[0] / 1_000 * part);
        // The one who takes the residual may fall behind, by no more than that.
        let slack = if case.rest == Remainder::Largest { i64::try_from(COUNT).expect("a few") } else { 0 };
        for (a, far_a) in case.weights.iter().zip(&parts) {
            for (b, far_b) in case.weights.iter().zip(&parts) {
                prop_assert!(a <= b || far_a.abs() + slack >= far_b.abs(), "{a}: {far_a}, {b}: {far_b}");
            }
        }
    }

    #[test]
    fn a_greater_deviation_never_settles_less(case in avtal(), near in 0_i64..1_000, step in 1_i64..1_000) {
        let permille = case.bas[0] / 1_000;
        let (near, long) = (with(&case, permille * near), with(&case, permille * near + step));
        prop_assert!(near.0 <= long.0);
        let most = step / 100 + 1;
        prop_assert!(long.0 - near.0 <= most, "never more than the deviation itself");
    }
}
