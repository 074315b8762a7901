//! Why a region gets more or less than last year: the change in kronor divided exactly by cause, in a
//! fixed order, so that the parts sum to the krona; and the change of the solidarity net by its own
//! three causes.

use super::jamforelse::JAMFORELSE;
use super::{VART, behovsmodell, solidariskt, statsbidrag, summa_hela, vagt_medel};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::lakemedel::inputs::Foregaende;
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Andel, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::{PerRegion, Region};

static MEDEL: Rule = Rule {
    id: "lakemedel.foregaende_medel",
    text: "Föregående års behovsmodell gånger dess befolkning, summerad och delad med landets befolkning.",
    kalla: VART,
};
static SUMMA: Rule = Rule {
    id: "lakemedel.foregaende_summa",
    text: "Föregående års publicerade bidrag, summerade.",
    kalla: VART,
};
static DIFFERENS: Rule = Rule {
    id: "lakemedel.behovsmodell_differens",
    text: "Årets behovsmodell minus föregående års, båda oavrundade.",
    kalla: VART,
};
static FORANDRING: Rule = Rule {
    id: "lakemedel.forandring",
    text: "Årets bidrag minus föregående års, i hela kronor.",
    kalla: VART,
};
static PROCENT: Rule = Rule {
    id: "lakemedel.forandring_andel",
    text: "Förändringen delad med föregående års belopp.",
    kalla: VART,
};
static BEFOLKNING: Rule = Rule {
    id: "lakemedel.forandring_befolkning",
    text: "Befolkningens förändring gånger föregående års kronor per invånare.",
    kalla: VART,
};
static NIVA: Rule = Rule {
    id: "lakemedel.forandring_niva",
    text: "Förändringen av landets medeltal i behovsmodellen gånger årets befolkning. Den rymmer även övergången från brutto till netto, om bidragets slag ändrats mellan åren.",
    kalla: VART,
};
static STRUKTUR: Rule = Rule {
    id: "lakemedel.forandring_struktur",
    text: "Förändringen av regionens avstånd till landets medeltal i behovsmodellen gånger årets befolkning.",
    kalla: VART,
};
static SOLIDARISKT: Rule = Rule {
    id: "lakemedel.forandring_solidariskt",
    text: "Förändringen av det solidariska nettot per invånare gånger årets befolkning.",
    kalla: VART,
};
static AVRUNDNING: Rule = Rule {
    id: "lakemedel.forandring_avrundning",
    text: "Det som återstår av förändringen när de fyra orsakerna avrundats var för sig.",
    kalla: VART,
};
static EGNA_KOSTNADER: Rule = Rule {
    id: "lakemedel.solidariskt_egna_kostnader",
    text: "Ersättningen som årets kostnad skulle ha gett med föregående års medeltal och trappa, minus föregående års ersättning.",
    kalla: VART,
};
static LANDETS_KOSTNADER: Rule = Rule {
    id: "lakemedel.solidariskt_landets_kostnader",
    text: "Årets ersättning minus den som årets kostnad skulle ha gett med föregående års medeltal och trappa.",
    kalla: VART,
};
static FINANSIERING: Rule = Rule {
    id: "lakemedel.solidariskt_finansiering_forandring",
    text: "Föregående års finansiering minus årets.",
    kalla: VART,
};
static NETTO: Rule = Rule {
    id: "lakemedel.solidariskt_netto_forandring",
    text: "Årets solidariska netto minus föregående års; summan av de tre orsakerna.",
    kalla: VART,
};
static TOTAL: Rule = Rule {
    id: "lakemedel.forandring_totalt",
    text: "Regionernas förändringar av samma orsak, summerade.",
    kalla: VART,
};
static PER_INV: Rule = Rule {
    id: "lakemedel.forandring_per_inv",
    text: "Årets kronor per invånare minus föregående års, båda oavrundade.",
    kalla: VART,
};
static OVRE: Rule = Rule {
    id: "lakemedel.foregaende_ovre_steg",
    text: "Kostnaden där det sista steget i föregående års trappa börjar.",
    kalla: VART,
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
    &OVRE,
];

/// This year's figures that a change is measured from.
#[derive(Clone, Copy, Debug)]
pub struct Arets<'a> {
    /// Population 31 August the year before.
    pub befolkning: &'a PerRegion<Figure<Invanare>>,
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
    pub per_region: PerRegion<Figure<KronorPerInvanare>>,
    /// The country's mean: the level effect.
    pub medel: Figure<KronorPerInvanare>,
}

