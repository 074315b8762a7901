//! A package as it lies on a disk, a folder or a tar, that may have come from anyone: nothing outside it is read,
//! nothing that is not a plain file, and no more than a package can need.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use super::messages as say;
use super::{METS, Package, tar};
use crate::output::Files;
use crate::problem::{Code, Location, Message, Problem, Problems};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// The largest package, in bytes.
pub(super) const LARGEST_PACKAGE: u64 = 512 << 20;

/// The most files, and the deepest folder.
const MOST_FILES: usize = 20_000;
const DEEPEST: usize = 16;

/// Why something is not read as a package.
#[derive(Debug)]
pub(super) enum Refusal {
    Unreadable(String),
    NoTar,
    NoPlainFile(String),
    LeadsOut(String),
    Twice(String),
    TooLarge(String),
    NoRoot,
}

impl Refusal {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable(path) => say::unreadable(path),
            Self::NoTar => say::no_tar(),
            Self::NoPlainFile(path) => say::no_plain_file(path),
            Self::LeadsOut(path) => say::leads_out(path),
            Self::Twice(path) => say::twice(path),
            Self::TooLarge(path) => say::too_large(path),
            Self::NoRoot => say::no_root(),
        }
    }
}

/// How much has been read of what may be.
#[derive(Debug, Default)]
pub(super) struct Limits {
    files: usize,
    bytes: u64,
}

impl Limits {
    /// Whether a path stays within the package. By the text itself: what a system makes of `//`, `.` or a drive must not
    /// matter.
    pub(super) fn is_within(path: &str) -> bool {
        let within = |part: &str| !["", ".", ".."].contains(&part) && !part.contains(['\\', ':']);
        path.split('/').all(within)
    }

    /// A file's bytes, if its path stays within the package and there is room for it.
    pub(super) fn read(&mut self, path: &str, from: &mut impl Read) -> Result<Vec<u8>, Refusal> {
        if !Self::is_within(path) {
            return Err(Refusal::LeadsOut(path.to_owned()));
        }
        let mut bytes = Vec::new();
        let read = from.take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|_| Refusal::Unreadable(path.to_owned()))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.files += 1;
        self.bytes = self.bytes.saturating_add(size);
        if size > LARGEST || self.bytes > LARGEST_PACKAGE || self.files > MOST_FILES {
            return Err(Refusal::TooLarge(path.to_owned()));
        }
        Ok(bytes)
    }
}

impl Package {
    /// Whether a path is a package's and no set's: a file, or a folder with a METS.
    #[must_use]
    pub fn is_at(path: &Path) -> bool {
        path.is_file() || path.join(METS).is_file()
    }

    /// Reads a package, a folder or a tar.
    ///
    /// # Errors
    /// If it cannot be read, or holds what no package does.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        let read = if path.is_dir() { of_folder(path) } else { of_tar(path) };
        read.map_err(|refusal| {
            let place = Location::file(path.display().to_string());
            Problem::new(Code::F01, place, refusal.message()).expected(say::a_package()).into()
        })
    }
}

fn of_tar(path: &Path) -> Result<Package, Refusal> {
    let unreadable = |_: io::Error| Refusal::Unreadable(path.display().to_string());
    let file = File::open(path).map_err(unreadable)?;
    let mut all = tar::files(BufReader::new(file))?.into_iter();
    let mut package: Option<Package> = None;
    all.try_for_each(|(path, bytes)| {
        let (root, path) = path.split_once('/').ok_or(Refusal::NoRoot)?;
        let package =
            package.get_or_insert_with(|| Package { id: root.to_owned(), files: Files::new() });
        if package.id != root {
            return Err(Refusal::NoRoot);
        }
        package.files.insert(path.to_owned(), bytes);
        Ok(())
    })?;
    package.filter(|package| package.files.contains_key(METS)).ok_or(Refusal::NoRoot)
}

fn of_folder(path: &Path) -> Result<Package, Refusal> {
    let named =
        fs::canonicalize(path).map_err(|_| Refusal::Unreadable(path.display().to_string()))?;
    let id = named.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut package = Package { id, files: Files::new() };
    within(path, "", 0, &mut Limits::default(), &mut package.files)?;
    Some(package).filter(|package| package.files.contains_key(METS)).ok_or(Refusal::NoRoot)
}

fn within(
    folder: &Path,
    before: &str,
    depth: usize,
    limits: &mut Limits,
    files: &mut Files,
) -> Result<(), Refusal> {
    if depth > DEEPEST {
        return Err(Refusal::TooLarge(before.to_owned()));
    }
    let unreadable = |_: io::Error| Refusal::Unreadable(folder.display().to_string());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            within(&entry.path(), &format!("{path}/"), depth + 1, limits, files)?;
        } else if kind.is_file() {
            let mut file = File::open(entry.path()).map_err(unreadable)?;
            let bytes = limits.read(&path, &mut file)?;
            files.insert(path, bytes);
        } else {
            return Err(Refusal::NoPlainFile(path));
        }
    }
    Ok(())
}
