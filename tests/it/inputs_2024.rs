//! The committed workbooks of 2024 and the empty ones of the year after: what is in the repository is
//! what the fixtures give, everything required is filled, and an empty workbook says all it lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::data_2024::{self, AR, WORKBOOKS, bytes, lakemedel};
use statsbidrag::contract::{Promised, lakemedel as promised, promises};
use statsbidrag::grants::lakemedel::schema::{self, sheets};
use statsbidrag::grants::{GRANTS, Reader, besked};
use statsbidrag::problem::{Code, Problems};
use statsbidrag::quantity::Exact;
use statsbidrag::report::Report;
use statsbidrag::workbook::book::Row;
use statsbidrag::workbook::schema::{Field, Inherit, Kind, Layout, SheetSchema, WorkbookSchema};
use statsbidrag::workbook::{Book, Fill, description, read, scaffold};

fn last(template: &'static WorkbookSchema, bytes: &[u8]) -> (Book, Problems) {
    let mut problems = Problems::new();
    let book = read(template, template.file, bytes, &mut problems);
    (book.expect("a workbook"), problems)
}

#[test]
fn every_grant_has_its_workbook_of_2024() {
    let grants: Vec<_> = GRANTS.iter().map(|grant| grant.workbook_file.file).collect();
    let fixtures: Vec<_> = WORKBOOKS.iter().map(|(book, ..)| book.file).collect();
    assert_eq!(fixtures, grants);
}

/// The items and columns of a workbook, the user's own among them.
fn all_fields(template: &'static WorkbookSchema) -> impl Iterator<Item = &'static Field> {
    template.sheets.iter().flat_map(|page| match &page.layout {
        Layout::Regions { columns, free_columns, .. } => columns
            .iter()
            .chain(free_columns.as_ref().map(|free_columns| &free_columns.field))
            .collect::<Vec<_>>(),
        Layout::Recipients { columns, free_column, .. } => {
            columns.iter().chain([&free_column.field]).collect()
        }
        _ => page.field().iter().collect(),
    })
}

/// The promise of a grant by this id.
fn promise(grant: &str, id: &str) -> Option<&'static Promised> {
    promises().find(|promised| promised.grant == grant && promised.id == id)
}

#[test]
fn a_field_is_of_the_quantity_that_its_grant_promises() {
    for grant in GRANTS {
        let mut compared = 0;
        for field in all_fields(grant.workbook_file) {
            // A decision's figures bear its name first, and the number of the pot last.
            let indexed = format!("{{}}.{}_{{}}", field.id);
            let promised = promise(grant.id, field.id).or_else(|| promise(grant.id, &indexed));
            let unit = field.kind.unit();
            let (Some(unit), Some(promised)) = (unit, promised) else { continue };
            assert!(promised.unit.is_none_or(|of| of == unit), "{} is {promised:?}", field.id);
            compared += 1;
        }
        assert!(compared > 0, "{} promises no figure by the id of a field", grant.id);
    }
}

#[test]
fn what_a_field_inherits_is_promised_in_a_unit_that_it_can_hold() {
    let mut compared = 0;
    for grant in GRANTS {
        for field in all_fields(grant.workbook_file) {
            let (grant_id, number) = match (field.inherit, field.figure) {
                (Inherit::Outcome { grant: grant_id, number }, _) => (grant_id, number),
                (Inherit::LastYear { .. }, Some(number)) => (None, number),
                _ => continue,
            };
            let grant_id = grant_id.unwrap_or(grant.id);
            let promised = promise(grant_id, number)
                .unwrap_or_else(|| panic!("{}: {grant_id} does not promise {number}", field.id));
            // What names a row is no number; the row's figure says whether there is a row.
            if matches!(field.kind, Kind::Text { .. }) {
                continue;
            }
            let held = match (field.kind.measure(), promised.unit) {
                (Some(measure), Some(unit)) => measure.to_cell(unit, &Exact::from(1)).is_some(),
                (Some(_), None) => false,
                (None, unit) => unit == field.kind.unit(),
            };
            assert!(held, "{} cannot hold {promised:?}", field.id);
            compared += 1;
        }
    }
    assert!(compared > 10, "only {compared} fields are inherited");
}

#[test]
#[should_panic(expected = "utbetalas_kontroll is in Some(HelaKronor), and not in Kronor")]
fn a_cell_is_not_read_as_another_quantity() {
    let template = &schema::WORKBOOK;
    let (book, mut problems) = last(template, &bytes(template, &Fill::new()));
    let mut report = Report::new();
    let mut reader = Reader::new((promised::GRANT, template), &book, &mut report, &mut problems);
    let _ =
        reader.figure_from(sheets::OVERENSKOMMELSE, "utbetalas_kontroll", &promised::ATERBARING);
}

/// Holds a committed file to what the fixtures and schemas give.
fn written(path: &str, expected: &[u8]) {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let equal = bytes.is_ok_and(|bytes| bytes == expected);
    assert!(
        equal,
        "{path} is not what tests/data and the schemas give; write it with: \
         `cargo dev inputs`"
    );
}

#[test]
fn the_committed_workbooks_are_what_the_fixtures_give() {
    for (file, bytes) in data_2024::all() {
        written(&format!("inputs/{AR}/{file}"), bytes);
    }
}

