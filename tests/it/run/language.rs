//! The language that the user is spoken to in: asked for, or the system's. Problems, answers and codes follow it,
//! in the same order, and nothing else does.

use std::ffi::OsStr;

use serde_json::Value;
use statsbidrag::problem::{Code, Language};

use super::folder;
use crate::program::{Folder, Svar, answer_of, files, program};

/// The answer in a system of a locale.
fn in_locale<A: AsRef<OsStr>>(locale: &str, arguments: &[A]) -> Svar {
    let mut program = program();
    program.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", locale);
    answer_of(program.args(arguments))
}

/// A good folder, and results that may not be replaced.
fn in_the_way() -> Folder {
    let folder = folder(|_| {});
    std::fs::create_dir_all(folder.result()).expect("a folder");
    std::fs::write(folder.result().join("mitt.txt"), b"x").expect("a file");
    folder
}

/// `generate` of one document, with these flags.
fn generate(locale: &str, folder: &Folder, flags: &[&str]) -> Svar {
    let (from, to) = (folder.inputs(), folder.result());
    let own = ["generate".as_ref(), from.as_os_str(), "--out".as_ref(), to.as_os_str()];
    let only = ["--only", "beslut"].iter().chain(flags).map(OsStr::new);
    in_locale(locale, &own.into_iter().chain(only).collect::<Vec<_>>())
}

#[test]
fn problems_are_told_in_the_language_asked_for_else_the_systems() {
    let folder = in_the_way();
    let swedish = "är inget som programmet skriver där\n  hjälp:   flytta det, eller ange en annan";
    let english =
        "is not something that the program writes there\n  help:     move it, or name another";
    for (locale, flags, begins, says, ends) in [
        (
            "sv_SE.UTF-8",
            &[][..],
            "fel[U01] ",
            swedish,
            "1 fel. Inget har skrivits. Rätta och kör igen.\n",
        ),
        ("C", &[], "fel[U01] ", swedish, "igen.\n"),
        ("en_GB.UTF-8", &["--lang", "sv"], "fel[U01] ", swedish, "igen.\n"),
        ("en_GB.UTF-8", &[], "error[U01] ", english, "run again.\n"),
        (
            "sv_SE.UTF-8",
            &["--lang=en"],
            "error[U01] ",
            english,
            "1 error. Nothing has been written. Correct it and run again.\n",
        ),
    ] {
        let answer = generate(locale, &folder, flags);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let error = answer.error.trim_start();
        assert!(
            error.starts_with(begins) && error.contains(says) && error.ends_with(ends),
            "{error}"
        );
    }
}

#[test]
fn answers_for_programs_follow_the_language_and_say_which() {
    let folder = in_the_way();
    let json = |layout, lang| -> Value {
        let answer = generate("C", &folder, &["--format", layout, "--lang", lang]);
        serde_json::from_str(&answer.out).expect("JSON alone")
    };
    let (swedish, english) = (json("json", "sv"), json("json", "en"));
    assert_eq!((&swedish["sprak"], &english["sprak"]), (&"sv".into(), &"en".into()));
    let title = Code::U01.title(Language::English);
    assert_eq!(english["problem"][0]["rubrik"], title);
    for field in ["rubrik", "meddelande", "hjalp"] {
        assert_ne!(swedish["problem"][0][field], english["problem"][0][field], "{field}");
    }
    for field in ["kod", "allvar", "fil"] {
        assert_eq!(swedish["problem"][0][field], english["problem"][0][field], "{field}");
    }
    let log = json("sarif", "en");
    let run = &log["runs"][0];
    assert_eq!(
        (&run["language"], &run["tool"]["driver"]["language"]),
        (&"en".into(), &"en".into())
    );
    let text = run["results"][0]["message"]["text"].as_str().expect("text");
    assert!(text.contains("\nhelp: move it, or name another folder"), "{text}");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for (rule, code) in rules.iter().zip(Code::ALL) {
        assert_eq!(rule["shortDescription"]["text"], code.title(Language::English));
        assert_eq!(rule["fullDescription"]["text"], code.about(Language::English));
    }
}

#[test]
fn a_code_is_explained_in_either_language() {
    for (locale, language) in [("sv_SE", Language::Swedish), ("en_US", Language::English)] {
        let answer = in_locale(locale, &["explain", "I07"]);
        let (title, about) = (Code::I07.title(language), Code::I07.about(language));
        assert_eq!((answer.code, answer.out), (Some(0), format!("I07: {title}\n\n{about}\n")));
    }
}