/// Computes every change since last year.
///
/// # Errors
/// If last year's ladder does not rise.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    arets: Arets<'_>,
    fore: &Foregaende,
) -> Result<Differens, solidariskt::StigerInte> {
    let fore_medel = trace.derive(
        &MEDEL,
        namn.riket("foregaende_behovsmodell"),
        (fore.behovsmodell.clone(), fore.befolkning.clone()),
        vagt_medel,
    );
    let behov = (&fore.behovsmodell, &fore_medel);
    JAMFORELSE.avstanden(trace, namn, "foregaende_behovsmodell", behov);
    let differens = differens(trace, namn, arets, fore, &fore_medel);
    let fore_summa = trace.derive(
        &SUMMA,
        namn.riket("foregaende_statsbidrag"),
        fore.statsbidrag.clone(),
        summa_hela,
    );
    summan(trace, namn, "forandring", &arets.statsbidrag.totalt, &fore_summa);
    let kostnad = &arets.solidariskt.total;
    summan(trace, namn, "solidarisk_kostnad_forandring", kostnad, &fore.kostnad);
    orsaker(trace, namn, arets, fore, (&fore_medel, &differens.medel));
    nettots_orsaker(trace, namn, arets, fore)?;
    Ok(differens)
}

fn differens(
    trace: &mut Trace,
    namn: &Namn,
    arets: Arets<'_>,
    fore: &Foregaende,
    fore_medel: &Figure<KronorPerInvanare>,
) -> Differens {
    let medel = trace.derive(
        &DIFFERENS,
        namn.riket("behovsmodell_differens"),
        (arets.behovsmodell.medel.clone(), fore_medel.clone()),
        |(ar, fore)| ar - fore,
    );
    let per_region = arets.behovsmodell.per_region.map(|region, ar| {
        trace.derive(
            &DIFFERENS,
            namn.region(region, "behovsmodell_differens"),
            (ar.clone(), fore.behovsmodell.i(region).clone()),
            |(ar, fore)| ar - fore,
        )
    });
    Differens { per_region, medel }
}

/// The change of a sum, in kronor and as a share.
fn summan(
    trace: &mut Trace,
    namn: &Namn,
    vad: &str,
    ar: &Figure<HelaKronor>,
    fore: &Figure<HelaKronor>,
) {
    let belopp =
        trace.derive(&FORANDRING, namn.riket(vad), (ar.clone(), fore.clone()), |(ar, fore)| {
            ar - fore
        });
    if fore.value.heltal() != 0 {
        trace.derive::<_, Andel>(
            &PROCENT,
            namn.riket(&format!("{vad}_andel")),
            (belopp, fore.clone()),
            |(belopp, fore)| belopp.exakt() / fore.exakt(),
        );
    }
}

/// Population, level, structure, solidarity, rounding: in that order, for each region and in all.
fn orsaker(
    trace: &mut Trace,
    namn: &Namn,
    arets: Arets<'_>,
    fore: &Foregaende,
    medel: (&Figure<KronorPerInvanare>, &Figure<KronorPerInvanare>),
) {
    let delar =
        PerRegion::fran(|region| regionens_orsaker(trace, namn, arets, fore, (medel, region)));
    for (plats, vad) in
        ["befolkning", "niva", "struktur", "solidariskt", "avrundning"].iter().enumerate()
    {
        let del = delar.map(|_, delar| {
            delar.get(plats).cloned().unwrap_or_else(|| panic!("there is no cause {plats}"))
        });
        trace.derive(&TOTAL, namn.riket(&format!("forandring_{vad}")), del, summa_hela);
    }
}

