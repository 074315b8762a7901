//! The workbook of sektorsbidraget 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::sektorsbidrag::schema::{WORKBOOK, sheet};
use statsbidrag::workbook::{Fill, FilledFrom};

use super::{add_column, csv, items, list};

/// Everything that is filled in.
pub(crate) fn fill() -> Fill {
    fill_without(&[])
}

/// Everything but some sheets, items and columns.
pub(crate) fn fill_without(without: &[&str]) -> Fill {
    let mut fill = Fill::new();
    items(&mut fill, &WORKBOOK, "sektorsbidrag-2024-uppgifter.csv", without);
    list(
        &mut fill,
        &WORKBOOK,
        sheet::UNDERTECKNARE,
        "sektorsbidrag-2024-undertecknare.csv",
        without,
    );
    list(&mut fill, &WORKBOOK, sheet::KOPIOR, "sektorsbidrag-2024-kopior.csv", without);
    let placeholder = FilledFrom::new("Platshållare", Status::Exempel);
    fill.filled_from(sheet::UNDERTECKNARE, "namn", placeholder.clone());
    fill.filled_from(sheet::UNDERTECKNARE, "roll", placeholder.clone());
    fill.filled_from(sheet::KOPIOR, "kopia", placeholder);
    let rows = csv("sektorsbidrag-2024.csv");
    add_column(
        &mut fill,
        (&WORKBOOK, sheet::BEFOLKNING),
        "befolkning",
        &rows,
        "folkmangd_2023_11_01",
        FilledFrom::new("SCB, folkmängd den 1 november 2023; beslutets tabell", Status::Faststalld),
    );
    add_column(
        &mut fill,
        (&WORKBOOK, sheet::STANDARDKOSTNAD),
        "standardkostnad_per_inv",
        &rows,
        "standardkostnad_2024_kr_per_inv_harledd",
        FilledFrom::new("Räknad ur de publicerade beloppen och befolkningen", Status::Harledd),
    );
    fill
}
