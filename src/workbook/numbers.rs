//! The numbers of a workbook as columns, whatever the form of their sheet: for who holds them against each other without
//! knowing what they are about.

use rust_decimal::Decimal;

use super::book::{CellValue, Row, SheetValues};
use super::cells::RawCell;
use super::parse::parse;
use super::schema::{Field, Kind, Layout, SheetSchema};
use super::{Book, number};
use crate::figure::{CellRef, Sourced};
use crate::problem::{Location, Problem};
use crate::quantity::Exact;
use crate::region::Region;

/// The id of a field that holds an organisation number.
const ORGANISATION_NUMBER: &str = "organisationsnummer";

/// Whose a number is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// The country's, or the whole workbook's.
    Country,
    /// A region's.
    Region(Region),
    /// A row's, by its key.
    Row(String),
}

/// A number as it was read.
#[derive(Clone, Debug)]
pub struct Number {
    /// Whose it is.
    pub whose: Whose,
    /// The number, in the unit of the cell.
    pub value: Decimal,
    /// Where it stands.
    pub cell: CellRef,
}

/// The numbers of a column, or an item alone, in the order they stand on the sheet.
#[derive(Clone, Debug)]
pub struct Column {
    /// The sheet.
    pub sheet: &'static str,
    /// What they are.
    pub field: &'static Field,
    /// The heading, without unit.
    pub heading: String,
    /// Whether they are numbers of inhabitants.
    pub of_people: bool,
    /// The numbers; of a region or row that has none, none.
    pub numbers: Vec<Number>,
}

impl Column {
    /// The number of something.
    #[must_use]
    pub fn of(&self, whose: &Whose) -> Option<&Number> {
        self.numbers.iter().find(|number| number.whose == *whose)
    }
}

impl Book {
    /// The file the schema names, and the year it is for.
    #[must_use]
    pub fn schema_file(&self) -> &'static str {
        self.schema.file
    }

    /// Every column of numbers that has any, in the order of the sheets.
    #[must_use]
    pub fn number_columns(&self) -> Vec<Column> {
        let sheets = self.schema.sheets.iter();
        sheets
            .flat_map(|sheet| self.columns_of(sheet))
            .filter(|one| !one.numbers.is_empty())
            .collect()
    }

    /// The organisation numbers of regions, wherever they stand.
    #[must_use]
    pub fn organisation_numbers(&self) -> Vec<(Region, Sourced<String>)> {
        let mut found = Vec::new();
        for sheet in self.schema.sheets {
            if !sheet.field().iter().any(|field| field.id == ORGANISATION_NUMBER) {
                continue;
            }
            match self.sheets.get(sheet.name) {
                Some(SheetValues::Regions { rows, .. }) => {
                    let all = rows.iter();
                    found.extend(all.filter_map(|(region, row)| {
                        Some((region, row.text(ORGANISATION_NUMBER)?))
                    }));
                }
                Some(SheetValues::Recipients(recipients)) => {
                    let region = |row: &Row| Region::find(&key(sheet.field(), row)).ok();
                    let all = recipients.rows.iter();
                    found.extend(
                        all.filter_map(|row| Some((region(row)?, row.text(ORGANISATION_NUMBER)?))),
                    );
                }
                _ => {}
            }
        }
        found
    }

    fn columns_of(&self, sheet: &'static SheetSchema) -> Vec<Column> {
        match (&sheet.layout, self.sheets.get(sheet.name)) {
            (Layout::Items(fields), Some(SheetValues::Items(row))) => {
                fields.iter().map(|field| of_rows(sheet, field, [(Whose::Country, row)])).collect()
            }
            (
                Layout::Regions { columns, free_columns, .. },
                Some(SheetValues::Regions { rows, free_columns: free }),
            ) => {
                let known = columns.iter().map(|field| {
                    of_rows(
                        sheet,
                        field,
                        rows.iter().map(|(region, row)| (Whose::Region(region), row)),
                    )
                });
                let own = free.iter().zip(free_columns.iter().cycle()).map(
                    |((heading, values), free)| {
                        let values = values
                            .iter()
                            .map(|(region, value)| (Whose::Region(region), value.as_ref()));
                        column(sheet, &free.field, heading, values)
                    },
                );
                known.chain(own).collect()
            }
            (Layout::Lista { columns, .. }, Some(SheetValues::Lista(rows))) => {
                let rows: Vec<_> =
                    rows.iter().map(|row| (Whose::Row(key(columns, row)), row)).collect();
                columns.iter().map(|field| of_rows(sheet, field, rows.iter().cloned())).collect()
            }
            (
                Layout::Recipients { columns, free_column, .. },
                Some(SheetValues::Recipients(recipients)),
            ) => {
                let whose = |row: &Row| {
                    let name = key(columns, row);
                    Region::find(&name).map_or(Whose::Row(name), Whose::Region)
                };
                let names: Vec<_> = recipients.rows.iter().map(whose).collect();
                let own = recipients.columns.iter().map(|own| {
                    let values = own
                        .values
                        .iter()
                        .map(|value| value.clone().map(|value| value.map(CellValue::Decimal)));
                    let values: Vec<_> = names.iter().cloned().zip(values).collect();
                    let values =
                        values.iter().map(|(whose, value)| (whose.clone(), value.as_ref()));
                    let of_people = ["invånare", "inv"].contains(&own.unit.to_lowercase().as_str());
                    Column { of_people, ..column(sheet, &free_column.field, &own.heading, values) }
                });
                own.collect()
            }
            _ => Vec::new(),
        }
    }
}

