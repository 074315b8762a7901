//! The command: what it is given, what it answers, and that it writes only where nothing is.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::new_year::NYTT;
use crate::programmet::{Svar, filer, programmet, svar};
use crate::uppsattning;

/// A folder with `inputs/2024` in it, to run the program in.
fn hemma() -> tempfile::TempDir {
    let rot = tempfile::tempdir().expect("a folder");
    let inputs = rot.path().join("inputs/2024");
    fs::create_dir_all(&inputs).expect("a folder");
    for (namn, bytes) in filer(&uppsattning::indata()) {
        fs::write(inputs.join(namn), bytes).expect("a file");
    }
    rot
}

fn new(rot: &Path, argument: &[&str]) -> Svar {
    let mut program: Command = programmet();
    svar(program.current_dir(rot).arg("new").args(argument))
}

/// What it answers at the end, without the time.
fn sist(svar: &Svar) -> &str {
    let rad = svar.ut.lines().last().unwrap_or_default();
    rad.rsplit_once(" (").map_or(rad, |(text, _)| text)
}

#[test]
fn the_year_before_is_named_by_its_number_or_its_folder() {
    let rot = hemma();
    let antal = NYTT.arbetsbocker.len();
    for (argument, ut) in [
        (&["2025", "--from", "2024"][..], "inputs/2025"),
        (&["2025", "--from", "inputs/2024", "--out", "utkast"], "utkast"),
        (&["--from", "./inputs/2024/", "2025", "--out", "ny mapp/2025"], "ny mapp/2025"),
    ] {
        let svar = new(rot.path(), argument);
        assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
        let vantat = format!(
            "Klart: {antal} arbetsböcker ligger i {ut}; statsbidrag check {ut} visar vad som återstår"
        );
        assert_eq!(sist(&svar), vantat);
        assert!(filer(&rot.path().join(ut)) == NYTT.arbetsbocker, "{ut}");
    }
}

#[test]
fn a_folder_that_is_there_is_left_alone() {
    let rot = hemma();
    fs::create_dir_all(rot.path().join("inputs/2025")).expect("a folder");
    let svar = new(rot.path(), &["2025", "--from", "2024"]);
    assert_eq!(svar.kod, Some(1));
    let vantat = "inputs/2025: mappen finns redan\n  \
                  hjälp:   flytta den, eller ange en annan mapp med --out";
    assert!(svar.fel.contains(vantat), "{}", svar.fel);
    assert_eq!(filer(&rot.path().join("inputs/2025")).len(), 0);
}

#[test]
fn only_the_year_after_can_be_begun() {
    let rot = hemma();
    for ar in ["2026", "2024", "2020"] {
        let svar = new(rot.path(), &[ar, "--from", "2024"]);
        let vantat = format!(
            "fel: arbetsböckerna i --from är för 2024, och året efter det är 2025, inte {ar}\n"
        );
        assert_eq!((svar.kod, svar.fel), (Some(2), vantat));
    }
    assert!(!rot.path().join("inputs/2026").exists());
}

#[test]
fn a_year_with_problems_is_no_ground_for_the_next() {
    let rot = hemma();
    fs::write(rot.path().join("inputs/2024/lakemedel.xlsx"), b"x").expect("a file");
    let svar = new(rot.path(), &["2025", "--from", "2024"]);
    assert_eq!(svar.kod, Some(1));
    assert!(svar.fel.contains("fel[F04] lakemedel.xlsx: "), "{}", svar.fel);
    assert!(svar.fel.ends_with("Inget har skrivits. Rätta och kör igen.\n"), "{}", svar.fel);
    assert!(!rot.path().join("inputs/2025").exists());
    let svar = new(rot.path(), &["2025", "--from", "2023"]);
    assert!(svar.fel.contains("fel[F01] inputs/2023: "), "{}", svar.fel);
}
