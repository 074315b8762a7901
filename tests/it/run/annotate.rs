//! `check --annotate` and `check --report`: what is wrong, written into copies of the workbooks and on a page.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::CellValue;

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::run::{FILE, filled_from, text};

/// The sheet that lists what is to be done.
const TO_DO: &str = "Att åtgärda";

/// 2024 with a letter among the digits of Uppsala's people, and a year of arrears.
fn wrong() -> Folder {
    let rows = data_2024::csv("lakemedel-2024-publicerat.csv");
    let people = PerRegion::from_fn(|region| {
        let own = rows[region.index()]["befolkning_2023_08_31"].parse::<i64>().expect("people");
        let uppsala = region.short_name() == "Uppsala";
        if uppsala { text("4O3 881") } else { CellValue::Integer(own) }
    });
    crate::run::folder(|fill| {
        fill.column(sheets::BEFOLKNING, "befolkning", people, filled_from());
        fill.item(sheets::OVERENSKOMMELSE, "efterslap", CellValue::Integer(12), filled_from());
    })
}

fn check(inputs: &Path, more: &[&str]) -> Svar {
    answer_of(program().args(["check", "--format", "json"]).arg(inputs).args(more))
}

fn annotate(inputs: &Path, copies: &Path) -> Svar {
    check(inputs, &["--annotate", &copies.to_string_lossy()])
}

/// The problems of an answer, without what differs where the folder does.
fn problems(answer: &Svar) -> Vec<Value> {
    let json: Value = serde_json::from_str(&answer.out).expect("JSON");
    json["problem"].as_array().expect("a list").clone()
}

/// The parts of a package.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        parts.insert(part.name().expect("a name").into_owned(), bytes);
    }
    parts
}

fn sheet(book: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).expect("a workbook");
    let range = book.worksheet_range(name).expect("the sheet");
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn sheets_of(book: &[u8]) -> Vec<String> {
    Xlsx::new(Cursor::new(book)).expect("a workbook").sheet_names()
}

