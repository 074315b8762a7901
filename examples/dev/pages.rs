//! The pages of the documents of `inputs/2024`, and of years of other shapes, as text. Only of a build that sets
//! pages.

#[path = "../../tests/support/pages.rs"]
mod reviewed_pages;
#[path = "../../tests/support/shapes.rs"]
mod shapes;

use crate::changed::run;
use crate::{Written, document_set, other_years};

/// The pages that a review reads.
pub(crate) fn pages() -> Written {
    let set = document_set::of_2024();
    let of_review = set.pdf().filter(|(name, _)| reviewed_pages::is_reviewed(name));
    let mut files: Written = of_review.map(|(name, pdf)| page(name, pdf, &set.run)).collect();
    for shape in other_years::SHAPES {
        let set = shape.set();
        let text = |pdf: &[u8]| {
            reviewed_pages::excerpt(&reviewed_pages::pages(pdf), &set.run).into_bytes()
        };
        files.extend(set.pdf().map(|(name, pdf)| (shape.path(name), text(pdf))));
    }
    for (shape, workbooks) in shapes::SHAPES {
        let set = document_set::of(run(workbooks()));
        let of_review = set.pdf().filter(|(name, _)| shapes::REVIEWED.contains(name));
        files.extend(of_review.map(|(name, pdf)| page(&format!("{shape}/{name}"), pdf, &set.run)));
    }
    files
}

fn page(name: &str, pdf: &[u8], run: &str) -> (String, Vec<u8>) {
    let text = reviewed_pages::excerpt(&reviewed_pages::pages(pdf), run);
    (format!("tests/documents/pages/{name}.txt"), text.into_bytes())
}
