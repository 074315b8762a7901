//! What the data of a set say of each other: each figure of its documents against the text it is printed as, against the
//! trace, and against the table of open data; and what the cells of its calculations hold against the trace. Needs
//! nothing that the set was made of, and no program of the same version.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Difference;
use super::messages as say;
use super::print::LARGEST;
use super::set::Set;
use crate::problem::Message;
use crate::readback;
use crate::workbook;

/// The figures of a run, with how each was found.
const TRACE: &str = "trace.json";

/// The figures of the documents as a table for programs.
const OPEN: &str = "oppna-data/siffror.csv";

/// The unit of a figure that is a day: none of the open data.
const DAY: &str = "datum";

/// What the names of calculations begin with.
const CALCULATION: &str = "berakning-";

/// Whether a file is a calculation that computes itself.
pub(super) fn is_calculation(file: &str) -> bool {
    file.starts_with(CALCULATION) && Path::new(file).extension().is_some_and(|end| end == "xlsx")
}

/// The documents of a set: their names, and what they hold.
pub(super) fn documents(set: &Set) -> Vec<(String, Value)> {
    let json = set.bytes.iter().filter(|(name, _)| !name.contains('/'));
    let documents = json.filter_map(|(name, bytes)| {
        let own = name.strip_suffix(".json")?;
        let json: Value = serde_json::from_slice(bytes).ok()?;
        json.pointer("/huvud/dokument").is_some().then(|| (own.to_owned(), json))
    });
    documents.collect()
}

/// What is alike, and what is not, wherever the set says it.
#[derive(Default)]
struct Held {
    compared: usize,
    differences: BTreeSet<Difference>,
}

impl Held {
    fn differs(&mut self, file: &str, id: &str, text: Message, [found, other]: [&str; 2]) {
        let difference = Difference::of(file, text).values(found, other);
        self.differences.insert(Difference { place: Some(id.to_owned()), ..difference });
    }

    fn stands_alone(&mut self, file: &str, id: &str, text: Message) {
        let place = (!id.is_empty()).then(|| id.to_owned());
        self.differences.insert(Difference { place, ..Difference::of(file, text) });
    }
}

/// What the documents state of a figure: its value, with the file that says so first, and the unit.
type Stated<'v> = BTreeMap<&'v str, BTreeMap<String, (String, &'v str)>>;

/// Holds the data of a set against each other: how much was compared, and everything that differs.
pub(super) fn held(set: &Set, documents: &[(String, Value)]) -> (usize, Vec<Difference>) {
    let (mut held, mut stated) = (Held::default(), Stated::new());
    for (document, json) in documents {
        let mut figures = Vec::new();
        collect(json, &mut figures);
        for figure in figures {
            printed(&mut held, &format!("{document}.json"), figure, &mut stated);
        }
    }
    let trace = set.bytes.get(TRACE).map(|bytes| serde_json::from_slice::<Value>(bytes));
    match trace {
        Some(Ok(trace)) => traced(&mut held, set, &trace, &stated),
        Some(Err(_)) => held.stands_alone(TRACE, "", say::no_longer_readable()),
        None => {}
    }
    if let Some(bytes) = set.bytes.get(OPEN) {
        open(&mut held, bytes, &stated);
    }
    (held.compared, held.differences.into_iter().collect())
}

fn collect<'v>(json: &'v Value, into: &mut Vec<&'v Map<String, Value>>) {
    match json {
        Value::Object(fields) => {
            if ["id", "varde", "enhet", "text"].iter().all(|key| fields.contains_key(*key)) {
                into.push(fields);
            }
            fields.values().for_each(|value| collect(value, into));
        }
        Value::Array(all) => all.iter().for_each(|one| collect(one, into)),
        _ => {}
    }
}

