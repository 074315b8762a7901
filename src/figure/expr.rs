//! Expressions: what a rule does with the figures it is given, as data. [`Expr`] has the unit of its
//! result and the algebra of [`crate::quantity`]: what does not compile for quantities does not compile
//! for expressions. [`Op`] is the same without types, which everything that reads a rule reads.
//!
//! ```compile_fail
//! use statsbidrag::figure::{Expr, Figure};
//! use statsbidrag::quantity::{Invanare, Kronor};
//! fn nonsense(amount: &Figure<Kronor>, people: &Figure<Invanare>) -> Expr<Kronor> { amount * people }
//! ```
//! ```compile_fail
//! use statsbidrag::figure::{Expr, Figure};
//! use statsbidrag::quantity::{HelaKronor, Kronor};
//! fn unrounded_is_not_payable(a: &Figure<Kronor>, b: &Figure<Kronor>) -> Expr<HelaKronor> { a + b }
//! ```
//! ```compile_fail
//! use statsbidrag::figure::{Expr, Figure};
//! use statsbidrag::quantity::{Andel, Kronor};
//! fn kronor_are_no_share(a: &Figure<Kronor>, b: &Figure<Andel>) -> Expr<Kronor> { a + b }
//! ```
//! ```
//! use statsbidrag::figure::{Expr, Figure};
//! use statsbidrag::quantity::{Invanare, Kronor, KronorPerInvanare};
//! fn sense(a: &Figure<Kronor>, b: &Figure<Invanare>) -> Expr<KronorPerInvanare> { a / b }
//! ```

use std::iter::Sum;
use std::marker::PhantomData;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::op::{CallId, Choice, Comparison, FigureId, Op, Relation};
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Andel, Antal, HelaKronor, Invanare, Kronor, Quantity, Vikt};
use crate::region::Region;

/// A value together with its place in the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// The node.
    pub id: FigureId,
}

/// An expression whose result is of a quantity.
#[derive(Clone, Debug)]
pub struct Expr<T> {
    op: Op,
    quantity: PhantomData<fn() -> T>,
}

/// What an expression can be made of: a figure, or another expression.
pub trait Operand {
    /// The quantity it is of.
    type Of: Quantity;
    /// The operation, without its type.
    fn op(self) -> Op;
}

impl<T: Quantity> Operand for Expr<T> {
    type Of = T;
    fn op(self) -> Op {
        self.op
    }
}

impl<T: Quantity> Operand for &Expr<T> {
    type Of = T;
    fn op(self) -> Op {
        self.op.clone()
    }
}

impl<T: Quantity> Operand for &Figure<T> {
    type Of = T;
    fn op(self) -> Op {
        Op::Figure(self.id)
    }
}

impl<T> Expr<T> {
    pub(super) fn new(op: Op) -> Self {
        Self { op, quantity: PhantomData }
    }

    fn binary(make: fn(Box<Op>, Box<Op>) -> Op, left: Op, right: Op) -> Self {
        Self::new(make(Box::new(left), Box::new(right)))
    }
}

impl<T: Quantity> Figure<T> {
    /// The figure as an expression of itself.
    #[must_use]
    pub fn expr(&self) -> Expr<T> {
        Expr::new(self.op())
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident $op:ident),*) => {$(
        impl<L, R> $trait<R> for Expr<L>
        where
            L: Quantity + $trait<R::Of>,
            R: Operand,
            <L as $trait<R::Of>>::Output: Quantity,
        {
            type Output = Expr<<L as $trait<R::Of>>::Output>;
            fn $method(self, right: R) -> Self::Output {
                Expr::binary(Op::$op, self.op(), right.op())
            }
        }
        impl<L, R> $trait<R> for &Figure<L>
        where
            L: Quantity + $trait<R::Of>,
            R: Operand,
            <L as $trait<R::Of>>::Output: Quantity,
        {
            type Output = Expr<<L as $trait<R::Of>>::Output>;
            fn $method(self, right: R) -> Self::Output {
                Expr::binary(Op::$op, self.op(), right.op())
            }
        }
    )*};
}
operators!(Add add Plus, Sub sub Minus, Mul mul Times, Div div Divided);

impl<T: Quantity + Neg<Output = T>> Neg for Expr<T> {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(Op::Negated(Box::new(self.op)))
    }
}

impl<T: Quantity + Neg<Output = T>> Neg for &Figure<T> {
    type Output = Expr<T>;
    fn neg(self) -> Expr<T> {
        -self.expr()
    }
}

impl Figure<HelaKronor> {
    /// The same amount as unrounded kronor, to compute with.
    #[must_use]
    pub fn exact(&self) -> Expr<Kronor> {
        Expr::new(self.op())
    }
}

impl Expr<HelaKronor> {
    /// The same amount as unrounded kronor, to compute with.
    #[must_use]
    pub fn exact(self) -> Expr<Kronor> {
        Expr::new(self.op)
    }
}

