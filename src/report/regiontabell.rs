//! Tables with a row per region, in their order, and the total last.

use super::number::{Siffra, Visning};
use super::table::{Avrundade, Okand, Radslag, Tabell, Tabellkolumn, Tabellrad};
use super::view::Lasning;
use crate::contract::{CountryPromise, Kept, RegionalPromise};
use crate::region::{PerRegion, Region};

/// A column of a region table, with its values.
#[derive(Clone, Debug)]
pub struct Kolumn {
    huvud: Tabellkolumn,
    /// None where the figures are not known, and then `okand` says so.
    regioner: Option<PerRegion<Siffra>>,
    totalt: Option<Siffra>,
    okand: Option<String>,
}

impl Kolumn {
    /// A figure that each region has; the country's figure of the same, where it is promised too, is the
    /// total.
    #[must_use]
    pub fn of<P: RegionalPromise + Kept>(
        view: &Lasning<'_>,
        rubrik: impl Into<String>,
        promise: &P,
        visning: Visning,
    ) -> Self {
        Self {
            huvud: Tabellkolumn { rubrik: rubrik.into(), grupp: None, enhet: String::new() },
            regioner: Some(view.in_regions(promise).map(|_, figur| figur.som(visning))),
            totalt: view.country_too(promise).map(|figur| figur.som(visning)),
            okand: None,
        }
    }

    /// A figure of the country that holds for every region alike.
    #[must_use]
    pub fn alike<P: CountryPromise + Kept>(
        view: &Lasning<'_>,
        rubrik: impl Into<String>,
        promise: &P,
        visning: Visning,
    ) -> Self {
        let siffra = view.figure(promise).som(visning);
        Self {
            huvud: Tabellkolumn { rubrik: rubrik.into(), grupp: None, enhet: String::new() },
            regioner: Some(PerRegion::fran(|_| siffra.clone())),
            totalt: Some(siffra),
            okand: None,
        }
    }

    /// Figures that exist but are not known: every row says `text`, and none says nought.
    #[must_use]
    pub fn okand(rubrik: impl Into<String>, text: &str) -> Self {
        Self {
            huvud: Tabellkolumn { rubrik: rubrik.into(), grupp: None, enhet: String::new() },
            regioner: None,
            totalt: None,
            okand: Some(text.to_owned()),
        }
    }

    /// Under a heading shared with its neighbours.
    #[must_use]
    pub fn under(mut self, grupp: impl Into<String>) -> Self {
        self.huvud.grupp = Some(grupp.into());
        self
    }

    /// In a unit of its own.
    #[must_use]
    pub fn i(mut self, enhet: impl Into<String>) -> Self {
        self.huvud.enhet = enhet.into();
        self
    }

    /// Without a total, where a sum or mean would say nothing.
    #[must_use]
    pub fn utan_total(mut self) -> Self {
        self.totalt = None;
        self
    }
}

fn okanda(kolumner: &[Kolumn]) -> Vec<Okand> {
    let okand = |(plats, kolumn): (usize, &Kolumn)| {
        Some(Okand { kolumn: plats, text: kolumn.okand.clone()? })
    };
    kolumner.iter().enumerate().filter_map(okand).collect()
}

/// A region table: caption, unit of all columns (empty if they have their own), heading of the last
/// row (none if there is no total), columns.
#[must_use]
pub fn regiontabell(
    id: &str,
    nummer: Option<u32>,
    (rubrik, enhet): (String, &str),
    total: Option<&str>,
    kolumner: &[Kolumn],
) -> Tabell {
    let rad = |region: Region| Tabellrad {
        rubrik: region.kortnamn().to_owned(),
        lanskod: Some(region.lanskod().to_owned()),
        slag: Radslag::Rad,
        celler: kolumner
            .iter()
            .map(|kolumn| kolumn.regioner.as_ref().map(|alla| alla.i(region).clone()))
            .collect(),
        gar_inte_ihop: false,
        okanda: okanda(kolumner),
    };
    let summa = total.map(|rubrik| Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        slag: Radslag::Summa,
        celler: kolumner.iter().map(|kolumn| kolumn.totalt.clone()).collect(),
        gar_inte_ihop: false,
        okanda: okanda(kolumner),
    });
    Tabell {
        id: id.to_owned(),
        nummer,
        rubrik,
        enhet: enhet.to_owned(),
        radrubrik: "Region".to_owned(),
        kolumner: kolumner.iter().map(|kolumn| kolumn.huvud.clone()).collect(),
        rader: Region::alla().map(rad).chain(summa).collect(),
        avrundade: Avrundade::default(),
    }
}
