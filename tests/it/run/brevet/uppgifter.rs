//! What the decision says of itself and of the agreement, and what two workbooks say of the same.

use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::{Fyllning, Innehall};

use super::{fel, sager};
use crate::run::{belagg, heltal, text};

fn datum(dag: &str) -> Innehall {
    Innehall::Datum(dag.parse().expect("a date"))
}

fn dokument(id: &'static str, varde: Innehall) -> impl FnOnce(&mut Fyllning) {
    move |fyll| {
        fyll.uppgift(blad::DOKUMENT, id, varde, belagg());
    }
}

#[test]
fn the_changed_decision_has_date_and_diarienummer_and_is_earlier() {
    let bada =
        "\n  väntade: både datum och diarienummer för det beslut som ändras, eller inget av dem";
    sager(
        &fel(&[], dokument("andrar_datum", datum("2023-12-21"))),
        &[&format!(
            "fel[R04] Dokument › B14: beslutet som ändras har datum men inget diarienummer{bada}"
        )],
    );
    sager(
        &fel(&[], dokument("andrar_diarienummer", text("S2023/03300"))),
        &[&format!(
            "fel[R04] Dokument › B15: beslutet som ändras har diarienummer men inget datum{bada}"
        )],
    );
    let senare = fel(&[], |fyll| {
        dokument("andrar_datum", datum("2024-04-18"))(fyll);
        dokument("andrar_diarienummer", text("S2023/03300"))(fyll);
    });
    sager(
        &senare,
        &[
            "fel[R04] Dokument › B14: beslutet av den 2024-04-18 skulle ändra ett som är från den 2024-04-18\n  väntade: ett tidigare datum än regleringsbrevets",
        ],
    );
}

#[test]
fn dates_come_in_order() {
    let fel = fel(&[], dokument("beslut_datum", datum("2025-01-02")));
    let problem: Vec<_> = fel.split("\n\n").collect();
    assert_eq!(
        problem[0],
        "fel[R04] regleringsbrev.xlsx › Dokument › B11: beslutet är från 2025-01-02 men gäller budgetåret 2024\n  väntade: ett datum under 2023 eller 2024"
    );
    let vantat = "medlen ska rekvireras senast 2024-12-01, före beslutet 2025-01-02";
    assert_eq!(problem.iter().filter(|ett| ett.contains(vantat)).count(), 3, "{fel}");
    let tidigt = super::fel(&[], dokument("beslut_datum", datum("2023-12-19")));
    sager(
        &tidigt,
        &[
            "fel[R04] Avtal › C12: överenskommelsen godkändes 2023-12-20, efter regleringsbrevet 2023-12-19\n  väntade: ett datum före regleringsbrevets",
        ],
    );
}

#[test]
fn money_is_accounted_for_after_it_is_drawn() {
    let fel = fel(&[blad::MEDEL], |fyll| {
        for avdrag in ["sol", "ihsi", "skr"] {
            let rad = [
                ("avdrag", text(avdrag)),
                ("mottagare", text("Någon")),
                ("andamal", text("Något")),
                ("rekvireras_senast", datum("2024-12-01")),
                (
                    "redovisas_senast",
                    datum(if avdrag == "skr" { "2024-11-30" } else { "2024-12-01" }),
                ),
                ("villkor", text("Inga.")),
            ];
            fyll.rad(blad::MEDEL, rad);
        }
        for id in ["mottagare", "andamal", "rekvireras_senast", "redovisas_senast", "villkor"] {
            fyll.belagg(blad::MEDEL, id, belagg());
        }
    });
    sager(
        &fel,
        &[
            "fel[R04] Medel på rekvisition › E12: medlen ska redovisas senast 2024-11-30, innan de måste rekvireras 2024-12-01\n  väntade: en dag efter sista rekvisitionsdag",
        ],
    );
}

