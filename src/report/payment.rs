//! A payment to all regions, as annexes, plan and workbooks state it.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::{Datum, Siffra};
use super::text_table::Texttabell;

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

impl Betalning {
    /// Payments of an annex as they are printed.
    #[must_use]
    pub fn table(all: &[Self]) -> Texttabell {
        let columns = [
            ("Avser", false),
            ("Betalningsdag", true),
            ("Månadsbelopp", true),
            ("Justering", true),
            ("Återstod", true),
            ("Totalt", true),
        ];
        let rows = all.iter().map(|one| {
            let cells = [
                one.kostnadsmanad.clone().into(),
                one.dag.iso.clone().into(),
                one.manadsbelopp.clone().into(),
                one.justering.clone().into(),
                one.residual.clone().into(),
                one.totalt.clone().into(),
            ];
            (one.manad.clone(), cells)
        });
        Texttabell::of("Utbetalningar till alla regioner, kr", "Utbetalning", columns)
            .rows(rows)
            .without_empty()
    }

    /// Payments of a whole year as they are printed, with what they come to.
    #[must_use]
    pub fn table_of_a_year(all: &[Self], adjusted: Option<&Siffra>, total: &Siffra) -> Texttabell {
        let columns = [
            ("Avser", false),
            ("Avtalsår", true),
            ("Bilaga", true),
            ("Dag", true),
            ("Månadsbelopp", true),
            ("Justering", true),
            ("Återstod", true),
            ("Totalt", true),
        ];
        let rows = all.iter().map(|one| {
            let cells = [
                one.kostnadsmanad.clone().into(),
                one.avtalsar.to_string().into(),
                annex(one.bilaga).into(),
                one.dag.iso.clone().into(),
                one.manadsbelopp.clone().into(),
                one.justering.clone().into(),
                one.residual.clone().into(),
                one.totalt.clone().into(),
            ];
            (one.manad.clone(), cells)
        });
        let nothing = || "".into();
        let sum = [
            nothing(),
            nothing(),
            nothing(),
            nothing(),
            nothing(),
            adjusted.cloned().into(),
            // No more than one payment of a year takes a residual.
            all.iter().find_map(|one| one.residual.clone()).into(),
            total.clone().into(),
        ];
        Texttabell::of("Utbetalningar till alla regioner, kr", "Utbetalning", columns)
            .rows(rows)
            .total(("Hela året".to_owned(), sum))
            .without_empty()
    }
}

/// The number of an annex; a dash where there is none.
#[must_use]
pub fn annex(number: Option<u32>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number.to_string())
}
