//! The settlement of profit and loss for the agreement year before the budget year, from what was read
//! to each region's part: the checks, the rules, and the facts its document is written by.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::inputs::{Avstamning, Indata, Lakemedel, Nyckel};
use super::kontroll::Kontroll;
use super::rules::regiondelar::{self, Vikter};
use super::rules::vinst_forlust::{self, Avraknad, Lage};
use crate::figure::{Figure, Trace};
use crate::quantity::Andel;
use crate::region::{PerRegion, Region};
use crate::report::{Fakta, Report};

/// A settlement that was made.
pub(super) struct Avstamt {
    /// Its parts.
    pub(super) delar: Vec<Avraknad>,
    /// Each region's share of them.
    nyckel: PerRegion<Figure<Andel>>,
}

/// Settles; `None` if there is nothing to settle against, which then stands in the problems.
pub(super) fn berakna(
    trace: &mut Trace,
    indata: &Indata,
    avstamning: &Avstamning,
    lakemedel: &Lakemedel,
    kontroll: &mut Kontroll<'_>,
) -> Option<Avstamt> {
    let namn = &indata.namn;
    let underlag = vinst_forlust::underlag(trace, namn, avstamning);
    kontroll.aterbaringen(trace, avstamning);
    kontroll.baserna(trace, avstamning, &underlag)?;
    let vikter = match avstamning.nyckel {
        Nyckel::Statsbidrag => {
            Vikter::Statsbidrag(lakemedel.foregaende_statsbidrag.per_region.clone())
        }
        Nyckel::Befolkning => Vikter::Befolkning(lakemedel.befolkning.clone()),
    };
    let nyckel = regiondelar::nyckel(trace, namn, &vikter);
    let delar = vinst_forlust::avrakna(trace, namn, &underlag, avstamning, &nyckel);
    Some(Avstamt { delar, nyckel })
}

/// States whether a settlement was made, and what it was.
pub(super) fn fakta(indata: &Indata, avstamt: Option<&Avstamt>, report: &mut Report) {
    let mut fakta = |id: &str, innehall| {
        report.fakta(indata.namn.riket(id), innehall, Vec::new());
    };
    fakta("avstamning_finns", Fakta::Ja(avstamt.is_some()));
    let Some(avstamt) = avstamt else { return };
    fakta("avstamning_delar", Fakta::Rader(avstamt.delar.iter().map(rad).collect()));
    // When the population that may be the key is counted, in the agreement year.
    let dag = NaiveDate::from_ymd_opt(indata.ar - 1, 8, 31).unwrap_or(NaiveDate::MIN);
    fakta("avstamning_befolkningsdag", Fakta::Datum(dag));
    // The example in prose is of the region with the least share, whose kronor are easiest to follow.
    let andel = |region: &Region| &avstamt.nyckel.i(*region).value;
    let minst = Region::alla().min_by(|a, b| andel(a).cmp(andel(b)));
    fakta("avstamning_exempel", Fakta::Regioner(minst.into_iter().collect()));
}

fn rad(del: &Avraknad) -> BTreeMap<&'static str, String> {
    let lage = match del.lage {
        Lage::Under => "under",
        Lage::Inom => "inom",
        Lage::Over => "over",
    };
    BTreeMap::from([
        ("del", del.del.id().to_owned()),
        ("namn", del.del.i_prosa().to_owned()),
        ("lage", lage.to_owned()),
    ])
}
