//! Writes the tables of rules in REGLER.md beside each grant: `cargo run --example regler`. A test holds
//! the committed ones to what this writes.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a tool for developers a panic is the message"
)]

#[path = "../tests/support/changed.rs"]
mod changed;
#[path = "../tests/support/indata_2024/mod.rs"]
mod indata_2024;
#[path = "../tests/support/regler/mod.rs"]
mod regler;

use std::path::Path;

fn main() -> std::io::Result<()> {
    for (path, text) in regler::papers() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), text)?;
    }
    Ok(())
}
