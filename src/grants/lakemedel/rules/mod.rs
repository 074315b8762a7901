//! The rules of läkemedelsförmånerna, in the order they follow on each other. Pure and exact: from
//! figures to figures, as expressions; no sheet, no cell, no print. `REGLER.md` beside this folder
//! says the same in words, rule by rule, and a test holds the two together.

pub mod avtal;
pub mod behovsmodell;
pub mod forandring;
pub mod jamforelse;
pub mod manadsplan;
pub mod solidariskt;
pub mod statsbidrag;

use crate::figure::{Expr, Figure, Step, total};
use crate::quantity::{Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

/// The agreement of the year, as the rules' source; the run says which one it is.
pub const AVTAL: &str = "överenskommelsen om statens bidrag för läkemedelsförmånerna";
/// What this program declares where the sources are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// The steps, in the order they follow on each other, and the rules of each.
pub const STEG: &[Step] = &[
    Step { title: "Överenskommelsen", rules: avtal::REGLER },
    Step { title: "Behovsmodellen", rules: behovsmodell::REGLER },
    Step { title: "Solidarisk finansiering", rules: solidariskt::REGLER },
    Step { title: "Statsbidrag per region", rules: statsbidrag::REGLER },
    Step { title: "Månadsplanen", rules: manadsplan::REGLER },
    Step { title: "Förändring sedan föregående år", rules: forandring::REGLER },
    Step { title: "Regionen bland de andra", rules: jamforelse::REGLER },
];

/// Kronor per inhabitant of every region.
pub type PerInvanare = PerRegion<Figure<KronorPerInvanare>>;
/// The population of every region.
pub type Folk = PerRegion<Figure<Invanare>>;

/// The country's mean of kronor per inhabitant, weighted by population.
fn weighted_mean(per_inv: &PerInvanare, folk: &Folk) -> Expr<KronorPerInvanare> {
    in_kronor(per_inv, folk) / total(|r| &folk[r])
}

/// Kronor per inhabitant times population, over the country.
fn in_kronor(per_inv: &PerInvanare, folk: &Folk) -> Expr<Kronor> {
    total(|r| &per_inv[r] * &folk[r])
}
