//! The reader of a grant's workbook: cells become the leaves, and texts, dates and choices the facts, that
//! the grant's contract promises by the ids of the schema's fields. Knows no grant and no sheet by name.
//! What is missing although it is required has been reported when the workbook was read: it is then simply
//! not there.

use chrono::NaiveDate;

use crate::contract::{Calculation, CountryPromise, FactPromise, RegionalPromise};
use crate::figure::{CellRef, Figure, Sourced};
use crate::problem::Problems;
use crate::quantity::{Exact, Quantity, Value};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Book;
use crate::workbook::book::{CellValue, Row};
use crate::workbook::schema::{Field, Kind, Layout, Measure, WorkbookSchema};

/// Reads one grant's workbook into the report.
#[derive(Debug)]
pub struct Reader<'a> {
    /// What was read.
    pub book: &'a Book,
    /// Where it goes.
    pub report: &'a mut Report,
    /// What is wrong with it.
    pub problems: &'a mut Problems,
    schema: &'static WorkbookSchema,
    grant: &'static str,
    /// What stands before the id of a field in the name of its fact: the workbook's own name and a dot, where
    /// there are several.
    key: String,
}

impl<'a> Reader<'a> {
    /// A reader of a grant's workbook.
    pub fn new(
        (grant, schema): (&'static str, &'static WorkbookSchema),
        book: &'a Book,
        report: &'a mut Report,
        problems: &'a mut Problems,
    ) -> Self {
        let key = match book.name() {
            "" => String::new(),
            name => format!("{name}."),
        };
        Self { book, report, problems, schema, grant, key }
    }

    /// The year of the workbook.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.book.year
    }

    /// Where leaves are named.
    pub fn calculation(&mut self) -> Calculation<'_> {
        Calculation::new(&mut self.report.trace, self.book.year)
    }

    /// A leaf of the country, from the item of a sheet that has the promise's id.
    pub fn figure<P: CountryPromise>(&mut self, sheet: &str, promise: &P) -> Option<Figure<P::Of>> {
        self.figure_from(sheet, promise.id(), promise)
    }

    /// The same, from an item of another id.
    pub fn figure_from<P: CountryPromise>(
        &mut self,
        sheet: &str,
        field: &str,
        promise: &P,
    ) -> Option<Figure<P::Of>> {
        let (book, schema) = (self.book, self.schema);
        let row = book.items(sheet);
        let read = quantity(field_of(schema, sheet, field), &row)?;
        Some(self.calculation().leaf(promise, read))
    }

    /// A leaf of the country, from a field of a row of a list.
    pub fn row_figure<P: CountryPromise>(
        &mut self,
        sheet: &str,
        row: &Row,
        field: &str,
        promise: &P,
    ) -> Option<Figure<P::Of>> {
        let read = quantity(field_of(self.schema, sheet, field), row)?;
        Some(self.calculation().leaf(promise, read))
    }

    /// A leaf of each region, from the column of a sheet that has the promise's id; none unless every region
    /// has a value.
    pub fn column<P: RegionalPromise>(
        &mut self,
        sheet: &str,
        promise: &P,
    ) -> Option<PerRegion<Figure<P::Of>>> {
        self.column_from(sheet, promise.id(), promise)
    }

    /// The same, from a column of another id.
    pub fn column_from<P: RegionalPromise>(
        &mut self,
        sheet: &str,
        field: &str,
        promise: &P,
    ) -> Option<PerRegion<Figure<P::Of>>> {
        let rows = self.book.regions(sheet);
        let field = field_of(self.schema, sheet, field);
        let read = PerRegion::perhaps(|region| quantity(field, &rows[region]))?;
        Some(self.leaves(promise, &read))
    }

    /// A leaf of each region, from values that were read.
    pub fn leaves<P: RegionalPromise>(
        &mut self,
        promise: &P,
        read: &PerRegion<Sourced<P::Of>>,
    ) -> PerRegion<Figure<P::Of>> {
        let mut calculation = self.calculation();
        read.map(|region, read| calculation.leaf_in(promise, region, read.clone()))
    }

    /// A choice, as what its words stand for.
    pub fn choice<T: Copy>(&self, sheet: &str, field: &str, words: &[(&str, T)]) -> Option<T> {
        let word = self.book.text(sheet, field)?.value;
        words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
    }

    /// States a fact, with the cells it was read from.
    pub fn state<P: FactPromise>(&mut self, promise: &P, value: P::Of, cells: Vec<CellRef>) {
        self.report.state(self.book.year, promise, value, cells);
    }

    /// States every text, choice and date that stands on a sheet of items, each as the fact by the id of
    /// its field: a text and a choice as [`String`], a date as [`NaiveDate`].
    pub fn state_items(&mut self) {
        let (book, schema) = (self.book, self.schema);
        for sheet in schema.sheets {
            let Layout::Items(fields) = &sheet.layout else { continue };
            let row = book.items(sheet.name);
            for field in *fields {
                let Some(read) = row.value(field.id) else { continue };
                let cells = vec![read.cell.clone()];
                match (field.kind, &read.value) {
                    (Kind::Text { .. } | Kind::Options(_), CellValue::Text(text)) => {
                        self.report.state(book.year, &self.item(field), text.clone(), cells);
                    }
                    (Kind::Datum, CellValue::Datum(date)) => {
                        let fact = Item::<NaiveDate>::new(self.grant, &self.key, field.id);
                        self.report.state(book.year, &fact, *date, cells);
                    }
                    _ => {}
                }
            }
        }
    }

    /// The fields of a sheet of items that hold a text, a choice or a date.
    pub fn items(&self, sheet: &str) -> impl Iterator<Item = &'static Field> {
        let fields = self.schema.sheet(sheet).field().iter();
        fields.filter(|field| is_text(field) || matches!(field.kind, Kind::Datum))
    }

    fn item(&self, field: &Field) -> Item<String> {
        Item::new(self.grant, &self.key, field.id)
    }

    /// The rows of a list, each made into something by its texts, with the cells of the texts.
    ///
    /// The cells are those of every text and choice of the rows, whether `make` asks for it or not.
    pub fn rows<T>(&self, sheet: &str, make: impl Fn(&Texts<'_>) -> T) -> (Vec<T>, Vec<CellRef>) {
        let fields = self.schema.sheet(sheet).field();
        let (mut made, mut cells) = (Vec::new(), Vec::new());
        for row in self.book.rows(sheet) {
            for field in fields.iter().filter(|field| is_text(field)) {
                cells.extend(row.text(field.id).map(|read| read.cell));
            }
            made.push(make(&Texts(row)));
        }
        (made, cells)
    }
}

