//! A workbook as a user has it in a spreadsheet program: cells by sheet and place, to look at and to
//! type in. Knows the file format, no schema; shares nothing with the program's reader.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Varde {
    Text(String),
    /// As the file has it: with a point.
    Number(String),
}

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct SheetCell {
    pub(crate) value: Option<Varde>,
    /// Whether its format is that of a date.
    pub(crate) date: bool,
    pub(crate) formula: bool,
}

/// Row and column, from 1.
pub(crate) type Place = (u32, u32);

/// A sheet's cells.
pub(crate) type SheetSchema = BTreeMap<Place, SheetCell>;

/// A workbook.
pub(crate) struct Spreadsheet {
    parts: BTreeMap<String, Vec<u8>>,
    /// Sheets and the parts they are in, in order.
    sheet: Vec<(String, String)>,
    strings: Vec<String>,
    date_styles: BTreeSet<String>,
}

impl Spreadsheet {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut parts = BTreeMap::new();
        for place in 0..package.len() {
            let mut part = package.by_index(place).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("its bytes");
            parts.insert(part.name().expect("a name").into_owned(), content);
        }
        let text = |name: &str| String::from_utf8(parts[name].clone()).expect("UTF-8");
        let sheet = element(&text("xl/workbook.xml"), "sheet")
            .iter()
            .zip(1..)
            .map(|((attribute, _), number)| {
                (usual(&value(attribute, "name")), format!("xl/worksheets/sheet{number}.xml"))
            })
            .collect();
        let strings = element(&text("xl/sharedStrings.xml"), "si")
            .iter()
            .map(|(_, content)| usual(element(content, "t").first().map_or("", |(_, t)| t)))
            .collect();
        let date_styles = date_styles(&text("xl/styles.xml"));
        Self { parts, sheet, strings, date_styles }
    }

    /// The sheets' names, in order.
    pub(crate) fn name(&self) -> impl Iterator<Item = &str> {
        self.sheet.iter().map(|(name, _)| name.as_str())
    }

    /// The cells of a sheet, the empty ones that have a format too.
    pub(crate) fn sheet(&self, name: &str) -> SheetSchema {
        element(&self.xml(name), "c").iter().map(|(a, content)| self.slot(a, content)).collect()
    }

    fn slot(&self, attribute: &str, content: &str) -> (Place, SheetCell) {
        let style = value(attribute, "s");
        let v = element(content, "v").first().map(|(_, v)| usual(v));
        let last = match (value(attribute, "t").as_str(), v) {
            ("s", Some(number)) => {
                Some(Varde::Text(self.strings[number.parse::<usize>().expect("a number")].clone()))
            }
            ("inlineStr", _) => {
                let t = element(content, "t");
                t.first().map(|(_, t)| Varde::Text(usual(t)))
            }
            ("str", Some(text)) => Some(Varde::Text(text)),
            (_, v) => v.map(Varde::Number),
        };
        let slot = SheetCell {
            value: last,
            date: self.date_styles.contains(&style),
            formula: content.contains("<f>"),
        };
        (location(&value(attribute, "r")), slot)
    }

    /// Types in a cell that has a format, or empties it; a formula keeps standing and gets the value.
    pub(crate) fn write(&mut self, sheet: &str, place: Place, fresh_value: Option<&Varde>) {
        let xml = self.xml(sheet);
        let r = address(place);
        let (before, whole_parts) =
            xml.split_once(&format!("<c r=\"{r}\"")).expect("the cell is there");
        let (attribute, rest) = whole_parts.split_once('>').expect("the tag ends");
        let (content, after) = if attribute.ends_with('/') {
            ("", rest)
        } else {
            rest.split_once("</c>").expect("it ends")
        };
        let style = value(attribute, "s");
        let formula = element(content, "f");
        let formula = formula.first().map(|(_, f)| format!("<f>{f}</f>")).unwrap_or_default();
        let cell = match fresh_value {
            None => format!("<c r=\"{r}\" s=\"{style}\"/>"),
            Some(Varde::Text(text)) => format!(
                "<c r=\"{r}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
            ),
            Some(Varde::Number(number)) => {
                format!("<c r=\"{r}\" s=\"{style}\">{formula}<v>{number}</v></c>")
            }
        };
        let fresh = format!("{before}{cell}{after}");
        let part = self.part(sheet).to_owned();
        self.parts.insert(part, fresh.into_bytes());
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in &self.parts {
            // The same bytes whenever it is written.
            let options = zip::write::SimpleFileOptions::default()
                .last_modified_time(zip::DateTime::default());
            package.start_file(name, options).expect("a part");
            package.write_all(part).expect("its bytes");
        }
        package.finish().expect("a package").into_inner()
    }

    fn part(&self, sheet: &str) -> &str {
        let part = self.sheet.iter().find(|(name, _)| name == sheet);
        part.map_or_else(|| panic!("there is no sheet {sheet}"), |(_, part)| part.as_str())
    }

    fn xml(&self, sheet: &str) -> String {
        String::from_utf8(self.parts[self.part(sheet)].clone()).expect("UTF-8")
    }
}

