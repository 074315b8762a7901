//! What the files of a set say against what those say that are made once more: figure by figure, text by text, cell by
//! cell. Knows forms of files, no document: a table is what has columns and rows, a figure what has a value and a name.
//! The id of the run, which each file bears, is none of what it says.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::Value;

use super::cells::xlsx;
use super::messages as say;
use super::set::Set;
use super::{Difference, set};
use crate::manifest::{ID_DIGITS, Manifest};
use crate::output::Files;
use crate::problem::Message;
#[cfg(feature = "typeset")]
use crate::readback;

/// What differs, and how much was compared: figures and texts.
#[derive(Default)]
pub(super) struct Found {
    pub(super) figures: Vec<Difference>,
    pub(super) texts: Vec<Difference>,
    pub(super) compared: [usize; 2],
    /// The ids of the two runs, where they are two.
    runs: Option<[String; 2]>,
}

/// Whether something is a figure or a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Figure,
    Text,
}

/// Compares every file that both have, and whose form is known.
pub(super) fn all(set: &Set, fresh: &Files) -> Found {
    let mut found = Found { runs: runs(set, fresh), ..Found::default() };
    for (name, made) in fresh.iter().filter(|(name, _)| name.as_str() != set::MANIFEST) {
        let Some(there) = set.bytes.get(name) else { continue };
        match name.rsplit_once('.').map_or("", |(_, end)| end) {
            "json" | "jsonld" => json(&mut found, name, (there, made)),
            "csv" => csv(&mut found, name, (there, made)),
            "xlsx" => xlsx(&mut found, name, (there, made)),
            "pdf" if there != made => pdf(&mut found, name, (there, made)),
            _ => {}
        }
    }
    found.figures.sort();
    found.texts.sort();
    found
}

/// Where the data that a page has attached are others than those beside it.
pub(super) fn attached(file: &str, own: &[u8], beside: &[u8]) -> Vec<Difference> {
    let mut found = Found::default();
    json(&mut found, file, (own, beside));
    let mut all = found.figures;
    all.extend(found.texts);
    if all.is_empty() {
        // Written otherwise, though it says the same.
        all.push(Difference::of(file, say::attached_otherwise()));
    }
    all.into_iter().map(|one| Difference { text: say::attached_otherwise(), ..one }).collect()
}

/// The ids of the run of a set, and of the one that made it once more, where they are two.
fn runs(set: &Set, fresh: &Files) -> Option<[String; 2]> {
    let made: Manifest = serde_json::from_slice(fresh.get(set::MANIFEST)?).ok()?;
    let runs = [set.manifest.korning.id.clone(), made.korning.id];
    let is_id = |id: &String| id.len() == ID_DIGITS && id.bytes().all(|c| c.is_ascii_hexdigit());
    let [own, made] = &runs;
    (own != made && runs.iter().all(is_id)).then_some(runs)
}

/// What stands in place of a run's id.
const A_RUN: &str = "KÖRNING";

impl Found {
    /// Whether two texts are the same, but for the run that each is of.
    pub(super) fn is_same(&self, there: &str, made: &str) -> bool {
        let without = |text: &str, run: &String| text.replace(run.as_str(), A_RUN);
        let runs = self.runs.as_ref();
        there == made
            || runs.is_some_and(|[own, fresh]| without(there, own) == without(made, fresh))
    }

    pub(super) fn compared(&mut self, kind: Kind) {
        let [figures, texts] = &mut self.compared;
        match kind {
            Kind::Figure => *figures += 1,
            Kind::Text => *texts += 1,
        }
    }

    pub(super) fn differs(
        &mut self,
        kind: Kind,
        file: &str,
        place: String,
        [there, made]: [String; 2],
    ) {
        let difference = Difference::of(file, say::says_otherwise()).values(there, made);
        let place = (!place.is_empty()).then_some(place);
        let difference = Difference { place, ..difference };
        match kind {
            Kind::Figure => self.figures.push(difference),
            Kind::Text => self.texts.push(difference),
        }
    }

    /// Something that only one of the two has, or that cannot be read.
    pub(super) fn stands_alone(&mut self, kind: Kind, file: &str, place: &str, text: Message) {
        let place = (!place.is_empty()).then(|| place.to_owned());
        let difference = Difference { place, ..Difference::of(file, text) };
        match kind {
            Kind::Figure => self.figures.push(difference),
            Kind::Text => self.texts.push(difference),
        }
    }
}

fn json(found: &mut Found, file: &str, (there, made): (&[u8], &[u8])) {
    let [there, made] = [there, made].map(serde_json::from_slice::<Value>);
    match (there, made) {
        (Ok(there), Ok(made)) => {
            let walk = Walk { file, columns: None, kind: Kind::Text };
            value(found, walk, &mut Vec::new(), (&there, &made));
        }
        _ => found.stands_alone(Kind::Text, file, "", say::no_longer_readable()),
    }
}

/// Where in a JSON file a comparison is.
#[derive(Clone, Copy)]
struct Walk<'a> {
    file: &'a str,
    /// The columns of the table around, if there is one.
    columns: Option<&'a Value>,
    kind: Kind,
}

