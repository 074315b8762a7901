//! The program on a terminal of a certain width, which `script` makes: lines are folded and problems coloured,
//! and `NO_COLOR` is heard. Elsewhere the words are as they are, which every other test sees.

use std::process::Command;

use super::folder;
use crate::program::{Folder, answer_of, program};

/// What a terminal this wide shows when `check` finds fault, in this environment.
fn shown(folder: &Folder, columns: usize, environment: &str) -> String {
    let program = program().get_program().to_string_lossy().into_owned();
    let line = format!(
        "stty cols {columns} rows 50; env LC_ALL=C {environment} '{program}' check '{}'",
        folder.inputs().display()
    );
    let answer =
        answer_of(Command::new("script").args(["-qec", &line, "/dev/null"]).env_remove("NO_COLOR"));
    assert_eq!(answer.code, Some(1), "{answer:?}");
    answer.out.replace('\r', "")
}

/// The widths of the lines of what is shown, colours left out.
fn widths(shown: &str) -> Vec<usize> {
    console::strip_ansi_codes(shown).lines().map(console::measure_text_width).collect()
}

#[test]
fn a_terminal_gets_lines_of_its_width_with_problems_in_colour() {
    let folder = folder(|_| {}).with("läs detta.txt", b"x");
    let wide = shown(&folder, 200, "TERM=xterm");
    let narrow = shown(&folder, 40, "TERM=xterm");
    let red = "\u{1b}[31m\u{1b}[1mfel[F03]\u{1b}[0m läs detta.txt: programmet känner";
    assert!(wide.contains(&format!("{red} inte till filen\n")), "{wide}");
    assert!(
        narrow.contains("\u{1b}[1m  väntade:\u{1b}[0m lakemedel.xlsx,\n           "),
        "{narrow}"
    );
    assert!(widths(&wide).iter().any(|width| *width > 80), "{wide}");
    assert!(widths(&narrow).iter().all(|width| *width <= 40), "{narrow}");
    let without = shown(&folder, 40, "TERM=xterm NO_COLOR=1");
    assert!(!without.contains('\u{1b}'), "{without}");
    assert_eq!(widths(&without).iter().max(), widths(&narrow).iter().max());
    assert!(!shown(&folder, 40, "TERM=dumb").contains('\u{1b}'));
}
