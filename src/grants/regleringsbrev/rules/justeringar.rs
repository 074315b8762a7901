//! The adjustments as they are paid: each kind's amount per region, computed where its inputs are
//! there, else as it was stated.

use super::{BESLUT, Belopp, VART};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::regleringsbrev::inputs::HelaKolumn;
use crate::grants::regleringsbrev::justering::Justering;
use crate::quantity::{Antal, HelaKronor};
use crate::region::Region;

static ANGIVEN: Rule = Rule {
    id: "regleringsbrev.justering_angiven",
    text: "Justeringen som den står i arbetsboken.",
    kalla: BESLUT,
};
static AVRAKNAD: Rule = Rule {
    id: "regleringsbrev.justering_avraknad",
    text: "Regionens del av avräkningen av vinst och förlust.",
    kalla: BESLUT,
};
static SUMMA: Rule = Rule {
    id: "regleringsbrev.justering_summa",
    text: "Regionernas justeringar av samma slag, summerade.",
    kalla: BESLUT,
};
static ALLA: Rule = Rule {
    id: "regleringsbrev.justeringar",
    text: "Budgetårets alla justeringar, summerade.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&ANGIVEN, &AVRAKNAD, &SUMMA, &ALLA];

/// The name of a kind's figures.
#[must_use]
pub fn namnet(slag: Justering) -> String {
    format!("justering_{}", slag.id())
}

/// Stated amounts, as adjustments.
pub fn angiven(trace: &mut Trace, namn: &Namn, slag: Justering, belopp: &HelaKolumn) -> HelaKolumn {
    som_de_star(trace, namn, &ANGIVEN, slag, belopp)
}

/// A settlement's parts, as adjustments.
pub fn avraknad(
    trace: &mut Trace,
    namn: &Namn,
    slag: Justering,
    belopp: &HelaKolumn,
) -> HelaKolumn {
    som_de_star(trace, namn, &AVRAKNAD, slag, belopp)
}

fn som_de_star(
    trace: &mut Trace,
    namn: &Namn,
    rule: &'static Rule,
    slag: Justering,
    belopp: &HelaKolumn,
) -> HelaKolumn {
    let id = namnet(slag);
    belopp.map(|region, belopp| {
        trace.derive(rule, namn.region(region, &id), belopp.clone(), |belopp| belopp)
    })
}

/// A kind's amounts with their sum.
pub fn summera(trace: &mut Trace, namn: &Namn, slag: Justering, per_region: HelaKolumn) -> Belopp {
    Belopp::summera(trace, namn, &SUMMA, &namnet(slag), per_region)
}

/// All adjustments of the budget year together, nought if there are none.
pub fn alla(
    trace: &mut Trace,
    namn: &Namn,
    budgetar: &Figure<Antal>,
    justeringar: &[&Belopp],
) -> Belopp {
    let lagg_ihop = |(_, delar): (Antal, Vec<HelaKronor>)| delar.into_iter().sum();
    let per_region = crate::region::PerRegion::fran(|region: Region| {
        let delar: Vec<_> =
            justeringar.iter().map(|belopp| belopp.per_region.i(region).clone()).collect();
        trace.derive(
            &ALLA,
            namn.region(region, "justeringar"),
            (budgetar.clone(), delar),
            lagg_ihop,
        )
    });
    Belopp::summera(trace, namn, &ALLA, "justeringar", per_region)
}
