//! What a change is shared into, worked by hand: each operation, what is chosen, rounded, added and ruled otherwise.

use serde_json::{Value as Json, json};

use super::calculation::Calculation;
use super::causes::Causes;
use super::pairs::{PairId, Pairs};
use super::shares::Cause;
use crate::allocation::{LADDER, LARGEST_REMAINDER};
use crate::figure::Function;
use crate::quantity::{Exact, Value};

/// `yta(sidor)`: the product of some numbers, as a function of which nothing but its results is known.
static AREA: Function = Function {
    name: "yta",
    compute: |arguments| {
        let sides: Option<Vec<_>> = arguments.first()?.iter().map(Value::exact).collect();
        let area = sides?.iter().fold(Exact::from(1), |area, side| &area * side);
        Some(vec![Value::Exact(area)])
    },
};

const FUNCTIONS: &[&Function] = &[&LADDER, &LARGEST_REMAINDER, &AREA];

/// A figure: its name, its value and the expression it is found by; none of a cell.
type Row = (&'static str, Json, Option<Json>);

fn cell(name: &'static str, value: i64) -> Row {
    (name, json!(value), None)
}

fn figure(name: &'static str, value: impl Into<Json>, expression: Json) -> Row {
    (name, value.into(), Some(expression))
}

fn id(name: &str) -> String {
    format!("prov.2024.riket.{name}")
}

/// An expression with its figures by their whole names: a text that is no operation is a figure.
fn named(expression: Json, first: bool) -> Json {
    match expression {
        Json::Array(parts) => {
            let parts = parts.into_iter().enumerate();
            parts.map(|(at, part)| named(part, at == 0)).collect()
        }
        Json::String(name) if !first => Json::String(id(&name)),
        other => other,
    }
}

fn trace(rows: Vec<Row>, calls: Json) -> Vec<u8> {
    let lists = |lists: Json| -> Json {
        let Json::Array(lists) = lists else { panic!("arguments are lists") };
        let list = |list| match list {
            Json::Array(all) => all.into_iter().map(|one| named(one, false)).collect::<Json>(),
            _ => panic!("an argument is a list"),
        };
        lists.into_iter().map(list).collect()
    };
    let Json::Array(calls) = calls else { panic!("calls are a list") };
    let calls: Vec<_> = calls
        .into_iter()
        .map(|mut call| json!({ "funktion": call["funktion"], "av": lists(call["av"].take()) }))
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, value, expression)| {
            let mut row = json!({
                "id": id(name), "benamning": name, "enhet": "kr", "status": "fastställd",
            });
            // A fraction stands beside its decimals, which nobody reads then.
            match value {
                Json::String(fraction) => {
                    row["varde"] = json!("0");
                    row["exakt"] = json!(fraction);
                }
                other => row["varde"] = other,
            }
            match expression {
                Some(expression) => {
                    row["uttryck"] = named(expression, false);
                    row["regel"] = json!("prov.regel");
                }
                None => {
                    row["cell"] = json!({
                        "fil": "prov.xlsx", "blad": "Prov", "adress": "B2", "uppgift": name,
                        "kalla": "", "per_datum": null, "bekraftad_av": null,
                    });
                }
            }
            row
        })
        .collect();
    let whole = json!({
        "version": 2, "korning": "", "regler": [], "anrop": calls, "siffror": rows,
    });
    serde_json::to_vec(&whole).expect("a trace is JSON")
}

/// What the last figure's change comes of, by name: with fractions, in order.
fn shared(old: Vec<Row>, new: Vec<Row>, calls: Json) -> Vec<(String, String)> {
    let last = new.last().expect("a figure").0;
    let read = |rows, calls| {
        let read = Calculation::read(&trace(rows, calls), FUNCTIONS);
        read.unwrap_or_else(|text| panic!("{text:?}"))
    };
    let (old, new) = (read(old, calls.clone()), read(new, calls));
    let pairs = Pairs::of((&old, 2024), (&new, 2024));
    let name = |pair: PairId| {
        let key = &pairs.get(pair).expect("a pair").key;
        key.rsplit('.').next().unwrap_or_default().to_owned()
    };
    let figure = pairs.ids().find(|pair| name(*pair) == last).expect("the figure");
    let causes = Causes::new(&pairs).of(figure);
    let sum: Exact = causes.values().cloned().sum();
    assert_eq!(sum, pairs.change(figure).expect("a change"), "the parts sum to the change");
    let told = |cause: &Cause| match cause {
        Cause::Figure(pair) => name(*pair),
        Cause::Rule(pair) => format!("regel för {}", name(*pair)),
        Cause::Rounding => "avrundning".to_owned(),
    };
    causes.iter().map(|(cause, amount)| (told(cause), amount.as_fraction())).collect()
}

#[track_caller]
fn assert_shared(old: Vec<Row>, new: Vec<Row>, expected: &[(&str, &str)]) {
    assert_called(old, new, json!([]), expected);
}

