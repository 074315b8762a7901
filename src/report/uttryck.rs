//! An expression as it leaves the program: what anyone needs to compute a figure again. The form, and
//! what each operation means to the last digit, is in `docs/spar.md`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::figure::{CallId, Op, Relation, Trace};
use crate::quantity::avrundning::Avrundning;

/// An expression over figures, in prefix form: `["/", "lakemedel.2024.riket.utbetalas", 12]`.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
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
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Anrop {
    /// The function's name, as `docs/spar.md` defines it.
    pub funktion: String,
    /// Its arguments, each a list of expressions.
    pub av: Vec<Vec<Uttryck>>,
}

/// Writes the expressions of a trace, and remembers the calls they take results of.
#[derive(Debug)]
pub(super) struct Skrivare<'a> {
    trace: &'a Trace,
    platser: BTreeMap<CallId, i64>,
    anrop: Vec<Anrop>,
}

impl<'a> Skrivare<'a> {
    pub(super) fn ny(trace: &'a Trace) -> Self {
        Self { trace, platser: BTreeMap::new(), anrop: Vec::new() }
    }

    /// The calls that were asked for, in the order the expressions number them by.
    pub(super) fn anrop(self) -> Vec<Anrop> {
        self.anrop
    }

    pub(super) fn uttryck(&mut self, op: &Op) -> Uttryck {
        match op {
            Op::Figure(id) => Uttryck::Text(self.trace.node(*id).name.clone()),
            Op::Number(number) => Uttryck::Tal(*number),
            Op::Plus(left, right) => self.lista("+", [&**left, right]),
            Op::Minus(left, right) => self.lista("-", [&**left, right]),
            Op::Times(left, right) => self.lista("*", [&**left, right]),
            Op::Divided(left, right) => self.lista("/", [&**left, right]),
            Op::Negated(of) => self.lista("-", [&**of]),
            Op::Sum(parts) => self.lista("+", parts),
            Op::Least(parts) => self.lista("minst", parts),
            Op::Greatest(parts) => self.lista("störst", parts),
            Op::Rounded(Avrundning::HalfUp, of) => self.lista("half_up", [&**of]),
            Op::Rounded(Avrundning::Down, of) => self.lista("nedåt", [&**of]),
            Op::Choice(choice) => {
                let relation = match choice.when.relation {
                    Relation::Equal => "=",
                    Relation::Below => "<",
                    Relation::Above => ">",
                    Relation::AtLeast => ">=",
                };
                let when = self.lista(relation, [&choice.when.left, &choice.when.right]);
                let (then, otherwise) =
                    (self.uttryck(&choice.then), self.uttryck(&choice.otherwise));
                operation("om", [when, then, otherwise])
            }
            Op::Result(call, place) => {
                let place = Uttryck::Tal(i64::try_from(*place).unwrap_or(i64::MAX));
                let call = Uttryck::Tal(self.plats(*call));
                operation("anrop", [call, place])
            }
        }
    }

    fn lista<'b>(&mut self, name: &str, parts: impl IntoIterator<Item = &'b Op>) -> Uttryck {
        let parts: Vec<_> = parts.into_iter().map(|part| self.uttryck(part)).collect();
        operation(name, parts)
    }

    /// A call's place in the list, from 0; written there when it is first asked for.
    fn plats(&mut self, id: CallId) -> i64 {
        if let Some(plats) = self.platser.get(&id) {
            return *plats;
        }
        let call = self.trace.applied(id);
        let lista = |lista: &Vec<Op>| lista.iter().map(|op| self.uttryck(op)).collect();
        let av = call.arguments.iter().map(lista).collect();
        let plats = i64::try_from(self.anrop.len()).unwrap_or(i64::MAX);
        self.anrop.push(Anrop { funktion: call.function.name.to_owned(), av });
        self.platser.insert(id, plats);
        plats
    }
}

fn operation(name: &str, parts: impl IntoIterator<Item = Uttryck>) -> Uttryck {
    Uttryck::Lista([Uttryck::Text(name.to_owned())].into_iter().chain(parts).collect())
}
