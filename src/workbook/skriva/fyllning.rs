//! Values to fill a scaffolded workbook with: by sheet, id, and region or row, each with what it rests
//! on. Knows no layout. A sheet or id the schema lacks is a bug, found when the workbook is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::figure::Status;
use crate::region::PerRegion;
use crate::workbook::bok::Innehall;

/// What a filled column or row rests on.
#[derive(Clone, Debug)]
pub struct Belagg {
    /// Document, diarienummer or table.
    pub kalla: String,
    /// How sure it is.
    pub status: Status,
    /// The date it holds for; where the schema requires one, that one if none is given.
    pub per_datum: Option<NaiveDate>,
    /// The role that confirmed it.
    pub bekraftad_av: Option<String>,
}

impl Belagg {
    /// A source and a status.
    #[must_use]
    pub fn ny(kalla: impl Into<String>, status: Status) -> Self {
        Self { kalla: kalla.into(), status, per_datum: None, bekraftad_av: None }
    }

    /// Adds the date it holds for.
    #[must_use]
    pub fn per(mut self, datum: NaiveDate) -> Self {
        self.per_datum = Some(datum);
        self
    }

    /// Adds who confirmed it.
    #[must_use]
    pub fn bekraftad_av(mut self, roll: impl Into<String>) -> Self {
        self.bekraftad_av = Some(roll.into());
        self
    }
}

/// Values for a whole workbook; empty by default.
#[derive(Clone, Debug, Default)]
pub struct Fyllning {
    blad: BTreeMap<String, Bladfyllning>,
}

/// The values of a column, and what they rest on.
pub(super) type Ifylld = (PerRegion<Innehall>, Belagg);

/// Values for one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Bladfyllning {
    /// Items: value and what it rests on, by id.
    pub(super) uppgifter: BTreeMap<String, (Innehall, Belagg)>,
    /// Columns per region, by id.
    pub(super) kolumner: BTreeMap<String, PerRegion<Innehall>>,
    /// Columns the user names, in order.
    pub(super) fria: Vec<(String, Option<Ifylld>)>,
    /// Rows of a list, in order: values by id.
    pub(super) rader: Vec<BTreeMap<String, Innehall>>,
    /// What columns rest on, by id.
    pub(super) belagg: BTreeMap<String, Belagg>,
    /// The id of the year's item and the year, on the sheet that has it.
    pub(super) ar: Option<(&'static str, i32)>,
}

impl Fyllning {
    /// Nothing filled in.
    #[must_use]
    pub fn ny() -> Self {
        Self::default()
    }

    /// Fills an item.
    pub fn uppgift(&mut self, blad: &str, id: &str, varde: Innehall, belagg: Belagg) -> &mut Self {
        self.pa(blad).uppgifter.insert(id.into(), (varde, belagg));
        self
    }

    /// Fills a column of a sheet with a row per region.
    pub fn kolumn(
        &mut self,
        blad: &str,
        id: &str,
        varden: PerRegion<Innehall>,
        belagg: Belagg,
    ) -> &mut Self {
        let sida = self.pa(blad);
        sida.kolumner.insert(id.into(), varden);
        sida.belagg.insert(id.into(), belagg);
        self
    }

    /// Adds a column with a heading of the user's own.
    pub fn fri(
        &mut self,
        blad: &str,
        rubrik: &str,
        varden: PerRegion<Innehall>,
        belagg: Belagg,
    ) -> &mut Self {
        self.pa(blad).fria.push((rubrik.into(), Some((varden, belagg))));
        self
    }

    /// Adds a column with a heading of the user's own, and its values to be filled in.
    pub fn fri_tom(&mut self, blad: &str, rubrik: &str) -> &mut Self {
        self.pa(blad).fria.push((rubrik.into(), None));
        self
    }

    /// Adds a row to a list, or fills the row with that key.
    pub fn rad<'v>(
        &mut self,
        blad: &str,
        varden: impl IntoIterator<Item = (&'v str, Innehall)>,
    ) -> &mut Self {
        let rad = varden.into_iter().map(|(id, varde)| (id.to_owned(), varde)).collect();
        self.pa(blad).rader.push(rad);
        self
    }

    /// Says what a column of a list rests on.
    pub fn belagg(&mut self, blad: &str, id: &str, belagg: Belagg) -> &mut Self {
        self.pa(blad).belagg.insert(id.into(), belagg);
        self
    }

    /// The values of a sheet.
    pub(super) fn blad(&self, namn: &str) -> Bladfyllning {
        self.blad.get(namn).cloned().unwrap_or_default()
    }

    /// The sheets that have values.
    pub(super) fn namn(&self) -> impl Iterator<Item = &str> {
        self.blad.keys().map(String::as_str)
    }

    fn pa(&mut self, blad: &str) -> &mut Bladfyllning {
        self.blad.entry(blad.into()).or_default()
    }
}

impl Bladfyllning {
    /// All ids it gives values for.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let rader = self.rader.iter().flat_map(BTreeMap::keys);
        self.uppgifter
            .keys()
            .chain(self.kolumner.keys())
            .chain(self.belagg.keys())
            .chain(rader)
            .map(String::as_str)
    }
}
