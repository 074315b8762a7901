//! The agreement: from the agreed amounts to what is paid out to the regions, and the limits of
//! profit and loss sharing.

use super::AVTAL;
use crate::contract::{Calculation, lakemedel as contract};
use crate::figure::{Figure, Rule, round, sum};
use crate::grants::lakemedel::inputs::{Avdrag, Avtal};
use crate::quantity::{HelaKronor, Kronor};

static BRUTTO: Rule = Rule {
    id: "lakemedel.brutto",
    text: "Läkemedelsförmånen plus hepatit C, före återbäring.",
    source: AVTAL,
};
static ATERBARING_AVDRAG: Rule = Rule {
    id: "lakemedel.aterbaring_avdrag",
    text: "Statens andel av prognostiserad återbäring med minustecken, som den dras av från bruttobeloppet.",
    source: AVTAL,
};
static NETTO: Rule = Rule {
    id: "lakemedel.netto",
    text: "Bruttobeloppet minus statens andel av prognostiserad återbäring; basen för vinst- och förlustdelningen.",
    source: AVTAL,
};
static TOTALT: Rule =
    Rule { id: "lakemedel.totalt", text: "Nettobeloppet plus övrigt.", source: AVTAL };
static AVDRAG_AVTALAT: Rule = Rule {
    id: "lakemedel.avdrag_avtalat",
    text: "Det belopp i kronor som parterna har avtalat för ändamålet.",
    source: AVTAL,
};
static AVDRAG_TILL_KURS: Rule = Rule {
    id: "lakemedel.avdrag_till_kurs",
    text: "Beloppet i utländsk valuta gånger den preliminära kursen, avrundat till hela kronor (half_up).",
    source: AVTAL,
};
static AVDRAG: Rule = Rule {
    id: "lakemedel.avdrag",
    text: "Det som dras av för gemensamma ändamål, summerat.",
    source: AVTAL,
};
static UTBETALAS: Rule = Rule {
    id: "lakemedel.utbetalas",
    text: "Det totala nettobidraget minus avdragen: det som fördelas på regionerna.",
    source: AVTAL,
};
static GRANS_NEDRE: Rule = Rule {
    id: "lakemedel.grans_nedre",
    text: "Basen minus gränsen i procent: under den delas överskottet.",
    source: AVTAL,
};
static GRANS_OVRE: Rule = Rule {
    id: "lakemedel.grans_ovre",
    text: "Basen plus gränsen i procent: över den delas underskottet.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &BRUTTO,
    &ATERBARING_AVDRAG,
    &NETTO,
    &TOTALT,
    &AVDRAG_AVTALAT,
    &AVDRAG_TILL_KURS,
    &AVDRAG,
    &UTBETALAS,
    &GRANS_NEDRE,
    &GRANS_OVRE,
];

/// What the agreement comes to.
#[derive(Clone, Debug)]
pub struct Belopp {
    /// The whole net grant.
    pub totalt: Figure<Kronor>,
    /// Of each deduction, what it would be at the rate where it is agreed in kronor too.
    pub raknade: Vec<Option<Figure<HelaKronor>>>,
    /// What is paid out to the regions.
    pub utbetalas: Figure<HelaKronor>,
}

/// Computes the agreement's amounts.
///
/// # Panics
/// If a deduction has no amount: a bug, since the reader refuses it.
pub fn compute(calc: &mut Calculation<'_>, avtal: &Avtal) -> Belopp {
    let brutto = calc.define(&BRUTTO, &contract::BRUTTO, &avtal.formanen + &avtal.hepatit_c);
    calc.define(&ATERBARING_AVDRAG, &contract::ATERBARING_AVDRAG, -&avtal.aterbaring);
    let netto = calc.define(&NETTO, &contract::NETTO, &brutto - &avtal.aterbaring);
    let totalt = calc.define(&TOTALT, &contract::TOTALT, &netto + &avtal.ovrigt);
    let avdragen: Vec<_> = avtal.avdrag.iter().map(|avdrag| avdraget(calc, avdrag)).collect();
    let dras_av = sum(avdragen.iter().map(|(belopp, _)| belopp));
    let avdrag = calc.define(&AVDRAG, &contract::AVDRAG, dras_av);
    // The workbook gives at most six decimals of mnkr: the total is whole kronor already.
    let utbetalas = calc.define(&UTBETALAS, &contract::UTBETALAS, round(&totalt) - &avdrag);
    calc.define(&GRANS_NEDRE, &contract::GRANS_NEDRE, &netto - &netto * &avtal.grans);
    calc.define(&GRANS_OVRE, &contract::GRANS_OVRE, &netto + &netto * &avtal.grans);
    let raknade = avdragen.into_iter().map(|(_, raknat)| raknat).collect();
    Belopp { totalt, raknade, utbetalas }
}

/// What is deducted, and what it would be at the rate where it is agreed in kronor too.
fn avdraget(
    calc: &mut Calculation<'_>,
    Avdrag { rad, kronor, valuta, .. }: &Avdrag,
) -> (Figure<HelaKronor>, Option<Figure<HelaKronor>>) {
    let promise = contract::AVDRAGET.at(&rad.id);
    let raknat = valuta.as_ref().map(|(belopp, kurs)| round(belopp * kurs));
    match (kronor, raknat) {
        (Some(kronor), raknat) => {
            let promised = contract::AVDRAG_RAKNAT.at(&rad.id);
            let raknat = raknat.map(|raknat| calc.define(&AVDRAG_TILL_KURS, &promised, raknat));
            (calc.define(&AVDRAG_AVTALAT, &promise, kronor), raknat)
        }
        (None, Some(raknat)) => (calc.define(&AVDRAG_TILL_KURS, &promise, raknat), None),
        (None, None) => panic!("{} has no amount", rad.id),
    }
}
