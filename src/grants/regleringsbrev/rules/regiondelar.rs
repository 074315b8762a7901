//! Each region's part of what is settled: by a declared key, in whole kronor by a named policy.

use super::{Belopp, VART};
use crate::allocation::{Residual, share};
use crate::contract::Calculation;
use crate::contract::regleringsbrev as contract;
use crate::figure::{Figure, Rule, total};
use crate::quantity::{Andel, HelaKronor, Invanare};
use crate::region::PerRegion;

static NYCKEL_STATSBIDRAG: Rule = Rule {
    id: "regleringsbrev.avstamning_nyckel_statsbidrag",
    text: "Regionens statsbidrag för avtalsåret delat med alla regioners.",
    source: VART,
};
static NYCKEL_BEFOLKNING: Rule = Rule {
    id: "regleringsbrev.avstamning_nyckel_befolkning",
    text: "Regionens befolkning under avtalsåret delad med landets.",
    source: VART,
};
static EXAKT: Rule = Rule {
    id: "regleringsbrev.avstamning_exakt",
    text: "Beloppet för alla regioner gånger regionens andel, oavrundat.",
    source: VART,
};
static HALF_UP: Rule = Rule {
    id: "regleringsbrev.avstamning_half_up",
    text: "Regionens del avrundad för sig till hela kronor (half_up); återstoden redovisas.",
    source: VART,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "regleringsbrev.avstamning_largest_remainder",
    text: "Regionens del utan tecken nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning; därefter beloppets tecken.",
    source: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "regleringsbrev.avstamning_residual_to_largest",
    text: "Regionens del avrundad till hela kronor (half_up); den region vars del är störst utan tecken tar återstoden.",
    source: VART,
};
pub(super) static SUMMA: Rule = Rule {
    id: "regleringsbrev.avstamning_summa",
    text: "Regionernas delar i hela kronor, summerade.",
    source: VART,
};
static RESIDUAL: Rule = Rule {
    id: "regleringsbrev.avstamning_residual",
    text: "Beloppet för alla regioner minus summan av regionernas delar i hela kronor.",
    source: VART,
};
/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &NYCKEL_STATSBIDRAG,
    &NYCKEL_BEFOLKNING,
    &EXAKT,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &SUMMA,
    &RESIDUAL,
];

/// What the amounts are shared out by.
#[derive(Clone, Copy, Debug)]
pub enum Weights<'a> {
    /// The grant of the agreement year.
    Statsbidrag(&'a PerRegion<Figure<HelaKronor>>),
    /// The population on 31 August of the agreement year.
    Befolkning(&'a PerRegion<Figure<Invanare>>),
}

/// Each region's share of whatever is shared out; the shares sum to one.
///
/// # Panics
/// If the weights sum to zero: a bug, since no region's grant or population is zero.
pub fn key(calc: &mut Calculation<'_>, vikter: Weights<'_>) -> PerRegion<Figure<Andel>> {
    let promise = &contract::AVSTAMNING_NYCKEL;
    match vikter {
        Weights::Statsbidrag(bidrag) => calc.each(&NYCKEL_STATSBIDRAG, promise, |region| {
            bidrag[region].exact() / total(|region| &bidrag[region]).exact()
        }),
        Weights::Befolkning(folk) => calc.each(&NYCKEL_BEFOLKNING, promise, |region| {
            &folk[region] / total(|region| &folk[region])
        }),
    }
}

/// Each region's part in whole kronor by a residual policy, and what they leave over together.
pub(super) fn fordela(
    calc: &mut Calculation<'_>,
    del: &str,
    belopp: &Figure<HelaKronor>,
    key: &PerRegion<Figure<Andel>>,
    residual: Residual,
) -> PerRegion<Figure<HelaKronor>> {
    let promise = contract::AVSTAMNING_EXAKT.at(del);
    let exakt = calc.each(&EXAKT, &promise, |region| belopp.exact() * &key[region]);
    let rule = match residual {
        Residual::HalfUp => &HALF_UP,
        Residual::LargestRemainder => &LARGEST_REMAINDER,
        Residual::HalfUpResidualToLargest => &TO_LARGEST,
        Residual::Explicit(place) => panic!("the sheet names no region such as {place}"),
    };
    let promise = contract::AVSTAMNING_DEL.at(del);
    let hela = share(calc.trace, exakt.values(), belopp, residual, None);
    let hela = calc.each_of(rule, &promise, hela);
    let summa = Belopp::summed(calc, &SUMMA, &promise, hela);
    calc.define(&RESIDUAL, &contract::AVSTAMNING_REST.at(del), belopp - &summa.riket);
    summa.per_region
}
