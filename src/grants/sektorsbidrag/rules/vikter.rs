//! What the amount is shared by: each region's population times its standard cost per inhabitant.

use super::{BESLUT, VART};
use crate::contract::{Calculation, sektorsbidrag as contract};
use crate::figure::{Figure, Rule, total};
use crate::quantity::{Andel, Invanare, KronorPerInvanare};
use crate::region::PerRegion;

static FOLK: Rule = Rule {
    id: "sektorsbidrag.befolkning_totalt",
    text: "Regionernas befolkning den 1 november, summerad.",
    source: BESLUT,
};
static STANDARDKOSTNAD: Rule = Rule {
    id: "sektorsbidrag.standardkostnad",
    text: "Regionens befolkning den 1 november gånger standardkostnaden per invånare, oavrundat.",
    source: BESLUT,
};
static TOTALT: Rule = Rule {
    id: "sektorsbidrag.standardkostnad_totalt",
    text: "Regionernas standardkostnader, summerade.",
    source: BESLUT,
};
static MEDEL: Rule = Rule {
    id: "sektorsbidrag.standardkostnad_medel",
    text: "Landets standardkostnad delad med landets befolkning.",
    source: VART,
};
static ANDEL: Rule = Rule {
    id: "sektorsbidrag.andel",
    text: "Regionens standardkostnad delad med landets standardkostnad.",
    source: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&FOLK, &STANDARDKOSTNAD, &TOTALT, &MEDEL, &ANDEL];

/// What the amount is shared by.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The country's population.
    pub folk: Figure<Invanare>,
    /// Each region's share of the amount.
    pub andel: PerRegion<Figure<Andel>>,
}

/// Computes the weights and shares.
pub fn compute(
    calc: &mut Calculation<'_>,
    befolkning: &PerRegion<Figure<Invanare>>,
    per_inv: &PerRegion<Figure<KronorPerInvanare>>,
) -> Weights {
    let folk = calc.define(&FOLK, &contract::BEFOLKNING, total(|r| &befolkning[r]));
    let promise = &contract::STANDARDKOSTNAD;
    let kostnad = calc.each(&STANDARDKOSTNAD, promise, |r| &per_inv[r] * &befolkning[r]);
    let totalt = calc.define(&TOTALT, promise, total(|r| &kostnad[r]));
    calc.define(&MEDEL, &contract::STANDARDKOSTNAD_PER_INV, &totalt / &folk);
    let andel = calc.each(&ANDEL, &contract::ANDEL, |r| &kostnad[r] / &totalt);
    Weights { folk, andel }
}
