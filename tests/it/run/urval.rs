//! Some documents only: what is made and where, what it needs, and that a whole year's set is never
//! touched by it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use statsbidrag::documents::DOCUMENTS;

use crate::indata_2024;
use crate::programmet::{Mapp, Svar, filer, programmet, svar};
use crate::run::mapp;

/// `generate` with arguments, in a folder beside the workbooks.
fn generate(mapp: &Mapp, argument: &[&str]) -> Svar {
    let hemma = mapp.bredvid("hemma");
    fs::create_dir_all(&hemma).expect("a folder");
    svar(programmet().current_dir(hemma).arg("generate").arg(mapp.indata()).args(argument))
}

fn namnen(mapp: &Path) -> BTreeSet<String> {
    filer(mapp).into_keys().collect()
}

#[test]
fn some_documents_lie_for_themselves_beside_the_whole_set() {
    let mapp = mapp(|_| {});
    let output = mapp.bredvid("hemma").join("output");
    assert_eq!(generate(&mapp, &[]).kod, Some(0));
    let fore = filer(&output.join("2024"));
    for (only, vantat) in [
        ("cirkular,bilaga-4", &["bilaga-4", "cirkular"][..]),
        // What an earlier choice left is not left lying.
        ("Cirkular", &["cirkular"]),
    ] {
        let klart = generate(&mapp, &["--only", only]);
        assert_eq!((klart.kod, klart.fel.as_str()), (Some(0), ""));
        let mut vantat: BTreeSet<_> = vantat
            .iter()
            .flat_map(|namn| ["json", "pdf", "xlsx"].map(|slut| format!("{namn}.{slut}")))
            .collect();
        vantat.extend(["manifest.json", "samstammighet.json", "trace.json"].map(str::to_owned));
        assert_eq!(namnen(&output.join("2024-urval")), vantat);
    }
    let manifest = &filer(&output.join("2024-urval"))["manifest.json"];
    let manifest: serde_json::Value = serde_json::from_slice(manifest).expect("JSON");
    assert_eq!(manifest["korning"]["val"]["urval"], "cirkular");
    assert!(filer(&output.join("2024")) == fore, "the whole set is as it was");
}

#[test]
fn a_choice_never_replaces_a_whole_set() {
    let mapp = mapp(|_| {});
    assert_eq!(mapp.generate().kod, Some(0));
    let fore = filer(&mapp.resultat());
    let ut = mapp.resultat().display().to_string();
    let nekat = generate(&mapp, &["--only", "cirkular", "--out", &ut]);
    assert_eq!(nekat.kod, Some(1));
    let vantat = "mappen innehåller ett helt års dokument, och ett urval får inte ersätta dem\n  \
                  hjälp:   ange en annan mapp med --out, eller utelämna flaggan";
    assert!(nekat.fel.contains(vantat), "{}", nekat.fel);
    assert!(filer(&mapp.resultat()) == fore);
}

/// Files of the earlier set are removed with it, unless someone has changed them.
#[test]
fn a_file_of_the_earlier_set_that_was_changed_is_not_removed() {
    let mapp = mapp(|_| {});
    assert_eq!(generate(&mapp, &["--only", "bilaga,cirkular"]).kod, Some(0));
    let urval = mapp.bredvid("hemma").join("output").join("2024-urval");
    fs::write(urval.join("bilaga-4.json"), "mina anteckningar").expect("a file");
    let nekat = generate(&mapp, &["--only", "cirkular"]);
    assert_eq!(nekat.kod, Some(1));
    let vantat = "”bilaga-4.json” ligger i mappen men är inget som programmet skriver där";
    assert!(nekat.fel.contains(vantat), "{}", nekat.fel);
    assert_eq!(fs::read(urval.join("bilaga-4.json")).expect("a file"), b"mina anteckningar");
}

/// The circular's issuer need not have the other workbooks.
#[test]
fn a_document_is_made_of_the_workbooks_it_reads_and_no_others() {
    for dokument in DOCUMENTS {
        let bidrag = statsbidrag::pipeline::urval::Urval::ny(vec![dokument.id.to_owned()], None)
            .expect("a document")
            .bidrag();
        let behovs = |fil: &str| bidrag.contains(fil.trim_end_matches(".xlsx"));
        let bocker: Vec<_> =
            indata_2024::alla().iter().filter(|(fil, _)| behovs(fil)).cloned().collect();
        assert!(!bocker.is_empty(), "{}", dokument.id);
        let klart = generate(&Mapp::ny("2024", &bocker), &["--only", dokument.id]);
        assert_eq!((klart.kod, klart.fel.as_str()), (Some(0), ""), "{}", dokument.id);
    }
}

#[test]
fn what_no_document_is_called_is_wrong_usage() {
    let mapp = mapp(|_| {});
    let alla: Vec<_> = DOCUMENTS.iter().map(|dokument| dokument.id).collect();
    let alla = alla.join(", ");
    for (argument, vantat) in [
        (
            &["--only", "cirkulär"][..],
            format!("det finns inget dokument ”cirkulär”; menade du cirkular? (de är {alla})"),
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
        let nekat = generate(&mapp, argument);
        assert_eq!((nekat.kod, nekat.fel), (Some(2), format!("fel: {vantat}\n")), "{argument:?}");
    }
    assert!(!mapp.bredvid("hemma").join("output").exists());
}
