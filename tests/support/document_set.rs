//! The whole set of files that a folder of workbooks, `inputs/2024` if nothing else, gives, made in this process. Knows no document's inside.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use statsbidrag::manifest::Fil;
use statsbidrag::output::Files;
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::pipeline::{self, Computed, Options};
use statsbidrag::render::{PdfStandard, Templates};

/// A set.
pub(crate) struct DocumentSet {
    /// The files, by name.
    pub(crate) files: Files,
    /// The id of the run.
    pub(crate) run: String,
}

/// The folder of the committed workbooks.
pub(crate) fn inputs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024")
}

/// What they come to.
pub(crate) fn compute() -> Computed {
    compute_in(&inputs())
}

/// What the workbooks of a folder come to.
pub(crate) fn compute_in(folder: &Path) -> Computed {
    pipeline::compute(folder, &Selection::default(), &|_| ())
        .unwrap_or_else(|problems| panic!("{problems}"))
}

/// All files the committed workbooks give, made once.
pub(crate) fn of_2024() -> &'static DocumentSet {
    static SET: OnceLock<DocumentSet> = OnceLock::new();
    SET.get_or_init(|| of(compute()))
}

/// All files of a computation.
pub(crate) fn of(computed: Computed) -> DocumentSet {
    some_of(computed, |_| true)
}

/// The files of some of its documents, by the ids of their copies.
pub(crate) fn some_of(computed: Computed, is_chosen: impl Fn(&str) -> bool) -> DocumentSet {
    let options = Options {
        selection: Selection::default(),
        templates: Templates::builtin(),
        standard: PdfStandard::A3a,
    };
    let run = options.run(&computed.inputs).id;
    let chosen = options.selection.edition(&computed.report, computed.year).expect("all of them");
    let chosen = chosen.into_iter().filter(|(_, copy)| is_chosen(&copy.id)).collect();
    let files = pipeline::make(computed, chosen, &options, &|_| ());
    let files = files.unwrap_or_else(|problems| panic!("{problems}"));
    if let Some(trace) = files.get("trace.json") {
        keep_trace(trace);
    }
    DocumentSet { files, run }
}

/// Keeps the trace of a set, for a checker that is no part of the tests to compute again: one of each.
pub(crate) fn keep_trace(trace: &[u8]) {
    let Some(folder) = option_env!("CARGO_TARGET_TMPDIR") else { return };
    let folder = Path::new(folder).with_file_name("spar");
    fs::create_dir_all(&folder).expect("a folder");
    let name = Fil::new("trace.json", trace).sha256;
    fs::write(folder.join(name).with_extension("json"), trace).expect("a file");
}

impl DocumentSet {
    /// The PDF files, by their names without the ending.
    #[cfg(feature = "typeset")]
    pub(crate) fn pdf(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .filter_map(|(name, bytes)| Some((name.strip_suffix(".pdf")?, bytes.as_slice())))
    }
}
