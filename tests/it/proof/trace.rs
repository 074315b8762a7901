//! `trace.json` from the outside: the figures it gives when read as `docs/spar.md` says, and that each
//! operation and function means what is written there. The Python checker beside it does the same by
//! other means.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use serde_json::Value as Json;
use statsbidrag::figure::{
    Choice, Comparison, Figure, Op, Operand, Relation, Results, Rule, Sourced, Trace,
};
use statsbidrag::grants::FUNCTIONS;
use statsbidrag::quantity::rounding::Avrundning;
use statsbidrag::quantity::{Andel, Decimal, Exact, Quantity, Value};

use crate::document_set::compute;
use crate::proof::{committed, field, json};

static RULE: Rule = Rule { id: "provet", text: "Det som prövas.", source: "provet" };

/// An expression as it was read, of whatever quantity is asked for.
struct ReadLog<T>(Op, PhantomData<T>);

impl<T: Quantity> Operand for ReadLog<T> {
    type Of = T;
    fn op(self) -> Op {
        self.0
    }
}

/// A trace made of nothing but what a file says.
struct Reader<'a> {
    trace: Trace,
    call: &'a [Json],
    answer: BTreeMap<u64, Results<Andel>>,
}

impl<'a> Reader<'a> {
    fn new(call: &'a [Json]) -> Self {
        Self { trace: Trace::new(), call, answer: BTreeMap::new() }
    }

    fn op(&mut self, expression: &Json) -> Op {
        match expression {
            Json::String(id) => {
                Op::Figure(self.trace.find(id).unwrap_or_else(|| panic!("{id} comes later")))
            }
            Json::Number(number) => Op::Number(number.as_i64().expect("a whole number")),
            Json::Array(parts) => {
                let (name, parts) = parts.split_first().expect("an operation");
                self.operation(name.as_str().expect("a name"), parts)
            }
            something_else => panic!("{something_else} is no expression"),
        }
    }

    fn operation(&mut self, name: &str, parts: &[Json]) -> Op {
        match (name, parts) {
            ("anrop", [number, place]) => {
                let place = usize::try_from(place.as_u64().expect("a place")).expect("a place");
                return self.answer(number.as_u64().expect("a call")).at(place).op();
            }
            ("om", [villkor, yes, no]) => {
                let when = self.villkor(villkor);
                let (then, otherwise) = (self.op(yes), self.op(no));
                return Op::Choice(Box::new(Choice { when, then, otherwise }));
            }
            _ => {}
        }
        let parts: Vec<_> = parts.iter().map(|part| self.op(part)).collect();
        let one = |part: &Op| Box::new(part.clone());
        match (name, parts.as_slice()) {
            ("+", _) => Op::Sum(parts),
            ("-", [a]) => Op::Negated(one(a)),
            ("-", [a, b]) => Op::Minus(one(a), one(b)),
            ("*", [a, b]) => Op::Times(one(a), one(b)),
            ("/", [a, b]) => Op::Divided(one(a), one(b)),
            ("minst", [_, ..]) => Op::Least(parts),
            ("störst", [_, ..]) => Op::Greatest(parts),
            ("half_up", [a]) => Op::Rounded(Avrundning::HalfUp, one(a)),
            ("nedåt", [a]) => Op::Rounded(Avrundning::Down, one(a)),
            _ => panic!("{name} of {} is no operation", parts.len()),
        }
    }

    fn villkor(&mut self, villkor: &Json) -> Comparison {
        let [name, left, right] = villkor.as_array().expect("a condition").as_slice() else {
            panic!("{villkor} is no condition")
        };
        let relation = match name.as_str() {
            Some("=") => Relation::Equal,
            Some("<") => Relation::Below,
            Some(">") => Relation::Above,
            Some(">=") => Relation::AtLeast,
            _ => panic!("{name} is no relation"),
        };
        Comparison { relation, left: self.op(left), right: self.op(right) }
    }

    fn answer(&mut self, number: u64) -> Results<Andel> {
        if let Some(answer) = self.answer.get(&number) {
            return answer.clone();
        }
        let call = usize::try_from(number).ok().and_then(|number| self.call.get(number));
        let answer = self.invoke(call.unwrap_or_else(|| panic!("there is no call {number}")));
        self.answer.insert(number, answer.clone());
        answer
    }

    fn invoke(&mut self, call: &Json) -> Results<Andel> {
        let name = field(call, "funktion");
        let function = FUNCTIONS.iter().find(|function| function.name == name);
        let lists: Vec<Vec<Op>> = list(call, "av")
            .iter()
            .map(|parts| {
                parts.as_array().expect("a list").iter().map(|part| self.op(part)).collect()
            })
            .collect();
        self.trace.call(function.unwrap_or_else(|| panic!("{name} is not listed here")), lists)
    }

