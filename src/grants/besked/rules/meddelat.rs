//! The published amounts: their sum, what they hold beside the decisions, and kronor per inhabitant.

use super::{BESKED, VART};
use crate::contract::{Calculation, besked as contract};
use crate::figure::{Figure, Rule, sum, total};
use crate::grants::besked::inputs::Inputs;
use crate::quantity::{Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static TOTALT: Rule = Rule {
    id: "besked.meddelat_totalt",
    text: "Regionernas meddelade medel, summerade.",
    source: BESKED,
};
static UTOVER: Rule = Rule {
    id: "besked.utover_beslut",
    text: "Regionens meddelade medel minus dess belopp i de beslut som ingår.",
    source: VART,
};
static UTOVER_TOTALT: Rule = Rule {
    id: "besked.utover_beslut_totalt",
    text: "Regionernas medel utöver besluten, summerade.",
    source: VART,
};
static DELAR: Rule = Rule {
    id: "besked.delar_totalt",
    text: "Beslutens summor plus medlen utöver dem: ska vara de meddelade medlens summa.",
    source: VART,
};
static FOLK: Rule = Rule {
    id: "besked.befolkning_totalt",
    text: "Regionernas befolkning, summerad.",
    source: BESKED,
};
static PER_INVANARE: Rule = Rule {
    id: "besked.meddelat_per_inv",
    text: "De meddelade medlen delade med befolkningen: bladets egen, annars den som det första beslut som ingår fördelas efter.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&TOTALT, &UTOVER, &UTOVER_TOTALT, &DELAR, &FOLK, &PER_INVANARE];

/// What the amounts come to.
#[derive(Clone, Debug)]
pub struct Meddelat {
    /// Their sum.
    pub totalt: Figure<Kronor>,
    /// Beside the decisions, per region.
    pub utover: PerRegion<Figure<Kronor>>,
    /// Per inhabitant, per region.
    pub per_inv: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's mean.
    pub medel: Figure<KronorPerInvanare>,
}

/// Computes them.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs) -> Meddelat {
    let Inputs { meddelat, beslut, befolkning, .. } = indata;
    let totalt = calc.define(&TOTALT, &contract::MEDDELAT, total(|r| &meddelat[r]));
    let promise = &contract::UTOVER_BESLUT;
    let utover = calc.each(&UTOVER, promise, |r| {
        &meddelat[r] - sum(beslut.iter().map(|one| one.belopp[r].exact()))
    });
    let utover_totalt = calc.define(&UTOVER_TOTALT, promise, total(|r| &utover[r]));
    let delar = sum(beslut.iter().map(|one| one.totalt.exact())) + &utover_totalt;
    calc.define(&DELAR, &contract::DELAR, delar);
    let folk = indata.folk.clone().unwrap_or_else(|| {
        calc.define(&FOLK, contract::BEFOLKNING.kept(), total(|r| &befolkning[r]))
    });
    let promise = &contract::MEDDELAT_PER_INV;
    let per_inv = calc.each(&PER_INVANARE, promise, |r| &meddelat[r] / &befolkning[r]);
    let medel = calc.define(&PER_INVANARE, promise, &totalt / &folk);
    Meddelat { totalt, utover, per_inv, medel }
}
