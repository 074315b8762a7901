//! Runs the program as a user does, in folders of its own, and tells what it answered. Knows no
//! workbook and no document.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the program answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Svar {
    /// The exit code; none if it was killed.
    pub(crate) kod: Option<i32>,
    /// What it wrote for whoever follows the work.
    pub(crate) ut: String,
    /// What it wrote about problems.
    pub(crate) fel: String,
}

/// The program, to be given arguments.
pub(crate) fn programmet() -> Command {
    Command::new(env!("CARGO_BIN_EXE_statsbidrag"))
}

/// Runs it to its end.
pub(crate) fn svar(command: &mut Command) -> Svar {
    let Output { status, stdout, stderr } = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Svar { kod: status.code(), ut: text(stdout), fel: text(stderr) }
}

/// A folder of workbooks for a year, in a folder with spaces and letters beyond ASCII, and room beside.
pub(crate) struct Mapp {
    rot: tempfile::TempDir,
    ar: &'static str,
}

impl Mapp {
    /// A folder of workbooks, given by name and bytes.
    pub(crate) fn ny(ar: &'static str, bocker: &[(&str, Vec<u8>)]) -> Self {
        let mapp = Self { rot: tempfile::tempdir().expect("a folder"), ar };
        fs::create_dir_all(mapp.indata()).expect("a folder");
        bocker.iter().fold(mapp, |mapp, (namn, bytes)| mapp.med(namn, bytes))
    }

    /// Puts a workbook there, in place of the one of that name.
    pub(crate) fn med(self, namn: &str, bytes: &[u8]) -> Self {
        fs::write(self.indata().join(namn), bytes).expect("a file");
        self
    }

    /// A path beside it.
    pub(crate) fn bredvid(&self, namn: &str) -> PathBuf {
        self.rot.path().join("å ä ö").join(namn)
    }

    /// The folder of workbooks.
    pub(crate) fn indata(&self) -> PathBuf {
        self.bredvid("in data").join(self.ar)
    }

    /// Where results are told to lie.
    pub(crate) fn resultat(&self) -> PathBuf {
        self.bredvid("ut data").join(self.ar)
    }

    /// `generate --out`.
    #[cfg(feature = "typeset")]
    pub(crate) fn generate(&self) -> Svar {
        svar(&mut self.generating())
    }

    /// The same of some documents.
    pub(crate) fn generate_only(&self, documents: &str) -> Svar {
        svar(self.generating().arg("--only").arg(documents))
    }

    fn generating(&self) -> Command {
        let mut program = programmet();
        program.arg("generate").arg(self.indata()).arg("--out").arg(self.resultat());
        program
    }
}

/// The files in a folder, and those within it, by their paths from it.
pub(crate) fn filer(mapp: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut funna = BTreeMap::new();
    let mut kvar = vec![mapp.to_owned()];
    while let Some(en) = kvar.pop() {
        for post in fs::read_dir(&en).expect("a folder") {
            let path = post.expect("an entry").path();
            if path.is_dir() {
                kvar.push(path);
            } else {
                let namn = path.strip_prefix(mapp).expect("within").to_string_lossy().into_owned();
                funna.insert(namn, fs::read(&path).expect("a file"));
            }
        }
    }
    funna
}
