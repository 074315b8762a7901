//! What can be in the way of writing: a full disk, no permission, files open or foreign, another run. Each
//! is a problem with a name, and nothing that was there is touched.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Command;

use statsbidrag::output::OutputSet;

use crate::all_or_nothing::{MANIFEST, beside, folder, is_lock, old, set, whole};
use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files, program};

fn generate(folder: &Folder, out: &Path) -> Svar {
    answer_of(program().arg("generate").arg(folder.inputs()).arg("--out").arg(out))
}

/// The one problem of a run that could not write.
fn assert_u01(answer: &Svar, place: &Path, expected: &str) {
    let expected = format!(
        "\nfel[U01] {}: {expected}\n\n1 fel. Inget har skrivits. Rätta och kör igen.\n",
        place.display()
    );
    assert_eq!((answer.code, answer.error.as_str()), (Some(1), expected.as_str()), "{answer:?}");
}

fn with_the_old(folder: &Folder) {
    old(&folder.result());
}

fn assert_old(folder: &Folder) {
    let old = [("cirkular.pdf", "gammal"), ("manifest.json", MANIFEST)];
    let old = old.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    assert!(files(&folder.result()) == old.into());
    assert_eq!(beside(&folder.beside("ut data")), ["2024"]);
}

/// A folder that is not known to hold a set is not replaced, even if its files have the names of one: the
/// table of a document may be called as a workbook is.
#[test]
fn a_folder_without_a_manifest_is_no_set() {
    let folder = folder();
    with_the_old(&folder);
    fs::remove_file(folder.result().join("manifest.json")).expect("a file");
    let answer = folder.generate();
    let expected = "”cirkular.pdf” ligger i mappen men är inget som programmet skriver där";
    assert_u01(&answer, &folder.result(), &format!("{expected}{RENAME_TO}"));
    assert_eq!(fs::read(folder.result().join("cirkular.pdf")).expect("a file"), b"gammal");
}

const RENAME_TO: &str = "\n  hjälp:   flytta det, eller ange en annan mapp";

/// The system's own limit for the size of a file stands in for a disk that ends: both are met in the middle
/// of a file.
#[cfg(unix)]
#[test]
fn a_disk_that_ends_in_the_middle_of_a_file_leaves_the_old_set() {
    let folder = folder();
    with_the_old(&folder);
    let mut reason = Command::new("sh");
    reason.args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\""]);
    reason
        .env("LC_ALL", "C")
        .arg(env!("CARGO_BIN_EXE_statsbidrag"))
        .arg("generate")
        .arg(folder.inputs());
    let answer = answer_of(reason.arg("--out").arg(folder.result()));
    let expected = "en fil blir större än disken eller kvoten tillåter\n  \
                  hjälp:   frigör utrymme, eller ange en annan mapp";
    assert_u01(&answer, &folder.result(), expected);
    assert_old(&folder);
}

/// Root may write anywhere, so as root the program is run as someone else.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let right_value = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
    };
    let folder = folder();
    with_the_old(&folder);
    let around = folder.beside("ut data");
    let mut program = program();
    if fs::metadata(&around).expect("a folder").uid() == 0 {
        let copy = folder.beside("programmet");
        fs::copy(env!("CARGO_BIN_EXE_statsbidrag"), &copy).expect("a copy");
        for folder in folder.inputs().ancestors().take(4) {
            right_value(folder, 0o755);
        }
        program = Command::new(copy);
        program.env("LC_ALL", "C");
        program.uid(NOBODY).gid(NOBODY);
    }
    right_value(&around, 0o555);
    let answer =
        answer_of(program.arg("generate").arg(folder.inputs()).arg("--out").arg(folder.result()));
    right_value(&around, 0o755);
    let expected = "mappen eller en fil i den får inte skrivas\n  \
                  hjälp:   stäng filer som är öppna i andra program, och kontrollera behörigheten";
    assert_u01(&answer, &folder.result(), expected);
    assert_old(&folder);
}

#[test]
fn a_file_in_the_way_is_named_and_kept() {
    let folder = folder();
    let file = folder.beside("en fil åäö.txt");
    fs::write(&file, "min").expect("a file");
    for out in [file.clone(), file.join("2024")] {
        assert_u01(
            &generate(&folder, &out),
            &out,
            &format!("något annat än en mapp ligger i vägen{RENAME_TO}"),
        );
        assert_eq!(fs::read_to_string(&file).expect("a file"), "min");
    }
    assert_eq!(beside(&folder.beside("")), ["en fil åäö.txt", "in data"]);
}

