//! How the sum relates to the amount spoken of, which is rounded.

use super::VART;
use crate::figure::{Figure, Rule, Trace};
use crate::grants::besked::inputs::Indata;
use crate::quantity::Kronor;

static AVRUNDAT: Rule = Rule {
    id: "besked.meddelat_avrundat",
    text: "Summan av de meddelade medlen, avrundad till närmaste jämna belopp av den storlek som det nämnda beloppet är avrundat till (halva bort från noll).",
    kalla: VART,
};
static SKILLNAD: Rule = Rule {
    id: "besked.omtalat_skillnad",
    text: "Den avrundade summan minus det nämnda beloppet: noll om beloppet är summan avrundad.",
    kalla: VART,
};
static AVRUNDNING: Rule = Rule {
    id: "besked.omtalat_avrundning",
    text: "Summan av de meddelade medlen minus det nämnda beloppet.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&AVRUNDAT, &SKILLNAD, &AVRUNDNING];

/// Computes what lies between the sum and the amount spoken of.
pub fn berakna(trace: &mut Trace, indata: &Indata, totalt: &Figure<Kronor>) {
    let (namn, omtalat) = (&indata.namn, &indata.omtalat);
    let avrundat = trace.derive(
        &AVRUNDAT,
        namn.riket("meddelat_avrundat"),
        (totalt.clone(), indata.omtalat_steg.clone()),
        |(totalt, steg)| {
            let antal = (totalt / steg.clone()).exakt().nearest();
            Kronor::ny(antal * steg.exakt().clone())
        },
    );
    trace.derive(
        &SKILLNAD,
        namn.riket("omtalat_skillnad"),
        (avrundat, omtalat.clone()),
        |(avrundat, omtalat)| avrundat - omtalat,
    );
    trace.derive(
        &AVRUNDNING,
        namn.riket("omtalat_avrundning"),
        (totalt.clone(), omtalat.clone()),
        |(totalt, omtalat)| totalt - omtalat,
    );
}
