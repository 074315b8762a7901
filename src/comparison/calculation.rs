//! A calculation as it left the program, read back from its `trace.json`: every figure with its value and the
//! expression or the cell it came of. Every figure is computed again while it is read, so that what does not follow
//! from the cells is found.

use std::collections::BTreeMap;

use super::messages as say;
use crate::figure::{self, CallId, Choice, Comparison, FigureId, Function, Known, Op, Relation};
use crate::problem::Message;
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Decimal, Exact, Value};
use crate::report::expression::{Anrop, Uttryck};
use crate::report::number::Varde;
use crate::report::trace_file::{Cell, Spar, Sparad, VERSION};

/// No amount of kronor is larger: a thousand million million. Sums of those of all recipients are numbers still.
pub(super) const LIMIT: i64 = 1_000_000_000_000_000;

/// A calculation.
#[derive(Debug)]
pub struct Calculation {
    /// The figures, each after those it was derived from.
    pub(super) nodes: Vec<Node>,
    calls: Vec<Call>,
    names: BTreeMap<String, FigureId>,
    /// What the rules say, by id.
    pub(super) rules: BTreeMap<String, String>,
}

/// A figure.
#[derive(Debug)]
pub(super) struct Node {
    /// Its public name.
    pub(super) id: String,
    /// What formulas call it.
    pub(super) label: String,
    /// Its unit.
    pub(super) unit: String,
    /// Its value.
    pub(super) value: Value,
    /// How sure it is.
    pub(super) status: String,
    /// How it came about.
    pub(super) origin: Origin,
}

/// How a figure came about.
#[derive(Debug)]
pub(super) enum Origin {
    /// It stands in a cell.
    Cell(Cell),
    /// A rule found it.
    Rule {
        /// The rule's id.
        rule: String,
        /// What it does.
        op: Op,
    },
}

/// A function as it was applied.
#[derive(Debug)]
pub(super) struct Call {
    /// What the function is called.
    pub(super) name: String,
    /// The function, if this program knows it.
    pub(super) function: Option<&'static Function>,
    /// Its arguments, each a list.
    pub(super) arguments: Vec<Vec<Op>>,
    results: Option<Vec<Value>>,
}

