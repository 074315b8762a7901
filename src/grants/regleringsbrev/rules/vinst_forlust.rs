//! The settlement of profit and loss for an agreement year: the outcome against the base that was agreed,
//! the part beyond the limits, and the state's share of it in whole kronor. Each region's part of that is
//! found by [`regiondelar`].
//!
//! What is settled is one part for the drug benefit and one for hepatitis C, or one for both together;
//! every part goes the same way. A positive amount is paid by the state to the regions, a negative one
//! by the regions to the state.

use super::{AVTAL_2023, AVTAL_2024, Belopp, regiondelar};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::regleringsbrev::inputs::{Avrakning, Avstamning};
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Andel, HelaKronor, Kronor};
use crate::region::PerRegion;

static BAS_TILLSAMMANS: Rule = Rule {
    id: "regleringsbrev.avstamning_bas_tillsammans",
    text: "Avtalat belopp för läkemedelsförmånen plus hepatit C, minus statens andel av prognostiserad återbäring; utan övrigt.",
    kalla: AVTAL_2024,
};
static UTFALL_HEPATIT_C: Rule = Rule {
    id: "regleringsbrev.avstamning_utfall_hepatit_c",
    text: "Hela kostnaden för hepatit C gånger den andel som överenskommelsen ersätter.",
    kalla: AVTAL_2023,
};
static UTFALL_TILLSAMMANS: Rule = Rule {
    id: "regleringsbrev.avstamning_utfall_tillsammans",
    text: "Utfallet för läkemedelsförmånen plus utfallet för hepatit C, minus statens andel av återbäringen.",
    kalla: AVTAL_2024,
};
static NEDRE: Rule = Rule {
    id: "regleringsbrev.avstamning_nedre",
    text: "Basen minus gränsen i procent av basen; på gränsen delas ingenting.",
    kalla: AVTAL_2023,
};
static OVRE: Rule = Rule {
    id: "regleringsbrev.avstamning_ovre",
    text: "Basen plus gränsen i procent av basen; på gränsen delas ingenting.",
    kalla: AVTAL_2023,
};
static AVVIKELSE: Rule = Rule {
    id: "regleringsbrev.avstamning_avvikelse",
    text: "Utfallet minus basen.",
    kalla: AVTAL_2023,
};
static AVVIKELSE_ANDEL: Rule = Rule {
    id: "regleringsbrev.avstamning_avvikelse_andel",
    text: "Avvikelsen delad med basen.",
    kalla: AVTAL_2023,
};
static UTANFOR: Rule = Rule {
    id: "regleringsbrev.avstamning_utanfor",
    text: "Utfallet minus den övre gränsen om det är högre än den, minus den nedre om det är lägre än den, annars noll.",
    kalla: AVTAL_2023,
};
static BELOPP: Rule = Rule {
    id: "regleringsbrev.avstamning_belopp",
    text: "Den del av avvikelsen som ligger utanför gränsen gånger statens andel, avrundad till hela kronor (half_up); positivt betalar staten, negativt betalar regionerna.",
    kalla: AVTAL_2023,
};
static TOTALT: Rule = Rule {
    id: "regleringsbrev.avstamning_totalt",
    text: "Det som avräknas, del för del, summerat.",
    kalla: AVTAL_2023,
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

/// What is settled by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Del {
    /// The drug benefit.
    Formanen,
    /// Hepatitis C, at the agreed share of the cost.
    HepatitC,
    /// Both, net of the state's share of återbäring.
    Tillsammans,
}

impl Del {
    /// Its id, the last part of its figures' names.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Formanen => "formanen",
            Self::HepatitC => "hepatit_c",
            Self::Tillsammans => "tillsammans",
        }
    }

    /// What it is called in a sentence.
    #[must_use]
    pub fn i_prosa(self) -> &'static str {
        match self {
            Self::Formanen => "läkemedelsförmånen",
            Self::HepatitC => "hepatit C",
            Self::Tillsammans => "läkemedelsförmånen och hepatit C",
        }
    }

    pub(super) fn namn(self, vad: &str) -> String {
        format!("avstamning_{vad}_{}", self.id())
    }
}

/// A part before it is settled: what was agreed and what it came to, kr.
#[derive(Clone, Debug)]
pub struct Underlag {
    /// Which part.
    pub del: Del,
    /// What was agreed, net and without övrigt.
    pub bas: Figure<Kronor>,
    /// What it came to.
    pub utfall: Figure<Kronor>,
}

