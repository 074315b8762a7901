//! XML read with suspicion: no document types, no entities beyond the predefined, only well-formed
//! text. Knows nothing of workbooks.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What is wrong with a part, as the end of a Swedish sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Skada(pub String);

impl Skada {
    pub(super) fn ny(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// Reads the events of one part.
pub(super) struct Handelser<R: BufRead> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: Read> Handelser<BufReader<R>> {
    pub(super) fn ny(source: R) -> Self {
        let mut reader = Reader::from_reader(BufReader::new(source));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event; `None` at the end.
    pub(super) fn nasta(&mut self) -> Result<Option<Event<'_>>, Skada> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(Event::DocType(_)) => {
                Err(Skada::ny("innehåller en dokumenttyp (DTD), som aldrig hör hemma där"))
            }
            Ok(Event::GeneralRef(entity)) if !kand(&entity) => {
                Err(Skada::ny("hänvisar till en okänd entitet"))
            }
            Ok(event) => Ok(Some(event)),
            Err(_) => Err(Skada::ny("är inte välformad XML")),
        }
    }
}

fn kand(entity: &quick_xml::events::BytesRef<'_>) -> bool {
    matches!(&**entity, "amp" | "lt" | "gt" | "quot" | "apos")
        || matches!(entity.resolve_char_ref(), Ok(Some(_)))
}

/// The value of an attribute, by its exact name; a name that starts with a colon stands for that
/// name under any prefix.
pub(super) fn attribut<'e>(
    element: &'e BytesStart<'_>,
    namn: &str,
) -> Result<Option<Cow<'e, str>>, Skada> {
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| Skada::ny("är inte välformad XML"))?;
        if attribute.key.0 == namn || (namn.starts_with(':') && attribute.key.0.ends_with(namn)) {
            return attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map(Some)
                .map_err(|_| Skada::ny("är inte välformad XML"));
        }
    }
    Ok(None)
}

/// True if an attribute is set to a true value.
pub(super) fn flagga(element: &BytesStart<'_>, namn: &str) -> Result<bool, Skada> {
    Ok(matches!(attribut(element, namn)?.as_deref(), Some("1" | "true" | "on")))
}
