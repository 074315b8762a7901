//! From exact parts to whole kronor: who gets the last krona is a named policy.

use crate::figure::{Expr, Figure, Function, Operand, Trace, list, numbers, one, only, round};
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Antal, Exact, HelaKronor, Kronor, Quantity, Value};

/// Who gets, or gives up, the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residual {
    /// Nobody: each part is rounded by itself (`half_up`) and the residual is stated.
    HalfUp,
    /// Each part is rounded down; the kronor left go one each to the largest fractions. Equal
    /// fractions are served in the parts' order (that of länskod). Also called Hamilton's method.
    LargestRemainder,
    /// Each part is rounded by itself; the largest part takes the residual. Of equal parts the first.
    HalfUpResidualToLargest,
    /// Each part is rounded by itself; the part in this place (from 0) takes the residual, because
    /// the decision says so.
    Explicit(usize),
}

impl Residual {
    /// The words for the policies in workbooks.
    pub const OPTIONS: [&'static str; 4] =
        ["half_up", "largest_remainder", "half_up_residual_to_largest", "explicit"];

    /// The policy a word stands for; `explicit` needs the place that takes the residual.
    #[must_use]
    pub fn find(word: &str, place: Option<usize>) -> Option<Self> {
        match word {
            "half_up" => Some(Self::HalfUp),
            "largest_remainder" => Some(Self::LargestRemainder),
            "half_up_residual_to_largest" => Some(Self::HalfUpResidualToLargest),
            "explicit" => place.map(Self::Explicit),
            _ => None,
        }
    }
}

impl Residual {
    /// The most kronor by which [`whole_kronor`] can part a whole amount from its exact one, for each of
    /// the exact parts: one where it is only rounded, two where a second round is possible, and all that
    /// the parts together may miss the pot by where one takes the residual.
    #[must_use]
    pub fn highest_from(self, parts: &[Kronor]) -> Vec<i64> {
        let (usually, taker) = match self {
            Self::HalfUp => (1, None),
            Self::LargestRemainder => (2, None),
            Self::HalfUpResidualToLargest => (1, Some(largest(parts))),
            Self::Explicit(place) => (1, Some(place)),
        };
        let count = i64::try_from(parts.len()).unwrap_or(i64::MAX);
        let highest = |place| if Some(place) == taker { count.saturating_mul(2) } else { usually };
        (0..parts.len()).map(highest).collect()
    }
}

/// Whole kronor, and what they miss the pot by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeShares {
    /// One amount for each part.
    pub amount: Vec<HelaKronor>,
    /// The pot less the sum of the amounts: zero for every policy but [`Residual::HalfUp`].
    pub residual: HelaKronor,
}

/// The exact parts are too far from the pot for rounding to explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imbalance {
    /// The sum of the exact parts.
    pub parts: Kronor,
    /// What they should sum to.
    pub pot: HelaKronor,
}

/// Whole kronor from exact parts, by a policy.
///
/// # Errors
/// [`Imbalance`] if the parts miss the pot by more than a krona each: that is no residual.
///
/// # Panics
/// If an explicit place is beyond the parts.
pub fn whole_kronor(
    parts: &[Kronor],
    pot: HelaKronor,
    residual: Residual,
) -> Result<WholeShares, Imbalance> {
    let sum: Kronor = parts.iter().cloned().sum();
    let distance = (sum.clone() - pot.exact()).exact().amount();
    let count = i64::try_from(parts.len()).unwrap_or(i64::MAX);
    if distance > Exact::from(count) {
        return Err(Imbalance { parts: sum, pot });
    }
    let mut amount: Vec<_> = parts.iter().map(|part| part.round_by(Avrundning::HalfUp)).collect();
    match residual {
        Residual::HalfUp => {}
        Residual::LargestRemainder => amount = largest_remainder(parts, pot),
        Residual::HalfUpResidualToLargest => take_the_rest(&mut amount, pot, largest(parts)),
        Residual::Explicit(place) => take_the_rest(&mut amount, pot, place),
    }
    let residual = pot - amount.iter().copied().sum();
    Ok(WholeShares { amount, residual })
}

