//! Some documents only: what is made and where, what it needs, and that a whole year's set is never
//! touched by it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use statsbidrag::documents::DOCUMENTS;
use statsbidrag::grants::{GRANTS, besked};

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files as files_of, program};
use crate::run::{folder, text};

/// `generate` with arguments, in a folder beside the workbooks.
fn generate(folder: &Folder, argument: &[&str]) -> Svar {
    let at_home = folder.beside("hemma");
    fs::create_dir_all(&at_home).expect("a folder");
    answer_of(program().current_dir(at_home).arg("generate").arg(folder.inputs()).args(argument))
}

fn names(folder: &Path) -> BTreeSet<String> {
    files_of(folder).into_keys().collect()
}

#[test]
fn some_documents_lie_for_themselves_beside_the_whole_set() {
    let folder = folder(|_| {});
    let output = folder.beside("hemma").join("output");
    assert_eq!(generate(&folder, &[]).code, Some(0));
    let before = files_of(&output.join("2024"));
    for (only, expected) in [
        ("cirkular,bilaga-4", &["bilaga-4", "cirkular"][..]),
        // What an earlier choice left is not left lying.
        ("Cirkular", &["cirkular"]),
    ] {
        let done = generate(&folder, &["--only", only]);
        assert_eq!((done.code, done.error.as_str()), (Some(0), ""));
        let mut expected: BTreeSet<_> = expected
            .iter()
            .flat_map(|name| ["json", "pdf", "xlsx"].map(|end| format!("{name}.{end}")))
            .collect();
        expected.extend(["manifest.json", "samstammighet.json", "trace.json"].map(str::to_owned));
        assert_eq!(names(&output.join("2024-urval")), expected);
    }
    let manifest = &files_of(&output.join("2024-urval"))["manifest.json"];
    let manifest: serde_json::Value = serde_json::from_slice(manifest).expect("JSON");
    assert_eq!(manifest["korning"]["val"]["urval"], "cirkular");
    assert!(files_of(&output.join("2024")) == before, "the whole set is as it was");
}

#[test]
fn a_choice_never_replaces_a_whole_set() {
    let folder = folder(|_| {});
    assert_eq!(folder.generate().code, Some(0));
    let before = files_of(&folder.result());
    let out = folder.result().display().to_string();
    let refused = generate(&folder, &["--only", "cirkular", "--out", &out]);
    assert_eq!(refused.code, Some(1));
    let expected = "mappen innehåller ett helt års dokument, och ett urval får inte ersätta dem\n  \
                  hjälp:   ange en annan mapp, eller utelämna flaggan";
    assert!(refused.error.contains(expected), "{}", refused.error);
    assert!(files_of(&folder.result()) == before);
}

/// Files of the earlier set are removed with it, unless someone has changed them.
#[test]
fn a_file_of_the_earlier_set_that_was_changed_is_not_removed() {
    let folder = folder(|_| {});
    assert_eq!(generate(&folder, &["--only", "bilaga,cirkular"]).code, Some(0));
    let selection = folder.beside("hemma").join("output").join("2024-urval");
    fs::write(selection.join("bilaga-4.json"), "mina anteckningar").expect("a file");
    let refused = generate(&folder, &["--only", "cirkular"]);
    assert_eq!(refused.code, Some(1));
    let expected = "”bilaga-4.json” ligger i mappen men är inget som programmet skriver där";
    assert!(refused.error.contains(expected), "{}", refused.error);
    assert_eq!(fs::read(selection.join("bilaga-4.json")).expect("a file"), b"mina anteckningar");
}

