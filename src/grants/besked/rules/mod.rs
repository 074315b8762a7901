//! The rules of the overview of all money per region, in the order they follow on each other. Pure and
//! exact: from figures to figures, through the trace; no sheet, no cell, no print. `REGLER.md` beside this
//! folder says the same in words, rule by rule, and a test holds the two together.

pub mod jamforelse;
pub mod meddelat;
pub mod omtalat;

use crate::figure::Step;

/// The overview, as the rules' source.
pub const BESKED: &str = "beskedet om medel per region";
/// What this program declares where the sources are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// The steps, in the order they follow on each other, and the rules of each.
pub const STEG: &[Step] = &[
    Step { title: "Medel", rules: meddelat::REGLER },
    Step { title: "Regionen bland de andra", rules: jamforelse::REGLER },
    Step { title: "Det nämnda beloppet", rules: omtalat::REGLER },
];
