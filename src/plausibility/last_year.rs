//! What differs more from last year, or from what it should be of the size of, than it usually does; of two that do, whether
//! they have changed places. Populations are held against each other in `people`.

use super::{Found, Suspicion, cell, differ, exact, messages as say, said};
use crate::figure::{FigureNames, Trace};
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::quantity::Exact;
use crate::workbook::numbers::{Column, Number, Whose};
use crate::workbook::schema::{Inherit, Near};

/// Two numbers of the same row: one, and what it is held against.
struct Pair<'n> {
    /// This year's, or the one that is to be like the other.
    this: Side<'n>,
    /// Last year's, or the other.
    other: Side<'n>,
}

/// A number, and the column it stands in; of what was computed there is no column.
#[derive(Clone)]
struct Side<'n> {
    value: Exact,
    place: Option<(&'n Column, &'n Number)>,
}

/// Everything that differs more than it usually does.
pub(super) fn moved(all: &[Found<'_>], trace: Option<&Trace>) -> Vec<Suspicion> {
    all.iter().flat_map(|found| of_column(found, all, trace)).collect()
}

fn of_column(found: &Found<'_>, all: &[Found<'_>], trace: Option<&Trace>) -> Vec<Suspicion> {
    let (column, usual) = (&found.column, found.column.field.usual);
    if let Some(near) = usual.near {
        let pairs = column.numbers.iter().filter_map(|number| {
            let other = of_the_size(near, &number.whose, all)?;
            Some(Pair { this: side(column, number), other })
        });
        return judged(&pairs.collect::<Vec<_>>(), near.thousandths, say::unlike);
    }
    let Some(thousandths) = usual.moves else { return Vec::new() };
    let pairs = column.numbers.iter().filter_map(|number| {
        let this = this_year(found, number, all, trace)?;
        Some(Pair { this, other: side(column, number) })
    });
    judged(&pairs.collect::<Vec<_>>(), thousandths, say::changed)
}

fn side<'n>(column: &'n Column, number: &'n Number) -> Side<'n> {
    Side { value: exact(number), place: Some((column, number)) }
}

/// What a number of somebody is to be of the size of: the other column's, or the whole that it is a part of.
fn of_the_size<'n>(near: Near, whose: &Whose, all: &'n [Found<'_>]) -> Option<Side<'n>> {
    let named = |id: &str| {
        let mut columns = all.iter().map(|found| &found.column);
        let column = columns.find(|one| one.sheet == near.sheet && one.field.id == id)?;
        Some((column, column.of(whose)?))
    };
    let (column, number) = named(near.id)?;
    let part = near.part.and_then(named).map(|(_, part)| exact(part));
    let value = match part.filter(|part| !part.is_zero()) {
        // A whole that is found from its part is told with one decimal.
        Some(part) => (exact(number) * Exact::from(1_000) / part).nearest() / Exact::from(10),
        None => exact(number),
    };
    Some(Side { value, place: Some((column, number)) })
}

/// What a number that says what something was last year is this year: as a workbook has it, or as it was computed.
fn this_year<'n>(
    found: &Found<'_>,
    number: &Number,
    all: &'n [Found<'_>],
    trace: Option<&Trace>,
) -> Option<Side<'n>> {
    let column = &found.column;
    let mut own = all.iter().filter(|other| other.book.file == found.book.file);
    match column.field.inherit {
        Inherit::LastYear { sheet, id } => {
            let other =
                own.find(|other| other.column.sheet == sheet && other.column.field.id == id)?;
            Some(side(&other.column, other.column.of(&number.whose)?))
        }
        Inherit::Outcome { grant, number: id } => {
            let other = own.find(|other| {
                other.column.field.id == id && other.column.of(&number.whose).is_some()
            });
            if let Some(other) = other {
                return Some(side(&other.column, other.column.of(&number.whose)?));
            }
            let names = FigureNames::new(grant.unwrap_or(found.grant), found.book.year);
            let name = match &number.whose {
                Whose::Region(region) => names.region(*region, id),
                Whose::Country => names.country(id),
                Whose::Row(_) => return None,
            };
            let node = trace?.node(trace?.find(&name)?);
            let value = column.field.kind.measure()?.to_cell(node.unit, &node.value.exact()?)?;
            Some(Side { value, place: None })
        }
        _ => None,
    }
}

/// What is said of a number that differs: what it is called, whose it is, its value, and the other value.
type Says = fn(&Message, &str, &str, &str) -> Message;

fn judged(pairs: &[Pair<'_>], thousandths: i64, says: Says) -> Vec<Suspicion> {
    let apart: Vec<_> = pairs
        .iter()
        .filter(|pair| differ(&pair.this.value, &pair.other.value, thousandths))
        .collect();
    if let [one, two] = apart.as_slice() {
        let swapped = !differ(&one.this.value, &two.other.value, thousandths)
            && !differ(&two.this.value, &one.other.value, thousandths);
        if let (true, Some(first), Some(second)) = (swapped, one.this.place, two.this.place) {
            return vec![super::people::exchanged(first, second)];
        }
    }
    apart.into_iter().filter_map(|pair| suspicion(pair, says)).collect()
}

fn suspicion(pair: &Pair<'_>, says: Says) -> Option<Suspicion> {
    // What was computed is not to be mended: then it is last year's that may be wrong.
    let (wrong, right, follows) = match (pair.this.place, pair.other.place) {
        (Some(this), _) => (this, &pair.other, false),
        (None, Some(other)) => (other, &pair.this, true),
        (None, None) => return None,
    };
    let (column, number) = wrong;
    let whose = match &number.whose {
        Whose::Country => String::new(),
        Whose::Region(region) => format!(", {region}"),
        Whose::Row(key) => format!(", {key}"),
    };
    let name = words::quoted(&column.heading);
    let text = says(&name, &whose, &said(&exact(number), column), &said(&right.value, column));
    let location = number.cell.location.clone();
    let problem = Problem::new(Code::P02, location, text).help(say::check_or_confirm());
    let instead = vec![cell(column, number, &right.value)];
    Some(Suspicion { follows, ..Suspicion::new(problem, instead) })
}
