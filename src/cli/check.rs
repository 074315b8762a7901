//! `check`: reads, checks and computes. Writes no document; where it is asked to, what it found.

mod copies;
mod page;

use std::path::{Path, PathBuf};

use clap::Args;

use super::Exit;
use super::answer::{Asked, Manner, Outcome};
use super::generate::names;
use super::language::Speech;
use super::messages::{check as say, progress as done};
use super::progress::NumberFormat;
use super::{grouped, usable};
use crate::output;
use crate::pipeline::{self, Computed, Readiness, selection::Selection};
use crate::problem::{Code, Language, Location, Problem, Problems};

/// Läser arbetsböckerna i en mapp, prövar dem och räknar. Gör inga dokument.
///
/// Problem i alla blad visas på en gång, med fil, blad och cell, vad som fanns där och vad som väntades; av
/// många på ett blad de första, om inte --all är angivet. Är allt rätt sägs vad dokumenten får användas till,
/// och vilka celler som gör dem till exempel, utkast eller preliminära. Mappen får hålla bara några av årets arbetsböcker; vad som då inte går att göra sägs.
/// Arbetsböckerna ändras aldrig. Med --annotate läggs kopior av dem i en egen mapp, med varje problem som kommentar
/// och färg i sin cell; med --report skrivs allt på en webbsida.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    folder: PathBuf,

    /// Bara dessa arbetsböcker, eller de som dessa dokument bygger på, med komma emellan: lakemedel,besked
    #[arg(long, value_name = "NAMN", value_delimiter = ',')]
    only: Vec<String>,

    /// Visar alla problem; utan flaggan de första på varje blad
    #[arg(long)]
    all: bool,

    /// Lägger kopior av arbetsböckerna, med problemen som kommentarer i cellerna, i en mapp; den får inte finnas
    #[arg(long, value_name = "MAPP")]
    annotate: Option<PathBuf>,

    /// Skriver det som lästs, prövats och hittats som en webbsida
    #[arg(long, value_name = "FIL")]
    report: Option<PathBuf>,

    #[command(flatten)]
    manner: Manner,
}

impl Argument {
    /// How problems are shown.
    pub(super) fn manner(&self) -> grouped::Manner {
        let writes = self.annotate.is_some() || self.report.is_some();
        grouped::Manner { all: self.all, writes }
    }
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    let asked = Asked {
        command: "check",
        folder: &argument.folder,
        templates: None,
        format: argument.manner.format,
        speech,
    };
    let mut outcome = Outcome::default();
    let result =
        Selection::of_parts(&names(&argument.only)).map_err(Exit::Usage).and_then(|chosen| {
            let progress = NumberFormat::of(&asked);
            let result = check(&asked, &chosen, &progress, &mut outcome);
            written(argument, &chosen, &progress, (&outcome, result))
        });
    asked.answer(outcome, result)
}

/// What a check without errors came to.
struct Done {
    computed: Computed,
    readiness: Readiness,
}

/// What was found, for those who write it down.
struct Found<'a> {
    /// Errors and warnings.
    problems: &'a Problems,
    /// What it came to, if there are no errors.
    done: Option<&'a Done>,
    language: Language,
}

fn check(
    asked: &Asked<'_>,
    chosen: &Selection,
    progress: &NumberFormat,
    outcome: &mut Outcome,
) -> Result<Done, Exit> {
    let on_event = |event| progress.on_event(event);
    let computed = pipeline::compute(asked.folder, chosen, &on_event)?;
    chosen.edition(&computed.report, computed.year).map_err(Exit::Usage)?;
    progress.warn(&computed.warnings);
    progress.done(&done::in_order());
    let readiness = Readiness::of(&computed, chosen);
    progress.tell(&usable::text(&readiness, asked.speech.language));
    outcome.computed(&computed);
    outcome.usable = Some(usable::listed(&readiness));
    Ok(Done { computed, readiness })
}

/// Writes what was found where that was asked for; what is wrong with the writing is told beside it.
fn written(
    argument: &Argument,
    chosen: &Selection,
    progress: &NumberFormat,
    (outcome, result): (&Outcome, Result<Done, Exit>),
) -> Result<(), Exit> {
    let (problems, done) = match &result {
        Ok(done) => (&outcome.problems, Some(done)),
        Err(Exit::Problem(problems)) => (problems, None),
        Err(Exit::Usage(_) | Exit::Sagt) => return result.map(drop),
    };
    let found = Found { problems, done, language: progress.language() };
    let (folder, mut wrong) = (&argument.folder, Problems::new());
    let copies = argument.annotate.as_ref();
    let copies = copies.map(|target| copies::write(folder, target, chosen, &found, progress));
    let page = argument.report.as_ref();
    let page = page.map(|target| page::write(folder, target, chosen, &found, progress));
    for failed in [copies, page].into_iter().flatten().filter_map(Result::err) {
        match failed {
            Exit::Problem(problems) => wrong.extend(problems),
            other => return Err(other),
        }
    }
    match result {
        Err(Exit::Problem(mut problems)) => {
            problems.extend(wrong);
            Err(Exit::Problem(problems))
        }
        result if wrong.stop() => result.and(Err(Exit::Problem(wrong))),
        result => result.map(drop),
    }
}

/// That what is written would not be read with the workbooks.
fn outside(target: &Path, folder: &Path) -> Result<(), Exit> {
    if !output::is_within(target, folder) {
        return Ok(());
    }
    let place = Location::file(target.display().to_string());
    let problem = Problem::new(Code::U01, place, say::within(&folder.display()));
    Err(Problems::from(problem.help(say::elsewhere())).into())
}
