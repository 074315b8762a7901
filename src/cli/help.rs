//! The help in the language that the user is spoken to in. clap has it in Swedish, from the commands' own doc
//! comments; this puts each text in English, and heads both.

mod english;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};

use self::english::{TEXTS, VALUE_NAMES};
use super::messages::help as say;
use crate::problem::{Language, Message};

/// The parser, with its help in a language.
pub(super) fn spoken(parser: Command, language: Language) -> Command {
    let parser = match language {
        Language::Swedish => parser,
        Language::English => command_in_english(parser, ""),
    };
    headed(parser, language)
}

/// The same, with what is said of the values that an argument may have: for scripts of completions, since a parser
/// could no longer tell such values apart.
pub(super) fn with_values(parser: Command, language: Language) -> Command {
    match language {
        Language::Swedish => parser,
        Language::English => values_in_english(parser, ""),
    }
}

/// The key of what belongs to something: `generate out`.
fn key(of: &str, own: &str) -> String {
    if of.is_empty() { own.to_owned() } else { format!("{of} {own}") }
}

/// What is said in English under a key.
///
/// # Panics
/// If nothing is: a bug, and tested for.
fn english(key: &str) -> &'static str {
    let found = TEXTS.iter().find(|(own, _)| *own == key).map(|(_, text)| *text);
    found.unwrap_or_else(|| panic!("{key} is not told of in English"))
}

/// A command and those in it; `of` is the key of the command, nothing for the program itself.
fn command_in_english(command: Command, of: &str) -> Command {
    let about = command.get_about().map(|_| english(&key(of, "about")));
    let more = command.get_long_about().map(|_| english(&key(of, "more")));
    let after = command.get_after_help().map(|_| english(&key(of, "after")));
    let usage = command.get_overridden_usage().map(|usage| usage_in_english(&usage.to_string()));
    let long = more.map(|more| format!("{}.\n\n{more}", about.unwrap_or_default()));
    let mut command =
        command.mut_args(|argument| argument_in_english(argument, of)).mut_subcommands(|inner| {
            let of = key(of, inner.get_name());
            command_in_english(inner, &of)
        });
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(long) = long {
        command = command.long_about(long);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    if let Some(usage) = usage {
        command = command.override_usage(usage);
    }
    command
}

fn argument_in_english(argument: Arg, of: &str) -> Arg {
    let own = key(of, argument.get_id().as_str());
    let help = argument.get_help().map(|_| english(&own));
    let long = argument.get_long_help().map(|_| english(&key(&own, "more")));
    let takes = argument.get_action().takes_values();
    let names = argument.get_value_names().filter(|_| takes).unwrap_or_default();
    let names: Vec<_> = names.iter().map(|name| value_name_in_english(name.as_str())).collect();
    let mut argument = argument;
    if let Some(help) = help {
        argument = argument.help(help);
    }
    if let Some(long) = long {
        argument = argument.long_help(long);
    }
    if names.is_empty() { argument } else { argument.value_names(names) }
}

fn values_in_english(command: Command, of: &str) -> Command {
    let command = command.mut_subcommands(|inner| {
        let of = key(of, inner.get_name());
        values_in_english(inner, &of)
    });
    command.mut_args(|argument| {
        let values = argument.get_possible_values();
        if values.iter().all(|value| value.get_help().is_none()) {
            return argument;
        }
        let of = key(of, argument.get_id().as_str());
        let values = values.into_iter().map(|value| value_in_english(value, &of));
        argument.value_parser(PossibleValuesParser::new(values))
    })
}

fn value_in_english(value: PossibleValue, of: &str) -> PossibleValue {
    match value.get_help() {
        Some(_) => {
            let text = english(&key(of, value.get_name()));
            value.help(text)
        }
        None => value,
    }
}

/// What stands for a value in the help: `MAPP`.
///
/// # Panics
/// If it has no name in English: a bug, and tested for.
fn value_name_in_english(name: &str) -> &'static str {
    let found = VALUE_NAMES.iter().find(|(swedish, _)| *swedish == name);
    found.map_or_else(|| panic!("{name} has no name in English"), |(_, english)| *english)
}

fn usage_in_english(usage: &str) -> String {
    VALUE_NAMES.iter().fold(usage.to_owned(), |usage, (swedish, english)| {
        usage
            .replace(&format!("<{swedish}>"), &format!("<{english}>"))
            .replace(&format!("[{swedish}]"), &format!("[{english}]"))
    })
}

