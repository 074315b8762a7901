//! XML that is added to without being written anew: where its elements stand, byte by byte, and what is put between
//! them. What is not touched stays as it was.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

use super::super::xml::{Damage, attribute};
use crate::problem::messages::package as say;

/// An element of a document.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// How deep it stands: the root at 0.
    pub(super) depth: usize,
    /// Its name without prefix.
    pub(super) name: String,
    /// Whether its name has a prefix.
    pub(super) prefixed: bool,
    /// Its start tag.
    pub(super) tag: Range<usize>,
    /// Where its end tag begins; where the start tag ends, of an empty element.
    pub(super) close: usize,
    /// Where it ends.
    pub(super) end: usize,
}

impl Node {
    /// Whether it is written as one tag.
    pub(super) fn is_one_tag(&self) -> bool {
        self.tag.end == self.end
    }

    /// All of it.
    pub(super) fn whole(&self) -> Range<usize> {
        self.tag.start..self.end
    }
}

/// The elements of a document down to a depth, in the order in which they begin.
pub(super) fn nodes(xml: &str, deepest: usize) -> Result<Vec<Node>, Damage> {
    let damage = || Damage(say::not_well_formed());
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open): (Vec<Node>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    loop {
        let start = offset(&reader)?;
        let event = reader.read_event().map_err(|_| damage())?;
        let end = offset(&reader)?;
        let node = |element: &BytesStart<'_>| Node {
            depth: open.len(),
            name: element.local_name().as_ref().to_owned(),
            prefixed: element.name().as_ref().contains(':'),
            tag: start..end,
            close: end,
            end,
        };
        match event {
            Event::Start(element) => {
                let node = node(&element);
                let kept = open.len() <= deepest;
                open.push(kept.then_some(found.len()));
                found.extend(kept.then_some(node));
            }
            Event::Empty(element) if open.len() <= deepest => found.push(node(&element)),
            Event::End(_) => {
                let last = open.pop().ok_or_else(damage)?;
                if let Some(node) = last.and_then(|at| found.get_mut(at)) {
                    (node.close, node.end) = (start, end);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open.is_empty() && !found.is_empty() { Ok(found) } else { Err(damage()) }
}

fn offset(reader: &Reader<&[u8]>) -> Result<usize, Damage> {
    usize::try_from(reader.buffer_position()).map_err(|_| Damage(say::not_well_formed()))
}

/// The text of a range.
pub(super) fn slice(xml: &str, range: Range<usize>) -> &str {
    xml.get(range).unwrap_or_default()
}

/// The value of an attribute of an element's start tag.
pub(super) fn value(xml: &str, node: &Node, name: &str) -> Result<Option<String>, Damage> {
    let found = start_tag(xml, node)?;
    Ok(attribute(&found, name)?.map(std::borrow::Cow::into_owned))
}

fn start_tag<'x>(xml: &'x str, node: &Node) -> Result<BytesStart<'x>, Damage> {
    let mut reader = Reader::from_str(slice(xml, node.tag.clone()));
    match reader.read_event() {
        Ok(Event::Start(element) | Event::Empty(element)) => Ok(element),
        _ => Err(Damage(say::not_well_formed())),
    }
}

/// A document with what is to be changed in it.
#[derive(Debug)]
pub(super) struct Edits<'x> {
    xml: &'x str,
    changes: Vec<(Range<usize>, String)>,
}

impl<'x> Edits<'x> {
    pub(super) fn new(xml: &'x str) -> Self {
        Self { xml, changes: Vec::new() }
    }

