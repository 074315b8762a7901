//! The settlement of last year's deductions: the limit, the direction, several at once, who takes the residual
//! krona.

use statsbidrag::contract::regleringsbrev::{self as contract, Reglerar};
use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::region::Region;
use statsbidrag::workbook::Fill;

use super::{JUSTERINGAR, column, errors, folder, justeringar, numbers, says};
use crate::data_2024::csv;
use crate::run::{check, filled_from, integer, text};

/// A deduction that is settled beyond 100 000 kronor: its name, what was deducted and what it cost.
fn settled(fill: &mut Fill, namn: &str, preliminary_value: i64, slutligt: i64) {
    let row = [
        ("avdrag", text(namn)),
        ("andamal", text("ett medlemskap")),
        ("preliminart", integer(preliminary_value)),
        ("slutligt", integer(slutligt)),
        ("grans", integer(100_000)),
    ];
    fill.row(sheet::REGLERADE, row);
    for id in ["andamal", "preliminart", "slutligt", "grans"] {
        fill.filled_from(sheet::REGLERADE, id, filled_from());
    }
}

fn avgift(fill: &mut Fill, preliminary_value: i64, slutligt: i64) {
    settled(fill, "IHSI", preliminary_value, slutligt);
}

/// The adjustments of 2024 without their amounts, and without the deductions that are settled.
const WITHOUT: [&str; 4] =
    [sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP, sheet::AVSTAMNING, sheet::REGLERADE];

fn row(fill: &mut Fill) {
    justeringar(fill, &[("avdrag, reglering", 2, 2)]);
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
        let folder = folder(&WITHOUT, |fill| {
            avgift(fill, 4_000_000, slutligt);
            row(fill);
        });
        let numbers = numbers(&folder);
        assert_eq!(numbers("riket.avdrag_ihsi_skillnad"), 4_000_000 - slutligt);
        assert_eq!(numbers("riket.avdrag_korrigering"), correction, "{slutligt}");
        assert_eq!(numbers("riket.justering_avdrag"), correction, "{slutligt}");
        let february = 2_956_246_876 + correction;
        assert_eq!(numbers("riket.utbetalning_2024_02"), february, "{slutligt}");
    }
}

#[test]
fn within_the_limit_no_adjustment_need_be_made() {
    let within = folder(&WITHOUT, |fill| avgift(fill, 4_000_000, 3_900_000));
    assert_eq!(check(&within).code, Some(0));
    assert_eq!(numbers(&within)("riket.justeringar"), 0);
    says(
        &errors(&WITHOUT, |fill| avgift(fill, 4_000_000, 3_899_999)),
        &[
            "fel[R04] Justeringar › A10: det finns belopp för ”avdrag, reglering”, men den ska inte göras\n  väntade: en rad för ”avdrag, reglering” på bladet Justeringar\n  hjälp:   säg i vilken bilaga och månad den görs, eller töm beloppen",
        ],
    );
}

#[test]
fn a_fee_that_became_dearer_is_shared_as_one_that_became_cheaper() {
    let cheaper = numbers(&folder(&WITHOUT, |fill| {
        avgift(fill, 4_000_000, 3_836_786);
        row(fill);
    }));
    let dearer = numbers(&folder(&WITHOUT, |fill| {
        avgift(fill, 3_836_786, 4_000_000);
        row(fill);
    }));
    for region in Region::all() {
        let name = format!("{}.justering_avdrag", region.id());
        assert_eq!(cheaper(&name), -dearer(&name), "{region}");
    }
}

#[test]
fn each_policy_places_the_krona_that_rounding_leaves() {
    let with = |rule: &'static str| {
        move |fill: &mut Fill| {
            let page = sheet::JUSTERINGSVILLKOR;
            fill.item(page, "avdrag_residual", text(rule), filled_from());
            row(fill);
        }
    };
    let differences = |rule| -> Vec<_> {
        let numbers = numbers(&folder(&JUSTERINGAR, with(rule)));
        let published = csv("regleringsbrev-2024-justeringar.csv");
        let difference = |(region, row): (Region, &std::collections::BTreeMap<String, String>)| {
            let expected: i64 = row["ihsi_valutakorrigering_kr"].parse().expect("kronor");
            let computed_text = numbers(&format!("{}.justering_avdrag", region.id()));
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
            "fel[R01] Justeringsvillkor › B8: regionernas avrundade delar blir 163 215 kr, 163 214 kr ska fördelas\n  väntade: en uttalad regel för återstoden\n  hjälp:   jämför först beloppen och befolkningen med källan. Säger beslutet vem som får återstoden, välj largest_remainder eller half_up_residual_to_largest",
        ],
    );
}

