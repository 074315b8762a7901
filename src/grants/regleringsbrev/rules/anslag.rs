//! The appropriation: what it holds, and what the budget year uses of it.

use super::{BESLUT, VART};
use crate::contract::{Calculation, regleringsbrev as contract};
use crate::figure::{Figure, Rule, sum};
use crate::quantity::HelaKronor;

static BELOPP: Rule = Rule {
    id: "regleringsbrev.anslag_belopp",
    text: "Anslagsposternas belopp, summerade.",
    source: BESLUT,
};
static ANVANT: Rule = Rule {
    id: "regleringsbrev.anslag_anvant",
    text: "Budgetårets utbetalningar till regionerna plus medlen på rekvisition.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&BELOPP, &ANVANT];

/// The appropriation.
#[derive(Clone, Debug)]
pub struct Anslag {
    /// What it holds, kr.
    pub belopp: Figure<HelaKronor>,
    /// What the budget year uses, kr.
    pub anvant: Figure<HelaKronor>,
}

/// Computes both.
pub fn compute(
    calc: &mut Calculation<'_>,
    poster: &[Figure<HelaKronor>],
    aret: &Figure<HelaKronor>,
    avdrag: &[Figure<HelaKronor>],
) -> Anslag {
    let belopp = calc.define(&BELOPP, &contract::ANSLAG_BELOPP, sum(poster));
    let anvant = sum(std::iter::once(aret).chain(avdrag));
    let anvant = calc.define(&ANVANT, &contract::ANSLAG_ANVANT, anvant);
    Anslag { belopp, anvant }
}
