//! Paragraphs of the user's own in a document that the program writes: where they stand, and what they are made of.

use super::Promised;

/// A section of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id, as its template is called.
    pub id: &'static str,
    /// What the workbook calls it: its heading, but for years and names in it.
    pub name: &'static str,
    /// Whether it may be replaced. Others refer to the tables and diagrams of one that may not, or the law asks for
    /// what it says.
    pub replaceable: bool,
}

impl Section {
    /// A section that may be replaced.
    #[must_use]
    pub const fn prose(id: &'static str, name: &'static str) -> Self {
        Self { id, name, replaceable: true }
    }

    /// One that may not.
    #[must_use]
    pub const fn fixed(id: &'static str, name: &'static str) -> Self {
        Self { id, name, replaceable: false }
    }
}

/// A document that takes paragraphs of the user's own.
#[derive(Clone, Copy, Debug)]
pub struct OwnDocument {
    /// What the workbook calls it, in the definite form.
    pub word: &'static str,
    /// Whether there is one for each region.
    pub per_region: bool,
    /// Its sections, in order.
    pub sections: &'static [Section],
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plats {
    /// Before the section.
    Fore,
    /// Instead of it.
    IStallet,
    /// After it.
    Efter,
}

impl Plats {
    /// The words of the workbook for it.
    pub const WORDS: [&'static str; 3] = ["före", "i stället för", "efter"];

    /// The place by its word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let [fore, i_stallet, efter] = Self::WORDS;
        match word {
            word if word == fore => Some(Self::Fore),
            word if word == i_stallet => Some(Self::IStallet),
            word if word == efter => Some(Self::Efter),
            _ => None,
        }
    }
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Bit {
    /// Words.
    Text(String),
    /// A figure: the region's in a document of a region, or the country's.
    Siffra {
        /// What is promised of it.
        promise: &'static Promised,
        /// What stands in for the braces of its id, where it has any.
        key: Option<String>,
        /// Whether it is the country's, also in a document of a region.
        rikets: bool,
        /// Whether it is written in million kronor.
        mnkr: bool,
    },
    /// The name of the region.
    Region,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct EgetStycke {
    /// The word for its document.
    pub dokument: &'static str,
    /// The id of its section.
    pub avsnitt: &'static str,
    /// Where it stands.
    pub plats: Plats,
    /// Its heading, if it has one.
    pub rubrik: Option<String>,
    /// Its pieces, in order.
    pub bitar: Vec<Bit>,
}
