//! Odd countries that are in order: the documents can be made of them, without a bug and without a
//! warning from typst, and follow their schemas.

use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill};

use crate::data_2024;
use crate::parts::benefit;
use crate::program::Folder;
use crate::run::made::documents;
use crate::run::{FILE, book, decimal, errors, errors_without, filled_from, integer, step, text};

/// A document's JSON, after everything was made of the workbook without some sheets, changed.
fn document(
    without: &[&str],
    change: impl FnOnce(&mut Fill),
) -> impl Fn(&str) -> serde_json::Value {
    let mut fill = data_2024::lakemedel::fill_without(without);
    change(&mut fill);
    let folder = Folder::new("2024", data_2024::all()).with(FILE, &book(&fill));
    documents(&folder)
}

/// Costs of one disease, kr per inhabitant of each region.
fn costs(fill: &mut Fill, per_inhabitant: impl Fn(Region) -> i64) {
    let rows = data_2024::csv("lakemedel-2024-publicerat.csv");
    let kronor: PerRegion<CellValue> = PerRegion::from_fn(|region| {
        let row = rows.iter().find(|row| row["lanskod"] == region.county_code()).expect("a row");
        let population: i64 = row["befolkning_2023_08_31"].parse().expect("people");
        integer(population * per_inhabitant(region))
    });
    fill.free(sheets::SOLIDARISKA, "Ovanlig sjukdom", kronor.clone(), filled_from());
    fill.column(sheets::SOLIDARISKA, "solidarisk_kostnad", kronor, filled_from());
    // With other costs the rounded grants need not sum to the pot.
    fill.item(sheets::OVERENSKOMMELSE, "residual", text("largest_remainder"), filled_from());
}

#[test]
fn a_country_without_solidarity_costs() {
    let json =
        document(&[sheets::SOLIDARISKA, sheets::SJUKDOMAR], |fill| costs(fill, |_| 0))("cirkular");
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["antal"], 0);
    assert_eq!(solidariskt["kostnad_forandring"]["siffra"]["text"], "\u{2212}100");
    assert_eq!(solidariskt["kostnad_forandring"]["riktning"], "ner");
}

#[test]
fn a_country_where_all_regions_cost_the_same() {
    let json = document(&[sheets::SOLIDARISKA, sheets::SJUKDOMAR], |fill| costs(fill, |_| 141))(
        "cirkular",
    );
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["antal"], 0);
    assert_eq!(solidariskt["vinner"]["antal"], 0);
    assert_eq!(solidariskt["finansiering"]["text"], "0");
}

#[test]
fn a_region_far_above_a_ladder_of_four_steps() {
    let json = document(&[sheets::SOLIDARISKA, sheets::SJUKDOMAR, sheets::TRAPPA], |fill| {
        costs(fill, |region| if region.county_code() == "09" { 20_000 } else { 100 });
        let ladder = [
            (1, None, "50"),
            (2, Some("300"), "75"),
            (3, Some("500.5"), "90"),
            (4, Some("1000"), "100"),
        ];
        step(fill, sheets::TRAPPA, &ladder);
    })("cirkular");
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["uppraknade"], "Gotland");
    for (place, level) in ["2", "3", "4"].into_iter().enumerate() {
        assert_eq!(solidariskt["nivaer"][place]["niva"], level);
        assert_eq!(solidariskt["nivaer"][place]["regioner"]["uppraknade"], "Gotland");
    }
    assert_eq!(solidariskt["tabell4"]["kolumner"].as_array().map(Vec::len), Some(2 + 4 + 4 + 2));
}

#[test]
fn a_ladder_of_one_step() {
    let json = document(&[sheets::TRAPPA], |fill| {
        step(fill, sheets::TRAPPA, &[(1, None, "85")]);
    })("cirkular");
    let solidariskt = &json["solidariskt"];
    assert_eq!(solidariskt["trappa"].as_array().map(Vec::len), Some(1));
    assert_eq!(solidariskt["antal_steg_foregaende"], "två");
    assert_eq!(solidariskt["nivaer"], serde_json::json!([]));
    let lines = solidariskt["diagram1"]["linjer"].as_array().expect("lines");
    assert_eq!(lines.len(), 1, "the mean and nothing else");
}

