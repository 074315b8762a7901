//! The agreement: from the agreed amounts to what is paid out to the regions, and the limits of
//! profit and loss sharing.

use super::AVTAL;
use crate::contract::{Calculation, Country, Indexed, Maybe, lakemedel as contract};
use crate::figure::{Figure, Rule, round, sum};
use crate::grants::lakemedel::inputs::{Avdrag, Avtal, Delar, Grupp, Komponent};
use crate::quantity::{HelaKronor, Kronor};

static BRUTTO: Rule = Rule {
    id: "lakemedel.brutto",
    text: "Komponenternas avtalade belopp, summerade före återbäring.",
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
    text: "De avtalade beloppen för gruppens komponenter, summerade, minus statens andel av prognostiserad återbäring om den dras av från dem; utan övrigt.",
    source: AVTAL,
};
static AVRAKNING_NEDRE: Rule = Rule {
    id: "lakemedel.avrakning_nedre",
    text: "Basen minus gränsen nedåt i procent av basen: under den delas överskottet.",
    source: AVTAL,
};
static AVRAKNING_OVRE: Rule = Rule {
    id: "lakemedel.avrakning_ovre",
    text: "Basen plus gränsen uppåt i procent av basen: över den delas underskottet.",
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
    let Delar { komponenter, aterbaring, .. } = &avtal.delar;
    let belopp = sum(komponenter.iter().map(|komponent| &komponent.belopp));
    let brutto = calc.define(&BRUTTO, &contract::BRUTTO, belopp);
    calc.define(&ATERBARING_AVDRAG, &contract::ATERBARING_AVDRAG, -aterbaring);
    let netto = calc.define(&NETTO, &contract::NETTO, &brutto - aterbaring);
    let ovrigt = calc.define(&OVRIGT, &contract::OVRIGT, sum(&avtal.ovrigt));
    let totalt = calc.define(&TOTALT, &contract::TOTALT, &netto + &ovrigt);
    let avdragen: Vec<_> = avtal.avdrag.iter().map(|avdrag| avdraget(calc, avdrag)).collect();
    let dras_av = sum(avdragen.iter().map(|(belopp, _)| belopp));
    let avdrag = calc.define(&AVDRAG, &contract::AVDRAG, dras_av);
    // The workbook gives at most six decimals of mnkr: the total is whole kronor already.
    let utbetalas = calc.define(&UTBETALAS, &contract::UTBETALAS, round(&totalt) - &avdrag);
    avrakning(calc, &avtal.delar, &ARETS);
    let raknade = avdragen.into_iter().map(|(_, raknat)| raknat).collect();
    Belopp { totalt, raknade, utbetalas }
}

/// What the base and the limits of an agreement's settlement groups are promised as.
pub(in super::super) struct Granser {
    bas: Indexed<Maybe<Country<Kronor>>>,
    nedre: Indexed<Maybe<Country<Kronor>>>,
    ovre: Indexed<Maybe<Country<Kronor>>>,
}

/// This year's.
const ARETS: Granser = Granser {
    bas: contract::AVRAKNING_BAS,
    nedre: contract::AVRAKNING_NEDRE,
    ovre: contract::AVRAKNING_OVRE,
};
/// Last year's.
pub(in super::super) const FOREGAENDE: Granser = Granser {
    bas: contract::FOREGAENDE_AVRAKNING_BAS,
    nedre: contract::FOREGAENDE_AVRAKNING_NEDRE,
    ovre: contract::FOREGAENDE_AVRAKNING_OVRE,
};

/// Computes what each settlement group is held against, and its limits.
pub(in super::super) fn avrakning(calc: &mut Calculation<'_>, delar: &Delar, granser: &Granser) {
    for Grupp { rad, uppat, nedat, .. } in &delar.grupper {
        let egna = |komponent: &&Komponent| komponent.rad.grupp.as_ref() == Some(&rad.id);
        let egna = delar.komponenter.iter().filter(egna);
        let belopp = sum(egna.map(|komponent| &komponent.belopp));
        let belopp = if rad.netto { belopp - &delar.aterbaring } else { belopp };
        let bas = calc.define(&AVRAKNING_BAS, &granser.bas.at(&rad.id), belopp);
        calc.define(&AVRAKNING_NEDRE, &granser.nedre.at(&rad.id), &bas - &bas * nedat);
        calc.define(&AVRAKNING_OVRE, &granser.ovre.at(&rad.id), &bas + &bas * uppat);
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
