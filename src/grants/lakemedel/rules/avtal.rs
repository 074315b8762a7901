//! The agreement: from the agreed amounts to what is paid out to the regions, and the limits of
//! profit and loss sharing.

use super::AVTAL;
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::lakemedel::inputs::Avtal;
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Andel, HelaKronor, Kronor};

static BRUTTO: Rule = Rule {
    id: "lakemedel.brutto",
    text: "Läkemedelsförmånen plus hepatit C, före återbäring.",
    kalla: AVTAL,
};
static ATERBARING_AVDRAG: Rule = Rule {
    id: "lakemedel.aterbaring_avdrag",
    text: "Statens andel av prognostiserad återbäring med minustecken, som den dras av från bruttobeloppet.",
    kalla: AVTAL,
};
static NETTO: Rule = Rule {
    id: "lakemedel.netto",
    text: "Bruttobeloppet minus statens andel av prognostiserad återbäring; basen för vinst- och förlustdelningen.",
    kalla: AVTAL,
};
static TOTALT: Rule =
    Rule { id: "lakemedel.totalt", text: "Nettobeloppet plus övrigt.", kalla: AVTAL };
static IHSI: Rule = Rule {
    id: "lakemedel.ihsi",
    text: "Medlemsavgiften i euro gånger den preliminära kursen, avrundad till hela kronor (half_up).",
    kalla: AVTAL,
};
static AVDRAG: Rule =
    Rule { id: "lakemedel.avdrag", text: "SOL-tjänster, IHSI och SKR tillsammans.", kalla: AVTAL };
static UTBETALAS: Rule = Rule {
    id: "lakemedel.utbetalas",
    text: "Det totala nettobidraget minus avdragen: det som fördelas på regionerna.",
    kalla: AVTAL,
};
static GRANS_NEDRE: Rule = Rule {
    id: "lakemedel.grans_nedre",
    text: "Basen minus gränsen i procent: under den delas överskottet.",
    kalla: AVTAL,
};
static GRANS_OVRE: Rule = Rule {
    id: "lakemedel.grans_ovre",
    text: "Basen plus gränsen i procent: över den delas underskottet.",
    kalla: AVTAL,
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
pub fn berakna(trace: &mut Trace, namn: &Namn, avtal: &Avtal) -> Belopp {
    let brutto = trace.derive(
        &BRUTTO,
        namn.riket("brutto"),
        (avtal.formanen.clone(), avtal.hepatit_c.clone()),
        |(formanen, hepatit_c)| formanen + hepatit_c,
    );
    trace.derive(
        &ATERBARING_AVDRAG,
        namn.riket("aterbaring_avdrag"),
        avtal.aterbaring.clone(),
        |aterbaring| -aterbaring,
    );
    let netto = trace.derive(
        &NETTO,
        namn.riket("netto"),
        (brutto, avtal.aterbaring.clone()),
        |(brutto, aterbaring)| brutto - aterbaring,
    );
    let totalt = trace.derive(
        &TOTALT,
        namn.riket("totalt"),
        (netto.clone(), avtal.ovrigt.clone()),
        |(netto, ovrigt)| netto + ovrigt,
    );
    let ihsi = trace.derive(
        &IHSI,
        namn.riket("ihsi"),
        (avtal.ihsi_eur.clone(), avtal.ihsi_kurs.clone()),
        |(avgift, kurs)| (avgift * kurs).avrunda(Avrundning::HalfUp),
    );
    let avdrag = trace.derive(
        &AVDRAG,
        namn.riket("avdrag"),
        (avtal.sol.clone(), ihsi, avtal.skr.clone()),
        |(sol, ihsi, skr)| sol + ihsi + skr,
    );
    let utbetalas = trace.derive(
        &UTBETALAS,
        namn.riket("utbetalas"),
        (totalt.clone(), avdrag),
        // The workbook gives at most six decimals of mnkr: the total is whole kronor already.
        |(totalt, avdrag)| totalt.avrunda(Avrundning::HalfUp) - avdrag,
    );
    granser(trace, namn, &netto, &avtal.grans);
    Belopp { totalt, utbetalas }
}

fn granser(trace: &mut Trace, namn: &Namn, netto: &Figure<Kronor>, grans: &Figure<Andel>) {
    trace.derive(
        &GRANS_NEDRE,
        namn.riket("grans_nedre"),
        (netto.clone(), grans.clone()),
        |(netto, grans)| netto.clone() - netto * grans,
    );
    trace.derive(
        &GRANS_OVRE,
        namn.riket("grans_ovre"),
        (netto.clone(), grans.clone()),
        |(netto, grans)| netto.clone() + netto * grans,
    );
}
