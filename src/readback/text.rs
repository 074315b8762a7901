//! What a page shows, by the numbers its tags know it by.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, decode_text_string};

/// Texts by their page and their number there.
pub(super) type Texts = BTreeMap<(ObjectId, i64), String>;

/// What the codes of a typeface stand for, by where its table lies.
pub(super) type Fonts<'a> = BTreeMap<ObjectId, Encoding<'a>>;

/// Adds what a page shows; `left` is how much all pages may yet hold, in bytes.
///
/// # Errors
/// If the page, or a typeface of it, cannot be read, or the page holds more.
pub(super) fn page_texts<'a>(
    document: &'a Document,
    page: ObjectId,
    left: &mut usize,
    fonts: &mut Fonts<'a>,
    texts: &mut Texts,
) -> lopdf::Result<()> {
    let mut names = BTreeMap::new();
    for (name, font) in document.get_page_fonts(page)? {
        let table = font.get(b"ToUnicode").and_then(Object::as_reference)?;
        if let Entry::Vacant(new) = fonts.entry(table) {
            new.insert(font.get_font_encoding(document)?);
        }
        names.insert(name, table);
    }
    let content = document.get_page_content(page)?;
    *left = left.checked_sub(content.len()).ok_or(lopdf::Error::ReferenceLimit)?;
    let content = Content::decode(&content)?;
    let properties = Properties::of(document, page);
    let mut shown = Shown { texts, page, open: Vec::new(), font: None };
    for operation in &content.operations {
        let first = operation.operands.first();
        match operation.operator.as_str() {
            "BMC" => shown.open.push(Open::Plain),
            "BDC" => shown.begin(document, &properties, operation.operands.get(1)),
            "EMC" => {
                shown.open.pop();
            }
            // A new piece of text stands apart from the last.
            "BT" => shown.add("\n"),
            "Tf" => {
                let name = first.and_then(|name| name.as_name().ok());
                shown.font = name.and_then(|name| fonts.get(names.get(name)?));
            }
            "Tj" => shown.show(first)?,
            "TJ" => {
                for piece in first.and_then(|all| all.as_array().ok()).into_iter().flatten() {
                    shown.show(Some(piece))?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// What marked content may be named by instead of saying it itself.
struct Properties<'a>(Option<&'a Dictionary>);

impl<'a> Properties<'a> {
    fn of(document: &'a Document, page: ObjectId) -> Self {
        let page = document.get_dictionary(page);
        let resources = page.and_then(|page| page.get_deref(b"Resources", document)?.as_dict());
        let own = resources.and_then(|own| own.get_deref(b"Properties", document)?.as_dict());
        Self(own.ok())
    }
}

/// A piece of marked content that is open.
enum Open {
    /// It has a number.
    Numbered(i64),
    /// It says what it stands for, and has been said.
    Replaced,
    /// It neither is numbered nor says what it stands for.
    Plain,
}

struct Shown<'a, 'b> {
    texts: &'b mut Texts,
    page: ObjectId,
    open: Vec<Open>,
    font: Option<&'b Encoding<'a>>,
}

impl Shown<'_, '_> {
    fn begin(&mut self, document: &Document, named: &Properties<'_>, said: Option<&Object>) {
        let own = said.and_then(|said| match said {
            Object::Dictionary(own) => Some(own),
            Object::Name(name) => named.0?.get_deref(name, document).ok()?.as_dict().ok(),
            _ => None,
        });
        let number = own.and_then(|own| own.get(b"MCID").and_then(Object::as_i64).ok());
        let replaced = own.and_then(|own| own.get(b"ActualText").ok());
        let replaced = replaced.and_then(|text| decode_text_string(text).ok());
        match (number, replaced) {
            (Some(number), _) => self.open.push(Open::Numbered(number)),
            (None, Some(text)) => {
                self.add(&text);
                self.open.push(Open::Replaced);
            }
            (None, None) => self.open.push(Open::Plain),
        }
    }

    fn show(&mut self, codes: Option<&Object>) -> lopdf::Result<()> {
        let codes = codes.and_then(|codes| codes.as_str().ok());
        let Some((codes, font)) = codes.zip(self.font) else { return Ok(()) };
        let text = Document::decode_text(font, codes)?;
        self.add(&text);
        Ok(())
    }

    /// Adds a text to the piece it is in, unless that has said what it stands for.
    fn add(&mut self, text: &str) {
        if self.open.iter().any(|open| matches!(open, Open::Replaced)) {
            return;
        }
        let number = self.open.iter().rev().find_map(|open| match open {
            Open::Numbered(number) => Some(*number),
            _ => None,
        });
        if let Some(number) = number {
            self.texts.entry((self.page, number)).or_default().push_str(text);
        }
    }
}
