//! The same tables as a workbook: every published cell, as Excel would show it.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use statsbidrag::quantity::{Decimal, Exact};

use crate::published::files;
use crate::published::tables::{self, PublishedFigures};

/// A cell's number as it is shown without decimals.
pub(crate) fn number(cell: &Data) -> Option<i64> {
    let text = match cell {
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        _ => return None,
    };
    let number: Decimal = text.parse().expect("a decimal number");
    Some(Exact::from(number).as_decimal(0).parse().expect("a whole number"))
}

/// The sheet's row with this heading: the numbers right of it.
pub(crate) fn row<'a>(
    mut rows: impl Iterator<Item = &'a [Data]>,
    heading: &str,
) -> Vec<Option<i64>> {
    let found_name = rows.find_map(|row| {
        let place = row.iter().position(|cell| *cell == Data::String(heading.to_owned()))?;
        Some(row.iter().skip(place + 1).map(number).collect::<Vec<_>>())
    });
    found_name.unwrap_or_else(|| panic!("there is no row {heading}"))
}

fn compare(file: &str, sheet: usize, published: &PublishedFigures) -> usize {
    let mut book = Xlsx::new(Cursor::new(&files()[file])).expect("a workbook");
    let page = book.worksheet_range_at(sheet).expect("the sheet is there").expect("it can be read");
    let mut compared = 0;
    for expected in &published.rows {
        let mut cells = row(page.rows(), &expected.heading);
        // The total has no länskod, and an empty cell in its place.
        cells.drain(..cells.len() - expected.cells.len());
        assert_eq!(cells, expected.cells, "{file}, sheet {sheet}, {}", expected.heading);
        compared += expected.cells.iter().flatten().count();
    }
    compared
}

#[test]
fn every_published_figure_stands_in_the_workbooks() {
    let tables = tables::cirkular();
    let cirkular =
        (0..).zip(&tables).map(|(sheet, published)| compare("cirkular.xlsx", sheet, published));
    let compared: usize = cirkular.sum();
    let bilaga = compare("bilaga-4.xlsx", 0, &tables::bilaga4()[0]);
    println!("{} published figures found in the workbooks", compared + bilaga);
    assert_eq!(compared + bilaga, crate::published::CELLS);
}
