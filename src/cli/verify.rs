//! `verify`: a finished set held against itself and against its workbooks.

use std::path::PathBuf;

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use super::Exit;
use super::answer::{Form, Plain, Sprak};
use super::language::Speech;
use super::messages::verify as say;
use super::terminal::Surface;
use crate::manifest::Program;
use crate::pipeline;
use crate::problem::{Language, Message, harmless};
use crate::render;
use crate::report::to_json;
use crate::verify::{Against, Difference, Judged, Layer, Verdict, verify};

/// How many differences of a layer are shown, unless all are asked for.
const SHOWN: usize = 12;

/// Prövar en mapp med färdiga dokument, eller ett arkivpaket, mot manifestet och mot arbetsböckerna.
///
/// Allt läses, räknas och görs om, och jämförs lager för lager: filerna mot manifestets kontrollsummor,
/// arbetsböckerna, siffrorna, texten och filerna byte för byte. Det som avviker sägs med fil och plats, och med vad
/// som finns och väntades. Det som inte kan bedömas, till exempel för att arbetsböckerna saknas eller för att en annan
/// version av programmet gjorde dokumenten, sägs, och är inget fel utan --strict. Ett arkivpaket prövas också mot sina
/// METS.xml, och med arbetsböckerna och mallarna som ligger i det.
/// Inget hämtas, och inget skrivs utom paketets arbetsböcker i systemets mapp för tillfälliga filer, medan de räknas.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med dokumenten, till exempel output/2024; eller ett arkivpaket, en mapp eller en tar-fil
    #[arg(value_name = "MAPP|PAKET")]
    folder: PathBuf,

    /// Mappen med arbetsböckerna. Utan flaggan inputs/ÅR bredvid output
    #[arg(long, value_name = "MAPP")]
    inputs: Option<PathBuf>,

    /// Mappen med egna mallar, om dokumenten gjordes med sådana
    #[arg(long, value_name = "MAPP")]
    templates: Option<PathBuf>,

    /// Körningens id, som det är antecknat på annat håll: det säger vilka arbetsböcker, vilka mallar och vilket
    /// program dokumenten ska vara gjorda av, men inte vad som står i dem
    #[arg(long, value_name = "ID")]
    run_id: Option<String>,

    /// SHA-256 för manifest.json, som den är antecknad på annat håll; den avslöjar att något i mappen har bytts ut,
    /// också om manifestet har bytts ut med det
    #[arg(long, value_name = "SHA-256")]
    manifest_sha256: Option<String>,

    /// Räknar det som inte kan bedömas som ett fel
    #[arg(long)]
    strict: bool,

    /// Visar alla avvikelser; utan flaggan de första i varje lager
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    manner: Plain,
}

/// What `verify` answers with `--format json`.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Provning {
    /// The version of this form.
    pub version: u32,
    /// The program that verifies.
    pub program: Program,
    /// The folder, as it was named.
    pub mapp: String,
    /// The language of what is said.
    pub sprak: Sprak,
    /// The exit code: 0 nothing differs, 1 something does, or with `--strict` something cannot be judged.
    pub slutkod: u8,
    /// The run's id, by the manifest.
    pub korning: String,
    /// The year, by the manifest.
    pub ar: i32,
    /// The program that made the set, by the manifest.
    pub gjord_av: Program,
    /// The SHA-256 of the manifest itself, to be noted elsewhere.
    pub manifest_sha256: String,
    /// What was judged, in order.
    pub lager: Vec<Lager>,
}

/// A layer of a verification.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Lager {
    /// `filer`, `indata`, `tryck`, `siffror`, `text` or `byte`.
    pub namn: String,
    /// Whether it holds; none where it, or a part of it, could not be judged and nothing is wrong for certain.
    pub stammer: Option<bool>,
    /// How many things were compared.
    pub provade: usize,
    /// Why it could not be judged, if it could not.
    pub ej_bedomt: Option<String>,
    /// What differs. Where it is not said whether the layer holds, it may do so though nothing is wrong.
    pub avvikelser: Vec<Avvikelse>,
}

/// A difference.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Avvikelse {
    /// The file.
    pub fil: String,
    /// Where in it, if that can be said.
    pub plats: Option<String>,
    /// What is wrong.
    pub meddelande: String,
    /// What stands there.
    pub finns: Option<String>,
    /// What should.
    pub vantat: Option<String>,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    if !render::TYPESETS {
        return Err(Exit::Usage(super::messages::usage::no_pages()));
    }
    let templates = argument.templates.as_deref().map(pipeline::templates).transpose()?;
    let against = Against {
        inputs: argument.inputs.as_deref(),
        templates,
        run_id: argument.run_id.as_deref(),
        manifest_sha256: argument.manifest_sha256.as_deref(),
    };
    let verdict = verify(&argument.folder, &against)?;
    let fails = !verdict.holds() || argument.strict && !verdict.is_whole();
    match argument.manner.format {
        Form::Json => {
            Surface::stdout().write(&to_json(&answer(argument, &verdict, speech, fails)));
        }
        Form::Text => {
            let text = text(argument, &verdict, speech);
            if fails {
                Surface::stderr().say(&text);
            } else if !speech.quiet {
                Surface::stdout().say(&text);
            }
        }
    }
    if fails { Err(Exit::Sagt) } else { Ok(()) }
}