    /// What an expression comes to, under a name.
    fn compute_(&mut self, name: &str, op: Op, date: bool) -> Value {
        let id = if date {
            self.trace
                .define(&RULE, name.to_owned(), ReadLog::<chrono::NaiveDate>(op, PhantomData))
                .id
        } else {
            let figure: Figure<Andel> =
                self.trace.define(&RULE, name.to_owned(), ReadLog::<Andel>(op, PhantomData));
            figure.id
        };
        self.trace.node(id).value.clone()
    }
}

fn list<'a>(json: &'a Json, name: &str) -> &'a [Json] {
    json.get(name).and_then(Json::as_array).unwrap_or_else(|| panic!("{name} is no list in {json}"))
}

/// A value as it is written: a whole number, a decimal, a fraction or a date.
fn value(json: &Json) -> Value {
    match json {
        Json::Number(number) => Value::Exact(number.as_i64().expect("a whole number").into()),
        Json::String(text) => text.parse().map_or_else(
            |_| {
                let decimal = text.parse::<Decimal>().map(Exact::from);
                let number = decimal.ok().or_else(|| Exact::read(text));
                Value::Exact(number.unwrap_or_else(|| panic!("{text} is no number")))
            },
            Value::Datum,
        ),
        something_else => panic!("{something_else} is no value"),
    }
}

/// The figure that `docs/spar.md` follows by hand stands in the trace as it is quoted there.
#[test]
fn the_figure_that_is_followed_by_hand_is_in_the_trace() {
    let paper = include_str!("../../../docs/spar.md");
    let quoted = paper.lines().map(str::trim).filter(|line| line.starts_with("{\"id\": "));
    let quoted: Vec<Json> = quoted.map(|line| line.parse().expect("JSON")).collect();
    let trace_file = json("trace.json");
    let all = list(&trace_file, "siffror");
    assert_eq!(quoted.len(), 3);
    assert!(quoted.iter().all(|one| all.contains(one)), "{quoted:?}");
}

/// The trace of the year, made again of `trace.json` alone, comes to the same.
#[test]
fn the_published_trace_alone_gives_every_figure() {
    let (trace_file, report) = (json("trace.json"), compute().report);
    let mut reader = Reader::new(list(&trace_file, "anrop"));
    let mut computed = 0;
    for printed in list(&trace_file, "siffror") {
        let id = field(printed, "id");
        let stands = value(printed.get("exakt").unwrap_or(&printed["varde"]));
        let own = report.trace.node(report.trace.find(id).expect("a figure"));
        if let Some(cell) = own.cell().cloned() {
            match stands.clone() {
                Value::Datum(value) => {
                    reader.trace.leaf(id.to_owned(), Sourced { value, cell });
                }
                number => {
                    let value = Andel::new(number.exact().expect("a number"));
                    reader.trace.leaf(id.to_owned(), Sourced { value, cell });
                }
            }
            continue;
        }
        let op = reader.op(&printed["uttryck"]);
        let computed_value = reader.compute_(id, op, matches!(stands, Value::Datum(_)));
        assert_eq!(computed_value, stands, "{id}");
        computed += 1;
    }
    assert!(computed > 2_000, "only {computed} figures were computed");
}

/// The test vectors of `docs/spar.md`.
fn test_values() -> Vec<Json> {
    let text = committed("docs/spar.md");
    let block = text.split("```json\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let block = block.filter(|block| block.starts_with("[\n"));
    block
        .flat_map(|block| serde_json::from_str::<Vec<Json>>(block).expect("a list of vectors"))
        .collect()
}

#[test]
fn operations_and_functions_mean_what_is_written() {
    let mut tried = BTreeMap::new();
    for (number, sample) in test_values().iter().enumerate() {
        let mut reader = Reader::new(&[]);
        let shall = list(sample, "svar");
        let name = if let Some(expression) = sample.get("uttryck") {
            let op = reader.op(expression);
            let computed_text = reader.compute_(&format!("prov{number}"), op, false);
            assert_eq!([computed_text], [value(&shall[0])], "{sample}");
            expression[0].as_str().expect("a name")
        } else {
            let answer = reader.invoke(sample);
            for (place, shall) in shall.iter().map(value).enumerate() {
                let date = matches!(shall, Value::Datum(_));
                let computed_text =
                    reader.compute_(&format!("prov{place}"), answer.at(place).op(), date);
                assert_eq!(computed_text, shall, "{sample}, result {place}");
            }
            field(sample, "funktion")
        };
        *tried.entry(name.to_owned()).or_insert(0) += 1;
    }
    for function in FUNCTIONS {
        assert!(tried.get(function.name) >= Some(&3), "{} has too few vectors", function.name);
    }
    for operation in ["+", "-", "*", "/", "minst", "störst", "half_up", "nedåt", "om"] {
        assert!(tried.contains_key(operation), "{operation} has no vector");
    }
}

/// Each function that the trace has is defined by a heading, and so is every one there is.
#[test]
fn every_function_is_defined_in_words() {
    let text = committed("docs/spar.md");
    let headings = text.lines().filter_map(|row| row.strip_prefix("### `")?.split('(').next());
    let named = FUNCTIONS.iter().map(|function| function.name);
    assert_eq!(headings.collect::<BTreeSet<_>>(), named.collect());
}
