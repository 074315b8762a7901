//! What `check` says that the documents may be used for, and which cells decide it.

use std::io::{Cursor, Read, Write};

use serde_json::{Value, json};
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK, sheet};

use crate::data_2024;
use crate::program::{Folder, answer_of, program};
use crate::run::text;

/// A workbook with every one of some words that stands alone in a cell put in place of another.
fn with_words(bytes: &[u8], words: &[(&str, &str)]) -> Vec<u8> {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut fresh = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..book.len() {
        let mut part = book.by_index(number).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("bytes");
        if name == "xl/sharedStrings.xml" {
            let mut text = String::from_utf8(content).expect("text");
            for (word, other) in words {
                text = text.replace(&format!(">{word}<"), &format!(">{other}<"));
            }
            content = text.into_bytes();
        }
        fresh.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        fresh.write_all(&content).expect("a part");
    }
    fresh.finish().expect("a package").into_inner()
}

/// The workbooks of 2024 with nothing made up in them, and nothing that nobody has confirmed.
fn settled(words: &[(&str, &str)]) -> Folder {
    let folder = Folder::new("2024", &[]);
    let books = data_2024::all().iter();
    books.fold(folder, |folder, (name, bytes)| folder.with(name, &with_words(bytes, words)))
}

const NO_EXAMPLES: [(&str, &str); 2] = [("exempel", "fastställd"), ("ej bekräftad", "fastställd")];

fn check(folder: &Folder) -> String {
    let answer = answer_of(program().arg("check").arg(folder.inputs()));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    let (_, usable) = answer.out.split_once("går ihop. (").expect("all is well");
    let (_, usable) = usable.split_once('\n').expect("and then");
    usable.trim_end().to_owned()
}

#[test]
fn a_year_that_rests_on_decisions_alone_is_ready() {
    let [example, unconfirmed] = NO_EXAMPLES;
    let all = [example, unconfirmed, ("preliminär", "fastställd")];
    assert_eq!(
        check(&settled(&all)),
        "Beslutsklart: inget dokument bygger på exempel, utkast eller preliminära uppgifter."
    );
}

#[test]
fn what_is_preliminary_is_told_with_its_cells_and_the_rest_is_ready() {
    let usable = check(&settled(&NO_EXAMPLES));
    let lines: Vec<_> = usable.lines().collect();
    let [ready, preliminary @ ..] = lines.as_slice() else { panic!("{usable}") };
    assert!(ready.starts_with("Beslutsklart: cirkular, "), "{ready}");
    assert!(!ready.contains("besked"), "{ready}");
    assert_eq!(
        preliminary,
        [
            "Preliminärt: besked. Det beror på",
            "  besked.xlsx › Dokument › B11",
            "  besked.xlsx › Medel per region › B12:B32",
            "  besked.xlsx › Övriga medel › A11:B18",
            "Preliminärt: regionbesked. Det beror på",
            "  besked.xlsx › Medel per region › B12:B32",
        ]
    );
}

/// What another document rests on, which is an example anyway, makes a decision nothing.
#[test]
fn each_document_is_told_with_its_own_cells() {
    let as_preliminary = [("exempel", "preliminär"), ("ej bekräftad", "preliminär")];
    let books = data_2024::all().iter();
    let folder = books.fold(settled(&NO_EXAMPLES), |folder, (name, bytes)| {
        if name.starts_with("beslut-") {
            folder.with(name, &with_words(bytes, &as_preliminary))
        } else if name.starts_with("besked") {
            folder.with(name, bytes)
        } else {
            folder
        }
    });
    let usable = check(&folder);
    let told = usable.lines().skip_while(|line| !line.starts_with("Preliminärt: beslut. "));
    let cells: Vec<_> = told.skip(1).take_while(|line| line.starts_with("  ")).collect();
    let own = |line: &&str| line.starts_with("  beslut-sektorsbidrag.xlsx › ");
    assert!(!cells.is_empty() && cells.iter().all(own), "{usable}");
    let (_, also) = usable.split_once("Dessutom preliminärt:\n").expect("besked's own cells");
    assert!(also.starts_with("  besked.xlsx › "), "{usable}");
    assert!(!also.contains("beslut-sektorsbidrag.xlsx"), "{usable}");
}

#[test]
fn a_draft_is_told_with_the_cell_that_says_so() {
    let mut fill = data_2024::regleringsbrev::fill();
    let filled_from =
        statsbidrag::workbook::FilledFrom::new("Prov", statsbidrag::figure::Status::Faststalld);
    fill.item(sheet::DOKUMENT, "beslut_status", text("utkast"), filled_from);
    let bytes = with_words(&data_2024::bytes(&WORKBOOK, &fill), &NO_EXAMPLES);
    let folder = settled(&NO_EXAMPLES).with(WORKBOOK.file, &bytes);
    let usable = check(&folder);
    let draft = usable.lines().skip_while(|line| !line.starts_with("Utkast: ")).collect::<Vec<_>>();
    let [documents, cell, ..] = draft.as_slice() else { panic!("{usable}") };
    assert!(documents.contains("regleringsbrev, bilaga, "), "{documents}");
    assert!(cell.starts_with("  regleringsbrev.xlsx › Dokument › B"), "{cell}");
}

#[test]
fn programs_are_told_the_same() {
    let folder = Folder::new("2024", data_2024::all());
    let mut command = program();
    command.arg("check").arg(folder.inputs()).args(["--format", "json"]);
    let answer: Value = serde_json::from_str(&answer_of(&mut command).out).expect("JSON");
    let usable = answer["anvandning"].as_array().expect("a list");
    let kinds = usable.iter().map(|one| one["slag"].as_str().expect("a word"));
    let mut kinds: Vec<_> = kinds.collect();
    kinds.dedup();
    assert_eq!(kinds, ["beslutsklart", "preliminärt", "exempel"]);
    assert_eq!(
        usable[0],
        json!({ "slag": "beslutsklart", "dokument": ["bilaga-1"], "celler": [] })
    );
    let groups = json!({ "fil": "lakemedel.xlsx", "blad": "Grupper", "celler": "B11:W31" });
    let [circular, ..] = usable.get(2..).expect("examples") else { panic!("{usable:#?}") };
    assert_eq!(circular["dokument"], json!(["cirkular"]));
    assert!(circular["celler"].as_array().expect("cells").contains(&groups), "{usable:#?}");
}
