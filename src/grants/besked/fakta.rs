//! What is no number but follows from them: which regions have most, least, and more than the mean per
//! inhabitant, by unrounded values.

use std::collections::BTreeMap;

use super::inputs::Indata;
use super::rules::meddelat::Meddelat;
use crate::region::Region;
use crate::report::{Fakta, Report};

/// States every fact.
pub(super) fn fakta(indata: &Indata, meddelat: &Meddelat, report: &mut Report) {
    let provning = BTreeMap::from([
        ("text", "sektorsbidraget och medlen utöver det är de meddelade medlen".to_owned()),
        ("vanster", indata.namn.riket("delar")),
        ("hoger", indata.namn.riket("meddelat")),
    ]);
    let provningar = Fakta::Rader(vec![provning]);
    report.fakta(indata.namn.riket("provningar"), provningar, Vec::new());
    let mut mangd = |id: &str, regioner: Vec<Region>| {
        report.fakta(indata.namn.riket(id), Fakta::Regioner(regioner), Vec::new());
    };
    let per_inv = |region: &Region| &meddelat.per_inv.i(*region).value;
    let over = |region: &Region| *per_inv(region) > meddelat.medel.value;
    mangd("over_medel", Region::alla().filter(over).collect());
    mangd("per_inv_hogst", Region::alla().rev().max_by_key(per_inv).into_iter().collect());
    mangd("per_inv_lagst", Region::alla().min_by_key(per_inv).into_iter().collect());
}
