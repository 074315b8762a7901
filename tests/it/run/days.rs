//! The days that inhabitants are counted and the period of the solidarity drugs' costs, where an agreement states
//! others than the usual.

use statsbidrag::contract::lakemedel as contract;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::workbook::{CellValue, Fill};

use crate::run::{AR, errors, filled_from, folder, report};

fn day(text: &str) -> CellValue {
    CellValue::Datum(text.parse().expect("a day"))
}

fn item(fill: &mut Fill, id: &str, text: &str) {
    fill.item(sheets::OVERENSKOMMELSE, id, day(text), filled_from());
}

/// What the columns hold for is held against the agreement's day, wherever it stands in the calendar.
#[test]
fn a_population_of_another_day_than_the_agreements_is_refused() {
    let error = errors(|fill| {
        item(fill, "befolkningsdag", "2023-06-30");
        item(fill, "gruppdag", "2022-12-31");
        for (sheet, id, held) in [
            (sheets::BEFOLKNING, "befolkning", "2023-08-31"),
            (sheets::GRUPPER, "grupp_0_under", "2021-12-31"),
        ] {
            fill.filled_from(sheet, id, filled_from().per(held.parse().expect("a day")));
        }
    });
    for said in [
        "fel[I15] lakemedel.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-08-31\n  väntade: 2023-06-30",
        "fel[I15] lakemedel.xlsx › Grupper › B6: ”0 år, under median” gäller 2021-12-31\n  väntade: 2022-12-31",
    ] {
        assert!(error.contains(said), "{said} not in {error}");
    }
}

#[test]
fn a_period_of_its_own_is_told_and_one_that_ends_before_it_begins_is_refused() {
    let other = folder(|fill| {
        item(fill, "solidarisk_fran", "2023-01-01");
        item(fill, "solidarisk_till", "2023-06-30");
        item(fill, "befolkningsdag", "2023-08-31");
    });
    let (report, _) = report(&other);
    for (promise, month) in [
        (&contract::SOLIDARISK_PERIOD_FRAN, (2023, 1)),
        (&contract::SOLIDARISK_PERIOD_TILL, (2023, 6)),
    ] {
        let (stated, cells) = report.stated(AR, promise).expect("a month");
        assert_eq!((stated.year(), stated.number(), cells.len()), (month.0, month.1, 1));
    }
    let error = errors(|fill| item(fill, "solidarisk_till", "2022-06-30"));
    let said = "perioden för de solidariska kostnaderna går från 2022-10-01 till 2022-06-30";
    assert!(
        error.starts_with("fel[R04] lakemedel.xlsx › Överenskommelse › B") && error.contains(said),
        "{error}"
    );
}
