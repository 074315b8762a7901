//! The languages that messages are given in.

/// A language that the program speaks to its user. Documents are Swedish whatever it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// What the program speaks where nothing says otherwise.
    #[default]
    Swedish,
    /// For whoever asks for it.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// Its code in ISO 639-1: `sv`, `one`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }
}
