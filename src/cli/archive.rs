//! `archive`: a finished set with all that it was made of, as one package for an archive.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Exit;
use super::language::Speech;
use super::messages::archive as say;
use super::progress::{self, NumberFormat};
use crate::output::{self, Files, OutputSet};
use crate::package::Package;
use crate::pipeline;
use crate::problem::{Code, Location, Problem, Problems};
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
    let templates = argument.templates.as_deref().map(pipeline::templates).transpose()?;
    let against = Against { inputs: argument.inputs.as_deref(), templates, run_id: None };
    let wanted = Wanted {
        folder: &argument.folder,
        replaces: argument.replaces.as_deref(),
        out: argument.out.as_deref(),
        unpacked: argument.unpacked,
    };
    make(&wanted, &against, &NumberFormat::new(speech))
}

/// A package that is wanted.
pub(super) struct Wanted<'a> {
    /// The folder of documents.
    pub(super) folder: &'a Path,
    /// The package that it replaces.
    pub(super) replaces: Option<&'a Path>,
    /// Where it is put, if not beside the documents.
    pub(super) out: Option<&'a Path>,
    /// Whether it is put there as a folder.
    pub(super) unpacked: bool,
}

/// Makes a package of a finished set, and says so.
///
/// # Errors
/// If the set, or what it was made of, is not as it was, or the package cannot be written.
pub(super) fn make(
    wanted: &Wanted<'_>,
    against: &Against<'_>,
    number_format: &NumberFormat,
) -> Result<(), Exit> {
    let replaces = match wanted.replaces {
        Some(earlier) => {
            let package = Package::read(earlier)?;
            let none = || Problems::from(no_run(earlier));
            Some(package.as_predecessor().ok_or_else(none)?)
        }
        None => None,
    };
    let contents = contents(wanted.folder, against, replaces)?;
    let package = Package::of(&contents);
    let beside = wanted.folder.parent().filter(|around| !around.as_os_str().is_empty());
    let around = wanted.out.or(beside).unwrap_or(Path::new("."));
    let place = if wanted.unpacked {
        let place = around.join(&package.id);
        OutputSet::new(&place)?.write(&package.files)?;
        place
    } else {
        let (name, bytes) = (package.file_name(), package.to_tar(contents.date));
        let place = around.join(&name);
        output::add_unless_there(around, &Files::from([(name, bytes)]))?;
        place
    };
    number_format.done(&say::packed(&package.files.len(), &progress::location(&place)));
    Ok(())
}

fn no_run(package: &Path) -> Problem {
    let place = Location::file(package.display().to_string());
    Problem::new(Code::F01, place, say::no_run())
}
