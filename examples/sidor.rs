//! Writes the pages of the documents of `inputs/2024` as text to `tests/documents/pages`, so that a review
//! sees what a change did to the paper: `cargo run --example sidor`. A test holds the committed ones to
//! what this writes.

#![expect(clippy::expect_used, reason = "in a tool for developers a panic is the message")]

#[path = "../tests/support/sidor.rs"]
mod sidor;
#[path = "../tests/support/uppsattning.rs"]
mod uppsattning;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let mapp = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/pages");
    std::fs::create_dir_all(&mapp)?;
    let uppsattning = uppsattning::av_2024();
    for (namn, pdf) in uppsattning.pdf().filter(|(namn, _)| sidor::granskas(namn)) {
        let text = sidor::utdrag(&sidor::sidor(pdf), &uppsattning.korning);
        std::fs::write(mapp.join(format!("{namn}.txt")), text)?;
    }
    Ok(())
}
