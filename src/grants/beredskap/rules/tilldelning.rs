//! What each region has been allocated of each agreement: by population, in whole kronor.

use super::{AVTAL, VART};
use crate::allocation::{Residual, share};
use crate::contract::{Calculation, beredskap as contract};
use crate::figure::{Figure, Rule, round, sum, total};
use crate::grants::beredskap::inputs::{Avtal, Nycklar};
use crate::quantity::{HelaKronor, Invanare};
use crate::region::{PerRegion, Region};

static BEFOLKNING: Rule = Rule {
    id: "beredskap.befolkning_totalt",
    text: "Regionernas befolkning den dag som överenskommelsens medel fördelas efter, summerad.",
    source: AVTAL,
};
static OVERENSKOMMET: Rule = Rule {
    id: "beredskap.overenskommet",
    text: "Överenskommelsens belopp till regionerna och till SKR tillsammans.",
    source: AVTAL,
};
static POTT: Rule = Rule {
    id: "beredskap.pott",
    text: "Överenskommelsens belopp till regionerna, i hela kronor: det som fördelas.",
    source: AVTAL,
};
static EXAKT: Rule = Rule {
    id: "beredskap.tilldelat_exakt",
    text: "Beloppet till regionerna gånger regionens andel av befolkningen den dag som överenskommelsens medel fördelas efter, oavrundat.",
    source: AVTAL,
};
static TILLDELAT: Rule = Rule {
    id: "beredskap.tilldelat",
    text: "Regionens del avrundad till hela kronor (half_up); den region som får mest tar återstoden.",
    source: VART,
};
static TOTALT: Rule = Rule {
    id: "beredskap.tilldelat_totalt",
    text: "Det regionerna har tilldelats, summerat.",
    source: AVTAL,
};
static ALLA: Rule = Rule {
    id: "beredskap.tilldelat_alla",
    text: "Det som har tilldelats enligt alla överenskommelser tillsammans.",
    source: AVTAL,
};
static OVERENSKOMMET_ALLA: Rule = Rule {
    id: "beredskap.overenskommet_alla",
    text: "Överenskommelsernas belopp till samma mottagare, summerade.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] =
    &[&BEFOLKNING, &OVERENSKOMMET, &POTT, &EXAKT, &TILLDELAT, &TOTALT, &ALLA, &OVERENSKOMMET_ALLA];

/// What an agreement gives, in whole kronor.
#[derive(Clone, Debug)]
pub struct Tilldelat {
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// Their sum: all that the agreement gives the regions.
    pub totalt: Figure<HelaKronor>,
}

/// Computes what each agreement gives, in the agreements' order.
///
/// # Panics
/// If an agreement's day has no population: a bug, since the reader asks for one.
pub fn compute(calc: &mut Calculation<'_>, nycklar: &Nycklar, avtal: &[Avtal]) -> Vec<Tilldelat> {
    for (dag, folk) in nycklar {
        calc.define(&BEFOLKNING, &contract::BEFOLKNING.at(*dag), total(|r| &folk[r]));
    }
    let all: Vec<_> = avtal
        .iter()
        .map(|avtal| {
            let folk = nycklar.get(&avtal.nyckeldag);
            let folk = folk.unwrap_or_else(|| panic!("{} has no population", avtal.nyckeldag));
            ett_avtal(calc, folk, avtal)
        })
        .collect();
    calc.each(&ALLA, &contract::TILLDELAT_ALLA, |r| sum(all.iter().map(|ett| &ett.per_region[r])));
    calc.define(&ALLA, &contract::TILLDELAT_ALLA, sum(all.iter().map(|ett| &ett.totalt)));
    let till_regionerna = sum(avtal.iter().map(|avtal| &avtal.till_regionerna));
    calc.define(&OVERENSKOMMET_ALLA, &contract::TILL_REGIONERNA_ALLA, till_regionerna);
    let till_skr = sum(avtal.iter().map(|avtal| &avtal.till_skr));
    calc.define(&OVERENSKOMMET_ALLA, &contract::TILL_SKR_ALLA, till_skr);
    all
}

fn ett_avtal(
    calc: &mut Calculation<'_>,
    folk: &PerRegion<Figure<Invanare>>,
    Avtal { ar, till_regionerna, till_skr, .. }: &Avtal,
) -> Tilldelat {
    let overenskommet = till_regionerna + till_skr;
    calc.define(&OVERENSKOMMET, &contract::OVERENSKOMMET.at(*ar), overenskommet);
    // The workbook gives at most six decimals of mnkr: the amount is whole kronor already.
    let pott = calc.define(&POTT, &contract::POTT.at(*ar), round(till_regionerna));
    let exakt = calc.each(&EXAKT, &contract::TILLDELAT_EXAKT.at(*ar), |r| {
        pott.exact() * (&folk[r] / total(|r| &folk[r]))
    });
    let policy = Residual::HalfUpResidualToLargest;
    let delar = share(calc.trace, Region::all().map(|r| &exakt[r]), &pott, policy, None);
    let tilldelat = contract::TILLDELAT.at(*ar);
    let per_region = calc.each_of(&TILLDELAT, &tilldelat, delar);
    let totalt = calc.define(&TOTALT, &tilldelat, total(|r| &per_region[r]));
    Tilldelat { per_region, totalt }
}
