//! How numbers, dates, words and lists are written in Swedish. The only place that does; it rounds
//! for print ([`Exact::as_decimal`], `half_up`) and computes nothing else.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::calendar::Month;
use crate::quantity::Exact;

/// U+00A0, between groups of three digits and between a number and its unit.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// U+2212.
pub const MINUS: char = '\u{2212}';

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

const SMALL_NUMBERS: [&str; 13] = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
];

/// A number with a fixed number of decimals: `3 200 979 143`, `−19,04`.
#[must_use]
pub fn number(value: &Exact, decimals: u32) -> String {
    let text = value.as_decimal(decimals);
    let (character, without) =
        text.strip_prefix('-').map_or((None, text.as_str()), |rest| (Some(MINUS), rest));
    let zero = without.chars().all(|character| matches!(character, '0' | '.'));
    let (integer, fraction_part) = without.split_once('.').unwrap_or((without, ""));
    let mut out: String = character.filter(|_| !zero).into_iter().collect();
    for (place, number) in integer.chars().enumerate() {
        if place > 0 && (integer.len() - place) % 3 == 0 {
            out.push(NO_BREAK_SPACE);
        }
        out.push(number);
    }
    if !fraction_part.is_empty() {
        out.push(',');
        out.push_str(fraction_part);
    }
    out
}

/// A number with no more decimals than it needs, `hogst` at most: `70`, `0,5`, `11,7638`.
#[must_use]
pub fn short_number(value: &Exact, highest: u32) -> String {
    let text = number(value, highest);
    if text.contains(',') {
        text.trim_end_matches('0').trim_end_matches(',').to_owned()
    } else {
        text
    }
}

/// A count in running prose: words up to twelve, digits above (`fem`, `21`).
#[must_use]
pub fn count_in_words(count: usize) -> String {
    SMALL_NUMBERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The same before a word of common gender: `en vecka`.
#[must_use]
pub fn count_in_words_neuter(count: usize) -> String {
    if count == 1 { "en".to_owned() } else { count_in_words(count) }
}

/// The name of a month: `april`.
#[must_use]
pub fn month(month: Month) -> &'static str {
    let place = usize::try_from(month.number()).map_or(0, |number| number - 1);
    MONTHS.get(place).copied().unwrap_or("okänd månad")
}

/// A date in prose: `18 april 2024`, with no-break spaces.
#[must_use]
pub fn date_in_prose(date: NaiveDate) -> String {
    let month = month(Month::of(date));
    format!("{}{NO_BREAK_SPACE}{month}{NO_BREAK_SPACE}{}", date.day(), date.year())
}

/// A month in prose: `mars 2024`.
#[must_use]
pub fn month_and_year(date: Month) -> String {
    format!("{}{NO_BREAK_SPACE}{}", month(date), date.year())
}

/// A span of months: `maj 2024`, `maj–november 2024`, `december 2024–mars 2025`.
#[must_use]
pub fn month_span(span: &RangeInclusive<Month>) -> String {
    let (first, last) = (*span.start(), *span.end());
    if first == last {
        month_and_year(first)
    } else if first.year() == last.year() {
        format!("{}–{}", month(first), month_and_year(last))
    } else {
        format!("{}–{}", month_and_year(first), month_and_year(last))
    }
}

/// Months in order, neighbours as spans: `juni–november 2024`, `mars 2024 och maj–juni 2024`.
#[must_use]
pub fn months_in_span(all: impl IntoIterator<Item = Month>) -> String {
    let mut span: Vec<RangeInclusive<Month>> = Vec::new();
    for month in all {
        match span.last_mut() {
            Some(last) if last.end().later(1) == month => *last = *last.start()..=month,
            _ => span.push(month..=month),
        }
    }
    enumeration(&span.iter().map(month_span).collect::<Vec<_>>())
}

/// A word or a sentence with a capital first.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whose something is: `regeringens`. What ends in s, x or z stays as it is.
#[must_use]
pub fn genitive(name: &str) -> String {
    if name.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) {
        name.to_owned()
    } else {
        format!("{name}s")
    }
}

/// A list in prose: `a, b och c`.
#[must_use]
pub fn enumeration<S: AsRef<str>>(parts: &[S]) -> String {
    match parts {
        [] => String::new(),
        [single] => single.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(AsRef::as_ref).collect();
            format!("{} och {}", first.join(", "), last.as_ref())
        }
    }
}

/// A sentence without its full stop, for whoever sets one after it.
#[must_use]
pub fn without_full_stop(text: &str) -> String {
    text.trim_end().trim_end_matches('.').to_owned()
}

/// A name as a part of a figure's name: `Hepatit C` becomes `hepatit_c`. Letters without their marks, digits, and
/// one underscore for all between; empty if there are none.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.to_lowercase().chars() {
        let plain = match character {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other if other.is_ascii_alphanumeric() => other,
            _ => '_',
        };
        if plain != '_' || !(slug.is_empty() || slug.ends_with('_')) {
            slug.push(plain);
        }
    }
    slug.trim_end_matches('_').to_owned()
}

