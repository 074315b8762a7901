//! Banking days and payment months. Knows no grant and reads no clock.
//!
//! The decisions say "första vardagen i månaden"; which day that is, is a declared rule
//! ([`PaymentDay`]), since a Saturday is a vardag to some.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The first and last year the calendar has been checked for.
pub const AR: std::ops::RangeInclusive<i32> = 2019..=2035;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// Month 1–12 of a year; `None` outside that.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|first| Self { first })
    }

    /// The month a date lies in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self { first: date.with_day(1).unwrap_or(date) }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// The month's number, 1–12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.first.month()
    }

    /// So many months later.
    ///
    /// # Panics
    /// Some 260 000 years from now.
    #[must_use]
    pub fn later(self, months: u32) -> Self {
        let first = self.first.checked_add_months(Months::new(months));
        Self { first: first.unwrap_or_else(|| panic!("{self:?} + {months} months")) }
    }

    /// So many months earlier.
    ///
    /// # Panics
    /// Some 260 000 years ago.
    #[must_use]
    pub fn previous(self, months: u32) -> Self {
        let first = self.first.checked_sub_months(Months::new(months));
        Self { first: first.unwrap_or_else(|| panic!("{self:?} − {months} months")) }
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }
}

/// How the day of a payment is chosen within its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentDay {
    /// The first banking day: Monday–Friday, no public holiday.
    FirstBankingDay,
    /// The first weekday that is no public holiday, Saturdays included.
    FirstWeekday,
}

impl PaymentDay {
    /// The words for it in the workbook.
    pub const OPTIONS: [(&'static str, Self); 2] = [
        ("första bankdagen", Self::FirstBankingDay),
        ("första vardagen, lördag inräknad", Self::FirstWeekday),
    ];

    /// The day of payment in a month.
    #[must_use]
    pub fn of(self, month: Month) -> NaiveDate {
        let open = |date: &NaiveDate| match self {
            Self::FirstBankingDay => is_banking_day(*date),
            Self::FirstWeekday => date.weekday() != Weekday::Sun && !is_holiday(*date),
        };
        month
            .first
            .iter_days()
            .find(open)
            .unwrap_or_else(|| panic!("{month:?} has no day to pay on"))
    }
}

/// True on a banking day: Monday–Friday, and neither a public holiday nor midsummer's, Christmas or
/// New Year's Eve, when the banks' clearing is closed.
#[must_use]
pub fn is_banking_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(date)
}

/// True on a Swedish public holiday (lag 1989:253 om allmänna helgdagar), Sundays apart, and on the
/// three eves that are treated as one.
#[must_use]
pub fn is_holiday(date: NaiveDate) -> bool {
    let fixed = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)];
    let easter_day = easter_sunday(date.year());
    let from_easter = date.signed_duration_since(easter_day).num_days();
    let midsummer_eve =
        date.month() == 6 && (19..=25).contains(&date.day()) && date.weekday() == Weekday::Fri;
    let midsummer_day =
        date.month() == 6 && (20..=26).contains(&date.day()) && date.weekday() == Weekday::Sat;
    let all_saints = date.weekday() == Weekday::Sat
        && (date.month() == 10 && date.day() == 31 || date.month() == 11 && date.day() <= 6);
    fixed.contains(&(date.month(), date.day()))
        // Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday.
        || [-2, 0, 1, 39, 49].contains(&from_easter)
        || midsummer_eve
        || midsummer_day
        || all_saints
}

/// Easter Day by the Gregorian computus (Meeus, Jones and Butcher's form).
///
/// # Panics
/// For years beyond what a date can hold.
#[must_use]
pub fn easter_sunday(year: i32) -> NaiveDate {
    let golden_number = year % 19;
    let (century, in_the_century) = (year / 100, year % 100);
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden_number + century - century / 4 - lunar_correction + 15) % 30;
    let weekday =
        (32 + 2 * (century % 4) + 2 * (in_the_century / 4) - epact - in_the_century % 4) % 7;
    let late = (golden_number + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let from_march = u64::try_from(days - 31 * 3 - 21).unwrap_or(0);
    NaiveDate::from_ymd_opt(year, 3, 22)
        .and_then(|date| date.checked_add_days(Days::new(from_march)))
        .unwrap_or_else(|| panic!("no Easter in {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// Easter Days from the almanac.
    #[test]
    fn easter() {
        for day in [
            "2019-04-21",
            "2020-04-12",
            "2021-04-04",
            "2022-04-17",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
            "2032-03-28",
            "2033-04-17",
            "2034-04-09",
            "2035-03-25",
        ] {
            assert_eq!(easter_sunday(date(day).year()), date(day));
        }
    }

    #[test]
    fn the_payment_days_of_2024() {
        let days: Vec<_> = (1..=12)
            .filter_map(|month| Month::new(2024, month))
            .map(|month| PaymentDay::FirstBankingDay.of(month))
            .collect();
        let want: Vec<_> = [
            "2024-01-02",
            "2024-02-01",
            "2024-03-01",
            "2024-04-02",
            "2024-05-02",
            "2024-06-03",
            "2024-07-01",
            "2024-08-01",
            "2024-09-02",
            "2024-10-01",
            "2024-11-01",
            "2024-12-02",
        ]
        .map(date)
        .to_vec();
        assert_eq!(days, want);
    }

    #[test]
    fn a_saturday_is_a_vardag_to_some() {
        let june = Month::of(date("2024-06-17"));
        assert_eq!(PaymentDay::FirstWeekday.of(june), date("2024-06-01"));
        assert_eq!(PaymentDay::FirstBankingDay.of(june), date("2024-06-03"));
    }

    #[test]
    fn days_when_the_banks_are_closed() {
        for day in [
            "2024-03-29",
            "2024-04-01",
            "2024-05-09",
            "2024-06-06",
            "2024-06-21",
            "2024-12-24",
            "2024-12-31",
            "2025-01-06",
            "2027-05-06",
            "2031-06-20",
        ] {
            assert!(!is_banking_day(date(day)), "{day}");
        }
        for day in ["2024-03-28", "2024-05-10", "2024-06-20", "2024-10-31", "2024-12-23"] {
            assert!(is_banking_day(date(day)), "{day}");
        }
    }

    #[test]
    fn months_pass_the_new_year() {
        let january = Month::new(2024, 1).expect("a month");
        assert_eq!(january.previous(2), Month::new(2023, 11).expect("a month"));
        assert_eq!(january.later(14), Month::new(2025, 3).expect("a month"));
    }
}
