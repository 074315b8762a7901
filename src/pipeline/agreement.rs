//! What a workbook says of the year before, held against that year's archived files: where both say what something came
//! to, they must say the same, and a row that the files tell of is not left out. Knows what a field inherits, not what any
//! is about.

use std::collections::{BTreeMap, BTreeSet};

use crate::archive::Archive;
use crate::contract::{self, Shape};
use crate::figure::{FigureNames, Sourced};
use crate::grants::Grant;
use crate::problem::messages::{archive as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};
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
                left_out(grant, book, (sheet.name, *columns), archive, problems);
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

/// Says of the rows that last year had, by the archive, and a list of last year's rows lacks. Nothing is asked of one that
/// is said to hold only some of them, nor where a row's key is missing, which has been reported.
fn left_out(
    grant: &Grant,
    book: &Book,
    (sheet, columns): (&'static str, &'static [Field]),
    archive: &Archive,
    problems: &mut Problems,
) {
    let Some(first) = columns.first().filter(|first| is_last_years(first)) else { return };
    let in_part = in_part(grant, first);
    if in_part.is_some_and(|(page, field)| book.items(page).value(field.id).is_some()) {
        return;
    }
    let slug = |row: &Row| Some(swedish::slug(&key(columns, row)?));
    let there: Option<BTreeSet<String>> = book.rows(sheet).iter().map(slug).collect();
    let Some(there) = there else { return };
    let before = FigureNames::new(grant.id, book.year - 1).country("");
    let mut gone = BTreeMap::new();
    for (name, id) in archive.names().filter_map(|name| Some((name, name.strip_prefix(&before)?))) {
        for field in columns.iter().filter(|field| is_last_years(field)) {
            let Some(row) = field.figure.and_then(|figure| row_of(grant, figure, id)) else {
                continue;
            };
            // What came to nothing last year is no row this year, where its figure says so.
            let is_nothing = || archive.exact(name).is_some_and(|own| own.value.is_zero());
            if !(there.contains(row) || field.id == first.id && is_nothing()) {
                gone.entry(row).or_insert(name);
            }
        }
    }
    for name in gone.into_values() {
        let Some(archived) = archive.exact(name) else { continue };
        let text = say::row_left_out(name, &archived.cell.location);
        let help = match in_part {
            Some((_, field)) => say::add_the_row_or_say(&words::quoted(field.heading)),
            None => say::add_the_row(),
        };
        let place = Location::sheet(&book.file, sheet);
        let problem = Problem::new(Code::R04, place, text);
        problems.add(problem.expected(say::each_of_last_years()).help(help));
    }
}

fn is_last_years(field: &Field) -> bool {
    matches!(field.inherit, Inherit::LastYear { .. })
}

/// The item that says that a list holds only some of last year's rows, and its sheet: by what the list's key is called.
fn in_part(grant: &Grant, key: &Field) -> Option<(&'static str, &'static Field)> {
    let id = format!("foregaende_{}_kanda", key.id);
    grant.workbook_file.sheets.iter().find_map(|sheet| match &sheet.layout {
        Layout::Items(fields) => Some((sheet.name, fields.iter().find(|field| field.id == id)?)),
        _ => None,
    })
}

/// The row that a figure is of, where it is the figure of rows that is meant and none that is named more closely.
fn row_of<'i>(grant: &Grant, figure: &str, id: &'i str) -> Option<&'i str> {
    let (before, after) = figure.split_once("{}")?;
    let row = id.strip_prefix(before)?.strip_suffix(after)?;
    let promises = contract::promises()
        .filter(|one| one.grant == grant.id && one.shape != Shape::Fact && is_named_by(one.id, id));
    let closest = promises.max_by_key(|one| one.id.replace("{}", "").len())?;
    (closest.id == figure && !row.is_empty()).then_some(row)
}

/// Whether something is named by a pattern with `{}` for each key.
fn is_named_by(pattern: &str, id: &str) -> bool {
    let Some((before, after)) = pattern.split_once("{}") else { return pattern == id };
    let Some(rest) = id.strip_prefix(before) else { return false };
    let ends = rest.char_indices().map(|(at, sign)| at + sign.len_utf8());
    ends.filter_map(|end| rest.get(end..)).any(|rest| is_named_by(after, rest))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grants::lakemedel;

    #[test]
    fn a_figure_is_of_the_row_that_it_is_named_by() {
        for (figure, id, row) in [
            ("avdrag_{}", "avdrag_skr", Some("skr")),
            ("avdrag_{}", "avdrag_ihsi_kurs", None),
            ("avdrag_{}", "avdrag_tolerans", None),
            ("avdrag_{}", "avdrag", None),
            ("komponent_{}", "komponent_hepatit_c", Some("hepatit_c")),
            ("trappa_niva{}_fran", "trappa_niva2_fran", Some("2")),
            ("trappa_niva{}_fran", "trappa_niva2_fran_forandring", None),
        ] {
            assert_eq!(row_of(&lakemedel::GRANT, figure, id), row, "{id}");
        }
    }
}
