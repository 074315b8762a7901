//! `archive`: a package that holds everything and agrees with itself, and what is told of one that somebody has changed;
//! what is not packed, and what is not read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::run::package::{Package, differs};

/// A set of some documents with the workbooks, made by the program itself.
struct Made {
    folder: Folder,
}

/// The documents: one with tables, one with a payment file.
const DOCUMENTS: &str = "besked,beslut";

fn made() -> Made {
    let folder = Folder::new("2024", data_2024::all());
    let answer = folder.generate_only(DOCUMENTS);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    Made { folder }
}

impl Made {
    fn archive(&self, flags: &[&str]) -> Svar {
        let mut command = program();
        command.arg("archive").arg(self.folder.result());
        answer_of(command.arg("--inputs").arg(self.folder.inputs()).args(flags))
    }

    /// The one package in a folder.
    fn package(&self, place: &str, flags: &[&str]) -> PathBuf {
        let out = self.folder.beside(place);
        let answer = self.archive(&[&["--out", &out.display().to_string()], flags].concat());
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
        let entries = fs::read_dir(out).expect("a folder").map(|entry| entry.expect("one").path());
        let mut packages = entries.filter(|path| path.extension().is_none_or(|end| end != "lock"));
        packages.next().expect("a package")
    }

    fn unpacked(&self) -> Package {
        Package(self.package("paket", &["--unpacked"]))
    }
}

/// Layers that differ, each in some files.
fn layers(expected: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    expected.iter().map(|(layer, files)| ((*layer).to_owned(), names(files))).collect()
}

#[test]
fn a_package_has_everything_and_needs_nothing_beside_it() {
    let made = made();
    let tar = made.package("tar", &[]);
    let bytes = fs::read(&tar).expect("a file");
    let again = made.package("tar igen", &[]);
    assert_eq!(tar.file_name(), again.file_name());
    assert!(bytes == fs::read(&again).expect("a file"), "the same bytes each time");
    // The same package again is left; another file by its name is not touched.
    assert_eq!(made.package("tar", &[]), tar);
    fs::write(&tar, "något annat").expect("a file");
    let refused = made.archive(&["--out", &tar.parent().expect("a folder").display().to_string()]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.error.contains("filen finns redan"), "{}", refused.error);
    assert_eq!(fs::read(&tar).expect("a file"), "något annat".as_bytes());

    let package = made.unpacked();
    let all = files(&package.0);
    for path in [
        "METS.xml",
        "metadata/descriptive/dc.xml",
        "metadata/preservation/premis.xml",
        "schemas/mets.xsd",
        "documentation/las-mig.md",
        "documentation/regler/lakemedel.md",
        "documentation/kontroll/rakna_om.py",
        "representations/dokument/METS.xml",
        "representations/dokument/data/besked.pdf",
        "representations/data/data/besked.json",
        "representations/data/data/manifest.json",
        "representations/indata/data/besked.xlsx",
        "representations/mallar/data/besked/main.typ.tera",
        "representations/mallar/data/fonts/SourceSans3-Regular.otf",
    ] {
        assert!(all.contains_key(path), "{path} is not there");
    }
    let mut in_tar = tar::Archive::new(bytes.as_slice());
    let entries = in_tar.entries().expect("a tar").map(|entry| entry.expect("an entry"));
    let entries: Vec<_> = entries
        .map(|entry| {
            (entry.path().expect("a path").into_owned(), entry.header().mtime().expect("a time"))
        })
        .collect();
    let name = package.0.file_name().expect("a name");
    let expected: Vec<_> = all.keys().map(|path| Path::new(name).join(path)).collect();
    assert_eq!(entries.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>(), expected);
    // 15 January 2024, the date of the youngest document.
    assert!(entries.iter().all(|(_, time)| *time == 1_705_276_800));

    fs::remove_dir_all(made.folder.inputs()).expect("the workbooks can go");
    fs::remove_dir_all(made.folder.result()).expect("the set can go");
    assert_eq!(differs(&again), BTreeMap::new());
    assert_eq!(package.differs(), BTreeMap::new());
}

