//! Which figure is meant: by its name, or by where it stands on the paper. The paper is the documents'
//! own JSON, so that what is explained is what is printed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Exit;
use super::usage as say;
use crate::figure::FigureId;
use crate::pipeline::selection::{Selected, Selection, meant};
use crate::problem::Message;
use crate::problem::messages::words;
use crate::region::Region;
use crate::report::Report;

/// The figure with a name, or in a place written `dokument.tabell.region.siffra`.
pub(super) fn with_name(report: &Report, year: i32, name: &str) -> Result<FigureId, Exit> {
    let wanted = name.trim().to_lowercase();
    if let Some(id) = report.trace.find(&wanted) {
        return Ok(id);
    }
    let parts: Vec<_> = wanted.split('.').collect();
    // A grant's figure has a year where a document's place has a table.
    if let [document, table, region, number] = parts.as_slice()
        && (table.parse::<i32>().is_err()
            || editions(report, year).iter().any(|(_, border)| border.id == *document))
    {
        let row = in_place(report, year, Some(document), table, region)?;
        let hit =
            row.iter().find(|id| report.trace.node(**id).name.ends_with(&format!(".{number}")));
        return hit.copied().ok_or_else(|| {
            let exists: Vec<_> = row
                .iter()
                .filter_map(|id| report.trace.node(*id).name.rsplit('.').next())
                .collect();
            let near = meant(number, exists.iter().copied());
            let exists = exists.join(", ");
            Exit::Usage(say::no_figure_in_row(&words::quoted(*number), &near, &exists))
        });
    }
    Err(unknown_name(report, &wanted))
}

/// Every figure of a table's row.
pub(super) fn in_place(
    report: &Report,
    year: i32,
    document: Option<&str>,
    table: &str,
    region: &str,
) -> Result<Vec<FigureId>, Exit> {
    let last = ["riket", "totalt", "summa"].contains(&region.to_lowercase().as_str());
    let county_code = match Region::find(region) {
        Ok(region) => Some(region.county_code()),
        Err(_) if last => None,
        Err(near) => {
            let near = near.map(|near| say::did_you_mean(&near)).unwrap_or_default();
            return Err(Exit::Usage(say::no_region(&words::quoted(region), &near)));
        }
    };
    let editions = editions(report, year);
    let known = || editions.iter().map(|(_, border)| border.id.as_str());
    if let Some(unknown_name) = document.filter(|id| known().all(|border| border != *id)) {
        let near = meant(unknown_name, known());
        let all: Vec<_> = known().collect();
        let all = all.join(", ");
        return Err(Exit::Usage(say::no_document(&words::quoted(unknown_name), &near, &all)));
    }
    let mut tables = Vec::new();
    let chosen = editions.iter().filter(|(_, border)| document.is_none_or(|id| border.id == id));
    for (kind, border) in chosen {
        let json = (kind.paper)(report, year, border).json.value;
        let Some(hit) = find_table(&json, table) else {
            table_name(&json, &mut tables);
            continue;
        };
        let rows = hit.get("rader").and_then(Value::as_array).into_iter().flatten();
        let row = rows.into_iter().find(|row| match county_code {
            Some(county_code) => row.get("lanskod").and_then(Value::as_str) == Some(county_code),
            None => row.get("slag").and_then(Value::as_str) == Some("summa"),
        });
        let row = row.ok_or_else(|| Exit::Usage(say::no_row(table, &border.id, region)))?;
        return Ok(numbers(report, row));
    }
    let mut seen = BTreeSet::new();
    tables.retain(|name| seen.insert(name.clone()));
    let near = meant(table, tables.iter().map(String::as_str));
    let place = document.map_or_else(say::any_document, Message::alike);
    Err(Exit::Usage(say::no_table(&words::quoted(table), &place, &near, &tables.join(", "))))
}

/// The names of all tables of a document.
fn table_name(json: &Value, name: &mut Vec<String>) {
    match json {
        Value::Object(field) if field.contains_key("rader") => {
            name.extend(field.get("id").and_then(Value::as_str).map(str::to_owned));
        }
        Value::Object(field) => field.values().for_each(|value| table_name(value, name)),
        Value::Array(parts) => parts.iter().for_each(|value| table_name(value, name)),
        _ => {}
    }
}

/// Every copy of every document.
fn editions(report: &Report, year: i32) -> Vec<Selected> {
    let all = Selection::default().edition(report, year);
    all.unwrap_or_else(|unknown_name| panic!("all documents are always there: {unknown_name:?}"))
}

/// A table by its number or id, wherever it stands in a document.
fn find_table<'a>(json: &'a Value, wanted: &str) -> Option<&'a Value> {
    let is_called = |value: &Value| {
        let number = value.get("nummer").and_then(Value::as_u64).map(|number| number.to_string());
        let id = value.get("id").and_then(Value::as_str);
        value.get("rader").is_some() && (number.as_deref() == Some(wanted) || id == Some(wanted))
    };
    if is_called(json) {
        return Some(json);
    }
    match json {
        Value::Object(field) => field.values().find_map(|value| find_table(value, wanted)),
        Value::Array(parts) => parts.iter().find_map(|value| find_table(value, wanted)),
        _ => None,
    }
}

fn numbers(report: &Report, row: &Value) -> Vec<FigureId> {
    let mut numbers: Vec<FigureId> = Vec::new();
    let cells = row.get("celler").and_then(Value::as_array).into_iter().flatten();
    for name in cells.filter_map(|cell| cell.get("id")).filter_map(Value::as_str) {
        let id =
            report.trace.find(name).unwrap_or_else(|| panic!("{name} is printed but not traced"));
        if !numbers.contains(&id) {
            numbers.push(id);
        }
    }
    numbers
}

/// A name no figure has, with the meant ones.
fn unknown_name(report: &Report, wanted: &str) -> Exit {
    let mut near: Vec<_> = report
        .trace
        .iter()
        .map(|(_, node)| (strsim::osa_distance(&node.name, wanted), node.name.as_str()))
        .collect();
    near.sort_unstable();
    let near: Vec<_> = near.into_iter().take(3).map(|(_, name)| format!("\n  {name}")).collect();
    Exit::Usage(say::no_figure(&words::quoted(wanted), &near.concat()))
}
