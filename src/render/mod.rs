//! Rendering: a template and a document's JSON become a PDF, its tables a workbook.
//!
//! Tera makes the words ([`tera`]) of templates that know their places ([`prepare`]), Typst the pages ([`world`],
//! [`pdf`]), `rust_xlsxwriter` the sheets ([`xlsx`]). Nothing here knows a grant or a document; of the report only the forms that are printed.
//! Nothing reads a file, a clock or the environment.
//!
//! Without the feature `typeset` there is no Typst: the words are filled in all the same, and no page is set.

#[cfg(feature = "typeset")]
mod complaints;
#[cfg(feature = "typeset")]
mod pdf;
mod pieces;
mod prepare;
#[cfg(feature = "typeset")]
mod prose;
#[cfg(feature = "typeset")]
mod running;
mod standard;
mod strays;
mod templates;
mod tera;
#[cfg(feature = "typeset")]
mod world;
mod xlsx;

use std::fmt;

use serde_json::Value;

#[cfg(feature = "typeset")]
pub(crate) use pdf::alone;
#[cfg(feature = "typeset")]
pub use running::running_text;
pub use standard::PdfStandard;
pub use templates::Templates;
pub use xlsx::table_xlsx;

use crate::problem::Problems;
use crate::report::Published;

/// Whether this build sets pages, or only fills in the words.
pub const TYPESETS: bool = cfg!(feature = "typeset");

/// A document that was set.
#[derive(Debug)]
pub(crate) struct Set {
    /// The page, or pages.
    pub(crate) pdf: Vec<u8>,
    /// The running text its template was filled to, in order.
    pub(crate) text: Vec<String>,
}

/// Renders documents. Made once for a run and shared by all its threads.
pub struct Renderer {
    /// The templates, where any of them is the user's own.
    own: Option<Templates>,
    word: tera::Words,
    #[cfg(feature = "typeset")]
    base: world::Base,
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").finish_non_exhaustive()
    }
}

impl Renderer {
    /// Reads and parses all templates.
    ///
    /// # Errors
    /// A template or typeface that cannot be read.
    pub fn new(templates: &Templates) -> Result<Self, Problems> {
        Ok(Self {
            own: (*templates != Templates::builtin()).then(|| templates.clone()),
            word: tera::Words::read(templates)?,
            #[cfg(feature = "typeset")]
            base: world::Base::read(templates)?,
        })
    }

    /// Whether a document is set by the program's own templates alone.
    pub(crate) fn is_builtin(&self, template: &str) -> bool {
        self.own.as_ref().is_none_or(|own| !own.are_own_for(template))
    }

    /// A document as PDF. `template` is the path of its template, `json` the document.
    ///
    /// # Errors
    /// Whatever Tera or Typst complains about, warnings too.
    #[cfg(feature = "typeset")]
    pub fn pdf(
        &self,
        template: &str,
        json: &Published,
        standard: PdfStandard,
    ) -> Result<Vec<u8>, Problems> {
        self.set(template, json, standard).map(|set| set.pdf)
    }

    #[cfg(feature = "typeset")]
    fn set(
        &self,
        template: &str,
        json: &Published,
        standard: PdfStandard,
    ) -> Result<Set, Problems> {
        let Published { bytes, value } = json;
        let mut filled = self.word.fill(template, value)?;
        prose::at_signs_are_text(&mut filled);
        let mut source = filled.text.clone();
        if standard.with_attachment() {
            source.push_str(&bilaga(value));
        }
        let path = template.strip_suffix(templates::TERA).unwrap_or(template);
        let world = world::DocumentWorld::new(&self.base, path, source, bytes)?;
        let ident =
            format!("statsbidrag/{}/{}", of_the_head(value, "dokument"), of_the_head(value, "ar"));
        let pdf = pdf::insert(&world, &filled, template, &ident, standard)?;
        Ok(Set { pdf, text: running_text(&filled.text) })
    }

    /// What is printed of a document: its PDF.
    ///
    /// # Errors
    /// Whatever Tera or Typst complains about, warnings too.
    #[cfg(feature = "typeset")]
    pub(crate) fn printed(
        &self,
        template: &str,
        json: &Published,
        standard: PdfStandard,
    ) -> Result<Option<Set>, Problems> {
        self.set(template, json, standard).map(Some)
    }

    /// What is printed of a document: nothing, once its words are filled in.
    ///
    /// # Errors
    /// Whatever Tera complains about.
    #[cfg(not(feature = "typeset"))]
    pub(crate) fn printed(
        &self,
        template: &str,
        json: &Published,
        _: PdfStandard,
    ) -> Result<Option<Set>, Problems> {
        self.typst_source(template, &json.value).map(|_| None)
    }

    /// The Typst source a template becomes, for review and measurement.
    ///
    /// # Errors
    /// Whatever Tera complains about.
    pub fn typst_source(&self, template: &str, json: &Value) -> Result<String, Problems> {
        self.word.fill(template, json).map(|filled| filled.text)
    }

    /// Lets go of what Typst remembers and the last document did not use. Called between documents, it
    /// keeps memory flat and what documents share at hand; safe while other threads render.
    pub fn clean_up() {
        #[cfg(feature = "typeset")]
        typst::comemo::evict(1);
    }
}

/// The Typst source that attaches the JSON.
#[cfg(feature = "typeset")]
fn bilaga(json: &Value) -> String {
    let mut name = Vec::new();
    // Writing to memory cannot fail.
    let _ = tera::escape(&of_the_head(json, "dokument"), &mut name);
    format!(
        "\n#pdf.attach(\"/{}.json\", read(\"{}\", encoding: none), relationship: \"data\", \
         mime-type: \"application/json\", description: \"Dokumentets uppgifter i maskinläsbar form\")\n",
        String::from_utf8_lossy(&name),
        world::DATA,
    )
}

fn of_the_head(json: &Value, name: &str) -> String {
    match json.get("huvud").and_then(|head| head.get(name)) {
        Some(Value::String(text)) => text.clone(),
        Some(something_else) => something_else.to_string(),
        None => String::new(),
    }
}
