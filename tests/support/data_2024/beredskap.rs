//! The workbook of försörjningsberedskap 2024. Knows the fixtures, not how a sheet is laid out.

use chrono::NaiveDate;
use statsbidrag::figure::Status;
use statsbidrag::grants::beredskap::schema::{WORKBOOK, population_heading, sheet, usage_heading};
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use super::{csv, integer, items, list, of_the_region};

/// The care types that were asked about, and their columns in the fixture.
pub(crate) const VARDTYPER: [(&str, &str); 3] = [
    ("Intensivvård", "veckor_intensivvard_exempel"),
    ("Prehospital vård", "veckor_prehospital_exempel"),
    ("Akut tandvård", "veckor_akut_tandvard_exempel"),
];

/// Everything that is filled in.
pub(crate) fn fill() -> Fill {
    fill_without(&[])
}

/// Everything but some sheets, items and columns, for whoever fills those in himself.
pub(crate) fn fill_without(without: &[&str]) -> Fill {
    let mut fill = Fill::new();
    items(&mut fill, &WORKBOOK, "beredskap-2024-uppgifter.csv", without);
    for (page, file) in [
        (sheet::MOTTAGARE, "beredskap-2024-mottagare.csv"),
        (sheet::PERSONER, "beredskap-2024-personer.csv"),
        (sheet::OVERENSKOMMELSER, "beredskap-2024-overenskommelser.csv"),
        (sheet::MAL, "beredskap-2024-mal.csv"),
        (sheet::LISTOR, "beredskap-2024-listor.csv"),
        (sheet::LAGER, "beredskap-2024-lager.csv"),
        (sheet::RAPPORTER, "beredskap-2024-rapporter.csv"),
    ] {
        list(&mut fill, &WORKBOOK, page, file, without);
    }
    filled_from(&mut fill);
    let rows = csv("forsorjningsberedskap-2023.csv");
    let scb = FilledFrom::new("SCB, folkmängd 31 december 2021", Status::Faststalld);
    if !without.contains(&sheet::BEFOLKNING) {
        let day = NaiveDate::from_ymd_opt(2021, 12, 31).expect("a date");
        let people = PerRegion::from_fn(|region| {
            integer(&of_the_region(&rows, region)["folkmangd_2021_12_31"])
        });
        fill.free(sheet::BEFOLKNING, &population_heading(day), people, scb.per(day));
    }
    if !without.contains(&sheet::ANVANDNING) {
        for year in [2022, 2023] {
            anvant(&mut fill, year);
        }
    }
    if !without.contains(&sheet::VECKOR) {
        for (vardtyp, column) in VARDTYPER {
            veckor(&mut fill, vardtyp, column);
        }
    }
    fill
}

/// What the columns of the lists rest on.
fn filled_from(fill: &mut Fill) {
    let avtal = || FilledFrom::new("Överenskommelserna 2022–2024", Status::Faststalld);
    let nothing_said = || {
        let source = "Överenskommelserna 2022–2024; den för 2024 nämner inget till SKR";
        FilledFrom::new(source, Status::Harledd)
    };
    let changed = || FilledFrom::new("Överenskommelserna, ändrade 2024", Status::Faststalld);
    let placeholder = || FilledFrom::new("Platshållare", Status::Exempel);
    let key = || {
        let source = "Överenskommelsen 2022; för 2023 och 2024 ett redovisat antagande";
        FilledFrom::new(source, Status::Harledd)
    };
    let own = || FilledFrom::new("Egen beskrivning av nivån", Status::Harledd);
    for (page, id, filled_from) in [
        (sheet::MOTTAGARE, "mottagare", avtal()),
        (sheet::PERSONER, "namn", placeholder()),
        (sheet::PERSONER, "roll", placeholder()),
        (sheet::PERSONER, "telefon", placeholder()),
        (sheet::PERSONER, "e_post", placeholder()),
        (sheet::OVERENSKOMMELSER, "till_regionerna", avtal()),
        (sheet::OVERENSKOMMELSER, "till_skr", nothing_said()),
        (sheet::OVERENSKOMMELSER, "fran", avtal()),
        (sheet::OVERENSKOMMELSER, "till", changed()),
        (sheet::OVERENSKOMMELSER, "aterbetalas", changed()),
        (sheet::OVERENSKOMMELSER, "diarienummer", avtal()),
        (sheet::OVERENSKOMMELSER, "nyckeldag", key()),
        (sheet::OVERENSKOMMELSER, "nyckel", key()),
        (sheet::MAL, "avtalsar", avtal()),
        (sheet::MAL, "veckor", avtal()),
        (sheet::MAL, "ursprungligen", avtal()),
        (sheet::MAL, "senast", avtal()),
        (sheet::MAL, "utvarderat", avtal()),
        (sheet::LISTOR, "avtalsar", avtal()),
        (sheet::LISTOR, "antal", avtal()),
        (sheet::LISTOR, "tidigare_antal", FilledFrom::new("SOU 2021:19", Status::Faststalld)),
        (sheet::LISTOR, "tidigare_version", FilledFrom::new("SOU 2021:19", Status::Faststalld)),
        (sheet::LISTOR, "datum", FilledFrom::new("S2022/04550", Status::Faststalld)),
        (sheet::LISTOR, "diarienummer", FilledFrom::new("S2022/04550", Status::Faststalld)),
        (sheet::LISTOR, "ingar_i", avtal()),
        (sheet::LAGER, "namn", FilledFrom::new("Uppföljningen", Status::Faststalld)),
        (sheet::LAGER, "innehall", own()),
        (sheet::RAPPORTER, "senast", avtal()),
    ] {
        fill.filled_from(page, id, filled_from);
    }
}

/// What the regions used of the money of 2022 in a year.
fn anvant(fill: &mut Fill, year: i32) {
    let rows = csv("forsorjningsberedskap-2023.csv");
    let column = format!("forbrukat_{year}_kr_exempel");
    let values = PerRegion::from_fn(|region| integer(&of_the_region(&rows, region)[&column]));
    fill.free(sheet::ANVANDNING, &usage_heading(2022, year), values, example());
}

/// The answers for a care type: whole numbers, and for some regions what they wrote.
pub(crate) fn veckor(fill: &mut Fill, vardtyp: &str, column: &str) {
    let rows = csv("forsorjningsberedskap-2023.csv");
    let written = csv("beredskap-2023-svar.csv");
    let values = PerRegion::from_fn(|region| {
        let as_written = written
            .iter()
            .find(|row| row["lanskod"] == region.county_code() && row["kolumn"] == column);
        match as_written {
            Some(row) => CellValue::Text(row["svar"].clone()),
            None => integer(&of_the_region(&rows, region)[column]),
        }
    });
    fill.free(sheet::VECKOR, vardtyp, values, example());
}

fn example() -> FilledFrom {
    FilledFrom::new("Konstruerade svar som ger de publicerade summorna", Status::Exempel)
}
