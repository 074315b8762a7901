//! What share of an agreement's money each region has used, the mean and the median of the shares, and
//! how many have used everything. Exact: a region is above the mean or not, whatever is printed.

use super::VART;
use super::liggare::Anvant;
use super::tilldelning::Tilldelat;
use crate::contract::{Calculation, beredskap as contract};
use crate::figure::{self, Comparison, Figure, Rule, count, count_where, list, total, zero};
use crate::quantity::{Andel, HelaKronor};
use crate::region::{COUNT, PerRegion, Region};

static ANDEL: Rule = Rule {
    id: "beredskap.andel_anvand",
    text: "Det som har använts delat med det som har tilldelats.",
    source: VART,
};
static MEDEL: Rule = Rule {
    id: "beredskap.andel_anvand_medel",
    text: "Regionernas andelar, summerade och delade med antalet regioner: varje region väger lika.",
    source: VART,
};
static MEDIAN: Rule = Rule {
    id: "beredskap.andel_anvand_median",
    text: "Den mittersta av regionernas andelar i storleksordning.",
    source: VART,
};
static ANVANT_ALLT: Rule = Rule {
    id: "beredskap.antal_anvant_allt",
    text: "Antalet regioner som inte har en krona kvar.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&ANDEL, &MEDEL, &MEDIAN, &ANVANT_ALLT];

/// The shares used of an agreement's money.
#[derive(Clone, Debug)]
pub struct Andelar {
    /// Per region.
    pub per_region: PerRegion<Figure<Andel>>,
    /// The mean of the regions' shares.
    pub medel: Figure<Andel>,
}

/// Computes the shares used of the agreement called `ar`.
pub fn compute(
    calc: &mut Calculation<'_>,
    ar: i32,
    tilldelat: &Tilldelat,
    anvant: &Anvant,
    kvar: &PerRegion<Figure<HelaKronor>>,
) -> Andelar {
    let promise = contract::ANDEL_ANVAND.at(ar);
    let per_region = calc
        .each(&ANDEL, &promise, |r| anvant.per_region[r].exact() / tilldelat.per_region[r].exact());
    calc.define(&ANDEL, &promise, anvant.totalt.exact() / tilldelat.totalt.exact());
    let number_of = i64::try_from(COUNT).unwrap_or_else(|_| panic!("{COUNT} regions are few"));
    let medel = total(|r| &per_region[r]) / count(number_of);
    let medel = calc.define(&MEDEL, &contract::ANDEL_MEDEL.at(ar), medel);
    let all = list(Region::all().map(|r| &per_region[r]));
    let median = calc.call(&figure::MEDIAN, vec![all]).at(0);
    calc.define(&MEDIAN, &contract::ANDEL_MEDIAN.at(ar), median);
    let utan = Region::all().map(|r| Comparison::equal(&kvar[r], zero()));
    calc.define(&ANVANT_ALLT, &contract::ANTAL_ANVANT_ALLT.at(ar), count_where(utan));
    Andelar { per_region, medel }
}
