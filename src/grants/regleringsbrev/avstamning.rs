//! The settlement of profit and loss for the agreement year before the budget year, from what was read
//! to each region's part: the checks, the rules, and the fact its document is written by.

use chrono::NaiveDate;

use super::inputs::{Avstamning, Indata, Lakemedel, Nyckel};
use super::kontroll::Kontroll;
use super::rules::regiondelar::{self, Vikter};
use super::rules::vinst_forlust::{self, Avraknad};
use crate::contract::{Calculation, regleringsbrev as contract};
use crate::figure::Figure;
use crate::quantity::Andel;
use crate::region::{PerRegion, Region};
use crate::report::Report;

/// A settlement that was made.
pub(super) struct Avstamt {
    /// Its parts.
    pub(super) delar: Vec<Avraknad>,
    /// Each region's share of them.
    nyckel: PerRegion<Figure<Andel>>,
}

/// Settles; `None` if there is nothing to settle against, which then stands in the problems.
pub(super) fn compute(
    calc: &mut Calculation<'_>,
    avstamning: &Avstamning,
    lakemedel: &Lakemedel,
    kontroll: &mut Kontroll<'_>,
) -> Option<Avstamt> {
    let underlag = vinst_forlust::underlag(calc, avstamning);
    kontroll.aterbaringen(calc.trace, avstamning);
    kontroll.baserna(calc.trace, avstamning, &underlag)?;
    let vikter = match avstamning.nyckel {
        Nyckel::Statsbidrag => Vikter::Statsbidrag(&lakemedel.foregaende_statsbidrag.per_region),
        Nyckel::Befolkning => Vikter::Befolkning(&lakemedel.befolkning),
    };
    let nyckel = regiondelar::nyckel(calc, vikter);
    let delar = vinst_forlust::avrakna(calc, &underlag, avstamning, &nyckel);
    Some(Avstamt { delar, nyckel })
}

impl Avstamt {
    /// States what was settled.
    pub(super) fn state(&self, indata: &Indata, report: &mut Report) {
        let andel = |region: &Region| &self.nyckel[*region].value;
        let minst = Region::alla().min_by(|a, b| andel(a).cmp(andel(b)));
        let avstamt = contract::Avstamt {
            delar: self.delar.iter().map(|del| (del.del, del.lage)).collect(),
            // The population is that of the agreement year.
            befolkningsdag: NaiveDate::from_ymd_opt(indata.ar - 1, 8, 31)
                .unwrap_or_else(|| panic!("August {} has 31 days", indata.ar - 1)),
            exempel: minst.unwrap_or_else(|| panic!("there are regions")),
        };
        report.state(indata.ar, &contract::AVSTAMNING, avstamt, Vec::new());
    }
}
