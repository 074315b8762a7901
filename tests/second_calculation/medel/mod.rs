//! A decision that shares out money and the overview, computed once more by other means ([`rakning`]) and
//! compared figure by figure with the engine, over thousands of constructed countries and the real one
//! of 2024.

mod calculation;
mod country;
mod decision;
mod inputs;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rust_decimal::Decimal;
use statsbidrag::contract::beslut::Mottagare;
use statsbidrag::contract::{self, Fact};
use statsbidrag::figure::{CellRef, Status};
use statsbidrag::grants::{besked, beslut};
use statsbidrag::problem::{Problems, Severity};
use statsbidrag::region::Region;
use statsbidrag::report::Report;

use crate::calculation::Number;
use crate::country::{COUNT, REGIONS, Regions, Remainder};
use crate::inputs::StatusOf;
use crate::trace::once_more;
use crate::{derived, published};
use calculation::Svar;
use country::CountryCase;
use decision::NAME;
use inputs::{of_the_decision, of_the_overview};

/// How many countries are compared.
const COUNTRIES: u64 = 3_000;

/// Sets of regions by their grant and name.
type Sets = BTreeMap<(&'static str, &'static str), Vec<&'static str>>;

/// The engine on a country: the report, and the codes of the problems it found.
fn engine(country: &CountryCase, status: StatusOf) -> (Report, BTreeSet<&'static str>) {
    let (mut report, mut problems) = (Report::new(), Problems::new());
    let inputs = of_the_decision(country, &mut report, status);
    beslut::compute_inputs(&inputs, &mut report, &mut problems).expect("it can be shared out");
    let inputs = of_the_overview(country, &mut report, status);
    besked::compute_inputs(&inputs, &mut report, &mut problems);
    // What only looks wrong is no matter of calculation.
    let errors = problems.iter().filter(|problem| problem.code.severity() == Severity::Error);
    let codes = errors.map(|problem| problem.code.name()).collect();
    (report, codes)
}

/// The sets of regions that the engine stated, by their grant and name.
fn sets_of_the_engine(report: &Report, year: i32) -> Sets {
    use contract::{besked, beslut};
    let (d, b) = ("beslut", "besked");
    let regions = |promise: &Fact<Vec<Region>>| {
        let (regions, _) = report.stated(year, promise).expect("a set of regions");
        regions.iter().map(|region| region.id()).collect::<Vec<_>>()
    };
    let region = |promise: &Fact<Region>| {
        let (region, _) = report.stated(year, promise).expect("a region");
        vec![region.id()]
    };
    let one = |found: Option<(&Mottagare, &[CellRef])>| {
        vec![found.and_then(|(one, _)| one.region).expect("a region").id()]
    };
    let mut sets = BTreeMap::from([
        ((d, "storst"), one(report.stated(year, &beslut::STORST.at(NAME)))),
        ((d, "per_inv_hogst"), one(report.stated(year, &beslut::PER_INV_HOGST.at(NAME)))),
        ((b, "over_medel"), regions(&besked::OVER_MEDEL)),
        ((b, "per_inv_hogst"), region(&besked::PER_INV_HOGST)),
        ((b, "per_inv_lagst"), region(&besked::PER_INV_LAGST)),
    ]);
    // Where nobody gets anything there is nobody to name.
    for (name, stated) in [
        ("exempelmottagare", report.stated(year, &beslut::EXEMPELMOTTAGARE.at(NAME))),
        ("minst", report.stated(year, &beslut::MINST.at(NAME))),
        ("per_inv_lagst", report.stated(year, &beslut::PER_INV_LAGST.at(NAME))),
    ] {
        sets.extend(stated.map(|stated| ((d, name), one(Some(stated)))));
    }
    sets
}

/// How many figures of each grant were compared.
type Compared = BTreeMap<&'static str, usize>;

