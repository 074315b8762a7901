//! `explain`: why a figure is what it is, from the paper down to the cells, computed again on the way;
//! or what a problem code means.

mod paper;
mod query;
mod steps;

use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::answer::{Form, Plain};
use super::messages::{explain as say, usage};
use super::terminal::Surface;
use crate::figure::{FigureId, Trace};
use crate::pipeline::{self, selection::Selection, selection::meant};
use crate::problem::{Code, Language};
use crate::report::Report;
use crate::report::trace_file::Forklaring;
use crate::verify::Paper;

/// Förklarar en siffra: steg för steg, ner till cellerna den vilar på.
///
/// Siffran räknas om från cellerna och jämförs med den tryckta. Peka ut den med dess namn, som det
/// står i JSON-filerna, med sin plats på pappret, eller som talet på ett färdigt papper:
///
///   statsbidrag explain inputs/2024 lakemedel.2024.skane.statsbidrag
///   statsbidrag explain inputs/2024 cirkular.tabell5.skane.statsbidrag
///   statsbidrag explain inputs/2024 --table 5 --region skåne
///   statsbidrag explain output/2024/cirkular.pdf "5 100 738 882"
///   statsbidrag explain I07
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    about = "Förklarar en siffra: steg för steg, ner till cellerna den vilar på"
)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker; ett färdigt dokument, till exempel output/2024/cirkular.pdf; eller en
    /// problemkod, till exempel I07
    #[arg(value_name = "MAPP|FIL|KOD")]
    folder: PathBuf,

    /// Siffrans namn, eller dess plats: dokument.tabell.region.siffra; av ett färdigt dokument talet som det är tryckt
    #[arg(value_name = "SIFFRA", conflicts_with_all = ["table", "region"])]
    number: Option<String>,

    /// Tabellens nummer i dokumentet
    #[arg(long, value_name = "NUMMER", requires = "region")]
    table: Option<String>,

    /// Regionen, med något av sina namn; ”riket” eller ”totalt” för sista raden
    #[arg(long, value_name = "REGION", requires = "table")]
    region: Option<String>,

    /// Dokumentet tabellen står i. Utan flaggan det första som har en tabell med numret
    #[arg(long, value_name = "DOKUMENT", requires = "table")]
    document: Option<String>,

    /// Så många led ner visas; utan flaggan tre, i json alla
    #[arg(long, value_name = "ANTAL", conflicts_with = "all")]
    depth: Option<usize>,

    /// Visar alla led, ner till varje cell
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    manner: Plain,
}

pub(super) fn run(argument: &Argument, language: Language) -> Result<(), Exit> {
    if let Some(code) = code(argument)? {
        Surface::stdout().say(&format!(
            "{code}: {}\n\n{}",
            code.title(language),
            code.about(language)
        ));
        return Ok(());
    }
    let (before, numbers, report) = asked(argument, language)?;
    let trace = &report.trace;
    for id in &numbers {
        recompute(trace, *id);
    }
    match argument.manner.format {
        Form::Text => {
            let usual = if argument.all { usize::MAX } else { steps::DEPTH };
            let depth = argument.depth.unwrap_or(usual);
            let explained = numbers.iter().map(|id| steps::text(trace, *id, depth, language));
            let text = explained.collect::<Vec<_>>().join("\n");
            Surface::stdout().say(&format!("{before}{}", text.trim_end_matches('\n')));
        }
        Form::Json => {
            let depth = argument.depth.unwrap_or(usize::MAX);
            let explanation = Forklaring::of(trace, &numbers, depth).to_json();
            Surface::stdout().write(&explanation);
        }
    }
    Ok(())
}

/// What is said before the explanation, the figures asked about, and all that was computed.
type Question = (String, Vec<FigureId>, Report);

/// The figures that are asked about: of a finished paper, or of a folder of workbooks.
fn asked(argument: &Argument, language: Language) -> Result<Question, Exit> {
    let compute = |inputs| pipeline::compute(inputs, &Selection::default(), &|_| ());
    if argument.folder.is_file() {
        let paper = Paper::read(&argument.folder)?;
        let Some(number) = &argument.number else { return Err(Exit::Usage(say::which_number())) };
        let printed = paper::printed(&paper, number)?;
        let computed = compute(&paper.inputs)?;
        let id = paper::of_today(&paper, &printed, number, &computed)?;
        let before = paper::places(&paper, number, &printed, language);
        return Ok((before, vec![id], computed.report));
    }
    let computed = compute(&argument.folder)?;
    let numbers = figures(argument, &computed.report, computed.year)?;
    Ok((String::new(), numbers, computed.report))
}

/// The figure computed again from its cells.
///
/// # Panics
/// If it comes out otherwise: a bug.
fn recompute(trace: &Trace, id: FigureId) {
    let (recomputed, node) = (trace.evaluate(id), trace.node(id));
    assert_eq!(recomputed, node.value, "{} comes out otherwise when computed again", node.name);
}

/// The problem code that is asked about, if it is one and not a folder: a letter and one to three digits alone.
fn code(argument: &Argument) -> Result<Option<Code>, Exit> {
    let name = argument.folder.to_string_lossy().to_uppercase();
    let alone = argument.number.is_none() && argument.table.is_none();
    let mut character = name.chars();
    let one_code = character.next().is_some_and(char::is_alphabetic)
        && (1..=3).contains(&character.clone().count())
        && character.all(|character| character.is_ascii_digit());
    if !alone || !one_code {
        return Ok(None);
    }
    let code = Code::ALL.iter().copied().find(|code| code.name() == name);
    code.map(Some).ok_or_else(|| {
        // A digit alone lacks its zero.
        let (letter, digits) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
        let padded = format!("{letter}{digits:0>2}");
        let near = meant(&padded, Code::ALL.iter().map(|code| code.name()));
        Exit::Usage(usage::no_code(&name, &near))
    })
}

fn figures(argument: &Argument, report: &Report, year: i32) -> Result<Vec<FigureId>, Exit> {
    match (&argument.number, &argument.table, &argument.region) {
        (Some(name), _, _) => query::with_name(report, year, name).map(|id| vec![id]),
        (None, Some(table), Some(region)) => {
            query::in_place(report, year, argument.document.as_deref(), table, region)
        }
        _ => Err(Exit::Usage(usage::which_figure())),
    }
}
