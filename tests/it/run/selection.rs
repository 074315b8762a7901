//! Some documents only: what is made and where, what it needs, and that a whole year's set is never
//! touched by it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use statsbidrag::documents::DOCUMENTS;

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::run::folder;

/// `generate` with arguments, in a folder beside the workbooks.
fn generate(folder: &Folder, argument: &[&str]) -> Svar {
    let at_home = folder.beside("hemma");
    fs::create_dir_all(&at_home).expect("a folder");
    answer_of(program().current_dir(at_home).arg("generate").arg(folder.inputs()).args(argument))
}

fn names(folder: &Path) -> BTreeSet<String> {
    files(folder).into_keys().collect()
}

#[test]
fn some_documents_lie_for_themselves_beside_the_whole_set() {
    let folder = folder(|_| {});
    let output = folder.beside("hemma").join("output");
    assert_eq!(generate(&folder, &[]).code, Some(0));
    let before = files(&output.join("2024"));
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
    let manifest = &files(&output.join("2024-urval"))["manifest.json"];
    let manifest: serde_json::Value = serde_json::from_slice(manifest).expect("JSON");
    assert_eq!(manifest["korning"]["val"]["urval"], "cirkular");
    assert!(files(&output.join("2024")) == before, "the whole set is as it was");
}

#[test]
fn a_choice_never_replaces_a_whole_set() {
    let folder = folder(|_| {});
    assert_eq!(folder.generate().code, Some(0));
    let before = files(&folder.result());
    let out = folder.result().display().to_string();
    let refused = generate(&folder, &["--only", "cirkular", "--out", &out]);
    assert_eq!(refused.code, Some(1));
    let expected = "mappen innehåller ett helt års dokument, och ett urval får inte ersätta dem\n  \
                  hjälp:   ange en annan mapp med --out, eller utelämna flaggan";
    assert!(refused.error.contains(expected), "{}", refused.error);
    assert!(files(&folder.result()) == before);
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

/// The circular's issuer need not have the other workbooks.
#[test]
fn a_document_is_made_of_the_workbooks_it_reads_and_no_others() {
    for document in DOCUMENTS {
        let grant =
            statsbidrag::pipeline::selection::Selection::new(vec![document.id.to_owned()], None)
                .expect("a document")
                .grant();
        let is_needed = |file: &str| grant.contains(file.trim_end_matches(".xlsx"));
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
            format!("det finns inget dokument ”cirkulär”; menade du cirkular? (de är {all})"),
        ),
        (
            &["--only", "bilaga-5"],
            "det finns inget dokument ”bilaga-5” i år; menade du bilaga-1?".to_owned(),
        ),
        (
            &["--only", "cirkular", "--region", "gotland"],
            "”cirkular” är inte för Gotland ensam".to_owned(),
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
