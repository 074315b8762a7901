//! `simulate`: what each region would get if cells held something else. Never a decision.

mod told;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use self::told::Told;
use super::Exit;
use super::answer::{Form, Plain};
use super::language::Speech;
use super::messages::{diff, simulate as say};
use super::progress::{self, NumberFormat};
use super::terminal::Surface;
use crate::comparison::data::Skillnad;
use crate::output::{self, OutputSet};
use crate::pipeline::{self, Basis};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Problem, Problems, harmless};
use crate::report::to_json;
use crate::simulation::data::{Andrad, NO_DECISION, Stickprov, Tankeprov, VERSION};
use crate::simulation::inputs::{Inputs, To};
use crate::simulation::{self, Change, messages, uncertain};

/// Visar vad varje region skulle få om uppgifter i arbetsböckerna vore andra. Inget beslut.
///
/// Säger för varje region och utbetalning vad som skulle skilja, i kronor, och vad skillnaden kommer av. Peka ut uppgiften med
/// siffrans namn, som explain visar det, eller med cellens plats: Blad!Rad, Blad!Rad!Kolumn eller Blad!C14, också efter
/// arbetsbokens namn och ett utropstecken. En stjärna står för alla rader eller kolumner. Värdet skrivs som det skulle stå
/// i cellen, eller som en förändring i procent:
///
///   statsbidrag simulate inputs/2024 --set lakemedel.2024.skane.befolkning=1430000
///   statsbidrag simulate inputs/2024 --set "Befolkning!Skåne=1 430 000" --set "Befolkning!Halland=+2 %"
///   statsbidrag simulate inputs/2024 --each
///
/// Arbetsböckerna ändras inte, och inga dokument görs. Kontrollerna av arbetsböckerna görs på dem som de är, inte på de
/// ändrade uppgifterna.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    about = "Visar vad varje region skulle få om uppgifter i arbetsböckerna vore andra. Inget beslut"
)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    folder: PathBuf,

    /// En uppgift och dess tänkta värde; får anges flera gånger
    #[arg(long, value_name = "UPPGIFT=VÄRDE")]
    set: Vec<String>,

    /// En ändring i taget, den som ändrar flest kronor först; utan --set varje tal i arbetsböckerna, en procent högre
    #[arg(long)]
    each: bool,

    /// Arbetsboken osakerhet.xlsx: dra de osäkra uppgifterna många gånger och visa hur långt beloppen sprids
    #[arg(long, value_name = "FIL", conflicts_with_all = ["set", "each"])]
    sample: Option<PathBuf>,

    /// Så många dragningar; utan flaggan 10000
    #[arg(long, value_name = "ANTAL", allow_hyphen_values = true)]
    draws: Option<String>,

    /// Talet som dragningarna görs efter: samma tal ger samma dragningar. Utan flaggan 1
    #[arg(long, value_name = "NUMMER", allow_hyphen_values = true)]
    seed: Option<String>,

    /// Mappen som resultatet läggs i, som XLSX och JSON; den får inte finnas
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    #[command(flatten)]
    manner: Plain,
}

/// How many draws are made, unless it is said; and how many at most.
const DRAWS: u64 = 10_000;
const MOST: u64 = 1_000_000;

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    if argument.set.is_empty() && !argument.each && argument.sample.is_none() {
        return Err(Exit::Usage(say::what()));
    }
    if argument.sample.is_none() && (argument.draws.is_some() || argument.seed.is_some()) {
        return Err(Exit::Usage(say::only_with_sample()));
    }
    let begun = NumberFormat::new(speech);
    if let Some(out) = &argument.out
        && output::is_within(out, &argument.folder)
    {
        let place = Location::file(out.display().to_string());
        let problem = Problem::new(Code::U01, place, say::within(&argument.folder.display()));
        return Err(Problems::from(problem.help(say::elsewhere())).into());
    }
    let place = argument.out.as_deref().map(OutputSet::new).transpose()?;
    let basis = pipeline::basis(&argument.folder)?;
    let found = found(argument, &basis)?;
    match argument.manner.format {
        Form::Json => Surface::stdout().write(&to_json(&found)),
        Form::Text => {
            let told = Told { found: &found, language: speech.language };
            Surface::stdout().say(&harmless(&told.text()));
        }
    }
    if let (Some(place), Some(out)) = (place, &argument.out) {
        let files = basis.files(&found)?;
        place.write(&files)?;
        if argument.manner.format == Form::Text {
            begun.done(&diff::written(&files.len(), &progress::location(out)));
        }
    }
    Ok(())
}

