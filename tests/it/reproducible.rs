//! The same workbook gives the same bytes: in another folder, time zone, language and number of threads,
//! and what a PDF has attached is the JSON beside it. Runs the real program.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use crate::data_2024;
use crate::program::{Folder, answer_of, files, program};
use lopdf::{Dictionary, Document, Object};

/// A run's files.
type Files = BTreeMap<String, Vec<u8>>;

/// A whole run from a folder of its own: where it stands, how it names its folders, and what surrounds
/// it are the given ones.
fn one_run(standard: &str, environment: &[(&str, &str)], relative: bool) -> Files {
    let folder = Folder::new("2024", data_2024::all());
    let mut program = program();
    program.arg("generate");
    if relative {
        program.current_dir(folder.beside("")).args(["in data/2024", "--out", "2024"]);
    } else {
        program.current_dir("/").arg(folder.inputs()).arg("--out").arg(folder.result());
    }
    let answer =
        answer_of(program.args(["--pdf-standard", standard]).envs(environment.iter().copied()));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    files(&if relative { folder.beside("2024") } else { folder.result() })
}

fn assert_equal(one: &Files, other: &Files, what: &str) {
    assert!(one.keys().eq(other.keys()), "{what}");
    for (name, bytes) in one {
        assert!(other.get(name) == Some(bytes), "{name} differs: {what}");
    }
}

/// Files by what their names end with.
fn ending_with<'f>(files: &'f Files, end: &'f str) -> impl Iterator<Item = (&'f str, &'f [u8])> {
    let all = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    all.filter_map(move |(name, bytes)| Some((name.strip_suffix(end)?, bytes)))
}

const ENVIRONMENTS: [&[(&str, &str)]; 3] = [
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
fn the_first() -> &'static Files {
    static FIRST: OnceLock<Files> = OnceLock::new();
    FIRST.get_or_init(|| one_run("a-3a", ENVIRONMENTS[0], false))
}

#[test]
fn a_run_gives_the_same_bytes_wherever_and_however_it_is_run() {
    let [_, two, three] = ENVIRONMENTS;
    let first_of_all = the_first();
    assert!(ending_with(first_of_all, ".pdf").count() >= 2);
    assert_equal(first_of_all, &one_run("a-3a", two, true), "two threads, relative names");
    assert_equal(first_of_all, &one_run("a-3a", three, false), "four threads, another language");
}

fn parts(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| match object {
        Object::Dictionary(part) => Some(part),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

/// The attached files: their bytes, and what they are said to be to the document.
fn attached(document: &Document) -> Vec<(Vec<u8>, Vec<u8>)> {
    let files = parts(document).filter(|part| part.has(b"EF"));
    files
        .map(|file| {
            let kind =
                file.get(b"AFRelationship").and_then(Object::as_name).expect("a relationship");
            let (_, embedded) = document.dereference(file.get(b"EF").expect("EF")).expect("EF");
            let stream =
                embedded.as_dict().and_then(|part| part.get(b"F")).and_then(Object::as_reference);
            let stream =
                document.get_object(stream.expect("a reference")).and_then(Object::as_stream);
            let stream = stream.expect("a stream");
            let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            (bytes, kind.to_vec())
        })
        .collect()
}

#[test]
fn the_attached_json_is_the_json_beside_it() {
    let run = the_first();
    for (name, bytes) in ending_with(run, ".pdf") {
        let document = Document::load_mem(bytes).expect("a PDF");
        let json = run.get(&format!("{name}.json")).expect("its JSON");
        assert!(attached(&document) == [(json.clone(), b"Data".to_vec())], "{name}");
    }
}

#[test]
fn a_2a_has_nothing_attached_and_is_as_reproducible() {
    let [one, two, _] = ENVIRONMENTS;
    let first_of_all = one_run("a-2a", one, true);
    assert_equal(&first_of_all, &one_run("a-2a", two, false), "a-2a");
    let mut count = 0;
    for (name, bytes) in ending_with(&first_of_all, ".pdf") {
        let document = Document::load_mem(bytes).expect("a PDF");
        assert_eq!(attached(&document), [], "{name}");
        for word in [&b"EmbeddedFiles"[..], b"AF", b"AFRelationship"] {
            assert!(!parts(&document).any(|part| part.has(word)), "{name}");
        }
        count += 1;
    }
    assert_eq!(count, ending_with(the_first(), ".pdf").count());
}

/// A whole folder of workbooks is no other for having been opened in the meantime.
#[test]
fn a_lock_file_beside_the_workbook_changes_nothing() {
    let folder = Folder::new("2024", data_2024::all());
    fs::write(folder.inputs().join("~$lakemedel.xlsx"), b"x").expect("a file");
    assert_eq!(folder.generate().code, Some(0));
    assert_equal(the_first(), &files(&folder.result()), "a lock file");
}
