//! Where each region stands among the others, where the recipients are the regions and their population is known.

use super::VART;
use super::belopp::Belopp;
use crate::contract::{Calculation, beslut as contract};
use crate::figure::Rule;
use crate::grants::Ranking;
use crate::grants::beslut::inputs::Inputs;
use crate::region::PerRegion;

static AVSTAND: Rule = Rule {
    id: "beslut.avstand",
    text: "Regionens kronor per invånare minus landets medeltal, båda oavrundade.",
    source: VART,
};
static PLATS: Rule = Rule {
    id: "beslut.plats",
    text: "Ett plus antalet regioner med fler kronor per invånare: plats 1 är högst, och lika belopp delar plats.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&AVSTAND, &PLATS];

/// How the regions are compared.
const RANKING: Ranking = Ranking { distance: &AVSTAND, place: &PLATS };

/// Compares the regions.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs, belopp: &Belopp) {
    let regions = indata.mottagare.iter().all(|one| one.region.is_some());
    let Some((per_inv, mean)) = belopp.per_inv.as_ref().filter(|_| regions) else { return };
    let per_inv = PerRegion::perhaps(|region| per_inv.get(region.index()).cloned());
    let per_inv = per_inv.unwrap_or_else(|| panic!("every region is a recipient"));
    let namn = indata.namn.as_str();
    let promises =
        (contract::BELOPP_PER_INV_AVSTAND.at(namn), contract::BELOPP_PER_INV_PLATS.at(namn));
    RANKING.define(calc, (promises.0.kept(), promises.1.kept()), &per_inv, mean);
}
