//! What a document's data say that it shall print: its tables, its diagrams, its calculations, and figures in text.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::compared::{bare, is_number, words};
use crate::swedish::numbers_in;

/// The units of what is an amount.
const AMOUNTS: [&str; 3] = ["kr", "kr/inv", "valutaenheter"];

/// What is to be found in a finished document.
#[derive(Debug, Default)]
pub(super) struct Expected {
    pub(super) tables: Vec<Tabled>,
    pub(super) diagrams: Vec<Drawn>,
    /// Amounts outside tables and diagrams: name and text. Counts and shares are none of them, nor amounts of nothing,
    /// which may be said in words: `sex veckor`, `allt`.
    pub(super) loose: Vec<(String, String)>,
    /// The names of the figures in tables and diagrams.
    pub(super) placed: BTreeSet<String>,
    /// Every word with a digit, of any text.
    pub(super) words: BTreeSet<String>,
    /// Every number, of any text.
    pub(super) numbers: BTreeSet<String>,
    /// Every text with a digit, as it is compared.
    pub(super) texts: BTreeSet<String>,
    /// Whether somebody's own paragraphs stand in place of a section.
    pub(super) replaced: bool,
    /// Texts that are printed as they are, wherever they are printed.
    pub(super) whole: Vec<String>,
}

/// A table that is to be printed.
#[derive(Debug)]
pub(super) struct Tabled {
    /// What it is called.
    pub(super) name: String,
    /// What stands over it, but for the unit.
    pub(super) caption: String,
    /// The headings over each column that has some, from the top.
    pub(super) columns: Vec<Vec<String>>,
    /// Its rows: heading and cells.
    pub(super) rows: Vec<(String, Vec<String>)>,
}

/// A diagram that is to be drawn.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) name: String,
    /// What its bars are called, in order.
    pub(super) labels: Vec<String>,
    /// Their values, in order.
    pub(super) values: Vec<String>,
    /// Whether what is in it may be broken over lines, as bars are not.
    pub(super) is_broken: bool,
    /// Every number that stands alone in it, sorted.
    pub(super) numbers: Vec<String>,
}

impl Expected {
    pub(super) fn of(json: &Value) -> Self {
        let mut expected = Self::default();
        expected.look(json);
        expected
    }

    fn look(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => self.object(fields),
            Value::Array(all) => all.iter().for_each(|one| self.look(one)),
            Value::String(text) => {
                if text.bytes().any(|byte| byte.is_ascii_digit()) {
                    self.texts.insert(bare(text));
                    self.words.extend(words(text));
                    self.numbers.extend(numbers_in(text));
                }
            }
            Value::Number(number) => {
                self.words.insert(number.to_string());
                self.numbers.insert(number.to_string());
            }
            Value::Bool(_) | Value::Null => {}
        }
    }

    fn object(&mut self, fields: &Map<String, Value>) {
        if let Some(table) = table(fields).or_else(|| calculation(fields)) {
            self.tables.push(table);
            self.placed(fields);
        } else if let Some(diagram) = diagram(fields) {
            self.whole.push(bare(&diagram.name));
            self.diagrams.push(diagram);
            self.placed(fields);
        } else if let Some(text) = figure(fields) {
            // That it is nothing may be said in words.
            if AMOUNTS.contains(&self::text(fields, "enhet")) && text != "0" {
                self.loose.push((self::text(fields, "id").to_owned(), text));
            }
            self.written(fields);
        } else {
            // A difference that is none is not spoken of, and what a document rests on stands in its data alone, as
            // do payments that have a file of their own.
            let is_none = fields.get("riktning").is_some_and(|way| way == "oforandrad");
            for (key, value) in fields {
                match (key.as_str(), is_none) {
                    ("underlag" | "betalningsfil", _) => {}
                    ("i_stallet", _) => {
                        self.replaced |= value.as_array().is_some_and(|own| !own.is_empty());
                        self.look(value);
                    }
                    ("titel" | "exempelceller", _) => {
                        self.whole.extend(value.as_str().map(bare));
                        self.look(value);
                    }
                    ("siffra", true) => self.placed_in(value),
                    _ => self.look(value),
                }
            }
        }
    }

    /// A figure as it is written: of what else is said of it nothing is printed.
    fn written(&mut self, fields: &Map<String, Value>) {
        fields.get("text").into_iter().for_each(|text| self.look(text));
    }

    /// What is within a table or a diagram, its figures by name.
    fn placed(&mut self, fields: &Map<String, Value>) {
        if is_figure(fields) {
            self.placed.insert(text(fields, "id").to_owned());
            return self.written(fields);
        }
        fields.values().for_each(|value| self.placed_in(value));
    }

    fn placed_in(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => self.placed(fields),
            Value::Array(all) => all.iter().for_each(|one| self.placed_in(one)),
            leaf => self.look(leaf),
        }
    }
}

fn text<'v>(fields: &'v Map<String, Value>, name: &str) -> &'v str {
    fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list<'v>(fields: &'v Map<String, Value>, name: &str) -> Option<&'v Vec<Value>> {
    fields.get(name).and_then(Value::as_array)
}

