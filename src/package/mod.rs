//! A set with all that it was made of as one package that an archive takes over, by Riksarkivet's FGS Paketstruktur
//! 2.0, which is E-ARK CSIP 2.1.0 and SIP 2.1.0. A package is a map from paths to bytes, under one root folder with a
//! name of its own; the same contents give the same bytes. What a document says it does not know. A correction of a decision
//! has a package of its own, which names those of the two sets that it compares.

mod descriptive;
mod documentation;
mod format;
mod holds;
pub mod messages;
mod mets;
mod part;
mod preservation;
mod read;
mod tar;
mod xml;

use chrono::NaiveDate;

pub use self::holds::Flaw;
pub use self::part::Part;
use crate::manifest::{ID_DIGITS, Korning, Manifest};
use crate::output::Files;

/// What goes in a package.
#[derive(Clone, Debug)]
pub struct Contents {
    /// What the set says of itself.
    pub manifest: Manifest,
    /// The files of the set, the manifest among them.
    pub set: Files,
    /// The workbooks and archived files that it was made of.
    pub inputs: Files,
    /// The templates and typefaces that it was made with.
    pub templates: Files,
    /// The titles of its documents, by the names of their files without an ending.
    pub titles: Vec<(String, String)>,
    /// Who has issued them, each once; whoever is first hands the package over.
    pub issuers: Vec<Issuer>,
    /// The day of the youngest document: the package's own, since no clock has a say in its bytes.
    pub date: NaiveDate,
    /// The package that this one replaces, if it corrects one.
    pub replaces: Option<Predecessor>,
}

/// Who has issued a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The name.
    pub name: String,
    /// The organisation number, where a workbook states it.
    pub organisation_number: Option<String>,
}

/// An earlier package that another replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predecessor {
    /// Its id.
    pub package: String,
    /// The id of its run.
    pub run: String,
}

/// A package: its id, which is the name of its root folder, and its files by path within that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The id.
    pub id: String,
    /// The files.
    pub files: Files,
}

/// What the whole is described in.
pub(crate) const METS: &str = "METS.xml";

impl Package {
    /// A package of some contents.
    ///
    /// # Panics
    /// If the contents have no issuer: every document has one.
    #[must_use]
    pub fn of(contents: &Contents) -> Self {
        assert!(!contents.issuers.is_empty(), "every document has an issuer");
        let id = id(contents.manifest.ar, &contents.manifest.korning);
        let mut files = part::laid_out(contents);
        files.extend(documentation::of_package());
        for part in Part::ALL {
            documentation::add_to_part(part, &id, contents, &mut files);
            descriptive::add_to_part(part, &id, contents, &mut files);
            preservation::add_to_part(part, &id, contents, &mut files);
            mets::add_to_part(part, contents, &mut files);
        }
        descriptive::add(&id, contents, &mut files);
        preservation::add(&id, contents, &mut files);
        mets::add(&id, contents, &mut files);
        Self { id, files }
    }

    /// The files of a part, by their names within it; none where there is no such part.
    #[must_use]
    pub fn part(&self, part: Part) -> Files {
        let data = part.data();
        let own = self.files.iter().filter_map(|(path, bytes)| {
            Some((path.strip_prefix(data.as_str())?.to_owned(), bytes.clone()))
        });
        own.collect()
    }

    /// The set's own files: those of its documents and of its data.
    #[must_use]
    pub fn set(&self) -> Files {
        let mut all = self.part(Part::Documents);
        all.extend(self.part(Part::Data));
        all
    }

    /// What another package says that it replaces, where it replaces this one; none if this one's run cannot be told, or
    /// it is not by its own id.
    #[must_use]
    pub fn as_predecessor(&self) -> Option<Predecessor> {
        let manifest = self.part(Part::Data).remove("manifest.json")?;
        let manifest: Manifest = serde_json::from_slice(&manifest).ok()?;
        let own = id(manifest.ar, &manifest.korning) == self.id;
        own.then(|| Predecessor { package: self.id.clone(), run: manifest.korning.id })
    }

    /// The package that this one says it replaces, if it does: another of the same year. That is its maker's word; the
    /// other package is not at hand.
    #[must_use]
    pub fn replaces(&self) -> Option<Predecessor> {
        let package = holds::replaced(self.files.get(METS)?)?;
        let (of_year, run) = package.rsplit_once('-')?;
        let own = self.id.rsplit_once('-').map(|(own, _)| own);
        let is_run = run.len() == ID_DIGITS && run.bytes().all(|c| c.is_ascii_hexdigit());
        let can_be = own == Some(of_year) && package != self.id && is_run;
        can_be.then(|| Predecessor { run: run.to_owned(), package: package.clone() })
    }
}

impl Contents {
    /// The standard of the PDFs, as the manifest names it.
    fn standard(&self) -> &str {
        self.manifest.korning.val.get("pdf-standard").map_or("", String::as_str)
    }

    /// The day as METS and PREMIS write an instant.
    fn created(&self) -> String {
        format!("{}T00:00:00Z", self.date)
    }

    /// What the package and its documents are called.
    fn title(&self) -> String {
        let year = self.manifest.ar;
        if self.manifest.korning.is_comparison() {
            return format!("Rättelse av ett beslut om statens medel till regionerna {year}");
        }
        format!("Statens medel till regionerna {year}")
    }

    /// The packages of the sets that a correction compares, by their ids.
    fn compared(&self) -> impl Iterator<Item = String> + '_ {
        let sets = self.manifest.korning.jamfor.iter();
        sets.map(|set| named("", set.ar, &set.korning))
    }
}

/// The id of the package of a year's run, or of a correction's.
fn id(year: i32, run: &Korning) -> String {
    named(if run.is_comparison() { "rattelse-" } else { "" }, year, &run.id)
}

fn named(kind: &str, year: i32, run: &str) -> String {
    format!("statsbidrag-{kind}{year}-{run}")
}
