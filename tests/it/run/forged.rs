//! Sets that somebody has made up: what would take all memory or never end is not read, what hides is named, and what
//! was made of nothing is not believed.

use lopdf::{Document, Object, ObjectId, dictionary};
use serde_json::{Value, json};
use statsbidrag::manifest::Manifest;

use crate::program::{answer_of, program};
use crate::run::verify::made;

/// A document of the set with its tags, or what is packed in it, changed.
fn tampered(pdf: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).expect("a PDF");
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("it is written");
    bytes
}

/// The first tag of a kind.
fn tag(document: &Document, kind: &[u8]) -> ObjectId {
    let is_it = |object: &Object| {
        let dict = object.as_dict().ok();
        dict.is_some_and(|dict| {
            dict.get(b"S").and_then(Object::as_name).is_ok_and(|own| own == kind)
        })
    };
    let found = document.objects.iter().find(|(_, object)| is_it(object));
    *found.expect("a tag").0
}

#[test]
fn a_page_whose_tags_never_end_is_said_to_differ() {
    let made = made();
    let whole = made.read("besked.pdf");
    let within_itself = |kind: &'static [u8], times: usize| {
        tampered(&whole, |document| {
            let id = tag(document, kind);
            let own = vec![Object::Reference(id); times];
            document.get_dictionary_mut(id).expect("a tag").set("K", own);
        })
    };
    for (kind, times) in [(&b"TR"[..], 1), (b"L", 2), (b"LI", 2), (b"Table", 2)] {
        made.write("besked.pdf", &within_itself(kind, times));
        let (layers, said) = made.differs();
        assert!(layers.contains(&"byte".to_owned()), "{kind:?}: {said:#?}");
        assert!(said.iter().any(|one| one.starts_with("text: besked.pdf")), "{kind:?}: {said:#?}");
    }
}

#[test]
fn what_is_packed_again_and_again_is_not_unpacked() {
    let made = made();
    let bomb = tampered(&made.read("besked.pdf"), |document| {
        let filters = vec![Object::Name(b"FlateDecode".to_vec()); 3];
        let stream = lopdf::Stream::new(dictionary! { "Filter" => filters }, vec![0; 100]);
        document.add_object(stream);
    });
    made.write("besked.pdf", &bomb);
    let (_, said) = made.differs();
    assert!(said.iter().any(|one| one.starts_with("text: besked.pdf › : ")), "{said:#?}");
}

#[test]
#[cfg(unix)]
fn a_file_whose_name_cannot_be_read_hides_from_nobody() {
    use std::os::unix::ffi::OsStrExt;
    let made = made();
    let name = std::ffi::OsStr::from_bytes(b"falsk\xff.pdf");
    std::fs::write(made.folder.result().join(name), b"x").expect("it is written");
    std::fs::create_dir(made.path("~$dold")).expect("it is made");
    made.write("~$dold/a.pdf", b"x");
    let (layers, said) = made.differs();
    assert!(layers.contains(&"filer".to_owned()), "{said:#?}");
    for part in ["falsk", "~$dold/a.pdf"] {
        assert!(
            said.iter().any(|one| one.starts_with("filer: ") && one.contains(part)),
            "{said:#?}"
        );
    }
}

/// A payment raised, the manifest made to agree, and nothing said of the workbooks that would tell.
#[test]
fn a_set_made_of_nothing_is_neither_believed_nor_packed() {
    let made = made();
    let csv = "beslut-sektorsbidrag.csv";
    made.replace(csv, ";3000000000", ";3001000000");
    let mut manifest: Value = serde_json::from_slice(&made.read("manifest.json")).expect("JSON");
    manifest["korning"]["indata"] = json!([]);
    let of: Manifest = serde_json::from_value(manifest.clone()).expect("a manifest");
    manifest["korning"]["id"] = json!(of.korning.own_id());
    made.write("manifest.json", &serde_json::to_vec(&manifest).expect("JSON"));
    made.edit_the_manifest();
    let (layers, said) = made.differs();
    // What is paid says otherwise than what is published of it: that is told without any workbook.
    assert_eq!(layers, ["filer", "tryck"], "{said:#?}");
    assert!(
        said.iter().any(|one| one.starts_with("filer: besked.json")),
        "of another run: {said:#?}"
    );
    let mut command = program();
    command.arg("archive").arg(made.folder.result()).arg("--inputs").arg(made.folder.inputs());
    let answer = answer_of(&mut command);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("fel[F11]"), "{answer:?}");
    assert!(answer.error.contains("vilka arbetsböcker dokumenten är gjorda av"), "{answer:?}");
}

#[test]
fn what_a_terminal_would_obey_is_shown_as_a_sign() {
    let made = made();
    made.write("a\u{1b}[2Kb\u{202e}.pdf", b"x");
    for command in ["verify", "archive"] {
        let mut program = program();
        program.arg(command).arg(made.folder.result()).arg("--inputs").arg(made.folder.inputs());
        let answer = answer_of(&mut program);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        assert!(answer.error.contains("\u{fffd}[2Kb\u{fffd}.pdf"), "{answer:?}");
        assert!(
            !answer.error.contains('\u{1b}') && !answer.error.contains('\u{202e}'),
            "{answer:?}"
        );
    }
}
