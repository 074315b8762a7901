//! The equations that must hold between the amounts, proven on every run: both sides are figures, and
//! a difference is a bug.

use super::manader::Avtalsar;
use super::{Belopp, VART};
use crate::figure::{Namn, Rule, Trace};
use crate::quantity::HelaKronor;
use crate::region::PerRegion;

static VANSTER: Rule = Rule {
    id: "regleringsbrev.prov_vanster",
    text: "Provningens vänstra led: termerna summerade.",
    kalla: VART,
};
static HOGER: Rule = Rule {
    id: "regleringsbrev.prov_hoger",
    text: "Provningens högra led: termerna summerade.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&VANSTER, &HOGER];

/// An equation that held.
#[derive(Clone, Debug)]
pub struct Provning {
    /// Its id: its sides are the figures `prov_<id>_vanster` and `prov_<id>_hoger`.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// What the equations are about.
#[derive(Clone, Debug)]
pub struct Led<'a> {
    /// The twelve payments.
    pub manader: Vec<&'a Belopp>,
    /// What each of the twelve months pays of its agreement year.
    pub baser: Vec<&'a Belopp>,
    /// The twelve together.
    pub aret: &'a Belopp,
    /// The annexes' sums, and the months of none.
    pub bilagor: Vec<&'a Belopp>,
    /// All adjustments, and the residual that is settled.
    pub tillagg: Vec<&'a Belopp>,
    /// What is paid of each agreement year.
    pub avtal: Vec<&'a Belopp>,
    /// The agreement years.
    pub avtalsar: Vec<&'a Avtalsar>,
}

/// Proves every equation, for each region and the country.
///
/// # Panics
/// If one does not hold: a bug.
pub fn berakna(trace: &mut Trace, namn: &Namn, led: &Led<'_>) -> Vec<Provning> {
    let mut prov = |id: String, text: String, vanster: &[&Belopp], hoger: &[&Belopp]| {
        prova(trace, namn, &id, vanster, hoger);
        Provning { id, text }
    };
    let mut provningar = vec![
        prov(
            "plan".into(),
            "Månaderna är tillsammans bilagornas summor och månaderna utan bilaga.".into(),
            &led.manader,
            &led.bilagor,
        ),
        prov(
            "aret".into(),
            "Året är tolv månadsbelopp, alla justeringar och den återstod som placeras.".into(),
            &[led.aret],
            &[led.baser.clone(), led.tillagg.clone()].concat(),
        ),
        prov(
            "avtal".into(),
            "Året är det som betalas av vart och ett av de två avtalsåren.".into(),
            &[led.aret],
            &led.avtal,
        ),
    ];
    for avtalsar in &led.avtalsar {
        provningar.push(prov(
            format!("manader_{}", avtalsar.ar),
            format!("Tolv månader av avtalsår {} är årets bidrag plus återstoden.", avtalsar.ar),
            &[&avtalsar.manadsbelopp; 12],
            &[&avtalsar.bidrag, &avtalsar.residual],
        ));
    }
    provningar
}

fn prova(trace: &mut Trace, namn: &Namn, id: &str, vanster: &[&Belopp], hoger: &[&Belopp]) {
    let vanster = sida(trace, namn, &VANSTER, &format!("prov_{id}_vanster"), vanster);
    let hoger = sida(trace, namn, &HOGER, &format!("prov_{id}_hoger"), hoger);
    for (region, vanster) in vanster.per_region.iter() {
        assert_eq!(vanster.value, hoger.per_region.i(region).value, "{id} fails for {region}");
    }
    assert_eq!(vanster.riket.value, hoger.riket.value, "{id} fails for the country");
}

fn sida(
    trace: &mut Trace,
    namn: &Namn,
    rule: &'static Rule,
    id: &str,
    termer: &[&Belopp],
) -> Belopp {
    let ihop = |termer: Vec<HelaKronor>| termer.into_iter().sum();
    let per_region = PerRegion::fran(|region| {
        let termer: Vec<_> = termer.iter().map(|t| t.per_region.i(region).clone()).collect();
        trace.derive(rule, namn.region(region, id), termer, ihop)
    });
    let termer: Vec<_> = termer.iter().map(|term| term.riket.clone()).collect();
    let riket = trace.derive(rule, namn.riket(id), termer, ihop);
    Belopp { per_region, riket }
}
