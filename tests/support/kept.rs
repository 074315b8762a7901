//! Which promises a report keeps, and where: by the names that the promises give.

use std::collections::{BTreeMap, BTreeSet};

use statsbidrag::contract::{self, Promised, Shape};
use statsbidrag::region::Region;
use statsbidrag::report::Report;

/// The country, as a figure's name says it.
const COUNTRY: &str = "riket";

/// Whether an id is of a pattern with `{}` for each key.
pub(crate) fn is_of(pattern: &str, id: &str) -> bool {
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
pub(crate) fn parts(name: &str) -> (&str, &str, &str) {
    let mut parts = name.splitn(4, '.');
    let mut next = || parts.next().expect("grant, year, place and id");
    let (grant, _, place, id) = (next(), next(), next(), next());
    (grant, place, id)
}

/// The promise that a figure keeps: the one of its very id before those with keys.
pub(crate) fn promise_of(name: &str, shapes: &[Shape]) -> Option<&'static Promised> {
    let (grant, _, id) = parts(name);
    let of = |promise: &&&Promised| {
        promise.grant == grant && shapes.contains(&promise.shape) && is_of(promise.id, id)
    };
    let promises: Vec<_> = contract::promises().collect();
    promises.iter().filter(of).max_by_key(|promise| promise.id.replace("{}", "").len()).copied()
}

/// The shapes a promise of a figure in a place may have.
pub(crate) fn shapes_in(place: &str) -> &'static [Shape] {
    match place {
        COUNTRY => &[Shape::Country, Shape::Everywhere],
        _ => &[Shape::Regional, Shape::Everywhere],
    }
}

/// The places where each promise is kept, by its grant and constant.
pub(crate) type Kept = BTreeMap<(&'static str, &'static str), BTreeSet<String>>;

/// What a report keeps.
pub(crate) fn kept(report: &Report) -> Kept {
    let figures = report.trace.iter().map(|(_, node)| {
        let place = parts(&node.name).1;
        (promise_of(&node.name, shapes_in(place)), place)
    });
    let facts = report.fact_names().map(|name| (promise_of(name, &[Shape::Fact]), COUNTRY));
    let mut kept = Kept::new();
    for (promise, place) in figures.chain(facts) {
        if let Some(Promised { grant, constant, .. }) = promise {
            kept.entry((grant, constant)).or_default().insert(place.to_owned());
        }
    }
    kept
}

/// Whether a promise is kept in every place it is of.
pub(crate) fn is_kept(promise: &Promised, kept: &Kept) -> bool {
    let Some(places) = kept.get(&(promise.grant, promise.constant)) else { return false };
    let country = places.contains(COUNTRY);
    let regions = Region::all().all(|region| places.contains(region.id()));
    match promise.shape {
        Shape::Country | Shape::Fact => country,
        Shape::Regional => regions,
        Shape::Everywhere => country && regions,
    }
}
