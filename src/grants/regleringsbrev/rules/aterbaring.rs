//! The state's share of last year's återbäring: taken back by the forecast, then settled by the outcome.

use super::{AVTAL, BESLUT};
use crate::contract::Calculation;
use crate::contract::regleringsbrev::{self as contract, Slag};
use crate::figure::{Figure, Rule, round};
use crate::grants::regleringsbrev::inputs::{Column, HelaKolumn};
use crate::quantity::Andel;

static PROGNOS: Rule = Rule {
    id: "regleringsbrev.aterbaring_prognos",
    text: "Minus statens andel av den prognostiserade återbäringen, avrundad till hela kronor (half_up).",
    source: AVTAL,
};
static PROGNOS_GIVEN: Rule = Rule {
    id: "regleringsbrev.aterbaring_prognos_given",
    text: "Statens andel av den prognostiserade återbäringen som den står i arbetsboken, med minustecken.",
    source: AVTAL,
};
static SKILLNAD: Rule = Rule {
    id: "regleringsbrev.aterbaring_skillnad",
    text: "Slutlig återbäring minus prognostiserad.",
    source: BESLUT,
};
static SLUTLIG: Rule = Rule {
    id: "regleringsbrev.aterbaring_slutlig",
    text: "Minus statens andel gånger skillnaden mellan slutlig och prognostiserad återbäring, avrundad till hela kronor (half_up).",
    source: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&PROGNOS, &PROGNOS_GIVEN, &SKILLNAD, &SLUTLIG];

/// The adjustment by the forecast, from the forecast itself.
pub fn prognos(calc: &mut Calculation<'_>, prognos: &Column, andel: &Figure<Andel>) -> HelaKolumn {
    let promise = contract::JUSTERING.at(Slag::AterbaringPrognos);
    calc.each(&PROGNOS, &promise, |region| round(-(&prognos[region] * andel)))
}

/// The adjustment by the forecast, from the state's share of it.
pub fn prognos_given(calc: &mut Calculation<'_>, statens_andel: &HelaKolumn) -> HelaKolumn {
    let promise = contract::JUSTERING.at(Slag::AterbaringPrognos);
    calc.each(&PROGNOS_GIVEN, &promise, |region| -&statens_andel[region])
}

/// Final less forecast, from both.
pub fn difference(calc: &mut Calculation<'_>, slutlig: &Column, prognos: &Column) -> Column {
    let promise = &contract::ATERBARING_SKILLNAD;
    calc.each(&SKILLNAD, promise, |region| &slutlig[region] - &prognos[region])
}

/// The adjustment by the outcome.
pub fn slutlig(calc: &mut Calculation<'_>, skillnad: &Column, andel: &Figure<Andel>) -> HelaKolumn {
    let promise = contract::JUSTERING.at(Slag::AterbaringSlutlig);
    calc.each(&SLUTLIG, &promise, |region| round(-(&skillnad[region] * andel)))
}
