//! IHSI's fee: what it cost against what was deducted, settled only beyond a limit, by population.

use super::{AVTAL_2023, VART};
use crate::allocation::{Residual, share};
use crate::contract::Calculation;
use crate::contract::regleringsbrev::{self as contract, Justering};
use crate::figure::{Comparison, Figure, Rule, choose, greatest, total, zero};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, Ihsi};
use crate::quantity::{HelaKronor, Invanare};
use crate::region::{PerRegion, Region};

static SKILLNAD: Rule = Rule {
    id: "regleringsbrev.ihsi_skillnad",
    text: "Preliminär avgift minus slutlig: det som dragits av för mycket.",
    source: AVTAL_2023,
};
static KORRIGERING: Rule = Rule {
    id: "regleringsbrev.ihsi_korrigering",
    text: "Skillnaden om den är större än gränsen, åt endera hållet; annars noll.",
    source: AVTAL_2023,
};
static HALF_UP: Rule = Rule {
    id: "regleringsbrev.ihsi_half_up",
    text: "Korrigeringen fördelad efter befolkningen, avrundad till hela kronor per region (half_up).",
    source: VART,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "regleringsbrev.ihsi_largest_remainder",
    text: "Korrigeringen fördelad efter befolkningen, nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    source: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "regleringsbrev.ihsi_residual_to_largest",
    text: "Korrigeringen fördelad efter befolkningen, avrundad till hela kronor per region (half_up); den region som får mest tar återstoden.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&SKILLNAD, &KORRIGERING, &HALF_UP, &LARGEST_REMAINDER, &TO_LARGEST];

/// The correction of the country.
pub fn correction(calc: &mut Calculation<'_>, ihsi: &Ihsi) -> Figure<HelaKronor> {
    let Ihsi { preliminart, slutligt, grans, .. } = ihsi;
    let skillnad = calc.define(&SKILLNAD, &contract::IHSI_SKILLNAD, preliminart - slutligt);
    let utan_tecken = greatest([skillnad.expr(), -&skillnad]);
    let over = choose(Comparison::above(utan_tecken, grans), &skillnad, zero());
    calc.define(&KORRIGERING, &contract::IHSI_KORRIGERING, over)
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
        Residual::Explicit(_) => panic!("the schema has no such choice for IHSI"),
    };
    let del = |region| korrigering.exact() * (&folk[region] / total(|region| &folk[region]));
    let delar = share(calc.trace, Region::all().map(del), korrigering, residual, None);
    calc.each_of(rule, &contract::JUSTERING.at(Justering::Ihsi), delar)
}
