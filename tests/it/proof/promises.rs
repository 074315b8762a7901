//! What the contract promises is kept, and nothing else is published: figure by figure and fact by fact, by
//! the names and units that the promises give.

use std::collections::BTreeSet;

use statsbidrag::contract::{self, Promised, Shape};

use crate::document_set::compute;
use crate::kept::{is_kept, is_of, kept, parts, promise_of, shapes_in};

#[test]
fn every_promise_is_kept() {
    let report = compute().report;
    let kept = kept(&report);
    for promise in contract::promises().filter(|promise| !promise.optional) {
        let Promised { grant, constant, .. } = promise;
        let places = kept.get(&(*grant, *constant));
        assert!(is_kept(promise, &kept), "{constant} of {grant} is kept in {places:?}");
    }
}

#[test]
fn nothing_is_published_that_is_not_promised() {
    let report = compute().report;
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
