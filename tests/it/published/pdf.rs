//! The same tables as a reader meets them: every published row in the text of the PDF, cells in order.

use crate::published::facit::{self, Facit, tryckt};
use crate::published::filer;

/// The text, with one space wherever there is white space or a line ends.
pub(crate) fn text(fil: &str) -> String {
    let text = pdf_extract::extract_text_from_mem(&filer()[fil]).expect("the text can be read");
    utan_mellanrum(&text)
}

fn utan_mellanrum(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a table, each as it would be read out: heading and cells.
fn rader(facit: &Facit) -> impl Iterator<Item = (String, usize)> {
    facit.rader.iter().map(|rad| {
        let celler: Vec<_> = rad.celler.iter().flatten().map(|tal| tryckt(*tal)).collect();
        (utan_mellanrum(&format!("{} {}", rad.rubrik, celler.join(" "))), celler.len())
    })
}

#[test]
fn every_published_row_stands_in_the_pdf() {
    let mut funna = 0;
    for (fil, tabeller) in [("cirkular.pdf", facit::cirkular()), ("bilaga-4.pdf", facit::bilaga4())]
    {
        let text = text(fil);
        for facit in &tabeller {
            // In order, so that a row of another table is not taken for it.
            let mut kvar = text.as_str();
            for (rad, celler) in rader(facit) {
                let Some((_, efter)) = kvar.split_once(&rad) else {
                    panic!("{fil} does not print {rad:?} in its place in {}", facit.plats)
                };
                kvar = efter;
                funna += celler;
            }
        }
    }
    println!("{funna} published figures found in print");
    assert_eq!(funna, crate::published::CELLER);
}
