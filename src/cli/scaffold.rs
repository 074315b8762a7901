//! `scaffold`: an empty workbook to fill in.

use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::generate::names;
use super::language::Speech;
use super::messages::progress as done;
use super::progress::{self, NumberFormat};
use crate::output::OutputSet;
use crate::pipeline::{self, selection};

/// Gör tomma arbetsböcker att fylla i för ett bidragsår.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Bidragsåret, till exempel 2025
    #[arg(value_name = "ÅR", value_parser = clap::value_parser!(i32).range(2019..=2034))]
    year: i32,

    /// Mappen arbetsböckerna läggs i; den får inte finnas. Utan flaggan inputs/ÅR
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    /// Bara dessa arbetsböcker, eller de som dessa dokument bygger på, med komma emellan: lakemedel,besked
    #[arg(long, value_name = "NAMN", value_delimiter = ',')]
    only: Vec<String>,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    let only = selection::workbooks(&names(&argument.only)).map_err(Exit::Usage)?;
    let number_format = NumberFormat::new(speech);
    let target = argument
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("inputs").join(argument.year.to_string()));
    let files = pipeline::empty_workbooks(argument.year, &only)?;
    OutputSet::new(&target)?.write(&files)?;
    number_format.done(&done::empty(&files.len(), &progress::location(&target)));
    Ok(())
}
