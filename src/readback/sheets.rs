//! A document's workbook and its payment file as they were written, held against its data.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::messages as say;
use crate::problem::Message;

/// The row of a sheet that its columns' headings stand in, from 0.
pub(super) const HEADINGS: u32 = 4;

/// The sheet that says what a workbook is and rests on.
const ABOUT: &str = "Om";

/// The sheet of the days of payment.
const PAYMENTS: &str = "Betalningsdagar";

/// Its columns: their headings, and where a payment of the data has what stands in them.
const OF_A_PAYMENT: [(&str, &str); 9] = [
    ("Utbetalning", "/manad"),
    ("Avser kostnader i", "/kostnadsmanad"),
    ("Betalningsdag", "/dag/iso"),
    ("Avtalsår", "/avtalsar"),
    ("Bilaga", "/bilaga"),
    ("Månadsbelopp", "/manadsbelopp"),
    ("Justering", "/justering"),
    ("Återstod", "/residual"),
    ("Till alla regioner", "/totalt"),
];

/// Holds a workbook against the data it was written from, sheet by sheet: how many cells were read.
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
        match tables.iter().find(|table| table.caption == caption) {
            Some(table) => count += sheet_held(table, &sheet, &mut found),
            None if name == PAYMENTS => count += days_held(json, &sheet, &mut found),
            None => found.push(say::sheet(&name)),
        }
    }
    if found.is_empty() { Ok(count) } else { Err(found) }
}

/// Holds a payment file against the data beside it: every payment is the amount of its recipient, and of its month where
/// the figure is of one; every such amount is paid once; and the last row counts and sums them. How many payments were
/// read.
///
/// # Errors
/// Everything that differs.
pub fn payments_held(json: &Value, csv: &[u8]) -> Result<usize, Vec<Message>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv);
    let rows = reader.deserialize().collect::<Result<Vec<Payment>, _>>();
    let rows = rows.map_err(|error| vec![say::unreadable(&error)])?;
    let (payments, rest) =
        rows.split_at(rows.iter().take_while(|row| row.kind == "BETALNING").count());
    let mut due = Due::default();
    due.look(json);
    let (mut found, mut sum) = (Vec::new(), 0_i64);
    for payment in payments {
        sum = sum.saturating_add(payment.amount.unwrap_or_default());
        if !due.pay(payment) {
            let amount = payment.amount.map(|amount| amount.to_string()).unwrap_or_default();
            found.push(say::payment(&payment.recipient, &amount));
        }
    }
    found.extend(due.unpaid().map(|(code, amount)| say::unpaid(&amount, &code)));
    let last = match rest {
        [last] if last.kind == "SUMMA" => (last.count, last.sum),
        _ => (None, None),
    };
    let shown = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let count = i64::try_from(payments.len()).unwrap_or(i64::MAX);
    for (name, printed, data) in
        [("antal_poster", last.0, count), ("kontrollsumma_kr", last.1, sum)]
    {
        if printed != Some(data) {
            found.push(say::payments(&name, &shown(printed), &data));
        }
    }
    if found.is_empty() { Ok(payments.len()) } else { Err(found) }
}

/// A row of a payment file.
#[derive(Debug, Deserialize)]
struct Payment {
    #[serde(rename = "posttyp")]
    kind: String,
    #[serde(rename = "lanskod")]
    code: String,
    #[serde(rename = "mottagare")]
    recipient: String,
    #[serde(rename = "organisationsnummer")]
    number: String,
    #[serde(rename = "betalningsdag")]
    day: String,
    #[serde(rename = "belopp_kr")]
    amount: Option<i64>,
    #[serde(rename = "antal_poster")]
    count: Option<i64>,
    #[serde(rename = "kontrollsumma_kr")]
    sum: Option<i64>,
}

/// What the data say of whom is paid what.
#[derive(Debug, Default)]
struct Due {
    /// The whole kronor of each recipient's rows, by the recipient's code: the figure's name, the amount, and whether it
    /// has been paid.
    amounts: BTreeMap<String, BTreeMap<String, (i64, bool)>>,
    /// Every text.
    texts: BTreeSet<String>,
}