/// The place of the largest part, the first of equals.
fn largest(parts: &[Kronor]) -> usize {
    let places = parts.iter().enumerate().rev();
    places.max_by_key(|(_, part)| *part).map_or(0, |(place, _)| place)
}

fn take_the_rest(amount: &mut [HelaKronor], pot: HelaKronor, place: usize) {
    let rest = pot - amount.iter().copied().sum();
    let count = amount.len();
    let mottagare = amount
        .get_mut(place)
        .unwrap_or_else(|| panic!("part {place} of {count} cannot take the residual"));
    *mottagare = *mottagare + rest;
}

/// Rounds down, then up again by one krona for the largest fractions until the pot is used.
fn largest_remainder(parts: &[Kronor], pot: HelaKronor) -> Vec<HelaKronor> {
    let down = |part: &Kronor| Kronor::new(part.exact().floor());
    let mut amount: Vec<_> =
        parts.iter().map(|part| down(part).round_by(Avrundning::HalfUp)).collect();
    let left = (pot - amount.iter().copied().sum()).integer();
    let mut turn: Vec<_> = parts.iter().map(|part| part.clone() - down(part)).enumerate().collect();
    // Stable: equal fractions stay in the parts' order.
    turn.sort_by(|(_, a), (_, b)| b.cmp(a));
    // The parts may miss the pot by up to a krona each, so a second round, or one krona back from
    // the smallest fractions, is possible; normally `kvar` is below the number of parts.
    let one = HelaKronor::from_integer(left.signum());
    let order: Vec<_> = if left < 0 { turn.iter().rev().collect() } else { turn.iter().collect() };
    let count = usize::try_from(left.unsigned_abs()).unwrap_or(usize::MAX);
    for (place, _) in order.into_iter().cycle().take(count) {
        if let Some(mottagare) = amount.get_mut(*place) {
            *mottagare = *mottagare + one;
        }
    }
    amount
}

/// `största_rest(delar; pott)`: [`Residual::LargestRemainder`] as a named function. A pot below zero is shared
/// out as its opposite would be, and the signs are turned back: who takes the residual does not depend on
/// which way the money goes.
pub static LARGEST_REMAINDER: Function = Function {
    name: "största_rest",
    compute: |arguments| match arguments {
        [parts, pot] => shared(parts, pot, Residual::LargestRemainder),
        _ => None,
    },
};

/// `rest_till_störst(delar; pott)`: [`Residual::HalfUpResidualToLargest`] as a named function; signs as in
/// [`LARGEST_REMAINDER`].
pub static RESIDUAL_TO_LARGEST: Function = Function {
    name: "rest_till_störst",
    compute: |arguments| match arguments {
        [parts, pot] => shared(parts, pot, Residual::HalfUpResidualToLargest),
        _ => None,
    },
};

/// `rest_till(delar; pott; plats)`: [`Residual::Explicit`] as a named function, the place from 0; signs as in
/// [`LARGEST_REMAINDER`].
pub static RESIDUAL_TO: Function = Function {
    name: "rest_till",
    compute: |arguments| match arguments {
        [parts, pot, place] => {
            let place = usize::try_from(only(place)?.integer()?).ok()?;
            (place < parts.len()).then(|| shared(parts, pot, Residual::Explicit(place)))?
        }
        _ => None,
    },
};

/// Whole kronor by a policy; none if the parts are not of the pot.
fn shared(parts: &[Value], pot: &[Value], policy: Residual) -> Option<Vec<Value>> {
    let pot = only(pot)?;
    let turned = pot.is_negative();
    let turn = |number: Exact| if turned { -number } else { number };
    let parts = numbers(parts)?.into_iter().map(|part| Kronor::new(turn(part)));
    let parts: Vec<_> = parts.collect();
    let pot = Kronor::new(turn(pot)).round_by(Avrundning::HalfUp);
    let amounts = whole_kronor(&parts, pot, policy).ok()?.amount.into_iter();
    Some(amounts.map(|amount| if turned { -amount } else { amount }.to_value()).collect())
}

