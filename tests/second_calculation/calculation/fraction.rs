//! Fractions of the second calculation's own: 128 bits while they last, and numbers of any size after
//! that. Written apart from the engine's exact numbers, and quick, so that thousands of countries fit
//! in a test run.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

/// A fraction in lowest terms, the denominator above zero; large only where 128 bits cannot hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Q {
    Small(i128, i128),
    Large(BigRational),
}

/// The greatest common divisor (Euclid).
fn common(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

impl Q {
    pub(crate) fn new(over: i128, under: i128) -> Self {
        assert!(under != 0, "{over} divided by zero");
        let divisor = common(over, under) * under.signum();
        Self::Small(over / divisor, under / divisor)
    }

    pub(crate) fn wholly(number: i64) -> Self {
        Self::Small(number.into(), 1)
    }

    pub(crate) fn zero() -> Self {
        Self::wholly(0)
    }

    /// Reads `over/under` or `over`.
    pub(crate) fn read(text: &str) -> Self {
        let (over, under) = text.split_once('/').unwrap_or((text, "1"));
        if let (Ok(over), Ok(under)) = (over.parse(), under.parse()) {
            return Self::new(over, under);
        }
        let [over, under]: [BigInt; 2] =
            [over, under].map(|text| text.parse().expect("a whole number"));
        Self::least(BigRational::new(over, under))
    }

    fn large(&self) -> BigRational {
        match self {
            Self::Small(over, under) => BigRational::new((*over).into(), (*under).into()),
            Self::Large(number) => number.clone(),
        }
    }

    /// Small if it can be, so that equal numbers look the same.
    fn least(number: BigRational) -> Self {
        match (number.numer().to_i128(), number.denom().to_i128()) {
            (Some(over), Some(under)) => Self::Small(over, under),
            _ => Self::Large(number),
        }
    }

    pub(crate) fn negative(&self) -> bool {
        *self < Self::zero()
    }

    pub(crate) fn amount(&self) -> Self {
        if self.negative() { -self } else { self.clone() }
    }

    /// The whole number below, or the number itself.
    pub(crate) fn floor(&self) -> i128 {
        match self {
            Self::Small(over, under) => over.div_euclid(*under),
            Self::Large(number) => {
                number.floor().to_integer().to_i128().expect("a number that fits")
            }
        }
    }
}

fn plus(a: &Q, b: &Q) -> Option<Q> {
    let (Q::Small(a, b), Q::Small(c, d)) = (a, b) else { return None };
    let divisor = common(*b, *d);
    let over = a.checked_mul(d / divisor)?.checked_add(c.checked_mul(b / divisor)?)?;
    Some(Q::new(over, b.checked_mul(d / divisor)?))
}

fn times(a: &Q, b: &Q) -> Option<Q> {
    let (Q::Small(a, b), Q::Small(c, d)) = (a, b) else { return None };
    // Shorten crosswise first, so that less overflows.
    let (ad, cb) = (common(*a, *d).max(1), common(*c, *b).max(1));
    let over = (a / ad).checked_mul(c / cb)?;
    Some(Q::new(over, (b / cb).checked_mul(d / ad)?))
}

macro_rules! with_references {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait<Q> for Q { type Output = Q; fn $method(self, b: Q) -> Q { (&self).$method(&b) } }
        impl $trait<&Q> for Q { type Output = Q; fn $method(self, b: &Q) -> Q { (&self).$method(b) } }
        impl $trait<Q> for &Q { type Output = Q; fn $method(self, b: Q) -> Q { self.$method(&b) } }
    )*};
}
with_references!(Add add, Sub sub, Mul mul, Div div);

impl Add<&Q> for &Q {
    type Output = Q;
    fn add(self, b: &Q) -> Q {
        plus(self, b).unwrap_or_else(|| Q::least(self.large() + b.large()))
    }
}

impl Sub<&Q> for &Q {
    type Output = Q;
    fn sub(self, b: &Q) -> Q {
        self + -b
    }
}

impl Mul<&Q> for &Q {
    type Output = Q;
    fn mul(self, b: &Q) -> Q {
        times(self, b).unwrap_or_else(|| Q::least(self.large() * b.large()))
    }
}

impl Div<&Q> for &Q {
    type Output = Q;
    fn div(self, b: &Q) -> Q {
        match b {
            Q::Small(over, under) => self.mul(Q::new(*under, *over)),
            Q::Large(number) => self.mul(Q::least(number.recip())),
        }
    }
}

impl Neg for &Q {
    type Output = Q;
    fn neg(self) -> Q {
        match self {
            Q::Small(over, under) => Q::Small(-over, *under),
            Q::Large(number) => Q::Large(-number),
        }
    }
}

impl Neg for Q {
    type Output = Q;
    fn neg(self) -> Q {
        -&self
    }
}

impl PartialOrd for Q {
    fn partial_cmp(&self, b: &Self) -> Option<Ordering> {
        Some(self.cmp(b))
    }
}

impl Ord for Q {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Self::Small(a, b), Self::Small(c, d)) = (self, other)
            && let (Some(ad), Some(cb)) = (a.checked_mul(*d), c.checked_mul(*b))
        {
            return ad.cmp(&cb);
        }
        self.large().cmp(&other.large())
    }
}
