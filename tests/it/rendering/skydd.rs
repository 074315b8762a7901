//! Text from cells stays text: hostile strings in every free field of the documents come out of the
//! PDF as they went in.

use serde_json::Value;

use super::{BEREDSKAP, BILAGA, BREV, CIRKULAR, PLAN, Prov, REGIONBESKED, SAMLAT, pdf, text};

/// Fields whose texts the program chooses from fixed sets, or that are numbers and dates.
const EJ_FRI: [&str; 11] = [
    "iso", "riktning", "slag", "status", "varde", "enhet", "id", "dokument", "promille", "skrivs",
    "skala",
];

/// Puts a text in every free field; returns how many.
fn byt(json: &mut Value, namn: &str, ny: &str) -> usize {
    match json {
        Value::String(text) if !EJ_FRI.contains(&namn) => {
            ny.clone_into(text);
            1
        }
        Value::Array(delar) => delar.iter_mut().map(|del| byt(del, namn, ny)).sum(),
        Value::Object(delar) => delar.iter_mut().map(|(namn, del)| byt(del, namn, ny)).sum(),
        _ => 0,
    }
}

/// Words without the spaces and hyphens that line breaks may add or take.
fn tatt(text: &str) -> String {
    text.chars()
        .filter(|tecken| !tecken.is_whitespace() && !matches!(tecken, '-' | '\u{ad}'))
        .collect()
}

fn provas(prov: Prov, fientlig: &str) {
    let mut json = prov.varde();
    let antal = byt(&mut json, "", fientlig);
    let funna = tatt(&text(&pdf(prov, &json))).matches(&tatt(fientlig)).count();
    assert!(funna * 4 > antal, "{fientlig:?}: {funna} of {antal} came through");
}

#[test]
fn punctuation_is_text_everywhere() {
    let alla: String = (b'!'..=b'~').map(char::from).filter(char::is_ascii_punctuation).collect();
    for prov in [CIRKULAR, BILAGA, BREV, SAMLAT, PLAN, BEREDSKAP, REGIONBESKED] {
        provas(prov, &format!("a{alla}z"));
    }
}

#[test]
fn what_begins_lists_headings_comments_and_tags_is_text_everywhere() {
    for fientlig in [
        "-5",
        "+ a",
        "1. a",
        "= a",
        "/ a: b",
        "// a",
        "/* a */",
        "{{ a }}",
        "{% a %}",
        "{# a #}",
        "{* a *}",
        "#panic()",
        "\"); #panic(\"",
        "$a$",
        "`a`",
        "@a",
        "<a>",
        "https://a.se",
        "a...b",
        "\\u{23}",
    ] {
        provas(BILAGA, fientlig);
    }
    for prov in [CIRKULAR, BREV, PLAN, BEREDSKAP] {
        provas(prov, "1. a");
    }
}
