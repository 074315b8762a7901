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
    let only = ["--only", "sektorsbidrag"].iter().chain(flags).map(OsStr::new);
    in_locale(locale, &own.into_iter().chain(only).collect::<Vec<_>>())
}

#[test]
fn problems_are_told_in_the_language_asked_for_else_the_systems() {
    let folder = in_the_way();
    let swedish = "är inget som programmet skriver där\n  hjälp:   flytta det, eller ange en annan";
    let english = "is nothing that the program writes there\n  help:     move it, or name another";
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

#[test]
fn a_language_that_is_not_spoken_is_wrong_usage() {
    let answer = in_locale("C", &["check", "x", "--lang", "de"]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""));
    assert!(
        answer.error.contains("”de”") && answer.error.contains("välj bland sv, en"),
        "{answer:?}"
    );
}
