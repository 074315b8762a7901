//! Which documents a run makes: all of them, some by name, or a region's. A run of some documents needs
//! only the workbooks those read.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::{DOCUMENTS, Document, Edition, all_editions};
use crate::grants::GRANTS;
use crate::manifest;
use crate::problem::Message;
use crate::problem::messages::{folder as say, words};
use crate::region::Region;
use crate::report::Report;

/// A choice of documents. Every document, where nothing was chosen.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    name: Vec<String>,
    region: Option<Region>,
}

/// Why nothing is made: a name no document has.
pub type UnknownName = Message;

/// A document and its copy.
pub type Selected = (&'static Document, Edition);

impl Selection {
    /// Documents by name: of a kind (`bilaga`: every annex) or of a copy (`bilaga-4`); of one region, if
    /// a region is given.
    ///
    /// # Errors
    /// If a name is of no kind of document.
    pub fn new(name: Vec<String>, region: Option<Region>) -> Result<Self, UnknownName> {
        for a_single in &name {
            if kind(a_single).is_none() {
                let all: Vec<_> = DOCUMENTS.iter().map(|document| document.id).collect();
                let near = meant(a_single, all.iter().copied());
                let name = words::quoted(a_single);
                return Err(say::no_document(&name, &near, &all.join(", ")));
            }
        }
        Ok(Self { name, region })
    }

    /// Whether every document is made.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.name.is_empty() && self.region.is_none()
    }

    /// The grants the chosen documents read, and those they need in turn.
    #[must_use]
    pub fn grant(&self) -> BTreeSet<&'static str> {
        let all = DOCUMENTS.iter().filter(|document| {
            self.name.is_empty() || self.name.iter().any(|name| kind(name) == Some(document.id))
        });
        let mut left: Vec<_> = all.flat_map(|document| document.grant).copied().collect();
        if self.is_everything() {
            left = GRANTS.iter().map(|grant| grant.id).collect();
        }
        let mut grant_id = BTreeSet::new();
        while let Some(id) = left.pop() {
            if grant_id.insert(id) {
                let is_needed = GRANTS.iter().filter(|grant| grant.id == id);
                left.extend(is_needed.flat_map(|grant| grant.needs));
            }
        }
        grant_id
    }

    /// The chosen copies, in the documents' order.
    ///
    /// # Errors
    /// If a name is of none of the copies there are.
    pub fn edition(&self, report: &Report, year: i32) -> Result<Vec<Selected>, UnknownName> {
        let grant = self.grant();
        let all: Vec<_> = all_editions(report, year, &grant)
            .into_iter()
            .filter(|(_, edition)| self.region.is_none_or(|r| edition.region == Some(r)))
            .collect();
        let applies =
            |name: &str, (document, edition): &Selected| edition.id == name || document.id == name;
        for name in &self.name {
            if !all.iter().any(|a_single| applies(name, a_single)) {
                return Err(self.is_not_there(name, &all));
            }
        }
        if let Some(region) = self.region.filter(|_| all.is_empty()) {
            return Err(say::none_of_one_region(region.short_name()));
        }
        let selected = |a_single: &Selected| {
            self.name.is_empty() || self.name.iter().any(|n| applies(n, a_single))
        };
        Ok(all.into_iter().filter(selected).collect())
    }

    /// What was chosen, for the manifest: nothing where everything was.
    #[must_use]
    pub fn options(&self) -> BTreeMap<String, String> {
        let mut options = BTreeMap::new();
        if !self.is_everything() {
            options.insert(manifest::SELECTION.to_owned(), self.name.join(","));
        }
        options.extend(self.region.map(|region| ("region".to_owned(), region.id().to_owned())));
        options
    }

    fn is_not_there(&self, name: &str, all: &[Selected]) -> UnknownName {
        if let Some(region) = self.region {
            return say::not_of_one_region(&words::quoted(name), region.short_name());
        }
        let near = meant(name, all.iter().map(|(_, edition)| edition.id.as_str()));
        say::no_document_this_year(&words::quoted(name), &near)
    }
}

/// The kind of document a name is of: the longest that it is, or begins with before a hyphen.
fn kind(name: &str) -> Option<&'static str> {
    let year =
        |id: &&str| name == *id || name.strip_prefix(id).is_some_and(|rest| rest.starts_with('-'));
    DOCUMENTS.iter().map(|document| document.id).filter(year).max_by_key(|id| id.len())
}

/// What someone may have meant, ready to follow what was wrong; nothing if nothing is near.
#[must_use]
pub fn meant<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Message {
    let near = known.map(|name| (strsim::osa_distance(name, wanted), name)).min();
    let limit = wanted.chars().count().div_ceil(2);
    match near {
        Some((distance, name)) if distance <= limit => say::did_you_mean(name),
        _ => Message::default(),
    }
}