/// A document that has parts on other grants is made without those; a folder of one grant is enough for its documents.
#[test]
fn what_lies_there_is_made_and_the_rest_is_said() {
    let books = |files: &[&str]| -> Vec<_> {
        data_2024::all().iter().filter(|(file, _)| files.contains(file)).cloned().collect()
    };
    for (files, made, not_made) in [
        (
            &["lakemedel.xlsx"][..],
            &["cirkular", "regionbesked-12-skane"][..],
            &["regleringsbrev.xlsx", "besked.xlsx", "beredskap.xlsx"][..],
        ),
        (
            &["lakemedel.xlsx", "beslut-sektorsbidrag.xlsx"],
            &["cirkular", "regionbesked-01-stockholm", "beslut-sektorsbidrag"],
            &["regleringsbrev.xlsx", "besked.xlsx", "beredskap.xlsx"],
        ),
        // What builds on another workbook is read and checked, but nothing is made of it.
        (
            &["regleringsbrev.xlsx", "beredskap.xlsx"],
            &["beredskap"],
            &["lakemedel.xlsx", "besked.xlsx"],
        ),
    ] {
        let folder = Folder::new("2024", &books(files));
        let done = generate(&folder, &[]);
        assert_eq!((done.code, done.error.as_str()), (Some(0), ""), "{files:?}");
        let result = names(&folder.beside("hemma").join("output").join("2024"));
        let kinds = |document: &str| {
            DOCUMENTS.iter().map(|one| one.id).filter(|id| document.starts_with(id)).max()
        };
        let pdfs = result.iter().filter_map(|name| name.strip_suffix(".pdf"));
        let found: BTreeSet<_> = pdfs.filter_map(kinds).collect();
        let expected: BTreeSet<_> = made.iter().copied().filter_map(kinds).collect();
        assert_eq!(found, expected, "{files:?}");
        assert!(made.iter().all(|name| result.contains(&format!("{name}.pdf"))), "{result:?}");
        let manifest =
            &files_of(&folder.beside("hemma").join("output").join("2024"))["manifest.json"];
        let manifest: serde_json::Value = serde_json::from_slice(manifest).expect("JSON");
        let missing = manifest["saknas"].as_array().expect("a list");
        let missing: Vec<_> = missing.iter().map(|one| one["arbetsbok"].clone()).collect();
        assert_eq!(missing, not_made, "{files:?}");
        for file in not_made {
            let warned = format!("varning[F10] {file}: arbetsboken ligger inte i mappen");
            assert!(done.out.contains(&warned), "{warned} not in {}", done.out);
        }
    }
}

#[test]
fn what_is_made_without_a_part_says_which() {
    let only: Vec<_> =
        data_2024::all().iter().filter(|(file, _)| *file == "lakemedel.xlsx").cloned().collect();
    let answer = answer_of(program().arg("check").arg(Folder::new("2024", &only).inputs()));
    assert_eq!(answer.code, Some(0));
    for expected in [
        "varning[F10] besked.xlsx: arbetsboken ligger inte i mappen, och därför görs inte besked, och i \
         regionbesked saknas den delen\n  \
         hjälp:   ska det göras, lägg arbetsboken för ”Besked om medel per region” i mappen",
        "varning[F10] regleringsbrev.xlsx: arbetsboken ligger inte i mappen, och därför görs inte \
         regleringsbrev, bilaga, regleringsbrev-samlat, betalningsplan och avstamning, och i regionbesked \
         saknas den delen",
    ] {
        assert!(answer.out.contains(expected), "{expected} not in {}", answer.out);
    }
}

/// Two folders of a year, each with some of its workbooks, have the same place for their documents: the one set never
/// goes for the other.
#[test]
fn a_set_made_of_other_workbooks_is_not_replaced() {
    let of = |file: &str| {
        let books: Vec<_> =
            data_2024::all().iter().filter(|(own, _)| *own == file).cloned().collect();
        Folder::new("2024", &books)
    };
    let (decision, grant) = (of("beslut-sektorsbidrag.xlsx"), of("lakemedel.xlsx"));
    let output = decision.beside("output");
    let out = output.display().to_string();
    let done = generate(&decision, &["--out", &out]);
    assert_eq!((done.code, done.error.as_str()), (Some(0), ""));
    let before = files_of(&output);
    let refused = generate(&grant, &["--out", &out]);
    assert_eq!(refused.code, Some(1));
    let expected = "mappen innehåller dokument som bygger på beslut-sektorsbidrag.xlsx, som inte ligger i underlaget nu, \
                    och de får inte försvinna\n  \
                    hjälp:   lägg tillbaka det som saknas, eller ange en annan mapp med --out";
    assert!(refused.error.contains(expected), "{}", refused.error);
    assert!(files_of(&output) == before);
}

/// What was asked for by name, and cannot be made, is an error and no word in passing.
#[test]
fn what_was_asked_for_and_lacks_its_workbook_is_an_error() {
    let only: Vec<_> = data_2024::all()
        .iter()
        .filter(|(file, _)| *file == "regleringsbrev.xlsx")
        .cloned()
        .collect();
    let folder = Folder::new("2024", &only);
    let place = folder.inputs().display().to_string();
    let missing = format!("fel[F02] {place}: lakemedel.xlsx saknas\n  väntade: arbetsboken för ");
    for argument in [
        &["--only", "betalningsplan"][..],
        &["--region", "skåne"],
        &["--only", "regionbesked"],
        &[],
    ] {
        let refused = generate(&folder, argument);
        assert_eq!(refused.code, Some(1), "{argument:?}");
        assert!(refused.error.contains(&missing), "{argument:?}: {}", refused.error);
        assert!(!folder.beside("hemma").join("output").exists());
    }
    let refused =
        answer_of(program().arg("check").arg(folder.inputs()).args(["--only", "lakemedel"]));
    assert!(refused.code == Some(1) && refused.error.contains(&missing), "{refused:?}");
}

