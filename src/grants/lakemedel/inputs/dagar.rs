//! The days and the period that the agreement counts by: what it states, or what is usual.

use chrono::{Months, NaiveDate};

use crate::calendar::Month;
use crate::contract::lakemedel as contract;
use crate::figure::CellRef;
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{befolkningsdag, gruppdag, sheets};
use crate::problem::{Code, Problem};

/// A day, with the cell that states it where one does.
type Dag = (NaiveDate, Vec<CellRef>);

/// States them; reports a period that ends before it begins.
pub(super) fn state(reader: &mut Reader<'_>) {
    let ar = reader.year();
    let (befolkning, cells) = stated(reader, "befolkningsdag", befolkningsdag(ar));
    reader.state(&contract::BEFOLKNINGSDAG, befolkning, cells.clone());
    // The population next year's grant is counted by is this year's, and may be the key.
    let later = befolkning.checked_add_months(Months::new(12)).unwrap_or(befolkning);
    reader.state(&contract::VINST_FORLUST_BEFOLKNINGSDAG, later, cells);
    let (grupper, cells) = stated(reader, "gruppdag", gruppdag(ar));
    reader.state(&contract::GRUPPDAG, grupper, cells);
    let (from, from_cells) = stated(reader, "solidarisk_fran", first_of(ar - 2, 10));
    let (to, to_cells) = stated(reader, "solidarisk_till", first_of(ar - 1, 9));
    if let Some(cell) = to_cells.first().or(from_cells.first())
        && Month::of(to) < Month::of(from)
    {
        let text = say::period_ends_before(&from, &to);
        reader.problems.add(Problem::new(Code::R04, cell.location.clone(), text));
    }
    reader.state(&contract::SOLIDARISK_PERIOD_FRAN, Month::of(from), from_cells);
    reader.state(&contract::SOLIDARISK_PERIOD_TILL, Month::of(to), to_cells);
}

fn stated(reader: &Reader<'_>, id: &str, usual: NaiveDate) -> Dag {
    match reader.book.date(sheets::OVERENSKOMMELSE, id) {
        Some(read) => (read.value, vec![read.cell]),
        None => (usual, Vec::new()),
    }
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    Month::new(year, month).map_or(NaiveDate::MIN, Month::first_day)
}