#[track_caller]
fn assert_called(old: Vec<Row>, new: Vec<Row>, calls: Json, expected: &[(&str, &str)]) {
    let mut found = shared(old, new, calls);
    found.sort();
    let mut expected: Vec<_> =
        expected.iter().map(|(name, part)| ((*name).to_owned(), (*part).to_owned())).collect();
    expected.sort();
    assert_eq!(found, expected);
}

/// Two factors that both grow owe what they do together, 2 · 2 = 4, half each: neither is said to have done all of it.
#[test]
fn what_factors_do_together_is_halved() {
    let of = |x, y| vec![cell("x", x), cell("y", y), figure("p", x * y, json!(["*", "x", "y"]))];
    assert_shared(of(2, 3), of(4, 5), &[("x", "8"), ("y", "6")]);
    // The order they are written in is no matter.
    let turned =
        |x, y| vec![cell("x", x), cell("y", y), figure("p", x * y, json!(["*", "y", "x"]))];
    assert_shared(turned(2, 3), turned(4, 5), &[("x", "8"), ("y", "6")]);
    assert_shared(of(2, 3), of(2, 5), &[("y", "4")]);
    assert_shared(of(2, 3), of(2, 3), &[]);
}

/// Two that cancel each other out are both told of, though the figure is the same.
#[test]
fn what_cancels_out_is_told_of() {
    let of = |x, y| vec![cell("x", x), cell("y", y), figure("p", x * y, json!(["*", "x", "y"]))];
    assert_shared(of(2, 6), of(3, 4), &[("x", "5"), ("y", "-5")]);
}

#[test]
fn a_quotient_is_shared_by_the_mean_of_both_orders() {
    let of =
        |x, y, value| vec![cell("x", x), cell("y", y), figure("q", value, json!(["/", "x", "y"]))];
    assert_shared(of(10, 2, 5), of(12, 4, 3), &[("x", "3/4"), ("y", "-11/4")]);
}

#[test]
fn a_change_is_followed_through_what_lies_between() {
    let of = |x, z, y| {
        vec![
            cell("x", x),
            cell("z", z),
            cell("y", y),
            figure("s", x - z, json!(["-", "x", "z"])),
            figure("n", z - x, json!(["-", "s"])),
            figure("p", (z - x) * y, json!(["*", "n", "y"])),
        ]
    };
    // From −(5 − 1) · 2 to −(9 − 2) · 4: n −3 at the mean 3, y 2 at the mean −11/2.
    let expected = [("x", "-12"), ("z", "3"), ("y", "-11")];
    assert_shared(of(5, 1, 2), of(9, 2, 4), &expected);
}

#[test]
fn the_least_and_the_greatest_are_shared_by_both_orders() {
    let of = |name: &str, a, b, value| {
        vec![cell("a", a), cell("b", b), figure("m", value, json!([name, "a", "b"]))]
    };
    assert_shared(of("minst", 3, 10, 3), of("minst", 7, 5, 5), &[("a", "3"), ("b", "-1")]);
    assert_shared(of("störst", 3, 10, 10), of("störst", 7, 5, 7), &[("a", "1"), ("b", "-4")]);
    // What is not the one does nothing, as far as it does not become it.
    assert_shared(of("minst", 3, 10, 3), of("minst", 4, 9, 4), &[("a", "1")]);
}

/// The limit that was passed owes the step; what both branches are found from owes half of what it changes in each.
#[test]
fn a_choice_that_went_the_other_way_is_owed_by_what_was_compared() {
    let of = |a, x, value| {
        let expression = json!(["om", [">=", "a", 10], ["*", "x", 2], "x"]);
        vec![cell("a", a), cell("x", x), figure("v", value, expression)]
    };
    assert_shared(of(9, 4, 4), of(10, 4, 8), &[("a", "4")]);
    assert_shared(of(9, 4, 4), of(10, 6, 12), &[("a", "5"), ("x", "3")]);
    assert_shared(of(9, 4, 4), of(8, 6, 6), &[("x", "2")]);
}

#[test]
fn rounding_is_a_cause_of_its_own() {
    let of = |x, value| vec![cell("x", x), figure("r", value, json!(["half_up", ["/", "x", 3]]))];
    assert_shared(of(10, 3), of(11, 4), &[("x", "1/3"), ("avrundning", "2/3")]);
}

/// A pot shared in whole kronor: what the share is before it is rounded owes its part, and the krona is the rounding's.
#[test]
fn a_krona_left_over_is_the_roundings() {
    let calls = json!([{
        "funktion": "största_rest",
        "av": [[["/", "x", 3], ["/", ["*", "x", 2], 3]], ["x"]],
    }]);
    let of = |x, value| vec![cell("x", x), figure("r", value, json!(["anrop", 0, 0]))];
    // A third of ten is three and a third, and of eleven three and two thirds, which gets the krona.
    let expected = [("x", "1/3"), ("avrundning", "2/3")];
    assert_called(of(10, 3), of(11, 4), calls, &expected);
}

