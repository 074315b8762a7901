//! What is published as JSON: its bytes, its schema, and the form in which a page and a check read it.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

/// A document's JSON: the bytes that are published, and the same as values to look in.
#[derive(Clone, Debug)]
pub struct Published {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What they say.
    pub value: Value,
}

impl From<Value> for Published {
    fn from(value: Value) -> Self {
        Self { bytes: to_json(&value), value }
    }
}

/// The JSON Schema of what [`to_json`] writes: a field that is always written is required, though it may
/// be `null`; one that is left out where it is empty is not.
#[must_use]
pub fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The bytes of anything published as JSON: UTF-8, indented, with a final line break.
///
/// # Panics
/// If it holds what JSON cannot: a bug.
#[must_use]
pub fn to_json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_else(|error| no_json(&error));
    bytes.push(b'\n');
    bytes
}

/// The same as values.
pub(super) fn as_value(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| no_json(&error))
}

fn no_json(error: &serde_json::Error) -> ! {
    panic!("what is published is always JSON: {error}")
}
