//! `archive`: a finished set with all that it was made of, as one package for an archive.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::Exit;
use super::language::Speech;
use super::messages::archive as say;
use super::progress::{self, NumberFormat};
use crate::output::{self, OutputSet};
use crate::package::{Package, Predecessor};
use crate::pipeline;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::verify::{Against, contents};

/// Lägger en mapp med färdiga dokument, och allt de är gjorda av, i ett arkivpaket.
///
/// Paketet följer Riksarkivets FGS Paketstruktur 2.0 (E-ARK CSIP och SIP 2.1.0) och håller dokumenten, deras uppgifter,
/// arbetsböckerna, mallarna, reglerna och hur allt prövas, med kontrollsummor. Samma innehåll ger samma paket, byte
/// för byte. Har dokumenten eller det de är gjorda av ändrats görs inget paket.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med dokumenten, till exempel output/2024
    #[arg(value_name = "MAPP")]
    folder: PathBuf,

    /// Mappen med arbetsböckerna. Utan flaggan inputs/ÅR bredvid output
    #[arg(long, value_name = "MAPP")]
    inputs: Option<PathBuf>,

    /// Mappen med egna mallar, om dokumenten gjordes med sådana
    #[arg(long, value_name = "MAPP")]
    templates: Option<PathBuf>,

    /// Det tidigare paket som det här rättar och ersätter
    #[arg(long, value_name = "PAKET")]
    replaces: Option<PathBuf>,

    /// Mappen som paketet läggs i. Utan flaggan bredvid mappen med dokumenten
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    /// Lägger paketet som en mapp i stället för som en tar-fil
    #[arg(long)]
    unpacked: bool,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    let begun = NumberFormat::new(speech);
    let templates = argument.templates.as_deref().map(pipeline::templates).transpose()?;
    let against = Against {
        inputs: argument.inputs.as_deref(),
        templates,
        run_id: None,
        manifest_sha256: None,
    };
    let replaces = argument.replaces.as_deref().map(predecessor).transpose()?;
    let contents = contents(&argument.folder, &against, replaces.clone())?;
    let package = whole(Package::of(&contents))?;
    if let (Some(earlier), Some(path)) = (replaces, &argument.replaces) {
        if earlier.package == package.id {
            return Err(Exit::Problem(no(path, say::replaces_itself()).into()));
        }
        // A package is named by its year and its run: `statsbidrag-2024-…`.
        let of_year = |id: &str| id.rsplit_once('-').map(|(of_year, _)| of_year.to_owned());
        if of_year(&earlier.package) != of_year(&package.id) {
            return Err(Exit::Problem(no(path, say::replaces_another_year()).into()));
        }
    }
    let around = argument.out.clone().unwrap_or_else(|| output::around(&argument.folder));
    let place = if argument.unpacked {
        let place = around.join(&package.id);
        OutputSet::new(&place)?.write(&package.files)?;
        place
    } else {
        write(&package, contents.date, &around)?
    };
    begun.done(&packed(&package, &place));
    Ok(())
}

/// A package, if everything in it has room there.
///
/// # Errors
/// That a file's name is too long, or has signs that lead elsewhere.
pub(super) fn whole(package: Package) -> Result<Package, Problems> {
    match package.without_room() {
        Some(path) => {
            let place = Location::file(path.to_owned());
            Err(Problem::new(Code::F11, place, say::no_room()).help(say::rename_it()).into())
        }
        None => Ok(package),
    }
}

/// Writes a package as one file in a folder; the same package again is no other. Gives its place.
///
/// # Errors
/// If it cannot be written, or another file has its name.
pub(super) fn write(
    package: &Package,
    date: NaiveDate,
    around: &Path,
) -> Result<PathBuf, Problems> {
    let (name, bytes) = (package.file_name(), package.to_tar(date));
    let place = around.join(&name);
    output::add_unless_there(around, &name, &bytes)?;
    Ok(place)
}

/// What is said of a package that was written.
pub(super) fn packed(package: &Package, place: &Path) -> Message {
    say::packed(&package.files.len(), &progress::location(place))
}

/// An earlier package, which must be as it was made.
fn predecessor(path: &Path) -> Result<Predecessor, Problems> {
    let package = Package::read(path)?;
    let (_, flaws) = package.flaws();
    let predecessor = package.as_predecessor().filter(|_| flaws.is_empty());
    predecessor.ok_or_else(|| no(path, say::not_a_predecessor()).into())
}

fn no(package: &Path, text: Message) -> Problem {
    Problem::new(Code::F01, Location::file(package.display().to_string()), text)
}
