//! The columns of numbers that pots are shared out by: which of them is the population, and a figure for each
//! recipient.

use rust_decimal::Decimal;

use super::Kolumner;
use super::mottagare::Read;
use crate::contract::beslut::{self as contract, Kolumn};
use crate::figure::formula::in_a_sentence;
use crate::figure::{Figure, Sourced, Status};
use crate::grants::Reader;
use crate::grants::beslut::messages as say;
use crate::grants::beslut::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Cell, Code, Location, Problem};
use crate::quantity::{Exact, Invanare, Vikt};
use crate::workbook::book::{OwnColumn, Recipients};
use crate::workbook::number;
use crate::workbook::text::normalized;

/// The unit of a column that is the population, long and short; with more words after it, the unit of some of it.
const POPULATION: [&str; 2] = ["invånare", "inv"];

/// Of whom a column of people is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum People {
    /// Everybody: `invånare`.
    Everybody,
    /// Those whom the unit names: `invånare 15–24 år`.
    Part,
}

/// Of whom a column of this unit is; none if it is not of people.
fn people(unit: &str) -> Option<People> {
    let unit = normalized(unit);
    let rest = POPULATION.iter().find_map(|word| unit.strip_prefix(*word));
    match rest? {
        "" => Some(People::Everybody),
        rest if rest.starts_with([' ', ',']) && !rest.starts_with(" per ") => Some(People::Part),
        _ => None,
    }
}

/// Whether a heading speaks of an age: `Befolkning 15–24 år`, `Antal 85-åringar`.
fn names_an_age(heading: &str) -> bool {
    let heading = normalized(heading);
    let words: Vec<_> = heading.split(' ').collect();
    let years = words.windows(2).any(
        |pair| matches!(pair, [number, "år"] if number.ends_with(|c: char| c.is_ascii_digit())),
    );
    years || words.iter().any(|word| word.starts_with("ålder") || word.contains("åring"))
}

/// What each column of the sheet is.
pub(super) fn described(recipients: &Recipients) -> Vec<Kolumn> {
    let population = |column: &OwnColumn| people(&column.unit) == Some(People::Everybody);
    let unit = |column: &OwnColumn| match people(&column.unit) {
        // Of whom the inhabitants are, the heading says too.
        Some(_) => POPULATION[0].to_owned(),
        None => column.unit.clone(),
    };
    let columns = recipients.columns.iter();
    let one = |(nummer, column): (usize, &OwnColumn)| Kolumn {
        nummer,
        rubrik: column.heading.clone(),
        i_mening: in_a_sentence(&column.heading),
        enhet: unit(column),
        dag: column.cell.evidence.as_of,
        harledd: column.cell.evidence.status == Status::Harledd,
        befolkning: population(column),
    };
    (1..).zip(columns).map(one).collect()
}

/// Reads every column; none if something was wrong with one.
pub(super) fn read(
    reader: &mut Reader<'_>,
    namn: &str,
    recipients: &Recipients,
    read: Option<&Read>,
) -> Option<Kolumner> {
    let alla = described(recipients);
    let mut whole = checked(reader, recipients, &alla);
    let order = &read?.order;
    let places: Vec<_> = read?.all.iter().map(|one| one.plats.as_str()).collect();
    let (mut befolkning, mut tal) = (None, Vec::new());
    for (kolumn, column) in alla.iter().zip(&recipients.columns) {
        let values: Option<Vec<_>> =
            order.iter().map(|row| column.values.get(*row).cloned().flatten()).collect();
        let Some(values) = values else {
            whole = false;
            continue;
        };
        if kolumn.befolkning {
            // A second population has been refused.
            if befolkning.is_some() {
                tal.push(Vec::new());
                continue;
            }
            befolkning = population(reader, namn, (kolumn, &values), &places);
            whole &= befolkning.is_some();
            tal.push(Vec::new());
        } else {
            let promise = contract::NYCKEL.at((namn, kolumn.nummer));
            let mut calculation = reader.calculation();
            let leaves = values.into_iter().zip(&places).map(|(read, place)| {
                let read = read.map(|number| Vikt::new(Exact::from(number)));
                calculation.leaf_at(&promise, place, read)
            });
            tal.push(leaves.collect());
        }
    }
    if whole {
        // Its first number, and not its heading, stands for a column: that is a cell that holds something of it.
        let cell = |column: &OwnColumn| {
            let first = column.values.iter().flatten().next();
            first.map_or_else(|| column.cell.clone(), |read| read.cell.clone())
        };
        let cells = recipients.columns.iter().map(cell).collect();
        reader.state(&contract::KOLUMNER.at(namn), alla.clone(), cells);
    }
    whole.then_some(Kolumner { alla, befolkning, tal })
}

