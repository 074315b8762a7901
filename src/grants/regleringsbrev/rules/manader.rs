//! A month of an agreement year: a twelfth of each region's grant, what twelve rounded months miss the
//! grant by, and how the last payment settles that.

use super::{BESLUT, Belopp, VART};
use crate::contract::{Calculation, regleringsbrev as contract};
use crate::figure::{Rule, count, round};

static MANADSBELOPP: Rule = Rule {
    id: "regleringsbrev.manadsbelopp",
    text: "En tolftedel av avtalsårets bidrag, avrundad till hela kronor per region (half_up).",
    source: BESLUT,
};
static RESIDUAL: Rule = Rule {
    id: "regleringsbrev.manader_residual",
    text: "Tolv avrundade månadsbelopp minus avtalsårets bidrag.",
    source: VART,
};
static PLACERAD: Rule = Rule {
    id: "regleringsbrev.residual_placerad",
    text: "Återstoden med omvänt tecken: det som avtalsårets sista betalning ändras med när beslutet placerar den där.",
    source: VART,
};
static SUMMA: Rule = Rule {
    id: "regleringsbrev.manader_summa",
    text: "Regionernas belopp för avtalsåret, summerade.",
    source: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&MANADSBELOPP, &RESIDUAL, &PLACERAD, &SUMMA];

/// The months of an agreement year.
#[derive(Clone, Debug)]
pub struct Avtalsar<'a> {
    /// The agreement year.
    pub ar: i32,
    /// The grant of the year.
    pub bidrag: &'a Belopp,
    /// A twelfth of it.
    pub manadsbelopp: Belopp,
    /// Twelve months less the grant.
    pub residual: Belopp,
}

/// Computes the months of an agreement year.
pub fn compute<'a>(calc: &mut Calculation<'_>, ar: i32, bidrag: &'a Belopp) -> Avtalsar<'a> {
    let promise = &contract::MANADSBELOPP.at(ar);
    let manadsbelopp = Belopp::define(calc, (&MANADSBELOPP, &SUMMA), promise, |region| {
        round(bidrag.per_region[region].exact() / count(12))
    });
    let promise = &contract::MANADER_RESIDUAL.at(ar);
    let residual = Belopp::define(calc, (&RESIDUAL, &SUMMA), promise, |region| {
        &manadsbelopp.per_region[region] * count(12) - &bidrag.per_region[region]
    });
    Avtalsar { ar, bidrag, manadsbelopp, residual }
}

/// What the agreement year's last payment is changed by, where the residual is placed in it.
pub fn placera(calc: &mut Calculation<'_>, avtalsar: &Avtalsar<'_>) -> Belopp {
    let promise = &contract::RESIDUAL_PLACERAD.at(avtalsar.ar);
    Belopp::define(calc, (&PLACERAD, &SUMMA), promise, |region| {
        -&avtalsar.residual.per_region[region]
    })
}
