//! What is told of a decision's workbook and does not stop: days when no bank pays, words that cannot stand where they are
//! printed, and what a decision ought to say; and what need not be filled in.

use chrono::NaiveDate;
use statsbidrag::grants::beslut::schema::{WORKBOOK, sheet};
use statsbidrag::workbook::{CellValue, Fill};

use crate::data_2024;
use crate::decisions::{regions, words};
use crate::program::Folder;
use crate::run::decisions_refused::{empty, items_of, pot};
use crate::run::{check, decimal, filled_from, problems, text};

/// A decision that is right but for what is told and does not stop: the answer.
fn told(change: impl Fn(&mut Fill), kept: &[&str]) -> String {
    let mut fill = empty(kept);
    change(&mut fill);
    let folder = Folder::new("2024", data_2024::all())
        .with("beslut-prov.xlsx", &data_2024::bytes(&WORKBOOK, &fill));
    let answer = check(&folder);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    answer.out
}

#[test]
fn amounts_that_are_fixed_leave_nothing_to_round() {
    let cells = [("belopp", "21"), ("fordelas", "fasta belopp"), ("residual", "")];
    let said = told(|fill| pot(fill, &cells), &[sheet::MOTTAGARE, sheet::TEXTER]);
    assert!(!said.contains("varning[R08]"), "{said}");
}

#[test]
fn an_empty_key_is_told_with_the_columns_there_are() {
    let mut fill = empty(&[sheet::MOTTAGARE, sheet::TEXTER]);
    pot(&mut fill, &[("nyckel", "")]);
    let folder = Folder::new("2024", data_2024::all())
        .with("beslut-prov.xlsx", &data_2024::bytes(&WORKBOOK, &fill));
    let said = problems(&check(&folder));
    assert!(said.contains("fel[I06] beslut-prov.xlsx › Potter › D11: "), "{said}");
    assert!(said.contains("hjälp:   kolumnerna är ”Antal”"), "{said}");
}

#[test]
fn what_looks_wrong_in_a_decision_is_told_and_does_not_stop() {
    for (items, says) in [
        (&[("utbetalningsdag", "2024-03-30")][..], "B21: 2024-03-30 är ingen bankdag"),
        (&[("utbetalning", "i mars")], "B20: utbetalningen är ”i mars”, utan år"),
        (
            &[("utbetalning", "den 2 april 2024")],
            "B21: utbetalningen är ”den 2 april 2024”, men raden är tom: betalningsfilen får ingen dag",
        ),
        (
            &[("medel", "Provmedel")],
            "B7: ”Provmedel” börjar med stor bokstav, men står mitt i meningar",
        ),
    ] {
        let said = told(|fill| items_of(fill, items), &[sheet::MOTTAGARE, sheet::TEXTER]);
        let says = format!("varning[R08] beslut-prov.xlsx › Dokument › {says}");
        assert!(said.contains(&says), "{says}\nnot in\n{said}");
        assert_eq!(said.matches("varning[R08]").count(), 1, "{said}");
    }
}

/// The later of two, by the names of their files, is told of the other.
#[test]
fn two_decisions_are_told_apart() {
    for (items, says) in [
        (
            &[("beslut_diarienummer", "S2024/00000")][..],
            "B14: ”S2024/00000” är diarienumret i beslut-prov.xlsx också: betalningsfilerna får samma referens",
        ),
        (
            &[("beslut_nummer", "II:0"), ("beslut_datum", "2024-01-15")],
            "B12: ”II:0” är samma dag numret på beslutet i beslut-prov.xlsx också",
        ),
    ] {
        let said = told(|fill| items_of(fill, items), &[sheet::MOTTAGARE, sheet::TEXTER]);
        let says = format!("varning[R08] beslut-sektorsbidrag.xlsx › Dokument › {says}");
        assert!(said.contains(&says), "{says}\nnot in\n{said}");
    }
}

#[test]
fn a_decision_says_what_bears_it_and_when_it_is_paid() {
    let text = [("Beslut", "före fördelningen", "Av {pott} kronor.")];
    let change = |fill: &mut Fill| {
        pot(fill, &[]);
        words(fill, &text);
    };
    let said = told(change, &[sheet::MOTTAGARE]);
    for says in [
        "varning[R08] beslut-prov.xlsx › Texter › C17: inget stycke säger vilket anslag utgiften ska belasta",
        "varning[R08] beslut-prov.xlsx › Texter › C17: inget stycke säger när beloppen betalas ut",
    ] {
        assert!(said.contains(says), "{says}\nnot in\n{said}");
    }
}

/// A part of the population is of its day too, and is not what amounts per inhabitant are of.
#[test]
fn a_part_of_the_population_is_not_the_population() {
    for (unit, day, says) in [
        ("invånare 15–24 år", "2023-12-31", "Underlaget är rätt ifyllt"),
        ("invånare 15–24 år", "2023-11-01", "befolkningen gäller 2023-12-31"),
        (
            "invånare",
            "2023-12-31",
            "varning[R08] beslut-prov.xlsx › Mottagare › D11: ”Befolkning 15–24 år” ser ut att vara en del av \
             befolkningen, men enheten invånare betyder hela",
        ),
    ] {
        let mut fill = empty(&[sheet::TEXTER]);
        let day_of_it = CellValue::Datum(day.parse().expect("a date"));
        let counted = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a date");
        for (name, code) in regions() {
            fill.row(sheet::MOTTAGARE, [("mottagare", text(&name)), ("kod", text(&code))]);
        }
        fill.filled_from(sheet::MOTTAGARE, "kod", filled_from());
        let ones = (0..21).map(|_| decimal("1000")).collect();
        let heading = ("Befolkning 15–24 år", unit);
        fill.own_column(sheet::MOTTAGARE, heading, ones, filled_from().per(counted));
        fill.item(sheet::DOKUMENT, "befolkningsdag", day_of_it, filled_from());
        pot(&mut fill, &[("nyckel", "Befolkning 15–24 år")]);
        let folder = Folder::new("2024", data_2024::all())
            .with("beslut-prov.xlsx", &data_2024::bytes(&WORKBOOK, &fill));
        let answer = check(&folder);
        let said = format!("{}{}", answer.out, answer.error);
        assert!(said.contains(says), "{says}\nnot in\n{said}");
    }
}
