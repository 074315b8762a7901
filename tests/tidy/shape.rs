//! How a file looks: it opens with what it is for, and it fits the eye.
//!
//! Counted are lines of code: no blank lines, no comments, no tests within the file.

use crate::source::{all_rust, identifier, without_tests};

/// Lines of code in a file.
const FILE: usize = 350;
/// Lines from a function's `fn` to its closing brace, all counted.
const FUNCTION: usize = 70;

#[test]
fn every_file_opens_with_what_it_is_for() {
    for file in all_rust() {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.len() > 20,
            "{} opens with {first:?}",
            file.path
        );
    }
}

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    for file in all_rust() {
        let lines =
            without_tests(&file.code).lines().filter(|line| !line.trim().is_empty()).count();
        if lines > FILE {
            long.push(format!("{}: {lines} lines of code, {FILE} at most", file.path));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn functions_fit_a_screen() {
    let mut long = Vec::new();
    let mut seen = 0;
    for file in all_rust() {
        for (name, line, lines) in functions(&file.code) {
            seen += 1;
            if lines > FUNCTION {
                long.push(format!("{}:{line}: {name} has {lines} lines", file.path));
            }
        }
    }
    assert!(seen > 500, "only {seen} functions were found");
    assert!(long.is_empty(), "{FUNCTION} at most:\n{}", long.join("\n"));
}

/// Name, first line and number of lines of every function with a body.
fn functions(code: &str) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let before = code[..at].chars().next_back();
        let name = identifier(&code[at + 3..]);
        if name.is_empty() || before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let (mut parens, mut braces) = (0_i32, 0_i32);
        let end = code[at..].char_indices().find_map(|(offset, c)| {
            match c {
                '(' | '[' => parens += 1,
                ')' | ']' => parens -= 1,
                '{' => braces += 1,
                '}' => braces -= 1,
                _ => {}
            }
            let without_body = c == ';' && parens == 0 && braces == 0;
            (without_body || (c == '}' && braces == 0)).then_some((offset, c))
        });
        if let Some((offset, '}')) = end {
            let line = code[..at].lines().count().max(1);
            found.push((name.to_owned(), line, code[at..=at + offset].lines().count()));
        }
    }
    found
}

#[test]
fn functions_are_measured_from_fn_to_brace() {
    let code =
        "fn a(b: [u8; 3]) -> u8 {\n    {\n    }\n}\ntrait T {\n    fn c();\n    fn d() {}\n}\n";
    let want = [("a".to_owned(), 1, 4), ("d".to_owned(), 7, 1)];
    assert_eq!(functions(code), want);
}
