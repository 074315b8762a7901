//! What proves that the documents of a run say the same: every figure in every document is the report's,
//! the total of every table is the sum of its regions, and what the grants hold to be equal is equal.
//! Looks at the JSON as published, not at what made it. A difference is a bug, and nothing is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::printed::Tryckt;
use crate::contract::Equality;
use crate::quantity::Decimal;
use crate::region::Region;
use crate::report::Report;
use crate::report::number::Varde;

/// `samstammighet.json`: what was compared in a run, all of which was equal.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Samstammighet {
    /// The version of this form.
    pub version: u32,
    /// The id of the run.
    pub korning: String,
    /// How many different figures the documents state.
    pub siffror: usize,
    /// How many times they state them.
    pub ganger: usize,
    /// How many figures stand in more than one document.
    pub i_flera_dokument: usize,
    /// How many totals were added up from their regions.
    pub summor: usize,
    /// How many cells, values and numbers were read back from the finished files.
    pub tryckta: usize,
    /// What was compared, document by document.
    pub dokument: Vec<Dokument>,
    /// The figures that are found in different ways and shall be equal.
    pub likheter: Vec<Likhet>,
}

/// What a document states.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Dokument {
    /// Its name.
    pub dokument: String,
    /// How many figures it states, each time it does.
    pub siffror: usize,
    /// How many of its totals were added up.
    pub summor: usize,
    /// What was read back from its files, and says what its data say.
    pub tryckt: Tryckt,
}

/// Two figures that shall be equal, and are.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Likhet {
    /// What it says.
    pub text: String,
    /// The one figure.
    pub vanster: String,
    /// The other.
    pub hoger: String,
    /// The value of both.
    pub varde: Varde,
}

/// A figure as a document states it: name, value, unit and status.
pub(super) type Stated = (String, Value, String, String);

/// What one document was seen to state.
#[derive(Debug)]
pub(super) struct Observed {
    document: String,
    date: Option<String>,
    is_draft: bool,
    numbers: Vec<Stated>,
    sums: usize,
    printed: Tryckt,
}

impl Observed {
    /// Looks through a document's JSON; `printed` is what was read back of its files.
    ///
    /// # Panics
    /// If a total is not the sum of its regions: a bug.
    pub(super) fn of(document: &str, json: &Value, printed: Tryckt) -> Self {
        let date = json.pointer("/huvud/datum/iso").and_then(Value::as_str).map(str::to_owned);
        let is_draft = json.pointer("/huvud/utkast") == Some(&Value::Bool(true));
        let (document, numbers) = (document.to_owned(), Vec::new());
        let mut seen = Self { document, date, is_draft, numbers, sums: 0, printed };
        seen.look(json);
        seen
    }

    /// The figures, each time they are stated.
    pub(super) fn stated(&self) -> &[Stated] {
        &self.numbers
    }

    /// Whether the document is, or belongs to, a decision that has not been made.
    pub(super) fn is_draft(&self) -> bool {
        self.is_draft
    }

    /// The day the document bears.
    pub(super) fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    fn look(&mut self, json: &Value) {
        match json {
            Value::Object(field) => {
                self.numbers.extend(number(field));
                self.sums += sums(&self.document, field);
                field.values().for_each(|value| self.look(value));
            }
            Value::Array(parts) => parts.iter().for_each(|value| self.look(value)),
            _ => {}
        }
    }
}

fn number(field: &Map<String, Value>) -> Option<Stated> {
    let text = |name: &str| field.get(name).and_then(Value::as_str).map(str::to_owned);
    Some((text("id")?, field.get("varde")?.clone(), text("enhet")?, text("status")?))
}

