//! `generate`: the main job, from a folder of workbooks to a folder of documents.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Exit;
use super::answer::{Asked, Manner, Outcome, Skrivet};
use super::archive;
use super::language::Speech;
use super::messages::{progress as done, usage};
use super::progress::{self, NumberFormat};
use crate::manifest::Fil;
use crate::output::{self, Files, OutputSet};
use crate::package::Package;
use crate::pipeline::selection::Selection;
use crate::pipeline::{self, Options};
use crate::problem::messages::words;
use crate::region::Region;
use crate::render::{self, PdfStandard, Templates};
use crate::verify::contents_of;

/// Gör årets alla dokument ur arbetsböckerna i en mapp.
///
/// Varje dokument blir PDF (PDF/A och PDF/UA) och JSON, de flesta också XLSX. Finns det ett enda fel i underlaget
/// skrivs inget, och det som redan ligger i resultatmappen är orört. Samma underlag ger samma
/// filer, byte för byte.
///
/// Ligger bara några av årets arbetsböcker i mappen görs de dokument som de räcker till. Med --only eller
/// --region görs bara några av dokumenten. Då behövs bara de arbetsböcker som de bygger på, och resultatet
/// läggs för sig, aldrig i stället för hela årets.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    folder: PathBuf,

    /// Mappen resultatet läggs i; det som låg där ersätts när allt är klart. Utan flaggan output/ÅR,
    /// eller output/ÅR-urval för ett urval
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    /// Bara dessa dokument, med komma emellan: cirkular,bilaga-4; ”bilaga” är alla bilagor
    #[arg(long, value_name = "DOKUMENT", value_delimiter = ',')]
    only: Vec<String>,

    /// Bara dokument för en region, med något av dess namn: skåne
    #[arg(long, value_name = "REGION")]
    region: Option<String>,

    /// Mapp med egna mallar, typsnitt och bilder; en fil där ersätter den inbyggda med samma sökväg (se
    /// templates)
    #[arg(long, value_name = "MAPP")]
    templates: Option<PathBuf>,

    /// Vilken standard PDF-filerna följer, utöver PDF/UA-1
    #[arg(
        long,
        value_name = "STANDARD",
        value_enum,
        default_value = "a-3a",
        hide_possible_values = true,
        hide_default_value = true,
        long_help = "Vilken standard PDF-filerna följer, utöver PDF/UA-1: a-3a (med dokumentets JSON bifogad; gäller utan flaggan) eller a-2a (utan bilaga)"
    )]
    pdf_standard: Standard,

    /// Lägger dessutom dokumenten och allt de är gjorda av i ett arkivpaket bredvid resultatmappen (se archive)
    #[arg(long)]
    archive: bool,

    #[command(flatten)]
    manner: Manner,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Standard {
    #[value(name = "a-3a")]
    A3a,
    #[value(name = "a-2a")]
    A2a,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    // A set without its pages is no set.
    if !render::TYPESETS {
        return Err(Exit::Usage(usage::no_pages()));
    }
    let asked = Asked {
        command: "generate",
        folder: &argument.folder,
        templates: argument.templates.as_deref(),
        format: argument.manner.format,
        speech,
    };
    let number_format = NumberFormat::of(&asked);
    let mut outcome = Outcome::default();
    let result = make(argument, &number_format, &mut outcome);
    if result.is_err() {
        number_format.abort();
    }
    asked.answer(outcome, result)
}

fn make(
    argument: &Argument,
    number_format: &NumberFormat,
    outcome: &mut Outcome,
) -> Result<(), Exit> {
    let selection = selection(argument)?;
    let on_event = |event| number_format.on_event(event);
    let templates = match &argument.templates {
        Some(folder) => pipeline::templates(folder)?,
        None => Templates::builtin(),
    };
    let standard = match argument.pdf_standard {
        Standard::A3a => PdfStandard::A3a,
        Standard::A2a => PdfStandard::A2a,
    };
    let options = Options { selection, templates, standard };
    let (files, (output_set, target, run)) =
        pipeline::run(&argument.folder, &options, &on_event, |computed| {
            number_format.warn(&computed.warnings);
            outcome.computed(computed);
            let target =
                argument.out.clone().unwrap_or_else(|| target(&options.selection, computed.year));
            Ok((OutputSet::open(&target)?, target, options.run(&computed.inputs).id))
        })?;
    // Before the set: what cannot be packed must not have been written.
    let (mut archived, mut said) = (None, None);
    if argument.archive {
        let contents = contents_of(files.clone(), &target, &argument.folder, &options.templates)?;
        let package = archive::whole(Package::of(&contents))?;
        output_set.may_write(&files)?;
        let place = archive::write(&package, contents.date, &output::around(&target))?;
        said = Some(archive::packed(&package, &place));
        archived = Some(progress::location(&place));
    }
    output_set.write(&files)?;
    number_format.done(&done::written(&files.len(), &progress::location(&target)));
    if let Some(said) = said {
        number_format.done(&said);
    }
    outcome.written = Some(Skrivet { arkivpaket: archived, ..written(run, &target, &files) });
    Ok(())
}

fn written(run: String, target: &Path, files: &Files) -> Skrivet {
    let files = files.iter().map(|(name, bytes)| Fil::new(name, bytes)).collect();
    Skrivet { korning: run, mapp: progress::location(target), filer: files, arkivpaket: None }
}

/// Where the result lies if the user says nothing of it.
fn target(selection: &Selection, year: i32) -> PathBuf {
    let name = if selection.is_everything() { year.to_string() } else { format!("{year}-urval") };
    Path::new("output").join(name)
}

fn selection(argument: &Argument) -> Result<Selection, Exit> {
    chosen(&argument.only, argument.region.as_deref())
}

/// What was named after `--only`, as names are compared.
pub(super) fn names(only: &[String]) -> Vec<String> {
    only.iter().map(|name| name.trim().to_lowercase()).collect()
}

/// The documents that are named, and those of a region where one is named.
pub(super) fn chosen(only: &[String], region: Option<&str>) -> Result<Selection, Exit> {
    let region = region.map(|text| {
        Region::find(text).map_err(|near| {
            let near = near.map(|near| usage::did_you_mean(&near)).unwrap_or_default();
            Exit::Usage(usage::no_region(&words::quoted(text), &near))
        })
    });
    Selection::new(names(only), region.transpose()?).map_err(Exit::Usage)
}
