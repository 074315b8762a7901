//! The need model: what each region's population would cost at the country's mean cost per group,
//! scaled so that the amount to be paid out is used.

use super::{AVTAL, vagt_medel};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::lakemedel::inputs::Behov;
use crate::quantity::{Andel, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static MODELLKOSTNAD: Rule = Rule {
    id: "lakemedel.modellkostnad",
    text: "Summan av gruppernas andelar av regionens befolkning gånger deras prislappar, i kronor per invånare.",
    kalla: AVTAL,
};
static MODELLTOTAL: Rule = Rule {
    id: "lakemedel.modelltotal",
    text: "Modellkostnaden per invånare gånger befolkningen den 31 augusti, summerad över regionerna.",
    kalla: AVTAL,
};
static SKALFAKTOR: Rule = Rule {
    id: "lakemedel.skalfaktor",
    text: "Det belopp som betalas ut delat med modellens total: samma faktor för alla regioner.",
    kalla: AVTAL,
};
static SKALAD: Rule = Rule {
    id: "lakemedel.behovsmodell",
    text: "Modellkostnaden per invånare gånger skalfaktorn, oavrundad.",
    kalla: AVTAL,
};
static GIVEN: Rule = Rule {
    id: "lakemedel.behovsmodell_given",
    text: "Modellens utfall som det står i arbetsboken, inte omräknat.",
    kalla: AVTAL,
};
static MEDEL: Rule = Rule {
    id: "lakemedel.behovsmodell_medel",
    text: "Behovsmodellen gånger befolkningen, summerad och delad med landets befolkning.",
    kalla: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&MODELLKOSTNAD, &MODELLTOTAL, &SKALFAKTOR, &SKALAD, &GIVEN, &MEDEL];

/// The need model's outcome.
#[derive(Clone, Debug)]
pub struct Utfall {
    /// Per region, unrounded.
    pub per_region: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's mean, weighted by population.
    pub medel: Figure<KronorPerInvanare>,
}

/// Why the model has no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tom {
    /// A region's groups hold nobody.
    Region(crate::region::Region),
    /// All price tags that count are zero.
    Prislappar,
}

/// Computes the model from groups and price tags if they are there, else takes the outcome given.
///
/// # Errors
/// If the groups of a region hold nobody, or nothing in the model costs anything.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    behov: &Behov,
    folk: &PerRegion<Figure<Invanare>>,
    pott: &Figure<HelaKronor>,
) -> Result<Utfall, Tom> {
    let per_region = match (&behov.grupper, &behov.utfall) {
        (Some((grupper, prislappar)), _) => {
            ur_grupper(trace, namn, grupper, prislappar, folk, pott)?
        }
        (None, Some(utfall)) => utfall.map(|region, utfall| {
            trace.derive(&GIVEN, namn.region(region, "behovsmodell"), utfall.clone(), |utfall| {
                utfall
            })
        }),
        (None, None) => panic!("the reader lets no need model without inputs through"),
    };
    let medel = trace.derive(
        &MEDEL,
        namn.riket("behovsmodell"),
        (per_region.clone(), folk.clone()),
        vagt_medel,
    );
    Ok(Utfall { per_region, medel })
}

fn ur_grupper(
    trace: &mut Trace,
    namn: &Namn,
    grupper: &PerRegion<Vec<Figure<Invanare>>>,
    prislappar: &[Figure<KronorPerInvanare>],
    folk: &PerRegion<Figure<Invanare>>,
    pott: &Figure<HelaKronor>,
) -> Result<PerRegion<Figure<KronorPerInvanare>>, Tom> {
    let tom =
        |grupper: &Vec<Figure<Invanare>>| grupper.iter().all(|antal| antal.value.heltal() == 0);
    if let Some((region, _)) = grupper.iter().find(|(_, grupper)| tom(grupper)) {
        return Err(Tom::Region(region));
    }
    let prislappar = prislappar.to_vec();
    let modellkostnad = grupper.map(|region, grupper| {
        trace.derive(
            &MODELLKOSTNAD,
            namn.region(region, "modellkostnad"),
            (grupper.clone(), prislappar.clone()),
            |(grupper, prislappar)| {
                let kostnad: Kronor = prislappar
                    .into_iter()
                    .zip(&grupper)
                    .map(|(prislapp, antal)| prislapp * *antal)
                    .sum();
                kostnad / grupper.iter().copied().sum::<Invanare>()
            },
        )
    });
    let modelltotal = trace.derive(
        &MODELLTOTAL,
        namn.riket("modelltotal"),
        (modellkostnad.clone(), folk.clone()),
        super::i_kronor,
    );
    if modelltotal.value.exakt().ar_noll() {
        return Err(Tom::Prislappar);
    }
    let skalfaktor: Figure<Andel> = trace.derive(
        &SKALFAKTOR,
        namn.riket("skalfaktor"),
        (pott.clone(), modelltotal),
        |(pott, modelltotal)| pott.exakt() / modelltotal,
    );
    Ok(modellkostnad.map(|region, kostnad| {
        trace.derive(
            &SKALAD,
            namn.region(region, "behovsmodell"),
            (kostnad.clone(), skalfaktor.clone()),
            |(kostnad, skalfaktor)| kostnad * skalfaktor,
        )
    }))
}
