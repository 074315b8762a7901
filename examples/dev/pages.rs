//! The pages of the documents of `inputs/2024`, and of years of other shapes, as text. Only of a build that sets
//! pages.

#[path = "../../tests/support/pages.rs"]
mod reviewed_pages;

use crate::{Written, document_set, other_years};

/// The pages that a review reads.
pub(crate) fn pages() -> Written {
    let set = document_set::of_2024();
    let of_review = set.pdf().filter(|(name, _)| reviewed_pages::is_reviewed(name));
    let text = |pdf: &[u8], run: &str| {
        reviewed_pages::excerpt(&reviewed_pages::pages(pdf), run).into_bytes()
    };
    let mut files: Written = of_review
        .map(|(name, pdf)| (format!("tests/documents/pages/{name}.txt"), text(pdf, &set.run)))
        .collect();
    for shape in other_years::SHAPES {
        let set = shape.set();
        files.extend(set.pdf().map(|(name, pdf)| (shape.path(name), text(pdf, &set.run))));
    }
    files
}
