//! No figure is typed in a template. Prose is what [`super::typst::readable`] calls so: markup outside Tera's
//! tags and Typst's code, and the string literals that code and tags are given. There no digit stands,
//! and no number in words but those listed here, each with why it follows from no data.

use std::collections::BTreeSet;

use super::language::{Piece, pieces, strings};
use super::templates::{layout, templates};
use super::typst::{Readable, readable};

/// The template without its tags, and what its tags say.
fn prose(template: &str) -> Readable {
    let (mut typst, mut said) = (String::new(), Vec::new());
    for (_, piece) in pieces(template) {
        match piece {
            Piece::Typst(text) => typst.push_str(text),
            Piece::Print(tag) | Piece::Tag(tag) => said.extend(strings(tag.inside())),
            Piece::Comment(_) => {}
        }
    }
    let mut own = readable(&typst);
    own.strings.extend(said.into_iter().map(str::to_owned));
    own
}

/// All templates, Tera's and Typst's, with what is read in them.
fn all() -> impl Iterator<Item = (String, Readable)> {
    let words = templates().into_iter().map(|(name, text)| (name, prose(text)));
    words.chain(layout().into_iter().map(|(name, text)| (name, readable(text))))
}

/// Strings that are not read by anyone, with a digit: what for.
const NOT_READ: &[(&str, &str)] = &[
    ("#16415c", "a colour"),
    ("a4", "a paper size"),
    ("Source Serif 4", "a typeface"),
    ("Source Sans 3", "a typeface"),
];

#[test]
fn no_digit_is_typed() {
    let digit = |text: &str| text.contains(char::is_numeric);
    let mut count = 0;
    for (name, own) in all() {
        for line in own.prose.lines() {
            assert!(!digit(line), "{name}: {line}");
        }
        for text in &own.strings {
            let excused = NOT_READ.iter().any(|(known, _)| text == known);
            assert!(excused || !digit(text), "{name}: {text:?}");
        }
        count += own.prose.len();
    }
    assert!(count > 5_000, "only {count} characters of prose were found");
}

const NUMBERS: [&str; 34] = [
    "noll",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
    "sexton",
    "sjutton",
    "arton",
    "nitton",
    "tjugo",
    "trettio",
    "hundra",
    "tusen",
    "båda",
    "bägge",
    "hälften",
    "halva",
    "tredjedel",
    "fjärdedel",
    "tolftedel",
    "första",
    "andra",
    "tredje",
    "dussin",
];

/// Numbers in words that may stand, in which words, and why.
const EXCUSED: &[(&str, &str)] = &[
    ("betalas en tolftedel av årets bidrag", "the rule itself: a year has twelve months"),
    ("eller en tolftedel, ~kronor, i månaden", "the rule itself: a year has twelve months"),
    ("Jämförelse med andra regioner", "other, not second"),
    ("Dokumenten har andra datum", "other, not second"),
    ("betalas en tolftedel av bidraget", "the rule itself: a year has twelve months"),
    ("som är noll eller negativa", "the kind of payment that must be declared"),
    ("till andra än regionerna", "other, not second"),
    ("tolv av dem", "the rule itself: a year has twelve months"),
    ("Tolv månadsbelopp är", "the rule itself: a year has twelve months"),
    (
        "saknas alltså, och det är inte detsamma som noll",
        "what is not known is told apart from zero",
    ),
    ("att det saknas, aldrig som noll", "what is not known is told apart from zero"),
    ("Det är inte detsamma som noll", "what is not known is told apart from zero"),
    ("i förhållande till andra regioners", "other, not second"),
];

#[test]
fn numbers_in_words_follow_from_no_data() {
    let (mut used, mut unexplained) = (BTreeSet::new(), Vec::new());
    for (name, own) in all() {
        // A sentence may go on over several lines.
        let prose = own.prose.split("\n\n").map(str::to_owned);
        for text in prose.chain(own.strings) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut rest = text.clone();
            for (phrase, _) in EXCUSED.iter().filter(|(phrase, _)| text.contains(phrase)) {
                rest = rest.replace(phrase, "");
                used.insert(*phrase);
            }
            let words = rest.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
            let wrong = words.filter(|word| {
                NUMBERS
                    .iter()
                    .any(|number| word == number || word.strip_suffix('s') == Some(number))
            });
            unexplained.extend(wrong.map(|word| format!("{name}: ”{word}” i {text}")));
        }
    }
    assert!(unexplained.is_empty(), "a count comes from the data:\n{}", unexplained.join("\n"));
    assert_eq!(used.len(), EXCUSED.len(), "every exception is used: {used:?}");
}
