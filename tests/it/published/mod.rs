//! The oracle: `inputs/2024` through the whole program, against every figure that was published for
//! 2024: tables 1–5 of the circular and bilaga 4, cell by cell, in the JSON, in the text of the
//! PDF and in the XLSX.

#[cfg(feature = "typeset")]
mod beredskap;
#[cfg(feature = "typeset")]
mod medel;
mod payment_file;
#[cfg(feature = "typeset")]
mod pdf;
#[cfg(feature = "typeset")]
mod prose;
mod tables;
mod xlsx;

use serde_json::Value;
use statsbidrag::output::Files;

#[cfg(feature = "typeset")]
use crate::document_set::compute;
use crate::document_set::of_2024;
use tables::{PublishedFigures, printed_text};

/// The published cells: 5 rows of table 1 with seven amounts, and 22 rows of 2, 3, 8, 5 and 4 columns.
const CELLS: usize = 7 + 22 * (2 + 3 + 8 + 5 + 4);

/// Everything the program makes of 2024.
fn files() -> &'static Files {
    &of_2024().files
}

fn json(file: &str) -> Value {
    serde_json::from_slice(&files()[file]).expect("JSON")
}

/// What is printed in a cell, and the whole number behind it if it is one.
fn stated(cell: &Value) -> (Option<&str>, Option<i64>) {
    (cell["text"].as_str(), cell["varde"].as_i64())
}

/// Compares a table with what was published; returns how many cells.
fn compare_table(json: &Value, published: &PublishedFigures) -> usize {
    let table = json.pointer(published.place).expect("the table is there");
    let rows = table["rader"].as_array().expect("rows");
    assert_eq!(rows.len(), published.rows.len(), "{}", published.place);
    let mut compared = 0;
    for (row, expected) in rows.iter().zip(&published.rows) {
        let place = format!("{}, {}", published.place, expected.heading);
        assert_eq!(row["rubrik"], expected.heading, "{}", published.place);
        let cells = row["celler"].as_array().expect("cells");
        assert_eq!(cells.len(), expected.cells.len(), "{place}");
        for (column, (cell, expected)) in cells.iter().zip(&expected.cells).enumerate() {
            let (text, value) = stated(cell);
            assert_eq!(
                text.map(str::to_owned),
                expected.map(printed_text),
                "{place}, column {column}"
            );
            // Whole, payable kronor and people are integers, and the printed figure is all of it.
            if matches!(cell["enhet"].as_str(), Some("inv")) || value.is_some() {
                assert_eq!(value, *expected, "{place}, column {column}");
            }
            compared += usize::from(expected.is_some());
        }
    }
    compared
}

/// The rows that do not add as printed, by the published figures.
fn does_not_add(published: &PublishedFigures) -> Vec<&str> {
    let Some((terms, result)) = published.sum else { return Vec::new() };
    let number = |row: &tables::Row, column: usize| row.cells[column].expect("a full table");
    published
        .rows
        .iter()
        .filter(|row| {
            let sum: i64 =
                terms.iter().map(|(column, character)| character * number(row, *column)).sum();
            sum != number(row, result)
        })
        .map(|row| row.heading.as_str())
        .collect()
}

#[test]
fn every_published_figure_is_reproduced() {
    let mut compared = 0;
    for (file, published) in
        [("cirkular.json", tables::cirkular()), ("bilaga-4.json", tables::bilaga4())]
    {
        let json = json(file);
        compared +=
            published.iter().map(|published| compare_table(&json, published)).sum::<usize>();
    }
    println!("{compared} published figures compared");
    assert_eq!(compared, CELLS);
}

/// Every amount in kronor is a whole number in the JSON, so that nobody reads a rounded one as paid.
#[test]
fn what_is_paid_is_a_whole_number_in_the_json() {
    let mut whole_parts = 0;
    for (file, places) in [
        (
            "cirkular.json",
            vec![("/statsbidrag/tabell2", vec![0, 1]), ("/statsbidrag/tabell5", vec![0, 4])],
        ),
        ("bilaga-4.json", vec![("/bilaga/tabell", vec![0, 1, 2, 3])]),
    ] {
        let json = json(file);
        for (place, columns) in places {
            for row in json.pointer(place).expect("the table")["rader"].as_array().expect("rows") {
                for column in &columns {
                    assert!(row["celler"][column]["varde"].is_i64(), "{place}: {row}");
                    whole_parts += 1;
                }
            }
        }
    }
    assert_eq!(whole_parts, 22 * (2 + 2 + 4));
}

#[test]
fn the_rows_that_do_not_add_as_printed_are_the_ones_named() {
    let json = json("cirkular.json");
    let mut count = Vec::new();
    for published in tables::cirkular() {
        let expected = does_not_add(&published);
        let table = json.pointer(published.place).expect("the table is there");
        assert_eq!(
            table["avrundade"]["rader"],
            Value::from(expected.clone()),
            "{}",
            published.place
        );
        assert_eq!(table["avrundade"]["antal"], expected.len(), "{}", published.place);
        for row in table["rader"].as_array().expect("rows") {
            let marked = expected.iter().any(|heading| row["rubrik"] == *heading);
            assert_eq!(row["gar_inte_ihop"], marked, "{}: {}", published.place, row["rubrik"]);
        }
        count.push((published.place, expected.len(), expected.contains(&"Riket")));
    }
    assert_eq!(
        count[2..],
        [
            // Eight regions and the total; three rows; seven.
            ("/behovsmodell/tabell3", 9, true),
            ("/solidariskt/tabell4", 3, false),
            ("/statsbidrag/tabell5", 7, false),
        ]
    );
}
