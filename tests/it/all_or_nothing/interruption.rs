//! Kills: a process that does nothing but write sets, killed at many moments, and the real program.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use statsbidrag::output::OutputSet;

use crate::all_or_nothing::{beside, folder, old, set, wait, whole};
use crate::program::{answer_of, files, program};

/// Where a process that stands in a folder with [`START`] writes its sets.
const TARGET: &str = "å ä ö/mål 2024";
/// Says which number to begin with, and to go on until killed.
const START: &str = "skriv tills du dödas.txt";
/// So many are killed at least, at evenly spread moments,
const KILLED: u32 = 60;
/// and so many of them while a set was being written.
const MIDWAY: u32 = 15;

fn write(target: &Path, number: impl Iterator<Item = u32>) {
    let output_set = OutputSet::open(target).unwrap_or_else(|problems| panic!("{problems}"));
    for number in number {
        output_set.write(&set(number)).unwrap_or_else(|problems| panic!("{problems}"));
    }
}

/// A test of its own, and the process that the next one kills.
#[test]
fn sets_follow_each_other_whole() {
    if let Ok(first) = fs::read_to_string(START) {
        return write(Path::new(TARGET), first.parse().expect("a number")..);
    }
    let root = tempfile::tempdir().expect("a folder");
    let target = root.path().join(TARGET);
    for number in 1..=5 {
        write(&target, number..=number);
        assert_eq!(whole(&target), Some(number));
        assert_eq!(beside(&root.path().join("å ä ö")), ["mål 2024"]);
    }
}

/// What a kill left: which sets are whole, and whether a new one was under way.
fn inspect(around: &Path, least: u32) -> (Option<u32>, bool) {
    let i = |name: &str| Some(around.join(name)).filter(|set_folder| set_folder.exists());
    for name in beside(around) {
        let border = ["mål 2024", ".mål 2024.ny", ".mål 2024.gammal", ".mål 2024.bort"];
        assert!(border.contains(&name.as_str()), "{name}");
    }
    let old = i(".mål 2024.gammal").map(|folder| whole(&folder).expect("an old set is whole"));
    let fresh = i(".mål 2024.ny");
    let left = if let Some(set_folder) = i("mål 2024") {
        Some(whole(&set_folder).expect("the set in place is whole"))
    } else {
        let whole_new = fresh.as_deref().and_then(whole);
        assert!(
            old.is_none() || whole_new.is_some(),
            "the new set is whole before the old one is moved"
        );
        old
    };
    assert!(left.unwrap_or(0) >= least, "{left:?} is older than {least}");
    (left, fresh.is_some())
}

#[test]
fn killed_at_any_moment_a_whole_set_is_left_and_the_next_start_puts_it_right() {
    let root = tempfile::tempdir().expect("a folder");
    let (target, around) = (root.path().join(TARGET), root.path().join("å ä ö"));
    let (_, module) = module_path!().split_once("::").expect("a binary and its modules");
    let that_writes = format!("{module}::sets_follow_each_other_whole");
    let (mut latest, mut midway, mut swapped) = (0, 0, 0);
    // How many kills hit the writing is the machine's affair: go on until enough have.
    for number in 0.. {
        if number >= KILLED && midway >= MIDWAY && swapped > 0 {
            break;
        }
        assert!(
            number < 20 * KILLED,
            "{midway} of {number} kills hit the writing, {swapped} after"
        );
        fs::write(root.path().join(START), (latest + 1).to_string()).expect("a file");
        let mut child = Command::new(env::current_exe().expect("this test"))
            .args(["--exact", &that_writes, "--test-threads=1"])
            .current_dir(root.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        wait("the first file", || {
            around.join(".mål 2024.ny").exists() || child_has_written(&target, latest)
        });
        thread::sleep(Duration::from_micros(700 * u64::from(number % KILLED)));
        child.kill().expect("it is running");
        assert!(!child.wait().expect("it ends").success(), "it was killed");
        let (left, under_way) = inspect(&around, latest);
        midway += u32::from(under_way);
        swapped += u32::from(left.is_some_and(|left| left > latest));
        drop(OutputSet::open(&target).unwrap_or_else(|problems| panic!("{problems}")));
        assert_eq!(whole_if_any(&target), left, "the next start keeps the set that was whole");
        assert_eq!(beside(&around), left.map(|_| "mål 2024").as_slice());
        latest = left.unwrap_or(0);
    }
}

fn whole_if_any(target: &Path) -> Option<u32> {
    target.exists().then(|| whole(target)).flatten()
}

fn child_has_written(target: &Path, latest: u32) -> bool {
    let first_of_all = fs::read_to_string(target.join("fil 1.json")).unwrap_or_default();
    !first_of_all.is_empty() && !first_of_all.starts_with(&format!("sats {latest},"))
}

/// The program itself, killed while it sets documents, and as soon as it writes.
#[test]
fn the_program_killed_leaves_the_old_set_or_the_new() {
    let set_folder = folder();
    old(&set_folder.result());
    let old = files(&set_folder.result());
    let mut left = Vec::new();
    for character in [".2024.lock", ".2024.ny"] {
        let mut program = program();
        program.arg("generate").arg(set_folder.inputs()).arg("--out").arg(set_folder.result());
        let child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = child.expect("it starts");
        wait(character, || {
            // A lock stays; it is held when no one else can have it.
            let exists = set_folder.beside("ut data").join(character).exists();
            exists || files_if_any(&set_folder.result()).is_some_and(|now| now.len() > old.len())
        });
        child.kill().expect("it is there");
        child.wait().expect("it ends");
        left.push(
            files_if_any(&set_folder.result())
                .or_else(|| files_if_any(&set_folder.beside("ut data/.2024.gammal"))),
        );
    }
    let answer = answer_of(
        program().arg("generate").arg(set_folder.inputs()).arg("--out").arg(set_folder.result()),
    );
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    assert_eq!(beside(&set_folder.beside("ut data")), ["2024"]);
    let new = files(&set_folder.result());
    for left in left {
        let left = left.expect("a set is left");
        assert!(left == old || left == new, "{:?}", left.keys());
    }
}

fn files_if_any(set_folder: &Path) -> Option<std::collections::BTreeMap<String, Vec<u8>>> {
    set_folder.is_dir().then(|| files(set_folder))
}