fn of_rows<'r>(
    sheet: &SheetSchema,
    field: &'static Field,
    rows: impl IntoIterator<Item = (Whose, &'r Row)>,
) -> Column {
    let values = rows.into_iter().map(|(whose, row)| (whose, row.value(field.id)));
    column(sheet, field, field.heading, values)
}

fn column<'v>(
    sheet: &SheetSchema,
    field: &'static Field,
    heading: &str,
    values: impl Iterator<Item = (Whose, Option<&'v Sourced<CellValue>>)>,
) -> Column {
    let number = |(whose, read): (Whose, Option<&Sourced<CellValue>>)| {
        let read = read?;
        let value = match read.value {
            CellValue::Integer(number) => Decimal::from(number),
            CellValue::Decimal(number) => number,
            CellValue::Text(_) | CellValue::Datum(_) => return None,
        };
        Some(Number { whose, value, cell: read.cell.clone() })
    };
    let mut numbers: Vec<_> = values.filter_map(number).collect();
    numbers.sort_by_key(|number| number.cell.location.cell);
    let of_people = field.kind.measure() == Some(super::schema::Measure::Invanare);
    Column { sheet: sheet.name, field, heading: heading.to_owned(), of_people, numbers }
}

/// The number that a cell of a field would hold if this were typed in it.
///
/// # Errors
/// What is wrong with it, at the cell.
pub fn typed(field: &Field, text: &str, place: &Location) -> Result<Decimal, Problem> {
    let value = parse(&RawCell::Text(text.to_owned()), field);
    match value.map_err(|finding| finding.pa(place.clone()))? {
        CellValue::Integer(number) => Ok(number.into()),
        CellValue::Decimal(number) => Ok(number),
        CellValue::Text(_) | CellValue::Datum(_) => {
            panic!("{} is no field of numbers", field.id)
        }
    }
}

/// The least and the greatest that a cell of a field may hold; none if it holds no numbers.
#[must_use]
pub fn limits(field: &Field) -> Option<(Exact, Exact)> {
    match field.kind {
        Kind::Integer { min, max, .. }
        | Kind::Decimal { min, max, .. }
        | Kind::Interval { min, max, .. } => Some((min.into(), max.into())),
        Kind::Text { .. } | Kind::Datum | Kind::Options(_) => None,
    }
}

/// A number with as many decimals as a cell of a field may have.
///
/// # Panics
/// If it has more digits than any number of a cell: a bug.
#[must_use]
pub fn rounded(field: &Field, number: &Exact) -> Decimal {
    let decimals = match field.kind {
        Kind::Decimal { decimals, .. } => decimals,
        _ => 0,
    };
    let text = number.as_decimal(decimals);
    let read = text.parse::<Decimal>().map(|number| number.normalize());
    read.unwrap_or_else(|error| panic!("{text} is beyond all cells: {error}"))
}

/// What a row of a list is known by.
fn key(columns: &[Field], row: &Row) -> String {
    let first = columns.first().and_then(|field| row.value(field.id));
    match first.map(|read| &read.value) {
        Some(CellValue::Text(text)) => text.clone(),
        Some(CellValue::Integer(number)) => number.to_string(),
        Some(CellValue::Decimal(number)) => number::write(*number),
        Some(CellValue::Datum(day)) => day.to_string(),
        None => String::new(),
    }
}
