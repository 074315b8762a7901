//! The state's share of last year's återbäring: taken back by the forecast, then settled by the outcome.

use super::{AVTAL_2023, BESLUT};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, Kolumn};
use crate::quantity::Andel;
use crate::quantity::avrundning::Avrundning;

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
pub fn prognos(
    trace: &mut Trace,
    namn: &Namn,
    id: &str,
    prognos: &Kolumn,
    andel: &Figure<Andel>,
) -> HelaKolumn {
    prognos.map(|region, prognos| {
        let inputs = (prognos.clone(), andel.clone());
        trace.derive(&PROGNOS, namn.region(region, id), inputs, |(prognos, andel)| {
            (-(prognos * andel)).avrunda(Avrundning::HalfUp)
        })
    })
}

/// The adjustment by the forecast, from the state's share of it.
pub fn prognos_given(
    trace: &mut Trace,
    namn: &Namn,
    id: &str,
    statens_andel: &HelaKolumn,
) -> HelaKolumn {
    statens_andel.map(|region, belopp| {
        trace.derive(&PROGNOS_GIVEN, namn.region(region, id), belopp.clone(), |belopp| -belopp)
    })
}

/// Final less forecast, from both.
pub fn skillnad(trace: &mut Trace, namn: &Namn, slutlig: &Kolumn, prognos: &Kolumn) -> Kolumn {
    slutlig.map(|region, slutlig| {
        trace.derive(
            &SKILLNAD,
            namn.region(region, "aterbaring_skillnad"),
            (slutlig.clone(), prognos.i(region).clone()),
            |(slutlig, prognos)| slutlig - prognos,
        )
    })
}

/// The adjustment by the outcome.
pub fn slutlig(
    trace: &mut Trace,
    namn: &Namn,
    id: &str,
    skillnad: &Kolumn,
    andel: &Figure<Andel>,
) -> HelaKolumn {
    skillnad.map(|region, skillnad| {
        let inputs = (skillnad.clone(), andel.clone());
        trace.derive(&SLUTLIG, namn.region(region, id), inputs, |(skillnad, andel)| {
            (-(skillnad * andel)).avrunda(Avrundning::HalfUp)
        })
    })
}
