//! How texts are compared, whichever of them was set.

use crate::swedish::{MINUS, numbers_in};

/// Whether a text is a number and nothing else, but for its sign and its mark.
pub(crate) fn is_number(text: &str) -> bool {
    let sign = |c: char| matches!(c, MINUS | '*') || c.is_whitespace();
    let bare = text.trim_matches(sign);
    numbers_in(bare) == [bare]
}

/// A text as it is compared: without what line breaks put in or take away.
pub(super) fn bare(text: &str) -> String {
    let gone = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}');
    text.chars().filter(gone).collect()
}

/// Whether two texts are the same as they are compared.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.trim() == other.trim() || bare(one) == bare(other)
}

/// The words of a text that hold a digit, without the signs around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let around = |c: char| !c.is_alphanumeric() && c != MINUS;
    let words = text.split(char::is_whitespace).map(move |word| word.trim_matches(around));
    words.filter(|word| word.contains(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_digits_are_whole() {
        let text = "den 2024-04-18 (S2023/03332), B6:B8;\n\u{2212}3\u{a0}639 kr";
        let expected = ["2024-04-18", "S2023/03332", "B6:B8", "\u{2212}3", "639"];
        assert_eq!(words(text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_number_alone_is_told_from_a_text_with_one() {
        for text in ["5", "\n\u{2212}4,2812", "1\u{a0}303,0\n*", "1\u{a0}000"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "*", "2022 års medel", "2 3", "1,", "a1"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
