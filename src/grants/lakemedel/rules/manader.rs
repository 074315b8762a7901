//! Payment month by month: a twelfth per month in arrears, the adjustment for last year's återbäring,
//! what twelve rounded months miss the grant by, and the days of payment.

use chrono::NaiveDate;

use super::{BESLUT, VART, summa_hela};
use crate::calendar::{Betalningsdag, Manad};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::lakemedel::inputs::Utbetalning;
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Antal, HelaKronor};
use crate::region::PerRegion;

static MANADSBELOPP: Rule = Rule {
    id: "lakemedel.manadsbelopp",
    text: "En tolftedel av årets bidrag, avrundad till hela kronor per region (half_up).",
    kalla: BESLUT,
};
static JUSTERING: Rule = Rule {
    id: "lakemedel.aterbaring_justering",
    text: "Minus statens andel gånger skillnaden mellan slutlig och prognostiserad återbäring, avrundad till hela kronor (half_up).",
    kalla: BESLUT,
};
static JUSTERAD: Rule = Rule {
    id: "lakemedel.utbetalning_justerad",
    text: "Månadsbeloppet plus justeringen.",
    kalla: BESLUT,
};
static SUMMA: Rule = Rule {
    id: "lakemedel.utbetalning_summa",
    text: "Regionernas avrundade belopp, summerade.",
    kalla: BESLUT,
};
static RESIDUAL: Rule = Rule {
    id: "lakemedel.manader_residual",
    text: "Tolv avrundade månadsbelopp minus årets bidrag.",
    kalla: VART,
};
static ANTAL_MANADER: Rule = Rule {
    id: "lakemedel.bilaga_manader",
    text: "Antalet månader som bilagan betalar.",
    kalla: BESLUT,
};
static BILAGA_SUMMA: Rule = Rule {
    id: "lakemedel.bilaga_summa",
    text: "Månadsbeloppen gånger antalet månader plus justeringen, för alla regioner.",
    kalla: BESLUT,
};
static BANKDAG: Rule = Rule {
    id: "lakemedel.betalningsdag_bankdag",
    text: "Månadens första bankdag: måndag–fredag som inte är helgdag, midsommar-, jul- eller nyårsafton.",
    kalla: BESLUT,
};
static VARDAG: Rule = Rule {
    id: "lakemedel.betalningsdag_vardag",
    text: "Månadens första dag som inte är söndag, helgdag, midsommar-, jul- eller nyårsafton.",
    kalla: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &MANADSBELOPP,
    &JUSTERING,
    &JUSTERAD,
    &SUMMA,
    &RESIDUAL,
    &ANTAL_MANADER,
    &BILAGA_SUMMA,
    &BANKDAG,
    &VARDAG,
];

/// The payments of a month with and without adjustment.
#[derive(Clone, Debug)]
pub struct Manader {
    /// A twelfth of the year.
    pub manadsbelopp: PerRegion<Figure<HelaKronor>>,
    /// The same with the adjustment.
    pub justerad: PerRegion<Figure<HelaKronor>>,
}

/// The figure's name for the day of payment in a month.
#[must_use]
pub fn dagens_namn(manad: Manad) -> String {
    format!("betalningsdag_{}_{:02}", manad.ar(), manad.nummer())
}