impl Figure<Invanare> {
    /// The population as a weight, to share out by.
    #[must_use]
    pub fn weight(&self) -> Expr<Vikt> {
        Expr::new(self.op())
    }
}

impl Figure<Vikt> {
    /// The number as kronor, where that is what it is of.
    #[must_use]
    pub fn kronor(&self) -> Expr<Kronor> {
        Expr::new(self.op())
    }
}

/// What becomes whole by rounding.
pub trait Rounds: Quantity {
    /// What it becomes.
    type Whole: Quantity;
}

impl Rounds for Kronor {
    type Whole = HelaKronor;
}

impl Rounds for Andel {
    type Whole = Antal;
}

/// The nearest whole number, halves away from zero: [`Avrundning::HalfUp`].
pub fn round<O: Operand<Of: Rounds>>(value: O) -> Expr<<O::Of as Rounds>::Whole> {
    round_by(Avrundning::HalfUp, value)
}

/// A whole number by a named policy.
pub fn round_by<O: Operand<Of: Rounds>>(
    policy: Avrundning,
    value: O,
) -> Expr<<O::Of as Rounds>::Whole> {
    Expr::new(Op::Rounded(policy, Box::new(value.op())))
}

/// A count that the rule itself states.
#[must_use]
pub fn count(number: i64) -> Expr<Antal> {
    Expr::new(Op::Number(number))
}

/// Nothing of a quantity.
#[must_use]
pub fn zero<T: Quantity>() -> Expr<T> {
    Expr::new(Op::Number(0))
}

/// The sum; zero if there is nothing to add.
pub fn sum<O: Operand<Of: Sum>>(parts: impl IntoIterator<Item = O>) -> Expr<O::Of> {
    Expr::new(Op::Sum(list(parts)))
}

/// The sum over the regions, in their order.
pub fn total<O: Operand<Of: Sum>>(part: impl FnMut(Region) -> O) -> Expr<O::Of> {
    sum(Region::all().map(part))
}

/// The least of some values, at least one.
pub fn least<O: Operand<Of: Ord>>(values: impl IntoIterator<Item = O>) -> Expr<O::Of> {
    Expr::new(Op::Least(list(values)))
}

/// The greatest of some values, at least one.
pub fn greatest<O: Operand<Of: Ord>>(values: impl IntoIterator<Item = O>) -> Expr<O::Of> {
    Expr::new(Op::Greatest(list(values)))
}

/// The results of a call, as expressions.
#[derive(Clone, Debug)]
pub struct Results<T> {
    call: CallId,
    len: usize,
    quantity: PhantomData<fn() -> T>,
}

impl<T: Quantity> Results<T> {
    pub(super) fn new(call: CallId, len: usize) -> Self {
        Self { call, len, quantity: PhantomData }
    }

    /// The result in a place, from 0.
    ///
    /// # Panics
    /// If there are not so many: a bug.
    #[must_use]
    pub fn at(&self, place: usize) -> Expr<T> {
        assert!(place < self.len, "a call has {} results, and no result {place}", self.len);
        Expr::new(Op::Result(self.call, place))
    }
}

/// The operations of some operands: an argument of a named function.
pub fn list<O: Operand>(operands: impl IntoIterator<Item = O>) -> Vec<Op> {
    operands.into_iter().map(Operand::op).collect()
}

/// The operation of one operand: an argument of a named function.
pub fn one(operand: impl Operand) -> Vec<Op> {
    vec![operand.op()]
}

impl Comparison {
    fn new<L: Operand, R: Operand<Of = L::Of>>(relation: Relation, left: L, right: R) -> Self {
        Self { relation, left: left.op(), right: right.op() }
    }

    /// Whether the first is equal to the second.
    pub fn equal<L: Operand, R: Operand<Of = L::Of>>(left: L, right: R) -> Self {
        Self::new(Relation::Equal, left, right)
    }

    /// Whether the first is less than the second.
    pub fn below<L: Operand, R: Operand<Of = L::Of>>(left: L, right: R) -> Self {
        Self::new(Relation::Below, left, right)
    }

    /// Whether the first is greater than the second.
    pub fn above<L: Operand, R: Operand<Of = L::Of>>(left: L, right: R) -> Self {
        Self::new(Relation::Above, left, right)
    }

    /// Whether the first is not less than the second.
    pub fn at_least<L: Operand, R: Operand<Of = L::Of>>(left: L, right: R) -> Self {
        Self::new(Relation::AtLeast, left, right)
    }
}

/// One of two values, by a comparison.
pub fn choose<A: Operand, B: Operand<Of = A::Of>>(
    when: Comparison,
    then: A,
    otherwise: B,
) -> Expr<A::Of> {
    let choice = Choice { when, then: then.op(), otherwise: otherwise.op() };
    Expr::new(Op::Choice(Box::new(choice)))
}

/// How many of some comparisons hold.
pub fn count_where(comparisons: impl IntoIterator<Item = Comparison>) -> Expr<Antal> {
    sum(comparisons.into_iter().map(|when| choose(when, count(1), count(0))))
}
