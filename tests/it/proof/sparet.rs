//! `trace.json` from the outside: the figures it gives when read as `docs/spar.md` says, and that each
//! operation and function means what is written there. The Python checker beside it does the same by
//! other means.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use serde_json::Value as Json;
use statsbidrag::allocation::{LADDER, LARGEST_REMAINDER, RESIDUAL_TO, RESIDUAL_TO_LARGEST};
use statsbidrag::figure::{
    COUNT, Cellvarde, Choice, Comparison, Figure, Function, MEDIAN, Op, Operand, RANK, Relation,
    Results, Rule, Trace,
};
use statsbidrag::grants::regleringsbrev::rules::dagar::{FORSTA_BANKDAG, FORSTA_VARDAG};
use statsbidrag::quantity::avrundning::Avrundning;
use statsbidrag::quantity::{Andel, Decimal, Exakt, Quantity, Value};

use crate::proof::{committad, falt, json};
use crate::uppsattning::berakna;

/// Every named function.
const FUNCTIONS: [&Function; 9] = [
    &RANK,
    &MEDIAN,
    &COUNT,
    &LADDER,
    &LARGEST_REMAINDER,
    &RESIDUAL_TO_LARGEST,
    &RESIDUAL_TO,
    &FORSTA_BANKDAG,
    &FORSTA_VARDAG,
];

static RULE: Rule = Rule { id: "provet", text: "Det som prövas.", kalla: "provet" };

/// An expression as it was read, of whatever quantity is asked for.
struct Last<T>(Op, PhantomData<T>);

impl<T: Quantity> Operand for Last<T> {
    type Of = T;
    fn op(self) -> Op {
        self.0
    }
}

/// A trace made of nothing but what a file says.
struct Lasare<'a> {
    trace: Trace,
    anrop: &'a [Json],
    svar: BTreeMap<u64, Results<Andel>>,
}

impl<'a> Lasare<'a> {
    fn ny(anrop: &'a [Json]) -> Self {
        Self { trace: Trace::new(), anrop, svar: BTreeMap::new() }
    }

    fn op(&mut self, uttryck: &Json) -> Op {
        match uttryck {
            Json::String(id) => {
                Op::Figure(self.trace.find(id).unwrap_or_else(|| panic!("{id} comes later")))
            }
            Json::Number(tal) => Op::Number(tal.as_i64().expect("a whole number")),
            Json::Array(delar) => {
                let (namn, delar) = delar.split_first().expect("an operation");
                self.operation(namn.as_str().expect("a name"), delar)
            }
            annat => panic!("{annat} is no expression"),
        }
    }

    fn operation(&mut self, namn: &str, delar: &[Json]) -> Op {
        match (namn, delar) {
            ("anrop", [nummer, plats]) => {
                let plats = usize::try_from(plats.as_u64().expect("a place")).expect("a place");
                return self.svar(nummer.as_u64().expect("a call")).at(plats).op();
            }
            ("om", [villkor, ja, nej]) => {
                let when = self.villkor(villkor);
                let (then, otherwise) = (self.op(ja), self.op(nej));
                return Op::Choice(Box::new(Choice { when, then, otherwise }));
            }
            _ => {}
        }
        let delar: Vec<_> = delar.iter().map(|del| self.op(del)).collect();
        let en = |del: &Op| Box::new(del.clone());
        match (namn, delar.as_slice()) {
            ("+", _) => Op::Sum(delar),
            ("-", [a]) => Op::Negated(en(a)),
            ("-", [a, b]) => Op::Minus(en(a), en(b)),
            ("*", [a, b]) => Op::Times(en(a), en(b)),
            ("/", [a, b]) => Op::Divided(en(a), en(b)),
            ("minst", [_, ..]) => Op::Least(delar),
            ("störst", [_, ..]) => Op::Greatest(delar),
            ("half_up", [a]) => Op::Rounded(Avrundning::HalfUp, en(a)),
            ("nedåt", [a]) => Op::Rounded(Avrundning::Down, en(a)),
            _ => panic!("{namn} of {} is no operation", delar.len()),
        }
    }

    fn villkor(&mut self, villkor: &Json) -> Comparison {
        let [namn, left, right] = villkor.as_array().expect("a condition").as_slice() else {
            panic!("{villkor} is no condition")
        };
        let relation = match namn.as_str() {
            Some("=") => Relation::Equal,
            Some("<") => Relation::Below,
            Some(">") => Relation::Above,
            Some(">=") => Relation::AtLeast,
            _ => panic!("{namn} is no relation"),
        };
        Comparison { relation, left: self.op(left), right: self.op(right) }
    }

    fn svar(&mut self, nummer: u64) -> Results<Andel> {
        if let Some(svar) = self.svar.get(&nummer) {
            return svar.clone();
        }
        let anrop = usize::try_from(nummer).ok().and_then(|nummer| self.anrop.get(nummer));
        let svar = self.anropa(anrop.unwrap_or_else(|| panic!("there is no call {nummer}")));
        self.svar.insert(nummer, svar.clone());
        svar
    }