/// Whether there are columns, at most one of them the population, and that of the day that the decision states.
fn checked(reader: &mut Reader<'_>, recipients: &Recipients, alla: &[Kolumn]) -> bool {
    let mut whole = true;
    let mut no = |problem: Problem| {
        whole = false;
        reader.problems.add(problem);
    };
    if recipients.columns.is_empty()
        && let Some(place) = first_own_heading(recipients)
    {
        let problem = Problem::new(Code::I02, place, say::no_columns());
        no(problem.help(say::name_a_column()));
    }
    let mut populations =
        alla.iter().zip(&recipients.columns).filter(|(kolumn, _)| kolumn.befolkning);
    let first = populations.next();
    if let (Some((first, _)), Some((second, column))) = (first, populations.next()) {
        let (first, second) = (words::quoted(&first.rubrik), words::quoted(&second.rubrik));
        let text = say::two_populations(&first, &second);
        let problem = Problem::new(Code::R04, column.cell.location.clone(), text);
        no(problem.expected(say::one_population()));
    }
    if let Some((kolumn, column)) = first.filter(|(kolumn, _)| names_an_age(&kolumn.rubrik)) {
        let text = say::part_of_population(&words::quoted(&kolumn.rubrik));
        let problem = Problem::new(Code::R08, column.unit_place.clone(), text);
        reader.problems.add(problem.help(say::say_of_whom()));
    }
    counted_that_day(reader, recipients, alla) && whole
}

/// Where the heading of the first column of the user's own is to stand.
fn first_own_heading(recipients: &Recipients) -> Option<Location> {
    let last = recipients.rows.first()?.place("organisationsnummer")?;
    let cell = last
        .cell
        .map(|cell| Cell { row: cell.row.saturating_sub(1).max(1), column: cell.column + 1 });
    Some(Location { cell, ..last.clone() })
}

/// Whether the people are those of the day that the decision states: everybody, or else those whom the columns are of.
fn counted_that_day(reader: &mut Reader<'_>, recipients: &Recipients, alla: &[Kolumn]) -> bool {
    let Some(stated) = reader.book.date(sheet::DOKUMENT, "befolkningsdag") else { return true };
    let columns = || alla.iter().zip(&recipients.columns);
    let all: Vec<_> = columns().filter(|(kolumn, _)| kolumn.befolkning).take(1).collect();
    let some = columns().filter(|(_, column)| people(&column.unit) == Some(People::Part));
    let counted = if all.is_empty() { some.collect() } else { all };
    if counted.is_empty() {
        let called = |column: &&OwnColumn| normalized(&column.heading).starts_with("befolkning");
        reader.problems.add(match recipients.columns.iter().find(called) {
            Some(column) => {
                let text = say::not_in_inhabitants(&words::quoted(&column.heading));
                Problem::new(Code::R04, column.unit_place.clone(), text)
                    .expected(say::inhabitants_as_unit())
            }
            None => Problem::new(Code::R04, stated.cell.location, say::no_population())
                .expected(say::inhabitants_as_unit()),
        });
        return false;
    }
    let mut whole = true;
    for (kolumn, column) in counted {
        if kolumn.dag != Some(stated.value) {
            let text = match kolumn.dag {
                Some(day) => say::population_of(&day),
                None => say::population_of_no_day(),
            };
            let problem = Problem::new(Code::I15, column.day_place.clone(), text);
            reader.problems.add(problem.expected(say::population_day(&stated.value)));
            whole = false;
        }
    }
    whole
}

fn population(
    reader: &mut Reader<'_>,
    namn: &str,
    (kolumn, values): (&Kolumn, &[Sourced<Decimal>]),
    places: &[&str],
) -> Option<Vec<Figure<Invanare>>> {
    let promise = contract::BEFOLKNING.at(namn);
    let mut leaves = Vec::new();
    for (read, place) in values.iter().zip(places) {
        let whole = i64::try_from(read.value).ok();
        let whole = whole.filter(|count| read.value.is_integer() && *count > 0);
        let Some(count) = whole else {
            let number = number::write(read.value);
            let heading = words::quoted(&kolumn.rubrik);
            let text = if read.value.is_zero() {
                say::nobody_lives_there(&heading)
            } else {
                say::not_whole(&number, &heading)
            };
            let problem = Problem::new(Code::I07, read.cell.location.clone(), text);
            reader.problems.add(problem.expected(say::whole_inhabitants()));
            continue;
        };
        let read = read.clone().map(|_| Invanare::from_integer(count));
        leaves.push(reader.calculation().leaf_at(promise.kept(), place, read));
    }
    (leaves.len() == places.len()).then_some(leaves)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_says_whether_everybody_is_counted() {
        for unit in ["invånare", " Inv "] {
            assert_eq!(people(unit), Some(People::Everybody), "{unit}");
        }
        for unit in ["invånare 15–24 år", "inv, 85 år och äldre", "Invånare i åldern 0–17 år"]
        {
            assert_eq!(people(unit), Some(People::Part), "{unit}");
        }
        for unit in ["", "kr/inv", "invånare/km²", "invånare per km²", "inventarier", "personer"]
        {
            assert_eq!(people(unit), None, "{unit}");
        }
    }

    #[test]
    fn a_heading_may_speak_of_an_age() {
        for heading in ["Befolkning 15–24 år", "Antal 85-åringar", "Befolkning i åldern 0–17"]
        {
            assert!(names_an_age(heading), "{heading}");
        }
        for heading in ["Befolkning", "Befolkning år 2023", "Folkmängd 31 december 2023"] {
            assert!(!names_an_age(heading), "{heading}");
        }
    }
}
