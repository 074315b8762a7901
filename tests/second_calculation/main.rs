//! The second calculation: everything läkemedelsförmånerna and their payment give, computed once more by other means
//! ([`rakning`], [`almanac`]) and compared figure by figure with the engine, over thousands of
//! constructed countries and the real one of 2024. A difference is a bug in one of them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the message"
)]

mod almanac;
mod beredskap;
mod calculation;
mod calendar;
mod country;
mod inputs;
mod medel;
mod published;
mod random;
mod stopped;
mod trace;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use statsbidrag::contract::lakemedel as contract;
use statsbidrag::figure::Status;
use statsbidrag::grants::regleringsbrev::inputs::Lakemedel;
use statsbidrag::grants::{lakemedel, regleringsbrev};
use statsbidrag::problem::Problems;
use statsbidrag::quantity::Value;
use statsbidrag::region::Region;
use statsbidrag::report::Report;

use calculation::{Number, Q, Svar};
use country::CountryCase;
use inputs::{StatusOf, inputs};

/// How many countries are compared.
const COUNTRIES: u64 = 2_000;

/// The engine on a country: the report, and the codes of the problems it found.
fn engine(country: &CountryCase, status: StatusOf) -> (Report, BTreeSet<&'static str>) {
    let (mut report, mut problems) = (Report::new(), Problems::new());
    let inputs = inputs(country, &mut report.trace, status);
    let [grants, _] = contract::NYCKEL;
    let key = &contract::FOREGAENDE_VINST_FORLUST_NYCKEL;
    report.state(country.year, key, grants.to_owned(), Vec::new());
    // What was deducted the year before is no part of a country.
    let in_part = &contract::FOREGAENDE_AVDRAG_KANDA;
    report.state(country.year, in_part, "bara en del".to_owned(), Vec::new());
    // A step that cannot be taken has said why in the problems.
    let _: Option<()> = lakemedel::compute_inputs(&inputs, &mut report, &mut problems);
    let brev = inputs::brev(country, &mut report.trace, status);
    if let Some(lakemedel) = Lakemedel::fetch(&report, country.year) {
        let _: Option<()> =
            regleringsbrev::compute_inputs(&brev, &lakemedel, &mut report, &mut problems);
    }
    let codes = problems.iter().map(|problem| problem.code.name()).collect();
    (report, codes)
}

fn number(value: &Value) -> Number {
    match value {
        Value::Integer(number) => Number::Whole(*number),
        Value::Datum(day) => Number::Day(day.year(), day.month(), day.day()),
        Value::Exact(number) => Number::Exact(Q::read(&number.as_fraction())),
    }
}

/// Every figure that a rule found.
fn derived(report: &Report) -> BTreeMap<String, Number> {
    let nodes = report.trace.iter().map(|(_, node)| node);
    nodes
        .filter(|node| node.rule().is_some())
        .map(|node| (node.name.clone(), number(&node.value)))
        .collect()
}

/// Compares everything; returns how many figures, or what differs.
fn compare(country: &CountryCase) -> Result<usize, String> {
    let (report, codes) = engine(country, |_| Status::Faststalld);
    let Svar { figures, codes: all_expected, sets, .. } = calculation::computes(country);
    let of_the_engine = derived(&report);
    for (name, expected) in &figures {
        if of_the_engine.get(name) != Some(expected) {
            return Err(format!("{name} is {:?}, not {expected:?}", of_the_engine.get(name)));
        }
    }
    if let Some(name) = of_the_engine.keys().find(|name| !figures.contains_key(*name)) {
        return Err(format!("{name} is not in the second calculation"));
    }
    if codes != all_expected {
        return Err(format!("problems {codes:?}, not {all_expected:?}"));
    }
    let all_the_way =
        figures.keys().any(|name| name.ends_with(".riket.solidariskt_finansiering_forandring"));
    for (name, expected) in sets.iter().filter(|_| all_the_way) {
        let name = &format!("lakemedel.{}.riket.{name}", country.year);
        let alone = report.fact_named::<Region>(name).map(std::slice::from_ref);
        let set_of = report.fact_named::<Vec<Region>>(name).map(Vec::as_slice).or(alone);
        let set_of: Vec<_> =
            set_of.expect("a stated set").iter().map(|region| region.id()).collect();
        if set_of != *expected {
            return Err(format!("{name} is {set_of:?}, not {expected:?}"));
        }
    }
    Ok(figures.len())
}

#[test]
fn two_calculations_agree_on_thousands_of_countries() {
    let compared_count = (0..COUNTRIES).into_par_iter().map(|seed| {
        compare(&random::country(seed))
            .map_err(|error| format!("the country of seed {seed}: {error}"))
    });
    let compared_count: Result<Vec<_>, _> = compared_count.collect();
    let compared_count: usize =
        compared_count.unwrap_or_else(|error| panic!("{error}")).into_iter().sum();
    println!("{compared_count} figures of {COUNTRIES} countries compared");
    assert!(compared_count > 1_000_000, "only {compared_count} figures were compared");
}

/// The constructed decisions are of all kinds: some in order, some with each fault.
#[test]
fn constructed_countries_have_every_fault_and_none() {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..400 {
        let codes = calculation::computes(&random::country(seed)).codes;
        *count.entry("inga").or_default() += usize::from(codes.is_empty());
        for code in codes {
            *count.entry(code).or_default() += 1;
        }
    }
    println!("{count:?}");
    for code in ["inga", "R01", "R04", "R05", "R07", "R08"] {
        assert!(count.get(code).is_some_and(|count| *count > 5), "{code}: {count:?}");
    }
}
