//! Exact rational numbers, and the two ways in and out of decimals. Knows nothing of units.

use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use rust_decimal::Decimal;

/// An exact rational number of any size.
///
/// Arithmetic never rounds and never overflows; dividing by zero panics.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exakt(BigRational);

impl Exakt {
    /// Zero.
    #[must_use]
    pub fn noll() -> Self {
        Self(BigRational::zero())
    }

    /// The fraction `taljare / namnare`.
    ///
    /// # Panics
    /// If `namnare` is zero.
    #[must_use]
    pub fn brak(taljare: i64, namnare: i64) -> Self {
        Self(BigRational::new(taljare.into(), namnare.into()))
    }

    /// True if the number is zero.
    #[must_use]
    pub fn ar_noll(&self) -> bool {
        self.0.is_zero()
    }

    /// True if the number is below zero.
    #[must_use]
    pub fn ar_negativ(&self) -> bool {
        self.0.is_negative()
    }

    /// The number without its sign.
    #[must_use]
    pub fn belopp(&self) -> Self {
        Self(self.0.abs())
    }

    /// The largest whole number not above this one.
    #[must_use]
    pub fn golv(&self) -> BigInt {
        self.0.numer().div_floor(self.0.denom())
    }

    /// Numerator and (positive) denominator in lowest terms, as `täljare/nämnare`; just the
    /// numerator where the number is whole. Reads back with [`Exakt::las`].
    #[must_use]
    pub fn som_brak(&self) -> String {
        self.0.to_string()
    }

    /// Reads what [`Exakt::som_brak`] wrote; `None` for anything else.
    #[must_use]
    pub fn las(text: &str) -> Option<Self> {
        let (taljare, namnare) = text.split_once('/').unwrap_or((text, "1"));
        let namnare: BigInt = namnare.parse().ok()?;
        (!namnare.is_zero()).then_some(())?;
        Some(Self(BigRational::new(taljare.parse().ok()?, namnare)))
    }

    /// The whole number nearest to `self × 10^decimaler`; halves go away from zero (`half_up` as
    /// the field uses the word: 2,5 → 3 and −2,5 → −3).
    #[must_use]
    pub fn skalad_half_up(&self, decimaler: u32) -> BigInt {
        let skala = BigInt::from(10).pow(decimaler);
        let dubbelt = self.0.numer().abs() * skala * BigInt::from(2) + self.0.denom();
        let belopp = dubbelt.div_floor(&(self.0.denom() * BigInt::from(2)));
        if self.ar_negativ() { -belopp } else { belopp }
    }

    /// As a decimal string with a point and exactly `decimaler` decimals, `half_up`.
    #[must_use]
    pub fn som_decimal(&self, decimaler: u32) -> String {
        let skalad = self.skalad_half_up(decimaler);
        let tecken = if skalad.is_negative() { "-" } else { "" };
        let bredd = usize::try_from(decimaler).unwrap_or(usize::MAX);
        let siffror = format!("{:0>bredd$}", skalad.abs().to_string(), bredd = bredd + 1);
        let (heltal, rest) = siffror.split_at(siffror.len() - bredd);
        if decimaler == 0 {
            format!("{tecken}{heltal}")
        } else {
            format!("{tecken}{heltal}.{rest}")
        }
    }

    /// The inner rational, for the quantities only.
    pub(super) fn rational(&self) -> &BigRational {
        &self.0
    }

    /// The whole number this is, if it is whole.
    #[must_use]
    pub fn heltal(&self) -> Option<BigInt> {
        self.0.is_integer().then(|| self.0.to_integer())
    }
}

impl From<Decimal> for Exakt {
    fn from(value: Decimal) -> Self {
        Self(BigRational::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale())))
    }
}

impl From<i64> for Exakt {
    fn from(value: i64) -> Self {
        Self(BigRational::from_integer(value.into()))
    }
}

impl From<BigInt> for Exakt {
    fn from(value: BigInt) -> Self {
        Self(BigRational::from_integer(value))
    }
}

/// Shows the fraction itself: nothing is lost, and nobody mistakes it for a printed figure.
impl fmt::Debug for Exakt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident $op:tt),*) => {$(
        impl $trait for Exakt {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                Self(self.0 $op other.0)
            }
        }
        impl $trait<&Exakt> for &Exakt {
            type Output = Exakt;
            fn $method(self, other: &Exakt) -> Exakt {
                Exakt(self.rational() $op other.rational())
            }
        }
    )*};
}
operators!(Add add +, Sub sub -, Mul mul *, Div div /);

impl Neg for Exakt {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Exakt {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::noll(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        for (taljare, namnare, want) in
            [(5, 2, 3), (-5, 2, -3), (49, 20, 2), (1, 3, 0), (-1, 2, -1)]
        {
            assert_eq!(
                Exakt::brak(taljare, namnare).skalad_half_up(0),
                BigInt::from(want),
                "{taljare}/{namnare}"
            );
        }
    }

    #[test]
    fn decimals_keep_leading_and_trailing_zeros() {
        assert_eq!(Exakt::brak(-1, 200).som_decimal(3), "-0.005");
        assert_eq!(Exakt::brak(5, 2).som_decimal(2), "2.50");
        assert_eq!(Exakt::brak(7, 1).som_decimal(0), "7");
        assert_eq!(Exakt::brak(-1, 2000).som_decimal(2), "0.00");
    }

    #[test]
    fn fractions_read_back() {
        for fraction in [Exakt::brak(-7, 3), Exakt::brak(4, 1), Exakt::noll()] {
            assert_eq!(Exakt::las(&fraction.som_brak()), Some(fraction));
        }
        assert_eq!(Exakt::las("1/0"), None);
        assert_eq!(Exakt::las("1,5"), None);
    }

    #[test]
    fn decimals_enter_exactly() {
        let decimal: Decimal = "3099.60963727".parse().expect("a decimal");
        assert_eq!(Exakt::from(decimal), Exakt::brak(309_960_963_727, 100_000_000));
    }
}
