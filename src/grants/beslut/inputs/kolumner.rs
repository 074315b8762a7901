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
use crate::problem::{Code, Problem};
use crate::quantity::{Exact, Invanare, Vikt};
use crate::workbook::book::{OwnColumn, Recipients};
use crate::workbook::number;
use crate::workbook::text::normalized;

/// The unit of a column that is the population.
const POPULATION: [&str; 2] = ["invånare", "inv"];

/// What each column of the sheet is.
pub(super) fn described(recipients: &Recipients) -> Vec<Kolumn> {
    let population = |column: &OwnColumn| POPULATION.contains(&normalized(&column.unit).as_str());
    let columns = recipients.columns.iter();
    let one = |(nummer, column): (usize, &OwnColumn)| Kolumn {
        nummer,
        rubrik: column.heading.clone(),
        i_mening: in_a_sentence(&column.heading),
        enhet: if population(column) { POPULATION[0].to_owned() } else { column.unit.clone() },
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
        let cells = recipients.columns.iter().map(|column| column.cell.clone()).collect();
        reader.state(&contract::KOLUMNER.at(namn), alla.clone(), cells);
    }
    whole.then_some(Kolumner { alla, befolkning, tal })
}

/// Whether there are columns, at most one of them the population, and that of the day that the decision states.
fn checked(reader: &mut Reader<'_>, recipients: &Recipients, alla: &[Kolumn]) -> bool {
    let mut whole = true;
    let stated = reader.book.date(sheet::DOKUMENT, "befolkningsdag");
    let mut no = |problem: Problem| {
        whole = false;
        reader.problems.add(problem);
    };
    if recipients.columns.is_empty()
        && let Some(name) = recipients.rows.first().and_then(|row| row.text("mottagare"))
    {
        let problem = Problem::new(Code::I02, name.cell.location, say::no_columns());
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
    match (stated, first) {
        (Some(stated), Some((kolumn, column))) if kolumn.dag != Some(stated.value) => {
            let text = match kolumn.dag {
                Some(day) => say::population_of(&day),
                None => say::population_of_no_day(),
            };
            let problem = Problem::new(Code::I15, column.day_place.clone(), text);
            no(problem.expected(say::population_day(&stated.value)));
        }
        (Some(stated), None) => {
            let called =
                |column: &&OwnColumn| normalized(&column.heading).starts_with("befolkning");
            no(match recipients.columns.iter().find(called) {
                Some(column) => {
                    let text = say::not_in_inhabitants(&words::quoted(&column.heading));
                    Problem::new(Code::R04, column.unit_place.clone(), text)
                        .expected(say::inhabitants_as_unit())
                }
                None => Problem::new(Code::R04, stated.cell.location, say::no_population())
                    .expected(say::one_population()),
            });
        }
        _ => {}
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
