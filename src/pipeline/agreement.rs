//! What a workbook says of the year before, held against that year's archived files: where both say what something came
//! to, they must say the same. Knows what a field inherits, not what any is about.

use crate::archive::Archive;
use crate::figure::{FigureNames, Sourced};
use crate::grants::Grant;
use crate::problem::messages::{archive as say, words};
use crate::problem::{Code, Problem, Problems};
use crate::quantity::{Exact, Unit};
use crate::region::Region;
use crate::swedish;
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
                    held(grant, book.year, (field, read), None, archive, problems);
                }
            }
            Layout::Regions { columns, .. } => {
                let rows = book.regions(sheet.name);
                for (region, row) in rows.iter() {
                    for field in *columns {
                        let read = row.value(field.id);
                        held(grant, book.year, (field, read), Some(region), archive, problems);
                    }
                }
            }
            Layout::Lista { .. } | Layout::Recipients { .. } => {}
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

fn held(
    grant: &Grant,
    year: i32,
    (field, read): (&Field, Option<&Sourced<CellValue>>),
    region: Option<Region>,
    archive: &Archive,
    problems: &mut Problems,
) {
    let Some(read) = read else { return };
    let (Some((of, id)), Some(measure)) = (figure(grant, field), field.kind.measure()) else {
        return;
    };
    let names = FigureNames::new(of, year - 1);
    let name = region.map_or_else(|| names.country(id), |region| names.region(region, id));
    let Some(archived) = archive.exact(&name) else { return };
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
    let text = match region {
        Some(region) => {
            let heading = say::of_a_region(&heading, &region);
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
