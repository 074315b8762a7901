//! Which documents a run makes: all of them, some by name, or a region's. A run of some documents needs
//! only the workbooks those read.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::{DOCUMENTS, Document, Exemplar, alla_exemplar};
use crate::grants::GRANTS;
use crate::manifest;
use crate::region::Region;
use crate::report::Report;

/// A choice of documents. Every document, where nothing was chosen.
#[derive(Clone, Debug, Default)]
pub struct Urval {
    namn: Vec<String>,
    region: Option<Region>,
}

/// Why nothing is made, in Swedish: a name no document has.
pub type Okant = String;

/// A document and its copy.
pub type Valt = (&'static Document, Exemplar);

impl Urval {
    /// Documents by name: of a kind (`bilaga`: every annex) or of a copy (`bilaga-4`); of one region, if
    /// a region is given.
    ///
    /// # Errors
    /// If a name is of no kind of document.
    pub fn ny(namn: Vec<String>, region: Option<Region>) -> Result<Self, Okant> {
        for ett in &namn {
            if slaget(ett).is_none() {
                let alla: Vec<_> = DOCUMENTS.iter().map(|dokument| dokument.id).collect();
                let nara = narmast(ett, alla.iter().copied());
                let alla = alla.join(", ");
                return Err(format!("det finns inget dokument ”{ett}”{nara} (de är {alla})"));
            }
        }
        Ok(Self { namn, region })
    }

    /// Whether every document is made.
    #[must_use]
    pub fn ar_allt(&self) -> bool {
        self.namn.is_empty() && self.region.is_none()
    }

    /// The grants the chosen documents read, and those they need in turn.
    #[must_use]
    pub fn bidrag(&self) -> BTreeSet<&'static str> {
        let alla = DOCUMENTS.iter().filter(|dokument| {
            self.namn.is_empty() || self.namn.iter().any(|namn| slaget(namn) == Some(dokument.id))
        });
        let mut kvar: Vec<_> = alla.flat_map(|dokument| dokument.bidrag).copied().collect();
        if self.ar_allt() {
            kvar = GRANTS.iter().map(|grant| grant.id).collect();
        }
        let mut bidrag = BTreeSet::new();
        while let Some(id) = kvar.pop() {
            if bidrag.insert(id) {
                let behovs = GRANTS.iter().filter(|grant| grant.id == id);
                kvar.extend(behovs.flat_map(|grant| grant.needs));
            }
        }
        bidrag
    }

    /// The chosen copies, in the documents' order.
    ///
    /// # Errors
    /// If a name is of none of the copies there are.
    pub fn exemplar(&self, report: &Report, ar: i32) -> Result<Vec<Valt>, Okant> {
        let bidrag = self.bidrag();
        let alla: Vec<_> = alla_exemplar(report, ar, &bidrag)
            .into_iter()
            .filter(|(_, exemplar)| self.region.is_none_or(|r| exemplar.region == Some(r)))
            .collect();
        let galler =
            |namn: &str, (dokument, exemplar): &Valt| exemplar.id == namn || dokument.id == namn;
        for namn in &self.namn {
            if !alla.iter().any(|ett| galler(namn, ett)) {
                return Err(self.finns_inte(namn, &alla));
            }
        }
        if let Some(region) = self.region.filter(|_| alla.is_empty()) {
            return Err(format!("inget dokument är för {} ensam", region.kortnamn()));
        }
        let valt = |ett: &Valt| self.namn.is_empty() || self.namn.iter().any(|n| galler(n, ett));
        Ok(alla.into_iter().filter(valt).collect())
    }

    /// What was chosen, for the manifest: nothing where everything was.
    #[must_use]
    pub fn val(&self) -> BTreeMap<String, String> {
        let mut val = BTreeMap::new();
        if !self.ar_allt() {
            val.insert(manifest::URVAL.to_owned(), self.namn.join(","));
        }
        val.extend(self.region.map(|region| ("region".to_owned(), region.id().to_owned())));
        val
    }

    fn finns_inte(&self, namn: &str, alla: &[Valt]) -> Okant {
        if let Some(region) = self.region {
            return format!("”{namn}” är inte för {} ensam", region.kortnamn());
        }
        let nara = narmast(namn, alla.iter().map(|(_, exemplar)| exemplar.id.as_str()));
        format!("det finns inget dokument ”{namn}” i år{nara}")
    }
}

/// The kind of document a name is of: the longest that it is, or begins with before a hyphen.
fn slaget(namn: &str) -> Option<&'static str> {
    let ar = |id: &&str| {
        namn == *id || namn.strip_prefix(id).is_some_and(|resten| resten.starts_with('-'))
    };
    DOCUMENTS.iter().map(|dokument| dokument.id).filter(ar).max_by_key(|id| id.len())
}

/// What someone may have meant, ready to follow what was wrong; nothing if nothing is near.
#[must_use]
pub fn narmast<'a>(sokt: &str, kanda: impl Iterator<Item = &'a str>) -> String {
    let nara = kanda.map(|namn| (strsim::osa_distance(namn, sokt), namn)).min();
    let grans = sokt.chars().count().div_ceil(2);
    match nara {
        Some((avstand, namn)) if avstand <= grans => format!("; menade du {namn}?"),
        _ => String::new(),
    }
}
