//! What the decision says of itself and of the agreement, and what two workbooks say of the same.

use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::{CellValue, Fill};

use super::{errors, says};
use crate::run::{filled_from, integer, text};

fn date(day: &str) -> CellValue {
    CellValue::Datum(day.parse().expect("a date"))
}

fn document(id: &'static str, value: CellValue) -> impl FnOnce(&mut Fill) {
    move |fill| {
        fill.item(sheet::DOKUMENT, id, value, filled_from());
    }
}

#[test]
fn the_changed_decision_has_date_and_diarienummer_and_is_earlier() {
    let both =
        "\n  väntade: både datum och diarienummer för det beslut som ändras, eller inget av dem";
    says(
        &errors(&[], document("andrar_datum", date("2023-12-21"))),
        &[&format!(
            "fel[R04] Dokument › B14: beslutet som ändras har datum men inget diarienummer{both}"
        )],
    );
    says(
        &errors(&[], document("andrar_diarienummer", text("S2023/03300"))),
        &[&format!(
            "fel[R04] Dokument › B15: beslutet som ändras har diarienummer men inget datum{both}"
        )],
    );
    let later = errors(&[], |fill| {
        document("andrar_datum", date("2024-04-18"))(fill);
        document("andrar_diarienummer", text("S2023/03300"))(fill);
    });
    says(
        &later,
        &[
            "fel[R04] Dokument › B14: beslutet av den 2024-04-18 skulle ändra ett som är från den 2024-04-18\n  väntade: ett tidigare datum än regleringsbrevets",
        ],
    );
}

#[test]
fn the_first_decision_of_a_year_changes_none() {
    let error = errors(&[], |fill| {
        let day = CellValue::Datum("2023-12-21".parse().expect("a date"));
        fill.item(sheet::DOKUMENT, "beslut_slag", text("regleringsbrev"), filled_from());
        fill.item(sheet::DOKUMENT, "andrar_datum", day, filled_from());
        fill.item(sheet::DOKUMENT, "andrar_diarienummer", text("S2023/03333"), filled_from());
    });
    for cell in ["B14", "B15"] {
        let text = format!("Dokument › {cell}: beslutet är ett regleringsbrev, det första");
        assert!(error.contains(&text), "{error}");
    }
}

#[test]
fn dates_come_in_order() {
    let error = errors(&[], document("beslut_datum", date("2025-01-02")));
    let problem: Vec<_> = error.split("\n\n").collect();
    assert_eq!(
        problem[0],
        "fel[R04] regleringsbrev.xlsx › Dokument › B11: beslutet är från 2025-01-02 men gäller budgetåret 2024\n  väntade: ett datum under 2023 eller 2024"
    );
    let expected = "medlen ska rekvireras senast 2024-12-01, före beslutet 2025-01-02";
    assert_eq!(problem.iter().filter(|a_single| a_single.contains(expected)).count(), 3, "{error}");
    let early = errors(&[], document("beslut_datum", date("2023-12-19")));
    says(
        &early,
        &[
            "fel[R04] Avtal › C13: överenskommelsen godkändes 2023-12-20, efter regleringsbrevet 2023-12-19\n  väntade: ett datum före regleringsbrevets",
        ],
    );
}

#[test]
fn money_is_accounted_for_after_it_is_drawn() {
    let error = errors(&[sheet::MEDEL], |fill| {
        for avdrag in ["sol", "ihsi", "skr"] {
            let row = [
                ("avdrag", text(avdrag)),
                ("andamal", text("Något")),
                ("rekvireras_senast", date("2024-12-01")),
                (
                    "redovisas_senast",
                    date(if avdrag == "skr" { "2024-11-30" } else { "2024-12-01" }),
                ),
                ("villkor", text("Inga.")),
            ];
            fill.row(sheet::MEDEL, row);
        }
        for id in ["andamal", "rekvireras_senast", "redovisas_senast", "villkor"] {
            fill.filled_from(sheet::MEDEL, id, filled_from());
        }
    });
    says(
        &error,
        &[
            "fel[R04] Medel på rekvisition › D13: medlen ska redovisas senast 2024-11-30, innan de måste rekvireras 2024-12-01\n  väntade: en dag efter sista rekvisitionsdag",
        ],
    );
}