/// Adds up every column of a table with a row for each recipient and a total; how many. A row is a
/// recipient's if it has a code; of a table of regions, only one of them all is added up.
fn sums(document: &str, table: &Map<String, Value>) -> usize {
    let list = |field: &Map<String, Value>, name: &str| -> Vec<Value> {
        field.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let rows = list(table, "rader");
    let coded = |name: &str| -> Vec<&Value> {
        rows.iter().filter(|row| row.get(name).is_some_and(Value::is_string)).collect()
    };
    let (regions, others) = (coded("lanskod"), coded("kod"));
    let total = rows.iter().find(|row| row.get("slag").is_some_and(|kind| kind == "summa"));
    let whole = !others.is_empty() || regions.len() == Region::all().len();
    let Some(total) = total.filter(|_| whole) else { return 0 };
    let cell = |row: &Value, column: usize| amount(row.pointer(&format!("/celler/{column}"))?);
    let mut count = 0;
    for column in 0..list(table, "kolumner").len() {
        let parts: Option<Vec<Decimal>> =
            regions.iter().chain(&others).map(|row| cell(row, column)).collect();
        if let Some((parts, sum)) = parts.zip(cell(total, column)) {
            let table = table.get("id").unwrap_or(&Value::Null);
            let added: Decimal = parts.into_iter().sum();
            assert!(
                (added - sum).abs() <= Decimal::new(1, 10),
                "{document}, table {table}, column {column} does not add up: {added} is not {sum}"
            );
            count += 1;
        }
    }
    count
}

/// What can be added: whole numbers, and kronor also when they are not whole, which stand with twelve
/// decimals: a sum of 21 may miss by the tenth. Shares and means cannot.
fn amount(cell: &Value) -> Option<Decimal> {
    match cell.get("varde")? {
        Value::Number(number) => number.as_i64().map(Decimal::from),
        Value::String(text) if cell.get("enhet")? == "kr" => text.parse().ok(),
        _ => None,
    }
}

impl Samstammighet {
    /// Compares what the documents were seen to state with the report and with each other.
    ///
    /// # Panics
    /// If anything differs: a bug.
    pub(super) fn new(report: &Report, run: &str, seen: &[Observed]) -> Self {
        let mut documents_by_figure: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut times = 0;
        for a_single in seen {
            for number in &a_single.numbers {
                let (id, ..) = number;
                compare(report, &a_single.document, number);
                let documents = documents_by_figure.entry(id).or_default();
                if documents.last() != Some(&a_single.document.as_str()) {
                    documents.push(&a_single.document);
                }
                times += 1;
            }
        }
        let in_several = documents_by_figure.values().filter(|document| document.len() > 1);
        let document = |a_single: &Observed| Dokument {
            dokument: a_single.document.clone(),
            siffror: a_single.numbers.len(),
            summor: a_single.sums,
            tryckt: a_single.printed,
        };
        Self {
            version: 2,
            korning: run.to_owned(),
            siffror: documents_by_figure.len(),
            ganger: times,
            i_flera_dokument: in_several.count(),
            summor: seen.iter().map(|a_single| a_single.sums).sum(),
            tryckta: seen.iter().map(|one| one.printed.all()).sum(),
            dokument: seen.iter().map(document).collect(),
            likheter: equalities(report),
        }
    }
}

fn compare(report: &Report, document: &str, (id, value, unit, status): &Stated) {
    let trace = &report.trace;
    let found_one =
        trace.find(id).unwrap_or_else(|| panic!("{document} states {id}, which nothing computed"));
    let node = trace.node(found_one);
    let computed = match Varde::of(&node.value) {
        Varde::Integer(number) => Value::from(number),
        Varde::Text(text) => Value::from(text),
    };
    assert_eq!(*value, computed, "{document} states another {id} than was computed");
    assert_eq!(unit, node.unit.name(), "{document} states {id} in another unit");
    assert_eq!(status, node.status.name(), "{document} states {id} with another status");
}

fn equalities(report: &Report) -> Vec<Likhet> {
    let equality = |equality: &Equality| {
        let Equality { text, left: left_side, right: right_side } = equality.clone();
        let value = |name: &str| {
            let id = report.trace.find(name).unwrap_or_else(|| panic!("there is no {name}"));
            report.trace.node(id).value.clone()
        };
        let (first_one, change) = (value(&left_side), value(&right_side));
        assert_eq!(first_one, change, "{text}: {left_side} is not {right_side}");
        Likhet { text, vanster: left_side, hoger: right_side, varde: Varde::of(&first_one) }
    };
    report.equalities().map(equality).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn table(amount: impl Fn(usize) -> i64, sum: i64) -> Value {
        let cell = |kr: i64| json!({ "varde": kr });
        let mut rows: Vec<_> = (0..21)
            .map(|place| json!({ "lanskod": "x", "slag": "rad", "celler": [cell(amount(place))] }))
            .collect();
        rows.push(json!({ "lanskod": null, "slag": "summa", "celler": [cell(sum)] }));
        json!({ "id": "t", "kolumner": [{}], "rader": rows })
    }

    #[test]
    fn a_total_is_the_sum_of_its_regions() {
        assert_eq!(Observed::of("a", &table(|_| 2, 42), Tryckt::default()).sums, 1);
    }

    #[test]
    #[should_panic(expected = "does not add up")]
    fn a_total_that_is_not_is_a_bug() {
        Observed::of("a", &table(|_| 2, 43), Tryckt::default());
    }

    #[test]
    #[should_panic(expected = "does not add up")]
    fn the_rows_of_others_than_regions_are_added_too() {
        let text = table(|_| 2, 43).to_string().replace(r#""lanskod":"x""#, r#""kod":"x""#);
        Observed::of("a", &text.parse().expect("JSON"), Tryckt::default());
    }

    #[test]
    fn kronor_are_added_also_when_they_are_not_whole() {
        let text = table(|_| 2, 42).to_string();
        let in_kronor = |sum: &str| {
            let text = text.replace(r#""varde":2}"#, r#""varde":"2.5","enhet":"kr"}"#);
            let text =
                text.replace(r#""varde":42}"#, &format!(r#""varde":"{sum}","enhet":"kr"}}"#));
            assert!(text.contains("2.5") && text.contains(sum), "{text}");
            Observed::of("a", &text.parse().expect("JSON"), Tryckt::default()).sums
        };
        assert_eq!(in_kronor("52.5"), 1);
        let error = std::panic::catch_unwind(|| in_kronor("52.4"));
        assert!(error.is_err(), "a total that is a tenth too low passed");
    }

    #[test]
    #[should_panic(expected = "which nothing computed")]
    fn a_figure_that_was_not_computed_is_a_bug() {
        let json = json!({ "id": "x", "varde": 1, "enhet": "kr", "status": "fastställd" });
        let seen = [Observed::of("a", &json, Tryckt::default())];
        Samstammighet::new(&Report::new(), "", &seen);
    }
}