#[test]
fn every_problem_stands_at_its_cell_in_the_copy_and_all_else_is_as_it_was() {
    let folder = wrong();
    let (before, copies) = (files(&folder.inputs()), folder.beside("kopior"));
    let answer = annotate(&folder.inputs(), &copies);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert_eq!(files(&folder.inputs()), before, "the user's own are untouched");
    let (found, made) = (problems(&answer), files(&copies));
    assert_eq!(made.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    let own: Vec<_> = found.iter().filter(|one| one["fil"] == FILE).collect();
    let is = |severity: &str| own.iter().any(|one| one["allvar"] == severity);
    assert!(is("fel") && is("varning"), "{found:#?}");
    let (old, new) = (parts(&before[FILE]), parts(&made[FILE]));
    let comments: String = new
        .iter()
        .filter(|(name, _)| name.starts_with("xl/comments"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).expect("UTF-8"))
        .collect();
    let listed = sheet(&made[FILE], TO_DO);
    assert_eq!(sheets_of(&made[FILE])[0], TO_DO);
    for problem in own {
        let [sheet, cell, message] =
            ["blad", "cell", "meddelande"].map(|key| problem[key].as_str().expect("a text"));
        assert!(comments.contains(&format!("ref=\"{cell}\"")), "{cell} in {comments}");
        let row = listed.iter().find(|row| row.iter().any(|text| text == message));
        let row = row.unwrap_or_else(|| panic!("{message} in {listed:#?}"));
        assert!(row.iter().any(|text| text == sheet) && row.iter().any(|text| text == cell));
    }
    // What nothing is said of is the same to the byte: of the sheets all but the one with the cells.
    let changed: Vec<_> =
        old.iter().filter(|(name, bytes)| new.get(*name) != Some(bytes)).collect();
    let changed: Vec<_> = changed.into_iter().map(|(name, _)| name.as_str()).collect();
    let of_sheets = changed.iter().filter(|name| name.starts_with("xl/worksheets/sheet"));
    // The two with the cells, and the one that opened first, where the list does now.
    assert_eq!(of_sheets.count(), 3, "{changed:?}");
    let [old_first, new_first] = [&old, &new]
        .map(|parts| String::from_utf8(parts["xl/worksheets/sheet1.xml"].clone()).expect("UTF-8"));
    assert_eq!(old_first.replace(" tabSelected=\"1\"", ""), new_first);
    assert!(!changed.contains(&"xl/sharedStrings.xml"), "{changed:?}");
    assert!(old.keys().all(|name| new.contains_key(name)), "nothing is gone");
}

#[test]
fn the_copies_are_found_to_be_what_the_workbooks_were() {
    let folder = wrong();
    let [copies, again] = ["kopior", "kopior igen"].map(|name| folder.beside(name).join("2024"));
    let first = annotate(&folder.inputs(), &copies);
    let second = annotate(&copies, &again);
    assert_eq!(problems(&first), problems(&second));
    // A list of before is replaced, and the remarks do not pile up.
    let [once, twice] = [&copies, &again].map(|folder| files(folder).remove(FILE).expect("it"));
    assert_eq!(sheets_of(&once), sheets_of(&twice));
    assert_eq!(sheet(&once, TO_DO), sheet(&twice, TO_DO));
    let remarks = |book: &[u8]| {
        let parts = parts(book);
        let all = parts.iter().filter(|(name, _)| name.starts_with("xl/comments"));
        let text =
            all.map(|(_, bytes)| String::from_utf8_lossy(bytes).matches("<comment ").count());
        text.sum::<usize>()
    };
    assert_eq!(remarks(&once), remarks(&twice));
    assert_eq!(problems(&check(&again, &[])), problems(&first));
}

#[test]
fn nothing_is_written_where_it_should_not_be() {
    let folder = wrong();
    let before = files(&folder.inputs());
    let there = folder.beside("finns");
    std::fs::create_dir(&there).expect("a folder");
    let within = folder.inputs().join("kopior");
    for (flag, target) in [
        ("--annotate", &there),
        ("--annotate", &within),
        ("--report", &within.with_extension("html")),
    ] {
        let answer = check(&folder.inputs(), &[flag, &target.to_string_lossy()]);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let codes: Vec<_> = problems(&answer).iter().map(|one| one["kod"].clone()).collect();
        assert!(codes.iter().any(|code| code == "U01"), "{flag} {}: {codes:?}", target.display());
        assert_eq!(files(&folder.inputs()), before);
        assert!(files(&there).is_empty());
    }
    // A page takes the place of one that the program wrote, and of nothing else.
    let page = folder.beside("egen.html");
    std::fs::write(&page, "<p>Egen sida").expect("a file");
    let answer = check(&folder.inputs(), &["--report", &page.to_string_lossy()]);
    assert!(problems(&answer).iter().any(|one| one["kod"] == "U01"), "{answer:?}");
    assert_eq!(std::fs::read_to_string(&page).expect("a file"), "<p>Egen sida");
}

#[test]
fn a_page_says_what_was_checked_and_that_nothing_is_wrong() {
    let right = Folder::new("2024", data_2024::all());
    let page = right.beside("granskning.html");
    let written = |folder: &Folder, more: &[&str]| {
        let target = page.to_string_lossy();
        let mut all = vec!["--report", &target];
        all.extend(more);
        let answer = check(&folder.inputs(), &all);
        (answer.code, std::fs::read_to_string(&page).expect("a page"))
    };
    let (code, text) = written(&right, &[]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("Inga fel"), "{text}");
    assert!(text.contains("<html lang=\"sv\"") && text.contains("<title>"), "{text}");
    for code in statsbidrag::problem::Code::ALL {
        let checked = code.name().starts_with(['I', 'R', 'P']);
        assert!(!checked || text.contains(code.name()), "{} is not told of", code.name());
    }
    // One page that needs nothing else.
    for part in ["<script", "<link", "src=", "href=\"http", "url("] {
        assert!(!text.contains(part), "{part}");
    }
    assert_eq!(written(&right, &[]).1, text, "the same each time");
    let (code, english) = written(&right, &["--lang", "en"]);
    assert_eq!(code, Some(0));
    assert!(english.contains("<html lang=\"en\"") && english.contains("No errors"), "{english}");
    // One of before is replaced; what is wrong stands on it with its place and what to do.
    let wrong = wrong();
    let (code, text) = written(&wrong, &[]);
    assert_eq!(code, Some(1));
    assert!(!text.contains("Inga fel"), "{text}");
    for part in ["4O3 881", "B12", "Befolkning", "P0"] {
        assert!(text.contains(part), "{part} not in {text}");
    }
}
