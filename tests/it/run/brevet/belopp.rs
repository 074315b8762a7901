//! Adjustments that are computed, stated, or both; that have no row, or a row but no amounts; and what
//! cannot be paid.

use statsbidrag::calendar::Month;
use statsbidrag::contract::regleringsbrev::MEDGIVNA;
use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::region::Region;
use statsbidrag::workbook::Fill;

use super::{JUSTERINGAR, column, errors, exists, folder, justeringar, medgivna, numbers, says};
use crate::data_2024::csv;
use crate::run::{decimal, filled_from, integer};

/// A region's cell in the fixture of adjustments.
fn published_amount(region: Region, column: &str) -> String {
    let rows = csv("regleringsbrev-2024-justeringar.csv");
    let row = rows.iter().find(|row| row["lanskod"] == region.county_code()).expect("a row");
    row[column].clone()
}

fn one_row(fill: &mut Fill) {
    justeringar(fill, &[("avdrag, reglering", 2, 2)]);
}

#[test]
fn an_adjustment_that_is_to_be_made_has_amounts() {
    let without = [&JUSTERINGAR[..], &[sheet::JUSTERINGSVILLKOR, sheet::REGLERADE]].concat();
    let all = [
        (
            "återbäring, prognos",
            2,
            2,
            "statens andel av prognostiserad återbäring; eller prognosen för alla regioner, och statens andel i procent",
        ),
        (
            "avdrag, reglering",
            2,
            2,
            "kolumnen Avdrag, reglering; eller bladet Reglerade avdrag ifyllt",
        ),
        (
            "vinst/förlust, förmånen",
            3,
            3,
            "kolumnen med samma namn; eller bladet Avstämning ifyllt",
        ),
        (
            "vinst/förlust, hepatit C",
            3,
            3,
            "kolumnen med samma namn; eller bladet Avstämning ifyllt",
        ),
        (
            "återbäring, slutlig",
            4,
            5,
            "slutlig minus prognos, eller båda för sig, för alla regioner; och statens andel i procent",
        ),
        ("annan", 4, 6, "kolumnen Annan justering ifylld för alla regioner"),
    ];
    let error = errors(&without, |fill| {
        let rows = all.map(|(kind, bilaga, month, _)| (kind, bilaga, month));
        justeringar(fill, &rows);
    });
    let expected: Vec<_> = (11..)
        .zip(all)
        .map(|(row, (kind, .., expected))| {
            format!("fel[R04] Justeringar › A{row}: ”{kind}” ska göras, men det finns inga belopp för den\n  väntade: {expected}")
        })
        .collect();
    says(&error, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn amounts_that_are_used_for_nothing_are_refused() {
    for (id, cell, kind) in [
        ("aterbaring_prognos_statens_andel", "B12", "återbäring, prognos"),
        ("Vinst/förlust, förmånen", "H12", "vinst/förlust, förmånen"),
        ("Vinst/förlust, hepatit C", "H12", "vinst/förlust, hepatit C"),
        ("aterbaring_differens", "D12", "återbäring, slutlig"),
        ("aterbaring_prognos", "F12", "återbäring, prognos"),
        ("annan", "G12", "annan"),
    ] {
        let error = errors(&JUSTERINGAR, |fill| {
            one_row(fill);
            let ore_amounts = id.starts_with("aterbaring_") && !id.ends_with("andel");
            column(fill, id, |_| if ore_amounts { decimal("1.5") } else { integer(1) });
        });
        says(
            &error,
            &[&format!(
                "fel[R04] Justeringsbelopp › {cell}: det finns belopp för ”{kind}”, men den ska inte göras\n  väntade: en rad för ”{kind}” på bladet Justeringar\n  hjälp:   säg i vilken bilaga och månad den görs, eller töm beloppen"
            )],
        );
    }
}

#[test]
fn the_forecast_of_aterbaring_is_found_in_two_ways() {
    let states_share = "statens_andel_aterbaring_prognos_2023_kr";
    let forecast = |region| {
        // The forecast that makes the state's thirty percent what it is.
        let share: i64 = published_amount(region, states_share).parse().expect("kronor");
        let thirds = share * 1_000 / 3;
        decimal(&format!("{}.{:02}", thirds / 100, thirds % 100))
    };
    let rows = |fill: &mut Fill| {
        one_row(fill);
        justeringar(fill, &[("återbäring, prognos", 2, 2)]);
    };
    let computed = folder(&JUSTERINGAR, |fill| {
        rows(fill);
        column(fill, "aterbaring_prognos", forecast);
    });
    let both = folder(&JUSTERINGAR, |fill| {
        rows(fill);
        column(fill, "aterbaring_prognos", forecast);
        column(fill, "aterbaring_prognos_statens_andel", |region| {
            integer(published_amount(region, states_share).parse().expect("kronor"))
        });
    });
    for folder in [computed, both] {
        assert_eq!(numbers(&folder)("riket.justering_aterbaring_prognos"), -991_350_000);
        assert_eq!(numbers(&folder)("gotland.justering_aterbaring_prognos"), -5_356_192);
    }
    let error = errors(&JUSTERINGAR, |fill| {
        rows(fill);
        column(fill, "aterbaring_prognos", forecast);
        column(fill, "aterbaring_prognos_statens_andel", |region| {
            let kronor: i64 = published_amount(region, states_share).parse().expect("kronor");
            integer(kronor + i64::from(region.id() == "gotland"))
        });
    });
    says(
        &error,
        &[
            "fel[R04] Justeringsbelopp › B19: Gotland: ”återbäring, prognos” är 5 356 193 kr i arbetsboken men räknas till 5 356 192 kr\n  väntade: samma belopp på kronan\n  hjälp:   rätta kolumnen eller det beloppet räknas ur, eller töm den ena",
        ],
    );
}

#[test]
fn the_final_aterbaring_is_found_in_two_ways() {
    let gap = "aterbaring_slutlig_minus_prognos_2023_kr_harledd";
    let rows = |fill: &mut Fill| {
        one_row(fill);
        justeringar(fill, &[("återbäring, slutlig", 4, 5)]);
    };
    let slutlig = |region: Region| {
        let ore: i64 = published_amount(region, gap).replace('.', "").parse().expect("öre");
        let sum = ore + 100_000_000_000;
        decimal(&format!("{}.{:02}", sum / 100, sum % 100))
    };
    let prognos = |_| decimal("1000000000.00");
    let computed = folder(&JUSTERINGAR, |fill| {
        rows(fill);
        column(fill, "aterbaring_slutlig", slutlig);
        column(fill, "aterbaring_prognos", prognos);
    });
    assert_eq!(numbers(&computed)("riket.justering_aterbaring_slutlig"), -754_188);
    let wrong_ore = errors(&JUSTERINGAR, |fill| {
        rows(fill);
        column(fill, "aterbaring_slutlig", slutlig);
        column(fill, "aterbaring_prognos", prognos);
        column(fill, "aterbaring_differens", |region| {
            let difference = published_amount(region, gap);
            decimal(if region.id() == "gotland" { "-184433.34" } else { &difference })
        });
    });
    says(
        &wrong_ore,
        &[
            "fel[R04] Justeringsbelopp › D19: Gotland: skillnaden är −184 433,34 kr men slutlig återbäring minus prognos är −184 433,33 kr\n  väntade: samma belopp på öret",
        ],
    );
    let utan_prognos = errors(&JUSTERINGAR, |fill| {
        rows(fill);
        column(fill, "aterbaring_slutlig", slutlig);
        column(fill, "aterbaring_differens", |region| decimal(&published_amount(region, gap)));
    });
    says(
        &utan_prognos,
        &[
            "fel[R04] Justeringsbelopp › E12: slutlig återbäring är ifylld, men inte prognosen\n  väntade: båda kolumnerna; eller bara skillnaden mellan dem",
        ],
    );
}

#[test]
fn another_adjustment_is_paid_as_it_is_stated() {
    let folder = folder(&JUSTERINGAR, |fill| {
        one_row(fill);
        justeringar(fill, &[("annan", 4, 7)]);
        column(fill, "annan", |region| integer(if region.id() == "skane" { -1_000 } else { 7 }));
    });
    let numbers = numbers(&folder);
    assert_eq!(numbers("riket.justering_annan"), -1_000 + 20 * 7);
    assert_eq!(numbers("skane.utbetalning_2024_07"), 425_061_574 - 1_000);
    assert_eq!(numbers("skane.justerat_2024_07"), -1_000);
    assert!(!exists(&folder, "skane.justerat_2024_08"));
}

/// Gotland is taken back more than it is paid in May.
fn gotland_negative(fill: &mut Fill) {
    column(fill, "aterbaring_differens", |region| {
        decimal(if region.id() == "gotland" { "999999999.99" } else { "0" })
    });
}

#[test]
fn a_payment_that_cannot_be_made_is_refused() {
    let expected = |amount: &str| {
        format!(
            "fel[R05] Justeringsbelopp › D19: Gotland: utbetalningen i maj 2024 blir {amount} kr\n  väntade: ett belopp som kan betalas ut, minst 1 kr\n  hjälp:   kontrollera justeringen; är beloppet rätt, medge det på bladet Medgivna belopp"
        )
    };
    says(&errors(&[], gotland_negative), &[&expected("−279 218 895")]);
    // A month of 20 781 105 kronor, taken back to the krona; and one krona less.
    let evenly = |ore: &'static str| {
        move |fill: &mut Fill| {
            column(fill, "aterbaring_differens", |region| {
                decimal(if region.id() == "gotland" { ore } else { "0" })
            });
        }
    };
    says(&errors(&[], evenly("69270350.00")), &[&expected("0")]);
    let almost = folder(&[], evenly("69270346.66"));
    assert_eq!(numbers(&almost)("gotland.utbetalning_2024_05"), 1);
}

#[test]
fn a_negative_payment_that_is_meant_is_permitted() {
    let medgiven = folder(&[], |fill| {
        gotland_negative(fill);
        medgivna(fill, &[("Region Gotland", 5)]);
    });
    assert_eq!(numbers(&medgiven)("gotland.utbetalning_2024_05"), -279_218_895);
    let (report, _) = crate::run::report(&medgiven);
    let (medgivna, _) = report.stated(2024, &MEDGIVNA).expect("what is permitted");
    assert_eq!(medgivna[0].region.id(), "gotland");
    assert_eq!(Some(medgivna[0].manad), Month::new(2024, 5));
}

#[test]
fn what_is_permitted_is_needed_and_said_once() {
    says(
        &errors(&[], |fill| {
            gotland_negative(fill);
            medgivna(fill, &[("Gotland", 5), ("Gotland", 6), ("Gotland", 5), ("Lappland", 5)]);
        }),
        &[
            "fel[I05] Medgivna belopp › A14: ”Lappland” är inte någon av de 21 regionerna\n  väntade: en regions namn, till exempel Skåne",
        ],
    );
    says(
        &errors(&[], |fill| {
            gotland_negative(fill);
            medgivna(fill, &[("Gotland", 5), ("Gotland", 6), ("Gotland", 5)]);
        }),
        &[
            "fel[R04] Medgivna belopp › A12: Gotland får 20 781 105 kr i månad 6 och behöver inget medgivande\n  väntade: bara utbetalningar som är noll eller negativa\n  hjälp:   ta bort raden",
            "fel[R04] Medgivna belopp › A13: Gotland har redan ett medgivande för månad 5\n  väntade: en rad per region och månad",
        ],
    );
}

#[test]
fn the_appropriation_holds_the_years_payments() {
    let anslag = |tkr: i64| {
        move |fill: &mut Fill| {
            let name = crate::run::text("Bidrag");
            let row = [("post", integer(2)), ("namn", name), ("belopp", integer(tkr))];
            fill.row(sheet::ANSLAGSPOSTER, row);
            for id in ["namn", "belopp"] {
                fill.filled_from(sheet::ANSLAGSPOSTER, id, filled_from());
            }
        }
    };
    let just_right = numbers(&folder(&[sheet::ANSLAGSPOSTER], anslag(36_716_095)));
    assert_eq!(just_right("riket.anslag_belopp"), 36_716_095_000);
    assert_eq!(just_right("riket.anslag_anvant"), 36_716_094_528);
    says(
        &errors(&[sheet::ANSLAGSPOSTER], anslag(36_716_094)),
        &[
            "fel[R07] Anslagsposter › C10: årets utbetalningar och medlen på rekvisition är 36 716 094 528 kr, men anslagsposterna 36 716 094 000 kr: 528 kr för mycket\n  väntade: anslagsposter som räcker till årets utbetalningar",
        ],
    );
    let twice = errors(&[], anslag(1));
    says(
        &twice,
        &[
            "fel[I04] Anslagsposter › A12: anslagspost 2 står redan på en rad ovanför\n  hjälp:   behåll den rad som gäller",
        ],
    );
}
