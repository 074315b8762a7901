//! The equations that must hold between the amounts, proven on every run: both sides are figures, and
//! a difference is a bug.

use super::manader::{Avtalsar, Manader};
use super::{Belopp, VART};
use crate::contract::{Calculation, Equality, regleringsbrev as contract};
use crate::figure::Rule;

static VANSTER: Rule = Rule {
    id: "regleringsbrev.prov_vanster",
    text: "Provningens vänstra led: termerna summerade.",
    source: VART,
};
static HOGER: Rule = Rule {
    id: "regleringsbrev.prov_hoger",
    text: "Provningens högra led: termerna summerade.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&VANSTER, &HOGER];

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
    pub avtalsar: Vec<&'a Avtalsar<'a>>,
}

/// Proves every equation, for each region and the country.
///
/// # Panics
/// If one does not hold: a bug.
pub fn compute(calc: &mut Calculation<'_>, led: &Led<'_>) -> Vec<Equality> {
    let mut provningar = vec![
        try_out(
            calc,
            "plan",
            "Årets utbetalningar är lika med bilagornas summor och utbetalningarna utan bilaga."
                .into(),
            (&led.manader, &led.bilagor),
        ),
        try_out(
            calc,
            "aret",
            if led.tillagg.len() > 1 {
                "Årets utbetalningar är lika med månadsbeloppen, justeringarna och det som regleras av en återstod."
            } else {
                "Årets utbetalningar är lika med månadsbeloppen och justeringarna."
            }
            .into(),
            (&[led.aret], &[&*led.baser, &*led.tillagg].concat()),
        ),
        try_out(
            calc,
            "avtal",
            "Årets utbetalningar är lika med det som betalas av de två avtalsårens bidrag.".into(),
            (&[led.aret], &led.avtal),
        ),
    ];
    for avtalsar in &led.avtalsar {
        provningar.push(try_out(
            calc,
            &format!("manader_{}", avtalsar.ar),
            format!(
                "{} månadsbelopp för avtalsåret {} är lika med bidraget och återstoden.",
                match avtalsar.manader {
                    Manader::Lika(_) => "Tolv",
                    Manader::Egna(_) => "Planens",
                },
                avtalsar.ar
            ),
            (&avtalsar.manader.all(), &[avtalsar.bidrag, &avtalsar.residual]),
        ));
    }
    provningar
}

fn try_out(
    calc: &mut Calculation<'_>,
    id: &str,
    text: String,
    (vanster, hoger): (&[&Belopp], &[&Belopp]),
) -> Equality {
    let (left, right) = (contract::PROV_VANSTER.at(id), contract::PROV_HOGER.at(id));
    let vanster = Belopp::together(calc, &VANSTER, &left, vanster);
    let hoger = Belopp::together(calc, &HOGER, &right, hoger);
    for (region, vanster) in vanster.per_region.iter() {
        assert_eq!(vanster.value, hoger.per_region[region].value, "{id} fails for {region}");
    }
    assert_eq!(vanster.riket.value, hoger.riket.value, "{id} fails for the country");
    Equality::new(calc.year, text, &left, &right)
}
