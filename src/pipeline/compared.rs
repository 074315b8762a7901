//! Two sets held against each other, as papers: what `comparison` found, set and put into workbooks, and read back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::printed;
use crate::comparison::data::Jamforelse;
use crate::comparison::messages as say;
use crate::comparison::{Set, paper, rattelse};
use crate::figure::Status;
use crate::manifest::{Fil, Korning};
use crate::output::Files;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::{PdfStandard, Renderer, Templates, table_xlsx};
use crate::report::head::Huvud;
use crate::report::number::Datum;
use crate::report::paper::Sheets;
use crate::report::table::Tabell;
use crate::report::{Published, to_json};
use crate::swedish;
use crate::workbook::{Book, read};

/// A workbook that is none of a year's: its name and its bytes.
pub type Workbook = (String, Vec<u8>);

/// A workbook that lies where it was said to; `help` says how to get one.
///
/// # Errors
/// If it is not there, or cannot be read.
pub fn workbook_of(path: &Path, help: Message) -> Result<Workbook, Problems> {
    let shown = path.display().to_string();
    let bytes = if path.is_file() { fs::read(path).ok() } else { None };
    bytes.map(|bytes| (shown.clone(), bytes)).ok_or_else(|| {
        Problem::new(Code::F01, Location::file(shown), say::no_workbook()).help(help).into()
    })
}

/// The workbook of a correction.
///
/// # Errors
/// If it is not there, or cannot be read.
pub fn correction(path: &Path) -> Result<Workbook, Problems> {
    workbook_of(path, say::make_one())
}

