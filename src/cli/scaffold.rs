//! `scaffold`: an empty workbook to fill in.

use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::generate::names;
use super::language::Speech;
use super::messages::progress as done;
use super::progress::{self, NumberFormat};
use crate::output::{self, Files, OutputSet};
use crate::pipeline::{self, selection};
use crate::problem::Message;

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

    /// I stället ett eget beslut om medel, beslut-NAMN.xlsx, som läggs i mappen också när den finns
    #[arg(long, value_name = "NAMN", value_delimiter = ',', conflicts_with = "only")]
    decision: Vec<String>,

    /// I stället arbetsboken till en rättelse, rattelse.xlsx. Utan --out läggs den i inputs/rattelse-ÅR
    #[arg(long, conflicts_with_all = ["only", "decision"])]
    rattelse: bool,

    /// I stället arbetsboken till simulate --sample, osakerhet.xlsx. Utan --out läggs den i inputs/osakerhet-ÅR
    #[arg(long, conflicts_with_all = ["only", "decision", "rattelse"])]
    sample: bool,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    let only = selection::workbooks(&names(&argument.only)).map_err(Exit::Usage)?;
    let number_format = NumberFormat::new(speech);
    let folder = match (argument.rattelse, argument.sample) {
        (true, _) => format!("rattelse-{}", argument.year),
        (_, true) => format!("osakerhet-{}", argument.year),
        _ => argument.year.to_string(),
    };
    let target = argument.out.clone().unwrap_or_else(|| PathBuf::from("inputs").join(folder));
    let decisions = names(&argument.decision);
    let files = if argument.rattelse || argument.sample {
        let make = if argument.sample {
            pipeline::uncertainty_workbook
        } else {
            pipeline::correction_workbook
        };
        let files = Files::from([make(argument.year)?]);
        output::add(&target, &files)?;
        files
    } else if decisions.is_empty() {
        let files = pipeline::empty_workbooks(argument.year, &only)?;
        if files.is_empty() {
            return Err(Exit::Usage(super::messages::usage::one_decision_at_a_time(
                &argument.year,
            )));
        }
        OutputSet::new(&target)?.write(&files)?;
        files
    } else {
        let made = decisions.iter().map(|name| pipeline::new_decision(name, argument.year));
        let files = made.collect::<Result<_, _>>()?;
        output::add(&target, &files)?;
        files
    };
    let names: Vec<_> = files.keys().map(Message::alike).collect();
    let made = match names.as_slice() {
        [one] => one.clone(),
        all => done::empty_workbooks(&all.len()),
    };
    let place = progress::location(&target);
    // What is no workbook of a year is not checked as one.
    let is_of_the_year = !argument.rattelse && !argument.sample;
    let text =
        if is_of_the_year { done::to_fill_in(&made, &place) } else { done::empty(&made, &place) };
    number_format.done(&text);
    Ok(())
}
