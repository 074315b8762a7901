//! A document's workbook and its payment file as they were written, held against its data.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::messages as say;
use crate::problem::Message;

/// The row of a sheet that its columns' headings stand in, from 0.
const HEADINGS: u32 = 4;

/// The sheet that says what a workbook is and rests on.
const ABOUT: &str = "Om";

/// Holds a workbook against the data it was written from, every sheet that is a table of theirs: how many cells were
/// read.
///
/// # Errors
/// Everything that differs.
pub fn workbook_held(json: &Value, xlsx: &[u8]) -> Result<usize, Vec<Message>> {
    let unreadable = |error: calamine::XlsxError| vec![say::unreadable(&error)];
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).map_err(unreadable)?;
    let mut tables = Vec::new();
    collect(json, &mut tables);
    let (mut found, mut count) = (Vec::new(), 0);
    // The sheet that tells what the workbook rests on is no table of the data.
    for name in book.sheet_names().into_iter().filter(|name| name != ABOUT) {
        let sheet = book.worksheet_range(&name).map_err(unreadable)?;
        let caption = text(&sheet, (0, 0));
        let Some(table) = tables.iter().find(|table| table.caption == caption) else { continue };
        count += sheet_held(table, &sheet, &mut found);
    }
    if found.is_empty() { Ok(count) } else { Err(found) }
}

/// Holds a payment file against the data beside it: every amount is a figure of theirs, and the last row counts and
/// sums the others. How many payments were read.
///
/// # Errors
/// Everything that differs.
pub fn payments_held(json: &Value, csv: &[u8]) -> Result<usize, Vec<Message>> {
    let file = String::from_utf8_lossy(csv);
    let rows: Vec<Vec<&str>> = file.lines().map(|line| line.split(';').collect()).collect();
    let place = |name: &str| rows.first().and_then(|head| head.iter().position(|own| *own == name));
    let cell = |row: &[&str], name: &str| {
        place(name).and_then(|at| row.get(at)).map_or("", |text| text).to_owned()
    };
    let payments: Vec<_> = rows.iter().filter(|row| row.first() == Some(&"BETALNING")).collect();
    let amounts: Vec<_> =
        payments.iter().map(|row| cell(row, "belopp_kr").parse::<i64>().ok()).collect();
    let mut figures = BTreeSet::new();
    whole_numbers(json, &mut figures);
    let mut found = Vec::new();
    for (row, amount) in payments.iter().zip(&amounts) {
        if amount.is_none_or(|amount| !figures.contains(&amount)) {
            let what = cell(row, "mottagare");
            found.push(say::payment(&what, &cell(row, "belopp_kr")));
        }
    }
    let last = rows.last().map(Vec::as_slice).unwrap_or_default();
    let sum: i64 = amounts.into_iter().flatten().sum();
    for (name, data) in
        [("antal_poster", payments.len().to_string()), ("kontrollsumma_kr", sum.to_string())]
    {
        let printed = cell(last, name);
        if printed != data {
            found.push(say::payments(&name, &printed, &data));
        }
    }
    if found.is_empty() { Ok(payments.len()) } else { Err(found) }
}

/// A table as a sheet is to hold it.
struct Wanted<'v> {
    caption: String,
    rows: Vec<(&'v str, Vec<Option<String>>)>,
}

fn collect<'v>(value: &'v Value, into: &mut Vec<Wanted<'v>>) {
    match value {
        Value::Object(fields) => {
            into.extend(wanted(fields));
            fields.values().for_each(|value| collect(value, into));
        }
        Value::Array(all) => all.iter().for_each(|one| collect(one, into)),
        _ => {}
    }
}

fn wanted(fields: &Map<String, Value>) -> Option<Wanted<'_>> {
    fields.get("kolumner")?;
    let rows = fields.get("rader")?.as_array()?.iter().filter_map(Value::as_object).map(|row| {
        let cells = row.get("celler").and_then(Value::as_array).into_iter().flatten();
        let heading = row.get("rubrik").and_then(Value::as_str).unwrap_or_default();
        (heading, cells.map(|cell| cell.as_object().and_then(number)).collect())
    });
    let heading = fields.get("rubrik")?.as_str()?;
    let caption = match fields.get("nummer").and_then(Value::as_u64) {
        Some(number) => format!("Tabell {number}. {heading}"),
        None => heading.to_owned(),
    };
    Some(Wanted { caption, rows: rows.collect() })
}

