//! An opened package: its parts, by path, each read no further than it was measured. Knows nothing of what
//! is in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Take};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::{Handelser, Skada};

/// An opened package that is safe to read.
pub(super) struct Paket<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Part by its path, as calamine compares them.
    poster: BTreeMap<String, (usize, u64)>,
    /// The sheets, in order.
    pub(super) blad: Vec<Bladdel>,
}

/// A part's bytes, never more than were measured.
pub(super) type Del<'p, 'a> = Take<ZipFile<'p, Cursor<&'a [u8]>>>;

/// A sheet in the package.
#[derive(Clone, Debug)]
pub(super) struct Bladdel {
    /// The name on the tab.
    pub(super) namn: String,
    /// The path of its part.
    pub(super) path: String,
    /// Whether the whole sheet is hidden.
    pub(super) dolt: bool,
    /// Whether it has cells (and is not a chart, say).
    pub(super) kalkyl: bool,
}

impl<'a> Paket<'a> {
    /// A package whose parts have been measured: by each path its place in the archive and its size.
    pub(super) fn new(
        zip: ZipArchive<Cursor<&'a [u8]>>,
        poster: BTreeMap<String, (usize, u64)>,
    ) -> Self {
        Self { zip, poster, blad: Vec::new() }
    }

    /// The events of a part; `None` if there is no such part.
    pub(super) fn del(
        &mut self,
        path: &str,
    ) -> Result<Option<Handelser<std::io::BufReader<Del<'_, 'a>>>>, Skada> {
        let Some((index, storlek)) = self.poster.get(&nyckel(path)).copied() else {
            return Ok(None);
        };
        let post = self.zip.by_index(index).map_err(|_| Skada::ny("går inte att packa upp"))?;
        Ok(Some(Handelser::ny(post.take(storlek))))
    }

    /// The measured size of a part; zero if there is none.
    pub(super) fn storlek(&self, path: &str) -> u64 {
        self.poster.get(&nyckel(path)).map_or(0, |(_, storlek)| *storlek)
    }

    /// Whether there is such a part.
    pub(super) fn har(&self, path: &str) -> bool {
        self.poster.contains_key(&nyckel(path))
    }
}

/// How a path is compared.
pub(super) fn nyckel(path: &str) -> String {
    path.replace('\\', "/").to_ascii_lowercase()
}
