//! The command: what it is given, what it answers, and that it writes only where nothing is.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::document_set;
use crate::new_year::NEW_YEAR;
use crate::program::{Svar, answer_of, files, program};

/// A folder with `inputs/2024` in it, to run the program in.
fn at_home() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let inputs = root.path().join("inputs/2024");
    fs::create_dir_all(&inputs).expect("a folder");
    for (name, bytes) in files(&document_set::inputs()) {
        fs::write(inputs.join(name), bytes).expect("a file");
    }
    root
}

fn new(root: &Path, argument: &[&str]) -> Svar {
    let mut program: Command = program();
    answer_of(program.current_dir(root).arg("new").args(argument))
}

/// What it answers at the end, without the time.
fn at_last(answer: &Svar) -> &str {
    let row = answer.out.lines().last().unwrap_or_default();
    row.rsplit_once(" (").map_or(row, |(text, _)| text)
}

#[test]
fn the_year_before_is_named_by_its_number_or_its_folder() {
    let root = at_home();
    let count = NEW_YEAR.workbooks.len();
    for (argument, out) in [
        (&["2025", "--from", "2024"][..], "inputs/2025"),
        (&["2025", "--from", "inputs/2024", "--out", "utkast"], "utkast"),
        (&["--from", "./inputs/2024/", "2025", "--out", "ny mapp/2025"], "ny mapp/2025"),
    ] {
        let answer = new(root.path(), argument);
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
        let expected = format!(
            "Klart: {count} arbetsböcker i {out}; statsbidrag check {out} visar vad som återstår"
        );
        assert_eq!(at_last(&answer), expected);
        assert!(files(&root.path().join(out)) == NEW_YEAR.workbooks, "{out}");
    }
}

/// The workbooks of some grants are those of all: nothing in them tells which others were wanted.
#[test]
fn some_workbooks_are_begun_by_themselves() {
    let root = at_home();
    for (only, expected) in [
        ("lakemedel", &["lakemedel.xlsx"][..]),
        ("besked", &["besked.xlsx"]),
        ("betalningsplan,beredskap", &["beredskap.xlsx", "lakemedel.xlsx", "regleringsbrev.xlsx"]),
    ] {
        let out = format!("ny {only}");
        let answer = new(root.path(), &["2025", "--from", "2024", "--only", only, "--out", &out]);
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
        let made = files(&root.path().join(out));
        assert!(made.keys().eq(expected), "{:?}", made.keys());
        assert!(made.iter().all(|(name, bytes)| NEW_YEAR.workbooks[name] == *bytes));
    }
    // The decision that it names is another workbook: without it, it is begun all the same.
    let decision = root.path().join("inputs/2024/beslut-sektorsbidrag.xlsx");
    let kept = fs::read(&decision).expect("a file");
    fs::remove_file(&decision).expect("a file");
    let flags = ["2025", "--from", "2024", "--only", "besked", "--out", "utan beslut"];
    let answer = new(root.path(), &flags);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    fs::write(&decision, kept).expect("a file");
    fs::remove_file(root.path().join("inputs/2024/besked.xlsx")).expect("a file");
    let answer = new(root.path(), &["2025", "--from", "2024", "--only", "besked"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.error.contains("fel[F02] inputs/2024: besked.xlsx saknas"), "{}", answer.error);
    let answer = new(root.path(), &["2025", "--from", "2024"]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    assert_eq!(files(&root.path().join("inputs/2025")).len(), NEW_YEAR.workbooks.len() - 1);
    assert!(answer.out.contains("varning[F10] besked.xlsx: "), "{}", answer.out);
}

#[test]
fn a_folder_that_is_there_is_left_alone() {
    let root = at_home();
    fs::create_dir_all(root.path().join("inputs/2025")).expect("a folder");
    let answer = new(root.path(), &["2025", "--from", "2024"]);
    assert_eq!(answer.code, Some(1));
    let expected = "inputs/2025: mappen finns redan\n  \
                  hjälp:   flytta den, eller ange en annan mapp";
    assert!(answer.error.contains(expected), "{}", answer.error);
    assert_eq!(files(&root.path().join("inputs/2025")).len(), 0);
}

#[test]
fn only_the_year_after_can_be_begun() {
    let root = at_home();
    for year in ["2026", "2024", "2020"] {
        let answer = new(root.path(), &[year, "--from", "2024"]);
        let expected = format!(
            "fel: arbetsböckerna i --from är för 2024, och året efter det är 2025, inte {year}\n"
        );
        assert_eq!((answer.code, answer.error), (Some(2), expected));
    }
    assert!(!root.path().join("inputs/2026").exists());
}

#[test]
fn a_year_with_problems_is_no_ground_for_the_next() {
    let root = at_home();
    fs::write(root.path().join("inputs/2024/lakemedel.xlsx"), b"x").expect("a file");
    let answer = new(root.path(), &["2025", "--from", "2024"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.error.contains("fel[F04] lakemedel.xlsx: "), "{}", answer.error);
    assert!(
        answer.error.ends_with("Inget har skrivits. Rätta och kör igen.\n"),
        "{}",
        answer.error
    );
    assert!(!root.path().join("inputs/2025").exists());
    let answer = new(root.path(), &["2025", "--from", "2023"]);
    assert!(answer.error.contains("fel[F01] inputs/2023: "), "{}", answer.error);
}

/// What is wrong with a workbook that nothing is taken from does not stop those that are wanted.
#[test]
fn a_workbook_is_begun_beside_another_with_problems() {
    let root = at_home();
    fs::write(root.path().join("inputs/2024/lakemedel.xlsx"), b"x").expect("a file");
    for only in ["beredskap", "besked"] {
        let answer = new(root.path(), &["2025", "--from", "2024", "--only", only, "--out", only]);
        assert_eq!(answer.code, Some(0), "{only}: {answer:?}");
        let made = files(&root.path().join(only));
        assert!(made.keys().eq([&format!("{only}.xlsx")]), "{:?}", made.keys());
    }
    let answer = new(root.path(), &["2025", "--from", "2024", "--only", "regleringsbrev"]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("fel[F04] lakemedel.xlsx: "), "{}", answer.error);
}
