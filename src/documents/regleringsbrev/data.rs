//! A payment annex of the regleringsbrev as data: what its template sees and its JSON holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::delar::{Datum, Forandring, Huvud, Siffra, Tabell};

/// A payment annex: what each region is paid in some months.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bilaga {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The annex's number: 4.
    pub nummer: u32,
    /// The budget year.
    pub budgetar: i32,
    /// The agreement year.
    pub avtalsar: i32,
    /// The decision the annex belongs to.
    pub beslut: Beslut,
    /// The agreement it pays by.
    pub avtal: Avtal,
    /// The months paid: `maj–november 2024`.
    pub betalningsmanader: String,
    /// The months of cost: `mars–september 2024`.
    pub kostnadsmanader: String,
    /// The month with the adjustment: `maj 2024`.
    pub justeringsmanad: String,
    /// The months without, if there are any: `juni–november 2024`.
    pub ovriga_manader: Option<String>,
    /// The state's share of the återbäring, percent.
    pub aterbaring_andel: Siffra,
    /// The year of the återbäring.
    pub aterbaring_ar: i32,
    /// The sum of the adjustments, kr.
    pub justering_totalt: Siffra,
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

/// A payment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Betalning {
    /// `maj 2024`.
    pub manad: String,
    /// `mars 2024`.
    pub kostnadsmanad: String,
    /// The day.
    pub dag: Datum,
    /// Paid to all regions, kr.
    pub totalt: Siffra,
}

/// The decision an annex belongs to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslut {
    /// `Regeringen`.
    pub myndighet: String,
    /// `Socialdepartementet`.
    pub departement: String,
    /// `II:1`.
    pub nummer: String,
    /// The date.
    pub datum: Datum,
    /// Diarienummer.
    pub diarienummer: String,
    /// `1:5`.
    pub anslag: String,
    /// `Bidrag för läkemedelsförmånerna`.
    pub anslagsnamn: String,
    /// To whom: `Kammarkollegiet`.
    pub mottagare: String,
}

/// The agreement an annex pays by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avtal {
    /// Government decision: number.
    pub regeringsbeslut: String,
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
}