#[test]
fn what_is_changed_in_a_package_is_named() {
    let made = made();
    for (path, from, to, layer, file) in [
        (
            "representations/data/data/besked.json",
            "9842000000",
            "9842000001",
            "siffror",
            "besked.json",
        ),
        (
            "representations/data/data/beslut-sektorsbidrag.csv",
            "633531342",
            "633531343",
            "siffror",
            "beslut-sektorsbidrag.csv",
        ),
    ] {
        let package = made.unpacked();
        package.replace(path, from, to);
        let differing = package.differs();
        assert_eq!(differing["filer"], [file.to_owned(), path.to_owned()], "{path}");
        // The same with the manifest and every METS changed to agree with it.
        package.edit_the_manifest();
        package.edit_the_mets();
        let differing = package.differs();
        assert!(!differing.contains_key("filer"), "{differing:?}");
        assert!(differing[layer].iter().all(|one| one == file), "{differing:?}");
        fs::remove_dir_all(&package.0).expect("it can go");
    }
    // A document, a template, and a file about the package.
    let package = made.unpacked();
    package.replace("representations/dokument/data/besked.pdf", "%PDF-1.7", "%PDF-1.6");
    package.replace("representations/mallar/data/besked/ingar.typ.tera", "ingår", "ingar");
    package.replace("documentation/spar.md", "Spåret", "Sparet");
    package.replace("metadata/descriptive/dc.xml", "Collection", "Dataset   ");
    let differing = package.differs();
    let mut changed = differing["filer"].clone();
    changed.sort();
    assert_eq!(
        changed,
        [
            "besked.pdf",
            "documentation/spar.md",
            "metadata/descriptive/dc.xml",
            "representations/dokument/data/besked.pdf",
            "representations/mallar/data/besked/ingar.typ.tera",
        ]
    );
}

#[test]
fn a_file_that_came_went_or_moved_is_named() {
    let made = made();
    let package = made.unpacked();
    fs::write(package.at("documentation/ny.md"), "ny").expect("a file");
    fs::remove_file(package.at("schemas/xml.xsd")).expect("a file");
    fs::rename(
        package.at("representations/dokument/data/besked.pdf"),
        package.at("representations/dokument/data/beskedet.pdf"),
    )
    .expect("a file");
    assert_eq!(
        package.differs()["filer"],
        [
            "beskedet.pdf",
            "documentation/ny.md",
            "representations/dokument/data/besked.pdf",
            "representations/dokument/data/beskedet.pdf",
            "schemas/xml.xsd",
        ]
    );
}

#[test]
fn a_swapped_workbook_is_named_and_a_package_by_another_name() {
    let made = made();
    let package = made.unpacked();
    let book = "representations/indata/data/besked.xlsx";
    fs::write(
        package.at(book),
        package.read("representations/indata/data/beslut-sektorsbidrag.xlsx"),
    )
    .expect("a file");
    let differing = package.differs();
    assert_eq!(differing["filer"], [book]);
    assert_eq!(differing["indata"], ["besked.xlsx"]);
    fs::remove_dir_all(&package.0).expect("it can go");
    let package = made.unpacked();
    let moved = Package(package.0.with_file_name("statsbidrag-2024"));
    fs::rename(&package.0, &moved.0).expect("a folder");
    assert_eq!(moved.differs(), layers(&[("filer", &["METS.xml"])]));
}

/// A package that was replaced as a whole agrees with itself: only an id that was noted elsewhere tells.
#[test]
fn a_package_replaced_as_a_whole_is_told_by_the_noted_id() {
    let made = made();
    let package = made.unpacked();
    let mut command = program();
    let noted = ["--run-id", "0123456789abcdef"];
    let answer = answer_of(command.arg("verify").arg(&package.0).args(noted));
    assert_eq!(answer.code, Some(1));
    let expected = "körningens id är ett annat än det som angavs med --run-id";
    assert!(answer.error.contains(expected), "{}", answer.error);
}

