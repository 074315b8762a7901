//! How a pot is shared out: proportional shares, whole kronor with a named residual policy, ladders.
//! Knows no grant, no region and no sheet; parts come in an order (that of länskod) and leave in it.

mod residual;
mod trappa;

pub use residual::{
    Hela, LARGEST_REMAINDER, Obalans, RESIDUAL_TO, RESIDUAL_TO_LARGEST, Residual, hela_kronor,
    share,
};
pub use trappa::{LADDER, Steg, Trappa, on_each_step};

use crate::quantity::{Andel, Exakt, Kronor};

/// The part of `pott` each weight gives: `pott · vikt / Σ vikter`, exact; the parts sum to the pot.
///
/// # Panics
/// If the weights sum to zero.
#[must_use]
pub fn proportionellt(pott: &Kronor, vikter: &[Exakt]) -> Vec<Kronor> {
    let summa: Exakt = vikter.iter().cloned().sum();
    vikter.iter().map(|vikt| pott.clone() * Andel::av(vikt, &summa)).collect()
}
