//! What is no number but follows from them: the day of the population, and the regions the decision's
//! prose speaks of, by unrounded values.

use super::inputs::Inputs;
use super::rules::belopp::Belopp;
use super::schema;
use crate::contract::{Equality, Fact, sektorsbidrag as contract};
use crate::region::Region;
use crate::report::Report;

/// States every fact.
pub(super) fn state(indata: &Inputs, belopp: &Belopp, report: &mut Report) {
    let year = indata.ar;
    let day = schema::befolkningsdag(year);
    report.state(year, &contract::BEFOLKNINGSDAG, day, Vec::new());
    let text = "sektorsbidragens summa är det belopp som fördelas";
    let equality = Equality::new(year, text, &contract::BELOPP, &contract::POTT);
    report.state(year, &contract::PROVNINGAR, vec![equality], Vec::new());
    let mut region = |promise: &Fact<Region>, region: Option<Region>| {
        let region = region.expect("there are 21 regions");
        report.state(year, promise, region, Vec::new());
    };
    // The smallest numbers are the easiest to follow.
    let folk = |region: &Region| indata.befolkning[*region].value;
    region(&contract::EXEMPELREGION, Region::all().min_by_key(folk));
    // The one that takes a residual is largest before it does.
    let exakt = |region: &Region| &belopp.exakt.of(*region).value;
    region(&contract::STORST, Region::all().rev().max_by_key(exakt));
    let per_inv = |region: &Region| &belopp.per_inv.of(*region).value;
    region(&contract::PER_INV_HOGST, Region::all().rev().max_by_key(per_inv));
    region(&contract::PER_INV_LAGST, Region::all().min_by_key(per_inv));
}
