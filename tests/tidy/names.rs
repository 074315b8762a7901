//! The engine room is named in English. Which words are Swedish follows from the project's Swedish
//! papers, and which of them may stand in a name all the same from the ordlista and from what is published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::source::{File, all_rust, has_extension, paths, read};

/// Where Swedish legal nouns are at home: what the papers are about.
const DOMAIN: [&str; 3] = ["src/contract/", "src/grants/", "src/documents/"];
/// Papers in English.
const ENGLISH: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"];
/// Papers in Swedish, besides the templates, the workbooks' descriptions and the rules.
const SWEDISH: [&str; 2] = ["docs/handledning.md", "docs/betalningsfil.md"];
/// English, or Rust, that also happens to be Swedish, and stands in no English paper.
const BOTH: [&str; 15] = [
    "ad", "arg", "bool", "flag", "fresh", "ge", "global", "int", "join", "prop", "ser", "slack",
    "str", "timed", "var",
];

/// The words of a text in lower case, without å, ä and ö, as identifiers are written.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).map(|word| {
        word.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e")
    })
}

/// Text without what stands between backticks, names of the code, or in Swedish quotation marks.
fn prose(text: &str) -> String {
    text.split('`')
        .step_by(2)
        .flat_map(|part| part.split('”').step_by(2))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Templates without their Tera and Typst: what is printed.
fn printed(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push(' ');
        rest = match after.chars().next() {
            Some('{') => after.split_once("}}").map_or("", |(_, rest)| rest),
            Some('%') => after.split_once("%}").map_or("", |(_, rest)| rest),
            Some('#') => after.split_once("#}").map_or("", |(_, rest)| rest),
            _ => after,
        };
    }
    out.push_str(rest);
    out.split('#').map(|part| part.split_once([' ', '[']).map_or("", |(_, rest)| rest)).collect()
}

/// Comments of Rust source.
fn comments(file: &File) -> impl Iterator<Item = String> + '_ {
    file.text.lines().filter_map(|line| line.split_once("//")).map(|(_, comment)| prose(comment))
}

/// Words that a Swedish paper uses and no English one.
static SWEDISH_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let templates = paths("templates").into_iter().filter(|path| has_extension(path, "tera"));
    let mut swedish: BTreeSet<String> =
        templates.flat_map(|path| words(&printed(&read(&path))).collect::<Vec<_>>()).collect();
    let rules = paths("src").into_iter().filter(|path| path.ends_with("REGLER.md"));
    let books = paths("docs").into_iter().filter(|path| path.starts_with("docs/arbetsbok-"));
    for path in rules.chain(books).chain(SWEDISH.map(str::to_owned)) {
        swedish.extend(words(&prose(&read(&path))));
    }
    let mut english: BTreeSet<String> = BOTH.map(str::to_owned).into();
    for file in all_rust() {
        english.extend(comments(file).flat_map(|text| words(&text).collect::<Vec<_>>()));
    }
    for path in ENGLISH {
        english.extend(words(&prose(&read(path))));
    }
    swedish.difference(&english).cloned().collect()
});

/// The words an identifier is made of.
fn parts(identifier: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut before = '_';
    for c in identifier.chars() {
        if c == '_' || c.is_ascii_digit() || (c.is_uppercase() && before.is_lowercase()) {
            parts.push(String::new());
        }
        if c.is_alphabetic() {
            parts.last_mut().expect("it has one").extend(c.to_lowercase());
        }
        before = c;
    }
    parts.retain(|part| part.len() > 1);
    parts
}

/// The identifiers of code, each once.
fn identifiers(file: &File) -> BTreeSet<&str> {
    file.code
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
        .collect()
}

/// An identifier without its case and underscores, in which a Rust name and a JSON key differ.
fn plain(name: &str) -> String {
    name.replace('_', "").to_lowercase()
}

/// Every name and word of the published schemas.
fn published() -> BTreeSet<String> {
    fn walk(json: &Value, found: &mut BTreeSet<String>) {
        match json {
            Value::Object(fields) => {
                for (key, value) in fields {
                    if let ("properties" | "$defs", Value::Object(names)) = (key.as_str(), value) {
                        found.extend(names.keys().map(|name| plain(name)));
                    }
                    walk(value, found);
                }
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            Value::String(word) => {
                found.insert(plain(word));
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for path in paths("docs/schema") {
        walk(&serde_json::from_str(&read(&path)).expect("a schema"), &mut found);
    }
    found
}

/// The words of the ordlista: those that may stand anywhere in the code, or all of them.
fn allowed(everywhere: bool) -> BTreeSet<String> {
    let text = read("docs/ordlista.md");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let rows = rows.filter(|row| !everywhere || row.trim_end().ends_with("| motorn |"));
    let names: Vec<_> = rows.filter_map(|row| row.split('|').nth(1)).collect();
    names.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)).flat_map(parts).collect()
}

fn in_domain(path: &str) -> bool {
    DOMAIN.iter().any(|folder| path.starts_with(folder))
}

#[test]
fn the_engine_room_is_named_in_english() {
    let published = published();
    let (everywhere, explained) = (allowed(true), allowed(false));
    assert!(SWEDISH_WORDS.len() > 800, "only {} Swedish words", SWEDISH_WORDS.len());
    assert!(published.len() > 200 && everywhere.len() > 40 && explained.len() > everywhere.len());
    let domain: BTreeSet<&str> =
        all_rust().iter().filter(|file| in_domain(&file.path)).flat_map(identifiers).collect();
    let mut found: BTreeMap<&str, (&str, String)> = BTreeMap::new();
    for file in all_rust().iter().filter(|file| !in_domain(&file.path)) {
        // The tests name what the grants and the documents name.
        let of_the_engine = file.path.starts_with("src/");
        let allowed = if of_the_engine { &everywhere } else { &explained };
        for name in identifiers(file) {
            if published.contains(&plain(name)) || (!of_the_engine && domain.contains(name)) {
                continue;
            }
            let word = parts(name)
                .into_iter()
                .find(|word| SWEDISH_WORDS.contains(word) && !allowed.contains(word));
            if let Some(word) = word {
                found.insert(name, (&file.path, word));
            }
        }
    }
    let list: Vec<_> =
        found.iter().map(|(name, (path, word))| format!("{name} ({word}) in {path}")).collect();
    assert!(
        list.is_empty(),
        "name it in English, or explain the word in docs/ordlista.md:\n{}",
        list.join("\n")
    );
}

#[test]
fn swedish_words_are_known_as_such() {
    for word in ["skriv", "manad", "hogst"] {
        assert!(SWEDISH_WORDS.contains(word), "{word} is Swedish");
    }
    for word in ["sheet", "write", "month", "help", "unit", "read", "for"] {
        assert!(!SWEDISH_WORDS.contains(word), "{word} is English");
    }
    assert_eq!(parts("KronorPerInvanare"), ["kronor", "per", "invanare"]);
    assert_eq!(parts("HALF_UP"), ["half", "up"]);
    assert_eq!(parts("tabell1_text"), ["tabell", "text"]);
}

#[test]
fn comments_are_in_plain_english() {
    // Put together here, or this file would be the first to be named.
    let quaint =
        [("no", "ught", "zero"), ("hang ", "on", "depend on"), ("hangs ", "on", "depends on")];
    let mut found = Vec::new();
    for file in all_rust() {
        for (place, line) in file.text.lines().enumerate() {
            for (first, second, plain) in quaint {
                if line.contains(&format!("{first}{second}")) {
                    found.push(format!("{}:{}: say {plain}", file.path, place + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
