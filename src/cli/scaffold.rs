//! `scaffold`: an empty workbook to fill in.

use std::path::PathBuf;

use clap::Args;

use super::visa::{self, Visning};
use crate::output::Utgava;
use crate::pipeline;
use crate::problem::Problems;

/// Gör tomma arbetsböcker att fylla i för ett bidragsår.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Bidragsåret, till exempel 2025
    #[arg(value_name = "ÅR", value_parser = clap::value_parser!(i32).range(2019..=2034))]
    ar: i32,

    /// Mappen arbetsböckerna läggs i; den får inte finnas. Utan flaggan inputs/ÅR
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,
}

pub(super) fn run(argument: &Argument, quiet: bool) -> Result<(), Problems> {
    let visning = Visning::new(quiet);
    let mal = argument
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("inputs").join(argument.ar.to_string()));
    let filer = pipeline::empty_workbooks(argument.ar)?;
    Utgava::ny(&mal)?.skriv(&filer)?;
    visning.klart(&format!(
        "Klart: {} tomma arbetsböcker ligger i {}",
        filer.len(),
        visa::plats(&mal)
    ));
    Ok(())
}
