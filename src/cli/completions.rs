//! `completions`: what a shell needs to complete commands and flags, made from the parser.

use clap::{Args, Command};
use clap_complete::Shell;

use super::help;
use super::terminal::Surface;
use crate::problem::Language;

/// Skriver det som behövs för att skalet ska fylla i kommandon och flaggor.
///
/// Skriptet skrivs på stdout. Så används det i bash, i zsh (i en mapp som står i fpath), i fish och i
/// PowerShell:
///
///   statsbidrag completions bash > ~/.local/share/bash-completion/completions/statsbidrag
///   statsbidrag completions zsh > ~/.zfunc/_statsbidrag
///   statsbidrag completions fish > ~/.config/fish/completions/statsbidrag.fish
///   statsbidrag completions powershell >> $PROFILE
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    about = "Skriver det som behövs för att skalet ska fylla i kommandon och flaggor"
)]
pub(super) struct Argument {
    /// Skalet: bash, zsh, fish, powershell eller elvish
    #[arg(value_name = "SKAL", value_enum, hide_possible_values = true)]
    shell: Shell,
}

pub(super) fn run(argument: &Argument, parser: Command, language: Language) {
    let mut parser = help::with_values(parser, language);
    let name = parser.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(argument.shell, &mut parser, name, &mut script);
    Surface::stdout().write(&script);
}
