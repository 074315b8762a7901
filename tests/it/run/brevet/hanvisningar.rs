//! References in free texts, each to something that is not there.

use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::workbook::{CellValue, Fill};

use super::{errors, folder, says};
use crate::run::{check, filled_from, text};

const WITHOUT: [&str; 1] = [sheet::MEDEL];

/// Money on requisition under a condition.
fn villkor(villkor: &'static str) -> impl FnOnce(&mut Fill) {
    move |fill| {
        let date = |day: &str| CellValue::Datum(day.parse().expect("a date"));
        for avdrag in ["sol", "ihsi", "skr"] {
            let villkor = if avdrag == "ihsi" { villkor } else { "Medlen redovisas." };
            let row = [
                ("avdrag", text(avdrag)),
                ("andamal", text("Något")),
                ("rekvireras_senast", date("2024-12-01")),
                ("redovisas_senast", date("2025-03-31")),
                ("villkor", text(villkor)),
            ];
            fill.row(sheet::MEDEL, row);
        }
        for id in ["andamal", "rekvireras_senast", "redovisas_senast", "villkor"] {
            fill.filled_from(sheet::MEDEL, id, filled_from());
        }
    }
}

#[test]
fn references_that_lead_somewhere_are_in_order() {
    let text = "Enligt bilaga 4 och bilagorna 1–3 i regeringsbeslut II:1 (S2024/00851) av den 18 april 2024, jämför II:6, S2023/00375: senast 2024-12-01, redovisas den 31 mars 2025.";
    let answer = check(&folder(&WITHOUT, villkor(text)));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
}

#[test]
fn a_reference_to_what_is_not_there_is_refused() {
    let help = "\n  hjälp:   rätta hänvisningen, eller det den syftar på";
    for (condition, expected) in [
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
        let error = errors(&WITHOUT, villkor(condition));
        says(
            &error,
            &[&format!("fel[R06] Medel på rekvisition › E12: texten nämner {expected}{help}")],
        );
    }
}

#[test]
fn every_broken_reference_of_every_free_text_is_named() {
    let error = errors(&[sheet::MEDEL, sheet::JUSTERINGAR], |fill| {
        villkor("Se bilaga 8 och S2024/1.")(fill);
        for (kind, bilaga, month, reason) in [
            ("återbäring, prognos", 2, 2, "Se bilaga 6."),
            ("avdrag, reglering", 2, 2, "Se bilaga 7."),
            ("vinst/förlust, förmånen", 3, 3, "Avräknas."),
            ("vinst/förlust, hepatit C", 3, 3, "Avräknas."),
            ("återbäring, slutlig", 4, 5, "Avräknas."),
        ] {
            let (kind, group) = super::kind(kind);
            let row = [
                ("justering", text(kind)),
                ("bilaga", crate::run::integer(bilaga)),
                ("manad", crate::run::integer(month)),
                ("skal", text(reason)),
            ];
            let group = group.map(|group| ("grupp", text(group)));
            fill.row(sheet::JUSTERINGAR, row.into_iter().chain(group));
        }
        for id in ["grupp", "bilaga", "manad", "skal"] {
            fill.filled_from(sheet::JUSTERINGAR, id, filled_from());
        }
        let medgivet = [
            ("region", text("Gotland")),
            ("manad", crate::run::integer(4)),
            ("skal", text("Enligt II:9.")),
        ];
        fill.row(sheet::MEDGIVNA, medgivet);
        for id in ["manad", "skal"] {
            fill.filled_from(sheet::MEDGIVNA, id, filled_from());
        }
    });
    let places: Vec<_> = error
        .split("\n\n")
        .filter(|a_single| a_single.starts_with("fel[R06]"))
        .filter_map(|a_single| a_single.split(" › ").nth(2)?.split(':').next())
        .collect();
    assert_eq!(places, ["E11", "E12", "E12", "E12", "C11"], "{error}");
}
