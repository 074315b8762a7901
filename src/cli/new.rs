//! `new`: the workbooks of a new year, begun from the year before.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Exit;
use super::generate::names;
use super::language::Speech;
use super::messages::{progress as done, usage};
use super::progress::{self, NumberFormat};
use crate::output::OutputSet;
use crate::pipeline::{self, selection};

/// Gör ett nytt års arbetsböcker av föregående års.
///
/// Det som består förs över och bekräftas sedan en gång för varje blad. Det som föregående år kom fram till
/// fylls i som föregående års uppgifter, med körningen som källa. Det som är nytt för året lämnas tomt.
/// Kommandot check visar sedan allt som återstår att fylla i.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Det nya året, till exempel 2025
    #[arg(value_name = "ÅR", value_parser = clap::value_parser!(i32).range(2020..=2034))]
    year: i32,

    /// Året före, eller mappen med dess arbetsböcker; ett årtal betyder inputs/ÅR
    #[arg(long = "from", value_name = "ÅR|MAPP")]
    from: PathBuf,

    /// Mappen arbetsböckerna läggs i; den får inte finnas. Utan flaggan inputs/ÅR
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    /// Bara dessa arbetsböcker, eller de som dessa dokument bygger på, med komma emellan: lakemedel,besked
    #[arg(long, value_name = "NAMN", value_delimiter = ',')]
    only: Vec<String>,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    let number_format = NumberFormat::new(speech);
    let on_event = |event| number_format.on_event(event);
    let only = selection::workbooks(&names(&argument.only)).map_err(Exit::Usage)?;
    let only = Some(&only).filter(|_| !argument.only.is_empty());
    let fresh = pipeline::year_after(&folder(&argument.from), only, &on_event)?;
    if fresh.year != argument.year {
        let (from, next) = (fresh.year - 1, fresh.year);
        return Err(Exit::Usage(usage::other_year(&from, &next, &argument.year)));
    }
    number_format.warn(&fresh.warnings);
    let year = argument.year.to_string();
    let target = argument.out.clone().unwrap_or_else(|| Path::new("inputs").join(year));
    OutputSet::new(&target)?.write(&fresh.workbooks)?;
    let books = progress::counted(fresh.workbooks.len(), done::workbook, done::workbooks);
    number_format.done(&done::begun(&books, &progress::location(&target)));
    Ok(())
}

/// The folder of a year that is named by its number alone.
fn folder(from: &Path) -> PathBuf {
    let year_number = from.to_str().is_some_and(|text| {
        text.len() == 4 && text.bytes().all(|character| character.is_ascii_digit())
    });
    if year_number { Path::new("inputs").join(from) } else { from.to_owned() }
}
