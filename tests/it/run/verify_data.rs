//! `verify` of sets whose data say two things, with no workbook at hand and a manifest made to agree: what the pages have
//! attached, the trace and the open data are held against the documents' own data.

use std::fs;
use std::path::Path;

use lopdf::{Document, Object};
use serde_json::Value;
use statsbidrag::manifest::{Checksum, Fil};

use crate::document_set;
use crate::program::{Svar, answer_of, program};

/// An amount of the overview, and another.
const AMOUNTS: [&str; 2] = ["9842000000", "9842000001"];

/// A whole set, of a few documents.
struct Written {
    folder: tempfile::TempDir,
    empty: tempfile::TempDir,
}

fn written() -> Written {
    let chosen = |id: &str| ["besked", "beslut-sektorsbidrag"].contains(&id);
    let set = document_set::some_of(document_set::compute(), chosen);
    let [folder, empty] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    fs::create_dir(folder.path().join("oppna-data")).expect("a folder");
    for (name, bytes) in &set.files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    Written { folder, empty }
}

impl Written {
    fn at(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.at(name)).expect("a file")
    }

    /// Changes a file, and makes the manifest agree with it.
    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.at(name), bytes).expect("a file");
        let mut manifest: Value =
            serde_json::from_slice(&self.read("manifest.json")).expect("JSON");
        for file in manifest["utdata"].as_array_mut().expect("files") {
            if file["namn"] == *name {
                *file = serde_json::to_value(Fil::new(name, bytes)).expect("JSON");
            }
        }
        let bytes = serde_json::to_vec_pretty(&manifest).expect("JSON");
        fs::write(self.at("manifest.json"), bytes).expect("a file");
    }

    fn verify(&self, flags: &[&str]) -> Svar {
        let mut command = program();
        command.arg("verify").arg(self.folder.path()).arg("--inputs").arg(self.empty.path());
        answer_of(command.args(flags))
    }

    /// What differs in print, a line each.
    fn printed(&self) -> Vec<String> {
        let answer = self.verify(&["--format", "json"]);
        let json: Value = serde_json::from_str(&answer.out).expect("JSON");
        let layers = json["lager"].as_array().expect("layers");
        let layer = layers.iter().find(|layer| layer["namn"] == "tryck").expect("a layer");
        let one = |one: &Value| {
            let text = |key: &str| one[key].as_str().unwrap_or_default();
            let [file, place, said] = ["fil", "plats", "meddelande"].map(text);
            format!("{file} › {place}: {said}: {} → {}", text("finns"), text("vantat"))
        };
        layer["avvikelser"].as_array().expect("a list").iter().map(one).collect()
    }
}

#[test]
fn data_that_say_two_things_are_named() {
    let set = written();
    assert_eq!(set.printed(), Vec::<String>::new());
    let [one, other] = AMOUNTS;
    for name in ["oppna-data/siffror.csv", "trace.json", "besked.json"] {
        let whole = set.read(name);
        let text = String::from_utf8(whole.clone()).expect("text");
        let changed = text.replacen(one, other, 1);
        assert!(changed != text, "{name} holds {one}");
        set.write(name, changed.as_bytes());
        let found = set.printed();
        assert!(found.iter().any(|one| one.contains(other)), "{name}: {found:#?}");
        set.write(name, &whole);
    }
    assert_eq!(set.printed(), Vec::<String>::new());
}

/// The data attached to a page, changed where the page and the data beside it are not.
#[test]
fn an_amount_changed_in_what_a_page_has_attached_is_named() {
    let set = written();
    let mut document = Document::load_mem(&set.read("besked.pdf")).expect("a PDF");
    let attached = document.objects.values().find_map(|object| {
        let (_, file) = document.dereference(object.as_dict().ok()?.get(b"EF").ok()?).ok()?;
        file.as_dict().ok()?.get(b"F").and_then(Object::as_reference).ok()
    });
    let attached = attached.expect("an attached file");
    let stream = document.get_object_mut(attached).and_then(Object::as_stream_mut);
    let stream = stream.expect("a stream");
    let text = String::from_utf8(stream.decompressed_content().expect("bytes")).expect("text");
    let [one, other] = AMOUNTS;
    stream.set_plain_content(text.replacen(one, other, 1).into_bytes());
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("it is written");
    set.write("besked.pdf", &bytes);
    let found = set.printed();
    let is_it = |said: &String| {
        said.starts_with("besked.pdf › ") && said.ends_with(&format!("{other} → {one}"))
    };
    assert!(found.iter().any(is_it), "{found:#?}");
}

#[test]
fn the_checksum_of_the_manifest_is_told_and_held_against_the_noted_one() {
    let set = written();
    let sum = Checksum::of(&set.read("manifest.json")).to_string();
    let answer = set.verify(&["--manifest-sha256", &sum.to_uppercase()]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    assert!(answer.out.contains(&format!("manifest.json har SHA-256 {sum}")), "{answer:?}");
    // A file was replaced, and the manifest with it.
    set.write("besked.pdf", b"another page");
    let answer = set.verify(&["--manifest-sha256", &sum]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("än den som angavs med --manifest-sha256"), "{answer:?}");
}

#[test]
fn a_folder_of_workbooks_that_is_not_there_is_named() {
    let set = written();
    let nowhere = Path::new("finns-inte");
    let mut command = program();
    command.arg("verify").arg(set.folder.path()).arg("--inputs").arg(nowhere);
    let answer = answer_of(&mut command);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("finns-inte: mappen finns inte"), "{answer:?}");
}
