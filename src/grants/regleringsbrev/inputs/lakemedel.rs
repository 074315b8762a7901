//! What läkemedelsförmånerna have published that is paid here.

use crate::figure::{Figure, Namn};
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::grants::regleringsbrev::rules::Belopp;
use crate::grants::regleringsbrev::schema::MEDEL;
use crate::quantity::{Antal, HelaKronor, Invanare};
use crate::region::PerRegion;
use crate::report::Report;

/// Läkemedelsförmånerna's figures.
#[derive(Clone, Debug)]
pub struct Lakemedel {
    /// How many months after the cost the grant is paid.
    pub efterslap: Figure<Antal>,
    /// The year's grant, kr.
    pub statsbidrag: Belopp,
    /// Last year's grant, kr.
    pub foregaende_statsbidrag: Belopp,
    /// Population 31 August the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// What is paid on requisition, kr: SOL, IHSI, SKR.
    pub avdrag: Vec<Figure<HelaKronor>>,
}

impl Lakemedel {
    /// The figures of a year; none if läkemedelsförmånerna did not come so far.
    #[must_use]
    pub fn hamta(report: &Report, ar: i32) -> Option<Self> {
        let namn = Namn::ny(LAKEMEDEL, ar);
        let belopp = |id: &str| {
            let per_region = report.publik_per_region(&namn, id)?;
            Some(Belopp { per_region, riket: report.publik(&namn.riket(id))? })
        };
        let avdrag = MEDEL.iter().map(|avdrag| report.publik(&namn.riket(avdrag)));
        Some(Self {
            efterslap: report.publik(&namn.riket("efterslap"))?,
            statsbidrag: belopp("statsbidrag")?,
            foregaende_statsbidrag: belopp("foregaende_statsbidrag")?,
            befolkning: report.publik_per_region(&namn, "befolkning")?,
            avdrag: avdrag.collect::<Option<_>>()?,
        })
    }
}
