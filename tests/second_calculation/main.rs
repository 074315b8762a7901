//! The second calculation: everything läkemedelsförmånerna and their payment give, computed once more by other means
//! ([`rakning`], [`almanacka`]) and compared figure by figure with the engine, over thousands of
//! constructed countries and the real one of 2024. A difference is a bug in one of them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the message"
)]

mod almanacka;
mod beredskap;
mod indata;
mod kalendern;
mod land;
mod medel;
mod publicerat;
mod rakning;
mod slump;
mod sparet;
mod stopp;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use statsbidrag::figure::Status;
use statsbidrag::grants::regleringsbrev::inputs::Lakemedel;
use statsbidrag::grants::{lakemedel, regleringsbrev};
use statsbidrag::problem::Problems;
use statsbidrag::quantity::Value;
use statsbidrag::region::Region;
use statsbidrag::report::Report;

use indata::{StatusAv, indata};
use land::Land;
use rakning::{Q, Svar, Tal};

/// How many countries are compared.
const LANDER: u64 = 2_000;

/// The engine on a country: the report, and the codes of the problems it found.
fn motorn(land: &Land, status: StatusAv) -> (Report, BTreeSet<&'static str>) {
    let (mut report, mut problems) = (Report::new(), Problems::new());
    let indata = indata(land, &mut report.trace, status);
    // A step that cannot be taken has said why in the problems.
    let _: Option<()> = lakemedel::berakna_indata(&indata, &mut report, &mut problems);
    let brev = indata::brev(land, &mut report.trace, status);
    if let Some(lakemedel) = Lakemedel::hamta(&report, land.ar) {
        let _: Option<()> =
            regleringsbrev::berakna_indata(&brev, &lakemedel, &mut report, &mut problems);
    }
    let koder = problems.iter().map(|problem| problem.code.name()).collect();
    (report, koder)
}

fn tal(value: &Value) -> Tal {
    match value {
        Value::Heltal(tal) => Tal::Helt(*tal),
        Value::Datum(dag) => Tal::Dag(dag.year(), dag.month(), dag.day()),
        Value::Exakt(tal) => Tal::Exakt(Q::las(&tal.som_brak())),
    }
}

/// Every figure that a rule found.
fn harledda(report: &Report) -> BTreeMap<String, Tal> {
    let noder = report.trace.iter().map(|(_, node)| node);
    noder
        .filter(|node| node.rule().is_some())
        .map(|node| (node.name.clone(), tal(&node.value)))
        .collect()
}

/// Compares everything; returns how many figures, or what differs.
fn jamfor(land: &Land) -> Result<usize, String> {
    let (report, koder) = motorn(land, |_| Status::Faststalld);
    let Svar { figurer, koder: vantade, mangder, .. } = rakning::rakna(land);
    let motorns = harledda(&report);
    for (namn, vantat) in &figurer {
        if motorns.get(namn) != Some(vantat) {
            return Err(format!("{namn} is {:?}, not {vantat:?}", motorns.get(namn)));
        }
    }
    if let Some(namn) = motorns.keys().find(|namn| !figurer.contains_key(*namn)) {
        return Err(format!("{namn} is not in the second calculation"));
    }
    if koder != vantade {
        return Err(format!("problems {koder:?}, not {vantade:?}"));
    }
    let hela_vagen = figurer.keys().any(|namn| namn.ends_with(".riket.ovre_steg_forandring"));
    for (namn, vantad) in mangder.iter().filter(|_| hela_vagen) {
        let namn = &format!("lakemedel.{}.riket.{namn}", land.ar);
        let ensam = report.fact_named::<Region>(namn).map(std::slice::from_ref);
        let mangd = report.fact_named::<Vec<Region>>(namn).map(Vec::as_slice).or(ensam);
        let mangd: Vec<_> = mangd.expect("a stated set").iter().map(|region| region.id()).collect();
        if mangd != *vantad {
            return Err(format!("{namn} is {mangd:?}, not {vantad:?}"));
        }
    }
    Ok(figurer.len())
}

#[test]
fn two_calculations_agree_on_thousands_of_countries() {
    let jamfort = (0..LANDER).into_par_iter().map(|fro| {
        jamfor(&slump::land(fro)).map_err(|fel| format!("the country of seed {fro}: {fel}"))
    });
    let jamfort: Result<Vec<_>, _> = jamfort.collect();
    let jamfort: usize = jamfort.unwrap_or_else(|fel| panic!("{fel}")).into_iter().sum();
    println!("{jamfort} figures of {LANDER} countries compared");
    assert!(jamfort > 1_000_000, "only {jamfort} figures were compared");
}

/// The constructed decisions are of all kinds: some in order, some with each fault.
#[test]
fn constructed_countries_have_every_fault_and_none() {
    let mut antal: BTreeMap<&str, usize> = BTreeMap::new();
    for fro in 0..400 {
        let koder = rakning::rakna(&slump::land(fro)).koder;
        *antal.entry("inga").or_default() += usize::from(koder.is_empty());
        for kod in koder {
            *antal.entry(kod).or_default() += 1;
        }
    }
    println!("{antal:?}");
    for kod in ["inga", "R01", "R04", "R05", "R07"] {
        assert!(antal.get(kod).is_some_and(|antal| *antal > 5), "{kod}: {antal:?}");
    }
}