#[test]
fn who_takes_the_residual_is_said_where_something_is_settled() {
    let error = errors(&[&WITHOUT[..], &[sheet::JUSTERINGSVILLKOR]].concat(), |fill| {
        avgift(fill, 4_000_000, 3_000_000);
    });
    says(
        &error,
        &[
            "fel[I06] Justeringsvillkor › B8: bladet Reglerade avdrag är ifyllt, men det är inte sagt vem som tar återstoden vid avrundning\n  väntade: ett val på raden ”Avdrag, återstod vid avrundning”",
        ],
    );
}

/// Each beyond its own limit, and what is settled of all of them by one column.
#[test]
fn several_deductions_are_settled_each_by_its_own_limit() {
    let several = folder(&WITHOUT, |fill| {
        settled(fill, "IHSI", 4_000_000, 3_800_000);
        settled(fill, "Register", 500_000, 900_000);
        settled(fill, "SOL", 11_000_000, 10_950_000);
        row(fill);
    });
    let numbers = numbers(&several);
    assert_eq!(numbers("riket.avdrag_ihsi_regleras"), 200_000);
    assert_eq!(numbers("riket.avdrag_register_regleras"), -400_000);
    assert_eq!(numbers("riket.avdrag_sol_skillnad"), 50_000);
    assert_eq!(numbers("riket.avdrag_sol_regleras"), 0);
    assert_eq!(numbers("riket.justering_avdrag"), -200_000);
    says(
        &errors(&WITHOUT, |fill| {
            settled(fill, "IHSI", 4_000_000, 3_800_000);
            settled(fill, "ihsi", 4_000_000, 3_800_000);
            row(fill);
        }),
        &[
            "fel[I04] Reglerade avdrag › A12: ”ihsi” står redan på en rad ovanför\n  hjälp:   behåll den rad som gäller",
        ],
    );
}

/// The column is named by those that are settled, and by all where none is.
#[test]
fn only_deductions_that_are_settled_are_named() {
    for (costs, heading, settles) in [
        (&[("IHSI", 3_800_000), ("SOL", 3_950_000)][..], "Reglering IHSI 2023", Reglerar::Ett),
        (&[("SOL", 3_950_000)], "Reglering SOL 2023", Reglerar::Inget),
        (&[("IHSI", 4_000_000), ("SOL", 3_950_000)], "Reglering IHSI och SOL 2023", Reglerar::Inga),
        (
            &[("IHSI", 3_800_000), ("EMA", 4_400_000), ("SOL", 3_950_000)],
            "Reglering IHSI och EMA 2023",
            Reglerar::Flera,
        ),
    ] {
        let folder = folder(&WITHOUT, |fill| {
            for (name, cost) in costs {
                settled(fill, name, 4_000_000, *cost);
            }
            row(fill);
        });
        let (report, _) = crate::run::report(&folder);
        let rows = report.view(2024).fact(&contract::JUSTERINGSRADER);
        let rows: Vec<_> = rows.iter().map(|row| (row.rubrik.as_str(), row.reglerar)).collect();
        assert_eq!(rows, [(heading, Some(settles))]);
    }
}

#[test]
fn a_stated_correction_is_paid_and_held_against_the_computed() {
    let stated = folder(&WITHOUT, |fill| {
        row(fill);
        column(fill, "avdrag", |_| integer(-3));
    });
    assert_eq!(numbers(&stated)("riket.justering_avdrag"), -63);
    let published = csv("regleringsbrev-2024-justeringar.csv");
    let kronor = |region: Region| -> i64 {
        published[region.index()]["ihsi_valutakorrigering_kr"].parse().expect("kronor")
    };
    let both = folder(&JUSTERINGAR, |fill| {
        row(fill);
        column(fill, "avdrag", |region| integer(kronor(region)));
    });
    assert_eq!(numbers(&both)("riket.justering_avdrag"), 163_214);
    let error = errors(&JUSTERINGAR, |fill| {
        row(fill);
        column(fill, "avdrag", |region| integer(kronor(region) + i64::from(region.index() == 0)));
    });
    says(
        &error,
        &[
            "fel[R04] Justeringsbelopp › C12: Stockholm: ”avdrag, reglering” är 37 943 kr i arbetsboken men räknas till 37 942 kr\n  väntade: samma belopp på kronan\n  hjälp:   rätta kolumnen eller det beloppet räknas ur, eller töm den ena",
        ],
    );
}
