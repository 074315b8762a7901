//! The workbooks of 2024 from the CSV fixtures in `tests/data`, a module for each grant: used by the
//! tool that writes `inputs/2024` and by the tests that change it. Knows the fixtures, not how a
//! sheet is laid out.

pub(crate) mod beredskap;
pub(crate) mod besked;
pub(crate) mod beslut;
pub(crate) mod lakemedel;
pub(crate) mod regleringsbrev;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use statsbidrag::figure::Status;
use statsbidrag::grants;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::{Field, Kind, Layout, WorkbookSchema};
use statsbidrag::workbook::{CellValue, Fill, FilledFrom, scaffold};

/// The year of the fixtures.
pub(crate) const AR: i32 = 2024;

/// A workbook, the name of its file, and what it is filled with.
pub(crate) type Filled = (&'static WorkbookSchema, &'static str, fn() -> Fill);

/// Every workbook of the year.
pub(crate) const WORKBOOKS: &[Filled] = &[
    (&grants::lakemedel::schema::WORKBOOK, "lakemedel.xlsx", lakemedel::fill),
    (&grants::regleringsbrev::schema::WORKBOOK, "regleringsbrev.xlsx", regleringsbrev::fill),
    (&grants::beslut::schema::WORKBOOK, beslut::FILE, beslut::fill),
    (&grants::besked::schema::WORKBOOK, "besked.xlsx", besked::fill),
    (&grants::beredskap::schema::WORKBOOK, "beredskap.xlsx", beredskap::fill),
];

/// Every workbook of the year: its file's name and bytes.
pub(crate) fn all() -> &'static [(&'static str, Vec<u8>)] {
    static ALL: OnceLock<Vec<(&'static str, Vec<u8>)>> = OnceLock::new();
    ALL.get_or_init(|| {
        WORKBOOKS.iter().map(|(book, file, fill)| (*file, bytes(book, &fill()))).collect()
    })
}

/// The name of the file of a workbook of the year.
pub(crate) fn file_of(book: &WorkbookSchema) -> &'static str {
    let found = WORKBOOKS.iter().find(|(own, ..)| own.file == book.file);
    found.unwrap_or_else(|| panic!("{} is of no grant", book.file)).1
}

/// A workbook's bytes.
pub(crate) fn bytes(book: &'static WorkbookSchema, fill: &Fill) -> Vec<u8> {
    scaffold(book, AR, fill).expect("the fixtures fit the schema")
}

type Rows = Vec<BTreeMap<String, String>>;

/// Fills in the items of every sheet of items, by id, from a fixture of values, sources and statuses: all
/// but some.
fn items(fill: &mut Fill, book: &'static WorkbookSchema, file: &str, without: &[&str]) {
    for row in csv(file).iter().filter(|row| !without.contains(&row["id"].as_str())) {
        let (page, field) = field(book, &row["id"]);
        let mut filled_from = FilledFrom::new(&row["kalla"], status(&row["status"]));
        if !row["bekraftad_av"].is_empty() {
            filled_from = filled_from.confirmed_by(&row["bekraftad_av"]);
        }
        fill.item(page, field.id, content(field, &row["varde"]), filled_from);
    }
}

pub(crate) fn field(book: &'static WorkbookSchema, id: &str) -> (&'static str, &'static Field) {
    let items = book.sheets.iter().filter(|page| matches!(page.layout, Layout::Items(_)));
    items
        .flat_map(|page| page.field().iter().map(|field| (page.name, field)))
        .find(|(_, field)| field.id == id)
        .unwrap_or_else(|| panic!("the schema has no item {id}"))
}

/// Adds the rows of a list: a column for each of the sheet's, by id, but some; none if the sheet is one of
/// those that are left out.
fn list(fill: &mut Fill, book: &'static WorkbookSchema, page: &str, file: &str, without: &[&str]) {
    if without.contains(&page) {
        return;
    }
    let fields = book.sheet(page).field();
    for row in csv(file) {
        let filled_cells =
            fields.iter().filter(|field| !without.contains(&field.id)).filter_map(|field| {
                let text = row.get(field.id).expect("a column of the fixture");
                (!text.is_empty()).then(|| (field.id, content(field, text)))
            });
        fill.row(page, filled_cells);
    }
}

/// Fills in a column per region of a sheet, from a column of a fixture.
fn add_column(
    fill: &mut Fill,
    (book, page): (&'static WorkbookSchema, &str),
    id: &str,
    rows: &Rows,
    column: &str,
    filled_from: FilledFrom,
) {
    let field = book.sheet(page).field().iter().find(|field| field.id == id).expect("a column");
    let values = PerRegion::from_fn(|region| content(field, &of_the_region(rows, region)[column]));
    fill.column(page, id, values, filled_from);
}

fn of_the_region(rows: &Rows, region: Region) -> &BTreeMap<String, String> {
    rows.iter()
        .find(|row| row["lanskod"] == region.county_code())
        .expect("every region has its row")
}

/// A fixture's text as what stands in the cell.
pub(crate) fn content(field: &Field, text: &str) -> CellValue {
    match field.kind {
        Kind::Integer { .. } => integer(text),
        Kind::Decimal { .. } => CellValue::Decimal(text.parse().expect("a decimal")),
        Kind::Text { .. } | Kind::Options(_) | Kind::Interval { .. } => {
            CellValue::Text(text.to_owned())
        }
        Kind::Datum => CellValue::Datum(text.parse().expect("a date")),
    }
}

fn integer(text: &str) -> CellValue {
    CellValue::Integer(text.parse().expect("a whole number"))
}

fn status(text: &str) -> Status {
    Status::find(text).expect("a status")
}

/// The rows of a fixture, by heading.
pub(crate) fn csv(file: &str) -> Rows {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    let mut csv = csv::Reader::from_path(path).expect("a fixture");
    csv.deserialize().collect::<Result<_, _>>().expect("rows of texts")
}
