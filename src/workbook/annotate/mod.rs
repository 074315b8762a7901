//! A copy of a workbook with remarks written into it: a comment and a colour at each cell, and first a sheet that lists
//! them. The package is patched, not written anew: what is not added to is the same byte for byte, so that formulas,
//! formats and hidden things stay as the user had them. Knows cells and texts, no problem.

mod book;
mod comments;
mod drawing;
mod list;
mod parts;
mod sheet;
mod splice;
mod styles;

use std::collections::BTreeMap;

use super::guard;
use super::package::SheetPart;
use super::text::normalized;
use super::xml::Damage;
use crate::problem::messages::package as say;
use crate::problem::{Cell, Location, Problem};
use parts::Parts;

/// The sheet that lists what is to be done: the program writes it and never reads it.
pub(super) const TO_DO: &str = "Att åtgärda";
const BOOK: &str = "xl/workbook.xml";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What is said of a cell, of a sheet or of the whole workbook, as it is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Whether nothing is written until it is mended; otherwise it is worth knowing.
    pub is_error: bool,
    /// How bad it is.
    pub severity: String,
    /// The sheet's name; empty of a whole workbook.
    pub sheet: String,
    /// The cell, if it is of one.
    pub cell: Option<Cell>,
    /// What was found.
    pub message: String,
    /// What was expected; empty where that says no more.
    pub expected: String,
    /// What to do; empty where that says no more.
    pub help: String,
    /// How many kronor depend on it, where that is known.
    pub kronor: Option<i64>,
    /// What kind of problem it is.
    pub code: String,
    /// All of it, as the comment of the cell.
    pub note: String,
}

/// What a workbook is to be told.
#[derive(Clone, Debug, Default)]
pub struct ToDo {
    /// The title of the sheet that lists it.
    pub title: String,
    /// What the sheet says first, line by line.
    pub lead: Vec<String>,
    /// The headings of the list: how bad, sheet, cell, found, expected, what to do, kronor, code.
    pub headings: [String; 8],
    /// The remarks.
    pub remarks: Vec<Remark>,
    /// Sentences one of which every such sheet has: by them one that an earlier checking left is told from the user's own.
    pub known_by: Vec<String>,
}

/// The remarks of a sheet's cells.
type Marks<'r> = BTreeMap<Cell, Vec<&'r Remark>>;

/// A copy of a workbook with remarks; those that an earlier checking left in it are taken away.
///
/// # Errors
/// That the file is no workbook, is damaged, or is of a form that cannot be added to.
pub fn annotated(file: &str, bytes: &[u8], to_do: &ToDo) -> Result<Vec<u8>, Box<Problem>> {
    let sheets = guard::inspect(file, bytes)?.sheet;
    let damaged = |Damage(text)| guard::damaged(&Location::file(file), text);
    patched(bytes, &sheets, to_do).map_err(damaged)
}

/// Whether a sheet is the one that lists what is to be done.
pub(super) fn is_to_do(name: &str) -> bool {
    normalized(name) == normalized(TO_DO)
}

fn patched(bytes: &[u8], sheets: &[SheetPart], to_do: &ToDo) -> Result<Vec<u8>, Damage> {
    let mut parts = Parts::open(bytes)?;
    if book::is_strict(&parts.required(BOOK)?) {
        return Err(Damage(say::strict_form()));
    }
    let styles = styles::add(&mut parts)?;
    for part in sheets.iter().filter(|part| part.spreadsheet && !is_to_do(&part.name)) {
        let mut marks = Marks::new();
        for remark in to_do.remarks.iter().filter(|remark| is_of(remark, part)) {
            let cell = remark.cell.unwrap_or(Cell { row: 1, column: 1 });
            marks.entry(cell).or_default().push(remark);
        }
        mark(&mut parts, part, &marks, styles.colours)?;
    }
    let tab = |name: &str| {
        let part = sheets.iter().find(|part| normalized(&part.name) == normalized(name));
        part.filter(|part| !is_to_do(&part.name)).map(|part| part.name.clone())
    };
    let list = list::part(to_do, &styles, &tab);
    book::put_first(&mut parts, sheets, list, &to_do.known_by)?;
    parts.write()
}