    fn anropa(&mut self, anrop: &Json) -> Results<Andel> {
        let namn = falt(anrop, "funktion");
        let funktion = FUNCTIONS.into_iter().find(|funktion| funktion.name == namn);
        let listor: Vec<Vec<Op>> = lista(anrop, "av")
            .iter()
            .map(|delar| delar.as_array().expect("a list").iter().map(|del| self.op(del)).collect())
            .collect();
        self.trace.call(funktion.unwrap_or_else(|| panic!("{namn} is not listed here")), listor)
    }

    /// What an expression comes to, under a name.
    fn rakna(&mut self, namn: &str, op: Op, datum: bool) -> Value {
        let id = if datum {
            self.trace.define(&RULE, namn.to_owned(), Last::<chrono::NaiveDate>(op, PhantomData)).id
        } else {
            let raknad: Figure<Andel> =
                self.trace.define(&RULE, namn.to_owned(), Last::<Andel>(op, PhantomData));
            raknad.id
        };
        self.trace.node(id).value.clone()
    }
}

fn lista<'a>(json: &'a Json, namn: &str) -> &'a [Json] {
    json.get(namn).and_then(Json::as_array).unwrap_or_else(|| panic!("{namn} is no list in {json}"))
}

/// A value as it is written: a whole number, a decimal, a fraction or a date.
fn varde(json: &Json) -> Value {
    match json {
        Json::Number(tal) => Value::Exakt(tal.as_i64().expect("a whole number").into()),
        Json::String(text) => text.parse().map_or_else(
            |_| {
                let decimal = text.parse::<Decimal>().map(Exakt::from);
                let tal = decimal.ok().or_else(|| Exakt::las(text));
                Value::Exakt(tal.unwrap_or_else(|| panic!("{text} is no number")))
            },
            Value::Datum,
        ),
        annat => panic!("{annat} is no value"),
    }
}

/// The trace of the year, made again of `trace.json` alone, comes to the same.
#[test]
fn the_published_trace_alone_gives_every_figure() {
    let (spar, report) = (json("trace.json"), berakna().report);
    let mut lasare = Lasare::ny(lista(&spar, "anrop"));
    let mut raknade = 0;
    for siffra in lista(&spar, "siffror") {
        let id = falt(siffra, "id");
        let star = varde(siffra.get("exakt").unwrap_or(&siffra["varde"]));
        let egen = report.trace.node(report.trace.find(id).expect("a figure"));
        if let Some(cell) = egen.cell().cloned() {
            match star.clone() {
                Value::Datum(value) => {
                    lasare.trace.leaf(id.to_owned(), Cellvarde { value, cell });
                }
                tal => {
                    let value = Andel::ny(tal.exakt().expect("a number"));
                    lasare.trace.leaf(id.to_owned(), Cellvarde { value, cell });
                }
            }
            continue;
        }
        let op = lasare.op(&siffra["uttryck"]);
        let raknad = lasare.rakna(id, op, matches!(star, Value::Datum(_)));
        assert_eq!(raknad, star, "{id}");
        raknade += 1;
    }
    assert!(raknade > 2_000, "only {raknade} figures were computed");
}

/// The test vectors of `docs/spar.md`.
fn provvarden() -> Vec<Json> {
    let text = committad("docs/spar.md");
    let block = text.split("```json\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let block = block.filter(|block| block.starts_with("[\n"));
    block
        .flat_map(|block| serde_json::from_str::<Vec<Json>>(block).expect("a list of vectors"))
        .collect()
}

#[test]
fn operations_and_functions_mean_what_is_written() {
    let mut provade = BTreeMap::new();
    for (nummer, prov) in provvarden().iter().enumerate() {
        let mut lasare = Lasare::ny(&[]);
        let ska = lista(prov, "svar");
        let namn = if let Some(uttryck) = prov.get("uttryck") {
            let op = lasare.op(uttryck);
            let raknat = lasare.rakna(&format!("prov{nummer}"), op, false);
            assert_eq!([raknat], [varde(&ska[0])], "{prov}");
            uttryck[0].as_str().expect("a name")
        } else {
            let svar = lasare.anropa(prov);
            for (plats, ska) in ska.iter().map(varde).enumerate() {
                let datum = matches!(ska, Value::Datum(_));
                let raknat = lasare.rakna(&format!("prov{plats}"), svar.at(plats).op(), datum);
                assert_eq!(raknat, ska, "{prov}, result {plats}");
            }
            falt(prov, "funktion")
        };
        *provade.entry(namn.to_owned()).or_insert(0) += 1;
    }
    for funktion in FUNCTIONS {
        assert!(provade.get(funktion.name) >= Some(&3), "{} has too few vectors", funktion.name);
    }
    for operation in ["+", "-", "*", "/", "minst", "störst", "half_up", "nedåt", "om"] {
        assert!(provade.contains_key(operation), "{operation} has no vector");
    }
}

/// Each function that the trace has is defined by a heading, and so is every one there is.
#[test]
fn every_function_is_defined_in_words() {
    let text = committad("docs/spar.md");
    let rubriker = text.lines().filter_map(|rad| rad.strip_prefix("### `")?.split('(').next());
    let funktioner = FUNCTIONS.map(|funktion| funktion.name);
    assert_eq!(rubriker.collect::<BTreeSet<_>>(), BTreeSet::from(funktioner));
}
