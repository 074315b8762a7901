//! The parts of a package that calamine keeps in memory or trusts: checked one by one before it sees
//! them, and the sheets found through them. Knows parts, not cells.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::Event;

use super::package::{Package, SheetPart};
use super::xml::{Damage, attribute};
use crate::problem::Message;
use crate::problem::messages::package as say;

/// What stops a package.
pub(super) enum Failure {
    /// It is damaged.
    Damage(Damage),
    /// It is unreasonably large.
    Large(Message),
    /// It is something else than a workbook.
    NotInput(Message),
}

impl From<Damage> for Failure {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

const TYPES: &str = "[Content_Types].xml";
const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
/// The longest attribute of a style: Excel's longest number format has 255 characters.
const STYLE_ATTRIBUTE: usize = 1_024;
/// Excel's own limit on cell formats.
const STYLE_COUNT: usize = 65_490;
/// The most sheets.
const SHEETS: usize = 200;

/// Checks the parts and lists the sheets.
pub(super) fn inspect(
    package: &mut Package<'_>,
) -> Result<Vec<SheetPart>, (&'static str, Failure)> {
    types(package).map_err(|error| (TYPES, error))?;
    root(package).map_err(|error| ("_rels/.rels", error))?;
    strings(package).map_err(|error| (STRINGS, error))?;
    styles(package).map_err(|error| (STYLES, error))?;
    read_through(package, "xl/theme/theme1.xml").map_err(|error| ("xl/theme/theme1.xml", error))?;
    let relations = relations(package).map_err(|error| (RELATIONS, error))?;
    sheet(package, &relations).map_err(|error| (BOOK, error))
}

/// Reads a part to its end, for nothing but its form.
fn read_through(package: &mut Package<'_>, path: &str) -> Result<(), Failure> {
    let Some(mut part) = package.part(path)? else { return Ok(()) };
    while part.next()?.is_some() {}
    Ok(())
}

/// A macro workbook or a template is not an ordinary workbook, whatever its file is called.
fn types(package: &mut Package<'_>) -> Result<(), Failure> {
    let Some(mut part) = package.part(TYPES)? else { return Ok(()) };
    let mut macros = false;
    while let Some(event) = part.next()? {
        if let Event::Start(element) = event
            && let Some(type_name) = attribute(&element, "ContentType")?
        {
            macros |= type_name.contains("macroEnabled") || type_name.contains("vbaProject");
        }
    }
    if macros { Err(Failure::NotInput(say::macros())) } else { Ok(()) }
}

/// The package must point at the workbook that is checked here, and at no other.
fn root(package: &mut Package<'_>) -> Result<(), Failure> {
    let Some(mut part) = package.part("_rels/.rels")? else {
        return Err(Damage(say::is_missing()).into());
    };
    let mut right_value = false;
    while let Some(event) = part.next()? {
        if let Event::Start(element) = event
            && attribute(&element, "Type")?
                .is_some_and(|type_name| type_name.ends_with("/relationships/officeDocument"))
        {
            let target = attribute(&element, "Target")?.unwrap_or_default().into_owned();
            right_value = target.trim_start_matches('/') == BOOK;
            if !right_value {
                break;
            }
        }
    }
    if right_value { Ok(()) } else { Err(Damage(say::points_elsewhere()).into()) }
}

/// The shared strings: as many as they can be, since calamine makes room for as many as they say.
fn strings(package: &mut Package<'_>) -> Result<(), Failure> {
    // The shortest string is `<si/>`.
    let holds = package.size(STRINGS) / 5;
    let Some(mut part) = package.part(STRINGS)? else { return Ok(()) };
    while let Some(event) = part.next()? {
        let Event::Start(element) = event else { continue };
        for name in ["uniqueCount", "count"] {
            let Some(count) = attribute(&element, name)? else { continue };
            let count: u64 = match count.trim().trim_start_matches('+').parse() {
                Ok(count) => count,
                Err(_) if count.trim().bytes().all(|byte| byte.is_ascii_digit()) => u64::MAX,
                Err(_) => return Err(Damage(say::unclear_count()).into()),
            };
            // A string may be used by many cells, but by no more than there is room for in a package.
            let reasonable = if name == "count" { 10_000_000 } else { holds };
            if count > reasonable {
                return Err(Failure::Large(say::too_many_texts(&count)));
            }
        }
    }
    Ok(())
}

/// The styles: calamine keeps a copy of the font's and the format's text for each of them.
fn styles(package: &mut Package<'_>) -> Result<(), Failure> {
    let Some(mut part) = package.part(STYLES)? else { return Ok(()) };
    let mut count = 0_usize;
    while let Some(event) = part.next()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() == "xf" {
            count = count.saturating_add(1);
        }
        let long = element
            .attributes()
            .filter_map(Result::ok)
            .any(|attribute| attribute.value.len() > STYLE_ATTRIBUTE);
        if long || count > 2 * STYLE_COUNT {
            return Err(Failure::Large(say::styles()));
        }
    }
    Ok(())
}

/// The workbook's relations: kind and path by id. Strings and styles must be the ones checked here.
fn relations(package: &mut Package<'_>) -> Result<BTreeMap<String, (String, String)>, Failure> {
    let Some(mut part) = package.part(RELATIONS)? else {
        return Err(Damage(say::is_missing()).into());
    };
    let mut relations = BTreeMap::new();
    while let Some(event) = part.next()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let view =
            |name| Ok::<_, Damage>(attribute(&element, name)?.unwrap_or_default().into_owned());
        let (id, type_name, target) = (view("Id")?, view("Type")?, view("Target")?);
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let kind = type_name.rsplit('/').next().unwrap_or_default().to_owned();
        let expected = match kind.as_str() {
            "sharedStrings" => STRINGS,
            "styles" => STYLES,
            _ => path.as_str(),
        };
        if path != expected {
            return Err(Damage(say::elsewhere(&kind)).into());
        }
        if relations.insert(id, (kind, path)).is_some() {
            return Err(Damage(say::same_id()).into());
        }
    }
    Ok(relations)
}

/// The sheets, in order.
fn sheet(
    package: &mut Package<'_>,
    relations: &BTreeMap<String, (String, String)>,
) -> Result<Vec<SheetPart>, Failure> {
    let Some(mut part) = package.part(BOOK)? else { return Ok(Vec::new()) };
    let mut sheet = Vec::new();
    let mut named = BTreeSet::new();
    while let Some(event) = part.next()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "sheet" {
            continue;
        }
        let name = attribute(&element, "name")?.unwrap_or_default().into_owned();
        let id = attribute(&element, ":id")?.unwrap_or_default();
        let hidden = attribute(&element, "state")?.is_some_and(|state| state != "visible");
        let (kind, path) = relations.get(&*id).ok_or_else(|| Damage(say::no_such_sheet()))?;
        let spreadsheet = kind == "worksheet";
        if !named.insert(name.to_lowercase()) {
            return Err(Damage(say::same_sheet_name()).into());
        }
        sheet.push(SheetPart { name, path: path.clone(), hidden, spreadsheet });
    }
    drop(part);
    if sheet.iter().any(|sheet| !package.has(&sheet.path)) {
        return Err(Damage(say::no_such_sheet()).into());
    }
    if sheet.len() > SHEETS {
        return Err(Failure::Large(say::many_sheets(&sheet.len())));
    }
    Ok(sheet)
}
