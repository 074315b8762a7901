//! The workbooks of the set hold what the documents state: a sheet for each table, and in each cell the
//! unrounded value in the unit it is printed in.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::proof::{document_set, field, json as view, with_field};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn books() -> impl Iterator<Item = (&'static str, Book<'static>)> {
    let files = document_set().files.iter();
    // A calculation has no document beside it.
    let own = files.filter(|(file, _)| !file.starts_with("berakning-"));
    let xlsx = own.filter_map(|(file, bytes)| Some((file.strip_suffix(".xlsx")?, bytes)));
    xlsx.map(|(name, bytes)| {
        (name, Xlsx::new(Cursor::new(bytes.as_slice())).expect("calamine reads it"))
    })
}

fn tables(json: &Value) -> Vec<&Value> {
    let mut tables = Vec::new();
    with_field(json, &["rader", "kolumner", "avrundade"], &mut tables);
    tables
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn caption(table: &Value) -> String {
    match table["nummer"].as_u64() {
        Some(number) => format!("Tabell {number}. {}", field(table, "rubrik")),
        None => field(table, "rubrik").to_owned(),
    }
}

/// A figure's value in the unit it is printed in, as far as a cell can hold it.
fn in_printed_unit(number: &Value) -> Decimal {
    let value = number["varde"].to_string().trim_matches('"').parse::<Decimal>().expect("a number");
    let scale: Decimal = field(number, "skala").parse().expect("a number");
    value / scale
}

fn compare(cell: &Data, printed: &Value, place: &str) {
    if printed["skrivs"] == "datum" {
        let day = cell.as_date().expect("a date").to_string();
        assert_eq!(day, field(printed, "text"), "{place}");
        return;
    }
    let number: Decimal = match cell {
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        something_else => panic!("{place} is no number: {something_else:?}"),
    }
    .parse()
    .expect("a number");
    let expected = in_printed_unit(printed);
    let near = Decimal::new(1, 12) * expected.abs().max(Decimal::ONE);
    assert!((number - expected).abs() <= near, "{place} is {number}, not {expected}");
}

/// Compares a table with its sheet; returns how many figures.
fn compare_table(sheet: &Range<Data>, table: &Value, name: &str) -> usize {
    let rows = list(table, "rader");
    let first = 1 + u32::from(rows.iter().any(|row| row["lanskod"].is_string()));
    let mut count = 0;
    for (place_in_the_sheet, row) in (5..).zip(rows) {
        for (column, number) in (first..).zip(list(row, "celler")) {
            let place = format!("{name}, {}, {}", caption(table), field(row, "rubrik"));
            let cell = sheet.get_value((place_in_the_sheet, column)).unwrap_or(&Data::Empty);
            if number.is_null() {
                let unknown = list(row, "okanda")
                    .iter()
                    .find(|unknown| unknown["kolumn"].as_u64() == Some(u64::from(column - first)));
                let expected = unknown.map(|unknown| field(unknown, "text"));
                assert_eq!(cell.get_string(), expected, "{place}");
            } else {
                compare(cell, number, &place);
                count += 1;
            }
        }
    }
    count
}

#[test]
fn every_table_has_its_sheet_and_every_figure_its_number() {
    let (mut count, mut sheets) = (0, 0);
    for (name, mut book) in books() {
        let json = view(&format!("{name}.json"));
        let tables = tables(&json);
        let mut sheet = book.worksheets();
        for table in &tables {
            let caption = Data::String(caption(table));
            let place =
                sheet.iter().position(|(_, sheet)| sheet.get_value((0, 0)) == Some(&caption));
            let (_, sheet) = sheet.remove(place.unwrap_or_else(|| panic!("{name}: {caption}")));
            count += compare_table(&sheet, table, name);
        }
        let ovriga: Vec<_> = sheet.iter().map(|(name, _)| name.as_str()).collect();
        let mut payments = Vec::new();
        with_field(&json, &["betalningar"], &mut payments);
        let expected: &[_] = if payments.is_empty() { &["Om"] } else { &["Betalningsdagar", "Om"] };
        assert_eq!(ovriga, expected, "{name}");
        sheets += tables.len();
    }
    assert!(sheets > 100 && count > 3_000, "{sheets} tables, {count} figures");
}

#[test]
fn the_annex_holds_its_table_as_whole_numbers_and_its_totals_as_sums() {
    let (_, mut book) = books().find(|(name, _)| *name == "bilaga-4").expect("the annex");
    let name = "Utbetalning per region maj– (1)";
    assert_eq!(book.sheet_names(), [name, "Betalningsdagar", "Om"]);
    let json = view("bilaga-4.json");
    let sheet = book.worksheet_range(name).expect("the table");
    let mut count = 0;
    for (place, row) in (5..).zip(list(&json["bilaga"]["tabell"], "rader")) {
        for (column, cell) in (2..).zip(list(row, "celler")) {
            let expected = cell["varde"].as_i64().expect("kronor");
            let found = sheet.get_value((place, column)).and_then(DataType::as_i64);
            assert_eq!(found, Some(expected), "row {place}, column {column}");
            count += 1;
        }
    }
    assert_eq!(count, 22 * 4);
    let formulas = book.worksheet_formula(name).expect("the formulas");
    for (column, letter_char) in (2..).zip(["C", "D", "E", "F"]) {
        let formula = formulas.get_value((26, column)).map(String::as_str);
        assert_eq!(formula, Some(format!("SUM({letter_char}6:{letter_char}26)").as_str()));
    }
}
