//! Annexes, agreement years, and where the adjustments are placed.

use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::workbook::CellValue;

use super::{JUSTERINGAR, bilagor, errors, folder, justeringar, numbers, says};
use crate::run::{check, filled_from, integer, text};

const WHOLE: [(i64, i64, i64); 4] = [(1, 1, 1), (2, 2, 2), (3, 3, 4), (4, 5, 11)];

#[test]
fn annexes_are_numbered_in_order() {
    let [a, b, _, d] = WHOLE;
    says(
        &errors(&[sheet::BILAGOR], |fill| bilagor(fill, &[a, b, (4, 3, 4), d])),
        &["fel[R04] Bilagor › A13: bilagan har nummer 4, men 3 står på tur\n  väntade: 3"],
    );
}

#[test]
fn annexes_do_not_overlap() {
    let [a, b, c, d] = WHOLE;
    let expected =
        "\n  väntade: månader som ingen annan bilaga betalar, i samma ordning som bilagorna";
    says(
        &errors(&[sheet::BILAGOR], |fill| bilagor(fill, &[a, b, (3, 3, 5), d])),
        &[&format!(
            "fel[R04] Bilagor › B14: bilaga 4 börjar i månad 5, men bilaga 3 betalar redan till och med månad 5{expected}"
        )],
    );
    says(
        &errors(&[sheet::BILAGOR], |fill| bilagor(fill, &[(1, 2, 2), (2, 1, 1), c, d])),
        &[&format!(
            "fel[R04] Bilagor › B12: bilaga 2 börjar i månad 1, men bilaga 1 betalar redan till och med månad 2{expected}"
        )],
    );
}

#[test]
fn an_annex_ends_after_it_begins() {
    let [a, b, c, _] = WHOLE;
    says(
        &errors(&[sheet::BILAGOR], |fill| bilagor(fill, &[a, b, c, (4, 11, 5)])),
        &[
            "fel[R04] Bilagor › C14: bilaga 4 börjar i månad 11 men slutar i månad 5\n  väntade: en sista månad som inte ligger före den första",
        ],
    );
}

#[test]
fn an_annex_pays_one_agreement_year() {
    let [a, _, _, d] = WHOLE;
    let without = [&JUSTERINGAR[..], &[sheet::BILAGOR]].concat();
    let error = errors(&without, |fill| {
        bilagor(fill, &[a, (2, 2, 4), (3, d.1, d.2)]);
        justeringar(fill, &[("avdrag, reglering", 2, 2)]);
    });
    assert!(error.starts_with(
        "fel[R04] regleringsbrev.xlsx › Bilagor › C12: bilaga 2 betalar två avtalsår: till och med månad 2 betalas föregående års kostnader, därefter årets\n  väntade: månad 2 och månad 3 i olika bilagor"
    ), "{error}");
}

#[test]
fn months_of_no_annex_are_in_the_plan() {
    let whole_parts = numbers(&folder(&[], |_| {}));
    assert_eq!(whole_parts("riket.utanfor_bilagor"), whole_parts("riket.utbetalning_2024_12"));
    let without_the_sheets = [&JUSTERINGAR[..], &[sheet::BILAGOR]].concat();
    let without_january = folder(&without_the_sheets, |fill| {
        bilagor(fill, &[(1, 2, 2), (2, 6, 7)]);
        justeringar(fill, &[("avdrag, reglering", 1, 2)]);
    });
    let without = numbers(&without_january);
    assert_eq!(without("riket.bilagor_antal"), 2);
    let months = [1, 3, 4, 5, 8, 9, 10, 11, 12];
    let sum: i64 =
        months.iter().map(|number| without(&format!("riket.utbetalning_2024_{number:02}"))).sum();
    assert_eq!(without("riket.utanfor_bilagor"), sum);
    let all = numbers(&folder(&[sheet::BILAGOR], |fill| {
        bilagor(fill, &[WHOLE[0], WHOLE[1], WHOLE[2], (4, 5, 12)]);
    }));
    assert_eq!(all("riket.utanfor_bilagor"), 0);
    assert_eq!(all("skane.utanfor_bilagor"), 0);
    assert_eq!(all("riket.aret"), whole_parts("riket.aret"));
}

#[test]
fn the_two_agreement_years_that_are_paid_are_there() {
    let avtal = |rows: &'static [i64]| {
        errors(&[sheet::AVTAL], move |fill| {
            for year in rows {
                let (beslut, datum, diarienummer) = match year {
                    2023 => ("II:6", "2023-01-26", "S2023/00375"),
                    _ => ("II:2", "2023-12-20", "S2023/03332"),
                };
                let row = [
                    ("avtalsar", integer(*year)),
                    ("regeringsbeslut", text(beslut)),
                    ("datum", CellValue::Datum(datum.parse().expect("a date"))),
                    ("diarienummer", text(diarienummer)),
                    ("residual", text("placeras inte")),
                ];
                fill.row(sheet::AVTAL, row);
            }
            for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
                fill.filled_from(sheet::AVTAL, id, filled_from());
            }
        })
    };
    says(
        &avtal(&[2024]),
        &["fel[R04] Avtal › A11: avtalsår 2023 saknas\n  väntade: en rad för avtalsår 2023"],
    );
    let expected = "\n  väntade: en rad för 2023 och en för 2024";
    says(
        &avtal(&[2023, 2024, 2022]),
        &[&format!(
            "fel[R04] Avtal › A14: avtalsår 2022 betalas inte under budgetåret 2024{expected}"
        )],
    );
    says(
        &avtal(&[2024, 2023, 2024]),
        &[&format!("fel[R04] Avtal › A14: avtalsår 2024 står redan på en rad ovanför{expected}")],
    );
}

#[test]
fn an_adjustment_is_placed_in_a_month_of_its_annex() {
    for (bilaga, month, expected) in [
        (5, 5, "C11: bilaga 5 finns inte\n  väntade: någon av bilagorna 1–4 på bladet Bilagor"),
        (2, 3, "D11: månad 3 ligger inte i bilaga 2\n  väntade: månad 2, den som bilaga 2 betalar"),
        (
            4,
            12,
            "D11: månad 12 ligger inte i bilaga 4\n  väntade: någon av månaderna 5–11, som bilaga 4 betalar",
        ),
    ] {
        let error = errors(&JUSTERINGAR, |fill| {
            justeringar(fill, &[("avdrag, reglering", bilaga, month)]);
        });
        says(&error, &[&format!("fel[R04] Justeringar › {expected}")]);
    }
}

#[test]
fn an_adjustment_stands_once() {
    says(
        &errors(&[], |fill| justeringar(fill, &[("återbäring, slutlig", 4, 6)])),
        &[
            "fel[R04] Justeringar › A16: ”återbäring, slutlig” står redan på en rad ovanför\n  väntade: varje justering på en enda rad",
        ],
    );
}

#[test]
fn a_year_without_adjustments_is_in_order() {
    let without = [&JUSTERINGAR[..], &[sheet::JUSTERINGSVILLKOR, sheet::REGLERADE]].concat();
    let folder = folder(&without, |_| {});
    let answer = check(&folder);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    let numbers = numbers(&folder);
    assert_eq!(numbers("riket.justeringar"), 0);
    assert_eq!(numbers("riket.aret"), 2 * 2_956_246_876 + 10 * 3_200_979_143);
}
