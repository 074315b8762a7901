//! What was wrong with the command line, in Swedish. clap finds it; this says it.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal::Surface;
use super::version;

/// Prints help or version, or says what was wrong and how to get help.
pub(super) fn visa(error: &Error) -> ExitCode {
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
    let uppgift = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texter)) => texter.join(", "),
        _ => String::new(),
    };
    let argument = uppgift(ContextKind::InvalidArg);
    let nara =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(uppgift)
            .find(|text| !text.is_empty())
            .map(|text| format!("; menade du {text}?"))
            .unwrap_or_default();
    match kind {
        ErrorKind::InvalidSubcommand => {
            format!("kommandot ”{}” finns inte{nara}", uppgift(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("”{argument}” känns inte igen{nara}"),
        ErrorKind::MissingRequiredArgument => format!("{argument} saknas"),
        ErrorKind::InvalidValue if uppgift(ContextKind::InvalidValue).is_empty() => {
            format!("{argument} saknar värde")
        }
        ErrorKind::InvalidValue => format!(
            "{argument} kan inte vara ”{}”{nara}; välj bland {}",
            uppgift(ContextKind::InvalidValue),
            uppgift(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            format!("”{}” går inte för {argument}", uppgift(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => match uppgift(ContextKind::PriorArg) {
            tidigare if tidigare.is_empty() || tidigare == argument => {
                format!("{argument} kan bara anges en gång")
            }
            tidigare => format!("{argument} går inte ihop med {tidigare}"),
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
