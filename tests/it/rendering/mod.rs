//! Documents as a reader gets them: the sample documents under `tests/documents/samples` set to PDF and
//! read back. Knows no grants: the samples are plausible figures, not results.

mod avstamning;
mod beredskapen;
mod brevgrenar;
mod brevvarianter;
mod grenar;
mod mallar;
mod mallsprak;
mod medel;
mod medelvarianter;
mod ord;
mod pdf;
mod regionbesked;
mod skydd;
mod stjarnor;
mod vagar;
mod varianter;

use std::sync::OnceLock;

use serde_json::Value;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};
use statsbidrag::report::Published;

/// A document's template and its sample.
#[derive(Clone, Copy)]
pub(crate) struct Prov {
    pub(crate) mall: &'static str,
    pub(crate) json: &'static str,
}

pub(crate) const CIRKULAR: Prov = Prov {
    mall: "cirkular/main.typ.tera",
    json: include_str!("../../documents/samples/cirkular.json"),
};

/// An annex of several months, the first with an adjustment.
pub(crate) const BILAGA: Prov = Prov {
    mall: "bilaga/main.typ.tera",
    json: include_str!("../../documents/samples/bilaga-4.json"),
};

pub(crate) const BEREDSKAP: Prov = Prov {
    mall: "beredskap/main.typ.tera",
    json: include_str!("../../documents/samples/beredskap.json"),
};

/// An annex of one month with two adjustments.
pub(crate) const BILAGA2: Prov =
    Prov { json: include_str!("../../documents/samples/bilaga-2.json"), ..BILAGA };

pub(crate) const BREV: Prov = Prov {
    mall: "regleringsbrev/main.typ.tera",
    json: include_str!("../../documents/samples/regleringsbrev.json"),
};

pub(crate) const SAMLAT: Prov = Prov {
    mall: "regleringsbrev/samlat.typ.tera",
    json: include_str!("../../documents/samples/regleringsbrev-samlat.json"),
};

pub(crate) const PLAN: Prov = Prov {
    mall: "betalningsplan/main.typ.tera",
    json: include_str!("../../documents/samples/betalningsplan.json"),
};

pub(crate) const AVSTAMNING: Prov = Prov {
    mall: "avstamning/main.typ.tera",
    json: include_str!("../../documents/samples/avstamning.json"),
};
pub(crate) const SEKTORSBIDRAG: Prov = Prov {
    mall: "sektorsbidrag/main.typ.tera",
    json: include_str!("../../documents/samples/sektorsbidrag.json"),
};

pub(crate) const BESKED: Prov = Prov {
    mall: "besked/main.typ.tera",
    json: include_str!("../../documents/samples/besked.json"),
};

pub(crate) const REGIONBESKED: Prov = Prov {
    mall: "regionbesked/main.typ.tera",
    json: include_str!("../../documents/samples/regionbesked-12-skane.json"),
};

impl Prov {
    pub(crate) fn varde(self) -> Value {
        serde_json::from_str(self.json).expect("the sample is JSON")
    }

    /// As it stands in its file, byte for byte.
    pub(crate) fn publicerat(self) -> Published {
        Published { bytes: self.json.into(), value: self.varde() }
    }
}

pub(crate) fn renderer() -> &'static Renderer {
    static RENDERER: OnceLock<Renderer> = OnceLock::new();
    RENDERER.get_or_init(|| Renderer::new(&Mallar::inbyggda()).expect("the templates are whole"))
}

pub(crate) fn pdf(prov: Prov, json: &Value) -> Vec<u8> {
    let bytes = renderer().pdf(prov.mall, &Published::from(json.clone()), PdfStandard::A3a);
    bytes.unwrap_or_else(|problems| panic!("{problems}"))
}

/// All text, without the line ends and hyphens that setting it put in: words as they were written,
/// with one space between.
pub(crate) fn text(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).expect("the text can be read");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A place in a document's JSON, to read or change.
pub(crate) fn pekare<'a>(json: &'a mut Value, path: &str) -> &'a mut Value {
    json.pointer_mut(path).unwrap_or_else(|| panic!("there is no {path}"))
}