#[test]
fn documents_are_the_same_in_every_language() {
    let sets = ["sv", "en"].map(|lang| {
        let folder = folder(|_| {});
        let answer = generate("C", &folder, &["--lang", lang]);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        files(&folder.result())
    });
    let [swedish, english] = &sets;
    assert!(swedish.len() > 3 && swedish == english);
}

/// Every command.
const COMMANDS: [&[&str]; 17] = [
    &[],
    &["generate"],
    &["check"],
    &["explain"],
    &["simulate"],
    &["diff"],
    &["verify"],
    &["archive"],
    &["scaffold"],
    &["new"],
    &["completions"],
    &["man"],
    &["templates"],
    &["templates", "list"],
    &["templates", "export"],
    &["templates", "check"],
    &["templates", "variables"],
];

/// Fails where something is Swedish outside ‘quotes’, which hold what is Swedish in any language.
fn assert_english(text: &str) {
    let outside: Vec<_> = text.split(['‘', '’']).step_by(2).collect();
    let outside = outside.concat();
    assert!(!outside.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö', '”']), "{text}");
    for word in ["Användning", "Flaggor", "FLAGGOR", "KOMMANDO", "MAPP", "Klart", "fel:"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn every_help_is_wholly_in_the_language_asked_for_or_the_systems() {
    for command in COMMANDS {
        for flag in ["--help", "-h"] {
            let help = |locale, own: &[&str]| {
                let answer = in_locale(locale, &[own, command, &[flag]].concat());
                assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
                answer.out
            };
            let (swedish, english) = (help("C", &[]), help("en_GB.UTF-8", &[]));
            assert!(english.contains("\nUsage: statsbidrag ") && english.contains("\nOptions:\n"));
            assert!(swedish.contains("\nAnvändning: statsbidrag "), "{swedish}");
            assert_english(&english);
            assert_eq!(help("C", &["--lang", "en"]), english);
            assert_eq!(help("C", &["--lang=en"]), english);
            assert_eq!(help("en_US", &["--lang", "sv"]), swedish);
            let after = in_locale("C", &[command, &[flag, "--lang", "en"]].concat());
            assert_eq!(after.out, english);
        }
    }
    let help = in_locale("en_US", &["generate", "--help"]).out;
    for expected in [
        "Usage: statsbidrag generate [OPTIONS] <FOLDER>\n",
        "\nArguments:\n  <FOLDER>\n          The folder with the year's workbooks",
        "\nOptions:\n      --out <FOLDER>\n",
    ] {
        assert!(help.contains(expected), "{expected:?} not in {help}");
    }
    let nothing = in_locale::<&str>("en_US", &[]);
    assert_eq!((nothing.code, nothing.out.as_str()), (Some(2), ""));
    assert!(nothing.error.contains("Usage: statsbidrag <COMMAND>"), "{nothing:?}");
    assert_english(&nothing.error);
}

#[test]
fn the_manual_page_completions_and_version_follow_the_language() {
    let english = |arguments: &[&str]| {
        let answer = in_locale("C", &[&["--lang", "en"], arguments].concat());
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
        assert_english(&answer.out);
        assert_ne!(in_locale("C", arguments).out, answer.out, "{arguments:?}");
        answer.out
    };
    let page = english(&["man"]);
    for heading in [
        ".SH NAME\n",
        ".SH SYNOPSIS\n",
        ".SH DESCRIPTION\n",
        ".SH OPTIONS\n",
        ".SH COMMANDS\n",
        ".SS \"statsbidrag generate [OPTIONS] <FOLDER>\"\n",
        ".SH \"COMMON COMMANDS, EXIT CODES AND ENVIRONMENT\"\n",
        "Exit codes:\n",
    ] {
        assert!(page.contains(heading), "{heading:?} not in {page}");
    }
    for heading in ["NAMN", "SYNTAX", "BESKRIVNING", "FLAGGOR", "Slutkoder"] {
        assert!(!page.contains(heading), "{heading} in {page}");
    }
    for shell in ["zsh", "fish", "powershell", "elvish"] {
        let script = english(&["completions", shell]);
        assert!(script.contains("The folder"), "{script}");
        assert!(shell != "fish" || script.contains("for people"), "{script}");
    }
    let version = english(&["--version"]);
    assert!(version.contains("\nSHA-256 of the source:     "), "{version}");
}

#[test]
fn wrong_usage_is_told_in_english() {
    for (arguments, expected) in [
        (&["generat"][..], "there is no command ‘generat’; did you mean generate?"),
        (&["check"], "<FOLDER> is missing"),
        (&["check", "a", "b"], "‘b’ is not recognised"),
        (&["check", "a", "--hlep"], "‘--hlep’ is not recognised; did you mean --help?"),
        (&["generate", "a", "--out"], "--out <FOLDER> has no value"),
        (&["generate", "a", "--out", "b", "--out", "c"], "--out <FOLDER> can be given only once"),
        (
            &["check", "a", "--format", "xml"],
            "--format <FORMAT> cannot be ‘xml’; choose among text, json, sarif",
        ),
        (
            &["explain", "a", "b", "--table", "5"],
            "[FIGURE] cannot be combined with --table <NUMBER>",
        ),
        (&["new", "2025"], "--from <YEAR|FOLDER> is missing"),
        (
            &["scaffold", "next"],
            "‘next’ is not a year that the program takes; give one up to 2034, for example 2025",
        ),
    ] {
        let answer = in_locale("en_IE.UTF-8", arguments);
        let expected = format!("error: {expected}\n\nType statsbidrag --help for help.\n");
        assert_eq!((answer.code, answer.out, answer.error), (Some(2), String::new(), expected));
    }
    let folder = folder(|_| {});
    let from = folder.inputs();
    let from = from.to_str().expect("UTF-8");
    for (arguments, expected) in [
        (&["explain", "I99"][..], "there is no problem code I99"),
        (&["explain", from], "say which figure: by its name, or with --table and --region"),
        (&["explain", from, "x.y"], "there is no figure ‘x.y’; the nearest are\n  "),
        (
            &["explain", from, "--table", "5", "--region", "atlantis"],
            "there is no region ‘atlantis’",
        ),
        (
            &["explain", from, "--table", "99", "--region", "skane"],
            "there is no table ‘99’ in any document",
        ),
        (&["explain", from, "cirkular.tabell5.skane.x"], "the row has no figure ‘x’ (it has "),
        (
            &["explain", from, "--table", "5", "--region", "skane", "--document", "x"],
            "there is no document ‘x’",
        ),
        (&["templates", "variables", "cirkulr"], "there is no document ‘cirkulr’"),
        (&["generate", from, "--region", "atlantis"], "there is no region ‘atlantis’"),
        (
            &["new", "2027", "--from", from],
            "the workbooks in --from are for 2024, and the year after it is 2025, not 2027",
        ),
    ] {
        let answer = in_locale("en_IE.UTF-8", arguments);
        assert_eq!(
            (answer.code, answer.error.starts_with("error: ")),
            (Some(2), true),
            "{answer:?}"
        );
        assert!(answer.error.contains(expected), "{expected:?} not in {answer:?}");
    }
}

#[test]
fn what_goes_well_is_told_in_english() {
    let folder = folder(|_| {});
    let answer = generate("en_GB", &folder, &[]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    for expected in
        ["Read      ", "Computed  ", " figures (", "Checked   ", "Typeset   ", "\nDone: "]
    {
        assert!(answer.out.contains(expected), "{expected:?} not in {answer:?}");
    }
    assert!(answer.out.contains(" in 1 document agree; "), "{answer:?}");
    let from = folder.inputs();
    let from = from.to_str().expect("UTF-8");
    let checked = in_locale("en_GB", &["check", from]).out;
    assert!(
        checked.contains("\nThe workbooks are correctly filled in and consistent. ("),
        "{checked}"
    );
    let figure = ["explain", from, "--table", "5", "--region", "skane"];
    let (explained, swedish) = (in_locale("en_GB", &figure).out, in_locale("C", &figure).out);
    for (expected, own) in [
        ("\nCells\n", "\nCeller\n"),
        ("\nSources\n", "\nKällor\n"),
        (" more figures: --all shows all", " siffror till: --all visar alla"),
    ] {
        assert!(explained.contains(expected) && swedish.contains(own), "{explained}");
        assert!(!explained.contains(own), "{explained}");
    }
    assert!(
        explained.contains("\nComputed again from ")
            && explained.contains(" cells: the same value.")
    );
    let list = in_locale("en_GB", &["templates", "list"]).out;
    assert!(
        list.contains("  for all documents\n") && list.contains("  makes cirkular\n"),
        "{list}"
    );
    assert!(list.contains(" files. statsbidrag templates export FOLDER puts them"), "{list}");
    let variables = in_locale("en_GB", &["templates", "variables", "cirkular"]).out;
    assert!(variables.contains("  figure\n") && variables.contains("  text or number\n"));
    assert_english(&variables);
}

#[test]
fn a_language_that_is_not_spoken_is_wrong_usage() {
    let answer = in_locale("C", &["check", "x", "--lang", "de"]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""));
    assert!(
        answer.error.contains("”de”") && answer.error.contains("välj bland sv, en"),
        "{answer:?}"
    );
}
