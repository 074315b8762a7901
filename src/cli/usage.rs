//! What was wrong with the command line, in the language of the user. clap finds it; this says it.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::messages::usage as say;
use super::terminal::Surface;
use super::version;
use crate::problem::messages::words;
use crate::problem::{Language, Message};

/// Prints help or version, or says what was wrong and how to get help.
pub(super) fn show(error: &Error, language: Language) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayVersion => {
            Surface::stdout().write(version::text(language).as_bytes());
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelp => {
            // A closed pipe is the reader's choice.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
        }
        kind => {
            let said = [words::error(), text(error, kind), say::help()];
            let [label, text, help] = said.each_ref().map(|one| one.in_language(language));
            Surface::stderr().say(&format!("{label}: {text}\n\n{help}"));
        }
    }
    ExitCode::from(2)
}

fn text(error: &Error, kind: ErrorKind) -> Message {
    let item = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let quoted = |kind| words::quoted(&item(kind));
    let argument = item(ContextKind::InvalidArg);
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(item)
            .find(|text| !text.is_empty())
            .map(|text| say::did_you_mean(&text))
            .unwrap_or_default();
    match kind {
        ErrorKind::InvalidSubcommand => {
            say::no_command(&quoted(ContextKind::InvalidSubcommand), &near)
        }
        ErrorKind::UnknownArgument => say::not_recognised(&quoted(ContextKind::InvalidArg), &near),
        ErrorKind::MissingSubcommand => say::no_command_given(),
        ErrorKind::MissingRequiredArgument => say::missing(&argument),
        ErrorKind::InvalidValue if item(ContextKind::InvalidValue).is_empty() => {
            say::no_value(&argument)
        }
        ErrorKind::InvalidValue => {
            let all = item(ContextKind::ValidValue);
            say::not_among(&argument, &quoted(ContextKind::InvalidValue), &near, &all)
        }
        // Only a year is validated.
        ErrorKind::ValueValidation => say::no_year(&quoted(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => match item(ContextKind::PriorArg) {
            previous if previous.is_empty() || previous == argument => say::only_once(&argument),
            previous => say::conflict(&argument, &previous),
        },
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => say::wrong_number(&argument),
        ErrorKind::InvalidUtf8 => say::unreadable(),
        _ => say::not_understood(),
    }
}
