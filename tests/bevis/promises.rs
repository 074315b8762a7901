//! What the contract promises is kept, and nothing else is published: figure by figure and fact by fact, by
//! the names and units that the promises give.

use std::collections::BTreeSet;

use statsbidrag::contract::{self, Promised, Shape};
use statsbidrag::region::Region;
use statsbidrag::report::Report;

use crate::uppsattning::berakna;

/// The country, as a figure's name says it.
const COUNTRY: &str = "riket";

/// Whether an id is of a pattern with `{}` for each key.
fn is_of(pattern: &str, id: &str) -> bool {
    let mut parts = pattern.split("{}");
    let Some(mut rest) = parts.next().and_then(|first| id.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<_> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let after = rest.get(1..).and_then(|after| Some(after.split_once(part)?.1));
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.len() > last.len() && rest.ends_with(last)
}

/// A published name: grant, place and id.
fn parts(name: &str) -> (&str, &str, &str) {
    let mut parts = name.splitn(4, '.');
    let mut next = || parts.next().expect("grant, year, place and id");
    let (grant, _, place, id) = (next(), next(), next(), next());
    (grant, place, id)
}

/// The promise that a figure keeps: the one of its very id before those with keys.
fn promise_of(name: &str, shapes: &[Shape]) -> Option<&'static Promised> {
    let (grant, _, id) = parts(name);
    let of = |promise: &&&Promised| {
        promise.grant == grant && shapes.contains(&promise.shape) && is_of(promise.id, id)
    };
    let promises: Vec<_> = contract::promises().collect();
    promises.iter().filter(of).max_by_key(|promise| promise.id.replace("{}", "").len()).copied()
}

fn shapes_in(place: &str) -> &'static [Shape] {
    match place {
        COUNTRY => &[Shape::Country, Shape::Everywhere],
        _ => &[Shape::Regional, Shape::Everywhere],
    }
}

/// The places where a promise is kept in a report.
fn kept(report: &Report, promise: &Promised) -> BTreeSet<String> {
    let figures = report.trace.iter().filter(|(_, node)| {
        let (_, place, _) = parts(&node.name);
        promise_of(&node.name, shapes_in(place)) == Some(promise)
    });
    let facts = report.fact_names().filter(|name| {
        promise.shape == Shape::Fact && promise_of(name, &[Shape::Fact]) == Some(promise)
    });
    let figures = figures.map(|(_, node)| parts(&node.name).1.to_owned());
    figures.chain(facts.map(|_| COUNTRY.to_owned())).collect()
}

#[test]
fn every_promise_is_kept() {
    let report = berakna().report;
    let everywhere: BTreeSet<_> = Region::alla().map(|region| region.id().to_owned()).collect();
    for promise in contract::promises().filter(|promise| !promise.optional) {
        let kept = kept(&report, promise);
        let country = kept.contains(COUNTRY);
        let regions = everywhere.is_subset(&kept);
        let want = match promise.shape {
            Shape::Country | Shape::Fact => country,
            Shape::Regional => regions,
            Shape::Everywhere => country && regions,
        };
        assert!(want, "{} of {} is kept in {kept:?}", promise.constant, promise.grant);
    }
}

#[test]
fn nothing_is_published_that_is_not_promised() {
    let report = berakna().report;
    let mut figures = 0;
    for (_, node) in report.trace.iter() {
        let (_, place, _) = parts(&node.name);
        let promise = promise_of(&node.name, shapes_in(place));
        let promise = promise.unwrap_or_else(|| panic!("{} is not promised", node.name));
        assert_eq!(promise.unit, Some(node.unit), "{}", node.name);
        assert_eq!(promise.label, node.label, "{}", node.name);
        figures += 1;
    }
    for name in report.fact_names() {
        assert!(promise_of(name, &[Shape::Fact]).is_some(), "{name} is not promised");
    }
    assert!(figures > 3_000, "only {figures} figures");
}

#[test]
fn promises_are_told_apart_and_say_what_they_are() {
    let mut seen = BTreeSet::new();
    for promise in contract::promises() {
        let own = (promise.grant, promise.id, promise.shape == Shape::Fact);
        assert!(seen.insert(own), "{} of {} is promised twice", promise.id, promise.grant);
        let labelled = !promise.label.is_empty();
        assert_eq!(labelled, promise.shape != Shape::Fact, "{}", promise.constant);
    }
}

#[test]
fn an_id_is_of_its_pattern() {
    for (pattern, id, want) in [
        ("netto", "netto", true),
        ("netto", "nettot", false),
        ("trappa_niva{}_fran", "trappa_niva2_fran", true),
        ("trappa_niva{}_fran", "trappa_niva_fran", false),
        ("anvant_{}_{}", "anvant_2022_2023", true),
        ("anvant_{}_{}", "anvant_2022", false),
        ("pott_{}", "pott_2024", true),
    ] {
        assert_eq!(is_of(pattern, id), want, "{id} of {pattern}");
    }
}
