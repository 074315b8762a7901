//! The PDF standards a document can follow, by name. Must not know who sets it.

/// Which PDF standards a document follows; every one is also PDF/UA-1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PdfStandard {
    /// PDF/A-3a, with the document's JSON attached.
    #[default]
    A3a,
    /// PDF/A-2a, which allows no attachment.
    A2a,
}

impl PdfStandard {
    /// Its name on the command line and in the manifest.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A3a => "a-3a",
            Self::A2a => "a-2a",
        }
    }

    /// Whether the document's JSON goes along.
    #[must_use]
    pub fn with_attachment(self) -> bool {
        self == Self::A3a
    }
}
