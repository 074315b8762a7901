//! What was read from a workbook: typed values by sheet and id. Whatever is missing here although it
//! is required has been reported. Knows the schema, not where the bytes came from.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::schema::{Field, Kind, Layout, WorkbookSchema};
use crate::figure::{CellRef, Sourced};
use crate::problem::Location;
use crate::region::PerRegion;

/// What stands in a cell, after its field's check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Decimal(Decimal),
    /// Text, or one of the words of a choice (in the schema's spelling).
    Text(String),
    /// A date.
    Datum(NaiveDate),
}

/// A value of each region.
pub type RegionValues<T> = PerRegion<Sourced<T>>;

/// The fields of one row, by id. A field that was empty, or wrong (and then reported), is not there.
#[derive(Clone, Debug)]
pub struct Row {
    fields: &'static [Field],
    values: BTreeMap<&'static str, Sourced<CellValue>>,
    places: BTreeMap<&'static str, Location>,
}

/// What was read from a workbook.
#[derive(Clone, Debug)]
pub struct Book {
    /// The name of the file it was read from.
    pub file: String,
    /// The year it is for.
    pub year: i32,
    /// Sheets that are not the program's, in order.
    pub own_sheets: Vec<String>,
    pub(super) schema: &'static WorkbookSchema,
    pub(super) sheets: BTreeMap<&'static str, SheetValues>,
    /// By sheet and id, where fields stand: an item's cell, a column's heading.
    pub(super) places: BTreeMap<&'static str, BTreeMap<&'static str, Location>>,
    /// By sheet and heading, where the columns begin that the user named.
    pub(super) own_headings: BTreeMap<&'static str, BTreeMap<String, Location>>,
}

/// The values of one sheet.
#[derive(Clone, Debug)]
pub(super) enum SheetValues {
    Items(Row),
    Regions { rows: PerRegion<Row>, free_columns: Vec<Open> },
    Lista(Vec<Row>),
    Recipients(Recipients),
}

/// The recipients of a sheet: a row each, and the columns that the user named.
#[derive(Clone, Debug, Default)]
pub struct Recipients {
    /// The rows, by the schema's columns.
    pub rows: Vec<Row>,
    /// The user's own columns, from left to right.
    pub columns: Vec<OwnColumn>,
}

/// A column of numbers that the user named.
#[derive(Clone, Debug)]
pub struct OwnColumn {
    /// The heading, without unit.
    pub heading: String,
    /// The unit that it says; empty if it says none.
    pub unit: String,
    /// Where the heading stands, and what the column rests on.
    pub cell: CellRef,
    /// Where its unit stands, or ought to.
    pub unit_place: Location,
    /// Where the day it holds for stands, or ought to.
    pub day_place: Location,
    /// A number for each row; none where the cell was empty or wrong, which has been reported.
    pub values: Vec<Option<Sourced<Decimal>>>,
}

/// A column the user named, with the regions that have a value.
pub(super) type Open = (String, PerRegion<Option<Sourced<CellValue>>>);

impl Row {
    pub(super) fn new(field: &'static [Field]) -> Self {
        Self { fields: field, values: BTreeMap::new(), places: BTreeMap::new() }
    }

    /// Says where a field of the row stands, filled or not.
    pub(super) fn stands(&mut self, id: &'static str, place: Location) {
        self.places.insert(id, place);
    }