/// Whole kronor from exact parts of a pot, by a policy, as expressions; `taker` is the place, from 0, of the
/// part that takes the residual where the policy is [`Residual::Explicit`].
///
/// # Panics
/// If the parts miss the pot by more than a krona each, or the policy names a part and `taker` does not:
/// bugs, since the checks refuse both.
pub fn share<O: Operand<Of = Kronor>>(
    trace: &mut Trace,
    parts: impl IntoIterator<Item = O>,
    pot: impl Operand<Of = HelaKronor>,
    policy: Residual,
    taker: Option<&Figure<Antal>>,
) -> Vec<Expr<HelaKronor>> {
    let (function, arguments) = match policy {
        Residual::HalfUp => return parts.into_iter().map(round).collect(),
        Residual::LargestRemainder => (&LARGEST_REMAINDER, vec![list(parts), one(pot)]),
        Residual::HalfUpResidualToLargest => (&RESIDUAL_TO_LARGEST, vec![list(parts), one(pot)]),
        Residual::Explicit(_) => {
            let taker = taker.unwrap_or_else(|| panic!("the reader requires a part to name"));
            (&RESIDUAL_TO, vec![list(parts), one(pot), one(taker)])
        }
    };
    let places = arguments.first().map_or(0, Vec::len);
    let amounts = trace.call(function, arguments);
    (0..places).map(|place| amounts.at(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(parts: &[(i64, i64)]) -> Vec<Kronor> {
        parts.iter().map(|(a, b)| Kronor::new(Exact::fraction(*a, *b))).collect()
    }

    fn number(whole_parts: &WholeShares) -> Vec<i64> {
        whole_parts.amount.iter().map(|amount| amount.integer()).collect()
    }

    #[test]
    fn three_equal_parts_of_a_hundred_by_each_policy() {
        let thirds = parts(&[(100, 3), (100, 3), (100, 3)]);
        let pot = HelaKronor::from_integer(100);
        for (policy, want, rest) in [
            (Residual::HalfUp, [33, 33, 33], 1),
            (Residual::LargestRemainder, [34, 33, 33], 0),
            (Residual::HalfUpResidualToLargest, [34, 33, 33], 0),
            (Residual::Explicit(2), [33, 33, 34], 0),
        ] {
            let whole_parts = whole_kronor(&thirds, pot, policy).expect("in balance");
            assert_eq!(number(&whole_parts), want, "{policy:?}");
            assert_eq!(whole_parts.residual.integer(), rest, "{policy:?}");
        }
    }

    #[test]
    fn the_largest_remainders_come_first_and_ties_go_by_order() {
        let parts = parts(&[(5, 2), (13, 4), (5, 2), (7, 4)]);
        let whole_parts =
            whole_kronor(&parts, HelaKronor::from_integer(10), Residual::LargestRemainder)
                .expect("in balance");
        assert_eq!(number(&whole_parts), [3, 3, 2, 2]);
    }

    #[test]
    fn money_to_take_back_is_shared_the_same_way() {
        let parts = parts(&[(-100, 3), (-100, 3), (-100, 3)]);
        let whole_parts =
            whole_kronor(&parts, HelaKronor::from_integer(-100), Residual::LargestRemainder)
                .expect("in balance");
        assert_eq!(number(&whole_parts), [-33, -33, -34]);
    }

    #[test]
    fn what_is_no_residual_is_refused() {
        let parts = parts(&[(10, 1), (10, 1)]);
        let pot = HelaKronor::from_integer(23);
        let imbalance = whole_kronor(&parts, pot, Residual::LargestRemainder);
        assert_eq!(imbalance, Err(Imbalance { parts: Kronor::new(Exact::from(20)), pot }));
    }
}
