//! The documents of a folder of workbooks, made and held to their schemas. Knows every document, none by name.

use std::collections::BTreeSet;

use serde_json::Value;
use statsbidrag::documents::DOCUMENTS;
use statsbidrag::pipeline::{self, Options, selection::Selection};
use statsbidrag::render::{PdfStandard, Templates};

use crate::pages::is_reviewed;
use crate::program::Folder;

/// A document's JSON, by name, after the documents of a folder were set and held to their schemas. Of the
/// letters, which are alike, two are set.
pub(crate) fn documents(folder: &Folder) -> impl Fn(&str) -> Value + use<> {
    let computed = pipeline::compute(&folder.inputs(), &Selection::default(), &|_| ());
    let computed = computed.unwrap_or_else(|problems| panic!("{problems}"));
    let options = Options {
        selection: Selection::default(),
        templates: Templates::builtin(),
        standard: PdfStandard::A3a,
    };
    let all = options.selection.edition(&computed.report, computed.year).expect("all of them");
    let kinds: BTreeSet<_> = all.iter().map(|(document, _)| document.id).collect();
    // There is a settlement only in years that settle something.
    let mut always = DOCUMENTS.iter().map(|document| document.id).filter(|id| *id != "avstamning");
    assert!(always.all(|id| kinds.contains(id)), "{kinds:?}");
    let chosen: Vec<_> = all.into_iter().filter(|(_, copy)| is_reviewed(&copy.id)).collect();
    let files = pipeline::make(computed, chosen.clone(), &options, &|_| ());
    let files = files.unwrap_or_else(|problems| panic!("{problems}"));
    for (document, copy) in chosen {
        let json = serde_json::from_slice(&files[&format!("{}.json", copy.id)]).expect("JSON");
        let schema = jsonschema::validator_for(&(document.schema)().into()).expect("a schema");
        assert!(schema.is_valid(&json), "{}", copy.id);
        assert!(files[&format!("{}.pdf", copy.id)].len() > 10_000);
    }
    move |id| serde_json::from_slice(&files[&format!("{id}.json")]).expect("JSON")
}
