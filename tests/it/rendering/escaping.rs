//! Text from cells stays text: hostile strings in every free field of the documents come out of the
//! PDF as they went in.

use serde_json::Value;

use super::{ANNEX, Sample, one_of_each, pdf, text};

/// Fields whose texts the program chooses from fixed sets, or that are numbers and dates.
const NOT_FREE: [&str; 12] = [
    "iso", "riktning", "slag", "status", "varde", "enhet", "id", "dokument", "promille", "skrivs",
    "skala", "celler",
];

/// Puts a text in every free field; returns how many of them a page may print.
fn change(json: &mut Value, name: &str, new: &str) -> usize {
    match json {
        Value::String(text) if !NOT_FREE.contains(&name) => {
            new.clone_into(text);
            1
        }
        Value::Array(parts) => parts.iter_mut().map(|part| change(part, name, new)).sum(),
        Value::Object(parts) => {
            // What the figures rest on is in the JSON alone.
            let printed = |name: &str| usize::from(name != "underlag");
            parts.iter_mut().map(|(name, part)| change(part, name, new) * printed(name)).sum()
        }
        _ => 0,
    }
}

/// Words without the spaces and hyphens that line breaks may add or take.
fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect()
}

fn tried(sample: Sample, hostile: &str) {
    let mut json = sample.value();
    let count = change(&mut json, "", hostile);
    let found = tight(&text(&pdf(sample, &json))).matches(&tight(hostile)).count();
    assert!(found * 2 > count, "{}: {hostile:?}: {found} of {count} came through", sample.0);
}

#[test]
fn punctuation_is_text_everywhere() {
    let all: String = (b'!'..=b'~').map(char::from).filter(char::is_ascii_punctuation).collect();
    for sample in one_of_each() {
        tried(sample, &format!("a{all}z"));
    }
}

#[test]
fn what_begins_lists_headings_comments_and_tags_is_text_everywhere() {
    for hostile in [
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
        tried(ANNEX, hostile);
    }
    for sample in one_of_each() {
        tried(sample, "1. a");
    }
}
