//! The tags of a PDF, and what is set under each.

use std::cell::Cell;
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};
use memchr::memchr_iter;

use super::text::{Texts, page_texts};
use super::{Cell as TableCell, Part, Printed, Row, Table};

/// How deep tags may lie in each other.
const DEEPEST: usize = 64;

/// How many tags may be seen in a document; those of a paper are some thousands.
const MOST_TAGS: usize = 1_000_000;

/// How much all pages may hold, unpacked, in bytes; a page of a paper holds some hundred thousand.
const MOST_TEXT: usize = 64 << 20;

/// Reads a tagged PDF, which may be anyone's: what would take more room or time than a paper can is not read.
///
/// # Errors
/// If it cannot be read, has no tags, or is packed otherwise than once.
pub fn read(pdf: &[u8]) -> lopdf::Result<Printed> {
    if !is_packed_once(pdf) {
        return Err(lopdf::Error::ReferenceLimit);
    }
    let document = Document::load_mem(pdf)?;
    let mut texts = Texts::new();
    let mut fonts = BTreeMap::new();
    let mut left = MOST_TEXT;
    for page in document.page_iter() {
        page_texts(&document, page, &mut left, &mut fonts, &mut texts)?;
    }
    let root = document.catalog()?.get_deref(b"StructTreeRoot", &document)?.as_dict()?;
    let left = Cell::new(MOST_TAGS);
    let mut reader = Reader { document: &document, texts, parts: Vec::new(), left };
    let children = reader.children(&Element { dict: root, page: None });
    for child in children {
        reader.part(child, 0);
    }
    if reader.left.get() == 0 {
        return Err(lopdf::Error::ReferenceLimit);
    }
    Ok(Printed { parts: reader.parts })
}

/// Whether everything packed in a PDF is packed once, so that it unpacks to a thousand times its size at most: whether
/// each filter is one alone, and named as such.
pub(super) fn is_packed_once(pdf: &[u8]) -> bool {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"/<>[](){}%".contains(byte);
    memchr_iter(b'/', pdf).all(|at| {
        let (_, after) = pdf.split_at(at + 1);
        if !matches!(after, [b'F' | b'#', ..]) {
            return true;
        }
        let name = after.split(ends).next().unwrap_or_default();
        if unescaped(name) != b"Filter" {
            return true;
        }
        let value = after.get(name.len()..).unwrap_or_default().trim_ascii_start();
        let one = value.strip_prefix(b"/").unwrap_or_default();
        let one = one.split(ends).next().unwrap_or_default();
        name == b"Filter" && matches!(one, b"FlateDecode" | b"DCTDecode")
    })
}

/// A name without its escapes, `#46` for `F`.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let (mut found, mut rest) = (Vec::new(), name);
    while let [first, after @ ..] = rest {
        let escaped = after.split_at_checked(2).filter(|_| *first == b'#');
        let escaped = escaped.and_then(|(digits, after)| {
            let digits = std::str::from_utf8(digits).ok()?;
            Some((u8::from_str_radix(digits, 16).ok()?, after))
        });
        let (byte, after) = escaped.unwrap_or((*first, after));
        found.push(byte);
        rest = after;
    }
    found
}

/// A tag.
#[derive(Clone, Copy)]
struct Element<'a> {
    dict: &'a Dictionary,
    /// The page what is under it is set on, where nothing else is said.
    page: Option<ObjectId>,
}

/// What is under a tag.
#[derive(Clone, Copy)]
enum Child<'a> {
    Element(Element<'a>),
    /// Something set: its page, and its number there.
    Set(ObjectId, i64),
}

struct Reader<'a> {
    document: &'a Document,
    texts: Texts,
    parts: Vec<Part>,
    /// How many more tags may be seen.
    left: Cell<usize>,
}

