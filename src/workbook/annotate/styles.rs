//! The styles of a workbook, with those that remarks need added last: what is there keeps its number.

use super::super::xml::Damage;
use super::parts::Parts;
use super::splice::{Edits, Node, in_namespace, nodes, value};
use super::{BOOK, MAIN};

/// What is added, by its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    /// The colours of a cell with an error and with a warning.
    pub(super) colours: [usize; 2],
    /// Text at the top of its cell, folded.
    pub(super) text: usize,
    /// The same as a heading.
    pub(super) heading: usize,
    /// The same as a link.
    pub(super) link: usize,
    /// The same as a title, not folded.
    pub(super) title: usize,
    /// Kronor.
    pub(super) kronor: usize,
}

/// The lists of styles, in the order in which they stand.
const ORDER: [&str; 8] =
    ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"];
const FONTS: [&str; 3] = [
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>",
    "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font>",
    "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font>",
];
const HEADING_FILL: &str = "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDE3EA\"/>\
    <bgColor indexed=\"64\"/></patternFill></fill>";
/// A workbook that has no styles looks as if it had these.
const NONE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>\
    </styleSheet>";

/// Adds the styles of remarks to a workbook.
pub(super) fn add(parts: &mut Parts<'_>) -> Result<Styles, Damage> {
    const PATH: &str = "xl/styles.xml";
    let mut xml = if let Some(xml) = parts.text(PATH)? {
        xml
    } else {
        parts.relate(BOOK, "styles", PATH)?;
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
        parts.state_type(PATH, kind)?;
        NONE.to_owned()
    };
    let mut add = |list: &str, element: &str| appended(&mut xml, list, element);
    let [bold, underlined, large] = {
        let [first, second, third] = FONTS;
        [add("fonts", first)?, add("fonts", second)?, add("fonts", third)?]
    };
    let fill = add("fills", HEADING_FILL)?;
    let mut format = |number: usize, font: usize, fill: usize, folded: bool| {
        let wrap = if folded { " wrapText=\"1\"" } else { "" };
        let xf = format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">\
             <alignment vertical=\"top\"{wrap}/></xf>"
        );
        add("cellXfs", &xf)
    };
    let text = format(0, 0, 0, true)?;
    let heading = format(0, bold, fill, true)?;
    let link = format(0, underlined, 0, true)?;
    let title = format(0, large, 0, false)?;
    // Format 3 is whole numbers in groups of three, as the reader's system groups them.
    let kronor = format(3, 0, 0, false)?;
    let mut colour = |text: &str, ground: &str| {
        let dxf = format!(
            "<dxf><font><color rgb=\"{text}\"/></font><fill><patternFill patternType=\"solid\">\
             <fgColor rgb=\"{ground}\"/><bgColor rgb=\"{ground}\"/></patternFill></fill></dxf>"
        );
        add("dxfs", &dxf)
    };
    let colours = [colour("FF9C0006", "FFFFC7CE")?, colour("FF7F6000", "FFFFE699")?];
    parts.put(PATH, xml);
    Ok(Styles { colours, text, heading, link, title, kronor })
}

/// Puts an element last in a list, which is made if it is not there; gives its number. An element just like it that is
/// there already is used instead.
fn appended(xml: &mut String, list: &str, element: &str) -> Result<usize, Damage> {
    let found = nodes(xml, 2)?;
    let Some(root) = found.first() else { return Ok(0) };
    let element = in_namespace(root, MAIN, element);
    let mut edits = Edits::new(xml);
    let Some(at) = found.iter().position(|node| node.depth == 1 && node.name == list) else {
        let later = ORDER.iter().skip_while(|name| **name != list).skip(1);
        let later: Vec<_> = later.chain(&["tableStyles", "colors", "extLst"]).collect();
        let next = found
            .iter()
            .find(|node| node.depth == 1 && later.iter().any(|name| **name == node.name));
        let new = in_namespace(root, MAIN, &format!("<{list} count=\"1\">{element}</{list}>"));
        edits.insert(next.map_or(root.close, |next| next.tag.start), new);
        *xml = edits.done();
        return Ok(0);
    };
    let (Some(node), children) = (found.get(at), children(&found, at)) else { return Ok(0) };
    let same = children.iter().position(|child| xml.get(child.whole()) == Some(&element));
    if let Some(number) = same {
        return Ok(number);
    }
    let number = children.len();
    if node.is_one_tag() {
        edits.append(node, &element);
    } else {
        edits.insert(node.close, element);
        if value(xml, node, "count")?.is_some() {
            edits.set(node, &[("count", Some((number + 1).to_string()))])?;
        }
    }
    *xml = edits.done();
    Ok(number)
}

/// The elements in another.
fn children(found: &[Node], at: usize) -> Vec<&Node> {
    let depth = found.get(at).map_or(0, |node| node.depth);
    found.iter().skip(at + 1).take_while(|node| node.depth > depth).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_keeps_its_number() {
        let mut xml =
            "<styleSheet><fonts count=\"2\"><font/><font><b/></font></fonts><dxfs count=\"0\"/>\
            <extLst/></styleSheet>"
                .to_owned();
        for (list, element, number) in [
            ("fonts", "<font><i/></font>", 2),
            ("fonts", "<font><i/></font>", 2),
            ("dxfs", "<dxf/>", 0),
            ("dxfs", "<dxf><font/></dxf>", 1),
            ("cellXfs", "<xf/>", 0),
        ] {
            assert_eq!(appended(&mut xml, list, element).expect("styles"), number, "{element}");
        }
        assert_eq!(
            xml,
            "<styleSheet><fonts count=\"3\"><font/><font><b/></font><font><i/></font></fonts>\
             <cellXfs count=\"1\"><xf/></cellXfs><dxfs count=\"2\"><dxf/><dxf><font/></dxf></dxfs>\
             <extLst/></styleSheet>"
        );
    }
}
