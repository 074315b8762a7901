//! A month and its year, as they are said in a sentence.

use crate::calendar::Month;
use crate::problem::{Message, messages};

messages! { "regleringsbrev.months":
    january { year } sv "januari\u{a0}{year}" en "January\u{a0}{year}"
    february { year } sv "februari\u{a0}{year}" en "February\u{a0}{year}"
    march { year } sv "mars\u{a0}{year}" en "March\u{a0}{year}"
    april { year } sv "april\u{a0}{year}" en "April\u{a0}{year}"
    may { year } sv "maj\u{a0}{year}" en "May\u{a0}{year}"
    june { year } sv "juni\u{a0}{year}" en "June\u{a0}{year}"
    july { year } sv "juli\u{a0}{year}" en "July\u{a0}{year}"
    august { year } sv "augusti\u{a0}{year}" en "August\u{a0}{year}"
    september { year } sv "september\u{a0}{year}" en "September\u{a0}{year}"
    october { year } sv "oktober\u{a0}{year}" en "October\u{a0}{year}"
    november { year } sv "november\u{a0}{year}" en "November\u{a0}{year}"
    december { year } sv "december\u{a0}{year}" en "December\u{a0}{year}"
}

/// The month with its year: `maj 2024`, `May 2024`.
pub(crate) fn month_and_year(month: Month) -> Message {
    let year = month.year();
    match month.number() {
        1 => january(&year),
        2 => february(&year),
        3 => march(&year),
        4 => april(&year),
        5 => may(&year),
        6 => june(&year),
        7 => july(&year),
        8 => august(&year),
        9 => september(&year),
        10 => october(&year),
        11 => november(&year),
        _ => december(&year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Language;
    use crate::swedish;

    #[test]
    fn the_months_are_those_of_the_documents_in_swedish_and_of_the_calendar_in_english() {
        for number in 1..=12 {
            let month = Month::new(2024, number).expect("a month");
            let said = month_and_year(month);
            assert_eq!(said.in_language(Language::Swedish), swedish::month_and_year(month));
            let english = month.first_day().format("%B\u{a0}%Y").to_string();
            assert_eq!(said.in_language(Language::English), english);
        }
    }
}
