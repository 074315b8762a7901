//! `generate`: the main job, from a folder of workbooks to a folder of documents.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::visa::{self, Visning};
use crate::output::Utgava;
use crate::pipeline::{self, Val};
use crate::problem::Problems;
use crate::render::{Mallar, PdfStandard};

/// Gör årets alla dokument ur arbetsböckerna i en mapp.
///
/// Varje dokument blir PDF (PDF/A och PDF/UA), JSON och XLSX. Finns det ett enda fel i underlaget
/// skrivs inget, och det som redan ligger i resultatmappen är orört. Samma underlag ger samma
/// filer, byte för byte.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Mappen med årets arbetsböcker, till exempel inputs/2024
    #[arg(value_name = "MAPP")]
    mapp: PathBuf,

    /// Mappen resultatet läggs i; det som låg där ersätts när allt är klart. Utan flaggan output/ÅR
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    /// Mapp med egna mallar, typsnitt och bilder; en fil där ersätter den inbyggda med samma sökväg
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
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Standard {
    #[value(name = "a-3a")]
    A3a,
    #[value(name = "a-2a")]
    A2a,
}

pub(super) fn run(argument: &Argument) -> Result<(), Problems> {
    let visning = Visning::ny();
    let resultat = gor(argument, &visning);
    if resultat.is_err() {
        visning.avbryt();
    }
    resultat
}

fn gor(argument: &Argument, visning: &Visning) -> Result<(), Problems> {
    let beratta = |handelse| visning.beratta(handelse);
    let mallar = match &argument.templates {
        Some(mapp) => Mallar::inbyggda().med(pipeline::egna_mallar(mapp)?),
        None => Mallar::inbyggda(),
    };
    let berakning = pipeline::berakna(&argument.mapp, &beratta)?;
    visning.varna(&berakning.varningar);
    let mal = argument
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("output").join(berakning.ar.to_string()));
    let utgava = Utgava::oppna(&mal)?;
    let standard = match argument.pdf_standard {
        Standard::A3a => PdfStandard::A3a,
        Standard::A2a => PdfStandard::A2a,
    };
    let filer = pipeline::satt(berakning, &Val { mallar, standard }, &beratta)?;
    utgava.skriv(&filer)?;
    let antal = filer.len();
    visning.klart(&format!("Klart: {antal} filer ligger i {}", visa::plats(&mal)));
    Ok(())
}
