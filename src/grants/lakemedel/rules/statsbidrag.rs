//! The grant per region: need model plus solidarity, times the population, rounded once.

use super::{AVTAL, Folk, PerInvanare, weighted_mean};
use crate::allocation::{Residual, share};
use crate::contract::{Calculation, lakemedel as contract};
use crate::figure::{Figure, Rule, total};
use crate::grants::lakemedel::inputs::Avtal;
use crate::quantity::{HelaKronor, KronorPerInvanare};
use crate::region::PerRegion;

static PER_INVANARE: Rule = Rule {
    id: "lakemedel.statsbidrag_per_inv",
    text: "Behovsmodellen plus det solidariska nettot, i oavrundade kronor per invånare.",
    source: AVTAL,
};
static EXAKT: Rule = Rule {
    id: "lakemedel.statsbidrag_exakt",
    text: "Oavrundade kronor per invånare gånger den befolkning som bidraget räknas på.",
    source: AVTAL,
};
static HALF_UP: Rule = Rule {
    id: "lakemedel.statsbidrag",
    text: "Regionens bidrag avrundat en gång till hela kronor (half_up: halva kronor bort från noll).",
    source: AVTAL,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "lakemedel.statsbidrag_largest_remainder",
    text: "Regionens bidrag nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    source: super::VART,
};
static TO_LARGEST: Rule = Rule {
    id: "lakemedel.statsbidrag_residual_to_largest",
    text: "Regionens bidrag avrundat till hela kronor (half_up); den region som får mest tar återstoden.",
    source: super::VART,
};
static EXPLICIT: Rule = Rule {
    id: "lakemedel.statsbidrag_residual_explicit",
    text: "Regionens bidrag avrundat till hela kronor (half_up); den region som överenskommelsen anger tar återstoden.",
    source: AVTAL,
};
static TOTALT: Rule = Rule {
    id: "lakemedel.statsbidrag_totalt",
    text: "Regionernas avrundade bidrag, summerade.",
    source: AVTAL,
};
static MEDEL: Rule = Rule {
    id: "lakemedel.statsbidrag_medel",
    text: "Bidraget per invånare, vägt med befolkningen.",
    source: AVTAL,
};
static FOLK: Rule = Rule {
    id: "lakemedel.befolkning_totalt",
    text: "Regionernas befolkning, summerad.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &PER_INVANARE,
    &EXAKT,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &EXPLICIT,
    &TOTALT,
    &MEDEL,
    &FOLK,
];

/// The grant.
#[derive(Clone, Debug)]
pub struct Bidrag {
    /// Kronor per inhabitant, per region.
    pub per_inv: PerInvanare,
    /// The country's mean of them.
    pub medel_per_inv: Figure<KronorPerInvanare>,
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// The sum of the rounded grants.
    pub totalt: Figure<HelaKronor>,
}

/// Computes the grant per region, from need model and solidarity net, by a residual policy.
pub fn compute(
    calc: &mut Calculation<'_>,
    folk: &Folk,
    (behovsmodell, netto): (&PerInvanare, &PerInvanare),
    pott: &Figure<HelaKronor>,
    avtal: &Avtal,
) -> Bidrag {
    let promise = &contract::STATSBIDRAG_PER_INV;
    let per_inv = calc.each(&PER_INVANARE, promise, |r| &behovsmodell[r] + &netto[r]);
    let medel_per_inv = calc.define(&MEDEL, promise, weighted_mean(&per_inv, folk));
    let exakt = calc.each(&EXAKT, &contract::STATSBIDRAG_EXAKT, |r| &per_inv[r] * &folk[r]);
    let rule = match avtal.residual {
        Residual::HalfUp => &HALF_UP,
        Residual::LargestRemainder => &LARGEST_REMAINDER,
        Residual::HalfUpResidualToLargest => &TO_LARGEST,
        Residual::Explicit(_) => &EXPLICIT,
    };
    let taker = avtal.residual_region.as_ref();
    let hela = share(calc.trace, exakt.values(), pott, avtal.residual, taker);
    let per_region = calc.each_of(rule, &contract::STATSBIDRAG, hela);
    let totalt = calc.define(&TOTALT, &contract::STATSBIDRAG, total(|r| &per_region[r]));
    calc.define(&FOLK, &contract::BEFOLKNING, total(|r| &folk[r]));
    Bidrag { per_inv, medel_per_inv, per_region, totalt }
}
