//! The workbooks of the year after a computed one. What is inherited is the schemas' to say; here it is
//! only known where the figures came from.

use std::collections::BTreeSet;
use std::path::Path;

use super::absent::is_missing;
use super::selection::Selection;
use super::{OnEvent, Options, compute_books, read_folder, workbook_file};
use crate::grants::{GRANTS, Grant};
use crate::output::Files;
use crate::problem::Problems;
use crate::render::{PdfStandard, Templates};
use crate::workbook::Predecessor;

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
/// is read, also where workbooks of some grants `only` are wanted.
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
    let (computed, books) = compute_books(read, on_event)?;
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
