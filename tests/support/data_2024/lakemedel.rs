//! The workbook of läkemedelsförmånerna 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::grupper::GRUPPER;
use statsbidrag::grants::lakemedel::schema::{WORKBOOK, sheets};
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use super::{add_column, csv, integer, items, list, of_the_region};

/// The diseases, as the headings have them.
pub(crate) const SJUKDOMAR: [&str; 3] = ["Gauchers sjukdom", "blödarsjuka", "HIV"];

/// Everything that is filled in.
pub(crate) fn fill() -> Fill {
    fill_without(&[])
}

/// Everything but some sheets, items and columns, for whoever fills those in himself.
pub(crate) fn fill_without(without: &[&str]) -> Fill {
    let mut fill = Fill::new();
    items(&mut fill, &WORKBOOK, "lakemedel-2024-uppgifter.csv", without);
    lists(&mut fill, without);
    befolkning(&mut fill);
    behov(&mut fill, without);
    if !without.contains(&sheets::SOLIDARISKA) {
        solidary(&mut fill, SJUKDOMAR);
    }
    foregaende(&mut fill, without);
    fill
}

fn lists(fill: &mut Fill, without: &[&str]) {
    for (page, file) in [
        (sheets::MOTTAGARE, "lakemedel-2024-mottagare.csv"),
        (sheets::PERSONER, "lakemedel-2024-personer.csv"),
        (sheets::SJUKDOMAR, "lakemedel-2024-sjukdomar.csv"),
        (sheets::KRITERIER, "lakemedel-2024-kriterier.csv"),
        (sheets::KOMPONENTER, "lakemedel-2024-komponenter.csv"),
        (sheets::AVRAKNINGSGRUPPER, "lakemedel-2024-avrakningsgrupper.csv"),
        (sheets::FOREGAENDE_KOMPONENTER, "lakemedel-2023-komponenter.csv"),
        (sheets::FOREGAENDE_AVRAKNINGSGRUPPER, "lakemedel-2023-avrakningsgrupper.csv"),
        (sheets::OVRIGT, "lakemedel-2024-ovrigt.csv"),
        (sheets::AVDRAG, "lakemedel-2024-avdrag.csv"),
        (sheets::TRAPPA, "lakemedel-2024-trappa.csv"),
        (sheets::FOREGAENDE_TRAPPA, "lakemedel-2023-trappa.csv"),
    ] {
        list(fill, &WORKBOOK, page, file, without);
    }
    let avtal = FilledFrom::new("Överenskommelsen 2024, S2023/03332", Status::Faststalld);
    let before = FilledFrom::new("Överenskommelsen 2023, S2023/00375", Status::Harledd);
    let utgivare = FilledFrom::new("Platshållare", Status::Exempel);
    fill.filled_from(sheets::MOTTAGARE, "mottagare", utgivare.clone());
    for id in ["namn", "roll", "telefon", "e_post"] {
        fill.filled_from(sheets::PERSONER, id, utgivare.clone());
    }
    let wording = FilledFrom::new("Egna ordalag efter överenskommelsen 2024", Status::Harledd);
    if !without.contains(&sheets::SJUKDOMAR) {
        fill.filled_from(sheets::SJUKDOMAR, "anmarkning", wording.clone());
    }
    if !without.contains(&sheets::KRITERIER) {
        fill.filled_from(sheets::KRITERIER, "kriterium", wording);
    }
    for id in ["raknas_fran", "fran", "ersattning"] {
        fill.filled_from(sheets::TRAPPA, id, avtal.clone());
        fill.filled_from(sheets::FOREGAENDE_TRAPPA, id, before.clone());
    }
    let words = FilledFrom::new("Egna ordalag efter överenskommelsen", Status::Harledd);
    parts(fill, &words, &avtal);
    fill.filled_from(sheets::OVRIGT, "belopp", avtal.clone());
    fill.filled_from(sheets::AVDRAG, "andamal", words);
    for id in
        ["mottagare", "valuta", "valutabelopp", "kurs", "kronor", "regleras", "grans", "senast"]
    {
        fill.filled_from(sheets::AVDRAG, id, avtal.clone());
    }
    // The published upper step of 2023 is not known.
    let assumed = FilledFrom::new("Antaget belopp", Status::Exempel);
    fill.filled_from(sheets::FOREGAENDE_TRAPPA, "fran", assumed);
}

