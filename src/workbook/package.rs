//! An opened package: its parts, by path, each read no further than it was measured. Knows nothing of what
//! is in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Take};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::{Damage, XmlEvents};
use crate::problem::messages::package as say;

/// An opened package that is safe to read.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Part by its path, as calamine compares them.
    entries: BTreeMap<String, (usize, u64)>,
    /// The sheets, in order.
    pub(super) sheet: Vec<SheetPart>,
}

/// A part's bytes, never more than were measured.
pub(super) type Del<'p, 'a> = Take<ZipFile<'p, Cursor<&'a [u8]>>>;

/// A sheet in the package.
#[derive(Clone, Debug)]
pub(super) struct SheetPart {
    /// The name on the tab.
    pub(super) name: String,
    /// The path of its part.
    pub(super) path: String,
    /// Whether the whole sheet is hidden.
    pub(super) hidden: bool,
    /// Whether it has cells (and is not a chart, say).
    pub(super) spreadsheet: bool,
}

impl<'a> Package<'a> {
    /// A package whose parts have been measured: by each path its place in the archive and its size.
    pub(super) fn new(
        zip: ZipArchive<Cursor<&'a [u8]>>,
        entries: BTreeMap<String, (usize, u64)>,
    ) -> Self {
        Self { zip, entries, sheet: Vec::new() }
    }

    /// The events of a part; `None` if there is no such part.
    pub(super) fn part(
        &mut self,
        path: &str,
    ) -> Result<Option<XmlEvents<std::io::BufReader<Del<'_, 'a>>>>, Damage> {
        let Some((index, size)) = self.entries.get(&key(path)).copied() else {
            return Ok(None);
        };
        let entry = self.zip.by_index(index).map_err(|_| Damage(say::not_unpacked()))?;
        Ok(Some(XmlEvents::new(entry.take(size))))
    }

    /// The measured size of a part; zero if there is none.
    pub(super) fn size(&self, path: &str) -> u64 {
        self.entries.get(&key(path)).map_or(0, |(_, size)| *size)
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(&key(path))
    }
}

/// How a path is compared.
pub(super) fn key(path: &str) -> String {
    path.replace('\\', "/").to_ascii_lowercase()
}
