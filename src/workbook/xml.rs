//! XML read with suspicion: no document types, no entities beyond the predefined, only well-formed
//! text. Knows nothing of workbooks.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::problem::Message;
use crate::problem::messages::package as say;

/// What is wrong with a part, as the end of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Damage(pub Message);

/// Reads the events of one part.
pub(super) struct XmlEvents<R: BufRead> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: Read> XmlEvents<BufReader<R>> {
    pub(super) fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(BufReader::new(source));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'_>>, Damage> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(Event::DocType(_)) => Err(Damage(say::document_type())),
            Ok(Event::GeneralRef(entity)) if !known(&entity) => Err(Damage(say::unknown_entity())),
            Ok(event) => Ok(Some(event)),
            Err(_) => Err(Damage(say::not_well_formed())),
        }
    }
}

fn known(entity: &quick_xml::events::BytesRef<'_>) -> bool {
    matches!(&**entity, "amp" | "lt" | "gt" | "quot" | "apos")
        || matches!(entity.resolve_char_ref(), Ok(Some(_)))
}

/// The value of an attribute, by its exact name; a name that starts with a colon stands for that
/// name under any prefix.
pub(super) fn attribute<'e>(
    element: &'e BytesStart<'_>,
    name: &str,
) -> Result<Option<Cow<'e, str>>, Damage> {
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| Damage(say::not_well_formed()))?;
        if attribute.key.0 == name || (name.starts_with(':') && attribute.key.0.ends_with(name)) {
            return attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map(Some)
                .map_err(|_| Damage(say::not_well_formed()));
        }
    }
    Ok(None)
}

/// True if an attribute is set to a true value.
pub(super) fn flag(element: &BytesStart<'_>, name: &str) -> Result<bool, Damage> {
    Ok(matches!(attribute(element, name)?.as_deref(), Some("1" | "true" | "on")))
}
