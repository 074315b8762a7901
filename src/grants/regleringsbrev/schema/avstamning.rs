//! The settlement of last year's profit or loss: base, outcome, limit and shares.

use super::PROCENT;
use crate::allocation::Residual;
use crate::workbook::schema::{Falt, Slag};

/// The words for the two ways of settling profit and loss.
pub const AVRAKNING: [&str; 2] = ["tillsammans", "var för sig"];

const RESIDUAL: [&str; 3] = [Residual::VAL[0], Residual::VAL[1], Residual::VAL[2]];

/// The sheet Avstämning.
pub(super) static AVSTAMNING: &[Falt] = &[
    Falt::ny(
        "avrakning",
        "Förmånen och hepatit C avräknas",
        Slag::Val(&AVRAKNING),
        "Enligt föregående års överenskommelse.",
    ),
    Falt::ny("grans", "Gräns", PROCENT, "Avvikelse från basen som ingen del täcks av.").i("%"),
    Falt::ny(
        "statens_andel",
        "Statens andel",
        PROCENT,
        "Statens andel av avvikelsen utöver gränsen.",
    )
    .i("%"),
    Falt::ny(
        "residual",
        "Återstod vid avrundning",
        Slag::Val(&RESIDUAL),
        "Vem som tar återstoden när regionernas delar avrundas.",
    ),
];
