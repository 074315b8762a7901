//! Whether a package is what its METS files say: every file listed and there, with its checksum, and none besides.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::messages as say;
use super::mets::address;
use super::{METS, Package, Part};
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
                    let files = of.files.into_iter();
                    listed.extend(files.map(|(name, sum)| (format!("{folder}{name}"), sum)));
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
        let mut told = BTreeSet::new();
        flaws.retain(|flaw| told.insert((flaw.path.clone(), flaw.text.clone())));
        (listed.len(), flaws)
    }
}

/// What a METS lists: its files, and the metadata it refers to; none if it is no METS.
fn described(bytes: &[u8]) -> Option<Described> {
    let mut reader = Reader::from_reader(bytes);
    let (mut found, mut sum) = (Described::default(), None);
    loop {
        let event = reader.read_event().ok()?;
        let (Event::Start(element) | Event::Empty(element)) = &event else {
            match event {
                Event::Eof => break,
                _ => continue,
            }
        };
        match element.local_name().as_ref() {
            "mets" => found.id = attribute(element, "OBJID")?,
            "file" => sum = attribute(element, "CHECKSUM"),
            "FLocat" => {
                found.files.insert(attribute(element, "href")?, sum.take()?);
            }
            "mdRef" => {
                let path = attribute(element, "href")?;
                found.files.insert(path, attribute(element, "CHECKSUM")?);
            }
            _ => {}
        }
    }
    Some(found)
}

/// An attribute, whatever its prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let all = element.attributes().filter_map(Result::ok);
    let mut own = all.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let value = own.next()?.normalized_value(XmlVersion::Implicit1_0);
    value.ok().map(std::borrow::Cow::into_owned)
}
