//! Values to fill a scaffolded workbook with: by sheet, id, and region or row, each with what it rests
//! on. Knows no layout. A sheet or id the schema lacks is a bug, found when the workbook is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::figure::Status;
use crate::region::PerRegion;
use crate::workbook::book::CellValue;
use crate::workbook::schema::StatedDays;

/// What a filled column or row rests on.
#[derive(Clone, Debug)]
pub struct FilledFrom {
    /// Document, diarienummer or table.
    pub source: String,
    /// How sure it is; none where that, and the source, is the whole sheet's to say.
    pub status: Option<Status>,
    /// The date it holds for; where the schema requires one, that one if none is given.
    pub as_of: Option<NaiveDate>,
    /// The role that confirmed it.
    pub confirmed_by: Option<String>,
}

impl FilledFrom {
    /// A source and a status.
    #[must_use]
    pub fn new(source: impl Into<String>, status: Status) -> Self {
        Self { source: source.into(), status: Some(status), as_of: None, confirmed_by: None }
    }

    /// What the whole sheet rests on, and nothing of its own.
    #[must_use]
    pub fn the_sheet() -> Self {
        Self { source: String::new(), status: None, as_of: None, confirmed_by: None }
    }

    /// Whether it is the whole sheet that says it.
    #[must_use]
    pub fn is_the_sheet(&self) -> bool {
        self.status.is_none() && self.source.is_empty()
    }

    /// Adds the date it holds for.
    #[must_use]
    pub fn per(mut self, date: NaiveDate) -> Self {
        self.as_of = Some(date);
        self
    }

    /// Adds who confirmed it.
    #[must_use]
    pub fn confirmed_by(mut self, roll: impl Into<String>) -> Self {
        self.confirmed_by = Some(roll.into());
        self
    }
}

/// Values for a whole workbook; empty by default.
#[derive(Clone, Debug, Default)]
pub struct Fill {
    sheet: BTreeMap<String, SheetFill>,
}

/// The values of a column, and what they rest on.
pub(super) type Filled = (PerRegion<CellValue>, FilledFrom);

/// A column of the user's own beside the rows of a list.
#[derive(Clone, Debug)]
pub(super) struct OwnFill {
    pub(super) heading: String,
    pub(super) unit: String,
    /// A number for each row, in their order; none where they are to be filled in.
    pub(super) values: Vec<CellValue>,
    pub(super) filled_from: Option<FilledFrom>,
}

/// Values for one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetFill {
    /// Items: value and what it rests on, by id.
    pub(super) items: BTreeMap<String, (CellValue, FilledFrom)>,
    /// Columns per region, by id.
    pub(super) columns: BTreeMap<String, PerRegion<CellValue>>,
    /// Columns the user names, in order.
    pub(super) free_columns: Vec<(String, Option<Filled>)>,
    /// Rows of a list, in order: values by id.
    pub(super) rows: Vec<BTreeMap<String, CellValue>>,
    /// Columns that the user names for the rows of a list, in order.
    pub(super) own_columns: Vec<OwnFill>,
    /// What columns rest on, by id.
    pub(super) filled_from: BTreeMap<String, FilledFrom>,
    /// What the rows and columns rest on that say nothing of their own.
    pub(super) whole: Option<FilledFrom>,
    /// The id of the year's item and the year, on the sheet that has it.
    pub(super) year: Option<(&'static str, i32)>,
}

impl Fill {
    /// Nothing filled in.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Fills an item.
    pub fn item(
        &mut self,
        sheet: &str,
        id: &str,
        value: CellValue,
        filled_from: FilledFrom,
    ) -> &mut Self {
        self.pa(sheet).items.insert(id.into(), (value, filled_from));
        self
    }

    /// The days that it gives some items, by sheet and id.
    pub(super) fn stated(
        &self,
        items: impl Iterator<Item = (&'static str, &'static str)>,
    ) -> StatedDays {
        let day = |(sheet, id): (&'static str, &'static str)| match self.sheet(sheet).items.get(id)
        {
            Some((CellValue::Datum(day), _)) => Some(((sheet, id), *day)),
            _ => None,
        };
        items.filter_map(day).collect()
    }

