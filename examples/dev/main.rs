//! The developers' tools: what is committed and follows from the code is written here, and a test holds the
//! committed files to what this writes.
//!
//! * `cargo dev inputs`: `inputs/2024` from the fixtures in `tests/data`, and the description of each workbook
//! * `cargo dev rules`: the tables of rules in REGLER.md beside each grant
//! * `cargo dev schemas`: the JSON Schemas of what the program publishes
//! * `cargo dev pages`: the pages of the documents of `inputs/2024`, and of years of other shapes, as text, so
//!   that a review sees what a change did to the paper
//! * `cargo dev all`: everything, in this order

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a tool for developers a panic is the message"
)]

#[path = "../../tests/support/changed.rs"]
mod changed;
#[path = "../../tests/support/data_2024/mod.rs"]
mod data_2024;
#[path = "../../tests/support/decisions.rs"]
mod decisions;
#[cfg(feature = "typeset")]
#[path = "../../tests/support/document_set.rs"]
mod document_set;
#[cfg(feature = "typeset")]
#[path = "../../tests/support/other_years.rs"]
mod other_years;
#[cfg(feature = "typeset")]
mod pages;
#[path = "../../tests/support/parts.rs"]
#[expect(dead_code, reason = "the tests change more of them than the tool does")]
mod parts;
#[path = "../../tests/support/published_schemas.rs"]
mod published_schemas;
#[path = "../../tests/support/rule_papers/mod.rs"]
mod rule_papers;

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use statsbidrag::workbook::description;

/// What a tool writes: file names from the root of the repository, and contents.
type Written = Vec<(String, Vec<u8>)>;

/// A tool, by name.
type Tool = (&'static str, fn() -> Written);

/// The tools there are.
const TOOLS: &[Tool] = &[
    ("inputs", inputs),
    ("rules", rules),
    ("schemas", schemas),
    #[cfg(feature = "typeset")]
    ("pages", pages::pages),
];

#[expect(clippy::print_stderr, reason = "a tool tells what may be asked of it")]
fn main() -> io::Result<ExitCode> {
    let asked: Vec<_> = std::env::args().skip(1).collect();
    let name = asked.first().map_or("", String::as_str);
    let chosen: Vec<_> = TOOLS.iter().filter(|(tool, _)| name == "all" || name == *tool).collect();
    if chosen.is_empty() || asked.len() > 1 {
        let names: Vec<_> = TOOLS.iter().map(|(name, _)| *name).collect();
        eprintln!("say one of: {}, all", names.join(", "));
        return Ok(ExitCode::from(2));
    }
    for (_, tool) in chosen {
        for (path, bytes) in tool() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            fs::create_dir_all(path.parent().expect("a folder"))?;
            fs::write(path, bytes)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn inputs() -> Written {
    let described = data_2024::WORKBOOKS.iter().map(|(book, ..)| {
        let stem = book.file.trim_end_matches(".xlsx").trim_end_matches("-*");
        let text = description(book, data_2024::AR);
        (format!("docs/arbetsbok-{stem}.md"), text.into_bytes())
    });
    let books = data_2024::all()
        .iter()
        .map(|(file, bytes)| (format!("inputs/{}/{file}", data_2024::AR), bytes.clone()));
    described.chain(books).collect()
}

fn rules() -> Written {
    rule_papers::papers().into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

fn schemas() -> Written {
    let named = |(name, text): (String, String)| {
        (format!("{}/{name}", published_schemas::FOLDER), text.into())
    };
    published_schemas::schemas().into_iter().map(named).collect()
}
