//! Where each region stands among the others: how far from the country's mean, and in which place.

use super::VART;
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::{Antal, KronorPerInvanare};
use crate::region::PerRegion;

static AVSTAND: Rule = Rule {
    id: "lakemedel.avstand",
    text: "Regionens kronor per invånare minus landets medeltal, båda oavrundade.",
    kalla: VART,
};
static PLATS: Rule = Rule {
    id: "lakemedel.plats",
    text: "Ett plus antalet regioner med fler kronor per invånare: plats 1 är högst, och lika belopp delar plats.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&AVSTAND, &PLATS];

/// Computes `<vad>_avstand` and `<vad>_plats` of every region.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    vad: &str,
    per_inv: &PerRegion<Figure<KronorPerInvanare>>,
    medel: &Figure<KronorPerInvanare>,
) {
    for (region, egen) in per_inv.iter() {
        trace.derive(
            &AVSTAND,
            namn.region(region, &format!("{vad}_avstand")),
            (egen.clone(), medel.clone()),
            |(egen, medel)| egen - medel,
        );
        trace.derive(
            &PLATS,
            namn.region(region, &format!("{vad}_plats")),
            (egen.clone(), per_inv.clone()),
            |(egen, alla)| Antal::fran_heltal(alla.plats_av(&egen)),
        );
    }
}
