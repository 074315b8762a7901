//! An expression as it leaves the program: what anyone needs to compute a figure again. The form, and
//! what each operation means to the last digit, is in `docs/spar.md`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figure::{CallId, Op, Relation, Trace};
use crate::quantity::rounding::Avrundning;

/// An expression over figures, in prefix form: `["/", "lakemedel.2024.riket.utbetalas", 12]`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(untagged)]
pub enum Uttryck {
    /// A number that the rule itself states, or a place among results.
    Tal(i64),
    /// A figure's id; first in a list the name of the operation.
    Text(String),
    /// An operation: its name, and what it is done with.
    #[schemars(extend("minItems" = 1, "prefixItems" = [{"enum": [
        "+", "-", "*", "/", "minst", "störst", "half_up", "nedåt", "om", "=", "<", ">", ">=", "anrop",
    ]}]))]
    Lista(Vec<Uttryck>),
}

/// A named function, applied once for all figures that take a result of it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Anrop {
    /// The function's name, as `docs/spar.md` defines it.
    pub funktion: String,
    /// Its arguments, each a list of expressions.
    pub av: Vec<Vec<Uttryck>>,
}

/// Writes the expressions of a trace, and remembers the calls they take results of.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    trace: &'a Trace,
    places: BTreeMap<CallId, i64>,
    calls: Vec<Anrop>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(trace: &'a Trace) -> Self {
        Self { trace, places: BTreeMap::new(), calls: Vec::new() }
    }

    /// The calls that were asked for, in the order the expressions number them by.
    pub(super) fn calls(self) -> Vec<Anrop> {
        self.calls
    }

    pub(super) fn expression(&mut self, op: &Op) -> Uttryck {
        match op {
            Op::Figure(id) => Uttryck::Text(self.trace.node(*id).name.clone()),
            Op::Number(number) => Uttryck::Tal(*number),
            Op::Plus(left, right) => self.operation_on("+", [&**left, right]),
            Op::Minus(left, right) => self.operation_on("-", [&**left, right]),
            Op::Times(left, right) => self.operation_on("*", [&**left, right]),
            Op::Divided(left, right) => self.operation_on("/", [&**left, right]),
            Op::Negated(of) => self.operation_on("-", [&**of]),
            Op::Sum(parts) => self.operation_on("+", parts),
            Op::Least(parts) => self.operation_on("minst", parts),
            Op::Greatest(parts) => self.operation_on("störst", parts),
            Op::Rounded(Avrundning::HalfUp, of) => self.operation_on("half_up", [&**of]),
            Op::Rounded(Avrundning::Down, of) => self.operation_on("nedåt", [&**of]),
            Op::Choice(choice) => {
                let relation = match choice.when.relation {
                    Relation::Equal => "=",
                    Relation::Below => "<",
                    Relation::Above => ">",
                    Relation::AtLeast => ">=",
                };
                let when = self.operation_on(relation, [&choice.when.left, &choice.when.right]);
                let (then, otherwise) =
                    (self.expression(&choice.then), self.expression(&choice.otherwise));
                operation("om", [when, then, otherwise])
            }
            Op::Result(call, place) => {
                let place = Uttryck::Tal(i64::try_from(*place).unwrap_or(i64::MAX));
                let call = Uttryck::Tal(self.place(*call));
                operation("anrop", [call, place])
            }
        }
    }

    fn operation_on<'b>(&mut self, name: &str, parts: impl IntoIterator<Item = &'b Op>) -> Uttryck {
        let parts: Vec<_> = parts.into_iter().map(|part| self.expression(part)).collect();
        operation(name, parts)
    }

    /// A call's place in the list, from 0; written there when it is first asked for.
    fn place(&mut self, id: CallId) -> i64 {
        if let Some(place) = self.places.get(&id) {
            return *place;
        }
        let call = self.trace.applied(id);
        let list = |list: &Vec<Op>| list.iter().map(|op| self.expression(op)).collect();
        let arguments = call.arguments.iter().map(list).collect();
        let place = i64::try_from(self.calls.len()).unwrap_or(i64::MAX);
        self.calls.push(Anrop { funktion: call.function.name.to_owned(), av: arguments });
        self.places.insert(id, place);
        place
    }
}

fn operation(name: &str, parts: impl IntoIterator<Item = Uttryck>) -> Uttryck {
    Uttryck::Lista([Uttryck::Text(name.to_owned())].into_iter().chain(parts).collect())
}
