//! Around the limits: at them nothing is shared, beyond them the state takes its share of what lies
//! beyond, and every part is settled by itself or all of them together.

use statsbidrag::contract::regleringsbrev::Lage;

use crate::settlement::case::{COUNT, Case, MNKR, PERCENT};
use crate::settlement::engine::{avraknat, kronor};

/// Where the drug benefit lies and what is settled for it, for an outcome in öre.
fn formanen(utfall: i64) -> (Lage, i64) {
    let mut case = Case::simple();
    case.utfall[0] = utfall;
    let (_, parts) = avraknat(&case);
    let [formanen, hepatit_c] = parts.as_slice() else { panic!("two parts: {parts:?}") };
    assert_eq!((&*formanen.grupp.id, &*hepatit_c.grupp.id), ("formanen", "hepatit_c"));
    assert_eq!((hepatit_c.lage, hepatit_c.belopp.value.integer()), (Lage::Inom, 0));
    (formanen.lage, formanen.belopp.value.integer())
}

#[test]
fn nothing_is_shared_within_the_limits_or_on_them() {
    let (lower, upper) = (970 * MNKR, 1_030 * MNKR);
    for utfall in
        [lower, lower + 1, 1_000 * MNKR - 1, 1_000 * MNKR, 1_000 * MNKR + 1, upper - 1, upper]
    {
        assert_eq!(formanen(utfall), (Lage::Inom, 0), "{utfall} öre");
    }
}

#[test]
fn beyond_a_limit_the_state_takes_half_of_what_lies_beyond() {
    let (lower, upper) = (970 * MNKR, 1_030 * MNKR);
    for (outside, amount) in [
        // An öre beyond is beyond, though half of it is no krona; half of a krona is rounded up.
        (1, 0),
        (99, 0),
        (100, 1),
        (101, 1),
        (299, 1),
        (300, 2),
        (1_000, 5),
        (10 * MNKR, 5_000_000),
        (429 * MNKR + 20_000_000, 214_600_000),
    ] {
        assert_eq!(formanen(upper + outside), (Lage::Over, amount), "{outside} öre above");
        assert_eq!(formanen(lower - outside), (Lage::Under, -amount), "{outside} öre below");
    }
    assert_eq!(formanen(0), (Lage::Under, -485_000_000), "no cost at all");
}

#[test]
fn hepatitis_c_enters_at_the_agreed_share_of_its_cost() {
    let mut case = Case::simple();
    // 70 % of 110 mnkr is 77 mnkr: 4.9 above the limit 72.1.
    case.utfall[1] = 110 * MNKR;
    assert_eq!(amount(&case), [0, 2_450_000]);
    // At 64 % it is 70.4 mnkr, within the limits.
    case.hepatit_c = 64 * PERCENT;
    assert_eq!(amount(&case), [0, 0]);
    // 97 mnkr at 70 % is 67.9: the lower limit itself.
    (case.hepatit_c, case.utfall[1]) = (70 * PERCENT, 97 * MNKR);
    assert_eq!(amount(&case), [0, 0]);
    case.utfall[1] -= 1_000;
    assert_eq!(amount(&case), [0, -4], "70 % of 10 kr is 7 kr below, and half of that 3.50");
}

fn amount(case: &Case) -> Vec<i64> {
    kronor(case).into_iter().map(|(amount, _)| amount).collect()
}

#[test]
fn parts_of_their_own_do_not_help_each_other() {
    let mut case = Case::simple();
    (case.utfall[0], case.utfall[1]) = (900 * MNKR, 200 * MNKR);
    // 70 below and 67.9 above: the one is repaid, the other paid.
    assert_eq!(amount(&case), [-35_000_000, 33_950_000]);
    case.together = true;
    // 1 040 against 1 070: within 32.1.
    assert_eq!(amount(&case), [0]);
}

#[test]
fn together_they_are_settled_net_of_rebates() {
    let mut case = Case::simple();
    case.together = true;
    case.bas[2] = 70 * MNKR;
    // Base 1 000; outcome 1 000 + 70 − the state's rebates.
    for (aterbaring, belopp_) in [
        (70 * MNKR, 0),
        (40 * MNKR, 0),
        (40 * MNKR - 200, 1),
        (30 * MNKR, 5_000_000),
        (100 * MNKR, 0),
        (100 * MNKR + 200, -1),
        (120 * MNKR, -10_000_000),
    ] {
        case.utfall[2] = aterbaring;
        let (_, parts) = avraknat(&case);
        assert!(parts.iter().all(|part| part.grupp.id == "tillsammans"));
        assert_eq!(amount(&case), [belopp_], "{aterbaring} öre");
    }
}

#[test]
fn the_state_may_take_nothing_or_all_and_the_limit_may_be_none_or_all() {
    let mut case = Case::simple();
    case.utfall[0] = 1_100 * MNKR;
    for (limit, share, expected) in
        [(3, 0, 0), (3, 100, 70_000_000), (0, 50, 50_000_000), (100, 50, 0)]
    {
        (case.limit, case.statens_andel) = (limit * PERCENT, share * PERCENT);
        assert_eq!(amount(&case)[0], expected, "{limit} %, {share} %");
    }
}

#[test]
fn the_last_kronor_go_by_the_policy_whichever_way_the_money_goes() {
    use crate::settlement::case::Remainder;
    for character in [1, -1] {
        let mut case = Case::simple();
        // 22 kr for 21 alike: 1.05 each.
        case.utfall[0] += character * (30 * MNKR + 4_400);
        for (rest, first, left) in
            [(Remainder::Nobody, 1, 1), (Remainder::Hamilton, 2, 0), (Remainder::Largest, 2, 0)]
        {
            case.rest = rest;
            let (amount, parts) = kronor(&case).swap_remove(0);
            assert_eq!(amount, character * 22);
            let mut expected = [character; COUNT];
            expected[0] *= first;
            assert_eq!(parts, expected, "{rest:?}");
            assert_eq!(amount - parts.iter().sum::<i64>(), character * left);
        }
    }
}
