//! No figure is typed in a template. Prose is what `mallsprak::lasbart` calls so: markup outside Tera's
//! tags and Typst's code, and the string literals that code is given. There no digit stands, and no
//! number in words but those listed here, each with why it follows from no data.

use std::collections::BTreeSet;

use super::mallar::mallar;
use super::mallsprak::{Del, Last, component, delar, lasbart};

/// The template without its tags, taken apart, with the texts that components are given.
fn prosa(mall: &str) -> Last {
    let tags = delar(mall).into_iter().filter_map(|(_, del)| match del {
        Del::Uttryck(tag) | Del::Tagg(tag) => component(tag),
        _ => None,
    });
    let texts: Vec<_> = tags.flat_map(|one| one.texts).map(str::to_owned).collect();
    let typst: String = delar(mall)
        .into_iter()
        .filter_map(|(_, del)| if let Del::Text(text) = del { Some(text) } else { None })
        .collect();
    let mut last = lasbart(&typst);
    last.strangar.extend(texts);
    last
}

/// All templates, Tera's and Typst's, with what is read in them.
fn alla() -> Vec<(String, Last)> {
    let delade = [
        "avvikelser",
        "brev",
        "delar",
        "diagram",
        "dokument",
        "grund",
        "hus",
        "logotyp",
        "pelare",
        "preliminart",
        "pyramid",
        "rakning",
        "serier",
        "tabell",
    ];
    let typst = delade.map(|namn| {
        let path = format!("{}/templates/shared/{namn}.typ", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|fel| panic!("{path}: {fel}"));
        (format!("shared/{namn}.typ"), lasbart(&text))
    });
    mallar().into_iter().map(|(namn, mall)| (namn, prosa(mall))).chain(typst).collect()
}

/// Strings that are not read by anyone, with a digit: what for.
const EJ_TEXT: &[(&str, &str)] = &[
    ("#16415c", "a colour"),
    ("a4", "a paper size"),
    ("Source Serif 4", "a typeface"),
    ("Source Sans 3", "a typeface"),
];

#[test]
fn no_digit_is_typed() {
    let siffra = |text: &str| text.contains(|tecken: char| tecken.is_numeric());
    let mut tecken = 0;
    for (namn, last) in alla() {
        for rad in last.prosa.lines() {
            assert!(!siffra(rad), "{namn}: {rad}");
        }
        for text in &last.strangar {
            let undantag = EJ_TEXT.iter().any(|(kand, _)| text == kand);
            assert!(undantag || !siffra(text), "{namn}: {text:?}");
        }
        tecken += last.prosa.len();
    }
    assert!(tecken > 5_000, "only {tecken} characters of prose were found");
}

const TALORD: [&str; 34] = [
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
const SKAL: &[(&str, &str)] = &[
    ("betalas en tolftedel av årets bidrag", "the rule itself: a year has twelve months"),
    ("är en tolftedel av årets bidrag", "the rule itself: a year has twelve months"),
    ("Jämförelse med andra regioner", "other, not second"),
    ("betalas en tolftedel av bidraget", "the rule itself: a year has twelve months"),
    ("Återstoden är tolv månadsbelopp", "the rule itself: a year has twelve months"),
    ("som är noll eller negativa", "the kind of payment that must be declared"),
    ("till andra än regionerna", "other, not second"),
    ("blir tolv av dem tillsammans", "the rule itself: a year has twelve months"),
    ("Tolv månadsbelopp är tillsammans", "the rule itself: a year has twelve months"),
    ("jämfört med andra regioner", "other, not second"),
    ("saknas alltså och är inte noll", "what is not known is told apart from nought"),
    ("att det saknas, aldrig som noll", "what is not known is told apart from nought"),
    ("är okänt, inte noll", "what is not known is told apart from nought"),
    ("i förhållande till andra regioners", "other, not second"),
];

#[test]
fn numbers_in_words_follow_from_no_data() {
    let mut anvanda = BTreeSet::new();
    let mut oforklarade = Vec::new();
    for (namn, last) in alla() {
        let texter = last.prosa.lines().chain(last.strangar.iter().map(String::as_str));
        for text in texter {
            let mut kvar = text.to_owned();
            for (ord, _) in SKAL.iter().filter(|(ord, _)| text.contains(ord)) {
                kvar = kvar.replace(ord, "");
                anvanda.insert(*ord);
            }
            let ord = kvar.split(|tecken: char| !tecken.is_alphabetic()).map(str::to_lowercase);
            let fel = ord.filter(|ord| {
                TALORD.iter().any(|tal| ord == tal || ord.strip_suffix('s') == Some(tal))
            });
            oforklarade.extend(fel.map(|ord| format!("{namn}: ”{ord}” i {}", text.trim())));
        }
    }
    assert!(oforklarade.is_empty(), "a count must come from the data:\n{}", oforklarade.join("\n"));
    assert_eq!(anvanda.len(), SKAL.len(), "every exception is used: {anvanda:?}");
}
