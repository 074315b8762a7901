//! `explain`: why a figure is what it is, from the paper down to the cells, computed again on the way;
//! or what a problem code means.

mod fraga;
mod trad;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Avslut;
use super::terminal::Surface;
use crate::figure::{FigureId, Trace};
use crate::pipeline::{self, urval::Urval, urval::narmast};
use crate::problem::Code;
use crate::report::Report;
use crate::report::spar::Forklaring;

/// Förklarar en siffra: regel för regel, ner till cellerna den vilar på.
///
/// Siffran räknas om från cellerna och jämförs med den tryckta. Peka ut den med dess namn, som det
/// står i JSON-filerna, eller med sin plats på pappret:
///
///   statsbidrag explain inputs/2024 lakemedel.2024.skane.statsbidrag
///   statsbidrag explain inputs/2024 cirkular.tabell5.skane.statsbidrag
///   statsbidrag explain inputs/2024 --table 5 --region skåne
///   statsbidrag explain I07
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    about = "Förklarar en siffra: regel för regel, ner till cellerna den vilar på"
)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker; eller en problemkod, till exempel I07
    #[arg(value_name = "MAPP|KOD")]
    mapp: PathBuf,

    /// Siffrans namn, eller dess plats: dokument.tabell.region.siffra
    #[arg(value_name = "SIFFRA", conflicts_with_all = ["table", "region"])]
    siffra: Option<String>,

    /// Tabellens nummer i dokumentet
    #[arg(long, value_name = "NUMMER", requires = "region")]
    table: Option<String>,

    /// Regionen, med något av sina namn; ”riket” eller ”totalt” för sista raden
    #[arg(long, value_name = "REGION", requires = "table")]
    region: Option<String>,

    /// Dokumentet tabellen står i. Utan flaggan det första som har en tabell med numret
    #[arg(long, value_name = "DOKUMENT", requires = "table")]
    document: Option<String>,

    /// Så många led under siffran visas; utan flaggan alla, ner till cellerna
    #[arg(long, value_name = "ANTAL")]
    depth: Option<usize>,

    /// Hur förklaringen skrivs: text eller json
    #[arg(
        long,
        value_name = "FORM",
        value_enum,
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    format: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Json,
}

pub(super) fn run(argument: &Argument) -> Result<(), Avslut> {
    if let Some(kod) = kod(argument)? {
        Surface::stdout().say(&format!("{kod}: {}\n\n{}", kod.title(), kod.about()));
        return Ok(());
    }
    let berakning = pipeline::compute(&argument.mapp, &Urval::default(), &|_| ())?;
    let siffror = fragade(argument, &berakning.report, berakning.ar)?;
    let trace = &berakning.report.trace;
    for id in &siffror {
        rakna_om(trace, *id);
    }
    let djup = argument.depth.unwrap_or(usize::MAX);
    match argument.format {
        Form::Text => {
            let trad: Vec<_> = siffror.iter().map(|id| trad::text(trace, *id, djup)).collect();
            Surface::stdout().say(trad.join("\n").trim_end_matches('\n'));
        }
        Form::Json => {
            let forklaring = Forklaring::av(trace, &siffror, djup).som_json();
            Surface::stdout().write(&forklaring);
        }
    }
    Ok(())
}

/// The figure computed again from its cells.
///
/// # Panics
/// If it comes out otherwise: a bug.
fn rakna_om(trace: &Trace, id: FigureId) {
    let (omraknad, node) = (trace.evaluate(id), trace.node(id));
    assert_eq!(omraknad, node.value, "{} comes out otherwise when computed again", node.name);
}

/// The problem code that is asked about, if it is one and not a folder: a letter and two digits alone.
fn kod(argument: &Argument) -> Result<Option<Code>, Avslut> {
    let namn = argument.mapp.to_string_lossy().to_uppercase();
    let ensam = argument.siffra.is_none() && argument.table.is_none();
    let mut tecken = namn.chars();
    let en_kod = tecken.next().is_some_and(char::is_alphabetic)
        && tecken.clone().count() == 2
        && tecken.all(|tecken| tecken.is_ascii_digit());
    if !ensam || !en_kod {
        return Ok(None);
    }
    let kod = Code::ALLA.iter().copied().find(|kod| kod.name() == namn);
    kod.map(Some).ok_or_else(|| {
        let nara = narmast(&namn, Code::ALLA.iter().map(|kod| kod.name()));
        Avslut::Anvandning(format!("det finns ingen problemkod {namn}{nara}"))
    })
}

fn fragade(argument: &Argument, report: &Report, ar: i32) -> Result<Vec<FigureId>, Avslut> {
    match (&argument.siffra, &argument.table, &argument.region) {
        (Some(namn), _, _) => fraga::med_namn(report, ar, namn).map(|id| vec![id]),
        (None, Some(tabell), Some(region)) => {
            fraga::pa_plats(report, ar, argument.document.as_deref(), tabell, region)
        }
        _ => Err(Avslut::Anvandning(
            "säg vilken siffra: med dess namn, eller med --table och --region".to_owned(),
        )),
    }
}
