//! A run, from a folder of workbooks to finished bytes: read → check → allocate → report → render. The
//! only place that knows all the parts; writing the bytes is [`crate::output`]'s.
//!
//! Progress is told through a callback, so that nothing here knows a terminal or a clock.

mod mapp;
mod nytt_ar;
pub mod samstammighet;
pub mod urval;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use self::samstammighet::{Iakttaget, Samstammighet};
use self::urval::{Urval, Valt};
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
pub use nytt_ar::{NyttAr, aret_efter};

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

/// Reads, checks and computes everything in a folder of workbooks.
///
/// # Errors
/// Every problem of every workbook.
pub fn berakna(mapp: &Path, beratta: Beratta<'_>) -> Result<Berakning, Problems> {
    berakna_for(&Urval::default(), mapp, beratta)
}

/// Reads, checks and computes what a choice of documents needs, and nothing else.
///
/// # Errors
/// Every problem of the workbooks needed.
pub fn berakna_for(
    urval: &Urval,
    mapp: &Path,
    beratta: Beratta<'_>,
) -> Result<Berakning, Problems> {
    las_och_rakna(urval, mapp, beratta).map(|(berakning, _)| berakning)
}

/// A workbook that was read, with its grant.
type Last = (&'static dyn Grant, Bok);

/// The same, with the workbooks as they were read.
fn las_och_rakna(
    urval: &Urval,
    mapp: &Path,
    beratta: Beratta<'_>,
) -> Result<(Berakning, Vec<Last>), Problems> {
    let mut problems = Problems::new();
    let filer = mapp::arbetsbocker(mapp, &urval.bidrag(), &mut problems);
    let (mut bocker, mut indata) = (Vec::new(), Vec::new());
    for (grant, fil, bytes) in filer {
        indata.push(Fil::ny(&fil, &bytes));
        beratta(Handelse::Last { fil: fil.clone(), storlek: bytes.len() });
        if let Some(bok) = las(grant.arbetsbok(), &fil, &bytes, &mut problems) {
            bocker.push((grant, bok));
        }
    }
    let arkiverat = mapp::arkiv(mapp, &mut problems);
    indata.extend(arkiverat.iter().map(|(fil, bytes)| Fil::ny(fil, bytes)));
    let arkiv = Arkiv::las(&arkiverat, &mut problems);
    let ar = samma_ar(mapp, &bocker, &mut problems);
    let mut report = Report::new();
    let bocker = i_ordning(bocker);
    for (grant, bok) in &bocker {
        let fore = report.trace.iter().count();
        grant.berakna(bok, &arkiv, &mut report, &mut problems);
        let siffror = report.trace.iter().count() - fore;
        beratta(Handelse::Raknat { bidrag: grant.namn(), siffror });
    }
    match ar {
        Some(ar) if !problems.stop() => {
            Ok((Berakning { ar, indata, report, varningar: problems }, bocker))
        }
        _ => Err(problems),
    }
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
        let mallar = self.mallar.filer().map(|(namn, bytes)| Fil::ny(namn, bytes));
        Korning::ny(val, indata.to_vec(), mallar)
    }
}

/// Sets every document (PDF, JSON and, where it has one, XLSX), and adds what proves them: the trace of
/// every figure, and the manifest of every file.
///
/// # Errors
/// What the templates could not be made of.
pub fn satt(berakning: Berakning, val: &Val, beratta: Beratta<'_>) -> Result<Filer, Problems> {
    let exemplaren = val.urval.exemplar(&berakning.report, berakning.ar);
    let exemplaren = exemplaren.unwrap_or_else(|okant| panic!("chosen unasked: {okant}"));
    satt_exemplar(berakning, exemplaren, val, beratta)
}

