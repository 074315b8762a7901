//! REGLER.md beside each grant says the same as its code: rule by rule, in the same order, with a
//! test for each.

use std::collections::BTreeSet;

use statsbidrag::grants::GRANTS;
use statsbidrag::grants::beredskap;
use statsbidrag::grants::lakemedel::rules::{AVTAL, VART};
use statsbidrag::grants::regleringsbrev::rules::{AVTAL_2023, BESLUT};
use statsbidrag::grants::{besked, sektorsbidrag};

use crate::source::{identifier, read, rust, tests};

/// What REGLER.md calls a source.
const SOURCES: &[(&str, &str)] = &[
    ("Ö", AVTAL),
    ("Ö23", AVTAL_2023),
    ("B", BESLUT),
    ("E", VART),
    ("S", sektorsbidrag::rules::BESLUT),
    ("M", besked::rules::BESKED),
    ("F", beredskap::rules::AVTAL),
];

/// A row of a table in REGLER.md: the file its section names, and the row's cells.
struct Row {
    file: String,
    cells: Vec<String>,
}

fn rows(text: &str) -> Vec<Row> {
    let mut file = String::new();
    let mut rows = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            file = quoted(heading).into_iter().next().unwrap_or_default();
        }
        if line.starts_with("| `") {
            let cells = line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned());
            rows.push(Row { file: file.clone(), cells: cells.collect() });
        }
    }
    rows
}

/// What stands between backticks.
pub(crate) fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn regler_md_is_what_the_code_says() {
    for grant in GRANTS {
        let folder = format!("src/grants/{}", grant.id);
        let text = read(&format!("{folder}/REGLER.md"));
        let rows = rows(&text);
        let ids: Vec<_> = rows.iter().map(|row| quoted(&row.cells[0]).concat()).collect();
        let want: Vec<_> = (grant.regler)().iter().map(|rule| rule.id).collect();
        assert_eq!(ids, want, "the rules of {folder}/REGLER.md");
        for (row, rule) in rows.iter().zip((grant.regler)()) {
            assert_eq!(row.cells[1], rule.text, "{}", rule.id);
            let source = SOURCES.iter().find(|(_, source)| *source == rule.kalla);
            let source = source.unwrap_or_else(|| panic!("{} has a source of its own", rule.id));
            assert_eq!(row.cells[2], source.0, "{}", rule.id);
            let code = read(&format!("{folder}/{}", row.file));
            assert!(
                code.contains(&format!("\"{}\"", rule.id)),
                "{} is not in {}",
                rule.id,
                row.file
            );
        }
    }
}

#[test]
fn every_rule_names_its_tests() {
    let tests = tests();
    for grant in GRANTS {
        for row in rows(&read(&format!("src/grants/{}/REGLER.md", grant.id))) {
            let named = quoted(&row.cells[3]);
            assert!(!named.is_empty(), "{} names no test", row.cells[0]);
            for name in named {
                assert!(tests.contains(&name), "{} names {name}, which is no test", row.cells[0]);
            }
        }
    }
}

/// A rule that is in no list would be explained nowhere.
#[test]
fn every_rule_in_the_code_is_listed() {
    for grant in GRANTS {
        let files = rust(&format!("src/grants/{}/rules", grant.id));
        let mut declared = 0;
        for file in files {
            let code = &file.code;
            let own: BTreeSet<_> = code
                .match_indices("static ")
                .map(|(at, word)| &code[at + word.len()..])
                .filter(|rest| rest[identifier(rest).len()..].starts_with(": Rule"))
                .map(identifier)
                .collect();
            let list =
                code.split_once("pub const REGLER").map(|(_, rest)| rest).unwrap_or_default();
            let list = list.split(';').next().unwrap_or_default();
            for name in &own {
                assert!(list.contains(&format!("&{name}")), "{} leaves out {name}", file.path);
            }
            declared += own.len();
        }
        assert_eq!(declared, (grant.regler)().len(), "{}", grant.id);
    }
}

#[test]
fn rule_ids_are_unique() {
    let ids: Vec<_> =
        GRANTS.iter().flat_map(|grant| (grant.regler)()).map(|rule| rule.id).collect();
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
}
