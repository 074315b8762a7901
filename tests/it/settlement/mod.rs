//! The settlement of profit and loss, computed twice: by the rules and by whole numbers only
//! ([`rakning`]); at, within and beyond the limits; by properties that hold for any agreement; and
//! against the amounts per region that are known for 2023.

mod arbetsboken;
mod egenskaper;
mod facit;
mod fall;
mod granser;
mod motorn;
mod rakning;
mod slump;

use std::collections::BTreeSet;

use num_rational::BigRational;
use statsbidrag::grants::regleringsbrev::rules::{regiondelar, vinst_forlust};
use statsbidrag::quantity::Value;

use fall::Fall;

/// How many agreements are compared.
const AVTAL: u64 = 2_000;

fn tal(value: &Value) -> BigRational {
    let text = match value {
        Value::Heltal(tal) => tal.to_string(),
        Value::Exakt(tal) => tal.som_brak(),
        Value::Datum(dag) => panic!("{dag} is no amount"),
    };
    let (over, under) = text.split_once('/').unwrap_or((&text, "1"));
    let [over, under] = [over, under].map(|text| text.parse().expect("a whole number"));
    BigRational::new(over, under)
}

/// Compares every figure that a rule found; returns the rules, or what differs.
fn jamfor(fall: &Fall) -> Result<BTreeSet<&'static str>, String> {
    let (trace, _) = motorn::avraknat(fall);
    let andra = rakning::rakna(fall);
    let mut regler = BTreeSet::new();
    let mut jamforda = 0;
    for (_, node) in trace.iter() {
        let Some(rule) = node.rule() else { continue };
        regler.insert(rule.id);
        let Some((over, under)) = andra.get(&node.name) else {
            return Err(format!("{} is not in the second calculation", node.name));
        };
        let vantat = BigRational::new((*over).into(), (*under).into());
        if tal(&node.value) != vantat {
            return Err(format!("{} is {:?}, not {vantat}", node.name, node.value));
        }
        jamforda += 1;
    }
    if jamforda != andra.len() {
        return Err(format!("{jamforda} figures, the second calculation has {}", andra.len()));
    }
    Ok(regler)
}

#[test]
fn the_settlement_is_the_same_by_whole_numbers_only() {
    let mut regler = BTreeSet::new();
    for fro in 0..AVTAL {
        let fall = slump::fall(fro);
        let fler = jamfor(&fall).unwrap_or_else(|fel| panic!("the agreement of seed {fro}: {fel}"));
        regler.extend(fler);
    }
    let alla = vinst_forlust::REGLER.iter().chain(regiondelar::REGLER);
    let alla: BTreeSet<_> = alla.map(|rule| rule.id).collect();
    assert_eq!(regler, alla, "every rule was used");
}

/// A rule that looks at more than it declared, or a status that is forgotten on the way, shows here.
#[test]
fn every_figure_of_a_settlement_computes_again() {
    for fro in 0..20 {
        let (trace, _) = motorn::avraknat(&slump::fall(fro));
        for (id, node) in trace.iter().filter(|(_, node)| !node.name.contains("stockholm")) {
            assert_eq!(trace.evaluate(id), node.value, "{}, seed {fro}", node.name);
        }
    }
}
