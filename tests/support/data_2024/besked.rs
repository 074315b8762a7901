//! The workbook of the overview of money per region 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::besked::schema::{WORKBOOK, sheet};
use statsbidrag::workbook::{Fill, FilledFrom};

use super::{add_column, csv, items, list};

/// Everything that is filled in.
pub(crate) fn fill() -> Fill {
    fill_without(&[])
}

/// Everything but some sheets, items and columns.
pub(crate) fn fill_without(without: &[&str]) -> Fill {
    let mut fill = Fill::new();
    items(&mut fill, &WORKBOOK, "besked-2024-uppgifter.csv", without);
    for (page, file) in [
        (sheet::BESLUT, "besked-2024-beslut.csv"),
        (sheet::OVERENSKOMMELSER, "besked-2024-overenskommelser.csv"),
        (sheet::OVRIGA, "besked-2024-ovriga.csv"),
        (sheet::KONTAKTER, "besked-2024-kontakter.csv"),
    ] {
        list(&mut fill, &WORKBOOK, page, file, without);
    }
    let source = "Socialdepartementets besked om medel 2024";
    let besked = FilledFrom::new(source, Status::Faststalld);
    let preliminary_value = FilledFrom::new(source, Status::Preliminar);
    let placeholder = FilledFrom::new("Platshållare", Status::Exempel);
    fill.filled_from(sheet::BESLUT, "beslut", besked.clone());
    fill.filled_from(sheet::OVERENSKOMMELSER, "overenskommelse", besked.clone());
    for id in ["grund", "noggrannhet", "preliminart"] {
        fill.filled_from(sheet::OVRIGA, id, besked.clone());
    }
    fill.filled_from(sheet::OVRIGA, "belopp", preliminary_value.clone());
    for id in ["namn", "roll", "telefon", "e_post"] {
        fill.filled_from(sheet::KONTAKTER, id, placeholder.clone());
    }
    add_column(
        &mut fill,
        (&WORKBOOK, sheet::MEDEL),
        "meddelat",
        &csv("besked-2024.csv"),
        "besked_mnkr_preliminar_publicerat",
        preliminary_value,
    );
    fill
}
