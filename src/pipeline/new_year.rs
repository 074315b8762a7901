//! The workbooks of the year after a computed one. What is inherited is the schemas' to say; here it is
//! only known where the figures came from.

use std::path::Path;

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
    /// A workbook for each grant, by its file's name.
    pub workbooks: Files,
    /// Warnings about the year before.
    pub warnings: Problems,
}

/// The workbooks of the year after the one in a folder: what persists, what that year came to, and room
/// for what is new. The run named as the source is the one that `generate` makes of the folder.
///
/// # Errors
/// Every problem of the year in the folder, or that a workbook cannot be made.
pub fn year_after(folder: &Path, on_event: OnEvent<'_>) -> Result<NewYear, Problems> {
    let selection = Selection::default();
    let (computed, books) = compute_books(read_folder(folder, &selection, on_event), on_event)?;
    let options =
        Options { templates: Templates::builtin(), standard: PdfStandard::A3a, selection };
    let run = options.run(&computed.inputs).id;
    let source =
        |grant: &&Grant| (grant.id, format!("{} {}, körning {run}", grant.name, computed.year));
    let sources = GRANTS.iter().map(source).collect();
    let year = computed.year + 1;
    let (trace, texts) = (&computed.report.trace, &computed.report.texts_read());
    let all = &books.iter().map(|(grant, book)| (grant.id, book)).collect();
    let filled_one = |(grant, book): &super::LoadedBook| {
        let (grant_id, sources) = (grant.id, &sources);
        let predecessor = Predecessor { book, grant: grant_id, books: all, trace, texts, sources };
        workbook_file(grant, year, &predecessor.fill())
    };
    let workbooks = books.iter().map(filled_one).collect::<Result<_, _>>()?;
    Ok(NewYear { year, workbooks, warnings: computed.warnings })
}