/// The same, of copies that were chosen among those the computation came to.
///
/// # Errors
/// What the templates could not be made of.
pub fn satt_exemplar(
    mut berakning: Berakning,
    exemplaren: Vec<Valt>,
    val: &Val,
    beratta: Beratta<'_>,
) -> Result<Filer, Problems> {
    let korning = val.korning(&berakning.indata);
    berakning.report.korning.clone_from(&korning.id);
    let renderer = Renderer::new(&val.mallar)?;
    beratta(Handelse::SkaSatta { antal: exemplaren.len() });
    // The trace is written while the documents are set: it waits for nothing of theirs.
    let (satta, spar) = rayon::join(
        || alla_dokument(&berakning, exemplaren, &renderer, val.standard, beratta),
        || som_json(&Spar::av(&berakning.report.trace, &korning.id)),
    );
    let mut problems = Problems::new();
    let (mut alla, mut sett) = (Filer::new(), Vec::new());
    for filer in satta {
        match filer {
            Ok((filer, iakttaget)) => {
                alla.extend(filer);
                sett.push(iakttaget);
            }
            Err(fler) => problems.extend(fler),
        }
    }
    if problems.stop() {
        return Err(problems);
    }
    alla.insert("trace.json".to_owned(), spar);
    let samstammighet = Samstammighet::ny(&berakning.report, &korning.id, &sett);
    alla.insert("samstammighet.json".to_owned(), som_json(&samstammighet));
    beratta(Handelse::Provat(samstammighet));
    let manifest = som_json(&Manifest::ny(berakning.ar, korning, &alla));
    alla.insert("manifest.json".to_owned(), manifest);
    Ok(alla)
}

/// An empty workbook for each grant.
///
/// # Errors
/// If a workbook cannot be made.
pub fn tomma_arbetsbocker(ar: i32) -> Result<Filer, Problems> {
    GRANTS.iter().map(|grant| arbetsbok(*grant, ar, &Fyllning::ny())).collect()
}

/// A grant's workbook for a year: its file's name and bytes.
fn arbetsbok(grant: &dyn Grant, ar: i32, fyll: &Fyllning) -> Result<(String, Vec<u8>), Problems> {
    let mall = grant.arbetsbok();
    let bytes = scaffold(mall, ar, fyll)
        .map_err(|error| Problem::new(Code::U01, Location::file(mall.fil), error.to_string()))?;
    Ok((mall.fil.to_owned(), bytes))
}

/// The user's own templates, typefaces and pictures, by path with `/`, relative to their folder.
///
/// # Errors
/// If something in the folder cannot be read.
pub fn egna_mallar(mapp: &Path) -> Result<BTreeMap<String, Vec<u8>>, Problems> {
    mapp::egna_mallar(mapp)
}

fn alla_dokument(
    berakning: &Berakning,
    exemplaren: Vec<Valt>,
    renderer: &Renderer,
    standard: PdfStandard,
    beratta: Beratta<'_>,
) -> Vec<Result<(Filer, Iakttaget), Problems>> {
    exemplaren
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
        .collect()
}

fn ett_dokument(
    (dokument, exemplar): (&dyn Document, &Exemplar),
    berakning: &Berakning,
    renderer: &Renderer,
    standard: PdfStandard,
) -> Result<(Filer, Iakttaget), Problems> {
    let namn = |andelse: &str| format!("{}.{andelse}", exemplar.id);
    let paper = dokument.paper(&berakning.report, berakning.ar, exemplar);
    let (pdf, xlsx) = rayon::join(
        || renderer.pdf(dokument.mall(), &paper.json, standard),
        || paper.sheets.as_ref().map(|sheets| tabell_xlsx(&exemplar.id, sheets)).transpose(),
    );
    let mut filer = Filer::from([(namn("pdf"), pdf?)]);
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
            let (blad, _) = grant.arbetsbok().ar;
            problems.add(
                Problem::new(
                    Code::R04,
                    Location::sheet(grant.arbetsbok().fil, blad),
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
            let vantar = |id: &&str| kvar.iter().any(|(annan, _)| annan.id() == *id);
            !grant.needs().iter().any(vantar)
        });
        let redo = redo.unwrap_or_else(|| panic!("the grants need each other in a circle"));
        klara.push(kvar.remove(redo));
    }
    klara
}
