//! Which documents a run makes: all that can be made of the workbooks there are, some by name, or a region's. A run
//! of some documents needs only the workbooks those read; what was asked for by name needs them.

use std::collections::{BTreeMap, BTreeSet};

use super::folder::is_name;
use crate::documents::{DOCUMENTS, Document, Edition, all_editions};
use crate::grants::{GRANTS, Grant, with_needs};
use crate::manifest;
use crate::problem::Message;
use crate::problem::messages::{folder as say, words};
use crate::region::Region;
use crate::report::Report;

/// A choice of documents. Every document that can be made, where nothing was chosen.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    name: Vec<String>,
    region: Option<Region>,
    /// The grants whose workbooks were chosen, whatever is made of them.
    workbook: BTreeSet<&'static str>,
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
                if let Some(id) = workbook(a_single) {
                    return Err(no_document_but_a_workbook(a_single, id));
                }
                let all: Vec<_> = DOCUMENTS.iter().map(|document| document.id).collect();
                let near = meant(a_single, all.iter().copied());
                let near = if near.is_empty() { one_of_several(a_single) } else { near };
                let name = words::quoted(a_single);
                return Err(say::no_document(&name, &near, &all.join(", ")));
            }
        }
        Ok(Self { name, region, workbook: BTreeSet::new() })
    }

    /// Documents by name as [`Selection::new`] takes them, and workbooks by theirs: `lakemedel`, `lakemedel.xlsx`.
    ///
    /// # Errors
    /// If a name is of neither.
    pub fn of_parts(names: &[String]) -> Result<Self, UnknownName> {
        let mut chosen = Self::default();
        for a_single in names {
            match (kind(a_single), workbook(a_single)) {
                (Some(_), _) => chosen.name.push(a_single.clone()),
                (None, Some(id)) => {
                    chosen.workbook.insert(id);
                }
                (None, None) => return Err(no_part(a_single)),
            }
        }
        Ok(chosen)
    }

    /// Whether every document is made.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.name.is_empty() && self.region.is_none() && self.workbook.is_empty()
    }

    /// The kinds of documents that were chosen: those named, or that the chosen workbooks suffice for.
    pub fn documents(&self) -> impl Iterator<Item = &'static Document> {
        let of_workbooks = with_needs(self.workbook.iter().copied());
        let suffices = move |document: &Document| {
            with_needs(document.grant.iter().copied()).is_subset(&of_workbooks)
        };
        let all = DOCUMENTS.iter().copied();
        all.filter(move |document| match (self.region, self.name.is_empty()) {
            (Some(_), true) => document.per_region,
            (None, true) => self.workbook.is_empty() || suffices(document),
            (_, false) => self.name.iter().any(|name| kind(name) == Some(document.id)),
        })
    }

    /// The grants that what was asked for by name cannot be made without; none where everything was chosen.
    #[must_use]
    pub fn needed(&self) -> BTreeSet<&'static str> {
        if self.is_everything() {
            return BTreeSet::new();
        }
        let documents = self.documents().flat_map(|document| document.grant);
        with_needs(documents.chain(&self.workbook).copied())
    }

    /// The grants that are read where their workbooks are there.
    #[must_use]
    pub fn grants(&self) -> BTreeSet<&'static str> {
        if self.is_everything() {
            return GRANTS.iter().map(|grant| grant.id).collect();
        }
        let mut all = self.needed();
        // Of workbooks that were asked for, no more is read than they are.
        if self.workbook.is_empty() || !self.name.is_empty() {
            all.extend(with_needs(self.documents().flat_map(|document| document.also).copied()));
        }
        all
    }

    /// Whether a workbook is read, one of several of its grant by its name: where only some of the grant's own
    /// documents were chosen by theirs, the others' workbooks are left alone.
    #[must_use]
    pub fn reads(&self, grant: &Grant, name: &str) -> bool {
        if !grant.workbook_file.is_several() || self.is_everything() {
            return true;
        }
        let own = |document: &Document| document.grant == [grant.id];
        let by_others = self.documents().filter(|document| !own(document)).any(|document| {
            with_needs(document.grant.iter().chain(document.also).copied()).contains(grant.id)
        });
        let all = self.documents().filter(|document| own(document)).any(|document| {
            let copy = format!("{}-{name}", document.id);
            self.name.is_empty() || self.name.iter().any(|n| *n == document.id || *n == copy)
        });
        by_others || all
    }

    /// The chosen copies, in the documents' order.
    ///
    /// # Errors
    /// If a name is of none of the copies there are.
    pub fn edition(&self, report: &Report, year: i32) -> Result<Vec<Selected>, UnknownName> {
        let all: Vec<_> = all_editions(report, year)
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
        if self.region.is_some() {
            return say::not_of_one_region(&words::quoted(name));
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

/// The grant of a workbook by its file's name, with or without its ending.
fn workbook(name: &str) -> Option<&'static str> {
    let name = name.strip_suffix(".xlsx").unwrap_or(name);
    GRANTS.iter().find(|grant| stem(grant.workbook_file.file) == name).map(|grant| grant.id)
}

/// What a workbook is asked for by: its file's name without its ending, or what those of several have in common.
fn stem(file: &str) -> &str {
    let name = file.strip_suffix(".xlsx").unwrap_or(file);
    name.strip_suffix("-*").unwrap_or(name)
}

/// The grants of workbooks that are named, by their own names or by those of documents that cannot be made without
/// them; all grants where none is named.
///
/// # Errors
/// If a name is of neither a workbook nor a document.
pub fn workbooks(names: &[String]) -> Result<BTreeSet<&'static str>, UnknownName> {
    if names.is_empty() {
        return Ok(GRANTS.iter().map(|grant| grant.id).collect());
    }
    let mut all = BTreeSet::new();
    for name in names {
        let document = DOCUMENTS.iter().find(|document| kind(name) == Some(document.id));
        match (workbook(name), document) {
            (Some(id), _) => {
                all.insert(id);
            }
            (None, Some(document)) => all.extend(with_needs(document.grant.iter().copied())),
            (None, None) => return Err(no_part(name)),
        }
    }
    Ok(all)
}