/// A cost that climbs into a step owes only what lies on it; a start that moves owes what it moves.
#[test]
fn a_ladder_is_followed_step_by_step() {
    let calls = json!([{ "funktion": "trappsteg", "av": [["cost"], ["one", "two"]] }]);
    let of = |cost: i64, one, two, value| {
        vec![
            cell("cost", cost),
            cell("one", one),
            cell("two", two),
            figure("step", value, json!(["anrop", 0, 0])),
        ]
    };
    assert_called(of(5, 10, 20, 0), of(25, 10, 20, 10), calls.clone(), &[("cost", "10")]);
    assert_called(of(25, 10, 20, 10), of(25, 12, 20, 8), calls.clone(), &[("one", "-2")]);
    assert_called(of(25, 10, 20, 10), of(25, 10, 22, 12), calls.clone(), &[("two", "2")]);
    // Above the last step that the cost reaches, nothing moves it.
    assert_called(of(15, 10, 20, 5), of(15, 10, 22, 5), calls, &[]);
}

/// A function of which nothing but its results is known: its arguments one after the other, in both orders.
#[test]
fn what_a_function_gives_is_shared_among_its_arguments() {
    let calls = json!([{ "funktion": "yta", "av": [["x", "y"]] }]);
    let of = |x, y| vec![cell("x", x), cell("y", y), figure("p", x * y, json!(["anrop", 0, 0]))];
    assert_called(of(2, 3), of(4, 5), calls, &[("x", "8"), ("y", "6")]);
}

#[test]
fn a_term_that_is_new_or_gone_is_a_cause() {
    let two = || vec![cell("a", 1), cell("b", 2), figure("s", 3, json!(["+", "a", "b"]))];
    let three = || {
        vec![cell("a", 5), cell("c", 7), cell("b", 2), figure("s", 14, json!(["+", "c", "a", "b"]))]
    };
    assert_shared(two(), three(), &[("a", "4"), ("c", "7")]);
    assert_shared(three(), two(), &[("a", "-4"), ("c", "-7")]);
}

/// A rule that became another owes what is left when the cells have changed by the mean of what both rules say.
#[test]
fn a_rule_that_became_another_is_a_cause() {
    let times = |x, y| vec![cell("x", x), cell("y", y), figure("v", x * y, json!(["*", "x", "y"]))];
    let plus = |x, y| vec![cell("x", x), cell("y", y), figure("v", x + y, json!(["+", "x", "y"]))];
    assert_shared(times(2, 4), plus(2, 4), &[("regel för v", "-2")]);
    assert_shared(times(2, 3), plus(3, 3), &[("x", "2"), ("regel för v", "-2")]);
}

/// What stood in a cell and is computed now, or the other way round, is told of by its own name.
#[test]
fn a_cell_that_became_computed_is_a_cause() {
    let typed = vec![cell("x", 2), cell("v", 9), figure("w", 18, json!(["*", "v", 2]))];
    let computed = vec![
        cell("x", 2),
        figure("v", 4, json!(["*", "x", "x"])),
        figure("w", 8, json!(["*", "v", 2])),
    ];
    assert_shared(typed, computed, &[("v", "-10")]);
}

/// Two rules that found each other's figure the other way round lead nobody round in circles.
#[test]
fn two_that_changed_places_are_shared_all_the_same() {
    let one = vec![
        cell("z", 2),
        figure("y", 3, json!(["+", "z", 1])),
        figure("x", 6, json!(["*", "y", 2])),
    ];
    let other = vec![
        cell("z", 3),
        figure("x", 4, json!(["+", "z", 1])),
        figure("y", 8, json!(["*", "x", 2])),
    ];
    let found = shared(one, other, json!([]));
    assert!(found.iter().any(|(name, _)| name.starts_with("regel")), "{found:?}");
}

#[test]
fn what_does_not_follow_is_not_compared() {
    for (rows, calls) in [
        (vec![cell("x", 2), figure("p", 5, json!(["*", "x", 2]))], json!([])),
        (vec![figure("p", 5, json!(["*", "x", 2])), cell("x", 2)], json!([])),
        (vec![cell("x", 2), figure("p", 2, json!(["/", "x", 0]))], json!([])),
        (vec![cell("x", 2), figure("p", 2, json!(["okänd", "x"]))], json!([])),
        (vec![cell("x", 2), figure("p", 2, json!(["anrop", 0, 0]))], json!([])),
        (vec![cell("x", i64::MAX)], json!([])),
        (
            vec![cell("x", 2), figure("p", 3, json!(["anrop", 0, 0]))],
            json!([{ "funktion": "yta", "av": [["x"]] }]),
        ),
    ] {
        let text = format!("{rows:?}");
        let read = Calculation::read(&trace(rows, calls), FUNCTIONS);
        assert!(read.is_err(), "{text}");
    }
    assert!(Calculation::read(b"{}", FUNCTIONS).is_err());
    let another = String::from_utf8(trace(vec![cell("x", 2)], json!([]))).expect("text");
    let another = another.replace("\"version\":2", "\"version\":99");
    assert!(Calculation::read(another.as_bytes(), FUNCTIONS).is_err());
}
