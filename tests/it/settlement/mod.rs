//! The settlement of profit and loss, computed twice: by the rules and by whole numbers only
//! ([`rakning`]); at, within and beyond the limits; by properties that hold for any agreement; and
//! against the amounts per region that are known for 2023.

mod calculation;
mod case;
mod engine;
mod groups;
mod limits;
mod properties;
mod published;
mod random;
mod workbook;

use std::collections::BTreeSet;

use num_rational::BigRational;
use statsbidrag::grants::regleringsbrev::rules::{regiondelar, vinst_forlust};
use statsbidrag::quantity::Value;

use case::Case;

/// How many agreements are compared.
const AVTAL: u64 = 2_000;

fn number(value: &Value) -> BigRational {
    let text = match value {
        Value::Integer(number) => number.to_string(),
        Value::Exact(number) => number.as_fraction(),
        Value::Datum(day) => panic!("{day} is no amount"),
    };
    let (over, under) = text.split_once('/').unwrap_or((&text, "1"));
    let [over, under] = [over, under].map(|text| text.parse().expect("a whole number"));
    BigRational::new(over, under)
}

/// Compares every figure that a rule found; returns the rules, or what differs.
fn compare(case: &Case) -> Result<BTreeSet<&'static str>, String> {
    let (trace, _) = engine::avraknat(case);
    let change = calculation::computes(case);
    let mut rules = BTreeSet::new();
    let mut compared = 0;
    for (_, node) in trace.iter() {
        let Some(rule) = node.rule() else { continue };
        rules.insert(rule.id);
        let Some((over, under)) = change.get(&node.name) else {
            return Err(format!("{} is not in the second calculation", node.name));
        };
        let expected = BigRational::new((*over).into(), (*under).into());
        if number(&node.value) != expected {
            return Err(format!("{} is {:?}, not {expected}", node.name, node.value));
        }
        compared += 1;
    }
    if compared != change.len() {
        return Err(format!("{compared} figures, the second calculation has {}", change.len()));
    }
    Ok(rules)
}

#[test]
fn the_settlement_is_the_same_by_whole_numbers_only() {
    let mut rules = BTreeSet::new();
    for seed in 0..AVTAL {
        let case = random::case(seed);
        let more =
            compare(&case).unwrap_or_else(|error| panic!("the agreement of seed {seed}: {error}"));
        rules.extend(more);
    }
    let all = vinst_forlust::REGLER.iter().chain(regiondelar::REGLER);
    let all: BTreeSet<_> = all.map(|rule| rule.id).collect();
    assert_eq!(rules, all, "every rule was used");
}

/// A rule that looks at more than it declared, or a status that is forgotten on the way, shows here.
#[test]
fn every_figure_of_a_settlement_computes_again() {
    for seed in 0..20 {
        let (trace, _) = engine::avraknat(&random::case(seed));
        for (id, node) in trace.iter().filter(|(_, node)| !node.name.contains("stockholm")) {
            assert_eq!(trace.evaluate(id), node.value, "{}, seed {seed}", node.name);
        }
    }
}
