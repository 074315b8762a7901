//! Finds the references in a line of text. Knows how annexes, decisions, diarienummer and dates are
//! written, not which of them there are.

use chrono::NaiveDate;

use crate::calendar::Manad;
use crate::svenska;

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
    let ord: Vec<&str> = text.split_whitespace().map(utan_skiljetecken).collect();
    let mut funna = Vec::new();
    let mut kvar = ord.as_slice();
    while let Some((forsta, resten)) = kvar.split_first() {
        if matches!(forsta.to_lowercase().as_str(), "bilaga" | "bilagan" | "bilagor" | "bilagorna")
        {
            kvar = bilagor(resten, &mut funna);
            continue;
        }
        funna.extend(ensamt(forsta).or_else(|| i_prosa(kvar)));
        kvar = resten;
    }
    funna
}

/// A word without the marks around it; those within stay.
fn utan_skiljetecken(ord: &str) -> &str {
    ord.trim_matches(|tecken: char| !tecken.is_alphanumeric())
}

/// A reference of one word.
fn ensamt(ord: &str) -> Option<Hanvisning> {
    if ar_diarienummer(ord) {
        Some(Hanvisning::Diarienummer(ord.to_owned()))
    } else if ar_beslut(ord) {
        Some(Hanvisning::Beslut(ord.to_owned()))
    } else if ar_datum(ord) {
        Some(Hanvisning::Datum(ord.to_owned(), ord.parse().ok()))
    } else {
        None
    }
}

/// Capital letters, a year, a slash and a number: `S2024/00851`, `SKR2024/00001`.
fn ar_diarienummer(ord: &str) -> bool {
    let Some((fore, efter)) = ord.split_once('/') else { return false };
    let bokstaver = fore.trim_end_matches(|tecken: char| tecken.is_ascii_digit());
    let siffror = fore.len() - bokstaver.len();
    siffror == 4
        && !bokstaver.is_empty()
        && bokstaver.chars().all(char::is_uppercase)
        && efter.starts_with(|tecken: char| tecken.is_ascii_digit())
}

/// A Roman number, a colon and a number: `II:1`.
fn ar_beslut(ord: &str) -> bool {
    ord.split_once(':').is_some_and(|(romerskt, nummer)| {
        !romerskt.is_empty()
            && romerskt.chars().all(|tecken| "IVX".contains(tecken))
            && nummer.starts_with(|tecken: char| tecken.is_ascii_digit())
    })
}

/// Four digits, two and two.
fn ar_datum(ord: &str) -> bool {
    let delar: Vec<_> = ord.split('-').collect();
    let langder: Vec<_> = delar.iter().map(|del| del.len()).collect();
    langder == [4, 2, 2] && delar.concat().chars().all(|tecken| tecken.is_ascii_digit())
}

/// A day, the name of a month and a year: `1 december 2024`.
fn i_prosa(ord: &[&str]) -> Option<Hanvisning> {
    let [dag, manad, ar, ..] = ord else { return None };
    let (dag, ar): (u32, i32) = (dag.parse().ok()?, ar.parse().ok()?);
    let sokt = manad.to_lowercase();
    let nummer = (1..=12).find(|nummer| {
        Manad::ny(ar, *nummer).is_some_and(|manaden| svenska::manad(manaden) == sokt)
    })?;
    let text = format!("{dag} {sokt} {ar}");
    Some(Hanvisning::Datum(text, NaiveDate::from_ymd_opt(ar, nummer, dag)))
}

/// The numbers after the word: `4`, `1–4`, `1, 2 och 4`. Gives what follows them.
fn bilagor<'o, 't>(ord: &'o [&'t str], funna: &mut Vec<Hanvisning>) -> &'o [&'t str] {
    let mut kvar = ord;
    while let Some((forsta, resten)) = kvar.split_first() {
        let (forsta, resten) = match (*forsta, resten) {
            // Another amount may follow on the annex: `bilaga 2 och 30 procent`.
            ("och" | "samt" | "eller", [nummer, efter @ ..]) if !ar_enhet(efter) => {
                (*nummer, efter)
            }
            _ => (*forsta, resten),
        };
        let Some((fran, till)) = nummer(forsta) else { break };
        funna.extend((fran..=till).map(Hanvisning::Bilaga));
        kvar = resten;
    }
    kvar
}

fn ar_enhet(efter: &[&str]) -> bool {
    let enheter = ["procent", "kronor", "kr", "mnkr", "tkr", "miljoner", "månader"];
    efter.first().is_some_and(|ord| enheter.contains(ord))
}

/// A number, or a span of them; more than a hundred are no annexes.
fn nummer(ord: &str) -> Option<(u32, u32)> {
    let (fran, till) = ord.split_once(['–', '-']).unwrap_or((ord, ord));
    let (fran, till): (u32, u32) = (fran.parse().ok()?, till.parse().ok()?);
    (till < 100).then_some((fran.min(till), fran.max(till)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn funna(text: &str) -> Vec<String> {
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
        for (text, vantat) in [
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
            assert_eq!(funna(text).join(" "), vantat, "{text}");
        }
    }
}
