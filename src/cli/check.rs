//! `check`: reads, checks and computes, and writes nothing.

use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::answer::{Asked, Manner, Outcome};
use super::generate::names;
use super::language::Speech;
use super::messages::progress as done;
use super::progress::NumberFormat;
use super::usable;
use crate::pipeline::{self, Readiness, selection::Selection};

/// Läser arbetsböckerna i en mapp, prövar dem och räknar. Skriver inget.
///
/// Problem i alla blad visas på en gång, med fil, blad och cell, vad som fanns där och vad som väntades; av
/// många på ett blad de första, om inte --all är angivet. Är allt rätt sägs vad dokumenten får användas till,
/// och vilka celler som gör dem till exempel, utkast eller preliminära. Mappen får hålla bara några av årets arbetsböcker; vad som då inte går att göra sägs.
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

    #[command(flatten)]
    manner: Manner,
}

impl Argument {
    /// Whether all problems are shown.
    pub(super) fn shows_all(&self) -> bool {
        self.all
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
    let result = check(argument, &asked, &mut outcome);
    asked.answer(outcome, result)
}

fn check(argument: &Argument, asked: &Asked<'_>, outcome: &mut Outcome) -> Result<(), Exit> {
    let chosen = Selection::of_parts(&names(&argument.only)).map_err(Exit::Usage)?;
    let number_format = NumberFormat::of(asked);
    let on_event = |event| number_format.on_event(event);
    let computed = pipeline::compute(asked.folder, &chosen, &on_event)?;
    chosen.edition(&computed.report, computed.year).map_err(Exit::Usage)?;
    number_format.warn(&computed.warnings);
    number_format.done(&done::in_order());
    let readiness = Readiness::of(&computed, &chosen);
    number_format.tell(&usable::text(&readiness, asked.speech.language));
    outcome.computed(&computed);
    outcome.usable = Some(usable::listed(&readiness));
    Ok(())
}
