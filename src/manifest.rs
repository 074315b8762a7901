//! What proves a run: checksums of everything that went in and came out, the program it was made
//! with, and one id for all that determines the result. Reads no file and no clock.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A SHA-256 checksum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Checksum([u8; 32]);

impl Checksum {
    /// The checksum of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// 64 hexadecimal digits, as every checksum tool prints them.
impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The program itself.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Program {
    /// Its name.
    pub namn: String,
    /// Its version.
    pub version: String,
    /// SHA-256 over its sources and build script, by path.
    pub kallkod_sha256: String,
    /// SHA-256 of `Cargo.lock`: the exact versions of everything it is built with.
    pub cargo_lock_sha256: String,
}

impl Program {
    /// The program that is running; the checksums were made when it was built.
    #[must_use]
    pub fn this() -> Self {
        Self {
            namn: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            kallkod_sha256: env!("STATSBIDRAG_KALLKOD_SHA256").to_owned(),
            cargo_lock_sha256: env!("STATSBIDRAG_CARGO_LOCK_SHA256").to_owned(),
        }
    }
}

/// A file: name, size and checksum.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fil {
    /// Its name, relative to the folder it belongs to, with `/`.
    pub namn: String,
    /// Its size in bytes.
    pub storlek: u64,
    /// Its SHA-256.
    pub sha256: String,
}

impl Fil {
    /// A file with some bytes.
    #[must_use]
    pub fn new(namn: impl Into<String>, bytes: &[u8]) -> Self {
        Self {
            namn: namn.into(),
            storlek: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            sha256: Checksum::of(bytes).to_string(),
        }
    }
}

/// A set that a comparison or a correction is of.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Jamford {
    /// Its year.
    pub ar: i32,
    /// The id of its run.
    pub korning: String,
    /// SHA-256 of its `manifest.json`, which has the checksums of its files.
    pub manifest_sha256: String,
}

/// Everything that determines a result, and its id.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Korning {
    /// 16 hexadecimal digits: the first of the SHA-256 over everything below. Two runs with the same
    /// id give the same files.
    pub id: String,
    /// The program.
    pub program: Program,
    /// What was asked for: the PDF standard, and the choice of documents if not all were.
    pub val: BTreeMap<String, String>,
    /// The older set and the newer one, where the result is a comparison or a correction of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jamfor: Vec<Jamford>,
    /// The workbooks.
    pub indata: Vec<Fil>,
    /// Templates and pictures.
    pub mallar: Vec<Fil>,
    /// Typefaces.
    pub typsnitt: Vec<Fil>,
}

/// How many hexadecimal digits the id has: 64 bits, plenty to tell runs apart, short enough to read out.
pub const ID_DIGITS: usize = 16;

impl Korning {
    /// A run of this program; the files in any order.
    #[must_use]
    pub fn new(
        val: BTreeMap<String, String>,
        mut indata: Vec<Fil>,
        mallar: impl IntoIterator<Item = Fil>,
    ) -> Self {
        indata.sort();
        let is_font = |fil: &Fil| {
            [".otf", ".ttf", ".ttc"].iter().any(|extension| fil.namn.ends_with(extension))
        };
        let (mut typsnitt, mut mallar): (Vec<_>, Vec<_>) = mallar.into_iter().partition(is_font);
        typsnitt.sort();
        mallar.sort();
        let mut korning = Self {
            id: String::new(),
            program: Program::this(),
            val,
            jamfor: Vec::new(),
            indata,
            mallar,
            typsnitt,
        };
        korning.id = korning.own_id();
        korning
    }

    /// The same run, of two sets that are held against each other.
    #[must_use]
    pub fn comparing(self, jamfor: impl IntoIterator<Item = Jamford>) -> Self {
        let mut korning = Self { jamfor: jamfor.into_iter().collect(), ..self };
        korning.id = korning.own_id();
        korning
    }

    /// Whether it made a comparison or a correction of two sets, and no set of a year.
    #[must_use]
    pub fn is_comparison(&self) -> bool {
        !self.jamfor.is_empty()
    }

    /// The id that belongs to what the run says of itself.
    ///
    /// # Panics
    /// If it is no JSON: a bug.
    #[must_use]
    pub fn own_id(&self) -> String {
        // The id is over the run's own JSON with an empty id: nothing can be left out of it.
        let without = Self { id: String::new(), ..self.clone() };
        let bytes = serde_json::to_vec(&without)
            .unwrap_or_else(|error| panic!("a run is always JSON: {error}"));
        Checksum::of(&bytes).to_string().chars().take(ID_DIGITS).collect()
    }
}

/// The key, among what was asked for, of a choice of documents: a set that has it is not the whole year's.
pub const SELECTION: &str = "urval";

/// What a manifest that lies in a folder says; nothing of what is not one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Previous {
    /// Whether the set is of some documents only.
    pub selection: bool,
    /// The workbooks that it was made of.
    pub workbooks: BTreeSet<String>,
    /// The files, by name, with their checksums.
    pub filer: BTreeMap<String, String>,
}

