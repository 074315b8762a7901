//! The parts of a package, each a representation with a METS of its own: what lies where.

use super::{Contents, METS};
use crate::output::Files;

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What is read: the PDFs.
    Documents,
    /// What programs read: JSON, XLSX, CSV, the trace and the manifest.
    Data,
    /// The workbooks, and the archived files of earlier years.
    Inputs,
    /// Templates, typefaces and pictures.
    Templates,
}

impl Part {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Documents, Self::Data, Self::Inputs, Self::Templates];

    /// The name of its folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Documents => "dokument",
            Self::Data => "data",
            Self::Inputs => "indata",
            Self::Templates => "mallar",
        }
    }

    /// What is in it, for people.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Documents => "Dokumenten som PDF/A",
            Self::Data => {
                "Dokumentens uppgifter som JSON, XLSX och CSV, hur varje siffra är räknad, och manifestet"
            }
            Self::Inputs => {
                "Arbetsböckerna som dokumenten är gjorda av, och arkiverade uppgifter från tidigare år"
            }
            Self::Templates => "Mallarna, typsnitten och bilderna som dokumenten är satta med",
        }
    }

    /// Its kind in the vocabulary of DCMI.
    pub(super) fn dcmi_type(self) -> &'static str {
        match self {
            Self::Documents => "Text",
            Self::Data | Self::Inputs => "Dataset",
            Self::Templates => "Software",
        }
    }

    /// Whether the run made it; else it was made of it.
    pub(super) fn is_made(self) -> bool {
        matches!(self, Self::Documents | Self::Data)
    }

    /// Its folder, from the root, with `/` last.
    #[must_use]
    pub fn folder(self) -> String {
        format!("representations/{}/", self.name())
    }

    /// The folder of its files, from the root, with `/` last.
    #[must_use]
    pub fn data(self) -> String {
        format!("{}data/", self.folder())
    }

    /// The path of its METS, from the root.
    #[must_use]
    pub fn mets(self) -> String {
        format!("{}{METS}", self.folder())
    }
}

/// The paths that begin with a folder, in order.
pub(super) fn within<'f>(files: &'f Files, folder: &'f str) -> impl Iterator<Item = &'f String> {
    files.keys().filter(move |path| path.starts_with(folder))
}

/// The contents where they lie.
pub(super) fn laid_out(contents: &Contents) -> Files {
    let part = |name: &str| if is_pdf(name) { Part::Documents } else { Part::Data };
    let set = contents.set.iter().map(|(name, bytes)| (part(name), name, bytes));
    let inputs = contents.inputs.iter().map(|(name, bytes)| (Part::Inputs, name, bytes));
    let templates = contents.templates.iter().map(|(name, bytes)| (Part::Templates, name, bytes));
    let all = set.chain(inputs).chain(templates);
    all.map(|(part, name, bytes)| (format!("{}{name}", part.data()), bytes.clone())).collect()
}

/// Whether a file is a document to read, and not data.
pub(super) fn is_pdf(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("pdf"))
}
