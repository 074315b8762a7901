//! A number as it stands on a finished paper: which figures it is, and where. The paper is read by the JSON beside it, and
//! what is explained is computed again from the workbooks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::cli::Exit;
use crate::cli::messages::explain as say;
use crate::figure::FigureId;
use crate::pipeline::Computed;
use crate::pipeline::selection::Selection;
use crate::problem::messages::words;
use crate::problem::{Language, Message};
use crate::verify::Paper;

/// A figure that a number on a paper is, and the places where it is printed so.
#[derive(Debug)]
pub(super) struct Printed {
    /// The figure's name.
    pub(super) name: String,
    /// Where, in words.
    pub(super) places: Vec<Message>,
    /// As what it is printed.
    texts: BTreeSet<String>,
}

/// The one figure that a number on a paper is.
///
/// # Errors
/// If the number does not stand there, or is that of several figures.
pub(super) fn printed(paper: &Paper, number: &str) -> Result<Printed, Exit> {
    let mut found = Found { wanted: bare(number), figures: BTreeMap::new() };
    found.search(&paper.json, "");
    let quoted = words::quoted(number);
    let mut all = found.figures.into_iter();
    match (all.next(), all.len()) {
        (Some((name, Places { places, texts })), 0) => Ok(Printed { name, places, texts }),
        (None, _) => Err(Exit::Usage(say::not_on_paper(&quoted, &paper.document))),
        (Some(first), _) => {
            let rows = std::iter::once(first).chain(all).map(|(name, found)| {
                Message::joined(
                    &[Message::alike(format!("  {name}")), Message::joined(&found.places, "; ")],
                    ": ",
                )
            });
            let rows: Vec<_> = rows.collect();
            Err(Exit::Usage(say::several(&quoted, &Message::joined(&rows, "\n"))))
        }
    }
}

/// The same figure of what the workbooks give now.
///
/// # Errors
/// If it is printed otherwise by them: they are not those that the paper was made of.
pub(super) fn of_today(
    paper: &Paper,
    printed: &Printed,
    number: &str,
    computed: &Computed,
) -> Result<FigureId, Exit> {
    let (report, year) = (&computed.report, computed.year);
    let editions = Selection::default().edition(report, year).unwrap_or_default();
    let own = editions.iter().find(|(_, edition)| edition.id == paper.document);
    let json = own.map(|(document, edition)| (document.paper)(report, year, edition).json.value);
    let mut found = Found { wanted: bare(number), figures: BTreeMap::new() };
    if let Some(json) = &json {
        found.search(json, "");
    }
    let id = report.trace.find(&printed.name).filter(|_| {
        // By its name it is found whatever it is: it must also be printed as it is on the paper.
        found.figures.get(&printed.name).is_some_and(|now| now.texts == printed.texts)
    });
    id.ok_or_else(|| Exit::Usage(say::other_workbooks(&printed.name, &paper.inputs.display())))
}

/// Where a figure stands, as lines before its explanation.
pub(super) fn places(paper: &Paper, number: &str, printed: &Printed, language: Language) -> String {
    let first = say::stands(&words::quoted(number), &paper.document);
    let mut lines = vec![first.in_language(language).to_string()];
    lines.extend(printed.places.iter().map(|place| format!("  {}", place.in_language(language))));
    lines.push("\n".to_owned());
    lines.join("\n")
}

/// A number without what only parts its digits or marks it; the name of a figure as it is.
fn bare(number: &str) -> String {
    let kept = |sign: &char| !sign.is_whitespace() && *sign != '*';
    if number.contains('.') {
        return number.trim().to_owned();
    }
    number.chars().filter(kept).collect::<String>().replace('-', "−")
}

/// The figures that are printed as a number, by name, each with its places.
struct Found {
    wanted: String,
    figures: BTreeMap<String, Places>,
}

/// Where a figure stands, and as what it is printed there.
#[derive(Default)]
struct Places {
    places: Vec<Message>,
    texts: BTreeSet<String>,
}

impl Found {
    fn search(&mut self, json: &Value, path: &str) {
        if let Some(hit) = self.hit(json) {
            self.add(hit, say::in_field(path));
            return;
        }
        match json {
            Value::Object(fields)
                if fields.contains_key("rader") && fields.contains_key("kolumner") =>
            {
                self.table(json);
            }
            Value::Object(fields) => {
                for (name, value) in fields {
                    let path =
                        if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.search(value, &path);
                }
            }
            Value::Array(parts) => parts.iter().for_each(|part| self.search(part, path)),
            _ => {}
        }
    }

    fn table(&mut self, table: &Value) {
        let text = |of: &Value, name: &str| {
            of.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let list = |of: &Value, name: &str| {
            of.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
        };
        let number = table.get("nummer").and_then(Value::as_u64);
        let columns = list(table, "kolumner");
        for row in list(table, "rader") {
            for (place, cell) in list(&row, "celler").iter().enumerate() {
                let Some(hit) = self.hit(cell) else { continue };
                let column = columns.get(place).map(|column| text(column, "rubrik"));
                let (row, column) = (text(&row, "rubrik"), column.unwrap_or_default());
                let place = match number {
                    Some(number) => say::in_table(&number, &row, &column),
                    None => {
                        say::in_unnumbered(&words::quoted(&text(table, "rubrik")), &row, &column)
                    }
                };
                self.add(hit, place);
            }
        }
    }

    /// The name of a figure and its text, if it is one that is meant.
    fn hit(&self, json: &Value) -> Option<(String, String)> {
        let text = |name: &str| json.get(name).and_then(Value::as_str);
        let (name, printed) = (text("id")?, text("text")?);
        let is_meant = bare(printed) == self.wanted || name == self.wanted;
        (json.get("varde").is_some() && is_meant).then(|| (name.to_owned(), printed.to_owned()))
    }

    fn add(&mut self, (name, text): (String, String), place: Message) {
        let found = self.figures.entry(name).or_default();
        found.texts.insert(text);
        if !found.places.contains(&place) {
            found.places.push(place);
        }
    }
}
