//! The need model: what each region's population would cost at the country's mean cost per group,
//! scaled so that the amount to be paid out is used.

use super::{AVTAL, Folk, PerInvanare, in_kronor, weighted_mean};
use crate::contract::{Calculation, lakemedel as contract};
use crate::figure::{Figure, Rule, sum};
use crate::grants::lakemedel::inputs::{Behov, Groups};
use crate::quantity::{HelaKronor, Invanare, KronorPerInvanare};

static MODELLKOSTNAD: Rule = Rule {
    id: "lakemedel.modellkostnad",
    text: "Summan av gruppernas andelar av regionens befolkning gånger deras prislappar, i kronor per invånare.",
    source: AVTAL,
};
static MODELLTOTAL: Rule = Rule {
    id: "lakemedel.modelltotal",
    text: "Modellkostnaden per invånare gånger den befolkning som bidraget räknas på, summerad över regionerna.",
    source: AVTAL,
};
static SKALFAKTOR: Rule = Rule {
    id: "lakemedel.skalfaktor",
    text: "Det belopp som betalas ut delat med modellens total: samma faktor för alla regioner.",
    source: AVTAL,
};
static SKALAD: Rule = Rule {
    id: "lakemedel.behovsmodell",
    text: "Modellkostnaden per invånare gånger skalfaktorn, oavrundad.",
    source: AVTAL,
};
static GIVEN: Rule = Rule {
    id: "lakemedel.behovsmodell_given",
    text: "Modellens utfall som det står i arbetsboken, inte omräknat.",
    source: AVTAL,
};
static MEDEL: Rule = Rule {
    id: "lakemedel.behovsmodell_medel",
    text: "Behovsmodellen gånger befolkningen, summerad och delad med landets befolkning.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&MODELLKOSTNAD, &MODELLTOTAL, &SKALFAKTOR, &SKALAD, &GIVEN, &MEDEL];

/// The need model's outcome.
#[derive(Clone, Debug)]
pub struct Utfall {
    /// Per region, unrounded.
    pub per_region: PerInvanare,
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
pub fn compute(
    calc: &mut Calculation<'_>,
    behov: &Behov,
    folk: &Folk,
    pott: &Figure<HelaKronor>,
) -> Result<Utfall, Tom> {
    let per_region = match (&behov.grupper, &behov.utfall) {
        (Some(grupper), _) => ur_grupper(calc, grupper, folk, pott)?,
        (None, Some(utfall)) => calc.each(&GIVEN, &contract::BEHOVSMODELL, |r| utfall[r].expr()),
        (None, None) => panic!("the reader lets no need model without inputs through"),
    };
    let medel = weighted_mean(&per_region, folk);
    let medel = calc.define(&MEDEL, &contract::BEHOVSMODELL, medel);
    Ok(Utfall { per_region, medel })
}

fn ur_grupper(
    calc: &mut Calculation<'_>,
    (grupper, prislappar): &Groups,
    folk: &Folk,
    pott: &Figure<HelaKronor>,
) -> Result<PerInvanare, Tom> {
    let tom =
        |grupper: &Vec<Figure<Invanare>>| grupper.iter().all(|count| count.value.integer() == 0);
    if let Some((region, _)) = grupper.iter().find(|(_, grupper)| tom(grupper)) {
        return Err(Tom::Region(region));
    }
    let modellkostnad = calc.each(&MODELLKOSTNAD, &contract::MODELLKOSTNAD, |r| {
        let kostnader = prislappar.iter().zip(&grupper[r]).map(|(lapp, count)| lapp * count);
        sum(kostnader) / sum(&grupper[r])
    });
    let modelltotal =
        calc.define(&MODELLTOTAL, &contract::MODELLTOTAL, in_kronor(&modellkostnad, folk));
    if modelltotal.value.exact().is_zero() {
        return Err(Tom::Prislappar);
    }
    let skalfaktor = calc.define(&SKALFAKTOR, &contract::SKALFAKTOR, pott.exact() / &modelltotal);
    Ok(calc.each(&SKALAD, &contract::BEHOVSMODELL, |r| &modellkostnad[r] * &skalfaktor))
}
