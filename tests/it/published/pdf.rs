//! The same tables as a reader meets them: every published row in the text of the PDF, cells in order.

use crate::published::files;
use crate::published::tables::{self, PublishedFigures, printed_text};

/// The text, with one space wherever there is white space or a line ends.
pub(crate) fn text(file: &str) -> String {
    let text = pdf_extract::extract_text_from_mem(&files()[file]).expect("the text can be read");
    without_spaces(&text)
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a table, each as it would be read out: heading and cells.
fn rows(published: &PublishedFigures) -> impl Iterator<Item = (String, usize)> {
    published.rows.iter().map(|row| {
        let cells: Vec<_> =
            row.cells.iter().flatten().map(|number| printed_text(*number)).collect();
        (without_spaces(&format!("{} {}", row.heading, cells.join(" "))), cells.len())
    })
}

#[test]
fn every_published_row_stands_in_the_pdf() {
    let mut found = 0;
    for (file, tables) in
        [("cirkular.pdf", tables::cirkular()), ("bilaga-4.pdf", tables::bilaga4())]
    {
        let text = text(file);
        for published in &tables {
            // In order, so that a row of another table is not taken for it.
            let mut left = text.as_str();
            for (row, cells) in rows(published) {
                let Some((_, after)) = left.split_once(&row) else {
                    panic!("{file} does not print {row:?} in its place in {}", published.place)
                };
                left = after;
                found += cells;
            }
        }
    }
    println!("{found} published figures found in print");
    assert_eq!(found, crate::published::CELLS);
}
