//! An archive package, made by the program itself, as a folder that somebody may change, and what `verify` then says of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use statsbidrag::manifest::Fil;

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, program};

/// A set of some documents with the workbooks, made by the program itself.
pub(crate) struct Made {
    pub(crate) folder: Folder,
}

/// The documents: one with tables, one with a payment file.
pub(crate) const DOCUMENTS: &str = "besked,beslut";

pub(crate) fn made() -> Made {
    let folder = Folder::new("2024", data_2024::all());
    let answer = folder.generate_only(DOCUMENTS);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    Made { folder }
}

impl Made {
    pub(crate) fn archive(&self, flags: &[&str]) -> Svar {
        let mut command = program();
        command.arg("archive").arg(self.folder.result());
        answer_of(command.arg("--inputs").arg(self.folder.inputs()).args(flags))
    }

    /// The one package in a folder.
    pub(crate) fn package(&self, place: &str, flags: &[&str]) -> PathBuf {
        let out = self.folder.beside(place);
        let answer = self.archive(&[&["--out", &out.display().to_string()], flags].concat());
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
        let entries = fs::read_dir(out).expect("a folder").map(|entry| entry.expect("one").path());
        let mut packages = entries.filter(|path| path.extension().is_none_or(|end| end != "lock"));
        packages.next().expect("a package")
    }

    pub(crate) fn unpacked(&self) -> Package {
        Package(self.package("paket", &["--unpacked"]))
    }
}

/// A package as a folder.
pub(crate) struct Package(pub(crate) PathBuf);

impl Package {
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces bytes that stand in a file with as many others.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let (bytes, from) = (self.read(path), from.as_bytes());
        let place = bytes.windows(from.len()).position(|part| part == from);
        let place = place.unwrap_or_else(|| panic!("{path} holds it"));
        let rest = &bytes[place + from.len()..];
        fs::write(self.at(path), [&bytes[..place], to.as_bytes(), rest].concat()).expect("a file");
    }

    /// Makes every METS agree with the files as they are, those of the parts before that of the whole.
    pub(crate) fn edit_the_mets(&self) {
        for folder in ["dokument", "data", "indata", "mallar"] {
            self.agree(&format!("representations/{folder}/"));
        }
        self.agree("");
    }

    fn agree(&self, folder: &str) {
        let mets = String::from_utf8(self.read(&format!("{folder}METS.xml"))).expect("text");
        let (mut sealed, mut sum) = (String::new(), None);
        // The checksum stands in the element before the address, or in the same.
        for part in mets.split_inclusive('>') {
            let attribute = |name: &str| {
                let (_, rest) = part.split_once(&format!("{name}=\""))?;
                rest.split_once('"').map(|(value, _)| value.to_owned())
            };
            sum = attribute("CHECKSUM").or(sum);
            sealed.push_str(part);
            if let (Some(path), Some(said)) = (attribute("xlink:href"), sum.clone())
                && let Ok(bytes) = fs::read(self.at(&format!("{folder}{path}")))
            {
                let place = sealed.rfind(&said).expect("the checksum");
                sealed.replace_range(place..place + said.len(), &Fil::new("", &bytes).sha256);
                sum = None;
            }
        }
        fs::write(self.at(&format!("{folder}METS.xml")), sealed).expect("a file");
    }

    /// Makes the manifest agree with the files as they are.
    pub(crate) fn edit_the_manifest(&self) {
        let path = "representations/data/data/manifest.json";
        let mut manifest: Value = serde_json::from_slice(&self.read(path)).expect("JSON");
        for file in manifest["utdata"].as_array_mut().expect("files") {
            let name = file["namn"].as_str().expect("a name").to_owned();
            let is_pdf = Path::new(&name).extension().is_some_and(|end| end == "pdf");
            let folder = if is_pdf { "dokument" } else { "data" };
            let bytes = self.read(&format!("representations/{folder}/data/{name}"));
            *file = serde_json::to_value(Fil::new(&name, &bytes)).expect("JSON");
        }
        fs::write(self.at(path), serde_json::to_vec_pretty(&manifest).expect("JSON"))
            .expect("a file");
    }

    /// The layers that differ, and where.
    pub(crate) fn differs(&self) -> BTreeMap<String, Vec<String>> {
        differs(&self.0)
    }
}

/// The layers of a package that differ, and where.
pub(crate) fn differs(package: &Path) -> BTreeMap<String, Vec<String>> {
    let mut command = program();
    let answer = answer_of(command.arg("verify").arg(package).args(["--format", "json"]));
    let json: Value =
        serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}"));
    let places = |layer: &Value| {
        let differences = layer["avvikelser"].as_array().expect("a list").iter();
        let files = differences.map(|one| one["fil"].as_str().expect("a file").to_owned());
        (layer["namn"].as_str().expect("a name").to_owned(), files.collect::<Vec<_>>())
    };
    let layers = json["lager"].as_array().expect("layers").iter().map(places);
    let differing: BTreeMap<_, _> = layers.filter(|(_, places)| !places.is_empty()).collect();
    assert_eq!(json["slutkod"], json!(u8::from(!differing.is_empty())), "{json:#}");
    differing
}
