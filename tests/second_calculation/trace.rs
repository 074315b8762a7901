//! The trace of constructed countries: every figure computed again from its leaves, led back to
//! cells, given the weakest status of what it rests on, and found by a rule that is listed.

use std::collections::{BTreeMap, BTreeSet};

use statsbidrag::figure::{Evaluator, FigureId, Node, Status, Trace};
use statsbidrag::grants::GRANTS;
use statsbidrag::quantity::Value;

use crate::country::Remainder;
use crate::{engine, random};

/// Enough for every residual policy, both sources of the need model and both rules for the day.
const COUNTRIES: u64 = 40;

/// Statuses of all kinds, spread so that a figure's own can be told from its neighbours'.
fn status(name: &str) -> Status {
    let odd = |word: &str| name.contains(word);
    match name {
        _ if odd("gotland.solidarisk_kostnad") => Status::Exempel,
        _ if odd("skane.befolkning") || odd("formanen") => Status::Preliminar,
        _ if odd("aterbaring_differens") => Status::EjBekraftad,
        _ if odd("foregaende_behovsmodell") => Status::Harledd,
        _ => Status::Faststalld,
    }
}

/// Every figure again, from the leaves and nothing else.
pub(crate) fn once_more(trace: &Trace) -> BTreeMap<FigureId, Value> {
    let mut once_more = Evaluator::new(trace);
    once_more.forget();
    trace.iter().map(|(id, _)| (id, once_more.value(id).clone())).collect()
}

/// The leaves under every figure, found by walking forward.
fn permission(trace: &Trace) -> BTreeMap<FigureId, BTreeSet<FigureId>> {
    let mut permission: BTreeMap<FigureId, BTreeSet<FigureId>> = BTreeMap::new();
    for (id, node) in trace.iter() {
        let own = match node.rule() {
            None => BTreeSet::from([id]),
            Some(_) => {
                trace.operands(id).iter().flat_map(|input| &permission[input]).copied().collect()
            }
        };
        permission.insert(id, own);
    }
    permission
}

#[test]
fn every_figure_computes_again_from_its_leaves() {
    for seed in 0..COUNTRIES {
        let (report, _) = engine(&random::country(seed), status);
        for (id, value) in once_more(&report.trace) {
            let node = report.trace.node(id);
            assert_eq!(value, node.value, "{}, seed {seed}", node.name);
        }
    }
}

/// The trace's own way, which `explain` takes, for one region and the country.
#[test]
fn the_trace_evaluates_single_figures() {
    let mut tried = 0;
    for seed in [3, 4] {
        let (report, _) = engine(&random::country(seed), status);
        let at_whom =
            |node: &Node| [".skane.", ".riket."].iter().any(|part| node.name.contains(part));
        for (id, node) in report.trace.iter().filter(|(_, node)| at_whom(node)) {
            assert_eq!(report.trace.evaluate(id), node.value, "{}, seed {seed}", node.name);
            tried += 1;
        }
    }
    assert!(tried > 200, "only {tried} figures were tried");
}

#[test]
fn every_figure_rests_on_cells_and_on_the_weakest_of_them() {
    let mut statuses = BTreeSet::new();
    for seed in 0..COUNTRIES {
        let (report, _) = engine(&random::country(seed), status);
        for (id, permission) in permission(&report.trace) {
            let node = report.trace.node(id);
            let weakest_of = permission
                .iter()
                .map(|permission| status(&report.trace.node(*permission).name))
                .max();
            // A sum of nothing is zero, whatever the cells say.
            let weakest_of = weakest_of.unwrap_or(Status::Faststalld);
            assert_eq!(node.status, weakest_of, "{}, seed {seed}", node.name);
            statuses.insert(node.status);
        }
    }
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), Status::ALL);
}

#[test]
fn the_trace_names_the_same_leaves() {
    let (report, _) = engine(&random::country(0), status);
    for (id, permission) in permission(&report.trace) {
        assert_eq!(report.trace.leaves([id]), permission, "{}", report.trace.node(id).name);
    }
}

