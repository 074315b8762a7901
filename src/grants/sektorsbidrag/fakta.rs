//! What is no number but follows from them: the day of the population, and the regions the decision's
//! prose speaks of, by unrounded values.

use std::collections::BTreeMap;

use super::inputs::Indata;
use super::rules::belopp::Belopp;
use super::schema;
use crate::quantity::{Invanare, KronorPerInvanare};
use crate::region::Region;
use crate::report::{Fakta, Report};

/// States every fact.
pub(super) fn fakta(indata: &Indata, belopp: &Belopp, report: &mut Report) {
    let mut ange = |id: &str, innehall| {
        report.fakta(indata.namn.riket(id), innehall, Vec::new());
    };
    ange("befolkningsdag", Fakta::Datum(schema::befolkningsdag(indata.ar)));
    let provning = BTreeMap::from([
        ("text", "sektorsbidragens summa är det belopp som fördelas".to_owned()),
        ("vanster", indata.namn.riket("belopp")),
        ("hoger", indata.namn.riket("pott")),
    ]);
    ange("provningar", Fakta::Rader(vec![provning]));
    let folk = |region: Region| indata.befolkning.i(region).value;
    let hela = |region: Region| belopp.per_region.i(region).value;
    let per_inv = |region: Region| -> KronorPerInvanare { hela(region).exakt() / folk(region) };
    // The smallest numbers are the easiest to follow.
    let minst: Option<(Invanare, Region)> = Region::alla().map(|r| (folk(r), r)).min();
    // The one that takes a residual is largest before it does.
    let exakt = |region: &Region| &belopp.exakt.i(*region).value;
    let storst = Region::alla().rev().max_by_key(exakt);
    let mut en = |id: &str, region: Option<Region>| {
        ange(id, Fakta::Regioner(region.into_iter().collect()));
    };
    en("exempelregion", minst.map(|(_, region)| region));
    en("storst", storst);
    en("per_inv_hogst", Region::alla().rev().max_by_key(|region| per_inv(*region)));
    en("per_inv_lagst", Region::alla().min_by_key(|region| per_inv(*region)));
}