/// A workbook where a document was asked for, with the documents that are based on it.
fn no_document_but_a_workbook(name: &str, id: &str) -> UnknownName {
    let based = DOCUMENTS.iter().filter(|document| {
        with_needs(document.grant.iter().chain(document.also).copied()).contains(id)
    });
    let documents: Vec<_> = based.map(|document| document.id).collect();
    let first = documents.first().copied().unwrap_or_default();
    say::a_workbook(&words::quoted(name), first, &documents.join(", "))
}

/// A name that is of neither a workbook nor a document, with what it may have been.
fn no_part(name: &str) -> UnknownName {
    let workbooks: Vec<_> = GRANTS.iter().map(|grant| stem(grant.workbook_file.file)).collect();
    let documents: Vec<_> = DOCUMENTS.iter().map(|document| document.id).collect();
    let near = meant(name, workbooks.iter().chain(&documents).copied());
    let near = if near.is_empty() { one_of_several(name) } else { near };
    let quoted = words::quoted(name);
    say::no_part(&quoted, &near, &workbooks.join(", "), &documents.join(", "))
}

/// How a workbook of several is named, where someone may have left the first part out; nothing if it can be no name.
fn one_of_several(name: &str) -> Message {
    let several = GRANTS.iter().find(|grant| grant.workbook_file.is_several());
    match several.filter(|_| is_name(name)) {
        Some(grant) => {
            let file = grant.workbook_file.file_named(name);
            say::one_of_several(file.strip_suffix(".xlsx").unwrap_or(&file))
        }
        None => Message::default(),
    }
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