fn value<'a>(
    found: &mut Found,
    walk: Walk<'a>,
    path: &mut Vec<String>,
    (there, made): (&Value, &'a Value),
) {
    match (there, made) {
        (Value::Object(own), Value::Object(fresh)) => {
            let figure = is_figure(fresh);
            let columns = fresh.get("kolumner").or(walk.columns);
            for (key, fresh) in fresh {
                // Of a figure only its value is one; what it is called and how it came about is text.
                let value_of = figure && VALUES.contains(&key.as_str());
                let kind = if value_of { Kind::Figure } else { walk.kind };
                let walk = Walk { columns, kind, ..walk };
                let step =
                    if ["rader", "celler"].contains(&key.as_str()) { None } else { Some(key) };
                path.extend(step.cloned());
                match own.get(key) {
                    Some(own) => value(found, walk, path, (own, fresh)),
                    None => found.stands_alone(kind, walk.file, &path.join(" › "), say::lacks()),
                }
                path.truncate(path.len() - usize::from(step.is_some()));
            }
            for (key, more) in own.iter().filter(|(key, _)| !fresh.contains_key(*key)) {
                let place = path.iter().map(String::as_str).chain([key.as_str()]);
                let place: Vec<_> = place.collect();
                let kind = if holds_figure(more) { Kind::Figure } else { Kind::Text };
                found.stands_alone(kind, walk.file, &place.join(" › "), say::has_more());
            }
        }
        (Value::Array(own), Value::Array(fresh)) => array(found, walk, path, (own, fresh)),
        // A figure that is nothing any more, or one where there was nothing.
        (there, Value::Object(fresh)) if is_figure(fresh) => {
            let shown = [there, fresh.get("text").unwrap_or(&Value::Null)].map(shown);
            found.differs(Kind::Figure, walk.file, path.join(" › "), shown);
        }
        (Value::Object(own), made) if is_figure(own) => {
            let shown = [own.get("text").unwrap_or(&Value::Null), made].map(shown);
            found.differs(Kind::Figure, walk.file, path.join(" › "), shown);
        }
        (there, made) => {
            found.compared(walk.kind);
            let is_same = match (there, made) {
                (Value::String(there), Value::String(made)) => found.is_same(there, made),
                _ => there == made,
            };
            if !is_same {
                let shown = [there, made].map(shown);
                found.differs(walk.kind, walk.file, path.join(" › "), shown);
            }
        }
    }
}

/// The fields of a figure that are its value.
const VALUES: [&str; 3] = ["varde", "exakt", "text"];

/// Whether a figure is it, or lies in it.
fn holds_figure(value: &Value) -> bool {
    match value {
        Value::Object(fields) => is_figure(fields) || fields.values().any(holds_figure),
        Value::Array(all) => all.iter().any(holds_figure),
        _ => false,
    }
}

fn is_figure(fields: &serde_json::Map<String, Value>) -> bool {
    ["varde", "exakt"].iter().any(|key| fields.contains_key(*key)) && fields.contains_key("id")
}

/// Lists: element by element, by name where each has one of its own, so that one more or less moves no other.
fn array<'a>(
    found: &mut Found,
    walk: Walk<'a>,
    path: &mut Vec<String>,
    (own, fresh): (&[Value], &'a [Value]),
) {
    let names = |all: &[Value]| -> Option<Vec<String>> {
        let names: Option<Vec<_>> =
            all.iter().map(|one| one.get("id")?.as_str().map(str::to_owned)).collect();
        let distinct: BTreeSet<_> = names.iter().flatten().collect();
        names.clone().filter(|names| distinct.len() == names.len())
    };
    let holds_figures =
        |all: &[Value]| all.iter().any(|one| one.as_object().is_some_and(is_figure));
    let kind = if holds_figures(fresh) || holds_figures(own) { Kind::Figure } else { walk.kind };
    if let (Some(own_names), Some(fresh_names)) = (names(own), names(fresh)) {
        let by_name: BTreeMap<_, _> = own_names.iter().zip(own).collect();
        for (name, fresh) in fresh_names.iter().zip(fresh) {
            path.push(name.clone());
            match by_name.get(name) {
                Some(own) => value(found, walk, path, (own, fresh)),
                // An earlier version may not have had it.
                None => found.stands_alone(Kind::Text, walk.file, &path.join(" › "), say::lacks()),
            }
            path.pop();
        }
        let known: BTreeSet<_> = fresh_names.iter().collect();
        for (name, own) in own_names.iter().zip(own).filter(|(name, _)| !known.contains(name)) {
            let place = path.iter().chain([name]).map(String::as_str).collect::<Vec<_>>();
            let kind = if holds_figure(own) { Kind::Figure } else { Kind::Text };
            found.stands_alone(kind, walk.file, &place.join(" › "), say::has_more());
        }
        return;
    }
    if own.len() != fresh.len() {
        let counts = [own.len(), fresh.len()].map(|count| count.to_string());
        found.differs(kind, walk.file, format!("{} (antal)", path.join(" › ")), counts);
    }
    for (number, (own, fresh)) in own.iter().zip(fresh).enumerate() {
        path.push(named(walk.columns, number, fresh));
        value(found, walk, path, (own, fresh));
        path.pop();
    }
}

