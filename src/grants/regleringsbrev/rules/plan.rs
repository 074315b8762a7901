//! The budget year month by month: what each month pays, annex by annex and agreement by agreement.

use super::manader::Avtalsar;
use super::{BESLUT, Belopp, VART};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::{Antal, HelaKronor};
use crate::region::PerRegion;

static JUSTERAT: Rule =
    Rule {
        id: "regleringsbrev.justerat", text: "Månadens justeringar, summerade.", kalla: BESLUT
    };
static UTBETALNING: Rule = Rule {
    id: "regleringsbrev.utbetalning",
    text: "Månadsbeloppet för det avtalsår vars kostnader månaden betalar, plus månadens justeringar och den återstod som placeras i den.",
    kalla: BESLUT,
};
static UTBETALNING_SUMMA: Rule = Rule {
    id: "regleringsbrev.utbetalning_summa",
    text: "Regionernas utbetalningar i månaden, summerade.",
    kalla: BESLUT,
};
static ARET: Rule = Rule {
    id: "regleringsbrev.aret",
    text: "Budgetårets tolv utbetalningar, summerade.",
    kalla: VART,
};
static BILAGA: Rule = Rule {
    id: "regleringsbrev.bilaga_summa",
    text: "Utbetalningarna i bilagans månader, summerade.",
    kalla: BESLUT,
};
static UTANFOR: Rule = Rule {
    id: "regleringsbrev.utanfor_bilagor",
    text: "Utbetalningarna i budgetårets månader utan bilaga, summerade.",
    kalla: VART,
};
static AVTAL: Rule = Rule {
    id: "regleringsbrev.aret_avtal",
    text: "Det budgetåret betalar av avtalsåret: månadsbeloppet gånger antalet månader, plus justeringar och placerad återstod som avser det.",
    kalla: VART,
};
static ANTAL: Rule = Rule {
    id: "regleringsbrev.bilagor_antal",
    text: "Antalet bilagor till beslutet.",
    kalla: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] =
    &[&JUSTERAT, &UTBETALNING, &UTBETALNING_SUMMA, &ARET, &BILAGA, &UTANFOR, &AVTAL, &ANTAL];

/// A month of the budget year.
#[derive(Clone, Debug)]
pub struct Manad {
    /// The month, 1–12.
    pub nummer: u32,
    /// Paid, kr.
    pub belopp: Belopp,
}

/// What a month is made of.
#[derive(Clone, Debug)]
pub struct Delar<'a> {
    /// The month, 1–12.
    pub nummer: u32,
    /// The month of the agreement year it pays.
    pub bas: &'a Belopp,
    /// The adjustments made in it.
    pub justeringar: Vec<&'a Belopp>,
    /// The residual settled in it.
    pub placerad: Option<&'a Belopp>,
}

/// The name of a month's figures: `utbetalning_2024_05`.
#[must_use]
pub fn manadens_namn(vad: &str, ar: i32, nummer: u32) -> String {
    format!("{vad}_{ar}_{nummer:02}")
}

/// Computes a month.
pub fn manad(trace: &mut Trace, namn: &Namn, ar: i32, delar: &Delar<'_>) -> Manad {
    let ihop = |(bas, tillagg): (HelaKronor, Vec<HelaKronor>)| bas + tillagg.into_iter().sum();
    let id = manadens_namn("utbetalning", ar, delar.nummer);
    let tillagg: Vec<_> = delar.justeringar.iter().copied().chain(delar.placerad).collect();
    let per_region = delar.bas.per_region.map(|region, bas| {
        let tillagg: Vec<_> =
            tillagg.iter().map(|belopp| belopp.per_region.i(region).clone()).collect();
        trace.derive(&UTBETALNING, namn.region(region, &id), (bas.clone(), tillagg), ihop)
    });
    let belopp = Belopp::summera(trace, namn, &UTBETALNING_SUMMA, &id, per_region);
    if !delar.justeringar.is_empty() {
        let justeringar: Vec<Belopp> = delar.justeringar.iter().copied().cloned().collect();
        let id = manadens_namn("justerat", ar, delar.nummer);
        summor(trace, namn, &JUSTERAT, &id, &justeringar);
    }
    Manad { nummer: delar.nummer, belopp }
}

