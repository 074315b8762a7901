//! Solidarity financing: costs above the country's mean are compensated by a ladder, and all regions
//! pay for it with the same amount per inhabitant.

use super::{AVTAL, i_kronor, summa_hela, vagt_medel};
use crate::allocation::{Steg as Trappsteg, Trappa};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::lakemedel::inputs::Steg;
use crate::quantity::{Andel, HelaKronor, Invanare, KronorPerInvanare};
use crate::region::PerRegion;

static TOTAL: Rule = Rule {
    id: "lakemedel.solidarisk_total",
    text: "Regionernas kostnader för solidariska läkemedel, summerade.",
    kalla: AVTAL,
};
static MEDEL: Rule = Rule {
    id: "lakemedel.solidariskt_medel",
    text: "Landets kostnad för solidariska läkemedel delad med landets befolkning.",
    kalla: AVTAL,
};
static UTFALL: Rule = Rule {
    id: "lakemedel.solidariskt_utfall",
    text: "Regionens kostnad för solidariska läkemedel delad med dess befolkning den 31 augusti.",
    kalla: AVTAL,
};
static STEG_FRAN: Rule = Rule {
    id: "lakemedel.solidariskt_steg",
    text: "Kostnaden där steget börjar: medelkostnaden för det första steget, avtalat belopp för de övriga.",
    kalla: AVTAL,
};
static OVERSKOTT: Rule = Rule {
    id: "lakemedel.solidariskt_overskott",
    text: "Den del av regionens kostnad per invånare som ligger på steget.",
    kalla: AVTAL,
};
static ERSATTNING_NIVA: Rule = Rule {
    id: "lakemedel.solidariskt_ersattning_niva",
    text: "Kostnaden på steget gånger stegets ersättning i procent.",
    kalla: AVTAL,
};
static ERSATTNING: Rule = Rule {
    id: "lakemedel.solidariskt_ersattning",
    text: "Ersättningen på alla steg tillsammans.",
    kalla: AVTAL,
};
static ERSATTNING_KRONOR: Rule = Rule {
    id: "lakemedel.solidarisk_ersattning_total",
    text: "Ersättningen per invånare gånger befolkningen, summerad över regionerna.",
    kalla: AVTAL,
};
static FINANSIERING: Rule = Rule {
    id: "lakemedel.solidarisk_finansiering",
    text: "Den samlade ersättningen delad med landets befolkning: lika stort avdrag för alla.",
    kalla: AVTAL,
};
static FINANSIERING_AVDRAG: Rule = Rule {
    id: "lakemedel.solidarisk_finansiering_avdrag",
    text: "Finansieringen med minustecken, som den dras av från varje region.",
    kalla: AVTAL,
};
static NETTO: Rule = Rule {
    id: "lakemedel.solidariskt_netto",
    text: "Ersättningen minus finansieringen, i kronor per invånare; över landet summerar nettot till noll.",
    kalla: AVTAL,
};
static RIKET: Rule = Rule {
    id: "lakemedel.solidariskt_riket",
    text: "Regionernas kronor per invånare, vägda med befolkningen.",
    kalla: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &TOTAL,
    &MEDEL,
    &UTFALL,
    &STEG_FRAN,
    &OVERSKOTT,
    &ERSATTNING_NIVA,
    &ERSATTNING,
    &ERSATTNING_KRONOR,
    &FINANSIERING,
    &FINANSIERING_AVDRAG,
    &NETTO,
    &RIKET,
];

/// The ladder as figures: where each step begins and what it compensates.
pub type Stegfigurer = Vec<(Figure<KronorPerInvanare>, Figure<Andel>)>;

/// What solidarity financing comes to.
#[derive(Clone, Debug)]
pub struct Utfall {
    /// Cost per inhabitant.
    pub utfall: PerRegion<Figure<KronorPerInvanare>>,
    /// Compensation of all levels.
    pub ersattning: PerRegion<Figure<KronorPerInvanare>>,
    /// The deduction from all.
    pub finansiering: Figure<KronorPerInvanare>,
    /// Compensation less financing.
    pub netto: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's cost.
    pub total: Figure<HelaKronor>,
    /// The country's mean.
    pub medel: Figure<KronorPerInvanare>,
    /// The ladder.
    pub steg: Stegfigurer,
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
    trace: &mut Trace,
    namn: String,
    kostnad: &Figure<HelaKronor>,
    folk: &PerRegion<Figure<Invanare>>,
) -> Figure<KronorPerInvanare> {
    trace.derive(&MEDEL, namn, (kostnad.clone(), folk.clone()), |(kostnad, folk)| {
        kostnad.exakt() / folk.varden().iter().copied().sum::<Invanare>()
    })
}

/// The ladder's steps, the first at the mean.
///
/// # Errors
/// If they do not rise.
pub fn steg(
    trace: &mut Trace,
    namn: impl Fn(usize) -> String,
    steg: &[Steg],
    medel: &Figure<KronorPerInvanare>,
) -> Result<Stegfigurer, StigerInte> {
    let mut forra: Option<Figure<KronorPerInvanare>> = None;
    let mut figurer = Vec::new();
    for (niva, steg) in (1..).zip(steg) {
        let fran = steg.fran.as_ref().unwrap_or(medel).clone();
        if let Some(forra) = forra.filter(|forra| forra.value >= fran.value) {
            return Err(StigerInte { niva, fran: fran.value, forra: forra.value });
        }
        let fran = trace.derive(&STEG_FRAN, namn(niva), fran, |fran| fran);
        forra = Some(fran.clone());
        figurer.push((fran, steg.andel.clone()));
    }
    Ok(figurer)
}