/// What an element of a list is called: by its name or its heading, by that of its column, or by its number.
fn named(columns: Option<&Value>, number: usize, element: &Value) -> String {
    let text = |of: &Value, key: &str| of.get(key).and_then(Value::as_str).map(str::to_owned);
    let own = text(element, "rubrik").or_else(|| text(element, "namn"));
    let id = || text(element, "id").filter(|_| element.get("text").is_none());
    let column = || text(columns?.get(number)?, "rubrik");
    own.or_else(id).or_else(column).unwrap_or_else(|| (number + 1).to_string())
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Rows: by what is in their first column where that is a name of their own, else by number.
fn csv(found: &mut Found, file: &str, (there, made): (&[u8], &[u8])) {
    let separator = made.iter().find(|byte| b";,".contains(byte)).copied().unwrap_or(b';');
    let rows = |bytes: &[u8]| {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader =
            reader.delimiter(separator).has_headers(false).flexible(true).from_reader(bytes);
        let rows = reader.records().collect::<Result<Vec<_>, _>>().ok()?;
        Some(rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect())
    };
    let rows = |bytes: &[u8]| -> Option<Vec<Vec<String>>> { rows(bytes) };
    let (Some(own), Some(fresh)) = (rows(there), rows(made)) else {
        return found.stands_alone(Kind::Figure, file, "", say::no_longer_readable());
    };
    let headings = fresh.first().cloned().unwrap_or_default();
    let named = headings.first().is_some_and(|first| first == "id");
    let name = |number: usize, row: &Vec<String>| match row.first() {
        Some(first) if named => first.clone(),
        _ => format!("rad {}", number + 1),
    };
    let by_name = |rows: &[Vec<String>]| -> BTreeMap<String, Vec<String>> {
        rows.iter().enumerate().map(|(number, row)| (name(number, row), row.clone())).collect()
    };
    let (own, fresh) = (by_name(&own), by_name(&fresh));
    for (name, fresh) in &fresh {
        let Some(own) = own.get(name) else {
            // An earlier version may not have had it; of payments, every one is.
            let kind = if named { Kind::Text } else { Kind::Figure };
            found.stands_alone(kind, file, name, say::lacks());
            continue;
        };
        for place in 0..own.len().max(fresh.len()) {
            let cell = |row: &[String]| row.get(place).cloned().unwrap_or_default();
            let (own, fresh) = (cell(own), cell(fresh));
            let number = [&own, &fresh].into_iter().any(|text| text.parse::<Decimal>().is_ok());
            let kind = if number { Kind::Figure } else { Kind::Text };
            found.compared(kind);
            if !found.is_same(&own, &fresh) {
                let place = format!("{name} › {}", cell(&headings));
                found.differs(kind, file, place, [own, fresh]);
            }
        }
    }
    for name in own.keys().filter(|name| !fresh.contains_key(*name)) {
        found.stands_alone(Kind::Figure, file, name, say::has_more());
    }
}

/// A page that differs, read as it is read aloud: which cell of which table, and which text.
#[cfg(feature = "typeset")]
fn pdf(found: &mut Found, file: &str, (there, made): (&[u8], &[u8])) {
    // What is much larger than what was made is not read: it may be anything.
    let of_a_size = there.len() <= made.len() + MUCH_LARGER;
    // A page that was tampered with may be more than its reader can take.
    let try_to = |bytes: &[u8]| std::panic::catch_unwind(|| readback::read(bytes));
    let read = |bytes: &[u8]| crate::render::alone(|| try_to(bytes)).ok()?.ok();
    let own = of_a_size.then(|| read(there)).flatten();
    let (Some(own), Some(fresh)) = (own, read(made)) else {
        return found.stands_alone(Kind::Text, file, "", say::no_longer_readable());
    };
    for (place, values) in readback::between(&own, &fresh) {
        // A text may be broken anywhere.
        let [own, fresh] =
            values.each_ref().map(|text| text.split_whitespace().collect::<String>());
        if found.is_same(&own, &fresh) {
            continue;
        }
        // What stands in a cell of a table as a number on both pages is one.
        let in_a_table = !place.starts_with("text") && place.matches(" › ").count() > 1;
        let is_number = in_a_table && values.iter().all(|text| readback::is_number(text));
        let kind = if is_number { Kind::Figure } else { Kind::Text };
        found.differs(kind, file, place, values);
    }
}

/// Nothing is read where no page is set.
#[cfg(not(feature = "typeset"))]
fn pdf(_: &mut Found, _: &str, _: (&[u8], &[u8])) {}

/// How much larger than what was made a page may be, in bytes, to be read.
#[cfg(feature = "typeset")]
const MUCH_LARGER: usize = 64 << 10;
