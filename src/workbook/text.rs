//! Text in cells: which characters may stand in it, how it is quoted in a message, how two
//! headings are compared. Knows neither cells nor schemas.

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
pub fn code_point(character: char) -> String {
    let name = match character {
        '\t' => " (tabb)",
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => " (radbrytning)",
        '\u{AD}' => " (mjukt bindestreck)",
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => " (osynligt tecken)",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            " (ändrar skrivriktningen)"
        }
        '\u{FFFD}' => " (ersätter ett tecken som gått förlorat)",
        character if character.is_control() => " (styrtecken)",
        _ => "",
    };
    format!("{}{name}", code(character))
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// The text in quotes, fit for a message: forbidden characters by their code point, long text cut.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::from("”");
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
    out.push('”');
    out
}

/// The text as headings, names and choices are compared: white space collapsed, case ignored.
#[must_use]
pub fn normalized(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The candidate nearest to a misspelled name, if any is near enough to be meant.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = normalized(wanted);
    candidates
        .into_iter()
        .map(|name| (strsim::osa_distance(&normalized(name), &wanted), name))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance > 0 && *distance * 5 <= wanted.chars().count() * 2)
        .map(|(_, name)| name)
}

/// Names in a row: `”a”, ”b” och ”c”`.
#[must_use]
pub fn enumeration<'a>(name: impl IntoIterator<Item = &'a str>) -> String {
    let mut name: Vec<_> = name.into_iter().map(str::to_owned).collect();
    match name.pop() {
        None => String::new(),
        Some(last) if name.is_empty() => last,
        Some(last) => format!("{} och {last}", name.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(quote("a\u{202E}b"), "”a⟨U+202E⟩b”");
        assert_eq!(quote(&"x".repeat(70)).chars().count(), 63);
        assert_eq!(code_point('\u{202E}'), "U+202E (ändrar skrivriktningen)");
    }

    #[test]
    fn the_nearest_name_is_near_or_none() {
        let name = ["Befolkning", "Behovsmodell"];
        assert_eq!(nearest("befolkining", name), Some("Befolkning"));
        assert_eq!(nearest("Anteckningar", name), None);
        assert_eq!(enumeration(["a", "b", "c"]), "a, b och c");
    }
}