/// The ladder a rule computes with.
pub(super) fn trappa(steg: Vec<(KronorPerInvanare, Andel)>) -> Trappa {
    let steg = steg.into_iter().map(|(fran, andel)| Trappsteg { fran, andel }).collect();
    Trappa::ny(steg).unwrap_or_else(|| panic!("the steps were checked to rise"))
}

/// Computes the ladder's outcome per region.
///
/// # Errors
/// If the ladder's steps do not rise.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    folk: &PerRegion<Figure<Invanare>>,
    kostnad: &PerRegion<Figure<HelaKronor>>,
    trappa: &[Steg],
) -> Result<Utfall, StigerInte> {
    let total = trace.derive(&TOTAL, namn.riket("solidarisk_kostnad"), kostnad.clone(), summa_hela);
    let medel = medel(trace, namn.riket("solidariskt_utfall"), &total, folk);
    let steg = steg(trace, |niva| namn.riket(&format!("trappa_niva{niva}_fran")), trappa, &medel)?;
    let utfall = kostnad.map(|region, kostnad| {
        trace.derive(
            &UTFALL,
            namn.region(region, "solidariskt_utfall"),
            (kostnad.clone(), folk.i(region).clone()),
            |(kostnad, folk)| kostnad.exakt() / folk,
        )
    });
    let ersattning = ersattning(trace, namn, &utfall, &steg, folk);
    let finansiering = finansiering(trace, namn, &ersattning, folk);
    let netto = ersattning.map(|region, ersattning| {
        trace.derive(
            &NETTO,
            namn.region(region, "solidariskt_netto"),
            (ersattning.clone(), finansiering.clone()),
            |(ersattning, finansiering)| ersattning - finansiering,
        )
    });
    trace.derive(
        &RIKET,
        namn.riket("solidariskt_netto"),
        (netto.clone(), folk.clone()),
        vagt_medel,
    );
    Ok(Utfall { utfall, ersattning, finansiering, netto, total, medel, steg })
}

/// The excess and compensation of each level, and their sum, per region; the country's means beside.
fn ersattning(
    trace: &mut Trace,
    namn: &Namn,
    utfall: &PerRegion<Figure<KronorPerInvanare>>,
    steg: &Stegfigurer,
    folk: &PerRegion<Figure<Invanare>>,
) -> PerRegion<Figure<KronorPerInvanare>> {
    let nivaer = 1..=steg.len();
    let namn_pa = |vad: &str| -> Vec<String> {
        nivaer.clone().map(|niva| format!("solidariskt_{vad}_niva{niva}")).collect()
    };
    let (overskott_namn, ersattning_namn) = (namn_pa("overskott"), namn_pa("ersattning"));
    let per_region = utfall.map(|region, utfall| {
        let i_regionen =
            |namnen: &[String]| namnen.iter().map(|n| namn.region(region, n)).collect();
        let overskott = trace.derive_each(
            &OVERSKOTT,
            i_regionen(&overskott_namn),
            (utfall.clone(), steg.clone()),
            |(utfall, steg)| trappa(steg).overskott(&utfall),
        );
        let delar: Vec<_> = overskott
            .iter()
            .zip(steg)
            .zip(&ersattning_namn)
            .map(|((overskott, (_, andel)), niva)| {
                trace.derive(
                    &ERSATTNING_NIVA,
                    namn.region(region, niva),
                    (overskott.clone(), andel.clone()),
                    |(overskott, andel)| overskott * andel,
                )
            })
            .collect();
        let hela = trace.derive(
            &ERSATTNING,
            namn.region(region, "solidariskt_ersattning"),
            delar.clone(),
            |delar| delar.into_iter().sum(),
        );
        (overskott, delar, hela)
    });
    for (plats, (overskott_namn, ersattning_namn)) in
        overskott_namn.iter().zip(&ersattning_namn).enumerate()
    {
        let overskott = per_region.map(|_, (overskott, ..)| pa(overskott, plats));
        let delar = per_region.map(|_, (_, delar, _)| pa(delar, plats));
        for (namn_pa_nivan, varden) in [(overskott_namn, overskott), (ersattning_namn, delar)] {
            trace.derive(&RIKET, namn.riket(namn_pa_nivan), (varden, folk.clone()), vagt_medel);
        }
    }
    per_region.map(|_, (.., hela)| hela.clone())
}

fn pa<T: Clone>(nivaer: &[Figure<T>], plats: usize) -> Figure<T> {
    nivaer.get(plats).cloned().unwrap_or_else(|| panic!("there is no level {plats}"))
}

fn finansiering(
    trace: &mut Trace,
    namn: &Namn,
    ersattning: &PerRegion<Figure<KronorPerInvanare>>,
    folk: &PerRegion<Figure<Invanare>>,
) -> Figure<KronorPerInvanare> {
    let total = trace.derive(
        &ERSATTNING_KRONOR,
        namn.riket("solidarisk_ersattning"),
        (ersattning.clone(), folk.clone()),
        i_kronor,
    );
    let finansiering = trace.derive(
        &FINANSIERING,
        namn.riket("solidarisk_finansiering"),
        (total, folk.clone()),
        |(total, folk)| total / folk.varden().iter().copied().sum::<Invanare>(),
    );
    trace.derive(
        &FINANSIERING_AVDRAG,
        namn.riket("solidarisk_finansiering_avdrag"),
        finansiering.clone(),
        |finansiering| -finansiering,
    );
    finansiering
}
