//! Whether a package is what its METS files say: every file listed and there, with its checksum, and none besides.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::messages as say;
use super::mets::address;
use super::{METS, Package, Part, part};
use crate::manifest::Checksum;
use crate::problem::Message;

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The file, by its path in the package.
    pub path: String,
    /// What is wrong.
    pub text: Message,
    /// What is there, and what should be, where it is one thing against another.
    pub values: Option<(String, String)>,
}

impl Flaw {
    fn of(path: &str, text: Message) -> Self {
        Self { path: path.to_owned(), text, values: None }
    }

    fn values(self, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { values: Some((found.into(), expected.into())), ..self }
    }
}

/// What a METS says.
#[derive(Debug, Default)]
struct Described {
    /// The id of what it describes.
    id: String,
    /// The checksums of files, by their addresses from the METS.
    files: BTreeMap<String, String>,
}

impl Package {
    /// How many files are listed, and everything that does not hold.
    #[must_use]
    pub fn flaws(&self) -> (usize, Vec<Flaw>) {
        let (mut flaws, mut listed) = (Vec::new(), BTreeMap::new());
        let metses = Part::ALL.iter().map(|part| (part.folder(), part.mets()));
        for (folder, path) in [(String::new(), METS.to_owned())].into_iter().chain(metses) {
            let Some(bytes) = self.files.get(&path) else {
                flaws.push(Flaw::of(&path, say::listed_not_there()));
                continue;
            };
            match described(bytes) {
                Some(of) => {
                    if folder.is_empty() && of.id != self.id {
                        flaws.push(Flaw::of(&path, say::other_name()).values(&self.id, &of.id));
                    }
                    for (name, sum) in of.files {
                        let name = format!("{folder}{name}");
                        let before: Option<String> = listed.insert(name.clone(), sum.clone());
                        if let Some(before) = before.filter(|before| *before != sum) {
                            let flaw = Flaw::of(&name, say::listed_twice());
                            flaws.push(flaw.values(sum, before));
                        }
                    }
                }
                None => flaws.push(Flaw::of(&path, say::mets_unreadable())),
            }
        }
        let there: BTreeMap<_, _> = self.files.keys().map(|path| (address(path), path)).collect();
        for (listed, said) in &listed {
            let path = there.get(listed).map_or(listed, |path| *path);
            match self.files.get(path).map(|bytes| Checksum::of(bytes).to_string()) {
                None => flaws.push(Flaw::of(path, say::listed_not_there())),
                Some(sum) if sum != *said => {
                    flaws.push(Flaw::of(path, say::other_checksum()).values(sum, said));
                }
                Some(_) => {}
            }
        }
        let more = there
            .iter()
            .filter(|(address, path)| path.as_str() != METS && !listed.contains_key(*address));
        flaws.extend(more.map(|(_, path)| Flaw::of(path, say::not_listed())));
        // Each name in the set has one place, so that none can hide another.
        let misplaced = [(Part::Documents, false), (Part::Data, true)].map(|(part, pdf)| {
            let own = self.part(part).into_keys().filter(move |name| part::is_pdf(name) == pdf);
            own.map(move |name| Flaw::of(&format!("{}{name}", part.data()), say::misplaced()))
        });
        flaws.extend(misplaced.into_iter().flatten());
        let mut told = BTreeSet::new();
        flaws.retain(|flaw| told.insert((flaw.path.clone(), flaw.text.clone())));
        (listed.len(), flaws)
    }
}

/// What a METS lists: its files, and the metadata it refers to; none if it is no METS, or not a whole one, or lists a file
/// in two ways.
fn described(bytes: &[u8]) -> Option<Described> {
    let (mut found, mut sum, mut open) = (Described::default(), None, 0_usize);
    elements(bytes, |event| {
        let (Event::Start(element) | Event::Empty(element)) = event else {
            open = open.checked_sub(usize::from(matches!(event, Event::End(_))))?;
            return Some(());
        };
        open += usize::from(matches!(event, Event::Start(_)));
        let name = element.local_name();
        let file = match name.as_ref() {
            "mets" => {
                found.id = attribute(element, "OBJID")?;
                return Some(());
            }
            "file" => {
                sum = attribute(element, "CHECKSUM");
                return Some(());
            }
            "FLocat" => (attribute(element, "href")?, sum.take()?),
            "mdRef" => (attribute(element, "href")?, attribute(element, "CHECKSUM")?),
            _ => return Some(()),
        };
        let (path, sum) = file;
        let before = found.files.insert(path, sum.clone());
        before.is_none_or(|before| before == sum).then_some(())
    })?;
    (open == 0 && !found.id.is_empty()).then_some(found)
}

/// The package that a METS says its own replaces; none if it says none.
pub(super) fn replaced(bytes: &[u8]) -> Option<String> {
    let (mut within, mut found) = (false, None);
    elements(bytes, |event| {
        match event {
            Event::Start(element) => within = element.local_name().as_ref() == "altRecordID",
            Event::Text(text) if within && found.is_none() => {
                found = Some(text.to_string());
            }
            _ => {}
        }
        Some(())
    })?;
    found
}

/// Every part of an XML document in order; none if it cannot be read to its end, or a part is not taken.
fn elements(bytes: &[u8], mut take: impl FnMut(&Event<'_>) -> Option<()>) -> Option<()> {
    let mut reader = Reader::from_reader(bytes);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some(()),
            event => take(&event)?,
        }
    }
}

/// An attribute, whatever its prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let all = element.attributes().filter_map(Result::ok);
    let mut own = all.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let value = own.next()?.normalized_value(XmlVersion::Implicit1_0);
    value.ok().map(std::borrow::Cow::into_owned)
}
