//! Tables with a row per region, in their order, and the total last.

use super::number::{NumberFormat, Siffra};
use super::table::{Avrundade, Okand, Radslag, Tabell, Tabellkolumn, Tabellrad};
use super::view::View;
use crate::contract::{CountryPromise, Kept, RegionalPromise};
use crate::region::{PerRegion, Region};

/// A column of a region table, with its values.
#[derive(Clone, Debug)]
pub struct Column {
    huvud: Tabellkolumn,
    /// None where the figures are not known, and then `okand` says so.
    regions: Option<PerRegion<Siffra>>,
    totalt: Option<Siffra>,
    okand: Option<String>,
}

impl Column {
    /// A figure that each region has; the country's figure of the same, where it is promised too, is the
    /// total.
    #[must_use]
    pub fn of<P: RegionalPromise + Kept>(
        view: &View<'_>,
        rubrik: impl Into<String>,
        promise: &P,
        number_format: NumberFormat,
    ) -> Self {
        Self {
            huvud: Tabellkolumn { rubrik: rubrik.into(), grupp: None, enhet: String::new() },
            regions: Some(view.in_regions(promise).map(|_, figure| figure.shown_as(number_format))),
            totalt: view.country_too(promise).map(|figure| figure.shown_as(number_format)),
            okand: None,
        }
    }

    /// A figure of the country that holds for every region alike.
    #[must_use]
    pub fn alike<P: CountryPromise + Kept>(
        view: &View<'_>,
        rubrik: impl Into<String>,
        promise: &P,
        number_format: NumberFormat,
    ) -> Self {
        let siffra = view.figure(promise).shown_as(number_format);
        Self {
            huvud: Tabellkolumn { rubrik: rubrik.into(), grupp: None, enhet: String::new() },
            regions: Some(PerRegion::from_fn(|_| siffra.clone())),
            totalt: Some(siffra),
            okand: None,
        }
    }

    /// Figures that exist but are not known: every row says `text`, and none says zero.
    #[must_use]
    pub fn unknown(rubrik: impl Into<String>, text: &str) -> Self {
        Self {
            huvud: Tabellkolumn { rubrik: rubrik.into(), grupp: None, enhet: String::new() },
            regions: None,
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
    pub fn in_unit(mut self, enhet: impl Into<String>) -> Self {
        self.huvud.enhet = enhet.into();
        self
    }

    /// Without a total, where a sum or mean would say nothing.
    #[must_use]
    pub fn without_total(mut self) -> Self {
        self.totalt = None;
        self
    }
}

fn unknown(kolumner: &[Column]) -> Vec<Okand> {
    let okand = |(plats, kolumn): (usize, &Column)| {
        Some(Okand { kolumn: plats, text: kolumn.okand.clone()? })
    };
    kolumner.iter().enumerate().filter_map(okand).collect()
}

/// A region table: caption, unit of all columns (empty if they have their own), heading of the last
/// row (none if there is no total), columns.
#[must_use]
pub fn region_table(
    id: &str,
    nummer: Option<u32>,
    (rubrik, enhet): (String, &str),
    total: Option<&str>,
    kolumner: &[Column],
) -> Tabell {
    let row = |region: Region| Tabellrad {
        rubrik: region.short_name().to_owned(),
        lanskod: Some(region.county_code().to_owned()),
        kod: None,
        slag: Radslag::Rad,
        celler: kolumner
            .iter()
            .map(|kolumn| kolumn.regions.as_ref().map(|all| all.of(region).clone()))
            .collect(),
        gar_inte_ihop: false,
        okanda: unknown(kolumner),
    };
    let summa = total.map(|rubrik| Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        kod: None,
        slag: Radslag::Summa,
        celler: kolumner.iter().map(|kolumn| kolumn.totalt.clone()).collect(),
        gar_inte_ihop: false,
        okanda: unknown(kolumner),
    });
    Tabell {
        id: id.to_owned(),
        nummer,
        rubrik,
        enhet: enhet.to_owned(),
        radrubrik: "Region".to_owned(),
        kolumner: kolumner.iter().map(|kolumn| kolumn.huvud.clone()).collect(),
        rader: Region::all().map(row).chain(summa).collect(),
        avrundade: Avrundade::default(),
    }
}
