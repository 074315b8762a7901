//! `manifest.json` and `trace.json`: every checksum again, one id for the run everywhere, which changes
//! with whatever determines the result; and one's own templates, which change what they replace.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use statsbidrag::manifest::Fil;
use statsbidrag::pipeline::Options;
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::render::{PdfStandard, Templates};

use crate::document_set::{compute, inputs};
use crate::pages::pages;
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::proof::{document_set, field, json as view};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sha256(bytes: &[u8]) -> String {
    let nibbles = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.filter_map(|nibble| char::from_digit(nibble.into(), 16)).collect()
}

/// A list of files in the manifest, as name → (size, checksum).
fn list(json: &Value, pointer: &str) -> BTreeMap<String, (u64, String)> {
    let list = json.pointer(pointer).and_then(Value::as_array);
    let list = list.unwrap_or_else(|| panic!("there is no {pointer}"));
    let files = list.iter().map(|file| {
        let size = file.get("storlek").and_then(Value::as_u64).expect("a size");
        (field(file, "namn").to_owned(), (size, field(file, "sha256").to_owned()))
    });
    let files: BTreeMap<_, _> = files.collect();
    assert_eq!(files.len(), list.len(), "a file is listed twice");
    files
}

fn computed<'a>(
    files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>,
) -> BTreeMap<String, (u64, String)> {
    let row = |bytes: &[u8]| (u64::try_from(bytes.len()).expect("a size"), sha256(bytes));
    files.into_iter().map(|(name, bytes)| (name.clone(), row(bytes))).collect()
}

#[test]
fn every_file_is_listed_with_its_size_and_checksum() {
    let manifest = view("manifest.json");
    let typeset = document_set().files.iter().filter(|(name, _)| *name != "manifest.json");
    let output_files = list(&manifest, "/utdata");
    assert_eq!(output_files, computed(typeset));
    let pdf = document_set().pdf().count();
    assert!(output_files.len() >= 2 * pdf + 2, "PDF and JSON each, the trace and the comparison");
    assert_eq!(list(&manifest, "/korning/indata"), computed(&files(&inputs())));
    let (mut templates, fonts) =
        (list(&manifest, "/korning/mallar"), list(&manifest, "/korning/typsnitt"));
    assert!(fonts.keys().all(|name| name.strip_suffix(".otf").is_some()), "{fonts:?}");
    templates.extend(fonts);
    let mut pa_disk = files(&root().join("templates"));
    // What describes the templates decides nothing.
    assert!(pa_disk.remove(Templates::README).is_some());
    let pa_disk = pa_disk.into_iter().map(|(name, bytes)| (name.replace('\\', "/"), bytes));
    assert_eq!(templates, computed(&pa_disk.collect::<BTreeMap<_, _>>()));
}

#[test]
fn the_program_is_the_one_whose_sources_these_are() {
    let manifest = view("manifest.json");
    let program = &manifest["korning"]["program"];
    assert_eq!(field(program, "namn"), "statsbidrag");
    let mut sources = BTreeMap::new();
    // What an archive package explains itself by is built in too.
    for folder in ["src", "docs/kontroll", "docs/schema"] {
        for (name, bytes) in files(&root().join(folder)) {
            sources.insert(format!("{folder}/{}", name.replace('\\', "/")), bytes);
        }
    }
    let papers = ["docs/arkivpaket.md", "docs/betalningsfil.md", "docs/spar.md"];
    for name in ["build.rs", "Cargo.toml"].into_iter().chain(papers) {
        sources.insert(name.to_owned(), fs::read(root().join(name)).expect("a source"));
    }
    // In the order of paths, part by part, as the build script sorts them.
    let mut in_order: Vec<_> = sources.into_iter().collect();
    in_order.sort_by(|(one, _), (other, _)| Path::new(one).cmp(Path::new(other)));
    let mut everything = Vec::new();
    for (name, bytes) in in_order {
        everything.extend(format!("{name}\0{}\0", bytes.len()).into_bytes());
        everything.extend(bytes);
    }
    assert_eq!(field(program, "kallkod_sha256"), sha256(&everything));
    let view = fs::read(root().join("Cargo.lock")).expect("Cargo.lock");
    assert_eq!(field(program, "cargo_lock_sha256"), sha256(&view));
}

