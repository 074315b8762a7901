//! The state's share of last year's återbäring: taken back by the forecast, then settled by the outcome.

use super::{AVTAL_2023, BESLUT};
use crate::contract::Calculation;
use crate::contract::regleringsbrev::{self as contract, Justering};
use crate::figure::{Figure, Rule, round};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, Kolumn};
use crate::quantity::Andel;

static PROGNOS: Rule = Rule {
    id: "regleringsbrev.aterbaring_prognos",
    text: "Minus statens andel av den prognostiserade återbäringen, avrundad till hela kronor (half_up).",
    kalla: AVTAL_2023,
};
static PROGNOS_GIVEN: Rule = Rule {
    id: "regleringsbrev.aterbaring_prognos_given",
    text: "Statens andel av den prognostiserade återbäringen som den står i arbetsboken, med minustecken.",
    kalla: AVTAL_2023,
};
static SKILLNAD: Rule = Rule {
    id: "regleringsbrev.aterbaring_skillnad",
    text: "Slutlig återbäring minus prognostiserad.",
    kalla: BESLUT,
};
static SLUTLIG: Rule = Rule {
    id: "regleringsbrev.aterbaring_slutlig",
    text: "Minus statens andel gånger skillnaden mellan slutlig och prognostiserad återbäring, avrundad till hela kronor (half_up).",
    kalla: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&PROGNOS, &PROGNOS_GIVEN, &SKILLNAD, &SLUTLIG];

/// The adjustment by the forecast, from the forecast itself.
pub fn prognos(calc: &mut Calculation<'_>, prognos: &Kolumn, andel: &Figure<Andel>) -> HelaKolumn {
    let promise = contract::JUSTERING.at(Justering::AterbaringPrognos);
    calc.each(&PROGNOS, &promise, |region| round(-(&prognos[region] * andel)))
}

/// The adjustment by the forecast, from the state's share of it.
pub fn prognos_given(calc: &mut Calculation<'_>, statens_andel: &HelaKolumn) -> HelaKolumn {
    let promise = contract::JUSTERING.at(Justering::AterbaringPrognos);
    calc.each(&PROGNOS_GIVEN, &promise, |region| -&statens_andel[region])
}

/// Final less forecast, from both.
pub fn skillnad(calc: &mut Calculation<'_>, slutlig: &Kolumn, prognos: &Kolumn) -> Kolumn {
    let promise = &contract::ATERBARING_SKILLNAD;
    calc.each(&SKILLNAD, promise, |region| &slutlig[region] - &prognos[region])
}

/// The adjustment by the outcome.
pub fn slutlig(calc: &mut Calculation<'_>, skillnad: &Kolumn, andel: &Figure<Andel>) -> HelaKolumn {
    let promise = contract::JUSTERING.at(Justering::AterbaringSlutlig);
    calc.each(&SLUTLIG, &promise, |region| round(-(&skillnad[region] * andel)))
}