/// The elements of a name, outermost first come: their attributes and what is in them. No element is
/// within another of its own name in what is read here.
fn element<'x>(xml: &'x str, name: &str) -> Vec<(&'x str, &'x str)> {
    let mut found = Vec::new();
    let (opening, end) = (format!("<{name}"), format!("</{name}>"));
    let mut left = xml;
    while let Some((_, after)) = left.split_once(&opening) {
        left = after;
        if !left.starts_with([' ', '>', '/']) {
            continue;
        }
        let (attribute, rest) = left.split_once('>').expect("the tag ends");
        if let Some(attribute) = attribute.strip_suffix('/') {
            found.push((attribute, ""));
            left = rest;
        } else {
            let (content, rest) = rest.split_once(&end).expect("the element ends");
            found.push((attribute, content));
            left = rest;
        }
    }
    found
}

/// The value of an attribute; empty if it is not there.
fn value(attribute: &str, name: &str) -> String {
    let after = attribute.split_once(&format!(" {name}=\""));
    after.and_then(|(_, after)| after.split_once('"')).map_or("", |(value, _)| value).to_owned()
}

fn usual(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&apos;", "'").replace("&amp;", "&")
}

/// The formats of cells that show dates, by number.
fn date_styles(styles: &str) -> BTreeSet<String> {
    let format = element(styles, "numFmt");
    let date: BTreeSet<_> = format
        .iter()
        .filter(|(attribute, _)| value(attribute, "formatCode").contains("yy"))
        .map(|(attribute, _)| value(attribute, "numFmtId"))
        .collect();
    let cells = element(styles, "cellXfs");
    let (_, cells) = cells.first().expect("formats");
    (0..)
        .zip(element(cells, "xf"))
        .filter(|(_, (attribute, _))| date.contains(&value(attribute, "numFmtId")))
        .map(|(number, _): (usize, _)| number.to_string())
        .collect()
}

fn location(address: &str) -> Place {
    let (letters, numbers) = address
        .split_at(address.find(|character: char| character.is_ascii_digit()).expect("a row"));
    let column =
        letters.bytes().fold(0, |column, character| column * 26 + u32::from(character - b'A') + 1);
    (numbers.parse().expect("a number"), column)
}

/// A place as a user names it: `C14`.
pub(crate) fn address((row, mut column): Place) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(char::from(b'A' + u8::try_from((column - 1) % 26).expect("a letter")));
        column = (column - 1) / 26;
    }
    format!("{}{row}", letters.into_iter().rev().collect::<String>())
}

/// What stands in a cell, as the file has it.
pub(crate) fn text(cells: &SheetSchema, place: Place) -> Option<&str> {
    match cells.get(&place)?.value.as_ref()? {
        Varde::Text(text) | Varde::Number(text) => Some(text),
    }
}

/// The row with a text in column A.
pub(crate) fn row_with(cells: &SheetSchema, text_in_a: &str) -> u32 {
    let row = cells.keys().find(|place| place.1 == 1 && text(cells, **place) == Some(text_in_a));
    row.unwrap_or_else(|| panic!("no row is headed {text_in_a}")).0
}