fn name(layer: Layer) -> (&'static str, Message) {
    match layer {
        Layer::Files => ("filer", say::files()),
        Layer::Inputs => ("indata", say::inputs()),
        Layer::Printed => ("tryck", say::printed()),
        Layer::Figures => ("siffror", say::figures()),
        Layer::Text => ("text", say::texts()),
        Layer::Byte => ("byte", say::bytes()),
    }
}

/// The verdict first, then layer by layer; in few words only the layers that do not hold.
fn text(argument: &Argument, verdict: &Verdict, speech: Speech) -> String {
    let language = speech.language;
    let set = argument.folder.display().to_string();
    let first = match (verdict.holds(), verdict.is_whole()) {
        (true, true) => say::holds(&set, &verdict.korning),
        (true, false) => say::holds_so_far(&set, &verdict.korning),
        (false, _) => say::differs(&set, &verdict.korning),
    };
    let mut lines = vec![first.in_language(language).to_string()];
    let said = |judged: &&Judged| !speech.quiet || judged.fails() || judged.unjudged.is_some();
    for judged in verdict.layers.iter().filter(said) {
        let (_, name) = name(judged.layer);
        let name = name.in_language(language).to_string();
        lines.push(format!("{name:<8}  {}", summary(judged).in_language(language)));
        let shown = if argument.all { judged.differences.len() } else { SHOWN };
        for difference in judged.differences.iter().take(shown) {
            lines.extend(one(difference, language));
        }
        let more = judged.differences.len().saturating_sub(shown);
        if more > 0 {
            lines.push(format!("    {}", say::more(&more).in_language(language)));
        }
    }
    if argument.strict && verdict.holds() && !verdict.is_whole() {
        lines.push(say::strict().in_language(language).to_string());
    }
    if !speech.quiet {
        lines.push(say::manifest(&verdict.manifest_sha256).in_language(language).to_string());
    }
    lines.push(String::new());
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

fn summary(judged: &Judged) -> Message {
    let count = judged.differences.len();
    match &judged.unjudged {
        Some(why) if judged.excused => say::not_judged_but(why, &count, &judged.compared),
        _ if count > 0 => say::layer_differs(&count, &judged.compared),
        Some(why) => say::not_judged(why),
        None => say::layer_holds(&judged.compared),
    }
}

/// A difference in a few lines.
fn one(difference: &Difference, language: Language) -> Vec<String> {
    let Difference { file, place, text, found, expected } = difference;
    let place = place.as_ref().map(|place| format!(" › {place}")).unwrap_or_default();
    let mut lines = vec![format!("    {file}{place}: {}", text.in_language(language))];
    let found = found.as_ref().map(say::found);
    let expected = expected.as_ref().map(say::expected);
    let values = [found, expected].into_iter().flatten();
    lines.extend(values.map(|value| format!("      {}", value.in_language(language))));
    lines
}

fn answer(argument: &Argument, verdict: &Verdict, speech: Speech, fails: bool) -> Provning {
    let said = |message: &Message| message.in_language(speech.language).to_string();
    let lager = verdict.layers.iter().map(|judged| {
        let avvikelser = judged.differences.iter().map(|difference| Avvikelse {
            fil: difference.file.clone(),
            plats: difference.place.clone(),
            meddelande: said(&difference.text),
            finns: difference.found.clone(),
            vantat: difference.expected.clone(),
        });
        let fails = judged.fails();
        Lager {
            namn: name(judged.layer).0.to_owned(),
            stammer: (fails || judged.unjudged.is_none()).then_some(!fails),
            provade: judged.compared,
            ej_bedomt: judged.unjudged.as_ref().map(said),
            avvikelser: avvikelser.collect(),
        }
    });
    Provning {
        version: 1,
        program: Program::this(),
        mapp: argument.folder.display().to_string(),
        sprak: speech.language.into(),
        slutkod: u8::from(fails),
        korning: verdict.korning.clone(),
        ar: verdict.ar,
        gjord_av: verdict.program.clone(),
        manifest_sha256: verdict.manifest_sha256.clone(),
        lager: lager.collect(),
    }
}
