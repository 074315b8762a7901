//! Solidarity financing: costs above the country's mean are compensated by a ladder, and all regions
//! pay for it with the same amount per inhabitant.

use super::{AVTAL, Folk, PerInvanare, in_kronor, weighted_mean};
use crate::allocation::on_each_step;
use crate::contract::{Calculation, Country, CountryPromise, Indexed, lakemedel as contract};
use crate::figure::{Comparison, Expr, Figure, Rule, choose, sum, total, zero};
use crate::grants::lakemedel::inputs::Trappa;
use crate::quantity::{Andel, HelaKronor, KronorPerInvanare};
use crate::region::PerRegion;

static TOTAL: Rule = Rule {
    id: "lakemedel.solidarisk_total",
    text: "Regionernas kostnader för solidariska läkemedel, summerade.",
    source: AVTAL,
};
static MEDEL: Rule = Rule {
    id: "lakemedel.solidariskt_medel",
    text: "Landets kostnad för solidariska läkemedel delad med landets befolkning.",
    source: AVTAL,
};
static UTFALL: Rule = Rule {
    id: "lakemedel.solidariskt_utfall",
    text: "Regionens kostnad för solidariska läkemedel delad med den befolkning som bidraget räknas på.",
    source: AVTAL,
};
static STEG_FRAN: Rule = Rule {
    id: "lakemedel.solidariskt_steg",
    text: "Kostnaden där steget börjar: medelkostnaden för det första steget, avtalat belopp för de övriga.",
    source: AVTAL,
};
static OVERSKOTT: Rule = Rule {
    id: "lakemedel.solidariskt_overskott",
    text: "Den del av regionens kostnad per invånare som ligger på steget.",
    source: AVTAL,
};
static ERSATTNING_NIVA: Rule = Rule {
    id: "lakemedel.solidariskt_ersattning_niva",
    text: "Kostnaden på steget gånger stegets ersättning i procent.",
    source: AVTAL,
};
static ERSATTNING_TROSKEL: Rule = Rule {
    id: "lakemedel.solidariskt_ersattning_troskel",
    text: "Kostnaden på steget gånger stegets ersättning i procent, för den region vars kostnad per invånare når den lägsta kostnaden för ersättning; annars noll.",
    source: AVTAL,
};
static ERSATTNING: Rule = Rule {
    id: "lakemedel.solidariskt_ersattning",
    text: "Ersättningen på alla steg tillsammans.",
    source: AVTAL,
};
static ERSATTNING_KRONOR: Rule = Rule {
    id: "lakemedel.solidarisk_ersattning_total",
    text: "Ersättningen per invånare gånger befolkningen, summerad över regionerna.",
    source: AVTAL,
};
static FINANSIERING: Rule = Rule {
    id: "lakemedel.solidarisk_finansiering",
    text: "Den samlade ersättningen delad med landets befolkning: lika stort avdrag för alla.",
    source: AVTAL,
};
static FINANSIERING_AVDRAG: Rule = Rule {
    id: "lakemedel.solidarisk_finansiering_avdrag",
    text: "Finansieringen med minustecken, som den dras av från varje region.",
    source: AVTAL,
};
static NETTO: Rule = Rule {
    id: "lakemedel.solidariskt_netto",
    text: "Ersättningen minus finansieringen, i kronor per invånare; över landet summerar nettot till noll.",
    source: AVTAL,
};
static RIKET: Rule = Rule {
    id: "lakemedel.solidariskt_riket",
    text: "Regionernas kronor per invånare, vägda med befolkningen.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &TOTAL,
    &MEDEL,
    &UTFALL,
    &STEG_FRAN,
    &OVERSKOTT,
    &ERSATTNING_NIVA,
    &ERSATTNING_TROSKEL,
    &ERSATTNING,
    &ERSATTNING_KRONOR,
    &FINANSIERING,
    &FINANSIERING_AVDRAG,
    &NETTO,
    &RIKET,
];

/// The ladder as figures.
#[derive(Clone, Debug)]
pub struct Stege {
    /// Where each step begins and what it compensates.
    pub steg: Vec<(Figure<KronorPerInvanare>, Figure<Andel>)>,
    /// The cost from which anything is compensated at all.
    pub troskel: Option<Figure<KronorPerInvanare>>,
}

impl Stege {
    /// Where each step begins.
    fn starts(&self) -> impl Iterator<Item = &Figure<KronorPerInvanare>> {
        self.steg.iter().map(|(fran, _)| fran)
    }

    /// What is compensated of a cost, if the cost is large enough for that.
    fn compensated(
        &self,
        kostnad: &Figure<KronorPerInvanare>,
        ersattning: Expr<KronorPerInvanare>,
    ) -> Expr<KronorPerInvanare> {
        match &self.troskel {
            Some(troskel) => choose(Comparison::at_least(kostnad, troskel), ersattning, zero()),
            None => ersattning,
        }
    }
}

/// What solidarity financing comes to.
#[derive(Clone, Debug)]
pub struct Utfall {
    /// Cost per inhabitant.
    pub utfall: PerInvanare,
    /// Compensation of all levels.
    pub ersattning: PerInvanare,
    /// The deduction from all.
    pub finansiering: Figure<KronorPerInvanare>,
    /// Compensation less financing.
    pub netto: PerInvanare,
    /// The country's cost.
    pub total: Figure<HelaKronor>,
    /// The country's mean.
    pub medel: Figure<KronorPerInvanare>,
    /// The ladder.
    pub trappa: Stege,
}

