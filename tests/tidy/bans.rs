//! What may not be written anywhere, or only in one place.

use crate::source::{all_rust, code, paths, read, rust, without_tests};

/// A spreadsheet holds numbers as floats: here cells become decimals, and decimals cells.
const DOORS: [&str; 3] =
    ["src/workbook/float.rs", "src/render/xlsx/sheet.rs", "src/readback/sheets.rs"];

/// Where `word` stands in code of files that `may_not` says it may not stand in.
fn found(word: &str, may_not: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in rust("src").into_iter().filter(|file| may_not(&file.path)) {
        for (number, line) in (1..).zip(without_tests(&file.code).lines()) {
            let whole = |(at, _): (usize, &str)| {
                let part = |c: char| c.is_alphanumeric() || c == '_';
                !line[..at].ends_with(part) && !line[at + word.len()..].starts_with(part)
            };
            if line.match_indices(word).any(whole) {
                found.push(format!("{}:{number}: {word}", file.path));
            }
        }
    }
    found
}

fn assert_none(words: &[&str], may_not: impl Fn(&str) -> bool) {
    let found: Vec<_> = words.iter().flat_map(|word| found(word, &may_not)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn floats_stand_at_the_doors_to_spreadsheets() {
    assert_none(&["f64", "f32"], |path| !DOORS.contains(&path));
    for door in DOORS {
        assert!(code(&read(door)).contains("f64"), "{door} needs no floats any more");
    }
}

#[test]
fn few_touch_the_file_system() {
    let may = ["src/pipeline/", "src/workbook/", "src/verify/", "src/package/", "src/output.rs"];
    let words = ["std::fs", "fs::read", "fs::write", "File::open", "File::create", "OpenOptions"];
    assert_none(&words, |path| !may.iter().any(|own| path.starts_with(own)));
}

#[test]
fn only_the_commands_know_clock_environment_and_terminal() {
    let words = [
        "Instant",
        "SystemTime",
        "Utc",
        "Local",
        "std::env",
        "env::args",
        "env::args_os",
        "env::var",
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
        "stdin",
        "stdout",
        "stderr",
        "std::net",
        "std::process",
    ];
    assert_none(&words, |path| !path.starts_with("src/cli/") && path != "src/main.rs");
}

#[test]
fn identifiers_are_ascii() {
    for file in all_rust() {
        for (number, line) in (1..).zip(file.code.lines()) {
            assert!(line.is_ascii(), "{}:{number}: {line}", file.path);
        }
    }
}

#[test]
fn nothing_is_silenced_ignored_or_left_for_later() {
    let in_code = ["#[allow", "#![allow", "#[ignore", "todo!", "unimplemented!", "dbg!"];
    for file in all_rust() {
        for word in in_code {
            assert!(!file.code.contains(word), "{} has {word}", file.path);
        }
    }
    // Written in two halves, so that this file does not find itself.
    let in_text = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    let papers = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
        .map(str::to_owned);
    let texts = ["src", "tests", "docs", "templates", ".ci"].into_iter().flat_map(paths);
    let readable = |path: &String| {
        let ends = [".rs", ".md", ".typ", ".tera", ".java", ".py", "/run"];
        ends.iter().any(|end| path.ends_with(end))
    };
    for path in texts.chain(papers).filter(readable) {
        let text = read(&path);
        for word in in_text {
            assert!(!text.contains(word), "{path} has {word}");
        }
    }
}

#[test]
fn an_expected_lint_says_why() {
    for file in all_rust() {
        let code = &file.code;
        for (at, _) in code.match_indices("expect(clippy::") {
            let end = code[at..].find(']').map_or(code.len(), |end| at + end);
            assert!(code[at..end].contains("reason"), "{}: {}", file.path, &code[at..end]);
        }
    }
}

/// A second version of comemo would make Typst's cache impossible to empty, without a word.
#[test]
fn there_is_one_comemo() {
    let lock = read("Cargo.lock");
    let versions = lock.matches("name = \"comemo\"\n").count();
    assert_eq!(versions, 1);
}