/// The texts of a row.
#[derive(Debug)]
pub struct Texts<'a>(&'a Row);

impl Texts<'_> {
    /// A text or choice; empty where there is none.
    #[must_use]
    pub fn text(&self, field: &str) -> String {
        self.maybe(field).unwrap_or_default()
    }

    /// A text or choice that may be missing.
    #[must_use]
    pub fn maybe(&self, field: &str) -> Option<String> {
        self.0.text(field).map(|read| read.value)
    }

    /// The row itself.
    #[must_use]
    pub fn row(&self) -> &Row {
        self.0
    }
}

fn is_text(field: &Field) -> bool {
    matches!(field.kind, Kind::Text { .. } | Kind::Options(_))
}

/// A fact by the id of a field.
struct Item<T> {
    grant: &'static str,
    id: String,
    of: std::marker::PhantomData<T>,
}

impl<T> Item<T> {
    fn new(grant: &'static str, key: &str, id: &str) -> Self {
        Self { grant, id: format!("{key}{id}"), of: std::marker::PhantomData }
    }
}

impl<T: std::any::Any + Clone + std::fmt::Debug + Send + Sync> FactPromise for Item<T> {
    type Of = T;
    fn name(&self, year: i32) -> String {
        format!("{}.{year}.riket.{}", self.grant, self.id)
    }
}

fn field_of(schema: &'static WorkbookSchema, sheet: &str, id: &str) -> &'static Field {
    let field = schema.sheet(sheet).field().iter().find(|field| field.id == id);
    field.unwrap_or_else(|| panic!("the sheet {sheet} has no field {id}"))
}

/// What stands in a field, as the quantity of its kind; none if the cell was empty or wrong.
///
/// # Panics
/// If another quantity is asked for: a bug.
fn quantity<T: Quantity>(field: &Field, row: &Row) -> Option<Sourced<T>> {
    let unit = field.kind.unit();
    assert!(unit == Some(T::UNIT), "{} is in {unit:?}, and not in {:?}", field.id, T::UNIT);
    let read = row.value(field.id)?;
    let exact = |measure: Measure, number| Value::Exact(measure.from_cell(&number));
    let value = match (&read.value, field.kind.measure()) {
        (CellValue::Integer(number), Some(measure)) => exact(measure, Exact::from(*number)),
        (CellValue::Decimal(number), Some(measure)) => exact(measure, Exact::from(*number)),
        (CellValue::Datum(date), None) => Value::Datum(*date),
        (other, _) => panic!("{} holds {other:?}", field.id),
    };
    let value = T::from_value(&T::UNIT.shape(value));
    Some(Sourced { value, cell: read.cell.clone() })
}
