//! Who may import whom. The table is the architecture; a new row is a decision, and stands in
//! ARCHITECTURE.md with its reason.

use std::collections::BTreeSet;

use crate::source::{identifier, root, rust, without_tests};

/// A module, and the modules of ours it may name. Its own insides always.
const TABLE: &[(&str, &[&str])] = &[
    ("quantity", &[]),
    ("region", &[]),
    ("calendar", &[]),
    ("problem", &[]),
    ("swedish", &["quantity", "calendar"]),
    ("figure", &["quantity", "region", "problem"]),
    ("contract", &["quantity", "region", "calendar", "figure"]),
    ("archive", &["quantity", "figure", "problem"]),
    ("allocation", &["quantity", "figure"]),
    ("workbook", &["quantity", "region", "swedish", "figure", "problem"]),
    ("report", &["quantity", "region", "swedish", "figure", "contract"]),
    (
        "grants",
        &[
            "quantity",
            "region",
            "calendar",
            "problem",
            "swedish",
            "figure",
            "contract",
            "archive",
            "allocation",
            "workbook",
            "plausibility",
            "report",
        ],
    ),
    ("documents", &["quantity", "region", "swedish", "contract", "report"]),
    ("render", &["problem", "report"]),
    ("readback", &["problem", "swedish"]),
    ("output", &["problem", "manifest"]),
    ("manifest", &[]),
    (
        "comparison",
        &[
            "quantity",
            "region",
            "calendar",
            "problem",
            "swedish",
            "figure",
            "contract",
            "allocation",
            "workbook",
            "report",
            "manifest",
        ],
    ),
    ("live", &["quantity", "region", "calendar", "problem", "figure", "workbook"]),
    ("pipeline", &["*"]),
    ("package", &["problem", "output", "manifest"]),
    (
        "plausibility",
        &["quantity", "region", "problem", "swedish", "figure", "workbook", "simulation"],
    ),
    (
        "simulation",
        &[
            "quantity",
            "region",
            "problem",
            "swedish",
            "figure",
            "contract",
            "workbook",
            "report",
            "comparison",
        ],
    ),
    (
        "verify",
        &[
            "region", "problem", "workbook", "readback", "render", "output", "manifest", "package",
            "pipeline",
        ],
    ),
    ("cli", &["*"]),
    ("lib", &[]),
    ("main", &[]),
];

/// Folders of which no file may name the other folders of the same kind.
const STRANGERS: &[&str] = &["grants", "documents"];

/// The module a file of `src` belongs to, and the folder within it.
fn module(path: &str) -> (&str, Option<&str>) {
    let path = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
    let mut parts = path.split('/');
    let module = parts.next().unwrap_or_default();
    (module, parts.next().filter(|part| *part != "mod"))
}

/// The paths after `crate::`, as far as two steps; braces are opened.
fn imports(code: &str) -> Vec<String> {
    let starts = code.match_indices("crate::");
    let mut found = Vec::new();
    for (at, name) in starts {
        let rest = &code[at + name.len()..];
        match rest.strip_prefix('{') {
            Some(list) => found.extend(first_level(list)),
            None => found.push(two_steps(rest)),
        }
    }
    found
}

fn first_level(list: &str) -> Vec<String> {
    let (mut depth, mut start, mut found) = (1, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            found.push(two_steps(list[start..at].trim()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found.into_iter().filter(|path| !path.is_empty()).collect()
}

fn two_steps(path: &str) -> String {
    let first = identifier(path);
    match path[first.len()..].strip_prefix("::").map(identifier) {
        Some(second) if !second.is_empty() => format!("{first}::{second}"),
        _ => first.to_owned(),
    }
}

#[test]
fn modules_import_what_the_table_allows() {
    let mut wrong = Vec::new();
    for file in rust("src") {
        let (own, folder) = module(&file.path);
        let (_, allowed) = TABLE
            .iter()
            .find(|(module, _)| *module == own)
            .unwrap_or_else(|| panic!("{} is in no row of the table", file.path));
        for path in imports(without_tests(&file.code)) {
            let mut steps = path.split("::");
            let (first, second) = (steps.next().unwrap_or_default(), steps.next());
            let stranger = STRANGERS.contains(&own)
                && first == own
                && folder.is_some()
                && second.is_some_and(|second| {
                    Some(second) != folder && root().join("src").join(own).join(second).is_dir()
                });
            if stranger || first != own && !allowed.contains(&"*") && !allowed.contains(&first) {
                wrong.push(format!("{} names {path}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "not in the table:\n{}", wrong.join("\n"));
}

/// A right that nobody uses is a wall that is not there.
#[test]
fn every_right_is_used() {
    let files = rust("src");
    for (own, allowed) in TABLE {
        let used: BTreeSet<String> = files
            .iter()
            .filter(|file| module(&file.path).0 == *own)
            .flat_map(|file| imports(without_tests(&file.code)))
            .map(|path| path.split("::").next().unwrap_or_default().to_owned())
            .collect();
        for right in allowed.iter().filter(|right| **right != "*") {
            assert!(used.contains(*right), "{own} may import {right}, and does not");
        }
    }
}

/// What documents and letters say is read by promise: a name that nobody promises does not compile.
#[test]
fn documents_read_by_promise() {
    let reads = ["figure", "region", "regions", "fact", "count", "day"];
    for file in rust("src/documents") {
        for read in reads {
            for (at, call) in file.code.match_indices(&format!(".{read}(")) {
                let argument = file.code[at + call.len()..].trim_start().trim_start_matches('&');
                let by_name = argument.starts_with('"') || argument.starts_with("format!");
                assert!(!by_name, "{} reads {read} by a name: {argument:.40}", file.path);
            }
        }
    }
}

#[test]
fn rules_never_see_a_workbook() {
    let mut seen = 0;
    for file in rust("src/grants").into_iter().filter(|file| file.path.contains("/rules")) {
        seen += 1;
        for path in imports(&file.code) {
            assert!(!path.starts_with("workbook"), "{} names {path}", file.path);
            assert!(!path.starts_with("report"), "{} names {path}", file.path);
        }
    }
    assert!(seen > 0, "there are no rules");
}

/// What is printed; never what found it.
const FORMS: &[&str] = &["Published", "head", "number", "paper", "payment", "table", "text_table"];

#[test]
fn render_knows_the_forms_and_nothing_else_of_the_report() {
    let mut seen = 0;
    for file in rust("src/render") {
        for path in imports(without_tests(&file.code)) {
            if let Some(layout) = path.strip_prefix("report::") {
                assert!(FORMS.contains(&layout), "{} names {path}", file.path);
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "nothing is rendered");
}

#[test]
fn every_row_of_the_table_is_a_module() {
    for (module, allowed) in TABLE {
        let there = |name: &str| {
            let root = root().join("src");
            root.join(format!("{name}.rs")).is_file() || root.join(name).join("mod.rs").is_file()
        };
        assert!(there(module), "{module} does not exist");
        for name in allowed.iter().filter(|name| **name != "*") {
            assert!(there(name), "{module} may import {name}, which does not exist");
        }
    }
}

#[test]
fn imports_are_found_in_braces_and_paths() {
    let code = "use crate::{a, b::{c, d}, e::f}; fn g() { crate::h::i(); } pub(crate) struct J;";
    assert_eq!(imports(code), ["a", "b", "e::f", "h::i"]);
}