/// What would be.
fn found(argument: &Argument, basis: &Basis) -> Result<Tankeprov, Exit> {
    let trace = &basis.computed.report.trace;
    let inputs = Inputs::of(trace, basis.columns.iter().cloned());
    let mut found = Tankeprov {
        version: VERSION,
        inget_beslut: NO_DECISION.to_owned(),
        mapp: argument.folder.display().to_string(),
        ar: basis.computed.year,
        korning: basis.run().to_owned(),
        andringar: Vec::new(),
        siffror: Vec::new(),
        var_for_sig: None,
        stickprov: None,
    };
    if let Some(path) = &argument.sample {
        found.stickprov = Some(drawn(argument, path, basis, &inputs)?);
        return Ok(found);
    }
    let changes = changes(&argument.set, &inputs)?;
    if argument.each {
        let all = if changes.is_empty() { simulation::a_percent(&inputs) } else { changes };
        found.var_for_sig = Some(simulation::each(trace, &all));
        return Ok(found);
    }
    let values = simulation::values(trace, &changes)
        .map_err(|figure| Exit::Usage(say::no_result(&words::quoted(figure.as_str()))))?;
    let compared = basis.compared(&values)?;
    found.andringar = changes.iter().map(Andrad::of).collect();
    found.siffror = told_of(compared.siffror, basis.computed.year);
    for one in simulation::amounts(trace, &changes) {
        if !found.siffror.iter().any(|other| other.id == one.id) {
            found.siffror.push(one);
        }
    }
    Ok(found)
}

/// The amounts that differ, and what the whole country gets of what differs for somebody; by their names in the year.
fn told_of(all: Vec<Skillnad>, year: i32) -> Vec<Skillnad> {
    let kind = |one: &Skillnad| (one.bidrag.clone(), one.siffra.clone());
    let differing: BTreeSet<_> =
        all.iter().filter(|one| one.differs() && one.leder).map(kind).collect();
    let is_told =
        |one: &Skillnad| one.differs() || one.plats == COUNTRY && differing.contains(&kind(one));
    let named = |one: Skillnad| Skillnad { id: in_year(&one.id, year), ..one };
    all.into_iter().filter(is_told).map(named).collect()
}

/// What a figure of the country has in place of a region.
const COUNTRY: &str = "riket";

/// A figure's name, whose years are so many from the one that is computed: `{0}`, `{-1}`.
fn in_year(id: &str, year: i32) -> String {
    (-9..=9).fold(id.to_owned(), |id, from| {
        id.replace(&format!("{{{from}}}"), &(year + from).to_string())
    })
}

/// The cells that are to hold something else.
fn changes<'i>(set: &[String], inputs: &'i Inputs<'_>) -> Result<Vec<Change<'i>>, Exit> {
    let (mut all, mut problems) = (Vec::<Change<'i>>::new(), Problems::new());
    for one in set {
        let (name, value) = one
            .rsplit_once('=')
            .ok_or_else(|| Exit::Usage(say::no_equals(&words::quoted(one.as_str()))))?;
        let to = To::read(value).map_err(Exit::Usage)?;
        for input in inputs.find(name).map_err(Exit::Usage)? {
            if !input.is_a_size() {
                return Err(Exit::Usage(say::not_tried(&words::quoted(input.name().as_str()))));
            }
            if all.iter().any(|other| other.input.place == input.place) {
                return Err(Exit::Usage(say::twice(&words::quoted(input.name().as_str()))));
            }
            match input.with(&to) {
                Ok(number) => all.push(Change { input, number }),
                Err(problem) => problems.add(problem),
            }
        }
    }
    if problems.stop() { Err(problems.into()) } else { Ok(all) }
}

/// A count as it is written.
fn grouped(count: u64) -> String {
    crate::swedish::number(&i64::try_from(count).unwrap_or(i64::MAX).into(), 0)
}

/// Many draws of what a workbook says is uncertain.
fn drawn(
    argument: &Argument,
    path: &Path,
    basis: &Basis,
    inputs: &Inputs<'_>,
) -> Result<Stickprov, Exit> {
    let workbook = pipeline::workbook_of(path, messages::make_one())?;
    let book = pipeline::uncertainty(&workbook)?;
    let all = uncertain::uncertain(&book, inputs, basis.computed.year)?;
    let (uncertain, osakert): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let whole = |text: &Option<String>, usual: u64| match text {
        Some(text) => text.replace([' ', '\u{a0}'], "").parse().ok(),
        None => Some(usual),
    };
    let dragningar = whole(&argument.draws, DRAWS).filter(|draws| (1..=MOST).contains(draws));
    let dragningar = dragningar.ok_or_else(|| Exit::Usage(say::draws(&grouped(MOST))))?;
    let fro = whole(&argument.seed, 1).ok_or_else(|| Exit::Usage(say::seed()))?;
    let sample = simulation::sample(&basis.computed.report.trace, &uncertain, dragningar, fro);
    if u64::try_from(sample.failed).is_ok_and(|failed| failed == dragningar) {
        return Err(Exit::Usage(say::all_failed()));
    }
    Ok(Stickprov { dragningar, fro, misslyckade: sample.failed, osakert, siffror: sample.spreads })
}
