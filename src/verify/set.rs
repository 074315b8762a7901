//! A set as it lies in a folder: its manifest, and what each of its files holds. Reads only plain files, and none that
//! is larger than a set's can be.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

use super::Difference;
use super::messages as say;
use crate::manifest::{Checksum, Fil, Manifest};
use crate::problem::{Code, Location, Message, Problem, Problems};

/// The file that tells of the others.
pub(super) const MANIFEST: &str = "manifest.json";

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// The most files there can be.
const MOST_FILES: usize = 5_000;

/// A set.
pub(super) struct Set {
    /// What it says of itself.
    pub(super) manifest: Manifest,
    /// Its other files, by name, with their checksums.
    pub(super) files: BTreeMap<String, Fil>,
    /// What they hold.
    pub(super) bytes: BTreeMap<String, Vec<u8>>,
    /// What could not be read.
    pub(super) unreadable: Vec<Difference>,
}

/// Reads the set in a folder.
///
/// # Errors
/// If it has no manifest, or one that this program cannot read.
pub(super) fn read(folder: &Path) -> Result<Set, Problems> {
    let place = || Location::file(folder.join(MANIFEST).display().to_string());
    let no = |text: Message| {
        let mut problems = Problems::new();
        let problem = Problem::new(Code::F01, place(), text);
        problems.add(problem.expected(say::a_set()));
        problems
    };
    let manifest = match bytes(&folder.join(MANIFEST)) {
        Ok(Some(manifest)) => manifest,
        Ok(None) => return Err(no(say::no_manifest())),
        Err(text) => return Err(no(text)),
    };
    let manifest: Manifest =
        serde_json::from_slice(&manifest).map_err(|_| no(say::no_manifest_of_ours()))?;
    let mut set =
        Set { manifest, files: BTreeMap::new(), bytes: BTreeMap::new(), unreadable: Vec::new() };
    let entries = fs::read_dir(folder).map_err(|_| no(say::no_manifest()))?;
    for entry in entries.filter_map(Result::ok).take(MOST_FILES) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == MANIFEST {
            continue;
        }
        match bytes(&entry.path()) {
            Ok(Some(bytes)) => {
                set.files.insert(name.clone(), Fil::new(&name, &bytes));
                set.bytes.insert(name, bytes);
            }
            Ok(None) => {}
            Err(text) => set.unreadable.push(Difference::of(name, text)),
        }
    }
    Ok(set)
}

/// The checksum of a file in a folder; none if it is not there.
///
/// # Errors
/// Why it cannot be read. A name that leads out of the folder is not followed.
pub(super) fn checksum(folder: &Path, name: &str) -> Result<Option<String>, Message> {
    let within = |part: Component<'_>| matches!(part, Component::Normal(_));
    if name.is_empty() || !Path::new(name).components().all(within) {
        return Err(say::leads_out());
    }
    Ok(bytes(&folder.join(name))?.map(|bytes| Checksum::of(&bytes).to_string()))
}

/// A file's bytes; none if it is not there.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Message> {
    let about = match fs::symlink_metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(say::unreadable()),
    };
    if !about.is_file() {
        return Err(say::no_plain_file());
    }
    if about.len() > LARGEST {
        return Err(say::too_large());
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    read.map_err(|_| say::unreadable())?;
    Ok(Some(bytes))
}
