//! The trace of constructed countries: every figure computed again from its leaves, led back to
//! cells, given the weakest status of what it rests on, and found by a rule that is listed.

use std::collections::{BTreeMap, BTreeSet};

use statsbidrag::figure::{Evaluator, FigureId, Node, Status, Trace};
use statsbidrag::grants::GRANTS;
use statsbidrag::quantity::Value;

use crate::land::Rest;
use crate::{motorn, slump};

/// Enough for every residual policy, both sources of the need model and both rules for the day.
const LANDER: u64 = 40;

/// Statuses of all kinds, spread so that a figure's own can be told from its neighbours'.
fn status(namn: &str) -> Status {
    let udda = |ord: &str| namn.contains(ord);
    match namn {
        _ if udda("gotland.solidarisk_kostnad") => Status::Exempel,
        _ if udda("skane.befolkning") || udda("formanen") => Status::Preliminar,
        _ if udda("aterbaring_differens") => Status::EjBekraftad,
        _ if udda("foregaende_behovsmodell") => Status::Harledd,
        _ => Status::Faststalld,
    }
}

/// Every figure again, from the leaves and nothing else.
pub(crate) fn om_igen(trace: &Trace) -> BTreeMap<FigureId, Value> {
    let mut om_igen = Evaluator::new(trace);
    om_igen.forget();
    trace.iter().map(|(id, _)| (id, om_igen.value(id).clone())).collect()
}

/// The leaves under every figure, found by walking forward.
fn lov(trace: &Trace) -> BTreeMap<FigureId, BTreeSet<FigureId>> {
    let mut lov: BTreeMap<FigureId, BTreeSet<FigureId>> = BTreeMap::new();
    for (id, node) in trace.iter() {
        let egna = match node.rule() {
            None => BTreeSet::from([id]),
            Some(_) => trace.operands(id).iter().flat_map(|input| &lov[input]).copied().collect(),
        };
        lov.insert(id, egna);
    }
    lov
}

#[test]
fn every_figure_computes_again_from_its_leaves() {
    for fro in 0..LANDER {
        let (report, _) = motorn(&slump::land(fro), status);
        for (id, value) in om_igen(&report.trace) {
            let node = report.trace.node(id);
            assert_eq!(value, node.value, "{}, seed {fro}", node.name);
        }
    }
}

/// The trace's own way, which `explain` takes, for one region and the country.
#[test]
fn the_trace_evaluates_single_figures() {
    let mut provade = 0;
    for fro in [3, 4] {
        let (report, _) = motorn(&slump::land(fro), status);
        let hos = |node: &Node| [".skane.", ".riket."].iter().any(|del| node.name.contains(del));
        for (id, node) in report.trace.iter().filter(|(_, node)| hos(node)) {
            assert_eq!(report.trace.evaluate(id), node.value, "{}, seed {fro}", node.name);
            provade += 1;
        }
    }
    assert!(provade > 200, "only {provade} figures were tried");
}

#[test]
fn every_figure_rests_on_cells_and_on_the_weakest_of_them() {
    let mut statusar = BTreeSet::new();
    for fro in 0..LANDER {
        let (report, _) = motorn(&slump::land(fro), status);
        for (id, lov) in lov(&report.trace) {
            let node = report.trace.node(id);
            let svagast = lov.iter().map(|lov| status(&report.trace.node(*lov).name)).max();
            // A sum of nothing is zero, whatever the cells say.
            let svagast = svagast.unwrap_or(Status::Faststalld);
            assert_eq!(node.status, svagast, "{}, seed {fro}", node.name);
            statusar.insert(node.status);
        }
    }
    assert_eq!(statusar.into_iter().collect::<Vec<_>>(), Status::ALLA);
}

#[test]
fn the_trace_names_the_same_leaves() {
    let (report, _) = motorn(&slump::land(0), status);
    for (id, lov) in lov(&report.trace) {
        assert_eq!(report.trace.leaves([id]), lov, "{}", report.trace.node(id).name);
    }
}

