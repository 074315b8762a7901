//! What a computed year may be used for: which documents can be decided on as they are, which are drafts, preliminary or
//! examples, and which cells make them so. Knows what documents say of themselves, not what is in them.

use std::collections::BTreeMap;

use super::Computed;
use super::selection::Selection;
use crate::documents::{DOCUMENTS, Document, all_editions, statuses};
use crate::figure::{Cells, Status};
use crate::report::Report;

/// What a document may be used for, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It rests on nothing but what is decided, published, or found from that.
    Ready,
    /// It rests on what may still change.
    Preliminary,
    /// It is a draft, or tells of one.
    Draft,
    /// It rests on examples or on what no source has confirmed.
    Example,
}

impl Use {
    /// All, the best first.
    pub const ALL: [Self; 4] = [Self::Ready, Self::Preliminary, Self::Draft, Self::Example];

    /// Its name in what is published.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "beslutsklart",
            Self::Preliminary => "preliminärt",
            Self::Draft => "utkast",
            Self::Example => "exempel",
        }
    }
}

/// What can be used for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// The documents by what they may be used for: the id of a kind where all its copies are alike.
    pub documents: BTreeMap<Use, Vec<String>>,
    /// The documents that also read workbooks that were left aside, which may make them something else.
    pub unjudged: Vec<String>,
    /// The cells that make them so, by workbook and sheet.
    pub cells: BTreeMap<Use, BTreeMap<(String, String), Cells>>,
}

impl Readiness {
    /// What the documents that can be made of a year may be used for, as far as a choice read what they read.
    #[must_use]
    pub fn of(computed: &Computed, chosen: &Selection) -> Self {
        let (report, year) = (&computed.report, computed.year);
        let read = chosen.grants();
        let is_judged = |document: &Document| document.also.iter().all(|id| read.contains(id));
        let asked: Vec<_> = chosen.documents().map(|document| document.id).collect();
        let unjudged = DOCUMENTS.iter().filter(|document| {
            let can_be_made = document.grant.iter().all(|id| report.has(id));
            !is_judged(document) && can_be_made && asked.contains(&document.id)
        });
        let unjudged = unjudged.map(|document| document.id.to_owned()).collect();
        let mut copies: BTreeMap<&str, Vec<(String, Use)>> = BTreeMap::new();
        let mut cells: BTreeMap<Use, BTreeMap<(String, String), Cells>> = BTreeMap::new();
        let editions = all_editions(report, year);
        for (document, edition) in editions.into_iter().filter(|(one, _)| is_judged(one)) {
            let paper = (document.paper)(report, year, &edition);
            let mut used_for = if paper.is_draft() { Use::Draft } else { Use::Ready };
            for row in &paper.head.underlag {
                let kept_back = match row.sure() {
                    Status::Faststalld | Status::Harledd => continue,
                    Status::Preliminar => Use::Preliminary,
                    Status::Exempel | Status::EjBekraftad => Use::Example,
                };
                used_for = used_for.max(kept_back);
                let sheet = if row.is_archived() { String::new() } else { row.blad.clone() };
                let place = (row.fil.clone(), sheet);
                cells.entry(kept_back).or_default().entry(place).or_default().extend(&row.cells);
            }
            copies.entry(document.id).or_default().push((edition.id, used_for));
        }
        cells.extend(drafts(report, year).map(|cells| (Use::Draft, cells)));
        let mut documents: BTreeMap<Use, Vec<String>> = BTreeMap::new();
        for document in DOCUMENTS {
            let Some(own) = copies.remove(document.id) else { continue };
            let first = own.first().map(|(_, used_for)| *used_for);
            match first.filter(|first| own.iter().all(|(_, used_for)| used_for == first)) {
                Some(used_for) => {
                    documents.entry(used_for).or_default().push(document.id.to_owned());
                }
                None => {
                    for (id, used_for) in own {
                        documents.entry(used_for).or_default().push(id);
                    }
                }
            }
        }
        Self { documents, unjudged, cells }
    }

    /// Whether every document can be decided on as it is.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.unjudged.is_empty() && self.documents.keys().all(|used_for| *used_for == Use::Ready)
    }
}

/// The cells that say that a decision is a draft.
fn drafts(report: &Report, year: i32) -> Option<BTreeMap<(String, String), Cells>> {
    let mut places: BTreeMap<_, Cells> = BTreeMap::new();
    let drafts = statuses(report, year).into_iter().filter_map(|(promise, draft)| {
        let (status, cells) = report.stated(year, &promise)?;
        (status == draft).then_some(cells)
    });
    for cell in drafts.flatten() {
        let (file, sheet) = (&cell.location.file, cell.location.sheet.clone());
        places.entry((file.clone(), sheet.unwrap_or_default())).or_default().add(cell);
    }
    (!places.is_empty()).then_some(places)
}
