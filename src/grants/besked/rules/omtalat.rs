//! How the sum relates to the amount spoken of, which is rounded.

use super::VART;
use crate::contract::{Calculation, besked as contract};
use crate::figure::{Figure, Rule, round};
use crate::grants::besked::inputs::Inputs;
use crate::quantity::Kronor;

static AVRUNDAT: Rule = Rule {
    id: "besked.meddelat_avrundat",
    text: "Summan av de meddelade medlen, avrundad till närmaste jämna belopp av den storlek som det nämnda beloppet är avrundat till (halva bort från noll).",
    source: VART,
};
static SKILLNAD: Rule = Rule {
    id: "besked.omtalat_skillnad",
    text: "Den avrundade summan minus det nämnda beloppet: noll om beloppet är summan avrundad.",
    source: VART,
};
static AVRUNDNING: Rule = Rule {
    id: "besked.omtalat_avrundning",
    text: "Summan av de meddelade medlen minus det nämnda beloppet.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&AVRUNDAT, &SKILLNAD, &AVRUNDNING];

/// Computes what lies between the sum and the amount spoken of.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs, totalt: &Figure<Kronor>) {
    let (omtalat, steg) = (&indata.omtalat, &indata.omtalat_steg);
    let jamnt = steg * round(totalt / steg);
    let avrundat = calc.define(&AVRUNDAT, &contract::MEDDELAT_AVRUNDAT, jamnt);
    calc.define(&SKILLNAD, &contract::OMTALAT_SKILLNAD, &avrundat - omtalat);
    calc.define(&AVRUNDNING, &contract::OMTALAT_AVRUNDNING, totalt - omtalat);
}
