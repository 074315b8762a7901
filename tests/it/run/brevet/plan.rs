//! The twelve months over two agreement years, the residual, and the equations between them.

use statsbidrag::calendar::Month;
use statsbidrag::contract::regleringsbrev::{self as contract, Bilaga, Justering, Slag};
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::region::Region;
use statsbidrag::swedish;
use statsbidrag::workbook::{CellValue, Fill};

use super::{exists, folder, numbers};
use crate::run::{filled_from, text};

pub(super) fn avtal(residual: [&'static str; 2]) -> impl FnOnce(&mut Fill) {
    move |fill| {
        let rows = [
            (2023, "II:6", "2023-01-26", "S2023/00375"),
            (2024, "II:2", "2023-12-20", "S2023/03332"),
        ];
        for ((year, beslut, date, diarienummer), residual) in rows.into_iter().zip(residual) {
            let row = [
                ("avtalsar", crate::run::integer(year)),
                ("regeringsbeslut", text(beslut)),
                ("datum", CellValue::Datum(date.parse().expect("a date"))),
                ("diarienummer", text(diarienummer)),
                ("residual", text(residual)),
            ];
            fill.row(sheet::AVTAL, row);
        }
        for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
            fill.filled_from(sheet::AVTAL, id, filled_from());
        }
    }
}

#[test]
fn the_year_is_twelve_months_over_two_agreement_years() {
    let numbers = numbers(&folder(&[], |_| {}));
    for (number, expected) in [
        (1, 2_956_246_876),
        (2, 2_956_246_876 - 991_350_000 + 163_214),
        (3, 3_200_979_143 - 214_600_000 - 17_900_000),
        (4, 3_200_979_143),
        (5, 3_200_224_955),
        (6, 3_200_979_143),
        (11, 3_200_979_143),
        (12, 3_200_979_143),
    ] {
        assert_eq!(numbers(&format!("riket.utbetalning_2024_{number:02}")), expected, "{number}");
    }
    assert_eq!(numbers("riket.aret"), 36_697_844_208);
    assert_eq!(numbers("riket.justeringar"), -1_224_440_974);
    assert_eq!(numbers("riket.aret_avtal_2024"), 10 * 3_200_979_143);
    assert_eq!(numbers("riket.aret_avtal_2023"), 2 * 2_956_246_876 - 1_224_440_974);
    assert_eq!(numbers("riket.bilaga_1_summa"), 2_956_246_876);
    assert_eq!(numbers("riket.bilaga_3_summa"), 2 * 3_200_979_143 - 232_500_000);
    assert_eq!(numbers("riket.bilaga_4_summa"), 7 * 3_200_979_143 - 754_188);
    assert_eq!(numbers("riket.bilagor_antal"), 4);
}

#[test]
fn the_residual_is_stated_and_by_default_not_placed() {
    let folder = folder(&[], |_| {});
    let numbers = numbers(&folder);
    assert_eq!(numbers("riket.manader_residual_2024"), 36);
    assert_eq!(numbers("riket.manader_residual_2023"), -28);
    for year in [2023, 2024] {
        assert!(!exists(&folder, &format!("riket.residual_placerad_{year}")));
    }
}

/// That of the year before is settled in its last payment, in February; that of the year itself in
/// February the year after, which another budget year pays.
#[test]
fn the_residual_of_the_year_before_is_placed_in_its_last_payment() {
    let is_placed = "sista betalningen";
    let without = numbers(&folder(&[], |_| {}));
    let folder_with = folder(&[sheet::AVTAL], avtal([is_placed, is_placed]));
    let with = numbers(&folder_with);
    assert!(!exists(&folder_with, "riket.residual_placerad_2024"));
    assert_eq!(with("riket.residual_placerad_2023"), 28);
    for region in Region::all() {
        let name = |what: &str| format!("{}.{what}", region.id());
        let february = name("utbetalning_2024_02");
        assert_eq!(with(&february) - without(&february), -without(&name("manader_residual_2023")));
        for number in [1, 3, 12] {
            let month = name(&format!("utbetalning_2024_{number:02}"));
            assert_eq!(with(&month), without(&month));
        }
    }
    assert_eq!(with("riket.aret") - without("riket.aret"), 28);
    assert_eq!(with("riket.aret_avtal_2023") - without("riket.aret_avtal_2023"), 28);
    let (report, _) = crate::run::report(&folder_with);
    let (payments, _) = report.stated(2024, &contract::BETALNINGAR).expect("payments");
    let with_residual = payments.iter().filter(|payment| payment.residual);
    let with_residual: Vec<_> = with_residual.map(|payment| Some(payment.manad)).collect();
    assert_eq!(with_residual, [Month::new(2024, 2)]);
}

