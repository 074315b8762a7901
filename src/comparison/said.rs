//! What the documents of a set say: which figures they state, and what they are themselves, their dates and numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::data::{Dokumentpar, Hanvisning};
use super::{Set, TRACE};

/// Files of figures that are no document's.
const NO_DOCUMENTS: [&str; 3] = [TRACE, "manifest.json", "samstammighet.json"];

/// Where a document says which decision it is, or is a part of.
const DECISIONS: [&str; 4] = ["/beslut", "/brev/beslut", "/plan/beslut", "/bilaga/beslut"];

/// A document: its id, which also names its files, and its data.
pub(super) type Document = (String, Json);

/// The documents of a set, by name.
pub(super) fn documents(set: &Set<'_>) -> Vec<Document> {
    let own = set.files.iter().filter_map(|(name, bytes)| {
        let id = name.strip_suffix(".json").filter(|own| !own.contains('/'))?;
        if NO_DOCUMENTS.contains(&name.as_str()) {
            return None;
        }
        Some((id.to_owned(), serde_json::from_slice::<Json>(bytes).ok()?))
    });
    own.collect()
}

/// The names of the figures that documents state.
pub(super) fn figures(all: &[Document]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, json) in all {
        visit(json, &mut |fields| found.extend(figure(fields).map(str::to_owned)));
    }
    found
}

/// The name of a figure, if that is what some fields are of.
pub(super) fn figure(fields: &Map<String, Json>) -> Option<&str> {
    text(fields, "id").filter(|_| fields.contains_key("varde"))
}

/// A text by its key.
pub(super) fn text<'j>(fields: &'j Map<String, Json>, key: &str) -> Option<&'j str> {
    fields.get(key).and_then(Json::as_str)
}

/// Calls `see` with every object of some data.
pub(super) fn visit<'j>(json: &'j Json, see: &mut dyn FnMut(&'j Map<String, Json>)) {
    match json {
        Json::Object(fields) => {
            see(fields);
            fields.values().for_each(|value| visit(value, see));
        }
        Json::Array(all) => all.iter().for_each(|one| visit(one, see)),
        _ => {}
    }
}

/// The documents of two sets, each with its date and numbers in the one and in the other.
pub(super) fn pairs(old: &[Document], new: &[Document]) -> Vec<Dokumentpar> {
    let mut all: BTreeMap<&str, [Option<Hanvisning>; 2]> = BTreeMap::new();
    for (id, json) in old {
        all.entry(id).or_default()[0] = reference(json);
    }
    for (id, json) in new {
        all.entry(id).or_default()[1] = reference(json);
    }
    let pair = |(id, [gammal, ny]): (&str, [Option<Hanvisning>; 2])| Dokumentpar {
        dokument: id.to_owned(),
        gammal,
        ny,
    };
    all.into_iter().map(pair).filter(|one| one.gammal.is_some() || one.ny.is_some()).collect()
}

/// What a document is referred to by.
fn reference(json: &Json) -> Option<Hanvisning> {
    let said = |at: &str| Some(json.pointer(at)?.as_str()?.to_owned());
    let decision = DECISIONS.into_iter().find(|at| json.pointer(at).is_some());
    let of_it = |key: &str| said(&format!("{}/{key}", decision?));
    Some(Hanvisning {
        titel: said("/huvud/titel")?,
        datum: of_it("datum/iso").or_else(|| said("/huvud/datum/iso")),
        nummer: of_it("nummer"),
        diarienummer: of_it("diarienummer"),
    })
}
