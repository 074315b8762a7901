//! What a computed year may be used for: which documents can be decided on as they are, which are drafts, preliminary or
//! examples, and which cells make each of them so. Knows what documents say of themselves, not what is in them.

use std::collections::BTreeMap;

use super::Computed;
use super::selection::Selection;
use crate::documents::{DOCUMENTS, Document, all_editions, statuses};
use crate::figure::{Cells, Status};
use crate::report::Report;
use crate::report::paper::Paper;

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

/// Cells, by workbook and sheet.
type Places = BTreeMap<(String, String), Cells>;

/// Documents that may be used for the same, because of the same cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// What they may be used for.
    pub used_for: Use,
    /// The documents: the id of a kind where all its copies are alike, else of each copy.
    pub documents: Vec<String>,
    /// The cells that make them so; none of what is ready.
    pub cells: Places,
}

/// What can be used for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// The documents, the best first; those of one use and the same cells together.
    pub judged: Vec<Judged>,
    /// The documents that also read workbooks that were left aside, which may make them something else.
    pub unjudged: Vec<String>,
    /// The cells that make no document what they say, since something else already makes it worse.
    pub also: BTreeMap<Use, Places>,
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
        let drafts = drafts(report, year);
        let mut all: BTreeMap<Use, Places> = BTreeMap::from([(Use::Draft, drafts.clone())]);
        let mut copies: BTreeMap<&str, Vec<Single>> = BTreeMap::new();
        let editions = all_editions(report, year);
        for (document, edition) in editions.into_iter().filter(|(one, _)| is_judged(one)) {
            let paper = (document.paper)(report, year, &edition);
            let mut cells = reasons(&paper, &drafts);
            for (used_for, places) in &cells {
                add(all.entry(*used_for).or_default(), places);
            }
            let (used_for, cells) = cells.pop_last().unwrap_or((Use::Ready, Places::new()));
            let copy = Single { id: edition.id, used_for, cells };
            copies.entry(document.id).or_default().push(copy);
        }
        let made = DOCUMENTS.iter().filter_map(|document| {
            let own = copies.remove(document.id)?;
            Some(alike(document, own))
        });
        let judged = together(made.flatten().collect());
        Self { also: left_over(all, &judged), judged, unjudged }
    }

    /// Whether every document can be decided on as it is.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.unjudged.is_empty() && self.judged.iter().all(|one| one.used_for == Use::Ready)
    }
}

/// A copy of a document, or all of a kind: what it may be used for, and the cells that make it so.
#[derive(Debug)]
struct Single {
    id: String,
    used_for: Use,
    cells: Places,
}

/// All that keeps a document back, and which cells do; nothing where it is ready.
fn reasons(paper: &Paper, drafts: &Places) -> BTreeMap<Use, Places> {
    let mut cells: BTreeMap<Use, Places> = BTreeMap::new();
    if paper.is_draft() {
        cells.insert(Use::Draft, of_the_draft(paper, drafts));
    }
    for row in &paper.head.underlag {
        let kept_back = match row.sure() {
            Status::Faststalld | Status::Harledd => continue,
            Status::Preliminar => Use::Preliminary,
            Status::Exempel | Status::EjBekraftad => Use::Example,
        };
        let sheet = if row.is_archived() { String::new() } else { row.blad.clone() };
        let places = cells.entry(kept_back).or_default();
        places.entry((row.fil.clone(), sheet)).or_default().extend(&row.cells);
    }
    cells
}

/// The cells that a document read and that say that a decision is a draft.
fn of_the_draft(paper: &Paper, drafts: &Places) -> Places {
    let mut read = Places::new();
    for row in &paper.head.underlag {
        let place = (row.fil.clone(), row.blad.clone());
        let common = drafts.get(&place).map(|draft| draft.common(&row.cells));
        if let Some(common) = common.filter(|common| !common.is_empty()) {
            read.entry(place).or_default().extend(&common);
        }
    }
    if read.is_empty() { drafts.clone() } else { read }
}

/// The copies of a kind as one where they are alike. Those for regions read the same, each its own rows of it, and are
/// told of together.
fn alike(document: &Document, mut copies: Vec<Single>) -> Vec<Single> {
    if document.per_region {
        let mut all: BTreeMap<Use, Places> = BTreeMap::new();
        for copy in &copies {
            add(all.entry(copy.used_for).or_default(), &copy.cells);
        }
        for copy in &mut copies {
            copy.cells = all.get(&copy.used_for).cloned().unwrap_or_default();
        }
    }
    let first = copies.first().map(|one| (one.used_for, one.cells.clone()));
    let same = first.filter(|(used_for, cells)| {
        copies.iter().all(|one| one.used_for == *used_for && one.cells == *cells)
    });
    match same {
        Some((used_for, cells)) => vec![Single { id: document.id.to_owned(), used_for, cells }],
        None => copies,
    }
}

