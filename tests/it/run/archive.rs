//! `archive`: a package that holds everything and agrees with itself, and what is not packed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::data_2024;
use crate::program::{Folder, answer_of, files, program};
use crate::run::package::{DOCUMENTS, Made, Package, differs, made};

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
    let mut other: Value = serde_json::from_str(&text).expect("JSON");
    other["korning"]["program"]["version"] = json!("0.0.1");
    fs::write(&manifest, serde_json::to_vec(&other).expect("JSON")).expect("a file");
    refused("filerna gjordes av en annan version av programmet (0.0.1");
}

/// A correction names the package that it replaces, by its id and by its run's.
#[test]
fn a_correction_names_what_it_replaces() {
    let made = made();
    // Another run of the same year: of some of the documents.
    let other = Made { folder: Folder::new("2024", data_2024::all()) };
    assert_eq!(other.folder.generate_only("besked").code, Some(0));
    let earlier = other.package("tidigare", &[]);
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

#[test]
fn what_is_not_whole_is_replaced_by_nothing() {
    let made = made();
    let earlier = made.package("tidigare", &[]);
    let itself = made.archive(&["--replaces", &earlier.display().to_string()]);
    assert_eq!(itself.code, Some(1));
    assert!(itself.error.contains("samma som det som skulle ersättas"), "{}", itself.error);
    let changed = made.unpacked();
    changed.replace("documentation/spar.md", "Spåret", "Sparet");
    let refused = made.archive(&["--replaces", &changed.0.display().to_string()]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.error.contains("paketet är inte som det gjordes"), "{}", refused.error);
}

/// Where the user stands does not matter.
#[test]
fn a_set_is_found_from_within() {
    let made = made();
    let at_home = |command: &str, rest: &[&str]| {
        let mut program = program();
        program.current_dir(made.folder.result()).arg(command).arg(".").args(rest);
        answer_of(&mut program)
    };
    let inputs = made.folder.inputs().display().to_string();
    let packed = at_home("archive", &["--inputs", &inputs]);
    assert_eq!((packed.code, packed.error.as_str()), (Some(0), ""), "{packed:?}");
    let verified = at_home("verify", &["--inputs", &inputs, "--strict"]);
    assert_eq!((verified.code, verified.error.as_str()), (Some(0), ""), "{verified:?}");
}

/// No package is left of a set that may not be written.
#[test]
fn a_set_that_may_not_be_written_leaves_no_package() {
    let folder = Folder::new("2024", data_2024::all());
    let out = folder.beside("output").join("2024");
    fs::create_dir_all(&out).expect("a folder");
    fs::write(out.join("anteckning.txt"), b"min").expect("a file");
    let mut command = program();
    command.arg("generate").arg(folder.inputs()).args(["--only", DOCUMENTS, "--archive", "--out"]);
    let answer = answer_of(command.arg(&out));
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("anteckning.txt"), "{}", answer.error);
    let beside: Vec<_> = files(&folder.beside("output")).into_keys().collect();
    assert!(!beside.iter().any(|name| name.contains("statsbidrag-")), "{beside:?}");
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
