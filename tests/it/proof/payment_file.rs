//! The payment file as the system that reads it gets it: parsed by another's CSV reader, counted, summed,
//! and compared with the plan and the annexes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use statsbidrag::region::Region;

use crate::proof::{committed, document_set, json as view};

type Row = BTreeMap<String, String>;

fn file() -> &'static [u8] {
    document_set().files.get("betalningsplan.csv").expect("the payment file")
}

/// The rows by column, and the columns in order. A row with more or fewer fields is an error.
fn rows() -> (Vec<Row>, Vec<String>) {
    let mut view = csv::ReaderBuilder::new().delimiter(b';').from_reader(file());
    let columns = view.headers().expect("a first row").iter().map(str::to_owned).collect();
    (view.deserialize().map(|row| row.expect("a row")).collect(), columns)
}

fn kronor(row: &Row, column: &str) -> i64 {
    let text = row.get(column).expect("the column");
    text.parse().unwrap_or_else(|error| panic!("{column}: {text:?}: {error}"))
}

fn field<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).unwrap_or_else(|| panic!("there is no column {column}"))
}

#[test]
fn the_last_row_counts_and_sums_the_others() {
    let (rows, _) = rows();
    let (last, payments) = rows.split_last().expect("rows");
    assert_eq!(field(last, "posttyp"), "SUMMA");
    assert!(payments.iter().all(|row| field(row, "posttyp") == "BETALNING"));
    assert_eq!(payments.len(), 12 * 21);
    assert_eq!(kronor(last, "antal_poster"), 12 * 21);
    let sum: i64 = payments.iter().map(|row| kronor(row, "belopp_kr")).sum();
    assert_eq!(kronor(last, "kontrollsumma_kr"), sum);
    // Whoever sums the column of amounts gets the control sum without leaving a row out.
    assert_eq!(field(last, "belopp_kr"), "");
    let plan = view("betalningsplan.json");
    let number = |pointer: &str| plan.pointer(pointer).and_then(Value::as_i64).expect("a number");
    assert_eq!(number("/plan/totalt/varde"), sum);
    assert_eq!(number("/plan/poster"), 12 * 21);
}

/// The text as such: no byte order mark, CR and LF after every row, every line a row.
#[test]
fn the_file_has_the_form_that_is_described() {
    let text = std::str::from_utf8(file()).expect("UTF-8");
    assert!(text.starts_with("posttyp;") && text.ends_with("\r\n"));
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    assert_eq!(text.lines().count(), 1 + 12 * 21 + 1);
    let (_, columns) = rows();
    let description = committed("docs/betalningsfil.md");
    let described: Vec<_> = description
        .lines()
        .filter_map(|row| row.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name.to_owned())
        .collect();
    assert_eq!(described, columns);
}

#[test]
fn every_payment_has_its_payee_day_status_and_a_reference_of_its_own() {
    let (rows, _) = rows();
    let payments = rows.split_last().expect("rows").1;
    let mut seen = BTreeSet::new();
    for (place, row) in payments.iter().enumerate() {
        let region = Region::all().nth(place % 21).expect("a region");
        assert_eq!(field(row, "lanskod"), region.county_code(), "month by month, by länskod");
        assert_eq!(field(row, "mottagare"), region.official_name());
        let number = field(row, "organisationsnummer");
        assert!(number.len() == 11 && number.chars().nth(6) == Some('-'), "{number}");
        assert_eq!(field(row, "organisationsnummer_status"), "ej bekräftad");
        let ordered = place / 21 + 1 < 12;
        let expected = if ordered { "beslutad" } else { "ej beslutad" };
        assert_eq!(field(row, "beslut_status"), expected);
        let month = format!("2024-{:02}", place / 21 + 1);
        assert!(field(row, "betalningsdag").starts_with(&month), "{row:?}");
        let bilaga = field(row, "bilaga");
        let (concerns, status) = match place / 21 + 1 {
            12 => ("utan bilaga".to_owned(), "exempel"),
            1 => ("bilaga 1".to_owned(), "fastställd"),
            _ => (format!("bilaga {bilaga}"), "exempel"),
        };
        assert_eq!(field(row, "referens"), format!("S2024/00851 {concerns} {month}"));
        assert_eq!(field(row, "belopp_status"), status, "{row:?}");
        assert!(seen.insert((field(row, "referens"), field(row, "lanskod"))), "{row:?}");
    }
}

/// The amounts are those of the plan's tables, and sum to what each annex orders.
#[test]
fn the_payments_are_those_of_the_plan_and_of_the_annexes() {
    let (rows, _) = rows();
    let payments = rows.split_last().expect("rows").1;
    let plan = view("betalningsplan.json");
    let tables = plan.pointer("/plan/manader").and_then(Value::as_array).expect("two tables");
    for (place, row) in payments.iter().enumerate() {
        let (month, region) = (place / 21, place % 21);
        let cell = format!("/rader/{region}/celler/{}/varde", month % 6);
        let table = tables.get(month / 6).expect("a half-year");
        let amount = table.pointer(&cell).and_then(Value::as_i64);
        assert_eq!(amount, Some(kronor(row, "belopp_kr")), "{row:?}");
    }
    for number in 1..=4 {
        let bilaga = view(&format!("bilaga-{number}.json"));
        let sum = bilaga.pointer("/bilaga/summa/varde").and_then(Value::as_i64);
        let own = payments.iter().filter(|row| field(row, "bilaga") == number.to_string());
        assert_eq!(Some(own.map(|row| kronor(row, "belopp_kr")).sum()), sum, "{number}");
    }
}
