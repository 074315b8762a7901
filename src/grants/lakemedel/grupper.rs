//! The 22 groups of the need model (behovsmodellen, from 2021): ages by income, schooling or living
//! alone. Each is a column of the sheet Grupper and a row of Prislappar.

use crate::workbook::schema::{Falt, Measure, Slag};

use super::schema::gruppdag;

/// A group.
#[derive(Debug)]
pub struct Grupp {
    /// The figure's name.
    pub id: &'static str,
    /// `19–49 år`.
    pub alder: &'static str,
    /// `låg utbildning, under median`.
    pub uppdelning: &'static str,
    /// Both, as the workbook names it.
    pub namn: &'static str,
}

macro_rules! grupper {
    ($($id:literal $alder:literal $uppdelning:literal;)*) => {
        /// All groups, by age.
        pub const GRUPPER: [Grupp; 22] = [$(Grupp {
            id: $id,
            alder: $alder,
            uppdelning: $uppdelning,
            namn: concat!($alder, ", ", $uppdelning),
        },)*];
        /// Their names in the workbook.
        pub const NAMN: [&str; 22] = [$(concat!($alder, ", ", $uppdelning),)*];
        /// Their columns in the workbook.
        pub const FALT: [Falt; 22] = [$(Falt::ny(
            $id,
            concat!($alder, ", ", $uppdelning),
            Slag::heltal(Measure::Invanare, (0, 20_000_000)),
            "Antal invånare i gruppen. Median avser hushållets disponibla inkomst per konsumtionsenhet, kapitalinkomst inräknad; låg utbildning är högst gymnasium.",
        )
        .valfri()
        .per(gruppdag),)*];
    };
}

grupper! {
    "grupp_0_under" "0 år" "under median";
    "grupp_0_over" "0 år" "över median";
    "grupp_1_under" "1–5 år" "under median";
    "grupp_1_over" "1–5 år" "över median";
    "grupp_6_under" "6–18 år" "under median";
    "grupp_6_over" "6–18 år" "över median";
    "grupp_19_lag_under" "19–49 år" "låg utbildning, under median";
    "grupp_19_lag_over" "19–49 år" "låg utbildning, över median";
    "grupp_19_hog_under" "19–49 år" "hög utbildning, under median";
    "grupp_19_hog_over" "19–49 år" "hög utbildning, över median";
    "grupp_50_lag_under" "50–69 år" "låg utbildning, under median";
    "grupp_50_lag_over" "50–69 år" "låg utbildning, över median";
    "grupp_50_hog_under" "50–69 år" "hög utbildning, under median";
    "grupp_50_hog_over" "50–69 år" "hög utbildning, över median";
    "grupp_70_lag_under" "70–79 år" "låg utbildning, under median";
    "grupp_70_lag_over" "70–79 år" "låg utbildning, över median";
    "grupp_70_hog_under" "70–79 år" "hög utbildning, under median";
    "grupp_70_hog_over" "70–79 år" "hög utbildning, över median";
    "grupp_80_ensam" "80–89 år" "ensamboende";
    "grupp_80_ej_ensam" "80–89 år" "ej ensamboende";
    "grupp_90_ensam" "90– år" "ensamboende";
    "grupp_90_ej_ensam" "90– år" "ej ensamboende";
}
