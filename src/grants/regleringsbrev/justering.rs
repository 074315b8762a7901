//! What each kind of adjustment is called: in the workbook, and as the heading of a column.

use std::fmt;

pub use crate::contract::regleringsbrev::{Grupp, Justering, Slag};
use crate::swedish;

impl Slag {
    /// All, in the order they are listed.
    pub const ALLA: [Self; 5] = [
        Self::AterbaringPrognos,
        Self::Avdrag,
        Self::VinstForlust,
        Self::AterbaringSlutlig,
        Self::Annan,
    ];

    /// Their words in the workbook, in the same order.
    pub const VAL: [&'static str; 5] = [
        Self::AterbaringPrognos.word(),
        Self::Avdrag.word(),
        Self::VinstForlust.word(),
        Self::AterbaringSlutlig.word(),
        Self::Annan.word(),
    ];

    /// The word in the workbook.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AterbaringPrognos => "återbäring, prognos",
            Self::Avdrag => "avdrag, reglering",
            Self::VinstForlust => "vinst/förlust",
            Self::AterbaringSlutlig => "återbäring, slutlig",
            Self::Annan => "annan",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        Self::ALLA.into_iter().find(|kind| kind.word() == word)
    }
}

impl Grupp {
    /// The group of a name.
    #[must_use]
    pub fn named(namn: &str) -> Self {
        Self { id: swedish::slug(namn), namn: namn.to_owned() }
    }

    /// The group whose amounts stand under a heading of a user's own, as [`Justering`] is written; none if the
    /// heading names none.
    #[must_use]
    pub fn under(heading: &str) -> Option<Self> {
        let word = Slag::VinstForlust.word();
        let (before, namn) = heading.split_once(',')?;
        let namn = namn.trim();
        (before.trim().to_lowercase() == word && !swedish::slug(namn).is_empty())
            .then(|| Self::named(namn))
    }
}

impl Justering {
    /// The heading of its column, for the agreement year it concerns and the deductions it is for, if it is for
    /// those and they are named; of profit and loss with the group's name where there are several.
    #[must_use]
    pub fn heading(&self, avtalsar: i32, avdrag: &str, flera: bool) -> String {
        match (self.slag, &self.grupp) {
            (Slag::AterbaringPrognos, _) => format!("Återbäring {avtalsar}, prognos"),
            (Slag::Avdrag, _) if avdrag.is_empty() => format!("Reglering av avdrag {avtalsar}"),
            (Slag::Avdrag, _) => format!("Reglering {avdrag} {avtalsar}"),
            (Slag::VinstForlust, Some(grupp)) if flera => {
                format!("Vinst/förlust {} {avtalsar}", grupp.namn)
            }
            (Slag::VinstForlust, _) => format!("Vinst/förlust {avtalsar}"),
            (Slag::AterbaringSlutlig, _) => "Justering återbäring".to_owned(),
            (Slag::Annan, _) => "Annan justering".to_owned(),
        }
    }
}

impl fmt::Display for Justering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.grupp {
            Some(grupp) => write!(f, "{}, {}", self.slag.word(), grupp.namn),
            None => f.write_str(self.slag.word()),
        }
    }
}
