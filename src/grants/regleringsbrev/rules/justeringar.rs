//! The adjustments as they are paid: each kind's amount per region, computed where its inputs are
//! there, else as it was stated.

use super::{BESLUT, Belopp, VART, in_region};
use crate::contract::Calculation;
use crate::contract::regleringsbrev::{self as contract, Justering};
use crate::figure::Rule;
use crate::grants::regleringsbrev::inputs::HelaKolumn;

static ANGIVEN: Rule = Rule {
    id: "regleringsbrev.justering_angiven",
    text: "Justeringen som den står i arbetsboken.",
    source: BESLUT,
};
static AVRAKNAD: Rule = Rule {
    id: "regleringsbrev.justering_avraknad",
    text: "Regionens del av avräkningen av vinst och förlust.",
    source: BESLUT,
};
static SUMMA: Rule = Rule {
    id: "regleringsbrev.justering_summa",
    text: "Regionernas justeringar av samma slag, summerade.",
    source: BESLUT,
};
static ALLA: Rule = Rule {
    id: "regleringsbrev.justeringar",
    text: "Budgetårets alla justeringar, summerade.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&ANGIVEN, &AVRAKNAD, &SUMMA, &ALLA];

/// Stated amounts, as adjustments.
pub fn stated(calc: &mut Calculation<'_>, kind: &Justering, belopp: &HelaKolumn) -> HelaKolumn {
    calc.each(&ANGIVEN, &contract::JUSTERING.at(kind), |region| &belopp[region])
}

/// A settlement's parts, as adjustments.
pub fn avraknad(calc: &mut Calculation<'_>, kind: &Justering, belopp: &HelaKolumn) -> HelaKolumn {
    calc.each(&AVRAKNAD, &contract::JUSTERING.at(kind), |region| &belopp[region])
}

/// A kind's amounts with their sum.
pub fn summera(calc: &mut Calculation<'_>, kind: &Justering, per_region: HelaKolumn) -> Belopp {
    Belopp::summed(calc, &SUMMA, &contract::JUSTERING.at(kind), per_region)
}

/// All adjustments of the budget year together, zero if there are none.
pub fn all(calc: &mut Calculation<'_>, justeringar: &[&Belopp]) -> Belopp {
    let promise = &contract::JUSTERINGAR;
    Belopp::define(calc, (&ALLA, &ALLA), promise, |region| in_region(justeringar, region))
}
