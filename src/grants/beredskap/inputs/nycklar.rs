//! The keys: the populations that the agreements' money is shared out by, a column for each day that an
//! agreement names. A column's heading says which day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Nycklar, motsager};
use crate::contract::beredskap as contract;
use crate::figure::CellRef;
use crate::grants::Reader;
use crate::grants::beredskap::messages as say;
use crate::grants::beredskap::schema::{population_heading, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::quantity::Invanare;
use crate::region::Region;
use crate::workbook::book::RegionValues;
use crate::workbook::text::normalized;

/// Reads them; `None` if a day has no population, or a column no day, which is reported.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Nycklar> {
    let dagar = days(reader);
    let mut nycklar = Nycklar::new();
    let mut alla = Some(());
    for (heading, values) in reader.book.free_integers(sheet::BEFOLKNING) {
        let Some(dag) = day_of(&heading, &dagar) else {
            // Without agreements nothing can be said of the days.
            if !dagar.is_empty() {
                unknown(reader, &heading, &dagar);
            }
            alla = None;
            continue;
        };
        alla = alla.and(counted_then(reader, &heading, dag, &values));
        let folk = values.map(|_, read| read.clone().map(Invanare::from_integer));
        nycklar.insert(dag, reader.leaves(&contract::BEFOLKNING.at(dag), &folk));
    }
    let headings = reader.book.free_headings(sheet::BEFOLKNING);
    for (dag, cell) in &dagar {
        let has_column = headings.iter().any(|heading| is_of(heading, *dag));
        if !has_column && reader.book.has(sheet::BEFOLKNING) {
            let heading = words::quoted(&population_heading(*dag));
            motsager(reader.problems, cell, say::no_population(dag), say::column_headed(&heading));
        }
        if !nycklar.contains_key(dag) {
            alla = None;
        }
    }
    alla.map(|()| nycklar)
}

/// The days that the agreements name, each with the first cell that does.
fn days(reader: &Reader<'_>) -> BTreeMap<NaiveDate, CellRef> {
    let mut dagar = BTreeMap::new();
    for dag in
        reader.book.rows(sheet::OVERENSKOMMELSER).iter().filter_map(|row| row.date("nyckeldag"))
    {
        dagar.entry(dag.value).or_insert(dag.cell);
    }
    dagar
}

fn is_of(heading: &str, dag: NaiveDate) -> bool {
    normalized(heading) == normalized(&population_heading(dag))
}

fn day_of(heading: &str, dagar: &BTreeMap<NaiveDate, CellRef>) -> Option<NaiveDate> {
    dagar.keys().copied().find(|dag| is_of(heading, *dag))
}

fn unknown(reader: &mut Reader<'_>, heading: &str, dagar: &BTreeMap<NaiveDate, CellRef>) {
    let possible: Vec<_> =
        dagar.keys().map(|dag| words::quoted(&population_heading(*dag))).collect();
    let text = say::population_unknown(&words::quoted(heading));
    let cell = reader.book.heading_cell(sheet::BEFOLKNING, heading);
    reader.problems.add(
        Problem::new(Code::I02, cell, text)
            .expected(say::any_heading(&Message::joined(&possible, ", ")))
            .help(say::correct_heading_or_day()),
    );
}

/// A column that says which day its numbers hold for says the day of its heading.
fn counted_then(
    reader: &mut Reader<'_>,
    heading: &str,
    dag: NaiveDate,
    values: &RegionValues<i64>,
) -> Option<()> {
    let evidence = &values.of(Region::all().next()?).cell.evidence;
    let Some(other) = evidence.as_of.filter(|as_of| *as_of != dag) else { return Some(()) };
    let text = say::counted_another_day(&words::quoted(&evidence.item), &other);
    let cell = reader.book.heading_cell(sheet::BEFOLKNING, heading);
    reader.problems.add(Problem::new(Code::I15, cell, text).expected(Message::alike(dag)));
    None
}
