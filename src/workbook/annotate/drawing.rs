//! The notes of a sheet as they are drawn: an old form of drawing (VML) that every spreadsheet program wants for
//! comments. It is not always XML, so it is read as text.

use std::collections::BTreeSet;

use crate::problem::Cell;

/// A sheet on which nothing is drawn.
pub(super) const NONE: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" \
    xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\
    <o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>\
    <v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" \
    path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>\
    <v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
const SHAPE: &str = "_x0000_s";

/// A drawing without the notes of some cells.
pub(super) fn without(vml: &str, cells: &[Cell]) -> String {
    let (mut text, mut rest) = (String::new(), vml);
    while let Some((before, from)) = rest.split_once("<v:shape ") {
        let Some((shape, after)) = from.split_once("</v:shape>") else { break };
        text.push_str(before);
        if !cells.iter().any(|cell| is_of(shape, *cell)) {
            text.push_str("<v:shape ");
            text.push_str(shape);
            text.push_str("</v:shape>");
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A drawing whose notes of some cells are at least so many lines high.
pub(super) fn grown(vml: &str, cells: &[(Cell, usize)]) -> String {
    let (mut text, mut rest) = (String::new(), vml);
    while let Some((before, from)) = rest.split_once("<v:shape ") {
        let Some((shape, after)) = from.split_once("</v:shape>") else { break };
        let found = cells.iter().find(|(cell, _)| is_of(shape, *cell));
        let shape = found.map_or_else(|| shape.to_owned(), |(_, lines)| higher(shape, *lines));
        text.extend([before, "<v:shape ", &shape, "</v:shape>"]);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A note at least so many lines high, in points and in rows of the sheet.
fn higher(shape: &str, lines: usize) -> String {
    let rows = high(lines);
    let mut text = shape.to_owned();
    if let Some((before, from)) = shape.split_once("height:")
        && let Some((points, after)) = from.split_once("pt")
        && points.split('.').next().and_then(|whole| whole.trim().parse().ok()) < Some(rows * 15)
    {
        text = format!("{before}height:{}pt{after}", rows * 15);
    }
    let Some((before, from)) = text.split_once("<x:Anchor>") else { return text };
    let Some((anchor, after)) = from.split_once("</x:Anchor>") else { return text };
    let mut parts: Vec<String> = anchor.split(',').map(|part| part.trim().to_owned()).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
    if let (Some(top), Some(bottom)) = (number(2), number(6))
        && let Some(last) = parts.get_mut(6)
        && bottom < top.saturating_add(rows)
    {
        *last = top.saturating_add(rows).to_string();
        return format!("{before}<x:Anchor>{}</x:Anchor>{after}", parts.join(", "));
    }
    text
}

/// How many rows high a note of so many lines is.
fn high(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(40).clamp(4, 40)
}

fn is_of(shape: &str, cell: Cell) -> bool {
    let has = |name: &str, number: u32| {
        shape.contains(&format!("<x:{name}>{}</x:{name}>", number.saturating_sub(1)))
    };
    has("Row", cell.row) && has("Column", cell.column)
}

/// A drawing with a note for each of some cells; `lines` says how high it is.
pub(super) fn with(vml: &str, cells: &[(Cell, usize)]) -> String {
    let Some((before, after)) = vml.rsplit_once("</xml>") else { return vml.to_owned() };
    let taken: BTreeSet<u32> = vml.split(SHAPE).skip(1).filter_map(number).collect();
    let first = taken.last().copied().unwrap_or(1024).saturating_add(1);
    let notes = (first..).zip(cells).map(|(id, (cell, lines))| note(id, *cell, *lines));
    format!("{before}{}</xml>{after}", notes.collect::<String>())
}

fn number(text: &str) -> Option<u32> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn note(id: u32, Cell { row, column }: Cell, lines: usize) -> String {
    let (row, column) = (row.saturating_sub(1), column.saturating_sub(1));
    let high = high(lines);
    let (top, left) = (row.saturating_sub(1), column.saturating_add(1));
    let (bottom, right) = (top.saturating_add(high), left.saturating_add(5));
    format!(
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"{SHAPE}{id}\" type=\"#_x0000_t202\" \
         style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:330pt;height:{}pt;z-index:1;\
         visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>\
         <v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
         <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        high * 15
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_and_go_beside_those_that_are_there() {
        let there = Cell { row: 3, column: 1 };
        let own = with(NONE, &[(there, 3)]);
        let more = with(&own, &[(Cell { row: 4, column: 2 }, 90), (Cell { row: 5, column: 2 }, 1)]);
        assert_eq!(more.matches("<v:shape ").count(), 3);
        for id in 1025..=1027 {
            assert_eq!(more.matches(&format!("id=\"_x0000_s{id}\"")).count(), 1);
        }
        let grown = grown(&own, &[(there, 20)]);
        assert!(grown.contains("height:300pt") && grown.contains(", 21, 4</x:Anchor>"), "{grown}");
        assert_eq!(super::grown(&grown, &[(there, 9)]), grown, "never lower");
        let gone = without(&more, &[Cell { row: 4, column: 2 }, Cell { row: 5, column: 2 }]);
        assert_eq!(gone, own);
    }
}
