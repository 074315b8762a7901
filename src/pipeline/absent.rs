//! Workbooks that do not lie in a folder, and what is not made for want of them. Knows which documents need which
//! grants, not what stands in any.

use std::collections::BTreeSet;

use super::selection::Selection;
use crate::documents::Document;
use crate::grants::{GRANTS, Grant, with_needs};
use crate::manifest::Saknad;
use crate::problem::messages::{folder as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};

/// A workbook that was not there, though what was asked for reads it.
#[derive(Clone, Debug)]
pub struct Absent {
    grant: &'static Grant,
    /// The documents that cannot be made without it.
    documents: Vec<&'static Document>,
    /// The documents that are made without their part on it.
    thinner: Vec<&'static Document>,
}

impl Absent {
    /// Whose workbook it is.
    pub(super) fn grant(&self) -> &'static Grant {
        self.grant
    }

    /// What it is called in the manifest.
    #[must_use]
    pub fn listed(&self) -> Saknad {
        let ids = |documents: &[&Document]| {
            documents.iter().map(|document| document.id.to_owned()).collect()
        };
        Saknad {
            arbetsbok: self.grant.workbook_file.file.to_owned(),
            ej_gjorda: ids(&self.documents),
            utan_del: ids(&self.thinner),
        }
    }

    /// What is said of it: which documents are not made, and which lack a part.
    fn warn(&self, problems: &mut Problems) {
        let ids = |documents: &[&Document]| {
            let ids: Vec<_> = documents.iter().map(|one| Message::alike(one.id)).collect();
            Message::all_of(&ids)
        };
        let (gone, thinner) = (ids(&self.documents), ids(&self.thinner));
        let text = match (self.documents.is_empty(), self.thinner.is_empty()) {
            (true, true) => return,
            (false, true) => say::not_made(&gone),
            (true, false) => say::made_without(&thinner),
            (false, false) => say::not_made_or_without(&gone, &thinner),
        };
        let place = Location::file(self.grant.workbook_file.file);
        let help = say::put_it_there(&words::quoted(self.grant.name));
        problems.add(Problem::new(Code::F10, place, text).help(help));
    }
}

/// The workbooks that a choice reads and that are not among those there are, each with a word of what that means.
/// That there is none at all, or nothing that a document could be made of, is an error.
pub(super) fn absent(
    folder: &str,
    chosen: &Selection,
    present: &BTreeSet<&str>,
    problems: &mut Problems,
) -> Vec<Absent> {
    let documents: Vec<_> = chosen.documents().collect();
    let lacks =
        |ids: &[&'static str], grant: &Grant| with_needs(ids.iter().copied()).contains(grant.id);
    let is_made = |document: &Document| {
        with_needs(document.grant.iter().copied()).iter().all(|id| present.contains(id))
    };
    let read = chosen.grants();
    let missing: Vec<_> = GRANTS
        .iter()
        .copied()
        // Of such as there may be any number of, there may be none.
        .filter(|grant| !grant.workbook_file.is_several())
        .filter(|grant| read.contains(grant.id) && !present.contains(grant.id))
        .collect();
    // What was asked for by name has been said to be missing.
    if chosen.needed().is_empty() {
        if present.is_empty() {
            problems.add(no_workbook(folder));
            return Vec::new();
        }
        if !documents.iter().any(|document| is_made(document)) {
            let all = with_needs(read.iter().copied().filter(|id| present.contains(id)));
            for grant in missing.iter().filter(|grant| all.contains(grant.id)) {
                problems.add(is_missing(folder, grant));
            }
            return Vec::new();
        }
    }
    let all = missing.into_iter().filter(|grant| !chosen.needed().contains(grant.id));
    let absent: Vec<_> = all
        .map(|grant| {
            let (of, rest): (Vec<_>, Vec<_>) =
                documents.iter().copied().partition(|document| lacks(document.grant, grant));
            let thinner = rest.into_iter().filter(|one| is_made(one) && lacks(one.also, grant));
            Absent { grant, documents: of, thinner: thinner.collect() }
        })
        .collect();
    for one in &absent {
        one.warn(problems);
    }
    absent
}

/// That a workbook that something asked for needs is not in a folder.
pub(super) fn is_missing(folder: &str, grant: &Grant) -> Problem {
    let text = say::is_missing(grant.workbook_file.file);
    Problem::new(Code::F02, Location::file(folder), text).expected(say::workbook_of(grant.name))
}

fn no_workbook(folder: &str) -> Problem {
    let files: Vec<_> =
        GRANTS.iter().map(|grant| Message::alike(grant.workbook_file.file)).collect();
    Problem::new(Code::F02, Location::file(folder), say::no_workbook())
        .expected(say::one_or_more_of(&Message::all_of(&files)))
        .help(say::make_them())
}
