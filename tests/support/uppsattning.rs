//! The whole set of files that a folder of workbooks, `inputs/2024` if nothing else, gives, made in this process. Knows no document's inside.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use statsbidrag::output::Filer;
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::pipeline::{self, Berakning, Val};
use statsbidrag::render::{Mallar, PdfStandard};

/// A set.
pub(crate) struct Uppsattning {
    /// The files, by name.
    pub(crate) filer: Filer,
    /// The id of the run.
    pub(crate) korning: String,
}

/// The folder of the committed workbooks.
pub(crate) fn indata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024")
}

/// What they come to.
pub(crate) fn berakna() -> Berakning {
    berakna_i(&indata())
}

/// What the workbooks of a folder come to.
pub(crate) fn berakna_i(mapp: &Path) -> Berakning {
    pipeline::compute(mapp, &Urval::default(), &|_| ())
        .unwrap_or_else(|problems| panic!("{problems}"))
}

/// All files the committed workbooks give, made once.
pub(crate) fn av_2024() -> &'static Uppsattning {
    static SET: OnceLock<Uppsattning> = OnceLock::new();
    SET.get_or_init(|| av(berakna()))
}

/// All files of a computation.
pub(crate) fn av(berakning: Berakning) -> Uppsattning {
    let val =
        Val { urval: Urval::default(), mallar: Mallar::inbyggda(), standard: PdfStandard::A3a };
    let korning = val.korning(&berakning.indata).id;
    let valda = val.urval.exemplar(&berakning.report, berakning.ar).expect("all of them");
    let filer = pipeline::make(berakning, valda, &val, &|_| ());
    Uppsattning { filer: filer.unwrap_or_else(|problems| panic!("{problems}")), korning }
}

impl Uppsattning {
    /// The PDF files, by their names without the ending.
    #[cfg(feature = "typeset")]
    pub(crate) fn pdf(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.filer
            .iter()
            .filter_map(|(namn, bytes)| Some((namn.strip_suffix(".pdf")?, bytes.as_slice())))
    }
}
