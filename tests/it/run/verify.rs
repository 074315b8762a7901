//! `verify`: what it says of a set as it was written, and of sets that somebody has changed since.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use statsbidrag::manifest::Fil;

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, program};
#[cfg(feature = "typeset")]
use crate::rendering::{OVERVIEW, at, pdf};

/// A year with a set of some documents, made by the program itself.
pub(crate) struct Made {
    pub(crate) folder: Folder,
}

/// The documents: one with tables, one with a payment file.
const DOCUMENTS: &str = "besked,beslut";

pub(crate) fn made() -> Made {
    let folder = Folder::new("2024", data_2024::all());
    let answer = folder.generate_only(DOCUMENTS);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    Made { folder }
}

impl Made {
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.result().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("a file")
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).expect("a file");
    }

    /// Replaces a text that stands in a file.
    pub(crate) fn replace(&self, name: &str, from: &str, to: &str) {
        let text = String::from_utf8(self.read(name)).expect("text");
        assert!(text.contains(from), "{name} holds {from}");
        self.write(name, text.replacen(from, to, 1).as_bytes());
    }

    /// Makes the manifest agree with the files as they are.
    pub(crate) fn edit_the_manifest(&self) {
        let mut manifest: Value =
            serde_json::from_slice(&self.read("manifest.json")).expect("JSON");
        for file in manifest["utdata"].as_array_mut().expect("files") {
            let name = file["namn"].as_str().expect("a name").to_owned();
            *file = serde_json::to_value(Fil::new(&name, &self.read(&name))).expect("JSON");
        }
        self.write("manifest.json", &serde_json::to_vec_pretty(&manifest).expect("JSON"));
    }

    pub(crate) fn verify(&self, flags: &[&str]) -> Svar {
        let inputs = self.folder.inputs();
        let mut command = program();
        command.arg("verify").arg(self.folder.result()).arg("--inputs").arg(inputs).args(flags);
        answer_of(&mut command)
    }

    /// The answer for programs; the layers by name: whether each holds, and what differs.
    pub(crate) fn layers(&self, flags: &[&str]) -> Vec<(String, Option<bool>, Vec<Value>)> {
        let answer = self.verify(&[flags, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&answer.out).expect("JSON");
        assert_eq!(json["slutkod"].as_i64(), answer.code.map(i64::from), "{answer:?}");
        let layer = |layer: &Value| {
            let differences = layer["avvikelser"].as_array().expect("a list").clone();
            let name = layer["namn"].as_str().expect("a name").to_owned();
            (name, layer["stammer"].as_bool(), differences)
        };
        json["lager"].as_array().expect("layers").iter().map(layer).collect()
    }

    /// The layers that differ, by name, and every place with what it says.
    pub(crate) fn differs(&self) -> (Vec<String>, Vec<String>) {
        let layers = self.layers(&[]);
        let names = layers.iter().filter(|(_, holds, _)| *holds == Some(false));
        let names = names.map(|(name, ..)| name.clone()).collect();
        let said = layers.iter().flat_map(|(layer, _, differences)| {
            differences.iter().map(move |one| {
                let text = |key: &str| one[key].as_str().unwrap_or_default().replace('\u{a0}', " ");
                let [file, place] = ["fil", "plats"].map(text);
                let [found, expected] = ["finns", "vantat"].map(text);
                format!("{layer}: {file} › {place}: {found} → {expected}")
            })
        });
        (names, said.collect())
    }
}

