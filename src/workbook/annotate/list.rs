//! The sheet that lists what is to be done, with a link to each cell.

use std::fmt::Write;

use super::splice::text;
use super::styles::Styles;
use super::{MAIN, Remark, ToDo};
use crate::problem::Cell;

/// The widths of the columns, in characters.
const WIDTHS: [u32; 8] = [10, 26, 9, 60, 34, 50, 20, 8];

/// The sheet as a part.
pub(super) fn part(to_do: &ToDo, styles: &Styles, tab: &dyn Fn(&str) -> Option<String>) -> String {
    let mut rows = Rows::default();
    rows.add(&[(styles.title, Content::Text(to_do.title.clone()))]);
    for line in &to_do.lead {
        rows.add(&[(0, Content::Text(line.clone()))]);
    }
    let mut links = String::new();
    let mut pane = String::new();
    if !to_do.remarks.is_empty() {
        rows.add(&[]);
        let headings = to_do.headings.iter();
        let headings = headings.map(|heading| (styles.heading, Content::Text(heading.clone())));
        rows.add(&headings.collect::<Vec<_>>());
        let (above, below) = (rows.last, rows.last + 1);
        let _ = write!(
            pane,
            "<pane ySplit=\"{above}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        );
    }
    for remark in &to_do.remarks {
        let link = tab(&remark.sheet);
        rows.add(&cells(remark, styles, link.is_some()));
        if let Some(tab) = link {
            let cell = remark.cell.unwrap_or(Cell { row: 1, column: 1 });
            let target = format!("'{}'!{cell}", tab.replace('\'', "''"));
            let (row, target) = (rows.last, text(&target));
            let _ = write!(links, "<hyperlink ref=\"C{row}\" location=\"{target}\"/>");
        }
    }
    let widths = (1..).zip(WIDTHS).map(|(column, width)| {
        format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>")
    });
    let widths: String = widths.collect();
    let links = if links.is_empty() { links } else { format!("<hyperlinks>{links}</hyperlinks>") };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{MAIN}\">\
         <sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
         <sheetView tabSelected=\"1\" workbookViewId=\"0\">{pane}</sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"15\"/><cols>{widths}</cols><sheetData>{}</sheetData>{links}\
         <pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
        rows.xml
    )
}

fn cells(remark: &Remark, styles: &Styles, linked: bool) -> [(usize, Content); 8] {
    let words = |text: &str| (styles.text, Content::Text(text.to_owned()));
    let place = remark.cell.map_or_else(|| remark.sheet.clone(), |cell| cell.to_string());
    let place = (if linked { styles.link } else { styles.text }, Content::Text(place));
    let kronor = remark.kronor.map_or(Content::Text(String::new()), Content::Number);
    [
        words(&remark.severity),
        words(&remark.sheet),
        place,
        words(&remark.message),
        words(&remark.expected),
        words(&remark.help),
        (styles.kronor, kronor),
        words(&remark.code),
    ]
}

/// How high a row of the list is in points, so that the longest of its texts has room; none of other rows.
fn height(cells: &[(usize, Content)]) -> Option<usize> {
    let lines = cells.iter().zip(WIDTHS).map(|((_, content), width)| match content {
        Content::Text(words) => {
            let width = usize::try_from(width).unwrap_or(1);
            words.lines().map(|line| line.chars().count().div_ceil(width)).sum()
        }
        Content::Number(_) => 1,
    });
    let lines = lines.max().filter(|_| cells.len() == WIDTHS.len())?;
    Some((lines.max(1) * 15).min(405))
}

/// What a cell holds.
enum Content {
    Text(String),
    Number(i64),
}

/// The rows of the sheet so far.
#[derive(Default)]
struct Rows {
    last: u32,
    xml: String,
}

impl Rows {
    fn add(&mut self, cells: &[(usize, Content)]) {
        self.last += 1;
        let row = self.last;
        let _ = match height(cells) {
            Some(height) => {
                write!(self.xml, "<row r=\"{row}\" ht=\"{height}\" customHeight=\"1\">")
            }
            None => write!(self.xml, "<row r=\"{row}\">"),
        };
        for (column, (style, content)) in (1..).zip(cells) {
            let place = Cell { row, column };
            let _ = match content {
                Content::Text(words) if words.is_empty() => Ok(()),
                Content::Text(words) => write!(
                    self.xml,
                    "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    text(words)
                ),
                Content::Number(number) => {
                    write!(self.xml, "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>")
                }
            };
        }
        self.xml.push_str("</row>");
    }
}
