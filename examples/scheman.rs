//! Writes the JSON Schemas of what the program publishes to `docs/schema`: `cargo run --example scheman`.
//! A test holds the committed ones to what this writes.

#![expect(clippy::expect_used, reason = "in a tool for developers a panic is the message")]

#[path = "../tests/support/scheman.rs"]
mod scheman;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let mapp = Path::new(env!("CARGO_MANIFEST_DIR")).join(scheman::MAPP);
    std::fs::create_dir_all(&mapp)?;
    for (namn, text) in scheman::scheman() {
        std::fs::write(mapp.join(namn), text)?;
    }
    Ok(())
}
