//! What share of an agreement's money each region has used, the mean and the median of the shares, and
//! how many have used everything. Exact: a region is above the mean or not, whatever is printed.

use super::VART;
use super::liggare::Anvant;
use super::tilldelning::Tilldelat;
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::{Andel, Antal, HelaKronor};
use crate::region::{ANTAL, PerRegion};

static ANDEL: Rule = Rule {
    id: "beredskap.andel_anvand",
    text: "Det som har använts delat med det som har tilldelats.",
    kalla: VART,
};
static MEDEL: Rule = Rule {
    id: "beredskap.andel_anvand_medel",
    text: "Regionernas andelar, summerade och delade med antalet regioner: varje region väger lika.",
    kalla: VART,
};
static MEDIAN: Rule = Rule {
    id: "beredskap.andel_anvand_median",
    text: "Den mittersta av regionernas andelar i storleksordning.",
    kalla: VART,
};
static ANVANT_ALLT: Rule = Rule {
    id: "beredskap.antal_anvant_allt",
    text: "Antalet regioner som inte har en krona kvar.",
    kalla: VART,
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
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    ar: i32,
    tilldelat: &Tilldelat,
    anvant: &Anvant,
    kvar: &PerRegion<Figure<HelaKronor>>,
) -> Andelar {
    let id = format!("andel_anvand_{ar}");
    let per_region = anvant.per_region.map(|region, anvant| {
        let inputs = (anvant.clone(), tilldelat.per_region.i(region).clone());
        trace.derive(&ANDEL, namn.region(region, &id), inputs, andel)
    });
    let inputs = (anvant.totalt.clone(), tilldelat.totalt.clone());
    trace.derive(&ANDEL, namn.riket(&id), inputs, andel);
    let medel = trace.derive(
        &MEDEL,
        namn.riket(&format!("andel_anvand_medel_{ar}")),
        per_region.clone(),
        |andelar| {
            let antal = Antal::fran_heltal(i64::try_from(ANTAL).unwrap_or(i64::MAX));
            andelar.varden().iter().cloned().sum::<Andel>() / antal
        },
    );
    let id = namn.riket(&format!("andel_anvand_median_{ar}"));
    trace.derive(&MEDIAN, id, per_region.clone(), |andelar| {
        let mut andelar = andelar.varden().to_vec();
        andelar.sort();
        // The regions are odd in number: one stands in the middle.
        let median = andelar.into_iter().nth(ANTAL / 2);
        median.unwrap_or_else(|| panic!("there are {ANTAL} regions"))
    });
    let id = namn.riket(&format!("antal_anvant_allt_{ar}"));
    trace.derive(&ANVANT_ALLT, id, kvar.clone(), |kvar| {
        let utan = kvar.varden().iter().filter(|kvar| kvar.heltal() == 0).count();
        Antal::fran_heltal(i64::try_from(utan).unwrap_or(i64::MAX))
    });
    Andelar { per_region, medel }
}

fn andel((del, helhet): (HelaKronor, HelaKronor)) -> Andel {
    del.exakt() / helhet.exakt()
}
