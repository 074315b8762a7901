//! The workbooks of the year after a computed one. What is inherited is the schemas' to say; here it is
//! only known where the figures came from.

use std::collections::BTreeSet;
use std::path::Path;

use super::absent::is_missing;
use super::empty::workbook_file;
use super::selection::Selection;
use super::{OnEvent, Options, Read, agree_on_year, compute_books, read_folder};
use crate::grants::{GRANTS, Grant};
use crate::output::Files;
use crate::problem::{Problems, Severity};
use crate::render::{PdfStandard, Templates};
use crate::workbook::Predecessor;
use crate::workbook::schema::{Inherit, SheetSchema};

/// The grants that others are begun from, by id.
type Needed = BTreeSet<&'static str>;

/// The workbooks of a new year.
#[derive(Debug)]
pub struct NewYear {
    /// The year.
    pub year: i32,
    /// A workbook for each grant that the year before has one for, by its file's name.
    pub workbooks: Files,
    /// Warnings about the year before.
    pub warnings: Problems,
}

/// The workbooks of the year after the one in a folder: what persists, what that year came to, and room
/// for what is new. The run named as the source is the one that `generate` makes of the folder, and so the whole folder
/// is read, also where workbooks of some grants `only` are wanted. If something is wrong with others alone, it is the one
/// that `generate` makes of a folder without them.
///
/// # Errors
/// Every problem of the year in the folder, that a workbook is wanted which it does not have, or that one cannot be
/// made.
pub fn year_after(
    folder: &Path,
    only: Option<&BTreeSet<&str>>,
    on_event: OnEvent<'_>,
) -> Result<NewYear, Problems> {
    let selection = Selection::default();
    let mut read = read_folder(folder, &selection, on_event);
    let is_wanted = |grant: &Grant| only.is_none_or(|only| only.contains(grant.id));
    let shown = folder.display().to_string();
    let missing = read.absent.iter().filter(|one| one.is_own());
    for one in missing.filter(|one| only.is_some() && is_wanted(one.grant())) {
        read.problems.add(is_missing(&shown, one.grant()));
    }
    let needed = only.map(needed_for);
    let (computed, books) = compute_books(read, on_event).or_else(|problems| {
        let is_elsewhere = |needed: &Needed| {
            let mut errors = problems.iter().filter(|one| one.code.severity() == Severity::Error);
            errors.all(|one| is_of_others(&one.location.file, needed))
        };
        match needed.filter(is_elsewhere) {
            Some(needed) => compute_books(without_others(folder, &selection, &needed), &|_| ()),
            None => Err(problems),
        }
    })?;
    let options =
        Options { templates: Templates::builtin(), standard: PdfStandard::A3a, selection };
    let run = options.run(&computed.inputs).id;
    let source =
        |grant: &&Grant| (grant.id, format!("{} {}, körning {run}", grant.name, computed.year));
    let sources = GRANTS.iter().map(source).collect();
    let year = computed.year + 1;
    let trace = &computed.report.trace;
    let all = &books.iter().map(|(grant, book)| (grant.id, book)).collect();
    let filled_one = |(grant, book): &super::LoadedBook| {
        let (grant_id, sources) = (grant.id, &sources);
        let predecessor = Predecessor { book, grant: grant_id, books: all, trace, sources };
        workbook_file(grant, book.file.clone(), year, &predecessor.fill())
    };
    let wanted = books.iter().filter(|(grant, _)| is_wanted(grant));
    let workbooks = wanted.map(filled_one).collect::<Result<_, _>>()?;
    Ok(NewYear { year, workbooks, warnings: computed.warnings })
}

/// The grants that the workbooks of some are begun from: their own, those they build on or name, and those they inherit
/// from.
fn needed_for(only: &BTreeSet<&str>) -> Needed {
    let mut left: Vec<_> = GRANTS.iter().copied().filter(|grant| only.contains(grant.id)).collect();
    let mut all = Needed::new();
    while let Some(grant) = left.pop() {
        if all.insert(grant.id) {
            let sources = sources(grant);
            left.extend(GRANTS.iter().copied().filter(|other| sources.contains(other.id)));
        }
    }
    all
}

fn sources(grant: &Grant) -> Needed {
    let fields = grant.workbook_file.sheets.iter().flat_map(SheetSchema::field);
    let inherited = fields.flat_map(|field| match field.inherit {
        Inherit::Outcome { grant, .. } => grant.into_iter().collect::<Vec<_>>(),
        Inherit::RowOutcome { grant, .. } => vec![grant],
        Inherit::RowsOf { rows, .. } => vec![rows.grant],
        Inherit::KeptIf(terms) => terms.iter().map(|term| term.unless.grant).collect(),
        _ => Vec::new(),
    });
    let named = grant.names.iter().map(|names| names.grant);
    inherited.chain(named).chain(grant.needs.iter().chain(grant.after).copied()).collect()
}

/// Whether a file is a workbook of other grants than these.
fn is_of_others(file: &str, needed: &Needed) -> bool {
    let mut grants = GRANTS.iter();
    let grant = grants.find(|grant| grant.workbook_file.name_in(file).is_some());
    grant.is_some_and(|grant| !needed.contains(grant.id))
}

/// A folder as it is read where only the workbooks of some grants lie in it.
fn without_others(folder: &Path, selection: &Selection, needed: &Needed) -> Read {
    let mut read = read_folder(folder, selection, &|_| ());
    read.books.retain(|(grant, _)| needed.contains(grant.id));
    read.inputs.retain(|file| !is_of_others(&file.namn, needed));
    read.problems.remove(|one| is_of_others(&one.location.file, needed));
    read.year = agree_on_year(folder, &read.books, &mut read.problems);
    read
}
