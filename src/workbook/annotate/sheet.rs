//! A sheet with its marked cells: coloured by a rule for the look of cells, so that no cell is touched, and with room
//! for the drawing of its comments.

use super::super::xml::Damage;
use super::parts::RELATIONSHIPS;
use super::splice::{Edits, Node, in_namespace, nodes, slice, value};
use super::{MAIN, Marks};
use crate::problem::Cell;

/// What may come after the rules for the look of cells, in its order.
const AFTER: [&str; 22] = [
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];
/// A formula that is always true, and by which our rules are known again.
const OURS: &str = "N(\"statsbidrag\")=0";

/// A sheet with its cells coloured, errors first.
pub(super) fn coloured(
    xml: &str,
    marks: &Marks<'_>,
    colours: [usize; 2],
) -> Result<String, Damage> {
    let xml = &without_colours(xml)?;
    let found = nodes(xml, 2)?;
    let Some(root) = found.first() else { return Ok(xml.clone()) };
    let mut edits = Edits::new(xml);
    let rules: Vec<_> = [true, false]
        .into_iter()
        .zip(colours)
        .map(|(errors, colour)| (areas(marks, errors), colour))
        .filter(|(areas, _)| !areas.is_empty())
        .collect();
    if rules.is_empty() {
        return Ok(xml.clone());
    }
    for rule in found.iter().filter(|node| node.name == "cfRule") {
        let priority = value(xml, rule, "priority")?.and_then(|text| text.parse::<usize>().ok());
        if let Some(priority) = priority {
            edits.set(rule, &[("priority", Some((priority + rules.len()).to_string()))])?;
        }
    }
    let mut text = String::new();
    for (at, (areas, colour)) in rules.iter().enumerate() {
        let priority = at + 1;
        let rule = format!(
            "<conditionalFormatting sqref=\"{areas}\"><cfRule type=\"expression\" dxfId=\"{colour}\" \
             priority=\"{priority}\" stopIfTrue=\"1\"><formula>{OURS}</formula></cfRule>\
             </conditionalFormatting>"
        );
        text.push_str(&in_namespace(root, MAIN, &rule));
    }
    edits.insert(place(&found, root, "conditionalFormatting"), text);
    Ok(edits.done())
}

/// The cells that are errors, or that are warnings alone.
fn areas(marks: &Marks<'_>, errors: bool) -> String {
    let cells = marks.iter().filter(|(_, marks)| marks.iter().any(|mark| mark.is_error) == errors);
    cells.map(|(cell, _)| cell.to_string()).collect::<Vec<_>>().join(" ")
}

/// A sheet without the colours that were ours.
fn without_colours(xml: &str) -> Result<String, Damage> {
    let mut edits = Edits::new(xml);
    for node in nodes(xml, 1)?.iter().filter(|node| node.name == "conditionalFormatting") {
        if slice(xml, node.whole()).replace("&quot;", "\"").contains(OURS) {
            edits.remove(node.whole());
        }
    }
    Ok(edits.done())
}

/// A sheet with the drawing of its comments; as it was, if it has one.
pub(super) fn with_drawing(xml: &str, id: &str) -> Result<String, Damage> {
    let found = nodes(xml, 1)?;
    let Some(root) = found.first() else { return Ok(xml.to_owned()) };
    let mut edits = Edits::new(xml);
    let element = format!("<legacyDrawing xmlns:r=\"{RELATIONSHIPS}\" r:id=\"{id}\"/>");
    let element = in_namespace(root, MAIN, &element);
    edits.insert(place(&found, root, "legacyDrawing"), element);
    Ok(edits.done())
}

/// The relation that a sheet names for the drawing of its comments.
pub(super) fn drawing(xml: &str) -> Result<Option<String>, Damage> {
    let found = nodes(xml, 1)?;
    let drawing = found.iter().find(|node| node.depth == 1 && node.name == "legacyDrawing");
    drawing.map_or(Ok(None), |node| value(xml, node, ":id"))
}

/// A sheet that is not the one that is shown first.
pub(super) fn not_selected(xml: &str) -> Result<Option<String>, Damage> {
    let mut edits = Edits::new(xml);
    let mut any = false;
    for node in nodes(xml, 2)?.iter().filter(|node| node.name == "sheetView") {
        if value(xml, node, "tabSelected")?.is_some() {
            edits.set(node, &[("tabSelected", None)])?;
            any = true;
        }
    }
    Ok(any.then(|| edits.done()))
}

/// Where an element belongs: before the first that comes after it.
fn place(found: &[Node], root: &Node, name: &str) -> usize {
    let later = AFTER.iter().position(|one| *one == name).map_or(0, |at| at + 1);
    let later: Vec<_> = AFTER.iter().skip(later).collect();
    let next =
        found.iter().find(|node| node.depth == 1 && later.iter().any(|name| **name == node.name));
    next.map_or(root.close, |next| next.tag.start)
}

/// The cell that a reference names: `C14`.
pub(super) fn cell(reference: &str) -> Option<Cell> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    if letters.is_empty() {
        return None;
    }
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let place = letter.to_ascii_uppercase().checked_sub(b'A').filter(|place| *place < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(place) + 1)
    })?;
    Some(Cell { row: row.parse().ok()?, column })
}

#[cfg(test)]
mod tests {
    use super::super::Remark;
    use super::*;

    #[test]
    fn colours_stand_before_what_comes_after_them_and_ahead_of_other_rules() {
        let xml = "<worksheet><sheetData/><conditionalFormatting sqref=\"A1\"><cfRule type=\"x\" priority=\"1\"/>\
            </conditionalFormatting><pageMargins/></worksheet>";
        let remark = |is_error| Remark { is_error, ..Remark::default() };
        let (wrong, odd) = (remark(true), remark(false));
        let cell = |column| Cell { row: 2, column };
        let marks = Marks::from([(cell(2), vec![&wrong, &odd]), (cell(3), vec![&odd])]);
        let text = coloured(xml, &marks, [4, 5]).expect("a sheet");
        let rule = |cell: &str, colour: usize, priority: usize| {
            format!(
                "<conditionalFormatting sqref=\"{cell}\"><cfRule type=\"expression\" dxfId=\"{colour}\" \
                 priority=\"{priority}\" stopIfTrue=\"1\"><formula>N(\"statsbidrag\")=0</formula></cfRule>\
                 </conditionalFormatting>"
            )
        };
        let expected = format!(
            "<worksheet><sheetData/><conditionalFormatting sqref=\"A1\"><cfRule type=\"x\" priority=\"3\"/>\
             </conditionalFormatting>{}{}<pageMargins/></worksheet>",
            rule("B2", 4, 1),
            rule("C2", 5, 2)
        );
        assert_eq!(text, expected);
        let cleaned = without_colours(&text).expect("a sheet");
        assert_eq!(cleaned, xml.replace("priority=\"1\"", "priority=\"3\""));
    }

    #[test]
    fn references_name_cells() {
        for (text, row, column) in [("A1", 1, 1), ("AA14", 14, 27), ("xfd7", 7, 16_384)] {
            assert_eq!(cell(text), Some(Cell { row, column }));
        }
        for text in ["", "14", "A", "Å1", "A1:B2"] {
            assert_eq!(cell(text), None, "{text}");
        }
    }
}
