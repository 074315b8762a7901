//! The ledger: what has been used of each agreement, what is left, what may be used in which year, and
//! what falls due if nothing more is used. Use that is not known is never taken for nought: what is
//! left is then the most that can be.

use super::tilldelning::Tilldelat;
use super::{AVTAL, VART, summa, summa_regioner};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::beredskap::inputs::Avtal;
use crate::quantity::HelaKronor;
use crate::region::PerRegion;

static ANVANT_AR: Rule = Rule {
    id: "beredskap.anvant_ar_totalt",
    text: "Det regionerna har använt av överenskommelsens medel under ett år, summerat.",
    kalla: VART,
};
static ANVANT: Rule = Rule {
    id: "beredskap.anvant",
    text: "Det som har använts av överenskommelsens medel under alla år som har gått av perioden.",
    kalla: VART,
};
static KVAR: Rule = Rule {
    id: "beredskap.kvar",
    text: "Det tilldelade minus den användning som är känd: det som högst är kvar.",
    kalla: AVTAL,
};
static KVAR_TOTALT: Rule = Rule {
    id: "beredskap.kvar_totalt",
    text: "Det regionerna högst har kvar, summerat.",
    kalla: AVTAL,
};
static KVAR_ALLA: Rule = Rule {
    id: "beredskap.kvar_alla",
    text: "Det som högst är kvar av alla överenskommelser vars period inte är slut.",
    kalla: AVTAL,
};
static DISPONIBELT: Rule = Rule {
    id: "beredskap.disponibelt",
    text: "Det som högst får användas under ett år av perioden: det tilldelade minus känd användning under åren före.",
    kalla: AVTAL,
};
static DISPONIBELT_AR: Rule = Rule {
    id: "beredskap.disponibelt_ar",
    text: "Det som högst får användas under ett år av alla överenskommelser tillsammans.",
    kalla: AVTAL,
};
static FORFALLER: Rule = Rule {
    id: "beredskap.forfaller",
    text: "Det som ska betalas tillbaka om inget mer används: det som högst är kvar, där överenskommelsen anger en dag för återbetalning.",
    kalla: AVTAL,
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

/// Keeps the ledger of each agreement when the follow-up is made in `nu`, in the agreements' order.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    nu: i32,
    avtal: &[Avtal],
    tilldelat: &[Tilldelat],
) -> Vec<Konto> {
    let konton: Vec<_> = avtal
        .iter()
        .zip(tilldelat)
        .map(|(avtal, tilldelat)| ett_konto(trace, namn, nu, avtal, tilldelat))
        .collect();
    let oppna = || avtal.iter().zip(&konton).filter(|(avtal, _)| avtal.till >= nu);
    let kvar = PerRegion::fran(|region| {
        let delar: Vec<_> = oppna().map(|(_, konto)| konto.kvar.i(region).clone()).collect();
        (!delar.is_empty())
            .then(|| trace.derive(&KVAR_ALLA, namn.region(region, "kvar"), delar, summa))
    });
    if let Some(kvar) = PerRegion::kanske(|region| kvar.i(region).clone()) {
        trace.derive(&KVAR_TOTALT, namn.riket("kvar"), kvar, summa_regioner);
    }
    disponibelt(trace, namn, nu, avtal, tilldelat);
    konton
}

fn ett_konto(
    trace: &mut Trace,
    namn: &Namn,
    nu: i32,
    avtal: &Avtal,
    tilldelat: &Tilldelat,
) -> Konto {
    for anvant in &avtal.anvant {
        let id = anvant_namn(avtal, anvant.ar);
        trace.derive(&ANVANT_AR, namn.riket(&id), anvant.per_region.clone(), summa_regioner);
    }
    let per_region = |id: &str| format!("{id}_{}", avtal.ar);
    let anvant = avtal.kant(nu).then(|| {
        let id = per_region("anvant");
        let per_region = PerRegion::fran(|region| {
            let delar: Vec<_> =
                avtal.anvant.iter().map(|ar| ar.per_region.i(region).clone()).collect();
            trace.derive(&ANVANT, namn.region(region, &id), delar, summa)
        });
        let aren: Vec<_> = avtal.anvant.iter().map(|ar| finn(trace, namn, avtal, ar.ar)).collect();
        let totalt = trace.derive(&ANVANT, namn.riket(&id), aren, summa);
        Anvant { per_region, totalt }
    });
    let id = per_region("kvar");
    let kvar = tilldelat.per_region.map(|region, tilldelat| {
        let kand: Vec<_> = avtal.anvant.iter().map(|ar| ar.per_region.i(region).clone()).collect();
        trace.derive(&KVAR, namn.region(region, &id), (tilldelat.clone(), kand), minus)
    });
    trace.derive(&KVAR_TOTALT, namn.riket(&id), kvar.clone(), summa_regioner);
    if avtal.aterbetalas.is_some() {
        let id = per_region("forfaller");
        let forfaller = kvar.map(|region, kvar| {
            trace.derive(&FORFALLER, namn.region(region, &id), kvar.clone(), |kvar| kvar)
        });
        trace.derive(&KVAR_TOTALT, namn.riket(&id), forfaller, summa_regioner);
    }
    Konto { anvant, kvar }
}

/// What may at most be used in each year from the last one asked about, as far as any period goes.
fn disponibelt(trace: &mut Trace, namn: &Namn, nu: i32, avtal: &[Avtal], tilldelat: &[Tilldelat]) {
    for ar in aren(nu, avtal) {
        let mut delar = Vec::new();
        for (avtal, tilldelat) in avtal.iter().zip(tilldelat) {
            if !(avtal.fran..=avtal.till).contains(&ar) {
                continue;
            }
            let fore = avtal.anvant.iter().filter(|anvant| anvant.ar < ar);
            let fore: Vec<_> = fore.map(|fore| finn(trace, namn, avtal, fore.ar)).collect();
            let id = namn.riket(&format!("disponibelt_{}_{ar}", avtal.ar));
            delar.push(trace.derive(&DISPONIBELT, id, (tilldelat.totalt.clone(), fore), minus));
        }
        if !delar.is_empty() {
            trace.derive(&DISPONIBELT_AR, namn.riket(&format!("disponibelt_{ar}")), delar, summa);
        }
    }
}

/// The years for which it is told what may be used: from the year before the follow-up to the last of
/// any period.
pub fn aren(nu: i32, avtal: &[Avtal]) -> impl Iterator<Item = i32> + use<> {
    let sista = avtal.iter().map(|avtal| avtal.till).max().unwrap_or(nu);
    nu - 1..=sista
}

fn anvant_namn(avtal: &Avtal, ar: i32) -> String {
    format!("anvant_{}_{ar}", avtal.ar)
}

/// The country's use in a year that was asked about.
fn finn(trace: &Trace, namn: &Namn, avtal: &Avtal, ar: i32) -> Figure<HelaKronor> {
    let id = trace.find(&namn.riket(&anvant_namn(avtal, ar)));
    let id = id.unwrap_or_else(|| panic!("the use of {} in {ar} was not summed", avtal.ar));
    let value = crate::quantity::Quantity::from_value(&trace.node(id).value);
    Figure { value, id }
}

fn minus((helt, delar): (HelaKronor, Vec<HelaKronor>)) -> HelaKronor {
    helt - summa(delar)
}
