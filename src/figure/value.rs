//! What an expression comes to, exactly, given where the values of other figures are found; nothing where it comes to
//! nothing: a division by zero, a number that is not known, parts that are not of the pot they are to share.

use std::borrow::Cow;

use super::function::Function;
use super::op::{CallId, Comparison, FigureId, Op, Relation};
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Exact, Value};

/// Where the values of figures and calls are found.
pub(crate) trait Known {
    /// The value of a figure; none if it has none.
    fn figure(&self, id: FigureId) -> Option<&Value>;
    /// The results of a call; none if it has none.
    fn results(&self, id: CallId) -> Option<&[Value]>;
}

/// The value of an expression; none if it has none.
pub(crate) fn value(op: &Op, known: &dyn Known) -> Option<Value> {
    match op {
        Op::Figure(id) => known.figure(*id).cloned(),
        Op::Result(call, place) => known.results(*call)?.get(*place).cloned(),
        other => Some(Value::Exact(number(other, known)?.into_owned())),
    }
}

/// The results of a function; none if it has none for these arguments.
pub(crate) fn call(
    function: &Function,
    arguments: &[Vec<Op>],
    known: &dyn Known,
) -> Option<Vec<Value>> {
    let list =
        |argument: &Vec<Op>| argument.iter().map(|op| value(op, known)).collect::<Option<_>>();
    (function.compute)(&arguments.iter().map(list).collect::<Option<Vec<_>>>()?)
}

fn as_number(value: &Value) -> Option<Cow<'_, Exact>> {
    match value {
        Value::Exact(number) => Some(Cow::Borrowed(number)),
        Value::Integer(number) => Some(Cow::Owned(Exact::from(*number))),
        Value::Datum(_) => None,
    }
}

fn number<'a>(op: &Op, known: &'a dyn Known) -> Option<Cow<'a, Exact>> {
    let of = |op: &Op| number(op, known);
    let all = |parts: &[Op]| parts.iter().map(of).collect::<Option<Vec<_>>>();
    let owned = match op {
        Op::Figure(id) => return as_number(known.figure(*id)?),
        Op::Result(call, place) => return as_number(known.results(*call)?.get(*place)?),
        Op::Choice(choice) => {
            let holds = holds(&choice.when, known)?;
            return of(if holds { &choice.then } else { &choice.otherwise });
        }
        Op::Number(number) => Exact::from(*number),
        Op::Plus(left, right) => &*of(left)? + &*of(right)?,
        Op::Minus(left, right) => &*of(left)? - &*of(right)?,
        Op::Times(left, right) => &*of(left)? * &*of(right)?,
        Op::Divided(left, right) => {
            let right = of(right)?;
            (!right.is_zero()).then_some(())?;
            &*of(left)? / &*right
        }
        Op::Negated(op) => -of(op)?.into_owned(),
        Op::Sum(parts) => {
            parts.iter().try_fold(Exact::zero(), |sum, part| Some(&sum + &*of(part)?))?
        }
        Op::Least(parts) => return all(parts)?.into_iter().min(),
        Op::Greatest(parts) => return all(parts)?.into_iter().max(),
        Op::Rounded(Avrundning::HalfUp, op) => of(op)?.nearest(),
        Op::Rounded(Avrundning::Down, op) => of(op)?.floor(),
    };
    Some(Cow::Owned(owned))
}

/// Whether one value lies to another as it should; none if either has no value.
pub(crate) fn holds(comparison: &Comparison, known: &dyn Known) -> Option<bool> {
    let order = number(&comparison.left, known)?.cmp(&number(&comparison.right, known)?);
    Some(match comparison.relation {
        Relation::Equal => order.is_eq(),
        Relation::Below => order.is_lt(),
        Relation::Above => order.is_gt(),
        Relation::AtLeast => order.is_ge(),
    })
}