impl Due {
    fn look(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                let code = ["lanskod", "kod"].iter().find_map(|key| fields.get(*key)?.as_str());
                let cells = fields.get("celler").and_then(Value::as_array);
                if let (Some(code), Some(cells)) = (code, cells) {
                    let own = self.amounts.entry(code.to_owned()).or_default();
                    own.extend(cells.iter().filter_map(|cell| {
                        let id = cell.get("id")?.as_str()?.to_owned();
                        (cell.get("enhet")? == "kr").then_some(())?;
                        Some((id, (cell.get("varde")?.as_i64()?, false)))
                    }));
                }
                fields.values().for_each(|value| self.look(value));
            }
            Value::Array(all) => all.iter().for_each(|one| self.look(one)),
            Value::String(text) => drop(self.texts.insert(text.clone())),
            _ => {}
        }
    }

    /// Whether a payment is one of the recipient's amounts, of its month if it is of one, that has not been paid.
    fn pay(&mut self, payment: &Payment) -> bool {
        let Payment { code, recipient, number, day, amount, .. } = payment;
        let known = |text: &String| text.is_empty() || self.texts.contains(text);
        if ![recipient, number, day].into_iter().all(known) {
            return false;
        }
        let own = self.amounts.get_mut(code).into_iter().flatten();
        let own = own.filter(|(id, (kronor, paid))| {
            let of_its_month = month(id).is_none_or(|month| day.starts_with(&month));
            !paid && Some(*kronor) == *amount && of_its_month
        });
        // Of a month's figure and another as large, the month's.
        let found = own.max_by_key(|(id, _)| month(id).is_some());
        found.map(|(_, (_, paid))| *paid = true).is_some()
    }

    /// The amounts of the same figures as are paid, that are not.
    fn unpaid(&self) -> impl Iterator<Item = (&str, i64)> {
        let all = || {
            self.amounts.iter().flat_map(|(code, own)| {
                own.iter()
                    .map(move |(id, (amount, paid))| (code.as_str(), kind(id), *amount, *paid))
            })
        };
        let paid: BTreeSet<_> = all().filter(|one| one.3).map(|one| one.1).collect();
        // Nothing is not paid.
        let left = all().filter(move |(_, kind, amount, is_paid)| {
            !is_paid && *amount != 0 && paid.contains(kind)
        });
        left.map(|(code, _, amount, _)| (code, amount))
    }
}

/// What a figure is, whosever and of whatever month.
fn kind(id: &str) -> String {
    let figure = id.split('.').skip(3).collect::<Vec<_>>().join(".");
    match month(id) {
        Some(month) => figure.replace(&month.replace('-', "_"), ""),
        None => figure,
    }
}

/// The month that a figure's name ends with, `2024-05` of `utbetalning_2024_05`.
fn month(id: &str) -> Option<String> {
    let mut parts = id.rsplit('_');
    let (month, year) = (parts.next()?, parts.next()?);
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|c| c.is_ascii_digit());
    (digits(month, 2) && digits(year, 4)).then(|| format!("{year}-{month}"))
}

/// A table as a sheet is to hold it.
struct Wanted<'v> {
    caption: String,
    headings: Vec<String>,
    rows: Vec<WantedRow<'v>>,
}

/// A row of it.
struct WantedRow<'v> {
    heading: &'v str,
    /// The code of the region or the other recipient that it is the row of, if it is one's.
    code: Option<&'v str>,
    /// What stands in its cells: a figure, or why there is none.
    cells: Vec<String>,
    /// How many of them are figures.
    figures: usize,
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
    let columns = fields.get("kolumner")?.as_array()?.iter().filter_map(Value::as_object);
    let headings = columns.map(|column| {
        let part = |key: &str| column.get(key).and_then(Value::as_str).unwrap_or_default();
        // A soft hyphen is for lines that break.
        let rubrik = part("rubrik").replace('\u{ad}', "");
        let [group, unit] = ["grupp", "enhet"].map(part);
        let heading = if group.is_empty() { rubrik } else { format!("{group}: {rubrik}") };
        if unit.is_empty() { heading } else { format!("{heading} ({unit})") }
    });
    let rows = fields.get("rader")?.as_array()?.iter().filter_map(Value::as_object).map(|row| {
        let cells = row.get("celler").and_then(Value::as_array).into_iter().flatten();
        let said = |cell: &Value| cell.as_str().map(str::to_owned);
        let cells: Vec<_> =
            cells.map(|cell| cell.as_object().and_then(number).or_else(|| said(cell))).collect();
        let unknown = row.get("okanda").and_then(Value::as_array);
        let why = |place: usize| {
            let own = unknown.into_iter().flatten().find(|one| one["kolumn"] == place);
            own.and_then(|own| own["text"].as_str()).unwrap_or_default().to_owned()
        };
        let text = |key: &str| row.get(key).and_then(Value::as_str);
        WantedRow {
            heading: text("rubrik").unwrap_or_default(),
            code: text("lanskod").or_else(|| text("kod")),
            figures: cells.iter().flatten().count(),
            cells: (0..).zip(cells).map(|(at, cell)| cell.unwrap_or_else(|| why(at))).collect(),
        }
    });
    let heading = fields.get("rubrik")?.as_str()?;
    let caption = match fields.get("nummer").and_then(Value::as_u64) {
        Some(number) => format!("Tabell {number}. {heading}"),
        None => heading.to_owned(),
    };
    Some(Wanted { caption, headings: headings.collect(), rows: rows.collect() })
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
    for (column, heading) in (first + 1..).zip(&table.headings) {
        let own = text(sheet, (HEADINGS, column));
        if own != *heading {
            found.push(say::heading(&table.caption, &own, heading));
        }
    }
    for (place, row) in (HEADINGS + 1..).zip(&table.rows) {
        let (own, code) = (text(sheet, (place, first)), text(sheet, (place, 0)));
        if own != row.heading || first > 0 && code != row.code.unwrap_or_default() {
            found.push(say::row(&table.caption, &(place - HEADINGS), &own, &row.heading));
        }
        for (column, data) in (first + 1..).zip(&row.cells) {
            let own = text(sheet, (place, column));
            if own != *data {
                let under = text(sheet, (HEADINGS, column));
                found.push(say::cell(&table.caption, &row.heading, &under, &own, data));
            }
        }
        count += row.figures;
    }
    count
}

