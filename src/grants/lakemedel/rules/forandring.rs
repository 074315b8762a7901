//! Why a region gets more or less than last year: the change in kronor divided exactly by cause, in a
//! fixed order, so that the parts sum to the krona; and the change of the solidarity net by its own
//! three causes.

use super::jamforelse::RANKING;
use super::{Folk, PerInvanare, VART, behovsmodell, solidariskt, statsbidrag, weighted_mean};
use crate::contract::{Calculation, Country, CountryPromise, lakemedel as contract};
use crate::figure::{Figure, Rule, round, total};
use crate::grants::lakemedel::inputs::Foregaende;
use crate::quantity::{Andel, HelaKronor, KronorPerInvanare};

static MEDEL: Rule = Rule {
    id: "lakemedel.foregaende_medel",
    text: "Föregående års behovsmodell gånger dess befolkning, summerad och delad med landets befolkning.",
    source: VART,
};
static SUMMA: Rule = Rule {
    id: "lakemedel.foregaende_summa",
    text: "Föregående års publicerade bidrag, summerade.",
    source: VART,
};
static DIFFERENS: Rule = Rule {
    id: "lakemedel.behovsmodell_differens",
    text: "Årets behovsmodell minus föregående års, båda oavrundade.",
    source: VART,
};
static FORANDRING: Rule = Rule {
    id: "lakemedel.forandring",
    text: "Årets bidrag minus föregående års, i hela kronor.",
    source: VART,
};
static PROCENT: Rule = Rule {
    id: "lakemedel.forandring_andel",
    text: "Förändringen delad med föregående års belopp.",
    source: VART,
};
static BEFOLKNING: Rule = Rule {
    id: "lakemedel.forandring_befolkning",
    text: "Befolkningens förändring gånger föregående års kronor per invånare.",
    source: VART,
};
static NIVA: Rule = Rule {
    id: "lakemedel.forandring_niva",
    text: "Förändringen av landets medeltal i behovsmodellen gånger årets befolkning. Den rymmer även övergången från brutto till netto, om bidragets slag ändrats mellan åren.",
    source: VART,
};
static STRUKTUR: Rule = Rule {
    id: "lakemedel.forandring_struktur",
    text: "Förändringen av regionens avstånd till landets medeltal i behovsmodellen gånger årets befolkning.",
    source: VART,
};
static SOLIDARISKT: Rule = Rule {
    id: "lakemedel.forandring_solidariskt",
    text: "Förändringen av det solidariska nettot per invånare gånger årets befolkning.",
    source: VART,
};
static AVRUNDNING: Rule = Rule {
    id: "lakemedel.forandring_avrundning",
    text: "Det som återstår av förändringen när de fyra orsakerna avrundats var för sig.",
    source: VART,
};
static EGNA_KOSTNADER: Rule = Rule {
    id: "lakemedel.solidariskt_egna_kostnader",
    text: "Ersättningen som årets kostnad skulle ha gett med föregående års medeltal och trappa, minus föregående års ersättning.",
    source: VART,
};
static LANDETS_KOSTNADER: Rule = Rule {
    id: "lakemedel.solidariskt_landets_kostnader",
    text: "Årets ersättning minus den som årets kostnad skulle ha gett med föregående års medeltal och trappa.",
    source: VART,
};
static FINANSIERING: Rule = Rule {
    id: "lakemedel.solidariskt_finansiering_forandring",
    text: "Föregående års finansiering minus årets.",
    source: VART,
};
static NETTO: Rule = Rule {
    id: "lakemedel.solidariskt_netto_forandring",
    text: "Årets solidariska netto minus föregående års; summan av de tre orsakerna.",
    source: VART,
};
static TOTAL: Rule = Rule {
    id: "lakemedel.forandring_totalt",
    text: "Regionernas förändringar av samma orsak, summerade.",
    source: VART,
};
static PER_INV: Rule = Rule {
    id: "lakemedel.forandring_per_inv",
    text: "Årets kronor per invånare minus föregående års, båda oavrundade.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &MEDEL,
    &SUMMA,
    &DIFFERENS,
    &FORANDRING,
    &PROCENT,
    &BEFOLKNING,
    &NIVA,
    &STRUKTUR,
    &SOLIDARISKT,
    &AVRUNDNING,
    &EGNA_KOSTNADER,
    &LANDETS_KOSTNADER,
    &FINANSIERING,
    &NETTO,
    &TOTAL,
    &PER_INV,
];