impl<'a> Reader<'a> {
    fn children(&self, element: &Element<'a>) -> Vec<Child<'a>> {
        let Ok(kids) = element.dict.get_deref(b"K", self.document) else { return Vec::new() };
        let all = match kids {
            Object::Array(all) => all.iter().collect(),
            one => vec![one],
        };
        let left = self.left.get().saturating_sub(all.len());
        self.left.set(left);
        if left == 0 {
            return Vec::new();
        }
        all.into_iter().filter_map(|kid| self.child(element.page, kid)).collect()
    }

    fn child(&self, page: Option<ObjectId>, kid: &'a Object) -> Option<Child<'a>> {
        let (_, kid) = self.document.dereference(kid).ok()?;
        if let Ok(number) = kid.as_i64() {
            return Some(Child::Set(page?, number));
        }
        let dict = kid.as_dict().ok()?;
        let page = dict.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match dict.get(b"MCID").and_then(Object::as_i64) {
            Ok(number) => Some(Child::Set(page?, number)),
            Err(_) => dict.has(b"S").then_some(Child::Element(Element { dict, page })),
        }
    }

    fn kind(element: &Element<'_>) -> String {
        let name = element.dict.get(b"S").and_then(Object::as_name).unwrap_or_default();
        String::from_utf8_lossy(name).into_owned()
    }

    /// The parts under something; text that lies beside tags is a part of its own.
    fn part(&mut self, child: Child<'a>, depth: usize) {
        let element = match child {
            Child::Set(page, number) => {
                let text = self.set(page, number);
                return self.text(text);
            }
            Child::Element(element) => element,
        };
        match Self::kind(&element).as_str() {
            "Table" => {
                let table = self.table(&element, depth);
                self.parts.push(Part::Table(table));
            }
            "Figure" => {
                let mut texts = Vec::new();
                self.leaves(&element, depth, &mut texts);
                self.parts.push(Part::Figure(texts));
            }
            // What holds other parts; everything else is running text as a whole.
            "Document" | "Part" | "Sect" | "Div" | "Art" | "L" | "LI" | "LBody" | "BlockQuote"
            | "Aside" | "NonStruct" => {
                for child in self.children(&element) {
                    if depth < DEEPEST {
                        self.part(child, depth + 1);
                    }
                }
            }
            _ => {
                let text = self.whole(&element, depth);
                self.text(text);
            }
        }
    }

    fn text(&mut self, text: String) {
        if !text.trim().is_empty() {
            self.parts.push(Part::Text(text));
        }
    }

    fn set(&self, page: ObjectId, number: i64) -> String {
        self.texts.get(&(page, number)).cloned().unwrap_or_default()
    }

    /// The texts under a tag, each by itself.
    fn leaves(&self, element: &Element<'a>, depth: usize, into: &mut Vec<String>) {
        for child in self.children(element) {
            match child {
                Child::Set(page, number) => {
                    let text = self.set(page, number);
                    if !text.trim().is_empty() {
                        into.push(text);
                    }
                }
                Child::Element(inner) if depth < DEEPEST => self.leaves(&inner, depth + 1, into),
                Child::Element(_) => {}
            }
        }
    }

    fn whole(&self, element: &Element<'a>, depth: usize) -> String {
        let mut texts = Vec::new();
        self.leaves(element, depth, &mut texts);
        texts.concat()
    }

    fn table(&self, element: &Element<'a>, depth: usize) -> Table {
        let mut found = Cells::default();
        self.cells(element, depth, &mut found);
        let Cells { caption, rows, headings } = found;
        let mut table = Table { caption, ..Table::default() };
        for row in rows {
            // A row of headings alone is the head's, unless it is all there is.
            let is_head = row.iter().all(|cell| cell.of_column);
            if is_head {
                table.heads.extend(row.into_iter().map(|cell| cell.text));
                continue;
            }
            let mut read = Row::default();
            for cell in row {
                if cell.is_heading && read.heading.is_none() && read.cells.is_empty() {
                    read.heading = Some(cell.text);
                } else {
                    let under = cell.under.iter().filter_map(|id| headings.get(id)).cloned();
                    read.cells.push(TableCell { text: cell.text, under: under.collect() });
                }
            }
            table.rows.push(read);
        }
        table
    }

    fn cells(&self, element: &Element<'a>, depth: usize, found: &mut Cells) {
        if depth >= DEEPEST {
            return;
        }
        for child in self.children(element) {
            let Child::Element(inner) = child else { continue };
            match Self::kind(&inner).as_str() {
                "TR" => {
                    found.rows.push(Vec::new());
                    self.cells(&inner, depth + 1, found);
                }
                kind @ ("TH" | "TD") => {
                    let text = self.whole(&inner, depth);
                    let cell = self.cell(&inner, kind == "TH", text);
                    if let Some(id) = name_of(&inner) {
                        found.headings.insert(id, cell.text.clone());
                    }
                    if let Some(row) = found.rows.last_mut() {
                        row.push(cell);
                    }
                }
                "THead" | "TBody" | "TFoot" => {
                    self.cells(&inner, depth + 1, found);
                }
                _ => found.caption.push_str(&self.whole(&inner, depth)),
            }
        }
    }

    fn cell(&self, element: &Element<'a>, is_heading: bool, text: String) -> ReadCell {
        let mut cell = ReadCell { text, is_heading, ..ReadCell::default() };
        let Ok(attributes) = element.dict.get_deref(b"A", self.document) else { return cell };
        let all = match attributes {
            Object::Array(all) => all.iter().collect(),
            one => vec![one],
        };
        for one in all {
            let one = self.document.dereference(one).and_then(|(_, one)| one.as_dict());
            let Ok(one) = one else { continue };
            if let Ok(names) = one.get(b"Headers").and_then(Object::as_array) {
                let names = names.iter().filter_map(|name| name.as_str().ok());
                cell.under.extend(names.map(<[u8]>::to_vec));
            }
            let scope = one.get(b"Scope").and_then(Object::as_name).unwrap_or_default();
            cell.of_column |= is_heading && scope != b"Row";
        }
        cell
    }
}

/// What a table was found to hold.
#[derive(Default)]
struct Cells {
    caption: String,
    rows: Vec<Vec<ReadCell>>,
    /// The headings by what cells know them by.
    headings: BTreeMap<Vec<u8>, String>,
}

#[derive(Default)]
struct ReadCell {
    text: String,
    is_heading: bool,
    /// Whether it is a heading of what is below it.
    of_column: bool,
    under: Vec<Vec<u8>>,
}

fn name_of(element: &Element<'_>) -> Option<Vec<u8>> {
    element.dict.get(b"ID").and_then(Object::as_str).ok().map(<[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_twice_or_under_another_name_is_not_read() {
        let once: &[u8] = b"<< /Length 5 /Filter /FlateDecode >> stream";
        assert!(is_packed_once(once) && is_packed_once(b"/Filter/FlateDecode/Length 5"));
        let others: [&[u8]; 4] = [
            b"/Filter [/FlateDecode /FlateDecode]",
            b"/Filter/LZWDecode",
            b"/Fi#6cter /FlateDecode",
            b"/Filter 5 0 R",
        ];
        for other in others {
            assert!(!is_packed_once(other), "{}", String::from_utf8_lossy(other));
        }
    }
}
