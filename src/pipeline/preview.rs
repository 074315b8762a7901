//! Templates tried on real figures without anyone's workbooks: those of 2024 are built in. Knows which files they are,
//! not what is in them.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::selection::{Selected, Selection};
use super::{Computed, Event, OnEvent, Options, all_documents, compute_books, folder, read_books};
use crate::manifest::{self, Korning, Manifest};
use crate::output::Files;
use crate::problem::Problems;
use crate::render::Renderer;
use crate::report::to_json;

static EXAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/inputs/2024");

/// What the workbooks that are built in come to: the year 2024.
///
/// # Errors
/// As [`super::compute`]; none while the tests pass.
pub fn compute_example(chosen: &Selection, on_event: OnEvent<'_>) -> Result<Computed, Problems> {
    let bytes = |name: &str| EXAMPLE.get_file(name).map(|file| file.contents().to_vec());
    let mut files: Vec<_> = EXAMPLE.files().filter_map(|file| file.path().to_str()).collect();
    files.sort_unstable();
    let books = folder::known(&chosen.grants(), &files, bytes);
    let read = read_books(Path::new("2024"), books, &[], Problems::new(), on_event);
    compute_books(read, on_event).map(|(computed, _)| computed)
}

/// Sets the chosen documents to be looked at: their PDFs, and a manifest that tells them from a year's set, so that
/// one preview may replace another and never a year.
///
/// # Errors
/// What the templates could not be made of.
pub fn preview(
    mut computed: Computed,
    chosen: Vec<Selected>,
    options: &Options,
    on_event: OnEvent<'_>,
) -> Result<Files, Problems> {
    let Korning { mut val, indata: inputs, .. } = options.run(&computed.inputs);
    val.entry(manifest::SELECTION.to_owned()).or_insert_with(|| "förhandsvisning".to_owned());
    let run = options.korning_of(val, inputs);
    computed.report.korning.clone_from(&run.id);
    let renderer = Renderer::new(&options.templates)?;
    on_event(Event::WillTypeset { count: chosen.len() });
    let on_event = &|event| {
        on_event(match event {
            Event::Typeset { document, mut files } => {
                files.retain(|(name, _)| is_pdf(name));
                Event::Typeset { document, files }
            }
            other => other,
        });
    };
    let (mut files, _) = all_documents(&computed, chosen, &renderer, options.standard, on_event)?;
    files.retain(|name, _| is_pdf(name));
    let manifest = to_json(&Manifest::new(computed.year, run, (Vec::new(), Vec::new()), &files));
    files.insert("manifest.json".to_owned(), manifest);
    Ok(files)
}

fn is_pdf(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "pdf")
}
