//! Writes `inputs/2024` from the fixtures in `tests/data`, and the description of each workbook in
//! `docs`: `cargo run --example inputs_2024`. A test holds the committed files to what this writes.

#[path = "../tests/support/indata_2024/mod.rs"]
mod indata_2024;

use std::fs;
use std::path::Path;

use statsbidrag::workbook::beskrivning;

fn main() -> std::io::Result<()> {
    let rot = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mapp = rot.join("inputs").join(indata_2024::AR.to_string());
    fs::create_dir_all(&mapp)?;
    for (bok, _) in indata_2024::ARBETSBOCKER {
        let stam = bok.fil.trim_end_matches(".xlsx");
        let text = beskrivning(bok, indata_2024::AR);
        fs::write(rot.join(format!("docs/arbetsbok-{stam}.md")), text)?;
    }
    for (fil, bytes) in indata_2024::alla() {
        fs::write(mapp.join(fil), bytes)?;
    }
    Ok(())
}