/// The numbers of a text, in order: digits, in groups of three where those are kept together, with decimals.
#[must_use]
pub fn numbers_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (number, after) = leading_number(rest.split_at(at).1);
        found.push(number);
        rest = after;
    }
    found
}

/// The number a text begins with, and what follows it.
fn leading_number(text: &str) -> (String, &str) {
    let (mut number, mut rest) = digits(text);
    while number.len() <= 3 || number.contains(NO_BREAK_SPACE) {
        let Some(group) = rest.strip_prefix(NO_BREAK_SPACE) else { break };
        let (group, after) = digits(group);
        if group.len() != 3 {
            break;
        }
        number.push(NO_BREAK_SPACE);
        number.push_str(&group);
        rest = after;
    }
    if let Some((decimals, after)) = rest.strip_prefix(',').map(digits)
        && !decimals.is_empty()
    {
        number.push(',');
        number.push_str(&decimals);
        rest = after;
    }
    (number, rest)
}

fn digits(text: &str) -> (String, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits.to_owned(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let text = "från 35\u{a0}474\u{a0}962\u{a0}540 till 8,3\u{a0}procent, 2024-04-18, S2023/03332, \
                    tabell\u{a0}5, 1\u{a0}000, den 12\u{a0}000 1\u{a0}20 och 2024\u{a0}100.";
        let expected = [
            "35\u{a0}474\u{a0}962\u{a0}540",
            "8,3",
            "2024",
            "04",
            "18",
            "2023",
            "03332",
            "5",
            "1\u{a0}000",
            "12\u{a0}000",
            "1",
            "20",
            "2024",
            "100",
        ];
        assert_eq!(numbers_in(text), expected);
        assert!(numbers_in("inga, alls").is_empty());
    }

    #[test]
    fn a_genitive_takes_no_second_s() {
        assert_eq!(genitive("regeringen"), "regeringens");
        assert_eq!(genitive("Hälso- och sjukvårdens hus"), "Hälso- och sjukvårdens hus");
    }

    #[test]
    fn numbers() {
        for (value, decimals, want) in [
            (Exact::from(3_200_979_143), 0, "3 200 979 143"),
            (Exact::from(-754_188), 0, "−754 188"),
            (Exact::fraction(-1, 3), 0, "0"),
            (Exact::fraction(-1, 300), 2, "0,00"),
            (Exact::from(999), 0, "999"),
            (Exact::fraction(379_143, 10), 1, "37 914,3"),
        ] {
            let got = number(&value, decimals).replace(NO_BREAK_SPACE, " ");
            assert_eq!(got, want);
        }
    }

    #[test]
    fn short_numbers_drop_only_decimals() {
        assert_eq!(short_number(&Exact::from(70), 2), "70");
        assert_eq!(short_number(&Exact::fraction(1, 2), 2), "0,5");
        assert_eq!(short_number(&Exact::from(100), 0), "100");
    }

    #[test]
    fn months() {
        let month = |year, number| Month::new(year, number).expect("a month");
        for (first, last, want) in [
            ((2024, 5), (2024, 5), "maj 2024"),
            ((2024, 5), (2024, 11), "maj–november 2024"),
            ((2024, 12), (2025, 3), "december 2024–mars 2025"),
        ] {
            let got = month_span(&(month(first.0, first.1)..=month(last.0, last.1)));
            assert_eq!(got.replace(NO_BREAK_SPACE, " "), want);
        }
    }

    #[test]
    fn neighbouring_months_are_a_span() {
        for (all, want) in [
            (vec![(2024, 6)], "juni 2024"),
            (vec![(2024, 6), (2024, 7), (2024, 8)], "juni–augusti 2024"),
            (vec![(2023, 12), (2024, 1), (2024, 3)], "december 2023–januari 2024 och mars 2024"),
            (vec![], ""),
        ] {
            let all =
                all.into_iter().map(|(year, number)| Month::new(year, number).expect("a month"));
            assert_eq!(months_in_span(all).replace(NO_BREAK_SPACE, " "), want);
        }
    }

    #[test]
    fn slugs() {
        for (name, want) in [
            ("IHSI", "ihsi"),
            ("Läkemedelsförmånen", "lakemedelsformanen"),
            ("hepatit C", "hepatit_c"),
            (" Å & b_c ", "a_b_c"),
            ("–!", ""),
        ] {
            assert_eq!(slug(name), want, "{name}");
        }
    }

    #[test]
    fn words() {
        assert_eq!(count_in_words(5), "fem");
        assert_eq!(count_in_words(13), "13");
        assert_eq!(enumeration(&["Skåne", "Halland", "Dalarna"]), "Skåne, Halland och Dalarna");
        assert_eq!(enumeration(&["Skåne"]), "Skåne");
        assert_eq!(enumeration::<&str>(&[]), "");
        let date = NaiveDate::from_ymd_opt(2024, 4, 18).expect("a date");
        assert_eq!(date_in_prose(date).replace(NO_BREAK_SPACE, " "), "18 april 2024");
    }
}