/// This year's figures that a change is measured from.
#[derive(Clone, Copy, Debug)]
pub struct Arets<'a> {
    /// Population 31 August the year before.
    pub befolkning: &'a Folk,
    /// The need model's outcome.
    pub behovsmodell: &'a behovsmodell::Utfall,
    /// Solidarity financing's outcome.
    pub solidariskt: &'a solidariskt::Utfall,
    /// The grant per region.
    pub statsbidrag: &'a statsbidrag::Bidrag,
}

/// How the need model has changed.
#[derive(Clone, Debug)]
pub struct Differens {
    /// Per region.
    pub per_region: PerInvanare,
    /// The country's mean: the level effect.
    pub medel: Figure<KronorPerInvanare>,
}

/// Computes every change since last year.
///
/// # Errors
/// If last year's ladder does not rise.
pub fn compute(
    calc: &mut Calculation<'_>,
    arets: Arets<'_>,
    fore: &Foregaende,
) -> Result<Differens, solidariskt::StigerInte> {
    let fore_medel = weighted_mean(&fore.behovsmodell, &fore.befolkning);
    let fore_medel = calc.define(&MEDEL, &contract::FOREGAENDE_BEHOVSMODELL, fore_medel);
    let avstand = &contract::FOREGAENDE_BEHOVSMODELL_AVSTAND;
    RANKING.distances(calc, avstand, &fore.behovsmodell, &fore_medel);
    let promise = &contract::BEHOVSMODELL_DIFFERENS;
    let medel = calc.define(&DIFFERENS, promise, &arets.behovsmodell.medel - &fore_medel);
    let per_region = calc
        .each(&DIFFERENS, promise, |r| &arets.behovsmodell.per_region[r] - &fore.behovsmodell[r]);
    let fore_bidrag = &fore.statsbidrag;
    let fore_summa = total(|r| &fore_bidrag[r]);
    let fore_summa = calc.define(&SUMMA, &contract::FOREGAENDE_STATSBIDRAG, fore_summa);
    whole_sum(
        calc,
        (&contract::FORANDRING, &contract::FORANDRING_ANDEL),
        (&arets.statsbidrag.totalt, &fore_summa),
    );
    whole_sum(
        calc,
        (&contract::SOLIDARISK_KOSTNAD_FORANDRING, &contract::SOLIDARISK_KOSTNAD_FORANDRING_ANDEL),
        (&arets.solidariskt.total, &fore.kostnad),
    );
    causes(calc, arets, fore, (&fore_medel, &medel));
    nettots_orsaker(calc, arets, fore)?;
    Ok(Differens { per_region, medel })
}

/// The change of a sum, in kronor and as a share.
fn whole_sum(
    calc: &mut Calculation<'_>,
    (belopp, andel): (&impl CountryPromise<Of = HelaKronor>, &Country<Andel>),
    (ar, fore): (&Figure<HelaKronor>, &Figure<HelaKronor>),
) {
    let belopp = calc.define(&FORANDRING, belopp, ar - fore);
    if fore.value.integer() != 0 {
        calc.define(&PROCENT, andel, belopp.exact() / fore.exact());
    }
}

