//! What is written reads back: the same values, no problems, the same bytes each time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use statsbidrag::figure::Status;
use statsbidrag::problem::Code;
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill, FilledFrom, scaffold};

use crate::workbook::book::{part, population, read_bytes};
use crate::workbook::schema::TEMPLATE;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.into())
}

fn utfall(region: Region) -> Decimal {
    Decimal::new(309_960_963_727 + population(region), 8)
}

fn fill() -> Fill {
    let filled_from = || FilledFrom::new("SKR:s cirkulär 23:51, tabell 5", Status::Faststalld);
    let mut fill = Fill::new();
    fill.item("Dokument", "ar", CellValue::Integer(2024), filled_from());
    fill.item(
        "Dokument",
        "rubrik",
        text("Bidraget för 2024 – ”netto”"),
        filled_from().confirmed_by("ekonomichefen"),
    );
    fill.item("Dokument", "datum", CellValue::Datum(date(2023, 12, 20)), filled_from());
    fill.item(
        "Dokument",
        "belopp",
        CellValue::Decimal(Decimal::new(38_411_749_680, 6)),
        filled_from(),
    );
    fill.item("Dokument", "rest", text("största resten"), filled_from());
    fill.column(
        "Befolkning",
        "folk",
        PerRegion::from_fn(|region| CellValue::Integer(population(region))),
        filled_from(),
    );
    fill.column(
        "Befolkning",
        "utfall",
        PerRegion::from_fn(|region| CellValue::Decimal(utfall(region))),
        FilledFrom::new("x", Status::Exempel),
    );
    fill.free("Kostnader", "Hiv", PerRegion::from_fn(|_| CellValue::Integer(0)), filled_from());
    fill.free(
        "Kostnader",
        "Gauchers sjukdom",
        PerRegion::from_fn(|region| CellValue::Integer(population(region))),
        filled_from(),
    );
    fill.column(
        "Kostnader",
        "summa",
        PerRegion::from_fn(|region| CellValue::Integer(population(region))),
        filled_from(),
    );
    for (level, from, share) in [(1, None, 85), (2, Some(271), 90)] {
        let from = from.map(|from: i64| ("fran", CellValue::Decimal(from.into())));
        let fixed =
            [("niva", CellValue::Integer(level)), ("andel", CellValue::Decimal(share.into()))];
        fill.row("Trappa", fixed.into_iter().chain(from));
    }
    fill.filled_from("Trappa", "fran", filled_from()).filled_from(
        "Trappa",
        "andel",
        filled_from().per(date(2024, 1, 1)),
    );
    for (group, tag) in [("6–18 år", 3), ("0 år", 1), ("1–5 år", 2)] {
        fill.row("Prislappar", [("grupp", text(group)), ("lapp", CellValue::Decimal(tag.into()))]);
    }
    fill.filled_from("Prislappar", "lapp", filled_from());
    fill.row("Mottagare", [("mottagare", text("Ekonomidirektörer"))]).filled_from(
        "Mottagare",
        "mottagare",
        filled_from(),
    );
    fill
}

