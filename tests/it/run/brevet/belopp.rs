//! Adjustments that are computed, stated, or both; that have no row, or a row but no amounts; and what
//! cannot be paid.

use statsbidrag::calendar::Manad;
use statsbidrag::contract::regleringsbrev::MEDGIVNA;
use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::region::Region;
use statsbidrag::workbook::Fyllning;

use super::{JUSTERINGAR, fel, finns, justeringar, kolumn, mapp, medgivna, sager, siffror};
use crate::indata_2024::csv;
use crate::run::{belagg, decimal, heltal};

/// A region's cell in the fixture of adjustments.
fn publicerat(region: Region, kolumnen: &str) -> String {
    let rader = csv("regleringsbrev-2024-justeringar.csv");
    let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("a row");
    rad[kolumnen].clone()
}

fn ihsi_rad(fyll: &mut Fyllning) {
    justeringar(fyll, &[("IHSI, valutakorrigering", 2, 2)]);
}

#[test]
fn an_adjustment_that_is_to_be_made_has_amounts() {
    let utan = [&JUSTERINGAR[..], &[blad::JUSTERINGSVILLKOR]].concat();
    let alla = [
        (
            "återbäring, prognos",
            2,
            2,
            "statens andel av prognostiserad återbäring; eller prognosen för alla regioner, och statens andel i procent",
        ),
        (
            "IHSI, valutakorrigering",
            2,
            2,
            "kolumnen IHSI, valutakorrigering; eller preliminär och slutlig avgift, gräns och återstod",
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
    let fel = fel(&utan, |fyll| {
        let rader = alla.map(|(slag, bilaga, manad, _)| (slag, bilaga, manad));
        justeringar(fyll, &rader);
    });
    let vantat: Vec<_> = (11..)
        .zip(alla)
        .map(|(rad, (slag, .., vantat))| {
            format!("fel[R04] Justeringar › A{rad}: ”{slag}” ska göras, men det finns inga belopp för den\n  väntade: {vantat}")
        })
        .collect();
    sager(&fel, &vantat.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn amounts_that_are_used_for_nothing_are_refused() {
    for (id, cell, slag) in [
        ("aterbaring_prognos_statens_andel", "B11", "återbäring, prognos"),
        ("vinst_forlust_formanen", "D11", "vinst/förlust, förmånen"),
        ("vinst_forlust_hepatit_c", "E11", "vinst/förlust, hepatit C"),
        ("vinst_forlust_tillsammans", "F11", "vinst/förlust, tillsammans"),
        ("aterbaring_differens", "G11", "återbäring, slutlig"),
        ("aterbaring_prognos", "I11", "återbäring, prognos"),
        ("annan", "J11", "annan"),
    ] {
        let fel = fel(&JUSTERINGAR, |fyll| {
            ihsi_rad(fyll);
            let oren = id.starts_with("aterbaring_") && !id.ends_with("andel");
            kolumn(fyll, id, |_| if oren { decimal("1.5") } else { heltal(1) });
        });
        sager(
            &fel,
            &[&format!(
                "fel[R04] Justeringsbelopp › {cell}: det finns belopp för ”{slag}”, men den ska inte göras\n  väntade: en rad för ”{slag}” på bladet Justeringar\n  hjälp:   säg i vilken bilaga och månad den görs, eller töm beloppen"
            )],
        );
    }
}

#[test]
fn the_forecast_of_aterbaring_is_found_in_two_ways() {
    let statens = "statens_andel_aterbaring_prognos_2023_kr";
    let prognosen = |region| {
        // The forecast that makes the state's thirty percent what it is.
        let andel: i64 = publicerat(region, statens).parse().expect("kronor");
        let tredjedelar = andel * 1_000 / 3;
        decimal(&format!("{}.{:02}", tredjedelar / 100, tredjedelar % 100))
    };
    let rader = |fyll: &mut Fyllning| {
        ihsi_rad(fyll);
        justeringar(fyll, &[("återbäring, prognos", 2, 2)]);
    };
    let raknad = mapp(&JUSTERINGAR, |fyll| {
        rader(fyll);
        kolumn(fyll, "aterbaring_prognos", prognosen);
    });
    let bada = mapp(&JUSTERINGAR, |fyll| {
        rader(fyll);
        kolumn(fyll, "aterbaring_prognos", prognosen);
        kolumn(fyll, "aterbaring_prognos_statens_andel", |region| {
            heltal(publicerat(region, statens).parse().expect("kronor"))
        });
    });
    for mapp in [raknad, bada] {
        assert_eq!(siffror(&mapp)("riket.justering_aterbaring_prognos"), -991_350_000);
        assert_eq!(siffror(&mapp)("gotland.justering_aterbaring_prognos"), -5_356_192);
    }
    let fel = fel(&JUSTERINGAR, |fyll| {
        rader(fyll);
        kolumn(fyll, "aterbaring_prognos", prognosen);
        kolumn(fyll, "aterbaring_prognos_statens_andel", |region| {
            let kronor: i64 = publicerat(region, statens).parse().expect("kronor");
            heltal(kronor + i64::from(region.id() == "gotland"))
        });
    });
    sager(
        &fel,
        &[
            "fel[R04] Justeringsbelopp › B18: Gotland: ”återbäring, prognos” är 5 356 193 kr i arbetsboken men räknas till 5 356 192 kr\n  väntade: samma belopp på kronan\n  hjälp:   rätta kolumnen eller det beloppet räknas ur, eller töm den ena",
        ],
    );
}

#[test]
fn the_final_aterbaring_is_found_in_two_ways() {
    let differens = "aterbaring_slutlig_minus_prognos_2023_kr_harledd";
    let rader = |fyll: &mut Fyllning| {
        ihsi_rad(fyll);
        justeringar(fyll, &[("återbäring, slutlig", 4, 5)]);
    };
    let slutlig = |region: Region| {
        let ore: i64 = publicerat(region, differens).replace('.', "").parse().expect("öre");
        let summa = ore + 100_000_000_000;
        decimal(&format!("{}.{:02}", summa / 100, summa % 100))
    };
    let prognos = |_| decimal("1000000000.00");
    let raknad = mapp(&JUSTERINGAR, |fyll| {
        rader(fyll);
        kolumn(fyll, "aterbaring_slutlig", slutlig);
        kolumn(fyll, "aterbaring_prognos", prognos);
    });
    assert_eq!(siffror(&raknad)("riket.justering_aterbaring_slutlig"), -754_188);
    let fel_ore = fel(&JUSTERINGAR, |fyll| {
        rader(fyll);
        kolumn(fyll, "aterbaring_slutlig", slutlig);
        kolumn(fyll, "aterbaring_prognos", prognos);
        kolumn(fyll, "aterbaring_differens", |region| {
            let skillnad = publicerat(region, differens);
            decimal(if region.id() == "gotland" { "-184433.34" } else { &skillnad })
        });
    });
    sager(
        &fel_ore,
        &[
            "fel[R04] Justeringsbelopp › G18: Gotland: skillnaden är −184 433,34 kr men slutlig återbäring minus prognos är −184 433,33 kr\n  väntade: samma belopp på öret",
        ],
    );
    let utan_prognos = fel(&JUSTERINGAR, |fyll| {
        rader(fyll);
        kolumn(fyll, "aterbaring_slutlig", slutlig);
        kolumn(fyll, "aterbaring_differens", |region| decimal(&publicerat(region, differens)));
    });
    sager(
        &utan_prognos,
        &[
            "fel[R04] Justeringsbelopp › H11: slutlig återbäring är ifylld, men inte prognosen\n  väntade: båda kolumnerna; eller bara skillnaden mellan dem",
        ],
    );
}

#[test]
fn another_adjustment_is_paid_as_it_is_stated() {
    let mapp = mapp(&JUSTERINGAR, |fyll| {
        ihsi_rad(fyll);
        justeringar(fyll, &[("annan", 4, 7)]);
        kolumn(fyll, "annan", |region| heltal(if region.id() == "skane" { -1_000 } else { 7 }));
    });
    let siffror = siffror(&mapp);
    assert_eq!(siffror("riket.justering_annan"), -1_000 + 20 * 7);
    assert_eq!(siffror("skane.utbetalning_2024_07"), 425_061_574 - 1_000);
    assert_eq!(siffror("skane.justerat_2024_07"), -1_000);
    assert!(!finns(&mapp, "skane.justerat_2024_08"));
}

/// Gotland is taken back more than it is paid in May.
fn gotland_negativ(fyll: &mut Fyllning) {
    kolumn(fyll, "aterbaring_differens", |region| {
        decimal(if region.id() == "gotland" { "999999999.99" } else { "0" })
    });
}

#[test]
fn a_payment_that_cannot_be_made_is_refused() {
    let vantat = |belopp: &str| {
        format!(
            "fel[R05] Justeringsbelopp › G18: Gotland: utbetalningen i maj 2024 blir {belopp} kr\n  väntade: ett belopp som kan betalas ut, minst 1 kr\n  hjälp:   kontrollera justeringen; är beloppet rätt, medge det på bladet Medgivna belopp"
        )
    };
    sager(&fel(&[], gotland_negativ), &[&vantat("−279 218 895")]);
    // A month of 20 781 105 kronor, taken back to the krona; and one krona less.
    let jamnt = |ore: &'static str| {
        move |fyll: &mut Fyllning| {
            kolumn(fyll, "aterbaring_differens", |region| {
                decimal(if region.id() == "gotland" { ore } else { "0" })
            });
        }
    };
    sager(&fel(&[], jamnt("69270350.00")), &[&vantat("0")]);
    let nastan = mapp(&[], jamnt("69270346.66"));
    assert_eq!(siffror(&nastan)("gotland.utbetalning_2024_05"), 1);
}

#[test]
fn a_negative_payment_that_is_meant_is_permitted() {
    let medgiven = mapp(&[], |fyll| {
        gotland_negativ(fyll);
        medgivna(fyll, &[("Region Gotland", 5)]);
    });
    assert_eq!(siffror(&medgiven)("gotland.utbetalning_2024_05"), -279_218_895);
    let (report, _) = crate::run::report(&medgiven);
    let (medgivna, _) = report.stated(2024, &MEDGIVNA).expect("what is permitted");
    assert_eq!(medgivna[0].region.id(), "gotland");
    assert_eq!(Some(medgivna[0].manad), Manad::ny(2024, 5));
}

#[test]
fn what_is_permitted_is_needed_and_said_once() {
    sager(
        &fel(&[], |fyll| {
            gotland_negativ(fyll);
            medgivna(fyll, &[("Gotland", 5), ("Gotland", 6), ("Gotland", 5), ("Lappland", 5)]);
        }),
        &[
            "fel[I05] Medgivna belopp › A14: ”Lappland” är inte någon av de 21 regionerna\n  väntade: en regions namn, till exempel Skåne",
        ],
    );
    sager(
        &fel(&[], |fyll| {
            gotland_negativ(fyll);
            medgivna(fyll, &[("Gotland", 5), ("Gotland", 6), ("Gotland", 5)]);
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
        move |fyll: &mut Fyllning| {
            let namn = crate::run::text("Bidrag");
            let rad = [("post", heltal(2)), ("namn", namn), ("belopp", heltal(tkr))];
            fyll.rad(blad::ANSLAGSPOSTER, rad);
            for id in ["namn", "belopp"] {
                fyll.belagg(blad::ANSLAGSPOSTER, id, belagg());
            }
        }
    };
    let lagom = siffror(&mapp(&[blad::ANSLAGSPOSTER], anslag(36_716_095)));
    assert_eq!(lagom("riket.anslag_belopp"), 36_716_095_000);
    assert_eq!(lagom("riket.anslag_anvant"), 36_716_094_528);
    sager(
        &fel(&[blad::ANSLAGSPOSTER], anslag(36_716_094)),
        &[
            "fel[R07] Anslagsposter: årets utbetalningar och medlen på rekvisition är 36 716 094 528 kr, men anslagsposterna 36 716 094 000 kr: 528 kr för mycket\n  väntade: anslagsposter som räcker till årets utbetalningar",
        ],
    );
    let tva_ganger = fel(&[], anslag(1));
    sager(
        &tva_ganger,
        &[
            "fel[I04] Anslagsposter › A12: anslagspost 2 står redan på en rad ovanför\n  hjälp:   behåll den rad som gäller",
        ],
    );
}
