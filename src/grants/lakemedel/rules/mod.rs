//! The rules of läkemedelsförmånerna, in the order they follow on each other. Pure and exact: from
//! figures to figures, through the trace; no sheet, no cell, no print. `REGLER.md` beside this folder
//! says the same in words, rule by rule, and a test holds the two together.

pub mod avtal;
pub mod behovsmodell;
pub mod forandring;
pub mod solidariskt;
pub mod statsbidrag;

use crate::figure::Rule;
use crate::quantity::{HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

/// The agreement for 2024, as the rules' source.
pub const AVTAL: &str = "överenskommelsen om statens bidrag för läkemedelsförmånerna 2024, regeringsbeslut II:2 2023-12-20 (S2023/03332)";
/// What this program declares where the sources are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// Every rule, in order.
#[must_use]
pub fn alla() -> Vec<&'static Rule> {
    [
        avtal::REGLER,
        behovsmodell::REGLER,
        solidariskt::REGLER,
        statsbidrag::REGLER,
        forandring::REGLER,
    ]
    .concat()
}

/// Folk and kronor per inhabitant of every region, as a country mean is made of them.
type PerInvanare = (PerRegion<KronorPerInvanare>, PerRegion<Invanare>);

/// `Σ kr/inv · folk ÷ Σ folk`.
fn vagt_medel((per_inv, folk): PerInvanare) -> KronorPerInvanare {
    i_kronor((per_inv, folk.clone())) / folk.varden().iter().copied().sum::<Invanare>()
}

/// `Σ kr/inv · folk`.
fn i_kronor((per_inv, folk): PerInvanare) -> Kronor {
    per_inv.iter().map(|(region, varde)| varde.clone() * *folk.i(region)).sum()
}

/// `Σ`, of whole kronor.
#[expect(clippy::needless_pass_by_value, reason = "a rule's `fn` is given its values")]
fn summa_hela(delar: PerRegion<HelaKronor>) -> HelaKronor {
    delar.varden().iter().copied().sum()
}
