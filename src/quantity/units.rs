//! The units: one newtype each, and the operators of the table in [`super`], no others.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Exact;
use super::rounding::Avrundning;
use super::value::{Quantity, Unit, Value};

macro_rules! exact_quantity {
    ($(#[$doc:meta])* $name:ident, $unit:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Exact);

        impl $name {
            /// From an exact number in the unit itself.
            #[must_use]
            pub fn new(value: Exact) -> Self {
                Self(value)
            }
            /// The exact number.
            #[must_use]
            pub fn exact(&self) -> &Exact {
                &self.0
            }
            /// Nothing of it.
            #[must_use]
            pub fn zero() -> Self {
                Self(Exact::zero())
            }
        }

        impl From<Decimal> for $name {
            fn from(value: Decimal) -> Self {
                Self(value.into())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?} {}", self.0, Unit::$unit.name())
            }
        }

        impl Quantity for $name {
            const UNIT: Unit = Unit::$unit;
            fn to_value(&self) -> Value {
                Value::Exact(self.0.clone())
            }
            fn from_value(value: &Value) -> Self {
                match value {
                    Value::Exact(value) => Self(value.clone()),
                    other => panic!("{other:?} is not {}", stringify!($name)),
                }
            }
        }
    };
}

macro_rules! additive {
    ($($name:ident),*) => {$(
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                Self(iter.map(|part| part.0).sum())
            }
        }
    )*};
}

/// `exact!(A * B = C)`: exact operators between newtypes over [`Exact`].
macro_rules! exact {
    ($($left:ident $op:tt $right:ident = $out:ident),* $(,)?) => {$( exact!(@ $left $op $right = $out); )*};
    (@ $left:ident * $right:ident = $out:ident) => {
        impl Mul<$right> for $left {
            type Output = $out;
            fn mul(self, other: $right) -> $out {
                $out(self.0 * other.0)
            }
        }
    };
    (@ $left:ident / $right:ident = $out:ident) => {
        impl Div<$right> for $left {
            type Output = $out;
            fn div(self, other: $right) -> $out {
                $out(self.0 / other.0)
            }
        }
    };
}

exact_quantity! {
    /// Unrounded kronor: exact, never printed as payable, never paid.
    Kronor, Kronor
}
exact_quantity! {
    /// Unrounded kronor per inhabitant.
    KronorPerInvanare, KronorPerInvanare
}
exact_quantity! {
    /// A share of a whole; 1 is the whole, and a share may be below 0 or above 1 (a change).
    Andel, Andel
}
exact_quantity! {
    /// An amount of a foreign currency, unrounded.
    Valuta, Valuta
}
exact_quantity! {
    /// An exchange rate: kronor per unit of a foreign currency.
    KronorPerValuta, KronorPerValuta
}

exact_quantity! {
    /// A weight by which something is shared out: a number in whatever it is of. Only its share of all weights
    /// means anything.
    Vikt, Vikt
}

additive!(Kronor, KronorPerInvanare, Andel, Vikt);
exact!(
    Kronor * Andel = Kronor,
    Kronor / Kronor = Andel,
    KronorPerInvanare * Andel = KronorPerInvanare,
    KronorPerInvanare / KronorPerInvanare = Andel,
    Andel * Andel = Andel,
    Andel / Andel = Andel,
    Valuta * KronorPerValuta = Kronor,
    Vikt * Vikt = Vikt,
    Vikt / Vikt = Andel,
);

impl Kronor {
    /// Kronor from an amount in million kronor (`mnkr`).
    #[must_use]
    pub fn from_millions(mnkr: Decimal) -> Self {
        Self(Exact::from(mnkr) * Exact::from(1_000_000))
    }

    /// Kronor from an amount in thousand million kronor (`mdkr`).
    #[must_use]
    pub fn from_billions(mdkr: Decimal) -> Self {
        Self(Exact::from(mdkr) * Exact::from(1_000_000_000))
    }

    /// Whole kronor by a named policy.
    ///
    /// # Panics
    /// Beyond ±9.2 · 10¹⁸ kronor: a bug, since no cell may hold more than 10¹³.
    #[must_use]
    pub fn round_by(&self, rounding: Avrundning) -> HelaKronor {
        HelaKronor(
            rounding
                .integer(&self.0)
                .integer()
                .unwrap_or_else(|| panic!("{self:?} does not fit in whole kronor")),
        )
    }
}

impl Andel {
    /// A share from a percentage: 85 → 0,85.
    #[must_use]
    pub fn from_percent(percent: Decimal) -> Self {
        Self(Exact::from(percent) / Exact::from(100))
    }

    /// `del / helhet`, kept exact.
    ///
    /// # Panics
    /// If `total_of` is zero.
    #[must_use]
    pub fn of(part: &Exact, total_of: &Exact) -> Self {
        Self(part / total_of)
    }
}