/// What the components and the settlement groups rest on, this year's and last year's.
fn parts(fill: &mut Fill, words: &FilledFrom, avtal: &FilledFrom) {
    let before = FilledFrom::new("Överenskommelsen 2023, S2023/00375", Status::Faststalld);
    // What was agreed of each in 2023 is not known.
    let assumed = FilledFrom::new("Antaget avtalat belopp", Status::Exempel);
    for (page, belopp, terms) in
        [(sheets::KOMPONENTER, avtal, avtal), (sheets::FOREGAENDE_KOMPONENTER, &assumed, &before)]
    {
        fill.filled_from(page, "avser", words.clone());
        fill.filled_from(page, "avtalat_belopp", belopp.clone());
        for id in ["ersatt_andel", "aterbaring", "grupp"] {
            fill.filled_from(page, id, terms.clone());
        }
    }
    for (page, terms) in
        [(sheets::AVRAKNINGSGRUPPER, avtal), (sheets::FOREGAENDE_AVRAKNINGSGRUPPER, &before)]
    {
        for id in ["uppat", "nedat", "statens_andel"] {
            fill.filled_from(page, id, terms.clone());
        }
    }
}

fn befolkning(fill: &mut Fill) {
    let published_amount = csv("lakemedel-2024-publicerat.csv");
    let scb = FilledFrom::new("SCB, folkmängd; cirkuläret 2024, tabell 5", Status::Faststalld);
    add_column(
        fill,
        (&WORKBOOK, sheets::BEFOLKNING),
        "befolkning",
        &published_amount,
        "befolkning_2023_08_31",
        scb,
    );
}

fn behov(fill: &mut Fill, without: &[&str]) {
    let example = FilledFrom::new("Konstruerade grupper med verkliga totaler", Status::Exempel);
    let groups = csv("lakemedel-2024-behovsmodell-grupper.csv");
    for (group, row) in GRUPPER.iter().zip(&groups) {
        assert_eq!(group.name, format!("{}, {}", row["alder"], row["uppdelning"]));
        let values = PerRegion::from_fn(|region| integer(&row[region.short_name()]));
        if !without.contains(&sheets::GRUPPER) {
            fill.column(sheets::GRUPPER, group.id, values, example.clone());
        }
        if !without.contains(&sheets::PRISLAPPAR) {
            let prislapp = CellValue::Decimal(row["prislapp_kr"].parse().expect("a decimal"));
            let name = CellValue::Text(group.name.to_owned());
            fill.row(sheets::PRISLAPPAR, [("grupp", name), ("prislapp", prislapp)]);
        }
    }
    if !without.contains(&sheets::PRISLAPPAR) {
        let source = "Konstruerade prislappar som ger det publicerade utfallet";
        fill.filled_from(sheets::PRISLAPPAR, "prislapp", FilledFrom::new(source, Status::Exempel));
    }
}

/// The costs, with the diseases' names given.
pub(crate) fn solidary(fill: &mut Fill, sjukdomar: [&str; 3]) {
    let rows = csv("lakemedel-2024-solidariska-kostnader.csv");
    let example = FilledFrom::new("Konstruerad fördelning av summan", Status::Exempel);
    for (heading, id) in sjukdomar.into_iter().zip(["gauchers_kr", "blodarsjuka_kr", "hiv_kr"]) {
        let values = PerRegion::from_fn(|region| integer(&of_the_region(&rows, region)[id]));
        fill.free(sheets::SOLIDARISKA, heading, values, example.clone());
    }
    let sum = FilledFrom::new("Räknad ur cirkuläret 2024, tabell 4", Status::Harledd);
    add_column(
        fill,
        (&WORKBOOK, sheets::SOLIDARISKA),
        "solidarisk_kostnad",
        &rows,
        "summa_kr",
        sum,
    );
}

fn foregaende(fill: &mut Fill, without: &[&str]) {
    let rows = csv("lakemedel-2023-foregaende-ar.csv");
    let computed = || FilledFrom::new("Räknad ur cirkulären 2023 och 2024", Status::Harledd);
    let table = |number: u32| {
        FilledFrom::new(format!("Cirkuläret 2024, tabell {number}"), Status::Faststalld)
    };
    for (id, column, filled_from) in [
        ("foregaende_befolkning", "befolkning_2022_08_31_harledd", computed()),
        ("foregaende_behovsmodell", "behovsmodell_kr_per_inv_harledd", computed()),
        ("foregaende_solidariskt_netto", "solidariskt_netto_kr_per_inv_harledd", computed()),
        ("foregaende_solidariskt_utfall", "solidariskt_utfall_kr_per_inv_publicerat", table(4)),
        ("foregaende_statsbidrag", "statsbidrag_kr_publicerat", table(2)),
    ] {
        if !without.contains(&id) {
            add_column(fill, (&WORKBOOK, sheets::FOREGAENDE), id, &rows, column, filled_from);
        }
    }
}
