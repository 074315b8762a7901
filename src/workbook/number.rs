//! Numbers as people type them, and as messages print them. Exact: nothing here is a float.
//!
//! Spaces may separate thousands, a comma the decimals. A point is refused, since it means
//! thousands to some and decimals to others.

use rust_decimal::Decimal;

use crate::problem::Message;
use crate::problem::messages::cell as say;
use crate::quantity::Exact;
use crate::swedish;

/// Why a text is not a number: what to do about it, where that can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    /// What the user should do.
    pub help: Option<Message>,
}

impl NumberError {
    pub(super) fn with(help: Message) -> Self {
        Self { help: Some(help) }
    }
}

/// Reads a number as it is written in Swedish: `12 345,6`, `−3`, `0`.
///
/// # Errors
/// If it is not one, with what seems to have gone wrong.
pub fn read(text: &str) -> Result<Decimal, NumberError> {
    let text = text.trim();
    let (negative, numbers) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = numbers.split(',');
    let integer = parts.next().unwrap_or_default();
    let decimals = parts.next();
    if parts.next().is_some() {
        return Err(diagnos(text));
    }
    let integer = without_spaces(integer).ok_or_else(|| diagnos(text))?;
    let clean = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !clean(&integer) || !decimals.is_none_or(clean) {
        return Err(diagnos(text));
    }
    let character = if negative { "-" } else { "" };
    let written = format!("{character}{integer}.{}", decimals.unwrap_or("0"));
    Decimal::from_str_exact(&written)
        .map(|number| without_minus_zero(number.normalize()))
        .map_err(|_| NumberError::with(say::too_many_digits()))
}

/// Zero without a sign.
#[must_use]
pub fn without_minus_zero(number: Decimal) -> Decimal {
    if number.is_zero() { Decimal::ZERO } else { number }
}

/// True for the spaces that separate thousands.
fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{A0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{200A}' | '\u{202F}'
    )
}

/// The digits of a whole number; `None` if its spaces do not make groups of three.
fn without_spaces(integer: &str) -> Option<String> {
    let mut groups = integer.split(is_space);
    let first = groups.next()?;
    let mut out = first.to_owned();
    for group in groups {
        if group.chars().count() != 3 || first.is_empty() || first.chars().count() > 3 {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

/// What seems to be wrong with a text that is not a number.
fn diagnos(text: &str) -> NumberError {
    let swapped = |from: &[char], to: &str| {
        let fresh = text.replace(from, to);
        (fresh != text && reads_as(&fresh)).then_some(fresh)
    };
    if text.chars().all(|character| matches!(character, '-' | '–' | '—' | '\u{2212}' | '.' | '*'))
    {
        return NumberError::with(say::zero_or_empty());
    }
    if swapped(&['O', 'o'], "0").is_some() {
        return NumberError::with(say::letter_o());
    }
    if swapped(&['l', 'I'], "1").is_some() {
        return NumberError::with(say::letter_l());
    }
    if let Some(fresh) = swapped(&['–', '—', '\u{2010}', '\u{2011}'], "-") {
        return NumberError::with(say::minus_sign(&fresh));
    }
    if text.contains('.') || text.contains('\'') || text.contains('’') {
        return NumberError::with(point_help(text));
    }
    if text.matches(',').count() > 1 {
        return NumberError::with(say::one_comma());
    }
    if text.contains('%') {
        return NumberError::with(say::without_percent());
    }
    let numbers = |character: char| {
        character.is_ascii_digit() || is_space(character) || ",-+\u{2212}".contains(character)
    };
    if text.chars().all(numbers) && text.contains(is_space) {
        return NumberError::with(say::groups_of_three());
    }
    if text.starts_with(|character: char| character.is_ascii_digit()) {
        return NumberError::with(say::only_number());
    }
    NumberError { help: None }
}

/// Whether the text is a number; asked of texts with something already replaced.
fn reads_as(text: &str) -> bool {
    !text.contains('.') && text.matches(',').count() <= 1 && {
        let cleaned: String = text
            .chars()
            .filter(|character| !is_space(*character) && !"-+,\u{2212}".contains(*character))
            .collect();
        !cleaned.is_empty() && cleaned.bytes().all(|byte| byte.is_ascii_digit())
    }
}

fn point_help(text: &str) -> Message {
    let points = text.matches('.').count();
    let suggestion = text.replace('.', ",");
    if points == 1 && !text.contains(',') && reads_as(&suggestion) {
        let thousands = text.rsplit('.').next().is_some_and(|rest| rest.len() == 3);
        return if thousands {
            say::comma_or_space(&suggestion, &text.replace('.', " "))
        } else {
            say::decimal_comma(&suggestion)
        };
    }
    say::comma_and_spaces()
}

/// The number as messages print it, with all its decimals.
#[must_use]
pub fn write(number: Decimal) -> String {
    swedish::short_number(&Exact::from(number), Decimal::MAX_SCALE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Language;

    #[test]
    fn numbers_as_people_type_them() {
        for (text, expected) in [
            ("12345", "12345"),
            ("12 345,60", "12345.6"),
            ("12\u{A0}345\u{202F}678", "12345678"),
            ("1\u{2009}234,5", "1234.5"),
            ("\u{2212}3", "-3"),
            ("-0", "0"),
            ("+7", "7"),
            (" 0,001 ", "0.001"),
            ("38\u{A0}411\u{A0}749\u{A0}680", "38411749680"),
        ] {
            assert_eq!(read(text).map(|number| number.to_string()), Ok(expected.into()), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_number_says_what_to_do() {
        for (text, help) in [
            ("12 3O4", "bokstaven O står där en nolla väntas"),
            ("1l", "bokstaven l eller I står där en etta väntas"),
            ("1234.5", "skriv decimalkomma: 1234,5"),
            ("1.234", "skriv decimalkomma (1,234) eller mellanrum mellan tusental (1 234)"),
            ("1.234,50", "skriv decimalkomma, och skilj tusental med mellanrum: 12 345,67"),
            (
                "1,234,567",
                "kommat är decimaltecken och får stå en gång; skilj tusental med mellanrum",
            ),
            ("12 34", "mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678"),
            (
                "1234 567",
                "mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678",
            ),
            ("–5", "skriv minustecken i stället för tankstreck: -5"),
            ("-", "skriv 0 om det är noll som menas, lämna annars cellen tom"),
            ("12 kr", "skriv bara talet i cellen; enheten står i rubriken"),
        ] {
            let said = read(text).expect_err(text).help.unwrap_or_default();
            assert_eq!(said.in_language(Language::Swedish), help, "{text}");
        }
        assert_eq!(read("saknas"), Err(NumberError { help: None }));
        assert!(
            read("").is_err() && read(",5").is_err() && read("5,").is_err() && read("٣").is_err()
        );
        assert!(read(&"9".repeat(40)).is_err());
    }

    #[test]
    fn numbers_are_printed_as_swedes_read_them() {
        for (number, text) in
            [("-1234567.50", "−1\u{A0}234\u{A0}567,5"), ("0", "0"), ("999", "999")]
        {
            assert_eq!(Decimal::from_str_exact(number).map(write), Ok(text.into()));
        }
    }
}
