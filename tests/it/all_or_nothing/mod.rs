//! A set of results is written whole or not at all: whatever is killed, full, locked, open or in the way,
//! what was there before still is, and the next start puts right what was left. Knows folders, no document.

mod afterwards;
mod interruption;
mod obstacles;

use std::path::Path;
use std::thread;
use std::time::Duration;

use statsbidrag::output::Files;

use crate::data_2024;
use crate::program::{Folder, files};

/// A set, told from every other by its number: files of some size, some in folders of their own.
fn set(number: u32) -> Files {
    (0_usize..12)
        .map(|file| {
            let name = if file % 4 == 0 {
                format!("del {file}/fil å.json")
            } else {
                format!("fil {file}.json")
            };
            (name, format!("sats {number}, fil {file}\n").repeat(200 * (file + 1)).into_bytes())
        })
        .collect()
}

/// The number of the set that a folder holds, if it holds the whole of it and nothing else.
fn whole(folder: &Path) -> Option<u32> {
    let found = files(folder);
    let first_of_all = found.get("fil 1.json").and_then(|bytes| std::str::from_utf8(bytes).ok())?;
    let number = first_of_all.strip_prefix("sats ")?.split(',').next()?.parse().ok()?;
    (found == set(number)).then_some(number)
}

/// Whether it is the lock, which stays.
fn is_lock(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "lock")
}

/// The names in the folder around a set, in order, without the lock.
fn beside(around: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(around).expect("a folder");
    let name =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut name: Vec<_> = name.filter(|name| !is_lock(name)).collect();
    name.sort();
    name
}

/// A folder with the workbook of 2024.
fn folder() -> Folder {
    Folder::new("2024", data_2024::all())
}

/// Waits until something is so; a minute is far more than it takes.
fn wait(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..60_000 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
    panic!("waited in vain for {what}");
}

/// What is enough for a manifest.
const MANIFEST: &str = r#"{ "korning": { "val": {} }, "utdata": [] }"#;

/// A folder with an old set: a file of a name that is written again, and a manifest.
fn old(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(folder.join("cirkular.pdf"), "gammal").expect("a file");
    std::fs::write(folder.join("manifest.json"), MANIFEST).expect("a file");
}
