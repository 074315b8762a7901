//! What läkemedelsförmånerna have published that is paid here.

use crate::contract::{Country, Everywhere, Indexed, Maybe, lakemedel};
use crate::figure::Figure;
use crate::grants::regleringsbrev::rules::Belopp;
use crate::quantity::{Andel, Antal, HelaKronor, Invanare};
use crate::region::PerRegion;
use crate::report::Report;

/// The shares of the twelve months of cost.
pub type Manadsplan = Vec<Figure<Andel>>;

/// Läkemedelsförmånerna's figures.
#[derive(Clone, Debug)]
pub struct Lakemedel {
    /// How many months after the cost the grant is paid.
    pub efterslap: Figure<Antal>,
    /// The year's grant, kr.
    pub statsbidrag: Belopp,
    /// Last year's grant, kr.
    pub foregaende_statsbidrag: Belopp,
    /// The share of the year that is paid for each month of cost, where that is no twelfth.
    pub plan: Option<Manadsplan>,
    /// The same of last year.
    pub foregaende_plan: Option<Manadsplan>,
    /// Population 31 August the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// What is deducted from the grant and paid on requisition, kr.
    pub avdrag: Vec<Figure<HelaKronor>>,
}

impl Lakemedel {
    /// The figures of a year; none if läkemedelsförmånerna did not come so far.
    #[must_use]
    pub fn fetch(report: &Report, ar: i32) -> Option<Self> {
        let belopp = |promise: &Everywhere<HelaKronor>| {
            let per_region = report.published_in_regions(ar, promise)?;
            Some(Belopp { per_region, riket: report.published(ar, promise)? })
        };
        let plan = |promise: &Indexed<Maybe<Country<Andel>>>| {
            (1_usize..=12).map(|nummer| report.published(ar, &promise.at(nummer))).collect()
        };
        let (rader, _) = report.stated(ar, &lakemedel::AVDRAGSRADER)?;
        let avdrag = rader.iter().map(|rad| report.published(ar, &lakemedel::AVDRAGET.at(&rad.id)));
        Some(Self {
            efterslap: report.published(ar, &lakemedel::EFTERSLAP)?,
            statsbidrag: belopp(&lakemedel::STATSBIDRAG)?,
            foregaende_statsbidrag: belopp(&lakemedel::FOREGAENDE_STATSBIDRAG)?,
            plan: plan(&lakemedel::MANADSPLAN_ANDEL),
            foregaende_plan: plan(&lakemedel::FOREGAENDE_MANADSPLAN_ANDEL),
            befolkning: report.published_in_regions(ar, &lakemedel::BEFOLKNING)?,
            avdrag: avdrag.collect::<Option<_>>()?,
        })
    }
}
