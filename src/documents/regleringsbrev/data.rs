//! What the papers of the regleringsbrev have in common, as data: the decision, the agreements, the
//! payments and the adjustments. Each paper's own form stands in its file.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::delar::{Datum, Forandring, Siffra};

/// The decision the papers belong to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslut {
    /// `Regeringen`.
    pub myndighet: String,
    /// `Socialdepartementet`.
    pub departement: String,
    /// `II:1`.
    pub nummer: String,
    /// The date.
    pub datum: Datum,
    /// Diarienummer.
    pub diarienummer: String,
    /// `1:5`.
    pub anslag: String,
    /// `Bidrag för läkemedelsförmånerna`.
    pub anslagsnamn: String,
    /// To whom: `Kammarkollegiet`.
    pub mottagare: String,
    /// Whether it has not been taken yet; the papers then say so on every page.
    pub utkast: bool,
}

/// The agreement some months are paid by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avtal {
    /// The agreement year.
    pub avtalsar: i32,
    /// The government's decision to approve it: number.
    pub regeringsbeslut: String,
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
}

/// What an adjustment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Slag {
    /// The state's share of the forecast återbäring is deducted.
    AterbaringPrognos,
    /// The IHSI fee became another in kronor than was deducted.
    Ihsi,
    /// Profit and loss sharing for the förmån alone.
    VinstForlustFormanen,
    /// Profit and loss sharing for hepatitis C alone.
    VinstForlustHepatitC,
    /// Profit and loss sharing for both together.
    VinstForlustTillsammans,
    /// The final återbäring became another than the forecast.
    AterbaringSlutlig,
    /// Anything else; the reason says what.
    Annan,
}

impl Slag {
    const ALLA: [(&'static str, Self); 7] = [
        ("aterbaring_prognos", Self::AterbaringPrognos),
        ("ihsi", Self::Ihsi),
        ("vinst_forlust_formanen", Self::VinstForlustFormanen),
        ("vinst_forlust_hepatit_c", Self::VinstForlustHepatitC),
        ("vinst_forlust_tillsammans", Self::VinstForlustTillsammans),
        ("aterbaring_slutlig", Self::AterbaringSlutlig),
        ("annan", Self::Annan),
    ];

    /// The kind with an id.
    pub(super) fn av(id: &str) -> Self {
        let hittad = Self::ALLA.iter().find(|(namn, _)| *namn == id);
        hittad.unwrap_or_else(|| panic!("there is no adjustment {id}")).1
    }
}

/// An adjustment: what it is for, when it is paid, and what it comes to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justering {
    /// What it is for.
    pub slag: Slag,
    /// The heading of its column: `Justering återbäring`.
    pub rubrik: String,
    /// The reason the workbook gives, without a full stop.
    pub skal: String,
    /// The month it is paid in: `maj 2024`.
    pub manad: String,
    /// The annex that orders it, if any does.
    pub bilaga: Option<u32>,
    /// The agreement year it concerns.
    pub avtalsar: i32,
    /// Whether the amounts follow from a rule; else the workbook states them.
    pub raknad: bool,
    /// All regions together, kr.
    pub totalt: Forandring,
}

/// An adjustment as the annex that orders it explains it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ForklaradJustering {
    /// The adjustment.
    #[serde(flatten)]
    pub justering: Justering,
    /// The state's share of the återbäring, percent: only where the adjustment is for it.
    pub aterbaring_andel: Option<Siffra>,
    /// The fee behind it: only for IHSI, and only where the workbook states it.
    pub ihsi: Option<Ihsi>,
}

/// The IHSI fee: deducted at a preliminary rate, adjusted if the final cost is another.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ihsi {
    /// What was deducted, kr.
    pub preliminart: Siffra,
    /// What it cost, kr.
    pub slutligt: Siffra,
    /// The difference that is not adjusted, kr.
    pub grans: Siffra,
}

/// A month with adjustments.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justerad {
    /// `maj 2024`.
    pub manad: String,
    /// How many columns adjust it.
    pub antal: usize,
    /// The headings of those columns, for a sentence.
    pub uppraknade: String,
}
