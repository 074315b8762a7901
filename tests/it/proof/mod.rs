//! What proves a set of documents: its pages as text, its manifest and trace, and `explain`,
//! which leads every printed figure back to its cells. Made of `inputs/2024`; computes nothing itself.

#[cfg(feature = "typeset")]
mod consistent;
mod explanation;
mod handbook;
#[cfg(feature = "typeset")]
mod letters;
#[cfg(feature = "typeset")]
mod manifest;
#[cfg(feature = "typeset")]
mod numbers;
#[cfg(feature = "typeset")]
mod open_data;
#[cfg(feature = "typeset")]
mod paper;
mod payment_file;
mod promises;
mod trace;
mod workbooks;

use crate::document_set::{DocumentSet, of_2024};
use serde_json::Value;

/// The set of 2024.
pub(crate) fn document_set() -> &'static DocumentSet {
    of_2024()
}

/// A JSON file of the set.
pub(crate) fn json(name: &str) -> Value {
    let bytes = document_set().files.get(name).unwrap_or_else(|| panic!("there is no {name}"));
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A committed file.
pub(crate) fn committed(path: &str) -> String {
    let whole = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(whole)
        .unwrap_or_else(|error| panic!("{path}: {error}; `cargo dev` writes it"))
}

/// Every object in a JSON that has these fields, in order.
pub(crate) fn with_field<'a>(json: &'a Value, fields: &[&str], found: &mut Vec<&'a Value>) {
    match json {
        Value::Object(field) => {
            if fields.iter().all(|name| field.contains_key(*name)) {
                found.push(json);
            }
            field.values().for_each(|value| with_field(value, fields, found));
        }
        Value::Array(parts) => parts.iter().for_each(|value| with_field(value, fields, found)),
        _ => {}
    }
}

/// A text field.
pub(crate) fn field<'a>(json: &'a Value, name: &str) -> &'a str {
    json.get(name).and_then(Value::as_str).unwrap_or_else(|| panic!("{name} is no text in {json}"))
}
