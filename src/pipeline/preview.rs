//! Templates tried on real figures without anyone's workbooks: those of 2024 are built in. Knows which files they are,
//! not what is in them.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::urval::{Urval, Valt};
use super::{Berakning, Beratta, Handelse, Val, alla_dokument, compute_books, mapp, read_books};
use crate::manifest::{self, Korning, Manifest};
use crate::output::Filer;
use crate::problem::Problems;
use crate::render::Renderer;
use crate::report::som_json;

static EXAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/inputs/2024");

/// What the workbooks that are built in come to: the year 2024.
///
/// # Errors
/// As [`super::compute`]; none while the tests pass.
pub fn compute_example(chosen: &Urval, on_event: Beratta<'_>) -> Result<Berakning, Problems> {
    let bytes = |name: &str| EXAMPLE.get_file(name).map(|file| file.contents().to_vec());
    let books = mapp::known(&chosen.bidrag(), bytes);
    let read = read_books(Path::new("2024"), books, &[], Problems::new(), on_event);
    compute_books(read, on_event).map(|(computed, _)| computed)
}

/// Sets the chosen documents to be looked at: their PDFs, and a manifest that tells them from a year's set, so that
/// one preview may replace another and never a year.
///
/// # Errors
/// What the templates could not be made of.
pub fn preview(
    mut computed: Berakning,
    chosen: Vec<Valt>,
    options: &Val,
    on_event: Beratta<'_>,
) -> Result<Filer, Problems> {
    let Korning { mut val, indata, .. } = options.korning(&computed.indata);
    val.entry(manifest::URVAL.to_owned()).or_insert_with(|| "förhandsvisning".to_owned());
    let run = options.korning_of(val, indata);
    computed.report.korning.clone_from(&run.id);
    let renderer = Renderer::new(&options.mallar)?;
    on_event(Handelse::SkaSatta { antal: chosen.len() });
    let on_event = &|event| {
        on_event(match event {
            Handelse::Satt { dokument, mut filer } => {
                filer.retain(|(name, _)| is_pdf(name));
                Handelse::Satt { dokument, filer }
            }
            other => other,
        });
    };
    let (mut files, _) = alla_dokument(&computed, chosen, &renderer, options.standard, on_event)?;
    files.retain(|name, _| is_pdf(name));
    let manifest = som_json(&Manifest::ny(computed.ar, run, &files));
    files.insert("manifest.json".to_owned(), manifest);
    Ok(files)
}

fn is_pdf(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "pdf")
}
