//! The settlement of profit and loss for an agreement year: the outcome against the base that was agreed,
//! the part beyond the limits, and the state's share of it in whole kronor. Each region's part of that is
//! found by [`regiondelar`].
//!
//! What is settled is one part for the drug benefit and one for hepatitis C, or one for both together;
//! every part goes the same way. A positive amount is paid by the state to the regions, a negative one
//! by the regions to the state.

use super::{AVTAL, Belopp, regiondelar};
use crate::contract::Calculation;
use crate::contract::regleringsbrev::{self as contract, Del, Lage};
use crate::figure::{Comparison, Figure, Rule, choose, round, sum, zero};
use crate::grants::regleringsbrev::inputs::{Avrakning, Avstamning};
use crate::quantity::{Andel, HelaKronor, Kronor};
use crate::region::PerRegion;

static BAS_TILLSAMMANS: Rule = Rule {
    id: "regleringsbrev.avstamning_bas_tillsammans",
    text: "Avtalat belopp för läkemedelsförmånen plus hepatit C, minus statens andel av prognostiserad återbäring; utan övrigt.",
    source: AVTAL,
};
static UTFALL_HEPATIT_C: Rule = Rule {
    id: "regleringsbrev.avstamning_utfall_hepatit_c",
    text: "Hela kostnaden för hepatit C gånger den andel som överenskommelsen ersätter.",
    source: AVTAL,
};
static UTFALL_TILLSAMMANS: Rule = Rule {
    id: "regleringsbrev.avstamning_utfall_tillsammans",
    text: "Utfallet för läkemedelsförmånen plus utfallet för hepatit C, minus statens andel av återbäringen.",
    source: AVTAL,
};
static NEDRE: Rule = Rule {
    id: "regleringsbrev.avstamning_nedre",
    text: "Basen minus gränsen i procent av basen; på gränsen delas ingenting.",
    source: AVTAL,
};
static OVRE: Rule = Rule {
    id: "regleringsbrev.avstamning_ovre",
    text: "Basen plus gränsen i procent av basen; på gränsen delas ingenting.",
    source: AVTAL,
};
static AVVIKELSE: Rule = Rule {
    id: "regleringsbrev.avstamning_avvikelse",
    text: "Utfallet minus basen.",
    source: AVTAL,
};
static AVVIKELSE_ANDEL: Rule = Rule {
    id: "regleringsbrev.avstamning_avvikelse_andel",
    text: "Avvikelsen delad med basen.",
    source: AVTAL,
};
static UTANFOR: Rule = Rule {
    id: "regleringsbrev.avstamning_utanfor",
    text: "Utfallet minus den övre gränsen om det är högre än den, minus den nedre om det är lägre än den, annars noll.",
    source: AVTAL,
};
static BELOPP: Rule = Rule {
    id: "regleringsbrev.avstamning_belopp",
    text: "Den del av avvikelsen som ligger utanför gränsen gånger statens andel, avrundad till hela kronor (half_up); positivt betalar staten, negativt betalar regionerna.",
    source: AVTAL,
};
static TOTALT: Rule = Rule {
    id: "regleringsbrev.avstamning_totalt",
    text: "Det som avräknas, del för del, summerat.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &BAS_TILLSAMMANS,
    &UTFALL_HEPATIT_C,
    &UTFALL_TILLSAMMANS,
    &NEDRE,
    &OVRE,
    &AVVIKELSE,
    &AVVIKELSE_ANDEL,
    &UTANFOR,
    &BELOPP,
    &TOTALT,
];

/// A part before it is settled: what was agreed and what it came to, kr.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Which part.
    pub del: Del,
    /// What was agreed, net and without övrigt.
    pub bas: Figure<Kronor>,
    /// What it came to.
    pub utfall: Figure<Kronor>,
}

/// A settled part.
#[derive(Clone, Debug)]
pub struct Avraknad {
    /// Which part.
    pub del: Del,
    /// Where the outcome lies, by unrounded kronor.
    pub lage: Lage,
    /// The state's share of what lies beyond the limit, for all regions.
    pub belopp: Figure<HelaKronor>,
    /// Each region's part of it.
    pub per_region: PerRegion<Figure<HelaKronor>>,
}

