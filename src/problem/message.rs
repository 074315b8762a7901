//! What is said to the user, in every language at once, so that whoever prints it chooses.
//!
//! A message is a row of a catalogue, and `messages!` makes a function of each: both
//! texts are there and are given the same arguments, or it does not compile.

use std::borrow::Cow;
use std::fmt::Display;

use super::Language;
use super::messages::words;

/// A text in every language. Sorts by its Swedish, so that the order is the same in every language.
///
/// It cannot be printed as it is: whoever prints it says in which language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    swedish: String,
    english: String,
}

impl Message {
    /// A text given in both languages.
    pub(crate) const fn new(swedish: String, english: String) -> Self {
        Self { swedish, english }
    }

    /// What is the same in every language: a name, a place, what another program said.
    #[must_use]
    pub fn alike(text: impl Display) -> Self {
        let text = text.to_string();
        Self { swedish: text.clone(), english: text }
    }

    /// Messages one after the other, with the same between them in every language.
    #[must_use]
    pub fn joined(parts: &[Self], between: &str) -> Self {
        let texts = |language| {
            let texts: Vec<_> = parts.iter().map(|part| part.in_language(language)).collect();
            texts.join(between)
        };
        Self { swedish: texts(Language::Swedish), english: texts(Language::English) }
    }

    /// Every one of them: a, b and c.
    #[must_use]
    pub fn all_of(parts: &[Self]) -> Self {
        Self::enumerated(parts, words::and)
    }

    /// One of them: a, b or c.
    #[must_use]
    pub fn any_of(parts: &[Self]) -> Self {
        Self::enumerated(parts, words::or)
    }

    fn enumerated(parts: &[Self], last_two: impl Fn(&Self, &Self) -> Self) -> Self {
        match parts {
            [] => Self::default(),
            [one] => one.clone(),
            [first @ .., last] => last_two(&Self::joined(first, ", "), last),
        }
    }

    /// The text in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.swedish,
            Language::English => &self.english,
        }
    }

    /// True where nothing is said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.swedish.is_empty()
    }
}

/// What a message may be told of: anything that can be printed is said alike in every language, and a message in
/// the language of the one it stands in.
pub trait Said {
    /// The words in a language.
    fn said(&self, language: Language) -> Cow<'_, str>;
}

impl<T: Display + ?Sized> Said for T {
    fn said(&self, _: Language) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Said for Message {
    fn said(&self, language: Language) -> Cow<'_, str> {
        self.in_language(language).into()
    }
}

/// A row of the catalogue, for the tests that hold it whole.
#[cfg(test)]
#[derive(Debug)]
pub(crate) struct Row {
    /// The area and the name: `output.disk_full`.
    pub(crate) id: &'static str,
    /// What it is told of.
    pub(crate) arguments: &'static [&'static str],
    /// In Swedish.
    pub(crate) swedish: &'static str,
    /// In English.
    pub(crate) english: &'static str,
}

/// The messages of one area: a function for each, which takes what it is told of by reference.
///
/// ```text
/// messages! { "output":
///     disk_full {}           sv "disken är full"              en "the disk is full"
///     system_says { error }  sv "systemet säger: {error}"     en "the system says: {error}"
/// }
/// ```
///
/// `CATALOGUE` holds its rows in tests, and has no reader until the area is a row of `AREAS` in `cli/messages.rs`.
macro_rules! messages {
    ($area:literal: $($name:ident { $($argument:ident),* $(,)? } sv $swedish:literal en $english:literal)+) => {
        $(
            pub(crate) fn $name(
                $($argument: &(impl $crate::problem::Said + ?Sized),)*
            ) -> $crate::problem::Message {
                $crate::problem::Message::new(
                    {
                        $(let $argument = $argument.said($crate::problem::Language::Swedish);)*
                        format!($swedish)
                    },
                    {
                        $(let $argument = $argument.said($crate::problem::Language::English);)*
                        format!($english)
                    },
                )
            }
        )+

        /// Every row above.
        #[cfg(test)]
        pub(crate) const CATALOGUE: &[$crate::problem::Row] = &[$($crate::problem::Row {
            id: concat!($area, ".", stringify!($name)),
            arguments: &[$(stringify!($argument)),*],
            swedish: $swedish,
            english: $english,
        }),+];
    };
}
pub(crate) use messages;

#[cfg(test)]
mod tests {
    use super::*;

    messages! { "test":
        sheet { name } sv "bladet {name}" en "the sheet {name}"
        missing { what, count } sv "{what} saknas på {count} rader" en "{what} is missing on {count} rows"
    }

    #[test]
    fn a_message_within_a_message_is_in_its_language() {
        let message = missing(&sheet("Återbäring"), &3);
        assert_eq!(
            Language::ALL.map(|language| message.in_language(language)),
            ["bladet Återbäring saknas på 3 rader", "the sheet Återbäring is missing on 3 rows"]
        );
        assert_eq!(CATALOGUE.len(), 2);
    }

    #[test]
    fn what_is_enumerated_has_its_last_word_in_each_language() {
        let [a, b, c] = ["a", "b", "c"].map(Message::alike);
        let all = |parts: &[Message]| {
            let message = Message::all_of(parts);
            Language::ALL.map(|language| message.in_language(language).to_owned())
        };
        assert_eq!(all(&[]), ["", ""]);
        assert_eq!(all(std::slice::from_ref(&a)), ["a", "a"]);
        assert_eq!(all(&[a.clone(), b.clone()]), ["a och b", "a and b"]);
        assert_eq!(all(&[a.clone(), b.clone(), c.clone()]), ["a, b och c", "a, b and c"]);
        let any = Message::any_of(&[a, b, c]);
        assert_eq!(
            Language::ALL.map(|language| any.in_language(language)),
            ["a, b eller c", "a, b or c"]
        );
    }

    #[test]
    fn messages_sort_by_their_swedish_and_are_joined_in_each_language() {
        let (first, last) =
            (Message::new("a".into(), "z".into()), Message::new("b".into(), "y".into()));
        assert!(first < last);
        let joined = Message::joined(&[first, last, Message::alike(1)], "; ");
        assert_eq!(
            Language::ALL.map(|language| joined.in_language(language)),
            ["a; b; 1", "z; y; 1"]
        );
    }
}