#[test]
fn the_id_of_the_run_is_the_same_in_every_json() {
    let run = json!(document_set().run);
    let mut found = BTreeSet::new();
    for name in document_set().files.keys().filter(|name| name.strip_suffix(".json").is_some()) {
        let pointer = match name.as_str() {
            "manifest.json" => "/korning/id",
            "trace.json" | "samstammighet.json" => "/korning",
            "oppna-data/datapackage.json" => "/version",
            _ => "/huvud/korning",
        };
        assert_eq!(view(name).pointer(pointer), Some(&run), "{name}");
        found.insert(pointer);
    }
    assert_eq!(found.len(), 4);
}

#[test]
fn the_id_changes_with_whatever_determines_the_result() {
    let book = files(&inputs());
    let inputs = |swap: bool| -> Vec<Fil> {
        let swapped = |bytes: &Vec<u8>| {
            let mut bytes = bytes.clone();
            if swap && let Some(last) = bytes.last_mut() {
                *last ^= 1;
            }
            bytes
        };
        book.iter().map(|(name, bytes)| Fil::new(name, &swapped(bytes))).collect()
    };
    let options = |standard, own_one: Option<&str>| {
        let own = own_one.map(|text| ("shared/hus.typ".to_owned(), text.as_bytes().to_vec()));
        Options {
            selection: Selection::default(),
            templates: Templates::builtin().with(own.into_iter().collect()),
            standard,
        }
    };
    let same = options(PdfStandard::A3a, None).run(&inputs(false)).id;
    assert_eq!(same, document_set().run);
    let change = BTreeSet::from([
        options(PdfStandard::A3a, None).run(&inputs(true)).id,
        options(PdfStandard::A2a, None).run(&inputs(false)).id,
        options(PdfStandard::A3a, Some("// eget")).run(&inputs(false)).id,
    ]);
    assert!(change.len() == 3 && !change.contains(&same), "{change:?}");
}

#[test]
fn the_trace_is_every_figure_after_what_it_came_from() {
    let trace_file = view("trace.json");
    let numbers = trace_file["siffror"].as_array().expect("figures");
    assert_eq!(numbers.len(), compute().report.trace.iter().count());
    let rules: BTreeSet<_> = trace_file["regler"]
        .as_array()
        .expect("rules")
        .iter()
        .map(|rule| field(rule, "id"))
        .collect();
    let (mut seen, mut used) = (BTreeSet::new(), BTreeSet::new());
    for number in numbers {
        let id = field(number, "id");
        let by = number.get("av").and_then(Value::as_array);
        if let Some(cell) = number.get("cell") {
            assert!(by.is_none() && number.get("regel").is_none(), "{id}");
            assert!(!field(cell, "adress").is_empty() && !field(cell, "kalla").is_empty(), "{id}");
        } else {
            used.insert(field(number, "regel"));
            for a_single in by.expect("what it is derived from") {
                assert!(
                    seen.contains(a_single.as_str().expect("a name")),
                    "{id} before {a_single}"
                );
            }
        }
        assert!(seen.insert(id), "there are two {id}");
    }
    assert_eq!(used, rules, "rules used, and rules told");
}

/// The year's workbooks in a folder of their own, and one's own templates beside.
fn folder(own: &str, text: &str) -> Folder {
    let book = files(&inputs());
    let folder = book
        .iter()
        .fold(Folder::new("2024", &[]), |folder, (name, bytes)| folder.with(name, bytes));
    let path = folder.beside("mina mallar").join(own);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a template");
    folder
}

fn with_own(folder: &Folder) -> Svar {
    let mut command = program();
    command.arg("generate").arg(folder.inputs()).arg("--out").arg(folder.result());
    answer_of(command.arg("--templates").arg(folder.beside("mina mallar")))
}

