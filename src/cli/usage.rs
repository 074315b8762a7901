//! What was wrong with the command line, in Swedish. clap finds it; this says it.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal::Surface;
use super::version;

/// Prints help or version, or says what was wrong and how to get help.
pub(super) fn show(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayVersion => {
            Surface::stdout().write(version::text().as_bytes());
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
            let text = text(error, kind);
            Surface::stderr().say(&format!("fel: {text}\n\nSkriv statsbidrag --help för hjälp."));
        }
    }
    ExitCode::from(2)
}

fn text(error: &Error, kind: ErrorKind) -> String {
    let item = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = item(ContextKind::InvalidArg);
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(item)
            .find(|text| !text.is_empty())
            .map(|text| format!("; menade du {text}?"))
            .unwrap_or_default();
    match kind {
        ErrorKind::InvalidSubcommand => {
            format!("kommandot ”{}” finns inte{near}", item(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("”{argument}” känns inte igen{near}"),
        ErrorKind::MissingRequiredArgument => format!("{argument} saknas"),
        ErrorKind::InvalidValue if item(ContextKind::InvalidValue).is_empty() => {
            format!("{argument} saknar värde")
        }
        ErrorKind::InvalidValue => format!(
            "{argument} kan inte vara ”{}”{near}; välj bland {}",
            item(ContextKind::InvalidValue),
            item(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            format!("”{}” går inte för {argument}", item(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => match item(ContextKind::PriorArg) {
            previous if previous.is_empty() || previous == argument => {
                format!("{argument} kan bara anges en gång")
            }
            previous => format!("{argument} går inte ihop med {previous}"),
        },
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} har för många eller för få värden")
        }
        ErrorKind::InvalidUtf8 => {
            "kommandoraden innehåller tecken som inte går att läsa".to_owned()
        }
        _ => "kommandot går inte att tolka".to_owned(),
    }
}
