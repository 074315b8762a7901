//! The correction of IHSI's fee: the limit, the direction, who takes the residual krona.

use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::region::Region;
use statsbidrag::workbook::Fyllning;

use super::{JUSTERINGAR, fel, justeringar, kolumn, mapp, sager, siffror};
use crate::indata_2024::csv;
use crate::run::{belagg, check, heltal, text};

fn avgift(fyll: &mut Fyllning, preliminart: i64, slutligt: i64) {
    let sida = blad::JUSTERINGSVILLKOR;
    fyll.uppgift(sida, "ihsi_preliminart", heltal(preliminart), belagg());
    fyll.uppgift(sida, "ihsi_slutligt", heltal(slutligt), belagg());
}

fn rad(fyll: &mut Fyllning) {
    justeringar(fyll, &[("IHSI, valutakorrigering", 2, 2)]);
}

#[test]
fn only_a_difference_beyond_the_limit_is_settled() {
    for (slutligt, korrigering) in [
        (4_000_000, 0),
        (3_900_001, 0),
        (3_900_000, 0),
        (3_899_999, 100_001),
        (4_099_999, 0),
        (4_100_000, 0),
        (4_100_001, -100_001),
    ] {
        let mapp = mapp(&JUSTERINGAR, |fyll| {
            avgift(fyll, 4_000_000, slutligt);
            rad(fyll);
        });
        let siffror = siffror(&mapp);
        assert_eq!(siffror("riket.ihsi_skillnad"), 4_000_000 - slutligt);
        assert_eq!(siffror("riket.ihsi_korrigering"), korrigering, "{slutligt}");
        assert_eq!(siffror("riket.justering_ihsi"), korrigering, "{slutligt}");
        let februari = 2_956_246_876 + korrigering;
        assert_eq!(siffror("riket.utbetalning_2024_02"), februari, "{slutligt}");
    }
}

#[test]
fn within_the_limit_no_adjustment_need_be_made() {
    let inom = mapp(&JUSTERINGAR, |fyll| avgift(fyll, 4_000_000, 3_900_000));
    assert_eq!(check(&inom).kod, Some(0));
    assert_eq!(siffror(&inom)("riket.justeringar"), 0);
    sager(
        &fel(&JUSTERINGAR, |fyll| avgift(fyll, 4_000_000, 3_899_999)),
        &[
            "fel[R04] Justeringar: det finns belopp för ”IHSI, valutakorrigering”, men den ska inte göras\n  väntade: en rad för ”IHSI, valutakorrigering” på bladet Justeringar\n  hjälp:   säg i vilken bilaga och månad den görs, eller töm beloppen",
        ],
    );
}

#[test]
fn a_fee_that_became_dearer_is_shared_as_one_that_became_cheaper() {
    let billigare = siffror(&mapp(&JUSTERINGAR, |fyll| {
        avgift(fyll, 4_000_000, 3_836_786);
        rad(fyll);
    }));
    let dyrare = siffror(&mapp(&JUSTERINGAR, |fyll| {
        avgift(fyll, 3_836_786, 4_000_000);
        rad(fyll);
    }));
    for region in Region::alla() {
        let namn = format!("{}.justering_ihsi", region.id());
        assert_eq!(billigare(&namn), -dyrare(&namn), "{region}");
    }
}

#[test]
fn each_policy_places_the_krona_that_rounding_leaves() {
    let med = |regel: &'static str| {
        move |fyll: &mut Fyllning| {
            let sida = blad::JUSTERINGSVILLKOR;
            fyll.uppgift(sida, "ihsi_residual", text(regel), belagg());
            rad(fyll);
        }
    };
    let skillnader = |regel| -> Vec<_> {
        let siffror = siffror(&mapp(&JUSTERINGAR, med(regel)));
        let facit = csv("regleringsbrev-2024-justeringar.csv");
        let skillnad = |(region, rad): (Region, &std::collections::BTreeMap<String, String>)| {
            let vantat: i64 = rad["ihsi_valutakorrigering_kr"].parse().expect("kronor");
            let raknat = siffror(&format!("{}.justering_ihsi", region.id()));
            (raknat != vantat).then_some((region.kortnamn(), raknat - vantat))
        };
        Region::alla().zip(&facit).filter_map(skillnad).collect()
    };
    assert_eq!(skillnader("half_up_residual_to_largest"), []);
    let resten = skillnader("largest_remainder");
    assert_eq!(resten, [("Stockholm", 1), ("Västra Götaland", -1)]);
    sager(
        &fel(&JUSTERINGAR, med("half_up")),
        &[
            "fel[R01] Justeringsvillkor › B9: regionernas avrundade delar blir 163 215 kr, 163 214 kr ska fördelas\n  väntade: en uttalad regel för återstoden\n  hjälp:   välj largest_remainder eller half_up_residual_to_largest",
        ],
    );
}

#[test]
fn the_fee_is_stated_wholly_or_not_at_all() {
    let fel = fel(&[&JUSTERINGAR[..], &[blad::JUSTERINGSVILLKOR]].concat(), |fyll| {
        avgift(fyll, 4_000_000, 3_000_000);
    });
    sager(
        &fel,
        &[
            "fel[I06] Justeringsvillkor: bara en del av raderna om IHSI är ifyllda\n  väntade: preliminär och slutlig avgift, gräns och återstod, eller ingen av dem",
        ],
    );
}

#[test]
fn a_stated_correction_is_paid_and_held_against_the_computed() {
    let utan = [&JUSTERINGAR[..], &[blad::JUSTERINGSVILLKOR]].concat();
    let angiven = mapp(&utan, |fyll| {
        rad(fyll);
        kolumn(fyll, "ihsi", |_| heltal(-3));
    });
    assert_eq!(siffror(&angiven)("riket.justering_ihsi"), -63);
    let facit = csv("regleringsbrev-2024-justeringar.csv");
    let kronor = |region: Region| -> i64 {
        facit[region.plats()]["ihsi_valutakorrigering_kr"].parse().expect("kronor")
    };
    let bada = mapp(&JUSTERINGAR, |fyll| {
        rad(fyll);
        kolumn(fyll, "ihsi", |region| heltal(kronor(region)));
    });
    assert_eq!(siffror(&bada)("riket.justering_ihsi"), 163_214);
    let fel = fel(&JUSTERINGAR, |fyll| {
        rad(fyll);
        kolumn(fyll, "ihsi", |region| heltal(kronor(region) + i64::from(region.plats() == 0)));
    });
    sager(
        &fel,
        &[
            "fel[R04] Justeringsbelopp › C11: Stockholm: ”IHSI, valutakorrigering” är 37 943 kr i arbetsboken men räknas till 37 942 kr\n  väntade: samma belopp på kronan\n  hjälp:   rätta kolumnen eller det beloppet räknas ur, eller töm den ena",
        ],
    );
}