#[test]
fn somebody_decides_and_somebody_presents() {
    let error = errors(&[sheet::UNDERTECKNARE], |fill| {
        let row =
            [("uppgift", text("beslutar")), ("namn", text("Någon")), ("roll", text("statsråd"))];
        fill.row(sheet::UNDERTECKNARE, row);
        for id in ["namn", "roll"] {
            fill.filled_from(sheet::UNDERTECKNARE, id, filled_from());
        }
    });
    says(
        &error,
        &[
            "fel[I06] Undertecknare › A9: ingen rad har uppgiften ”föredragande”\n  väntade: en som beslutar och en föredragande",
        ],
    );
}

#[test]
fn organisation_numbers_are_such_and_a_regions_own() {
    let rows = crate::data_2024::csv("regioner.csv");
    let error = errors(&[], |fill| {
        let number = PerRegion::from_fn(|region| {
            text(match region.id() {
                "uppsala" => "232100-0025",
                "sormland" => "2321000032",
                "skane" => "232100-0016",
                _ => &rows[region.index()]["orgnr_ej_kontrollerat"],
            })
        });
        fill.column(sheet::MOTTAGARE, "organisationsnummer", number, filled_from());
    });
    let expected = "\n  väntade: tio siffror, som 232100-0016";
    says(
        &error,
        &[
            &format!(
                "fel[I07] Betalningsmottagare › B11: Uppsala: 232100-0025 kan inte vara ett organisationsnummer: kontrollsiffran är 5, men 4 följer av de nio andra{expected}"
            ),
            &format!(
                "fel[I07] Betalningsmottagare › B12: Sörmland: ”2321000032” är inte ett organisationsnummer{expected}"
            ),
            "fel[R04] Betalningsmottagare › B19: Stockholm och Skåne har samma organisationsnummer\n  väntade: ett eget nummer för varje region",
        ],
    );
}

#[test]
fn both_workbooks_name_the_agreement_the_same() {
    let error = errors(&[sheet::AVTAL], |fill| {
        for (year, beslut, day, diarienummer) in [
            (2023, "II:6", "2023-01-27", "S2023/00375"),
            (2024, "II:3", "2023-12-21", "S2023/03323"),
        ] {
            let row = [
                ("avtalsar", integer(year)),
                ("regeringsbeslut", text(beslut)),
                ("datum", date(day)),
                ("diarienummer", text(diarienummer)),
                ("residual", text("placeras inte")),
            ];
            fill.row(sheet::AVTAL, row);
        }
        for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
            fill.filled_from(sheet::AVTAL, id, filled_from());
        }
    });
    let expected = "\n  väntade: samma uppgift i båda arbetsböckerna";
    says(
        &error,
        &[
            &format!(
                "fel[R04] Avtal › C12: beslutsdatumet för avtalsår 2023 är 2023-01-27 men 2023-01-26 i lakemedel.xlsx › Föregående år riket › B16{expected}"
            ),
            &format!(
                "fel[R04] Avtal › B13: regeringsbeslutet för avtalsår 2024 är II:3 men II:2 i lakemedel.xlsx › Dokument › B22{expected}"
            ),
            &format!(
                "fel[R04] Avtal › C13: beslutsdatumet för avtalsår 2024 är 2023-12-21 men 2023-12-20 i lakemedel.xlsx › Dokument › B21{expected}"
            ),
            &format!(
                "fel[R04] Avtal › D13: diarienumret för avtalsår 2024 är S2023/03323 men S2023/03332 i lakemedel.xlsx › Dokument › B23{expected}"
            ),
        ],
    );
}

#[test]
fn both_workbooks_are_for_the_same_year() {
    let error = errors(&[], document("budgetar", integer(2025)));
    says(
        &error,
        &[
            "fel[R04] Dokument › B6: arbetsboken är för 2025 men mappen för 2024\n  hjälp:   rätta bidragsåret, eller lägg arbetsboken i rätt mapp",
        ],
    );
}

/// What läkemedelsförmånerna lack is said once, by them; the rest of the decision is still read.
#[test]
fn a_grant_that_failed_is_not_blamed_on_the_decision() {
    let folder = crate::run::folder(|fill| {
        let page = statsbidrag::grants::lakemedel::schema::sheets::OVERENSKOMMELSE;
        fill.item(page, "aterbaring", crate::run::decimal("50000"), filled_from());
    });
    let error = crate::run::problems(&crate::run::check(&folder));
    assert!(!error.contains("regleringsbrev.xlsx"), "{error}");
}
