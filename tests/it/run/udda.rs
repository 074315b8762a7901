//! Odd countries that are in order: the documents can be made of them, without a bug and without a
//! warning from typst, and follow their schemas.

use statsbidrag::grants::lakemedel::schema::blad;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Fyllning, Innehall};

use crate::indata_2024;
use crate::programmet::Mapp;
use crate::run::{FIL, belagg, bok, decimal, documents, heltal, steg, text};

/// A document's JSON, after everything was made of the workbook without some sheets, changed.
fn dokument(
    utan: &[&str],
    andra: impl FnOnce(&mut Fyllning),
) -> impl Fn(&str) -> serde_json::Value {
    let mut fyll = indata_2024::lakemedel::fyllning_utan(utan);
    andra(&mut fyll);
    let mapp = Mapp::ny("2024", indata_2024::alla()).med(FIL, &bok(&fyll));
    documents(&mapp)
}

/// Costs of one disease, kr per inhabitant of each region.
fn kostnader(fyll: &mut Fyllning, per_inv: impl Fn(Region) -> i64) {
    let rader = indata_2024::csv("lakemedel-2024-publicerat.csv");
    let kronor: PerRegion<Innehall> = PerRegion::fran(|region| {
        let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("a row");
        let folk: i64 = rad["befolkning_2023_08_31"].parse().expect("people");
        heltal(folk * per_inv(region))
    });
    fyll.fri(blad::SOLIDARISKA, "Ovanlig sjukdom", kronor.clone(), belagg());
    fyll.kolumn(blad::SOLIDARISKA, "solidarisk_kostnad", kronor, belagg());
    // With other costs the rounded grants need not sum to the pot.
    fyll.uppgift(blad::OVERENSKOMMELSE, "residual", text("largest_remainder"), belagg());
}

#[test]
fn a_country_without_solidarity_costs() {
    let json = dokument(&[blad::SOLIDARISKA], |fyll| kostnader(fyll, |_| 0))("cirkular");
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["antal"], 0);
    assert_eq!(solidariskt["kostnad_forandring"]["siffra"]["text"], "\u{2212}100");
    assert_eq!(solidariskt["kostnad_forandring"]["riktning"], "ner");
}

#[test]
fn a_country_where_all_regions_cost_the_same() {
    let json = dokument(&[blad::SOLIDARISKA], |fyll| kostnader(fyll, |_| 141))("cirkular");
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["antal"], 0);
    assert_eq!(solidariskt["vinner"]["antal"], 0);
    assert_eq!(solidariskt["finansiering"]["text"], "0");
}

#[test]
fn a_region_far_above_a_ladder_of_four_steps() {
    let json = dokument(&[blad::SOLIDARISKA, blad::TRAPPA], |fyll| {
        kostnader(fyll, |region| if region.lanskod() == "09" { 20_000 } else { 100 });
        let trappa = [
            (1, None, "50"),
            (2, Some("300"), "75"),
            (3, Some("500.5"), "90"),
            (4, Some("1000"), "100"),
        ];
        steg(fyll, blad::TRAPPA, &trappa);
    })("cirkular");
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["uppraknade"], "Gotland");
    assert_eq!(solidariskt["over_ovre_steg"]["uppraknade"], "Gotland");
    assert_eq!(solidariskt["tabell4"]["kolumner"].as_array().map(Vec::len), Some(2 + 4 + 4 + 2));
}

#[test]
fn a_ladder_of_one_step() {
    let json = dokument(&[blad::TRAPPA], |fyll| {
        steg(fyll, blad::TRAPPA, &[(1, None, "85")]);
    })("cirkular");
    assert_eq!(json["solidariskt"]["trappa"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_year_when_everybody_gets_less() {
    let json = dokument(&[], |fyll| {
        let sida = blad::OVERENSKOMMELSE;
        fyll.uppgift(sida, "formanen", decimal("29918"), belagg());
        fyll.uppgift(sida, "totalt_kontroll", decimal("30430"), belagg());
        fyll.uppgift(sida, "utbetalas_kontroll", heltal(30_411_749_680), belagg());
        fyll.uppgift(sida, "residual", text("largest_remainder"), belagg());
    })("cirkular");
    assert_eq!(json["statsbidrag"]["forandring"]["riktning"], "ner");
    let behovsmodell = &json["behovsmodell"];
    assert_eq!(behovsmodell["minskar"]["antal"], 21);
    // Some fall more than the mean and some less, although all fall.
    let antal = |mangd: &str| behovsmodell[mangd]["antal"].as_u64().expect("a count");
    assert!(antal("starkare") > 0 && antal("svagare") > 0);
    assert_eq!(antal("starkare") + antal("svagare"), 21);
}
