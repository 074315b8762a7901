//! The payment annexes: what each region is paid in some months, one annex for each stretch of months.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::{Avtal, Beslut, ForklaradJustering, Justerad, Justering, kr, payment};
use super::{KR, columns};
use crate::contract::{lakemedel, regleringsbrev as contract};
use crate::report::head::Huvud;
use crate::report::number::{Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::payment::Betalning;
use crate::report::region_table::region_table;
use crate::report::table::Tabell;
use crate::report::text_table::Texttabell;
use crate::report::{Number, View};
use crate::swedish;

/// An annex on its own.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bilagan {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The annex.
    pub bilaga: Bilaga,
}

impl Form for Bilagan {
    const VERSION: u32 = 5;

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
    /// Whether the agreement year is paid by a plan of its own, and not by twelfths.
    pub egen_plan: bool,
    /// Whether that plan gives amounts for all regions together, and no shares.
    pub plan_i_belopp: bool,
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
    /// The same as they are printed.
    pub betalningstabell: Texttabell,
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
pub(super) fn heading(nummer: u32, [betalas, kostnad]: &[String; 2]) -> String {
    format!("Bilaga {nummer}: utbetalning i {betalas} för kostnader i {kostnad}")
}

/// The months an annex pays, and those of their costs: `mars–april 2024`.
pub(super) fn spans(view: &View<'_>, nummer: u32) -> [String; 2] {
    let manader = months(view, nummer);
    let betalas = manader.iter().map(|manad| manad.manad);
    let kostnad = manader.iter().map(|manad| manad.kostnad);
    [swedish::months_in_span(betalas), swedish::months_in_span(kostnad)]
}

/// The months an annex pays.
fn months(view: &View<'_>, nummer: u32) -> Vec<contract::Betalning> {
    let manader = view.fact(&contract::BETALNINGAR).into_iter();
    manader.filter(|manad| manad.bilaga == Some(nummer)).collect()
}

/// The agreement an annex pays by.
pub(super) fn avtalet(view: &View<'_>, bilaga: &contract::Bilaga) -> contract::Avtal {
    let avtalsar = bilaga.avtalsar();
    let avtal = view.fact(&contract::AVTAL).into_iter().find(|avtal| avtal.avtalsar == avtalsar);
    avtal.unwrap_or_else(|| panic!("there is no agreement for {avtalsar}"))
}

/// What an annex adjusts. One without adjustments asks for none, and so does not rest on the others'.
pub(super) fn justeringar(view: &View<'_>, nummer: u32) -> Vec<Justering> {
    if months(view, nummer).iter().all(|manad| manad.justeringar.is_empty()) {
        return Vec::new();
    }
    let all = view.fact(&contract::JUSTERINGSRADER);
    let egna = all.iter().filter(|row| row.bilaga == nummer);
    egna.map(|row| Justering::read(view, row)).collect()
}

/// What an annex adjusts, explained in order.
fn forklarade(view: &View<'_>, nummer: u32) -> Vec<ForklaradJustering> {
    let mut forklarade = Vec::new();
    for justering in justeringar(view, nummer) {
        let forklarad = ForklaradJustering::read(view, &forklarade, justering);
        forklarade.push(forklarad);
    }
    forklarade
}

/// What the year's own grant comes to rests on how it was rounded.
pub(super) fn rests_on_rounding(view: &View<'_>, ar: i32, avtalsar: i32) {
    if avtalsar == ar {
        let _ = view.fact(&lakemedel::RESIDUAL);
    }
}

/// Reads an annex.
pub(super) fn bilaga(view: &View<'_>, ar: i32, bilaga: &contract::Bilaga) -> Bilaga {
    let (nummer, avtalsar) = (bilaga.nummer, bilaga.avtalsar());
    let manader = months(view, nummer);
    let avtal = avtalet(view, bilaga);
    let spans = spans(view, nummer);
    let rubrik = heading(nummer, &spans);
    let [betalningsmanader, kostnadsmanader] = spans;
    let tabellrubrik = format!("Utbetalning per region {betalningsmanader}");
    let kolumner = columns::columns(view, &manader);
    let betalningar: Vec<_> = manader.iter().map(|manad| payment(view, manad)).collect();
    // What is said of the months of cost rests on the arrears.
    let _: Number = view.figure(&lakemedel::EFTERSLAP);
    rests_on_rounding(view, ar, avtalsar);
    Bilaga {
        nummer,
        rubrik,
        budgetar: view.count(&contract::BUDGETAR),
        beslut: Beslut::read(view),
        avtal: (&avtal).into(),
        egen_plan: avtal.egen_plan,
        plan_i_belopp: view.maybe_figure(&avtal.planned(ar)).is_some(),
        betalningsmanader,
        kostnadsmanader,
        justerade: columns::justerade(view, &manader),
        ovriga_manader: columns::ovriga(&manader),
        justeringar: forklarade(view, nummer),
        betalningstabell: Betalning::table(&betalningar),
        betalningar,
        betalningsdag: view.fact(&contract::BETALNINGSDAG),
        summa: kr(view, &contract::BILAGA_SUMMA.at(nummer)),
        arsbelopp: kr(view, &avtal.grant(ar)),
        residual: view.figure(&contract::MANADER_RESIDUAL.at(avtalsar)).forandring(KR),
        residual_placeras: avtal.residual_placeras,
        residual_manad: swedish::month_and_year(*avtal.betalas.end()),
        tabell: region_table(
            "utbetalning",
            None,
            (tabellrubrik, "kr"),
            Some("Totalt regioner"),
            &kolumner,
        ),
    }
}