/// A command and those in it, with the headings of what they have.
fn headed(command: Command, language: Language) -> Command {
    let part = |heading: &Message, what: &str| {
        format!("\n{}:\n{{{what}}}\n", heading.in_language(language))
    };
    let (usage, options) = (say::usage(), say::options());
    let subcommands = command.has_subcommands().then(|| part(&say::commands(), "subcommands"));
    let positional = command.get_positionals().next();
    let positionals = positional.map(|_| part(&say::arguments(), "positionals"));
    let layout = format!(
        "{{about}}\n\n{}: {{usage}}\n{}{}\n{}:\n{{options}}{{after-help}}",
        usage.in_language(language),
        subcommands.unwrap_or_default(),
        positionals.unwrap_or_default(),
        options.in_language(language)
    );
    command.help_template(layout).mut_subcommands(|inner| headed(inner, language))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Argument;
    use crate::cli::messages::tests::is_english;

    /// Every text of a command, its arguments, their values and the commands in it, by its key.
    fn texts(command: &Command, of: &str, found: &mut BTreeMap<String, String>) {
        let mut tell = |key: String, text: Option<String>| {
            if let Some(text) = text {
                assert!(found.insert(key.clone(), text).is_none(), "{key} is there twice");
            }
        };
        let text = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string);
        tell(key(of, "about"), text(command.get_about()));
        tell(key(of, "more"), text(command.get_long_about()));
        tell(key(of, "after"), text(command.get_after_help()));
        assert!(command.get_before_help().is_none() && command.get_after_long_help().is_none());
        for argument in command.get_arguments() {
            assert!(argument.get_help_heading().is_none());
            let of = key(of, argument.get_id().as_str());
            tell(of.clone(), text(argument.get_help()));
            tell(key(&of, "more"), text(argument.get_long_help()));
            for value in argument.get_possible_values() {
                tell(key(&of, value.get_name()), text(value.get_help()));
            }
        }
        for inner in command.get_subcommands() {
            texts(inner, &key(of, inner.get_name()), found);
        }
    }

    fn all(language: Language) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        texts(&with_values(spoken(Argument::command(), language), language), "", &mut found);
        found
    }

    /// The help of every command, short and long, as it is shown.
    fn shown(command: Command, found: &mut Vec<String>) {
        let mut command = command.term_width(0);
        command.build();
        found.push(command.render_help().to_string());
        found.push(command.render_long_help().to_string());
        for inner in command.get_subcommands() {
            shown(inner.clone(), found);
        }
    }

    #[test]
    fn every_text_of_every_command_and_argument_is_in_both_languages() {
        let (swedish, english) = (all(Language::Swedish), all(Language::English));
        let keys: BTreeSet<_> = TEXTS.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(keys.len(), TEXTS.len(), "a key is there twice");
        assert!(keys.iter().eq(swedish.keys()), "{keys:#?} {:#?}", swedish.keys());
        assert!(keys.iter().eq(english.keys()) && keys.len() > 60, "{}", keys.len());
        for (key, swedish) in &swedish {
            let english = &english[key];
            assert!(is_english(english), "{key}: {english}");
            // A standard is called the same in both, as a language is in itself.
            assert!(swedish != english || key == "lang en", "{key}: {english}");
            let parts = |text: &str| text.split("\n\n").count();
            assert_eq!(parts(swedish), parts(english), "{key}: {english}");
            let ends = |text: &str| text.ends_with('.');
            assert_eq!(ends(swedish), ends(english), "{key}: {english}");
        }
    }

    #[test]
    fn each_help_is_wholly_in_its_language() {
        let all = |language| {
            let mut found = Vec::new();
            shown(spoken(Argument::command(), language), &mut found);
            found
        };
        let (swedish, english) = (all(Language::Swedish), all(Language::English));
        assert_eq!((swedish.len(), english.len()), (34, 34));
        for (swedish, english) in swedish.iter().zip(&english) {
            assert!(is_english(english), "{english}");
            assert_eq!(swedish.lines().count(), english.lines().count(), "{english}");
            for heading in ["Användning", "Anges", "Kommandon", "Flaggor", "FLAGGOR", "MAPP"] {
                assert!(!english.contains(heading), "{heading} in {english}");
            }
            for heading in ["Usage", "Arguments", "Commands", "Options", "OPTIONS", "FOLDER"] {
                assert!(!swedish.contains(heading), "{heading} in {swedish}");
            }
        }
    }

    #[test]
    fn what_stands_for_a_value_has_a_name_in_each_language() {
        for (swedish, english) in VALUE_NAMES {
            assert!(is_english(english), "{english}");
            assert_eq!(value_name_in_english(swedish), english);
        }
        assert_eq!(
            usage_in_english("x [FLAGGOR] --from <ÅR|MAPP> <ÅR>"),
            "x [OPTIONS] --from <YEAR|FOLDER> <YEAR>"
        );
    }

    /// Only the words differ: what can be asked for, and what is made of it, is the same.
    #[test]
    fn commands_are_the_same_in_every_language() {
        for arguments in [
            &["statsbidrag", "generate", "a", "--pdf-standard", "a-2a", "--format", "json"][..],
            &["statsbidrag", "new", "2025", "--from", "2024"],
            &["statsbidrag", "templates", "check", "a", "--only", "b,c"],
        ] {
            let [swedish, english] = Language::ALL.map(|language| {
                let matches = spoken(Argument::command(), language).try_get_matches_from(arguments);
                let argument = matches
                    .and_then(|one| <Argument as clap::FromArgMatches>::from_arg_matches(&one));
                format!("{:?}", argument.expect("it is understood"))
            });
            assert_eq!(swedish, english);
        }
    }
}
