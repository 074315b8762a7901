//! Samples with other results: named variations that together take every branch of the templates.

use serde_json::{Value, json};

use super::{
    Sample, agreement, at, circular, comparison, decision, deductions, follow_up, funds, letter,
    letter_decisions, own_paragraphs, pdf, region_letter, requisition, samples, settlement,
    sharing, solidarity, text,
};

/// A sample, changed.
pub(crate) struct Variation {
    /// What it shows.
    pub(crate) name: &'static str,
    /// The sample.
    pub(crate) sample: Sample,
    /// The change.
    change: fn(&mut Value),
}

impl Variation {
    pub(crate) const fn new(name: &'static str, sample: Sample, change: fn(&mut Value)) -> Self {
        Self { name, sample, change }
    }

    pub(crate) fn value(&self) -> Value {
        let mut json = self.sample.value();
        (self.change)(&mut json);
        json
    }
}

/// Every variation there is.
pub(crate) fn variations() -> impl Iterator<Item = &'static Variation> {
    circular::VARIATIONS
        .iter()
        .chain(solidarity::VARIATIONS)
        .chain(own_paragraphs::VARIATIONS)
        .chain(agreement::VARIATIONS)
        .chain(sharing::VARIATIONS)
        .chain(letter::VARIATIONS)
        .chain(requisition::VARIATIONS)
        .chain(deductions::VARIATIONS)
        .chain(settlement::VARIATIONS)
        .chain(decision::VARIATIONS)
        .chain(letter_decisions::VARIATIONS)
        .chain(funds::VARIATIONS)
        .chain(follow_up::VARIATIONS)
        .chain(region_letter::VARIATIONS)
        .chain(comparison::VARIATIONS)
}

/// Every sample as it is and every variation: what it is called, and its data.
pub(crate) fn everything() -> impl Iterator<Item = (&'static str, Sample, Value)> {
    let varied = variations().map(|one| (one.name, one.sample, one.value()));
    samples().map(|sample| (sample.0, sample, sample.value())).chain(varied)
}

/// The sample or variation with a name.
pub(crate) fn named(name: &str) -> (Sample, Value) {
    let found = everything().find(|(own, ..)| *own == name);
    let (_, sample, json) = found.unwrap_or_else(|| panic!("there is no variation {name}"));
    (sample, json)
}

/// A sample or a variation as its reader sees it.
pub(crate) fn read(name: &str) -> String {
    let (sample, json) = named(name);
    text(&pdf(sample, &json))
}

/// Puts other values in places: `{ "/a/0/b": … }`. Each place is there before.
pub(crate) fn set(json: &mut Value, values: &Value) {
    for (path, value) in values.as_object().expect("paths and values") {
        at(json, path).clone_from(value);
    }
}

/// So many of a list.
pub(crate) fn first(json: &mut Value, path: &str, count: usize) {
    let list = at(json, path).as_array_mut().expect("a list");
    assert!(list.len() > count, "{path} has {} already", list.len());
    list.truncate(count);
}

/// Every figure with the mark of what is preliminary.
pub(crate) fn preliminary(json: &mut Value) {
    marked(json, "preliminär", true);
}

/// The same document with nothing preliminary left in it.
pub(crate) fn settled(json: &mut Value) {
    marked(json, "fastställd", false);
}

fn marked(json: &mut Value, status: &str, mark: bool) {
    match json {
        Value::Object(fields) => {
            if let Some(own) = fields.get_mut("preliminart").filter(|own| own.is_boolean() && !mark)
            {
                *own = json!(false);
            }
            if fields.contains_key("markt") {
                let own = fields.get("status").and_then(Value::as_str);
                if mark || own == Some("preliminär") {
                    fields.insert("status".to_owned(), json!(status));
                }
                fields.insert("markt".to_owned(), json!(mark));
            }
            fields.values_mut().for_each(|field| marked(field, status, mark));
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| marked(part, status, mark)),
        _ => {}
    }
}

/// Someone to ask, of whom no more than the name is known.
pub(crate) fn named_only() -> Value {
    json!({ "namn": "Registrator", "roll": "", "telefon": null, "e_post": null })
}

/// Regions that have something in common.
pub(crate) fn list_of(names: &[&str]) -> Value {
    let count = ["noll", "ett", "två", "tre"].get(names.len()).copied().unwrap_or("flera");
    let listed = match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} och {last}", before.join(", ")),
    };
    json!({ "antal": names.len(), "antal_i_ord": count, "namn": names, "uppraknade": listed })
}
