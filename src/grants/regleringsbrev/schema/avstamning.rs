//! The sheet of the settlement: what the agreement year before the budget year came to. What was agreed stands in
//! läkemedelsförmånerna's workbook, and is not said again.

use crate::allocation::Residual;
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::workbook::schema::{Field, Kind, MNKR, Only, ROW, RowsOf};

/// The words for who takes what rounding leaves over; no agreement names a region.
pub const RESIDUAL: [&str; 3] = [Residual::OPTIONS[0], Residual::OPTIONS[1], Residual::OPTIONS[2]];

/// Last year's components that are settled.
static AVRAKNAS: RowsOf =
    RowsOf { grant: LAKEMEDEL, sheet: "Komponenter", only: Only::Filled("grupp") };

/// The sheet Avstämning.
pub(super) static AVSTAMNING: &[Field] = &[
    Field::new(
        "komponent",
        "Komponent",
        ROW,
        "Komponentens korta namn, som på bladet Komponenter föregående år i lakemedel.xlsx.",
    )
    .rows_of(&AVRAKNAS, "komponent"),
    Field::new(
        "kostnad",
        "Hela kostnaden",
        MNKR,
        "Utfallet för hela landet, före återbäring; programmet räknar med den andel som ersätts.",
    )
    .near("Komponenter föregående år", "avtalat_belopp", 600)
    .of_which("ersatt_andel"),
];

/// What the sheet Justeringsvillkor says of it.
pub(super) const VILLKOR: [Field; 2] = [
    Field::new("avstamning_aterbaring", "Avstämning, statens andel av återbäringen, utfall", MNKR, "Utan minustecken. Krävs om bladet Avstämning är ifyllt och återbäring är avdragen i det som stäms av.").optional(),
    Field::new("avstamning_residual", "Avstämning, återstod vid avrundning", Kind::Options(&RESIDUAL), "half_up: varje region för sig, återstoden redovisas. Annars sägs här vem som får den. Krävs om bladet Avstämning är ifyllt.").optional().kept(),
];
