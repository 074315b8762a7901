//! The agreement: from the agreed amounts to what is paid out to the regions, and the limits of
//! profit and loss sharing.

use super::AVTAL;
use crate::contract::Calculation;
use crate::contract::lakemedel::{self as contract, Avrakningsgrupp};
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
    text: "Bruttobeloppet minus statens andel av prognostiserad återbäring.",
    source: AVTAL,
};
static OVRIGT: Rule =
    Rule {
        id: "lakemedel.ovrigt", text: "Beloppen för andra ändamål, summerade.", source: AVTAL
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
    text: "Det totala bidraget minus avdragen: det som fördelas på regionerna.",
    source: AVTAL,
};
static AVRAKNING_BAS: Rule = Rule {
    id: "lakemedel.avrakning_bas",
    text: "Det avtalade beloppet för det som avräknas för sig: nettobeloppet om allt avräknas tillsammans, annars delens bruttobelopp; utan övrigt.",
    source: AVTAL,
};
static AVRAKNING_NEDRE: Rule = Rule {
    id: "lakemedel.avrakning_nedre",
    text: "Basen minus gränsen i procent: under den delas överskottet.",
    source: AVTAL,
};
static AVRAKNING_OVRE: Rule = Rule {
    id: "lakemedel.avrakning_ovre",
    text: "Basen plus gränsen i procent: över den delas underskottet.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &BRUTTO,
    &ATERBARING_AVDRAG,
    &NETTO,
    &OVRIGT,
    &TOTALT,
    &AVDRAG_AVTALAT,
    &AVDRAG_TILL_KURS,
    &AVDRAG,
    &UTBETALAS,
    &AVRAKNING_BAS,
    &AVRAKNING_NEDRE,
    &AVRAKNING_OVRE,
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
    let ovrigt = calc.define(&OVRIGT, &contract::OVRIGT, sum(&avtal.ovrigt));
    let totalt = calc.define(&TOTALT, &contract::TOTALT, &netto + &ovrigt);
    let avdragen: Vec<_> = avtal.avdrag.iter().map(|avdrag| avdraget(calc, avdrag)).collect();
    let dras_av = sum(avdragen.iter().map(|(belopp, _)| belopp));
    let avdrag = calc.define(&AVDRAG, &contract::AVDRAG, dras_av);
    // The workbook gives at most six decimals of mnkr: the total is whole kronor already.
    let utbetalas = calc.define(&UTBETALAS, &contract::UTBETALAS, round(&totalt) - &avdrag);
    for grupp in grupper(avtal) {
        let belopp = match grupp.id {
            FORMANEN => &avtal.formanen,
            HEPATIT_C => &avtal.hepatit_c,
            _ => &netto,
        };
        let bas = calc.define(&AVRAKNING_BAS, &contract::AVRAKNING_BAS.at(grupp.id), belopp);
        let (nedre, ovre) = (&contract::AVRAKNING_NEDRE, &contract::AVRAKNING_OVRE);
        calc.define(&AVRAKNING_NEDRE, &nedre.at(grupp.id), &bas - &bas * &avtal.grans);
        calc.define(&AVRAKNING_OVRE, &ovre.at(grupp.id), &bas + &bas * &avtal.grans);
    }
    let raknade = avdragen.into_iter().map(|(_, raknat)| raknat).collect();
    Belopp { totalt, raknade, utbetalas }
}

const FORMANEN: &str = "formanen";
const HEPATIT_C: &str = "hepatit_c";

/// What is settled by itself in profit and loss sharing: everything together, or each of the parts that there are.
#[must_use]
pub fn grupper(avtal: &Avtal) -> Vec<Avrakningsgrupp> {
    let hepatit_c = avtal.hepatit_c.value != Kronor::zero();
    let (formanen, of_hepatit_c) = ("läkemedelsförmånen", "hepatit C");
    match (avtal.tillsammans, hepatit_c) {
        (true, true) => {
            let namn = "läkemedelsförmånen och hepatit C";
            vec![Avrakningsgrupp { id: "tillsammans", namn }]
        }
        (true, false) => vec![Avrakningsgrupp { id: "tillsammans", namn: formanen }],
        (false, true) => vec![
            Avrakningsgrupp { id: FORMANEN, namn: formanen },
            Avrakningsgrupp { id: HEPATIT_C, namn: of_hepatit_c },
        ],
        (false, false) => vec![Avrakningsgrupp { id: FORMANEN, namn: formanen }],
    }
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
