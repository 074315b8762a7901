//! What is published as JSON, and what is said about it: the committed JSON Schemas are those of the code,
//! every published file follows its own, and no number in any of them is a float.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use crate::document_set::of_2024;
use crate::program::files;
use crate::published_schemas;
use serde_json::Value;

const WRITE: &str = "write it with: `cargo dev schemas`";

#[test]
fn the_committed_schemas_are_those_of_the_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(published_schemas::FOLDER);
    let checked_in = files(&folder);
    let expected = published_schemas::schemas();
    assert!(checked_in.keys().eq(expected.keys()), "{WRITE}: {:?}", checked_in.keys());
    for (name, text) in expected {
        assert!(
            checked_in.get(&name).is_some_and(|file| *file == text.as_bytes()),
            "{name}: {WRITE}"
        );
    }
}

/// The JSON files of a whole run.
fn published_amount() -> &'static BTreeMap<String, Value> {
    static PUBLISHED: OnceLock<BTreeMap<String, Value>> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        // What open data are is said by a form of others, and tried by their own validator.
        let json = of_2024().files.iter().filter(|(name, _)| !name.contains('/'));
        let json = json.filter(|(name, _)| name.rsplit('.').next() == Some("json"));
        json.map(|(name, bytes)| {
            assert!(bytes.ends_with(b"}\n"), "{name} ends with a line break");
            (name.clone(), serde_json::from_slice(bytes).expect("JSON"))
        })
        .collect()
    })
}

#[test]
fn every_published_file_follows_its_schema_and_no_other() {
    let schemas = published_schemas::schemas();
    let mut followed = BTreeSet::new();
    for (name, json) in published_amount() {
        let its = schema(&schemas, name.trim_end_matches(".json"));
        let own = fields(&serde_json::from_str(&schemas[&its]).expect("JSON"));
        for (of_the_schema, schema) in &schemas {
            let schema = serde_json::from_str(schema).expect("JSON");
            let validator = jsonschema::validator_for(&schema).expect("a valid schema");
            let error: Vec<_> =
                validator.iter_errors(json).map(|error| error.to_string()).collect();
            // A document of the same fields is told apart by what they say, not by their form.
            if *of_the_schema == its || fields(&schema) != own {
                assert_eq!(
                    error.is_empty(),
                    *of_the_schema == its,
                    "{name} by {of_the_schema}: {error:?}"
                );
            }
        }
        followed.insert(its);
    }
    // What `explain`, `check`, `generate` and `verify` print, and what `diff` and `simulate` print and write, is no file of
    // a set.
    assert_eq!(followed.len() + 7, schemas.len(), "{followed:?}");
}

/// The fields that a schema lets a document have at its outermost.
fn fields(schema: &Value) -> BTreeSet<String> {
    let fields = schema.get("properties").and_then(Value::as_object).expect("fields");
    fields.keys().cloned().collect()
}

/// The schema of a file: by its own name, or by that of its kind (bilaga-4 is a bilaga).
fn schema(schemas: &BTreeMap<String, String>, name: &str) -> String {
    let schema_name_of = format!("{name}.schema.json");
    match name.rsplit_once('-') {
        Some((kind, _)) if !schemas.contains_key(&schema_name_of) => schema(schemas, kind),
        _ => schema_name_of,
    }
}

/// Calls with every value, and the name it stands under.
fn all(json: &Value, name: &str, make: &mut dyn FnMut(&str, &Value)) {
    make(name, json);
    match json {
        Value::Array(parts) => parts.iter().for_each(|part| all(part, name, make)),
        Value::Object(parts) => parts.iter().for_each(|(name, part)| all(part, name, make)),
        _ => {}
    }
}

#[test]
fn no_number_is_a_float() {
    for (file, json) in published_amount() {
        let mut count = 0;
        all(json, "", &mut |name, value| {
            if let Value::Number(number) = value {
                count += 1;
                assert!(number.is_i64(), "{file}: {name} is {number}");
            }
        });
        assert!(count > 1, "{file} has {count} numbers");
    }
    let schemas = published_schemas::schemas();
    for (name, schema) in schemas {
        assert!(
            !schema.contains("\"number\"") && !schema.contains("\"double\""),
            "{name} allows floats"
        );
    }
}

/// A whole number, or a decimal number or date as text: nothing else is a value.
#[test]
fn every_value_is_an_integer_a_decimal_or_a_date() {
    let number = |text: &str| {
        let text = text.strip_prefix('-').unwrap_or(text);
        let (whole_parts, parts) = text.split_once('.').unwrap_or((text, "0"));
        [whole_parts, parts]
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let date = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    let mut count = 0;
    for (file, json) in published_amount() {
        all(json, "", &mut |name, value| {
            if name != "varde" {
                return;
            }
            count += 1;
            match value {
                Value::Number(integer) => assert!(integer.is_i64(), "{file}: {integer}"),
                Value::String(text) => assert!(number(text) || date(text), "{file}: {text:?}"),
                something_else => panic!("{file}: {something_else} is no value"),
            }
        });
    }
    assert!(count > 1_000, "{count} values");
}
