//! The budget year month by month: what each month pays, annex by annex and agreement by agreement.

use super::manader::{Avtalsar, Manader};
use super::{BESLUT, Belopp, VART, in_region};
use crate::calendar::Month;
use crate::contract::{Calculation, regleringsbrev as contract};
use crate::figure::{COUNT, Figure, Rule, count, list, sum};
use crate::quantity::Antal;

static JUSTERAT: Rule = Rule {
    id: "regleringsbrev.justerat",
    text: "Månadens justeringar, summerade.",
    source: BESLUT,
};
static UTBETALNING: Rule = Rule {
    id: "regleringsbrev.utbetalning",
    text: "Månadsbeloppet för det avtalsår vars kostnader månaden betalar, plus månadens justeringar och den återstod som placeras i den.",
    source: BESLUT,
};
static UTBETALNING_SUMMA: Rule = Rule {
    id: "regleringsbrev.utbetalning_summa",
    text: "Regionernas utbetalningar i månaden, summerade.",
    source: BESLUT,
};
static ARET: Rule = Rule {
    id: "regleringsbrev.aret",
    text: "Budgetårets tolv utbetalningar, summerade.",
    source: VART,
};
static BILAGA: Rule = Rule {
    id: "regleringsbrev.bilaga_summa",
    text: "Utbetalningarna i bilagans månader, summerade.",
    source: BESLUT,
};
static UTANFOR: Rule = Rule {
    id: "regleringsbrev.utanfor_bilagor",
    text: "Utbetalningarna i budgetårets månader utan bilaga, summerade.",
    source: VART,
};
static AVTAL: Rule = Rule {
    id: "regleringsbrev.aret_avtal",
    text: "Det budgetåret betalar av avtalsåret: månadsbeloppet gånger antalet månader, plus justeringar och placerad återstod som avser det.",
    source: VART,
};
static AVTAL_PLAN: Rule = Rule {
    id: "regleringsbrev.aret_avtal_plan",
    text: "Det budgetåret betalar av ett avtalsår med egen plan: planens belopp för de kostnadsmånader som betalas under budgetåret, plus justeringar och placerad återstod som avser det.",
    source: VART,
};
static ANTAL: Rule = Rule {
    id: "regleringsbrev.bilagor_antal",
    text: "Antalet bilagor till beslutet.",
    source: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &JUSTERAT,
    &UTBETALNING,
    &UTBETALNING_SUMMA,
    &ARET,
    &BILAGA,
    &UTANFOR,
    &AVTAL,
    &AVTAL_PLAN,
    &ANTAL,
];

/// What a month of the budget year pays.
#[derive(Clone, Debug)]
pub struct Utbetalning {
    /// The month.
    pub manad: Month,
    /// Paid, kr.
    pub belopp: Belopp,
    /// Whether something is to be paid: the plan gives something, or something is settled.
    pub betalas: bool,
}

/// What a month is made of.
#[derive(Clone, Debug)]
pub struct Delar<'a> {
    /// The month.
    pub manad: Month,
    /// The month of the agreement year it pays.
    pub bas: &'a Belopp,
    /// Whether the agreement year's plan gives the month something.
    pub planerad: bool,
    /// The adjustments made in it.
    pub justeringar: Vec<&'a Belopp>,
    /// The residual settled in it.
    pub placerad: Option<&'a Belopp>,
}

/// Computes a month.
pub fn utbetalning(calc: &mut Calculation<'_>, delar: &Delar<'_>) -> Utbetalning {
    let Delar { manad, bas, planerad, justeringar, placerad } = delar;
    let betalas = *planerad || !justeringar.is_empty() || placerad.is_some();
    let all: Vec<_> =
        [*bas].into_iter().chain(justeringar.iter().copied()).chain(*placerad).collect();
    let promise = &contract::UTBETALNING.at(*manad);
    let belopp = Belopp::define(calc, (&UTBETALNING, &UTBETALNING_SUMMA), promise, |region| {
        in_region(&all, region)
    });
    if !justeringar.is_empty() {
        Belopp::together(calc, &JUSTERAT, &contract::JUSTERAT.at(*manad), justeringar);
    }
    Utbetalning { manad: *manad, belopp, betalas }
}

/// What the twelve months pay together.
pub fn this_year(calc: &mut Calculation<'_>, manader: &[Utbetalning]) -> Belopp {
    Belopp::together(calc, &ARET, &contract::ARET, &amount(manader))
}

/// What an annex's months pay together.
pub fn bilaga(calc: &mut Calculation<'_>, nummer: u32, egna: &[&Utbetalning]) -> Belopp {
    let promise = &contract::BILAGA_SUMMA.at(nummer);
    Belopp::together(calc, &BILAGA, promise, &amount(egna.iter().copied()))
}

/// What the months of no annex pay together, zero if there are none.
pub fn outside(calc: &mut Calculation<'_>, manader: &[&Utbetalning]) -> Belopp {
    let delar = amount(manader.iter().copied());
    let promise = &contract::UTANFOR_BILAGOR;
    Belopp::define(calc, (&UTANFOR, &UTANFOR), promise, |region| in_region(&delar, region))
}

fn amount<'a>(manader: impl IntoIterator<Item = &'a Utbetalning>) -> Vec<&'a Belopp> {
    manader.into_iter().map(|manad| &manad.belopp).collect()
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
    calc: &mut Calculation<'_>,
    (avtalsar, vilket): (&Avtalsar<'_>, Vilket),
    efterslap: &Figure<Antal>,
    ovrigt: &[&Belopp],
) -> Belopp {
    let promise = &contract::ARET_AVTAL.at(avtalsar.ar);
    let rule = match &avtalsar.manader {
        Manader::Lika(_) => &AVTAL,
        Manader::Egna(_) => &AVTAL_PLAN,
    };
    // The months of cost that are paid after the year's end are the last ones.
    let efter: usize = efterslap.value.shown_as();
    let alla = avtalsar.manader.all();
    let (i_aret, efterat) = alla.split_at(12 - efter);
    Belopp::define(calc, (rule, rule), promise, |region| {
        let manaderna = match (&avtalsar.manader, vilket) {
            (Manader::Lika(manad), Vilket::Foregaende) => &manad.per_region[region] * efterslap,
            (Manader::Lika(manad), Vilket::Arets) => {
                &manad.per_region[region] * (count(12) - efterslap)
            }
            (Manader::Egna(_), Vilket::Foregaende) => in_region(efterat, region),
            (Manader::Egna(_), Vilket::Arets) => in_region(i_aret, region),
        };
        let ovrigt = ovrigt.iter().map(|belopp| belopp.per_region[region].expr());
        sum(std::iter::once(manaderna).chain(ovrigt))
    })
}

/// How many annexes there are.
pub fn antal(calc: &mut Calculation<'_>, bilagor: &[Belopp]) -> Figure<Antal> {
    let antal = calc.call(&COUNT, vec![list(bilagor.iter().map(|bilaga| &bilaga.riket))]).at(0);
    calc.define(&ANTAL, &contract::BILAGOR_ANTAL, antal)
}
