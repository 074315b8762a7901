//! A payment to all regions, as annexes, plan and workbooks state it.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::{Datum, Siffra};

/// A month's payment.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Betalning {
    /// `maj 2024`.
    pub manad: String,
    /// `mars 2024`.
    pub kostnadsmanad: String,
    /// The agreement year it is paid by.
    pub avtalsar: i32,
    /// The annex that orders it, if any does.
    pub bilaga: Option<u32>,
    /// The day.
    pub dag: Datum,
    /// A twelfth of the year, or what its plan gives the month, to all regions, kr.
    pub manadsbelopp: Siffra,
    /// The month's adjustments, to all regions, kr; none in a month without.
    pub justering: Option<Siffra>,
    /// The agreement year's residual, where it is placed in this month, kr.
    pub residual: Option<Siffra>,
    /// Paid to all regions, kr.
    pub totalt: Siffra,
}