#[test]
fn an_own_template_changes_its_document_alone() {
    let folder =
        folder("cirkular/avrakning.typ.tera", "== Avräkning\n\nEn egen text för {{ ar }}.\n");
    let Svar { code, error, .. } = with_own(&folder);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let written = files(&folder.result());
    let manifest: Value = serde_json::from_slice(&written["manifest.json"]).expect("JSON");
    let run = field(&manifest["korning"], "id");
    assert_ne!(run, document_set().run);
    let (new, old) =
        (list(&manifest, "/korning/mallar"), list(&view("manifest.json"), "/korning/mallar"));
    let swapped: Vec<_> = new.iter().filter(|(name, file)| old.get(*name) != Some(file)).collect();
    assert_eq!(swapped.len(), 1);
    assert_eq!(swapped[0].0, "cirkular/avrakning.typ.tera");
    // But for the id of the run, all else is as it was.
    for (name, bytes) in &document_set().files {
        let (end, fresh) = (name.rsplit('.').next(), &written[name]);
        let without_id = |bytes: &[u8], id: &str| String::from_utf8_lossy(bytes).replace(id, "…");
        match end {
            Some("pdf") => {
                let without_id = |pdf: &[u8], id: &str| pages(pdf).concat().replace(id, "…");
                let (before, after) =
                    (without_id(bytes, &document_set().run), without_id(fresh, run));
                assert_eq!(before == after, name != "cirkular.pdf", "{name}");
                assert_eq!(
                    after.contains("En egen text för 2024."),
                    name == "cirkular.pdf",
                    "{name}"
                );
            }
            // What was read back of the circular is counted there; all else of it is as it was.
            Some("json") if name == "samstammighet.json" => {
                let counted = |bytes: &[u8], id: &str| {
                    let mut proof: Value =
                        serde_json::from_str(&without_id(bytes, id)).expect("JSON");
                    proof["tryckta"].take();
                    let documents = proof["dokument"].as_array_mut().expect("documents");
                    let own = documents.iter_mut().find(|one| one["dokument"] == "cirkular");
                    own.expect("the circular")["tryckt"]["tal"].take();
                    proof
                };
                assert_eq!(counted(bytes, &document_set().run), counted(fresh, run), "{name}");
            }
            Some("json") if !["manifest.json", "samstammighet.json"].contains(&name.as_str()) => {
                let equal = without_id(bytes, &document_set().run) == without_id(fresh, run);
                assert!(equal, "{name}");
            }
            _ => {}
        }
    }
}

#[test]
fn a_broken_template_is_named_with_its_line_and_nothing_is_touched() {
    let folder = folder("cirkular/avrakning.typ.tera", "== Avräkning\n\nFör {{ aret }}.\n");
    assert_eq!(folder.generate().code, Some(0));
    let before = files(&folder.result());
    let Svar { code, error, .. } = with_own(&folder);
    assert_eq!(code, Some(1));
    let expected =
        "fel[U02] cirkular/avrakning.typ.tera:3:8: mallen frågar efter ”aret”, som inte finns\n";
    assert!(error.trim_start().starts_with(expected), "{error}");
    assert!(error.ends_with("1 fel. Inget har skrivits. Rätta och kör igen.\n"), "{error}");
    assert!(files(&folder.result()) == before, "the set is as it was");
    let broken = folder.beside("mina mallar").join("cirkular/avrakning.typ.tera");
    fs::write(broken, "== Avräkning\n\n#finns-inte()\n").expect("a template");
    let Svar { code, error, .. } = with_own(&folder);
    assert_eq!(code, Some(1));
    assert!(error.contains("fel[U02] cirkular/avrakning.typ.tera:3:2: Typst: "), "{error}");
    assert!(
        error.contains("unknown variable: finns-inte") && error.contains("#finns-inte()"),
        "{error}"
    );
    assert!(files(&folder.result()) == before, "the set is as it was");
}
