//! What each region has been allocated of each agreement: by population, in whole kronor.

use super::{AVTAL, VART, summa, summa_regioner};
use crate::allocation::{Residual, hela_kronor, proportionellt};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::beredskap::inputs::Avtal;
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Exakt, HelaKronor, Invanare, Kronor};
use crate::region::PerRegion;

static BEFOLKNING: Rule = Rule {
    id: "beredskap.befolkning_totalt",
    text: "Regionernas befolkning den 31 december 2021, summerad.",
    kalla: AVTAL,
};
static OVERENSKOMMET: Rule = Rule {
    id: "beredskap.overenskommet",
    text: "Överenskommelsens belopp till regionerna och till SKR tillsammans.",
    kalla: AVTAL,
};
static POTT: Rule = Rule {
    id: "beredskap.pott",
    text: "Överenskommelsens belopp till regionerna, i hela kronor: det som fördelas.",
    kalla: AVTAL,
};
static EXAKT: Rule = Rule {
    id: "beredskap.tilldelat_exakt",
    text: "Beloppet till regionerna gånger regionens andel av befolkningen den 31 december 2021, oavrundat.",
    kalla: AVTAL,
};
static TILLDELAT: Rule = Rule {
    id: "beredskap.tilldelat",
    text: "Regionens del avrundad till hela kronor (half_up); den region som får mest tar återstoden.",
    kalla: VART,
};
static TOTALT: Rule = Rule {
    id: "beredskap.tilldelat_totalt",
    text: "Det regionerna har tilldelats, summerat.",
    kalla: AVTAL,
};
static ALLA: Rule = Rule {
    id: "beredskap.tilldelat_alla",
    text: "Det som har tilldelats enligt alla överenskommelser tillsammans.",
    kalla: AVTAL,
};
static OVERENSKOMMET_ALLA: Rule = Rule {
    id: "beredskap.overenskommet_alla",
    text: "Överenskommelsernas belopp till samma mottagare, summerade.",
    kalla: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] =
    &[&BEFOLKNING, &OVERENSKOMMET, &POTT, &EXAKT, &TILLDELAT, &TOTALT, &ALLA, &OVERENSKOMMET_ALLA];

/// What an agreement gives, in whole kronor.
#[derive(Clone, Debug)]
pub struct Tilldelat {
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// Their sum: all that the agreement gives the regions.
    pub totalt: Figure<HelaKronor>,
}

/// Computes what each agreement gives, in the agreements' order.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    folk: &PerRegion<Figure<Invanare>>,
    avtal: &[Avtal],
) -> Vec<Tilldelat> {
    trace.derive(&BEFOLKNING, namn.riket("befolkning"), folk.clone(), |folk| {
        folk.varden().iter().copied().sum::<Invanare>()
    });
    let alla: Vec<_> = avtal.iter().map(|avtal| ett_avtal(trace, namn, folk, avtal)).collect();
    PerRegion::fran(|region| {
        let delar: Vec<_> = alla.iter().map(|ett| ett.per_region.i(region).clone()).collect();
        trace.derive(&ALLA, namn.region(region, "tilldelat"), delar, summa)
    });
    let totalt: Vec<_> = alla.iter().map(|ett| ett.totalt.clone()).collect();
    trace.derive(&ALLA, namn.riket("tilldelat"), totalt, summa);
    let till_regionerna: Vec<_> = avtal.iter().map(|avtal| avtal.till_regionerna.clone()).collect();
    let till_skr: Vec<_> = avtal.iter().map(|avtal| avtal.till_skr.clone()).collect();
    for (id, delar) in [("till_regionerna", till_regionerna), ("till_skr", till_skr)] {
        trace.derive(&OVERENSKOMMET_ALLA, namn.riket(id), delar, |delar| {
            delar.into_iter().sum::<Kronor>()
        });
    }
    alla
}

fn ett_avtal(
    trace: &mut Trace,
    namn: &Namn,
    folk: &PerRegion<Figure<Invanare>>,
    avtal: &Avtal,
) -> Tilldelat {
    let ar = avtal.ar;
    trace.derive(
        &OVERENSKOMMET,
        namn.riket(&format!("overenskommet_{ar}")),
        (avtal.till_regionerna.clone(), avtal.till_skr.clone()),
        |(till_regionerna, till_skr)| till_regionerna + till_skr,
    );
    let pott = trace.derive(
        &POTT,
        namn.riket(&format!("pott_{ar}")),
        avtal.till_regionerna.clone(),
        // The workbook gives at most six decimals of mnkr: the amount is whole kronor already.
        |belopp| belopp.avrunda(Avrundning::HalfUp),
    );
    let namnen = |id: &str| -> Vec<String> {
        let id = format!("{id}_{ar}");
        folk.iter().map(|(region, _)| namn.region(region, &id)).collect()
    };
    let exakt = trace.derive_each(
        &EXAKT,
        namnen("tilldelat_exakt"),
        (pott.clone(), folk.clone()),
        |(pott, folk)| {
            let vikter: Vec<_> =
                folk.varden().iter().map(|folk| Exakt::from(folk.heltal())).collect();
            proportionellt(&pott.exakt(), &vikter)
        },
    );
    let inputs = (exakt, pott);
    let belopp = trace.derive_each(&TILLDELAT, namnen("tilldelat"), inputs, |(delar, pott)| {
        hela_kronor(&delar, pott, Residual::HalfUpResidualToLargest)
            .unwrap_or_else(|obalans| panic!("the parts are of the pot: {obalans:?}"))
            .belopp
    });
    let mut belopp = belopp.into_iter();
    let per_region =
        PerRegion::fran(|region| belopp.next().unwrap_or_else(|| panic!("{region} has no part")));
    let totalt = trace.derive(
        &TOTALT,
        namn.riket(&format!("tilldelat_{ar}")),
        per_region.clone(),
        summa_regioner,
    );
    Tilldelat { per_region, totalt }
}
