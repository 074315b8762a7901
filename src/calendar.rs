//! Banking days and payment months. Knows no grant and reads no clock.
//!
//! The decisions say "första vardagen i månaden"; which day that is, is a declared rule
//! ([`Betalningsdag`]), since a Saturday is a vardag to some.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The first and last year the calendar has been checked for.
pub const AR: std::ops::RangeInclusive<i32> = 2019..=2035;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Manad {
    forsta: NaiveDate,
}

impl Manad {
    /// Month 1–12 of a year; `None` outside that.
    #[must_use]
    pub fn ny(ar: i32, manad: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(ar, manad, 1).map(|forsta| Self { forsta })
    }

    /// The month a date lies in.
    #[must_use]
    pub fn av(date: NaiveDate) -> Self {
        Self { forsta: date.with_day(1).unwrap_or(date) }
    }

    /// The year.
    #[must_use]
    pub fn ar(self) -> i32 {
        self.forsta.year()
    }

    /// The month's number, 1–12.
    #[must_use]
    pub fn nummer(self) -> u32 {
        self.forsta.month()
    }

    /// So many months later.
    ///
    /// # Panics
    /// Some 260 000 years from now.
    #[must_use]
    pub fn senare(self, manader: u32) -> Self {
        let forsta = self.forsta.checked_add_months(Months::new(manader));
        Self { forsta: forsta.unwrap_or_else(|| panic!("{self:?} + {manader} months")) }
    }

    /// So many months earlier.
    ///
    /// # Panics
    /// Some 260 000 years ago.
    #[must_use]
    pub fn tidigare(self, manader: u32) -> Self {
        let forsta = self.forsta.checked_sub_months(Months::new(manader));
        Self { forsta: forsta.unwrap_or_else(|| panic!("{self:?} − {manader} months")) }
    }

    /// The first day.
    #[must_use]
    pub fn forsta_dagen(self) -> NaiveDate {
        self.forsta
    }
}

/// How the day of a payment is chosen within its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Betalningsdag {
    /// The first banking day: Monday–Friday, no public holiday.
    ForstaBankdagen,
    /// The first weekday that is no public holiday, Saturdays included.
    ForstaVardagen,
}

impl Betalningsdag {
    /// The words for it in the workbook.
    pub const VAL: [(&'static str, Self); 2] = [
        ("första bankdagen", Self::ForstaBankdagen),
        ("första vardagen, lördag inräknad", Self::ForstaVardagen),
    ];

    /// The day of payment in a month.
    #[must_use]
    pub fn i(self, manad: Manad) -> NaiveDate {
        let open = |date: &NaiveDate| match self {
            Self::ForstaBankdagen => ar_bankdag(*date),
            Self::ForstaVardagen => date.weekday() != Weekday::Sun && !ar_helgdag(*date),
        };
        manad
            .forsta
            .iter_days()
            .find(open)
            .unwrap_or_else(|| panic!("{manad:?} has no day to pay on"))
    }
}

/// True on a banking day: Monday–Friday, and neither a public holiday nor midsummer's, Christmas or
/// New Year's Eve, when the banks' clearing is closed.
#[must_use]
pub fn ar_bankdag(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !ar_helgdag(date)
}

/// True on a Swedish public holiday (lag 1989:253 om allmänna helgdagar), Sundays apart, and on the
/// three eves that are treated as one.
#[must_use]
pub fn ar_helgdag(date: NaiveDate) -> bool {
    let fasta = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)];
    let pask = paskdagen(date.year());
    let fran_pask = date.signed_duration_since(pask).num_days();
    let midsommarafton =
        date.month() == 6 && (19..=25).contains(&date.day()) && date.weekday() == Weekday::Fri;
    let midsommardagen =
        date.month() == 6 && (20..=26).contains(&date.day()) && date.weekday() == Weekday::Sat;
    let alla_helgons = date.weekday() == Weekday::Sat
        && (date.month() == 10 && date.day() == 31 || date.month() == 11 && date.day() <= 6);
    fasta.contains(&(date.month(), date.day()))
        // Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday.
        || [-2, 0, 1, 39, 49].contains(&fran_pask)
        || midsommarafton
        || midsommardagen
        || alla_helgons
}

/// Easter Day by the Gregorian computus (Meeus, Jones and Butcher's form).
///
/// # Panics
/// For years beyond what a date can hold.
#[must_use]
pub fn paskdagen(ar: i32) -> NaiveDate {
    let gyllental = ar % 19;
    let (sekel, i_seklet) = (ar / 100, ar % 100);
    let manens_korrektion = (sekel - (sekel + 8) / 25 + 1) / 3;
    let epakt = (19 * gyllental + sekel - sekel / 4 - manens_korrektion + 15) % 30;
    let veckodag = (32 + 2 * (sekel % 4) + 2 * (i_seklet / 4) - epakt - i_seklet % 4) % 7;
    let sen = (gyllental + 11 * epakt + 22 * veckodag) / 451;
    let dagar = epakt + veckodag - 7 * sen + 114;
    let fran_mars = u64::try_from(dagar - 31 * 3 - 21).unwrap_or(0);
    NaiveDate::from_ymd_opt(ar, 3, 22)
        .and_then(|date| date.checked_add_days(Days::new(fran_mars)))
        .unwrap_or_else(|| panic!("no Easter in {ar}"))
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
            assert_eq!(paskdagen(date(day).year()), date(day));
        }
    }

    #[test]
    fn the_payment_days_of_2024() {
        let dagar: Vec<_> = (1..=12)
            .filter_map(|manad| Manad::ny(2024, manad))
            .map(|manad| Betalningsdag::ForstaBankdagen.i(manad))
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
        assert_eq!(dagar, want);
    }

    #[test]
    fn a_saturday_is_a_vardag_to_some() {
        let juni = Manad::av(date("2024-06-17"));
        assert_eq!(Betalningsdag::ForstaVardagen.i(juni), date("2024-06-01"));
        assert_eq!(Betalningsdag::ForstaBankdagen.i(juni), date("2024-06-03"));
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
            assert!(!ar_bankdag(date(day)), "{day}");
        }
        for day in ["2024-03-28", "2024-05-10", "2024-06-20", "2024-10-31", "2024-12-23"] {
            assert!(ar_bankdag(date(day)), "{day}");
        }
    }

    #[test]
    fn months_pass_the_new_year() {
        let januari = Manad::ny(2024, 1).expect("a month");
        assert_eq!(januari.tidigare(2), Manad::ny(2023, 11).expect("a month"));
        assert_eq!(januari.senare(14), Manad::ny(2025, 3).expect("a month"));
    }
}
