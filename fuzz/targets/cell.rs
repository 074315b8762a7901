//! Any text in any cell of a number: it is read as a number that is written and read as the same, or refused.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use statsbidrag::grants::beslut::schema::WORKBOOK;
use statsbidrag::problem::{Cell, Problems};
use statsbidrag::workbook::{CellValue, Sheets, number};

const WHOLE: &[u8] = include_bytes!("../../inputs/2024/beslut-sektorsbidrag.xlsx");

/// A workbook, and the cells of its numbers, each with its sheet.
static BOOK: LazyLock<(Sheets, Vec<(&'static str, Cell)>)> = LazyLock::new(|| {
    let mut problems = Problems::new();
    let sheets = Sheets::open(&WORKBOOK, "beslut-prov.xlsx", WHOLE, &mut problems);
    let sheets = sheets.expect("a workbook");
    let book = sheets.read(&mut problems).expect("a book");
    let mut cells = Vec::new();
    for column in book.number_columns() {
        cells.extend(column.numbers.iter().filter_map(|one| Some((column.sheet, one.cell.location.cell?))));
    }
    assert!(!cells.is_empty(), "the workbook has no numbers");
    (sheets, cells)
});

fuzz_target!(|bytes: &[u8]| {
    let [first, second, text @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(text);
    if let Ok(read) = number::read(&text) {
        let again = number::read(&number::write(read));
        assert!(again.as_ref().is_ok_and(|again| *again == read), "{text:?} is {read}, then {again:?}");
    }
    let (sheets, cells) = &*BOOK;
    let place = usize::from(u16::from_le_bytes([*first, *second])) % cells.len();
    let (sheet, cell) = cells[place];
    let mut sheets = sheets.clone();
    sheets.put(sheet, cell, CellValue::Text(text.into_owned()));
    let mut problems = Problems::new();
    let book = sheets.read(&mut problems);
    assert!(book.is_some() || problems.stop(), "no book, and nothing wrong");
});
