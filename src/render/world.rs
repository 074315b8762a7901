//! The world Typst sees: the templates, the typefaces, and one document's source and data. Nothing else
//! can be read, no package fetched, and no clock asked. Knows nothing of Tera and PDF.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::templates::{TERA, Templates};
use crate::problem::messages::{template, typesetting as say};
use crate::problem::{Code, Location, Message, Problem, Problems};

/// Where a template finds the document's JSON.
pub(super) const DATA: &str = "/data.json";

/// What all documents of a run share, so that Typst can reuse what it has worked out.
pub(super) struct Base {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
    data: FileId,
}

impl Base {
    /// Reads the typefaces and parses the Typst files among the templates.
    ///
    /// # Errors
    /// A file that is not what its name says, or no typeface at all.
    pub(super) fn read(templates: &Templates) -> Result<Self, Problems> {
        let mut base = Self {
            library: LazyHash::new(
                Library::builder()
                    .with_features([Feature::A11yExtras].into_iter().collect())
                    .build(),
            ),
            book: LazyHash::new(FontBook::new()),
            fonts: Vec::new(),
            sources: BTreeMap::new(),
            files: BTreeMap::new(),
            data: id(DATA).map_err(|text| errors(DATA, text))?,
        };
        for (path, bytes) in templates.files().filter(|(path, _)| !path.ends_with(TERA)) {
            base.add(path, bytes).map_err(|text| errors(path, text))?;
        }
        if base.fonts.is_empty() {
            return Err(errors("fonts", say::no_fonts()));
        }
        base.book = LazyHash::new(FontBook::from_fonts(&base.fonts));
        Ok(base)
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Message> {
        let bytes = Bytes::new(bytes.to_vec());
        match path.rsplit_once('.').map(|(_, end)| end) {
            Some("otf" | "ttf" | "ttc") => {
                let fonts: Vec<_> = Font::iter(bytes).collect();
                if fonts.is_empty() {
                    return Err(say::font_unreadable());
                }
                self.fonts.extend(fonts);
            }
            Some("typ") => {
                let text = bytes.as_str().map_err(|_| template::not_utf8())?.to_owned();
                self.sources.insert(path.to_owned(), Source::new(id(path)?, text));
            }
            _ => {
                self.files.insert(path.to_owned(), bytes);
            }
        }
        Ok(())
    }
}

/// One document's world.
pub(super) struct DocumentWorld<'a> {
    base: &'a Base,
    main: Source,
    data: Bytes,
}

impl<'a> DocumentWorld<'a> {
    /// The world of a document: its Typst source, as if it lay at `path`, and its JSON.
    ///
    /// # Errors
    /// A path that leads out of the templates.
    pub(super) fn new(
        base: &'a Base,
        path: &str,
        text: String,
        json: &[u8],
    ) -> Result<Self, Problems> {
        let main = Source::new(id(path).map_err(|text| errors(path, text))?, text);
        Ok(Self { base, main, data: Bytes::new(json.to_vec()) })
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.base.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.base.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let path = within_the_templates(id)?;
        self.base.sources.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.base.data {
            return Ok(self.data.clone());
        }
        let path = within_the_templates(id)?;
        self.base.files.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn within_the_templates(id: FileId) -> FileResult<&'static str> {
    match id.get().root() {
        VirtualRoot::Project => Ok(id.get().vpath().get_without_slash()),
        VirtualRoot::Package(_) => Err(FileError::AccessDenied),
    }
}

fn id(path: &str) -> Result<FileId, Message> {
    let path = VirtualPath::new(path).map_err(|_| say::path_leads_out())?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn errors(path: &str, text: Message) -> Problems {
    Problem::new(Code::U02, Location::file(path), text).into()
}