#[test]
fn the_committed_descriptions_are_the_schemas() {
    for (book, ..) in WORKBOOKS {
        let stem = book.file.trim_end_matches(".xlsx").trim_end_matches("-*");
        written(&format!("docs/arbetsbok-{stem}.md"), description(book, AR).as_bytes());
    }
}

/// Whether a row has a value for a field.
fn in_the_row(row: &Row, field: &Field) -> bool {
    match field.kind {
        Kind::Integer { .. } | Kind::Interval { .. } => row.integer(field.id).is_some(),
        Kind::Decimal { .. } => row.decimal(field.id).is_some(),
        Kind::Text { .. } | Kind::Options(_) => row.text(field.id).is_some(),
        Kind::Datum => row.date(field.id).is_some(),
    }
}

/// Whether an item, or a column for every region or row, is filled.
fn is_filled(book: &Book, page: &SheetSchema, field: &Field) -> bool {
    match (&page.layout, field.kind) {
        (Layout::Items(_), Kind::Integer { .. }) => book.integer(page.name, field.id).is_some(),
        (Layout::Items(_), Kind::Decimal { .. }) => book.decimal(page.name, field.id).is_some(),
        (Layout::Items(_), Kind::Datum) => book.date(page.name, field.id).is_some(),
        (Layout::Items(_), _) => book.text(page.name, field.id).is_some(),
        (Layout::Regions { .. }, Kind::Integer { .. }) => {
            book.region_integer(page.name, field.id).is_some()
        }
        (Layout::Regions { .. }, Kind::Decimal { .. }) => {
            book.region_decimal(page.name, field.id).is_some()
        }
        (Layout::Regions { .. }, _) => book.region_text(page.name, field.id).is_some(),
        (Layout::Recipients { .. }, _) => {
            let recipients = book.recipients(page.name).expect("recipients");
            recipients.rows.iter().all(|row| in_the_row(row, field))
        }
        (Layout::Lista { .. }, _) => {
            let rows = book.rows(page.name);
            !rows.is_empty() && rows.iter().all(|row| in_the_row(row, field))
        }
    }
}

#[test]
fn everything_the_schemas_require_is_filled_for_2024() {
    for (template, _, fill) in WORKBOOKS {
        let (book, problems) = last(template, &bytes(template, &fill()));
        assert_eq!(problems.to_string(), "");
        assert_eq!(book.year, AR);
        let mut count = 0;
        // A sheet that need not be filled in is, where 2024 has anything to say on it.
        let said = [besked::schema::sheet::OVERENSKOMMELSER, besked::schema::sheet::OVRIGA];
        let filled = |page: &&SheetSchema| page.required || said.contains(&page.name);
        for page in template.sheets.iter().filter(filled) {
            for field in page.field().iter().filter(|field| field.required) {
                assert!(is_filled(&book, page, field), "{} lacks {}", page.name, field.heading);
                count += 1;
            }
        }
        assert!(count > 10, "{}: {count} required fields", template.file);
    }
}

#[test]
fn the_need_model_has_all_its_groups() {
    let (book, _) = last(&schema::WORKBOOK, &bytes(&schema::WORKBOOK, &lakemedel::fill()));
    assert_eq!(book.rows(sheets::PRISLAPPAR).len(), 22);
    assert_eq!(book.free_integers(sheets::SOLIDARISKA).len(), lakemedel::SJUKDOMAR.len());
}

/// Sheet by sheet, how many problems of each kind an empty workbook has.
fn count(problems: &Problems) -> BTreeMap<(String, &'static str), usize> {
    let mut count = BTreeMap::new();
    for problem in problems.iter() {
        let page = problem.location.sheet.clone().unwrap_or_default();
        *count.entry((page, problem.code.name())).or_default() += 1;
    }
    count
}

/// An item is missed at its cell, a column or a list that is empty once at its heading; what it rests on
/// is asked for when it has a value, but for the year, which is filled in.
#[test]
fn an_empty_workbook_of_2025_says_by_sheet_and_cell_all_that_it_lacks() {
    for (template, ..) in WORKBOOKS {
        let empty = scaffold(template, 2025, &Fill::new()).expect("an empty workbook");
        let (book, problems) = last(template, &empty);
        assert_eq!(book.year, 2025);
        let codes: BTreeSet<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, BTreeSet::from([Code::I06, Code::I16]), "{}", template.file);
        for problem in problems.iter() {
            let place = &problem.location;
            assert_eq!(place.file, template.file);
            assert!(place.sheet.is_some() && place.cell.is_some(), "{problem}");
        }
        let found = count(&problems);
        for page in template.sheets {
            let required = page.field().iter().filter(|field| field.required).count();
            let missing = match page.layout {
                _ if !page.required => 0,
                Layout::Items(_) if page.name == template.year.0 => required - 1,
                Layout::Items(_) | Layout::Regions { .. } => required,
                Layout::Lista { .. } | Layout::Recipients { .. } => 1,
            };
            let i06 = found.get(&(page.name.to_owned(), "I06")).copied().unwrap_or_default();
            assert_eq!(i06, missing, "{} › {}:\n{problems}", template.file, page.name);
        }
        let (page, _) = template.year;
        let i16: Vec<_> = problems.iter().filter(|problem| problem.code == Code::I16).collect();
        assert_eq!(i16.len(), 2, "source and status of the year: {i16:?}");
        assert!(i16.iter().all(|problem| problem.location.sheet.as_deref() == Some(page)));
    }
}
