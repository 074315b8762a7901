//! `check`: reads, checks and computes, and writes nothing.

use std::path::PathBuf;

use clap::Args;

use super::visa::Visning;
use crate::pipeline::{self, urval::Urval};
use crate::problem::Problems;

/// Läser arbetsböckerna i en mapp, prövar dem och räknar. Skriver inget.
///
/// Alla problem i alla blad visas på en gång, med fil, blad och cell, vad som fanns där och vad
/// som väntades.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    mapp: PathBuf,
}

pub(super) fn run(argument: &Argument) -> Result<(), Problems> {
    let visning = Visning::ny();
    let beratta = |handelse| visning.beratta(handelse);
    let berakning = pipeline::compute(&argument.mapp, &Urval::default(), &beratta)?;
    visning.varna(&berakning.varningar);
    visning.klart("Underlaget är rätt ifyllt och går ihop.");
    Ok(())
}
