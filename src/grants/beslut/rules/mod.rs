//! The rules of a decision that shares out money, in the order they follow on each other. Pure and exact: from figures
//! to figures, through the trace; no sheet, no cell, no print. `REGLER.md` beside this folder says the same in words,
//! rule by rule, and a test holds the two together.

pub mod belopp;
pub mod grans;
pub mod jamforelse;
pub mod vikter;

use crate::figure::Step;

/// The decision, as the rules' source: it says by what the money is shared out.
pub const BESLUT: &str = "beslutet som arbetsboken är underlag till";
/// What this program declares where the sources are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// The steps, in the order they follow on each other, and the rules of each.
pub const STEG: &[Step] = &[
    Step { title: "Vikter", rules: vikter::REGLER },
    Step { title: "Belopp", rules: belopp::REGLER },
    Step { title: "Regionen bland de andra", rules: jamforelse::REGLER },
];