/// The parts to be settled, with base and outcome.
pub fn evidence(calc: &mut Calculation<'_>, avstamning: &Avstamning) -> Vec<Evidence> {
    let Avstamning { bas_formanen, bas_hepatit_c, bas_aterbaring, .. } = avstamning;
    let Avstamning { utfall_formanen, utfall_aterbaring, .. } = avstamning;
    let hepatit_c = calc.define(
        &UTFALL_HEPATIT_C,
        &contract::AVSTAMNING_UTFALL_HEPATIT_C,
        &avstamning.hepatit_c_kostnad * &avstamning.hepatit_c_andel,
    );
    let del = |del, bas: &Figure<_>, utfall: &Figure<_>| {
        let (bas, utfall) = (bas.clone(), utfall.clone());
        Evidence { del, bas, utfall }
    };
    if avstamning.avrakning == Avrakning::VarForSig {
        return vec![
            del(Del::Formanen, bas_formanen, utfall_formanen),
            del(Del::HepatitC, bas_hepatit_c, &hepatit_c),
        ];
    }
    let bas = calc.define(
        &BAS_TILLSAMMANS,
        &contract::AVSTAMNING_BAS_TILLSAMMANS,
        bas_formanen + bas_hepatit_c - bas_aterbaring,
    );
    let utfall = calc.define(
        &UTFALL_TILLSAMMANS,
        &contract::AVSTAMNING_UTFALL_TILLSAMMANS,
        utfall_formanen + &hepatit_c - utfall_aterbaring,
    );
    vec![del(Del::Tillsammans, &bas, &utfall)]
}

/// Settles the parts and shares them out.
///
/// # Panics
/// If a base is zero: a bug, since the checks before this refuse it.
pub fn avrakna(
    calc: &mut Calculation<'_>,
    delar: &[Evidence],
    avstamning: &Avstamning,
    key: &PerRegion<Figure<Andel>>,
) -> Vec<Avraknad> {
    let mut avraknade = Vec::new();
    for evidence in delar {
        let del = evidence.del;
        let utanfor = outside(calc, evidence, &avstamning.grans);
        let lage = match utanfor.value.exact() {
            inget if inget.is_zero() => Lage::Inom,
            under if under.is_negative() => Lage::Under,
            _ => Lage::Over,
        };
        let belopp = calc.define(
            &BELOPP,
            &contract::AVSTAMNING_DELBELOPP.at(del),
            round(&utanfor * &avstamning.statens_andel),
        );
        let per_region = regiondelar::fordela(calc, del, &belopp, key, avstamning.residual);
        avraknade.push(Avraknad { del, lage, belopp, per_region });
    }
    in_total(calc, &avraknade);
    avraknade
}

/// The signed part of an outcome that lies beyond the limits.
fn outside(
    calc: &mut Calculation<'_>,
    Evidence { del, bas, utfall }: &Evidence,
    grans: &Figure<Andel>,
) -> Figure<Kronor> {
    let nedre = calc.define(&NEDRE, &contract::AVSTAMNING_NEDRE.at(*del), bas - bas * grans);
    let ovre = calc.define(&OVRE, &contract::AVSTAMNING_OVRE.at(*del), bas + bas * grans);
    let promise = contract::AVSTAMNING_AVVIKELSE.at(*del);
    let avvikelse = calc.define(&AVVIKELSE, &promise, utfall - bas);
    let promise = contract::AVSTAMNING_AVVIKELSE_ANDEL.at(*del);
    calc.define(&AVVIKELSE_ANDEL, &promise, &avvikelse / bas);
    let under = choose(Comparison::below(utfall, &nedre), utfall - &nedre, zero());
    let utanfor = choose(Comparison::above(utfall, &ovre), utfall - &ovre, under);
    calc.define(&UTANFOR, &contract::AVSTAMNING_UTANFOR.at(*del), utanfor)
}

/// The parts together: what is settled for the country, and what each region gets or repays.
fn in_total(calc: &mut Calculation<'_>, avraknade: &[Avraknad]) {
    let belopp = sum(avraknade.iter().map(|del| &del.belopp));
    calc.define(&TOTALT, &contract::AVSTAMNING_BELOPP, belopp);
    let promise = &contract::AVSTAMNING_TOTALT;
    Belopp::define(calc, (&TOTALT, &regiondelar::SUMMA), promise, |region| {
        sum(avraknade.iter().map(|del| &del.per_region[region]))
    });
}
