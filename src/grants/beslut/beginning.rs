//! What the workbook of a new decision begins with: the regions, and paragraphs that name what most decisions say.

use super::schema::sheet;
use crate::figure::Status;
use crate::region::Region;
use crate::workbook::{CellValue, Fill, FilledFrom};

/// What stands in the paragraphs that only the user can write. A decision with one of them left is refused.
pub const TO_WRITE: [&str; 3] = [
    "Skriv varför beslutet fattas.",
    "Skriv vad medlen ska användas till.",
    "Skriv hur och när medlen ska redovisas, och vad som gäller för medel som inte har använts.",
];

/// Where the codes of the regions come from.
pub const COUNTY_CODES: &str = "SCB, länskoder";

/// Heading, place and text of each paragraph.
const PARAGRAPHS: [[&str; 3]; 5] = [
    [
        "Beslut",
        "före fördelningen",
        "{Beslutande myndighet} beslutar att {pott} kronor ska betalas ut till {antal mottagare} {mottagare i plural} som {Medlen kallas} {år}. Varje {mottagare} får det belopp som står i tabellen i bilagan.",
    ],
    [
        "Beslut",
        "före fördelningen",
        "{Betalande myndighet} ska betala ut beloppen {Utbetalning}. Utgiften ska belasta {anslaget}.",
    ],
    ["Bakgrund", "före fördelningen", TO_WRITE[0]],
    ["Ändamål", "före fördelningen", TO_WRITE[1]],
    ["Villkor", "efter fördelningen", TO_WRITE[2]],
];

/// The beginning of a decision.
#[must_use]
pub fn beginning() -> Fill {
    let mut fill = Fill::new();
    let text = |text: &str| CellValue::Text(text.to_owned());
    for region in Region::all() {
        let row = [("mottagare", region.short_name()), ("kod", region.county_code())];
        fill.row(sheet::MOTTAGARE, row.map(|(id, value)| (id, text(value))));
    }
    fill.filled_from(sheet::MOTTAGARE, "kod", FilledFrom::new(COUNTY_CODES, Status::Faststalld));
    for [rubrik, plats, stycke] in PARAGRAPHS {
        let row = [("rubrik", rubrik), ("plats", plats), ("stycke", stycke)];
        fill.row(sheet::TEXTER, row.map(|(id, value)| (id, text(value))));
    }
    fill
}