/// Cells changed in a trace give what the changed country gives, and change nothing that does not rest on
/// them; changed back, all is as it was.
#[test]
fn changed_cells_give_what_the_changed_country_gives() {
    let (mut lika, mut andrade) = (0, 0);
    for fro in 0..LANDER {
        let land = slump::land(fro);
        let mut annat = land.clone();
        let region = usize::try_from(fro).expect("a seed") % land.folk.len();
        annat.folk[region] += 1;
        annat.kostnad[region] += 1_000;
        let (fore, efter) = (motorn(&land, status).0.trace, motorn(&annat, status).0.trace);
        let nya = |(id, node): (FigureId, &Node)| {
            let ny = &efter.node(efter.find(&node.name)?).value;
            (node.rule().is_none() && node.value != *ny).then(|| (id, ny.clone()))
        };
        let nya: Vec<_> = fore.iter().filter_map(nya).collect();
        assert!(nya.len() >= 2, "seed {fro}: {} cells differ", nya.len());
        let mut om_igen = Evaluator::new(&fore);
        om_igen.change(nya.iter().cloned());
        let berors: BTreeSet<_> = om_igen.changed().collect();
        let bytta: BTreeSet<_> = nya.iter().map(|(id, _)| *id).collect();
        for (id, lov) in lov(&fore) {
            assert_eq!(berors.contains(&id), !lov.is_disjoint(&bytta), "{}", fore.node(id).name);
        }
        for (id, node) in fore.iter() {
            let Some(ny) = efter.find(&node.name).map(|ny| efter.node(ny)) else { continue };
            assert_eq!(om_igen.value(id), &ny.value, "{}, seed {fro}", node.name);
            lika += 1;
            andrade += usize::from(node.value != ny.value);
        }
        om_igen.change([]);
        for (id, node) in fore.iter() {
            assert_eq!(om_igen.value(id), &node.value, "{}, seed {fro}", node.name);
        }
    }
    println!("{lika} figures compared, of which {andrade} had changed");
    assert!(lika > 20_000 && andrade > 5_000, "{lika} figures, {andrade} changed");
}

/// No leaf is read for nothing: each is under some figure. (What is only printed is read elsewhere.)
#[test]
fn every_input_bears_on_a_figure() {
    for fro in 0..LANDER {
        let land = slump::land(fro);
        let (report, _) = motorn(&land, status);
        let trace = &report.trace;
        let anvanda: BTreeSet<_> = trace.iter().flat_map(|(id, _)| trace.operands(id)).collect();
        // Groups and an outcome: the outcome is only held against them.
        let prov = land.grupper.is_some() && land.utfall.is_some();
        for (id, node) in report.trace.iter() {
            let lov = node.rule().is_none();
            // Adjustments stated in two ways, or in vain, are only held against each other.
            let provade = ["aterbaring_", ".ihsi"].map(|del| node.name.contains(del));
            let bara_provad = prov && node.name.ends_with(".behovsmodell_utfall")
                || node.name.starts_with("regleringsbrev.") && provade.contains(&true);
            assert!(!lov || bara_provad || anvanda.contains(&id), "{} bears on nothing", node.name);
        }
    }
}

#[test]
fn every_rule_is_known_by_its_id_says_what_it_does_and_is_used() {
    let regler: Vec<_> = GRANTS.iter().flat_map(|grant| (grant.regler)()).collect();
    let idn: BTreeSet<_> = regler.iter().map(|rule| rule.id).collect();
    assert_eq!(idn.len(), regler.len(), "an id is used twice");
    for rule in &regler {
        assert!(rule.text.ends_with('.') && rule.text.len() > 20, "{}: {}", rule.id, rule.text);
        assert!(!rule.kalla.is_empty(), "{} has no source", rule.id);
        let bidrag = GRANTS.iter().any(|grant| rule.id.starts_with(&format!("{}.", grant.id)));
        assert!(bidrag, "{} belongs to no grant", rule.id);
    }
    let mut anvanda = BTreeSet::new();
    let mut policyer = BTreeSet::new();
    for fro in 0..LANDER {
        let land = slump::land(fro);
        policyer.insert(match land.avtal.rest {
            Rest::Ingen => 0,
            Rest::Hamilton => 1,
            Rest::Storst => 2,
            Rest::Region(_) => 3,
        });
        for (_, node) in motorn(&land, status).0.trace.iter() {
            if let Some(rule) = node.rule() {
                anvanda.insert(rule.id);
            }
        }
    }
    assert_eq!(policyer.len(), 4, "a residual policy was not tried");
    // The other grants, and the settlement, are computed twice elsewhere.
    let har = |id: &&str| {
        (id.starts_with("lakemedel.") || id.starts_with("regleringsbrev."))
            && !id.contains(".avstamning_")
            && *id != "regleringsbrev.justering_avraknad"
    };
    let idn: BTreeSet<_> = idn.into_iter().filter(har).collect();
    assert_eq!(anvanda, idn, "rules used, and rules listed");
}