/// Of the five regions above the mean of 141 only the two that cost 160 or more are compensated; what is over
/// goes to nobody, and all still pay for what the two get.
#[test]
fn a_least_cost_leaves_those_below_it_without_compensation() {
    let documents = document(&[], |fill| {
        let page = sheets::OVERENSKOMMELSE;
        fill.item(page, "solidarisk_troskel", decimal("160"), filled_from());
        fill.item(page, "residual", text("largest_remainder"), filled_from());
    });
    let solidariskt = &documents("cirkular")["solidariskt"];
    assert_eq!(solidariskt["over_medel"]["antal"], 5);
    assert_eq!(solidariskt["ersatts"]["uppraknade"], "Stockholm och Västerbotten");
    assert_eq!(solidariskt["troskel"]["ny"], true);
    let names = |path: &str| -> Vec<_> {
        let rows = solidariskt["tabell4"]["rader"].as_array().expect("rows");
        let paid = rows.iter().filter(|row| row.pointer(path).is_some_and(|text| text != "0"));
        paid.filter_map(|row| row["rubrik"].as_str()).filter(|name| *name != "Riket").collect()
    };
    assert_eq!(names("/celler/4/text"), ["Stockholm", "Västerbotten"]);
    assert_eq!(names("/celler/2/text").len(), 5, "the cost above the mean is told of all five");
    let lines = solidariskt["diagram1"]["linjer"].as_array().expect("lines");
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_remark_is_on_a_disease_that_there_is() {
    let error = errors_without(&[sheets::SJUKDOMAR], |fill| {
        let row = [("sjukdom", text("Fabrys sjukdom")), ("anmarkning", text("Den är ny."))];
        fill.row(sheets::SJUKDOMAR, row);
        fill.filled_from(sheets::SJUKDOMAR, "anmarkning", filled_from());
    });
    assert_eq!(
        error,
        "fel[R04] lakemedel.xlsx › Sjukdomar › A11: ”Fabrys sjukdom” är inte någon av sjukdomarna på bladet Solidariska läkemedel
  väntade: ”Gauchers sjukdom”, ”blödarsjuka” och ”HIV”, som i rubrikerna på det bladet
  hjälp:   rätta namnet, eller ta bort raden om sjukdomen inte omfattas längre"
    );
}

#[test]
fn profit_and_loss_are_paid_when_they_have_been_found() {
    let error = errors(|fill| {
        let page = sheets::OVERENSKOMMELSE;
        fill.item(page, "vinst_forlust_avraknas", integer(4), filled_from());
    });
    assert!(
        error.contains("vinst och förlust regleras i månad 3, men avräknas först i månad 4"),
        "{error}"
    );
}

#[test]
fn a_year_when_everybody_gets_less() {
    let json = document(&[], |fill| {
        let page = sheets::OVERENSKOMMELSE;
        benefit(fill, "29918");
        fill.item(page, "totalt_kontroll", decimal("30430"), filled_from());
        fill.item(page, "utbetalas_kontroll", integer(30_411_749_680), filled_from());
        fill.item(page, "residual", text("largest_remainder"), filled_from());
    })("cirkular");
    assert_eq!(json["statsbidrag"]["forandring"]["riktning"], "ner");
    let behovsmodell = &json["behovsmodell"];
    assert_eq!(behovsmodell["minskar"]["antal"], 21);
    // Some fall more than the mean and some less, although all fall.
    let count = |set_of: &str| behovsmodell[set_of]["antal"].as_u64().expect("a count");
    assert!(count("starkare") > 0 && count("svagare") > 0);
    assert_eq!(count("starkare") + count("svagare"), 21);
}
