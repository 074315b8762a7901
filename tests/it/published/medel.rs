//! The published amounts of sektorsbidraget and of the overview of money per region, against the JSON,
//! the pages and the workbooks. What was not published is worked out here, in whole numbers.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use serde_json::Value;
use statsbidrag::quantity::Decimal;

use crate::published::tables::printed_text;
use crate::published::{files, json, pdf, xlsx};

/// A region as the two documents published it.
struct PublishedTable {
    name: String,
    population: i64,
    /// Standard cost, millionths of a krona per inhabitant.
    standardkostnad: i64,
    /// Kronor.
    sektorsbidrag: i64,
    /// Million kronor.
    medel: i64,
}

fn csv(name: &str) -> Vec<Vec<String>> {
    let file = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut view = csv::Reader::from_path(file).expect("the fixture is there");
    view.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn published_amount() -> Vec<PublishedTable> {
    let (sektorsbidrag, besked) = (csv("sektorsbidrag-2024"), csv("besked-2024"));
    assert_eq!((sektorsbidrag.len(), besked.len()), (21, 21));
    let integer = |text: &str| text.parse().expect("a whole number");
    let region = |(a_single, something_else): (&Vec<String>, &Vec<String>)| {
        assert_eq!(a_single[..2], something_else[..2], "the same region");
        let cost: Decimal = a_single[3].parse().expect("kronor");
        PublishedTable {
            name: a_single[1].clone(),
            population: integer(&a_single[2]),
            standardkostnad: integer(&(cost * Decimal::from(1_000_000)).normalize().to_string()),
            sektorsbidrag: integer(&a_single[4]),
            medel: integer(&something_else[2]),
        }
    };
    sektorsbidrag.iter().zip(&besked).map(region).collect()
}

/// To the nearest whole number, of what is not negative.
fn shared(over: i64, under: i64) -> i64 {
    i64::try_from((2 * i128::from(over) + i128::from(under)) / (2 * i128::from(under)))
        .expect("it fits")
}

/// Tenths as they are printed: `1 477,5`.
fn tenths(number: i64) -> String {
    format!("{},{}", printed_text(number / 10), number % 10)
}

/// The printed cells of the decision's table.
fn decision_row(p: &PublishedTable) -> [String; 4] {
    [
        p.population,
        shared(p.standardkostnad, 1_000_000),
        shared(p.sektorsbidrag, p.population),
        p.sektorsbidrag,
    ]
    .map(printed_text)
}

/// The printed cells of the overview's table, without the marks of what is preliminary.
fn overview_row(p: &PublishedTable) -> [String; 4] {
    let kronor = p.medel * 1_000_000;
    [
        tenths(shared(p.sektorsbidrag, 100_000)),
        tenths(shared(kronor - p.sektorsbidrag, 100_000)),
        printed_text(p.medel),
        printed_text(shared(kronor, p.population)),
    ]
}

/// Rows as they should be printed, the total last.
fn rows(
    row: fn(&PublishedTable) -> [String; 4],
    in_total: [&str; 4],
) -> Vec<(String, [String; 4])> {
    let regions = published_amount();
    let regions = regions.iter().map(|p| (p.name.clone(), row(p)));
    let in_total = in_total.map(|text| text.replace(' ', "\u{a0}"));
    regions.chain([("Totalt".to_owned(), in_total)]).collect()
}

fn decision() -> Vec<(String, [String; 4])> {
    rows(decision_row, ["10 557 682", "28 740", "284", "3 000 000 000"])
}

fn overview() -> Vec<(String, [String; 4])> {
    rows(overview_row, ["3 000,0", "6 842,0", "9 842", "932"])
}

fn compare(table: &Value, expected: &[(String, [String; 4])]) {
    let rows = table["rader"].as_array().expect("rows");
    assert_eq!(rows.len(), expected.len());
    for (row, (name, cells)) in rows.iter().zip(expected) {
        assert_eq!(row["rubrik"], **name);
        for (place, expected) in cells.iter().enumerate() {
            assert_eq!(row["celler"][place]["text"], **expected, "{name}, column {place}");
        }
    }
}

#[test]
fn every_published_sektorsbidrag_is_reproduced() {
    let json = json("beslut-sektorsbidrag.json");
    compare(&json["tabell"], &decision());
    let mut sum = 0;
    for (row, p) in json["tabell"]["rader"].as_array().expect("rows").iter().zip(published_amount())
    {
        // What is paid is a whole number, and the printed figure is all of it.
        assert_eq!(row["celler"][3]["varde"], p.sektorsbidrag, "{}", p.name);
        sum += p.sektorsbidrag;
    }
    assert_eq!(json["tabell"]["rader"][21]["celler"][3]["varde"], sum);
    assert_eq!(json["pott"]["varde"], 3_000_000_000_i64);
    assert_eq!(json["fordelning"]["kolumner"][0]["dag"]["iso"], "2023-11-01");
    assert_eq!(json["fordelning"]["potter"][0]["residual"]["riktning"], "oforandrad");
    assert_eq!(json["exempel"]["mottagare"], "Gotland");
}

#[test]
fn the_overview_of_2024_is_what_was_published() {
    let json = json("besked.json");
    compare(&json["tabell1"], &overview());
    let medel = |row: &Value| row["celler"][2]["varde"].as_str().expect("kronor").to_owned();
    for (row, p) in
        json["tabell1"]["rader"].as_array().expect("rows").iter().zip(published_amount())
    {
        assert_eq!(medel(row), format!("{}000000", p.medel), "{}", p.name);
    }
    assert_eq!(json["summa"]["text"], "9\u{a0}842");
    for (place, expected) in [
        ("/omtalat/belopp/text", "9,8"),
        ("/omtalat/avrundat/text", "9,8"),
        ("/omtalat/skillnad/riktning", "oforandrad"),
        ("/omtalat/avrundning/storlek", "42"),
        ("/omtalat/avrundning/riktning", "upp"),
        ("/per_inv/hogst/region", "Gotland"),
        ("/per_inv/lagst/region", "Stockholm"),
        ("/per_inv/over_medel/antal_i_ord", "tolv"),
        ("/ingar/beslut/0/belopp/text", "3\u{a0}000"),
    ] {
        assert_eq!(json.pointer(place).and_then(Value::as_str), Some(expected), "{place}");
    }
    let ovriga = json["tabell2"]["rader"].as_array().expect("rows");
    let amount = |row: &Value| row["celler"][0]["text"].as_str().expect("text").to_owned();
    let amount: Vec<_> = ovriga.iter().map(amount).collect();
    let all_expected = ["9,0", "68,0", "405,0", "3,0", "133,5", "102,0", "448,0", "2\u{a0}000,0"];
    assert_eq!(amount, all_expected);
    assert_eq!(ovriga[7]["rubrik"], "Kortare köer (cirka, delvis preliminärt)");
    assert_eq!(ovriga[5]["rubrik"], "Fastigheter, förordning (2023:30)");
}

/// All the overview's own figures are preliminary, sektorsbidraget's is not, and what comes of both is.
#[test]
fn preliminary_figures_stay_preliminary_in_every_column() {
    let json = json("besked.json");
    for row in json["tabell1"]["rader"].as_array().expect("rows") {
        let status: Vec<_> = (0..4)
            .map(|place| row["celler"][place]["status"].as_str().expect("a status"))
            .collect();
        let expected = ["härledd", "preliminär", "preliminär", "preliminär"];
        assert_eq!(status, expected, "{}", row["rubrik"]);
    }
    let diagram = &json["per_inv"]["diagram1"];
    for part in ["staplar", "linjer"] {
        for one in diagram[part].as_array().expect("bars and lines") {
            assert_eq!(one["siffra"]["status"], "preliminär", "{one}");
        }
    }
}

/// The text of a page without white space: how far a star stands from its number is the setting's.
fn taken(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn both_tables_stand_row_by_row_on_their_pages() {
    for (file, expected, marks) in [
        ("beslut-sektorsbidrag.pdf", decision(), ["", "", "", ""]),
        ("besked.pdf", overview(), ["", "*", "*", "*"]),
    ] {
        let text = taken(&pdf::text(file));
        let mut left = text.as_str();
        for (name, cells) in &expected {
            let cells = cells.iter().zip(marks).flat_map(|(cell, mark)| [cell.as_str(), mark]);
            let cells: String = cells.collect();
            let row = taken(&format!("{name}{cells}"));
            let Some((_, after)) = left.split_once(&row) else {
                panic!("{file} does not print {row} in its place")
            };
            left = after;
        }
    }
}

#[test]
fn both_tables_stand_in_their_workbooks() {
    let sheet = |file: &str| {
        let mut book = Xlsx::new(Cursor::new(&files()[file])).expect("a workbook");
        book.worksheet_range("Tabell 1").expect("the table")
    };
    let (decision, overview) = (sheet("beslut-sektorsbidrag.xlsx"), sheet("besked.xlsx"));
    for p in published_amount() {
        let row = xlsx::row(decision.rows(), &p.name);
        assert_eq!(
            row,
            [
                Some(p.population),
                Some(shared(p.standardkostnad, 1_000_000)),
                Some(shared(p.sektorsbidrag, p.population)),
                Some(p.sektorsbidrag)
            ]
        );
        let row = xlsx::row(overview.rows(), &p.name);
        assert_eq!(row[2], Some(p.medel), "{}", p.name);
    }
    let sum = xlsx::row(decision.rows(), "Totalt");
    assert_eq!(sum.last(), Some(&Some(3_000_000_000)));
    assert_eq!(xlsx::row(overview.rows(), "Totalt")[2], Some(9_842));
}
