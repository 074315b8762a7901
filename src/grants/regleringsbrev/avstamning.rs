//! The settlement of profit and loss for the agreement year before the budget year, from what was read
//! to each region's part: the checks, the rules, and the fact its document is written by.

use chrono::NaiveDate;

use super::checks::Kontroll;
use super::inputs::{Avstamning, Inputs, Key, Lakemedel};
use super::rules::regiondelar::{self, Weights};
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
    key: PerRegion<Figure<Andel>>,
}

/// Settles; `None` if there is nothing to settle against, which then stands in the problems.
pub(super) fn compute(
    calc: &mut Calculation<'_>,
    ar: i32,
    avstamning: &Avstamning,
    lakemedel: &Lakemedel,
    kontroll: &mut Kontroll<'_>,
) -> Option<Avstamt> {
    let (avtalsar, avtalet) = (ar - 1, &lakemedel.avtalet);
    let utfallen = kontroll.utfallen(avtalsar, avstamning, avtalet);
    let aterbaringen = kontroll.aterbaringen(calc.trace, avtalsar, avstamning, avtalet);
    kontroll.baserna(calc.trace, avtalet).and(utfallen).and(aterbaringen)?;
    let vikter = match avtalet.key {
        Key::Statsbidrag => Weights::Statsbidrag(&lakemedel.foregaende_statsbidrag.per_region),
        Key::Befolkning => Weights::Befolkning(&lakemedel.befolkning),
    };
    let key = regiondelar::key(calc, vikter);
    let utfall = vinst_forlust::utfall(calc, avstamning, avtalet);
    let delar = vinst_forlust::avrakna(calc, avtalet, &utfall, avstamning.residual, &key);
    Some(Avstamt { delar, key })
}

impl Avstamt {
    /// States what was settled.
    pub(super) fn state(&self, indata: &Inputs, report: &mut Report) {
        let andel = |region: &Region| &self.key[*region].value;
        let least = Region::all().min_by(|a, b| andel(a).cmp(andel(b)));
        let counted = report.stated(indata.ar, &crate::contract::lakemedel::BEFOLKNINGSDAG);
        let befolkningsdag = counted.map_or(NaiveDate::MIN, |(day, _)| *day);
        let avstamt = contract::Avstamt {
            delar: self.delar.iter().map(|del| (del.grupp.clone(), del.lage)).collect(),
            // The population is that of the agreement year: the one the grant of the year after is counted by.
            befolkningsdag,
            exempel: least.unwrap_or_else(|| panic!("there are regions")),
        };
        report.state(indata.ar, &contract::AVSTAMNING, avstamt, Vec::new());
    }
}
