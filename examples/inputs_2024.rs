//! Writes `inputs/2024` from the fixtures in `tests/data`: `cargo run --example inputs_2024`. A test
//! holds the committed workbook to what this writes.

#[path = "../tests/stod/arbetsbok_2024.rs"]
mod arbetsbok_2024;

use std::path::Path;

use statsbidrag::grants::lakemedel::schema::ARBETSBOK;

fn main() -> std::io::Result<()> {
    let mapp = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs").join(arbetsbok_2024::AR.to_string());
    std::fs::create_dir_all(&mapp)?;
    std::fs::write(mapp.join(ARBETSBOK.fil), arbetsbok_2024::bytes())
}
