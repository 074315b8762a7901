//! The sheet Avstämning as figures and choices: read whole or not at all.

use crate::allocation::Residual;
use crate::contract::regleringsbrev as contract;
use crate::figure::{CellRef, Figure};
use crate::grants::Reader;
use crate::grants::regleringsbrev::schema::{AVRAKNING, NYCKEL, sheet};
use crate::quantity::{Andel, Kronor};

/// What is settled with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Avrakning {
    /// The drug benefit and hepatitis C against one base, net of återbäring.
    Tillsammans,
    /// Each against its own base.
    VarForSig,
}

impl Avrakning {
    /// The words for the two.
    pub const VAL: [(&'static str, Self); 2] =
        [(AVRAKNING[0], Self::Tillsammans), (AVRAKNING[1], Self::VarForSig)];

    /// Its words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Tillsammans => AVRAKNING[0],
            Self::VarForSig => AVRAKNING[1],
        }
    }
}

/// What the amounts are shared out by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The regions' grants for the agreement year.
    Statsbidrag,
    /// Population on 31 August of the agreement year.
    Befolkning,
}

impl Key {
    /// The words for the two.
    pub const VAL: [(&'static str, Self); 2] =
        [(NYCKEL[0], Self::Statsbidrag), (NYCKEL[1], Self::Befolkning)];
}

/// What was agreed and what it came to, for the country; kr.
#[derive(Clone, Debug)]
pub struct Avstamning {
    /// What is settled with what.
    pub avrakning: Avrakning,
    /// Where that is said.
    pub avrakning_cell: CellRef,
    /// The drug benefit as agreed, before återbäring.
    pub bas_formanen: Figure<Kronor>,
    /// Hepatitis C as agreed: the compensated share of the forecast.
    pub bas_hepatit_c: Figure<Kronor>,
    /// The state's share of the forecast återbäring, without sign; zero in a gross agreement.
    pub bas_aterbaring: Figure<Kronor>,
    /// What the drug benefit came to, before återbäring.
    pub utfall_formanen: Figure<Kronor>,
    /// What hepatitis C came to, all of it.
    pub hepatit_c_kostnad: Figure<Kronor>,
    /// The share of that cost that the agreement compensates.
    pub hepatit_c_andel: Figure<Andel>,
    /// The state's share of the återbäring, without sign; zero in a gross agreement.
    pub utfall_aterbaring: Figure<Kronor>,
    /// The deviation from the base that is not shared, as a share of it.
    pub grans: Figure<Andel>,
    /// The state's share of what lies beyond the limit.
    pub statens_andel: Figure<Andel>,
    /// What the amounts are shared out by.
    pub key: Key,
    /// Who takes what rounding leaves over.
    pub residual: Residual,
}

/// Reads the sheet: `Some(None)` where nothing is filled in, `None` where something in it is missing or
/// wrong, which has been reported.
#[expect(clippy::option_option, reason = "not there and not usable are two answers")]
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Option<Avstamning>> {
    let sida = sheet::AVSTAMNING;
    if !reader.book.has(sida) {
        return Some(None);
    }
    // Everything is read before anything is given up, so that every cell becomes a figure.
    let bas_formanen = reader.figure(sida, &contract::AVSTAMNING_BAS_FORMANEN);
    let bas_hepatit_c = reader.figure(sida, &contract::AVSTAMNING_BAS_HEPATIT_C);
    let bas_aterbaring = reader.figure(sida, &contract::AVSTAMNING_BAS_ATERBARING);
    let utfall_formanen = reader.figure(sida, &contract::AVSTAMNING_UTFALL_FORMANEN);
    let hepatit_c_kostnad = reader.figure(sida, &contract::AVSTAMNING_HEPATIT_C_KOSTNAD);
    let hepatit_c_andel = reader.figure(sida, &contract::AVSTAMNING_HEPATIT_C_ANDEL);
    let utfall_aterbaring = reader.figure(sida, &contract::AVSTAMNING_UTFALL_ATERBARING);
    let grans = reader.figure(sida, &contract::AVSTAMNING_GRANS);
    let statens_andel = reader.figure(sida, &contract::AVSTAMNING_STATENS_ANDEL);
    let avrakning = reader.book.text(sida, "avstamning_avrakning")?;
    let residual = reader.book.text(sida, "avstamning_residual")?;
    Some(Some(Avstamning {
        avrakning: reader.choice(sida, "avstamning_avrakning", &Avrakning::VAL)?,
        avrakning_cell: avrakning.cell,
        bas_formanen: bas_formanen?,
        bas_hepatit_c: bas_hepatit_c?,
        bas_aterbaring: bas_aterbaring?,
        utfall_formanen: utfall_formanen?,
        hepatit_c_kostnad: hepatit_c_kostnad?,
        hepatit_c_andel: hepatit_c_andel?,
        utfall_aterbaring: utfall_aterbaring?,
        grans: grans?,
        statens_andel: statens_andel?,
        key: reader.choice(sida, "avstamning_fordelas_efter", &Key::VAL)?,
        residual: Residual::find(&residual.value, None)?,
    }))
}
