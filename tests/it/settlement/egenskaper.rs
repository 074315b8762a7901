//! What holds for any agreement, outcome and key.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::settlement::fall::{ANTAL, Fall, MNKR, PROCENT, Rest};
use crate::settlement::motorn::kronor;

fn prov() -> ProptestConfig {
    ProptestConfig {
        cases: 100,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

fn rest() -> impl Strategy<Value = Rest> {
    prop_oneof![Just(Rest::Ingen), Just(Rest::Hamilton), Just(Rest::Storst)]
}

fn vikter() -> impl Strategy<Value = [i64; ANTAL]> {
    let vikt = prop_oneof![1_i64..6, 1_i64..2_500_000, 200_000_000_i64..8_000_000_000];
    prop::collection::vec(vikt, ANTAL).prop_map(|vikter| std::array::from_fn(|r| vikter[r]))
}

prop_compose! {
    /// Any agreement that settles the drug benefit by itself, hepatitis C within its limits.
    fn avtal()(
        bas in 1_i64..4_000_000 * MNKR / 100,
        procent in 0_i64..=100 * PROCENT,
        statens_andel in 0_i64..=100 * PROCENT,
        vikter in vikter(),
        rest in rest(),
    ) -> Fall {
        let mut fall = Fall::enkelt();
        fall.bas[0] = bas;
        (fall.grans, fall.statens_andel) = (procent / 20, statens_andel);
        (fall.vikter, fall.rest) = (vikter, rest);
        fall
    }
}

/// The drug benefit's amounts when it comes to more or less than was agreed.
fn med(fall: &Fall, avvikelse: i64) -> (i64, Vec<i64>) {
    let mut fall = fall.clone();
    fall.utfall[0] = fall.bas[0] + avvikelse;
    kronor(&fall).swap_remove(0)
}

proptest! {
    #![proptest_config(prov())]

    #[test]
    fn above_and_below_are_mirrored_to_the_krona(fall in avtal(), del in 0_i64..=1_000) {
        let avvikelse = fall.bas[0] / 1_000 * del;
        let (over, under) = (med(&fall, avvikelse), med(&fall, -avvikelse));
        prop_assert_eq!(over.0, -under.0);
        prop_assert_eq!(over.1, under.1.iter().map(|del| -del).collect::<Vec<_>>());
    }

    #[test]
    fn the_regions_share_the_amount_or_the_residual_is_stated(fall in avtal(), del in -1_000_i64..=1_000) {
        let (belopp, delar) = med(&fall, fall.bas[0] / 1_000 * del);
        let kvar = belopp - delar.iter().sum::<i64>();
        match fall.rest {
            // Half a krona each, at most.
            Rest::Ingen => prop_assert!(2 * kvar.abs() <= i64::try_from(ANTAL).expect("a few")),
            Rest::Hamilton | Rest::Storst => prop_assert_eq!(kvar, 0),
        }
        prop_assert!(delar.iter().all(|del| del.signum() * belopp.signum() >= 0) || fall.rest == Rest::Storst);
    }

    #[test]
    fn more_weight_never_means_less_of_what_is_settled(fall in avtal(), del in -1_000_i64..=1_000) {
        let (_, delar) = med(&fall, fall.bas[0] / 1_000 * del);
        // The one who takes the residual may fall behind, by no more than that.
        let slack = if fall.rest == Rest::Storst { i64::try_from(ANTAL).expect("a few") } else { 0 };
        for (a, far_a) in fall.vikter.iter().zip(&delar) {
            for (b, far_b) in fall.vikter.iter().zip(&delar) {
                prop_assert!(a <= b || far_a.abs() + slack >= far_b.abs(), "{a}: {far_a}, {b}: {far_b}");
            }
        }
    }

    #[test]
    fn a_greater_deviation_never_settles_less(fall in avtal(), nara in 0_i64..1_000, steg in 1_i64..1_000) {
        let promille = fall.bas[0] / 1_000;
        let (nara, langt) = (med(&fall, promille * nara), med(&fall, promille * nara + steg));
        prop_assert!(nara.0 <= langt.0);
        let mest = steg / 100 + 1;
        prop_assert!(langt.0 - nara.0 <= mest, "never more than the deviation itself");
    }
}
