//! `new`: the workbooks of a new year, begun from the year before.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Avslut;
use super::visa::{self, Visning};
use crate::output::Utgava;
use crate::pipeline;

/// Gör ett nytt års arbetsböcker av föregående års.
///
/// Det som består förs över utan källa och med status ej bekräftad. Det som föregående år kom fram till
/// fylls i som föregående års uppgifter, med körningen som källa. Det som är nytt för året lämnas tomt.
/// Kommandot check visar sedan allt som återstår att fylla i.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Det nya året, till exempel 2025
    #[arg(value_name = "ÅR", value_parser = clap::value_parser!(i32).range(2020..=2034))]
    ar: i32,

    /// Året före, eller mappen med dess arbetsböcker; ett årtal betyder inputs/ÅR
    #[arg(long = "from", value_name = "ÅR|MAPP")]
    fran: PathBuf,

    /// Mappen arbetsböckerna läggs i; den får inte finnas. Utan flaggan inputs/ÅR
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,
}

pub(super) fn run(argument: &Argument, quiet: bool) -> Result<(), Avslut> {
    let visning = Visning::new(quiet);
    let beratta = |handelse| visning.beratta(handelse);
    let nytt = pipeline::year_after(&mappen(&argument.fran), &beratta)?;
    if nytt.ar != argument.ar {
        return Err(Avslut::Anvandning(format!(
            "arbetsböckerna i --from är för {}, och året efter det är {}, inte {}",
            nytt.ar - 1,
            nytt.ar,
            argument.ar
        )));
    }
    visning.varna(&nytt.varningar);
    let ar = argument.ar.to_string();
    let mal = argument.out.clone().unwrap_or_else(|| Path::new("inputs").join(ar));
    Utgava::ny(&mal)?.skriv(&nytt.arbetsbocker)?;
    let (antal, plats) = (nytt.arbetsbocker.len(), visa::plats(&mal));
    visning.klart(&format!(
        "Klart: {antal} arbetsböcker ligger i {plats}; statsbidrag check {plats} visar vad som återstår"
    ));
    Ok(())
}

/// The folder of a year that is named by its number alone.
fn mappen(fran: &Path) -> PathBuf {
    let artal = fran
        .to_str()
        .is_some_and(|text| text.len() == 4 && text.bytes().all(|tecken| tecken.is_ascii_digit()));
    if artal { Path::new("inputs").join(fran) } else { fran.to_owned() }
}