/// Computes the months.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    statsbidrag: &PerRegion<Figure<HelaKronor>>,
    utbetalning: &Utbetalning,
) -> Manader {
    let manadsbelopp = statsbidrag.map(|region, bidrag| {
        trace.derive(&MANADSBELOPP, namn.region(region, "manadsbelopp"), bidrag.clone(), |bidrag| {
            (bidrag.exakt() / tolv()).avrunda(Avrundning::HalfUp)
        })
    });
    let justering = utbetalning.aterbaring_differens.map(|region, differens| {
        trace.derive(
            &JUSTERING,
            namn.region(region, "aterbaring_justering"),
            (differens.clone(), utbetalning.aterbaring_andel.clone()),
            |(differens, andel)| (-(differens * andel)).avrunda(Avrundning::HalfUp),
        )
    });
    let justerad = manadsbelopp.map(|region, belopp| {
        trace.derive(
            &JUSTERAD,
            namn.region(region, "utbetalning_justerad"),
            (belopp.clone(), justering.i(region).clone()),
            |(belopp, justering)| belopp + justering,
        )
    });
    let residual = manadsbelopp.map(|region, belopp| {
        trace.derive(
            &RESIDUAL,
            namn.region(region, "manader_residual"),
            (belopp.clone(), statsbidrag.i(region).clone()),
            |(belopp, bidrag)| belopp * tolv() - bidrag,
        )
    });
    let mut summa = |vad, delar: &PerRegion<_>| {
        trace.derive(&SUMMA, namn.riket(vad), delar.clone(), summa_hela)
    };
    let manad_totalt = summa("manadsbelopp", &manadsbelopp);
    let justering_totalt = summa("aterbaring_justering", &justering);
    summa("utbetalning_justerad", &justerad);
    summa("manader_residual", &residual);
    bilagans_summa(trace, namn, utbetalning, manad_totalt, justering_totalt);
    Manader { manadsbelopp, justerad }
}

fn tolv() -> Antal {
    Antal::fran_heltal(12)
}

fn bilagans_summa(
    trace: &mut Trace,
    namn: &Namn,
    utbetalning: &Utbetalning,
    manad: Figure<HelaKronor>,
    justering: Figure<HelaKronor>,
) {
    let antal = trace.derive(
        &ANTAL_MANADER,
        namn.riket("bilaga_manader"),
        (utbetalning.forsta_manad.clone(), utbetalning.sista_manad.clone()),
        |(forsta, sista)| Antal::fran_heltal(sista.heltal() - forsta.heltal() + 1),
    );
    trace.derive(
        &BILAGA_SUMMA,
        namn.riket("bilaga_summa"),
        (manad, antal, justering),
        |(manad, antal, justering)| manad * antal + justering,
    );
}

/// The months whose days of payment are stated: the budget year's twelve, and the first of the next
/// year up to the agreement year's last payment.
#[must_use]
pub fn betalningsmanader(ar: i32, efterslap: Antal) -> Vec<Manad> {
    let antal = 12 + efterslap.som::<usize>();
    Manad::ny(ar, 1)
        .into_iter()
        .flat_map(|januari| (0..).map(move |n| januari.senare(n)))
        .take(antal)
        .collect()
}

/// Computes the days of payment.
pub fn betalningsdagar(
    trace: &mut Trace,
    namn: &Namn,
    bidragsar: &Figure<Antal>,
    utbetalning: &Utbetalning,
) {
    let (ar, efterslap) = (bidragsar.value, utbetalning.efterslap.value);
    let namnen = manader(ar, efterslap).map(|manad| namn.riket(&dagens_namn(manad))).collect();
    let inputs = (bidragsar.clone(), utbetalning.efterslap.clone());
    match utbetalning.betalningsdag {
        Betalningsdag::ForstaBankdagen => {
            trace.derive_each(&BANKDAG, namnen, inputs, |(ar, efterslap)| -> Vec<NaiveDate> {
                manader(ar, efterslap)
                    .map(|manad| Betalningsdag::ForstaBankdagen.i(manad))
                    .collect()
            })
        }
        Betalningsdag::ForstaVardagen => {
            trace.derive_each(&VARDAG, namnen, inputs, |(ar, efterslap)| -> Vec<NaiveDate> {
                manader(ar, efterslap).map(|manad| Betalningsdag::ForstaVardagen.i(manad)).collect()
            })
        }
    };
}

fn manader(ar: Antal, efterslap: Antal) -> impl Iterator<Item = Manad> {
    betalningsmanader(ar.som(), efterslap).into_iter()
}
