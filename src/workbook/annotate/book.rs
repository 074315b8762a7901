//! The sheet of what is to be done as the first of a workbook, and the one that is shown when it is opened.

use super::super::package::SheetPart;
use super::super::xml::Damage;
use super::parts::{Parts, RELATIONSHIPS};
use super::splice::{Edits, in_namespace, nodes, value};
use super::{BOOK, MAIN, TO_DO, is_to_do, sheet};
use crate::problem::messages::package as say;

/// Puts the sheet first, in place of the one that an earlier checking left.
pub(super) fn put_first(
    parts: &mut Parts<'_>,
    sheets: &[SheetPart],
    part: String,
    known_by: &[String],
) -> Result<(), Damage> {
    for other in sheets.iter().filter(|other| !is_to_do(&other.name)) {
        if other.spreadsheet
            && let Some(xml) = parts.text(&other.path)?
            && let Some(xml) = sheet::not_selected(&xml)?
        {
            parts.put(&other.path, xml);
        }
    }
    if let Some(there) = sheets.iter().find(|other| is_to_do(&other.name)) {
        let texts = [there.path.as_str(), "xl/sharedStrings.xml"];
        let mut is_ours = false;
        for text in texts {
            let xml = parts.text(text)?.unwrap_or_default();
            is_ours |= known_by.iter().any(|sentence| xml.contains(sentence.as_str()));
        }
        if !is_ours {
            return Err(Damage(say::own_list()));
        }
        parts.put(&there.path, part);
        return Ok(());
    }
    let path = parts.free("xl/worksheets/statsbidrag", "xml");
    parts.put(&path, part);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    parts.state_type(&path, kind)?;
    let id = parts.relate(BOOK, "worksheet", &path)?;
    let xml = parts.required(BOOK)?;
    parts.put(BOOK, with_first(&xml, &id)?);
    Ok(())
}

/// The workbook's own part, with the sheet before the others: whoever counts sheets counts one more.
fn with_first(xml: &str, id: &str) -> Result<String, Damage> {
    let found = nodes(xml, 2)?;
    let Some(root) = found.first() else { return Ok(xml.to_owned()) };
    let mut edits = Edits::new(xml);
    let mut highest = 0_u32;
    let sheets = found.iter().filter(|node| node.depth == 2 && node.name == "sheet");
    for node in sheets.clone() {
        let number = value(xml, node, "sheetId")?.and_then(|text| text.parse::<u32>().ok());
        highest = highest.max(number.unwrap_or(0));
    }
    let number = highest + 1;
    let first = format!(
        "<sheet xmlns:r=\"{RELATIONSHIPS}\" name=\"{TO_DO}\" sheetId=\"{number}\" r:id=\"{id}\"/>"
    );
    for node in sheets.take(1) {
        edits.insert(node.tag.start, in_namespace(root, MAIN, &first));
    }
    for node in found.iter().filter(|node| node.name == "workbookView") {
        edits.set(node, &[("activeTab", None), ("firstSheet", None)])?;
    }
    for node in found.iter().filter(|node| node.name == "definedName") {
        let local = value(xml, node, "localSheetId")?.and_then(|text| text.parse::<u32>().ok());
        if let Some(local) = local {
            edits.set(node, &[("localSheetId", Some((local + 1).to_string()))])?;
        }
    }
    Ok(edits.done())
}

/// Says in the contents of the package what is drawn, and the comments of a sheet.
pub(super) fn state_comments(parts: &mut Parts<'_>, path: &str) -> Result<(), Damage> {
    parts.state_default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    parts.state_type(path, kind)
}

/// Whether a part is of the form that is added to here.
pub(super) fn is_strict(xml: &str) -> bool {
    xml.contains("purl.oclc.org/ooxml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_counts_sheets_counts_one_more() {
        let xml = "<workbook><bookViews><workbookView activeTab=\"3\" xWindow=\"1\"/></bookViews><sheets>\
            <sheet name=\"A\" sheetId=\"7\" r:id=\"rId1\"/></sheets><definedNames>\
            <definedName name=\"x\" localSheetId=\"0\">A!$A$1</definedName><definedName name=\"y\">1</definedName>\
            </definedNames></workbook>";
        assert_eq!(
            with_first(xml, "i").expect("a workbook"),
            "<workbook><bookViews><workbookView xWindow=\"1\"/></bookViews><sheets>\
             <sheet xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             name=\"Att åtgärda\" sheetId=\"8\" r:id=\"i\"/><sheet name=\"A\" sheetId=\"7\" r:id=\"rId1\"/></sheets>\
             <definedNames><definedName name=\"x\" localSheetId=\"1\">A!$A$1</definedName>\
             <definedName name=\"y\">1</definedName></definedNames></workbook>"
        );
    }
}
