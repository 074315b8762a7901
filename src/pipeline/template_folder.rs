//! The user's own templates, read from a folder that may have come from anyone: nothing outside it is read, nothing
//! that is not a plain file, and no more than templates can need. Knows names, limits and what is built in.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::folder::{cause, of_the_system};
use super::selection::nearest;
use crate::problem::{Code, Location, Problem, Problems};
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
        problems.add(
            Problem::new(Code::F01, place, "mappen har inga mallar").help(
                "statsbidrag templates export gör en ny mapp med alla mallar som går att ändra",
            ),
        );
    }
    let all = Templates::builtin().with(files);
    for path in all.strays() {
        problems.add(stray(&path));
    }
    if problems.stop() { Err(problems) } else { Ok(all) }
}

fn stray(path: &str) -> Problem {
    let built_in = Templates::builtin();
    let near = nearest(path, built_in.files().map(|(name, _)| name));
    let text = format!("filen ersätter ingen mall, och ingen mall använder den{near}");
    Problem::new(Code::F09, Location::file(path), text).help(
        "ge den namnet på mallen som den ska ersätta (statsbidrag templates list visar dem), eller ta bort den",
    )
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
            return self.no(&shown, "mappen ligger för djupt bland mallarna");
        }
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                return self.no(&shown, &format!("mallarna går inte att läsa: {}", cause(&error)));
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let name = format!("{prefix}{}", name.to_string_lossy());
                self.no(&name, "filens namn går inte att läsa");
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
                    self.no(&path, "en länk läses inte; lägg själva filen i mappen");
                }
                Ok(_) => self.no(&path, "det är inte en vanlig fil"),
                Err(error) => {
                    self.no(&path, &format!("filen går inte att läsa: {}", cause(&error)));
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
            return self.no(&path, "mappen är större än mallar kan behöva; den lästes inte längre");
        }
        match bounded(file) {
            Ok(bytes) if size(&bytes) > LARGEST => {
                self.no(&path, "filen är större än en mall kan behöva");
            }
            Ok(bytes) => {
                self.bytes += size(&bytes);
                self.files.insert(path, bytes);
            }
            Err(error) => self.no(&path, &format!("filen går inte att läsa: {}", cause(&error))),
        }
    }

    fn no(&mut self, path: &str, text: &str) {
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
