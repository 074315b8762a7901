//! Deductions that were preliminary: what each cost against what was deducted, settled only beyond its limit, and
//! what is settled of all of them shared out by population.

use super::{AVTAL, VART};
use crate::allocation::{Residual, share};
use crate::contract::Calculation;
use crate::contract::regleringsbrev::{self as contract, Slag};
use crate::figure::{Comparison, Figure, Rule, choose, greatest, sum, total, zero};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, RegleratAvdrag, Reglering};
use crate::quantity::{HelaKronor, Invanare};
use crate::region::{PerRegion, Region};

static SKILLNAD: Rule = Rule {
    id: "regleringsbrev.avdrag_skillnad",
    text: "Preliminärt avdrag minus slutlig kostnad: det som dragits av för mycket.",
    source: AVTAL,
};
static REGLERAS: Rule = Rule {
    id: "regleringsbrev.avdrag_regleras",
    text: "Skillnaden om den är större än gränsen, åt endera hållet; annars noll.",
    source: AVTAL,
};
static SUMMA: Rule = Rule {
    id: "regleringsbrev.avdrag_korrigering",
    text: "Det som regleras av vart och ett av avdragen, summerat.",
    source: AVTAL,
};
static HALF_UP: Rule = Rule {
    id: "regleringsbrev.avdrag_half_up",
    text: "Korrigeringen fördelad efter befolkningen, avrundad till hela kronor per region (half_up).",
    source: VART,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "regleringsbrev.avdrag_largest_remainder",
    text: "Korrigeringen fördelad efter befolkningen, nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    source: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "regleringsbrev.avdrag_residual_to_largest",
    text: "Korrigeringen fördelad efter befolkningen, avrundad till hela kronor per region (half_up); den region som får mest tar återstoden.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] =
    &[&SKILLNAD, &REGLERAS, &SUMMA, &HALF_UP, &LARGEST_REMAINDER, &TO_LARGEST];

/// What is settled for the country.
pub fn correction(calc: &mut Calculation<'_>, reglering: &Reglering) -> Figure<HelaKronor> {
    let regleras: Vec<_> = reglering.avdrag.iter().map(|avdrag| ett(calc, avdrag)).collect();
    calc.define(&SUMMA, &contract::AVDRAG_KORRIGERING, sum(&regleras))
}

/// What is settled of one deduction.
fn ett(calc: &mut Calculation<'_>, avdrag: &RegleratAvdrag) -> Figure<HelaKronor> {
    let RegleratAvdrag { rad, preliminart, slutligt, grans, .. } = avdrag;
    let promise = contract::AVDRAG_SKILLNAD.at(&rad.id);
    let skillnad = calc.define(&SKILLNAD, &promise, preliminart - slutligt);
    let utan_tecken = greatest([skillnad.expr(), -&skillnad]);
    let over = choose(Comparison::above(utan_tecken, grans), &skillnad, zero());
    calc.define(&REGLERAS, &contract::AVDRAG_REGLERAS.at(&rad.id), over)
}

/// Each region's part of the correction.
///
/// # Panics
/// If a region is to take the residual: a bug, since the schema has no such choice.
pub fn fordela(
    calc: &mut Calculation<'_>,
    korrigering: &Figure<HelaKronor>,
    folk: &PerRegion<Figure<Invanare>>,
    residual: Residual,
) -> HelaKolumn {
    let rule = match residual {
        Residual::HalfUp => &HALF_UP,
        Residual::LargestRemainder => &LARGEST_REMAINDER,
        Residual::HalfUpResidualToLargest => &TO_LARGEST,
        Residual::Explicit(_) => panic!("the schema has no such choice for deductions"),
    };
    let del = |region| korrigering.exact() * (&folk[region] / total(|region| &folk[region]));
    let delar = share(calc.trace, Region::all().map(del), korrigering, residual, None);
    calc.each_of(rule, &contract::JUSTERING.at(Slag::Avdrag), delar)
}