#[test]
fn some_workbooks_are_checked_and_made_by_their_names_or_their_documents() {
    let folder = folder(|_| {});
    let broken = folder.with("beredskap.xlsx", b"x");
    let check =
        |only: &str| answer_of(program().arg("check").arg(broken.inputs()).args(["--only", only]));
    for only in ["lakemedel", "Lakemedel.xlsx, beslut-sektorsbidrag", "bilaga-4", "besked,cirkular"]
    {
        let answer = check(only);
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{only}");
    }
    // The letters also read what was left aside: they are not judged.
    let alone = check("lakemedel").out;
    assert!(
        alone.contains("utbetalning: cirkular. Det beror på\n  lakemedel.xlsx › Dokument › B6:B8"),
        "{alone}"
    );
    let unjudged =
        "\nInte prövat: regionbesked, som också läser arbetsböcker som lämnades åt sidan.\n";
    assert!(alone.contains(unjudged), "{alone}");
    assert!(!check("cirkular").out.contains("Inte prövat: cirkular"));
    let refused = generate(&broken, &["--only", "lakemedel"]);
    let suggested =
        "”lakemedel” är en arbetsbok, inte ett dokument (skriv till exempel --only cirkular; ";
    assert!(refused.error.contains(suggested), "{}", refused.error);
    assert_eq!(check("beredskap").code, Some(1));
    let unknown = check("lakemedl");
    assert_eq!(unknown.code, Some(2));
    let expected = "fel: det finns varken arbetsbok eller dokument som heter ”lakemedl”; menade du \
                    lakemedel? (arbetsböckerna är lakemedel, regleringsbrev, beslut, besked, \
                    beredskap; dokumenten är cirkular, ";
    assert!(unknown.error.starts_with(expected), "{}", unknown.error);
    let unknown = check("cancervard");
    let expected = "”cancervard”; är det ett beslut heter det beslut-cancervard (arbetsböckerna är";
    assert!(unknown.code == Some(2) && unknown.error.contains(expected), "{}", unknown.error);
    assert_eq!(check("bilaga-9").code, Some(2));
    for (only, expected) in [
        ("lakemedel", &["lakemedel.xlsx"][..]),
        ("regleringsbrev.xlsx", &["regleringsbrev.xlsx"]),
        ("betalningsplan", &["lakemedel.xlsx", "regleringsbrev.xlsx"]),
    ] {
        let out = broken.beside(&format!("tomma {only}"));
        let answer =
            answer_of(program().args(["scaffold", "2026", "--only", only, "--out"]).arg(&out));
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
        assert!(names(&out).iter().eq(expected), "{only}: {:?}", names(&out));
    }
}

/// One decision is checked and made whatever is wrong with another; all of them, where all are asked for.
#[test]
fn a_decision_asked_for_by_its_name_is_read_alone() {
    let folder = folder(|_| {}).with("beslut-ny.xlsx", b"x");
    for (only, code) in [
        ("beslut-sektorsbidrag", 0),
        ("beslut-ny", 1),
        ("beslut", 1),
        ("beslut-sektorsbidrag,besked", 1),
        ("beslut-sektorsbidrag,cirkular", 0),
    ] {
        let answer = answer_of(program().arg("check").arg(folder.inputs()).args(["--only", only]));
        assert_eq!(answer.code, Some(code), "{only}: {}", answer.error);
    }
}

/// A workbook that was moved out of the way takes no document with it.
#[test]
fn a_set_of_fewer_workbooks_never_replaces_one_of_more() {
    let (sector, overview) = ("beslut-sektorsbidrag.xlsx", "besked.xlsx");
    let books = |files: &[&str]| -> Vec<_> {
        data_2024::all().iter().filter(|(file, _)| files.contains(file)).cloned().collect()
    };
    let folder = Folder::new("2024", &books(&[sector]));
    assert_eq!(generate(&folder, &[]).code, Some(0));
    let [(_, bytes)] = books(&[overview]).try_into().expect("one workbook");
    let folder = folder.with(overview, &bytes);
    assert_eq!(generate(&folder, &[]).code, Some(0), "more replaces less");
    let output = folder.beside("hemma").join("output").join("2024");
    let before = files_of(&output);
    assert!(before.contains_key("besked.pdf"));
    fs::remove_file(folder.inputs().join(overview)).expect("a file");
    let refused = generate(&folder, &[]);
    assert_eq!(refused.code, Some(1));
    let expected = "mappen innehåller dokument som bygger på besked.xlsx, som inte ligger i underlaget nu, och de \
                    får inte försvinna\n  \
                    hjälp:   lägg tillbaka det som saknas, eller ange en annan mapp med --out";
    assert!(refused.error.contains(expected), "{}", refused.error);
    assert!(files_of(&output) == before);
}

