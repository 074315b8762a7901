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
    Liten(i128, i128),
    Stor(BigRational),
}

/// The greatest common divisor (Euclid).
fn gemensam(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

impl Q {
    pub(crate) fn ny(over: i128, under: i128) -> Self {
        assert!(under != 0, "{over} divided by zero");
        let delare = gemensam(over, under) * under.signum();
        Self::Liten(over / delare, under / delare)
    }

    pub(crate) fn helt(tal: i64) -> Self {
        Self::Liten(tal.into(), 1)
    }

    pub(crate) fn noll() -> Self {
        Self::helt(0)
    }

    /// Reads `over/under` or `over`.
    pub(crate) fn las(text: &str) -> Self {
        let (over, under) = text.split_once('/').unwrap_or((text, "1"));
        if let (Ok(over), Ok(under)) = (over.parse(), under.parse()) {
            return Self::ny(over, under);
        }
        let [over, under]: [BigInt; 2] =
            [over, under].map(|text| text.parse().expect("a whole number"));
        Self::minst(BigRational::new(over, under))
    }

    fn stor(&self) -> BigRational {
        match self {
            Self::Liten(over, under) => BigRational::new((*over).into(), (*under).into()),
            Self::Stor(tal) => tal.clone(),
        }
    }

    /// Small if it can be, so that equal numbers look the same.
    fn minst(tal: BigRational) -> Self {
        match (tal.numer().to_i128(), tal.denom().to_i128()) {
            (Some(over), Some(under)) => Self::Liten(over, under),
            _ => Self::Stor(tal),
        }
    }

    pub(crate) fn negativt(&self) -> bool {
        *self < Self::noll()
    }

    pub(crate) fn belopp(&self) -> Self {
        if self.negativt() { -self } else { self.clone() }
    }

    /// The whole number below, or the number itself.
    pub(crate) fn golv(&self) -> i128 {
        match self {
            Self::Liten(over, under) => over.div_euclid(*under),
            Self::Stor(tal) => tal.floor().to_integer().to_i128().expect("a number that fits"),
        }
    }
}

fn plus(a: &Q, b: &Q) -> Option<Q> {
    let (Q::Liten(a, b), Q::Liten(c, d)) = (a, b) else { return None };
    let delare = gemensam(*b, *d);
    let over = a.checked_mul(d / delare)?.checked_add(c.checked_mul(b / delare)?)?;
    Some(Q::ny(over, b.checked_mul(d / delare)?))
}

fn ganger(a: &Q, b: &Q) -> Option<Q> {
    let (Q::Liten(a, b), Q::Liten(c, d)) = (a, b) else { return None };
    // Shorten crosswise first, so that less overflows.
    let (ad, cb) = (gemensam(*a, *d).max(1), gemensam(*c, *b).max(1));
    let over = (a / ad).checked_mul(c / cb)?;
    Some(Q::ny(over, (b / cb).checked_mul(d / ad)?))
}

macro_rules! med_referenser {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait<Q> for Q { type Output = Q; fn $method(self, b: Q) -> Q { (&self).$method(&b) } }
        impl $trait<&Q> for Q { type Output = Q; fn $method(self, b: &Q) -> Q { (&self).$method(b) } }
        impl $trait<Q> for &Q { type Output = Q; fn $method(self, b: Q) -> Q { self.$method(&b) } }
    )*};
}
med_referenser!(Add add, Sub sub, Mul mul, Div div);

impl Add<&Q> for &Q {
    type Output = Q;
    fn add(self, b: &Q) -> Q {
        plus(self, b).unwrap_or_else(|| Q::minst(self.stor() + b.stor()))
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
        ganger(self, b).unwrap_or_else(|| Q::minst(self.stor() * b.stor()))
    }
}

impl Div<&Q> for &Q {
    type Output = Q;
    fn div(self, b: &Q) -> Q {
        match b {
            Q::Liten(over, under) => self.mul(Q::ny(*under, *over)),
            Q::Stor(tal) => self.mul(Q::minst(tal.recip())),
        }
    }
}

impl Neg for &Q {
    type Output = Q;
    fn neg(self) -> Q {
        match self {
            Q::Liten(over, under) => Q::Liten(-over, *under),
            Q::Stor(tal) => Q::Stor(-tal),
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
        if let (Self::Liten(a, b), Self::Liten(c, d)) = (self, other)
            && let (Some(ad), Some(cb)) = (a.checked_mul(*d), c.checked_mul(*b))
        {
            return ad.cmp(&cb);
        }
        self.stor().cmp(&other.stor())
    }
}
