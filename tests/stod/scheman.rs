//! The JSON schemas of everything the program publishes, by the name of the file they describe.

use std::collections::BTreeMap;

use schemars::{Schema, schema_for};
use statsbidrag::documents::DOCUMENTS;
use statsbidrag::manifest::Manifest;
use statsbidrag::report::som_json;
use statsbidrag::report::spar::{Forklaring, Spar};

/// Every schema: one for each document, one for each proof, and what `explain --format json` prints.
pub(crate) fn scheman() -> BTreeMap<&'static str, Vec<u8>> {
    let dokument = DOCUMENTS.iter().map(|dokument| (dokument.id(), dokument.schema()));
    let ovriga = [
        ("manifest", schema_for!(Manifest)),
        ("trace", schema_for!(Spar)),
        ("explain", schema_for!(Forklaring)),
    ];
    let bytes = |(namn, schema): (&'static str, Schema)| (namn, som_json(&schema));
    dokument.chain(ovriga).map(bytes).collect()
}

/// The file a schema is committed as, in `docs/schema`.
pub(crate) fn fil(namn: &str) -> String {
    format!("{namn}.schema.json")
}
