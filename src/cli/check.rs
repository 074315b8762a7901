//! `check`: reads, checks and computes, and writes nothing.

use std::path::PathBuf;

use clap::Args;

use super::Avslut;
use super::answer::{Asked, Manner, Outcome};
use super::visa::Visning;
use crate::pipeline::{self, urval::Urval};

/// Läser arbetsböckerna i en mapp, prövar dem och räknar. Skriver inget.
///
/// Alla problem i alla blad visas på en gång, med fil, blad och cell, vad som fanns där och vad
/// som väntades.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    mapp: PathBuf,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn run(argument: &Argument, quiet: bool) -> Result<(), Avslut> {
    let asked = Asked {
        command: "check",
        folder: &argument.mapp,
        templates: None,
        format: argument.manner.format,
        quiet,
    };
    let mut outcome = Outcome::default();
    let result = check(&asked, &mut outcome);
    asked.answer(outcome, result)
}

fn check(asked: &Asked<'_>, outcome: &mut Outcome) -> Result<(), Avslut> {
    let visning = Visning::of(asked);
    let beratta = |handelse| visning.beratta(handelse);
    let berakning = pipeline::compute(asked.folder, &Urval::default(), &beratta)?;
    visning.varna(&berakning.varningar);
    visning.klart("Underlaget är rätt ifyllt och går ihop.");
    outcome.computed(&berakning);
    Ok(())
}
