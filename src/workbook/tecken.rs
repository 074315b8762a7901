//! Text in cells: which characters may stand in it, how it is quoted in a message, how two
//! headings are compared. Knows neither cells nor schemas.

/// How many characters of a cell a message repeats.
const CITAT: usize = 60;

/// The first character that may not stand in any text: controls, what turns the direction of
/// writing, what cannot be seen, and what only stands where a text was damaged.
#[must_use]
pub fn forbjudet(text: &str) -> Option<char> {
    text.chars().find(|tecken| ar_forbjudet(*tecken))
}

fn ar_forbjudet(tecken: char) -> bool {
    tecken.is_control()
        || matches!(
            tecken,
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
pub fn kodpunkt(tecken: char) -> String {
    let namn = match tecken {
        '\t' => " (tabb)",
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => " (radbrytning)",
        '\u{AD}' => " (mjukt bindestreck)",
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => " (osynligt tecken)",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            " (ändrar skrivriktningen)"
        }
        '\u{FFFD}' => " (ersätter ett tecken som gått förlorat)",
        tecken if tecken.is_control() => " (styrtecken)",
        _ => "",
    };
    format!("{}{namn}", kod(tecken))
}

fn kod(tecken: char) -> String {
    format!("U+{:04X}", u32::from(tecken))
}

/// The text in quotes, fit for a message: forbidden characters by their code point, long text cut.
#[must_use]
pub fn citat(text: &str) -> String {
    let mut out = String::from("”");
    for (nummer, tecken) in text.chars().enumerate() {
        if nummer == CITAT {
            out.push('…');
            break;
        }
        if ar_forbjudet(tecken) {
            out.push('⟨');
            out.push_str(&kod(tecken));
            out.push('⟩');
        } else {
            out.push(tecken);
        }
    }
    out.push('”');
    out
}

/// The text as headings, names and choices are compared: white space collapsed, case ignored.
#[must_use]
pub fn jamforbar(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The candidate nearest to a misspelled name, if any is near enough to be meant.
pub fn narmast<'a>(sokt: &str, kandidater: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let sokt = jamforbar(sokt);
    kandidater
        .into_iter()
        .map(|namn| (strsim::osa_distance(&jamforbar(namn), &sokt), namn))
        .min_by_key(|(avstand, _)| *avstand)
        .filter(|(avstand, _)| *avstand > 0 && *avstand * 5 <= sokt.chars().count() * 2)
        .map(|(_, namn)| namn)
}

/// Names in a row: `”a”, ”b” och ”c”`.
#[must_use]
pub fn upprakning<'a>(namn: impl IntoIterator<Item = &'a str>) -> String {
    let mut namn: Vec<_> = namn.into_iter().map(str::to_owned).collect();
    match namn.pop() {
        None => String::new(),
        Some(sista) if namn.is_empty() => sista,
        Some(sista) => format!("{} och {sista}", namn.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_forbidden_and_what_swedes_write_is_not() {
        for text in ["Å\u{202E}b", "a\u{200B}b", "a\nb", "a\u{AD}b", "\u{FEFF}a", "\u{2066}", "\u{7F}"] {
            assert!(forbjudet(text).is_some(), "{text:?}");
        }
        assert_eq!(forbjudet("Överenskommelse §\u{A0}4 – 12\u{202F}345 €, ”förmån” #{[*_$<@"), None);
    }

    #[test]
    fn a_quote_shows_what_cannot_be_seen_and_is_cut() {
        assert_eq!(citat("a\u{202E}b"), "”a⟨U+202E⟩b”");
        assert_eq!(citat(&"x".repeat(70)).chars().count(), 63);
        assert_eq!(kodpunkt('\u{202E}'), "U+202E (ändrar skrivriktningen)");
    }

    #[test]
    fn the_nearest_name_is_near_or_none() {
        let namn = ["Befolkning", "Behovsmodell"];
        assert_eq!(narmast("befolkining", namn), Some("Befolkning"));
        assert_eq!(narmast("Anteckningar", namn), None);
        assert_eq!(upprakning(["a", "b", "c"]), "a, b och c");
    }
}
