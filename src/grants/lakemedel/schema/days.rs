//! The days that people are counted, by the year of the grant.

use chrono::NaiveDate;

/// The day the population that carries the grant is counted: 31 August the year before.
#[must_use]
pub fn befolkningsdag(ar: i32) -> NaiveDate {
    day(ar - 1, 8, 31)
}

/// The day the groups of the need model are counted: 31 December three years before.
#[must_use]
pub fn gruppdag(ar: i32) -> NaiveDate {
    day(ar - 3, 12, 31)
}

/// The day the population that last year's grant was computed by is counted.
pub(super) fn foregaende_befolkningsdag(ar: i32) -> NaiveDate {
    befolkningsdag(ar - 1)
}

fn day(ar: i32, manad: u32, dag: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar, manad, dag).unwrap_or(NaiveDate::MIN)
}
