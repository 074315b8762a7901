//! Annexes, agreement years, and where the adjustments are placed.

use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::workbook::Innehall;

use super::{JUSTERINGAR, bilagor, fel, justeringar, mapp, sager, siffror};
use crate::run::{belagg, check, heltal, text};

const HELA: [(i64, i64, i64); 4] = [(1, 1, 1), (2, 2, 2), (3, 3, 4), (4, 5, 11)];

#[test]
fn annexes_are_numbered_in_order() {
    let [a, b, _, d] = HELA;
    sager(
        &fel(&[blad::BILAGOR], |fyll| bilagor(fyll, &[a, b, (4, 3, 4), d])),
        &["fel[R04] Bilagor › A13: bilagan har nummer 4, men 3 står på tur\n  väntade: 3"],
    );
}

#[test]
fn annexes_do_not_overlap() {
    let [a, b, c, d] = HELA;
    let vantat =
        "\n  väntade: månader som ingen annan bilaga betalar, i samma ordning som bilagorna";
    sager(
        &fel(&[blad::BILAGOR], |fyll| bilagor(fyll, &[a, b, (3, 3, 5), d])),
        &[&format!(
            "fel[R04] Bilagor › B14: bilaga 4 börjar i månad 5, men bilaga 3 betalar redan till och med månad 5{vantat}"
        )],
    );
    sager(
        &fel(&[blad::BILAGOR], |fyll| bilagor(fyll, &[(1, 2, 2), (2, 1, 1), c, d])),
        &[&format!(
            "fel[R04] Bilagor › B12: bilaga 2 börjar i månad 1, men bilaga 1 betalar redan till och med månad 2{vantat}"
        )],
    );
}

#[test]
fn an_annex_ends_after_it_begins() {
    let [a, b, c, _] = HELA;
    sager(
        &fel(&[blad::BILAGOR], |fyll| bilagor(fyll, &[a, b, c, (4, 11, 5)])),
        &[
            "fel[R04] Bilagor › C14: bilaga 4 börjar i månad 11 men slutar i månad 5\n  väntade: en sista månad som inte ligger före den första",
        ],
    );
}

#[test]
fn an_annex_pays_one_agreement_year() {
    let [a, _, _, d] = HELA;
    let utan = [&JUSTERINGAR[..], &[blad::BILAGOR]].concat();
    let fel = fel(&utan, |fyll| {
        bilagor(fyll, &[a, (2, 2, 4), (3, d.1, d.2)]);
        justeringar(fyll, &[("IHSI, valutakorrigering", 2, 2)]);
    });
    assert!(fel.starts_with(
        "fel[R04] regleringsbrev.xlsx › Bilagor › C12: bilaga 2 betalar två avtalsår: till och med månad 2 betalas föregående års kostnader, därefter årets\n  väntade: månad 2 och månad 3 i olika bilagor"
    ), "{fel}");
}

#[test]
fn months_of_no_annex_are_in_the_plan() {
    let hela = siffror(&mapp(&[], |_| {}));
    assert_eq!(hela("riket.utanfor_bilagor"), hela("riket.utbetalning_2024_12"));
    let utan_bladen = [&JUSTERINGAR[..], &[blad::BILAGOR]].concat();
    let utan_januari = mapp(&utan_bladen, |fyll| {
        bilagor(fyll, &[(1, 2, 2), (2, 6, 7)]);
        justeringar(fyll, &[("IHSI, valutakorrigering", 1, 2)]);
    });
    let utan = siffror(&utan_januari);
    assert_eq!(utan("riket.bilagor_antal"), 2);
    let manader = [1, 3, 4, 5, 8, 9, 10, 11, 12];
    let summa: i64 =
        manader.iter().map(|nummer| utan(&format!("riket.utbetalning_2024_{nummer:02}"))).sum();
    assert_eq!(utan("riket.utanfor_bilagor"), summa);
    let alla = siffror(&mapp(&[blad::BILAGOR], |fyll| {
        bilagor(fyll, &[HELA[0], HELA[1], HELA[2], (4, 5, 12)]);
    }));
    assert_eq!(alla("riket.utanfor_bilagor"), 0);
    assert_eq!(alla("skane.utanfor_bilagor"), 0);
    assert_eq!(alla("riket.aret"), hela("riket.aret"));
}