#[test]
fn what_the_program_did_not_write_is_never_removed() {
    let folder = folder();
    with_the_old(&folder);
    fs::create_dir(folder.result().join("mina")).expect("a folder");
    for name in ["anteckningar.txt", "mina/brev.pdf"] {
        fs::write(folder.result().join(name), "mina").expect("a file");
    }
    let before = files(&folder.beside(""));
    let answer = folder.generate();
    let expected =
        "”anteckningar.txt” (och 1 till) ligger i mappen men är inget som programmet skriver där";
    assert_u01(&answer, &folder.result(), &format!("{expected}{RENAME_TO}"));
    // Nor are the workbooks, if someone takes the one folder for the other.
    let answer = generate(&folder, &folder.inputs());
    let mut books: Vec<_> = data_2024::all().iter().map(|(name, _)| *name).collect();
    books.sort_unstable();
    let [first_of_all, more @ ..] = books.as_slice() else { panic!("there are no workbooks") };
    let to = if more.is_empty() { String::new() } else { format!(" (och {} till)", more.len()) };
    let expected =
        format!("”{first_of_all}”{to} ligger i mappen men är inget som programmet skriver där");
    assert_u01(&answer, &folder.inputs(), &format!("{expected}{RENAME_TO}"));
    let mut after = files(&folder.beside(""));
    after.retain(|name, _| !is_lock(name));
    assert!(after == before, "{:?}", after.keys());
}

#[test]
fn what_systems_leave_in_a_folder_is_no_ones() {
    let folder = folder();
    with_the_old(&folder);
    for name in
        [".DS_Store", "Thumbs.db", "desktop.ini", "~$cirkular.xlsx", ".~lock.cirkular.xlsx#"]
    {
        fs::write(folder.result().join(name), "x").expect("a file");
    }
    let answer = folder.generate();
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    assert!(!folder.result().join(".DS_Store").exists());
}

#[test]
fn a_target_without_a_name_is_refused() {
    let folder = folder();
    for out in ["..", "/"] {
        let answer = answer_of(
            program()
                .current_dir(folder.beside(""))
                .arg("generate")
                .arg(folder.inputs())
                .args(["--out", out]),
        );
        let expected = "målet måste vara en mapp med ett namn\n  hjälp:   ange en annan mapp";
        assert_u01(&answer, Path::new(out), expected);
    }
}

#[test]
fn two_runs_at_once_do_not_write_the_same_folder() {
    let folder = folder();
    with_the_old(&folder);
    let first = OutputSet::open(&folder.result()).unwrap_or_else(|problems| panic!("{problems}"));
    let answer = folder.generate();
    let expected = "en annan körning skriver till samma mapp\n  hjälp:   vänta tills den är klar";
    assert_u01(&answer, &folder.result(), expected);
    assert_old(&folder);
    drop(first);
    assert_eq!(folder.generate().code, Some(0));
}

/// A file that someone reads: where folders with open files can be moved the reader keeps what he has;
/// where they cannot, the old set stays.
#[test]
fn a_file_kept_open_is_read_to_its_end_or_stops_the_run() {
    let root = tempfile::tempdir().expect("a folder");
    let target = root.path().join("ut å ä ö").join("2024");
    let output_set = OutputSet::open(&target).unwrap_or_else(|problems| panic!("{problems}"));
    output_set.write(&set(1)).unwrap_or_else(|problems| panic!("{problems}"));
    let mut opened = File::open(target.join("fil 1.json")).expect("a file");
    let answer = output_set.write(&set(2));
    let mut last = Vec::new();
    opened.read_to_end(&mut last).expect("it reads");
    assert!(last == set(1)["fil 1.json"], "the reader has the old file");
    if cfg!(windows) {
        let problems = answer.expect_err("the folder cannot be moved").to_string();
        assert!(problems.contains("stäng filer som är öppna i andra program"), "{problems}");
        assert_eq!(whole(&target), Some(1));
    } else {
        answer.unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(whole(&target), Some(2));
    }
    assert_eq!(beside(&root.path().join("ut å ä ö")), ["2024"]);
}

/// The folder a link leads to is replaced, not the link.
#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let root = tempfile::tempdir().expect("a folder");
    let (link, target) = (root.path().join("länk"), root.path().join("långt bort").join("2024"));
    fs::create_dir_all(&target).expect("a folder");
    std::os::unix::fs::symlink(&target, &link).expect("a link");
    let output_set = OutputSet::open(&link).unwrap_or_else(|problems| panic!("{problems}"));
    output_set.write(&set(1)).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!((whole(&target), whole(&link)), (Some(1), Some(1)));
    // One that leads nowhere is in the way.
    fs::remove_dir_all(&target).expect("a folder");
    let problems = OutputSet::open(&link).expect_err("it leads nowhere").to_string();
    assert!(problems.contains("mappen går inte att skapa där"), "{problems}");
}
