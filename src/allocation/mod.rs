//! How a pot is shared out: proportional shares, whole kronor with a named residual policy, ladders.
//! Knows no grant, no region and no sheet; parts come in an order (that of länskod) and leave in it.

mod ladder;
mod residual;

pub use ladder::{LADDER, on_each_step, on_steps};
pub use residual::{
    Imbalance, LARGEST_REMAINDER, RESIDUAL_TO, RESIDUAL_TO_LARGEST, Residual, WholeShares, share,
    whole_kronor,
};
