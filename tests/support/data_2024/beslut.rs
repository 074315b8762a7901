//! The workbook of the decision on sektorsbidrag 2024, from the CSV fixtures.

use rust_decimal::Decimal;
use statsbidrag::figure::Status;
use statsbidrag::grants::beslut::schema::{WORKBOOK, sheet};
use statsbidrag::region::Region;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use super::{csv, items, list};

/// The name of its file.
pub(crate) const FILE: &str = "beslut-sektorsbidrag.xlsx";

/// Everything that is filled in.
pub(crate) fn fill() -> Fill {
    fill_without(&[])
}

/// Everything but some sheets, items and columns.
pub(crate) fn fill_without(without: &[&str]) -> Fill {
    let mut fill = Fill::new();
    items(&mut fill, &WORKBOOK, "sektorsbidrag-2024-uppgifter.csv", without);
    let decision = "Regeringens beslut, anslag 1:6, anslagspost 42";
    let decided = FilledFrom::new(decision, Status::Faststalld);
    list(&mut fill, &WORKBOOK, sheet::POTTER, "sektorsbidrag-2024-potter.csv", without);
    for id in ["belopp", "fordelas", "nyckel"] {
        fill.filled_from(sheet::POTTER, id, decided.clone());
    }
    let even = "Beslutets tabell: de avrundade beloppen går jämnt ut";
    fill.filled_from(sheet::POTTER, "residual", FilledFrom::new(even, Status::Harledd));
    if !without.contains(&sheet::MOTTAGARE) {
        recipients(&mut fill, |_| 0);
    }
    let own = FilledFrom::new("Utgivaren", Status::Faststalld);
    list(&mut fill, &WORKBOOK, sheet::TEXTER, "sektorsbidrag-2024-texter.csv", without);
    for id in ["plats", "stycke"] {
        fill.filled_from(sheet::TEXTER, id, own.clone());
    }
    let placeholder = FilledFrom::new("Platshållare", Status::Exempel);
    for (page, file, id) in [
        (sheet::UNDERTECKNARE, "sektorsbidrag-2024-undertecknare.csv", "roll"),
        (sheet::KOPIOR, "sektorsbidrag-2024-kopior.csv", "kopia"),
    ] {
        list(&mut fill, &WORKBOOK, page, file, without);
        fill.filled_from(page, id, placeholder.clone());
    }
    fill
}

/// The regions, with population, so many more people in each, and standard cost.
pub(crate) fn recipients(fill: &mut Fill, more: fn(Region) -> i64) {
    let rows = csv("sektorsbidrag-2024.csv");
    let page = sheet::MOTTAGARE;
    for region in Region::all() {
        let text = |text: &str| CellValue::Text(text.to_owned());
        let row = [("mottagare", region.short_name()), ("kod", region.county_code())];
        fill.row(page, row.map(|(id, value)| (id, text(value))));
    }
    fill.filled_from(page, "kod", FilledFrom::new("SCB, länskoder", Status::Faststalld));
    let numbers = |column: &str, more: fn(Region) -> i64| {
        let number = |region: Region| {
            let text = &super::of_the_region(&rows, region)[column];
            let number: Decimal = text.parse().expect("a number");
            CellValue::Decimal(number + Decimal::from(more(region)))
        };
        Region::all().map(number).collect::<Vec<_>>()
    };
    let day = chrono::NaiveDate::from_ymd_opt(super::AR - 1, 11, 1).expect("a date");
    fill.own_column(
        page,
        ("Befolkning", "invånare"),
        numbers("folkmangd_2023_11_01", more),
        FilledFrom::new("SCB, folkmängd den 1 november 2023; beslutets tabell", Status::Faststalld)
            .per(day),
    );
    fill.own_column(
        page,
        ("Standardkostnad", "kr/inv"),
        numbers("standardkostnad_2024_kr_per_inv_harledd", |_| 0),
        FilledFrom::new("Räknad ur de publicerade beloppen och befolkningen", Status::Harledd),
    );
}
