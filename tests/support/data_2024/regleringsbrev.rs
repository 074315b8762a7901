//! The workbook of the regleringsbrev for 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use statsbidrag::workbook::{Fill, FilledFrom};

use super::{add_column, csv, items, list};

/// Everything that is filled in.
pub(crate) fn fill() -> Fill {
    fill_without(&[])
}

/// Everything but some sheets, items and columns, for whoever fills those in himself.
pub(crate) fn fill_without(without: &[&str]) -> Fill {
    let mut fill = Fill::new();
    items(&mut fill, &WORKBOOK, "regleringsbrev-2024-uppgifter.csv", without);
    if !without.contains(&sheet::JUSTERINGSVILLKOR) {
        items(&mut fill, &WORKBOOK, "regleringsbrev-2024-villkor.csv", without);
    }
    lists(&mut fill, without);
    if !without.contains(&sheet::JUSTERINGSBELOPP) {
        justeringsbelopp(&mut fill);
    }
    mottagare(&mut fill);
    fill
}

/// What the decision says.
fn decision() -> FilledFrom {
    FilledFrom::new("Regeringsbeslut II:1, S2024/00851", Status::Faststalld)
}

/// A sheet of rows, the fixture they stand in, and what each column rests on.
type Lista<'a> = (&'a str, &'a str, &'a [(&'a str, FilledFrom)]);

fn lists(fill: &mut Fill, without: &[&str]) {
    let example = FilledFrom::new("Platshållare", Status::Exempel);
    let budget = FilledFrom::new("Platshållare tills tilldelningen är inlagd", Status::Exempel);
    let avtal = FilledFrom::new("Överenskommelserna 2023 och 2024", Status::Faststalld);
    let avtal_2023 = FilledFrom::new("Överenskommelsen 2023, S2023/00375", Status::Faststalld);
    let text = "Konstruerad avgift som ger exemplets korrigering";
    let fee = FilledFrom::new(text, Status::Exempel);
    let wording = FilledFrom::new("Egna ordalag efter beslutet", Status::Harledd);
    let assumed = FilledFrom::new("Antaget utfall", Status::Exempel);
    let sheet: [Lista<'_>; 9] = [
        (sheet::ANSLAGSPOSTER, "anslagsposter", &[("namn", budget.clone()), ("belopp", budget)]),
        (sheet::KOPIOR, "kopior", &[("mottagare", example.clone())]),
        (sheet::UNDERTECKNARE, "undertecknare", &[("namn", example.clone()), ("roll", example)]),
        (
            sheet::AVTAL,
            "avtal",
            &[
                ("regeringsbeslut", avtal.clone()),
                ("datum", avtal.clone()),
                ("diarienummer", avtal),
                ("residual", decision()),
            ],
        ),
        (sheet::BILAGOR, "bilagor", &[("forsta_manad", decision()), ("sista_manad", decision())]),
        (
            sheet::JUSTERINGAR,
            "justeringsrader",
            &[
                ("grupp", decision()),
                ("bilaga", decision()),
                ("manad", decision()),
                ("skal", wording.clone()),
            ],
        ),
        (sheet::AVSTAMNING, "avstamning", &[("kostnad", assumed)]),
        (
            sheet::REGLERADE,
            "avdrag",
            &[
                ("andamal", wording),
                ("preliminart", fee.clone()),
                ("slutligt", fee),
                ("grans", avtal_2023),
            ],
        ),
        (
            sheet::MEDEL,
            "medel",
            &[("rekvireras_senast", decision()), ("redovisas_senast", decision())],
        ),
    ];
    for (page, file, filled_from) in sheet.into_iter().filter(|(page, ..)| !without.contains(page))
    {
        list(fill, &WORKBOOK, page, &format!("regleringsbrev-2024-{file}.csv"), without);
        for (id, filled_from) in filled_from {
            fill.filled_from(page, id, filled_from.clone());
        }
    }
}

fn justeringsbelopp(fill: &mut Fill) {
    let rows = csv("regleringsbrev-2024-justeringar.csv");
    let example = FilledFrom::new("Konstruerat belopp", Status::Exempel);
    let computed = FilledFrom::new("Räknad ur bilaga 4 till regleringsbrevet", Status::Harledd);
    for (id, column, filled_from) in [
        ("aterbaring_prognos_statens_andel", "statens_andel_aterbaring_prognos_2023_kr", example),
        ("aterbaring_differens", "aterbaring_slutlig_minus_prognos_2023_kr_harledd", computed),
    ] {
        add_column(fill, (&WORKBOOK, sheet::JUSTERINGSBELOPP), id, &rows, column, filled_from);
    }
}

fn mottagare(fill: &mut Fill) {
    let rows = csv("regioner.csv");
    let unconfirmed_text =
        FilledFrom::new("Allmänt register, inte kontrollerat", Status::EjBekraftad);
    let id = "organisationsnummer";
    add_column(
        fill,
        (&WORKBOOK, sheet::MOTTAGARE),
        id,
        &rows,
        "orgnr_ej_kontrollerat",
        unconfirmed_text,
    );
}
