//! The workbooks of a set against those that are made once more: cell by cell, and formula by formula. What a cell of a
//! calculation holds is held against the trace, by the figure's name: its place is another in another version.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{CellType, Data, Range, Reader, Xlsx};

use super::compare::{Found, Kind};
use super::data::is_calculation;
use super::messages as say;
use crate::problem::Cell;
use crate::workbook;

/// A place in a sheet, row and column from 0.
type Place = (u32, u32);

pub(super) fn xlsx(found: &mut Found, file: &str, (there, made): (&[u8], &[u8])) {
    // What lies there may be anything: it is measured before it is read.
    if there != made && !workbook::is_whole(file, there) {
        return found.stands_alone(Kind::Text, file, "", say::no_longer_readable());
    }
    let [own, fresh] = [there, made].map(|bytes| Xlsx::new(Cursor::new(bytes)));
    let (Ok(mut own), Ok(mut fresh)) = (own, fresh) else {
        return found.stands_alone(Kind::Text, file, "", say::no_longer_readable());
    };
    let number = if is_calculation(file) { Kind::Text } else { Kind::Figure };
    let sheets = fresh.sheet_names();
    for sheet in sheets.iter().map(String::as_str) {
        let both = (own.worksheet_range(sheet), fresh.worksheet_range(sheet));
        let (Ok(own_cells), Ok(fresh_cells)) = both else {
            found.stands_alone(number, file, sheet, say::lacks());
            continue;
        };
        values(found, (file, sheet), number, (&own_cells, &fresh_cells));
        if there != made {
            let both = (own.worksheet_formula(sheet), fresh.worksheet_formula(sheet));
            let (Ok(own), Ok(fresh)) = both else {
                found.stands_alone(Kind::Text, file, sheet, say::no_longer_readable());
                continue;
            };
            formulas(found, (file, sheet), (&own, &fresh));
        }
    }
    for sheet in own.sheet_names().iter().filter(|sheet| !sheets.contains(sheet)) {
        found.stands_alone(Kind::Text, file, sheet, say::has_more());
    }
}

fn values(
    found: &mut Found,
    (file, sheet): (&str, &str),
    number: Kind,
    (own, fresh): (&Range<Data>, &Range<Data>),
) {
    let kind = |cell: &Data| match cell {
        Data::Int(_) | Data::Float(_) => number,
        _ => Kind::Text,
    };
    for ((row, column), fresh) in cells(fresh) {
        let kind = kind(fresh);
        found.compared(kind);
        let own = own.get_value((row, column)).unwrap_or(&Data::Empty);
        let is_same = match (own, fresh) {
            (Data::String(own), Data::String(fresh)) => found.is_same(own, fresh),
            _ => own == fresh,
        };
        if !is_same {
            let place = format!("{sheet} › {}", address(row, column));
            found.differs(kind, file, place, [own, fresh].map(ToString::to_string));
        }
    }
    for ((row, column), more) in cells(own) {
        if fresh.get_value((row, column)).is_none_or(|cell| *cell == Data::Empty) {
            let place = format!("{sheet} › {}", address(row, column));
            found.differs(kind(more), file, place, [more.to_string(), String::new()]);
        }
    }
}

fn formulas(
    found: &mut Found,
    (file, sheet): (&str, &str),
    (own, fresh): (&Range<String>, &Range<String>),
) {
    let of = |range: &Range<String>| -> BTreeMap<Place, String> {
        let written = cells(range).filter(|(_, formula)| !formula.is_empty());
        written.map(|(place, formula)| (place, formula.clone())).collect()
    };
    let (own, fresh) = (of(own), of(fresh));
    let places: BTreeSet<_> = own.keys().chain(fresh.keys()).copied().collect();
    for (row, column) in places {
        found.compared(Kind::Text);
        let [own, fresh] =
            [&own, &fresh].map(|all| all.get(&(row, column)).cloned().unwrap_or_default());
        if own != fresh {
            let place = format!("{sheet} › {} (formel)", address(row, column));
            found.differs(Kind::Text, file, place, [own, fresh]);
        }
    }
}

/// The cells that hold something, with their places in the sheet.
fn cells<T: CellType>(range: &Range<T>) -> impl Iterator<Item = (Place, &T)> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    range.used_cells().map(move |(row, column, cell)| {
        let place = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        ((first_row + place(row), first_column + place(column)), cell)
    })
}

fn address(row: u32, column: u32) -> Cell {
    Cell { row: row + 1, column: column + 1 }
}
