//! Workbooks that do not lie in a folder, and what is not made for want of them. Knows which documents need which
//! grants, not what stands in any.

use std::collections::BTreeSet;

use super::LoadedBook;
use super::selection::{Selection, meant};
use crate::documents::Document;
use crate::grants::{GRANTS, Grant, Names, with_needs};
use crate::manifest::{Fil, Saknad};
use crate::problem::messages::{folder as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::workbook::Book;

/// A workbook that was not there, though what was asked for reads it.
#[derive(Clone, Debug)]
pub struct Absent {
    /// The file.
    file: String,
    /// The grant that is not computed for want of it: its own, or that of the workbook that names it.
    grant: &'static Grant,
    /// The documents that cannot be made without it.
    documents: Vec<&'static Document>,
    /// The documents that are made without their part on it.
    thinner: Vec<&'static Document>,
}

impl Absent {
    /// Whether it is the workbook of that grant, and not one that it names.
    pub(super) fn is_own(&self) -> bool {
        self.file == self.grant.workbook_file.file
    }

    /// The grant that is not computed for want of it.
    pub(super) fn grant(&self) -> &'static Grant {
        self.grant
    }

    /// A workbook that is not there, and what of some documents that means where a grant is not computed; a document
    /// made of what there is may lack its part.
    fn new(
        file: String,
        grant: &'static Grant,
        documents: &[&'static Document],
        is_made: impl Fn(&Document) -> bool,
    ) -> Self {
        let lacks = |ids: &[&'static str]| with_needs(ids.iter().copied()).contains(grant.id);
        let (of, rest): (Vec<_>, Vec<_>) =
            documents.iter().copied().partition(|document| lacks(document.grant));
        let thinner = rest.into_iter().filter(|one| is_made(one) && lacks(one.also));
        Self { file, grant, documents: of, thinner: thinner.collect() }
    }

    /// What it is called in the manifest.
    #[must_use]
    pub fn listed(&self) -> Saknad {
        let ids = |documents: &[&Document]| {
            documents.iter().map(|document| document.id.to_owned()).collect()
        };
        Saknad {
            arbetsbok: self.file.clone(),
            ej_gjorda: ids(&self.documents),
            utan_del: ids(&self.thinner),
        }
    }

    /// The documents that are not made, and those that lack a part, as they are written out.
    fn ids(&self) -> [Message; 2] {
        [&self.documents, &self.thinner].map(|documents| {
            let ids: Vec<_> = documents.iter().map(|one| Message::alike(one.id)).collect();
            Message::all_of(&ids)
        })
    }

    /// What is said of it: which documents are not made, and which lack a part.
    fn warn(&self, problems: &mut Problems) {
        let [gone, thinner] = self.ids();
        let text = match (self.documents.is_empty(), self.thinner.is_empty()) {
            (true, true) => return,
            (false, true) => say::not_made(&gone),
            (true, false) => say::made_without(&thinner),
            (false, false) => say::not_made_or_without(&gone, &thinner),
        };
        let help = say::put_it_there(&words::quoted(self.grant.name));
        problems.add(Problem::new(Code::F10, Location::file(&self.file), text).help(help));
    }

    /// The same of one that another names, in the cell where it does.
    fn warn_at(&self, place: Location, help: Message, problems: &mut Problems) {
        let [gone, thinner] = self.ids();
        let text = match (self.documents.is_empty(), self.thinner.is_empty()) {
            (true, true) => return,
            (false, true) => say::named_not_made(&self.file, &gone),
            (true, false) => say::named_made_without(&self.file, &thinner),
            (false, false) => say::named_not_made_or_without(&self.file, &gone, &thinner),
        };
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
        .map(|grant| Absent::new(grant.workbook_file.file.to_owned(), grant, &documents, is_made))
        .collect();
    // Who makes decisions alone has left nothing out.
    let of_several =
        |id: &&str| GRANTS.iter().any(|grant| grant.id == *id && grant.workbook_file.is_several());
    if chosen.is_everything() && present.iter().all(of_several) {
        problems.add(Problem::new(Code::F10, Location::file(folder), say::decisions_alone()));
        return absent;
    }
    for one in &absent {
        one.warn(problems);
    }
    absent
}

/// The workbooks that others name and that are not there, each with a word of what that means: what names it is not
/// computed. It is an error where what was asked for by name needs it, and where nothing else can be made.
pub(super) fn named(
    chosen: &Selection,
    books: &[LoadedBook],
    files: &[Fil],
    problems: &mut Problems,
) -> Vec<Absent> {
    let mut missing = Vec::new();
    for (grant, book) in books {
        let names = grant.names.into_iter();
        missing.extend(
            names.flat_map(|names| missing_of(names, book, files)).map(|one| (*grant, one)),
        );
    }
    let without: BTreeSet<_> = missing.iter().map(|(grant, _)| grant.id).collect();
    let there: BTreeSet<_> = books.iter().map(|(grant, _)| grant.id).collect();
    let is_made = |document: &Document| {
        let of = with_needs(document.grant.iter().copied());
        of.is_disjoint(&without) && of.is_subset(&there)
    };
    let documents: Vec<_> = chosen.documents().collect();
    let is_needed = |grant: &Grant| {
        chosen.needed().contains(grant.id) || !documents.iter().any(|one| is_made(one))
    };
    let mut absent = Vec::new();
    for (grant, Missing { file, place, help }) in missing {
        if is_needed(grant) {
            let text = say::named_not_there(&file);
            problems.add(Problem::new(Code::R06, place, text).help(help));
            continue;
        }
        let one = Absent::new(file, grant, &documents, is_made);
        one.warn_at(place, help, problems);
        absent.push(one);
    }
    absent
}

/// A workbook that another names and that is not there.
struct Missing {
    file: String,
    /// The cell that names it.
    place: Location,
    help: Message,
}

/// The workbooks that a workbook names and that are not among the files there are.
fn missing_of(names: Names, book: &Book, files: &[Fil]) -> Vec<Missing> {
    let Some(grant) = GRANTS.iter().find(|grant| grant.id == names.grant) else {
        return Vec::new();
    };
    let schema = grant.workbook_file;
    let there: Vec<_> = files.iter().filter_map(|file| schema.name_in(&file.namn)).collect();
    let cells = book.rows(names.sheet).iter().filter_map(|row| row.text(names.column));
    let missing = cells.filter_map(|cell| {
        let name = Names::in_cell(&cell.value);
        let file = schema.file_named(&name);
        let help = say::put_it_there_or_remove(&file, &meant(&name, there.iter().copied()));
        let is_there = there.contains(&name.as_str());
        (!is_there).then_some(Missing { file, place: cell.cell.location, help })
    });
    missing.collect()
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