#[test]
fn filled_and_read_back() {
    let bytes = scaffold(&TEMPLATE, 2024, &fill()).expect("a workbook");
    let (book, problems) = read_bytes(&bytes);
    assert_eq!(problems.to_string(), "");
    let book = book.expect("a workbook");
    assert_eq!((book.year, book.own_sheets.len()), (2024, 0));
    let heading = book.text("Dokument", "rubrik").expect("a heading");
    assert_eq!(heading.value, "Bidraget för 2024 – ”netto”");
    assert_eq!(heading.cell.evidence.confirmed_by.as_deref(), Some("ekonomichefen"));
    assert_eq!(book.date("Dokument", "datum").map(|value| value.value), Some(date(2023, 12, 20)));
    assert_eq!(
        book.decimal("Dokument", "belopp").map(|value| value.value),
        Some(Decimal::new(38_411_749_680, 6))
    );
    assert_eq!(
        book.text("Dokument", "rest").map(|value| value.value).as_deref(),
        Some("största resten")
    );
    let read = book.region_integer("Befolkning", "folk").expect("all regions");
    let utfallen = book.region_decimal("Befolkning", "utfall").expect("all regions");
    for (region, value) in read.iter() {
        assert_eq!(value.value, population(region));
        assert_eq!(value.cell.evidence.as_of, Some(date(2023, 8, 31)));
        assert_eq!(utfallen.of(region).value, utfall(region));
        assert_eq!(utfallen.of(region).cell.evidence.status, Status::Exempel);
    }
    let free_columns = book.free_integers("Kostnader");
    assert_eq!(
        free_columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["Hiv", "Gauchers sjukdom"]
    );
    let step: Vec<_> = book
        .rows("Trappa")
        .iter()
        .map(|row| (row.integer("niva"), row.decimal("fran"), row.decimal("andel")))
        .collect();
    let [(_, nobody, share), (_, from, _)] = step.as_slice() else { panic!("two steps: {step:?}") };
    assert_eq!((nobody, from.as_ref().map(|value| value.value)), (&None, Some(Decimal::from(271))));
    assert_eq!(share.as_ref().and_then(|value| value.cell.evidence.as_of), Some(date(2024, 1, 1)));
    let tags: BTreeMap<_, _> = book
        .rows("Prislappar")
        .iter()
        .filter_map(|row| Some((row.text("grupp")?.value, row.decimal("lapp")?.value)))
        .collect();
    assert_eq!(
        tags,
        BTreeMap::from([
            ("0 år".into(), 1.into()),
            ("1–5 år".into(), 2.into()),
            ("6–18 år".into(), 3.into())
        ])
    );
    let mottagare =
        book.rows("Mottagare").first().and_then(|row| row.text("mottagare")).expect("a name");
    assert_eq!(mottagare.value, "Ekonomidirektörer");
    assert_eq!(mottagare.cell.evidence.source, "SKR:s cirkulär 23:51, tabell 5");
}

/// An empty workbook is right in form: all that is wrong with it is what is not filled in.
#[test]
fn an_empty_workbook_lacks_only_values() {
    let bytes = scaffold(&TEMPLATE, 2024, &Fill::default()).expect("a workbook");
    let (book, problems) = read_bytes(&bytes);
    assert_eq!(book.map(|book| book.year), Some(2024));
    for problem in problems.iter() {
        assert!([Code::I06, Code::I16].contains(&problem.code), "{problem}");
    }
    let count = problems.iter().count();
    assert_eq!(count, 9, "{problems}");
}

#[test]
fn the_same_bytes_each_time() {
    let bytes = || scaffold(&TEMPLATE, 2024, &fill()).expect("a workbook");
    let first = bytes();
    assert_eq!(first, bytes());
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("2024-01-01T00:00:00Z"), "{core}");
}

#[test]
fn a_number_that_would_not_read_back_is_not_written() {
    let mut fill = Fill::new();
    let lang: Decimal = "3639.3056372712345678".parse().expect("a decimal");
    fill.item(
        "Dokument",
        "belopp",
        CellValue::Decimal(lang),
        FilledFrom::new("x", Status::Exempel),
    );
    assert_eq!(
        scaffold(&TEMPLATE, 2024, &fill).map_err(|error| error.to_string()),
        Err("belopp: 3639.3056372712345678 har fler siffror än ett kalkylblad kan hålla".into())
    );
}

#[test]
#[should_panic(expected = "Dokument has no field finns_inte")]
fn a_value_for_a_field_that_is_not_there_is_a_bug() {
    let mut fill = Fill::new();
    fill.item("Dokument", "finns_inte", text("x"), FilledFrom::new("x", Status::Exempel));
    let _ = scaffold(&TEMPLATE, 2024, &fill);
}
