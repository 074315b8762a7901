//! `check`: reads, checks and computes, and writes nothing.

use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::answer::{Asked, Manner, Outcome};
use super::language::Speech;
use super::messages::progress as done;
use super::progress::NumberFormat;
use crate::pipeline::{self, selection::Selection};

/// Läser arbetsböckerna i en mapp, prövar dem och räknar. Skriver inget.
///
/// Alla problem i alla blad visas på en gång, med fil, blad och cell, vad som fanns där och vad
/// som väntades.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    folder: PathBuf,

    #[command(flatten)]
    manner: Manner,
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
    let result = check(&asked, &mut outcome);
    asked.answer(outcome, result)
}

fn check(asked: &Asked<'_>, outcome: &mut Outcome) -> Result<(), Exit> {
    let number_format = NumberFormat::of(asked);
    let on_event = |event| number_format.on_event(event);
    let computed = pipeline::compute(asked.folder, &Selection::default(), &on_event)?;
    number_format.warn(&computed.warnings);
    number_format.done(&done::in_order());
    outcome.computed(&computed);
    Ok(())
}
