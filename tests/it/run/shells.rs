//! What shells and `man` are told: every command and flag there is, in Swedish.

use std::process::Command;

use crate::program::{answer_of, program};

const COMMANDS: [&str; 7] =
    ["generate", "check", "explain", "scaffold", "new", "completions", "man"];

/// What the program writes when it is given this.
fn written(argument: &[&str]) -> String {
    let answer = answer_of(program().args(argument));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{argument:?}");
    answer.out
}

/// The commands and long flags that help names.
fn in_help() -> Vec<String> {
    let mut words = Vec::new();
    for command in COMMANDS {
        words.push(command.to_owned());
        let help = written(&[command, "-h"]);
        let flags = help.split_whitespace().filter(|word| word.starts_with("--"));
        words.extend(flags.map(|flag| flag.trim_end_matches(',').to_owned()));
    }
    assert!(words.len() > 20, "{words:?}");
    words
}

#[test]
fn every_shell_is_told_of_every_command_and_flag() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = written(&["completions", shell]);
        for word in in_help() {
            // fish names flags without their hyphens.
            let word = if shell == "fish" { word.trim_start_matches('-') } else { &word };
            assert!(script.contains(word), "{word} is not in what {shell} is told");
        }
        assert!(!script.contains("Print help"), "{shell} is told in English");
    }
}

/// The script in the hands of the shell it is for.
#[cfg(unix)]
#[test]
fn bash_completes_commands_flags_and_values() {
    let script = written(&["completions", "bash"]);
    for (line, expected) in [
        ("statsbidrag gen", "generate"),
        ("statsbidrag generate --te", "--templates"),
        ("statsbidrag check --format sa", "sarif"),
        ("statsbidrag completions po", "powershell"),
    ] {
        let words: Vec<_> = line.split(' ').collect();
        let (last, before) = (words.len() - 1, words.len() - 2);
        let ask = format!(
            "{script}\nCOMP_WORDS=({line}); COMP_CWORD={last}\n\
             _statsbidrag statsbidrag '{}' '{}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
            words[last], words[before]
        );
        let answer = answer_of(Command::new("bash").args(["--norc", "-c", &ask]));
        assert_eq!(
            (answer.out.as_str(), answer.error.as_str()),
            (format!("{expected}\n").as_str(), ""),
            "{line}"
        );
    }
}

#[test]
fn the_manual_page_is_in_swedish_and_tells_of_every_command_and_flag() {
    let page = written(&["man"]);
    let plain = page.replace("\\-", "-");
    assert!(page.starts_with(".ie"), "{page:.80}");
    let title = format!(".TH statsbidrag 1  \"statsbidrag {}\"", env!("CARGO_PKG_VERSION"));
    assert!(page.contains(&title), "{title} is not in {page:.200}");
    let headings: Vec<_> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    assert_eq!(
        headings,
        [
            "NAMN",
            "SYNTAX",
            "BESKRIVNING",
            "FLAGGOR",
            "KOMMANDON",
            "\"VANLIGA KOMMANDON, SLUTKODER OCH MILJÖ\""
        ]
    );
    for command in COMMANDS {
        assert!(plain.contains(&format!(".SS \"statsbidrag {command}")), "{command}");
    }
    for word in in_help() {
        assert!(plain.contains(&word), "{word} is not in the manual page");
    }
    for english in ["Print help", "Possible values", "default:", "OPTIONS"] {
        assert!(!plain.contains(english), "{english} is in the manual page");
    }
    // Commands to copy are not folded.
    let copied = "\n.nf\n  statsbidrag man | man -l -\n";
    assert!(plain.contains(copied), "{copied:?} is not in {plain}");
    assert_eq!(page.matches("\n.nf\n").count(), page.matches("\n.fi\n").count());
}
