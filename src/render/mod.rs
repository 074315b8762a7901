//! Rendering: a template and a document's JSON become a PDF, its tables a workbook.
//!
//! Tera makes the words ([`tera`]) of templates that know their places ([`prepare`]), Typst the pages ([`world`],
//! [`pdf`]), `rust_xlsxwriter` the sheets ([`xlsx`]). Nothing here knows a grant or a document; of the report only the forms that are printed.
//! Nothing reads a file, a clock or the environment.
//!
//! Without the feature `typeset` there is no Typst: the words are filled in all the same, and no page is set.

#[cfg(feature = "typeset")]
mod complaints;
mod mallar;
#[cfg(feature = "typeset")]
mod pdf;
mod pieces;
mod prepare;
#[cfg(feature = "typeset")]
mod prose;
mod standard;
mod strays;
mod tera;
#[cfg(feature = "typeset")]
mod world;
mod xlsx;

use std::fmt;

use serde_json::Value;

pub use mallar::Mallar;
pub use standard::PdfStandard;
pub use xlsx::tabell_xlsx;

use crate::problem::Problems;
use crate::report::Published;

/// Whether this build sets pages, or only fills in the words.
pub const TYPESETS: bool = cfg!(feature = "typeset");

/// Renders documents. Made once for a run and shared by all its threads.
pub struct Renderer {
    ord: tera::Ord,
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
    pub fn new(mallar: &Mallar) -> Result<Self, Problems> {
        Ok(Self {
            ord: tera::Ord::las(mallar)?,
            #[cfg(feature = "typeset")]
            base: world::Base::las(mallar)?,
        })
    }

    /// A document as PDF. `mall` is the path of its template, `json` the document.
    ///
    /// # Errors
    /// Whatever Tera or Typst complains about, warnings too.
    #[cfg(feature = "typeset")]
    pub fn pdf(
        &self,
        mall: &str,
        json: &Published,
        standard: PdfStandard,
    ) -> Result<Vec<u8>, Problems> {
        let Published { bytes, value } = json;
        let mut filled = self.ord.fyll(mall, value)?;
        prose::at_signs_are_text(&mut filled);
        let mut kalla = filled.text.clone();
        if standard.med_bilaga() {
            kalla.push_str(&bilaga(value));
        }
        let path = mall.strip_suffix(mallar::TERA).unwrap_or(mall);
        let world = world::Dokumentvarld::ny(&self.base, path, kalla, bytes)?;
        let ident =
            format!("statsbidrag/{}/{}", huvudets(value, "dokument"), huvudets(value, "ar"));
        pdf::satt(&world, &filled, mall, &ident, standard)
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
    ) -> Result<Option<Vec<u8>>, Problems> {
        self.pdf(template, json, standard).map(Some)
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
    ) -> Result<Option<Vec<u8>>, Problems> {
        self.typst_kalla(template, &json.value).map(|_| None)
    }

    /// The Typst source a template becomes, for review and measurement.
    ///
    /// # Errors
    /// Whatever Tera complains about.
    pub fn typst_kalla(&self, mall: &str, json: &Value) -> Result<String, Problems> {
        self.ord.fyll(mall, json).map(|filled| filled.text)
    }

    /// Lets go of what Typst remembers and the last document did not use. Called between documents, it
    /// keeps memory flat and what documents share at hand; safe while other threads render.
    pub fn stada() {
        #[cfg(feature = "typeset")]
        typst::comemo::evict(1);
    }
}

/// The Typst source that attaches the JSON.
#[cfg(feature = "typeset")]
fn bilaga(json: &Value) -> String {
    let mut namn = Vec::new();
    // Writing to memory cannot fail.
    let _ = tera::skydda(&huvudets(json, "dokument"), &mut namn);
    format!(
        "\n#pdf.attach(\"/{}.json\", read(\"{}\", encoding: none), relationship: \"data\", \
         mime-type: \"application/json\", description: \"Dokumentets uppgifter i maskinläsbar form\")\n",
        String::from_utf8_lossy(&namn),
        world::DATA,
    )
}

fn huvudets(json: &Value, namn: &str) -> String {
    match json.get("huvud").and_then(|huvud| huvud.get(namn)) {
        Some(Value::String(text)) => text.clone(),
        Some(annat) => annat.to_string(),
        None => String::new(),
    }
}
