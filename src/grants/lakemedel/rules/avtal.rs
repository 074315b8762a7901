//! The agreement: from the agreed amounts to what is paid out to the regions, and the limits of
//! profit and loss sharing.

use super::AVTAL;
use crate::contract::{Calculation, lakemedel as contract};
use crate::figure::{Figure, Rule, round};
use crate::grants::lakemedel::inputs::Avtal;
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
static IHSI: Rule = Rule {
    id: "lakemedel.ihsi",
    text: "Medlemsavgiften i euro gånger den preliminära kursen, avrundad till hela kronor (half_up).",
    source: AVTAL,
};
static AVDRAG: Rule =
    Rule {
        id: "lakemedel.avdrag", text: "SOL-tjänster, IHSI och SKR tillsammans.", source: AVTAL
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
    &IHSI,
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
    /// What is paid out to the regions.
    pub utbetalas: Figure<HelaKronor>,
}

/// Computes the agreement's amounts.
pub fn compute(calc: &mut Calculation<'_>, avtal: &Avtal) -> Belopp {
    let brutto = calc.define(&BRUTTO, &contract::BRUTTO, &avtal.formanen + &avtal.hepatit_c);
    calc.define(&ATERBARING_AVDRAG, &contract::ATERBARING_AVDRAG, -&avtal.aterbaring);
    let netto = calc.define(&NETTO, &contract::NETTO, &brutto - &avtal.aterbaring);
    let totalt = calc.define(&TOTALT, &contract::TOTALT, &netto + &avtal.ovrigt);
    let ihsi = calc.define(&IHSI, &contract::IHSI, round(&avtal.ihsi_eur * &avtal.ihsi_kurs));
    let avdrag = calc.define(&AVDRAG, &contract::AVDRAG, &avtal.sol + &ihsi + &avtal.skr);
    // The workbook gives at most six decimals of mnkr: the total is whole kronor already.
    let utbetalas = calc.define(&UTBETALAS, &contract::UTBETALAS, round(&totalt) - &avdrag);
    calc.define(&GRANS_NEDRE, &contract::GRANS_NEDRE, &netto - &netto * &avtal.grans);
    calc.define(&GRANS_OVRE, &contract::GRANS_OVRE, &netto + &netto * &avtal.grans);
    Belopp { totalt, utbetalas }
}
