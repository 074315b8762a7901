//! Two sets held against each other, as a paper.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::{Andring, Jamforelse, Skillnad, Uppsattning};
use super::{effects, shown, tables};
use crate::report::head::Huvud;
use crate::report::number::Datum;
use crate::report::table::Tabell;
use crate::report::text_table::Texttabell;

/// A comparison, as it is printed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own that the page asks"
)]
pub struct Jamforelseblad {
    /// Title, date and status.
    pub huvud: Huvud,
    /// The older set.
    pub gammal: Uppsattning,
    /// The newer one.
    pub ny: Uppsattning,
    /// Whether they are of the same year.
    pub samma_ar: bool,
    /// Whether the same program made both.
    pub samma_program: bool,
    /// Whether no numbers in the workbooks and no amounts differ.
    pub lika: bool,
    /// Whether the one grant is net of återbäring and the other is not.
    pub brott_brutto_netto: bool,
    /// The workbooks that differ though no number in them does that an amount comes of, for a sentence; none if there are
    /// none.
    pub utan_andrade_tal: Option<String>,
    /// The data that differ; none if none do.
    pub celler: Option<Texttabell>,
    /// The dates and numbers of documents that differ, between sets of the same year; none if none do.
    pub handlingar: Option<Texttabell>,
    /// What is granted and paid in one of the sets alone; none if nothing is.
    pub belopp_i_en: Option<Texttabell>,
    /// What is granted and paid, recipient by recipient, where any of it differs.
    pub belopp: Vec<Tabell>,
    /// What those differences come of.
    pub orsaker: Vec<Tabell>,
    /// The rules that are others, by grant, as they are worded now, or were.
    pub regler: Vec<String>,
    /// What stands in cells for the whole country and is another, old and new.
    pub parametrar: Option<Texttabell>,
    /// What stands there and is the same.
    pub parametrar_lika: Option<Texttabell>,
}

/// The version of its JSON.
const VERSION: u32 = 1;

/// The document's id, which also names its files.
pub const ID: &str = "jamforelse";

/// Its template.
pub const TEMPLATE: &str = "jamforelse/main.typ.tera";

/// The comparison as a paper of a day; `run` is its own id, and `example` which examples the sets rest on.
#[must_use]
pub fn paper(found: &Jamforelse, run: &str, datum: Datum, example: Option<&str>) -> Jamforelseblad {
    let Jamforelse { gammal, ny, samma_program, .. } = found;
    let samma_ar = gammal.ar == ny.ar;
    let titel = if samma_ar {
        format!("Jämförelse av två körningar för {}", ny.ar)
    } else {
        format!("Jämförelse av {} och {}", gammal.ar, ny.ar)
    };
    let mut huvud = Huvud::of(titel, datum);
    huvud.of_comparison((ID, VERSION), run, ny.ar, example);
    let headings = ["Tidigare", "Nu", "Skillnad"].map(str::to_owned);
    let (belopp, orsaker) = effects::amounts_and_causes(&found.siffror, &headings);
    let celler = tables::cells(found);
    let [parametrar, parametrar_lika] = tables::parameters(found);
    let regler = found.regler.iter().map(|one| {
        let how = match one.andring {
            Andring::Andrad => "ändrad",
            Andring::Tillkommer => "bara i den nyare",
            Andring::FallerBort => "bara i den äldre",
        };
        let grant = one.id.split('.').next().unwrap_or_default();
        format!("{}, {how}: {}", shown::grant(grant), one.words())
    });
    Jamforelseblad {
        huvud,
        samma_ar,
        samma_program: *samma_program,
        brott_brutto_netto: found.is_broken(),
        utan_andrade_tal: Some(crate::swedish::enumeration(&found.utan_andrade_tal))
            .filter(|names| !names.is_empty()),
        lika: celler.is_none() && !found.siffror.iter().any(Skillnad::differs),
        celler,
        handlingar: tables::references(found),
        belopp_i_en: effects::one_sided(&found.siffror),
        belopp,
        orsaker,
        regler: regler.collect(),
        parametrar,
        parametrar_lika,
        gammal: gammal.clone(),
        ny: ny.clone(),
    }
}

impl Jamforelse {
    /// Everything as lists, for a workbook.
    #[must_use]
    pub fn lists(&self) -> Vec<Texttabell> {
        tables::lists(self)
    }
}
