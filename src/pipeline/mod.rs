//! A run, from a folder of workbooks to finished bytes: read → compute → choose → render → prove ([`run`]).
//! The only place that knows all the parts; writing the bytes is [`crate::output`]'s.
//!
//! Progress is told through a callback, so that nothing here knows a terminal or a clock.

mod absent;
mod agreement;
mod compared;
mod computed;
pub mod consistency;
mod empty;
mod folder;
mod living;
mod new_year;
mod open_data;
mod preview;
mod printed;
mod readiness;
pub mod selection;
mod simulated;
mod template_folder;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

pub use self::absent::Absent;
pub use self::compared::{correction, data_of_workbook, papers, workbook_of};
pub use self::computed::Computed;
use self::consistency::{Observed, Samstammighet};
pub use self::empty::{correction_workbook, empty_workbooks, new_decision};
pub use self::folder::originals;
use self::selection::{Selected, Selection, UnknownName};
use crate::archive::Archive;
use crate::documents::{Document, Edition};
use crate::grants::Grant;
use crate::manifest::{Fil, Korning, Manifest};
use crate::output::Files;
use crate::plausibility;
use crate::problem::messages::folder as say;
use crate::problem::{Code, Location, Problem, Problems};
use crate::render::{PdfStandard, Renderer, Templates, table_xlsx};
use crate::report::trace_file::Spar;
use crate::report::{Report, to_json};
use crate::simulation::inputs::Inputs;
use crate::workbook::{Book, read};
pub use living::{calculation_cells, calculations};
pub use new_year::{NewYear, year_after};
pub use preview::{compute_example, preview};
pub use printed::read_back;
pub use readiness::{Readiness, Use};
pub use simulated::{Basis, basis, uncertainty, uncertainty_workbook};
pub use template_folder::templates;

/// What has just been done, for whoever wants to tell the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A workbook was read: its name and size in bytes.
    LoadedBook {
        /// The file's name.
        file: String,
        /// Bytes.
        size: usize,
    },
    /// A grant was checked and computed: its name, and how many figures came of it.
    Counted {
        /// The grant's name.
        grant: String,
        /// Figures, leaves included.
        numbers: usize,
    },
    /// So many documents are to be set.
    WillTypeset {
        /// How many.
        count: usize,
    },
    /// A document was set: its name, and its files with their sizes.
    Typeset {
        /// The document's name.
        document: String,
        /// File names and bytes.
        files: Vec<(String, usize)>,
    },
    /// The documents were compared with the report and with each other, and say the same.
    Tried(Samstammighet),
}

/// Tells of what has been done. Called from several threads.
pub type OnEvent<'a> = &'a (dyn Fn(Event) + Sync);

/// How documents are to be made.
#[derive(Debug)]
pub struct Options {
    /// Which ones.
    pub selection: Selection,
    /// Templates, typefaces and pictures.
    pub templates: Templates,
    /// The PDF standard.
    pub standard: PdfStandard,
}

impl Options {
    /// What determines the result of making documents of these workbooks in this way.
    #[must_use]
    pub fn run(&self, inputs: &[Fil]) -> Korning {
        let mut options = self.selection.options();
        options.insert("pdf-standard".to_owned(), self.standard.name().to_owned());
        self.korning_of(options, inputs.to_vec())
    }

    fn korning_of(&self, options: BTreeMap<String, String>, inputs: Vec<Fil>) -> Korning {
        let templates = self.templates.files().map(|(name, bytes)| Fil::new(name, bytes));
        Korning::new(options, inputs, templates)
    }
}

/// Why a run has no result.
#[derive(Debug)]
pub enum Stopped {
    /// What is wrong with the data, the templates, or the place for the result.
    Problems(Problems),
    /// A document was asked for that there is not.
    Unknown(UnknownName),
}

