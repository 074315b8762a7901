//! A set of results is written whole or not at all: whatever is killed, full, locked, open or in the way,
//! what was there before still is, and the next start puts right what was left. Knows folders, no document.

mod avbrott;
mod efterat;
mod hinder;

use std::path::Path;
use std::thread;
use std::time::Duration;

use statsbidrag::output::Filer;

use crate::indata_2024;
use crate::programmet::{Mapp, filer};

/// A set, told from every other by its number: files of some size, some in folders of their own.
fn satsen(nummer: u32) -> Filer {
    (0_usize..12)
        .map(|fil| {
            let namn = if fil % 4 == 0 {
                format!("del {fil}/fil å.json")
            } else {
                format!("fil {fil}.json")
            };
            (namn, format!("sats {nummer}, fil {fil}\n").repeat(200 * (fil + 1)).into_bytes())
        })
        .collect()
}

/// The number of the set that a folder holds, if it holds the whole of it and nothing else.
fn hel(mapp: &Path) -> Option<u32> {
    let funna = filer(mapp);
    let forst = funna.get("fil 1.json").and_then(|bytes| std::str::from_utf8(bytes).ok())?;
    let nummer = forst.strip_prefix("sats ")?.split(',').next()?.parse().ok()?;
    (funna == satsen(nummer)).then_some(nummer)
}

/// Whether it is the lock, which stays.
fn ar_las(namn: &str) -> bool {
    Path::new(namn).extension().is_some_and(|slut| slut == "lock")
}

/// The names in the folder around a set, in order, without the lock.
fn bredvid(runt: &Path) -> Vec<String> {
    let poster = std::fs::read_dir(runt).expect("a folder");
    let namn =
        poster.map(|post| post.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut namn: Vec<_> = namn.filter(|namn| !ar_las(namn)).collect();
    namn.sort();
    namn
}

/// A folder with the workbook of 2024.
fn mapp() -> Mapp {
    Mapp::ny("2024", indata_2024::alla())
}

/// Waits until something is so; a minute is far more than it takes.
fn vanta(vad: &str, ar_sa: impl Fn() -> bool) {
    for _ in 0..60_000 {
        if ar_sa() {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
    panic!("waited in vain for {vad}");
}

/// What is enough for a manifest.
const MANIFEST: &str = r#"{ "korning": { "val": {} }, "utdata": [] }"#;

/// A folder with an old set: a file of a name that is written again, and a manifest.
fn gammalt(mapp: &Path) {
    std::fs::create_dir_all(mapp).expect("a folder");
    std::fs::write(mapp.join("cirkular.pdf"), "gammal").expect("a file");
    std::fs::write(mapp.join("manifest.json"), MANIFEST).expect("a file");
}
