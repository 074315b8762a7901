//! What is inherited is what the schema says, field by field: values, sources, status and dates, in the
//! files themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use statsbidrag::figure::{FigureNames, Node, Origin, Status};
use statsbidrag::grants::GRANTS;
use statsbidrag::pipeline::Computed;
use statsbidrag::quantity::{Decimal, Exact};
use statsbidrag::region::Region;
use statsbidrag::workbook::schema::{
    AsOf, Field, Inherit, Kind, Layout, Measure, SheetSchema, WorkbookSchema,
};

use crate::new_year::NEW_YEAR;
use crate::new_year::filled::text_one_year_later;
use crate::new_year::spreadsheet::{self, Place, Spreadsheet, row_with, text};
use crate::{data_2024, document_set, program};

static LAST_YEAR: LazyLock<Computed> = LazyLock::new(document_set::compute);

/// A sheet of items or of regions, this year and last.
struct Page {
    sheet: &'static SheetSchema,
    fresh: spreadsheet::SheetSchema,
    last_year: spreadsheet::SheetSchema,
}

/// The cells of a field: its values, and what it rests on.
struct Cells {
    values: Vec<(Option<Region>, Place)>,
    source: Place,
    as_of: Place,
    status: Place,
    confirmed_by: Place,
}

impl Page {
    fn new(sheet: &'static SheetSchema, fresh: &Spreadsheet, last_year: &Spreadsheet) -> Self {
        Self { sheet, fresh: fresh.sheet(sheet.name), last_year: last_year.sheet(sheet.name) }
    }

    fn cells(&self, field: &Field) -> Cells {
        const ABOUT: [&str; 4] = ["Källa", "Per datum", "Status", "Bekräftad av"];
        let heading_row = row_with(&self.fresh, self.sheet.key_heading());
        let column = |heading: &str| {
            let mut places = self.fresh.keys().filter(|place| place.0 == heading_row);
            let place = places.find(|place| text(&self.fresh, **place) == Some(heading));
            place.unwrap_or_else(|| panic!("there is no column {heading}")).1
        };
        if matches!(self.sheet.layout, Layout::Items(_)) {
            let row = row_with(&self.fresh, field.heading);
            let [source, as_of, status, confirmed_by] = ABOUT.map(|about| (row, column(about)));
            let values = vec![(None, (row, column("Värde")))];
            return Cells { values, source, as_of, status, confirmed_by };
        }
        let column = column(&field.heading_with_unit());
        let [source, as_of, status, confirmed_by] =
            ABOUT.map(|about| (row_with(&self.fresh, about), column));
        let row = |region: Region| (row_with(&self.fresh, region.short_name()), column);
        let values = Region::all().map(|region| (Some(region), row(region))).collect();
        Cells { values, source, as_of, status, confirmed_by }
    }
}

/// Every sheet of items or regions of every workbook.
fn pages() -> Vec<(&'static str, &'static WorkbookSchema, Page)> {
    let mut all = Vec::new();
    for grant in GRANTS {
        let template = grant.workbook_file;
        let last_year = std::fs::read(document_set::inputs().join(data_2024::file_of(template)))
            .expect("the file");
        let (fresh, last_year) = (
            Spreadsheet::new(&NEW_YEAR.workbooks[data_2024::file_of(template)]),
            Spreadsheet::new(&last_year),
        );
        for sheet in template.sheets.iter().filter(|sheet| {
            !matches!(sheet.layout, Layout::Lista { .. } | Layout::Recipients { .. })
        }) {
            all.push((grant.id, template, Page::new(sheet, &fresh, &last_year)));
        }
    }
    all
}

