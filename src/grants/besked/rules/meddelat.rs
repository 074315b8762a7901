//! The published amounts: their sum, what they hold beside sektorsbidraget, and kronor per inhabitant.

use super::{BESKED, VART};
use crate::figure::{Figure, Rule, Trace};
use crate::grants::besked::inputs::Indata;
use crate::quantity::{Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static TOTALT: Rule = Rule {
    id: "besked.meddelat_totalt",
    text: "Regionernas meddelade medel, summerade.",
    kalla: BESKED,
};
static UTOVER: Rule = Rule {
    id: "besked.utover_sektorsbidrag",
    text: "Regionens meddelade medel minus dess sektorsbidrag.",
    kalla: VART,
};
static UTOVER_TOTALT: Rule = Rule {
    id: "besked.utover_sektorsbidrag_totalt",
    text: "Regionernas medel utöver sektorsbidraget, summerade.",
    kalla: VART,
};
static DELAR: Rule = Rule {
    id: "besked.delar_totalt",
    text: "Sektorsbidragens summa plus medlen utöver dem: ska vara de meddelade medlens summa.",
    kalla: VART,
};
static PER_INVANARE: Rule = Rule {
    id: "besked.meddelat_per_inv",
    text: "De meddelade medlen delade med den befolkning som sektorsbidraget fördelas efter.",
    kalla: VART,
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
pub fn berakna(trace: &mut Trace, indata: &Indata) -> Meddelat {
    let (namn, meddelat) = (&indata.namn, &indata.meddelat);
    let totalt = trace.derive(&TOTALT, namn.riket("meddelat"), meddelat.clone(), summa);
    let utover = meddelat.map(|region, meddelat| {
        trace.derive(
            &UTOVER,
            namn.region(region, "utover_sektorsbidrag"),
            (meddelat.clone(), indata.sektorsbidrag.i(region).clone()),
            |(meddelat, sektorsbidrag)| meddelat - sektorsbidrag.exakt(),
        )
    });
    let utover_totalt =
        trace.derive(&UTOVER_TOTALT, namn.riket("utover_sektorsbidrag"), utover.clone(), summa);
    trace.derive(
        &DELAR,
        namn.riket("delar"),
        (indata.sektorsbidrag_totalt.clone(), utover_totalt),
        |(sektorsbidrag, utover)| sektorsbidrag.exakt() + utover,
    );
    let per_inv = meddelat.map(|region, meddelat| {
        trace.derive(
            &PER_INVANARE,
            namn.region(region, "meddelat_per_inv"),
            (meddelat.clone(), indata.befolkning.i(region).clone()),
            |(meddelat, folk)| meddelat / folk,
        )
    });
    let medel = trace.derive(
        &PER_INVANARE,
        namn.riket("meddelat_per_inv"),
        (totalt.clone(), indata.folk.clone()),
        |(meddelat, folk)| meddelat / folk,
    );
    Meddelat { totalt, utover, per_inv, medel }
}

#[expect(clippy::needless_pass_by_value, reason = "a rule's `fn` is given its values")]
fn summa(delar: PerRegion<Kronor>) -> Kronor {
    delar.varden().iter().cloned().sum()
}
