//! How a pot is shared out: proportional shares, whole kronor with a named residual policy, ladders.
//! Knows no grant, no region and no sheet; parts come in an order (that of länskod) and leave in it.

mod residual;
mod trappa;

pub use residual::{
    Hela, LARGEST_REMAINDER, Obalans, RESIDUAL_TO, RESIDUAL_TO_LARGEST, Residual, hela_kronor,
    share,
};
pub use trappa::{LADDER, on_each_step, on_steps};
