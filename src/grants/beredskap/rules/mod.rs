//! The rules of försörjningsberedskap, in the order they follow on each other. Pure and exact: from
//! figures to figures, through the trace; no sheet, no cell, no print. `REGLER.md` beside this folder
//! says the same in words, rule by rule, and a test holds the two together.

pub mod andelar;
pub mod liggare;
pub mod listor;
pub mod mal;
pub mod tilldelning;

use crate::figure::Rule;

/// The agreements, as the rules' source.
pub const AVTAL: &str =
    "överenskommelserna mellan staten och SKR om försörjningsberedskap för läkemedel";
/// What this program declares where the agreements are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// Every rule, in order.
#[must_use]
pub fn all() -> Vec<&'static Rule> {
    [tilldelning::REGLER, liggare::REGLER, andelar::REGLER, mal::REGLER, listor::REGLER].concat()
}