/// The causes of one region's change, given last year's mean and the change of it.
fn regionens_orsaker(
    trace: &mut Trace,
    namn: &Namn,
    arets: Arets<'_>,
    fore: &Foregaende,
    ((fore_medel, differens), region): (
        (&Figure<KronorPerInvanare>, &Figure<KronorPerInvanare>),
        Region,
    ),
) -> Vec<Figure<HelaKronor>> {
    let folk = arets.befolkning.i(region);
    let (fore_behov, fore_netto) = (fore.behovsmodell.i(region), fore.solidariskt_netto.i(region));
    let i = |vad: &str| namn.region(region, vad);
    let befolkning = trace.derive(
        &BEFOLKNING,
        i("forandring_befolkning"),
        (fore_behov.clone(), fore_netto.clone(), folk.clone(), fore.befolkning.i(region).clone()),
        |(behov, netto, folk, fore_folk)| {
            let per_inv = behov + netto;
            hela(&(per_inv.clone() * folk - per_inv * fore_folk))
        },
    );
    let niva = trace.derive(
        &NIVA,
        i("forandring_niva"),
        (differens.clone(), folk.clone()),
        |(differens, folk)| hela(&(differens * folk)),
    );
    let struktur = trace.derive(
        &STRUKTUR,
        i("forandring_struktur"),
        (
            (arets.behovsmodell.per_region.i(region).clone(), arets.behovsmodell.medel.clone()),
            (fore_behov.clone(), fore_medel.clone()),
            folk.clone(),
        ),
        |((behov, medel), (fore_behov, fore_medel), folk)| {
            hela(&(((behov - medel) - (fore_behov - fore_medel)) * folk))
        },
    );
    let solidariskt = trace.derive(
        &SOLIDARISKT,
        i("forandring_solidariskt"),
        (arets.solidariskt.netto.i(region).clone(), fore_netto.clone(), folk.clone()),
        |(netto, fore_netto, folk)| hela(&((netto - fore_netto) * folk)),
    );
    let hela_forandringen = trace.derive(
        &FORANDRING,
        i("forandring"),
        (arets.statsbidrag.per_region.i(region).clone(), fore.statsbidrag.i(region).clone()),
        |(ar, fore)| ar - fore,
    );
    let orsaker = vec![befolkning, niva, struktur, solidariskt];
    let avrundning = trace.derive(
        &AVRUNDNING,
        i("forandring_avrundning"),
        (hela_forandringen, orsaker.clone()),
        |(forandring, orsaker)| forandring - orsaker.into_iter().sum(),
    );
    [orsaker, vec![avrundning]].concat()
}

/// Each cause is stated in whole kronor; what that leaves over is the last cause.
fn hela(kronor: &Kronor) -> HelaKronor {
    kronor.avrunda(Avrundning::HalfUp)
}

/// The change of the solidarity net by own costs, the country's costs, and the financing.
fn nettots_orsaker(
    trace: &mut Trace,
    namn: &Namn,
    arets: Arets<'_>,
    fore: &Foregaende,
) -> Result<(), solidariskt::StigerInte> {
    let fore_medel = solidariskt::medel(
        trace,
        namn.riket("foregaende_solidariskt_utfall"),
        &fore.kostnad,
        &fore.befolkning,
    );
    let steg = solidariskt::steg(
        trace,
        |niva| namn.riket(&format!("foregaende_trappa_niva{niva}_fran")),
        &fore.trappa,
        &fore_medel,
    )?;
    if let Some((ovre, _)) = steg.last() {
        trace.derive(&OVRE, namn.riket("foregaende_ovre_steg"), ovre.clone(), |ovre| ovre);
    }
    forandring_per_inv(trace, namn, "solidariskt_utfall", &arets.solidariskt.medel, &fore_medel);
    if let (Some((ar, _)), Some((fore, _))) = (arets.solidariskt.steg.last(), steg.last()) {
        forandring_per_inv(trace, namn, "ovre_steg", ar, fore);
    }
    let finansiering = trace.derive(
        &FINANSIERING,
        namn.riket("solidariskt_finansiering_forandring"),
        (fore.finansiering.clone(), arets.solidariskt.finansiering.clone()),
        |(fore, ar)| fore - ar,
    );
    for (region, ersattning) in arets.solidariskt.ersattning.iter() {
        let fore_netto = fore.solidariskt_netto.i(region);
        let utfall = arets.solidariskt.utfall.i(region);
        let egna = trace.derive(
            &EGNA_KOSTNADER,
            namn.region(region, "solidariskt_egna_kostnader"),
            (utfall.clone(), steg.clone(), fore_netto.clone(), fore.finansiering.clone()),
            |(utfall, steg, fore_netto, fore_finansiering)| {
                solidariskt::trappa(steg).ersattning(&utfall) - (fore_netto + fore_finansiering)
            },
        );
        let landets = trace.derive(
            &LANDETS_KOSTNADER,
            namn.region(region, "solidariskt_landets_kostnader"),
            (ersattning.clone(), utfall.clone(), steg.clone()),
            |(ersattning, utfall, steg)| ersattning - solidariskt::trappa(steg).ersattning(&utfall),
        );
        trace.derive(
            &NETTO,
            namn.region(region, "solidariskt_netto_forandring"),
            vec![egna, landets, finansiering.clone()],
            |orsaker| orsaker.into_iter().sum::<KronorPerInvanare>(),
        );
    }
    Ok(())
}

/// The change of a kr/inv of the country.
fn forandring_per_inv(
    trace: &mut Trace,
    namn: &Namn,
    vad: &str,
    ar: &Figure<KronorPerInvanare>,
    fore: &Figure<KronorPerInvanare>,
) {
    trace.derive(
        &PER_INV,
        namn.riket(&format!("{vad}_forandring")),
        (ar.clone(), fore.clone()),
        |(ar, fore)| ar - fore,
    );
}
