//! What an earlier run may have left, row by row of the table in the output's own words, and what the next
//! start makes of it.

use std::fs;
use std::path::Path;

use statsbidrag::output::Utgava;

use crate::all_or_nothing::{bredvid, hel, satsen};

/// Puts a set, or the half of it, in a folder.
fn lagg(mapp: &Path, nummer: u32, hela: bool) {
    let filer = satsen(nummer);
    let antal = if hela { filer.len() } else { filer.len() / 2 };
    for (namn, bytes) in filer.iter().take(antal) {
        let path = mapp.join(namn);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// Starts where `kvar` was left, each folder with a set by its number, whole or half; tells which set is in
/// place afterwards.
fn start(kvar: &[(&str, u32, bool)]) -> Option<u32> {
    let rot = tempfile::tempdir().expect("a folder");
    let runt = rot.path().join("ut å ä ö");
    for (namn, nummer, hela) in kvar {
        lagg(&runt.join(namn), *nummer, *hela);
    }
    let mal = runt.join("2024");
    let utgava = Utgava::oppna(&mal).unwrap_or_else(|problems| panic!("{problems}"));
    let pa_plats = mal.exists().then(|| hel(&mal).expect("what is in place is whole"));
    assert_eq!(bredvid(&runt), pa_plats.map(|_| "2024").as_slice(), "{kvar:?}");
    utgava.skriv(&satsen(99)).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((hel(&mal), bredvid(&runt)), (Some(99), vec!["2024".to_owned()]), "{kvar:?}");
    pa_plats
}

#[test]
fn every_state_a_kill_can_leave_is_put_right() {
    for (kvar, vantat) in [
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
        assert_eq!(start(kvar), vantat, "{kvar:?}");
    }
}