#[test]
fn somebody_decides_and_somebody_presents() {
    let fel = fel(&[blad::UNDERTECKNARE], |fyll| {
        let rad =
            [("uppgift", text("beslutar")), ("namn", text("Någon")), ("roll", text("statsråd"))];
        fyll.rad(blad::UNDERTECKNARE, rad);
        for id in ["namn", "roll"] {
            fyll.belagg(blad::UNDERTECKNARE, id, belagg());
        }
    });
    sager(
        &fel,
        &[
            "fel[I06] Undertecknare: ingen rad har uppgiften ”föredragande”\n  väntade: en som beslutar och en föredragande",
        ],
    );
}

#[test]
fn organisation_numbers_are_such_and_a_regions_own() {
    let rader = crate::indata_2024::csv("regioner.csv");
    let fel = fel(&[], |fyll| {
        let nummer = PerRegion::fran(|region| {
            text(match region.id() {
                "uppsala" => "232100-0025",
                "sormland" => "2321000032",
                "skane" => "232100-0016",
                _ => &rader[region.plats()]["orgnr_ej_kontrollerat"],
            })
        });
        fyll.kolumn(blad::MOTTAGARE, "organisationsnummer", nummer, belagg());
    });
    let vantat = "\n  väntade: tio siffror, som 232100-0016";
    sager(
        &fel,
        &[
            &format!(
                "fel[I07] Betalningsmottagare › B11: Uppsala: 232100-0025 kan inte vara ett organisationsnummer: kontrollsiffran är 5, men 4 följer av de nio andra{vantat}"
            ),
            &format!(
                "fel[I07] Betalningsmottagare › B12: Sörmland: ”2321000032” är inte ett organisationsnummer{vantat}"
            ),
            "fel[R04] Betalningsmottagare › B19: Stockholm och Skåne har samma organisationsnummer\n  väntade: ett eget nummer för varje region",
        ],
    );
}

#[test]
fn both_workbooks_name_the_agreement_the_same() {
    let fel = fel(&[blad::AVTAL], |fyll| {
        for (ar, beslut, dag, diarienummer) in [
            (2023, "II:6", "2023-01-26", "S2023/00375"),
            (2024, "II:3", "2023-12-21", "S2023/03323"),
        ] {
            let rad = [
                ("avtalsar", heltal(ar)),
                ("regeringsbeslut", text(beslut)),
                ("datum", datum(dag)),
                ("diarienummer", text(diarienummer)),
                ("residual", text("placeras inte")),
            ];
            fyll.rad(blad::AVTAL, rad);
        }
        for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
            fyll.belagg(blad::AVTAL, id, belagg());
        }
    });
    let vantat = "\n  väntade: samma uppgift i båda arbetsböckerna";
    sager(
        &fel,
        &[
            &format!(
                "fel[R04] Avtal › B12: regeringsbeslutet för avtalsår 2024 är II:3 men II:2 i lakemedel.xlsx › Dokument › B22{vantat}"
            ),
            &format!(
                "fel[R04] Avtal › C12: beslutsdatumet för avtalsår 2024 är 2023-12-21 men 2023-12-20 i lakemedel.xlsx › Dokument › B21{vantat}"
            ),
            &format!(
                "fel[R04] Avtal › D12: diarienumret för avtalsår 2024 är S2023/03323 men S2023/03332 i lakemedel.xlsx › Dokument › B23{vantat}"
            ),
        ],
    );
}

#[test]
fn both_workbooks_are_for_the_same_year() {
    let fel = fel(&[], dokument("budgetar", heltal(2025)));
    sager(
        &fel,
        &[
            "fel[R04] Dokument: arbetsboken är för 2025 men mappen för 2024\n  hjälp:   rätta bidragsåret, eller lägg arbetsboken i rätt mapp",
        ],
    );
}

/// What läkemedelsförmånerna lack is said once, by them; the rest of the decision is still read.
#[test]
fn a_grant_that_failed_is_not_blamed_on_the_decision() {
    let mapp = crate::run::mapp(|fyll| {
        let sida = statsbidrag::grants::lakemedel::schema::blad::OVERENSKOMMELSE;
        fyll.uppgift(sida, "aterbaring", crate::run::decimal("50000"), belagg());
    });
    let fel = crate::run::problemen(&crate::run::check(&mapp));
    assert!(!fel.contains("regleringsbrev.xlsx"), "{fel}");
}
