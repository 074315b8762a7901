//! Documents as a reader gets them: what a run of `inputs/2024` gives, set to PDF and read back, as it is and
//! varied by hand where 2024 does not go. Knows no rule: figures are what a run or a variation says.

mod agreement;
mod branches;
mod circular;
mod comparison;
mod decision;
mod deductions;
mod escaping;
mod follow_up;
mod funds;
mod language;
mod letter;
mod letter_decisions;
mod letter_status;
mod marks;
mod own_paragraphs;
mod paths;
mod pdf;
mod readback;
mod region_letter;
mod region_letter_parts;
mod region_letter_says;
mod requisition;
mod residual;
mod settlement;
mod sharing;
mod solidarity;
mod templates;
mod typst;
mod variations;
mod words;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::Schema;
use serde_json::Value;
use statsbidrag::comparison::paper::{self, Jamforelseblad};
use statsbidrag::comparison::rattelse::{self, Rattelse};
use statsbidrag::documents::{DOCUMENTS, Document, all_editions};
use statsbidrag::render::{PdfStandard, Renderer, Templates};
use statsbidrag::report::{Published, schema};

use crate::document_set::compute;
use crate::pages::is_reviewed;
use crate::run::diff_papers;

/// A copy of a document, by its id, as a run of 2024 makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sample(pub(crate) &'static str);

pub(crate) const CIRCULAR: Sample = Sample("cirkular");
pub(crate) const LETTER: Sample = Sample("regleringsbrev");
/// An annex of one month with two adjustments.
pub(crate) const ANNEX_OF_TWO: Sample = Sample("bilaga-2");
/// An annex of several months, the first with an adjustment.
pub(crate) const ANNEX: Sample = Sample("bilaga-4");
pub(crate) const ALL_IN_ONE: Sample = Sample("regleringsbrev-samlat");
pub(crate) const PLAN: Sample = Sample("betalningsplan");
pub(crate) const SETTLEMENT: Sample = Sample("avstamning");
pub(crate) const SECTOR: Sample = Sample("beslut-sektorsbidrag");
pub(crate) const OVERVIEW: Sample = Sample("besked");
pub(crate) const FOLLOW_UP: Sample = Sample("beredskap");
pub(crate) const COMPARISON: Sample = Sample("jamforelse");
pub(crate) const CORRECTION: Sample = Sample("rattelse");
pub(crate) const REGION_LETTER: Sample = Sample("regionbesked-12-skane");

/// What is set from a template: a document, or a paper of a comparison.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub(crate) id: &'static str,
    pub(crate) template: &'static str,
    pub(crate) schema: fn() -> Schema,
}

impl Kind {
    const fn of(document: &Document) -> Self {
        Self { id: document.id, template: document.template, schema: document.schema }
    }
}

/// The papers of a comparison.
const PAPERS: [Kind; 2] = [
    Kind { id: paper::ID, template: paper::TEMPLATE, schema: schema::<Jamforelseblad> },
    Kind { id: rattelse::ID, template: rattelse::TEMPLATE, schema: schema::<Rattelse> },
];

/// Every kind there is.
pub(crate) fn kinds() -> impl Iterator<Item = Kind> {
    DOCUMENTS.iter().map(|document| Kind::of(document)).chain(PAPERS)
}

/// A kind, and one of its copies.
type Copy = (Kind, Published);

/// Every copy of every document, computed once, by id.
fn copies() -> &'static BTreeMap<String, Copy> {
    static COPIES: OnceLock<BTreeMap<String, Copy>> = OnceLock::new();
    COPIES.get_or_init(|| {
        let mut run = compute();
        "0123456789abcdef".clone_into(&mut run.report.korning);
        let all = all_editions(&run.report, run.year).into_iter();
        let documents = all.map(|(document, copy)| {
            let paper = (document.paper)(&run.report, run.year, &copy);
            (copy.id, (Kind::of(document), paper.json))
        });
        let papers = PAPERS.map(|kind| (kind.id.to_owned(), (kind, diff_papers::sample(kind.id))));
        documents.chain(papers).collect()
    })
}

/// A sample of every document: all its copies but of the letters, which are alike, those under review.
pub(crate) fn samples() -> impl Iterator<Item = Sample> {
    copies().keys().filter(|id| is_reviewed(id)).map(|id| Sample(id))
}

/// A sample for each document, the first of its copies.
pub(crate) fn one_of_each() -> impl Iterator<Item = Sample> {
    kinds().map(|kind| {
        let own = samples().find(|sample| sample.kind().id == kind.id);
        own.unwrap_or_else(|| panic!("there is no {}", kind.id))
    })
}

impl Sample {
    fn copy(self) -> &'static Copy {
        copies().get(self.0).unwrap_or_else(|| panic!("2024 has no {}", self.0))
    }

    pub(crate) fn kind(self) -> Kind {
        self.copy().0
    }

    pub(crate) fn template(self) -> &'static str {
        self.kind().template
    }

    /// Its data, to vary.
    pub(crate) fn value(self) -> Value {
        self.published().value.clone()
    }

    /// As the run publishes it, byte for byte.
    pub(crate) fn published(self) -> &'static Published {
        &self.copy().1
    }
}

pub(crate) fn renderer() -> &'static Renderer {
    static RENDERER: OnceLock<Renderer> = OnceLock::new();
    RENDERER.get_or_init(|| Renderer::new(&Templates::builtin()).expect("the templates are whole"))
}

pub(crate) fn pdf(sample: Sample, json: &Value) -> Vec<u8> {
    let bytes = renderer().pdf(sample.template(), &Published::from(json.clone()), PdfStandard::A3a);
    bytes.unwrap_or_else(|problems| panic!("{}: {problems}", sample.0))
}

/// All text, without the line ends and hyphens that setting it put in: words as they were written,
/// with one space between.
pub(crate) fn text(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).expect("the text can be read");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// That a text says all of this.
pub(crate) fn says(text: &str, phrases: &[&str]) {
    // Hyphens at line ends are the setting's own.
    let text = text.replace("- ", "").replace(" \u{ad} ", "").replace('\u{a0}', " ");
    for phrase in phrases {
        assert!(text.contains(phrase), "{phrase:?} not in {text}");
    }
}

/// A place in a document's JSON, to read or change.
pub(crate) fn at<'a>(json: &'a mut Value, path: &str) -> &'a mut Value {
    json.pointer_mut(path).unwrap_or_else(|| panic!("there is no {path}"))
}
