//! The parts of a package that are changed or added; all others are copied as they lie, compressed bytes and all.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::super::package::key;
use super::super::xml::Damage;
use super::splice::{Edits, in_namespace, nodes, value};
use crate::problem::messages::package as say;

/// The largest part that is read, inflated: as the guard has it.
const PART: u64 = 64 << 20;
/// What relations are called.
pub(super) const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "[Content_Types].xml";

/// A package, and what is changed in it.
pub(super) struct Parts<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names as they are written, by the names as they are compared.
    names: BTreeMap<String, String>,
    changed: BTreeMap<String, String>,
}

/// What one part says of another.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type.
    pub(super) kind: String,
    /// The path of what it points at.
    pub(super) path: String,
}

impl<'a> Parts<'a> {
    /// The parts of a package that the guard has let through.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Damage> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Damage(say::not_unpacked()))?;
        let names = zip.file_names().filter_map(Result::ok);
        let names = names.map(|name| (key(&name), name.into_owned())).collect();
        Ok(Self { zip, names, changed: BTreeMap::new() })
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, path: &str) -> bool {
        self.names.contains_key(&key(path))
    }

    /// A part as it is now; none if there is no such part.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, Damage> {
        let Some(name) = self.names.get(&key(path)) else { return Ok(None) };
        if let Some(text) = self.changed.get(name) {
            return Ok(Some(text.clone()));
        }
        let damage = |_| Damage(say::not_unpacked());
        let entry = self.zip.by_name(name).map_err(|_| Damage(say::not_unpacked()))?;
        let mut bytes = Vec::new();
        entry.take(PART).read_to_end(&mut bytes).map_err(damage)?;
        let text = String::from_utf8(bytes).map_err(|_| Damage(say::not_utf8()))?;
        Ok(Some(text.trim_start_matches('\u{FEFF}').to_owned()))
    }

    /// A part that must be there.
    pub(super) fn required(&mut self, path: &str) -> Result<String, Damage> {
        self.text(path)?.ok_or_else(|| Damage(say::is_missing()))
    }

    /// Puts a part in place of what was there, or beside the others.
    pub(super) fn put(&mut self, path: &str, text: String) {
        let name = self.names.entry(key(path)).or_insert_with(|| path.to_owned());
        self.changed.insert(name.clone(), text);
    }

    /// A path of the form `xl/comments7.xml` that no part has.
    pub(super) fn free(&self, stem: &str, extension: &str) -> String {
        let paths = (1_u32..).map(|number| format!("{stem}{number}.{extension}"));
        let mut free = paths.filter(|path| !self.has(path));
        free.next().unwrap_or_default()
    }

    /// What a part says of others.
    pub(super) fn relations(&mut self, path: &str) -> Result<Vec<Relation>, Damage> {
        let Some(xml) = self.text(&relations_of(path))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        for node in nodes(&xml, 1)?.iter().filter(|node| node.name == "Relationship") {
            let view = |name| Ok::<_, Damage>(value(&xml, node, name)?.unwrap_or_default());
            let (id, kind) = (view("Id")?, view("Type")?);
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id, kind, path: resolved(path, &view("Target")?) });
        }
        Ok(relations)
    }

    /// Says of a part that it is related to another; gives the id.
    pub(super) fn relate(
        &mut self,
        path: &str,
        kind: &str,
        target: &str,
    ) -> Result<String, Damage> {
        let there = self.relations(path)?;
        let ids = (1_u32..).map(|number| format!("statsbidrag{number}"));
        let mut free = ids.filter(|id| there.iter().all(|relation| relation.id != *id));
        let id = free.next().unwrap_or_default();
        let file = relations_of(path);
        let empty = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <Relationships xmlns=\"{PACKAGE}/relationships\"/>"
        );
        let xml = self.text(&file)?.unwrap_or(empty);
        let one = format!(
            "<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"/{target}\"/>"
        );
        let xml = last_in_root(&xml, &format!("{PACKAGE}/relationships"), &one)?;
        self.put(&file, xml);
        Ok(id)
    }

    /// States the type of a part by its path.
    pub(super) fn state_type(&mut self, path: &str, type_name: &str) -> Result<(), Damage> {
        let of_part = format!("<Override PartName=\"/{path}\" ContentType=\"{type_name}\"/>");
        self.add_type("PartName", &format!("/{path}"), &of_part)
    }

    /// States the type of all parts with an ending.
    pub(super) fn state_default(&mut self, extension: &str, type_name: &str) -> Result<(), Damage> {
        let of_all = format!("<Default Extension=\"{extension}\" ContentType=\"{type_name}\"/>");
        self.add_type("Extension", extension, &of_all)
    }

    fn add_type(&mut self, attribute: &str, of: &str, element: &str) -> Result<(), Damage> {
        let xml = self.required(TYPES)?;
        for node in nodes(&xml, 1)? {
            let stated = value(&xml, &node, attribute)?;
            if stated.is_some_and(|stated| stated.eq_ignore_ascii_case(of)) {
                return Ok(());
            }
        }
        let xml = last_in_root(&xml, &format!("{PACKAGE}/content-types"), element)?;
        self.put(TYPES, xml);
        Ok(())
    }

    /// The package: parts in the order they lay, then those that are new.
    pub(super) fn write(mut self) -> Result<Vec<u8>, Damage> {
        let damage = |_| Damage(say::not_unpacked());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index_raw(index).map_err(damage)?;
            let name = entry.name().map_err(damage)?.into_owned();
            match self.changed.remove(&name) {
                None => writer.raw_copy_file(entry).map_err(damage)?,
                Some(text) => {
                    let when = entry.last_modified().unwrap_or_default();
                    drop(entry);
                    add(&mut writer, &name, when, &text)?;
                }
            }
        }
        for (name, text) in std::mem::take(&mut self.changed) {
            add(&mut writer, &name, DateTime::default(), &text)?;
        }
        Ok(writer.finish().map_err(damage)?.into_inner())
    }
}

fn add(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    when: DateTime,
    text: &str,
) -> Result<(), Damage> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(when);
    let started = writer.start_file(name, options).is_ok();
    if started && writer.write_all(text.as_bytes()).is_ok() {
        Ok(())
    } else {
        Err(Damage(say::not_unpacked()))
    }
}

/// A document with an element put last in its root.
pub(super) fn last_in_root(xml: &str, namespace: &str, element: &str) -> Result<String, Damage> {
    let found = nodes(xml, 0)?;
    let mut edits = Edits::new(xml);
    for root in found.iter().take(1) {
        edits.append(root, &in_namespace(root, namespace, element));
    }
    Ok(edits.done())
}

/// The part with the relations of another.
fn relations_of(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    format!("{folder}/_rels/{file}.rels")
}

/// Where a target lies that is named from a part.
fn resolved(from: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut folders: Vec<_> = from.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            "." => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_named_from_the_part() {
        let from = "xl/worksheets/sheet1.xml";
        for (target, path) in [
            ("../comments1.xml", "xl/comments1.xml"),
            ("/xl/comments1.xml", "xl/comments1.xml"),
            ("./a.xml", "xl/worksheets/a.xml"),
        ] {
            assert_eq!(resolved(from, target), path);
        }
        assert_eq!(relations_of(from), "xl/worksheets/_rels/sheet1.xml.rels");
    }
}
