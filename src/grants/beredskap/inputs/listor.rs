//! The lists of drugs, and that what they say of each other can be true.

use super::{Lista, motsager};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::messages as say;
use crate::grants::beredskap::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Code, Problem, Problems};
use crate::workbook::Row;
use crate::workbook::text::normalized;

/// The lists, in the workbook's order.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Lista>> {
    let rows = reader.book.rows(sheet::LISTOR);
    for row in rows {
        ingar(reader.problems, row, rows);
        previous(reader.problems, row);
    }
    let listor: Vec<_> =
        (1..).zip(rows).map(|(nummer, row)| en_lista(reader, nummer, row)).collect();
    listor.into_iter().collect()
}

fn en_lista(reader: &mut Reader<'_>, nummer: usize, row: &Row) -> Option<Lista> {
    const SHEETS: &str = sheet::LISTOR;
    let count = reader.row_figure(SHEETS, row, "antal", &contract::LISTA_ANTAL.at(nummer));
    let tidigare = contract::LISTA_TIDIGARE_ANTAL.at(nummer);
    let tidigare = reader.row_figure(SHEETS, row, "tidigare_antal", &tidigare);
    Some(Lista { nummer, count: count?, tidigare })
}

/// A list that is said to be part of another: there is such a list, and it is no shorter.
fn ingar(problems: &mut Problems, row: &Row, rows: &[Row]) {
    let (Some(ingar_i), Some(name)) = (row.text("ingar_i"), row.text("lista")) else { return };
    let heter = |row: &&Row| {
        row.text("lista").is_some_and(|name| normalized(&name.value) == normalized(&ingar_i.value))
    };
    let hittad = rows.iter().find(heter);
    let Some(hela) = hittad.filter(|_| normalized(&name.value) != normalized(&ingar_i.value))
    else {
        let text = say::list_unknown(&words::quoted(&ingar_i.value));
        motsager(problems, &ingar_i.cell, text, say::name_of_list());
        return;
    };
    let (Some(del), Some(hela)) = (row.integer("antal"), hela.integer("antal")) else { return };
    if del.value > hela.value {
        let text = say::part_is_longer(&del.value, &hela.value);
        motsager(problems, &del.cell, text, say::no_longer_than_whole());
    }
}

/// An earlier number of substances is nothing without the version it was in, nor the other way.
fn previous(problems: &mut Problems, row: &Row) {
    let (count, version) = (row.integer("tidigare_antal"), row.text("tidigare_version"));
    let (cell, missing) = match (count, version) {
        (Some(count), None) => (count.cell, "Tidigare version"),
        (None, Some(version)) => (version.cell, "Tidigare antal"),
        _ => return,
    };
    let text = say::earlier_incomplete(&words::quoted(missing));
    problems.add(Problem::new(Code::I06, cell.location, text).help(say::both_or_neither()));
}
