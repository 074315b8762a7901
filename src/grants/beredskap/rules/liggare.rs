//! The ledger: what has been used of each agreement, what is left, what may be used in which year, and
//! what falls due if nothing more is used. Use that is not known is never taken for zero: what is
//! left is then the most that can be.

use super::tilldelning::Tilldelat;
use super::{AVTAL, VART};
use crate::contract::{Calculation, beredskap as contract};
use crate::figure::{Figure, Rule, sum, total};
use crate::grants::beredskap::inputs::Avtal;
use crate::quantity::HelaKronor;
use crate::region::{PerRegion, Region};

static ANVANT_AR: Rule = Rule {
    id: "beredskap.anvant_ar_totalt",
    text: "Det regionerna har använt av överenskommelsens medel under ett år, summerat.",
    source: VART,
};
static ANVANT: Rule = Rule {
    id: "beredskap.anvant",
    text: "Det som har använts av överenskommelsens medel under alla år som har gått av perioden.",
    source: VART,
};
static KVAR: Rule = Rule {
    id: "beredskap.kvar",
    text: "Det tilldelade minus den användning som är känd: det som högst är kvar.",
    source: AVTAL,
};
static KVAR_TOTALT: Rule = Rule {
    id: "beredskap.kvar_totalt",
    text: "Det regionerna högst har kvar, summerat.",
    source: AVTAL,
};
static KVAR_ALLA: Rule = Rule {
    id: "beredskap.kvar_alla",
    text: "Det som högst är kvar av alla överenskommelser vars period inte är slut.",
    source: AVTAL,
};
static DISPONIBELT: Rule = Rule {
    id: "beredskap.disponibelt",
    text: "Det som högst får användas under ett år av perioden: det tilldelade minus känd användning under åren före.",
    source: AVTAL,
};
static DISPONIBELT_AR: Rule = Rule {
    id: "beredskap.disponibelt_ar",
    text: "Det som högst får användas under ett år av alla överenskommelser tillsammans.",
    source: AVTAL,
};
static FORFALLER: Rule = Rule {
    id: "beredskap.forfaller",
    text: "Det som ska betalas tillbaka om inget mer används: det som högst är kvar, där överenskommelsen anger en dag för återbetalning.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &ANVANT_AR,
    &ANVANT,
    &KVAR,
    &KVAR_TOTALT,
    &KVAR_ALLA,
    &DISPONIBELT,
    &DISPONIBELT_AR,
    &FORFALLER,
];

/// The ledger of an agreement.
#[derive(Clone, Debug)]
pub struct Konto {
    /// What the regions together used in each year that was asked about, by year.
    pub anvant_ar: Vec<(i32, Figure<HelaKronor>)>,
    /// What has been used, where that is known for every year that has passed.
    pub anvant: Option<Anvant>,
    /// What is left at most, per region.
    pub kvar: PerRegion<Figure<HelaKronor>>,
}

/// What has been used.
#[derive(Clone, Debug)]
pub struct Anvant {
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// Their sum.
    pub totalt: Figure<HelaKronor>,
}

/// Keeps the ledger of each agreement, in the agreements' order.
pub fn compute(calc: &mut Calculation<'_>, avtal: &[Avtal], tilldelat: &[Tilldelat]) -> Vec<Konto> {
    let konton: Vec<_> = avtal
        .iter()
        .zip(tilldelat)
        .map(|(avtal, tilldelat)| ett_konto(calc, avtal, tilldelat))
        .collect();
    let oppna = avtal.iter().zip(&konton).filter(|(avtal, _)| avtal.till >= calc.year);
    let oppna: Vec<_> = oppna.map(|(_, konto)| konto).collect();
    if !oppna.is_empty() {
        let kvar = calc.each(&KVAR_ALLA, &contract::KVAR_ALLA, |r| {
            sum(oppna.iter().map(|konto| &konto.kvar[r]))
        });
        calc.define(&KVAR_TOTALT, &contract::KVAR_ALLA, total(|r| &kvar[r]));
    }
    disponibelt(calc, avtal, tilldelat, &konton);
    konton
}

fn ett_konto(calc: &mut Calculation<'_>, avtal: &Avtal, tilldelat: &Tilldelat) -> Konto {
    let nu = calc.year;
    let anvant_ar = avtal.anvant.iter().map(|anvant| {
        let promise = contract::ANVANT_AR.at((avtal.ar, anvant.ar));
        (anvant.ar, calc.define(&ANVANT_AR, &promise, total(|r| &anvant.per_region[r])))
    });
    let anvant_ar: Vec<_> = anvant_ar.collect();
    let alla_ar = |r: Region| sum(avtal.anvant.iter().map(|anvant| &anvant.per_region[r]));
    let anvant = avtal.is_known(nu).then(|| {
        let promise = contract::ANVANT.at(avtal.ar);
        let per_region = calc.each(&ANVANT, &promise, alla_ar);
        let totalt = calc.define(&ANVANT, &promise, sum(anvant_ar.iter().map(|(_, ar)| ar)));
        Anvant { per_region, totalt }
    });
    let promise = contract::KVAR.at(avtal.ar);
    let kvar = calc.each(&KVAR, &promise, |r| &tilldelat.per_region[r] - alla_ar(r));
    calc.define(&KVAR_TOTALT, &promise, total(|r| &kvar[r]));
    if avtal.aterbetalas.is_some() {
        let promise = contract::FORFALLER.at(avtal.ar);
        let forfaller = calc.each(&FORFALLER, &promise, |r| &kvar[r]);
        calc.define(&KVAR_TOTALT, &promise, total(|r| &forfaller[r]));
    }
    Konto { anvant_ar, anvant, kvar }
}

/// What may at most be used in each year from the last one asked about, as far as any period goes.
fn disponibelt(
    calc: &mut Calculation<'_>,
    avtal: &[Avtal],
    tilldelat: &[Tilldelat],
    konton: &[Konto],
) {
    for ar in aren(calc.year, avtal) {
        let mut delar = Vec::new();
        for ((avtal, tilldelat), konto) in avtal.iter().zip(tilldelat).zip(konton) {
            if !(avtal.fran..=avtal.till).contains(&ar) {
                continue;
            }
            let fore = konto.anvant_ar.iter().filter(|(fore, _)| *fore < ar);
            let kvar = &tilldelat.totalt - sum(fore.map(|(_, anvant)| anvant));
            let promise = contract::DISPONIBELT.at((avtal.ar, ar));
            delar.push(calc.define(&DISPONIBELT, &promise, kvar));
        }
        if !delar.is_empty() {
            calc.define(&DISPONIBELT_AR, &contract::DISPONIBELT_AR.at(ar), sum(&delar));
        }
    }
}

/// The years for which it is told what may be used: from the year before the follow-up to the last of
/// any period.
pub fn aren(nu: i32, avtal: &[Avtal]) -> impl Iterator<Item = i32> + use<> {
    let last = avtal.iter().map(|avtal| avtal.till).max().unwrap_or(nu);
    nu - 1..=last
}
