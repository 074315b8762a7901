//! Help and wrong usage: in Swedish, and to be told apart by the exit code.

use std::process::Stdio;

use statsbidrag::manifest::{Fil, Kontrollsumma};
use statsbidrag::pipeline::{Val, urval::Urval};
use statsbidrag::render::{Mallar, PdfStandard};

use crate::programmet::{programmet, svar};
use crate::run::mapp;

fn angett(argument: &[&str]) -> (Option<i32>, String, String) {
    let svar = svar(programmet().args(argument));
    (svar.kod, svar.ut, svar.fel)
}

#[test]
fn help_is_in_swedish_and_names_every_command() {
    let (kod, hjalp, fel) = angett(&["--help"]);
    assert_eq!((kod, fel.as_str()), (Some(0), ""));
    for vantat in [
        "Användning: statsbidrag <KOMMANDO>",
        "Kommandon:\n  generate     Gör årets alla dokument ur arbetsböckerna i en mapp\n",
        "\n  check        Läser arbetsböckerna i en mapp, prövar dem och räknar. Skriver inget\n",
        "\n  new          Gör ett nytt års arbetsböcker av föregående års\n",
        "\n  scaffold     Gör tomma arbetsböcker att fylla i för ett bidragsår\n",
        "\n  templates    Visar de inbyggda mallarna, lägger dem i en mapp att ändra i och prövar ändrade mallar\n",
        "  statsbidrag generate inputs/2024 ",
        "Slutkoder:\n  0  klart\n",
    ] {
        assert!(hjalp.contains(vantat), "{vantat:?} not in {hjalp}");
    }
    assert_eq!(angett(&["-h"]).1, hjalp);
}

#[test]
fn each_command_has_help_in_swedish() {
    for (kommando, vantat) in [
        ("generate", ["generate [FLAGGOR] <MAPP>", "--out <MAPP>", "--pdf-standard <STANDARD>"]),
        ("check", ["check [FLAGGOR] <MAPP>", "--format <FORM>", "Skriver inget"]),
        ("new", ["new [FLAGGOR] --from <ÅR|MAPP> <ÅR>", "--from <ÅR|MAPP>", "--out <MAPP>"]),
        ("scaffold", ["scaffold [FLAGGOR] <ÅR>", "--out <MAPP>", "<ÅR>"]),
        ("completions", ["completions <SKAL>", "bash", "-q, --quiet"]),
        ("man", ["statsbidrag man", "manualsida", "-h, --help"]),
        ("templates", ["templates <KOMMANDO>", "\n  export ", "\n  variables "]),
    ] {
        for flagga in ["-h", "--help"] {
            let (kod, hjalp, fel) = angett(&[kommando, flagga]);
            assert_eq!((kod, fel.as_str()), (Some(0), ""));
            for vantat in vantat {
                assert!(hjalp.contains(vantat), "{vantat:?} not in {hjalp}");
            }
            for engelska in
                ["Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "Print"]
            {
                assert!(!hjalp.contains(engelska), "{engelska} in {hjalp}");
            }
        }
    }
}

/// The version, and the checksums that the manifest of a run has: of each template by itself, there.
#[test]
fn the_version_is_the_packages_and_proves_which_program_it_is() {
    let run =
        Val { urval: Urval::default(), mallar: Mallar::inbyggda(), standard: PdfStandard::A3a }
            .korning(&[]);
    let mut templates: Vec<_> = run.mallar.iter().chain(&run.typsnitt).collect();
    templates.sort();
    let line = |file: &Fil| [file.sha256.clone(), "  ".into(), file.namn.clone(), "\n".into()];
    let lines: String = templates.into_iter().flat_map(line).collect();
    let vantat = format!(
        "statsbidrag {}\n\
         SHA-256 för källkoden:  {}\n\
         SHA-256 för Cargo.lock: {}\n\
         SHA-256 för mallarna:   {}\n",
        env!("CARGO_PKG_VERSION"),
        run.program.kallkod_sha256,
        run.program.cargo_lock_sha256,
        Kontrollsumma::av(lines.as_bytes())
    );
    assert_eq!(angett(&["--version"]), (Some(0), vantat.clone(), String::new()));
    assert_eq!(angett(&["-V"]).1, vantat);
}

#[test]
fn without_a_command_help_is_shown_and_the_usage_is_wrong() {
    let (kod, ut, fel) = angett(&[]);
    assert_eq!((kod, ut.as_str()), (Some(2), ""));
    assert!(fel.contains("Användning: statsbidrag <KOMMANDO>"), "{fel}");
}

#[test]
fn wrong_usage_says_what_was_wrong() {
    for (argument, vantat) in [
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
        (&["new", "2019", "--from", "2018"], "”2019” går inte för <ÅR>"),
        (&["scaffold", "2018"], "”2018” går inte för <ÅR>"),
        (&["scaffold", "nästa"], "”nästa” går inte för <ÅR>"),
    ] {
        let vantat = format!("fel: {vantat}\n\nSkriv statsbidrag --help för hjälp.\n");
        assert_eq!(angett(argument), (Some(2), String::new(), vantat), "{argument:?}");
    }
}

/// Whoever reads only the first line does not turn a good run into a bug.
#[test]
fn a_closed_pipe_does_not_stop_the_work() {
    let mapp = mapp(|_| {});
    for argument in ["check", "generate"] {
        let mut program = programmet();
        program.arg(argument).arg(mapp.indata());
        if argument == "generate" {
            program.arg("--out").arg(mapp.resultat());
        }
        let mut barn =
            program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop((barn.stdout.take(), barn.stderr.take()));
        assert_eq!(barn.wait().expect("it ends").code(), Some(0), "{argument}");
    }
    assert!(mapp.resultat().join("cirkular.pdf").is_file());
}
