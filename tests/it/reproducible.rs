//! The same workbook gives the same bytes: in another folder, time zone, language and number of threads,
//! and what a PDF has attached is the JSON beside it. Runs the real program.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use crate::indata_2024;
use crate::programmet::{Mapp, filer, programmet, svar};
use lopdf::{Dictionary, Document, Object};

/// A run's files.
type Filer = BTreeMap<String, Vec<u8>>;

/// A whole run from a folder of its own: where it stands, how it names its folders, and what surrounds
/// it are the given ones.
fn en_korning(standard: &str, omgivning: &[(&str, &str)], relativt: bool) -> Filer {
    let mapp = Mapp::ny("2024", indata_2024::alla());
    let mut program = programmet();
    program.arg("generate");
    if relativt {
        program.current_dir(mapp.bredvid("")).args(["in data/2024", "--out", "2024"]);
    } else {
        program.current_dir("/").arg(mapp.indata()).arg("--out").arg(mapp.resultat());
    }
    let svar = svar(program.args(["--pdf-standard", standard]).envs(omgivning.iter().copied()));
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    filer(&if relativt { mapp.bredvid("2024") } else { mapp.resultat() })
}

fn assert_lika(en: &Filer, annan: &Filer, vad: &str) {
    assert!(en.keys().eq(annan.keys()), "{vad}");
    for (namn, bytes) in en {
        assert!(annan.get(namn) == Some(bytes), "{namn} differs: {vad}");
    }
}

/// Files by what their names end with.
fn med_slut<'f>(filer: &'f Filer, slut: &'f str) -> impl Iterator<Item = (&'f str, &'f [u8])> {
    let alla = filer.iter().map(|(namn, bytes)| (namn.as_str(), bytes.as_slice()));
    alla.filter_map(move |(namn, bytes)| Some((namn.strip_suffix(slut)?, bytes)))
}

const OMGIVNINGAR: [&[(&str, &str)]; 3] = [
    &[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "sv_SE.UTF-8"), ("RAYON_NUM_THREADS", "1")],
    &[("TZ", "America/Adak"), ("LANG", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "2")],
    &[
        ("TZ", "UTC"),
        ("LC_ALL", "C"),
        ("LANG", ""),
        ("RAYON_NUM_THREADS", "4"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("HOME", "/"),
        ("COLUMNS", "20"),
        ("NO_COLOR", "1"),
    ],
];

/// The run that the others are held to.
fn the_first() -> &'static Filer {
    static FIRST: OnceLock<Filer> = OnceLock::new();
    FIRST.get_or_init(|| en_korning("a-3a", OMGIVNINGAR[0], false))
}

#[test]
fn a_run_gives_the_same_bytes_wherever_and_however_it_is_run() {
    let [_, tva, tre] = OMGIVNINGAR;
    let forst = the_first();
    assert!(med_slut(forst, ".pdf").count() >= 2);
    assert_lika(forst, &en_korning("a-3a", tva, true), "two threads, relative names");
    assert_lika(forst, &en_korning("a-3a", tre, false), "four threads, another language");
}

fn delar(dokument: &Document) -> impl Iterator<Item = &Dictionary> {
    dokument.objects.values().filter_map(|object| match object {
        Object::Dictionary(del) => Some(del),
        Object::Stream(strom) => Some(&strom.dict),
        _ => None,
    })
}

/// The attached files: their bytes, and what they are said to be to the document.
fn bifogat(dokument: &Document) -> Vec<(Vec<u8>, Vec<u8>)> {
    let filer = delar(dokument).filter(|del| del.has(b"EF"));
    filer
        .map(|fil| {
            let slag =
                fil.get(b"AFRelationship").and_then(Object::as_name).expect("a relationship");
            let (_, inbaddat) = dokument.dereference(fil.get(b"EF").expect("EF")).expect("EF");
            let strom =
                inbaddat.as_dict().and_then(|del| del.get(b"F")).and_then(Object::as_reference);
            let strom =
                dokument.get_object(strom.expect("a reference")).and_then(Object::as_stream);
            let strom = strom.expect("a stream");
            let bytes = strom.decompressed_content().unwrap_or_else(|_| strom.content.clone());
            (bytes, slag.to_vec())
        })
        .collect()
}

#[test]
fn the_attached_json_is_the_json_beside_it() {
    let korning = the_first();
    for (namn, bytes) in med_slut(korning, ".pdf") {
        let dokument = Document::load_mem(bytes).expect("a PDF");
        let json = korning.get(&format!("{namn}.json")).expect("its JSON");
        assert!(bifogat(&dokument) == [(json.clone(), b"Data".to_vec())], "{namn}");
    }
}

#[test]
fn a_2a_has_nothing_attached_and_is_as_reproducible() {
    let [en, tva, _] = OMGIVNINGAR;
    let forst = en_korning("a-2a", en, true);
    assert_lika(&forst, &en_korning("a-2a", tva, false), "a-2a");
    let mut antal = 0;
    for (namn, bytes) in med_slut(&forst, ".pdf") {
        let dokument = Document::load_mem(bytes).expect("a PDF");
        assert_eq!(bifogat(&dokument), [], "{namn}");
        for ord in [&b"EmbeddedFiles"[..], b"AF", b"AFRelationship"] {
            assert!(!delar(&dokument).any(|del| del.has(ord)), "{namn}");
        }
        antal += 1;
    }
    assert_eq!(antal, med_slut(the_first(), ".pdf").count());
}

/// A whole folder of workbooks is no other for having been opened in the meantime.
#[test]
fn a_lock_file_beside_the_workbook_changes_nothing() {
    let mapp = Mapp::ny("2024", indata_2024::alla());
    fs::write(mapp.indata().join("~$lakemedel.xlsx"), b"x").expect("a file");
    assert_eq!(mapp.generate().kod, Some(0));
    assert_lika(the_first(), &filer(&mapp.resultat()), "a lock file");
}
