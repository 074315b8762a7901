//! A run, from a folder of workbooks to finished bytes: read → check → allocate → report → render. The
//! only place that knows all the parts; writing the bytes is [`crate::output`]'s.
//!
//! Progress is told through a callback, so that nothing here knows a terminal or a clock.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::documents::{DOCUMENTS, Document};
use crate::grants::{GRANTS, Grant};
use crate::problem::{Code, Location, Problem, Problems};
use crate::render::{Mallar, PdfStandard, Renderer, tabell_xlsx};
use crate::report::Report;
use crate::workbook::{Bok, Fyllning, las, scaffold};

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
        dokument: &'static str,
        /// File names and bytes.
        filer: Vec<(String, usize)>,
    },
}

/// Tells of what has been done. Called from several threads.
pub type Beratta<'a> = &'a (dyn Fn(Handelse) + Sync);

/// What was computed from a folder.
#[derive(Debug)]
pub struct Berakning {
    /// The year.
    pub ar: i32,
    /// Everything found.
    pub report: Report,
    /// Warnings only.
    pub varningar: Problems,
}

/// Finished files, by name.
pub type Filer = BTreeMap<String, Vec<u8>>;

/// Reads, checks and computes everything in a folder of workbooks.
///
/// # Errors
/// Every problem of every workbook.
pub fn berakna(mapp: &Path, beratta: Beratta<'_>) -> Result<Berakning, Problems> {
    let mut problems = Problems::new();
    let filer = arbetsbocker(mapp, &mut problems);
    let mut bocker = Vec::new();
    for (grant, fil, bytes) in filer {
        beratta(Handelse::Last { fil: fil.clone(), storlek: bytes.len() });
        if let Some(bok) = las(grant.arbetsbok(), &fil, &bytes, &mut problems) {
            bocker.push((grant, bok));
        }
    }
    let ar = samma_ar(mapp, &bocker, &mut problems);
    let mut report = Report::new();
    for (grant, bok) in i_ordning(bocker) {
        let fore = report.trace.iter().count();
        grant.berakna(&bok, &mut report, &mut problems);
        let siffror = report.trace.iter().count() - fore;
        beratta(Handelse::Raknat { bidrag: grant.namn(), siffror });
    }
    match ar {
        Some(ar) if !problems.stop() => Ok(Berakning { ar, report, varningar: problems }),
        _ => Err(problems),
    }
}

/// Sets every document: PDF, JSON and, where it has one, XLSX.
///
/// # Errors
/// What the templates could not be made of.
pub fn satt(
    berakning: &Berakning,
    mallar: &Mallar,
    standard: PdfStandard,
    beratta: Beratta<'_>,
) -> Result<Filer, Problems> {
    let renderer = Renderer::new(mallar)?;
    beratta(Handelse::SkaSatta { antal: DOCUMENTS.len() });
    let satta: Vec<_> = DOCUMENTS
        .into_par_iter()
        .map(|dokument| {
            let filer = ett_dokument(*dokument, berakning, &renderer, standard);
            Renderer::stada();
            if let Ok(filer) = &filer {
                let filer = filer.iter().map(|(namn, bytes)| (namn.clone(), bytes.len())).collect();
                beratta(Handelse::Satt { dokument: dokument.namn(), filer });
            }
            filer
        })
        .collect();
    let mut problems = Problems::new();
    let mut alla = Filer::new();
    for filer in satta {
        match filer {
            Ok(filer) => alla.extend(filer),
            Err(fler) => problems.extend(fler),
        }
    }
    if problems.stop() { Err(problems) } else { Ok(alla) }
}

fn ett_dokument(
    dokument: &dyn Document,
    berakning: &Berakning,
    renderer: &Renderer,
    standard: PdfStandard,
) -> Result<Filer, Problems> {
    let namn = |andelse: &str| format!("{}.{andelse}", dokument.id());
    let json = dokument.json(&berakning.report, berakning.ar);
    let mut filer = Filer::new();
    filer.insert(namn("pdf"), renderer.pdf(dokument.mall(), &json, standard)?);
    if dokument.xlsx() {
        filer.insert(namn("xlsx"), tabell_xlsx(dokument.id(), &json)?);
    }
    filer.insert(namn("json"), json);
    Ok(filer)
}

