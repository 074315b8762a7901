//! Each region's part of what is settled: by a declared key, in whole kronor by a named policy.

use super::vinst_forlust::Del;
use super::{Belopp, VART};
use crate::allocation::{Residual, hela_kronor};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Andel, HelaKronor, Invanare, Kronor};
use crate::region::PerRegion;

static NYCKEL_STATSBIDRAG: Rule = Rule {
    id: "regleringsbrev.avstamning_nyckel_statsbidrag",
    text: "Regionens statsbidrag för avtalsåret delat med alla regioners.",
    kalla: VART,
};
static NYCKEL_BEFOLKNING: Rule = Rule {
    id: "regleringsbrev.avstamning_nyckel_befolkning",
    text: "Regionens befolkning den 31 augusti avtalsåret delad med landets.",
    kalla: VART,
};
static EXAKT: Rule = Rule {
    id: "regleringsbrev.avstamning_exakt",
    text: "Beloppet för alla regioner gånger regionens andel, oavrundat.",
    kalla: VART,
};
static HALF_UP: Rule = Rule {
    id: "regleringsbrev.avstamning_half_up",
    text: "Regionens del avrundad för sig till hela kronor (half_up); återstoden redovisas.",
    kalla: VART,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "regleringsbrev.avstamning_largest_remainder",
    text: "Regionens del utan tecken nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning; därefter beloppets tecken.",
    kalla: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "regleringsbrev.avstamning_residual_to_largest",
    text: "Regionens del avrundad till hela kronor (half_up); den region vars del är störst utan tecken tar återstoden.",
    kalla: VART,
};
pub(super) static SUMMA: Rule = Rule {
    id: "regleringsbrev.avstamning_summa",
    text: "Regionernas delar i hela kronor, summerade.",
    kalla: VART,
};
static RESIDUAL: Rule = Rule {
    id: "regleringsbrev.avstamning_residual",
    text: "Beloppet för alla regioner minus summan av regionernas delar i hela kronor.",
    kalla: VART,
};
/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &NYCKEL_STATSBIDRAG,
    &NYCKEL_BEFOLKNING,
    &EXAKT,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &SUMMA,
    &RESIDUAL,
];

/// What the amounts are shared out by.
#[derive(Clone, Debug)]
pub enum Vikter {
    /// The grant of the agreement year.
    Statsbidrag(PerRegion<Figure<HelaKronor>>),
    /// The population on 31 August of the agreement year.
    Befolkning(PerRegion<Figure<Invanare>>),
}

/// Each region's share of whatever is shared out; the shares sum to one.
///
/// # Panics
/// If the weights sum to zero: a bug, since no region's grant or population is nought.
pub fn nyckel(trace: &mut Trace, namn: &Namn, vikter: &Vikter) -> PerRegion<Figure<Andel>> {
    let namnet = |region| namn.region(region, "avstamning_nyckel");
    match vikter {
        Vikter::Statsbidrag(bidrag) => bidrag.map(|region, egen| {
            trace.derive(
                &NYCKEL_STATSBIDRAG,
                namnet(region),
                (egen.clone(), bidrag.clone()),
                |(egen, alla)| {
                    egen.exakt() / alla.varden().iter().copied().sum::<HelaKronor>().exakt()
                },
            )
        }),
        Vikter::Befolkning(folk) => folk.map(|region, egen| {
            trace.derive(
                &NYCKEL_BEFOLKNING,
                namnet(region),
                (egen.clone(), folk.clone()),
                |(egen, alla)| egen / alla.varden().iter().copied().sum::<Invanare>(),
            )
        }),
    }
}

/// Each region's part, and what they leave over together.
pub(super) fn fordela(
    trace: &mut Trace,
    namn: &Namn,
    del: Del,
    belopp: &Figure<HelaKronor>,
    nyckel: &PerRegion<Figure<Andel>>,
    residual: Residual,
) -> PerRegion<Figure<HelaKronor>> {
    let exakt = nyckel.map(|region, andel| {
        trace.derive(
            &EXAKT,
            namn.region(region, &del.namn("exakt")),
            (belopp.clone(), andel.clone()),
            |(belopp, andel)| belopp.exakt() * andel,
        )
    });
    let per_region = hela(trace, namn, del, &exakt, belopp, residual);
    let id = format!("avstamning_{}", del.id());
    let summa = Belopp::summera(trace, namn, &SUMMA, &id, per_region);
    trace.derive(
        &RESIDUAL,
        namn.riket(&del.namn("residual")),
        (belopp.clone(), summa.riket),
        |(belopp, summa)| belopp - summa,
    );
    summa.per_region
}

/// The parts in whole kronor, by a residual policy.
fn hela(
    trace: &mut Trace,
    namn: &Namn,
    del: Del,
    exakt: &PerRegion<Figure<Kronor>>,
    belopp: &Figure<HelaKronor>,
    residual: Residual,
) -> PerRegion<Figure<HelaKronor>> {
    let namnet = |region| namn.region(region, &format!("avstamning_{}", del.id()));
    let (rule, fordelat): (_, fn(Delar) -> Vec<HelaKronor>) = match residual {
        Residual::HalfUp => {
            return exakt.map(|region, exakt| {
                trace.derive(&HALF_UP, namnet(region), exakt.clone(), |exakt| {
                    exakt.avrunda(Avrundning::HalfUp)
                })
            });
        }
        Residual::LargestRemainder => {
            (&LARGEST_REMAINDER, |delar| utan_tecken(&delar, Residual::LargestRemainder))
        }
        Residual::HalfUpResidualToLargest => {
            (&TO_LARGEST, |delar| utan_tecken(&delar, Residual::HalfUpResidualToLargest))
        }
        Residual::Explicit(plats) => panic!("the sheet names no region such as {plats}"),
    };
    let namnen = exakt.iter().map(|(region, _)| namnet(region)).collect();
    let inputs = (exakt.clone(), belopp.clone());
    let mut delar = trace.derive_each(rule, namnen, inputs, fordelat).into_iter();
    PerRegion::fran(|region| delar.next().unwrap_or_else(|| panic!("{region} has no part")))
}

/// What a residual policy is given: the exact parts, and what they sum to.
type Delar = (PerRegion<Kronor>, HelaKronor);

/// The parts shared out without their sign and given it back: who takes the residual does not hang on
/// which way the money goes.
fn utan_tecken((exakt, belopp): &Delar, residual: Residual) -> Vec<HelaKronor> {
    let negativt = belopp.heltal() < 0;
    let vand = |kronor: &Kronor| if negativt { -kronor.clone() } else { kronor.clone() };
    let delar: Vec<_> = exakt.varden().iter().map(vand).collect();
    let pott = if negativt { -*belopp } else { *belopp };
    let hela = hela_kronor(&delar, pott, residual)
        .unwrap_or_else(|obalans| panic!("the shares sum to one: {obalans:?}"));
    hela.belopp.into_iter().map(|del| if negativt { -del } else { del }).collect()
}