#[test]
fn a_set_that_is_not_as_it_was_is_not_packed() {
    let made = made();
    let out = made.folder.beside("paket");
    let refused = |text: &str| {
        let refused = made.archive(&["--out", &out.display().to_string()]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
        assert!(refused.error.contains("fel[F11] "), "{}", refused.error);
        assert!(refused.error.contains(text), "{text} is not in {}", refused.error);
        assert!(!out.exists());
    };
    let result = made.folder.result().join("besked.json");
    let json = fs::read(&result).expect("a file");
    fs::write(&result, "{}").expect("a file");
    refused("besked.json: filen har ändrats sedan den skrevs");
    fs::write(&result, json).expect("a file");
    let book = made.folder.inputs().join("besked.xlsx");
    let bytes = fs::read(&book).expect("a file");
    fs::remove_file(&book).expect("a file");
    refused("besked.xlsx: arbetsboken saknas");
    fs::write(&book, bytes).expect("a file");
    let manifest = made.folder.result().join("manifest.json");
    let text = fs::read_to_string(&manifest).expect("text");
    let mut other: Value = serde_json::from_str(&text).expect("JSON");
    other["korning"]["mallar"][0]["sha256"] = json!("0".repeat(64));
    fs::write(&manifest, serde_json::to_vec(&other).expect("JSON")).expect("a file");
    refused("filerna gjordes med andra mallar än programmets (1 skiljer sig");
    refused("hjälp:   gör dokumenten på nytt med statsbidrag generate");
}

/// A correction names the package that it replaces, by its id and by its run's.
#[test]
fn a_correction_names_what_it_replaces() {
    let made = made();
    let earlier = made.package("tidigare", &[]);
    let name = earlier.file_stem().expect("a name").to_string_lossy().into_owned();
    let run = name.rsplit('-').next().expect("a run").to_owned();
    let corrected =
        made.package("rättat", &["--unpacked", "--replaces", &earlier.display().to_string()]);
    let corrected = Package(corrected);
    let text = |path: &str| String::from_utf8(corrected.read(path)).expect("text");
    let mets = text("METS.xml");
    assert!(mets.contains("RECORDSTATUS=\"REPLACEMENT\""), "{mets}");
    let reference =
        format!("<mets:altRecordID TYPE=\"PREVIOUSREFERENCECODE\">{name}</mets:altRecordID>");
    assert!(mets.contains(&reference), "{mets}");
    let about = text("metadata/descriptive/dc.xml");
    assert!(about.contains(&format!("<dcterms:replaces>{name}</dcterms:replaces>")), "{about}");
    assert!(about.contains(&format!("Paketet ersätter {name}, körning {run}.")), "{about}");
    assert!(text("metadata/preservation/premis.xml").contains("supersedes"));
    assert_eq!(corrected.differs(), BTreeMap::new());
}

/// A tar that leads out of its folder, holds a link or a file twice, or is none at all, is not read.
#[test]
fn a_hostile_package_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let of = |entries: &[(&str, tar::EntryType)]| {
        let mut tar = tar::Builder::new(Vec::new());
        for (path, kind) in entries {
            let mut header = tar::Header::new_ustar();
            // As it stands: the library itself would refuse some.
            header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
            header.set_entry_type(*kind);
            header.set_size(0);
            header.set_cksum();
            tar.append(&header, [].as_slice()).expect("an entry");
        }
        tar.into_inner().expect("bytes")
    };
    let plain = tar::EntryType::Regular;
    for (bytes, text) in [
        (of(&[("p/METS.xml", plain), ("p/../../ut", plain)]), "leder ut ur paketet"),
        (of(&[("/p/METS.xml", plain)]), "leder ut ur paketet"),
        (of(&[("p/METS.xml", plain), ("p/a", tar::EntryType::Symlink)]), "ingen vanlig fil"),
        (of(&[("p/METS.xml", plain), ("p/METS.xml", plain)]), "ligger två gånger"),
        (of(&[("p/METS.xml", plain), ("q/METS.xml", plain)]), "inte en enda rotmapp"),
        (of(&[("METS.xml", plain)]), "inte en enda rotmapp"),
        (of(&[("p/a", plain)]), "inte en enda rotmapp"),
        (b"inget paket".repeat(100), "går inte att läsa som tar"),
        (Vec::new(), "inte en enda rotmapp"),
    ] {
        let path = folder.path().join("paket.tar");
        fs::write(&path, bytes).expect("a file");
        let answer = answer_of(program().arg("verify").arg(&path));
        assert_eq!((answer.code, answer.out.as_str()), (Some(1), ""), "{text}");
        assert!(answer.error.contains("fel[F01] "), "{}", answer.error);
        assert!(answer.error.contains(text), "{text} is not in {}", answer.error);
    }
}

#[test]
fn generate_makes_the_package_too() {
    let folder = Folder::new("2024", data_2024::all());
    let out = folder.beside("output").join("2024");
    let mut command = program();
    command.arg("generate").arg(folder.inputs()).args(["--only", DOCUMENTS, "--archive", "--out"]);
    let answer = answer_of(command.arg(&out));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let beside = files(&folder.beside("output"));
    let is_tar = |name: &&String| Path::new(name).extension().is_some_and(|end| end == "tar");
    let packages: Vec<_> = beside.keys().filter(is_tar).collect();
    assert_eq!(packages.len(), 1, "{:?}", beside.keys());
    assert!(answer.out.contains("Klart: arkivpaketet med "), "{}", answer.out);
    assert_eq!(differs(&folder.beside("output").join(packages[0])), BTreeMap::new());
}
