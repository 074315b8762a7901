//! Exact rational numbers, and the two ways in and out of decimals. Knows nothing of units.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use dashu_int::ops::{BitTest, DivEuclid, Gcd, UnsignedAbs};
use dashu_int::{IBig, Sign, UBig};
use rust_decimal::Decimal;

/// Denominators up to this many bits are always kept in lowest terms: that costs next to nothing and
/// keeps the numbers small. Two machine words.
const NARROW: usize = 128;

/// Denominators beyond this many bits are brought to lowest terms. Between the two they are left as
/// they came: finding a common factor of wide numbers costs more than carrying it.
const WIDE: usize = 1536;

/// An exact rational number of any size.
///
/// Arithmetic never rounds and never overflows; dividing by zero panics.
#[derive(Clone)]
pub struct Exact {
    /// Bears the sign.
    num: IBig,
    /// Above zero; not always in lowest terms with `num`.
    den: UBig,
}

impl Exact {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self { num: IBig::ZERO, den: UBig::ONE }
    }

    /// The fraction `taljare / namnare`.
    ///
    /// # Panics
    /// If `denominator` is zero.
    #[must_use]
    pub fn fraction(numerator: i64, denominator: i64) -> Self {
        Self::from(numerator) / Self::from(denominator)
    }

    /// The fraction, in lowest terms where that is cheap or has become necessary.
    fn tidy(num: IBig, den: UBig) -> Self {
        if den.is_one() {
            return Self { num, den };
        }
        let bits = den.bit_len();
        if bits > NARROW && bits <= WIDE {
            return Self { num, den };
        }
        Self { num, den }.lowest()
    }

    /// The same number in lowest terms.
    fn lowest(self) -> Self {
        if self.num.is_zero() {
            return Self::zero();
        }
        let common = (&self.num).unsigned_abs().gcd(&self.den);
        if common.is_one() {
            return self;
        }
        Self { num: self.num / &common, den: self.den / common }
    }

    /// True if the number is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.num.is_zero()
    }

    /// True if the number is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        !self.num.is_zero() && self.num.sign() == Sign::Negative
    }

    /// The number without its sign.
    #[must_use]
    pub fn amount(&self) -> Self {
        Self { num: IBig::from((&self.num).unsigned_abs()), den: self.den.clone() }
    }

    /// The largest whole number not above this one.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self { num: (&self.num).div_euclid(IBig::from(self.den.clone())), den: UBig::ONE }
    }

    /// Numerator and (positive) denominator in lowest terms, as `täljare/nämnare`; just the
    /// numerator where the number is whole. Reads back with [`Exact::read`].
    #[must_use]
    pub fn as_fraction(&self) -> String {
        let lowest = self.clone().lowest();
        if lowest.den.is_one() {
            lowest.num.to_string()
        } else {
            format!("{}/{}", lowest.num, lowest.den)
        }
    }

    /// Reads what [`Exact::as_fraction`] wrote; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let den: UBig = denominator.parse().ok()?;
        (!den.is_zero()).then_some(())?;
        Some(Self { num: numerator.parse().ok()?, den }.lowest())
    }

    /// The whole number nearest to `self × 10^decimaler`; halves go away from zero (`half_up` as
    /// the field uses the word: 2,5 → 3 and −2,5 → −3).
    fn scaled_half_up(&self, decimals: u32) -> IBig {
        let places = usize::try_from(decimals).unwrap_or(usize::MAX);
        let mut size = (&self.num).unsigned_abs();
        if places > 0 {
            size *= UBig::from(10_u8).pow(places);
        }
        let size = ((size << 1) + &self.den) / (&self.den << 1);
        IBig::from_parts(self.num.sign(), size)
    }

    /// The nearest whole number; halves go away from zero.
    #[must_use]
    pub fn nearest(&self) -> Self {
        if self.den.is_one() {
            return self.clone();
        }
        Self { num: self.scaled_half_up(0), den: UBig::ONE }
    }

    /// As a decimal string with a point and exactly `decimaler` decimals, `half_up`.
    #[must_use]
    pub fn as_decimal(&self, decimals: u32) -> String {
        let (sign, size) = self.scaled_half_up(decimals).into_parts();
        let character = if sign == Sign::Negative && !size.is_zero() { "-" } else { "" };
        let width = usize::try_from(decimals).unwrap_or(usize::MAX);
        let numbers = format!("{:0>width$}", size.to_string(), width = width + 1);
        let (integer, rest) = numbers.split_at(numbers.len() - width);
        if decimals == 0 {
            format!("{character}{integer}")
        } else {
            format!("{character}{integer}.{rest}")
        }
    }

    /// The whole number this is, if it is whole and fits in 64 bits.
    #[must_use]
    pub fn integer(&self) -> Option<i64> {
        if self.den.is_one() {
            return i64::try_from(&self.num).ok();
        }
        let lowest = self.clone().lowest();
        if lowest.den.is_one() { i64::try_from(&lowest.num).ok() } else { None }
    }

    /// Multiplies a whole number with another's fraction, each common factor taken out first.
    fn times_whole(&self, whole: &IBig) -> Self {
        if self.den.is_one() || whole.is_zero() {
            return Self { num: &self.num * whole, den: UBig::ONE };
        }
        let common = whole.unsigned_abs().gcd(&self.den);
        if common.is_one() {
            return Self { num: &self.num * whole, den: self.den.clone() };
        }
        Self { num: &self.num * (whole / &common), den: &self.den / common }
    }

    /// Adds or, with `negative`, subtracts: over the least denominator the two share.
    fn plus(&self, other: &Self, negative: bool) -> Self {
        let sum = |left: IBig, right: IBig| if negative { left - right } else { left + right };
        if self.den == other.den {
            return Self::tidy(sum(self.num.clone(), other.num.clone()), self.den.clone());
        }
        if other.den.is_one() {
            let right = &other.num * &self.den;
            return Self { num: sum(self.num.clone(), right), den: self.den.clone() };
        }
        if self.den.is_one() {
            let left = &self.num * &other.den;
            return Self { num: sum(left, other.num.clone()), den: other.den.clone() };
        }
        let common = (&self.den).gcd(&other.den);
        let (mine, theirs) = (&self.den / &common, &other.den / &common);
        Self::tidy(sum(&self.num * &theirs, &other.num * mine), &self.den * theirs)
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        let scale = usize::try_from(value.scale()).unwrap_or(usize::MAX);
        Self { num: IBig::from(value.mantissa()), den: UBig::from(10_u8).pow(scale) }.lowest()
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Self { num: value.into(), den: UBig::ONE }
    }
}

