//! Around the limits: at them nothing is shared, beyond them the state takes its share of what lies
//! beyond, and every part is settled by itself or all of them together.

use statsbidrag::contract::regleringsbrev::{Del, Lage};

use crate::settlement::fall::{ANTAL, Fall, MNKR, PROCENT};
use crate::settlement::motorn::{avraknat, kronor};

/// Where the drug benefit lies and what is settled for it, for an outcome in öre.
fn formanen(utfall: i64) -> (Lage, i64) {
    let mut fall = Fall::enkelt();
    fall.utfall[0] = utfall;
    let (_, delar) = avraknat(&fall);
    let [formanen, hepatit_c] = delar.as_slice() else { panic!("two parts: {delar:?}") };
    assert_eq!((formanen.del, hepatit_c.del), (Del::Formanen, Del::HepatitC));
    assert_eq!((hepatit_c.lage, hepatit_c.belopp.value.heltal()), (Lage::Inom, 0));
    (formanen.lage, formanen.belopp.value.heltal())
}

#[test]
fn nothing_is_shared_within_the_limits_or_on_them() {
    let (nedre, ovre) = (970 * MNKR, 1_030 * MNKR);
    for utfall in
        [nedre, nedre + 1, 1_000 * MNKR - 1, 1_000 * MNKR, 1_000 * MNKR + 1, ovre - 1, ovre]
    {
        assert_eq!(formanen(utfall), (Lage::Inom, 0), "{utfall} öre");
    }
}

#[test]
fn beyond_a_limit_the_state_takes_half_of_what_lies_beyond() {
    let (nedre, ovre) = (970 * MNKR, 1_030 * MNKR);
    for (utanfor, belopp) in [
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
        assert_eq!(formanen(ovre + utanfor), (Lage::Over, belopp), "{utanfor} öre above");
        assert_eq!(formanen(nedre - utanfor), (Lage::Under, -belopp), "{utanfor} öre below");
    }
    assert_eq!(formanen(0), (Lage::Under, -485_000_000), "no cost at all");
}

#[test]
fn hepatitis_c_enters_at_the_agreed_share_of_its_cost() {
    let mut fall = Fall::enkelt();
    // 70 % of 110 mnkr is 77 mnkr: 4.9 above the limit 72.1.
    fall.utfall[1] = 110 * MNKR;
    assert_eq!(belopp(&fall), [0, 2_450_000]);
    // At 64 % it is 70.4 mnkr, within the limits.
    fall.hepatit_c = 64 * PROCENT;
    assert_eq!(belopp(&fall), [0, 0]);
    // 97 mnkr at 70 % is 67.9: the lower limit itself.
    (fall.hepatit_c, fall.utfall[1]) = (70 * PROCENT, 97 * MNKR);
    assert_eq!(belopp(&fall), [0, 0]);
    fall.utfall[1] -= 1_000;
    assert_eq!(belopp(&fall), [0, -4], "70 % of 10 kr is 7 kr below, and half of that 3.50");
}

fn belopp(fall: &Fall) -> Vec<i64> {
    kronor(fall).into_iter().map(|(belopp, _)| belopp).collect()
}

#[test]
fn parts_of_their_own_do_not_help_each_other() {
    let mut fall = Fall::enkelt();
    (fall.utfall[0], fall.utfall[1]) = (900 * MNKR, 200 * MNKR);
    // 70 below and 67.9 above: the one is repaid, the other paid.
    assert_eq!(belopp(&fall), [-35_000_000, 33_950_000]);
    fall.tillsammans = true;
    // 1 040 against 1 070: within 32.1.
    assert_eq!(belopp(&fall), [0]);
}

#[test]
fn together_they_are_settled_net_of_rebates() {
    let mut fall = Fall::enkelt();
    fall.tillsammans = true;
    fall.bas[2] = 70 * MNKR;
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
        fall.utfall[2] = aterbaring;
        let (_, delar) = avraknat(&fall);
        assert!(delar.iter().all(|del| del.del == Del::Tillsammans));
        assert_eq!(belopp(&fall), [belopp_], "{aterbaring} öre");
    }
}

#[test]
fn the_state_may_take_nothing_or_all_and_the_limit_may_be_none_or_all() {
    let mut fall = Fall::enkelt();
    fall.utfall[0] = 1_100 * MNKR;
    for (grans, andel, vantat) in
        [(3, 0, 0), (3, 100, 70_000_000), (0, 50, 50_000_000), (100, 50, 0)]
    {
        (fall.grans, fall.statens_andel) = (grans * PROCENT, andel * PROCENT);
        assert_eq!(belopp(&fall)[0], vantat, "{grans} %, {andel} %");
    }
}

#[test]
fn the_last_kronor_go_by_the_policy_whichever_way_the_money_goes() {
    use crate::settlement::fall::Rest;
    for tecken in [1, -1] {
        let mut fall = Fall::enkelt();
        // 22 kr for 21 alike: 1.05 each.
        fall.utfall[0] += tecken * (30 * MNKR + 4_400);
        for (rest, forsta, kvar) in
            [(Rest::Ingen, 1, 1), (Rest::Hamilton, 2, 0), (Rest::Storst, 2, 0)]
        {
            fall.rest = rest;
            let (belopp, delar) = kronor(&fall).swap_remove(0);
            assert_eq!(belopp, tecken * 22);
            let mut vantade = [tecken; ANTAL];
            vantade[0] *= forsta;
            assert_eq!(delar, vantade, "{rest:?}");
            assert_eq!(belopp - delar.iter().sum::<i64>(), tecken * kvar);
        }
    }
}
