//! The comments of a sheet: those that were ours taken away, and a remark for each marked cell put in, after what the
//! user has written there.

use super::super::xml::Damage;
use super::splice::{Edits, Node, in_namespace, nodes, slice, text, value};
use super::{MAIN, Marks};
use crate::problem::Cell;

/// Who writes our comments.
const AUTHOR: &str = "statsbidrag";
/// What stands between the user's own words and ours, in a cell that had a comment.
const DIVIDER: &str = "\n— statsbidrag —\n";
/// A sheet without comments.
pub(super) const NONE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <authors/><commentList/></comments>";

/// Comments without ours, and the cells that had one of ours alone.
pub(super) fn cleaned(xml: &str) -> Result<(String, Vec<Cell>), Damage> {
    let found = nodes(xml, 4)?;
    let authors = named(&found, 2, "author");
    let ours = authors.iter().position(|node| content(xml, node).trim() == AUTHOR);
    let ours = ours.map(|number| number.to_string());
    let mut edits = Edits::new(xml);
    let mut cells = Vec::new();
    for comment in named(&found, 2, "comment") {
        if ours.is_some() && value(xml, comment, "authorId")? == ours {
            edits.remove(comment.whole());
            let reference = value(xml, comment, "ref")?.unwrap_or_default();
            cells.extend(super::sheet::cell(&reference));
            continue;
        }
        let runs = found.iter().filter(|node| {
            node.depth == 4 && node.name == "r" && comment.whole().contains(&node.tag.start)
        });
        for run in runs.filter(|run| slice(xml, run.whole()).contains(DIVIDER.trim())) {
            edits.remove(run.whole());
        }
    }
    Ok((edits.done(), cells))
}

/// Comments with a remark for each marked cell, and the cells that had none before.
pub(super) fn with(xml: &str, marks: &Marks<'_>) -> Result<(String, Vec<Cell>), Damage> {
    let found = nodes(xml, 4)?;
    let Some(root) = found.first() else { return Ok((xml.to_owned(), Vec::new())) };
    let mut edits = Edits::new(xml);
    let authors = named(&found, 2, "author");
    let known = authors.iter().position(|node| content(xml, node).trim() == AUTHOR);
    let author = known.unwrap_or(authors.len());
    if known.is_none() {
        for list in named(&found, 1, "authors") {
            let one = in_namespace(root, MAIN, &format!("<author>{AUTHOR}</author>"));
            edits.append(list, &one);
        }
    }
    let (mut fresh, mut cells) = (String::new(), Vec::new());
    let comments = named(&found, 2, "comment");
    for (cell, remarks) in marks {
        let said: Vec<_> = remarks.iter().map(|remark| text(&remark.note)).collect();
        let said = said.join("\n\n");
        let reference = cell.to_string();
        let there = comments.iter().find(|comment| {
            value(xml, comment, "ref").ok().flatten().as_deref() == Some(reference.as_str())
        });
        if let Some(there) = there {
            beside(&mut edits, &found, there, &said);
            continue;
        }
        cells.push(*cell);
        let one = format!(
            "<comment ref=\"{reference}\" authorId=\"{author}\"><text><r><t xml:space=\"preserve\">{said}</t>\
             </r></text></comment>"
        );
        fresh.push_str(&in_namespace(root, MAIN, &one));
    }
    if !fresh.is_empty() {
        for list in named(&found, 1, "commentList") {
            edits.append(list, &fresh);
        }
    }
    Ok((edits.done(), cells))
}

/// Puts ours after the user's own words in a cell.
fn beside(edits: &mut Edits<'_>, found: &[Node], comment: &Node, said: &str) {
    let root = found.first();
    let inside = |node: &&Node| comment.whole().contains(&node.tag.start);
    let words = found.iter().filter(inside).find(|node| node.depth == 3 && node.name == "text");
    let (Some(words), Some(root)) = (words, root) else { return };
    // A plain text is a run of its own beside ours.
    for plain in found.iter().filter(inside).filter(|node| node.depth == 4 && node.name == "t") {
        edits.insert(plain.tag.start, in_namespace(root, MAIN, "<r>"));
        edits.insert(plain.end, "</r>");
    }
    let run = format!("<r><t xml:space=\"preserve\">{DIVIDER}{said}</t></r>");
    edits.append(words, &in_namespace(root, MAIN, &run));
}

fn named<'n>(found: &'n [Node], depth: usize, name: &str) -> Vec<&'n Node> {
    found.iter().filter(|node| node.depth == depth && node.name == name).collect()
}

fn content<'x>(xml: &'x str, node: &Node) -> &'x str {
    slice(xml, node.tag.end..node.close)
}
