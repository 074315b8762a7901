//! The payment annexes: what each region is paid in some months, one annex for each stretch of months.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::{Avtal, Beslut, ForklaradJustering, Justerad};
use super::lasning::{self, Bilagerad};
use super::{KR, kolumner};
use crate::report::Lasning;
use crate::report::delar::{Forandring, Huvud, Siffra, Tabell};
use crate::report::paper::{Form, Sheets};
use crate::report::payment::Betalning;
use crate::report::regiontabell::regiontabell;

/// An annex on its own.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bilagan {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The annex.
    pub bilaga: Bilaga,
}

impl Form for Bilagan {
    fn sheets(self) -> Option<Sheets> {
        let sheets = Sheets::of(self.huvud, [self.bilaga.tabell]);
        Some(sheets.with_payments(self.bilaga.betalningar))
    }
}

/// A payment annex: what each region is paid in some months.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bilaga {
    /// The annex's number: 4.
    pub nummer: u32,
    /// Its title: number, months paid and months of cost.
    pub rubrik: String,
    /// The budget year.
    pub budgetar: i32,
    /// The decision the annex belongs to.
    pub beslut: Beslut,
    /// The agreement it pays by.
    pub avtal: Avtal,
    /// The months paid: `maj–november 2024`.
    pub betalningsmanader: String,
    /// The months of cost: `mars–september 2024`.
    pub kostnadsmanader: String,
    /// The months with adjustments.
    pub justerade: Vec<Justerad>,
    /// The months without, if there are any: `juni–november 2024`.
    pub ovriga_manader: Option<String>,
    /// The adjustments, in order.
    pub justeringar: Vec<ForklaradJustering>,
    /// The payments, in order.
    pub betalningar: Vec<Betalning>,
    /// The rule for the day of payment, in the workbook's words.
    pub betalningsdag: String,
    /// Paid in all by this annex, kr.
    pub summa: Siffra,
    /// Grant of the agreement year, kr.
    pub arsbelopp: Siffra,
    /// Twelve rounded months less the grant, kr.
    pub residual: Forandring,
    /// Whether the residual is placed in the last payment.
    pub residual_placeras: bool,
    /// The last payment of the agreement year: `februari 2025`.
    pub residual_manad: String,
    /// The table of payments.
    pub tabell: Tabell,
}

/// Reads an annex.
pub(super) fn bilaga(las: &Lasning<'_>, ar: i32, rad: &Bilagerad) -> Bilaga {
    let manader = rad.manader(las);
    let avtalsar = lasning::avtalsaret(las, rad.avtalsar);
    let rubrik = format!("Utbetalning per region {}", rad.betalningsmanader);
    let kolumner = kolumner::kolumner(las, rad.avtalsar, &manader);
    Bilaga {
        nummer: rad.nummer,
        rubrik: rad.rubrik(),
        budgetar: ar,
        beslut: lasning::beslut(las),
        avtal: avtalsar.avtal(),
        betalningsmanader: rad.betalningsmanader.clone(),
        kostnadsmanader: rad.kostnadsmanader.clone(),
        justerade: kolumner::justerade(las, &manader),
        ovriga_manader: kolumner::ovriga(&manader),
        justeringar: lasning::bilagans_justeringar(las, rad)
            .into_iter()
            .map(|justering| lasning::forklarad(las, justering))
            .collect(),
        betalningar: manader.iter().map(|manad| manad.betalning(las)).collect(),
        betalningsdag: las.text("betalningsdag"),
        summa: las.riket(&format!("bilaga_{}_summa", rad.nummer)).som(KR),
        arsbelopp: avtalsar.arsbelopp(las, ar),
        residual: las.riket(&format!("manader_residual_{}", rad.avtalsar)).forandring(KR),
        residual_placeras: avtalsar.residual_placeras(),
        residual_manad: avtalsar.sista_manad(),
        tabell: regiontabell(
            "utbetalning",
            None,
            (rubrik, "kr"),
            Some("Totalt regioner"),
            &kolumner,
        ),
    }
}