type Arbetsbok = (&'static dyn Grant, String, Vec<u8>);

/// An empty workbook for each grant.
///
/// # Errors
/// If a workbook cannot be made.
pub fn tomma_arbetsbocker(ar: i32) -> Result<Filer, Problems> {
    let tom = |grant: &&dyn Grant| {
        let mall = grant.arbetsbok();
        let bytes = scaffold(mall, ar, &Fyllning::ny()).map_err(|error| {
            Problem::new(Code::U01, Location::file(mall.fil), error.to_string())
        })?;
        Ok((mall.fil.to_owned(), bytes))
    };
    GRANTS.iter().map(tom).collect()
}

/// The workbooks of a folder, each of which must be there, and nothing else.
fn arbetsbocker(mapp: &Path, problems: &mut Problems) -> Vec<Arbetsbok> {
    let visad = mapp.display().to_string();
    let poster = fs::read_dir(mapp).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let poster = match poster {
        Ok(poster) => poster,
        Err(error) => {
            let text = format!("mappen går inte att läsa: {}", orsak(&error));
            problems.add(
                Problem::new(Code::F01, Location::file(visad), text)
                    .expected("en mapp med årets arbetsböcker, till exempel inputs/2024"),
            );
            return Vec::new();
        }
    };
    let mut namn: Vec<_> =
        poster.iter().map(|post| post.file_name().to_string_lossy().into_owned()).collect();
    namn.sort();
    okanda(&namn, problems);
    let mut bocker = Vec::new();
    for grant in GRANTS {
        let fil = grant.arbetsbok().fil;
        if !namn.iter().any(|namn| namn == fil) {
            let liknande = namn.iter().find(|namn| liknar(namn, fil));
            let help = liknande.map(|liknande| format!("heter ”{liknande}” fel?"));
            problems.add(Problem {
                help,
                ..Problem::new(Code::F02, Location::file(&visad), format!("{fil} saknas"))
                    .expected(format!("arbetsboken för {}", grant.namn()))
            });
            continue;
        }
        match fs::read(mapp.join(fil)) {
            Ok(bytes) => bocker.push((*grant, fil.to_owned(), bytes)),
            Err(error) => problems.add(
                Problem::new(
                    Code::F01,
                    Location::file(fil),
                    format!("filen går inte att läsa: {}", orsak(&error)),
                )
                .help("stäng den i andra program och kontrollera behörigheten"),
            ),
        }
    }
    bocker
}

/// Files nobody reads: a copy beside the original must not be taken for it. Lock files of an open
/// Excel or LibreOffice, and the files a system hides in every folder, are no one's data.
fn okanda(namn: &[String], problems: &mut Problems) {
    let systemets = |namn: &str| {
        namn.starts_with("~$")
            || namn.starts_with(".~lock.")
            || matches!(namn, ".DS_Store" | "Thumbs.db" | "desktop.ini")
    };
    let kand = |namn: &str| GRANTS.iter().any(|grant| grant.arbetsbok().fil == namn);
    for namn in namn.iter().filter(|namn| !systemets(namn) && !kand(namn)) {
        let kanda: Vec<_> = GRANTS.iter().map(|grant| grant.arbetsbok().fil).collect();
        problems.add(
            Problem::new(Code::F03, Location::file(namn), "programmet känner inte till filen")
                .expected(kanda.join(", "))
                .help("flytta filen till en annan mapp, eller ge den sitt rätta namn"),
        );
    }
}

/// Whether a file's name looks like another's, but for a copy's suffix, case or a slip.
fn liknar(namn: &str, fil: &str) -> bool {
    let stam = |namn: &str| {
        let utan = namn.to_lowercase();
        let utan = utan.split(" (").next().unwrap_or_default();
        utan.trim_end_matches(".xlsx").to_owned()
    };
    strsim::osa_distance(&stam(namn), &stam(fil)) <= 2
}

/// The year all workbooks are for; it must be the folder's, if the folder is named by a year.
fn samma_ar(
    mapp: &Path,
    bocker: &[(&'static dyn Grant, Bok)],
    problems: &mut Problems,
) -> Option<i32> {
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
fn i_ordning(mut kvar: Vec<(&'static dyn Grant, Bok)>) -> Vec<(&'static dyn Grant, Bok)> {
    let mut klara: Vec<(&'static dyn Grant, Bok)> = Vec::new();
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

/// Why the system refused, in Swedish where it is something usual.
pub(crate) fn orsak(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "den finns inte".to_owned(),
        ErrorKind::PermissionDenied => "behörighet saknas, eller så är den öppen i ett annat program".to_owned(),
        ErrorKind::NotADirectory => "det är inte en mapp".to_owned(),
        ErrorKind::StorageFull => "disken är full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "den ligger på en skrivskyddad disk".to_owned(),
        _ => error.to_string(),
    }
}