/// Those that may be used for the same because of the same cells together, the best first, else in their order.
fn together(copies: Vec<Single>) -> Vec<Judged> {
    let mut judged: Vec<Judged> = Vec::new();
    for Single { id, used_for, cells } in copies {
        let same = judged.iter_mut().find(|one| one.used_for == used_for && one.cells == cells);
        match same {
            Some(same) => same.documents.push(id),
            None => judged.push(Judged { used_for, documents: vec![id], cells }),
        }
    }
    judged.sort_by_key(|one| one.used_for);
    judged
}

/// What is left of cells when those that make a document what they say are taken away.
fn left_over(mut all: BTreeMap<Use, Places>, judged: &[Judged]) -> BTreeMap<Use, Places> {
    for one in judged {
        let Some(places) = all.get_mut(&one.used_for) else { continue };
        for (place, cells) in &one.cells {
            if let Some(own) = places.get_mut(place) {
                *own = own.without(cells);
                if own.is_empty() {
                    places.remove(place);
                }
            }
        }
    }
    all.retain(|_, places| !places.is_empty());
    all
}

/// Adds cells to others.
fn add(places: &mut Places, more: &Places) {
    for (place, cells) in more {
        places.entry(place.clone()).or_default().extend(cells);
    }
}

/// The cells that say that a decision is a draft.
fn drafts(report: &Report, year: i32) -> Places {
    let mut places = Places::new();
    let drafts = statuses(report, year).into_iter().filter_map(|(promise, draft)| {
        let (status, cells) = report.stated(year, &promise)?;
        (status == draft).then_some(cells)
    });
    for cell in drafts.flatten() {
        let (file, sheet) = (&cell.location.file, cell.location.sheet.clone());
        places.entry((file.clone(), sheet.unwrap_or_default())).or_default().add(cell);
    }
    places
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::figure::{CellRef, Evidence};
    use crate::problem::{Cell, Location};

    /// A cell of a workbook's sheet, by its row.
    fn place(file: &str, row: u32) -> Places {
        let evidence = Evidence {
            item: String::new(),
            source: String::new(),
            as_of: None,
            status: Status::Preliminar,
            confirmed_by: None,
        };
        let location = Location::sheet(file, "Blad").at(Cell { row, column: 2 });
        let mut cells = Cells::default();
        cells.add(&CellRef { location, evidence: Arc::new(evidence) });
        Places::from([((file.to_owned(), "Blad".to_owned()), cells)])
    }

    fn copy(id: &str, used_for: Use, cells: Places) -> Single {
        Single { id: id.to_owned(), used_for, cells }
    }

    #[test]
    fn each_document_has_its_own_cells_and_those_with_the_same_are_together() {
        let (own, others) = (place("eget.xlsx", 5), place("annat.xlsx", 5));
        let judged = together(vec![
            copy("ett", Use::Example, own.clone()),
            copy("tva", Use::Preliminary, others.clone()),
            copy("tre", Use::Example, own.clone()),
            copy("fyra", Use::Example, others.clone()),
        ]);
        let told: Vec<_> =
            judged.iter().map(|one| (one.used_for, one.documents.join(", "), &one.cells)).collect();
        assert_eq!(
            told,
            [
                (Use::Preliminary, "tva".to_owned(), &others),
                (Use::Example, "ett, tre".to_owned(), &own),
                (Use::Example, "fyra".to_owned(), &others),
            ]
        );
    }

    /// What only a document rests on that is an example anyway makes nothing preliminary.
    #[test]
    fn cells_that_make_nothing_what_it_is_are_left_over() {
        let mut both = place("eget.xlsx", 5);
        add(&mut both, &place("eget.xlsx", 6));
        let judged = [Judged {
            used_for: Use::Preliminary,
            documents: vec!["ett".to_owned()],
            cells: place("eget.xlsx", 5),
        }];
        let all = BTreeMap::from([(Use::Preliminary, both), (Use::Draft, Places::new())]);
        let expected = BTreeMap::from([(Use::Preliminary, place("eget.xlsx", 6))]);
        assert_eq!(left_over(all, &judged), expected);
    }
}
