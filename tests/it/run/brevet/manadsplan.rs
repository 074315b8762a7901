//! Years that are paid by plans of their own: what is paid for each month, and what is refused.

use statsbidrag::grants::lakemedel::schema::{WORKBOOK, sheets};
use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::workbook::{Fill, scaffold};

use super::{JUSTERINGAR, bilagor, exists, folder as brevet, numbers};
use crate::changed::monthly;
use crate::data_2024::{self, AR};
use crate::run::{check, decimal, errors, filled_from, folder, integer, problems};

/// The plan of the year, by shares of so many percent.
pub(super) fn shares(fill: &mut Fill, shares: &[&str]) {
    for (month, share) in (1..).zip(shares) {
        fill.row(sheets::MANADSPLAN, [("manad", integer(month)), ("andel", decimal(share))]);
    }
    fill.filled_from(sheets::MANADSPLAN, "andel", filled_from());
}

const SHARES: [&str; 12] = ["10", "7.5", "7.5", "8", "8", "8", "8", "8", "8", "9", "9", "9"];

#[test]
fn a_year_may_be_paid_by_a_plan_of_its_own() {
    let folder = folder(|fill| shares(fill, &SHARES));
    let numbers = numbers(&folder);
    // Ten, seven and a half, eight and nine percent of 8 346 809 475 kr, a half krona away from zero.
    for (month, expected) in
        [("01", 834_680_948), ("02", 626_010_711), ("04", 667_744_758), ("12", 751_212_853)]
    {
        assert_eq!(numbers(&format!("stockholm.planens_belopp_2024_{month}")), expected);
    }
    // Two months in arrears: April pays February's cost, and no adjustment is made in it.
    assert_eq!(numbers("stockholm.utbetalning_2024_04"), 626_010_711);
    // Ten months of the plan are paid in the year, 82 percent; the two last the year after.
    let ten: i64 = (1..=10).map(|n| numbers(&format!("riket.planens_belopp_2024_{n:02}"))).sum();
    assert_eq!(numbers("riket.aret_avtal_2024"), ten);
    let all =
        ten + numbers("riket.planens_belopp_2024_11") + numbers("riket.planens_belopp_2024_12");
    assert_eq!(numbers("riket.manader_residual_2024"), all - 38_411_749_680);
    assert!(!exists(&folder, "riket.manadsbelopp_2024"), "no twelfth is told");
    assert_eq!(numbers("riket.manadsbelopp_2023"), 2_956_246_876, "last year's as before");
}

#[test]
fn a_plan_by_amounts_pays_the_shares_they_are_of_the_year() {
    let folder = folder(|fill| monthly(fill, sheets::MANADSPLAN, 38_411_749_680));
    let numbers = numbers(&folder);
    // A thirteenth of the grant in eleven months, 2 954 749 975 kr, but for what rounding makes of 21 parts.
    let amount = numbers("riket.planens_belopp_2024_01");
    assert!((amount - 2_954_749_975).abs() <= 11, "{amount}");
    let last = numbers("riket.planens_belopp_2024_12");
    assert!((last - (38_411_749_680 - 11 * 2_954_749_975)).abs() <= 11, "{last}");
}

/// Nothing but December's costs, and they are paid the year after.
#[test]
fn an_annex_pays_something() {
    let mut last = ["0"; 12];
    last[11] = "100";
    let mut grant = data_2024::lakemedel::fill();
    shares(&mut grant, &last);
    let grant = scaffold(&WORKBOOK, AR, &grant).expect("a workbook");
    let without = [&JUSTERINGAR[..], &[sheet::BILAGOR, sheet::JUSTERINGSVILLKOR, sheet::REGLERADE]];
    let annexes = |fill: &mut Fill| bilagor(fill, &[(1, 1, 2), (2, 3, 12)]);
    let folder = brevet(&without.concat(), annexes).with("lakemedel.xlsx", &grant);
    assert_eq!(
        problems(&check(&folder)),
        "fel[R04] regleringsbrev.xlsx › Bilagor › A12: bilaga 2 betalar inget: enligt månadsplanen betalas inget i \
         dess månader, och inget justeras i dem\n  väntade: bilagor som betalar något"
    );
}

#[test]
fn a_plan_that_is_not_the_year_is_refused() {
    let mut short = SHARES;
    short[11] = "8.9";
    let error = errors(|fill| shares(fill, &short));
    assert_eq!(
        error,
        "fel[R04] lakemedel.xlsx › Månadsplan › B23: andelarna är tillsammans 99,9 procent
  väntade: 100 procent, hela årets bidrag"
    );
    let error = errors(|fill| shares(fill, &SHARES[..11]));
    assert!(error.contains("› A22: planen har 11 månader"), "{error}");
    let error = errors(|fill| monthly(fill, sheets::MANADSPLAN, 38_411_749_679));
    assert!(
        error.contains(
            "planens belopp är tillsammans 38 411 749 679 kr men bidraget 38 411 749 680 kr"
        ),
        "{error}"
    );
    let error = errors(|fill| {
        for month in 1..=12 {
            let cell = if month == 3 { ("belopp", integer(1)) } else { ("andel", decimal("8")) };
            fill.row(sheets::MANADSPLAN, [("manad", integer(month)), cell]);
        }
        fill.filled_from(sheets::MANADSPLAN, "andel", filled_from());
        fill.filled_from(sheets::MANADSPLAN, "belopp", filled_from());
    });
    assert!(error.contains("› C14: några månader har belopp och andra andelar"), "{error}");
}
