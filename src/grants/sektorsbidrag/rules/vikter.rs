//! What the amount is shared by: each region's population times its standard cost per inhabitant.

use super::{BESLUT, VART};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::{Andel, Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static FOLK: Rule = Rule {
    id: "sektorsbidrag.befolkning_totalt",
    text: "Regionernas befolkning den 1 november, summerad.",
    kalla: BESLUT,
};
static STANDARDKOSTNAD: Rule = Rule {
    id: "sektorsbidrag.standardkostnad",
    text: "Regionens befolkning den 1 november gånger standardkostnaden per invånare, oavrundat.",
    kalla: BESLUT,
};
static TOTALT: Rule = Rule {
    id: "sektorsbidrag.standardkostnad_totalt",
    text: "Regionernas standardkostnader, summerade.",
    kalla: BESLUT,
};
static MEDEL: Rule = Rule {
    id: "sektorsbidrag.standardkostnad_medel",
    text: "Landets standardkostnad delad med landets befolkning.",
    kalla: VART,
};
static ANDEL: Rule = Rule {
    id: "sektorsbidrag.andel",
    text: "Regionens standardkostnad delad med landets standardkostnad.",
    kalla: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&FOLK, &STANDARDKOSTNAD, &TOTALT, &MEDEL, &ANDEL];

/// What the amount is shared by.
#[derive(Clone, Debug)]
pub struct Vikter {
    /// The country's population.
    pub folk: Figure<Invanare>,
    /// Each region's share of the amount.
    pub andel: PerRegion<Figure<Andel>>,
}

/// Computes the weights and shares.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    befolkning: &PerRegion<Figure<Invanare>>,
    per_inv: &PerRegion<Figure<KronorPerInvanare>>,
) -> Vikter {
    let folk = trace.derive(&FOLK, namn.riket("befolkning"), befolkning.clone(), |folk| {
        folk.varden().iter().copied().sum::<Invanare>()
    });
    let kostnad = per_inv.map(|region, per_inv| {
        trace.derive(
            &STANDARDKOSTNAD,
            namn.region(region, "standardkostnad"),
            (per_inv.clone(), befolkning.i(region).clone()),
            |(per_inv, folk)| per_inv * folk,
        )
    });
    let totalt = trace.derive(&TOTALT, namn.riket("standardkostnad"), kostnad.clone(), |kostnad| {
        kostnad.varden().iter().cloned().sum::<Kronor>()
    });
    trace.derive(
        &MEDEL,
        namn.riket("standardkostnad_per_inv"),
        (totalt.clone(), folk.clone()),
        |(totalt, folk)| totalt / folk,
    );
    let andel = kostnad.map(|region, kostnad| {
        trace.derive(
            &ANDEL,
            namn.region(region, "andel"),
            (kostnad.clone(), totalt.clone()),
            |(kostnad, totalt)| kostnad / totalt,
        )
    });
    Vikter { folk, andel }
}
