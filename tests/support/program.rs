//! Runs the program as a user does, in folders of its own, and tells what it answered. Knows no
//! workbook and no document.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::document_set::keep_trace;

/// What the program answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Svar {
    /// The exit code; none if it was killed.
    pub(crate) code: Option<i32>,
    /// What it wrote for whoever follows the work.
    pub(crate) out: String,
    /// What it wrote about problems.
    pub(crate) error: String,
}

/// The program, to be given arguments; in Swedish, whatever the system speaks.
pub(crate) fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_statsbidrag"));
    program.env("LC_ALL", "C");
    program
}

/// Runs it to its end.
pub(crate) fn answer_of(command: &mut Command) -> Svar {
    let Output { status, stdout, stderr } = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Svar { code: status.code(), out: text(stdout), error: text(stderr) }
}

/// A folder of workbooks for a year, in a folder with spaces and letters beyond ASCII, and room beside.
pub(crate) struct Folder {
    root: tempfile::TempDir,
    year: &'static str,
}

impl Folder {
    /// A folder of workbooks, given by name and bytes.
    pub(crate) fn new(year: &'static str, books: &[(&str, Vec<u8>)]) -> Self {
        let folder = Self { root: tempfile::tempdir().expect("a folder"), year };
        fs::create_dir_all(folder.inputs()).expect("a folder");
        books.iter().fold(folder, |folder, (name, bytes)| folder.with(name, bytes))
    }

    /// Puts a workbook there, in place of the one of that name.
    pub(crate) fn with(self, name: &str, bytes: &[u8]) -> Self {
        fs::write(self.inputs().join(name), bytes).expect("a file");
        self
    }

    /// A path beside it.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.root.path().join("å ä ö").join(name)
    }

    /// The folder of workbooks.
    pub(crate) fn inputs(&self) -> PathBuf {
        self.beside("in data").join(self.year)
    }

    /// Where results are told to lie.
    pub(crate) fn result(&self) -> PathBuf {
        self.beside("ut data").join(self.year)
    }

    /// `generate --out`.
    #[cfg(feature = "typeset")]
    pub(crate) fn generate(&self) -> Svar {
        self.kept(&mut self.generating())
    }

    /// The same of some documents.
    pub(crate) fn generate_only(&self, documents: &str) -> Svar {
        self.kept(self.generating().arg("--only").arg(documents))
    }

    /// The answer, and the trace of what was made kept.
    fn kept(&self, generate: &mut Command) -> Svar {
        let answer = answer_of(generate);
        if let Ok(trace) = fs::read(self.result().join("trace.json")) {
            keep_trace(&trace);
        }
        answer
    }

    fn generating(&self) -> Command {
        let mut program = program();
        program.arg("generate").arg(self.inputs()).arg("--out").arg(self.result());
        program
    }
}

/// The files in a folder, and those within it, by their paths from it.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(one) = left.pop() {
        for entry in fs::read_dir(&one).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                left.push(path);
            } else {
                let name =
                    path.strip_prefix(folder).expect("within").to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    found
}
