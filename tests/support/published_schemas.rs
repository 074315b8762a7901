//! The JSON Schemas of everything the program publishes as JSON, by file name: used by the tool that
//! writes them and by the test that holds the committed ones to them.

use std::collections::BTreeMap;

use schemars::Schema;
use statsbidrag::cli::{Provning, Svar};
use statsbidrag::comparison::data::Jamforelse;
use statsbidrag::comparison::paper::Jamforelseblad;
use statsbidrag::comparison::rattelse::Rattelse;
use statsbidrag::documents::DOCUMENTS;
use statsbidrag::manifest::Manifest;
use statsbidrag::pipeline::consistency::Samstammighet;
use statsbidrag::report::schema;
use statsbidrag::report::trace_file::{Forklaring, Spar};
use statsbidrag::simulation::data::Tankeprov;

/// Where they lie.
pub(crate) const FOLDER: &str = "docs/schema";

/// File name and text.
pub(crate) fn schemas() -> BTreeMap<String, String> {
    let document = DOCUMENTS.iter().map(|document| (document.id, (document.schema)()));
    let ovriga = [
        ("manifest", schema::<Manifest>()),
        ("samstammighet", schema::<Samstammighet>()),
        ("trace", schema::<Spar>()),
    ];
    let printed = [
        ("diff", schema::<Jamforelse>()),
        ("explain", schema::<Forklaring>()),
        ("jamforelse", schema::<Jamforelseblad>()),
        ("rattelse", schema::<Rattelse>()),
        ("svar", schema::<Svar>()),
        ("tankeprov", schema::<Tankeprov>()),
        ("verify", schema::<Provning>()),
    ];
    document
        .chain(ovriga)
        .chain(printed)
        .map(|(id, schema)| (format!("{id}.schema.json"), text(&schema)))
        .collect()
}

fn text(schema: &Schema) -> String {
    let mut text = serde_json::to_string_pretty(schema).expect("a schema is JSON");
    text.push('\n');
    text
}
