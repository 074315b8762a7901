//! The settlement of profit and loss for an agreement year: the outcome against the base that was agreed,
//! the part beyond the limits, and the state's share of it in whole kronor. Each region's part of that is
//! found by [`regiondelar`].
//!
//! What is settled by itself are the groups of the agreement, any number; its base and limits are found among
//! läkemedelsförmånerna's figures. Every group goes the same way. A positive amount is paid by the state to the regions, a negative one
//! by the regions to the state.

use super::{AVTAL, Belopp, regiondelar};
use crate::allocation::Residual;
use crate::contract::Calculation;
use crate::contract::lakemedel::Avrakningsgrupp;
use crate::contract::regleringsbrev::{self as contract, Lage};
use crate::figure::{Comparison, Figure, Rule, choose, round, sum, zero};
use crate::grants::regleringsbrev::inputs::{Avstamning, AvtaladKomponent, AvtalatGrupp, Avtalet};
use crate::quantity::{Andel, HelaKronor, Kronor};
use crate::region::PerRegion;

static ERSATT: Rule = Rule {
    id: "regleringsbrev.avstamning_ersatt",
    text: "Hela kostnaden för komponenten gånger den andel som överenskommelsen ersätter.",
    source: AVTAL,
};
static UTFALL: Rule = Rule {
    id: "regleringsbrev.avstamning_utfall",
    text: "De ersatta kostnaderna för gruppens komponenter, summerade, minus statens andel av återbäringen om den dras av från dem.",
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
pub const REGLER: &[&Rule] =
    &[&ERSATT, &UTFALL, &AVVIKELSE, &AVVIKELSE_ANDEL, &UTANFOR, &BELOPP, &TOTALT];

/// A settled part.
#[derive(Clone, Debug)]
pub struct Avraknad {
    /// Which group.
    pub grupp: Avrakningsgrupp,
    /// Where the outcome lies, by unrounded kronor.
    pub lage: Lage,
    /// The state's share of what lies beyond the limit, for all regions.
    pub belopp: Figure<HelaKronor>,
    /// Each region's part of it.
    pub per_region: PerRegion<Figure<HelaKronor>>,
}

/// What each group came to, in the order of the agreement.
///
/// # Panics
/// If there is no outcome of a component that is settled, or of the återbäring that is subtracted: a bug, since the checks before this refuse it.
pub fn utfall(
    calc: &mut Calculation<'_>,
    avstamning: &Avstamning,
    avtalet: &Avtalet,
) -> Vec<Figure<Kronor>> {
    let mut utfall = Vec::new();
    for AvtalatGrupp { rad, komponenter, .. } in &avtalet.grupper {
        let mut ersatta = Vec::new();
        for AvtaladKomponent { id, andel, .. } in komponenter {
            let kostnad = avstamning.utfall.iter().find(|utfall| utfall.id == *id);
            let kostnad = kostnad.unwrap_or_else(|| panic!("{id} came to nothing that is known"));
            let promise = contract::AVSTAMNING_ERSATT.at(id);
            ersatta.push(calc.define(&ERSATT, &promise, &kostnad.kostnad * andel));
        }
        let ersatt = sum(&ersatta);
        let aterbaring = avstamning.aterbaring.as_ref().filter(|_| rad.netto);
        let ersatt = aterbaring.into_iter().fold(ersatt, |ersatt, del| ersatt - del);
        utfall.push(calc.define(&UTFALL, &contract::AVSTAMNING_UTFALL.at(&rad.id), ersatt));
    }
    utfall
}

/// Settles the groups, each by what it came to, and shares them out.
///
/// # Panics
/// If a base is zero: a bug, since the checks before this refuse it.
pub fn avrakna(
    calc: &mut Calculation<'_>,
    avtalet: &Avtalet,
    utfall: &[Figure<Kronor>],
    residual: Residual,
    key: &PerRegion<Figure<Andel>>,
) -> Vec<Avraknad> {
    let mut avraknade = Vec::new();
    for (grupp, utfall) in avtalet.grupper.iter().zip(utfall) {
        let id = grupp.rad.id.as_str();
        let utanfor = outside(calc, grupp, utfall);
        let lage = match utanfor.value.exact() {
            inget if inget.is_zero() => Lage::Inom,
            under if under.is_negative() => Lage::Under,
            _ => Lage::Over,
        };
        let belopp = calc.define(
            &BELOPP,
            &contract::AVSTAMNING_DELBELOPP.at(id),
            round(&utanfor * &grupp.statens_andel),
        );
        let per_region = regiondelar::fordela(calc, id, &belopp, key, residual);
        avraknade.push(Avraknad { grupp: grupp.rad.clone(), lage, belopp, per_region });
    }
    in_total(calc, &avraknade);
    avraknade
}

/// The signed part of an outcome that lies beyond the limits.
fn outside(
    calc: &mut Calculation<'_>,
    AvtalatGrupp { rad, bas, nedre, ovre, .. }: &AvtalatGrupp,
    utfall: &Figure<Kronor>,
) -> Figure<Kronor> {
    let promise = contract::AVSTAMNING_AVVIKELSE.at(&rad.id);
    let avvikelse = calc.define(&AVVIKELSE, &promise, utfall - bas);
    let promise = contract::AVSTAMNING_AVVIKELSE_ANDEL.at(&rad.id);
    calc.define(&AVVIKELSE_ANDEL, &promise, &avvikelse / bas);
    let under = choose(Comparison::below(utfall, nedre), utfall - nedre, zero());
    let utanfor = choose(Comparison::above(utfall, ovre), utfall - ovre, under);
    calc.define(&UTANFOR, &contract::AVSTAMNING_UTANFOR.at(&rad.id), utanfor)
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
