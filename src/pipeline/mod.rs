//! A run, from a folder of workbooks to finished bytes: read → compute → choose → render → prove ([`run`]).
//! The only place that knows all the parts; writing the bytes is [`crate::output`]'s.
//!
//! Progress is told through a callback, so that nothing here knows a terminal or a clock.

mod mapp;
mod new_year;
mod preview;
pub mod samstammighet;
mod template_folder;
pub mod urval;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use self::samstammighet::{Iakttaget, Samstammighet};
use self::urval::{Okant, Urval, Valt};
use crate::arkiv::Arkiv;
use crate::documents::{Document, Exemplar};
use crate::grants::{GRANTS, Grant};
use crate::manifest::{Fil, Korning, Manifest};
use crate::output::Filer;
use crate::problem::{Code, Location, Problem, Problems};
use crate::render::{Mallar, PdfStandard, Renderer, tabell_xlsx};
use crate::report::spar::Spar;
use crate::report::{Report, som_json};
use crate::workbook::{Bok, Fyllning, las, scaffold};
pub use new_year::{NewYear, year_after};
pub use preview::{compute_example, preview};
pub use template_folder::templates;

/// What has just been done, for whoever wants to tell the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handelse {
    /// A workbook was read: its name and size in bytes.
    Last {
        /// The file's name.
        fil: String,
        /// Bytes.
        storlek: usize,
    },
    /// A grant was checked and computed: its name, and how many figures came of it.
    Raknat {
        /// The grant's name.
        bidrag: &'static str,
        /// Figures, leaves included.
        siffror: usize,
    },
    /// So many documents are to be set.
    SkaSatta {
        /// How many.
        antal: usize,
    },
    /// A document was set: its name, and its files with their sizes.
    Satt {
        /// The document's name.
        dokument: String,
        /// File names and bytes.
        filer: Vec<(String, usize)>,
    },
    /// The documents were compared with the report and with each other, and say the same.
    Provat(Samstammighet),
}

/// Tells of what has been done. Called from several threads.
pub type Beratta<'a> = &'a (dyn Fn(Handelse) + Sync);

/// What was computed from a folder.
#[derive(Debug)]
pub struct Berakning {
    /// The year.
    pub ar: i32,
    /// The workbooks and archived files, with their checksums.
    pub indata: Vec<Fil>,
    /// Everything found.
    pub report: Report,
    /// Warnings only.
    pub varningar: Problems,
}

/// How documents are to be made.
#[derive(Debug)]
pub struct Val {
    /// Which ones.
    pub urval: Urval,
    /// Templates, typefaces and pictures.
    pub mallar: Mallar,
    /// The PDF standard.
    pub standard: PdfStandard,
}

impl Val {
    /// What determines the result of making documents of these workbooks in this way.
    #[must_use]
    pub fn korning(&self, indata: &[Fil]) -> Korning {
        let mut val = self.urval.val();
        val.insert("pdf-standard".to_owned(), self.standard.namn().to_owned());
        self.korning_of(val, indata.to_vec())
    }

    fn korning_of(&self, val: BTreeMap<String, String>, indata: Vec<Fil>) -> Korning {
        let mallar = self.mallar.filer().map(|(namn, bytes)| Fil::ny(namn, bytes));
        Korning::ny(val, indata, mallar)
    }
}

/// Why a run has no result.
#[derive(Debug)]
pub enum Stopped {
    /// What is wrong with the data, the templates, or the place for the result.
    Problems(Problems),
    /// A document was asked for that there is not, in Swedish.
    Unknown(Okant),
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
    options: &Val,
    on_event: Beratta<'_>,
    ready: impl FnOnce(&Berakning) -> Result<T, Problems>,
) -> Result<(Filer, T), Stopped> {
    let computed = compute(folder, &options.urval, on_event)?;
    let chosen = options.urval.exemplar(&computed.report, computed.ar);
    let chosen = chosen.map_err(Stopped::Unknown)?;
    let place = ready(&computed)?;
    let files = make(computed, chosen, options, on_event)?;
    Ok((files, place))
}

/// The first half of a run: reads, checks and computes what a choice of documents needs, and nothing else.
///
/// # Errors
/// Every problem of the workbooks needed.
pub fn compute(
    folder: &Path,
    chosen: &Urval,
    on_event: Beratta<'_>,
) -> Result<Berakning, Problems> {
    compute_books(read(folder, chosen, on_event), on_event).map(|(computed, _)| computed)
}

