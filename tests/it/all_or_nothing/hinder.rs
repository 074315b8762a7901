//! What can be in the way of writing: a full disk, no permission, files open or foreign, another run. Each
//! is a problem with a name, and nothing that was there is touched.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Command;

use statsbidrag::output::Utgava;

use crate::all_or_nothing::{MANIFEST, ar_las, bredvid, gammalt, hel, mapp, satsen};
use crate::indata_2024;
use crate::programmet::{Mapp, Svar, filer, programmet, svar};

fn generate(mapp: &Mapp, ut: &Path) -> Svar {
    svar(programmet().arg("generate").arg(mapp.indata()).arg("--out").arg(ut))
}

/// The one problem of a run that could not write.
fn assert_u01(svar: &Svar, plats: &Path, vantat: &str) {
    let vantat = format!(
        "\nfel[U01] {}: {vantat}\n\n1 fel. Inget har skrivits. Rätta och kör igen.\n",
        plats.display()
    );
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(1), vantat.as_str()), "{svar:?}");
}

fn med_gammalt(mapp: &Mapp) {
    gammalt(&mapp.resultat());
}

fn assert_gammalt(mapp: &Mapp) {
    let gammalt = [("cirkular.pdf", "gammal"), ("manifest.json", MANIFEST)];
    let gammalt = gammalt.map(|(namn, text)| (namn.to_owned(), text.as_bytes().to_vec()));
    assert!(filer(&mapp.resultat()) == gammalt.into());
    assert_eq!(bredvid(&mapp.bredvid("ut data")), ["2024"]);
}

/// A folder that is not known to hold a set is not replaced, even if its files have the names of one: the
/// table of a document may be called as a workbook is.
#[test]
fn a_folder_without_a_manifest_is_no_set() {
    let mapp = mapp();
    med_gammalt(&mapp);
    fs::remove_file(mapp.resultat().join("manifest.json")).expect("a file");
    let svar = mapp.generate();
    let vantat = "”cirkular.pdf” ligger i mappen men är inget som programmet skriver där";
    assert_u01(&svar, &mapp.resultat(), &format!("{vantat}{FLYTTA}"));
    assert_eq!(fs::read(mapp.resultat().join("cirkular.pdf")).expect("a file"), b"gammal");
}

const FLYTTA: &str = "\n  hjälp:   flytta det, eller ange en annan mapp med --out";

/// The system's own limit for the size of a file stands in for a disk that ends: both are met in the middle
/// of a file.
#[cfg(unix)]
#[test]
fn a_disk_that_ends_in_the_middle_of_a_file_leaves_the_old_set() {
    let mapp = mapp();
    med_gammalt(&mapp);
    let mut skal = Command::new("sh");
    skal.args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\""]);
    skal.arg(env!("CARGO_BIN_EXE_statsbidrag")).arg("generate").arg(mapp.indata());
    let svar = svar(skal.arg("--out").arg(mapp.resultat()));
    let vantat = "en fil blir större än disken eller kvoten tillåter\n  \
                  hjälp:   frigör utrymme, eller ange en annan mapp med --out";
    assert_u01(&svar, &mapp.resultat(), vantat);
    assert_gammalt(&mapp);
}

/// Root may write anywhere, so as root the program is run as someone else.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const INGEN: u32 = 65_534;
    let ratt = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
    };
    let mapp = mapp();
    med_gammalt(&mapp);
    let runt = mapp.bredvid("ut data");
    let mut program = programmet();
    if fs::metadata(&runt).expect("a folder").uid() == 0 {
        let kopia = mapp.bredvid("programmet");
        fs::copy(env!("CARGO_BIN_EXE_statsbidrag"), &kopia).expect("a copy");
        for mapp in mapp.indata().ancestors().take(4) {
            ratt(mapp, 0o755);
        }
        program = Command::new(kopia);
        program.uid(INGEN).gid(INGEN);
    }
    ratt(&runt, 0o555);
    let svar = svar(program.arg("generate").arg(mapp.indata()).arg("--out").arg(mapp.resultat()));
    ratt(&runt, 0o755);
    let vantat = "mappen eller en fil i den får inte skrivas\n  \
                  hjälp:   stäng filer som är öppna i andra program, och kontrollera behörigheten";
    assert_u01(&svar, &mapp.resultat(), vantat);
    assert_gammalt(&mapp);
}

#[test]
fn a_file_in_the_way_is_named_and_kept() {
    let mapp = mapp();
    let fil = mapp.bredvid("en fil åäö.txt");
    fs::write(&fil, "min").expect("a file");
    for ut in [fil.clone(), fil.join("2024")] {
        assert_u01(
            &generate(&mapp, &ut),
            &ut,
            &format!("något annat än en mapp ligger i vägen{FLYTTA}"),
        );
        assert_eq!(fs::read_to_string(&fil).expect("a file"), "min");
    }
    assert_eq!(bredvid(&mapp.bredvid("")), ["en fil åäö.txt", "in data"]);
}