#[test]
fn both_sides_of_every_equation_are_figures_of_the_run() {
    let folder = folder(&[], |_| {});
    let numbers = numbers(&folder);
    let (report, _) = crate::run::report(&folder);
    let (provningar, _) = report.stated(2024, &contract::PROVNINGAR).expect("equations");
    let ids = ["plan", "aret", "avtal", "manader_2023", "manader_2024"];
    assert_eq!(provningar.len(), ids.len());
    for (id, equal) in ids.into_iter().zip(provningar) {
        for (name, term_of) in [(&equal.left, "vanster"), (&equal.right, "hoger")] {
            assert_eq!(*name, format!("regleringsbrev.2024.riket.prov_{id}_{term_of}"));
        }
        for place in Region::all().map(Region::id).chain(["riket"]) {
            let [left_side, right_side] = ["vanster", "hoger"]
                .map(|term_of| numbers(&format!("{place}.prov_{id}_{term_of}")));
            assert_eq!(left_side, right_side, "{place}: {}", equal.text);
        }
    }
    assert_eq!(numbers("riket.prov_manader_2024_vanster"), 38_411_749_680 + 36);
    assert_eq!(numbers("riket.prov_plan_hoger"), 36_697_844_208);
}

/// A month of cost would be paid by nobody, or twice.
#[test]
fn arrears_that_change_between_the_years_are_refused() {
    for (now, text) in [(1, "då betalar ingen utbetalning 2024"), (3, "två gånger")] {
        let folder = crate::run::folder(|fill| {
            fill.item(
                sheets::OVERENSKOMMELSE,
                "efterslap",
                crate::run::integer(now),
                filled_from(),
            );
        });
        let error = crate::run::problems(&crate::run::check(&folder));
        let place = "fel[R04] lakemedel.xlsx › Överenskommelse › B14: efterslapet är";
        assert!(error.contains(place) && error.contains(text), "{error}");
    }
}

#[test]
fn the_arrears_decide_which_months_pay_which_year() {
    // With one month in arrears February pays January's cost of the year itself.
    let folder = crate::run::folder(|fill| {
        fill.item(sheets::OVERENSKOMMELSE, "efterslap", crate::run::integer(1), filled_from());
        let before = sheets::FOREGAENDE_RIKET;
        fill.item(before, "foregaende_efterslap", crate::run::integer(1), filled_from());
    });
    let numbers = numbers(&folder);
    assert_eq!(numbers("riket.utbetalning_2024_01"), 2_956_246_876);
    assert_eq!(numbers("riket.aret_avtal_2024"), 11 * 3_200_979_143);
    assert!(exists(&folder, "riket.betalningsdag_2025_01"));
    assert!(!exists(&folder, "riket.betalningsdag_2025_02"));
    let (report, _) = crate::run::report(&folder);
    let (bilagor, _) = report.stated(2024, &contract::BILAGOR).expect("annexes");
    let avtalsar: Vec<_> = bilagor.iter().map(Bilaga::avtalsar).collect();
    assert_eq!(avtalsar, [2023, 2024, 2024, 2024]);
}

#[test]
fn what_an_annex_pays_and_for_when_is_said_in_words() {
    let (report, _) = crate::run::report(&folder(&[], |_| {}));
    let view = report.view(2024);
    let span = |span| swedish::month_span(span).replace('\u{a0}', " ");
    let months = view.fact(&contract::BILAGOR);
    let months: Vec<_> = months
        .iter()
        .map(|bilaga| format!("{}: {}", span(&bilaga.betalas), span(&bilaga.kostnad)))
        .collect();
    assert_eq!(
        months,
        [
            "januari 2024: november 2023",
            "februari 2024: december 2023",
            "mars–april 2024: januari–februari 2024",
            "maj–november 2024: mars–september 2024",
        ]
    );
    let avtal = view.fact(&contract::AVTAL);
    assert_eq!(span(&avtal[0].betalas), "mars 2023–februari 2024");
    assert_eq!(span(&avtal[1].betalas), "mars 2024–februari 2025");
    let payments = view.fact(&contract::BETALNINGAR);
    assert_eq!(payments.len(), 12);
    let december = payments.last().expect("December");
    assert_eq!(december.bilaga, None);
    assert_eq!(Some(december.kostnad), Month::new(2024, 10));
    assert_eq!(
        payments[1].justeringar,
        [Slag::AterbaringPrognos, Slag::Avdrag].map(Justering::from)
    );
    let computed = view.fact(&contract::JUSTERINGSRADER).into_iter().map(|row| row.raknad);
    assert_eq!(computed.collect::<Vec<_>>(), [false, true, true, true, true]);
}
