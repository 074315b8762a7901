//! The published amounts: their sum, what they hold beside sektorsbidraget, and kronor per inhabitant.

use super::{BESKED, VART};
use crate::contract::{Calculation, besked as contract};
use crate::figure::{Figure, Rule, total};
use crate::grants::besked::inputs::Inputs;
use crate::quantity::{Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static TOTALT: Rule = Rule {
    id: "besked.meddelat_totalt",
    text: "Regionernas meddelade medel, summerade.",
    source: BESKED,
};
static UTOVER: Rule = Rule {
    id: "besked.utover_sektorsbidrag",
    text: "Regionens meddelade medel minus dess sektorsbidrag.",
    source: VART,
};
static UTOVER_TOTALT: Rule = Rule {
    id: "besked.utover_sektorsbidrag_totalt",
    text: "Regionernas medel utöver sektorsbidraget, summerade.",
    source: VART,
};
static DELAR: Rule = Rule {
    id: "besked.delar_totalt",
    text: "Sektorsbidragens summa plus medlen utöver dem: ska vara de meddelade medlens summa.",
    source: VART,
};
static PER_INVANARE: Rule = Rule {
    id: "besked.meddelat_per_inv",
    text: "De meddelade medlen delade med den befolkning som sektorsbidraget fördelas efter.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&TOTALT, &UTOVER, &UTOVER_TOTALT, &DELAR, &PER_INVANARE];

/// What the amounts come to.
#[derive(Clone, Debug)]
pub struct Meddelat {
    /// Their sum.
    pub totalt: Figure<Kronor>,
    /// Beside sektorsbidraget, per region.
    pub utover: PerRegion<Figure<Kronor>>,
    /// Per inhabitant, per region.
    pub per_inv: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's mean.
    pub medel: Figure<KronorPerInvanare>,
}

/// Computes them.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs) -> Meddelat {
    let Inputs { meddelat, sektorsbidrag, befolkning, .. } = indata;
    let totalt = calc.define(&TOTALT, &contract::MEDDELAT, total(|r| &meddelat[r]));
    let promise = &contract::UTOVER_SEKTORSBIDRAG;
    let utover = calc.each(&UTOVER, promise, |r| &meddelat[r] - sektorsbidrag[r].exact());
    let utover_totalt = calc.define(&UTOVER_TOTALT, promise, total(|r| &utover[r]));
    let delar = indata.sektorsbidrag_totalt.exact() + &utover_totalt;
    calc.define(&DELAR, &contract::DELAR, delar);
    let promise = &contract::MEDDELAT_PER_INV;
    let per_inv = calc.each(&PER_INVANARE, promise, |r| &meddelat[r] / &befolkning[r]);
    let medel = calc.define(&PER_INVANARE, promise, &totalt / &indata.folk);
    Meddelat { totalt, utover, per_inv, medel }
}
