//! REGLER.md beside each grant: between its markers a table of the rules of one file, as the code has them,
//! with the formulas they had when the workbooks of 2024 were computed, and when those were changed so
//! that every rule is used. The prose around the tables, and the tests that a rule names, are written by
//! hand and kept.

mod runs;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use statsbidrag::figure::Rule;
use statsbidrag::grants::{GRANTS, Grant, beredskap, besked, beslut, lakemedel, regleringsbrev};
use statsbidrag::report::trace_file;

/// What REGLER.md calls a source.
const SOURCES: &[(&str, &str)] = &[
    ("Ö", lakemedel::rules::AVTAL),
    ("ÖF", regleringsbrev::rules::AVTAL),
    ("B", regleringsbrev::rules::BESLUT),
    ("E", lakemedel::rules::VART),
    ("D", beslut::rules::BESLUT),
    ("M", besked::rules::BESKED),
    ("F", beredskap::rules::AVTAL),
];

const START: &str = "<!-- regler: början -->\n";
const END: &str = "<!-- regler: slut -->\n";
const HEADINGS: &str = "| Regel | Vad den säger | Formel | Källa | Prov |\n|---|---|---|---|---|\n";

/// A rule's formulas, by its id.
type Formulas = BTreeMap<String, Vec<String>>;

/// Every REGLER.md, by its path from the repository's root, as it should be.
pub(crate) fn papers() -> BTreeMap<String, String> {
    let formulas = formulas();
    let paper = |grant: &&'static Grant| {
        let path = format!("src/grants/{}/REGLER.md", grant.id);
        let text = paper(grant, &read(&path), &formulas);
        (path, text)
    };
    GRANTS.iter().map(paper).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A paper with its tables written again. A section's heading names the file whose rules it lists.
fn paper(grant: &Grant, text: &str, formulas: &Formulas) -> String {
    let tests = tests_of_rules(text);
    let mut sections = text.split(START);
    let mut out = sections.next().unwrap_or_default().to_owned();
    for section in sections {
        let (_, after) = section.split_once(END).expect("a table that begins has an end");
        let heading = out.rsplit("\n## ").next().unwrap_or_default();
        let file = heading.split('`').nth(1).expect("a heading names the file of its rules");
        let code = read(&format!("src/grants/{}/{file}", grant.id));
        let rules = grant.rules();
        let own = rules.filter(|rule| code.contains(&format!("\"{}\"", rule.id)));
        let rows = own.map(|rule| row(rule, formulas, tests.get(rule.id)));
        out += &[START, HEADINGS, &rows.collect::<String>(), END, after].concat();
    }
    out
}

fn row(rule: &Rule, formulas: &Formulas, tests: Option<&String>) -> String {
    let id = rule.id;
    let source = SOURCES.iter().find(|(_, source)| *source == rule.source);
    let (source, _) = source.unwrap_or_else(|| panic!("{id} has a source of its own"));
    let used = formulas.get(id).filter(|used| !used.is_empty());
    let used = used.unwrap_or_else(|| panic!("{id} was used in none of the runs"));
    let tests = tests.map_or("", String::as_str);
    format!("| `{id}` | {} | {} | {source} | {tests} |\n", rule.text, used.join("<br>"))
}

/// The last cell of each rule's row, by the rule's id.
fn tests_of_rules(text: &str) -> BTreeMap<&str, String> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |"));
    let cells = rows.filter_map(|row| Some((row.split_once('`')?.0, row.rsplit_once(" | ")?.1)));
    cells.map(|(id, tests)| (id, tests.to_owned())).collect()
}

/// The formulas of every rule, in the runs in turn.
fn formulas() -> Formulas {
    let mut formulas = Formulas::new();
    for trace in runs::traces() {
        for rule in trace_file::rules(&trace, trace.iter().map(|(id, _)| id)) {
            let known = formulas.entry(rule.id).or_default();
            for formula in rule.formler {
                if !known.contains(&formula) {
                    known.push(formula);
                }
            }
        }
    }
    formulas
}
