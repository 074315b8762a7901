//! The user's own templates, read from a folder that may have come from anyone: nothing outside it is read, nothing
//! that is not a plain file, and no more than templates can need. Knows names, limits and what is built in.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::folder::cause;
use super::selection::meant;
use crate::output::of_the_system;
use crate::problem::messages::template as say;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::Templates;

/// The largest file, in bytes: a typeface with every script, a picture for print.
const LARGEST: u64 = 32 << 20;

/// The largest folder, in bytes.
const LARGEST_FOLDER: u64 = 128 << 20;

/// The most files, and the deepest folder.
const MOST_FILES: usize = 2_000;
const DEEPEST: usize = 16;

/// The templates that the program has, with those of a folder in their place.
///
/// # Errors
/// A folder or file that cannot be read, a link, what is no plain file, more or larger files than templates need;
/// and a file that replaces no template and that none uses.
pub fn templates(folder: &Path) -> Result<Templates, Problems> {
    let mut reader = Reader::default();
    reader.folder(folder, "", 0);
    let Reader { files, mut problems, .. } = reader;
    if files.is_empty() && !problems.stop() {
        let place = Location::file(folder.display().to_string());
        problems.add(Problem::new(Code::F01, place, say::no_templates()).help(say::export()));
    }
    let all = Templates::builtin().with(files);
    for path in all.strays() {
        problems.add(stray(&path));
    }
    if problems.stop() { Err(problems) } else { Ok(all) }
}

fn stray(path: &str) -> Problem {
    let built_in = Templates::builtin();
    let near = meant(path, built_in.files().map(|(name, _)| name));
    let text = say::replaces_none(&near);
    Problem::new(Code::F09, Location::file(path), text).help(say::rename_or_remove())
}

#[derive(Default)]
struct Reader {
    files: BTreeMap<String, Vec<u8>>,
    problems: Problems,
    bytes: u64,
    /// Whether a limit of the whole has been told of: once is enough.
    full: bool,
}

impl Reader {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let shown =
            if prefix.is_empty() { folder.display().to_string() } else { prefix.to_owned() };
        if depth > DEEPEST {
            return self.no(&shown, say::too_deep());
        }
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                return self.no(&shown, say::unreadable(&cause(&error)));
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let name = format!("{prefix}{}", name.to_string_lossy());
                self.no(&name, say::name_unreadable());
                continue;
            };
            let path = format!("{prefix}{name}");
            if name.starts_with('.') || of_the_system(name) || path == Templates::README {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    self.folder(&entry.path(), &format!("{path}/"), depth + 1);
                }
                Ok(kind) if kind.is_file() => self.file(&entry.path(), path),
                Ok(kind) if kind.is_symlink() => {
                    self.no(&path, say::link());
                }
                Ok(_) => self.no(&path, say::not_a_file()),
                Err(error) => {
                    self.no(&path, say::file_unreadable(&cause(&error)));
                }
            }
            if self.full {
                return;
            }
        }
    }

    fn file(&mut self, file: &Path, path: String) {
        if self.files.len() >= MOST_FILES || self.bytes > LARGEST_FOLDER {
            self.full = true;
            return self.no(&path, say::folder_too_large());
        }
        match bounded(file) {
            Ok(bytes) if size(&bytes) > LARGEST => {
                self.no(&path, say::file_too_large());
            }
            Ok(bytes) => {
                self.bytes += size(&bytes);
                self.files.insert(path, bytes);
            }
            Err(error) => self.no(&path, say::file_unreadable(&cause(&error))),
        }
    }

    fn no(&mut self, path: &str, text: Message) {
        self.problems.add(Problem::new(Code::F01, Location::file(path), text));
    }
}

/// A file, as far as a byte past the largest.
fn bounded(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
