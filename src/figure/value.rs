//! What an expression comes to, exactly, given where the values of other figures are found.

use std::borrow::Cow;

use super::function::Function;
use super::op::{CallId, Comparison, FigureId, Op, Relation};
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Exact, Value};

/// Where the values of figures and calls are found.
pub(super) trait Known {
    /// The value of a figure.
    fn figure(&self, id: FigureId) -> &Value;
    /// The results of a call.
    fn results(&self, id: CallId) -> &[Value];
}

/// The value of an expression.
pub(super) fn value(op: &Op, known: &dyn Known) -> Value {
    match op {
        Op::Figure(id) => known.figure(*id).clone(),
        Op::Result(call, place) => result(known, *call, *place).clone(),
        other => Value::Exact(number(other, known).into_owned()),
    }
}

/// The results of a function.
pub(super) fn call(function: &Function, arguments: &[Vec<Op>], known: &dyn Known) -> Vec<Value> {
    let list = |argument: &Vec<Op>| argument.iter().map(|op| value(op, known)).collect();
    (function.compute)(&arguments.iter().map(list).collect::<Vec<_>>())
}

fn result(known: &dyn Known, call: CallId, place: usize) -> &Value {
    let results = known.results(call);
    results.get(place).unwrap_or_else(|| panic!("{call:?} lost result {place}"))
}

fn as_number(value: &Value) -> Cow<'_, Exact> {
    match value {
        Value::Exact(number) => Cow::Borrowed(number),
        Value::Integer(number) => Cow::Owned(Exact::from(*number)),
        Value::Datum(date) => panic!("{date} is no number"),
    }
}

fn number<'a>(op: &Op, known: &'a dyn Known) -> Cow<'a, Exact> {
    let of = |op: &Op| number(op, known);
    let owned = match op {
        Op::Figure(id) => return as_number(known.figure(*id)),
        Op::Result(call, place) => return as_number(result(known, *call, *place)),
        Op::Choice(choice) => {
            return of(if holds(&choice.when, known) { &choice.then } else { &choice.otherwise });
        }
        Op::Number(number) => Exact::from(*number),
        Op::Plus(left, right) => &*of(left) + &*of(right),
        Op::Minus(left, right) => &*of(left) - &*of(right),
        Op::Times(left, right) => &*of(left) * &*of(right),
        Op::Divided(left, right) => &*of(left) / &*of(right),
        Op::Negated(op) => -of(op).into_owned(),
        Op::Sum(parts) => parts.iter().fold(Exact::zero(), |sum, part| &sum + &*of(part)),
        Op::Least(parts) => return some(parts.iter().map(of).min()),
        Op::Greatest(parts) => return some(parts.iter().map(of).max()),
        Op::Rounded(Avrundning::HalfUp, op) => of(op).nearest(),
        Op::Rounded(Avrundning::Down, op) => of(op).floor(),
    };
    Cow::Owned(owned)
}

fn some<T>(found: Option<T>) -> T {
    found.unwrap_or_else(|| panic!("nothing to choose the least or greatest of"))
}

fn holds(comparison: &Comparison, known: &dyn Known) -> bool {
    let order = number(&comparison.left, known).cmp(&number(&comparison.right, known));
    match comparison.relation {
        Relation::Equal => order.is_eq(),
        Relation::Below => order.is_lt(),
        Relation::Above => order.is_gt(),
        Relation::AtLeast => order.is_ge(),
    }
}
