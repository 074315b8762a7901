//! Where templates, typefaces and pictures come from: the ones built into the program, or the user's
//! own laid over them, as a map from path to bytes. Knows no file system and no typesetting.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use include_dir::{Dir, DirEntry, include_dir};

static BUILTIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The folder of what all documents share.
const SHARED: &str = "shared";

/// The end of the names of files that Tera fills in.
pub(super) const TERA: &str = ".tera";

/// Everything a document is set from, by path with `/`, relative to the folder of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates(BTreeMap<String, Cow<'static, [u8]>>);

impl Templates {
    /// The file beside the templates that describes them, and is none of them.
    pub const README: &'static str = "README.md";

    /// The templates the program was built with.
    #[must_use]
    pub fn builtin() -> Self {
        let mut files = BTreeMap::new();
        collect(&BUILTIN, &mut files);
        files.remove(Self::README);
        Self(files)
    }

    /// What the templates are and how they are changed, for whoever is to change them.
    #[must_use]
    pub fn readme() -> &'static str {
        BUILTIN.get_file(Self::README).and_then(|file| file.contents_utf8()).unwrap_or_default()
    }

    /// Lays the user's own files over these: a file replaces the one at the same path, others are added.
    #[must_use]
    pub fn with(mut self, own: BTreeMap<String, Vec<u8>>) -> Self {
        self.0.extend(own.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))));
        self
    }

    /// Some files and no others, as an earlier version of the program may have had them.
    #[must_use]
    pub fn exactly(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))).collect())
    }

    /// Whether a template, or anything that it is filled in with, is another than the program's own.
    #[must_use]
    pub(super) fn are_own_for(&self, template: &str) -> bool {
        let builtin = Self::builtin();
        let folder = |path: &str| path.split_once('/').map_or("", |(folder, _)| folder).to_owned();
        let mut folders = BTreeSet::from([folder(template), SHARED.to_owned()]);
        // A document may be filled in with another's words.
        let included = |folders: &BTreeSet<String>| -> BTreeSet<String> {
            let own = self.files().filter(|(path, _)| folders.contains(&folder(path)));
            let texts = own.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
            let named = |text: String| {
                let parts = text.split("include \"").skip(1).map(folder);
                parts.filter(|folder| !folder.is_empty()).collect::<Vec<_>>()
            };
            texts.flat_map(named).collect()
        };
        loop {
            let more: Vec<_> = included(&folders).difference(&folders).cloned().collect();
            if more.is_empty() {
                break;
            }
            folders.extend(more);
        }
        let names = self.0.keys().chain(builtin.0.keys());
        let mut own = names.filter(|path| folders.contains(&folder(path)));
        own.any(|path| self.0.get(path) != builtin.0.get(path))
    }

    /// The files, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }
}

fn collect(dir: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => collect(dir, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path, Cow::Borrowed(file.contents()));
            }
        }
    }
}
