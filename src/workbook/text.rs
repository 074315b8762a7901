//! Text in cells: which characters may stand in it, how it is quoted in a message, how two
//! headings are compared. Knows neither cells nor schemas.

use crate::problem::Message;
use crate::problem::messages::{cell as say, words};

/// How many characters of a cell a message repeats.
const QUOTE: usize = 60;

/// The first character that may not stand in any text: controls, what turns the direction of
/// writing, what cannot be seen, and what only stands where a text was damaged.
#[must_use]
pub fn forbidden(text: &str) -> Option<char> {
    text.chars().find(|character| is_forbidden(*character))
}

fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFF}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// The character as its code point, with what it does where that has a short name.
#[must_use]
pub fn code_point(character: char) -> Message {
    let code = code(character);
    match character {
        '\t' => say::tab(&code),
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => say::line_break(&code),
        '\u{AD}' => say::soft_hyphen(&code),
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => say::invisible(&code),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            say::turns_direction(&code)
        }
        '\u{FFFD}' => say::replaces_lost(&code),
        character if character.is_control() => say::control(&code),
        _ => Message::alike(code),
    }
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// The text in quotes, fit for a message: forbidden characters by their code point, long text cut.
#[must_use]
pub fn quote(text: &str) -> Message {
    let mut out = String::new();
    for (number, character) in text.chars().enumerate() {
        if number == QUOTE {
            out.push('…');
            break;
        }
        if is_forbidden(character) {
            out.push('⟨');
            out.push_str(&code(character));
            out.push('⟩');
        } else {
            out.push(character);
        }
    }
    words::quoted(&out)
}

/// The text as headings, names and choices are compared: white space collapsed, case ignored.
#[must_use]
pub fn normalized(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The candidate nearest to a misspelled name, if any is near enough to be meant; else the shortest that begins with
/// it.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = normalized(wanted);
    let candidates: Vec<_> = candidates.into_iter().collect();
    let letters = wanted.chars().count();
    let near = candidates
        .iter()
        .map(|name| (strsim::osa_distance(&normalized(name), &wanted), *name))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance > 0 && *distance * 5 <= letters * 2);
    let begins = |name: &&str| letters >= 4 && normalized(name).starts_with(&wanted);
    let longer = || candidates.iter().copied().filter(begins).min_by_key(|name| name.len());
    near.map(|(_, name)| name).or_else(longer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Language;

    #[test]
    fn what_cannot_be_seen_is_forbidden_and_what_swedes_write_is_not() {
        for text in
            ["Å\u{202E}b", "a\u{200B}b", "a\nb", "a\u{AD}b", "\u{FEFF}a", "\u{2066}", "\u{7F}"]
        {
            assert!(forbidden(text).is_some(), "{text:?}");
        }
        assert_eq!(
            forbidden("Överenskommelse §\u{A0}4 – 12\u{202F}345 €, ”förmån” #{[*_$<@"),
            None
        );
    }

    #[test]
    fn a_quote_shows_what_cannot_be_seen_and_is_cut() {
        let in_each = |message: Message| Language::ALL.map(|l| message.in_language(l).to_owned());
        assert_eq!(in_each(quote("a\u{202E}b")), ["”a⟨U+202E⟩b”", "‘a⟨U+202E⟩b’"]);
        assert_eq!(in_each(quote(&"x".repeat(70))).map(|text| text.chars().count()), [63, 63]);
        assert_eq!(
            in_each(code_point('\u{202E}')),
            ["U+202E (ändrar skrivriktningen)", "U+202E (changes the direction of writing)"]
        );
    }

    #[test]
    fn the_nearest_name_is_near_or_none() {
        let name = ["Befolkning", "Behovsmodell"];
        assert_eq!(nearest("befolkining", name), Some("Befolkning"));
        assert_eq!(nearest("Anteckningar", name), None);
    }
}
