//! What the papers of the regleringsbrev have in common, as data: the decision, the agreements, the
//! payments and the adjustments. Each paper's own form stands in its file.

use schemars::JsonSchema;
use serde::Serialize;

use super::KR;
use crate::contract::{CountryPromise, Kept, regleringsbrev as contract};
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::payment::Betalning;
use crate::report::{Lasning, Visning};
use crate::svenska;

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

impl Beslut {
    pub(super) fn read(las: &Lasning<'_>) -> Self {
        Self {
            myndighet: las.fact(&contract::BESLUT_MYNDIGHET),
            departement: las.fact(&contract::BESLUT_DEPARTEMENT),
            nummer: las.fact(&contract::BESLUT_NUMMER),
            datum: las.fact(&contract::BESLUT_DATUM).into(),
            diarienummer: las.fact(&contract::BESLUT_DIARIENUMMER),
            anslag: las.fact(&contract::ANSLAG),
            anslagsnamn: las.fact(&contract::ANSLAGSNAMN),
            mottagare: las.fact(&contract::BESLUT_MOTTAGARE),
            utkast: las.fact(&contract::BESLUT_STATUS) == contract::UTKAST,
        }
    }
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

impl From<&contract::Avtal> for Avtal {
    fn from(avtal: &contract::Avtal) -> Self {
        Self {
            avtalsar: avtal.avtalsar,
            regeringsbeslut: avtal.regeringsbeslut.clone(),
            datum: avtal.datum.into(),
            diarienummer: avtal.diarienummer.clone(),
        }
    }
}

/// A month's payment.
pub(super) fn betalning(las: &Lasning<'_>, betalning: &contract::Betalning) -> Betalning {
    let (manad, avtalsar) = (betalning.manad, betalning.avtalsar());
    let justerat = !betalning.justeringar.is_empty();
    let placerad = contract::RESIDUAL_PLACERAD.at(avtalsar);
    Betalning {
        manad: svenska::manad_och_ar(manad),
        kostnadsmanad: svenska::manad_och_ar(betalning.kostnad),
        avtalsar,
        bilaga: betalning.bilaga,
        dag: las.day(&contract::UTBETALNINGSDAG.at(manad)).into(),
        manadsbelopp: kr(las, &contract::MANADSBELOPP.at(avtalsar)),
        justering: justerat.then(|| kr(las, contract::JUSTERAT.at(manad).kept())),
        residual: betalning.residual.then(|| kr(las, placerad.kept())),
        totalt: kr(las, &contract::UTBETALNING.at(manad)),
    }
}

/// Kronor of the country.
pub(super) fn kr(las: &Lasning<'_>, promise: &(impl CountryPromise + Kept)) -> Siffra {
    las.figure(promise).som(KR)
}

/// A sentence from the workbook without its full stop: the template sets it.
pub(super) fn utan_punkt(text: &str) -> String {
    text.trim_end().trim_end_matches('.').to_owned()
}

/// An adjustment: what it is for, when it is paid, and what it comes to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justering {
    /// What it is for.
    pub slag: contract::Justering,
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

impl Justering {
    pub(super) fn read(las: &Lasning<'_>, rad: &contract::Justeringsrad) -> Self {
        Self {
            slag: rad.slag,
            rubrik: rad.rubrik.clone(),
            skal: utan_punkt(&rad.skal),
            manad: svenska::manad_och_ar(rad.manad),
            bilaga: Some(rad.bilaga),
            avtalsar: rad.avtalsar,
            raknad: rad.raknad,
            totalt: las.figure(contract::JUSTERING.at(rad.slag).kept()).forandring(KR),
        }
    }
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

impl ForklaradJustering {
    pub(super) fn read(las: &Lasning<'_>, justering: Justering) -> Self {
        let slag = justering.slag;
        let aterbaring =
            [contract::Justering::AterbaringPrognos, contract::Justering::AterbaringSlutlig];
        let andel =
            aterbaring.contains(&slag).then(|| las.maybe_figure(&contract::ATERBARING_ANDEL));
        let ihsi = (slag == contract::Justering::Ihsi).then(|| Ihsi::read(las));
        Self {
            justering,
            aterbaring_andel: andel.flatten().map(|andel| andel.som(Visning::Procent(4))),
            ihsi: ihsi.flatten(),
        }
    }
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

impl Ihsi {
    fn read(las: &Lasning<'_>) -> Option<Self> {
        let slutligt = las.maybe_figure(&contract::IHSI_SLUTLIGT)?.som(KR);
        Some(Self {
            preliminart: kr(las, contract::IHSI_PRELIMINART.kept()),
            slutligt,
            grans: kr(las, contract::IHSI_GRANS.kept()),
        })
    }
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
