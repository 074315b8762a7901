//! An XML document as a tree, and its bytes: indented, in UTF-8, the same every time.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// An element: its name with its prefix, its attributes in order, and what is in it.
#[derive(Clone, Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Element>,
    text: Option<String>,
}

/// An empty element.
pub(super) fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new(), text: None }
}

/// An element with a text in it.
pub(super) fn text(name: &'static str, text: impl Into<String>) -> Element {
    Element { text: Some(text.into()), ..element(name) }
}

impl Element {
    /// Adds an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an element in it.
    pub(super) fn and(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// Adds elements in it.
    pub(super) fn all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// The document that this is the root of.
    ///
    /// # Panics
    /// If memory cannot be written to.
    pub(super) fn to_document(&self) -> Vec<u8> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None));
        let written = writer.write_event(declaration).and_then(|()| self.write(&mut writer));
        written.unwrap_or_else(|error| panic!("XML in memory can be written: {error}"));
        let mut bytes = writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_str()));
        let start = writer.create_element(self.name).with_attributes(attributes);
        match &self.text {
            Some(text) => start.write_text_content(BytesText::new(text)).map(drop),
            None if self.children.is_empty() => start.write_empty().map(drop),
            None => {
                let write = |writer: &mut Writer<Vec<u8>>| {
                    self.children.iter().try_for_each(|child| child.write(writer))
                };
                start.write_inner_content(write).map(drop)
            }
        }
    }
}
