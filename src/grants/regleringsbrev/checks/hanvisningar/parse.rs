//! Finds the references in a line of text. Knows how annexes, decisions, diarienummer and dates are
//! written, not which of them there are.

use chrono::NaiveDate;

use crate::calendar::Month;
use crate::swedish;

/// A reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hanvisning {
    /// `bilaga 4`; each of `bilagorna 1–4`.
    Bilaga(u32),
    /// `S2024/00851`.
    Diarienummer(String),
    /// `II:1`.
    Beslut(String),
    /// `2024-12-01` or `1 december 2024`, as written, and the day if it is one.
    Datum(String, Option<NaiveDate>),
}

/// Every reference of a text, in order.
pub(super) fn hanvisningar(text: &str) -> Vec<Hanvisning> {
    let word: Vec<&str> = text.split_whitespace().map(utan_skiljetecken).collect();
    let mut found = Vec::new();
    let mut kvar = word.as_slice();
    while let Some((first, resten)) = kvar.split_first() {
        if matches!(first.to_lowercase().as_str(), "bilaga" | "bilagan" | "bilagor" | "bilagorna") {
            kvar = bilagor(resten, &mut found);
            continue;
        }
        found.extend(ensamt(first).or_else(|| i_prosa(kvar)));
        kvar = resten;
    }
    found
}

/// A word without the marks around it; those within stay.
fn utan_skiljetecken(word: &str) -> &str {
    word.trim_matches(|character: char| !character.is_alphanumeric())
}

/// A reference of one word.
fn ensamt(word: &str) -> Option<Hanvisning> {
    if ar_diarienummer(word) {
        Some(Hanvisning::Diarienummer(word.to_owned()))
    } else if ar_beslut(word) {
        Some(Hanvisning::Beslut(word.to_owned()))
    } else if ar_datum(word) {
        Some(Hanvisning::Datum(word.to_owned(), word.parse().ok()))
    } else {
        None
    }
}

/// Capital letters, a year, a slash and a number: `S2024/00851`, `SKR2024/00001`.
fn ar_diarienummer(word: &str) -> bool {
    let Some((fore, efter)) = word.split_once('/') else { return false };
    let bokstaver = fore.trim_end_matches(|character: char| character.is_ascii_digit());
    let numbers = fore.len() - bokstaver.len();
    numbers == 4
        && !bokstaver.is_empty()
        && bokstaver.chars().all(char::is_uppercase)
        && efter.starts_with(|character: char| character.is_ascii_digit())
}

/// A Roman number, a colon and a number: `II:1`.
fn ar_beslut(word: &str) -> bool {
    word.split_once(':').is_some_and(|(romerskt, nummer)| {
        !romerskt.is_empty()
            && romerskt.chars().all(|character| "IVX".contains(character))
            && nummer.starts_with(|character: char| character.is_ascii_digit())
    })
}

/// Four digits, two and two.
fn ar_datum(word: &str) -> bool {
    let delar: Vec<_> = word.split('-').collect();
    let langder: Vec<_> = delar.iter().map(|del| del.len()).collect();
    langder == [4, 2, 2] && delar.concat().chars().all(|character| character.is_ascii_digit())
}

/// A day, the name of a month and a year: `1 december 2024`.
fn i_prosa(word: &[&str]) -> Option<Hanvisning> {
    let [dag, manad, ar, ..] = word else { return None };
    let (dag, ar): (u32, i32) = (dag.parse().ok()?, ar.parse().ok()?);
    let wanted = manad.to_lowercase();
    let nummer = (1..=12).find(|nummer| {
        Month::new(ar, *nummer).is_some_and(|manaden| swedish::month(manaden) == wanted)
    })?;
    let text = format!("{dag} {wanted} {ar}");
    Some(Hanvisning::Datum(text, NaiveDate::from_ymd_opt(ar, nummer, dag)))
}

/// The numbers after the word: `4`, `1–4`, `1, 2 och 4`. Gives what follows them.
fn bilagor<'o, 't>(word: &'o [&'t str], found: &mut Vec<Hanvisning>) -> &'o [&'t str] {
    let mut kvar = word;
    while let Some((first, resten)) = kvar.split_first() {
        let (first, resten) = match (*first, resten) {
            // Another amount may follow on the annex: `bilaga 2 och 30 procent`.
            ("och" | "samt" | "eller", [nummer, efter @ ..]) if !ar_enhet(efter) => {
                (*nummer, efter)
            }
            _ => (*first, resten),
        };
        let Some((fran, till)) = number(first) else { break };
        found.extend((fran..=till).map(Hanvisning::Bilaga));
        kvar = resten;
    }
    kvar
}

fn ar_enhet(efter: &[&str]) -> bool {
    let enheter = ["procent", "kronor", "kr", "mnkr", "tkr", "miljoner", "månader"];
    efter.first().is_some_and(|word| enheter.contains(word))
}

/// A number, or a span of them; more than a hundred are no annexes.
fn number(word: &str) -> Option<(u32, u32)> {
    let (fran, till) = word.split_once(['–', '-']).unwrap_or((word, word));
    let (fran, till): (u32, u32) = (fran.parse().ok()?, till.parse().ok()?);
    (till < 100).then_some((fran.min(till), fran.max(till)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let skrivet = |hanvisning: Hanvisning| match hanvisning {
            Hanvisning::Bilaga(nummer) => format!("b{nummer}"),
            Hanvisning::Diarienummer(text) | Hanvisning::Beslut(text) => text,
            Hanvisning::Datum(text, dag) => {
                format!("{text}={}", dag.map_or("-".into(), |dag| dag.to_string()))
            }
        };
        hanvisningar(text).into_iter().map(skrivet).collect()
    }

    #[test]
    fn references_are_found_as_they_are_written() {
        for (text, expected) in [
            ("Se bilaga 4.", "b4"),
            ("Bilagorna 1–3 och bilaga 5", "b1 b2 b3 b5"),
            ("enligt bilaga 1, 2 och 4, samt villkoren", "b1 b2 b4"),
            ("enligt bilagorna 2-3", "b2 b3"),
            ("i bilaga\u{a0}2", "b2"),
            ("bilaga 2 och 30 procent", "b2"),
            ("en bilaga till beslutet", ""),
            ("ska hänvisa till S2024/00851.", "S2024/00851"),
            ("(SKR2024/00001)", "SKR2024/00001"),
            ("regeringsbeslut II:1, och VI:12", "II:1 VI:12"),
            ("senast 2024-12-01;", "2024-12-01=2024-12-01"),
            ("2024-02-30", "2024-02-30=-"),
            ("senast den 1 december 2024", "1 december 2024=2024-12-01"),
            ("den 31 November 2024", "31 november 2024=-"),
            ("den 1\u{a0}december\u{a0}2024", "1 december 2024=2024-12-01"),
            ("i december 2024, 70 procent, kvoten 3:2 och 2023/24:1", ""),
            ("och/eller, A/2024, S24/1", ""),
        ] {
            assert_eq!(found(text).join(" "), expected, "{text}");
        }
    }
}