#[test]
fn every_field_holds_what_its_schema_says_of_the_year_after() {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (grant, template, page) in pages() {
        for field in page.sheet.field() {
            let cells = page.cells(field);
            let (fresh, last_year) =
                (|place| text(&page.fresh, place), |place| text(&page.last_year, place));
            let kind = match field.inherit {
                Inherit::New => {
                    for (_, place) in &cells.values {
                        assert_eq!(fresh(*place), None, "{} is inherited", field.id);
                    }
                    "nytt"
                }
                Inherit::Gone
                | Inherit::KeptIf(_)
                | Inherit::RowsOf { .. }
                | Inherit::RowOutcome { .. } => {
                    panic!("{} is no row of a list", field.id)
                }
                Inherit::Kept | Inherit::KeptUnlessDated => {
                    let left: Vec<_> = cells
                        .values
                        .iter()
                        .filter_map(|(_, place)| fresh(*place))
                        .map(str::to_owned)
                        .collect();
                    let expected = cells.values.iter().filter_map(|(_, place)| last_year(*place));
                    let expected: Vec<_> =
                        expected.filter_map(|text| carried(field, text)).collect();
                    assert_eq!(left, expected, "{} persists", field.id);
                    unconfirmed(&page, &cells, !left.is_empty());
                    "består"
                }
                Inherit::Year => {
                    assert_eq!(fresh(cells.values[0].1), Some("2025"), "{}", field.id);
                    unconfirmed(&page, &cells, true);
                    "året"
                }
                Inherit::LastYear { sheet, id } => {
                    last_years(template, &page, &cells, (sheet, id));
                    "förra"
                }
                Inherit::Outcome { grant: foreign, number } => {
                    let name = FigureNames::new(foreign.unwrap_or(grant), 2024);
                    result(&page, field, &cells, &|region| match region {
                        Some(region) => name.region(region, number),
                        None => name.country(number),
                    });
                    "resultat"
                }
            };
            *count.entry(kind).or_default() += 1;
        }
    }
    for kind in ["nytt", "består", "året", "förra", "resultat"] {
        assert!(count.get(kind).is_some_and(|count| *count > 0), "{kind}: {count:?}");
    }
}

/// A text as it is carried over: years move, and what refers to a decision of last year's does not persist.
fn carried(field: &Field, text: &str) -> Option<String> {
    if field.inherit != Inherit::KeptUnlessDated {
        return Some(text.to_owned());
    }
    if matches!(field.kind, Kind::Datum) {
        let day: i64 = text.parse().expect("a day");
        // The same date a year later: 366 days off where the last of February 2024 lies between.
        let day_of_february = 45_351;
        let days = if day < day_of_february { 366 } else { 365 };
        return Some((day + days).to_string());
    }
    let refers =
        ["S2023/", "S2024/", " december ", " mars "].iter().any(|mark| text.contains(mark));
    (!refers).then(|| text_one_year_later(text))
}

#[test]
fn rows_that_persist_are_as_they_were() {
    let mut count = 0;
    for grant in GRANTS {
        let template = grant.workbook_file;
        let last_year = std::fs::read(document_set::inputs().join(data_2024::file_of(template)))
            .expect("the file");
        let (fresh, last_year) = (
            Spreadsheet::new(&NEW_YEAR.workbooks[data_2024::file_of(template)]),
            Spreadsheet::new(&last_year),
        );
        for sheet in template.sheets {
            let Layout::Lista { columns, keys: [] } = sheet.layout else { continue };
            if columns[0].inherit != Inherit::Kept {
                continue;
            }
            let (fresh, last_year) = (fresh.sheet(sheet.name), last_year.sheet(sheet.name));
            let heading_row = row_with(&fresh, &columns[0].heading_with_unit());
            for (column, field) in (1..).zip(columns) {
                let cells =
                    last_year.keys().filter(|place| place.0 > heading_row && place.1 == column);
                for place in cells {
                    let before = text(&last_year, *place);
                    let left = matches!(field.inherit, Inherit::Kept | Inherit::KeptUnlessDated);
                    let expected = before.filter(|_| left).and_then(|text| carried(field, text));
                    let fresh = text(&fresh, *place).map(str::to_owned);
                    assert_eq!(fresh, expected, "{} › {}", sheet.name, field.id);
                    count += usize::from(expected.is_some());
                }
            }
        }
    }
    assert!(count > 30, "{count} cells");
}

