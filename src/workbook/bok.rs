//! What was read from a workbook: typed values by sheet and id. Whatever is missing here although it
//! is required has been reported. Knows the schema, not where the bytes came from.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::schema::{Arbetsbok, Falt, Form, Slag};
use crate::figure::Cellvarde;
use crate::region::PerRegion;

/// What stands in a cell, after its field's check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Innehall {
    /// A whole number.
    Heltal(i64),
    /// A decimal number.
    Decimal(Decimal),
    /// Text, or one of the words of a choice (in the schema's spelling).
    Text(String),
    /// A date.
    Datum(NaiveDate),
}

/// A value of each region.
pub type Regionvarden<T> = PerRegion<Cellvarde<T>>;

/// The fields of one row, by id. A field that was empty, or wrong (and then reported), is not there.
#[derive(Clone, Debug)]
pub struct Rad {
    falt: &'static [Falt],
    varden: BTreeMap<&'static str, Cellvarde<Innehall>>,
}

/// What was read from a workbook.
#[derive(Clone, Debug)]
pub struct Bok {
    /// The year it is for.
    pub ar: i32,
    /// Sheets that are not the program's, in order.
    pub egna_blad: Vec<String>,
    pub(super) mall: &'static Arbetsbok,
    pub(super) blad: BTreeMap<&'static str, Bladvarden>,
}

/// The values of one sheet.
#[derive(Clone, Debug)]
pub(super) enum Bladvarden {
    Uppgifter(Rad),
    Regioner { rader: PerRegion<Rad>, fria: Vec<Fri> },
    Lista(Vec<Rad>),
}

/// A column the user named, with the regions that have a value.
pub(super) type Fri = (String, PerRegion<Option<Cellvarde<Innehall>>>);

impl Rad {
    pub(super) fn ny(falt: &'static [Falt]) -> Self {
        Self { falt, varden: BTreeMap::new() }
    }

    pub(super) fn satt(&mut self, id: &'static str, varde: Cellvarde<Innehall>) {
        self.varden.insert(id, varde);
    }

    /// The whole number of a field; of an interval the lowest.
    ///
    /// # Panics
    /// If the schema has no such field, or another kind: a bug.
    #[must_use]
    pub fn heltal(&self, id: &str) -> Option<Cellvarde<i64>> {
        self.krav(id, |slag| matches!(slag, Slag::Heltal { .. } | Slag::Intervall { .. }));
        self.varden.get(id).cloned().map(heltal)
    }

    /// The decimal number of a field.
    ///
    /// # Panics
    /// As [`Rad::heltal`].
    #[must_use]
    pub fn decimal(&self, id: &str) -> Option<Cellvarde<Decimal>> {
        self.krav(id, |slag| matches!(slag, Slag::Decimal { .. }));
        self.varden.get(id).cloned().map(decimal)
    }

    /// The text of a field, or its choice.
    ///
    /// # Panics
    /// As [`Rad::heltal`].
    #[must_use]
    pub fn text(&self, id: &str) -> Option<Cellvarde<String>> {
        self.krav(id, |slag| matches!(slag, Slag::Text { .. } | Slag::Val(_)));
        self.varden.get(id).cloned().map(|varde| {
            varde.map(|innehall| match innehall {
                Innehall::Text(text) => text,
                other => panic!("{other:?} was read for a text"),
            })
        })
    }

    /// The date of a field.
    ///
    /// # Panics
    /// As [`Rad::heltal`].
    #[must_use]
    pub fn datum(&self, id: &str) -> Option<Cellvarde<NaiveDate>> {
        self.krav(id, |slag| matches!(slag, Slag::Datum));
        self.varden.get(id).cloned().map(|varde| {
            varde.map(|innehall| match innehall {
                Innehall::Datum(datum) => datum,
                other => panic!("{other:?} was read for a date"),
            })
        })
    }

    /// The fields that have a value, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Cellvarde<Innehall>)> {
        self.varden.iter().map(|(id, varde)| (*id, varde))
    }

    /// Whatever stands in a field.
    pub(crate) fn varde(&self, id: &str) -> Option<&Cellvarde<Innehall>> {
        self.krav(id, |_| true);
        self.varden.get(id)
    }

    fn krav(&self, id: &str, slag: fn(&Slag) -> bool) {
        let falt = self.falt.iter().find(|falt| falt.id == id);
        let falt = falt.unwrap_or_else(|| panic!("the schema has no field {id}"));
        assert!(slag(&falt.slag), "the field {id} is of another kind: {:?}", falt.slag);
    }
}

fn heltal(varde: Cellvarde<Innehall>) -> Cellvarde<i64> {
    varde.map(|innehall| match innehall {
        Innehall::Heltal(tal) => tal,
        other => panic!("{other:?} was read for a whole number"),
    })
}

