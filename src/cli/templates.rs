//! `templates`: shows the templates that are built in and what they can say, gives them to be changed, and tries changed
//! ones.

mod variables;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::language::Speech;
use super::messages::{progress as done, templates as say, usage};
use super::progress::{self, NumberFormat};
use super::terminal::Surface;
use super::{Exit, generate};
use crate::documents::DOCUMENTS;
use crate::output::{Files, OutputSet};
use crate::pipeline::selection::meant;
use crate::pipeline::{self, Options};
use crate::problem::messages::words;
use crate::problem::{Language, Message};
use crate::render::{PdfStandard, Templates};

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
    #[command(override_usage = "statsbidrag templates list")]
    List(List),
    #[command(override_usage = "statsbidrag templates export <MAPP>")]
    Export(Export),
    #[command(override_usage = "statsbidrag templates check [FLAGGOR] <MAPP>")]
    Check(Check),
    #[command(override_usage = "statsbidrag templates variables <DOKUMENT>")]
    Variables(Variables),
}

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
            list(speech.language);
            Ok(())
        }
        Command::Export(argument) => export(&argument.folder, speech),
        Command::Variables(argument) => variables(&argument.document, speech.language),
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
fn list(language: Language) {
    let templates = Templates::builtin();
    let files: Vec<_> = templates.files().collect();
    let longest = files.iter().map(|(path, _)| path.len()).max().unwrap_or_default();
    for (path, bytes) in &files {
        let size = progress::byte(bytes.len());
        let (size, purpose) = (size.in_language(language), purpose(path));
        let purpose = purpose.in_language(language);
        let line = format!("{path:<longest$}  {size:>10}  {purpose}");
        Surface::stdout().say(line.trim_end());
    }
    let count = say::files(&files.len());
    Surface::stdout().say(&format!("\n{}", count.in_language(language)));
}

/// What a template is for: the document it is of, by the name that `--only` takes.
fn purpose(path: &str) -> Message {
    let main: Vec<_> =
        DOCUMENTS.iter().filter(|one| one.template == path).map(|one| one.id).collect();
    let folder = path.split('/').next().unwrap_or_default();
    match folder {
        _ if !main.is_empty() => say::makes(&main.join(", ")),
        "shared" => say::for_all(),
        "fonts" => say::typeface(),
        _ => Message::default(),
    }
}

/// A line for each place in a document's data.
fn variables(name: &str, language: Language) -> Result<(), Exit> {
    let Some(document) = DOCUMENTS.iter().find(|document| document.id == name) else {
        let near = meant(name, DOCUMENTS.iter().map(|document| document.id));
        let all: Vec<_> = DOCUMENTS.iter().map(|document| document.id).collect();
        let all = all.join(", ");
        return Err(Exit::Usage(usage::no_document(&words::quoted(name), &near, &all)));
    };
    let variables = variables::variables(&(document.schema)());
    let longest = variables.iter().map(|(path, _)| path.len()).max().unwrap_or_default();
    for (path, kind) in variables {
        let kind = kind.in_language(language);
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
    progress.done(&done::exported(&files.len(), &progress::location(folder)));
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
    let documents = progress::documents(chosen.len());
    let files = pipeline::preview(computed, chosen, &options, &on_event)?;
    let text = match (place, &argument.preview) {
        (Some(place), Some(folder)) => {
            place.write(&files)?;
            done::templates_work_there(&documents, &progress::location(folder))
        }
        _ => done::templates_work(&documents),
    };
    progress.done(&text);
    Ok(())
}
