//! The guard before any spreadsheet reader: opens the package under limits and refuses what could
//! exhaust memory, mean two things at once, or is not a workbook. Knows packages, not cells.
//!
//! Sizes are measured by inflating, never believed. What calamine 0.38 allocates from an attribute
//! (`uniqueCount` of the shared strings) or multiplies (the font name of every style) is bounded.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::package::{Package, key};
use super::parts;
use super::xml::Damage;
use crate::problem::messages::package as say;
use crate::problem::{Code, Location, Message, Problem};

/// The largest file.
const FILE: usize = 20 << 20;
/// The most parts in a package.
const MAX_PARTS: usize = 2_000;
/// The largest part, inflated.
const PART: u64 = 64 << 20;
/// The largest package, inflated.
const PACKAGE: u64 = 128 << 20;
/// The largest part that is kept in memory, inflated.
const PART_IN_MEMORY: u64 = 16 << 20;

/// Opens a file that someone says is a workbook.
pub(super) fn inspect<'a>(file: &str, bytes: &'a [u8]) -> Result<Package<'a>, Box<Problem>> {
    let place = Location::file(file);
    signature(&place, bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| zip_error(&place, &error))?;
    if zip.len() > MAX_PARTS {
        return Err(large(&place, say::many_parts(&zip.len()), say::parts_at_most()));
    }
    let entries = mat(&place, &mut zip)?;
    let mut package = Package::new(zip, entries);
    parts_requirement(&package, &place)?;
    package.sheet = parts::inspect(&mut package).map_err(|damage| match damage {
        (part, parts::Failure::Damage(Damage(text))) => damaged(&place, say::part(part, &text)),
        (part, parts::Failure::Large(text)) => {
            large(&place, say::part(part, &text), Message::default())
        }
        (_, parts::Failure::NotInput(text)) => not_input(&place, text),
    })?;
    Ok(package)
}

/// Whether the parts are those of a workbook.
fn parts_requirement(package: &Package<'_>, place: &Location) -> Result<(), Box<Problem>> {
    if package.has("[Content_Types].xml") && package.has("xl/workbook.xml") {
        return Ok(());
    }
    let text = if package.has("xl/workbook.bin") {
        say::binary()
    } else if package.has("mimetype") && package.has("content.xml") {
        say::open_document()
    } else if package.has("word/document.xml") {
        say::word_document()
    } else {
        say::zip_archive()
    };
    Err(not_input(place, text))
}

/// Judges the file by its size and first bytes.
fn signature(place: &Location, bytes: &[u8]) -> Result<(), Box<Problem>> {
    if bytes.len() > FILE {
        return Err(large(place, say::file_size(&(bytes.len() >> 20)), say::file_at_most()));
    }
    if bytes.is_empty() {
        return Err(damaged(place, say::empty()));
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let selection: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        let encrypted = bytes.windows(selection.len()).any(|window| window == selection);
        return Err(if encrypted {
            encrypted_file(place)
        } else {
            not_input(place, say::older_excel())
        });
    }
    if !bytes.starts_with(b"PK") {
        return Err(not_input(place, say::not_xlsx()));
    }
    Ok(())
}

/// Inflates every part into nothing, to learn how large it is and that it is whole.
fn mat(
    place: &Location,
    zip: &mut ZipArchive<Cursor<&[u8]>>,
) -> Result<BTreeMap<String, (usize, u64)>, Box<Problem>> {
    let mut entries = BTreeMap::new();
    let mut left = PACKAGE;
    let mut doubled = zip.has_duplicate_names();
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|error| zip_error(place, &error))?;
        let name = entry.name().map_err(|error| zip_error(place, &error))?.into_owned();
        let limit = left.min(if in_memory(&key(&name)) { PART_IN_MEMORY } else { PART });
        let size = std::io::copy(&mut entry.take(limit.saturating_add(1)), &mut std::io::sink())
            .map_err(|_| damaged(place, say::part(&name, &say::not_unpacked())))?;
        if size > limit {
            let text = say::part(&name, &say::larger_than(&(limit >> 20)));
            return Err(large(place, text, say::unpacked_at_most()));
        }
        left = left.saturating_sub(size);
        doubled |= entries.insert(key(&name), (index, size)).is_some();
    }
    if doubled {
        return Err(damaged(place, say::same_part_name()));
    }
    Ok(entries)
}

/// The parts that calamine keeps whole.
fn in_memory(key: &str) -> bool {
    !key.starts_with("xl/worksheets/") && [".xml", ".rels"].iter().any(|end| key.ends_with(end))
}

fn zip_error(place: &Location, error: &ZipError) -> Box<Problem> {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            encrypted_file(place)
        }
        _ => damaged(place, say::truncated()),
    }
}

/// F06, with what to do.
pub(super) fn damaged(place: &Location, text: Message) -> Box<Problem> {
    Box::new(Problem::new(Code::F06, place.clone(), text).help(say::fetch_or_save()))
}

/// F07, with what to do, and the limit where there is one to tell.
pub(super) fn large(place: &Location, text: Message, highest: Message) -> Box<Problem> {
    let problem = Problem::new(Code::F07, place.clone(), text).help(say::save_without());
    Box::new(if highest.is_empty() { problem } else { problem.expected(highest) })
}

fn not_input(place: &Location, text: Message) -> Box<Problem> {
    let problem = Problem::new(Code::F04, place.clone(), text)
        .expected(say::an_xlsx())
        .help(say::save_as_xlsx());
    Box::new(problem)
}

fn encrypted_file(place: &Location) -> Box<Problem> {
    let problem = Problem::new(Code::F05, place.clone(), say::password());
    Box::new(problem.help(say::remove_password()))
}
