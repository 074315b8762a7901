//! Swedish bank holidays once more, in whole numbers without a calendar library: day numbers by
//! Zeller's congruence, Easter by Gauss' rule, and tables of days as the almanacs have them.

/// Closed days that fall on Monday–Friday, `month-day`, by year; midsummer's, Christmas and New
/// Year's Eve included.
pub(crate) const STANGT: [(i32, &str); 17] = [
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
pub(crate) const FORSTA: [(i32, [u32; 12]); 17] = [
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
pub(crate) const HELGER: [(i32, &str, &str); 17] = [
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
pub(crate) fn veckodag(ar: i32, manad: u32, dag: u32) -> i32 {
    let (ar, manad) = if manad < 3 { (ar - 1, manad + 12) } else { (ar, manad) };
    let (manad, dag) = (i32::try_from(manad).expect("a month"), i32::try_from(dag).expect("a day"));
    (dag + 13 * (manad + 1) / 5 + ar % 100 + ar % 100 / 4 + ar / 400 + 5 * (ar / 100)).rem_euclid(7)
}

/// Days in a month.
pub(crate) fn dagar(ar: i32, manad: u32) -> u32 {
    match manad {
        2 if ar % 4 == 0 && (ar % 100 != 0 || ar % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Easter Day by Gauss' rule for 1900–2099, as days after 22 March.
pub(crate) fn pask(ar: i32) -> u32 {
    let d = (19 * (ar % 19) + 24) % 30;
    let e = (2 * (ar % 4) + 4 * (ar % 7) + 6 * d + 5) % 7;
    // The two exceptions to the rule, 26 and 25 April, are a week earlier.
    let for_sent = e == 6 && (d == 29 || d == 28 && ar % 19 > 10);
    let dagar = d + e - if for_sent { 7 } else { 0 };
    u32::try_from(dagar).expect("after 22 March")
}

/// So many days after 22 March, as month and day.
fn efter_22_mars(dagar: u32) -> (u32, u32) {
    let mut dag = 22 + dagar;
    for (manad, langd) in [(3, 31), (4, 30), (5, 31)] {
        if dag <= langd {
            return (manad, dag);
        }
        dag -= langd;
    }
    (6, dag)
}

/// Whether the banks are closed although it may be a weekday.
pub(crate) fn helgdag(ar: i32, manad: u32, dag: u32) -> bool {
    let paskdagen = pask(ar);
    // Good Friday may lie before 22 March.
    let langfredag =
        if paskdagen >= 2 { efter_22_mars(paskdagen - 2) } else { (3, 20 + paskdagen) };
    let rorliga = [0, 1, 39, 49].map(|efter| efter_22_mars(paskdagen + efter));
    let fredag = veckodag(ar, manad, dag) == 6;
    let lordag = veckodag(ar, manad, dag) == 0;
    rorliga.contains(&(manad, dag))
        || langfredag == (manad, dag)
        || matches!((manad, dag), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24..=26 | 31))
        || fredag && manad == 6 && (19..=25).contains(&dag)
        || lordag && manad == 6 && (20..=26).contains(&dag)
        || lordag && matches!((manad, dag), (10, 31) | (11, 1..=6))
}

/// The day of payment: the first that is open, Saturdays counted or not.
pub(crate) fn forsta_betalningsdagen(ar: i32, manad: u32, lordag: bool) -> u32 {
    (1..=dagar(ar, manad))
        .find(|dag| {
            let stangd = match veckodag(ar, manad, *dag) {
                0 => !lordag,
                veckodag => veckodag == 1,
            };
            !stangd && !helgdag(ar, manad, *dag)
        })
        .expect("an open day")
}
