//! What earlier years came to: the figures of JSON files this program has published, put back among
//! the inputs in `foregaende-ar/`. A figure is found by its public name, and stands in the trace as a
//! leaf with the file and the place in it. Knows no grant and no document.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::figure::{CellRef, Evidence, Sourced, Status};
use crate::problem::messages::{archive as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::quantity::Exact;

/// The folder, within the year's, that archived files lie in.
pub const FOLDER: &str = "foregaende-ar";

/// The figures of earlier years. Empty where nothing was archived.
#[derive(Debug, Default)]
pub struct Archive {
    figures: BTreeMap<String, Siffra>,
    /// The documents, by the names of their files.
    documents: Vec<(String, Value)>,
}

/// A figure as it was published.
#[derive(Clone, Debug)]
struct Siffra {
    value: Value,
    cell: CellRef,
}

/// The file a figure is found in, for its provenance.
struct Fil<'a> {
    name: &'a str,
    source: String,
}

impl Archive {
    /// Reads archived files, given by name with the folder; says which are not such, and which figures
    /// two files tell differently of.
    pub fn read(files: &[(String, Vec<u8>)], problems: &mut Problems) -> Self {
        let mut archive = Self::default();
        for (name, bytes) in files {
            let json: Value = match serde_json::from_slice(bytes) {
                Ok(json) => json,
                Err(error) => {
                    let text = say::not_json(&error.line(), &error.column());
                    problems.add(not_ours(name, text));
                    continue;
                }
            };
            if !archive.collect(&Fil { name, source: source(&json) }, "", &json, problems) {
                problems.add(not_ours(name, say::no_figures()));
            }
            archive.documents.push((name.clone(), json));
        }
        archive
    }

    /// A whole number (kronor, inhabitants, a count) by its public name:
    /// `lakemedel.2023.skane.statsbidrag`.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<Sourced<i64>> {
        let number = self.figures.get(name)?;
        Some(Sourced { value: number.value.as_i64()?, cell: number.cell.clone() })
    }

    /// The public names of all figures, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.figures.keys().map(String::as_str)
    }

    /// What a document of a year says in a place: a text, a date or a count; and where that is.
    #[must_use]
    pub fn said(&self, document: &str, year: i32, pointer: &str) -> Option<(String, Location)> {
        let (name, json) = self.documents.iter().find(|(_, json)| {
            json.pointer("/huvud/dokument").and_then(Value::as_str) == Some(document)
                && json.pointer("/huvud/ar").and_then(Value::as_i64) == Some(i64::from(year))
        })?;
        let said = match json.pointer(pointer)? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some((said, Location::sheet(name, pointer)))
    }

    /// Any number by its public name, in the unit of the figure; with no more than twelve decimals.
    #[must_use]
    pub fn exact(&self, name: &str) -> Option<Sourced<Exact>> {
        let number = self.figures.get(name)?;
        let value = match &number.value {
            Value::String(text) => text.parse::<Decimal>().ok()?.into(),
            other => other.as_i64()?.into(),
        };
        Some(Sourced { value, cell: number.cell.clone() })
    }

    /// Takes every figure of a part of a file; false if it has none.
    fn collect(
        &mut self,
        file: &Fil<'_>,
        place: &str,
        json: &Value,
        problems: &mut Problems,
    ) -> bool {
        let mut was_there = false;
        match json {
            Value::Object(field) => {
                was_there |= self.number(file, place, field, problems);
                for (name, value) in field {
                    was_there |= self.collect(file, &format!("{place}/{name}"), value, problems);
                }
            }
            Value::Array(parts) => {
                for (number, value) in parts.iter().enumerate() {
                    was_there |= self.collect(file, &format!("{place}/{number}"), value, problems);
                }
            }
            _ => {}
        }
        was_there
    }

    fn number(
        &mut self,
        file: &Fil<'_>,
        place: &str,
        field: &serde_json::Map<String, Value>,
        problems: &mut Problems,
    ) -> bool {
        let text = |name: &str| field.get(name).and_then(Value::as_str);
        let (Some(id), Some(value), Some(status)) =
            (text("id"), field.get("varde"), text("status"))
        else {
            return false;
        };
        let location = Location::sheet(file.name, if place.is_empty() { "/" } else { place });
        let Some(status) = Status::find(status) else {
            problems.add(
                Problem::new(Code::F08, location, say::not_a_status(&words::quoted(status)))
                    .help(say::unchanged()),
            );
            return true;
        };
        let previous = self.figures.get(id).filter(|other| other.value != *value);
        if let Some(other) = previous {
            let text = say::differs(id, value, &other.value, &other.cell.location);
            problems.add(Problem::new(Code::F08, location, text).help(say::only_final()));
            return true;
        }
        let evidence = Evidence {
            item: id.to_owned(),
            source: file.source.clone(),
            as_of: None,
            status,
            confirmed_by: None,
        };
        let cell = CellRef { location, evidence: Arc::new(evidence) };
        self.figures.entry(id.to_owned()).or_insert(Siffra { value: value.clone(), cell });
        true
    }
}