/// Population, level, structure, solidarity, rounding: in that order, for each region and in all. Each
/// cause is stated in whole kronor; what that leaves over is the last cause.
fn causes(
    calc: &mut Calculation<'_>,
    arets: Arets<'_>,
    fore: &Foregaende,
    (fore_medel, differens): (&Figure<KronorPerInvanare>, &Figure<KronorPerInvanare>),
) {
    let folk = arets.befolkning;
    let (behov, fore_behov) = (arets.behovsmodell, &fore.behovsmodell);
    let (netto, fore_netto) = (&arets.solidariskt.netto, &fore.solidariskt_netto);
    let befolkning = calc.each(&BEFOLKNING, &contract::FORANDRING_BEFOLKNING, |r| {
        let fore_per_inv = || &fore_behov[r] + &fore_netto[r];
        round(fore_per_inv() * &folk[r] - fore_per_inv() * &fore.befolkning[r])
    });
    let niva = calc.each(&NIVA, &contract::FORANDRING_NIVA, |r| round(differens * &folk[r]));
    let struktur = calc.each(&STRUKTUR, &contract::FORANDRING_STRUKTUR, |r| {
        let avstand = &behov.per_region[r] - &behov.medel;
        round((avstand - (&fore_behov[r] - fore_medel)) * &folk[r])
    });
    let solidariskt = calc.each(&SOLIDARISKT, &contract::FORANDRING_SOLIDARISKT, |r| {
        round((&netto[r] - &fore_netto[r]) * &folk[r])
    });
    let bidrag = &arets.statsbidrag.per_region;
    let forandring =
        calc.each(&FORANDRING, &contract::FORANDRING, |r| &bidrag[r] - &fore.statsbidrag[r]);
    let avrundning = calc.each(&AVRUNDNING, &contract::FORANDRING_AVRUNDNING, |r| {
        &forandring[r] - (&befolkning[r] + &niva[r] + &struktur[r] + &solidariskt[r])
    });
    for (promise, delar) in [
        (&contract::FORANDRING_BEFOLKNING, befolkning),
        (&contract::FORANDRING_NIVA, niva),
        (&contract::FORANDRING_STRUKTUR, struktur),
        (&contract::FORANDRING_SOLIDARISKT, solidariskt),
        (&contract::FORANDRING_AVRUNDNING, avrundning),
    ] {
        calc.define(&TOTAL, promise, total(|r| &delar[r]));
    }
}

/// The change of the solidarity net by own costs, the country's costs, and the financing.
fn nettots_orsaker(
    calc: &mut Calculation<'_>,
    arets: Arets<'_>,
    fore: &Foregaende,
) -> Result<(), solidariskt::StigerInte> {
    let Arets { solidariskt: ar, .. } = arets;
    let promise = &contract::FOREGAENDE_SOLIDARISKT_UTFALL;
    let fore_medel = solidariskt::medel(calc, promise, &fore.kostnad, &fore.befolkning);
    let trappa =
        solidariskt::step(calc, &contract::FOREGAENDE_TRAPPA_FRAN, &fore.trappa, &fore_medel)?;
    let promise = &contract::SOLIDARISKT_UTFALL_FORANDRING;
    calc.define(&PER_INV, promise, &ar.medel - &fore_medel);
    // The first step of both begins at the mean, whose change was told above.
    let both = (1_usize..).zip(ar.trappa.steg.iter().zip(&trappa.steg)).skip(1);
    for (niva, ((fran, _), (fore_fran, _))) in both {
        calc.define(&PER_INV, &contract::TRAPPA_FRAN_FORANDRING.at(niva), fran - fore_fran);
    }
    let finansiering = calc.define(
        &FINANSIERING,
        &contract::SOLIDARISKT_FINANSIERING_FORANDRING,
        &fore.finansiering - &ar.finansiering,
    );
    let tankt = ar.utfall.map(|_, utfall| solidariskt::ersatt(calc, utfall, &trappa));
    let egna = calc.each(&EGNA_KOSTNADER, &contract::SOLIDARISKT_EGNA_KOSTNADER, |r| {
        tankt[r].clone() - (&fore.solidariskt_netto[r] + &fore.finansiering)
    });
    let landets = calc.each(&LANDETS_KOSTNADER, &contract::SOLIDARISKT_LANDETS_KOSTNADER, |r| {
        &ar.ersattning[r] - &tankt[r]
    });
    calc.each(&NETTO, &contract::SOLIDARISKT_NETTO_FORANDRING, |r| {
        &egna[r] + &landets[r] + &finansiering
    });
    Ok(())
}
