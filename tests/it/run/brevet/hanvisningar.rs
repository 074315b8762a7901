//! References in free texts, each to something that is not there.

use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::workbook::{Fyllning, Innehall};

use super::{fel, mapp, sager};
use crate::run::{belagg, check, text};

const UTAN: [&str; 1] = [blad::MEDEL];

/// Money on requisition under a condition.
fn villkor(villkor: &'static str) -> impl FnOnce(&mut Fyllning) {
    move |fyll| {
        let datum = |dag: &str| Innehall::Datum(dag.parse().expect("a date"));
        for avdrag in ["sol", "ihsi", "skr"] {
            let villkor = if avdrag == "ihsi" { villkor } else { "Medlen redovisas." };
            let rad = [
                ("avdrag", text(avdrag)),
                ("mottagare", text("Någon")),
                ("andamal", text("Något")),
                ("rekvireras_senast", datum("2024-12-01")),
                ("redovisas_senast", datum("2025-03-31")),
                ("villkor", text(villkor)),
            ];
            fyll.rad(blad::MEDEL, rad);
        }
        for id in ["mottagare", "andamal", "rekvireras_senast", "redovisas_senast", "villkor"] {
            fyll.belagg(blad::MEDEL, id, belagg());
        }
    }
}

#[test]
fn references_that_lead_somewhere_are_in_order() {
    let text = "Enligt bilaga 4 och bilagorna 1–3 i regeringsbeslut II:1 (S2024/00851) av den 18 april 2024, jämför II:6, S2023/00375: senast 2024-12-01, redovisas den 31 mars 2025.";
    let svar = check(&mapp(&UTAN, villkor(text)));
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
}

#[test]
fn a_reference_to_what_is_not_there_is_refused() {
    let hjalp = "\n  hjälp:   rätta hänvisningen, eller det den syftar på";
    for (villkoret, vantat) in [
        (
            "Se bilaga 5.",
            "bilaga 5, som inte finns\n  väntade: bilaga 1, 2, 3 och 4 på bladet Bilagor",
        ),
        (
            "Se bilagorna 3–5.",
            "bilaga 5, som inte finns\n  väntade: bilaga 1, 2, 3 och 4 på bladet Bilagor",
        ),
        (
            "Hänvisa till S2024/00815.",
            "S2024/00815, som inte är något av arbetsbokens diarienummer\n  väntade: S2023/00375, S2023/03332 och S2024/00851",
        ),
        (
            "Enligt regeringsbeslut II:3.",
            "regeringsbeslut II:3, som inte finns i arbetsboken\n  väntade: II:1, II:2 och II:6",
        ),
        (
            "Senast 2024-12-31.",
            "2024-12-31, som inte är något av arbetsbokens datum\n  väntade: 2023-01-26, 2023-12-20, 2024-04-18, 2024-12-01 och 2025-03-31",
        ),
        (
            "Senast den 2 december 2024.",
            "2 december 2024, som inte är något av arbetsbokens datum\n  väntade: 2023-01-26, 2023-12-20, 2024-04-18, 2024-12-01 och 2025-03-31",
        ),
        (
            "Senast den 31 november 2024.",
            "31 november 2024, som inte är någon dag\n  väntade: ett datum som finns",
        ),
        ("Senast 2024-13-01.", "2024-13-01, som inte är någon dag\n  väntade: ett datum som finns"),
    ] {
        let fel = fel(&UTAN, villkor(villkoret));
        sager(
            &fel,
            &[&format!("fel[R06] Medel på rekvisition › F11: texten nämner {vantat}{hjalp}")],
        );
    }
}

#[test]
fn every_broken_reference_of_every_free_text_is_named() {
    let fel = fel(&[blad::MEDEL, blad::JUSTERINGAR], |fyll| {
        villkor("Se bilaga 8 och S2024/1.")(fyll);
        for (slag, bilaga, manad, skal) in [
            ("återbäring, prognos", 2, 2, "Se bilaga 6."),
            ("IHSI, valutakorrigering", 2, 2, "Se bilaga 7."),
            ("vinst/förlust, förmånen", 3, 3, "Avräknas."),
            ("vinst/förlust, hepatit C", 3, 3, "Avräknas."),
            ("återbäring, slutlig", 4, 5, "Avräknas."),
        ] {
            let rad = [
                ("justering", text(slag)),
                ("bilaga", crate::run::heltal(bilaga)),
                ("manad", crate::run::heltal(manad)),
                ("skal", text(skal)),
            ];
            fyll.rad(blad::JUSTERINGAR, rad);
        }
        for id in ["bilaga", "manad", "skal"] {
            fyll.belagg(blad::JUSTERINGAR, id, belagg());
        }
        let medgivet = [
            ("region", text("Gotland")),
            ("manad", crate::run::heltal(4)),
            ("skal", text("Enligt II:9.")),
        ];
        fyll.rad(blad::MEDGIVNA, medgivet);
        for id in ["manad", "skal"] {
            fyll.belagg(blad::MEDGIVNA, id, belagg());
        }
    });
    let platser: Vec<_> = fel
        .split("\n\n")
        .filter(|ett| ett.starts_with("fel[R06]"))
        .filter_map(|ett| ett.split(" › ").nth(2)?.split(':').next())
        .collect();
    assert_eq!(platser, ["D11", "D12", "F11", "F11", "C11"], "{fel}");
}
