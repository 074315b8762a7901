//! Kills: a process that does nothing but write sets, killed at many moments, and the real program.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use statsbidrag::output::Utgava;

use crate::all_or_nothing::{bredvid, gammalt, hel, mapp, satsen, vanta};
use crate::programmet::{filer, programmet, svar};

/// Where a process that stands in a folder with [`START`] writes its sets.
const MAL: &str = "å ä ö/mål 2024";
/// Says which number to begin with, and to go on until killed.
const START: &str = "skriv tills du dödas.txt";
/// So many are killed at least, at evenly spread moments,
const DODADE: u32 = 60;
/// and so many of them while a set was being written.
const MITT_I: u32 = 15;

fn skriv(mal: &Path, nummer: impl Iterator<Item = u32>) {
    let utgava = Utgava::oppna(mal).unwrap_or_else(|problems| panic!("{problems}"));
    for nummer in nummer {
        utgava.skriv(&satsen(nummer)).unwrap_or_else(|problems| panic!("{problems}"));
    }
}

/// A test of its own, and the process that the next one kills.
#[test]
fn sets_follow_each_other_whole() {
    if let Ok(forsta) = fs::read_to_string(START) {
        return skriv(Path::new(MAL), forsta.parse().expect("a number")..);
    }
    let rot = tempfile::tempdir().expect("a folder");
    let mal = rot.path().join(MAL);
    for nummer in 1..=5 {
        skriv(&mal, nummer..=nummer);
        assert_eq!(hel(&mal), Some(nummer));
        assert_eq!(bredvid(&rot.path().join("å ä ö")), ["mål 2024"]);
    }
}

/// What a kill left: which sets are whole, and whether a new one was under way.
fn granska(runt: &Path, minst: u32) -> (Option<u32>, bool) {
    let i = |namn: &str| Some(runt.join(namn)).filter(|mapp| mapp.exists());
    for namn in bredvid(runt) {
        let kant = ["mål 2024", ".mål 2024.ny", ".mål 2024.gammal", ".mål 2024.bort"];
        assert!(kant.contains(&namn.as_str()), "{namn}");
    }
    let gammal = i(".mål 2024.gammal").map(|mapp| hel(&mapp).expect("an old set is whole"));
    let ny = i(".mål 2024.ny");
    let kvar = if let Some(mapp) = i("mål 2024") {
        Some(hel(&mapp).expect("the set in place is whole"))
    } else {
        let hel_ny = ny.as_deref().and_then(hel);
        assert!(
            gammal.is_none() || hel_ny.is_some(),
            "the new set is whole before the old one is moved"
        );
        gammal
    };
    assert!(kvar.unwrap_or(0) >= minst, "{kvar:?} is older than {minst}");
    (kvar, ny.is_some())
}

#[test]
fn killed_at_any_moment_a_whole_set_is_left_and_the_next_start_puts_it_right() {
    let rot = tempfile::tempdir().expect("a folder");
    let (mal, runt) = (rot.path().join(MAL), rot.path().join("å ä ö"));
    let (_, module) = module_path!().split_once("::").expect("a binary and its modules");
    let that_writes = format!("{module}::sets_follow_each_other_whole");
    let (mut senast, mut mitt_i, mut bytta) = (0, 0, 0);
    // How many kills hit the writing is the machine's affair: go on until enough have.
    for nummer in 0.. {
        if nummer >= DODADE && mitt_i >= MITT_I && bytta > 0 {
            break;
        }
        assert!(nummer < 20 * DODADE, "{mitt_i} of {nummer} kills hit the writing, {bytta} after");
        fs::write(rot.path().join(START), (senast + 1).to_string()).expect("a file");
        let mut barn = Command::new(env::current_exe().expect("this test"))
            .args(["--exact", &that_writes, "--test-threads=1"])
            .current_dir(rot.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        vanta("the first file", || {
            runt.join(".mål 2024.ny").exists() || barn_har_skrivit(&mal, senast)
        });
        thread::sleep(Duration::from_micros(700 * u64::from(nummer % DODADE)));
        barn.kill().expect("it is running");
        assert!(!barn.wait().expect("it ends").success(), "it was killed");
        let (kvar, under_vag) = granska(&runt, senast);
        mitt_i += u32::from(under_vag);
        bytta += u32::from(kvar.is_some_and(|kvar| kvar > senast));
        drop(Utgava::oppna(&mal).unwrap_or_else(|problems| panic!("{problems}")));
        assert_eq!(hel_om_finns(&mal), kvar, "the next start keeps the set that was whole");
        assert_eq!(bredvid(&runt), kvar.map(|_| "mål 2024").as_slice());
        senast = kvar.unwrap_or(0);
    }
}

fn hel_om_finns(mal: &Path) -> Option<u32> {
    mal.exists().then(|| hel(mal)).flatten()
}

fn barn_har_skrivit(mal: &Path, senast: u32) -> bool {
    let forst = fs::read_to_string(mal.join("fil 1.json")).unwrap_or_default();
    !forst.is_empty() && !forst.starts_with(&format!("sats {senast},"))
}

/// The program itself, killed while it sets documents, and as soon as it writes.
#[test]
fn the_program_killed_leaves_the_old_set_or_the_new() {
    let mapp = mapp();
    gammalt(&mapp.resultat());
    let gamla = filer(&mapp.resultat());
    let mut kvar = Vec::new();
    for tecken in [".2024.lock", ".2024.ny"] {
        let mut program = programmet();
        program.arg("generate").arg(mapp.indata()).arg("--out").arg(mapp.resultat());
        let barn = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut barn = barn.expect("it starts");
        vanta(tecken, || {
            // A lock stays; it is held when no one else can have it.
            let finns = mapp.bredvid("ut data").join(tecken).exists();
            finns || filer_om_finns(&mapp.resultat()).is_some_and(|nu| nu.len() > gamla.len())
        });
        barn.kill().expect("it is there");
        barn.wait().expect("it ends");
        kvar.push(
            filer_om_finns(&mapp.resultat())
                .or_else(|| filer_om_finns(&mapp.bredvid("ut data/.2024.gammal"))),
        );
    }
    let svar =
        svar(programmet().arg("generate").arg(mapp.indata()).arg("--out").arg(mapp.resultat()));
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    assert_eq!(bredvid(&mapp.bredvid("ut data")), ["2024"]);
    let nya = filer(&mapp.resultat());
    for kvar in kvar {
        let kvar = kvar.expect("a set is left");
        assert!(kvar == gamla || kvar == nya, "{:?}", kvar.keys());
    }
}

fn filer_om_finns(mapp: &Path) -> Option<std::collections::BTreeMap<String, Vec<u8>>> {
    mapp.is_dir().then(|| filer(mapp))
}
