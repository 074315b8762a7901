//! What is no number but follows from them: which regions have something in common, by unrounded
//! values; which months are meant. The prose of the documents hangs on it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::inputs::Indata;
use super::rules::{behovsmodell, forandring, solidariskt};
use super::{grupper, schema};
use crate::calendar::Manad;
use crate::quantity::{Exakt, KronorPerInvanare};
use crate::region::Region;
use crate::report::{Fakta, Report, svenska};

/// What the facts are found in.
pub(super) struct Utfall {
    pub(super) behov: behovsmodell::Utfall,
    pub(super) solidariskt: solidariskt::Utfall,
    pub(super) forandring: forandring::Differens,
}

/// States every fact.
pub(super) fn fakta(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let ur_grupper = Fakta::Ja(indata.behov.grupper.is_some());
    report.fakta(indata.namn.riket("behovsmodell_ur_grupper"), ur_grupper, Vec::new());
    regionmangder(indata, utfall, report);
    antal(indata, utfall, report);
    tider(indata, report);
}

fn regionmangder(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let mut mangd = |id: &str, har: &dyn Fn(Region) -> bool| {
        let regioner = Region::alla().filter(|region| har(*region)).collect();
        report.fakta(indata.namn.riket(id), Fakta::Regioner(regioner), Vec::new());
    };
    let solidariskt = &utfall.solidariskt;
    let kostnad = |region| &solidariskt.utfall.i(region).value;
    let ovre = solidariskt.steg.last().map(|(fran, _)| &fran.value);
    let noll = KronorPerInvanare::noll();
    mangd("over_medel", &|region| *kostnad(region) > solidariskt.medel.value);
    mangd("over_ovre_steg", &|region| ovre.is_some_and(|fran| kostnad(region) > fran));
    mangd("solidariskt_over_noll", &|region| solidariskt.netto.i(region).value > noll);
    let ytterst = |varde: &dyn Fn(Region) -> KronorPerInvanare| {
        let hogst = Region::alla().rev().max_by_key(|region| varde(*region));
        (hogst, Region::alla().min_by_key(|region| varde(*region)))
    };
    let (hogst, lagst) = ytterst(&|region| utfall.behov.per_region.i(region).value.clone());
    mangd("behovsmodell_hogst", &|region| Some(region) == hogst);
    mangd("behovsmodell_lagst", &|region| Some(region) == lagst);
    let (hogst, lagst) = ytterst(&|region| kostnad(region).clone());
    mangd("solidariskt_hogst", &|region| Some(region) == hogst);
    mangd("solidariskt_lagst", &|region| Some(region) == lagst);
    let differens = |region| &utfall.forandring.per_region.i(region).value;
    let medel = &utfall.forandring.medel.value;
    let jamfort = |region, med: &KronorPerInvanare| jamforda(differens(region), med);
    mangd("behovsmodell_starkare", &|region| jamfort(region, medel) == Ordering::Greater);
    mangd("behovsmodell_svagare", &|region| jamfort(region, medel) == Ordering::Less);
    mangd("behovsmodell_minskar", &|region| jamfort(region, &noll) == Ordering::Less);
}

/// As many parts of a krona as the decimals of last year's kronor per inhabitant the workbook asks for; what is less is no
/// difference between the years, but the end of a number that a cell cannot hold all of.
const SAKRA: i64 = 100_000_000;

fn jamforda(ena: &KronorPerInvanare, andra: &KronorPerInvanare) -> Ordering {
    let skillnad = (ena.clone() - andra.clone()).exakt().clone();
    (skillnad * Exakt::from(SAKRA)).nearest().cmp(&Exakt::noll())
}

/// Counts for prose, and the lists behind them.
fn antal(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let steg = utfall.solidariskt.steg.len();
    let nivaer = (1..=steg).map(|niva| BTreeMap::from([("niva", niva.to_string())])).collect();
    report.fakta(indata.namn.riket("trappsteg"), Fakta::Rader(nivaer), Vec::new());
    let rad = |grupp: &grupper::Grupp| {
        BTreeMap::from([
            ("alder", grupp.alder.to_owned()),
            ("uppdelning", grupp.uppdelning.to_owned()),
        ])
    };
    let grupper = grupper::GRUPPER.iter().map(rad).collect();
    report.fakta(indata.namn.riket("grupper"), Fakta::Rader(grupper), Vec::new());
}

/// The dates and months that follow from the grant year.
fn tider(indata: &Indata, report: &mut Report) {
    let ar = indata.ar;
    let efterslap: u32 = indata.efterslap.value.som();
    let mut manad = |id: &str, ar: i32, nummer: u32, senare: u32| {
        if let Some(manad) = Manad::ny(ar, nummer) {
            let text = svenska::manad_och_ar(manad.senare(senare));
            report.fakta(indata.namn.riket(id), Fakta::Text(text), Vec::new());
        }
    };
    manad("forsta_kostnadsmanad", ar, 1, 0);
    manad("forsta_betalningsmanad", ar, 1, efterslap);
    manad("sista_betalningsmanad", ar, 12, efterslap);
    manad("solidarisk_period_fran", ar - 2, 10, 0);
    manad("solidarisk_period_till", ar - 1, 9, 0);
    // The agreement: settled in January the year after, in March's payment; IHSI in February's at
    // the latest.
    manad("vinst_forlust_avraknas", ar + 1, 1, 0);
    manad("vinst_forlust_regleras", ar + 1, 3, 0);
    manad("ihsi_regleras", ar + 1, 2, 0);
    for (id, dag) in [
        ("befolkningsdag", schema::befolkningsdag(ar)),
        ("gruppdag", schema::gruppdag(ar)),
        // The population next year's grant is counted by is this year's, and may be the key.
        ("vinst_forlust_befolkningsdag", schema::befolkningsdag(ar + 1)),
    ] {
        report.fakta(indata.namn.riket(id), Fakta::Datum(dag), Vec::new());
    }
}