/// The circular's issuer need not have the other workbooks.
#[test]
fn a_document_is_made_of_the_workbooks_it_reads_and_no_others() {
    for document in DOCUMENTS {
        let grant =
            statsbidrag::pipeline::selection::Selection::new(vec![document.id.to_owned()], None)
                .expect("a document")
                .needed();
        let is_needed = |file: &str| {
            let of_the_file =
                GRANTS.iter().find(|one| data_2024::file_of(one.workbook_file) == file);
            // The overview of 2024 says that it takes a decision, which therefore has to be there.
            let taken = document.id == "besked" && file == data_2024::beslut::FILE;
            taken || of_the_file.is_some_and(|one| grant.contains(one.id))
        };
        let books: Vec<_> =
            data_2024::all().iter().filter(|(file, _)| is_needed(file)).cloned().collect();
        assert!(!books.is_empty(), "{}", document.id);
        let done = generate(&Folder::new("2024", &books), &["--only", document.id]);
        assert_eq!((done.code, done.error.as_str()), (Some(0), ""), "{}", document.id);
    }
}

#[test]
fn what_no_document_is_called_is_wrong_usage() {
    let folder = folder(|_| {});
    let all: Vec<_> = DOCUMENTS.iter().map(|document| document.id).collect();
    let all = all.join(", ");
    for (argument, expected) in [
        (
            &["--only", "cirkulär"][..],
            format!("det finns inget dokument ”cirkulär”; menade du cirkular? (de som finns är {all})"),
        ),
        (
            &["--only", "Lakemedel"],
            "”lakemedel” är en arbetsbok, inte ett dokument (skriv till exempel --only cirkular; de \
             dokument som bygger på den är cirkular, regleringsbrev, bilaga, \
             regleringsbrev-samlat, betalningsplan, avstamning, regionbesked)"
                .to_owned(),
        ),
        (
            &["--only", "bilaga-5"],
            "det finns inget dokument ”bilaga-5” i år; menade du bilaga-1?".to_owned(),
        ),
        (
            &["--only", "cirkular", "--region", "gotland"],
            "”cirkular” görs inte för en region i taget; utelämna --region".to_owned(),
        ),
        (&["--region", "Skån"], "det finns ingen region ”Skån”; menade du Skåne?".to_owned()),
    ] {
        let refused = generate(&folder, argument);
        assert_eq!(
            (refused.code, refused.error),
            (Some(2), format!("fel: {expected}\n")),
            "{argument:?}"
        );
    }
    assert!(!folder.beside("hemma").join("output").exists());
}

/// A decision that the overview names and that does not lie in the folder: the overview is not made, and that is said
/// where the decision is named; the rest of the year is.
#[test]
fn without_a_decision_that_it_names_the_overview_is_not_made() {
    let overview = &besked::schema::WORKBOOK;
    let mut fill = data_2024::besked::fill();
    fill.row(besked::schema::sheet::BESLUT, [("beslut", text("sektorbidrag"))]);
    let bytes = data_2024::bytes(overview, &fill);
    let misspelled = Folder::new("2024", data_2024::all()).with(overview.file, &bytes);
    let said = "varning[F10] besked.xlsx › Beslut som ingår › A12: beslut-sektorbidrag.xlsx ligger inte i mappen, och därför \
                görs inte besked, och i regionbesked saknas den här delen\n  \
                hjälp:   lägg beslut-sektorbidrag.xlsx i mappen, eller ta bort raden om medlen inte ingår; menade du \
                sektorsbidrag?";
    let done = misspelled.generate();
    assert_eq!((done.code, done.error.as_str()), (Some(0), ""));
    assert!(done.out.contains(said), "{}", done.out);
    let made = files_of(&misspelled.result());
    assert!(!made.keys().any(|name| name.starts_with("besked.")), "{:?}", made.keys());
    for name in ["cirkular.json", "beslut-sektorsbidrag.json", "regionbesked-12-skane.json"] {
        assert!(made.contains_key(name), "{name} is not there");
    }
    let manifest: serde_json::Value = serde_json::from_slice(&made["manifest.json"]).expect("JSON");
    assert_eq!(
        manifest["saknas"],
        serde_json::json!([{
            "arbetsbok": "beslut-sektorbidrag.xlsx",
            "ej_gjorda": ["besked"],
            "utan_del": ["regionbesked"],
        }])
    );
}
