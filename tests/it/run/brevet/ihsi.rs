//! The correction of IHSI's fee: the limit, the direction, who takes the residual krona.

use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::region::Region;
use statsbidrag::workbook::Fill;

use super::{JUSTERINGAR, column, errors, folder, justeringar, numbers, says};
use crate::data_2024::csv;
use crate::run::{check, filled_from, integer, text};

fn avgift(fill: &mut Fill, preliminary_value: i64, slutligt: i64) {
    let page = sheet::JUSTERINGSVILLKOR;
    fill.item(page, "ihsi_preliminart", integer(preliminary_value), filled_from());
    fill.item(page, "ihsi_slutligt", integer(slutligt), filled_from());
}

fn row(fill: &mut Fill) {
    justeringar(fill, &[("IHSI, valutakorrigering", 2, 2)]);
}

#[test]
fn only_a_difference_beyond_the_limit_is_settled() {
    for (slutligt, correction) in [
        (4_000_000, 0),
        (3_900_001, 0),
        (3_900_000, 0),
        (3_899_999, 100_001),
        (4_099_999, 0),
        (4_100_000, 0),
        (4_100_001, -100_001),
    ] {
        let folder = folder(&JUSTERINGAR, |fill| {
            avgift(fill, 4_000_000, slutligt);
            row(fill);
        });
        let numbers = numbers(&folder);
        assert_eq!(numbers("riket.ihsi_skillnad"), 4_000_000 - slutligt);
        assert_eq!(numbers("riket.ihsi_korrigering"), correction, "{slutligt}");
        assert_eq!(numbers("riket.justering_ihsi"), correction, "{slutligt}");
        let february = 2_956_246_876 + correction;
        assert_eq!(numbers("riket.utbetalning_2024_02"), february, "{slutligt}");
    }
}

#[test]
fn within_the_limit_no_adjustment_need_be_made() {
    let within = folder(&JUSTERINGAR, |fill| avgift(fill, 4_000_000, 3_900_000));
    assert_eq!(check(&within).code, Some(0));
    assert_eq!(numbers(&within)("riket.justeringar"), 0);
    says(
        &errors(&JUSTERINGAR, |fill| avgift(fill, 4_000_000, 3_899_999)),
        &[
            "fel[R04] Justeringar › A10: det finns belopp för ”IHSI, valutakorrigering”, men den ska inte göras\n  väntade: en rad för ”IHSI, valutakorrigering” på bladet Justeringar\n  hjälp:   säg i vilken bilaga och månad den görs, eller töm beloppen",
        ],
    );
}

#[test]
fn a_fee_that_became_dearer_is_shared_as_one_that_became_cheaper() {
    let cheaper = numbers(&folder(&JUSTERINGAR, |fill| {
        avgift(fill, 4_000_000, 3_836_786);
        row(fill);
    }));
    let dearer = numbers(&folder(&JUSTERINGAR, |fill| {
        avgift(fill, 3_836_786, 4_000_000);
        row(fill);
    }));
    for region in Region::all() {
        let name = format!("{}.justering_ihsi", region.id());
        assert_eq!(cheaper(&name), -dearer(&name), "{region}");
    }
}

#[test]
fn each_policy_places_the_krona_that_rounding_leaves() {
    let with = |rule: &'static str| {
        move |fill: &mut Fill| {
            let page = sheet::JUSTERINGSVILLKOR;
            fill.item(page, "ihsi_residual", text(rule), filled_from());
            row(fill);
        }
    };
    let differences = |rule| -> Vec<_> {
        let numbers = numbers(&folder(&JUSTERINGAR, with(rule)));
        let published = csv("regleringsbrev-2024-justeringar.csv");
        let difference = |(region, row): (Region, &std::collections::BTreeMap<String, String>)| {
            let expected: i64 = row["ihsi_valutakorrigering_kr"].parse().expect("kronor");
            let computed_text = numbers(&format!("{}.justering_ihsi", region.id()));
            (computed_text != expected).then_some((region.short_name(), computed_text - expected))
        };
        Region::all().zip(&published).filter_map(difference).collect()
    };
    assert_eq!(differences("half_up_residual_to_largest"), []);
    let rest = differences("largest_remainder");
    assert_eq!(rest, [("Stockholm", 1), ("Västra Götaland", -1)]);
    says(
        &errors(&JUSTERINGAR, with("half_up")),
        &[
            "fel[R01] Justeringsvillkor › B9: regionernas avrundade delar blir 163 215 kr, 163 214 kr ska fördelas\n  väntade: en uttalad regel för återstoden\n  hjälp:   välj largest_remainder eller half_up_residual_to_largest",
        ],
    );
}

#[test]
fn the_fee_is_stated_wholly_or_not_at_all() {
    let error = errors(&[&JUSTERINGAR[..], &[sheet::JUSTERINGSVILLKOR]].concat(), |fill| {
        avgift(fill, 4_000_000, 3_000_000);
    });
    says(
        &error,
        &[
            "fel[I06] Justeringsvillkor › B8: bara en del av raderna om IHSI är ifyllda\n  väntade: preliminär och slutlig avgift, gräns och återstod, eller ingen av dem",
        ],
    );
}

#[test]
fn a_stated_correction_is_paid_and_held_against_the_computed() {
    let without = [&JUSTERINGAR[..], &[sheet::JUSTERINGSVILLKOR]].concat();
    let stated = folder(&without, |fill| {
        row(fill);
        column(fill, "ihsi", |_| integer(-3));
    });
    assert_eq!(numbers(&stated)("riket.justering_ihsi"), -63);
    let published = csv("regleringsbrev-2024-justeringar.csv");
    let kronor = |region: Region| -> i64 {
        published[region.index()]["ihsi_valutakorrigering_kr"].parse().expect("kronor")
    };
    let both = folder(&JUSTERINGAR, |fill| {
        row(fill);
        column(fill, "ihsi", |region| integer(kronor(region)));
    });
    assert_eq!(numbers(&both)("riket.justering_ihsi"), 163_214);
    let error = errors(&JUSTERINGAR, |fill| {
        row(fill);
        column(fill, "ihsi", |region| integer(kronor(region) + i64::from(region.index() == 0)));
    });
    says(
        &error,
        &[
            "fel[R04] Justeringsbelopp › C11: Stockholm: ”IHSI, valutakorrigering” är 37 943 kr i arbetsboken men räknas till 37 942 kr\n  väntade: samma belopp på kronan\n  hjälp:   rätta kolumnen eller det beloppet räknas ur, eller töm den ena",
        ],
    );
}