impl From<Problems> for Stopped {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

/// The whole run. `ready` is asked once everything is computed and before anything is rendered, so that the
/// place for the result can be opened when it is known what it is for; what it gives comes back with the
/// files.
///
/// # Errors
/// Every problem of the workbooks or the templates, what `ready` says, or a document nobody makes.
pub fn run<T>(
    folder: &Path,
    options: &Options,
    on_event: OnEvent<'_>,
    ready: impl FnOnce(&Computed) -> Result<T, Problems>,
) -> Result<(Files, T), Stopped> {
    let computed = compute(folder, &options.selection, on_event)?;
    let chosen = options.selection.edition(&computed.report, computed.year);
    let chosen = chosen.map_err(Stopped::Unknown)?;
    let place = ready(&computed)?;
    let files = make(computed, chosen, options, on_event)?;
    Ok((files, place))
}

/// The first half of a run: reads, checks and computes what a choice of documents reads, and nothing else.
///
/// # Errors
/// Every problem of the workbooks read, and that one is missing which something asked for by name needs.
pub fn compute(
    folder: &Path,
    chosen: &Selection,
    on_event: OnEvent<'_>,
) -> Result<Computed, Problems> {
    compute_books(read_folder(folder, chosen, on_event), on_event).map(|(computed, _)| computed)
}

/// The other half: renders the chosen documents (JSON, where it has one XLSX, and with the feature `typeset`
/// PDF), and adds what proves them: the trace of every figure, what was compared, and the manifest of every file.
///
/// # Errors
/// What the templates could not be made of.
pub fn make(
    mut computed: Computed,
    chosen: Vec<Selected>,
    options: &Options,
    on_event: OnEvent<'_>,
) -> Result<Files, Problems> {
    let run = options.run(&computed.inputs);
    computed.report.korning.clone_from(&run.id);
    let renderer = Renderer::new(&options.templates)?;
    on_event(Event::WillTypeset { count: chosen.len() });
    // The trace is written while the documents are set: it waits for nothing of theirs.
    let all = options.selection.is_everything();
    let (rendered, (trace, living)) = rayon::join(
        || all_documents(&computed, chosen, &renderer, options.standard, on_event),
        || {
            let living = all.then(|| calculations(&computed, &run.id)).transpose();
            (Spar::of(&computed.report.trace, &run.id).to_json(), living)
        },
    );
    let (mut files, seen) = rendered?;
    files.insert("trace.json".to_owned(), trace);
    files.extend(living?.unwrap_or_default());
    let proof = Samstammighet::new(&computed.report, &run.id, &seen);
    files.insert("samstammighet.json".to_owned(), to_json(&proof));
    on_event(Event::Tried(proof));
    if all {
        files.extend(open_data::files(&computed.report, computed.year, &run.id, &seen));
    }
    let absent = computed.absent.iter().map(Absent::listed).collect();
    let confirmed = computed.confirmed.iter().map(computed::listed).collect();
    let manifest = to_json(&Manifest::new(computed.year, run, (absent, confirmed), &files));
    files.insert("manifest.json".to_owned(), manifest);
    Ok(files)
}

/// A workbook that was read, with its grant.
type LoadedBook = (&'static Grant, Book);

/// What lay in a folder.
struct Read {
    /// The year all of it is for; none if that cannot be said.
    year: Option<i32>,
    books: Vec<LoadedBook>,
    absent: Vec<Absent>,
    archive: Archive,
    inputs: Vec<Fil>,
    problems: Problems,
}

/// Reads the workbooks that a choice of documents reads, as far as they are there, and the archived files.
fn read_folder(folder: &Path, chosen: &Selection, on_event: OnEvent<'_>) -> Read {
    let mut problems = Problems::new();
    let files = folder::workbooks(folder, chosen, &mut problems);
    let mut absent = Vec::new();
    if let Some(files) = &files {
        let present: BTreeSet<_> = files.iter().map(|(grant, ..)| grant.id).collect();
        let shown = folder.display().to_string();
        absent = absent::absent(&shown, chosen, &present, &mut problems);
    }
    let archived = folder::archive(folder, &mut problems);
    let files = files.unwrap_or_default();
    let mut read = read_books(folder, files, &archived, problems, on_event);
    absent.extend(absent::named(chosen, &read.books, &read.inputs, &mut read.problems));
    Read { absent, ..read }
}

/// Reads workbooks and archived files that lay in a folder.
fn read_books(
    folder: &Path,
    files: Vec<folder::WorkbookSchema>,
    archived: &[(String, Vec<u8>)],
    mut problems: Problems,
    on_event: OnEvent<'_>,
) -> Read {
    let (mut books, mut inputs) = (Vec::new(), Vec::new());
    for (grant, file, bytes) in files {
        inputs.push(Fil::new(&file, &bytes));
        on_event(Event::LoadedBook { file: file.clone(), size: bytes.len() });
        if let Some(book) = read(grant.workbook_file, &file, &bytes, &mut problems) {
            books.push((grant, book));
        }
    }
    inputs.extend(archived.iter().map(|(file, bytes)| Fil::new(file, bytes)));
    let archive = Archive::read(archived, &mut problems);
    let year = agree_on_year(folder, &books, &mut problems);
    Read { year, books, absent: Vec::new(), archive, inputs, problems }
}

/// What workbooks come to that have been read already, each with its grant, without archived files.
///
/// # Errors
/// Every problem of theirs, those of the reading among them.
pub fn compute_read(
    books: Vec<(&'static Grant, Book)>,
    problems: Problems,
) -> Result<Computed, Problems> {
    let year = books.first().map(|(_, book)| book.year);
    let archive = Archive::default();
    let read = Read { year, books, absent: Vec::new(), archive, inputs: Vec::new(), problems };
    compute_books(read, &|_| ()).map(|(computed, _)| computed)
}

/// Computes every grant that was read, each after those it needs; one that builds on a grant that is not there, or
/// names a workbook that is not, is not computed. Gives the workbooks back.
fn compute_books(
    read: Read,
    on_event: OnEvent<'_>,
) -> Result<(Computed, Vec<LoadedBook>), Problems> {
    let Read { year, books, absent, archive, inputs, mut problems } = read;
    let mut report = Report::new();
    let books = in_order(books);
    for (grant, book) in &books {
        let is_without = absent.iter().any(|one| one.grant().id == grant.id);
        if is_without || !grant.needs.iter().all(|id| report.has(id)) {
            continue;
        }
        let before = report.trace.iter().len();
        (grant.compute)(book, &archive, &mut report, &mut problems);
        agreement::agrees(grant, book, &archive, &mut problems);
        problems = problems.placed(|place| book.cell_of(place));
        report.add_grant(grant.id);
        let numbers = report.trace.iter().len() - before;
        let name = match book.name() {
            "" => grant.name.to_owned(),
            name => format!("{} ({name})", grant.name),
        };
        on_event(Event::Counted { grant: name, numbers });
    }
    let read: Vec<_> = books.iter().map(|(grant, book)| (grant.id, book)).collect();
    let trace = (!problems.stop()).then_some(&report.trace);
    let confirmed = plausibility::inspect(&read, trace, &mut problems);
    let Some(year) = year.filter(|_| !problems.stop()) else { return Err(problems) };
    let columns = books.iter().flat_map(|(_, book)| book.number_columns());
    let changeable = Inputs::of(&report.trace, columns).sizes().collect();
    let calculated = books.iter().filter(|(grant, _)| report.has(grant.id));
    let calculated = calculated.map(|(grant, book)| (*grant, book.name().to_owned())).collect();
    let warnings = problems;
    let computed =
        Computed { year, inputs, absent, calculated, changeable, report, warnings, confirmed };
    Ok((computed, books))
}

/// The files of all documents, and what each says; or everything that is wrong with any.
fn all_documents(
    computed: &Computed,
    editions: Vec<Selected>,
    renderer: &Renderer,
    standard: PdfStandard,
    on_event: OnEvent<'_>,
) -> Result<(Files, Vec<Observed>), Problems> {
    let typeset: Vec<_> = editions
        .into_par_iter()
        .map(|(document, edition)| {
            let files = one_document((document, &edition), computed, renderer, standard);
            Renderer::clean_up();
            if let Ok((files, _)) = &files {
                let files = files.iter().map(|(name, bytes)| (name.clone(), bytes.len())).collect();
                on_event(Event::Typeset { document: edition.name, files });
            }
            files
        })
        .collect();
    let (mut problems, mut all, mut seen) = (Problems::new(), Files::new(), Vec::new());
    for files in typeset {
        match files {
            Ok((files, observed)) => {
                all.extend(files);
                seen.push(observed);
            }
            Err(more) => problems.extend(more),
        }
    }
    if problems.stop() { Err(problems) } else { Ok((all, seen)) }
}

fn one_document(
    (document, edition): (&Document, &Edition),
    computed: &Computed,
    renderer: &Renderer,
    standard: PdfStandard,
) -> Result<(Files, Observed), Problems> {
    let name = |extension: &str| format!("{}.{extension}", edition.id);
    let paper = (document.paper)(&computed.report, computed.year, edition);
    let (set, xlsx) = rayon::join(
        || renderer.printed(document.template, &paper.json, standard),
        || paper.sheets.as_ref().map(|sheets| table_xlsx(&edition.id, sheets)).transpose(),
    );
    let (mut files, mut text) = (Files::new(), Vec::new());
    if let Some(set) = set? {
        files.insert(name("pdf"), set.pdf);
        text = set.text;
    }
    files.extend(xlsx?.map(|xlsx| (name("xlsx"), xlsx)));
    files.extend(paper.csv.map(|csv| (name("csv"), csv)));
    let whole = renderer.is_builtin(document.template);
    let read = printed::proved(&files, &text, &paper.json.value, whole)?;
    let observed = Observed::of(&edition.id, &paper.json.value, read);
    files.insert(name("json"), paper.json.bytes);
    Ok((files, observed))
}

/// The year all workbooks are for; it must be the folder's, if the folder is named by a year.
fn agree_on_year(folder: &Path, books: &[LoadedBook], problems: &mut Problems) -> Option<i32> {
    let of_the_folder = folder
        .file_name()
        .map(|name| name.to_string_lossy())
        .filter(|name| name.len() == 4)
        .and_then(|name| name.parse::<i32>().ok());
    let year = of_the_folder.or_else(|| books.first().map(|(_, book)| book.year));
    for (grant, book) in books {
        if let Some(year) = year.filter(|year| *year != book.year) {
            let (sheet, id) = grant.workbook_file.year;
            let place = Location::field(&book.file, sheet, id);
            let place = book.cell_of(&place).unwrap_or(place);
            let text = say::another_year(&book.year, &year);
            problems.add(Problem::new(Code::R04, place, text).help(say::right_year()));
        }
    }
    year
}

/// Grants after those they need or take up.
fn in_order(mut left: Vec<LoadedBook>) -> Vec<LoadedBook> {
    let mut ready: Vec<LoadedBook> = Vec::new();
    while !left.is_empty() {
        let ready_to_go = left.iter().position(|(grant, _)| {
            let waits = |id: &&str| left.iter().any(|(other, _)| other.id == *id);
            !grant.needs.iter().chain(grant.after).any(waits)
        });
        let ready_to_go =
            ready_to_go.unwrap_or_else(|| panic!("the grants need each other in a circle"));
        ready.push(left.remove(ready_to_go));
    }
    ready
}
