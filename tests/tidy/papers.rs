//! README, ARCHITECTURE, CHANGELOG, the handbook and the ordlista speak only of what is there.

use std::collections::BTreeSet;
use std::fs;

use statsbidrag::grants::GRANTS;

use crate::rules::quoted;
use crate::source::{all_rust, has_extension, paths, read, root, rust, tests};

/// Every paper for people: those at the root, in `docs`, beside the templates and beside the grants.
fn all_papers() -> BTreeSet<String> {
    let root = fs::read_dir(root()).expect("the root").map(|entry| entry.expect("an entry"));
    let root = root.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let rules = GRANTS.iter().map(|grant| format!("src/grants/{}/REGLER.md", grant.id));
    root.chain(paths("docs"))
        .chain(paths("templates"))
        .filter(|path| has_extension(path, "md"))
        .chain(rules)
        .collect()
}

/// The lines of the section with this heading, its subsections too.
fn section<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let level = heading.len() - heading.trim_start_matches('#').len();
    let ends = |line: &&str| {
        let own = line.len() - line.trim_start_matches('#').len();
        own == 0 || own > level
    };
    let lines: Vec<_> =
        text.lines().skip_while(|line| *line != heading).skip(1).take_while(ends).collect();
    assert!(!lines.is_empty(), "there is no {heading}");
    lines
}

/// The items of a list, each with the lines it goes on over.
fn items(lines: &[&str]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in lines {
        if let Some(item) = line.strip_prefix("* ") {
            items.push(item.to_owned());
        } else if let (true, Some(last)) = (line.starts_with("  "), items.last_mut()) {
            last.push_str(line);
        }
    }
    items
}

#[test]
fn every_invariant_names_a_test() {
    let tests = tests();
    let text = read("ARCHITECTURE.md");
    let invariants = items(&section(&text, "## Invariants"));
    assert!(invariants.len() > 10, "{} invariants", invariants.len());
    for invariant in invariants {
        let (_, named) = invariant
            .rsplit_once('→')
            .unwrap_or_else(|| panic!("no test stands after an arrow in: {invariant}"));
        let named = quoted(named);
        assert!(!named.is_empty(), "{invariant}");
        for name in named {
            // Examples that must not compile have no name.
            let known = tests.contains(&name) || name == "compile_fail";
            assert!(known, "{name} is no test: {invariant}");
        }
    }
}

#[test]
fn every_dependency_says_why() {
    let manifest = read("Cargo.toml");
    let text = read("ARCHITECTURE.md");
    let rows: BTreeSet<_> = section(&text, "## Dependencies")
        .into_iter()
        .filter(|line| line.starts_with("| `"))
        .flat_map(|line| quoted(line.split('|').nth(1).unwrap_or_default()))
        .collect();
    let in_manifest: BTreeSet<_> =
        dependencies(&manifest).into_iter().map(|(name, _)| name).collect();
    assert_eq!(rows, in_manifest);
}

/// The crates in Cargo.toml, and whether each is for tests only.
fn dependencies(manifest: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut heading = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            heading = line;
        } else if let (true, Some((name, _))) =
            (heading.ends_with("dependencies]"), line.split_once('='))
        {
            found.push((name.trim().to_owned(), heading.starts_with("[dev-")));
        }
    }
    found
}

#[test]
fn every_dependency_is_used() {
    for (name, for_tests) in dependencies(&read("Cargo.toml")) {
        let own = name.replace('-', "_");
        let uses =
            |code: &str| ["::", "!"].iter().any(|sign| code.contains(&format!("{own}{sign}")));
        let found = all_rust()
            .iter()
            .any(|file| uses(&file.code) && (for_tests || file.path.starts_with("src/")));
        assert!(found, "{name} is used nowhere");
    }
}

#[test]
fn every_module_is_on_the_map() {
    let text = read("ARCHITECTURE.md");
    let map = section(&text, "## Code map").join("\n");
    let mut modules: BTreeSet<_> = paths("src")
        .into_iter()
        .filter_map(|path| {
            path.split('/').nth(1).map(|part| part.trim_end_matches(".rs").to_owned())
        })
        .collect();
    modules.remove("lib");
    for module in modules {
        assert!(map.contains(&format!("`{module}`")), "{module} is not on the map");
    }
}

#[test]
fn links_lead_somewhere() {
    for paper in all_papers() {
        let folder = root().join(&paper).parent().expect("a folder").to_owned();
        let text = read(&paper);
        for (_, rest) in text.match_indices("](").map(|(at, _)| text.split_at(at + 2)) {
            let link = rest.split(')').next().unwrap_or_default();
            let (file, _) = link.split_once('#').unwrap_or((link, ""));
            let outside = link.starts_with("http");
            assert!(outside || folder.join(file).exists(), "{paper} links to {link}");
        }
    }
}