impl Previous {
    /// Reads a manifest of this or an earlier version of the program.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let json: Value = serde_json::from_slice(bytes).ok()?;
        let selection = json.pointer("/korning/val")?.get(SELECTION).is_some();
        let fil = |fil: &Value| {
            let text = |namn: &str| fil.get(namn).and_then(Value::as_str).map(str::to_owned);
            Some((text("namn")?, text("sha256")?))
        };
        let inputs = json.pointer("/korning/indata").and_then(Value::as_array);
        let inputs = inputs.into_iter().flatten().filter_map(fil).map(|(name, _)| name);
        Some(Self {
            selection,
            // Archived files of earlier years, which lie in a folder of their own, give no documents.
            workbooks: inputs.filter(|name| !name.contains('/')).collect(),
            filer: json.get("utdata")?.as_array()?.iter().filter_map(fil).collect(),
        })
    }

    /// Whether a file is one of the set's, unchanged.
    #[must_use]
    pub fn wrote(&self, namn: &str, bytes: &[u8]) -> bool {
        self.filer.get(namn).is_some_and(|summa| *summa == Checksum::of(bytes).to_string())
    }
}

/// `manifest.json`: the run, and every file it wrote.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Manifest {
    /// The version of this form.
    pub version: u32,
    /// The year.
    pub ar: i32,
    /// What determined the result.
    pub korning: Korning,
    /// The workbooks that were not there, and what was not made for want of them; empty if all were.
    pub saknas: Vec<Saknad>,
    /// The warnings about the workbooks that somebody has answered for; empty if nothing looked wrong.
    #[serde(default)]
    pub bekraftade_varningar: Vec<Bekraftad>,
    /// Every other file of the set.
    pub utdata: Vec<Fil>,
}

/// A warning that somebody has answered for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Bekraftad {
    /// Its code, `P02`.
    pub kod: String,
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// The cell.
    pub cell: String,
    /// What stands in it.
    pub varde: String,
    /// Who answers for it.
    pub bekraftad_av: String,
    /// Why.
    pub skal: String,
}

/// A workbook that was not there.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Saknad {
    /// Its file name.
    pub arbetsbok: String,
    /// The kinds of documents that were not made.
    pub ej_gjorda: Vec<String>,
    /// The kinds of documents that were made without the part that it is the ground for.
    pub utan_del: Vec<String>,
}

impl Manifest {
    /// The manifest of a set of files.
    #[must_use]
    pub fn new(
        ar: i32,
        korning: Korning,
        (saknas, bekraftade_varningar): (Vec<Saknad>, Vec<Bekraftad>),
        filer: &BTreeMap<String, Vec<u8>>,
    ) -> Self {
        let utdata = filer.iter().map(|(namn, bytes)| Fil::new(namn, bytes)).collect();
        Self { version: 2, ar, korning, saknas, bekraftade_varningar, utdata }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(standard: &str, indata: &[(&str, &[u8])]) -> Korning {
        let val = BTreeMap::from([("pdf-standard".to_owned(), standard.to_owned())]);
        let indata = indata.iter().map(|(namn, bytes)| Fil::new(*namn, bytes)).collect();
        Korning::new(val, indata, [Fil::new("a.typ", b"a"), Fil::new("b.otf", b"b")])
    }

    #[test]
    fn the_checksum_is_the_one_the_world_computes() {
        assert_eq!(
            Checksum::of(b"abc").to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_id_hangs_on_everything_but_the_order() {
        let id = run("a-3a", &[("x", b"1"), ("y", b"2")]).id;
        assert_eq!(id.len(), ID_DIGITS);
        assert_eq!(id, run("a-3a", &[("y", b"2"), ("x", b"1")]).id);
        assert_ne!(id, run("a-2a", &[("x", b"1"), ("y", b"2")]).id);
        assert_ne!(id, run("a-3a", &[("x", b"1"), ("y", b"3")]).id);
        assert_ne!(id, run("a-3a", &[("x", b"1"), ("z", b"2")]).id);
    }

    #[test]
    fn the_id_of_a_comparison_hangs_on_the_manifests_of_both() {
        let of = |sums: [&str; 2]| {
            run("a-3a", &[]).comparing(sums.map(|sum| Jamford {
                ar: 2024,
                korning: "0123456789abcdef".to_owned(),
                manifest_sha256: sum.to_owned(),
            }))
        };
        let one = of(["a", "b"]);
        assert!(one.is_comparison() && !run("a-3a", &[]).is_comparison());
        assert_eq!(one.id, one.own_id());
        assert!([of(["b", "a"]), of(["a", "c"]), run("a-3a", &[])].iter().all(|b| b.id != one.id));
        // A run that compares nothing says nothing of it, and keeps the id that it always had.
        let json = serde_json::to_string(&run("a-3a", &[])).expect("JSON");
        assert!(!json.contains("jamfor"), "{json}");
    }

    #[test]
    fn typefaces_are_told_from_templates() {
        let korning = run("a-3a", &[]);
        assert_eq!(korning.mallar.len(), 1);
        assert_eq!(korning.typsnitt.len(), 1);
    }
}
