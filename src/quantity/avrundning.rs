//! Rounding policies: named, passed as arguments, each with its source.

use num_bigint::BigInt;

use super::Exakt;

/// How an exact amount becomes a whole one.
///
/// One policy so far, because every published table of 2024 follows it; the type exists so that a
/// rule must say which it uses, and so that a second one is a row here and not a hunt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Avrundning {
    /// To the nearest whole number, halves away from zero (2,5 → 3; −2,5 → −3): reproduces the
    /// published grants, months and adjustments of 2024 to the krona.
    HalfUp,
}

impl Avrundning {
    /// The whole number the policy gives.
    #[must_use]
    pub fn heltal(self, value: &Exakt) -> BigInt {
        match self {
            Self::HalfUp => value.skalad_half_up(0),
        }
    }
}
