//! What is published as JSON, and what is said about it: the committed JSON Schemas are those of the code,
//! every published file follows its own, and no number in any of them is a float.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use crate::programmet::filer;
use crate::scheman;
use crate::uppsattning::av_2024;
use serde_json::Value;

const SKRIV: &str = "write it with: `cargo dev schemas`";

#[test]
fn the_committed_schemas_are_those_of_the_code() {
    let mapp = Path::new(env!("CARGO_MANIFEST_DIR")).join(scheman::MAPP);
    let incheckade = filer(&mapp);
    let vantade = scheman::scheman();
    assert!(incheckade.keys().eq(vantade.keys()), "{SKRIV}: {:?}", incheckade.keys());
    for (namn, text) in vantade {
        assert!(
            incheckade.get(&namn).is_some_and(|fil| *fil == text.as_bytes()),
            "{namn}: {SKRIV}"
        );
    }
}

/// The JSON files of a whole run.
fn publicerat() -> &'static BTreeMap<String, Value> {
    static PUBLICERAT: OnceLock<BTreeMap<String, Value>> = OnceLock::new();
    PUBLICERAT.get_or_init(|| {
        let json = av_2024().filer.iter();
        let json = json.filter(|(namn, _)| namn.rsplit('.').next() == Some("json"));
        json.map(|(namn, bytes)| {
            assert!(bytes.ends_with(b"}\n"), "{namn} ends with a line break");
            (namn.clone(), serde_json::from_slice(bytes).expect("JSON"))
        })
        .collect()
    })
}

#[test]
fn every_published_file_follows_its_schema_and_no_other() {
    let scheman = scheman::scheman();
    let mut foljda = BTreeSet::new();
    for (namn, json) in publicerat() {
        let dess = schemat(&scheman, namn.trim_end_matches(".json"));
        let own = fields(&serde_json::from_str(&scheman[&dess]).expect("JSON"));
        for (schemats, schema) in &scheman {
            let schema = serde_json::from_str(schema).expect("JSON");
            let validator = jsonschema::validator_for(&schema).expect("a valid schema");
            let fel: Vec<_> = validator.iter_errors(json).map(|fel| fel.to_string()).collect();
            // A document of the same fields is told apart by what they say, not by their form.
            if *schemats == dess || fields(&schema) != own {
                assert_eq!(fel.is_empty(), *schemats == dess, "{namn} by {schemats}: {fel:?}");
            }
        }
        foljda.insert(dess);
    }
    // What `explain`, `check` and `generate` print has a schema, and is no file.
    assert_eq!(foljda.len() + 2, scheman.len(), "{foljda:?}");
}

/// The fields that a schema lets a document have at its outermost.
fn fields(schema: &Value) -> BTreeSet<String> {
    let fields = schema.get("properties").and_then(Value::as_object).expect("fields");
    fields.keys().cloned().collect()
}

/// The schema of a file: by its own name, or by that of its kind (bilaga-4 is a bilaga).
fn schemat(scheman: &BTreeMap<String, String>, namn: &str) -> String {
    let schemat_namn = format!("{namn}.schema.json");
    match namn.rsplit_once('-') {
        Some((slag, _)) if !scheman.contains_key(&schemat_namn) => schemat(scheman, slag),
        _ => schemat_namn,
    }
}

/// Calls with every value, and the name it stands under.
fn alla(json: &Value, namn: &str, gor: &mut dyn FnMut(&str, &Value)) {
    gor(namn, json);
    match json {
        Value::Array(delar) => delar.iter().for_each(|del| alla(del, namn, gor)),
        Value::Object(delar) => delar.iter().for_each(|(namn, del)| alla(del, namn, gor)),
        _ => {}
    }
}

#[test]
fn no_number_is_a_float() {
    for (fil, json) in publicerat() {
        let mut antal = 0;
        alla(json, "", &mut |namn, varde| {
            if let Value::Number(tal) = varde {
                antal += 1;
                assert!(tal.is_i64(), "{fil}: {namn} is {tal}");
            }
        });
        assert!(antal > 1, "{fil} has {antal} numbers");
    }
    let scheman = scheman::scheman();
    for (namn, schema) in scheman {
        assert!(
            !schema.contains("\"number\"") && !schema.contains("\"double\""),
            "{namn} allows floats"
        );
    }
}

/// A whole number, or a decimal number or date as text: nothing else is a value.
#[test]
fn every_value_is_an_integer_a_decimal_or_a_date() {
    let tal = |text: &str| {
        let text = text.strip_prefix('-').unwrap_or(text);
        let (hela, delar) = text.split_once('.').unwrap_or((text, "0"));
        [hela, delar]
            .iter()
            .all(|del| !del.is_empty() && del.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let datum = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    let mut antal = 0;
    for (fil, json) in publicerat() {
        alla(json, "", &mut |namn, varde| {
            if namn != "varde" {
                return;
            }
            antal += 1;
            match varde {
                Value::Number(heltal) => assert!(heltal.is_i64(), "{fil}: {heltal}"),
                Value::String(text) => assert!(tal(text) || datum(text), "{fil}: {text:?}"),
                annat => panic!("{fil}: {annat} is no value"),
            }
        });
    }
    assert!(antal > 1_000, "{antal} values");
}
