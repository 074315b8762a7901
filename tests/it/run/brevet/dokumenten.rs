//! Odd decisions that are in order: every document can be made of them, without a bug and without a
//! warning from typst, and follows its schema.

use serde_json::Value;
use statsbidrag::grants::lakemedel::schema::sheets as lakemedels;
use statsbidrag::grants::regleringsbrev::schema::sheet;
use statsbidrag::workbook::{CellValue, Fill};

use super::manadsplan::shares;
use super::{FILE, JUSTERINGAR, bilagor, column, folder, justeringar, medgivna, numbers};
use crate::run::made::documents;
use crate::run::{decimal, filled_from, integer, text};

fn bilaga(json: &Value) -> &Value {
    &json["bilaga"]
}

/// The headings of an annex's columns.
fn columns(json: &Value) -> Vec<String> {
    let columns = bilaga(json)["tabell"]["kolumner"].as_array().expect("columns");
    let heading = |column: &Value| column["rubrik"].as_str().expect("a heading").to_owned();
    columns.iter().map(|column| heading(column).replace('\u{a0}', " ")).collect()
}

#[test]
fn a_year_in_twelve_annexes() {
    let folder = folder(&[sheet::BILAGOR, sheet::JUSTERINGAR], |fill| {
        let rows: Vec<_> = (1..=12).map(|number| (number, number, number)).collect();
        bilagor(fill, &rows);
        justeringar(
            fill,
            &[
                ("återbäring, prognos", 2, 2),
                ("avdrag, reglering", 2, 2),
                ("vinst/förlust, förmånen", 3, 3),
                ("vinst/förlust, hepatit C", 3, 3),
                ("återbäring, slutlig", 12, 12),
            ],
        );
    });
    let json = documents(&folder);
    for number in 1..=12 {
        let bilaga = json(&format!("bilaga-{number}"));
        assert_eq!(bilaga["bilaga"]["nummer"], number);
    }
}

#[test]
fn a_year_in_one_annex_without_adjustments_or_settlement() {
    let without =
        [&JUSTERINGAR[..], &[sheet::BILAGOR, sheet::JUSTERINGSVILLKOR, sheet::REGLERADE]].concat();
    let json = documents(&folder(&without, |fill| bilagor(fill, &[(1, 3, 12)])));
    assert!(columns(&json("bilaga-1")).len() <= 2);
}

#[test]
fn a_draft_that_changes_an_earlier_decision() {
    let json = documents(&folder(&[], |fill| {
        let day = CellValue::Datum("2023-12-21".parse().expect("a date"));
        fill.item(sheet::DOKUMENT, "andrar_datum", day, filled_from());
        fill.item(sheet::DOKUMENT, "andrar_diarienummer", text("S2023/03333"), filled_from());
        fill.item(sheet::DOKUMENT, "beslut_status", text("utkast"), filled_from());
        let saturday = text("första vardagen, lördag inräknad");
        fill.item(sheet::DOKUMENT, "betalningsdag", saturday, filled_from());
    }));
    let text = json("regleringsbrev").to_string();
    assert!(text.contains("S2023/03333"), "{text}");
    let plan = json("betalningsplan").to_string();
    assert!(plan.contains("2024-06-01"), "June is paid on a Saturday: {plan}");
}

#[test]
fn adjustments_of_every_kind_and_a_payment_that_is_meant_to_be_negative() {
    let without = [&JUSTERINGAR[..], &[sheet::AVTAL]].concat();
    let json = documents(&folder(&without, |fill| {
        super::plan::avtal(["sista betalningen", "sista betalningen"])(fill);
        justeringar(
            fill,
            &[
                ("återbäring, prognos", 2, 2),
                ("avdrag, reglering", 2, 2),
                ("vinst/förlust, hepatit C", 3, 4),
                ("återbäring, slutlig", 4, 5),
                ("annan", 4, 5),
            ],
        );
        column(fill, "aterbaring_prognos", |_| decimal("1000000.50"));
        column(fill, "aterbaring_slutlig", |_| decimal("900000.25"));
        column(fill, "Vinst/förlust, hepatit C", |_| integer(0));
        column(fill, "annan", |region| {
            integer(if region.id() == "gotland" { -100_000_000 } else { 1 })
        });
        medgivna(fill, &[("Gotland", 5)]);
    }));
    let columns = columns(&json("bilaga-4"));
    assert!(columns.iter().any(|heading| heading == "Annan justering"), "{columns:?}");
}

/// With twelve months in arrears the whole budget year pays the year before.
#[test]
fn the_least_and_the_most_arrears() {
    for (efterslap, avtalsar) in [(1, "2024"), (12, "2023")] {
        let mut lakemedel = crate::data_2024::lakemedel::fill();
        let page = lakemedels::OVERENSKOMMELSE;
        lakemedel.item(page, "efterslap", integer(efterslap), filled_from());
        let before = lakemedels::FOREGAENDE_RIKET;
        lakemedel.item(before, "foregaende_efterslap", integer(efterslap), filled_from());
        let folder =
            folder(&[], |_: &mut Fill| {}).with(crate::run::FILE, &crate::run::book(&lakemedel));
        assert!(folder.inputs().join(FILE).is_file());
        let json = documents(&folder);
        let bilagan = json("bilaga-4");
        assert_eq!(bilaga(&bilagan)["avtal"]["avtalsar"].to_string(), avtalsar);
    }
}

/// What nothing is paid for is no payment: no row of any table, and no post of the payment file.
#[test]
fn a_year_may_be_paid_in_a_few_of_its_months() {
    let few = ["20", "0", "20", "0", "0", "20", "0", "0", "20", "0", "0", "20"];
    let folder = crate::run::folder(|fill| shares(fill, &few));
    let numbers = numbers(&folder);
    assert_eq!(numbers("stockholm.planens_belopp_2024_03"), 1_669_361_895);
    assert_eq!(numbers("stockholm.planens_belopp_2024_04"), 0);
    let view = documents(&folder);
    let plan = view("betalningsplan")["plan"].clone();
    let payments = plan["betalningar"].as_array().expect("payments");
    let paid: Vec<_> = payments.iter().map(|one| one["dag"]["iso"].as_str()).collect();
    // Last year's twelfths come first.
    let days = ["01-02", "02-01", "03-01", "05-02", "08-01", "11-01"];
    let days = days.map(|day| format!("2024-{day}"));
    assert_eq!(paid, days.each_ref().map(|day| Some(day.as_str())));
    assert_eq!(plan["poster"], 6 * 21);
    let title = |name: &str| view(name)["bilaga"]["rubrik"].as_str().map(str::to_owned);
    let last = "Bilaga 4: utbetalning i maj\u{a0}2024, augusti\u{a0}2024 och november\u{a0}2024 för kostnader i \
                mars\u{a0}2024, juni\u{a0}2024 och september\u{a0}2024";
    assert_eq!(title("bilaga-4").as_deref(), Some(last));
    let circular = view("cirkular")["utbetalning"].clone();
    for (place, month) in [
        ("forsta_kostnadsmanad", "januari\u{a0}2024"),
        ("forsta_betalningsmanad", "mars\u{a0}2024"),
        ("sista_betalningsmanad", "februari\u{a0}2025"),
    ] {
        assert_eq!(circular[place], month, "{place}");
    }
    assert_eq!(circular["plan"]["rader"].as_array().map(Vec::len), Some(5));
}