fn text<'v>(fields: &'v Map<String, Value>, key: &str) -> &'v str {
    fields.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn value(fields: &Map<String, Value>) -> String {
    let value = fields.get("varde").unwrap_or(&Value::Null);
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A figure of a document against the text it is printed as.
fn printed<'v>(
    held: &mut Held,
    file: &str,
    figure: &'v Map<String, Value>,
    stated: &mut Stated<'v>,
) {
    held.compared += 1;
    let (id, value) = (text(figure, "id"), value(figure));
    if !readback::is_written(figure) {
        held.differs(file, id, say::text_of_another_value(), [text(figure, "text"), &value]);
    }
    let of_its_value = stated.entry(id).or_default().entry(value);
    of_its_value.or_insert_with(|| (file.to_owned(), text(figure, "enhet")));
}

/// What the documents state, and the calculations hold, against the trace.
fn traced(held: &mut Held, set: &Set, trace: &Value, stated: &Stated<'_>) {
    let figures = trace.get("siffror").and_then(Value::as_array).into_iter().flatten();
    let figures = figures.filter_map(Value::as_object);
    let traced: BTreeMap<&str, &Map<String, Value>> =
        figures.map(|figure| (text(figure, "id"), figure)).collect();
    for (id, values) in stated {
        for (value, (file, unit)) in values {
            held.compared += 1;
            match traced.get(id) {
                Some(own) if self::value(own) == *value && text(own, "enhet") == *unit => {}
                Some(own) => {
                    let said = [self::value(own), text(own, "enhet").to_owned()].join(" ");
                    let other = format!("{value} {unit}");
                    held.differs(TRACE, id, say::otherwise_than(file), [&said, &other]);
                }
                None => held.stands_alone(file, id, say::not_in(&TRACE)),
            }
        }
    }
    let values: BTreeMap<&str, &Value> =
        traced.iter().filter_map(|(id, figure)| Some((*id, figure.get("varde")?))).collect();
    for (name, bytes) in set.bytes.iter().filter(|(name, _)| is_calculation(name)) {
        // What lies there may be anything: it is measured before it is read.
        let is_whole = bytes.len() <= LARGEST && workbook::is_whole(name, bytes);
        let read = AssertUnwindSafe(|| readback::calculation_held(&values, bytes));
        match is_whole.then(|| catch_unwind(read)) {
            Some(Ok(Ok(count))) => held.compared += count,
            Some(Ok(Err(all))) => {
                held.differences.extend(all.into_iter().map(|text| Difference::of(name, text)));
            }
            _ => {
                held.differences.insert(Difference::of(name, say::no_longer_readable()));
            }
        }
    }
}

/// A row of the open data.
#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    #[serde(rename = "varde")]
    value: String,
    #[serde(rename = "enhet")]
    unit: String,
}

/// The table of open data against what the documents state.
fn open(held: &mut Held, bytes: &[u8], stated: &Stated<'_>) {
    let rows = csv::ReaderBuilder::new().from_reader(bytes).into_deserialize();
    let Ok(rows) = rows.collect::<Result<Vec<Row>, _>>() else {
        return held.stands_alone(OPEN, "", say::no_longer_readable());
    };
    let mut seen = BTreeSet::new();
    for Row { id, value, unit } in &rows {
        held.compared += 1;
        seen.insert(id.as_str());
        let stated = stated.get(id.as_str()).and_then(BTreeMap::first_key_value);
        match stated {
            Some((other, (_, of_it))) if other == value && of_it == unit => {}
            Some((other, (file, of_it))) => {
                let [said, other] = [(value, unit.as_str()), (other, *of_it)]
                    .map(|(value, unit)| format!("{value} {unit}"));
                held.differs(OPEN, id, say::otherwise_than(file), [&said, &other]);
            }
            None => held.stands_alone(OPEN, id, say::in_no_document()),
        }
    }
    let units = stated.iter().filter_map(|(id, values)| {
        let (_, (_, unit)) = values.first_key_value()?;
        Some((*id, *unit))
    });
    for (id, _) in units.filter(|(id, unit)| *unit != DAY && !seen.contains(id)) {
        held.stands_alone(OPEN, id, say::lacks());
    }
}