/// The other half: renders the chosen documents (JSON, where it has one XLSX, and with the feature `typeset`
/// PDF), and adds what proves them: the trace of every figure, what was compared, and the manifest of every file.
///
/// # Errors
/// What the templates could not be made of.
pub fn make(
    mut computed: Berakning,
    chosen: Vec<Valt>,
    options: &Val,
    on_event: Beratta<'_>,
) -> Result<Filer, Problems> {
    let korning = options.korning(&computed.indata);
    computed.report.korning.clone_from(&korning.id);
    let renderer = Renderer::new(&options.mallar)?;
    on_event(Handelse::SkaSatta { antal: chosen.len() });
    // The trace is written while the documents are set: it waits for nothing of theirs.
    let (rendered, trace) = rayon::join(
        || alla_dokument(&computed, chosen, &renderer, options.standard, on_event),
        || Spar::av(&computed.report.trace, &korning.id).som_json(),
    );
    let (mut files, seen) = rendered?;
    files.insert("trace.json".to_owned(), trace);
    let proof = Samstammighet::ny(&computed.report, &korning.id, &seen);
    files.insert("samstammighet.json".to_owned(), som_json(&proof));
    on_event(Handelse::Provat(proof));
    let manifest = som_json(&Manifest::ny(computed.ar, korning, &files));
    files.insert("manifest.json".to_owned(), manifest);
    Ok(files)
}