/// The agreement of 2024 was net, and settles profit and loss together: of the adjustments of 2024, which were for
/// a gross year that settled them part by part, those of återbäring are gone, and those of profit and loss are one.
#[test]
fn adjustments_follow_the_agreement() {
    let fresh = Spreadsheet::new(&NEW_YEAR.workbooks["regleringsbrev.xlsx"]);
    let cells = fresh.sheet("Justeringar");
    let heading_row = row_with(&cells, "Justering");
    let kinds = cells.keys().filter(|place| place.0 > heading_row && place.1 == 1);
    let kinds: Vec<_> = kinds.filter_map(|place| text(&cells, *place)).collect();
    assert_eq!(kinds, ["avdrag, reglering", "vinst/förlust"]);
    let row: Vec<_> = (2..=5).map(|column| text(&cells, (heading_row + 2, column))).collect();
    assert_eq!(row, [Some("tillsammans"), Some("3"), Some("3"), None], "the reason was another's");
}

/// A deduction of 2024 that is settled afterwards is there to be settled, with what was deducted.
#[test]
fn deductions_to_settle_come_from_the_agreement() {
    let fresh = Spreadsheet::new(&NEW_YEAR.workbooks["regleringsbrev.xlsx"]);
    let cells = fresh.sheet("Reglerade avdrag");
    let row = row_with(&cells, "Avdrag") + 1;
    let row: Vec<_> = (1..=5).map(|column| text(&cells, (row, column))).collect();
    let purpose = "medlemskapet i International Horizon Scanning Initiative (IHSI)";
    assert_eq!(row, [Some("IHSI"), Some(purpose), Some("4250320"), None, Some("100000")]);
}

/// What is carried over has neither source nor status of its own, nor anyone who confirmed it: that it holds is to be
/// said once for the sheet.
fn unconfirmed(page: &Page, cells: &Cells, is_filled: bool) {
    for place in [cells.source, cells.status, cells.confirmed_by] {
        assert_eq!(text(&page.fresh, place), None);
    }
    let common = row_with(&page.fresh, "Källa för hela bladet");
    assert_eq!(text(&page.fresh, (common, 2)), None);
    if is_filled {
        assert_eq!(text(&page.fresh, (common, 6)), Some("ej bekräftad"));
    }
}

/// What was another field last year comes with its source.
fn last_years(
    template: &'static WorkbookSchema,
    page: &Page,
    cells: &Cells,
    (sheet, id): (&str, &str),
) {
    let last_year =
        std::fs::read(document_set::inputs().join(data_2024::file_of(template))).expect("the file");
    let last_year = Spreadsheet::new(&last_year);
    let source = Page::new(template.sheet(sheet), &last_year, &last_year);
    let field = source.sheet.field().iter().find(|field| field.id == id).expect("the field");
    let fetched = source.cells(field);
    for ((_, hit), (_, dit)) in cells.values.iter().zip(&fetched.values) {
        assert_eq!(text(&page.fresh, *hit), text(&source.fresh, *dit), "{id}");
    }
    if text(&source.fresh, fetched.values[0].1).is_some() {
        for (hit, dit) in [(cells.source, fetched.source), (cells.status, fetched.status)] {
            assert_eq!(text(&page.fresh, hit), text(&source.fresh, dit), "{id}");
        }
    }
}

