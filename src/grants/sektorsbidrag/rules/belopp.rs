//! Each region's amount: its share of what is shared out, in whole kronor by a residual policy.

use super::vikter::Weights;
use super::{BESLUT, VART};
use crate::allocation::{Residual, share};
use crate::contract::{Calculation, sektorsbidrag as contract};
use crate::figure::{Figure, Rule, round, round_by, total};
use crate::grants::sektorsbidrag::inputs::Inputs;
use crate::quantity::rounding::Avrundning;
use crate::quantity::{HelaKronor, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static EXAKT: Rule = Rule {
    id: "sektorsbidrag.belopp_exakt",
    text: "Det som fördelas gånger regionens andel, oavrundat.",
    source: BESLUT,
};
static HALF_UP: Rule = Rule {
    id: "sektorsbidrag.belopp",
    text: "Regionens belopp avrundat en gång till hela kronor (half_up: halva kronor bort från noll).",
    source: BESLUT,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "sektorsbidrag.belopp_largest_remainder",
    text: "Regionens belopp nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    source: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "sektorsbidrag.belopp_residual_to_largest",
    text: "Regionens belopp avrundat till hela kronor (half_up); den region som får mest tar återstoden.",
    source: VART,
};
static TOTALT: Rule = Rule {
    id: "sektorsbidrag.belopp_totalt",
    text: "Regionernas avrundade belopp, summerade.",
    source: BESLUT,
};
static RESIDUAL: Rule = Rule {
    id: "sektorsbidrag.residual",
    text: "Det som fördelas minus regionernas belopp avrundade var för sig (half_up).",
    source: VART,
};
static RESIDUAL_NEDAT: Rule = Rule {
    id: "sektorsbidrag.residual_nedat",
    text: "Det som fördelas minus regionernas belopp avrundade nedåt: så många kronor går en var till de största resterna.",
    source: VART,
};
static PER_INVANARE: Rule = Rule {
    id: "sektorsbidrag.belopp_per_inv",
    text: "Det avrundade beloppet delat med befolkningen den 1 november.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &EXAKT,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &TOTALT,
    &RESIDUAL,
    &RESIDUAL_NEDAT,
    &PER_INVANARE,
];

/// What each region gets.
#[derive(Clone, Debug)]
pub struct Belopp {
    /// Unrounded, per region.
    pub exakt: PerRegion<Figure<Kronor>>,
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// Their sum.
    pub totalt: Figure<HelaKronor>,
    /// Per inhabitant, per region.
    pub per_inv: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's mean.
    pub medel: Figure<KronorPerInvanare>,
}

/// Computes the amounts by the residual policy of the workbook.
///
/// # Panics
/// If the policy names a region: the workbook has no such choice.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs, vikter: &Weights) -> Belopp {
    let (pott, befolkning) = (&indata.pott, &indata.befolkning);
    let andel = &vikter.andel;
    let exakt = calc.each(&EXAKT, &contract::BELOPP_EXAKT, |r| pott.exact() * &andel[r]);
    let rule = match indata.residual {
        Residual::HalfUp => &HALF_UP,
        Residual::LargestRemainder => &LARGEST_REMAINDER,
        Residual::HalfUpResidualToLargest => &TO_LARGEST,
        Residual::Explicit(_) => panic!("the workbook names no region"),
    };
    let hela = share(calc.trace, exakt.values(), pott, indata.residual, None);
    let per_region = calc.each_of(rule, &contract::BELOPP, hela);
    let totalt = calc.define(&TOTALT, &contract::BELOPP, total(|r| &per_region[r]));
    let (rule, fordelat) = match indata.residual {
        Residual::LargestRemainder => {
            (&RESIDUAL_NEDAT, total(|r| round_by(Avrundning::Down, &exakt[r])))
        }
        _ => (&RESIDUAL, total(|r| round(&exakt[r]))),
    };
    calc.define(rule, &contract::RESIDUAL, pott - fordelat);
    let promise = &contract::BELOPP_PER_INV;
    let per_inv = calc.each(&PER_INVANARE, promise, |r| per_region[r].exact() / &befolkning[r]);
    let medel = calc.define(&PER_INVANARE, promise, totalt.exact() / &vikter.folk);
    Belopp { exakt, per_region, totalt, per_inv, medel }
}