    /// Where a field of the row stands, filled or not; none where the sheet has no column for it.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Location> {
        self.requirement(id, |_| true);
        self.places.get(id)
    }

    pub(super) fn insert(&mut self, id: &'static str, value: Sourced<CellValue>) {
        self.values.insert(id, value);
    }

    /// The whole number of a field; of an interval the lowest.
    ///
    /// # Panics
    /// If the schema has no such field, or another kind: a bug.
    #[must_use]
    pub fn integer(&self, id: &str) -> Option<Sourced<i64>> {
        self.requirement(id, |kind| matches!(kind, Kind::Integer { .. } | Kind::Interval { .. }));
        self.values.get(id).cloned().map(integer)
    }

    /// The decimal number of a field.
    ///
    /// # Panics
    /// As [`Row::integer`].
    #[must_use]
    pub fn decimal(&self, id: &str) -> Option<Sourced<Decimal>> {
        self.requirement(id, |kind| matches!(kind, Kind::Decimal { .. }));
        self.values.get(id).cloned().map(decimal)
    }

    /// The text of a field, or its choice.
    ///
    /// # Panics
    /// As [`Row::integer`].
    #[must_use]
    pub fn text(&self, id: &str) -> Option<Sourced<String>> {
        self.requirement(id, |kind| matches!(kind, Kind::Text { .. } | Kind::Options(_)));
        self.values.get(id).cloned().map(|value| {
            value.map(|content| match content {
                CellValue::Text(text) => text,
                other => panic!("{other:?} was read for a text"),
            })
        })
    }

    /// The date of a field.
    ///
    /// # Panics
    /// As [`Row::integer`].
    #[must_use]
    pub fn date(&self, id: &str) -> Option<Sourced<NaiveDate>> {
        self.requirement(id, |kind| matches!(kind, Kind::Datum));
        self.values.get(id).cloned().map(|value| {
            value.map(|content| match content {
                CellValue::Datum(date) => date,
                other => panic!("{other:?} was read for a date"),
            })
        })
    }

    /// The fields that have a value, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Sourced<CellValue>)> {
        self.values.iter().map(|(id, value)| (*id, value))
    }

    /// Whatever stands in a field.
    pub(crate) fn value(&self, id: &str) -> Option<&Sourced<CellValue>> {
        self.requirement(id, |_| true);
        self.values.get(id)
    }

    fn requirement(&self, id: &str, kind: fn(&Kind) -> bool) {
        let field = self.fields.iter().find(|field| field.id == id);
        let field = field.unwrap_or_else(|| panic!("the schema has no field {id}"));
        assert!(kind(&field.kind), "the field {id} is of another kind: {:?}", field.kind);
    }
}

fn integer(value: Sourced<CellValue>) -> Sourced<i64> {
    value.map(|content| match content {
        CellValue::Integer(number) => number,
        other => panic!("{other:?} was read for a whole number"),
    })
}

fn decimal(value: Sourced<CellValue>) -> Sourced<Decimal> {
    value.map(|content| match content {
        CellValue::Decimal(number) => number,
        other => panic!("{other:?} was read for a decimal number"),
    })
}

/// Every one panics if the schema has no such sheet or id, or one of another form or kind: a bug.
impl Book {
    /// The cell of a place that names a field; none if the sheet or the field is not there.
    #[must_use]
    pub fn cell_of(&self, place: &Location) -> Option<Location> {
        if place.file != self.schema.file && place.file != self.file {
            return None;
        }
        self.places.get(place.sheet.as_deref()?)?.get(place.field?).cloned()
    }

    /// Where the heading of a column stands that the user named.
    ///
    /// # Panics
    /// If the sheet has no such column: a bug.
    #[must_use]
    pub fn heading_cell(&self, sheet: &str, heading: &str) -> Location {
        let place = self.own_headings.get(sheet).and_then(|headings| headings.get(heading));
        place.cloned().unwrap_or_else(|| panic!("{sheet} has no column {heading}"))
    }

    /// Whether a sheet was there, with anything filled in.
    #[must_use]
    pub fn has(&self, sheet: &str) -> bool {
        self.sheets.contains_key(self.schema.sheet(sheet).name)
    }

    /// Whether there is such a sheet in workbooks of its kind.
    #[must_use]
    pub fn has_sheet(&self, sheet: &str) -> bool {
        self.schema.sheets.iter().any(|one| one.name == sheet)
    }

    /// The whole number of an item.
    #[must_use]
    pub fn integer(&self, sheet: &str, id: &str) -> Option<Sourced<i64>> {
        self.items(sheet).integer(id)
    }

    /// The decimal number of an item.
    #[must_use]
    pub fn decimal(&self, sheet: &str, id: &str) -> Option<Sourced<Decimal>> {
        self.items(sheet).decimal(id)
    }

    /// The text of an item, or its choice.
    #[must_use]
    pub fn text(&self, sheet: &str, id: &str) -> Option<Sourced<String>> {
        self.items(sheet).text(id)
    }

    /// The date of an item.
    #[must_use]
    pub fn date(&self, sheet: &str, id: &str) -> Option<Sourced<NaiveDate>> {
        self.items(sheet).date(id)
    }

