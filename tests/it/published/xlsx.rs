//! The same tables as a workbook: every published cell, as Excel would show it.

use std::io::{Cursor, Read};
use std::path::Path;

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

/// The practice of accessible statistical tables: one table a sheet with a caption, its status and one row of headings above
/// it, nothing merged, hidden or beside it, and a sheet that says what the workbook is and rests on.
#[test]
fn each_sheet_holds_one_table_that_a_screen_reader_can_follow() {
    let mut sheets = 0;
    let is_workbook = |name: &str| Path::new(name).extension().is_some_and(|own| own == "xlsx");
    let workbooks = files().iter().filter(|(name, _)| is_workbook(name));
    for (file, bytes) in workbooks {
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        for at in 0..package.len() {
            let mut part = package.by_index(at).expect("a part");
            let (name, mut xml) = (part.name().expect("a name").into_owned(), String::new());
            part.read_to_string(&mut xml).expect("XML");
            for tag in ["<mergeCell", "<drawing", "hidden=", "state=\"hidden\""] {
                assert!(!xml.contains(tag), "{tag} in {file}, {name}");
            }
            assert!(!name.starts_with("xl/worksheets/sheet") || xml.contains("state=\"frozen\""));
        }
        let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let all = book.worksheets();
        // The tables of a document come first; a calculation is told what it is before it is opened.
        let about = if file.starts_with("berakning-") { all.first() } else { all.last() };
        assert_eq!(about.expect("a sheet").0, "Om", "{file}");
        for (name, sheet) in &all {
            let place = format!("{file}, {name}");
            let filled = |row: u32| {
                let cells = 0..=sheet.end().map_or(0, |(_, column)| column);
                let cells = cells.map(|column| sheet.get_value((row, column)));
                cells.map(|cell| cell.is_some_and(|cell| *cell != Data::Empty)).collect::<Vec<_>>()
            };
            // The caption and what is said of the table stand in the first column alone.
            for row in 0..3 {
                assert!(filled(row).iter().skip(1).all(|filled| !filled), "{place}");
            }
            assert!(filled(0)[0] && filled(2)[0], "{place}: a caption and a status");
            let first =
                (3..7).find(|row| filled(*row).iter().filter(|filled| **filled).count() > 1);
            let headings = filled(first.unwrap_or_else(|| panic!("{place}: no row of headings")));
            assert!(headings.iter().all(|filled| *filled), "{place}: a column without a heading");
            sheets += 1;
        }
    }
    assert!(sheets > 100, "{sheets} sheets");
}