/// Compares everything; returns how many figures, or what differs.
fn compare(country: &CountryCase) -> Result<Compared, String> {
    let (report, codes) = engine(country, |_| Status::Faststalld);
    let answer = calculation::computes(country);
    let of_the_engine = derived(&report);
    for (name, expected) in &answer.figures {
        if of_the_engine.get(name) != Some(expected) {
            return Err(format!("{name} is {:?}, not {expected:?}", of_the_engine.get(name)));
        }
    }
    if let Some(name) = of_the_engine.keys().find(|name| !answer.figures.contains_key(*name)) {
        return Err(format!("{name} is not in the second calculation"));
    }
    if codes != answer.codes {
        return Err(format!("problems {codes:?}, not {:?}", answer.codes));
    }
    let sets = sets_of_the_engine(&report, country.year);
    if sets != answer.sets {
        return Err(format!("the regions are {sets:?}, not {:?}", answer.sets));
    }
    let count = |grant: &str| of_the_engine.keys().filter(|name| name.starts_with(grant)).count();
    Ok(["beslut.", "besked."].into_iter().map(|grant| (grant, count(grant))).collect())
}

/// How many figures of a grant were compared in all countries, which are compared once.
fn compared(grant: &str) -> usize {
    static THE_COUNTRIES: OnceLock<Result<Vec<Compared>, String>> = OnceLock::new();
    let countries = THE_COUNTRIES.get_or_init(|| {
        let countries = (0..COUNTRIES).into_par_iter().map(|seed| {
            compare(&country::country(seed))
                .map_err(|error| format!("the country of seed {seed}: {error}"))
        });
        countries.collect()
    });
    let countries = countries.as_ref().unwrap_or_else(|error| panic!("{error}"));
    countries.iter().map(|count| count[grant]).sum()
}

#[test]
fn two_calculations_of_a_decision_agree() {
    let count = compared("beslut.");
    println!("{count} figures of {COUNTRIES} countries compared");
    assert!(count > 300_000, "only {count} figures were compared");
}

#[test]
fn two_calculations_of_the_overview_agree() {
    let count = compared("besked.");
    println!("{count} figures of {COUNTRIES} countries compared");
    assert!(count > 140_000, "only {count} figures were compared");
}

/// The countries are odd enough: every rule is used, every problem met, and every policy has something
/// left to place.
#[test]
fn every_rule_of_a_decision_and_the_overview_is_used() {
    let (mut rules, mut codes, mut placed) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for seed in 0..200 {
        let country = country::country(seed);
        let (report, found) = engine(&country, |_| Status::Faststalld);
        codes.extend(found);
        let residual =
            report.trace.find(&format!("beslut.{}.riket.{NAME}.residual_1", country.year));
        let residual = report.trace.node(residual.expect("a residual")).value.exact();
        if residual.is_some_and(|residual| !residual.is_zero()) {
            let policy = format!("{:?}", country.rest);
            placed.insert(policy.split('(').next().unwrap_or_default().to_owned());
        }
        for (_, node) in report.trace.iter() {
            if let Some(rule) = node.rule() {
                rules.insert(rule.id);
            }
        }
    }
    let steps = [beslut::rules::STEG, besked::rules::STEG].concat();
    let all: Vec<_> = steps.iter().flat_map(|step| step.rules).copied().collect();
    assert_eq!(rules, all.iter().map(|rule| rule.id).collect());
    assert_eq!(codes, BTreeSet::from(["R01", "R04", "R05"]));
    assert_eq!(placed.len(), 4, "{placed:?}");
}