/// Shows the fraction itself: nothing is lost, and nobody mistakes it for a printed figure.
impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_fraction())
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.den == other.den {
            return self.num.cmp(&other.num);
        }
        (&self.num * &other.den).cmp(&(&other.num * &self.den))
    }
}

impl Add<&Exact> for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        self.plus(other, false)
    }
}

impl Sub<&Exact> for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self.plus(other, true)
    }
}

impl Mul<&Exact> for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        if other.den.is_one() {
            return self.times_whole(&other.num);
        }
        if self.den.is_one() {
            return other.times_whole(&self.num);
        }
        Exact::tidy(&self.num * &other.num, &self.den * &other.den)
    }
}

impl Div<&Exact> for &Exact {
    type Output = Exact;
    fn div(self, other: &Exact) -> Exact {
        assert!(!other.is_zero(), "{self:?} is divided by zero");
        let (sign, size) = other.num.clone().into_parts();
        let turned = IBig::from_parts(sign, other.den.clone());
        Exact::tidy(&self.num * turned, &self.den * size)
    }
}

macro_rules! by_value {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Exact {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                $trait::$method(&self, &other)
            }
        }
    )*};
}
by_value!(Add add, Sub sub, Mul mul, Div div);

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self { num: -self.num, den: self.den }
    }
}

impl<'a> std::iter::Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(iter: I) -> Self {
        iter.fold(Self::zero(), |sum, part| &sum + part)
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::zero(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        for (numerator, denominator, want) in
            [(5, 2, 3), (-5, 2, -3), (49, 20, 2), (1, 3, 0), (-1, 2, -1), (4, 2, 2)]
        {
            let nearest = Exact::fraction(numerator, denominator).nearest();
            assert_eq!(nearest, Exact::from(want), "{numerator}/{denominator}");
        }
    }

    #[test]
    fn floors_go_down() {
        for (numerator, denominator, want) in [(5, 2, 2), (-5, 2, -3), (6, 3, 2), (-1, 3, -1)] {
            assert_eq!(Exact::fraction(numerator, denominator).floor(), Exact::from(want));
        }
    }

    #[test]
    fn decimals_keep_leading_and_trailing_zeros() {
        assert_eq!(Exact::fraction(-1, 200).as_decimal(3), "-0.005");
        assert_eq!(Exact::fraction(5, 2).as_decimal(2), "2.50");
        assert_eq!(Exact::fraction(7, 1).as_decimal(0), "7");
        assert_eq!(Exact::fraction(-1, 2000).as_decimal(2), "0.00");
    }

    #[test]
    fn fractions_read_back() {
        for fraction in [Exact::fraction(-7, 3), Exact::fraction(4, 1), Exact::zero()] {
            assert_eq!(Exact::read(&fraction.as_fraction()), Some(fraction));
        }
        assert_eq!(Exact::read("1/0"), None);
        assert_eq!(Exact::read("1,5"), None);
    }

    #[test]
    fn decimals_enter_exactly() {
        let decimal: Decimal = "3099.60963727".parse().expect("a decimal");
        assert_eq!(Exact::from(decimal), Exact::fraction(309_960_963_727, 100_000_000));
    }

    /// A sum of fractions with many different denominators passes every width there is; the number
    /// is the same whatever terms it is kept in.
    #[test]
    fn a_number_is_the_same_in_whatever_terms() {
        let primes = [
            1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099, 1_000_117, 1_000_121,
        ];
        let part = |prime: &i64| Exact::fraction(1, *prime) / Exact::fraction(prime + 2, 7);
        for wide in [1, 4, 20, 60] {
            let parts: Vec<_> = primes.iter().cycle().take(8 * wide).map(part).collect();
            let product = parts.iter().fold(Exact::from(1), |all, part| &all * part);
            let back = parts.iter().fold(product.clone(), |all, part| &all / part);
            assert_eq!(back, Exact::from(1));
            assert_eq!(back.as_fraction(), "1");
            assert_eq!(back.integer(), Some(1));
            let sum: Exact = parts.iter().sum();
            let left = parts.iter().fold(&sum + &product, |left, part| &left - part);
            assert_eq!(left, product);
            assert_eq!(Exact::read(&left.as_fraction()), Some(product));
            assert!((&sum - &sum).is_zero() && sum > Exact::zero() && -sum < Exact::zero());
        }
    }

    #[test]
    #[should_panic(expected = "divided by zero")]
    fn nothing_is_divided_by_zero() {
        let _ = Exact::from(1) / Exact::zero();
    }
}
