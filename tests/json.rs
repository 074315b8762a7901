//! What is published as JSON: it follows its schema, and there is no float in it anywhere.

#![expect(clippy::expect_used, reason = "in a test a panic is the message")]

use std::path::Path;

use serde_json::Value;
use statsbidrag::documents::DOCUMENTS;
use statsbidrag::pipeline;

/// Every document of 2024 by its id, with the bytes that are published.
fn dokument() -> Vec<(&'static str, Value, Vec<u8>)> {
    let mapp = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024");
    let berakning =
        pipeline::berakna(&mapp, &|_| {}).unwrap_or_else(|problems| panic!("{problems}"));
    let json = DOCUMENTS.iter().map(|dokument| {
        let bytes = dokument.json(&berakning.report, berakning.ar);
        (dokument.id(), dokument.schema().into(), bytes)
    });
    json.collect()
}

/// Every number in a value, with its path.
fn tal(value: &Value, plats: &str, into: &mut Vec<(String, serde_json::Number)>) {
    match value {
        Value::Number(number) => into.push((plats.to_owned(), number.clone())),
        Value::Array(delar) => {
            for (nummer, del) in delar.iter().enumerate() {
                tal(del, &format!("{plats}/{nummer}"), into);
            }
        }
        Value::Object(falt) => {
            for (namn, del) in falt {
                tal(del, &format!("{plats}/{namn}"), into);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// Every object that states a figure.
fn siffror<'a>(value: &'a Value, into: &mut Vec<&'a Value>) {
    match value {
        Value::Array(delar) => delar.iter().for_each(|del| siffror(del, into)),
        Value::Object(falt) => {
            if falt.contains_key("varde") {
                into.push(value);
            }
            falt.values().for_each(|del| siffror(del, into));
        }
        _ => {}
    }
}

#[test]
fn every_document_follows_its_schema() {
    for (id, schema, bytes) in dokument() {
        let json: Value = serde_json::from_slice(&bytes).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let fel: Vec<_> = validator
            .iter_errors(&json)
            .map(|fel| format!("{}: {fel}", fel.instance_path()))
            .collect();
        assert!(fel.is_empty(), "{id}: {}", fel.join("\n"));
        // The schema is no open door: without a part that must be there, it says no.
        let mut utan = json;
        utan.as_object_mut().expect("an object").remove("huvud");
        assert!(!validator.is_valid(&utan), "{id} may lack its head");
    }
}

#[test]
fn there_is_no_float_in_any_document() {
    for (id, _, bytes) in dokument() {
        let mut alla = Vec::new();
        tal(&serde_json::from_slice(&bytes).expect("JSON"), "", &mut alla);
        assert!(alla.len() > 50, "{id} has {} numbers", alla.len());
        for (plats, tal) in alla {
            assert!(!tal.is_f64(), "{id} {plats} is {tal}");
        }
    }
}

#[test]
fn every_figure_has_its_id_unit_and_status() {
    for (id, _, bytes) in dokument() {
        let json: Value = serde_json::from_slice(&bytes).expect("JSON");
        let mut alla = Vec::new();
        siffror(&json, &mut alla);
        assert!(alla.len() > 50, "{id} states {} figures", alla.len());
        for siffra in alla {
            let falt = |namn: &str| siffra[namn].as_str().unwrap_or_default();
            assert!(falt("id").starts_with("lakemedel.2024."), "{id}: {siffra}");
            assert!(!falt("enhet").is_empty() && !falt("status").is_empty(), "{id}: {siffra}");
            // A decimal number with a point, as short as it can be; never an exponent.
            if let Some(text) = siffra["varde"].as_str() {
                let utan = text.strip_prefix('-').unwrap_or(text);
                let (hel, del) = utan.split_once('.').unwrap_or((utan, "1"));
                let siffror = |text: &str| text.chars().all(|tecken| tecken.is_ascii_digit());
                assert!(!hel.is_empty() && siffror(hel) && siffror(del), "{id}: {siffra}");
                assert!(!del.is_empty() && !del.ends_with('0'), "{id}: {siffra}");
            }
        }
    }
}
