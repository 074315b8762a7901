//! A set as it lies in a folder: its manifest, and what each of its files holds. Reads only plain files, and none that
//! is larger than a set's can be.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path};

use serde_json::Value;

use super::Difference;
use super::messages as say;
use crate::manifest::{Checksum, Fil, Manifest};
use crate::output::{self, Files};
use crate::problem::{Code, Location, Message, Problem, Problems};

/// The file that tells of the others.
pub(super) const MANIFEST: &str = "manifest.json";

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// The most that all files of a set may hold, in bytes.
const LARGEST_SET: usize = 1 << 30;

/// How deep folders may lie in each other.
const DEEPEST: usize = 4;

/// The most files there can be.
const MOST_FILES: usize = 5_000;

/// A set.
#[derive(Clone)]
pub(super) struct Set {
    /// What it says of itself.
    pub(super) manifest: Manifest,
    /// The same, as it stands.
    pub(super) manifest_bytes: Vec<u8>,
    /// Its other files, by name, with their checksums.
    pub(super) files: BTreeMap<String, Fil>,
    /// What they hold.
    pub(super) bytes: Files,
    /// What could not be read, and what else is wrong where it lies.
    pub(super) flaws: Vec<Difference>,
    /// How many files something else than the manifest tells of.
    pub(super) listed: usize,
}

impl Set {
    /// A set by its files; `place` is where it lies.
    ///
    /// # Errors
    /// If it has no manifest, or one that this program cannot read.
    pub(super) fn of(place: &Path, mut bytes: Files) -> Result<Self, Problems> {
        let Some(manifest_bytes) = bytes.remove(MANIFEST) else {
            return Err(no_set(place, say::no_manifest()));
        };
        let manifest = serde_json::from_slice(&manifest_bytes);
        let manifest = manifest.map_err(|_| no_set(place, say::no_manifest_of_ours()))?;
        let file = |(name, bytes): (&String, &Vec<u8>)| (name.clone(), Fil::new(name, bytes));
        let files = bytes.iter().map(file).collect();
        Ok(Self { manifest, manifest_bytes, files, bytes, flaws: Vec::new(), listed: 0 })
    }
}

impl Set {
    /// The documents that bear the id of another run than the manifest's.
    pub(super) fn of_other_runs(&self) -> Vec<Difference> {
        let run = &self.manifest.korning.id;
        let is_json = |name: &str| Path::new(name).extension().is_some_and(|end| end == "json");
        let json = self.bytes.iter().filter(|(name, _)| is_json(name));
        let other = json.filter_map(|(name, bytes)| {
            let json: Value = serde_json::from_slice(bytes).ok()?;
            let own = json.pointer("/huvud/korning").or_else(|| json.get("korning"))?.as_str()?;
            let difference = || Difference::of(name, say::of_another_run()).values(own, run);
            (own != run).then(difference)
        });
        other.collect()
    }
}

fn no_set(place: &Path, text: Message) -> Problems {
    let place = Location::file(place.join(MANIFEST).display().to_string());
    Problem::new(Code::F01, place, text).expected(say::a_set()).into()
}

/// Reads the set in a folder.
///
/// # Errors
/// If it has no manifest, or one that this program cannot read.
pub(super) fn read(folder: &Path) -> Result<Set, Problems> {
    let (mut files, mut flaws) = (Files::new(), Vec::new());
    match bytes(&folder.join(MANIFEST)) {
        Ok(Some(manifest)) => drop(files.insert(MANIFEST.to_owned(), manifest)),
        Ok(None) if !folder.exists() => return Err(no_set(folder, say::no_folder())),
        Ok(None) => return Err(no_set(folder, say::no_manifest())),
        Err(text) => return Err(no_set(folder, text)),
    }
    let mut left = LARGEST_SET;
    within_set(folder, "", &mut left, &mut files, &mut flaws)
        .map_err(|text| no_set(folder, text))?;
    Ok(Set { flaws, ..Set::of(folder, files)? })
}

/// Reads the files of a set, and of the folders within it; `left` is how much they may yet hold, in bytes.
fn within_set(
    folder: &Path,
    before: &str,
    left: &mut usize,
    files: &mut Files,
    flaws: &mut Vec<Difference>,
) -> Result<(), Message> {
    let unreadable = |_: io::Error| say::unreadable();
    let entries = fs::read_dir(folder.join(before)).map_err(unreadable)?;
    let entries = entries.collect::<io::Result<Vec<_>>>().map_err(unreadable)?;
    let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
    names.sort_unstable();
    for name in names {
        let Some(name) = name.to_str() else {
            let name = format!("{before}{}", name.to_string_lossy());
            flaws.push(Difference::of(name, say::no_plain_file()));
            continue;
        };
        let is_of_the_system = output::of_the_system(name);
        let name = format!("{before}{name}");
        if files.len() + flaws.len() > MOST_FILES {
            return Err(say::too_many_files(&MOST_FILES));
        }
        let path = folder.join(&name);
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|about| about.is_dir());
        if is_of_the_system && !is_folder {
            continue;
        }
        if is_folder && before.matches('/').count() < DEEPEST {
            within_set(folder, &format!("{name}/"), left, files, flaws)?;
        } else if name != MANIFEST {
            match bytes(&path) {
                Ok(Some(bytes)) => {
                    *left = left.checked_sub(bytes.len()).ok_or_else(say::too_large)?;
                    files.insert(name, bytes);
                }
                Ok(None) => {}
                Err(text) => flaws.push(Difference::of(name, text)),
            }
        }
    }
    Ok(())
}

/// The checksum of a file in a folder; none if it is not there.
///
/// # Errors
/// Why it cannot be read. A name that leads out of the folder is not followed; a link to a workbook is, as when the
/// documents were made.
pub(super) fn checksum(folder: &Path, name: &str) -> Result<Option<String>, Message> {
    Ok(within(folder, name)?.map(|bytes| Checksum::of(&bytes).to_string()))
}

/// The bytes of a file in a folder; none if it is not there.
///
/// # Errors
/// As [`checksum`].
pub(super) fn within(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, Message> {
    let within = |part: Component<'_>| matches!(part, Component::Normal(_));
    if name.is_empty() || !Path::new(name).components().all(within) {
        return Err(say::leads_out());
    }
    bytes_of(&folder.join(name), |path| fs::metadata(path))
}

/// A file's bytes; none if it is not there. A link is no file.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Message> {
    bytes_of(path, |path| fs::symlink_metadata(path))
}

fn bytes_of(
    path: &Path,
    about: impl Fn(&Path) -> io::Result<Metadata>,
) -> Result<Option<Vec<u8>>, Message> {
    let about = match about(path) {
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
