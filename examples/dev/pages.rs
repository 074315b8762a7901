//! The pages of the documents of `inputs/2024` as text. Only of a build that sets pages.

#[path = "../../tests/support/sidor.rs"]
mod sidor;
#[path = "../../tests/support/uppsattning.rs"]
mod uppsattning;

use crate::Written;

/// The pages that a review reads.
pub(crate) fn pages() -> Written {
    let set = uppsattning::av_2024();
    let reviewed = set.pdf().filter(|(name, _)| sidor::granskas(name));
    let files = reviewed.map(|(name, pdf)| {
        let text = sidor::utdrag(&sidor::sidor(pdf), &set.korning);
        (format!("tests/documents/pages/{name}.txt"), text.into_bytes())
    });
    files.collect()
}
