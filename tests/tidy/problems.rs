//! Every kind of problem is raised somewhere, and shown somewhere in a test.

use statsbidrag::problem::{Code, Language};

use crate::source::{rust, without_tests};

/// Kinds no test shows, and why.
const NOT_SHOWN: &[(&str, &str)] = &[];

/// Code that is not a test, and tests with their texts.
fn program_and_tests() -> (String, String) {
    let (mut program, mut tests) = (String::new(), String::new());
    for file in rust("src") {
        let own = without_tests(&file.code);
        if file.path.ends_with("/tests.rs") {
            tests.push_str(&file.text);
        } else if file.path != "src/problem/codes.rs" {
            program.push_str(own);
            tests.extend(file.text.lines().skip(own.lines().count()).flat_map(|line| [line, "\n"]));
        }
    }
    for file in rust("tests").into_iter().filter(|file| !file.path.starts_with("tests/tidy/")) {
        tests.push_str(&file.text);
    }
    (program, tests)
}

#[test]
fn every_code_is_raised_and_shown() {
    let (program, tests) = program_and_tests();
    let mut wrong = Vec::new();
    for kind in Code::ALL {
        let name = kind.name();
        if !program.contains(&format!("Code::{name}")) {
            wrong.push(format!("{name} is raised nowhere"));
        }
        let shown = tests.contains(&format!("Code::{name}"))
            || ["[", "\"", " "].iter().any(|before| {
                ["]", "\"", " "]
                    .iter()
                    .any(|after| tests.contains(&format!("{before}{name}{after}")))
            });
        let excused = NOT_SHOWN.iter().any(|(code, _)| *code == name);
        if shown == excused {
            let what = if shown { "is shown and needs no excuse" } else { "is shown in no test" };
            wrong.push(format!("{name} {what}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_says_what_to_do() {
    for kind in Code::ALL {
        for language in Language::ALL {
            let (title, about) = (kind.title(language), kind.about(language));
            assert!(about.ends_with('.'), "{kind}");
            assert!(title.starts_with(char::is_lowercase), "{kind}");
            assert!(!title.ends_with('.'), "{kind}");
        }
    }
}