/// What last year came to, to the last figure a cell holds; its status is the figures' weakest.
fn result(page: &Page, field: &Field, cells: &Cells, name: &dyn Fn(Option<Region>) -> String) {
    let trace = &LAST_YEAR.report.trace;
    let mut weakest_of = None;
    for (region, place) in &cells.values {
        let name = name(*region);
        let id = trace.find(&name).unwrap_or_else(|| panic!("last year has no {name}"));
        let node = trace.node(id);
        let cell = text(&page.fresh, *place).unwrap_or_else(|| panic!("{name} is not there"));
        same_number(
            field,
            node,
            &Decimal::from_scientific(cell).or_else(|_| cell.parse()).expect("a number"),
        );
        weakest_of = weakest_of.max(Some(node.status));
        let source = text(&page.fresh, cells.source).expect("a source");
        match &node.origin {
            Origin::Cell(cell) => assert_eq!(source, cell.evidence.source, "{name}"),
            Origin::Rule { .. } => {
                assert!(
                    source.contains(" 2024, körning ") && source.len() > 40,
                    "{name}: {source}"
                );
            }
        }
    }
    assert_eq!(text(&page.fresh, cells.status), weakest_of.map(Status::name));
    if !matches!(field.as_of, AsOf::Free) {
        // A date is a number of days in the file; that the number is the right one, `check` says.
        assert!(text(&page.fresh, cells.as_of).is_some(), "{}", field.id);
    }
}

fn same_number(field: &Field, node: &Node, cell: &Decimal) {
    let exact = node.value.exact().expect("a number");
    let exact = match field.kind.measure().expect("a number") {
        Measure::Percent => &exact * &Exact::from(100),
        Measure::Mnkr => &exact * &Exact::fraction(1, 1_000_000),
        Measure::HelaKronor | Measure::KrPerInv | Measure::Invanare => exact,
        measure => panic!("{}: {measure:?} is not inherited", field.id),
    };
    let difference = (exact - Exact::from(*cell)).amount();
    let highest = match field.kind {
        // Kronor per inhabitant keep eleven decimals; a million inhabitants times half of the last is
        // less than a thousandth of an öre.
        Kind::Decimal { .. } => Exact::fraction(1, 200_000_000_000),
        _ => Exact::zero(),
    };
    assert!(difference <= highest, "{}: {cell} is {difference:?} from the figure", node.name);
}

/// The grants that the regions were told, not only those that the run says.
#[test]
fn last_years_grants_are_the_published_ones() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/lakemedel-2024-publicerat.csv");
    let mut rows = csv::Reader::from_path(file).expect("a fixture");
    let pages = pages();
    let (.., page) =
        pages.iter().find(|(.., page)| page.sheet.name == "Föregående år").expect("the sheet");
    let field = page.sheet.field().iter().find(|field| field.id == "foregaende_statsbidrag");
    let cells = page.cells(field.expect("the column"));
    let mut count = 0;
    for row in rows.deserialize::<BTreeMap<String, String>>() {
        let row = row.expect("a row");
        let region = Region::find(&row["lanskod"]).expect("a region");
        let (_, place) = cells.values.iter().find(|(one, _)| *one == Some(region)).expect("a cell");
        assert_eq!(
            text(&page.fresh, *place),
            Some(row["statsbidrag_2024_kr"].as_str()),
            "{region}"
        );
        count += 1;
    }
    assert_eq!(count, 21);
}

/// Otherwise a value would be carried over under a date it does not hold for.
#[test]
fn what_persists_holds_for_the_same_date() {
    for grant in GRANTS {
        for sheet in grant.workbook_file.sheets {
            let free_columns = match &sheet.layout {
                Layout::Regions { free_columns: Some(free_columns), .. } => {
                    Some(&free_columns.field)
                }
                _ => None,
            };
            for field in sheet.field().iter().chain(free_columns) {
                if let (Inherit::Kept, AsOf::Required(day)) = (field.inherit, field.as_of) {
                    assert_eq!(day(2024), day(2025), "{} › {}", sheet.name, field.id);
                }
            }
        }
    }
}

/// The same in: same out.
#[test]
fn the_command_writes_what_is_computed_here() {
    let folder = program::Folder::new("2025", &[]);
    let out = folder.result();
    let answer = program::answer_of(
        program::program()
            .args(["new", "2025", "--from"])
            .arg(document_set::inputs())
            .arg("--out")
            .arg(&out),
    );
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    assert!(program::files(&out) == NEW_YEAR.workbooks, "other workbooks");
}
