//! What looks wrong in workbooks that can be read: a number out of all proportion, rows that have changed places, last
//! year's column left where it was. Each is a warning, since it may be right; it says why it looks wrong, and how many kronor
//! depend on it. What is usual is data on the schemas' fields; here it is only held against the numbers. Knows no grant.

pub mod confirmed;
mod last_year;
pub mod messages;
mod odd;
mod payees;
mod people;
mod ranges;
mod sources;

use std::collections::BTreeMap;

use self::confirmed::Confirmed;
use crate::figure::{FigureId, Trace};
use crate::problem::{Location, Message, Problem, Problems};
use crate::quantity::Exact;
use crate::simulation::stakes::{Stakes, value_of};
use crate::workbook::Book;
use crate::workbook::numbers::{Column, Number};

/// Something that looks wrong, and what the cells would hold if it is.
#[derive(Debug)]
struct Suspicion {
    problem: Problem,
    /// Cells, each with what the figure read from it would be, in the figure's unit.
    instead: Vec<(Location, Exact)>,
    /// Whether it is of what was computed, and so may follow from something else that looks wrong.
    follows: bool,
}

/// A column with the workbook it is of, and the grant of that.
#[derive(Clone, Debug)]
struct Found<'b> {
    grant: &'b str,
    book: &'b Book,
    column: Column,
}

/// Adds what looks wrong in the workbooks of a year, each given with its grant's id, and takes away what somebody has
/// answered for, which is given back. `trace` is what they came to, if they came to anything: with it each warning says what
/// depends on it.
pub fn inspect(
    books: &[(&str, &Book)],
    trace: Option<&Trace>,
    problems: &mut Problems,
) -> Vec<Confirmed> {
    let all = books.iter().flat_map(|(grant, book)| {
        book.number_columns().into_iter().map(|column| Found { grant, book, column })
    });
    let all: Vec<_> = all.collect();
    let asked = suspicions(&all, books, trace);
    let mut stakes = trace.filter(|_| !asked.is_empty()).map(Depending::new);
    for Suspicion { problem, instead, .. } in asked {
        let kronor = stakes.as_mut().and_then(|stakes| stakes.kronor(&instead));
        problems.add(match kronor {
            Some(kronor) => {
                let said = crate::swedish::number(&Exact::from(kronor), 0);
                problem.at_stake(kronor, Message::alike(format!("{said} kr")))
            }
            None => problem,
        });
    }
    let mut confirmed = Vec::new();
    for one in confirmed::all(books) {
        let value = |location: &Location| value_in(location, &all, books);
        if problems.remove(|problem| one.is_of(problem, value(&problem.location))) {
            confirmed.push(one);
        } else {
            problems.add(one.in_vain());
        }
    }
    confirmed
}

/// How many kronor depend on cells.
struct Depending<'t> {
    trace: &'t Trace,
    stakes: Stakes<'t>,
    /// The figures that were read from each cell.
    leaves: BTreeMap<&'t Location, Vec<FigureId>>,
}

impl<'t> Depending<'t> {
    fn new(trace: &'t Trace) -> Self {
        Self { trace, stakes: Stakes::new(trace), leaves: trace.cells() }
    }

    /// How many kronor would move if cells held something else; none where nothing is computed from them.
    fn kronor(&mut self, instead: &[(Location, Exact)]) -> Option<i64> {
        let mut changes = Vec::new();
        for (location, number) in instead {
            for id in self.leaves.get(location).into_iter().flatten() {
                changes.push((*id, value_of(self.trace, *id, number)?));
            }
        }
        let differences = self.stakes.differences(changes)?;
        self.stakes.moved(&differences)
    }
}

/// What looks wrong, each cell once, by what says most of it; and what follows from what was computed only where nothing
/// else does.
fn suspicions(all: &[Found<'_>], books: &[(&str, &Book)], trace: Option<&Trace>) -> Vec<Suspicion> {
    let people = people::disagreeing(all);
    // Where the people are in doubt, nothing can be said per inhabitant.
    let odd = odd::apart(all, people.is_empty());
    let found = [
        people,
        ranges::beyond(all),
        last_year::moved(all, trace),
        odd,
        payees::others(books),
        sources::old(all),
    ];
    let mut asked: BTreeMap<Location, Suspicion> = BTreeMap::new();
    for one in found.into_iter().flatten() {
        asked.entry(one.problem.location.clone()).or_insert(one);
    }
    let is_first = asked.values().any(|one| !one.follows);
    asked.into_values().filter(|one| !(one.follows && is_first)).collect()
}

/// What stands in a cell that a warning may be about.
fn value_in(location: &Location, all: &[Found<'_>], books: &[(&str, &Book)]) -> Option<String> {
    let mut numbers = all.iter().flat_map(|found| &found.column.numbers);
    let number = numbers.find(|number| number.cell.location == *location);
    if let Some(number) = number {
        return Some(crate::workbook::number::write(number.value));
    }
    let payees = books.iter().flat_map(|(_, book)| book.organisation_numbers());
    let mut payees = payees.filter(|(_, number)| number.cell.location == *location);
    payees.next().map(|(_, number)| number.value)
}

impl Suspicion {
    /// Something that looks wrong, with what cells would hold instead.
    fn new(problem: Problem, instead: Vec<(Location, Exact)>) -> Self {
        Self { problem, instead, follows: false }
    }
}

/// Whether two numbers of the same sign differ by more than so many thousandths of the lesser. Nothing is said of zero, nor
/// of what has changed sign.
fn differ(one: &Exact, other: &Exact, thousandths: i64) -> bool {
    let (a, b) = (one.amount(), other.amount());
    if a.is_zero() || b.is_zero() || one.is_negative() != other.is_negative() {
        return false;
    }
    let (least, greatest) = if a < b { (a, b) } else { (b, a) };
    greatest * Exact::from(1_000) > least * Exact::from(1_000 + thousandths)
}

fn exact(number: &Number) -> Exact {
    Exact::from(number.value)
}

/// A cell, and what the figure read from it would be if it held another number.
fn cell(column: &Column, number: &Number, other: &Exact) -> (Location, Exact) {
    let measure = column.field.kind.measure();
    let value = measure.map_or_else(|| other.clone(), |measure| measure.from_cell(other));
    (number.cell.location.clone(), value)
}

/// A number as a warning says it, with its unit.
fn said(number: &Exact, column: &Column) -> String {
    let unit = if column.of_people { "invånare" } else { column.field.unit() };
    format!("{} {unit}", crate::swedish::short_number(number, 12)).trim_end().to_owned()
}
