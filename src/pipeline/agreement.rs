//! What a workbook says of the year before, held against that year's archived files: where both say what something came
//! to, they must say the same. Knows what a field inherits, not what any is about.

use crate::archive::Archive;
use crate::figure::{FigureNames, Sourced};
use crate::grants::Grant;
use crate::problem::messages::{archive as say, words};
use crate::problem::{Code, Message, Problem, Problems};
use crate::quantity::{Exact, Unit};
use crate::swedish;
use crate::workbook::book::Row;
use crate::workbook::schema::{Field, Inherit, Layout};
use crate::workbook::{Book, CellValue};

/// How many decimals a figure has in an archived file.
const DECIMALS: u32 = 12;

/// Says where a workbook and the archive differ.
pub(super) fn agrees(grant: &Grant, book: &Book, archive: &Archive, problems: &mut Problems) {
    for sheet in grant.workbook_file.sheets {
        match &sheet.layout {
            Layout::Items(fields) => {
                let row = book.items(sheet.name);
                for field in *fields {
                    let read = row.value(field.id);
                    said(field, read, book.year - 1, archive, problems);
                    let Some((of, id)) = figure(grant, field) else { continue };
                    let name = FigureNames::new(of, book.year - 1).country(id);
                    held(&name, (field, read), None, archive, problems);
                }
            }
            Layout::Regions { columns, .. } => {
                let rows = book.regions(sheet.name);
                for (region, row) in rows.iter() {
                    for field in *columns {
                        let read = row.value(field.id);
                        let Some((of, id)) = figure(grant, field) else { continue };
                        let name = FigureNames::new(of, book.year - 1).region(region, id);
                        let of_whom = Message::alike(region);
                        held(&name, (field, read), Some(&of_whom), archive, problems);
                    }
                }
            }
            Layout::Lista { columns, .. } => {
                let rows = book.rows(sheet.name).iter();
                for (key, row) in rows.filter_map(|row| Some((key(columns, row)?, row))) {
                    for field in *columns {
                        let Some((of, figure)) = figure_of_a_row(grant, field) else { continue };
                        let id = figure.replace("{}", &swedish::slug(&key));
                        let name = FigureNames::new(of, book.year - 1).country(&id);
                        let (read, of_whom) = (row.value(field.id), words::quoted(&key));
                        held(&name, (field, read), Some(&of_whom), archive, problems);
                    }
                }
            }
            Layout::Recipients { .. } => {}
        }
    }
}

/// The figure of the year before that a field holds: its grant, and its id.
fn figure(grant: &Grant, field: &Field) -> Option<(&'static str, &'static str)> {
    match field.inherit {
        Inherit::Outcome { grant: other, number } => Some((other.unwrap_or(grant.id), number)),
        Inherit::LastYear { id, .. } => Some((grant.id, id)),
        _ => None,
    }
}

/// The same in a row of a list, with `{}` for the row's key.
fn figure_of_a_row(grant: &Grant, field: &Field) -> Option<(&'static str, &'static str)> {
    match (field.inherit, field.figure) {
        (Inherit::LastYear { .. }, Some(figure)) => Some((grant.id, figure)),
        (Inherit::RowOutcome { grant, number }, _) => Some((grant, number)),
        _ => None,
    }
}

/// Says where a text, a date or a count differs from what an archived document says.
fn said(
    field: &Field,
    read: Option<&Sourced<CellValue>>,
    year: i32,
    archive: &Archive,
    problems: &mut Problems,
) {
    let (Some(read), Some((document, pointer))) = (read, field.archived) else { return };
    let Some((there, place)) = archive.said(document, year, pointer) else { return };
    let here = match &read.value {
        CellValue::Text(text) => text.clone(),
        CellValue::Datum(day) => day.to_string(),
        CellValue::Integer(number) => number.to_string(),
        _ => return,
    };
    if here != there {
        let text = say::disagrees(&words::quoted(field.heading), &here, &there, &place);
        let problem = Problem::new(Code::R04, read.cell.location.clone(), text);
        problems.add(problem.expected(say::the_same()).help(say::correct_or_remove()));
    }
}

/// What the figures of a row are named by: the text, or the number, of its key.
fn key(columns: &[Field], row: &Row) -> Option<String> {
    match &row.value(columns.first()?.id)?.value {
        CellValue::Text(text) => Some(text.clone()),
        CellValue::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Says where a field, of some region or row, differs from an archived figure.
fn held(
    name: &str,
    (field, read): (&Field, Option<&Sourced<CellValue>>),
    of_whom: Option<&Message>,
    archive: &Archive,
    problems: &mut Problems,
) {
    let Some(read) = read else { return };
    let Some(measure) = field.kind.measure() else { return };
    let Some(archived) = archive.exact(name) else { return };
    let (number, decimals) = match &read.value {
        CellValue::Integer(number) => (Exact::from(*number), 0),
        CellValue::Decimal(number) => (Exact::from(*number), number.scale()),
        _ => return,
    };
    let Some(unit) = field.kind.unit() else { return };
    let Some(there) = measure.to_cell(unit, &archived.value) else { return };
    // What has no end is rounded where it was written.
    let exact = if unit == Unit::KronorPerInvanare {
        (&number - &there).amount() <= &half(decimals) + &half(DECIMALS)
    } else {
        number == there
    };
    if exact {
        return;
    }
    let written = |number: &Exact| {
        let number = swedish::short_number(number, DECIMALS);
        format!("{number} {}", measure.text()).trim_end().to_owned()
    };
    let heading = words::quoted(field.heading);
    let place = &archived.cell.location;
    let text = match of_whom {
        Some(of_whom) => {
            let heading = say::of_a_region(&heading, of_whom);
            say::disagrees(&heading, &written(&number), &written(&there), place)
        }
        None => say::disagrees(&heading, &written(&number), &written(&there), place),
    };
    let problem = Problem::new(Code::R04, read.cell.location.clone(), text);
    problems.add(problem.expected(say::the_same()).help(say::correct_or_remove()));
}

/// Half of one of the last decimal.
fn half(decimals: u32) -> Exact {
    (0..decimals).fold(Exact::fraction(1, 2), |half, _| half * Exact::fraction(1, 10))
}