#[test]
fn what_the_program_did_not_write_is_never_removed() {
    let mapp = mapp();
    med_gammalt(&mapp);
    fs::create_dir(mapp.resultat().join("mina")).expect("a folder");
    for namn in ["anteckningar.txt", "mina/brev.pdf"] {
        fs::write(mapp.resultat().join(namn), "mina").expect("a file");
    }
    let fore = filer(&mapp.bredvid(""));
    let svar = mapp.generate();
    let vantat =
        "”anteckningar.txt” (och 1 till) ligger i mappen men är inget som programmet skriver där";
    assert_u01(&svar, &mapp.resultat(), &format!("{vantat}{FLYTTA}"));
    // Nor are the workbooks, if someone takes the one folder for the other.
    let svar = generate(&mapp, &mapp.indata());
    let mut bocker: Vec<_> = indata_2024::alla().iter().map(|(namn, _)| *namn).collect();
    bocker.sort_unstable();
    let [forst, fler @ ..] = bocker.as_slice() else { panic!("there are no workbooks") };
    let till = if fler.is_empty() { String::new() } else { format!(" (och {} till)", fler.len()) };
    let vantat = format!("”{forst}”{till} ligger i mappen men är inget som programmet skriver där");
    assert_u01(&svar, &mapp.indata(), &format!("{vantat}{FLYTTA}"));
    let mut efter = filer(&mapp.bredvid(""));
    efter.retain(|namn, _| !ar_las(namn));
    assert!(efter == fore, "{:?}", efter.keys());
}

#[test]
fn what_systems_leave_in_a_folder_is_no_ones() {
    let mapp = mapp();
    med_gammalt(&mapp);
    for namn in
        [".DS_Store", "Thumbs.db", "desktop.ini", "~$cirkular.xlsx", ".~lock.cirkular.xlsx#"]
    {
        fs::write(mapp.resultat().join(namn), "x").expect("a file");
    }
    let svar = mapp.generate();
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    assert!(!mapp.resultat().join(".DS_Store").exists());
}

#[test]
fn a_target_without_a_name_is_refused() {
    let mapp = mapp();
    for ut in ["..", "/"] {
        let svar = svar(
            programmet()
                .current_dir(mapp.bredvid(""))
                .arg("generate")
                .arg(mapp.indata())
                .args(["--out", ut]),
        );
        let vantat =
            "målet måste vara en mapp med ett namn\n  hjälp:   ange en annan mapp med --out";
        assert_u01(&svar, Path::new(ut), vantat);
    }
}

#[test]
fn two_runs_at_once_do_not_write_the_same_folder() {
    let mapp = mapp();
    med_gammalt(&mapp);
    let forsta = Utgava::oppna(&mapp.resultat()).unwrap_or_else(|problems| panic!("{problems}"));
    let svar = mapp.generate();
    let vantat = "en annan körning skriver till samma mapp\n  hjälp:   vänta tills den är klar";
    assert_u01(&svar, &mapp.resultat(), vantat);
    assert_gammalt(&mapp);
    drop(forsta);
    assert_eq!(mapp.generate().kod, Some(0));
}

/// A file that someone reads: where folders with open files can be moved the reader keeps what he has;
/// where they cannot, the old set stays.
#[test]
fn a_file_kept_open_is_read_to_its_end_or_stops_the_run() {
    let rot = tempfile::tempdir().expect("a folder");
    let mal = rot.path().join("ut å ä ö").join("2024");
    let utgava = Utgava::oppna(&mal).unwrap_or_else(|problems| panic!("{problems}"));
    utgava.skriv(&satsen(1)).unwrap_or_else(|problems| panic!("{problems}"));
    let mut oppen = File::open(mal.join("fil 1.json")).expect("a file");
    let svar = utgava.skriv(&satsen(2));
    let mut last = Vec::new();
    oppen.read_to_end(&mut last).expect("it reads");
    assert!(last == satsen(1)["fil 1.json"], "the reader has the old file");
    if cfg!(windows) {
        let problems = svar.expect_err("the folder cannot be moved").to_string();
        assert!(problems.contains("stäng filer som är öppna i andra program"), "{problems}");
        assert_eq!(hel(&mal), Some(1));
    } else {
        svar.unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(hel(&mal), Some(2));
    }
    assert_eq!(bredvid(&rot.path().join("ut å ä ö")), ["2024"]);
}

/// The folder a link leads to is replaced, not the link.
#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let rot = tempfile::tempdir().expect("a folder");
    let (lank, mal) = (rot.path().join("länk"), rot.path().join("långt bort").join("2024"));
    fs::create_dir_all(&mal).expect("a folder");
    std::os::unix::fs::symlink(&mal, &lank).expect("a link");
    let utgava = Utgava::oppna(&lank).unwrap_or_else(|problems| panic!("{problems}"));
    utgava.skriv(&satsen(1)).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(fs::symlink_metadata(&lank).expect("a link").is_symlink());
    assert_eq!((hel(&mal), hel(&lank)), (Some(1), Some(1)));
    // One that leads nowhere is in the way.
    fs::remove_dir_all(&mal).expect("a folder");
    let problems = Utgava::oppna(&lank).expect_err("it leads nowhere").to_string();
    assert!(problems.contains("mappen går inte att skapa där"), "{problems}");
}
