//! The change of an expression, shared; and how the shares of sums, quotients and the like are made of those of their parts.

use std::collections::BTreeMap;

use super::Cause;
use crate::comparison::pairs::PairId;
use crate::quantity::Exact;

/// The change of an expression, shared.
#[derive(Clone, Debug)]
pub(in crate::comparison) struct Share {
    pub(in crate::comparison) old: Exact,
    pub(in crate::comparison) new: Exact,
    /// How much of the change comes of each unit that a figure has changed by.
    pub(in crate::comparison) of: BTreeMap<PairId, Exact>,
    /// How much comes of something else.
    pub(in crate::comparison) causes: BTreeMap<Cause, Exact>,
}

impl Share {
    pub(super) fn new(old: Exact, new: Exact) -> Self {
        Self { old, new, of: BTreeMap::new(), causes: BTreeMap::new() }
    }

    /// All of a change as one cause's.
    pub(in crate::comparison) fn whole(old: Exact, new: Exact, cause: Cause) -> Self {
        let change = &new - &old;
        let mut share = Self::new(old, new);
        share.add_cause(cause, &change);
        share
    }

    pub(super) fn change(&self) -> Exact {
        &self.new - &self.old
    }

    pub(super) fn mean(&self) -> Exact {
        &(&self.old + &self.new) / &Exact::from(2)
    }

    pub(super) fn add_cause(&mut self, cause: Cause, amount: &Exact) {
        if !amount.is_zero() {
            let own = self.causes.entry(cause).or_insert_with(Exact::zero);
            *own = &*own + amount;
        }
    }

    /// Adds what another change comes of, so many times.
    pub(super) fn add(&mut self, other: &Self, times: &Exact) {
        for (pair, each) in &other.of {
            let own = self.of.entry(*pair).or_insert_with(Exact::zero);
            *own = &*own + &(each * times);
        }
        for (cause, amount) in &other.causes {
            self.add_cause(*cause, &(amount * times));
        }
    }

    /// The change from one value to another, shared as these are, each so many times.
    pub(super) fn of_parts(old: Exact, new: Exact, parts: &[(&Self, Exact)]) -> Self {
        let mut share = Self::new(old, new);
        for (part, times) in parts {
            share.add(part, times);
        }
        share
    }
}

pub(super) fn total(shares: &[Share]) -> Share {
    let sum = |of: &dyn Fn(&Share) -> Exact| shares.iter().map(of).sum();
    let (old, new) = (sum(&|share| share.old.clone()), sum(&|share| share.new.clone()));
    let parts: Vec<_> = shares.iter().map(|share| (share, Exact::from(1))).collect();
    Share::of_parts(old, new, &parts)
}

pub(super) fn difference(left: &Share, right: &Share) -> Share {
    let (old, new) = (&left.old - &right.old, &left.new - &right.new);
    Share::of_parts(old, new, &[(left, Exact::from(1)), (right, Exact::from(-1))])
}

/// The mean of both orders: the dividend's change by the mean of what one divided by the divisor is, and the change of
/// that by the mean of the dividend.
pub(super) fn quotient(over: &Share, under: &Share) -> Option<Share> {
    let product = &under.old * &under.new;
    (!product.is_zero()).then_some(())?;
    let each = &under.mean() / &product;
    let turned = -(&over.mean() / &product);
    let (old, new) = (&over.old / &under.old, &over.new / &under.new);
    Some(Share::of_parts(old, new, &[(over, each), (under, turned)]))
}

pub(super) fn extreme_of_two(one: &Share, other: &Share, least: bool) -> Share {
    let of = |a: &Exact, b: &Exact| if least { a.min(b).clone() } else { a.max(b).clone() };
    let half = Exact::fraction(1, 2);
    let times = |own: &Share, beside: &Share| {
        let change = own.change();
        let at = |beside: &Exact| &of(&own.new, beside) - &of(&own.old, beside);
        let both = &at(&beside.old) + &at(&beside.new);
        if !change.is_zero() {
            return &(&both * &half) / &change;
        }
        // What does not change gives what it would if it did: all where it is the one, half where both are.
        let is_it = |beside: &Exact| match (own.old == *beside, of(&own.old, beside) == own.old) {
            (true, _) => half.clone(),
            (false, true) => Exact::from(1),
            (false, false) => Exact::zero(),
        };
        &(&is_it(&beside.old) + &is_it(&beside.new)) * &half
    };
    let (old, new) = (of(&one.old, &other.old), of(&one.new, &other.new));
    let parts = [(one, times(one, other)), (other, times(other, one))];
    Share::of_parts(old, new, &parts)
}