fn not_ours(name: &str, text: Message) -> Problem {
    Problem::new(Code::F08, Location::file(name), text)
        .expected(say::a_published_file())
        .help(say::copy_or_remove())
}

/// The title, date and run of the document the figures come from.
fn source(json: &Value) -> String {
    let text = |place: &str| json.pointer(place).and_then(Value::as_str);
    let title = text("/huvud/titel").unwrap_or("Arkiverad körning");
    let date = text("/huvud/datum/iso").map(|date| format!(", {date}")).unwrap_or_default();
    let run = text("/huvud/korning").or_else(|| text("/korning"));
    let run = run.map(|id| format!(", körning {id}")).unwrap_or_default();
    format!("{title}{date}{run}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(files: &[(&str, &str)]) -> (Archive, Vec<String>) {
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| (format!("{FOLDER}/{name}"), text.as_bytes().to_vec()))
            .collect();
        let mut problems = Problems::new();
        let archive = Archive::read(&files, &mut problems);
        (archive, problems.iter().map(ToString::to_string).collect())
    }

    const CIRKULAR: &str = r#"{
        "huvud": { "titel": "Statsbidrag", "datum": { "iso": "2022-12-20" }, "korning": "0123" },
        "tabell": [{ "id": "lakemedel.2023.skane.statsbidrag", "varde": 4706388077, "status": "fastställd" }]
    }"#;

    #[test]
    fn a_figure_is_found_with_its_place_and_source() {
        let (archive, problems) = read(&[("cirkular.json", CIRKULAR)]);
        assert_eq!(problems, Vec::<String>::new());
        let grant = archive.integer("lakemedel.2023.skane.statsbidrag").expect("it is there");
        assert_eq!(grant.value, 4_706_388_077);
        assert_eq!(grant.cell.location.to_string(), "foregaende-ar/cirkular.json › /tabell/0");
        assert_eq!(grant.cell.evidence.source, "Statsbidrag, 2022-12-20, körning 0123");
        assert_eq!(grant.cell.evidence.status, Status::Faststalld);
        assert!(archive.integer("lakemedel.2023.gotland.statsbidrag").is_none());
    }

    #[test]
    fn what_is_not_an_archived_file_is_named() {
        let (_, problems) = read(&[
            ("a.json", "{"),
            ("b.json", "[]"),
            ("c.json", r#"{ "id": "x", "varde": 1, "status": "säker" }"#),
        ]);
        let beginning: Vec<_> = problems.iter().filter_map(|text| text.lines().next()).collect();
        assert_eq!(
            beginning,
            [
                "fel[F08] foregaende-ar/a.json: filen är inte JSON: rad 1, tecken 1",
                "fel[F08] foregaende-ar/b.json: filen innehåller inga siffror",
                "fel[F08] foregaende-ar/c.json › /: ”säker” är inte någon status",
            ]
        );
    }

    #[test]
    fn two_files_may_not_differ() {
        let changed = CIRKULAR.replace("4706388077", "4706388078");
        let (_, problems) = read(&[("a.json", CIRKULAR), ("b.json", &changed)]);
        let expected = "fel[F08] foregaende-ar/b.json › /tabell/0: lakemedel.2023.skane.statsbidrag är \
                      4706388078, men 4706388077 i foregaende-ar/a.json › /tabell/0\n  \
                      hjälp:   låt bara ett års slutliga filer ligga i mappen";
        assert!(problems.contains(&expected.to_owned()), "{problems:?}");
        let (_, problems) = read(&[("a.json", CIRKULAR), ("b.json", CIRKULAR)]);
        assert_eq!(problems, Vec::<String>::new(), "they say the same");
    }
}
