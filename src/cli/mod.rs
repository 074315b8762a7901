//! The command line: one file per command, help and usage errors, exit codes. Computes
//! nothing.
//!
//! Exit codes: 0 done, 1 problems in the data or the writing, 2 wrong usage, 101 a bug.

mod answer;
mod archive;
mod check;
mod completions;
mod diff;
mod explain;
mod generate;
mod grouped;
mod help;
mod language;
mod man;
mod messages;
mod new;
mod progress;
mod sarif;
mod scaffold;
mod simulate;
mod templates;
mod terminal;
mod usable;
mod usage;
mod verify;
mod version;
mod wrap;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use self::answer::{Allvar, Anmarkning, Skrivet, Sprak, Svar};
use self::language::{Lang, Speech};
use self::terminal::Surface;
pub use self::usable::{Anvandning, Cellomrade};
pub use self::verify::Provning;
use crate::pipeline::Stopped;
use crate::problem::messages::words;
use crate::problem::{Language, Message, Problems};

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
  statsbidrag verify output/2024      prövar det som är gjort mot arbetsböckerna, fil för fil och siffra för siffra
  statsbidrag diff GAMMAL NY          jämför två mappar med dokument: vilka belopp som skiljer, och varför
  statsbidrag simulate inputs/2024 --each
                                      prövar en ändring i taget: vilken uppgift som flyttar mest, och för vem
  statsbidrag archive output/2024     lägger det, och allt det är gjort av, i ett arkivpaket
  statsbidrag new 2025 --from 2024    gör nästa års arbetsböcker, i inputs/2025

Slutkoder:
  0  klart
  1  det finns problem i underlaget eller mallarna, eller resultatet gick inte att skriva; inget är ändrat
  2  kommandot är fel skrivet
  101  ett fel i programmet; inget är ändrat

Miljö:
  NO_COLOR  om den är satt skrivs inget i färg; färg används bara på en terminal",
    override_usage = "statsbidrag <KOMMANDO>",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    arg_required_else_help = true
)]
struct Argument {
    /// Visar den här hjälpen; efter ett kommando visas kommandots hjälp
    #[arg(short, long, global = true, display_order = 101, action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Säger inget om det som går bra: bara problem visas
    #[arg(short, long, global = true, display_order = 100)]
    quiet: bool,

    /// Språket i meddelanden: sv eller en. Utan flaggan systemets; dokumenten är alltid på svenska
    #[arg(
        long,
        global = true,
        value_name = "SPRÅK",
        value_enum,
        hide_possible_values = true,
        display_order = 100
    )]
    lang: Option<Lang>,

    /// Visar programmets version, och kontrollsummor för källkoden och mallarna
    #[arg(short = 'V', long, display_order = 102, action = clap::ArgAction::Version)]
    version: Option<bool>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(override_usage = "statsbidrag generate [FLAGGOR] <MAPP>")]
    Generate(generate::Argument),
    #[command(override_usage = "statsbidrag check [FLAGGOR] <MAPP>")]
    Check(check::Argument),
    #[command(override_usage = "statsbidrag verify [FLAGGOR] <MAPP|PAKET>")]
    Verify(verify::Argument),
    #[command(override_usage = "statsbidrag archive [FLAGGOR] <MAPP>")]
    Archive(archive::Argument),
    #[command(override_usage = "statsbidrag diff [FLAGGOR] <GAMMAL> <NY>")]
    Diff(diff::Argument),
    #[command(override_usage = "statsbidrag explain [FLAGGOR] <MAPP|FIL|KOD> [SIFFRA]")]
    Explain(explain::Argument),
    #[command(override_usage = "statsbidrag simulate [FLAGGOR] <MAPP>")]
    Simulate(simulate::Argument),
    #[command(override_usage = "statsbidrag scaffold [FLAGGOR] <ÅR>")]
    Scaffold(scaffold::Argument),
    #[command(override_usage = "statsbidrag new [FLAGGOR] --from <ÅR|MAPP> <ÅR>")]
    New(new::Argument),
    #[command(override_usage = "statsbidrag completions <SKAL>")]
    Completions(completions::Argument),
    #[command(override_usage = "statsbidrag man")]
    Man(man::Argument),
    #[command(override_usage = "statsbidrag templates <KOMMANDO>")]
    Templates(templates::Argument),
}

/// Runs the program and gives its exit code.
pub fn run(argument: impl IntoIterator<Item = OsString>) -> ExitCode {
    let argument: Vec<_> = argument.into_iter().collect();
    let language = language::chosen(&argument, language::environment);
    // Zero is as wide as need be: help that is no terminal's is not folded.
    let width = Surface::stdout().width().unwrap_or(0);
    let parser = help::spoken(Argument::command(), language);
    let matches = parser.term_width(width).try_get_matches_from(argument);
    let argument = match matches.and_then(|matches| Argument::from_arg_matches(&matches)) {
        Ok(argument) => argument,
        Err(error) => return usage::show(&error, language),
    };
    let language = argument.lang.map_or(language, Language::from);
    let speech = Speech { language, quiet: argument.quiet };
    let manner = match &argument.command {
        Command::Check(check) => check.manner(),
        _ => grouped::Manner::default(),
    };
    let result = match argument.command {
        Command::Generate(argument) => generate::run(&argument, speech),
        Command::Check(argument) => check::run(&argument, speech),
        Command::Verify(argument) => verify::run(&argument, speech),
        Command::Archive(argument) => archive::run(&argument, speech),
        Command::Diff(argument) => diff::run(&argument, speech),
        Command::Explain(argument) => explain::run(&argument, language),
        Command::Simulate(argument) => simulate::run(&argument, speech),
        Command::Scaffold(argument) => scaffold::run(&argument, speech),
        Command::New(argument) => new::run(&argument, speech),
        Command::Completions(argument) => {
            completions::run(&argument, help::spoken(Argument::command(), language), language);
            Ok(())
        }
        Command::Man(_) => {
            man::run(help::spoken(Argument::command(), language), language);
            Ok(())
        }
        Command::Templates(argument) => templates::run(&argument, speech),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Exit::Problem(problems)) => {
            Surface::stderr().say(&grouped::text(&problems, manner, language));
            ExitCode::from(1)
        }
        Err(Exit::Usage(text)) => {
            let error = words::error();
            let (error, text) = (error.in_language(language), text.in_language(language));
            Surface::stderr().say(&format!("{error}: {text}"));
            ExitCode::from(2)
        }
        Err(Exit::Sagt) => ExitCode::from(1),
    }
}

/// Why a command ended without its result.
enum Exit {
    /// The data, or the writing.
    Problem(Problems),
    /// What was asked for.
    Usage(Message),
    /// Problems that the answer has told of already.
    Sagt,
}

impl From<Problems> for Exit {
    fn from(problems: Problems) -> Self {
        Self::Problem(problems)
    }
}

impl From<Stopped> for Exit {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Problems(problems) => Self::Problem(problems),
            Stopped::Unknown(text) => Self::Usage(text),
        }
    }
}