/// The step that begins no higher than the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StigerInte {
    /// Its number, from 1.
    pub niva: usize,
    /// Where it begins.
    pub fran: KronorPerInvanare,
    /// Where the one before it begins.
    pub forra: KronorPerInvanare,
}

/// The mean cost per inhabitant.
pub fn medel(
    calc: &mut Calculation<'_>,
    promise: &impl CountryPromise<Of = KronorPerInvanare>,
    kostnad: &Figure<HelaKronor>,
    folk: &Folk,
) -> Figure<KronorPerInvanare> {
    calc.define(&MEDEL, promise, kostnad.exact() / total(|r| &folk[r]))
}

/// The ladder's steps, the first at the mean.
///
/// # Errors
/// If they do not rise.
pub fn step(
    calc: &mut Calculation<'_>,
    promise: &Indexed<Country<KronorPerInvanare>>,
    trappa: &Trappa,
    medel: &Figure<KronorPerInvanare>,
) -> Result<Stege, StigerInte> {
    let mut figurer: Vec<(Figure<KronorPerInvanare>, Figure<Andel>)> = Vec::new();
    for (niva, steg) in (1..).zip(&trappa.steg) {
        let fran = steg.fran.as_ref().unwrap_or(medel);
        if let Some((forra, _)) = figurer.last().filter(|(forra, _)| forra.value >= fran.value) {
            let (fran, forra) = (fran.value.clone(), forra.value.clone());
            return Err(StigerInte { niva, fran, forra });
        }
        let fran = calc.define(&STEG_FRAN, &promise.at(niva), fran);
        figurer.push((fran, steg.andel.clone()));
    }
    Ok(Stege { steg: figurer, troskel: trappa.troskel.clone() })
}

/// What a ladder compensates of a cost.
pub(super) fn ersatt(
    calc: &mut Calculation<'_>,
    kostnad: &Figure<KronorPerInvanare>,
    trappa: &Stege,
) -> Expr<KronorPerInvanare> {
    let delar = on_each_step(calc.trace, kostnad, trappa.starts());
    let ersattning = sum(delar.into_iter().zip(&trappa.steg).map(|(del, (_, andel))| del * andel));
    trappa.compensated(kostnad, ersattning)
}

/// Computes the ladder's outcome per region.
///
/// # Errors
/// If the ladder's steps do not rise.
pub fn compute(
    calc: &mut Calculation<'_>,
    folk: &Folk,
    kostnad: &PerRegion<Figure<HelaKronor>>,
    trappa: &Trappa,
) -> Result<Utfall, StigerInte> {
    let summa = calc.define(&TOTAL, &contract::SOLIDARISK_KOSTNAD, total(|r| &kostnad[r]));
    let medel = medel(calc, &contract::SOLIDARISKT_UTFALL, &summa, folk);
    let trappa = step(calc, &contract::TRAPPA_FRAN, trappa, &medel)?;
    let utfall =
        calc.each(&UTFALL, &contract::SOLIDARISKT_UTFALL, |r| kostnad[r].exact() / &folk[r]);
    let ersattning = ersattning(calc, &utfall, &trappa, folk);
    let i_kronor = in_kronor(&ersattning, folk);
    let i_kronor = calc.define(&ERSATTNING_KRONOR, &contract::SOLIDARISK_ERSATTNING, i_kronor);
    let finansiering = &i_kronor / total(|r| &folk[r]);
    let finansiering = calc.define(&FINANSIERING, &contract::SOLIDARISK_FINANSIERING, finansiering);
    let avdrag = &contract::SOLIDARISK_FINANSIERING_AVDRAG;
    calc.define(&FINANSIERING_AVDRAG, avdrag, -&finansiering);
    let netto = calc.each(&NETTO, &contract::SOLIDARISKT_NETTO, |r| &ersattning[r] - &finansiering);
    calc.define(&RIKET, &contract::SOLIDARISKT_NETTO, weighted_mean(&netto, folk));
    Ok(Utfall { utfall, ersattning, finansiering, netto, total: summa, medel, trappa })
}

/// The excess and compensation of each level, and their sum, per region; the country's means beside.
fn ersattning(
    calc: &mut Calculation<'_>,
    utfall: &PerInvanare,
    trappa: &Stege,
    folk: &Folk,
) -> PerInvanare {
    let delar = utfall.map(|_, utfall| on_each_step(calc.trace, utfall, trappa.starts()));
    let rule = if trappa.troskel.is_some() { &ERSATTNING_TROSKEL } else { &ERSATTNING_NIVA };
    let mut nivaer = Vec::new();
    for (niva, (_, andel)) in (1..).zip(&trappa.steg) {
        let overskott = contract::SOLIDARISKT_OVERSKOTT.at(niva);
        let per_region = calc.each(&OVERSKOTT, &overskott, |r| {
            delar[r].get(niva - 1).unwrap_or_else(|| panic!("there is no level {niva}"))
        });
        calc.define(&RIKET, &overskott, weighted_mean(&per_region, folk));
        let ersattning = contract::SOLIDARISKT_ERSATTNING_NIVA.at(niva);
        let per_region = calc
            .each(rule, &ersattning, |r| trappa.compensated(&utfall[r], &per_region[r] * andel));
        calc.define(&RIKET, &ersattning, weighted_mean(&per_region, folk));
        nivaer.push(per_region);
    }
    calc.each(&ERSATTNING, &contract::SOLIDARISKT_ERSATTNING, |r| {
        sum(nivaer.iter().map(|niva| &niva[r]))
    })
}