/// Sums of the same regions, and of the country.
fn summor(
    trace: &mut Trace,
    namn: &Namn,
    rule: &'static Rule,
    id: &str,
    delar: &[Belopp],
) -> Belopp {
    let ihop = |delar: Vec<HelaKronor>| delar.into_iter().sum();
    let per_region = PerRegion::fran(|region| {
        let delar: Vec<_> = delar.iter().map(|del| del.per_region.i(region).clone()).collect();
        trace.derive(rule, namn.region(region, id), delar, ihop)
    });
    let riket = delar.iter().map(|del| del.riket.clone()).collect::<Vec<_>>();
    let riket = trace.derive(rule, namn.riket(id), riket, ihop);
    Belopp { per_region, riket }
}

/// The twelve months together.
pub fn aret(trace: &mut Trace, namn: &Namn, manader: &[Manad]) -> Belopp {
    let delar: Vec<_> = manader.iter().map(|manad| manad.belopp.clone()).collect();
    summor(trace, namn, &ARET, "aret", &delar)
}

/// An annex's months together.
pub fn bilaga(trace: &mut Trace, namn: &Namn, nummer: u32, egna: &[&Manad]) -> Belopp {
    let delar: Vec<_> = egna.iter().map(|manad| manad.belopp.clone()).collect();
    summor(trace, namn, &BILAGA, &format!("bilaga_{nummer}_summa"), &delar)
}

/// The months of no annex together, nought if there are none.
pub fn utanfor(
    trace: &mut Trace,
    namn: &Namn,
    budgetar: &Figure<Antal>,
    manader: &[&Manad],
) -> Belopp {
    let ihop = |(_, delar): (Antal, Vec<HelaKronor>)| delar.into_iter().sum();
    let per_region = PerRegion::fran(|region| {
        let delar: Vec<_> =
            manader.iter().map(|manad| manad.belopp.per_region.i(region).clone()).collect();
        let namn = namn.region(region, "utanfor_bilagor");
        trace.derive(&UTANFOR, namn, (budgetar.clone(), delar), ihop)
    });
    Belopp::summera(trace, namn, &UTANFOR, "utanfor_bilagor", per_region)
}

/// Which of the two agreement years a budget year pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vilket {
    /// The one before: in the first months, as many as the arrears.
    Foregaende,
    /// The year's own: in the rest.
    Arets,
}

/// What the budget year pays of an agreement year: so many months, and what is settled of it.
pub fn avtal(
    trace: &mut Trace,
    namn: &Namn,
    (avtalsar, vilket): (&Avtalsar, Vilket),
    efterslap: &Figure<Antal>,
    ovrigt: &[&Belopp],
) -> Belopp {
    let id = format!("aret_avtal_{}", avtalsar.ar);
    let per_region = avtalsar.manadsbelopp.per_region.map(|region, manad| {
        let ovrigt: Vec<_> =
            ovrigt.iter().map(|belopp| belopp.per_region.i(region).clone()).collect();
        let inputs = (manad.clone(), efterslap.clone(), ovrigt);
        trace.derive(
            &AVTAL,
            namn.region(region, &id),
            inputs,
            match vilket {
                Vilket::Foregaende => {
                    |(manad, efterslap, ovrigt)| manad * efterslap + lagg_ihop(ovrigt)
                }
                Vilket::Arets => |(manad, efterslap, ovrigt)| {
                    let antal = Antal::fran_heltal(12 - Antal::heltal(efterslap));
                    manad * antal + lagg_ihop(ovrigt)
                },
            },
        )
    });
    Belopp::summera(trace, namn, &AVTAL, &id, per_region)
}

fn lagg_ihop(delar: Vec<HelaKronor>) -> HelaKronor {
    delar.into_iter().sum()
}

/// How many annexes there are.
pub fn antal(trace: &mut Trace, namn: &Namn, bilagor: &[Belopp]) -> Figure<Antal> {
    let summor: Vec<_> = bilagor.iter().map(|bilaga| bilaga.riket.clone()).collect();
    trace.derive(&ANTAL, namn.riket("bilagor_antal"), summor, |summor: Vec<HelaKronor>| {
        Antal::fran_heltal(i64::try_from(summor.len()).unwrap_or(i64::MAX))
    })
}
