//! What a document's template can print and ask for, read from the schema of what is published. Knows the shape of
//! schemas and the forms that all documents share, no document.

use schemars::Schema;
use serde_json::Value;

use crate::cli::messages::templates as say;
use crate::problem::Message;

/// A place in the data, and what is there.
pub(super) type Variable = (String, Message);

/// Every place in a document's data, in order.
pub(super) fn variables(schema: &Schema) -> Vec<Variable> {
    let mut found = Vec::new();
    fields(schema.as_value(), schema.as_value(), "", &mut found);
    found
}

fn fields(root: &Value, of: &Value, path: &str, found: &mut Vec<Variable>) {
    for (name, field) in of.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        place(root, field, &path, found);
    }
}

fn place(root: &Value, field: &Value, path: &str, found: &mut Vec<Variable>) {
    let (optional, own) = resolved(root, field);
    let mut tell = |kind: Message| {
        let kind = if optional { say::may_be_missing(&kind) } else { kind };
        found.push((path.to_owned(), kind));
    };
    if let Some(kind) = layout(own) {
        return tell(kind);
    }
    if let Some(items) = own.get("items") {
        tell(say::list());
        let (_, of) = resolved(root, items);
        if layout(of).is_none() {
            fields(root, of, &format!("{path}[]"), found);
        }
        return;
    }
    if own.get("properties").is_some() {
        if optional {
            tell(say::several());
        }
        return fields(root, own, path, found);
    }
    let boolean = own.get("type").is_some_and(|kind| *kind == "boolean");
    tell(if boolean { say::yes_or_no() } else { say::text_or_number() });
}

/// What a reference leads to, and whether it may be missing.
fn resolved<'a>(root: &'a Value, field: &'a Value) -> (bool, &'a Value) {
    let null = |one: &Value| one.get("type").is_some_and(|kind| *kind == "null");
    let either = field.get("anyOf").and_then(Value::as_array);
    if let Some(either) = either {
        let optional = either.iter().any(null);
        let first = either.iter().find(|one| !null(one)).unwrap_or(field);
        return (optional, resolved(root, first).1);
    }
    if let Some(name) = field.get("$ref").and_then(Value::as_str) {
        let leads_to = root.pointer(name.trim_start_matches('#')).unwrap_or(field);
        return (false, resolved(root, leads_to).1);
    }
    let kinds = field.get("type").and_then(Value::as_array);
    (kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "null")), field)
}

/// Which of the forms that templates print or set as a whole something is, by the fields it has.
fn layout(of: &Value) -> Option<Message> {
    let has = |name: &str| of.get("properties").is_some_and(|fields| fields.get(name).is_some());
    let drawn = has("skala") || has("paneler") || has("nivaer");
    let forms = [
        (has("markt") && has("text"), say::figure()),
        (has("riktning") && has("storlek"), say::change()),
        (has("iso") && has("text"), say::date()),
        (has("kolumner") && has("rader"), say::table()),
        (has("nummer") && has("rubrik") && drawn, say::chart()),
    ];
    forms.into_iter().find(|(is, _)| *is).map(|(_, layout)| layout)
}