fn is_figure(fields: &Map<String, Value>) -> bool {
    fields.contains_key("varde") && fields.contains_key("id")
}

/// A figure as it is printed, with its mark.
fn figure(fields: &Map<String, Value>) -> Option<String> {
    let star = if fields.get("markt") == Some(&Value::Bool(true)) { "*" } else { "" };
    is_figure(fields).then(|| format!("{}{star}", text(fields, "text")))
}

/// What something is called: `Tabell 5 Sammanställning`.
fn name(fields: &Map<String, Value>, kind: &str) -> String {
    match fields.get("nummer").and_then(Value::as_u64) {
        Some(number) => format!("{kind} {number} {}", text(fields, "rubrik")),
        None => format!("{kind} {}", text(fields, "rubrik")),
    }
}

fn table(fields: &Map<String, Value>) -> Option<Tabled> {
    let (columns, rows) = (list(fields, "kolumner")?, list(fields, "rader")?);
    let columns = columns.iter().filter_map(Value::as_object).map(|column| {
        let headings = ["grupp", "rubrik", "enhet"].map(|part| text(column, part));
        headings.into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect()
    });
    let rows = rows.iter().filter_map(Value::as_object).map(|row| {
        let unknown = list(row, "okanda");
        let cells = list(row, "celler").into_iter().flatten().enumerate().map(|(place, cell)| {
            let why = unknown.into_iter().flatten().find(|one| one["kolumn"] == place);
            let why = || why.and_then(|why| why["text"].as_str()).unwrap_or_default().to_owned();
            let text = || cell.as_str().map_or_else(why, str::to_owned);
            cell.as_object().and_then(figure).unwrap_or_else(text)
        });
        (text(row, "rubrik").to_owned(), cells.collect())
    });
    let name = name(fields, "Tabell");
    let numbered = fields.get("nummer").is_some_and(Value::is_u64);
    let caption = if numbered { name.clone() } else { text(fields, "rubrik").to_owned() };
    Some(Tabled { name, caption, columns: columns.collect(), rows: rows.collect() })
}

fn calculation(fields: &Map<String, Value>) -> Option<Tabled> {
    let rows = list(fields, "led")?.iter().filter_map(Value::as_object).map(|row| {
        let heading = format!("{}{}", text(row, "tecken"), text(row, "text"));
        let figure = row.get("siffra").and_then(Value::as_object).and_then(figure);
        (heading, vec![figure.unwrap_or_default(), text(row, "enhet").to_owned()])
    });
    let caption = text(fields, "rubrik").to_owned();
    let name = format!("Räkningen {caption}");
    Some(Tabled { name, caption, columns: vec![Vec::new(); 2], rows: rows.collect() })
}

fn diagram(fields: &Map<String, Value>) -> Option<Drawn> {
    let mut drawn = Drawn { name: name(fields, "Diagram"), ..Drawn::default() };
    match list(fields, "paneler") {
        Some(panels) => {
            for (place, panel) in panels.iter().filter_map(Value::as_object).enumerate() {
                // The bars have the same names in every panel, and they stand there once.
                let labels = drawn.labels.len();
                drawn.add(panel);
                if place > 0 {
                    drawn.labels.truncate(labels);
                }
            }
        }
        None if list(fields, "skala").is_some() => drawn.add(fields),
        // A pyramid has no values, only levels.
        None => {
            let levels = list(fields, "nivaer").filter(|_| fields.contains_key("id"))?;
            for level in levels.iter().filter_map(Value::as_object) {
                let texts = ["nummer", "namn"].map(|key| text(level, key).to_owned());
                drawn.labels.extend(texts);
            }
            return Some(Drawn { is_broken: true, ..drawn });
        }
    }
    let alone = drawn.labels.iter().chain(&drawn.values).filter(|text| is_number(text));
    drawn.numbers.extend(alone.map(|text| bare(text)));
    drawn.numbers.sort_unstable();
    Some(drawn)
}

impl Drawn {
    fn add(&mut self, fields: &Map<String, Value>) {
        let objects =
            |name: &str| list(fields, name).into_iter().flatten().filter_map(Value::as_object);
        for bar in objects("staplar").chain(objects("rader")).chain(objects("grupper")) {
            self.labels.push(text(bar, "rubrik").to_owned());
            let parts = list(bar, "delar").into_iter().flatten().filter_map(Value::as_object);
            for part in std::iter::once(bar).filter(|bar| bar.contains_key("siffra")).chain(parts) {
                let figure = part.get("siffra").and_then(Value::as_object).and_then(figure);
                self.values.push(figure.unwrap_or_else(|| text(part, "okand").to_owned()));
            }
        }
        let lines = objects("linjer").filter_map(|line| figure(line.get("siffra")?.as_object()?));
        let marks = objects("skala").map(|mark| text(mark, "text").to_owned());
        self.numbers.extend(lines.chain(marks).map(|text| bare(&text)));
    }
}