    /// The whole numbers of a column; `None` unless every region has one.
    #[must_use]
    pub fn region_integer(&self, sheet: &str, id: &str) -> Option<RegionValues<i64>> {
        let rows = self.regions(sheet);
        PerRegion::perhaps(|region| rows.of(region).integer(id))
    }

    /// The decimal numbers of a column; `None` unless every region has one.
    #[must_use]
    pub fn region_decimal(&self, sheet: &str, id: &str) -> Option<RegionValues<Decimal>> {
        let rows = self.regions(sheet);
        PerRegion::perhaps(|region| rows.of(region).decimal(id))
    }

    /// The texts, or choices, of a column; `None` unless every region has one.
    #[must_use]
    pub fn region_text(&self, sheet: &str, id: &str) -> Option<RegionValues<String>> {
        let rows = self.regions(sheet);
        PerRegion::perhaps(|region| rows.of(region).text(id))
    }

    /// The columns the user named, in order, each with its heading; one that some region lacks has been
    /// reported and is not there.
    #[must_use]
    pub fn free_integers(&self, sheet: &str) -> Vec<(String, RegionValues<i64>)> {
        self.free_columns(sheet, integer)
    }

    /// The headings of the columns the user named, filled or not, in order.
    #[must_use]
    pub fn free_headings(&self, sheet: &str) -> Vec<&str> {
        match self.sheets.get(sheet) {
            Some(SheetValues::Regions { free_columns, .. }) => {
                free_columns.iter().map(|(heading, _)| heading.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The rows of a list, in order.
    ///
    /// # Panics
    /// If the sheet is no list: a bug.
    #[must_use]
    pub fn rows(&self, sheet: &str) -> &[Row] {
        assert!(
            matches!(self.schema.sheet(sheet).layout, Layout::Lista { .. }),
            "the sheet {sheet} is no list"
        );
        match self.sheets.get(sheet) {
            Some(SheetValues::Lista(rows)) => rows,
            _ => &[],
        }
    }

    /// The items of a sheet.
    pub(crate) fn items(&self, sheet: &str) -> Row {
        let Layout::Items(field) = self.schema.sheet(sheet).layout else {
            panic!("the sheet {sheet} has no items");
        };
        match self.sheets.get(sheet) {
            Some(SheetValues::Items(row)) => row.clone(),
            _ => Row::new(field),
        }
    }

    /// The regions' rows of a sheet.
    pub(crate) fn regions(&self, sheet: &str) -> PerRegion<Row> {
        let Layout::Regions { columns, .. } = self.schema.sheet(sheet).layout else {
            panic!("the sheet {sheet} has no regions");
        };
        match self.sheets.get(sheet) {
            Some(SheetValues::Regions { rows, .. }) => rows.clone(),
            _ => PerRegion::from_fn(|_| Row::new(columns)),
        }
    }

    /// The recipients of a sheet; none if it was not there.
    ///
    /// # Panics
    /// If the sheet has another form: a bug.
    #[must_use]
    pub fn recipients(&self, sheet: &str) -> Option<&Recipients> {
        assert!(
            matches!(self.schema.sheet(sheet).layout, Layout::Recipients { .. }),
            "the sheet {sheet} has no recipients"
        );
        match self.sheets.get(sheet) {
            Some(SheetValues::Recipients(recipients)) => Some(recipients),
            _ => None,
        }
    }

    /// The name it has among several workbooks of its kind; empty where there is one.
    #[must_use]
    pub fn name(&self) -> &str {
        self.schema.name_in(&self.file).unwrap_or_default()
    }

    fn free_columns<T>(
        &self,
        sheet: &str,
        value: fn(Sourced<CellValue>) -> Sourced<T>,
    ) -> Vec<(String, RegionValues<T>)> {
        let Layout::Regions { free_columns: Some(_), .. } = self.schema.sheet(sheet).layout else {
            panic!("the sheet {sheet} has no columns of the user's own");
        };
        let Some(SheetValues::Regions { free_columns, .. }) = self.sheets.get(sheet) else {
            return Vec::new();
        };
        free_columns
            .iter()
            .filter_map(|(heading, values)| {
                let all = PerRegion::perhaps(|region| values.of(region).clone().map(value))?;
                Some((heading.clone(), all))
            })
            .collect()
    }
}