    /// Puts something in at a place; what is put in at the same place comes in the order it was put.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.changes.push((at..at, text.into()));
    }

    /// Takes something away.
    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.changes.push((range, String::new()));
    }

    /// Gives a start tag other attributes: a value, or none.
    pub(super) fn set(
        &mut self,
        node: &Node,
        attributes: &[(&str, Option<String>)],
    ) -> Result<(), Damage> {
        let element = start_tag(self.xml, node)?;
        let mut tag = format!("<{}", element.name().as_ref());
        for one in element.attributes() {
            let one = one.map_err(|_| Damage(say::not_well_formed()))?;
            let name = one.key.as_ref();
            if attributes.iter().all(|(changed, _)| *changed != name) {
                tag.extend([" ", name, "=\"", &one.value.replace('"', "&quot;"), "\""]);
            }
        }
        for (name, value) in attributes {
            if let Some(value) = value {
                tag.extend([" ", name, "=\"", &escape::escape(value), "\""]);
            }
        }
        tag.push_str(if node.is_one_tag() { "/>" } else { ">" });
        self.changes.push((node.tag.clone(), tag));
        Ok(())
    }

    /// Puts something last in an element, which is opened if it is one tag. Not together with [`Edits::set`] of
    /// the same element, if that is one tag.
    pub(super) fn append(&mut self, node: &Node, text: &str) {
        if !node.is_one_tag() {
            self.insert(node.close, text);
            return;
        }
        let tag = slice(self.xml, node.tag.clone());
        let open = tag.trim_end_matches('>').trim_end_matches('/').trim_end();
        let name = open.trim_start_matches('<').split_whitespace().next().unwrap_or_default();
        self.changes.push((node.tag.clone(), format!("{open}>{text}</{name}>")));
    }

    /// The document as it becomes.
    pub(super) fn done(mut self) -> String {
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let (mut text, mut at) = (String::with_capacity(self.xml.len()), 0);
        for (range, fresh) in self.changes {
            text.push_str(slice(self.xml, at..range.start));
            text.push_str(&fresh);
            at = range.end.max(at);
        }
        text.push_str(slice(self.xml, at..self.xml.len()));
        text
    }
}

/// An element of ours in a document whose root has a prefix or none: it states its own namespace where it would
/// otherwise have none.
pub(super) fn in_namespace(root: &Node, namespace: &str, element: &str) -> String {
    if !root.prefixed {
        return element.to_owned();
    }
    let end = element.find([' ', '>', '/']).unwrap_or(element.len());
    let (name, rest) = element.split_at(end);
    format!("{name} xmlns=\"{namespace}\"{rest}")
}

/// A text as it may stand in XML: escaped, and without what XML cannot hold.
pub(super) fn text(text: &str) -> String {
    let allowed =
        |c: char| c == '\n' || c == '\t' || (!c.is_control() && c < '\u{FFFE}') || c > '\u{FFFF}';
    let clean: String = text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect();
    escape::escape(clean.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_stays_as_it_was() {
        let xml = "<a  x='1'><b/>\n <c y=\"&quot;\">t</c></a >";
        let found = nodes(xml, 1).expect("XML");
        let names: Vec<_> = found.iter().map(|node| (node.depth, node.name.as_str())).collect();
        assert_eq!(names, [(0, "a"), (1, "b"), (1, "c")]);
        let mut edits = Edits::new(xml);
        let [a, b, c] = found.as_slice() else { panic!("{found:?}") };
        edits.append(b, "<d/>");
        edits.set(c, &[("z", Some("<".to_owned())), ("q", None)]).expect("a tag");
        edits.append(a, "<e/>");
        assert_eq!(
            edits.done(),
            "<a  x='1'><b><d/></b>\n <c y=\"&quot;\" z=\"&lt;\">t</c><e/></a >"
        );
    }

    #[test]
    fn what_is_no_document_is_damage() {
        for xml in ["", "<a>", "<a></b>", "text", "<a><b></a></b>"] {
            assert!(nodes(xml, 3).is_err(), "{xml}");
        }
    }

    #[test]
    fn a_prefixed_document_gets_elements_of_its_namespace() {
        let found = nodes("<x:a/>", 0).expect("XML");
        let root = found.first().expect("a root");
        assert_eq!(in_namespace(root, "n", "<b c=\"1\"/>"), "<b xmlns=\"n\" c=\"1\"/>");
        assert_eq!(in_namespace(root, "n", "<b/>"), "<b xmlns=\"n\"/>");
    }
}
