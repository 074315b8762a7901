//! The command line: one file per command, help and usage errors in Swedish, exit codes. Computes
//! nothing.
//!
//! Exit codes: 0 done, 1 problems in the data or the writing, 2 wrong usage, 101 a bug.

mod check;
mod explain;
mod fel;
mod generate;
mod new;
mod scaffold;
mod visa;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::pipeline::Stopped;
use crate::problem::Problems;

const MALL: &str = "\
{about}

Användning: {usage}

Kommandon:
{subcommands}

Flaggor:
{options}{after-help}";

const KOMMANDOMALL: &str = "\
{about}

Användning: {usage}

Anges:
{positionals}

Flaggor:
{options}{after-help}";

#[derive(Debug, Parser)]
#[command(
    name = "statsbidrag",
    version,
    about = "Gör de dokument som fördelar statens pengar till de 21 regionerna, ur Excel-arbetsböcker.",
    after_help = "\
Vanligast:
  statsbidrag check inputs/2024       läser, prövar och räknar; skriver inget
  statsbidrag generate inputs/2024    gör dessutom dokumenten och lägger dem i output/2024
  statsbidrag explain inputs/2024 --table 5 --region skåne
                                      förklarar siffrorna på en rad, ner till cellerna
  statsbidrag new 2025 --from 2024    gör nästa års arbetsböcker, i inputs/2025

Slutkoder:
  0  klart
  1  det finns problem i underlaget, eller resultatet gick inte att skriva; inget är ändrat
  2  kommandot är fel skrivet
  101  ett fel i programmet; inget är ändrat",
    help_template = MALL,
    override_usage = "statsbidrag <KOMMANDO>",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    arg_required_else_help = true
)]
struct Argument {
    /// Visar den här hjälpen; efter ett kommando visas kommandots hjälp
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Visar programmets version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,

    #[command(subcommand)]
    kommando: Kommando,
}

#[derive(Debug, Subcommand)]
enum Kommando {
    #[command(help_template = KOMMANDOMALL, override_usage = "statsbidrag generate [FLAGGOR] <MAPP>")]
    Generate(generate::Argument),
    #[command(help_template = KOMMANDOMALL, override_usage = "statsbidrag check <MAPP>")]
    Check(check::Argument),
    #[command(help_template = KOMMANDOMALL, override_usage = "statsbidrag explain [FLAGGOR] <MAPP|KOD> [SIFFRA]")]
    Explain(explain::Argument),
    #[command(help_template = KOMMANDOMALL, override_usage = "statsbidrag scaffold [FLAGGOR] <ÅR>")]
    Scaffold(scaffold::Argument),
    #[command(help_template = KOMMANDOMALL, override_usage = "statsbidrag new [FLAGGOR] --from <ÅR|MAPP> <ÅR>")]
    New(new::Argument),
}

/// Runs the program and gives its exit code.
pub fn run(argument: impl IntoIterator<Item = OsString>) -> ExitCode {
    let argument = match Argument::try_parse_from(argument) {
        Ok(argument) => argument,
        Err(error) => return fel::visa(&error),
    };
    let resultat = match argument.kommando {
        Kommando::Generate(argument) => generate::run(&argument),
        Kommando::Check(argument) => check::run(&argument).map_err(Avslut::Problem),
        Kommando::Explain(argument) => explain::run(&argument),
        Kommando::Scaffold(argument) => scaffold::run(&argument).map_err(Avslut::Problem),
        Kommando::New(argument) => new::run(&argument),
    };
    match resultat {
        Ok(()) => ExitCode::SUCCESS,
        Err(Avslut::Problem(problems)) => {
            visa_problem(&problems);
            ExitCode::from(1)
        }
        Err(Avslut::Anvandning(text)) => {
            eprintln!("fel: {text}");
            ExitCode::from(2)
        }
    }
}

/// Why a command ended without its result.
enum Avslut {
    /// The data, or the writing.
    Problem(Problems),
    /// What was asked for.
    Anvandning(String),
}

impl From<Problems> for Avslut {
    fn from(problems: Problems) -> Self {
        Self::Problem(problems)
    }
}

impl From<Stopped> for Avslut {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Problems(problems) => Self::Problem(problems),
            Stopped::Unknown(text) => Self::Anvandning(text),
        }
    }
}

/// All problems, then how many and what that means.
fn visa_problem(problems: &Problems) {
    use crate::problem::Severity;
    let antal = problems.count(Severity::Fel);
    // Whoever does not listen has the exit code.
    let _ =
        writeln!(io::stderr(), "\n{problems}{antal} fel. Inget har skrivits. Rätta och kör igen.");
}
