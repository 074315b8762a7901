//! Two sets held against each other, as papers: what `comparison` found, set and put into workbooks, and read back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::printed;
use crate::comparison::data::{Jamforelse, Uppsattning};
use crate::comparison::messages as say;
use crate::comparison::{Set, paper, rattelse};
use crate::figure::Status;
use crate::manifest::{Checksum, Fil, Jamford, Korning, Manifest};
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

/// The file of what two sets say differently.
const DATA: &str = "diff.json";

/// The file that tells which files a set has.
const MANIFEST: &str = "manifest.json";

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

/// The papers of a comparison: PDF, XLSX and JSON; of a correction, if a workbook words one; and the manifest that tells of
/// them. `sets` are the older and the newer one.
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
    let found = &without_places(found);
    let paper = match workbook {
        None => comparison(found, sets, &run.id),
        Some(workbook) => corrected(found, sets, workbook, &run.id)?,
    };
    let mut files = paper.files(found, &renderer)?;
    files.insert(DATA.to_owned(), to_json(found));
    let manifest = Manifest::new(found.ny.ar, run, (Vec::new(), Vec::new()), &files);
    files.insert(MANIFEST.to_owned(), to_json(&manifest));
    Ok(files)
}

/// A paper, before it is set.
struct Paper {
    id: &'static str,
    template: &'static str,
    json: Published,
    head: Huvud,
    tables: Vec<Tabell>,
    /// Its payments, for a payment system, if it has any.
    csv: Option<Vec<u8>>,
}

impl Paper {
    /// Its files, read back.
    fn files(self, found: &Jamforelse, renderer: &Renderer) -> Result<Files, Problems> {
        let Self { id, template, json, head, tables, csv } = self;
        let sheets = Sheets { lists: found.lists(), ..Sheets::of(head, tables) };
        let mut own = Files::new();
        let set = renderer.printed(template, &json, PdfStandard::A3a)?;
        let text = set.as_ref().map(|set| set.text.clone()).unwrap_or_default();
        own.extend(set.map(|set| (format!("{id}.pdf"), set.pdf)));
        own.insert(format!("{id}.xlsx"), table_xlsx(id, &sheets)?);
        own.extend(csv.map(|csv| (format!("{id}.csv"), csv)));
        let book = of_workbook(&json.value, found);
        printed::held_apart(&own, &text, [&json.value, &book], renderer.is_builtin(template))?;
        own.insert(format!("{id}.json"), json.bytes);
        Ok(own)
    }
}

fn comparison(found: &Jamforelse, sets: [&Set<'_>; 2], run: &str) -> Paper {
    let example = examples(sets, |_| true);
    let one = paper::paper(found, run, youngest(sets), example.as_deref());
    Paper {
        id: paper::ID,
        template: paper::TEMPLATE,
        json: published(&one),
        tables: one.belopp.iter().chain(&one.orsaker).cloned().collect(),
        head: one.huvud,
        csv: None,
    }
}

fn corrected(
    found: &Jamforelse,
    sets: [&Set<'_>; 2],
    (name, bytes): &Workbook,
    run: &str,
) -> Result<Paper, Problems> {
    let mut problems = Problems::new();
    let book = read(&rattelse::WORKBOOK, name, bytes, &mut problems);
    let Some(book) = book.filter(|_| !problems.stop()) else { return Err(problems) };
    let example = examples_of_correction(sets, &book);
    let mut one = rattelse::paper(found, &book, run, example.as_deref())?;
    one.betalningsfil = rattelse::payments(found, &book, sets)?;
    let settled = one.reglering.iter().map(|settled| &settled.tabell);
    let tables = std::iter::once(&one.belopp).chain(settled).chain(&one.manader);
    Ok(Paper {
        id: rattelse::ID,
        template: rattelse::TEMPLATE,
        json: published(&one),
        tables: tables.cloned().collect(),
        csv: one.betalningsfil.as_ref().map(rattelse::Rattelsebetalningar::file),
        head: one.huvud,
    })
}

/// What the workbook of a comparison or a correction is held against: it holds more than the document.
fn of_workbook(json: &Value, found: &Jamforelse) -> Value {
    json!({ "own": json, "lists": found.lists() })
}

/// What the workbook of a document is held against, by the other files of its set; none where that is its own data.
#[must_use]
pub fn data_of_workbook(json: &Value, files: &Files) -> Option<Value> {
    let found: Jamforelse = serde_json::from_slice(files.get(DATA)?).ok()?;
    Some(of_workbook(json, &found))
}

/// The same with the sets by the names of their folders or packages: where those lie is no part of what the papers say.
fn without_places(found: &Jamforelse) -> Jamforelse {
    let named = |set: &Uppsattning| {
        let name = Path::new(&set.mapp).file_name().map(|name| name.to_string_lossy().into_owned());
        Uppsattning { mapp: name.unwrap_or_else(|| set.mapp.clone()), ..set.clone() }
    };
    Jamforelse { gammal: named(&found.gammal), ny: named(&found.ny), ..found.clone() }
}

fn published(form: &impl serde::Serialize) -> Published {
    let bytes = to_json(form);
    let value = serde_json::from_slice(&bytes);
    Published { value: value.unwrap_or_else(|error| panic!("a form is JSON: {error}")), bytes }
}

/// All that determines the papers: the two sets, the workbook, the program and its templates.
fn run(sets: [&Set<'_>; 2], workbook: Option<&Workbook>, templates: &Templates) -> Korning {
    let standard = PdfStandard::A3a.name().to_owned();
    let options = BTreeMap::from([("pdf-standard".to_owned(), standard)]);
    // Where the workbook lies is no part of it.
    let name = |name: &str| {
        let own = Path::new(name).file_name();
        own.map_or_else(|| name.to_owned(), |own| own.to_string_lossy().into_owned())
    };
    let inputs = workbook.iter().map(|(path, bytes)| Fil::new(name(path), bytes)).collect();
    let templates = templates.files().map(|(name, bytes)| Fil::new(name, bytes));
    let compared = sets.map(|set| Jamford {
        ar: set.manifest.ar,
        korning: set.manifest.korning.id.clone(),
        manifest_sha256: Checksum::of(
            set.files.get(MANIFEST).map(Vec::as_slice).unwrap_or_default(),
        )
        .to_string(),
    });
    Korning::new(options, inputs, templates).comparing(compared)
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