/// A workbook that was read, with its grant.
type Last = (&'static Grant, Bok);

/// What lay in a folder.
struct Read {
    /// The year all of it is for; none if that cannot be said.
    year: Option<i32>,
    books: Vec<Last>,
    archive: Arkiv,
    inputs: Vec<Fil>,
    problems: Problems,
}

/// Reads the workbooks that a choice of documents needs, and the archived files.
fn read(folder: &Path, chosen: &Urval, on_event: Beratta<'_>) -> Read {
    let mut problems = Problems::new();
    let files = mapp::arbetsbocker(folder, &chosen.bidrag(), &mut problems);
    let archived = mapp::arkiv(folder, &mut problems);
    read_books(folder, files, &archived, problems, on_event)
}

/// Reads workbooks and archived files that lay in a folder.
fn read_books(
    folder: &Path,
    files: Vec<mapp::Arbetsbok>,
    archived: &[(String, Vec<u8>)],
    mut problems: Problems,
    on_event: Beratta<'_>,
) -> Read {
    let (mut books, mut inputs) = (Vec::new(), Vec::new());
    for (grant, fil, bytes) in files {
        inputs.push(Fil::ny(&fil, &bytes));
        on_event(Handelse::Last { fil: fil.clone(), storlek: bytes.len() });
        if let Some(book) = las(grant.arbetsbok, &fil, &bytes, &mut problems) {
            books.push((grant, book));
        }
    }
    inputs.extend(archived.iter().map(|(fil, bytes)| Fil::ny(fil, bytes)));
    let archive = Arkiv::las(archived, &mut problems);
    let year = samma_ar(folder, &books, &mut problems);
    Read { year, books, archive, inputs, problems }
}

/// Computes every grant that was read, each after those it needs; gives the workbooks back.
fn compute_books(read: Read, on_event: Beratta<'_>) -> Result<(Berakning, Vec<Last>), Problems> {
    let Read { year, books, archive, inputs, mut problems } = read;
    let mut report = Report::new();
    let books = i_ordning(books);
    for (grant, book) in &books {
        let before = report.trace.iter().len();
        (grant.compute)(book, &archive, &mut report, &mut problems);
        let siffror = report.trace.iter().len() - before;
        on_event(Handelse::Raknat { bidrag: grant.namn, siffror });
    }
    match year {
        Some(ar) if !problems.stop() => {
            Ok((Berakning { ar, indata: inputs, report, varningar: problems }, books))
        }
        _ => Err(problems),
    }
}

/// An empty workbook for each grant.
///
/// # Errors
/// If a workbook cannot be made.
pub fn empty_workbooks(ar: i32) -> Result<Filer, Problems> {
    GRANTS.iter().map(|grant| arbetsbok(grant, ar, &Fyllning::ny())).collect()
}

/// A grant's workbook for a year: its file's name and bytes.
fn arbetsbok(grant: &Grant, ar: i32, fyll: &Fyllning) -> Result<(String, Vec<u8>), Problems> {
    let mall = grant.arbetsbok;
    let bytes = scaffold(mall, ar, fyll)
        .map_err(|error| Problem::new(Code::U01, Location::file(mall.fil), error.to_string()))?;
    Ok((mall.fil.to_owned(), bytes))
}

/// The files of all documents, and what each says; or everything that is wrong with any.
fn alla_dokument(
    berakning: &Berakning,
    exemplaren: Vec<Valt>,
    renderer: &Renderer,
    standard: PdfStandard,
    beratta: Beratta<'_>,
) -> Result<(Filer, Vec<Iakttaget>), Problems> {
    let satta: Vec<_> = exemplaren
        .into_par_iter()
        .map(|(dokument, exemplar)| {
            let filer = ett_dokument((dokument, &exemplar), berakning, renderer, standard);
            Renderer::stada();
            if let Ok((filer, _)) = &filer {
                let filer = filer.iter().map(|(namn, bytes)| (namn.clone(), bytes.len())).collect();
                beratta(Handelse::Satt { dokument: exemplar.namn, filer });
            }
            filer
        })
        .collect();
    let (mut problems, mut alla, mut sett) = (Problems::new(), Filer::new(), Vec::new());
    for filer in satta {
        match filer {
            Ok((filer, iakttaget)) => {
                alla.extend(filer);
                sett.push(iakttaget);
            }
            Err(fler) => problems.extend(fler),
        }
    }
    if problems.stop() { Err(problems) } else { Ok((alla, sett)) }
}

fn ett_dokument(
    (dokument, exemplar): (&Document, &Exemplar),
    berakning: &Berakning,
    renderer: &Renderer,
    standard: PdfStandard,
) -> Result<(Filer, Iakttaget), Problems> {
    let namn = |andelse: &str| format!("{}.{andelse}", exemplar.id);
    let paper = (dokument.paper)(&berakning.report, berakning.ar, exemplar);
    let (pdf, xlsx) = rayon::join(
        || renderer.printed(dokument.mall, &paper.json, standard),
        || paper.sheets.as_ref().map(|sheets| tabell_xlsx(&exemplar.id, sheets)).transpose(),
    );
    let mut filer = Filer::new();
    filer.extend(pdf?.map(|pdf| (namn("pdf"), pdf)));
    filer.extend(xlsx?.map(|xlsx| (namn("xlsx"), xlsx)));
    filer.extend(paper.csv.map(|csv| (namn("csv"), csv)));
    let iakttaget = Iakttaget::i(&exemplar.id, &paper.json.value);
    filer.insert(namn("json"), paper.json.bytes);
    Ok((filer, iakttaget))
}

/// The year all workbooks are for; it must be the folder's, if the folder is named by a year.
fn samma_ar(mapp: &Path, bocker: &[Last], problems: &mut Problems) -> Option<i32> {
    let mappens = mapp
        .file_name()
        .map(|namn| namn.to_string_lossy())
        .filter(|namn| namn.len() == 4)
        .and_then(|namn| namn.parse::<i32>().ok());
    let ar = mappens.or_else(|| bocker.first().map(|(_, bok)| bok.ar));
    for (grant, bok) in bocker {
        if let Some(ar) = ar.filter(|ar| *ar != bok.ar) {
            let (blad, _) = grant.arbetsbok.ar;
            problems.add(
                Problem::new(
                    Code::R04,
                    Location::sheet(grant.arbetsbok.fil, blad),
                    format!("arbetsboken är för {} men mappen för {ar}", bok.ar),
                )
                .help("rätta bidragsåret, eller lägg arbetsboken i rätt mapp"),
            );
        }
    }
    ar
}

/// Grants after those they need.
fn i_ordning(mut kvar: Vec<Last>) -> Vec<Last> {
    let mut klara: Vec<Last> = Vec::new();
    while !kvar.is_empty() {
        let redo = kvar.iter().position(|(grant, _)| {
            let vantar = |id: &&str| kvar.iter().any(|(annan, _)| annan.id == *id);
            !grant.needs.iter().any(vantar)
        });
        let redo = redo.unwrap_or_else(|| panic!("the grants need each other in a circle"));
        klara.push(kvar.remove(redo));
    }
    klara
}
