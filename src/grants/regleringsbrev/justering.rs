//! What each kind of adjustment is called: in the workbook, and as the heading of a column.

use std::fmt;

pub use crate::contract::regleringsbrev::Justering;

impl Justering {
    /// All, in the order they are listed.
    pub const ALLA: [Self; 7] = [
        Self::AterbaringPrognos,
        Self::Avdrag,
        Self::VinstForlustFormanen,
        Self::VinstForlustHepatitC,
        Self::VinstForlustTillsammans,
        Self::AterbaringSlutlig,
        Self::Annan,
    ];

    /// Their words in the workbook, in the same order.
    pub const VAL: [&'static str; 7] = [
        Self::AterbaringPrognos.word(),
        Self::Avdrag.word(),
        Self::VinstForlustFormanen.word(),
        Self::VinstForlustHepatitC.word(),
        Self::VinstForlustTillsammans.word(),
        Self::AterbaringSlutlig.word(),
        Self::Annan.word(),
    ];

    /// The word in the workbook.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AterbaringPrognos => "återbäring, prognos",
            Self::Avdrag => "avdrag, reglering",
            Self::VinstForlustFormanen => "vinst/förlust, förmånen",
            Self::VinstForlustHepatitC => "vinst/förlust, hepatit C",
            Self::VinstForlustTillsammans => "vinst/förlust, tillsammans",
            Self::AterbaringSlutlig => "återbäring, slutlig",
            Self::Annan => "annan",
        }
    }

    /// The heading of its column, for the agreement year it concerns and the deductions it settles, if it is for
    /// those and they are named.
    #[must_use]
    pub fn heading(self, avtalsar: i32, avdrag: &str) -> String {
        match self {
            Self::AterbaringPrognos => format!("Återbäring {avtalsar}, prognos"),
            Self::Avdrag if avdrag.is_empty() => format!("Reglering av avdrag {avtalsar}"),
            Self::Avdrag => format!("Reglering {avdrag} {avtalsar}"),
            Self::VinstForlustFormanen => format!("Vinst/förlust förmånen {avtalsar}"),
            Self::VinstForlustHepatitC => format!("Vinst/förlust hepatit C {avtalsar}"),
            Self::VinstForlustTillsammans => format!("Vinst/förlust {avtalsar}"),
            Self::AterbaringSlutlig => "Justering återbäring".to_owned(),
            Self::Annan => "Annan justering".to_owned(),
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        Self::ALLA.into_iter().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for Justering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
