//! The 22 groups of the need model (behovsmodellen, from 2021): ages by income, schooling or living
//! alone. Each is a column of the sheet Grupper and a row of Prislappar.

use crate::contract::lakemedel as contract;
use crate::workbook::schema::{Field, Kind, Measure};

use super::schema::days::gruppdag;
use super::schema::sheets;

/// A group.
#[derive(Debug)]
pub struct Grupp {
    /// The figure's name: `grupp_` and its key.
    pub id: &'static str,
    /// The key.
    pub key: &'static str,
    /// `19–49 år`.
    pub alder: &'static str,
    /// `låg utbildning, under median`.
    pub uppdelning: &'static str,
    /// Both, as the workbook names it.
    pub name: &'static str,
}

impl Grupp {
    /// The group as documents name it.
    #[must_use]
    pub fn named(&self) -> contract::Grupp {
        contract::Grupp { alder: self.alder, uppdelning: self.uppdelning }
    }
}

macro_rules! grupper {
    ($($key:literal $alder:literal $uppdelning:literal;)*) => {
        /// All groups, by age.
        pub const GRUPPER: [Grupp; 22] = [$(Grupp {
            id: concat!("grupp_", $key),
            key: $key,
            alder: $alder,
            uppdelning: $uppdelning,
            name: concat!($alder, ", ", $uppdelning),
        },)*];
        /// Their names in the workbook.
        pub const NAMN: [&str; 22] = [$(concat!($alder, ", ", $uppdelning),)*];
        /// Their columns in the workbook.
        pub const FALT: [Field; 22] = [$(Field::new(
            concat!("grupp_", $key),
            concat!($alder, ", ", $uppdelning),
            Kind::integer(Measure::Invanare, (0, 20_000_000)),
            "Antal invånare i gruppen. Median avser hushållets disponibla inkomst per konsumtionsenhet, kapitalinkomst inräknad; låg utbildning är högst gymnasium.",
        )
        .optional()
        .per_unless(gruppdag, sheets::OVERENSKOMMELSE, "gruppdag"),)*];
    };
}

grupper! {
    "0_under" "0 år" "under median";
    "0_over" "0 år" "över median";
    "1_under" "1–5 år" "under median";
    "1_over" "1–5 år" "över median";
    "6_under" "6–18 år" "under median";
    "6_over" "6–18 år" "över median";
    "19_lag_under" "19–49 år" "låg utbildning, under median";
    "19_lag_over" "19–49 år" "låg utbildning, över median";
    "19_hog_under" "19–49 år" "hög utbildning, under median";
    "19_hog_over" "19–49 år" "hög utbildning, över median";
    "50_lag_under" "50–69 år" "låg utbildning, under median";
    "50_lag_over" "50–69 år" "låg utbildning, över median";
    "50_hog_under" "50–69 år" "hög utbildning, under median";
    "50_hog_over" "50–69 år" "hög utbildning, över median";
    "70_lag_under" "70–79 år" "låg utbildning, under median";
    "70_lag_over" "70–79 år" "låg utbildning, över median";
    "70_hog_under" "70–79 år" "hög utbildning, under median";
    "70_hog_over" "70–79 år" "hög utbildning, över median";
    "80_ensam" "80–89 år" "ensamboende";
    "80_ej_ensam" "80–89 år" "ej ensamboende";
    "90_ensam" "90– år" "ensamboende";
    "90_ej_ensam" "90– år" "ej ensamboende";
}
