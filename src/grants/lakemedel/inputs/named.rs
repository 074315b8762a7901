//! Rows of lists whose figures are named after them.

use std::collections::BTreeSet;

use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::swedish;
use crate::workbook::book::Row;

/// How the rows of a list are named.
pub(super) struct Names {
    /// The field that holds the name.
    pub(super) field: &'static str,
    /// What such a name is like.
    pub(super) example: Message,
    /// What to do where two rows have the same.
    pub(super) twice: Message,
}

/// What the figures of a row are named by, where it can be told from those of the others; else it is reported.
pub(super) fn named(
    reader: &mut Reader<'_>,
    row: &Row,
    names: &Names,
    seen: &mut BTreeSet<String>,
) -> Option<String> {
    let namn = row.text(names.field)?;
    let id = swedish::slug(&namn.value);
    let quoted = words::quoted(&namn.value);
    let problem = if id.is_empty() {
        let text = say::name_without_letters(&quoted);
        Problem::new(Code::I07, namn.cell.location, text).expected(names.example.clone())
    } else if seen.insert(id.clone()) {
        return Some(id);
    } else {
        Problem::new(Code::I04, namn.cell.location, say::name_twice(&quoted))
            .help(names.twice.clone())
    };
    reader.problems.add(problem);
    None
}
