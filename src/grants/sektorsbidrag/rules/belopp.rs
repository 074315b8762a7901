//! Each region's amount: its share of what is shared out, in whole kronor by a residual policy.

use super::vikter::Vikter;
use super::{BESLUT, VART};
use crate::allocation::{Residual, hela_kronor};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static EXAKT: Rule = Rule {
    id: "sektorsbidrag.belopp_exakt",
    text: "Det som fördelas gånger regionens andel, oavrundat.",
    kalla: BESLUT,
};
static HALF_UP: Rule = Rule {
    id: "sektorsbidrag.belopp",
    text: "Regionens belopp avrundat en gång till hela kronor (half_up: halva kronor bort från noll).",
    kalla: BESLUT,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "sektorsbidrag.belopp_largest_remainder",
    text: "Regionens belopp nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    kalla: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "sektorsbidrag.belopp_residual_to_largest",
    text: "Regionens belopp avrundat till hela kronor (half_up); den region som får mest tar återstoden.",
    kalla: VART,
};
static TOTALT: Rule = Rule {
    id: "sektorsbidrag.belopp_totalt",
    text: "Regionernas avrundade belopp, summerade.",
    kalla: BESLUT,
};
static RESIDUAL: Rule = Rule {
    id: "sektorsbidrag.residual",
    text: "Det som fördelas minus regionernas belopp avrundade var för sig (half_up).",
    kalla: VART,
};
static RESIDUAL_NEDAT: Rule = Rule {
    id: "sektorsbidrag.residual_nedat",
    text: "Det som fördelas minus regionernas belopp avrundade nedåt: så många kronor går en var till de största resterna.",
    kalla: VART,
};
static PER_INVANARE: Rule = Rule {
    id: "sektorsbidrag.belopp_per_inv",
    text: "Det avrundade beloppet delat med befolkningen den 1 november.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &EXAKT,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &TOTALT,
    &RESIDUAL,
    &RESIDUAL_NEDAT,
    &PER_INVANARE,
];

/// What each region gets.
#[derive(Clone, Debug)]
pub struct Belopp {
    /// Unrounded, per region.
    pub exakt: PerRegion<Figure<Kronor>>,
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// Their sum.
    pub totalt: Figure<HelaKronor>,
    /// Per inhabitant, per region.
    pub per_inv: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's mean.
    pub medel: Figure<KronorPerInvanare>,
}

/// Exact parts and what they are parts of.
type Delar = (PerRegion<Kronor>, HelaKronor);

/// Computes the amounts by a residual policy.
///
/// # Panics
/// If the policy names a region: the workbook has no such choice.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    pott: &Figure<HelaKronor>,
    (vikter, befolkning): (&Vikter, &PerRegion<Figure<Invanare>>),
    residual: Residual,
) -> Belopp {
    let exakt = vikter.andel.map(|region, andel| {
        trace.derive(
            &EXAKT,
            namn.region(region, "belopp_exakt"),
            (pott.clone(), andel.clone()),
            |(pott, andel)| pott.exakt() * andel,
        )
    });
    let per_region = hela(trace, namn, &exakt, pott, residual);
    let totalt = trace.derive(&TOTALT, namn.riket("belopp"), per_region.clone(), |belopp| {
        belopp.varden().iter().copied().sum::<HelaKronor>()
    });
    let (rule, rest): (_, fn(Delar) -> HelaKronor) = match residual {
        Residual::LargestRemainder => (&RESIDUAL_NEDAT, rest_nedat),
        _ => (&RESIDUAL, |delar| fordelat(&delar, Residual::HalfUp).residual),
    };
    trace.derive(rule, namn.riket("residual"), (exakt.clone(), pott.clone()), rest);
    let per_inv = per_region.map(|region, belopp| {
        per_invanare(trace, namn.region(region, "belopp_per_inv"), (belopp, befolkning.i(region)))
    });
    let medel = per_invanare(trace, namn.riket("belopp_per_inv"), (&totalt, &vikter.folk));
    Belopp { exakt, per_region, totalt, per_inv, medel }
}

fn per_invanare(
    trace: &mut Trace,
    namn: String,
    (belopp, folk): (&Figure<HelaKronor>, &Figure<Invanare>),
) -> Figure<KronorPerInvanare> {
    trace.derive(&PER_INVANARE, namn, (belopp.clone(), folk.clone()), |(belopp, folk)| {
        belopp.exakt() / folk
    })
}

fn hela(
    trace: &mut Trace,
    namn: &Namn,
    exakt: &PerRegion<Figure<Kronor>>,
    pott: &Figure<HelaKronor>,
    residual: Residual,
) -> PerRegion<Figure<HelaKronor>> {
    let (rule, fordela): (_, fn(Delar) -> Vec<HelaKronor>) = match residual {
        Residual::HalfUp => {
            return exakt.map(|region, exakt| {
                let namn = namn.region(region, "belopp");
                trace.derive(&HALF_UP, namn, exakt.clone(), |exakt| {
                    exakt.avrunda(Avrundning::HalfUp)
                })
            });
        }
        Residual::LargestRemainder => {
            (&LARGEST_REMAINDER, |delar| fordelat(&delar, Residual::LargestRemainder).belopp)
        }
        Residual::HalfUpResidualToLargest => {
            (&TO_LARGEST, |delar| fordelat(&delar, Residual::HalfUpResidualToLargest).belopp)
        }
        Residual::Explicit(_) => panic!("the workbook names no region"),
    };
    let namnen = exakt.iter().map(|(region, _)| namn.region(region, "belopp")).collect();
    let inputs = (exakt.clone(), pott.clone());
    let mut belopp = trace.derive_each(rule, namnen, inputs, fordela).into_iter();
    PerRegion::fran(|region| belopp.next().unwrap_or_else(|| panic!("{region} has no amount")))
}

fn fordelat((exakt, pott): &Delar, residual: Residual) -> crate::allocation::Hela {
    hela_kronor(exakt.varden(), *pott, residual)
        .unwrap_or_else(|obalans| panic!("shares of a whole sum to it: {obalans:?}"))
}

fn rest_nedat((exakt, pott): Delar) -> HelaKronor {
    let ned = |del: &Kronor| Kronor::ny(del.exakt().golv()).avrunda(Avrundning::HalfUp);
    pott - exakt.varden().iter().map(ned).sum()
}
