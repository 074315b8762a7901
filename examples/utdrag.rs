//! Writes what a review is to see of a change: the pages of the documents of `inputs/2024` as text
//! (`tests/documents/sidor`) and the JSON schemas of everything published (`docs/schema`). Run it with
//! `cargo run --example utdrag`; tests hold the committed files to what this writes.

#![expect(clippy::expect_used, reason = "it ends where a file cannot be made")]

#[path = "../tests/stod/scheman.rs"]
mod scheman;
#[path = "../tests/stod/sidor.rs"]
mod sidor;
#[path = "../tests/stod/uppsattning.rs"]
mod uppsattning;

use std::fs;
use std::path::Path;

fn main() {
    let rot = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (ut, scheman) = (rot.join("tests/documents/sidor"), rot.join("docs/schema"));
    for mapp in [&ut, &scheman] {
        fs::create_dir_all(mapp).expect("a folder");
    }
    let uppsattning = uppsattning::av_2024();
    for (namn, bytes) in uppsattning.pdf() {
        let text = sidor::utdrag(&sidor::sidor(bytes), &uppsattning.korning);
        fs::write(ut.join(format!("{namn}.txt")), text).expect("a file");
    }
    for (namn, schema) in scheman::scheman() {
        fs::write(scheman.join(scheman::fil(namn)), schema).expect("a file");
    }
}
