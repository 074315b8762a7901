//! In which language the user is spoken to: the one asked for with `--lang`, else the system's. Known before the
//! command line is understood, since help and what is wrong with it are told in it.

use std::env;
use std::ffi::{OsStr, OsString};

use clap::ValueEnum;

use crate::problem::Language;

/// What says which language a system speaks, the first that is set and not empty deciding.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// A language, as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    #[value(help = "svenska")]
    Sv,
    #[value(help = "English")]
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Sv => Self::Swedish,
            Lang::En => Self::English,
        }
    }
}

/// How the user is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Speech {
    /// In which language.
    pub(super) language: Language,
    /// Whether what goes well is left unsaid.
    pub(super) quiet: bool,
}

/// What the environment says of a variable.
#[expect(
    clippy::disallowed_methods,
    reason = "the user's language is the system's; no result is in it"
)]
pub(super) fn environment(name: &str) -> Option<OsString> {
    env::var_os(name)
}

/// The language these arguments ask for, else this environment's.
pub(super) fn chosen(
    arguments: &[OsString],
    environment: impl Fn(&str) -> Option<OsString>,
) -> Language {
    asked_for(arguments).unwrap_or_else(|| of_system(environment))
}

/// The last `--lang` before what is no flag.
fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut asked = None;
    let mut arguments = arguments.iter().map(OsString::as_os_str).take_while(|one| *one != "--");
    while let Some(argument) = arguments.next() {
        let value = if argument == "--lang" {
            arguments.next().and_then(OsStr::to_str)
        } else {
            argument.to_str().and_then(|text| text.strip_prefix("--lang="))
        };
        let lang = value.and_then(|value| Lang::from_str(value, false).ok());
        asked = lang.map(Language::from).or(asked);
    }
    asked
}

/// English where the locale is English in any country; Swedish for any other, and for none.
fn of_system(environment: impl Fn(&str) -> Option<OsString>) -> Language {
    let locale = VARIABLES.into_iter().filter_map(environment).find(|value| !value.is_empty());
    let locale = locale.unwrap_or_default().to_string_lossy().to_lowercase();
    match locale.split(|c: char| !c.is_ascii_alphabetic()).next() {
        Some("en") => Language::English,
        _ => Language::Swedish,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str], environment: &[(&str, &str)]) -> &'static str {
        let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
        let variable = |name: &str| {
            environment.iter().find(|(own, _)| *own == name).map(|(_, value)| value.into())
        };
        chosen(&arguments, variable).code()
    }

    #[test]
    fn what_is_asked_for_goes_before_the_system() {
        let english = [("LC_ALL", "en_GB.UTF-8")];
        for (arguments, language) in [
            (&["statsbidrag", "check", "x"][..], "en"),
            (&["statsbidrag", "--lang", "sv", "check", "x"], "sv"),
            (&["statsbidrag", "check", "x", "--lang=sv"], "sv"),
            (&["statsbidrag", "--lang=en", "check", "--lang", "sv"], "sv"),
            (&["statsbidrag", "check", "--lang", "klingon"], "en"),
            (&["statsbidrag", "check", "--lang"], "en"),
            (&["statsbidrag", "check", "--", "--lang=sv"], "en"),
        ] {
            assert_eq!(of(arguments, &english), language, "{arguments:?}");
        }
        assert_eq!(of(&["statsbidrag", "--lang", "en"], &[("LANG", "sv_SE.UTF-8")]), "en");
    }

    #[test]
    fn the_first_variable_that_says_something_decides() {
        for (environment, language) in [
            (&[][..], "sv"),
            (&[("LANG", "en_US.UTF-8")], "en"),
            (&[("LANG", "en")], "en"),
            (&[("LANG", "en-GB")], "en"),
            (&[("LANG", "sv_SE.UTF-8")], "sv"),
            (&[("LANG", "C")], "sv"),
            (&[("LANG", "C.UTF-8")], "sv"),
            (&[("LANG", "POSIX")], "sv"),
            (&[("LANG", "de_DE")], "sv"),
            (&[("LANG", "enm")], "sv"),
            (&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "en_US")], "en"),
            (&[("LC_MESSAGES", "sv_SE"), ("LANG", "en_US")], "sv"),
            (&[("LC_ALL", "C"), ("LC_MESSAGES", "en_US"), ("LANG", "en_US")], "sv"),
            (&[("LC_CTYPE", "en_US")], "sv"),
        ] {
            assert_eq!(of(&["statsbidrag"], environment), language, "{environment:?}");
        }
    }
}