#[test]
fn a_set_as_it_was_written_holds_in_every_layer() {
    let made = made();
    let answer = made.verify(&[]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let mut lines = answer.out.lines();
    let first = lines.next().unwrap_or_default();
    assert!(first.contains(" stämmer: körning "), "{first}");
    for (line, layer) in lines.by_ref().zip(["Filer", "Indata", "Tryck", "Siffror", "Text", "Byte"])
    {
        assert!(line.starts_with(layer) && line.contains("stämmer ("), "{line}");
    }
    let id = first.rsplit(' ').next().expect("an id");
    assert_eq!(made.verify(&["--strict", "--run-id", id]).code, Some(0));
    let answer = made.verify(&["--run-id", "0123456789abcdef"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.error.contains("ett annat än det som angavs med --run-id"), "{answer:?}");
}

#[test]
fn an_amount_that_was_changed_is_found_in_every_kind_of_file() {
    let made = made();
    let whole = made.read("besked.json");
    made.replace("besked.json", "\"text\": \"9", "\"text\": \"8");
    let (layers, said) = made.differs();
    assert_eq!(layers, ["filer", "tryck", "siffror", "byte"], "{said:#?}");
    assert!(said.iter().any(|one| one.starts_with("siffror: besked.json › ")), "{said:#?}");
    made.write("besked.json", &whole);

    let trace = made.read("trace.json");
    made.replace("trace.json", "\"varde\": 3000000000,", "\"varde\": 3000000001,");
    let (mut layers, said) = made.differs();
    // Where the documents state the figure, they say otherwise.
    layers.retain(|layer| layer != "tryck");
    assert_eq!(layers, ["filer", "siffror", "byte"], "{said:#?}");
    assert!(said.iter().any(|one| one.contains("3000000001 → 3000000000")), "{said:#?}");
    made.write("trace.json", &trace);

    let csv = fs::read_dir(made.folder.result()).expect("a folder");
    let csv = csv.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    let csv = csv
        .into_iter()
        .find(|name| Path::new(name).extension().is_some_and(|end| end == "csv"))
        .expect("a payment file");
    let lines = String::from_utf8(made.read(&csv)).expect("text");
    let amount = lines.lines().nth(1).expect("a row").split(';');
    let amount = amount.filter(|cell| cell.len() > 6).find(|cell| cell.parse::<i64>().is_ok());
    made.replace(&csv, amount.expect("an amount"), "1234567");
    let (layers, said) = made.differs();
    assert_eq!(layers, ["filer", "tryck", "siffror", "byte"], "{said:#?}");
    let cell = format!("siffror: {csv} › rad 2 › ");
    assert!(
        said.iter().any(|one| one.starts_with(&cell) && one.contains("1234567 →")),
        "{said:#?}"
    );
    made.write(&csv, lines.as_bytes());

    let xlsx = made.read("besked.xlsx");
    made.write("besked.xlsx", &with_another_number(&xlsx));
    let (layers, said) = made.differs();
    assert_eq!(layers, ["filer", "tryck", "siffror", "byte"], "{said:#?}");
    assert!(said.iter().any(|one| one.starts_with("siffror: besked.xlsx › ")), "{said:#?}");
    made.write("besked.xlsx", &xlsx);

    let mut pdf = made.read("besked.pdf");
    let middle = pdf.len() / 2;
    pdf[middle] ^= 1;
    made.write("besked.pdf", &pdf);
    // A manifest that was made to agree with it does not help.
    let (layers, said) = made.differs();
    assert_eq!(
        (layers[0].as_str(), layers[layers.len() - 1].as_str()),
        ("filer", "byte"),
        "{said:#?}"
    );
    let known = |layer: &String| ["filer", "tryck", "text", "byte"].contains(&layer.as_str());
    assert!(layers.iter().all(known), "{said:#?}");
    made.edit_the_manifest();
    let (layers, said) = made.differs();
    assert!(
        layers.iter().all(|layer| ["tryck", "text", "byte"].contains(&layer.as_str())),
        "{said:#?}"
    );
    assert!(said.iter().any(|one| one.starts_with("byte: besked.pdf")), "{said:#?}");
}

/// What a page says otherwise is named as it is read: table, row and column.
#[test]
#[cfg(feature = "typeset")]
fn an_amount_changed_in_a_pdf_is_named_by_table_row_and_column() {
    let made = made();
    let mut data = OVERVIEW.value();
    *at(&mut data, "/tabell1/rader/9/celler/0/text") = json!("1,0");
    made.write("besked.pdf", &pdf(OVERVIEW, &data));
    let (layers, said) = made.differs();
    assert_eq!(layers, ["filer", "tryck", "siffror", "byte"], "{said:#?}");
    let cell = "siffror: besked.pdf › Tabell 1 Medel per region 2024";
    let is_it = |one: &&String| one.starts_with(cell) && one.contains("› Skåne › ");
    let one = said.iter().find(is_it).unwrap_or_else(|| panic!("{said:#?}"));
    assert!(one.contains("1,0 → "), "{one}");
}

/// A workbook with the first number of a sheet increased.
fn with_another_number(xlsx: &[u8]) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(Cursor::new(xlsx)).expect("a package");
    let names = package.file_names().map(|name| name.expect("a name").into_owned());
    let names: Vec<String> = names.collect();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = false;
    for name in names {
        let mut bytes = Vec::new();
        package.by_name(&name).expect("a part").read_to_end(&mut bytes).expect("bytes");
        if name.starts_with("xl/worksheets/sheet") && !changed {
            let text = String::from_utf8(bytes).expect("XML");
            // A number has no type of its own in the file.
            let number = |cell: &&str| !cell.contains(" t=\"") && cell.contains("<v>");
            let cell = text.split("<c ").skip(1).find(number);
            changed = cell.is_some();
            let with_nine =
                cell.map(|cell| text.replacen(cell, &cell.replacen("<v>", "<v>9", 1), 1));
            bytes = with_nine.unwrap_or(text).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        out.write_all(&bytes).expect("bytes");
    }
    assert!(changed, "a workbook has numbers");
    out.finish().expect("a package").into_inner()
}

#[test]
fn files_that_were_removed_added_or_renamed_are_named() {
    let made = made();
    fs::remove_file(made.path("samstammighet.json")).expect("it was there");
    fs::rename(made.path("besked.pdf"), made.path("beskedet.pdf")).expect("it was there");
    made.write("anteckning.txt", b"x");
    let layers = made.layers(&[]);
    let (_, _, files) = &layers[0];
    let said: Vec<_> = files.iter().map(|one| (&one["fil"], &one["meddelande"])).collect();
    assert_eq!(
        json!(said),
        json!([
            ["anteckning.txt", "filen står inte i manifestet"],
            ["beskedet.pdf", "filen har fått ett annat namn"],
            ["samstammighet.json", "filen saknas, men står i manifestet"],
        ])
    );
}

#[test]
fn a_manifest_that_tells_of_another_run_does_not_agree_with_itself() {
    let made = made();
    made.replace("manifest.json", "\"version\": \"0.", "\"version\": \"9.");
    let (layers, said) = made.differs();
    assert_eq!(layers, ["filer"], "{said:#?}");
    assert!(said[0].starts_with("filer: manifest.json › : "), "{said:#?}");
    let answer = made.verify(&[]);
    assert!(answer.error.contains("körningens id hör inte till"), "{answer:?}");
}

#[test]
fn a_workbook_that_has_come_since_is_named() {
    let made = made();
    let inputs = made.folder.inputs();
    let copy = fs::read(inputs.join("beslut-sektorsbidrag.xlsx")).expect("a file");
    fs::write(inputs.join("beslut-annat.xlsx"), copy).expect("a file");
    let layers = made.layers(&[]);
    let (name, holds, inputs) = &layers[1];
    assert_eq!((name.as_str(), *holds), ("indata", Some(false)));
    let said: Vec<_> = inputs.iter().map(|one| (&one["fil"], &one["meddelande"])).collect();
    let text = "filen läses nu, men ingick inte när dokumenten gjordes";
    assert_eq!(json!(said), json!([["beslut-annat.xlsx", text]]));
}

#[test]
fn workbooks_that_were_swapped_give_other_figures() {
    let made = made();
    let mut fill = data_2024::besked::fill();
    crate::changed::own_population(&mut fill);
    let schema = &statsbidrag::grants::besked::schema::WORKBOOK;
    fs::write(made.folder.inputs().join("besked.xlsx"), data_2024::bytes(schema, &fill))
        .expect("a file");
    let layers = made.layers(&[]);
    let holds: Vec<_> = layers.iter().map(|(name, holds, _)| (name.as_str(), *holds)).collect();
    assert_eq!(holds[..2], [("filer", Some(true)), ("indata", Some(false))]);
    let (_, _, inputs) = &layers[1];
    assert_eq!(inputs.len(), 1);
    assert_eq!(inputs[0]["fil"], "besked.xlsx");
}

#[test]
fn what_cannot_be_judged_is_said_and_is_no_failure_unless_it_is_to_be() {
    let made = made();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let verify = |flags: &[&str]| {
        let mut command = program();
        command.arg("verify").arg(made.folder.result()).arg("--inputs").arg(elsewhere.path());
        answer_of(command.args(flags))
    };
    let answer = verify(&[]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    assert!(answer.out.contains(" stämmer så långt det kan bedömas: "), "{answer:?}");
    assert_eq!(answer.out.matches("kan inte bedömas: arbetsböckerna finns inte i").count(), 4);
    let answer = verify(&["--strict"]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("Med --strict räknas"), "{answer:?}");
}

#[test]
fn a_changed_template_is_named_and_excuses_pages_but_no_figure() {
    let folder = Folder::new("2024", data_2024::all());
    let own = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(own.path().join("besked")).expect("a folder");
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/besked/ingar.typ.tera");
    let text = fs::read_to_string(template).expect("a template");
    fs::write(own.path().join("besked/ingar.typ.tera"), format!("{text}\nEgna ord.\n"))
        .expect("a file");
    let generate = ["--only", DOCUMENTS, "--templates"];
    let mut command = program();
    command.arg("generate").arg(folder.inputs()).args(generate).arg(own.path());
    let answer = answer_of(command.arg("--out").arg(folder.result()));
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let made = Made { folder };
    let answer = made.verify(&[]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    assert!(
        answer.out.contains("bland dem besked/ingar.typ.tera); ange mappen med --templates"),
        "{answer:?}"
    );
    let own = own.path().to_str().expect("a path").to_owned();
    let answer = made.verify(&["--strict", "--templates", &own]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
}

#[test]
fn what_is_no_set_is_refused() {
    let empty = tempfile::tempdir().expect("a folder");
    let answer = answer_of(program().arg("verify").arg(empty.path()));
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.contains("mappen har inget manifest.json"), "{answer:?}");
    fs::write(empty.path().join("manifest.json"), b"{}").expect("a file");
    let answer = answer_of(program().arg("verify").arg(empty.path()));
    assert!(answer.error.contains("inget manifest som den här versionen"), "{answer:?}");
}

/// One workbook of several that is missing is said, and no figure of the others is blamed for it.
#[test]
fn a_missing_workbook_is_said_and_nothing_is_blamed_for_it() {
    let made = made();
    fs::remove_file(made.folder.inputs().join("besked.xlsx")).expect("it was there");
    let layers = made.layers(&[]);
    let holds: Vec<_> = layers.iter().map(|(name, holds, _)| (name.as_str(), *holds)).collect();
    assert_eq!(
        holds,
        [
            ("filer", Some(true)),
            ("indata", Some(false)),
            ("tryck", Some(true)),
            ("siffror", None),
            ("text", None),
            ("byte", None),
        ]
    );
    let answer = made.verify(&["-q"]);
    assert!(answer.error.contains("besked.xlsx saknas, så dokumenten"), "{answer:?}");
    assert!(!answer.error.contains("Filer"), "{answer:?}");
}