/// What a figure is in a cell: its value in the unit it is printed in, or a day.
fn number(figure: &Map<String, Value>) -> Option<String> {
    let text = |key: &str| figure.get(key).and_then(Value::as_str);
    let value = match figure.get("varde")? {
        Value::String(day) if text("skrivs") == Some("datum") => return Some(day.clone()),
        Value::String(number) => number.parse::<Decimal>().ok()?,
        number => Decimal::from(number.as_i64()?),
    };
    let scale: Decimal = text("skala")?.parse().ok()?;
    Some(in_cell(value.checked_div(scale)?))
}

/// A number as the cell of a workbook can hold it.
fn in_cell(number: Decimal) -> String {
    let held = number.to_string().parse::<f64>();
    held.map_or_else(|_| number.to_string(), |held| held.to_string())
}

fn sheet_held(table: &Wanted<'_>, sheet: &Range<Data>, found: &mut Vec<Message>) -> usize {
    let first = u32::from(matches!(text(sheet, (HEADINGS, 0)).as_str(), "Kod" | "Länskod"));
    let mut count = 0;
    for (place, (heading, cells)) in (HEADINGS + 1..).zip(&table.rows) {
        let own = text(sheet, (place, first));
        if own != *heading {
            found.push(say::row(&table.caption, &(place - HEADINGS), &own, heading));
        }
        for (column, data) in (first + 1..).zip(cells) {
            let own = text(sheet, (place, column));
            let is_it = data.as_ref().is_none_or(|data| *data == own);
            if !is_it {
                let data = data.as_deref().unwrap_or_default();
                let under = text(sheet, (HEADINGS, column));
                found.push(say::cell(&table.caption, heading, &under, &own, &data));
            }
            count += usize::from(data.is_some());
        }
    }
    count
}

fn text(sheet: &Range<Data>, place: (u32, u32)) -> String {
    match sheet.get_value(place) {
        Some(Data::DateTime(day)) => {
            day.as_datetime().map_or_else(String::new, |day| day.date().to_string())
        }
        Some(value) => value.to_string(),
        None => String::new(),
    }
}

fn whole_numbers(value: &Value, into: &mut BTreeSet<i64>) {
    match value {
        Value::Object(fields) => {
            into.extend(fields.get("varde").and_then(Value::as_i64));
            fields.values().for_each(|value| whole_numbers(value, into));
        }
        Value::Array(all) => all.iter().for_each(|one| whole_numbers(one, into)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn figure(id: &str, kronor: i64) -> Value {
        json!({ "id": id, "varde": kronor, "skala": "1", "skrivs": "tal", "text": kronor.to_string() })
    }

    #[test]
    fn a_workbook_and_a_payment_file_are_read_back() {
        let json = json!({ "a": figure("x", 7), "b": figure("y", 5) });
        let file = |rows: &[&str]| {
            let head = "posttyp;mottagare;belopp_kr;antal_poster;kontrollsumma_kr";
            std::iter::once(head).chain(rows.iter().copied()).collect::<Vec<_>>().join("\r\n")
        };
        let (one, other, sum) = ("BETALNING;A;7;;", "BETALNING;B;5;;", "SUMMA;;;2;12");
        let read = |rows: &[&str]| payments_held(&json, file(rows).as_bytes());
        assert_eq!(read(&[one, other, sum]).expect("as the data say"), 2);
        for wrong in [
            &[one, "BETALNING;B;6;;", sum][..],
            &[one, sum],
            &[one, other, "SUMMA;;;2;13"],
            &[one, other, "SUMMA;;;3;12"],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        let table = |kronor: i64| {
            let row =
                |name: &str, kronor| json!({ "rubrik": name, "celler": [figure(name, kronor)] });
            let rows = json!([row("A", 7), row("B", kronor)]);
            json!({ "nummer": 1, "rubrik": "T", "kolumner": [{ "rubrik": "kr" }], "rader": rows })
        };
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let texts =
            [(0, 0, "Tabell 1. T"), (4, 0, "Region"), (4, 1, "kr"), (5, 0, "A"), (6, 0, "B")];
        for (row, column, text) in texts {
            sheet.write_string(row, column, text).expect("a cell");
        }
        for (row, number) in [(5, 7.0), (6, 5.0)] {
            sheet.write_number(row, 1, number).expect("a cell");
        }
        let bytes = book.save_to_buffer().expect("a workbook");
        assert_eq!(workbook_held(&table(5), &bytes).expect("as the data say"), 2);
        assert!(workbook_held(&table(6), &bytes).is_err());
    }
}
