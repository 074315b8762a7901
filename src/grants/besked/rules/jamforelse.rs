//! Where each region stands among the others.

use super::VART;
use crate::figure::Rule;
use crate::grants::Ranking;

static AVSTAND: Rule = Rule {
    id: "besked.avstand",
    text: "Regionens kronor per invånare minus landets medeltal, båda oavrundade.",
    source: VART,
};
static PLATS: Rule = Rule {
    id: "besked.plats",
    text: "Ett plus antalet regioner med fler kronor per invånare: plats 1 är högst, och lika belopp delar plats.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&AVSTAND, &PLATS];

/// How the regions are compared.
pub const RANKING: Ranking = Ranking { distance: &AVSTAND, place: &PLATS };
