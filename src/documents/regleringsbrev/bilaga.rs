//! The payment annexes: what each region is paid in some months, one annex for each stretch of months.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::{Avtal, Beslut, ForklaradJustering, Justerad, Justering, betalning, kr};
use super::{KR, kolumner};
use crate::contract::{lakemedel, regleringsbrev as contract};
use crate::report::head::Huvud;
use crate::report::number::{Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::payment::Betalning;
use crate::report::regiontabell::regiontabell;
use crate::report::table::Tabell;
use crate::report::{Figur, Lasning};
use crate::svenska;

/// An annex on its own.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bilagan {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The annex.
    pub bilaga: Bilaga,
}

impl Form for Bilagan {
    const VERSION: u32 = 2;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

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

/// An annex's title, in the letter as on the annex.
pub(super) fn rubrik(bilaga: &contract::Bilaga) -> String {
    let contract::Bilaga { nummer, betalas, kostnad } = bilaga;
    let [betalas, kostnad] = [betalas, kostnad].map(svenska::manader);
    format!("Bilaga {nummer}: utbetalning i {betalas} för kostnader i {kostnad}")
}

/// The months an annex pays.
fn manader(las: &Lasning<'_>, nummer: u32) -> Vec<contract::Betalning> {
    let manader = las.fact(&contract::BETALNINGAR).into_iter();
    manader.filter(|manad| manad.bilaga == Some(nummer)).collect()
}

/// The agreement an annex pays by.
pub(super) fn avtalet(las: &Lasning<'_>, bilaga: &contract::Bilaga) -> contract::Avtal {
    let avtalsar = bilaga.avtalsar();
    let avtal = las.fact(&contract::AVTAL).into_iter().find(|avtal| avtal.avtalsar == avtalsar);
    avtal.unwrap_or_else(|| panic!("there is no agreement for {avtalsar}"))
}

/// What an annex adjusts. One without adjustments asks for none, and so does not rest on the others'.
pub(super) fn justeringar(las: &Lasning<'_>, nummer: u32) -> Vec<Justering> {
    if manader(las, nummer).iter().all(|manad| manad.justeringar.is_empty()) {
        return Vec::new();
    }
    let alla = las.fact(&contract::JUSTERINGSRADER);
    let egna = alla.iter().filter(|rad| rad.bilaga == nummer);
    egna.map(|rad| Justering::read(las, rad)).collect()
}

/// Reads an annex.
pub(super) fn bilaga(las: &Lasning<'_>, ar: i32, bilaga: &contract::Bilaga) -> Bilaga {
    let (nummer, avtalsar) = (bilaga.nummer, bilaga.avtalsar());
    let manader = manader(las, nummer);
    let avtal = avtalet(las, bilaga);
    let betalningsmanader = svenska::manader(&bilaga.betalas);
    let tabellrubrik = format!("Utbetalning per region {betalningsmanader}");
    let kolumner = kolumner::kolumner(las, avtalsar, &manader);
    // What is said of the months of cost rests on the arrears.
    let _: Figur = las.figure(&lakemedel::EFTERSLAP);
    Bilaga {
        nummer,
        rubrik: rubrik(bilaga),
        budgetar: las.count(&contract::BUDGETAR),
        beslut: Beslut::read(las),
        avtal: (&avtal).into(),
        betalningsmanader,
        kostnadsmanader: svenska::manader(&bilaga.kostnad),
        justerade: kolumner::justerade(las, &manader),
        ovriga_manader: kolumner::ovriga(&manader),
        justeringar: justeringar(las, nummer)
            .into_iter()
            .map(|justering| ForklaradJustering::read(las, justering))
            .collect(),
        betalningar: manader.iter().map(|manad| betalning(las, manad)).collect(),
        betalningsdag: las.fact(&contract::BETALNINGSDAG),
        summa: kr(las, &contract::BILAGA_SUMMA.at(nummer)),
        arsbelopp: kr(las, &avtal.bidrag(ar)),
        residual: las.figure(&contract::MANADER_RESIDUAL.at(avtalsar)).forandring(KR),
        residual_placeras: avtal.residual_placeras,
        residual_manad: svenska::manad_och_ar(*avtal.betalas.end()),
        tabell: regiontabell(
            "utbetalning",
            None,
            (tabellrubrik, "kr"),
            Some("Totalt regioner"),
            &kolumner,
        ),
    }
}