fn is_of(remark: &Remark, part: &SheetPart) -> bool {
    normalized(&remark.sheet) == normalized(&part.name)
}

/// Colours the cells of a sheet and comments on them; a sheet that neither is nor was remarked on is left as it is.
fn mark(
    parts: &mut Parts<'_>,
    part: &SheetPart,
    marks: &Marks<'_>,
    colours: [usize; 2],
) -> Result<(), Damage> {
    let before = parts.required(&part.path)?;
    let mut xml = sheet::coloured(&before, marks, colours)?;
    let relations = parts.relations(&part.path)?;
    let of_kind = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
    let there = of_kind("comments").map(|relation| relation.path.clone());
    if let Some(path) = comments(parts, &part.path, there, marks)? {
        let named = sheet::drawing(&xml)?;
        let drawing = relations.iter().find(|relation| Some(&relation.id) == named.as_ref());
        let drawing = drawing.map(|relation| relation.path.clone());
        if let Some(id) = draw(parts, &part.path, drawing, &path, marks)? {
            xml = sheet::with_drawing(&xml, &id)?;
        }
    }
    if xml != before {
        parts.put(&part.path, xml);
    }
    Ok(())
}

/// What changes among the notes of a sheet: those that go, and those that come.
struct Notes {
    gone: Vec<Cell>,
    fresh: Vec<Cell>,
}

/// Writes the comments of a sheet; the notes that change with them, if any do.
fn comments(
    parts: &mut Parts<'_>,
    of: &str,
    there: Option<String>,
    marks: &Marks<'_>,
) -> Result<Option<Notes>, Damage> {
    let before = match &there {
        Some(path) => parts.required(path)?,
        None if marks.is_empty() => return Ok(None),
        None => comments::NONE.to_owned(),
    };
    let (clean, gone) = comments::cleaned(&before)?;
    let (xml, fresh) =
        if marks.is_empty() { (clean, Vec::new()) } else { comments::with(&clean, marks)? };
    if xml == before {
        return Ok(None);
    }
    let path = if let Some(path) = there {
        path
    } else {
        let path = parts.free("xl/statsbidragKommentarer", "xml");
        parts.relate(of, "comments", &path)?;
        path
    };
    parts.put(&path, xml);
    book::state_comments(parts, &path)?;
    Ok(Some(Notes { gone, fresh }))
}

/// Draws the notes of a sheet; the id of the drawing's relation, if the sheet had none.
fn draw(
    parts: &mut Parts<'_>,
    of: &str,
    there: Option<String>,
    notes: &Notes,
    marks: &Marks<'_>,
) -> Result<Option<String>, Damage> {
    let before = match &there {
        Some(path) => parts.required(path)?,
        None => drawing::NONE.to_owned(),
    };
    let lines = |cell: &Cell| {
        let notes = marks.get(cell).into_iter().flatten();
        notes.map(|remark| remark.note.len() / 55 + remark.note.lines().count() + 1).sum()
    };
    let fresh: Vec<_> = notes.fresh.iter().map(|cell| (*cell, lines(cell))).collect();
    let vml = drawing::with(&drawing::without(&before, &notes.gone), &fresh);
    // Beside the user's own words there is more to read than they had room for.
    let beside = marks.keys().filter(|cell| !notes.fresh.contains(cell));
    let beside: Vec<_> = beside.map(|cell| (*cell, lines(cell) + 3)).collect();
    let vml = drawing::grown(&vml, &beside);
    let (path, id) = if let Some(path) = there {
        (path, None)
    } else {
        let path = parts.free("xl/drawings/statsbidragNoter", "vml");
        let id = parts.relate(of, "vmlDrawing", &path)?;
        (path, Some(id))
    };
    parts.put(&path, vml);
    Ok(id)
}