/// Every command line in README runs: its command exists, and so does the folder it is given.
#[test]
fn the_commands_of_readme_exist() {
    let readme = read("README.md");
    let lines = readme.lines().filter_map(|line| line.trim().strip_prefix("cargo "));
    let mut seen = BTreeSet::new();
    for line in lines {
        let words: Vec<_> = line.split('#').next().unwrap_or_default().split_whitespace().collect();
        match words.as_slice() {
            ["test", ..] => {
                seen.insert("test");
            }
            ["run", rest @ ..] => {
                let own = rest.iter().skip_while(|word| **word != "--").skip(1);
                let own: Vec<_> = own.copied().collect();
                let [command, arguments @ ..] = own.as_slice() else { panic!("cargo {line}") };
                let file = root().join(format!("src/cli/{command}.rs"));
                let folder = root().join(format!("src/cli/{command}"));
                let there = file.is_file() || folder.is_dir() || command.starts_with("--");
                assert!(there, "there is no {command}");
                for folder in arguments.iter().filter(|word| word.starts_with("inputs/")) {
                    assert!(root().join(folder).is_dir(), "{folder} does not exist");
                }
                seen.insert("run");
            }
            _ => panic!("cargo {line}"),
        }
    }
    assert_eq!(seen, BTreeSet::from(["run", "test"]));
}

/// Every command line of the handbook runs: the command exists, and so does each flag it is given.
#[test]
fn the_commands_of_the_handbook_exist() {
    let text = read("docs/handledning.md");
    let mut seen = BTreeSet::new();
    for line in text.lines().filter_map(|line| line.strip_prefix("statsbidrag ")) {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        if command.starts_with("--") {
            continue;
        }
        let single = format!("src/cli/{command}.rs");
        let several = format!("src/cli/{command}/mod.rs");
        let file = if root().join(&single).is_file() { single } else { several };
        assert!(root().join(&file).is_file(), "there is no {command}");
        let code = read(&file);
        let flags = rest.split(' ').filter_map(|word| word.strip_prefix("--"));
        for flag in flags.filter(|flag| *flag != "help") {
            let field = format!("    {}: ", flag.replace('-', "_"));
            let named = format!("long = \"{flag}\"");
            assert!(code.contains(&field) || code.contains(&named), "{command} has no --{flag}");
        }
        seen.insert(command);
    }
    let commands = BTreeSet::from([
        "archive",
        "check",
        "completions",
        "explain",
        "generate",
        "man",
        "new",
        "scaffold",
        "simulate",
        "verify",
    ]);
    assert_eq!(seen, commands, "the handbook shows every command");
}

#[test]
fn the_changelog_has_this_version_and_its_three_kinds() {
    let text = read("CHANGELOG.md");
    let first = text.lines().find_map(|line| line.strip_prefix("## "));
    let version = first.and_then(|heading| heading.split(' ').next());
    assert_eq!(version, Some(env!("CARGO_PKG_VERSION")));
    let kinds = ["Regeländring", "Rättelse som ändrar belopp", "Teknisk"];
    for kind in text.lines().filter_map(|line| line.strip_prefix("### ")) {
        assert!(kinds.contains(&kind), "{kind} is no kind of change");
    }
}

/// publiccode.yml says the version and the licence that Cargo.toml says, and its pictures are there.
#[test]
fn the_catalogue_entry_is_of_this_version() {
    let text = read("publiccode.yml");
    let value = |key: &str| {
        let line = text.lines().find_map(|line| line.trim_start().strip_prefix(key));
        line.unwrap_or_else(|| panic!("{key} is not there")).trim().trim_matches('"')
    };
    assert_eq!(value("softwareVersion:"), env!("CARGO_PKG_VERSION"));
    assert_eq!(value("license:"), env!("CARGO_PKG_LICENSE"));
    assert_eq!(value("name:"), env!("CARGO_PKG_NAME"));
    let pictures: Vec<_> =
        text.lines().filter_map(|line| line.trim_start().strip_prefix("- docs/")).collect();
    assert!(!pictures.is_empty(), "there are no pictures");
    for picture in pictures {
        assert!(root().join("docs").join(picture).is_file(), "there is no docs/{picture}");
    }
}

#[test]
fn every_term_of_the_ordlista_is_in_the_code() {
    let source: String = rust("src").into_iter().map(|file| file.text.as_str()).collect();
    let stands = |term: &str| {
        source.match_indices(term).any(|(at, _)| {
            let before = source[..at].chars().next_back();
            let after = source[at + term.len()..].chars().next();
            let outside = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
            outside(before) && outside(after)
        })
    };
    let text = read("docs/ordlista.md");
    let rows: Vec<_> = text.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() > 60, "{} terms", rows.len());
    let mut seen = BTreeSet::new();
    for row in rows {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 6, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
        assert!(["motorn", "bidragen", "utåt"].contains(&cells[5]), "{row}");
        for term in quoted(cells[0]) {
            assert!(stands(&term), "{term} is nowhere in the code");
            assert!(seen.insert(term.clone()), "{term} stands twice");
        }
    }
}

/// The units and statuses that leave in JSON are explained where the code says they are.
#[test]
fn units_and_statuses_are_in_the_ordlista() {
    let text = read("docs/ordlista.md");
    for status in statsbidrag::figure::Status::ALL {
        assert!(text.contains(&format!("| {} |", status.name())), "{status:?}");
    }
}

#[test]
fn every_test_has_a_name_of_its_own() {
    let mut seen = BTreeSet::new();
    for file in all_rust() {
        let code = &file.code;
        for (_, rest) in code.match_indices("#[test]").map(|(at, _)| code.split_at(at)) {
            let name = rest.split_once("fn ").map(|(_, rest)| crate::source::identifier(rest));
            let name = name.unwrap_or_default().to_owned();
            assert!(seen.insert(name.clone()), "there are two tests named {name}");
        }
    }
}
