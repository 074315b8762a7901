//! A month of an agreement year: a twelfth of each region's grant, what twelve rounded months miss the
//! grant by, and how the last payment settles that.

use super::{BESLUT, Belopp, VART};
use crate::figure::{Namn, Rule, Trace};
use crate::quantity::Antal;
use crate::quantity::avrundning::Avrundning;

static MANADSBELOPP: Rule = Rule {
    id: "regleringsbrev.manadsbelopp",
    text: "En tolftedel av avtalsårets bidrag, avrundad till hela kronor per region (half_up).",
    kalla: BESLUT,
};
static RESIDUAL: Rule = Rule {
    id: "regleringsbrev.manader_residual",
    text: "Tolv avrundade månadsbelopp minus avtalsårets bidrag.",
    kalla: VART,
};
static PLACERAD: Rule = Rule {
    id: "regleringsbrev.residual_placerad",
    text: "Återstoden med omvänt tecken: det som avtalsårets sista betalning ändras med när beslutet placerar den där.",
    kalla: VART,
};
static SUMMA: Rule = Rule {
    id: "regleringsbrev.manader_summa",
    text: "Regionernas belopp för avtalsåret, summerade.",
    kalla: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&MANADSBELOPP, &RESIDUAL, &PLACERAD, &SUMMA];

/// The months of an agreement year.
#[derive(Clone, Debug)]
pub struct Avtalsar {
    /// The agreement year.
    pub ar: i32,
    /// The grant of the year.
    pub bidrag: Belopp,
    /// A twelfth of it.
    pub manadsbelopp: Belopp,
    /// Twelve months less the grant.
    pub residual: Belopp,
}

/// Computes the months of an agreement year.
pub fn berakna(trace: &mut Trace, namn: &Namn, ar: i32, bidrag: &Belopp) -> Avtalsar {
    let id = format!("manadsbelopp_{ar}");
    let manad = bidrag.per_region.map(|region, bidrag| {
        trace.derive(&MANADSBELOPP, namn.region(region, &id), bidrag.clone(), |bidrag| {
            (bidrag.exakt() / Antal::fran_heltal(12)).avrunda(Avrundning::HalfUp)
        })
    });
    let manadsbelopp = Belopp::summera(trace, namn, &SUMMA, &id, manad);
    let id = format!("manader_residual_{ar}");
    let residual = manadsbelopp.per_region.map(|region, manad| {
        trace.derive(
            &RESIDUAL,
            namn.region(region, &id),
            (manad.clone(), bidrag.per_region.i(region).clone()),
            |(manad, bidrag)| manad * Antal::fran_heltal(12) - bidrag,
        )
    });
    let residual = Belopp::summera(trace, namn, &SUMMA, &id, residual);
    Avtalsar { ar, bidrag: bidrag.clone(), manadsbelopp, residual }
}

/// What the agreement year's last payment is changed by, where the residual is placed in it.
pub fn placera(trace: &mut Trace, namn: &Namn, avtalsar: &Avtalsar) -> Belopp {
    let id = format!("residual_placerad_{}", avtalsar.ar);
    let placerad = avtalsar.residual.per_region.map(|region, residual| {
        trace.derive(&PLACERAD, namn.region(region, &id), residual.clone(), |residual| -residual)
    });
    Belopp::summera(trace, namn, &SUMMA, &id, placerad)
}