/// A type over `i64` that is a figure.
macro_rules! whole_quantity {
    ($(#[$doc:meta])* $name:ident, $unit:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(i64);

        impl $name {
            /// The whole number itself.
            #[must_use]
            pub fn integer(self) -> i64 {
                self.0
            }
            /// From a whole number, as a cell or a decision states it.
            #[must_use]
            pub fn from_integer(value: i64) -> Self {
                Self(value)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", self.0, Unit::$unit.name())
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(whole(i128::from(self.0) + i128::from(other.0)))
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold(Self(0), Add::add)
            }
        }

        impl Quantity for $name {
            const UNIT: Unit = Unit::$unit;
            fn to_value(&self) -> Value {
                Value::Integer(self.0)
            }
            fn from_value(value: &Value) -> Self {
                match value {
                    Value::Integer(value) => Self(*value),
                    other => panic!("{other:?} is not {}", stringify!($name)),
                }
            }
        }
    };
}

whole_quantity! {
    /// Payable, whole kronor. Made by a rounding policy, or read where a decision states them.
    HelaKronor, HelaKronor
}
whole_quantity! {
    /// Inhabitants: never negative, never a fraction (the readers refuse both).
    Invanare, Invanare
}
whole_quantity! {
    /// A plain count: months, regions.
    Antal, Antal
}
whole_quantity! {
    /// Whole weeks that a stock lasts in normal use.
    Veckor, Veckor
}

impl Antal {
    /// The count as whatever counts things here.
    ///
    /// # Panics
    /// If it does not fit, a negative count for one: a bug, since the cells have limits.
    #[must_use]
    pub fn shown_as<T: TryFrom<i64>>(self) -> T {
        T::try_from(self.0).unwrap_or_else(|_| panic!("{self:?} counts nothing here"))
    }
}

/// The one way a whole number may leave 128 bits.
fn whole(value: i128) -> i64 {
    i64::try_from(value).unwrap_or_else(|_| panic!("{value} is beyond whole kronor"))
}

impl HelaKronor {
    /// The same amount as exact kronor.
    #[must_use]
    pub fn exact(self) -> Kronor {
        Kronor(Exact::from(self.0))
    }
}

impl Sub for HelaKronor {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(whole(i128::from(self.0) - i128::from(other.0)))
    }
}

impl Sub for Antal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(whole(i128::from(self.0) - i128::from(other.0)))
    }
}

impl Mul<Antal> for Kronor {
    type Output = Self;
    fn mul(self, count: Antal) -> Self {
        Self(self.0 * Exact::from(count.0))
    }
}

impl Neg for HelaKronor {
    type Output = Self;
    fn neg(self) -> Self {
        Self(whole(-i128::from(self.0)))
    }
}

impl Mul<Antal> for HelaKronor {
    type Output = Self;
    fn mul(self, count: Antal) -> Self {
        Self(whole(i128::from(self.0) * i128::from(count.0)))
    }
}

impl Div<Antal> for Kronor {
    type Output = Self;
    fn div(self, count: Antal) -> Self {
        Self(self.0 / Exact::from(count.0))
    }
}

impl Div<Antal> for Andel {
    type Output = Self;
    fn div(self, count: Antal) -> Self {
        Self(self.0 / Exact::from(count.0))
    }
}

impl Div<Invanare> for Kronor {
    type Output = KronorPerInvanare;
    fn div(self, population: Invanare) -> KronorPerInvanare {
        KronorPerInvanare(self.0 / Exact::from(population.0))
    }
}

impl Mul<Invanare> for KronorPerInvanare {
    type Output = Kronor;
    fn mul(self, population: Invanare) -> Kronor {
        Kronor(self.0 * Exact::from(population.0))
    }
}

/// A number per inhabitant becomes one of all of them.
impl Mul<Invanare> for Vikt {
    type Output = Self;
    fn mul(self, population: Invanare) -> Self {
        Self(self.0 * Exact::from(population.0))
    }
}

impl Div<Invanare> for Vikt {
    type Output = Self;
    fn div(self, population: Invanare) -> Self {
        Self(self.0 / Exact::from(population.0))
    }
}

impl Div for Invanare {
    type Output = Andel;
    fn div(self, total_of: Self) -> Andel {
        Andel(Exact::from(self.0) / Exact::from(total_of.0))
    }
}

impl Quantity for NaiveDate {
    const UNIT: Unit = Unit::Datum;
    fn to_value(&self) -> Value {
        Value::Datum(*self)
    }
    fn from_value(value: &Value) -> Self {
        match value {
            Value::Datum(date) => *date,
            other => panic!("{other:?} is not a date"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_of_the_kronor_times_three_is_the_kronor() {
        let third = HelaKronor::from_integer(100).exact() / Antal::from_integer(3);
        assert_eq!(third.clone() + third.clone() + third, HelaKronor::from_integer(100).exact());
    }

    #[test]
    fn the_euro_fee_of_2024_is_whole_kronor_only_by_a_policy() {
        let fee =
            Valuta::from(Decimal::from(361_305)) * KronorPerValuta::from(Decimal::new(117_638, 4));
        assert_eq!(fee.round_by(Avrundning::HalfUp).integer(), 4_250_320);
    }

    #[test]
    #[should_panic(expected = "beyond whole kronor")]
    fn overflow_is_never_silent() {
        let _ = HelaKronor::from_integer(i64::MAX) + HelaKronor::from_integer(1);
    }
}