#[test]
fn the_two_agreement_years_that_are_paid_are_there() {
    let avtal = |rader: &'static [i64]| {
        fel(&[blad::AVTAL], move |fyll| {
            for ar in rader {
                let rad = [
                    ("avtalsar", heltal(*ar)),
                    ("regeringsbeslut", text("II:2")),
                    ("datum", Innehall::Datum("2023-12-20".parse().expect("a date"))),
                    ("diarienummer", text("S2023/03332")),
                    ("residual", text("placeras inte")),
                ];
                fyll.rad(blad::AVTAL, rad);
            }
            for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
                fyll.belagg(blad::AVTAL, id, belagg());
            }
        })
    };
    sager(
        &avtal(&[2024]),
        &["fel[R04] Avtal: avtalsår 2023 saknas\n  väntade: en rad för avtalsår 2023"],
    );
    let vantat = "\n  väntade: en rad för 2023 och en för 2024";
    sager(
        &avtal(&[2023, 2024, 2022]),
        &[&format!(
            "fel[R04] Avtal › A13: avtalsår 2022 betalas inte under budgetåret 2024{vantat}"
        )],
    );
    sager(
        &avtal(&[2024, 2023, 2024]),
        &[&format!("fel[R04] Avtal › A13: avtalsår 2024 står redan på en rad ovanför{vantat}")],
    );
}

#[test]
fn an_adjustment_is_placed_in_a_month_of_its_annex() {
    for (bilaga, manad, vantat) in [
        (5, 5, "B11: bilaga 5 finns inte\n  väntade: någon av bilagorna 1–4 på bladet Bilagor"),
        (2, 3, "C11: månad 3 ligger inte i bilaga 2\n  väntade: månad 2, den som bilaga 2 betalar"),
        (
            4,
            12,
            "C11: månad 12 ligger inte i bilaga 4\n  väntade: någon av månaderna 5–11, som bilaga 4 betalar",
        ),
    ] {
        let fel = fel(&JUSTERINGAR, |fyll| {
            justeringar(fyll, &[("IHSI, valutakorrigering", bilaga, manad)]);
        });
        sager(&fel, &[&format!("fel[R04] Justeringar › {vantat}")]);
    }
}

#[test]
fn an_adjustment_stands_once_and_profit_and_loss_is_settled_in_one_way() {
    sager(
        &fel(&[], |fyll| justeringar(fyll, &[("återbäring, slutlig", 4, 6)])),
        &[
            "fel[R04] Justeringar › A16: ”återbäring, slutlig” står redan på en rad ovanför\n  väntade: varje justering på en enda rad",
        ],
    );
    let fel = fel(&[], |fyll| {
        justeringar(fyll, &[("vinst/förlust, tillsammans", 3, 3)]);
        super::kolumn(fyll, "vinst_forlust_tillsammans", |_| heltal(1));
    });
    sager(
        &fel,
        &[
            "fel[R04] Justeringar › A16: vinst och förlust avräknas både tillsammans och var för sig\n  väntade: antingen en rad för båda, eller en för förmånen och en för hepatit C",
        ],
    );
}

#[test]
fn a_year_without_adjustments_is_in_order() {
    let utan = [&JUSTERINGAR[..], &[blad::JUSTERINGSVILLKOR]].concat();
    let mapp = mapp(&utan, |_| {});
    let svar = check(&mapp);
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    let siffror = siffror(&mapp);
    assert_eq!(siffror("riket.justeringar"), 0);
    assert_eq!(siffror("riket.aret"), 2 * 2_956_246_876 + 10 * 3_200_979_143);
}
