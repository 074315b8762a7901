//! Rounding policies: named, passed as arguments, each with its source.

use super::Exact;

/// How an exact amount becomes a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Avrundning {
    /// To the nearest whole number, halves away from zero (2,5 → 3; −2,5 → −3): reproduces the
    /// published grants, months and adjustments of 2024 to the krona.
    HalfUp,
    /// Down to the whole number below: what a residual is counted from when it goes to the largest
    /// remainders. No payment is rounded so.
    Down,
}

impl Avrundning {
    /// The whole number the policy gives.
    #[must_use]
    pub fn integer(self, value: &Exact) -> Exact {
        match self {
            Self::HalfUp => value.nearest(),
            Self::Down => value.floor(),
        }
    }
}
