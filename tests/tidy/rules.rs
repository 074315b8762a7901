//! REGLER.md beside each grant says the same as its code: rule by rule, in the same order, with the
//! formulas its figures have and a test for each.

use std::collections::BTreeSet;

use statsbidrag::grants::GRANTS;

use crate::rule_papers;
use crate::source::{identifier, read, rust, tests};

/// The cells of every row that lists a rule in REGLER.md.
fn rows(grant: &str) -> Vec<Vec<String>> {
    let text = read(&format!("src/grants/{grant}/REGLER.md"));
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let cells =
        rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()));
    cells.map(Iterator::collect).collect()
}

/// What stands between backticks.
pub(crate) fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn regler_md_is_what_the_code_says() {
    for (path, text) in rule_papers::papers() {
        assert!(read(&path) == text, "{path}: write it with: `cargo dev rules`");
    }
    for grant in GRANTS {
        let ids: Vec<_> = rows(grant.id).iter().map(|cells| quoted(&cells[0]).concat()).collect();
        let want: Vec<_> = grant.rules().map(|rule| rule.id).collect();
        assert_eq!(ids, want, "the rules of {}", grant.id);
        let text = read(&format!("src/grants/{}/REGLER.md", grant.id));
        let sections = text.lines().filter(|line| line.contains(" – `rules/"));
        let sections = sections.filter_map(|line| line.strip_prefix("## ")?.split(" – ").next());
        let steps: Vec<_> = grant.steps.iter().map(|step| step.title).collect();
        assert_eq!(sections.collect::<Vec<_>>(), steps, "the steps of {}", grant.id);
    }
}

#[test]
fn every_rule_names_its_tests() {
    let tests = tests();
    for cells in GRANTS.iter().flat_map(|grant| rows(grant.id)) {
        let named = quoted(&cells[4]);
        assert!(!named.is_empty(), "{} names no test", cells[0]);
        for name in named {
            assert!(tests.contains(&name), "{} names {name}, which is no test", cells[0]);
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
        assert_eq!(declared, grant.rules().count(), "{}", grant.id);
    }
}

#[test]
fn rule_ids_are_unique() {
    let ids: Vec<_> = GRANTS.iter().flat_map(|grant| grant.rules()).map(|rule| rule.id).collect();
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
}
