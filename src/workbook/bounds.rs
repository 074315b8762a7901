//! Answers given as one number or as an interval, and what counts as which: `8`, `4–6`, `4-6 veckor`,
//! `4 till 6 veckor`. What counts of an interval is its lowest, since no more than that is certain.
//! Exact; knows no cell.

use super::number::{self, NumberError};
use crate::problem::messages::cell as say;

/// What may stand between the two numbers: hyphens, dashes and minus signs, or the word.
const DASH: [char; 7] = ['-', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2212}'];
const TO: &str = " till ";

/// Reads a number or an interval: its lowest and its highest, the same twice if it is one number. Each
/// number is whole and without sign, and may be followed by one of `word`, the words for the unit.
///
/// # Errors
/// If it is neither, with what seems to have gone wrong.
pub fn read(text: &str, word: &[&str]) -> Result<(i64, i64), NumberError> {
    let lowercase = text.trim().to_lowercase().replace('\u{a0}', " ");
    let parts: Vec<&str> = match lowercase.split_once(TO) {
        Some((from, to)) => vec![from, to],
        None => lowercase.split(DASH).collect(),
    };
    match parts.as_slice() {
        [single] => integer(single, word).map(|number| (number, number)),
        [from, to] => {
            let (lowest, highest) = (integer(from, word)?, integer(to, word)?);
            if lowest <= highest { Ok((lowest, highest)) } else { Err(reversed(lowest, highest)) }
        }
        _ => Err(unclear()),
    }
}

fn integer(text: &str, word: &[&str]) -> Result<i64, NumberError> {
    let text = text.trim();
    let after =
        word.iter().filter_map(|a_single| text.strip_suffix(a_single)).map(str::trim_end).next();
    let numbers = after.unwrap_or(text);
    if numbers.starts_with(['+', '-']) || numbers.is_empty() {
        return Err(unclear());
    }
    let number = number::read(numbers).map_err(|_| unclear())?;
    if !number.is_integer() {
        return Err(NumberError::with(say::rounded_down()));
    }
    i64::try_from(number).map_err(|_| unclear())
}

fn reversed(first_of_all: i64, at_last: i64) -> NumberError {
    NumberError::with(say::lowest_first(&format!("{at_last}–{first_of_all}")))
}

fn unclear() -> NumberError {
    NumberError::with(say::number_or_interval())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Language;

    const VECKOR: [&str; 2] = ["veckor", "vecka"];

    #[test]
    fn the_lowest_of_an_interval_and_the_number_itself() {
        for (text, expected) in [
            ("8", (8, 8)),
            (" 8 veckor ", (8, 8)),
            ("1 vecka", (1, 1)),
            ("0", (0, 0)),
            ("4-6", (4, 6)),
            ("4–6", (4, 6)),
            ("4–6 veckor", (4, 6)),
            ("4 – 6 Veckor", (4, 6)),
            ("4\u{a0}—\u{a0}6\u{a0}veckor", (4, 6)),
            ("4\u{2212}6", (4, 6)),
            ("4 veckor - 6 veckor", (4, 6)),
            ("4 till 6 veckor", (4, 6)),
            ("4–4", (4, 4)),
            ("0–1 vecka", (0, 1)),
        ] {
            assert_eq!(read(text, &VECKOR), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_says_what_to_do() {
        let unclear = "skriv ett tal, som 4, eller ett intervall, som 4–6";
        for (text, help) in [
            ("6–4", "skriv det lägsta först: 4–6"),
            ("4,5", "skriv hela tal, avrundade nedåt"),
            ("4–6,5 veckor", "skriv hela tal, avrundade nedåt"),
            ("-4", unclear),
            ("4-", unclear),
            ("4–6–8", unclear),
            (">4", unclear),
            ("minst 4", unclear),
            ("ca 4 veckor", unclear),
            ("4+", unclear),
            ("+4", unclear),
            ("4 månader", unclear),
            ("veckor", unclear),
            ("4.5", unclear),
            ("", unclear),
            ("99999999999999999999", unclear),
        ] {
            let said = read(text, &VECKOR).expect_err(text).help.unwrap_or_default();
            assert_eq!(said.in_language(Language::Swedish), help, "{text}");
        }
    }
}
