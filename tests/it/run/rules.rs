//! What no single cell can be blamed for: the rules' problems, word for word as the program prints them.

use chrono::NaiveDate;
use statsbidrag::grants::lakemedel::grupper::GRUPPER;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::CellValue;

use crate::run::{all, decimal, errors, errors_without, filled_from, integer, step, text};

/// One value for Gotland, another for all others.
fn gotland(has: &CellValue, ovriga: &CellValue) -> PerRegion<CellValue> {
    PerRegion::from_fn(
        |region: Region| {
            if region.county_code() == "09" { has.clone() } else { ovriga.clone() }
        },
    )
}

#[test]
fn control_amounts_are_held_against_the_rows() {
    let page = sheets::OVERENSKOMMELSE;
    let error = errors(|fill| {
        fill.item(page, "totalt_kontroll", decimal("38431.5"), filled_from());
        fill.item(page, "utbetalas_kontroll", integer(38_411_749_681), filled_from());
    });
    assert_eq!(
        error,
        "fel[I14] lakemedel.xlsx › Överenskommelse › B8: kontrollbeloppet är 38 431,5 mnkr men raderna ger 38 430 mnkr
  väntade: komponenterna − återbäring + övrigt
  hjälp:   rätta raden som är fel; är totalen avtalad i avrundade miljoner, ange det på raden ”Kontrollbeloppets noggrannhet”

fel[I14] lakemedel.xlsx › Överenskommelse › B11: kontrollbeloppet är 38 411 749 681 kr men raderna ger 38 411 749 680 kr
  väntade: det totala bidraget minus avdragen"
    );
}

#[test]
fn an_agreement_that_leaves_nothing_is_refused() {
    let error = errors(|fill| {
        fill.item(sheets::OVERENSKOMMELSE, "aterbaring", decimal("50000"), filled_from());
    });
    assert_eq!(
        error,
        "fel[R04] lakemedel.xlsx › Komponenter › C10: −10 078 250 320 kr återstår att betala ut till regionerna

fel[I14] lakemedel.xlsx › Överenskommelse › B8: kontrollbeloppet är 38 430 mnkr men raderna ger −10 060 mnkr
  väntade: komponenterna − återbäring + övrigt
  hjälp:   rätta raden som är fel; är totalen avtalad i avrundade miljoner, ange det på raden ”Kontrollbeloppets noggrannhet”

fel[I14] lakemedel.xlsx › Överenskommelse › B11: kontrollbeloppet är 38 411 749 680 kr men raderna ger −10 078 250 320 kr
  väntade: det totala bidraget minus avdragen"
    );
}

#[test]
fn a_forecast_that_is_subtracted_has_a_date() {
    let forecast = "prognos_tlv";
    let error = errors_without(&[forecast], |_| ());
    assert_eq!(
        error,
        "fel[I06] lakemedel.xlsx › Dokument › B25: återbäring dras av, men prognosen om den har inget datum
  väntade: dagen för TLV:s prognos"
    );
    // A date that cannot be read is said once, and nothing is subtracted where there is no amount.
    let unread = errors(|fill| {
        fill.item(sheets::DOKUMENT, forecast, text("i november"), filled_from());
    });
    assert!(!unread.contains("I06"), "{unread}");
}

#[test]
fn a_population_of_another_day_is_refused() {
    let day = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a date");
    let error = errors(|fill| {
        let population = all(&integer(500_000));
        fill.column(sheets::BEFOLKNING, "befolkning", population, filled_from().per(day));
    });
    assert_eq!(
        error.split("\n\n").next(),
        Some(
            "fel[I15] lakemedel.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-12-31
  väntade: 2023-08-31
  hjälp:   hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
        )
    );
}

#[test]
fn diseases_sum_to_their_sum() {
    let rows = crate::data_2024::csv("lakemedel-2024-solidariska-kostnader.csv");
    let sums = PerRegion::from_fn(|region: Region| {
        let row = rows.iter().find(|row| row["lanskod"] == region.county_code()).expect("a row");
        let sum: i64 = row["summa_kr"].parse().expect("a number");
        integer(if region.county_code() == "09" { sum + 1 } else { sum })
    });
    let error = errors(|fill| {
        fill.column(sheets::SOLIDARISKA, "solidarisk_kostnad", sums, filled_from());
    });
    assert_eq!(
        error.split("\n\n").next(),
        Some(
            "fel[I14] lakemedel.xlsx › Solidariska läkemedel › E19: ”Summa” för Gotland är 4 275 854 men delarna ger 4 275 853
  väntade: 4 275 853
  hjälp:   skillnaden är 1 kr; rätta den rad eller den summa som är fel"
        )
    );
}

#[test]
fn there_is_a_disease_with_a_name() {
    let error = errors_without(&[sheets::SOLIDARISKA], |fill| {
        let zero = all(&integer(0));
        fill.column(sheets::SOLIDARISKA, "solidarisk_kostnad", zero, filled_from());
    });
    assert_eq!(
        error.split("\n\n").next(),
        Some(
            "fel[I02] lakemedel.xlsx › Solidariska läkemedel › B11: det finns ingen kolumn för någon sjukdom
  väntade: minst en kolumn med en sjukdoms namn som rubrik
  hjälp:   skriv sjukdomens namn som rubrik mellan Region och Summa"
        )
    );
}

