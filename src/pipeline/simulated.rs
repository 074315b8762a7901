//! What would be if cells held something else: the workbooks read and computed once, and held against what they would come
//! to. Writes nothing, and makes no document.

use std::collections::BTreeMap;

use super::compared::{Workbook, examples, youngest};
use super::{Computed, Options, compute_books, read_folder};
use crate::comparison::data::Jamforelse;
use crate::comparison::{self, Set};
use crate::grants::FUNCTIONS;
use crate::manifest::Manifest;
use crate::output::Files;
use crate::pipeline::selection::Selection;
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::Value;
use crate::render::{PdfStandard, Templates, table_xlsx};
use crate::report::to_json;
use crate::report::trace_file::Spar;
use crate::simulation::data::Tankeprov;
use crate::simulation::{paper, uncertain};
use crate::workbook::numbers::Column;
use crate::workbook::{Book, Fill, read, scaffold};

/// What the workbooks of a folder come to as they are.
#[derive(Debug)]
pub struct Basis {
    /// Everything that was computed.
    pub computed: Computed,
    /// The numbers of the workbooks.
    pub columns: Vec<Column>,
    manifest: Manifest,
    /// Every document's JSON, and the trace.
    files: Files,
}

/// Reads and computes a folder of workbooks.
///
/// # Errors
/// Every problem of theirs.
pub fn basis(folder: &std::path::Path) -> Result<Basis, Problems> {
    let everything = Selection::default();
    let (computed, books) = compute_books(read_folder(folder, &everything, &|_| ()), &|_| ())?;
    let columns = books.iter().flat_map(|(_, book)| book.number_columns()).collect();
    let (selection, standard) = (Selection::default(), PdfStandard::A3a);
    let options = Options { selection, templates: Templates::builtin(), standard };
    let run = options.run(&computed.inputs);
    let editions = everything.edition(&computed.report, computed.year);
    let mut files = Files::new();
    for (document, edition) in editions.unwrap_or_default() {
        let paper = (document.paper)(&computed.report, computed.year, &edition);
        files.insert(format!("{}.json", edition.id), paper.json.bytes);
    }
    files.insert("trace.json".to_owned(), Spar::of(&computed.report.trace, &run.id).to_json());
    let manifest = Manifest::new(computed.year, run, (Vec::new(), Vec::new()), &files);
    Ok(Basis { computed, columns, manifest, files })
}

impl Basis {
    /// The id of a run of the workbooks as they are.
    #[must_use]
    pub fn run(&self) -> &str {
        &self.manifest.korning.id
    }

    /// What differs when some figures have other values, and what it comes of. That the values follow from each other is
    /// tried once more on the way.
    ///
    /// # Errors
    /// If they do not.
    pub fn compared(&self, values: &BTreeMap<String, Value>) -> Result<Jamforelse, Problems> {
        let trace = Spar::of(&self.computed.report.trace, self.run()).with(values);
        let changed = Files::from([("trace.json".to_owned(), trace.to_json())]);
        let set = |files| Set { place: "", manifest: &self.manifest, files };
        comparison::compare(&set(&self.files), &set(&changed), FUNCTIONS)
    }

    /// The files of an answer: its JSON, and the workbook of its tables.
    ///
    /// # Errors
    /// If a table does not go into a workbook.
    pub fn files(&self, found: &Tankeprov) -> Result<Files, Problems> {
        let own = Set { place: "", manifest: &self.manifest, files: &self.files };
        let example = examples([&own, &own], |_| true);
        let sheets = paper::sheets(found, youngest([&own, &own]), example.as_deref());
        Ok(Files::from([
            (format!("{}.xlsx", paper::ID), table_xlsx(paper::ID, &sheets)?),
            (format!("{}.json", paper::ID), to_json(found)),
        ]))
    }
}

/// Reads the workbook that says what is uncertain.
///
/// # Errors
/// Every problem of its.
pub fn uncertainty((name, bytes): &Workbook) -> Result<Book, Problems> {
    let mut problems = Problems::new();
    let book = read(&uncertain::WORKBOOK, name, bytes, &mut problems);
    book.filter(|_| !problems.stop()).ok_or(problems)
}

/// An empty workbook for what is uncertain: its file's name and bytes.
///
/// # Errors
/// If it cannot be made.
pub fn uncertainty_workbook(year: i32) -> Result<(String, Vec<u8>), Problems> {
    let schema = &uncertain::WORKBOOK;
    let bytes = scaffold(schema, year, &Fill::new())
        .map_err(|error| Problem::new(Code::U01, Location::file(schema.file), error))?;
    Ok((schema.file.to_owned(), bytes))
}
