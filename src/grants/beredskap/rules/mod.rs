//! The rules of försörjningsberedskap, in the order they follow on each other. Pure and exact: from
//! figures to figures, through the trace; no sheet, no cell, no print. `REGLER.md` beside this folder
//! says the same in words, rule by rule, and a test holds the two together.

pub mod andelar;
pub mod liggare;
pub mod listor;
pub mod mal;
pub mod tilldelning;

use crate::figure::Step;

/// The agreements, as the rules' source.
pub const AVTAL: &str =
    "överenskommelserna mellan staten och SKR om försörjningsberedskap för läkemedel";
/// What this program declares where the agreements are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// The steps, in the order they follow on each other, and the rules of each.
pub const STEG: &[Step] = &[
    Step { title: "Tilldelning", rules: tilldelning::REGLER },
    Step { title: "Liggare", rules: liggare::REGLER },
    Step { title: "Andelar", rules: andelar::REGLER },
    Step { title: "Mål", rules: mal::REGLER },
    Step { title: "Läkemedelslistor", rules: listor::REGLER },
];