#[test]
fn a_ladders_steps_rise_from_the_mean() {
    let rises = "\n  väntade: steg som stiger, det första från medelkostnaden\n  \
                  hjälp:   kontrollera stegens belopp mot årets medelkostnad";
    let (first, change) = ((1, None, "85"), (2, Some("271"), "90"));
    for (ladder, expected) in [
        (
            vec![first, (2, Some("100"), "90")],
            format!(
                " › C12: nivå 2 börjar vid 100 kr/inv, inte högre än nivå 1 som börjar vid 140,9705 kr/inv{rises}"
            ),
        ),
        (
            vec![first, change, (3, Some("270.5"), "95")],
            format!(
                " › C13: nivå 3 börjar vid 270,5 kr/inv, inte högre än nivå 2 som börjar vid 271 kr/inv{rises}"
            ),
        ),
        (
            vec![first, change, (3, Some("271"), "95")],
            format!(
                " › C13: nivå 3 börjar vid 271 kr/inv, inte högre än nivå 2 som börjar vid 271 kr/inv{rises}"
            ),
        ),
        (
            vec![first, (3, Some("271"), "90")],
            " › A12: nivåerna ska numreras från 1 i stigande ordning".to_owned(),
        ),
        (
            vec![(1, Some("10"), "85"), change],
            " › B11: det första steget, och bara det, räknas från medelkostnaden".to_owned(),
        ),
        (
            vec![first, (2, None, "90")],
            " › B12: det första steget, och bara det, räknas från medelkostnaden".to_owned(),
        ),
        (
            vec![],
            " › A10: tabellen har inga ifyllda rader\n  hjälp:   fyll i minst en rad".to_owned(),
        ),
    ] {
        let error = errors_without(&[sheets::TRAPPA], |fill| step(fill, sheets::TRAPPA, &ladder));
        let code = if ladder.is_empty() { "I06" } else { "R04" };
        assert_eq!(error, format!("fel[{code}] lakemedel.xlsx › Solidarisk trappa{expected}"));
    }
}

#[test]
fn last_years_ladder_rises_too() {
    let error = errors_without(&[sheets::FOREGAENDE_TRAPPA], |fill| {
        let ladder = [(1, None, "85"), (2, Some("100"), "90")];
        step(fill, sheets::FOREGAENDE_TRAPPA, &ladder);
    });
    let expected = "fel[R04] lakemedel.xlsx › Trappa föregående år › C11: nivå 2 börjar vid 100 kr/inv, \
                  inte högre än nivå 1 som börjar vid 136,4242 kr/inv\n";
    assert!(error.starts_with(expected), "{error}");
}

#[test]
fn last_years_parts_give_last_years_grants() {
    let error = errors(|fill| {
        let netto = all(&decimal("-17.4648"));
        fill.column(sheets::FOREGAENDE, "foregaende_solidariskt_netto", netto, filled_from());
    });
    let problem: Vec<_> = error.split("\n\n").collect();
    assert_eq!(problem.len(), 4, "the four regions that were compensated: {error}");
    assert_eq!(
        problem[0],
        "fel[R04] lakemedel.xlsx › Föregående år › F11: Stockholm: bidraget är 7 664 418 733 kr men behovsmodell och solidariskt netto gånger befolkningen ger 7 497 807 378 kr
  väntade: skillnad på högst en krona
  hjälp:   fyll i oavrundade kronor per invånare från föregående års beräkning"
    );
}

#[test]
fn last_year_was_not_nothing() {
    let error = errors(|fill| {
        let id = "foregaende_solidarisk_kostnad";
        fill.item(sheets::FOREGAENDE_RIKET, id, integer(0), filled_from());
    });
    let place = "fel[I08] lakemedel.xlsx › Föregående år riket › B";
    assert!(error.starts_with(place), "{error}");
}

#[test]
fn a_need_model_of_nothing_is_refused() {
    let error = errors(|fill| {
        for group in &GRUPPER {
            fill.column(
                sheets::GRUPPER,
                group.id,
                gotland(&integer(0), &integer(9)),
                filled_from(),
            );
        }
    });
    assert_eq!(error, "fel[R04] lakemedel.xlsx › Grupper › B18: alla grupper i Gotland är noll");
    let error = errors_without(&[sheets::PRISLAPPAR], |fill| {
        for group in &GRUPPER {
            let zero = [("grupp", text(group.name)), ("prislapp", decimal("0"))];
            fill.row(sheets::PRISLAPPAR, zero);
        }
        fill.filled_from(sheets::PRISLAPPAR, "prislapp", filled_from());
    });
    assert_eq!(
        error,
        "fel[R04] lakemedel.xlsx › Prislappar › B10: modellen kostar noll kronor: alla prislappar är noll"
    );
}
