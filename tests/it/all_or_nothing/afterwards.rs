//! What an earlier run may have left, row by row of the table in the output's own words, and what the next
//! start makes of it.

use std::fs;
use std::path::Path;

use statsbidrag::output::OutputSet;

use crate::all_or_nothing::{beside, set, whole};

/// Puts a set, or the half of it, in a folder.
fn put(folder: &Path, number: u32, whole_parts: bool) {
    let files = set(number);
    let count = if whole_parts { files.len() } else { files.len() / 2 };
    for (name, bytes) in files.iter().take(count) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// Starts where `kvar` was left, each folder with a set by its number, whole or half; tells which set is in
/// place afterwards.
fn start(left: &[(&str, u32, bool)]) -> Option<u32> {
    let root = tempfile::tempdir().expect("a folder");
    let around = root.path().join("ut å ä ö");
    for (name, number, whole_parts) in left {
        put(&around.join(name), *number, *whole_parts);
    }
    let target = around.join("2024");
    let output_set = OutputSet::open(&target).unwrap_or_else(|problems| panic!("{problems}"));
    let in_place = target.exists().then(|| whole(&target).expect("what is in place is whole"));
    assert_eq!(beside(&around), in_place.map(|_| "2024").as_slice(), "{left:?}");
    output_set.write(&set(99)).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((whole(&target), beside(&around)), (Some(99), vec!["2024".to_owned()]), "{left:?}");
    in_place
}

#[test]
fn every_state_a_kill_can_leave_is_put_right() {
    for (left, expected) in [
        (&[][..], None),
        (&[("2024", 1, true)], Some(1)),
        (&[(".2024.ny", 2, false)], None),
        (&[(".2024.ny", 2, true)], None),
        (&[("2024", 1, true), (".2024.ny", 2, false)], Some(1)),
        (&[("2024", 1, true), (".2024.ny", 2, true)], Some(1)),
        (&[(".2024.gammal", 1, true), (".2024.ny", 2, true)], Some(1)),
        (&[(".2024.gammal", 1, true)], Some(1)),
        (&[("2024", 2, true), (".2024.gammal", 1, true)], Some(2)),
        (&[("2024", 2, true), (".2024.bort", 1, false)], Some(2)),
        (&[("2024", 2, true), (".2024.gammal", 1, true), (".2024.bort", 0, false)], Some(2)),
        // Someone removed the set by hand: what is half gone does not come back.
        (&[(".2024.bort", 1, false)], None),
    ] {
        assert_eq!(start(left), expected, "{left:?}");
    }
}