/// Where an outcome lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lage {
    /// Below the lower limit: the regions repay.
    Under,
    /// Within the limits, or exactly on one of them: nothing is shared.
    Inom,
    /// Above the upper limit: the state pays.
    Over,
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
pub fn underlag(trace: &mut Trace, namn: &Namn, avstamning: &Avstamning) -> Vec<Underlag> {
    let hepatit_c = trace.derive(
        &UTFALL_HEPATIT_C,
        namn.riket("avstamning_utfall_hepatit_c"),
        (avstamning.hepatit_c_kostnad.clone(), avstamning.hepatit_c_andel.clone()),
        |(kostnad, andel)| kostnad * andel,
    );
    let formanen = avstamning.utfall_formanen.clone();
    if avstamning.avrakning == Avrakning::VarForSig {
        let del = |del, bas: &Figure<_>, utfall| Underlag { del, bas: bas.clone(), utfall };
        return vec![
            del(Del::Formanen, &avstamning.bas_formanen, formanen),
            del(Del::HepatitC, &avstamning.bas_hepatit_c, hepatit_c),
        ];
    }
    let bas = trace.derive(
        &BAS_TILLSAMMANS,
        namn.riket("avstamning_bas_tillsammans"),
        (
            avstamning.bas_formanen.clone(),
            avstamning.bas_hepatit_c.clone(),
            avstamning.bas_aterbaring.clone(),
        ),
        netto,
    );
    let utfall = trace.derive(
        &UTFALL_TILLSAMMANS,
        namn.riket("avstamning_utfall_tillsammans"),
        (formanen, hepatit_c, avstamning.utfall_aterbaring.clone()),
        netto,
    );
    vec![Underlag { del: Del::Tillsammans, bas, utfall }]
}

fn netto((formanen, hepatit_c, aterbaring): (Kronor, Kronor, Kronor)) -> Kronor {
    formanen + hepatit_c - aterbaring
}

/// Settles the parts and shares them out.
///
/// # Panics
/// If a base is nought: a bug, since the checks before this refuse it.
pub fn avrakna(
    trace: &mut Trace,
    namn: &Namn,
    delar: &[Underlag],
    avstamning: &Avstamning,
    nyckel: &PerRegion<Figure<Andel>>,
) -> Vec<Avraknad> {
    let mut avraknade = Vec::new();
    for underlag in delar {
        let del = underlag.del;
        let utanfor = utanfor(trace, namn, underlag, &avstamning.grans);
        let lage = match utanfor.value.exakt() {
            inget if inget.ar_noll() => Lage::Inom,
            under if under.ar_negativ() => Lage::Under,
            _ => Lage::Over,
        };
        let belopp = trace.derive(
            &BELOPP,
            namn.riket(&del.namn("belopp")),
            (utanfor, avstamning.statens_andel.clone()),
            |(utanfor, andel)| (utanfor * andel).avrunda(Avrundning::HalfUp),
        );
        let per_region =
            regiondelar::fordela(trace, namn, del, &belopp, nyckel, avstamning.residual);
        avraknade.push(Avraknad { del, lage, belopp, per_region });
    }
    totalt(trace, namn, &avraknade);
    avraknade
}

/// The signed part of an outcome that lies beyond the limits.
fn utanfor(
    trace: &mut Trace,
    namn: &Namn,
    underlag: &Underlag,
    grans: &Figure<Andel>,
) -> Figure<Kronor> {
    let Underlag { del, bas, utfall } = underlag;
    let med_grans = (bas.clone(), grans.clone());
    let nedre =
        trace.derive(&NEDRE, namn.riket(&del.namn("nedre")), med_grans.clone(), |(bas, grans)| {
            bas.clone() - bas * grans
        });
    let ovre = trace.derive(&OVRE, namn.riket(&del.namn("ovre")), med_grans, |(bas, grans)| {
        bas.clone() + bas * grans
    });
    let avvikelse = trace.derive(
        &AVVIKELSE,
        namn.riket(&del.namn("avvikelse")),
        (utfall.clone(), bas.clone()),
        |(utfall, bas)| utfall - bas,
    );
    trace.derive(
        &AVVIKELSE_ANDEL,
        namn.riket(&del.namn("avvikelse_andel")),
        (avvikelse, bas.clone()),
        |(avvikelse, bas)| avvikelse / bas,
    );
    trace.derive(
        &UTANFOR,
        namn.riket(&del.namn("utanfor")),
        (utfall.clone(), nedre, ovre),
        |(utfall, nedre, ovre)| {
            if utfall > ovre {
                utfall - ovre
            } else if utfall < nedre {
                utfall - nedre
            } else {
                Kronor::noll()
            }
        },
    )
}

/// The parts together: what is settled for the country, and what each region gets or repays.
fn totalt(trace: &mut Trace, namn: &Namn, avraknade: &[Avraknad]) {
    let belopp: Vec<_> = avraknade.iter().map(|del| del.belopp.clone()).collect();
    trace.derive(&TOTALT, namn.riket("avstamning_belopp"), belopp, summerat);
    let per_region = PerRegion::fran(|region| {
        let delar: Vec<_> = avraknade.iter().map(|del| del.per_region.i(region).clone()).collect();
        trace.derive(&TOTALT, namn.region(region, "avstamning_totalt"), delar, summerat)
    });
    Belopp::summera(trace, namn, &regiondelar::SUMMA, "avstamning_totalt", per_region);
}

#[expect(clippy::needless_pass_by_value, reason = "a rule's `fn` is given its values")]
fn summerat(delar: Vec<HelaKronor>) -> HelaKronor {
    delar.iter().copied().sum()
}