fn decimal(varde: Cellvarde<Innehall>) -> Cellvarde<Decimal> {
    varde.map(|innehall| match innehall {
        Innehall::Decimal(tal) => tal,
        other => panic!("{other:?} was read for a decimal number"),
    })
}

/// Every one panics if the schema has no such sheet or id, or one of another form or kind: a bug.
impl Bok {
    /// Whether a sheet was there, with anything filled in.
    #[must_use]
    pub fn har(&self, blad: &str) -> bool {
        self.blad.contains_key(self.mall.blad(blad).namn)
    }

    /// The whole number of an item.
    #[must_use]
    pub fn heltal(&self, blad: &str, id: &str) -> Option<Cellvarde<i64>> {
        self.uppgifter(blad).heltal(id)
    }

    /// The decimal number of an item.
    #[must_use]
    pub fn decimal(&self, blad: &str, id: &str) -> Option<Cellvarde<Decimal>> {
        self.uppgifter(blad).decimal(id)
    }

    /// The text of an item, or its choice.
    #[must_use]
    pub fn text(&self, blad: &str, id: &str) -> Option<Cellvarde<String>> {
        self.uppgifter(blad).text(id)
    }

    /// The date of an item.
    #[must_use]
    pub fn datum(&self, blad: &str, id: &str) -> Option<Cellvarde<NaiveDate>> {
        self.uppgifter(blad).datum(id)
    }

    /// The whole numbers of a column; `None` unless every region has one.
    #[must_use]
    pub fn region_heltal(&self, blad: &str, id: &str) -> Option<Regionvarden<i64>> {
        let rader = self.regioner(blad);
        PerRegion::kanske(|region| rader.i(region).heltal(id))
    }

    /// The decimal numbers of a column; `None` unless every region has one.
    #[must_use]
    pub fn region_decimal(&self, blad: &str, id: &str) -> Option<Regionvarden<Decimal>> {
        let rader = self.regioner(blad);
        PerRegion::kanske(|region| rader.i(region).decimal(id))
    }

    /// The texts, or choices, of a column; `None` unless every region has one.
    #[must_use]
    pub fn region_text(&self, blad: &str, id: &str) -> Option<Regionvarden<String>> {
        let rader = self.regioner(blad);
        PerRegion::kanske(|region| rader.i(region).text(id))
    }

    /// The columns the user named, in order, each with its heading; one that some region lacks has been
    /// reported and is not there.
    #[must_use]
    pub fn fria_heltal(&self, blad: &str) -> Vec<(String, Regionvarden<i64>)> {
        self.fria(blad, heltal)
    }

    /// The headings of the columns the user named, filled or not, in order.
    #[must_use]
    pub fn fria_rubriker(&self, blad: &str) -> Vec<&str> {
        match self.blad.get(blad) {
            Some(Bladvarden::Regioner { fria, .. }) => {
                fria.iter().map(|(rubrik, _)| rubrik.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The rows of a list, in order.
    ///
    /// # Panics
    /// If the sheet is no list: a bug.
    #[must_use]
    pub fn rader(&self, blad: &str) -> &[Rad] {
        assert!(
            matches!(self.mall.blad(blad).form, Form::Lista { .. }),
            "the sheet {blad} is no list"
        );
        match self.blad.get(blad) {
            Some(Bladvarden::Lista(rader)) => rader,
            _ => &[],
        }
    }

    /// The items of a sheet.
    pub(crate) fn uppgifter(&self, blad: &str) -> Rad {
        let Form::Uppgifter(falt) = self.mall.blad(blad).form else {
            panic!("the sheet {blad} has no items");
        };
        match self.blad.get(blad) {
            Some(Bladvarden::Uppgifter(rad)) => rad.clone(),
            _ => Rad::ny(falt),
        }
    }

    /// The regions' rows of a sheet.
    pub(crate) fn regioner(&self, blad: &str) -> PerRegion<Rad> {
        let Form::Regioner { kolumner, .. } = self.mall.blad(blad).form else {
            panic!("the sheet {blad} has no regions");
        };
        match self.blad.get(blad) {
            Some(Bladvarden::Regioner { rader, .. }) => rader.clone(),
            _ => PerRegion::fran(|_| Rad::ny(kolumner)),
        }
    }

    fn fria<T>(
        &self,
        blad: &str,
        varde: fn(Cellvarde<Innehall>) -> Cellvarde<T>,
    ) -> Vec<(String, Regionvarden<T>)> {
        let Form::Regioner { fria: Some(_), .. } = self.mall.blad(blad).form else {
            panic!("the sheet {blad} has no columns of the user's own");
        };
        let Some(Bladvarden::Regioner { fria, .. }) = self.blad.get(blad) else {
            return Vec::new();
        };
        fria.iter()
            .filter_map(|(rubrik, varden)| {
                let alla = PerRegion::kanske(|region| varden.i(region).clone().map(varde))?;
                Some((rubrik.clone(), alla))
            })
            .collect()
    }
}