impl Calculation {
    /// Reads a `trace.json`; `functions` are those that its expressions may call.
    ///
    /// # Errors
    /// If it is none, is of another version, or a figure does not follow from those it is said to come of.
    pub fn read(bytes: &[u8], functions: &[&'static Function]) -> Result<Self, Message> {
        let trace: Spar = serde_json::from_slice(bytes).map_err(|_| say::no_trace())?;
        if trace.version != VERSION {
            return Err(say::another_trace(&trace.version, &VERSION));
        }
        let names = trace.siffror.iter().enumerate();
        let names = names.map(|(place, one)| (one.id.clone(), FigureId(place))).collect();
        let rules = trace.regler.into_iter().map(|rule| (rule.id, rule.text)).collect();
        let mut read = Self { nodes: Vec::new(), calls: Vec::new(), names, rules };
        for call in &trace.anrop {
            let call = read.call(call, functions).ok_or_else(say::no_trace)?;
            read.calls.push(call);
        }
        for one in trace.siffror {
            let node = read.node(one).ok_or_else(say::no_trace)?;
            if matches!(node.value, Value::Integer(number) if number.unsigned_abs() > LIMIT.unsigned_abs())
            {
                return Err(say::beyond_bounds(&node.id, &LIMIT));
            }
            read.compute_calls(&node.origin);
            if let Origin::Rule { op, .. } = &node.origin {
                let found = figure::value(op, &read);
                let is_known = read.knows_functions(op);
                if is_known && found.is_none_or(|found| !same(&found, &node.value)) {
                    return Err(say::does_not_follow(&node.id));
                }
            }
            read.nodes.push(node);
        }
        Ok(read)
    }

    fn call(&self, call: &Anrop, functions: &[&'static Function]) -> Option<Call> {
        let list = |list: &Vec<Uttryck>| list.iter().map(|one| self.op(one)).collect();
        Some(Call {
            name: call.funktion.clone(),
            function: functions.iter().find(|own| own.name == call.funktion).copied(),
            arguments: call.av.iter().map(list).collect::<Option<_>>()?,
            results: None,
        })
    }

    fn node(&self, one: Sparad) -> Option<Node> {
        let value = value(&one)?;
        let origin = match (one.cell, &one.uttryck, one.regel) {
            (Some(cell), None, None) => Origin::Cell(cell),
            (None, Some(expression), Some(rule)) => Origin::Rule { rule, op: self.op(expression)? },
            _ => return None,
        };
        let Sparad { id, benamning: label, enhet: unit, status, .. } = one;
        Some(Node { id, label, unit, value, status, origin })
    }

    /// The results of the calls that an expression takes any of: all that they need has been read by now.
    fn compute_calls(&mut self, origin: &Origin) {
        let Origin::Rule { op, .. } = origin else { return };
        let mut calls = Vec::new();
        visit(op, &mut |op| {
            if let Op::Result(id, _) = op {
                calls.push(*id);
            }
        });
        for id in calls {
            let Some(call) = self.calls.get(id.0).filter(|call| call.results.is_none()) else {
                continue;
            };
            let of = |function| figure::call(function, &call.arguments, self);
            let results = call.function.and_then(of);
            if let Some(call) = self.calls.get_mut(id.0) {
                call.results = results;
            }
        }
    }

    fn knows_functions(&self, op: &Op) -> bool {
        let mut all = true;
        visit(op, &mut |op| {
            if let Op::Result(id, _) = op {
                all &= self.applied(*id).is_some_and(|call| call.function.is_some());
            }
        });
        all
    }

    /// An expression as it is written in the trace file; none if it is none.
    fn op(&self, expression: &Uttryck) -> Option<Op> {
        let parts = match expression {
            Uttryck::Tal(number) => return Some(Op::Number(*number)),
            Uttryck::Text(id) => return self.names.get(id).copied().map(Op::Figure),
            Uttryck::Lista(parts) => parts.as_slice(),
        };
        let [Uttryck::Text(name), parts @ ..] = parts else { return None };
        let boxed = |part| Some(Box::new(self.op(part)?));
        let all = || parts.iter().map(|part| self.op(part)).collect::<Option<Vec<_>>>();
        Some(match (name.as_str(), parts) {
            ("-", [one]) => Op::Negated(boxed(one)?),
            ("-", [one, other]) => Op::Minus(boxed(one)?, boxed(other)?),
            ("*", [one, other]) => Op::Times(boxed(one)?, boxed(other)?),
            ("/", [one, other]) => Op::Divided(boxed(one)?, boxed(other)?),
            ("+", _) => Op::Sum(all()?),
            ("minst", _) => Op::Least(all()?),
            ("störst", _) => Op::Greatest(all()?),
            ("half_up", [one]) => Op::Rounded(Avrundning::HalfUp, boxed(one)?),
            ("nedåt", [one]) => Op::Rounded(Avrundning::Down, boxed(one)?),
            ("om", [when, then, otherwise]) => Op::Choice(Box::new(Choice {
                when: self.comparison(when)?,
                then: self.op(then)?,
                otherwise: self.op(otherwise)?,
            })),
            ("anrop", [Uttryck::Tal(call), Uttryck::Tal(place)]) => {
                let known = usize::try_from(*call).ok().filter(|call| *call < self.calls.len());
                Op::Result(CallId(known?), usize::try_from(*place).ok()?)
            }
            _ => return None,
        })
    }

    fn comparison(&self, expression: &Uttryck) -> Option<Comparison> {
        let Uttryck::Lista(parts) = expression else { return None };
        let [Uttryck::Text(name), left, right] = parts.as_slice() else { return None };
        let relation = match name.as_str() {
            "=" => Relation::Equal,
            "<" => Relation::Below,
            ">" => Relation::Above,
            ">=" => Relation::AtLeast,
            _ => return None,
        };
        Some(Comparison { relation, left: self.op(left)?, right: self.op(right)? })
    }

    pub(super) fn get(&self, id: FigureId) -> Option<&Node> {
        self.nodes.get(id.0)
    }

    pub(super) fn applied(&self, id: CallId) -> Option<&Call> {
        self.calls.get(id.0)
    }

    /// The figures that an expression names, those that its calls name among them.
    pub(super) fn named(&self, op: &Op) -> Vec<FigureId> {
        let mut found = Vec::new();
        let mut todo = vec![op];
        while let Some(op) = todo.pop() {
            visit(op, &mut |op| match op {
                Op::Figure(id) => found.push(*id),
                Op::Result(id, _) => {
                    let call = self.applied(*id);
                    todo.extend(call.into_iter().flat_map(|call| call.arguments.iter().flatten()));
                }
                _ => {}
            });
        }
        found
    }

    /// What every figure comes to when leaves have other values; none where it comes to nothing.
    pub(super) fn with(&self, changed: &BTreeMap<FigureId, Value>) -> Changed<'_> {
        let (figures, calls) =
            (vec![Now::Same; self.nodes.len()], vec![Now::Same; self.calls.len()]);
        let mut now = Changed { calculation: self, figures, calls };
        for (place, node) in self.nodes.iter().enumerate() {
            let id = FigureId(place);
            let new = match (&node.origin, changed.get(&id)) {
                (_, Some(value)) => Now::Other(Some(value.clone())),
                (Origin::Rule { op, .. }, None) => now.again(op),
                (Origin::Cell(_), None) => Now::Same,
            };
            if let Some(slot) = now.figures.get_mut(place) {
                *slot = new;
            }
        }
        now
    }
}

impl Known for Calculation {
    fn figure(&self, id: FigureId) -> Option<&Value> {
        self.get(id).map(|node| &node.value)
    }
    fn results(&self, id: CallId) -> Option<&[Value]> {
        self.applied(id)?.results.as_deref()
    }
}

/// A calculation with other values of some leaves.
pub(super) struct Changed<'a> {
    calculation: &'a Calculation,
    figures: Vec<Now<Value>>,
    calls: Vec<Now<Vec<Value>>>,
}

