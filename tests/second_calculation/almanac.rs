//! Swedish bank holidays once more, in whole numbers without a calendar library: day numbers by
//! Zeller's congruence, Easter by Gauss' rule, and tables of days as the almanacs have them.

/// Closed days that fall on Monday–Friday, `month-day`, by year; midsummer's, Christmas and New
/// Year's Eve included.
pub(crate) const CLOSED: [(i32, &str); 17] = [
    (2019, "1-1 4-19 4-22 5-1 5-30 6-6 6-21 12-24 12-25 12-26 12-31"),
    (2020, "1-1 1-6 4-10 4-13 5-1 5-21 6-19 12-24 12-25 12-31"),
    (2021, "1-1 1-6 4-2 4-5 5-13 6-25 12-24 12-31"),
    (2022, "1-6 4-15 4-18 5-26 6-6 6-24 12-26"),
    (2023, "1-6 4-7 4-10 5-1 5-18 6-6 6-23 12-25 12-26"),
    (2024, "1-1 3-29 4-1 5-1 5-9 6-6 6-21 12-24 12-25 12-26 12-31"),
    (2025, "1-1 1-6 4-18 4-21 5-1 5-29 6-6 6-20 12-24 12-25 12-26 12-31"),
    (2026, "1-1 1-6 4-3 4-6 5-1 5-14 6-19 12-24 12-25 12-31"),
    (2027, "1-1 1-6 3-26 3-29 5-6 6-25 12-24 12-31"),
    (2028, "1-6 4-14 4-17 5-1 5-25 6-6 6-23 12-25 12-26"),
    (2029, "1-1 3-30 4-2 5-1 5-10 6-6 6-22 12-24 12-25 12-26 12-31"),
    (2030, "1-1 4-19 4-22 5-1 5-30 6-6 6-21 12-24 12-25 12-26 12-31"),
    (2031, "1-1 1-6 4-11 4-14 5-1 5-22 6-6 6-20 12-24 12-25 12-26 12-31"),
    (2032, "1-1 1-6 3-26 3-29 5-6 6-25 12-24 12-31"),
    (2033, "1-6 4-15 4-18 5-26 6-6 6-24 12-26"),
    (2034, "1-6 4-7 4-10 5-1 5-18 6-6 6-23 12-25 12-26"),
    (2035, "1-1 3-23 3-26 5-1 5-3 6-6 6-22 12-24 12-25 12-26 12-31"),
];

/// The first day of each month that the banks are open, by year.
pub(crate) const FIRST: [(i32, [u32; 12]); 17] = [
    (2019, [2, 1, 1, 1, 2, 3, 1, 1, 2, 1, 1, 2]),
    (2020, [2, 3, 2, 1, 4, 1, 1, 3, 1, 1, 2, 1]),
    (2021, [4, 1, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1]),
    (2022, [3, 1, 1, 1, 2, 1, 1, 1, 1, 3, 1, 1]),
    (2023, [2, 1, 1, 3, 2, 1, 3, 1, 1, 2, 1, 1]),
    (2024, [2, 1, 1, 2, 2, 3, 1, 1, 2, 1, 1, 2]),
    (2025, [2, 3, 3, 1, 2, 2, 1, 1, 1, 1, 3, 1]),
    (2026, [2, 2, 2, 1, 4, 1, 1, 3, 1, 1, 2, 1]),
    (2027, [4, 1, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1]),
    (2028, [3, 1, 1, 3, 2, 1, 3, 1, 1, 2, 1, 1]),
    (2029, [2, 1, 1, 3, 2, 1, 2, 1, 3, 1, 1, 3]),
    (2030, [2, 1, 1, 1, 2, 3, 1, 1, 2, 1, 1, 2]),
    (2031, [2, 3, 3, 1, 2, 2, 1, 1, 1, 1, 3, 1]),
    (2032, [2, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1]),
    (2033, [3, 1, 1, 1, 2, 1, 1, 1, 1, 3, 1, 1]),
    (2034, [2, 1, 1, 3, 2, 1, 3, 1, 1, 2, 1, 1]),
    (2035, [2, 1, 1, 2, 2, 1, 2, 1, 3, 1, 1, 3]),
];

/// Easter Day and midsummer's eve, `month-day`, by year.
pub(crate) const HOLIDAYS: [(i32, &str, &str); 17] = [
    (2019, "4-21", "6-21"),
    (2020, "4-12", "6-19"),
    (2021, "4-4", "6-25"),
    (2022, "4-17", "6-24"),
    (2023, "4-9", "6-23"),
    (2024, "3-31", "6-21"),
    (2025, "4-20", "6-20"),
    (2026, "4-5", "6-19"),
    (2027, "3-28", "6-25"),
    (2028, "4-16", "6-23"),
    (2029, "4-1", "6-22"),
    (2030, "4-21", "6-21"),
    (2031, "4-13", "6-20"),
    (2032, "3-28", "6-25"),
    (2033, "4-17", "6-24"),
    (2034, "4-9", "6-23"),
    (2035, "3-25", "6-22"),
];

/// Saturday is 0, Sunday 1, Monday 2 … (Zeller).
pub(crate) fn weekday(year: i32, month: u32, day: u32) -> i32 {
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let (month, day) = (i32::try_from(month).expect("a month"), i32::try_from(day).expect("a day"));
    (day + 13 * (month + 1) / 5 + year % 100 + year % 100 / 4 + year / 400 + 5 * (year / 100))
        .rem_euclid(7)
}

/// Days in a month.
pub(crate) fn days(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Easter Day by Gauss' rule for 1900–2099, as days after 22 March.
pub(crate) fn easter_day(year: i32) -> u32 {
    let d = (19 * (year % 19) + 24) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
    // The two exceptions to the rule, 26 and 25 April, are a week earlier.
    let too_late = e == 6 && (d == 29 || d == 28 && year % 19 > 10);
    let days = d + e - if too_late { 7 } else { 0 };
    u32::try_from(days).expect("after 22 March")
}

/// So many days after 22 March, as month and day.
fn after_22_march(days: u32) -> (u32, u32) {
    let mut day = 22 + days;
    for (month, length) in [(3, 31), (4, 30), (5, 31)] {
        if day <= length {
            return (month, day);
        }
        day -= length;
    }
    (6, day)
}

/// Whether the banks are closed although it may be a weekday.
pub(crate) fn holiday(year: i32, month: u32, day: u32) -> bool {
    let easter_sunday = easter_day(year);
    // Good Friday may lie before 22 March.
    let good_friday = if easter_sunday >= 2 {
        after_22_march(easter_sunday - 2)
    } else {
        (3, 20 + easter_sunday)
    };
    let movable = [0, 1, 39, 49].map(|after| after_22_march(easter_sunday + after));
    let friday = weekday(year, month, day) == 6;
    let saturday = weekday(year, month, day) == 0;
    movable.contains(&(month, day))
        || good_friday == (month, day)
        || matches!((month, day), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24..=26 | 31))
        || friday && month == 6 && (19..=25).contains(&day)
        || saturday && month == 6 && (20..=26).contains(&day)
        || saturday && matches!((month, day), (10, 31) | (11, 1..=6))
}

/// The day of payment: the first that is open, Saturdays counted or not.
pub(crate) fn first_payment_day(year: i32, month: u32, saturday: bool) -> u32 {
    (1..=days(year, month))
        .find(|day| {
            let closed = match weekday(year, month, *day) {
                0 => !saturday,
                weekday => weekday == 1,
            };
            !closed && !holiday(year, month, *day)
        })
        .expect("an open day")
}
