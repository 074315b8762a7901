//! A package as one file: an uncompressed tar, in the form every system reads (ustar), with the same owner, rights and
//! time for every file.

use std::collections::BTreeMap;
use std::io::{self, Read};

use chrono::{NaiveDate, NaiveTime};

use super::Package;
use super::read::{LARGEST_PACKAGE, Limits, Refusal};
use crate::output::Files;

/// The ending of the file's name.
pub(super) const ENDING: &str = ".tar";

impl Package {
    /// The name of the package as one file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}{ENDING}", self.id)
    }

    /// The first file whose path no package can hold: longer than ustar has room for, or with signs that lead elsewhere
    /// on some system.
    #[must_use]
    pub fn without_room(&self) -> Option<&str> {
        let has_room = |path: &&String| {
            let whole = format!("{}/{path}", self.id);
            Limits::is_within(path) && tar::Header::new_ustar().set_path(whole).is_ok()
        };
        self.files.keys().find(|path| !has_room(path)).map(String::as_str)
    }

    /// The package as one file, every file of it dated at the beginning of a day.
    ///
    /// # Panics
    /// If a path has no room, as [`Package::without_room`] says.
    #[must_use]
    pub fn to_tar(&self, day: NaiveDate) -> Vec<u8> {
        let seconds = day.and_time(NaiveTime::MIN).and_utc().timestamp();
        let mut tar = tar::Builder::new(Vec::new());
        for (path, bytes) in &self.files {
            let mut header = tar::Header::new_ustar();
            let path = format!("{}/{path}", self.id);
            header.set_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            header.set_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            header.set_entry_type(tar::EntryType::Regular);
            header.set_mode(0o644);
            header.set_mtime(u64::try_from(seconds).unwrap_or_default());
            header.set_uid(0);
            header.set_gid(0);
            header.set_cksum();
            let written = tar.append(&header, bytes.as_slice());
            written.unwrap_or_else(|error| panic!("a file in memory can be written to: {error}"));
        }
        tar.into_inner()
            .unwrap_or_else(|error| panic!("a file in memory can be written to: {error}"))
    }
}

/// The files of a tar by their paths, the root folder's name first.
///
/// # Errors
/// If it is no tar, or holds what no package does: a link, a path that leads out of it or stands twice, more or larger
/// files than a package can have.
pub(super) fn files(from: impl Read) -> Result<Files, Refusal> {
    let unreadable = |_: io::Error| Refusal::NoTar;
    let (mut files, mut limits) = (BTreeMap::new(), Limits::default());
    // Names too are read from it, and must find an end.
    for entry in tar::Archive::new(from.take(LARGEST_PACKAGE)).entries().map_err(unreadable)? {
        let mut entry = entry.map_err(unreadable)?;
        let kind = entry.header().entry_type();
        // What other programs write beside the files: folders, and notes on them.
        if kind.is_dir() || kind.is_pax_global_extensions() {
            continue;
        }
        let path = entry.path().map_err(unreadable)?.to_string_lossy().replace('\\', "/");
        if !kind.is_file() {
            return Err(Refusal::NoPlainFile(path));
        }
        let bytes = limits.read(&path, &mut entry)?;
        if files.insert(path.clone(), bytes).is_some() {
            return Err(Refusal::Twice(path));
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_no_package_holds_is_named() {
        let with = |path: &str| Package {
            id: "statsbidrag-2024-x".to_owned(),
            files: Files::from([(path.to_owned(), Vec::new())]),
        };
        let long = format!("representations/indata/data/{}.json", "å".repeat(60));
        for path in [long.as_str(), "a:b.json", "a\\b.json", "../a.json"] {
            assert_eq!(with(path).without_room(), Some(path));
        }
        let short = with("representations/indata/data/lakemedel.xlsx");
        assert_eq!(short.without_room(), None);
        assert!(!short.to_tar(NaiveDate::MIN).is_empty());
    }
}