    /// Fills a column of a sheet with a row per region.
    pub fn column(
        &mut self,
        sheet: &str,
        id: &str,
        values: PerRegion<CellValue>,
        filled_from: FilledFrom,
    ) -> &mut Self {
        let page = self.pa(sheet);
        page.columns.insert(id.into(), values);
        page.filled_from.insert(id.into(), filled_from);
        self
    }

    /// Adds a column with a heading of the user's own.
    pub fn free(
        &mut self,
        sheet: &str,
        heading: &str,
        values: PerRegion<CellValue>,
        filled_from: FilledFrom,
    ) -> &mut Self {
        self.pa(sheet).free_columns.push((heading.into(), Some((values, filled_from))));
        self
    }

    /// Adds a column with a heading of the user's own, and its values to be filled in.
    pub fn free_empty(&mut self, sheet: &str, heading: &str) -> &mut Self {
        self.pa(sheet).free_columns.push((heading.into(), None));
        self
    }

    /// Adds a row to a list, or fills the row with that key.
    pub fn row<'v>(
        &mut self,
        sheet: &str,
        values: impl IntoIterator<Item = (&'v str, CellValue)>,
    ) -> &mut Self {
        let row = values.into_iter().map(|(id, value)| (id.to_owned(), value)).collect();
        self.pa(sheet).rows.push(row);
        self
    }

    /// Takes away everything that a sheet was filled with.
    pub fn clear(&mut self, sheet: &str) -> &mut Self {
        self.sheet.remove(sheet);
        self
    }

    /// Adds a column of the user's own to a list of recipients: its heading and unit, and a number for each row in
    /// their order.
    pub fn own_column(
        &mut self,
        sheet: &str,
        (heading, unit): (&str, &str),
        values: Vec<CellValue>,
        filled_from: FilledFrom,
    ) -> &mut Self {
        let (heading, unit) = (heading.to_owned(), unit.to_owned());
        let filled_from = Some(filled_from);
        self.pa(sheet).own_columns.push(OwnFill { heading, unit, values, filled_from });
        self
    }

    /// Adds a column of the user's own to a list of recipients, its numbers to be filled in.
    pub fn own_empty(&mut self, sheet: &str, heading: &str, unit: &str) -> &mut Self {
        let (heading, unit) = (heading.to_owned(), unit.to_owned());
        let (values, filled_from) = (Vec::new(), None);
        self.pa(sheet).own_columns.push(OwnFill { heading, unit, values, filled_from });
        self
    }

    /// Says what a column of a list rests on.
    pub fn filled_from(&mut self, sheet: &str, id: &str, filled_from: FilledFrom) -> &mut Self {
        self.pa(sheet).filled_from.insert(id.into(), filled_from);
        self
    }

    /// Says what the rows and columns of a sheet rest on that say nothing of their own.
    pub fn whole(&mut self, sheet: &str, filled_from: FilledFrom) -> &mut Self {
        self.pa(sheet).whole = Some(filled_from);
        self
    }

    /// Whether anything of a sheet rests on what the whole sheet says.
    pub(crate) fn leans_on(&self, sheet: &str) -> bool {
        let Some(filled) = self.sheet.get(sheet) else { return false };
        let items = filled.items.values().map(|(_, from)| from);
        let free = filled.free_columns.iter().filter_map(|(_, filled)| Some(&filled.as_ref()?.1));
        items.chain(filled.filled_from.values()).chain(free).any(FilledFrom::is_the_sheet)
    }

    /// The values of a sheet.
    pub(super) fn sheet(&self, name: &str) -> SheetFill {
        self.sheet.get(name).cloned().unwrap_or_default()
    }

    /// The sheets that have values.
    pub(super) fn name(&self) -> impl Iterator<Item = &str> {
        self.sheet.keys().map(String::as_str)
    }

    fn pa(&mut self, sheet: &str) -> &mut SheetFill {
        self.sheet.entry(sheet.into()).or_default()
    }
}

impl SheetFill {
    /// All ids it gives values for.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().flat_map(BTreeMap::keys);
        self.items
            .keys()
            .chain(self.columns.keys())
            .chain(self.filled_from.keys())
            .chain(rows)
            .map(String::as_str)
    }
}
