//! Writes `inputs/2024` from the fixtures in `tests/data`, and the description of the workbook in
//! `docs`: `cargo run --example inputs_2024`. A test holds the committed files to what this writes.

#[path = "../tests/stod/arbetsbok_2024.rs"]
mod arbetsbok_2024;

use std::path::Path;

use statsbidrag::grants::lakemedel::schema::ARBETSBOK;
use statsbidrag::workbook::beskrivning;

fn main() -> std::io::Result<()> {
    let rot = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = beskrivning(&ARBETSBOK, arbetsbok_2024::AR);
    std::fs::write(rot.join("docs/arbetsbok-lakemedel.md"), text)?;
    let mapp = rot.join("inputs").join(arbetsbok_2024::AR.to_string());
    std::fs::create_dir_all(&mapp)?;
    std::fs::write(mapp.join(ARBETSBOK.fil), arbetsbok_2024::bytes())
}
