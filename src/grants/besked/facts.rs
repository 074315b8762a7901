//! What is no number but follows from them: which regions have most, least, and more than the mean per
//! inhabitant, by unrounded values.

use super::inputs::Inputs;
use super::rules::meddelat::Meddelat;
use crate::contract::{Equality, Fact, besked as contract};
use crate::region::Region;
use crate::report::Report;

/// States every fact.
pub(super) fn state(indata: &Inputs, meddelat: &Meddelat, report: &mut Report) {
    let year = indata.ar;
    let text = "medlen enligt besluten och medlen utöver dem är de meddelade medlen";
    let equality = Equality::new(year, text, &contract::DELAR, &contract::MEDDELAT);
    report.state(year, &contract::PROVNINGAR, vec![equality], Vec::new());
    let per_inv = |region: &Region| &meddelat.per_inv.of(*region).value;
    let over = |region: &Region| *per_inv(region) > meddelat.medel.value;
    report.state(year, &contract::OVER_MEDEL, Region::all().filter(over).collect(), Vec::new());
    let mut region = |promise: &Fact<Region>, region: Option<Region>| {
        let region = region.expect("there are 21 regions");
        report.state(year, promise, region, Vec::new());
    };
    region(&contract::PER_INV_HOGST, Region::all().rev().max_by_key(per_inv));
    region(&contract::PER_INV_LAGST, Region::all().min_by_key(per_inv));
}
