//! What a page shows, by the numbers its tags know it by.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Number, Object as Operand, String as Codes};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, decode_text_string};
use memchr::memchr2_iter;

/// Texts by their page and their number there.
pub(super) type Texts = BTreeMap<(ObjectId, i64), String>;

/// What the codes of a typeface stand for, by where its table lies.
pub(super) type Fonts<'a> = BTreeMap<ObjectId, Encoding<'a>>;

/// How deep arrays, and how deep dictionaries, may lie in each other on a page.
const DEEPEST: usize = 256;

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
    if !is_shallow(&content) {
        return Err(lopdf::Error::ReferenceLimit);
    }
    let properties = Properties::of(document, page);
    let mut shown = Shown { texts, page, open: Vec::new(), replaced: 0, font: None };
    let mut instructions = UntypedIter::new(&content);
    while let Some(instruction) = instructions.next() {
        let mut operands = instruction.operands();
        match &instruction.operator[..] {
            b"BMC" => shown.open.push(Open::Plain),
            b"BDC" => shown.begin(&properties, operands.nth(1)),
            b"EMC" => shown.end(),
            // A new piece of text stands apart from the last.
            b"BT" => shown.add("\n"),
            b"Tf" => {
                let Some(Operand::Name(name)) = operands.next() else { continue };
                shown.font = names.get(&name[..]).and_then(|table| fonts.get(table));
            }
            b"Tj" => {
                let Some(Operand::String(codes)) = operands.next() else { continue };
                shown.show(codes)?;
            }
            b"TJ" => {
                let Some(Operand::Array(pieces)) = operands.next() else { continue };
                for piece in pieces.iter::<Operand<'_>>() {
                    if let Operand::String(codes) = piece {
                        shown.show(&codes)?;
                    }
                }
            }
            _ => {}
        }
    }
    while !shown.open.is_empty() {
        shown.end();
    }
    Ok(())
}

/// Whether nothing on a page lies so deep in something else that reading it would take more room than there is. What
/// stands in texts is counted too, and evens out.
fn is_shallow(content: &[u8]) -> bool {
    [(b'[', b']'), (b'<', b'>')].into_iter().all(|(open, close)| {
        let mut depth = 0_usize;
        memchr2_iter(open, close, content).all(|at| {
            let opens = content.get(at) == Some(&open);
            depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
            depth <= DEEPEST
        })
    })
}

/// What marked content may be named by instead of saying it itself.
struct Properties<'a> {
    document: &'a Document,
    own: Option<&'a Dictionary>,
}

impl<'a> Properties<'a> {
    fn of(document: &'a Document, page: ObjectId) -> Self {
        let page = document.get_dictionary(page);
        let resources = page.and_then(|page| page.get_deref(b"Resources", document)?.as_dict());
        let own = resources.and_then(|own| own.get_deref(b"Properties", document)?.as_dict());
        Self { document, own: own.ok() }
    }

    /// The number that something said of marked content has, and what it says that this stands for.
    fn said(&self, said: &Operand<'_>) -> (Option<i64>, Option<String>) {
        match said {
            Operand::Dict(own) => {
                let number = own.get::<Number>(b"MCID").map(|number| number.as_i64());
                let text = own.get::<Codes<'_>>(b"ActualText");
                (number, text.and_then(|text| plain(&Object::string_literal(&text[..]))))
            }
            Operand::Name(name) => {
                let own = self
                    .own
                    .and_then(|own| own.get_deref(&name[..], self.document).ok()?.as_dict().ok());
                let number = own.and_then(|own| own.get(b"MCID").and_then(Object::as_i64).ok());
                (number, own.and_then(|own| plain(own.get(b"ActualText").ok()?)))
            }
            _ => (None, None),
        }
    }
}

fn plain(text: &Object) -> Option<String> {
    decode_text_string(text).ok()
}

/// A piece of marked content that is open.
enum Open {
    /// It has a number, and shows this.
    Numbered(i64, String),
    /// It says what it stands for, and has been said.
    Replaced,
    /// It neither is numbered nor says what it stands for.
    Plain,
}

struct Shown<'a, 'b> {
    texts: &'b mut Texts,
    page: ObjectId,
    open: Vec<Open>,
    /// How many of those that are open have been said.
    replaced: usize,
    font: Option<&'b Encoding<'a>>,
}

impl Shown<'_, '_> {
    fn begin(&mut self, properties: &Properties<'_>, said: Option<&Operand<'_>>) {
        let said = said.map(|said| properties.said(said)).unwrap_or_default();
        let open = match said {
            (Some(number), _) => Open::Numbered(number, String::new()),
            (None, Some(text)) => {
                self.add(&text);
                self.replaced += 1;
                Open::Replaced
            }
            (None, None) => Open::Plain,
        };
        self.open.push(open);
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::Numbered(number, text)) => {
                self.texts.entry((self.page, number)).or_default().push_str(&text);
            }
            Some(Open::Replaced) => self.replaced -= 1,
            Some(Open::Plain) | None => {}
        }
    }

    fn show(&mut self, codes: &[u8]) -> lopdf::Result<()> {
        let Some(font) = self.font else { return Ok(()) };
        match self.into() {
            Some(text) => font.write_to_string(codes, text),
            None => Ok(()),
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(into) = self.into() {
            into.push_str(text);
        }
    }

    /// The text of the numbered piece that is open; none within what has said what it stands for.
    fn into(&mut self) -> Option<&mut String> {
        let open = self.open.iter_mut().rev().filter(|_| self.replaced == 0);
        let mut numbered = open.filter_map(|open| match open {
            Open::Numbered(_, text) => Some(text),
            _ => None,
        });
        numbered.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_too_deep_is_not_read() {
        for (open, close) in [("[", "]"), ("<<", ">>")] {
            let page = |depth| [open.repeat(depth), close.repeat(depth)].concat();
            let most = DEEPEST / open.len();
            assert!(is_shallow(page(most).as_bytes()) && !is_shallow(page(most + 1).as_bytes()));
            assert!(is_shallow(page(1).repeat(10_000).as_bytes()));
        }
    }
}
