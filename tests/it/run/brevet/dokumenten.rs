//! Odd decisions that are in order: every document can be made of them, without a bug and without a
//! warning from typst, and follows its schema.

use serde_json::Value;
use statsbidrag::grants::lakemedel::schema::blad as lakemedels;
use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::workbook::{Fyllning, Innehall};

use super::{FIL, JUSTERINGAR, bilagor, justeringar, kolumn, mapp, medgivna};
use crate::run::{belagg, decimal, documents, heltal, text};

fn bilaga(json: &Value) -> &Value {
    &json["bilaga"]
}

/// The headings of an annex's columns.
fn kolumner(json: &Value) -> Vec<String> {
    let kolumner = bilaga(json)["tabell"]["kolumner"].as_array().expect("columns");
    let rubrik = |kolumn: &Value| kolumn["rubrik"].as_str().expect("a heading").to_owned();
    kolumner.iter().map(|kolumn| rubrik(kolumn).replace('\u{a0}', " ")).collect()
}

#[test]
fn a_year_in_twelve_annexes() {
    let mapp = mapp(&[blad::BILAGOR, blad::JUSTERINGAR], |fyll| {
        let rader: Vec<_> = (1..=12).map(|nummer| (nummer, nummer, nummer)).collect();
        bilagor(fyll, &rader);
        justeringar(
            fyll,
            &[
                ("återbäring, prognos", 2, 2),
                ("IHSI, valutakorrigering", 2, 2),
                ("vinst/förlust, förmånen", 3, 3),
                ("vinst/förlust, hepatit C", 3, 3),
                ("återbäring, slutlig", 12, 12),
            ],
        );
    });
    let json = documents(&mapp);
    for nummer in 1..=12 {
        let bilaga = json(&format!("bilaga-{nummer}"));
        assert_eq!(bilaga["bilaga"]["nummer"], nummer);
    }
}

#[test]
fn a_year_in_one_annex_without_adjustments_or_settlement() {
    let utan = [&JUSTERINGAR[..], &[blad::BILAGOR, blad::JUSTERINGSVILLKOR]].concat();
    let json = documents(&mapp(&utan, |fyll| bilagor(fyll, &[(1, 3, 12)])));
    assert!(kolumner(&json("bilaga-1")).len() <= 2);
}

#[test]
fn a_draft_that_changes_an_earlier_decision() {
    let json = documents(&mapp(&[], |fyll| {
        let dag = Innehall::Datum("2023-12-21".parse().expect("a date"));
        fyll.uppgift(blad::DOKUMENT, "andrar_datum", dag, belagg());
        fyll.uppgift(blad::DOKUMENT, "andrar_diarienummer", text("S2023/03333"), belagg());
        fyll.uppgift(blad::DOKUMENT, "beslut_status", text("utkast"), belagg());
        let lordag = text("första vardagen, lördag inräknad");
        fyll.uppgift(blad::DOKUMENT, "betalningsdag", lordag, belagg());
    }));
    let text = json("regleringsbrev").to_string();
    assert!(text.contains("S2023/03333"), "{text}");
    let plan = json("betalningsplan").to_string();
    assert!(plan.contains("2024-06-01"), "June is paid on a Saturday: {plan}");
}

#[test]
fn adjustments_of_every_kind_and_a_payment_that_is_meant_to_be_negative() {
    let utan = [&JUSTERINGAR[..], &[blad::AVTAL]].concat();
    let json = documents(&mapp(&utan, |fyll| {
        super::plan::avtal(["sista betalningen", "sista betalningen"])(fyll);
        justeringar(
            fyll,
            &[
                ("återbäring, prognos", 2, 2),
                ("IHSI, valutakorrigering", 2, 2),
                ("vinst/förlust, tillsammans", 3, 4),
                ("återbäring, slutlig", 4, 5),
                ("annan", 4, 5),
            ],
        );
        kolumn(fyll, "aterbaring_prognos", |_| decimal("1000000.50"));
        kolumn(fyll, "aterbaring_slutlig", |_| decimal("900000.25"));
        kolumn(fyll, "vinst_forlust_tillsammans", |_| heltal(0));
        kolumn(fyll, "annan", |region| {
            heltal(if region.id() == "gotland" { -100_000_000 } else { 1 })
        });
        medgivna(fyll, &[("Gotland", 5)]);
    }));
    let kolumner = kolumner(&json("bilaga-4"));
    assert!(kolumner.iter().any(|rubrik| rubrik == "Annan justering 2023"), "{kolumner:?}");
}

/// With twelve months in arrears the whole budget year pays the year before.
#[test]
fn the_least_and_the_most_arrears() {
    for (efterslap, avtalsar) in [(1, "2024"), (12, "2023")] {
        let mut lakemedel = crate::indata_2024::lakemedel::fyllning();
        let sida = lakemedels::OVERENSKOMMELSE;
        lakemedel.uppgift(sida, "efterslap", heltal(efterslap), belagg());
        let mapp =
            mapp(&[], |_: &mut Fyllning| {}).med(crate::run::FIL, &crate::run::bok(&lakemedel));
        assert!(mapp.indata().join(FIL).is_file());
        let json = documents(&mapp);
        let bilagan = json("bilaga-4");
        assert_eq!(bilaga(&bilagan)["avtal"]["avtalsar"].to_string(), avtalsar);
    }
}
