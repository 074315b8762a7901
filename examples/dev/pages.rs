//! The pages of the documents of `inputs/2024` as text. Only of a build that sets pages.

#[path = "../../tests/support/document_set.rs"]
mod document_set;
#[path = "../../tests/support/pages.rs"]
mod reviewed_pages;

use crate::Written;

/// The pages that a review reads.
pub(crate) fn pages() -> Written {
    let set = document_set::of_2024();
    let of_review = set.pdf().filter(|(name, _)| reviewed_pages::is_reviewed(name));
    let files = of_review.map(|(name, pdf)| {
        let text = reviewed_pages::excerpt(&reviewed_pages::pages(pdf), &set.run);
        (format!("tests/documents/pages/{name}.txt"), text.into_bytes())
    });
    files.collect()
}