/// Each figure again from its leaves, and with the weakest of their statuses.
#[test]
fn the_figures_of_a_decision_and_the_overview_compute_again() {
    let status: StatusOf = |name| match name {
        _ if name.ends_with(".meddelat") => Status::Preliminar,
        _ if name.contains("nyckel_2") => Status::Harledd,
        _ => Status::Faststalld,
    };
    for seed in 0..40 {
        let country = country::country(seed);
        let (report, _) = engine(&country, status);
        for (id, value) in once_more(&report.trace) {
            let node = report.trace.node(id);
            assert_eq!(value, node.value, "{}, seed {seed}", node.name);
        }
        let status_of = |name: &str| {
            let name = name.replacen(".2024.", &format!(".{}.", country.year), 1);
            report.trace.node(report.trace.find(&name).expect("a figure")).status
        };
        assert_eq!(status_of("beslut.2024.skane.prov.belopp"), Status::Harledd);
        assert_eq!(status_of("beslut.2024.riket.prov.befolkning"), Status::Faststalld);
        assert_eq!(status_of("besked.2024.skane.utover_beslut"), Status::Preliminar);
        assert_eq!(status_of("besked.2024.riket.omtalat_skillnad"), Status::Preliminar);
    }
}

/// What the run proves of its documents holds in any country without problems.
#[test]
fn both_grants_say_what_shall_be_equal() {
    let mut tried = 0;
    for seed in 0..40 {
        let country = country::country(seed);
        let (report, codes) = engine(&country, |_| Status::Faststalld);
        let value =
            |name: &str| &report.trace.node(report.trace.find(name).expect("a figure")).value;
        for equal in report.equalities() {
            assert!(
                codes.contains("R01") || value(&equal.left) == value(&equal.right),
                "{}, seed {seed}",
                equal.text
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 2 * 40);
}

/// The country of 2024, straight from the published figures, without a workbook.
fn country_2024(rest: Remainder) -> CountryCase {
    let file = "sektorsbidrag-2024";
    CountryCase {
        year: 2024,
        pot: 3_000_000_000,
        population: published::column_of(file, "folkmangd_2023_11_01"),
        standardkostnad: published::column_of(file, "standardkostnad_2024_kr_per_inv_harledd"),
        base: 0,
        floor: None,
        ceiling: None,
        rest,
        changes: None,
        fixed: None,
        own_population: false,
        meddelat: published::column_of("besked-2024", "besked_mnkr_preliminar_publicerat"),
        omtalat: Decimal::new(98, 1),
        step: 100,
    }
}

fn wholly(answer: &Svar, name: &str) -> i64 {
    match &answer.figures[name] {
        Number::Whole(number) => *number,
        something_else => panic!("{name} is {something_else:?}"),
    }
}

#[test]
fn both_calculations_give_the_published_sektorsbidrag() {
    let expected: Regions<i64> =
        published::column_of("sektorsbidrag-2024", "fordelade_medel_kr_publicerat");
    assert_eq!(expected.iter().sum::<i64>(), 3_000_000_000);
    // What each rule had left to place: nothing, the eleven kronor above the whole ones, nothing.
    for (rest, residual) in
        [(Remainder::Nobody, 0), (Remainder::Hamilton, 11), (Remainder::Largest, 0)]
    {
        let country = country_2024(rest);
        compare(&country).unwrap_or_else(|error| panic!("{rest:?}: {error}"));
        let answer = calculation::computes(&country);
        assert!(answer.codes.is_empty(), "{rest:?}: {:?}", answer.codes);
        for place in 0..COUNT {
            let name = format!("beslut.2024.{}.prov.belopp", REGIONS[place]);
            assert_eq!(wholly(&answer, &name), expected[place], "{rest:?}");
        }
        assert_eq!(wholly(&answer, "beslut.2024.riket.prov.residual_1"), residual, "{rest:?}");
    }
}

#[test]
fn the_sum_and_the_amount_spoken_of() {
    let answer = calculation::computes(&country_2024(Remainder::Nobody));
    for (name, mnkr) in [
        ("meddelat", 9_842),
        ("meddelat_avrundat", 9_800),
        ("omtalat_skillnad", 0),
        ("omtalat_avrundning", 42),
        ("utover_beslut", 6_842),
    ] {
        let kronor = Number::Exact(crate::calculation::Q::wholly(mnkr * 1_000_000));
        assert_eq!(answer.figures[&format!("besked.2024.riket.{name}")], kronor, "{name}");
    }
}