/// The papers of a comparison: PDF, XLSX and JSON; of a correction, if a workbook words one. `sets` are the older and the
/// newer one.
///
/// # Errors
/// What is wrong with the workbook or the templates, or that no amount differs that the workbook is to correct.
pub fn papers(
    found: &Jamforelse,
    sets: [&Set<'_>; 2],
    workbook: Option<&Workbook>,
    templates: &Templates,
) -> Result<Files, Problems> {
    let renderer = Renderer::new(templates)?;
    let run = run(sets, workbook, templates);
    let mut files = Files::new();
    let mut add = |id: &str, template: &str, json: Published, sheets: &Sheets| {
        let mut own = Files::new();
        let set = renderer.printed(template, &json, PdfStandard::A3a)?;
        let text = set.as_ref().map(|set| set.text.clone()).unwrap_or_default();
        own.extend(set.map(|set| (format!("{id}.pdf"), set.pdf)));
        own.insert(format!("{id}.xlsx"), table_xlsx(id, sheets)?);
        let lists: Value =
            json!({ "own": &json.value, "lists": &sheets.lists, "tables": &sheets.tables });
        printed::held_apart(&own, &text, [&json.value, &lists], renderer.is_builtin(template))?;
        own.insert(format!("{id}.json"), json.bytes);
        files.extend(own);
        Ok::<_, Problems>(())
    };
    let sheets = |huvud: &Huvud, tables: Vec<Tabell>| Sheets {
        lists: found.lists(),
        ..Sheets::of(huvud.clone(), tables)
    };
    match workbook {
        None => {
            let date = youngest(sets);
            let example = examples(sets, |_| true);
            let one = paper::paper(found, &run, date, example.as_deref());
            let tables = one.belopp.iter().chain(&one.orsaker).cloned().collect();
            add(paper::ID, paper::TEMPLATE, published(&one), &sheets(&one.huvud, tables))?;
        }
        Some((name, bytes)) => {
            let mut problems = Problems::new();
            let book = read(&rattelse::WORKBOOK, name, bytes, &mut problems);
            let Some(book) = book.filter(|_| !problems.stop()) else { return Err(problems) };
            let example = examples_of_correction(sets, &book);
            let one = rattelse::paper(found, &book, &run, example.as_deref())?;
            let settled = one.reglering.iter().map(|settled| &settled.tabell);
            let tables = std::iter::once(&one.belopp).chain(settled).chain(&one.manader);
            let tables = tables.cloned().collect();
            add(rattelse::ID, rattelse::TEMPLATE, published(&one), &sheets(&one.huvud, tables))?;
        }
    }
    files.insert("diff.json".to_owned(), to_json(found));
    Ok(files)
}

fn published(form: &impl serde::Serialize) -> Published {
    let bytes = to_json(form);
    let value = serde_json::from_slice(&bytes);
    Published { value: value.unwrap_or_else(|error| panic!("a form is JSON: {error}")), bytes }
}

/// The id of all that determines the papers: the two runs, the workbook, the program and its templates.
fn run(sets: [&Set<'_>; 2], workbook: Option<&Workbook>, templates: &Templates) -> String {
    let [old, new] = sets.map(|set| set.manifest.korning.id.clone());
    let options = BTreeMap::from([("gammal".to_owned(), old), ("ny".to_owned(), new)]);
    let inputs = workbook.iter().map(|(name, bytes)| Fil::new(name.as_str(), bytes)).collect();
    let templates = templates.files().map(|(name, bytes)| Fil::new(name, bytes));
    Korning::new(options, inputs, templates).id
}

/// The documents of a set.
fn documents<'s>(set: &'s Set<'_>) -> impl Iterator<Item = Value> + 's {
    let own = |name: &str| name.strip_suffix(".json").is_some_and(|name| !name.contains('/'));
    let files = set.files.iter().filter(move |(name, _)| own(name));
    let json = files.filter_map(|(_, bytes)| serde_json::from_slice::<Value>(bytes).ok());
    json.filter(|json| json.get("huvud").is_some())
}

/// The sheets of examples that documents rest on, by their workbooks, for a sentence; none if they rest on none.
pub(super) fn examples(sets: [&Set<'_>; 2], is_told: impl Fn(&str) -> bool) -> Option<String> {
    let mut books: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for json in sets.into_iter().flat_map(documents) {
        let id = json.pointer("/huvud/dokument").and_then(Value::as_str).unwrap_or_default();
        let rows = json.pointer("/huvud/underlag").and_then(Value::as_array);
        for row in rows.into_iter().flatten().filter(|_| is_told(id)) {
            let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
            let status = Status::find(text("status")).unwrap_or(Status::EjBekraftad);
            if status >= Status::Exempel {
                books.entry(text("fil").to_owned()).or_default().insert(text("blad").to_owned());
            }
        }
    }
    let book = |(file, sheets): (String, BTreeSet<String>)| {
        let sheets: Vec<_> = sheets.into_iter().filter(|sheet| !sheet.starts_with('/')).collect();
        if sheets.is_empty() { file } else { format!("{file} ({})", sheets.join(", ")) }
    };
    let all: Vec<_> = books.into_iter().map(book).collect();
    (!all.is_empty()).then(|| swedish::enumeration(&all))
}

/// The same of a correction: of the documents of the decision that is corrected, and of its own workbook.
fn examples_of_correction(sets: [&Set<'_>; 2], book: &Book) -> Option<String> {
    let own = rattelse::weakest(book) >= Status::Exempel;
    let own = own.then(|| book.file.rsplit('/').next().unwrap_or_default().to_owned());
    let theirs = examples(sets, |id| rattelse::concerns(book, id));
    let all: Vec<_> = theirs.into_iter().chain(own).collect();
    (!all.is_empty()).then(|| swedish::enumeration(&all))
}

/// The date of the youngest document.
pub(super) fn youngest(sets: [&Set<'_>; 2]) -> Datum {
    let dates = sets.into_iter().flat_map(documents).filter_map(|json| {
        json.pointer("/huvud/datum/iso")?.as_str()?.parse::<chrono::NaiveDate>().ok()
    });
    dates.max().unwrap_or_default().into()
}
