//! The comments of a sheet: those that were ours taken away, and a remark for each marked cell put in, after what the
//! user has written there.

use super::super::xml::Damage;
use super::splice::{Edits, Node, in_namespace, nodes, slice, text, value};
use super::{MAIN, Marks};
use crate::problem::Cell;

/// Who writes our comments.
const AUTHOR: &str = "statsbidrag";
/// What stands before our words in a comment, on a line of its own: by this they are known, whoever has saved them since.
const MARK: &str = "— statsbidrag —";
/// A sheet without comments.
pub(super) const NONE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <authors/><commentList/></comments>";

/// Comments without ours, and the cells that had one of ours alone. Ours end a comment: what stands before the mark is the
/// user's, in whatever pieces another program has put it together.
pub(super) fn cleaned(xml: &str) -> Result<(String, Vec<Cell>), Damage> {
    let found = nodes(xml, 5)?;
    let mut edits = Edits::new(xml);
    let mut cells = Vec::new();
    for comment in named(&found, 2, "comment") {
        let inside = |node: &&Node| comment.whole().contains(&node.tag.start);
        let runs: Vec<_> = found.iter().filter(inside).filter(|node| node.name == "r").collect();
        let texts: Vec<_> = found.iter().filter(inside).filter(|node| node.name == "t").collect();
        let is_marked = |node: &&Node| content(xml, node).contains(MARK);
        let Some(at) = texts.iter().position(is_marked) else { continue };
        let (before, ours) = texts.split_at(at);
        let own = ours.first().map_or("", |node| kept(content(xml, node)));
        let is_empty = |node: &&Node| content(xml, node).trim().is_empty();
        if own.is_empty() && before.iter().all(is_empty) {
            edits.remove(comment.whole());
            let reference = value(xml, comment, "ref")?.unwrap_or_default();
            cells.extend(super::sheet::cell(&reference));
            continue;
        }
        for (place, node) in ours.iter().enumerate() {
            if place == 0 && !own.is_empty() {
                edits.remove(node.tag.end + own.len()..node.close);
                continue;
            }
            let run = runs.iter().find(|run| run.whole().contains(&node.tag.start));
            edits.remove(run.map_or_else(|| node.whole(), |run| run.whole()));
        }
    }
    Ok((edits.done(), cells))
}

/// What stands before the mark, without the line break between.
fn kept(text: &str) -> &str {
    let mut own = text.split(MARK).next().unwrap_or_default();
    loop {
        let less = own.trim_end();
        let less = less.strip_suffix("&#10;").or(less.strip_suffix("&#xA;")).unwrap_or(less);
        if less.len() == own.len() {
            return own;
        }
        own = less;
    }
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
            "<comment ref=\"{reference}\" authorId=\"{author}\"><text><r><t xml:space=\"preserve\">{MARK}\n{said}</t>\
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
    let run = format!("<r><t xml:space=\"preserve\">\n{MARK}\n{said}</t></r>");
    edits.append(words, &in_namespace(root, MAIN, &run));
}

fn named<'n>(found: &'n [Node], depth: usize, name: &str) -> Vec<&'n Node> {
    found.iter().filter(|node| node.depth == depth && node.name == name).collect()
}

fn content<'x>(xml: &'x str, node: &Node) -> &'x str {
    slice(xml, node.tag.end..node.close)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another program puts the pieces of a comment together and drops who wrote it.
    #[test]
    fn ours_are_known_when_another_program_has_saved_them() {
        let xml = "<comments><authors><author> </author></authors><commentList>\
            <comment ref=\"A1\" authorId=\"0\"><text><t>Egna ord\n— statsbidrag —\nFel I03: a\n— statsbidrag —\nFel</t></text></comment>\
            <comment ref=\"A2\" authorId=\"0\"><text><r><t>— statsbidrag —\nFel I07: b</t></r></text></comment>\
            <comment ref=\"A3\" authorId=\"0\"><text><r><t>Kvar</t></r><r><t>\n— statsbidrag —\n</t></r><r><t>Fel</t></r></text></comment>\
            <comment ref=\"A4\" authorId=\"0\"><text><t>Bara eget</t></text></comment></commentList></comments>";
        let (clean, gone) = cleaned(xml).expect("comments");
        assert_eq!(gone, [Cell { row: 2, column: 1 }]);
        assert_eq!(
            clean,
            "<comments><authors><author> </author></authors><commentList>\
             <comment ref=\"A1\" authorId=\"0\"><text><t>Egna ord</t></text></comment>\
             <comment ref=\"A3\" authorId=\"0\"><text><r><t>Kvar</t></r></text></comment>\
             <comment ref=\"A4\" authorId=\"0\"><text><t>Bara eget</t></text></comment></commentList></comments>"
        );
        assert_eq!(cleaned(&clean).expect("comments"), (clean, Vec::new()));
    }
}
