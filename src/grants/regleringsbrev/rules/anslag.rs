//! The appropriation: what it holds, and what the budget year uses of it.

use super::{BESLUT, VART};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::HelaKronor;

static BELOPP: Rule = Rule {
    id: "regleringsbrev.anslag_belopp",
    text: "Anslagsposternas belopp, summerade.",
    kalla: BESLUT,
};
static ANVANT: Rule = Rule {
    id: "regleringsbrev.anslag_anvant",
    text: "Budgetårets utbetalningar till regionerna plus medlen på rekvisition.",
    kalla: VART,
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
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    poster: &[Figure<HelaKronor>],
    aret: &Figure<HelaKronor>,
    avdrag: &[Figure<HelaKronor>],
) -> Anslag {
    let ihop = |delar: Vec<HelaKronor>| delar.into_iter().sum();
    let belopp = trace.derive(&BELOPP, namn.riket("anslag_belopp"), poster.to_vec(), ihop);
    let anvant: Vec<_> = std::iter::once(aret).chain(avdrag).cloned().collect();
    let anvant = trace.derive(&ANVANT, namn.riket("anslag_anvant"), anvant, ihop);
    Anslag { belopp, anvant }
}
