//! The handbook shows what the program answers about 2024, to the letter.

#[cfg(feature = "typeset")]
use serde_json::Value;

use crate::document_set::inputs;
use crate::program::{answer_of, program};
#[cfg(feature = "typeset")]
use crate::proof::{document_set, json};

/// What officials read.
const HANDBOOK: &str = include_str!("../../../docs/handledning.md");

/// With no-break spaces as plain ones.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// What is shown as it was printed.
fn shown() -> Vec<String> {
    let fences = HANDBOOK.split("\n```text\n").skip(1);
    fences.filter_map(|rest| Some(format!("{}\n", rest.split_once("\n```")?.0))).collect()
}

#[test]
fn the_questions_of_the_handbook_have_answers() {
    let questions = HANDBOOK.lines().filter_map(|line| line.strip_prefix("statsbidrag explain "));
    // Of a finished paper it is asked elsewhere, beside one.
    let questions = questions.filter(|question| !question.starts_with("output/"));
    let mut answers = Vec::new();
    for question in questions {
        let words = question.split(' ');
        let mut command = program();
        command.arg("explain");
        for word in words {
            if word == "inputs/2024" {
                command.arg(inputs())
            } else {
                command.arg(word)
            };
        }
        let answer = answer_of(&mut command);
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{question}");
        answers.push(plain(&answer.out));
    }
    assert!(answers.len() > 3, "{} questions", answers.len());
    let verbatim = shown().into_iter().find(|text| text.contains("Omräknad från"));
    let verbatim = verbatim.expect("an answer that is shown");
    assert!(answers.contains(&verbatim), "the handbook shows another answer:\n{verbatim}");
}

#[test]
#[cfg(feature = "typeset")]
fn the_handbook_counts_what_there_is() {
    let proof = json("samstammighet.json");
    let files = document_set().files.len().to_string();
    let count = |key: &str| match &proof[key] {
        Value::Array(all) => all.len().to_string(),
        number => number.to_string(),
    };
    let digits = |text: &str| -> Vec<String> {
        let joined: Vec<_> = text.split(|c: char| !(c.is_ascii_digit() || c == ' ')).collect();
        let numbers = joined.iter().map(|part| part.replace(' ', ""));
        numbers.filter(|number| !number.is_empty()).collect()
    };
    let lines: Vec<_> = shown().iter().flat_map(|text| text.lines().map(plain)).collect();
    let line = |start: &str| {
        let found = lines.iter().find(|line| line.starts_with(start));
        digits(found.unwrap_or_else(|| panic!("no line begins with {start}")))
    };
    let counted = ["siffror", "dokument", "i_flera_dokument", "summor", "likheter"].map(count);
    assert_eq!(line("Prövat "), counted);
    assert_eq!(line("Klart: "), [files, "2024".to_owned()]);
}
