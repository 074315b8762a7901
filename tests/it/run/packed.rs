//! `verify` of an archive package that somebody has changed, and of one that may harm: what is named, and what is not read.

use std::collections::BTreeMap;
use std::fs;

use crate::program::{answer_of, program};
use crate::run::package::{Package, made};

/// Something that somebody does to a package.
type Slip = fn(&Package);

/// What is slipped in, the layer that then differs, and the file.
const SLIPS: [(Slip, &str, &str); 7] = [
    (
        |package| {
            let pdf = package.read("representations/dokument/data/besked.pdf");
            fs::write(package.at("representations/data/data/besked.pdf"), pdf).expect("a file");
            package.replace("representations/dokument/data/besked.pdf", "%PDF-1.7", "%PDF-1.6");
        },
        "filer",
        "representations/data/data/besked.pdf",
    ),
    (
        |package| {
            fs::write(package.at("representations/indata/data/extra.xlsx"), "x").expect("a file");
        },
        "filer",
        "representations/indata/data/extra.xlsx",
    ),
    (
        |package| {
            fs::remove_file(package.at("representations/indata/data/besked.xlsx")).expect("a file");
        },
        "filer",
        "representations/indata/data/besked.xlsx",
    ),
    (
        |package| {
            package.replace("representations/mallar/data/besked/ingar.typ.tera", "ingår", "ingar ");
        },
        "filer",
        "representations/mallar/data/besked/ingar.typ.tera",
    ),
    (
        |package| package.replace("documentation/regler/besked.md", "medlen", "MEDLEN"),
        "byte",
        "documentation/regler/besked.md",
    ),
    (
        |package| {
            package.replace("metadata/descriptive/dc.xml", "<dc:creator>R", "<dc:creator>X");
        },
        "byte",
        "metadata/descriptive/dc.xml",
    ),
    (
        |package| {
            package.replace(
                "representations/data/data/manifest.json",
                "\"ar\": 2024",
                "\"ar\": 2023",
            );
        },
        "byte",
        "manifest.json",
    ),
];

/// Layers that differ, each in some files.
fn layers(expected: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    expected.iter().map(|(layer, files)| ((*layer).to_owned(), names(files))).collect()
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

/// What would hide another file, excuse a difference or say something else of the package, with every METS made to agree.
#[test]
fn what_is_slipped_into_a_sealed_package_is_named() {
    let made = made();
    for (slip, layer, file) in SLIPS {
        let package = made.unpacked();
        slip(&package);
        package.edit_the_mets();
        let differing = package.differs();
        let own = differing.get(layer).unwrap_or_else(|| panic!("{file}: {differing:?}"));
        assert!(own.iter().any(|one| one == file), "{file}: {differing:?}");
        fs::remove_dir_all(&package.0).expect("it can go");
    }
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
        (of(&[("p/METS.xml", plain), ("p/representations/indata/data//etc/x", plain)]), "leder ut"),
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
