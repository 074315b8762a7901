//! `templates`: shows the templates that are built in and what they can say, gives them to be changed, and tries changed
//! ones.

mod variables;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::language::Speech;
use super::progress::{self, NumberFormat};
use super::terminal::Surface;
use super::{COMMAND_TEMPLATE, Exit, generate};
use crate::documents::DOCUMENTS;
use crate::output::{Files, OutputSet};
use crate::pipeline::selection::nearest;
use crate::pipeline::{self, Options};
use crate::render::{PdfStandard, Templates};

/// The help of a command that has commands.
pub(super) const HELP: &str = "\
{about}

Användning: {usage}

Kommandon:
{subcommands}

Flaggor:
{options}";

/// Visar de inbyggda mallarna, lägger dem i en mapp att ändra i och prövar ändrade mallar.
///
/// Mallarna är dokumentens ord, sidor och typsnitt. En mapp med egna mallar behöver bara ha de filer som är
/// ändrade. Den används med generate --templates.
#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub(super) struct Argument {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(help_template = HELP_OF_LIST, override_usage = "statsbidrag templates list")]
    List(List),
    #[command(help_template = COMMAND_TEMPLATE, override_usage = "statsbidrag templates export <MAPP>")]
    Export(Export),
    #[command(help_template = COMMAND_TEMPLATE, override_usage = "statsbidrag templates check [FLAGGOR] <MAPP>")]
    Check(Check),
    #[command(help_template = COMMAND_TEMPLATE, override_usage = "statsbidrag templates variables <DOKUMENT>")]
    Variables(Variables),
}

const HELP_OF_LIST: &str = "\
{about}

Användning: {usage}

Flaggor:
{options}";

/// Räknar upp de inbyggda mallarna: sökväg, storlek och vilket dokument de gör.
#[derive(Debug, Args)]
struct List {}

/// Lägger alla inbyggda mallar i en ny mapp, med en beskrivning av dem i README.md.
#[derive(Debug, Args)]
struct Export {
    /// Mappen mallarna läggs i; den får inte finnas
    #[arg(value_name = "MAPP")]
    folder: PathBuf,
}

/// Prövar egna mallar på alla dokument, med 2024 års uppgifter. Behöver inga arbetsböcker.
///
/// Varje problem visas med mallens fil och rad. Med --preview läggs dokumenten som PDF i en mapp, för att
/// se hur de blir; nästa körning ersätter dem.
#[derive(Debug, Args)]
struct Check {
    /// Mappen med egna mallar, typsnitt och bilder
    #[arg(value_name = "MAPP")]
    folder: PathBuf,

    /// Lägger dokumenten som PDF i en mapp
    #[arg(long, value_name = "MAPP")]
    preview: Option<PathBuf>,

    /// Bara dessa dokument, med komma emellan: cirkular,bilaga-4; ”bilaga” är alla bilagor
    #[arg(long, value_name = "DOKUMENT", value_delimiter = ',')]
    only: Vec<String>,

    /// Bara dokument för en region, med något av dess namn: skåne
    #[arg(long, value_name = "REGION")]
    region: Option<String>,

    /// Prövar på uppgifterna i en mapp med arbetsböcker i stället för på 2024 års
    #[arg(long, value_name = "MAPP")]
    inputs: Option<PathBuf>,
}

/// Räknar upp de uppgifter som ett dokuments mallar kan skriva ut och fråga efter.
#[derive(Debug, Args)]
struct Variables {
    /// Dokumentet: cirkular, besked, regionbesked …
    #[arg(value_name = "DOKUMENT")]
    document: String,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    match &argument.command {
        Command::List(_) => {
            list();
            Ok(())
        }
        Command::Export(argument) => export(&argument.folder, speech),
        Command::Variables(argument) => variables(&argument.document),
        Command::Check(argument) => {
            let progress = NumberFormat::new(speech);
            let result = check(argument, &progress);
            if result.is_err() {
                progress.abort();
            }
            result
        }
    }
}

/// A line for each template: its path, its size, and what it is for.
fn list() {
    let templates = Templates::builtin();
    let files: Vec<_> = templates.files().collect();
    let longest = files.iter().map(|(path, _)| path.len()).max().unwrap_or_default();
    for (path, bytes) in &files {
        let size = progress::byte(bytes.len());
        let line = format!("{path:<longest$}  {size:>10}  {}", purpose(path));
        Surface::stdout().say(line.trim_end());
    }
    Surface::stdout().say(&format!(
        "\n{} filer. statsbidrag templates export MAPP lägger dem i en ny mapp, med en beskrivning.",
        files.len()
    ));
}

/// What a template is for: the document it is of, by the name that `--only` takes.
fn purpose(path: &str) -> String {
    let main: Vec<_> =
        DOCUMENTS.iter().filter(|one| one.template == path).map(|one| one.id).collect();
    let folder = path.split('/').next().unwrap_or_default();
    match folder {
        _ if !main.is_empty() => format!("gör {}", main.join(", ")),
        "shared" => "för alla dokument".to_owned(),
        "fonts" => "typsnitt".to_owned(),
        _ => String::new(),
    }
}

/// A line for each place in a document's data.
fn variables(name: &str) -> Result<(), Exit> {
    let Some(document) = DOCUMENTS.iter().find(|document| document.id == name) else {
        let near = nearest(name, DOCUMENTS.iter().map(|document| document.id));
        let all: Vec<_> = DOCUMENTS.iter().map(|document| document.id).collect();
        let all = all.join(", ");
        let text = format!("det finns inget dokument ”{name}”{near} (de är {all})");
        return Err(Exit::Usage(text.into()));
    };
    let variables = variables::variables(&(document.schema)());
    let longest = variables.iter().map(|(path, _)| path.len()).max().unwrap_or_default();
    for (path, kind) in variables {
        Surface::stdout().say(&format!("{path:<longest$}  {kind}"));
    }
    Ok(())
}

fn export(folder: &Path, speech: Speech) -> Result<(), Exit> {
    let progress = NumberFormat::new(speech);
    let templates = Templates::builtin();
    let mut files: Files =
        templates.files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    files.insert(Templates::README.to_owned(), Templates::readme().as_bytes().to_vec());
    OutputSet::new(folder)?.write(&files)?;
    progress.done(&format!(
        "Klart: {} filer ligger i {}; läs README.md där",
        files.len(),
        progress::location(folder)
    ));
    Ok(())
}

fn check(argument: &Check, progress: &NumberFormat) -> Result<(), Exit> {
    let selection = generate::chosen(&argument.only, argument.region.as_deref())?;
    let templates = pipeline::templates(&argument.folder)?;
    let options = Options { selection, templates, standard: PdfStandard::default() };
    let on_event = |event| progress.on_event(event);
    let computed = match &argument.inputs {
        Some(folder) => pipeline::compute(folder, &options.selection, &on_event)?,
        None => pipeline::compute_example(&options.selection, &on_event)?,
    };
    let chosen = options.selection.edition(&computed.report, computed.year);
    let chosen = chosen.map_err(Exit::Usage)?;
    let place = argument.preview.as_deref().map(OutputSet::open).transpose()?;
    let documents = chosen.len();
    let files = pipeline::preview(computed, chosen, &options, &on_event)?;
    let lie = match (place, &argument.preview) {
        (Some(place), Some(folder)) => {
            place.write(&files)?;
            format!("; de ligger i {}", progress::location(folder))
        }
        _ => String::new(),
    };
    progress.done(&format!("Klart: mallarna gör {documents} dokument{lie}"));
    Ok(())
}