#[derive(Clone)]
enum Now<T> {
    Same,
    Other(Option<T>),
}

impl Changed<'_> {
    /// An expression again, if anything that it names is another.
    fn again(&mut self, op: &Op) -> Now<Value> {
        let mut other = false;
        let mut calls = Vec::new();
        visit(op, &mut |op| match op {
            Op::Figure(id) => other |= self.is_other(*id),
            Op::Result(id, _) => calls.push(*id),
            _ => {}
        });
        for id in calls {
            other |= self.call_again(id);
        }
        if other { Now::Other(figure::value(op, self)) } else { Now::Same }
    }

    fn is_other(&self, id: FigureId) -> bool {
        matches!(self.figures.get(id.0), Some(Now::Other(_)))
    }

    /// A call again, if anything that its arguments name is another; whether it is.
    fn call_again(&mut self, id: CallId) -> bool {
        if matches!(self.calls.get(id.0), Some(Now::Other(_))) {
            return true;
        }
        let Some(call) = self.calculation.applied(id) else { return false };
        let mut other = false;
        for argument in call.arguments.iter().flatten() {
            let named = self.calculation.named(argument);
            other |= named.into_iter().any(|id| self.is_other(id));
        }
        if other {
            let of = |function| figure::call(function, &call.arguments, self);
            let results = call.function.and_then(of);
            if let Some(slot) = self.calls.get_mut(id.0) {
                *slot = Now::Other(results);
            }
        }
        other
    }
}

impl Known for Changed<'_> {
    fn figure(&self, id: FigureId) -> Option<&Value> {
        match self.figures.get(id.0)? {
            Now::Same => self.calculation.figure(id),
            Now::Other(value) => value.as_ref(),
        }
    }
    fn results(&self, id: CallId) -> Option<&[Value]> {
        match self.calls.get(id.0)? {
            Now::Same => self.calculation.results(id),
            Now::Other(results) => results.as_deref(),
        }
    }
}

/// Calls `see` with an operation and all below it; what calls are applied to is not below.
fn visit<'o>(op: &'o Op, see: &mut dyn FnMut(&'o Op)) {
    see(op);
    op.parts(&mut |part| visit(part, see));
}

fn value(one: &Sparad) -> Option<Value> {
    if let Some(fraction) = &one.exakt {
        return Exact::read(fraction).map(Value::Exact);
    }
    match &one.varde {
        Varde::Integer(number) => Some(Value::Integer(*number)),
        Varde::Text(text) if one.enhet == "datum" => text.parse().ok().map(Value::Datum),
        Varde::Text(text) => text.parse::<Decimal>().ok().map(|number| Value::Exact(number.into())),
    }
}

/// Whether two values are the same, whole or not.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one.exact(), other.exact()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}
