//! The calendar against the other almanac.

use chrono::{Datelike, NaiveDate, Weekday};
use statsbidrag::calendar::{self, Month, PaymentDay, easter_sunday, is_banking_day, is_holiday};

use crate::almanac;

fn all_days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(*calendar::AR.start(), 1, 1).expect("a date");
    first.iter_days().take_while(|day| calendar::AR.contains(&day.year()))
}

#[test]
fn every_day_is_open_or_closed_in_both_almanacs() {
    let mut compared = 0;
    for day in all_days() {
        let (year, month, in_the_month) = (day.year(), day.month(), day.day());
        assert_eq!(is_holiday(day), almanac::holiday(year, month, in_the_month), "{day}");
        let weekend = almanac::weekday(year, month, in_the_month) < 2;
        assert_eq!(is_banking_day(day), !weekend && !is_holiday(day), "{day}");
        compared += 1;
    }
    assert_eq!(compared, 17 * 365 + 4, "2019–2035, of which four leap years");
}

#[test]
fn the_closed_weekdays_are_those_of_the_printed_almanacs() {
    for (year, closed) in almanac::CLOSED {
        let working_day = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let found: Vec<_> = all_days()
            .filter(|day| day.year() == year && working_day(day) && !is_banking_day(*day))
            .map(|day| format!("{}-{}", day.month(), day.day()))
            .collect();
        assert_eq!(found.join(" "), closed, "{year}");
    }
}

/// The first banking day of all 204 months, as the almanacs have them.
#[test]
fn the_first_banking_days_are_those_of_the_almanacs() {
    assert_eq!(almanac::FIRST.map(|(year, _)| year).to_vec(), calendar::AR.collect::<Vec<_>>());
    for (year, days) in almanac::FIRST {
        for (number, day) in (1..).zip(days) {
            let month = Month::new(year, number).expect("a month");
            assert_eq!(PaymentDay::FirstBankingDay.of(month).day(), day, "{year}-{number}");
        }
    }
}

#[test]
fn easter_and_the_eves_are_those_of_the_almanacs() {
    for (year, easter_day, midsummer_eve) in almanac::HOLIDAYS {
        let in_year = |day: &str| -> NaiveDate {
            let (month, day) = day.split_once('-').expect("month and day");
            let (month, day) = (month.parse().expect("a month"), day.parse().expect("a day"));
            NaiveDate::from_ymd_opt(year, month, day).expect("a date")
        };
        assert_eq!(easter_sunday(year), in_year(easter_day));
        let eve = in_year(midsummer_eve);
        assert_eq!(eve.weekday(), Weekday::Fri, "{eve}");
        for closed in [eve, in_year("12-24"), in_year("12-25"), in_year("12-26"), in_year("12-31")]
        {
            assert!(is_holiday(closed) && !is_banking_day(closed), "{closed}");
        }
        let before = eve.pred_opt().expect("the day before");
        assert!(is_banking_day(before), "{before} is an ordinary Thursday");
    }
}

#[test]
fn easter_by_another_rule() {
    for year in 1900..2100 {
        let march = NaiveDate::from_ymd_opt(year, 3, 22).expect("a date");
        let after = easter_sunday(year).signed_duration_since(march).num_days();
        assert_eq!(after, i64::from(almanac::easter_day(year)), "{year}");
    }
}

#[test]
fn every_month_is_paid_on_its_first_open_day() {
    for year in calendar::AR {
        for number in 1..=12 {
            let month = Month::new(year, number).expect("a month");
            let banking_day = PaymentDay::FirstBankingDay.of(month);
            assert_eq!(Month::of(banking_day), month);
            assert!(banking_day.weekday().num_days_from_monday() < 5, "{banking_day} is a weekend");
            assert!(!is_holiday(banking_day), "{banking_day} is a holiday");
            for day in month.first_day().iter_days().take_while(|day| *day < banking_day) {
                assert!(!is_banking_day(day), "{day} is open and earlier than {banking_day}");
            }
            for (rule, saturday) in
                [(PaymentDay::FirstBankingDay, false), (PaymentDay::FirstWeekday, true)]
            {
                let expected = almanac::first_payment_day(year, number, saturday);
                assert_eq!(rule.of(month).day(), expected, "{year}-{number} {rule:?}");
            }
        }
    }
}
