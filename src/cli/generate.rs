//! `generate`: the main job, from a folder of workbooks to a folder of documents.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Avslut;
use super::answer::{Asked, Manner, Outcome, Skrivet};
use super::visa::{self, Visning};
use crate::manifest::Fil;
use crate::output::{Filer, Utgava};
use crate::pipeline::urval::Urval;
use crate::pipeline::{self, Val};
use crate::region::Region;
use crate::render::{self, Mallar, PdfStandard};

/// Gör årets alla dokument ur arbetsböckerna i en mapp.
///
/// Varje dokument blir PDF (PDF/A och PDF/UA), JSON och XLSX. Finns det ett enda fel i underlaget
/// skrivs inget, och det som redan ligger i resultatmappen är orört. Samma underlag ger samma
/// filer, byte för byte.
///
/// Med --only eller --region görs bara några av dokumenten. Då behövs bara de arbetsböcker som de
/// bygger på, och resultatet läggs för sig, aldrig i stället för hela årets.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    mapp: PathBuf,

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

/// What a build without the feature `typeset` says: a set without its pages is no set.
const SETS_NO_PAGES: &str = "det här bygget av programmet sätter inga sidor: bygg det med cargo-funktionen \
                             typeset, som är med från början";

pub(super) fn run(argument: &Argument, quiet: bool) -> Result<(), Avslut> {
    if !render::TYPESETS {
        return Err(Avslut::Anvandning(SETS_NO_PAGES.to_owned()));
    }
    let asked = Asked {
        command: "generate",
        folder: &argument.mapp,
        templates: argument.templates.as_deref(),
        format: argument.manner.format,
        quiet,
    };
    let visning = Visning::of(&asked);
    let mut outcome = Outcome::default();
    let resultat = gor(argument, &visning, &mut outcome);
    if resultat.is_err() {
        visning.avbryt();
    }
    asked.answer(outcome, resultat)
}

fn gor(argument: &Argument, visning: &Visning, outcome: &mut Outcome) -> Result<(), Avslut> {
    let urval = urval(argument)?;
    let beratta = |handelse| visning.beratta(handelse);
    let mallar = match &argument.templates {
        Some(mapp) => pipeline::templates(mapp)?,
        None => Mallar::inbyggda(),
    };
    let standard = match argument.pdf_standard {
        Standard::A3a => PdfStandard::A3a,
        Standard::A2a => PdfStandard::A2a,
    };
    let val = Val { urval, mallar, standard };
    let (filer, (utgava, mal, korning)) =
        pipeline::run(&argument.mapp, &val, &beratta, |berakning| {
            visning.varna(&berakning.varningar);
            outcome.computed(berakning);
            let mal = argument.out.clone().unwrap_or_else(|| mal(&val.urval, berakning.ar));
            Ok((Utgava::oppna(&mal)?, mal, val.korning(&berakning.indata).id))
        })?;
    utgava.skriv(&filer)?;
    let antal = filer.len();
    visning.klart(&format!("Klart: {antal} filer ligger i {}", visa::plats(&mal)));
    outcome.written = Some(skrivet(korning, &mal, &filer));
    Ok(())
}

fn skrivet(korning: String, mal: &Path, filer: &Filer) -> Skrivet {
    let filer = filer.iter().map(|(namn, bytes)| Fil::ny(namn, bytes)).collect();
    Skrivet { korning, mapp: visa::plats(mal), filer }
}

/// Where the result lies if the user says nothing of it.
fn mal(urval: &Urval, ar: i32) -> PathBuf {
    let namn = if urval.ar_allt() { ar.to_string() } else { format!("{ar}-urval") };
    Path::new("output").join(namn)
}

fn urval(argument: &Argument) -> Result<Urval, Avslut> {
    chosen(&argument.only, argument.region.as_deref())
}

/// The documents that are named, and those of a region where one is named.
pub(super) fn chosen(only: &[String], region: Option<&str>) -> Result<Urval, Avslut> {
    let region = region.map(|text| {
        Region::hitta(text).map_err(|nara| {
            let nara = nara.map(|nara| format!("; menade du {nara}?")).unwrap_or_default();
            Avslut::Anvandning(format!("det finns ingen region ”{text}”{nara}"))
        })
    });
    let namn = only.iter().map(|namn| namn.trim().to_lowercase()).collect();
    Urval::ny(namn, region.transpose()?).map_err(Avslut::Anvandning)
}