/// The sheet of the days of payment, held against the payments of the data.
fn days_held(json: &Value, sheet: &Range<Data>, found: &mut Vec<Message>) -> usize {
    let mut payments = Vec::new();
    payments_of(json, &mut payments);
    let columns = (0..=last_column(sheet)).map(|column| (column, text(sheet, (HEADINGS, column))));
    let columns: Vec<_> = columns.take_while(|(_, heading)| !heading.is_empty()).collect();
    let last = sheet.end().map_or(HEADINGS, |(row, _)| row);
    let rows = (HEADINGS + 1..=last).take_while(|row| !text(sheet, (*row, 1)).is_empty()).count();
    if rows != payments.len() {
        found.push(say::rows(&PAYMENTS, &rows, &payments.len()));
    }
    let mut count = 0;
    for (heading, place) in OF_A_PAYMENT {
        let own = columns.iter().find(|(_, own)| own == heading);
        for (row, payment) in (HEADINGS + 1..).zip(&payments) {
            let data = match payment.pointer(place) {
                Some(Value::Object(figure)) => number(figure),
                Some(Value::String(text)) => Some(text.clone()),
                Some(Value::Number(number)) => Some(number.to_string()),
                _ => None,
            };
            let printed = own.map_or_else(String::new, |(column, _)| text(sheet, (row, *column)));
            if printed != data.as_deref().unwrap_or_default() {
                let month = text(sheet, (row, 0));
                let data = data.as_deref().unwrap_or_default();
                found.push(say::cell(&PAYMENTS, &month, &heading, &printed, &data));
            }
            count += usize::from(data.is_some());
        }
    }
    let strange =
        columns.iter().filter(|(_, own)| !OF_A_PAYMENT.iter().any(|(name, _)| name == own));
    found.extend(strange.map(|(_, own)| say::heading(&PAYMENTS, own, &"")));
    count
}

pub(super) fn last_column(sheet: &Range<Data>) -> u32 {
    sheet.end().map_or(0, |(_, column)| column)
}

/// The payments of the data, in order.
fn payments_of<'v>(value: &'v Value, into: &mut Vec<&'v Value>) {
    let Value::Object(fields) = value else { return };
    for (key, value) in fields {
        match value {
            Value::Array(all) if key == "betalningar" => into.extend(all),
            other => payments_of(other, into),
        }
    }
}

pub(super) fn text(sheet: &Range<Data>, place: (u32, u32)) -> String {
    match sheet.get_value(place) {
        Some(Data::DateTime(day)) => {
            day.as_datetime().map_or_else(String::new, |day| day.date().to_string())
        }
        Some(value) => value.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn figure(id: &str, kronor: i64) -> Value {
        json!({ "id": id, "varde": kronor, "enhet": "kr", "skala": "1", "skrivs": "tal", "text": kronor.to_string() })
    }

    #[test]
    fn a_workbook_and_a_payment_file_are_read_back() {
        let row = |code: &str, kronor| {
            let cell = figure(&format!("beslut.2024.{code}.x.belopp"), kronor);
            json!({ "rubrik": code, "lanskod": code, "celler": [cell] })
        };
        let json = json!({ "namn": ["A", "B; C"], "rader": [row("01", 7), row("03", 5)] });
        let file = |rows: &[&str]| {
            let head = "posttyp;lanskod;mottagare;organisationsnummer;betalningsdag;belopp_kr;antal_poster;kontrollsumma_kr";
            std::iter::once(head).chain(rows.iter().copied()).collect::<Vec<_>>().join("\r\n")
        };
        let one = "BETALNING;01;A;;;7;;";
        let other = "BETALNING;03;\"B; C\";;;5;;";
        let sum = "SUMMA;;;;;;2;12";
        let read = |rows: &[&str]| payments_held(&json, file(rows).as_bytes());
        assert_eq!(read(&[one, other, sum]).expect("as the data say"), 2);
        for wrong in [
            &[one, "BETALNING;03;A;;;6;;", sum][..],
            // The amounts in place of each other, which sum to the same.
            &["BETALNING;01;A;;;5;;", "BETALNING;03;A;;;7;;", sum],
            &[one, sum],
            // One left out, and the sum mended.
            &[one, "SUMMA;;;;;;1;7"],
            &[one, one, sum],
            &[one, "BETALNING;03;D;;;5;;", sum],
            &[one, other, "SUMMA;;;;;;2;13"],
            &[one, other, "SUMMA;;;;;;3;12"],
            &[one, other],
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
