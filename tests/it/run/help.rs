//! Help and wrong usage: in Swedish, and to be told apart by the exit code.

use std::process::Stdio;

use statsbidrag::manifest::{Checksum, Fil};
use statsbidrag::pipeline::{Options, selection::Selection};
use statsbidrag::render::{PdfStandard, Templates};

use crate::program::{answer_of, program};
use crate::run::folder;

fn given_value(argument: &[&str]) -> (Option<i32>, String, String) {
    let answer = answer_of(program().args(argument));
    (answer.code, answer.out, answer.error)
}

#[test]
fn help_is_in_swedish_and_names_every_command() {
    let (code, help, error) = given_value(&["--help"]);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    for expected in [
        "Användning: statsbidrag <KOMMANDO>",
        "Kommandon:\n  generate     Gör årets alla dokument ur arbetsböckerna i en mapp\n",
        "\n  check        Läser arbetsböckerna i en mapp, prövar dem och räknar. Gör inga dokument\n",
        "\n  new          Gör ett nytt års arbetsböcker av föregående års\n",
        "\n  scaffold     Gör tomma arbetsböcker att fylla i för ett bidragsår\n",
        "\n  templates    Visar de inbyggda mallarna, lägger dem i en mapp att ändra i och prövar ändrade mallar\n",
        "  statsbidrag generate inputs/2024 ",
        "Slutkoder:\n  0  klart\n",
    ] {
        assert!(help.contains(expected), "{expected:?} not in {help}");
    }
    assert_eq!(given_value(&["-h"]).1, help);
}

#[test]
fn each_command_has_help_in_swedish() {
    for (command, expected) in [
        ("generate", ["generate [FLAGGOR] <MAPP>", "--out <MAPP>", "--pdf-standard <STANDARD>"]),
        ("check", ["check [FLAGGOR] <MAPP>", "--format <FORM>", "Gör inga dokument"]),
        ("verify", ["verify [FLAGGOR] <MAPP|PAKET>", "--run-id <ID>", "--strict"]),
        ("archive", ["archive [FLAGGOR] <MAPP>", "--replaces <PAKET>", "--unpacked"]),
        ("new", ["new [FLAGGOR] --from <ÅR|MAPP> <ÅR>", "--from <ÅR|MAPP>", "--out <MAPP>"]),
        ("scaffold", ["scaffold [FLAGGOR] <ÅR>", "--out <MAPP>", "<ÅR>"]),
        ("completions", ["completions <SKAL>", "bash", "-q, --quiet"]),
        ("man", ["statsbidrag man", "manualsida", "-h, --help"]),
        ("templates", ["templates <KOMMANDO>", "\n  export ", "\n  variables "]),
    ] {
        for flag in ["-h", "--help"] {
            let (code, help, error) = given_value(&[command, flag]);
            assert_eq!((code, error.as_str()), (Some(0), ""));
            for expected in expected {
                assert!(help.contains(expected), "{expected:?} not in {help}");
            }
            for english in
                ["Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "Print"]
            {
                assert!(!help.contains(english), "{english} in {help}");
            }
        }
    }
}

/// The version, and the checksums that the manifest of a run has: of each template by itself, there.
#[test]
fn the_version_is_the_packages_and_proves_which_program_it_is() {
    let run = Options {
        selection: Selection::default(),
        templates: Templates::builtin(),
        standard: PdfStandard::A3a,
    }
    .run(&[]);
    let mut templates: Vec<_> = run.mallar.iter().chain(&run.typsnitt).collect();
    templates.sort();
    let line = |file: &Fil| [file.sha256.clone(), "  ".into(), file.namn.clone(), "\n".into()];
    let lines: String = templates.into_iter().flat_map(line).collect();
    let expected = format!(
        "statsbidrag {}\n\
         SHA-256 för källkoden:  {}\n\
         SHA-256 för Cargo.lock: {}\n\
         SHA-256 för mallarna:   {}\n",
        env!("CARGO_PKG_VERSION"),
        run.program.kallkod_sha256,
        run.program.cargo_lock_sha256,
        Checksum::of(lines.as_bytes())
    );
    assert_eq!(given_value(&["--version"]), (Some(0), expected.clone(), String::new()));
    assert_eq!(given_value(&["-V"]).1, expected);
}

#[test]
fn without_a_command_help_is_shown_and_the_usage_is_wrong() {
    let (code, out, error) = given_value(&[]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(error.contains("Användning: statsbidrag <KOMMANDO>"), "{error}");
}

#[test]
fn wrong_usage_says_what_was_wrong() {
    for (argument, expected) in [
        (&["generat"][..], "kommandot ”generat” finns inte; menade du generate?"),
        (&["räkna"], "kommandot ”räkna” finns inte"),
        (&["check"], "<MAPP> saknas"),
        (&["check", "a", "b"], "”b” känns inte igen"),
        (&["check", "a", "--hlep"], "”--hlep” känns inte igen; menade du --help?"),
        (&["check", "a", "--out", "b"], "”--out” känns inte igen"),
        (&["generate", "a", "--out"], "--out <MAPP> saknar värde"),
        (&["generate", "a", "--out", "b", "--out", "c"], "--out <MAPP> kan bara anges en gång"),
        (
            &["generate", "a", "--pdf-standard", "a-1b"],
            "--pdf-standard <STANDARD> kan inte vara ”a-1b”; välj bland a-3a, a-2a",
        ),
        (&["explain", "a", "b", "--table", "5"], "[SIFFRA] går inte ihop med --table <NUMMER>"),
        (
            &["check", "a", "--format", "xml"],
            "--format <FORM> kan inte vara ”xml”; välj bland text, json, sarif",
        ),
        (&["completions"], "<SKAL> saknas"),
        (&["new", "2025"], "--from <ÅR|MAPP> saknas"),
        (
            &["new", "2019", "--from", "2018"],
            "”2019” är inget årtal som programmet tar; ange ett till och med 2034, till exempel 2025",
        ),
        (
            &["scaffold", "2018"],
            "”2018” är inget årtal som programmet tar; ange ett till och med 2034, till exempel 2025",
        ),
        (
            &["scaffold", "nästa"],
            "”nästa” är inget årtal som programmet tar; ange ett till och med 2034, till exempel 2025",
        ),
    ] {
        let expected = format!("fel: {expected}\n\nSkriv statsbidrag --help för hjälp.\n");
        assert_eq!(given_value(argument), (Some(2), String::new(), expected), "{argument:?}");
    }
}

/// Whoever reads only the first line does not turn a good run into a bug.
#[test]
fn a_closed_pipe_does_not_stop_the_work() {
    let folder = folder(|_| {});
    for argument in ["check", "generate"] {
        let mut program = program();
        program.arg(argument).arg(folder.inputs());
        if argument == "generate" {
            program.arg("--out").arg(folder.result());
        }
        let mut child =
            program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{argument}");
    }
    assert!(folder.result().join("cirkular.pdf").is_file());
}