/// Cells changed in a trace give what the changed country gives, and change nothing that does not rest on
/// them; changed back, all is as it was.
#[test]
fn changed_cells_give_what_the_changed_country_gives() {
    let (mut equal, mut changed) = (0, 0);
    for seed in 0..COUNTRIES {
        let country = random::country(seed);
        let mut something_else = country.clone();
        let region = usize::try_from(seed).expect("a seed") % country.population.len();
        something_else.population[region] += 1;
        something_else.cost[region] += 1_000;
        let (before, after) =
            (engine(&country, status).0.trace, engine(&something_else, status).0.trace);
        let new = |(id, node): (FigureId, &Node)| {
            let fresh = &after.node(after.find(&node.name)?).value;
            (node.rule().is_none() && node.value != *fresh).then(|| (id, fresh.clone()))
        };
        let new: Vec<_> = before.iter().filter_map(new).collect();
        assert!(new.len() >= 2, "seed {seed}: {} cells differ", new.len());
        let mut once_more = Evaluator::new(&before);
        once_more.change(new.iter().cloned());
        let is_affected: BTreeSet<_> = once_more.changed().collect();
        let swapped: BTreeSet<_> = new.iter().map(|(id, _)| *id).collect();
        for (id, permission) in permission(&before) {
            assert_eq!(
                is_affected.contains(&id),
                !permission.is_disjoint(&swapped),
                "{}",
                before.node(id).name
            );
        }
        for (id, node) in before.iter() {
            let Some(fresh) = after.find(&node.name).map(|fresh| after.node(fresh)) else {
                continue;
            };
            assert_eq!(once_more.value(id), &fresh.value, "{}, seed {seed}", node.name);
            equal += 1;
            changed += usize::from(node.value != fresh.value);
        }
        once_more.change([]);
        for (id, node) in before.iter() {
            assert_eq!(once_more.value(id), &node.value, "{}, seed {seed}", node.name);
        }
    }
    println!("{equal} figures compared, of which {changed} had changed");
    assert!(equal > 20_000 && changed > 5_000, "{equal} figures, {changed} changed");
}

/// No leaf is read for nothing: each is under some figure. (What is only printed is read elsewhere.)
#[test]
fn every_input_bears_on_a_figure() {
    for seed in 0..COUNTRIES {
        let country = random::country(seed);
        let (report, _) = engine(&country, status);
        let trace = &report.trace;
        let used: BTreeSet<_> = trace.iter().flat_map(|(id, _)| trace.operands(id)).collect();
        // Groups and an outcome: the outcome is only held against them.
        let sample = country.groups.is_some() && country.utfall.is_some();
        let own_plans = country.plan.is_some() && country.before.plan.is_some();
        for (id, node) in report.trace.iter() {
            let permission = node.rule().is_none();
            // Adjustments stated in two ways, or in vain, are only held against each other.
            let tried = ["aterbaring_", ".avdrag"].map(|part| node.name.contains(part));
            let only_tried = node.name.ends_with(".avdrag_tolerans")
                || sample && node.name.ends_with(".behovsmodell_utfall")
                || node.name.starts_with("regleringsbrev.") && tried.contains(&true);
            // What the settlement is computed by, and what of last year's agreement is not settled.
            let settles = ["foregaende_ersatt_andel_", "foregaende_statens_andel_"];
            let settles = settles.iter().any(|part| node.name.contains(part));
            let parts = &country.before.parts;
            let unsettled = parts.components.iter().filter(|one| one.group.is_none());
            let unsettled = unsettled.map(|one| format!(".foregaende_komponent_{}", one.id));
            let netted = parts.groups.iter().any(|group| parts.nets(group.id));
            let unsettled = unsettled.into_iter().any(|name| node.name.ends_with(&name))
                || !netted && node.name.ends_with(".foregaende_aterbaring");
            // Where both years have a plan of their own, the arrears choose which of its months are paid.
            let only_chooses = own_plans && node.name.ends_with(".efterslap");
            assert!(
                !permission
                    || only_tried
                    || only_chooses
                    || settles
                    || unsettled
                    || used.contains(&id),
                "{} bears on nothing",
                node.name
            );
        }
    }
}

#[test]
fn every_rule_is_known_by_its_id_says_what_it_does_and_is_used() {
    let rules: Vec<_> = GRANTS.iter().flat_map(|grant| grant.rules()).collect();
    let idn: BTreeSet<_> = rules.iter().map(|rule| rule.id).collect();
    assert_eq!(idn.len(), rules.len(), "an id is used twice");
    for rule in &rules {
        assert!(rule.text.ends_with('.') && rule.text.len() > 20, "{}: {}", rule.id, rule.text);
        assert!(!rule.source.is_empty(), "{} has no source", rule.id);
        let grant_id = GRANTS.iter().any(|grant| rule.id.starts_with(&format!("{}.", grant.id)));
        assert!(grant_id, "{} belongs to no grant", rule.id);
    }
    let mut used = BTreeSet::new();
    let mut policies = BTreeSet::new();
    for seed in 0..COUNTRIES {
        let country = random::country(seed);
        policies.insert(match country.avtal.rest {
            Remainder::Nobody => 0,
            Remainder::Hamilton => 1,
            Remainder::Largest => 2,
            Remainder::Region(_) => 3,
        });
        for (_, node) in engine(&country, status).0.trace.iter() {
            if let Some(rule) = node.rule() {
                used.insert(rule.id);
            }
        }
    }
    assert_eq!(policies.len(), 4, "a residual policy was not tried");
    // The other grants, and the settlement, are computed twice elsewhere.
    let has = |id: &&str| {
        (id.starts_with("lakemedel.") || id.starts_with("regleringsbrev."))
            && !id.contains(".avstamning_")
            && *id != "regleringsbrev.justering_avraknad"
    };
    let idn: BTreeSet<_> = idn.into_iter().filter(has).collect();
    assert_eq!(used, idn, "rules used, and rules listed");
}
