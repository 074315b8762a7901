//! What the program says of a settlement that does not hang together with the agreement, and groups of other shapes.

use serde_json::Value;
use statsbidrag::grants::lakemedel::schema::sheets as lakemedels;
use statsbidrag::grants::regleringsbrev::schema::sheet;

use super::workbook::{
    changed, compute, document, errors, filled_from, insert, justering, mnkr, outcomes, report,
    together,
};
use crate::data_2024::{lakemedel, regleringsbrev};
use crate::parts;

#[test]
fn every_component_that_is_settled_has_an_outcome_and_no_other() {
    let error = errors(changed(|fill| {
        outcomes(fill, &[("läkemedelsförmånen", "33500"), ("licensläkemedel", "3")]);
    }));
    let expected = [
        "fel[I06] regleringsbrev.xlsx › Avstämning › A10: utfallet för ”hepatit C” saknas
  väntade: en rad för varje komponent som avräknas enligt överenskommelsen för 2023",
        "fel[R04] regleringsbrev.xlsx › Avstämning › A12: komponenten ”licensläkemedel” avräknas inte enligt överenskommelsen för 2023
  väntade: ”läkemedelsförmånen” eller ”hepatit C”",
    ];
    assert_eq!(error, expected.join("\n\n"));
    let error = errors(changed(|fill| {
        outcomes(fill, &[("läkemedelsförmånen", "1"), ("hepatit C", "2"), ("Hepatit c", "3")]);
    }));
    assert!(
        error.contains("Avstämning › A13: ”Hepatit c” står redan på en rad ovanför"),
        "{error}"
    );
}

#[test]
fn rebates_are_settled_only_where_they_were_subtracted() {
    let error = errors(changed(|fill| insert(fill, "aterbaring", mnkr("0.5"))));
    assert_eq!(
        error,
        "fel[R04] regleringsbrev.xlsx › Justeringsvillkor › B6: statens andel av återbäringen är ifylld, men enligt bladet Komponenter föregående år i lakemedel.xlsx dras ingen återbäring av från det som avräknas för 2023
  väntade: 0 mnkr; eller ja i kolumnen Återbäring dras av i lakemedel.xlsx"
    );
    let mut theirs = lakemedel::fill();
    parts::before(&mut theirs, "ja", ["förmånen", "hepatit C"]);
    let without = [sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP];
    let mut fill = regleringsbrev::fill_without(&without);
    for group in ["förmånen", "hepatit C"] {
        justering(&mut fill, ("vinst/förlust", Some(group)), 3, 3);
    }
    justering(&mut fill, ("avdrag, reglering", None), 2, 2);
    insert(&mut fill, "aterbaring", mnkr("0.5"));
    let error = errors(compute(&theirs, &fill));
    assert_eq!(
        error,
        "fel[R04] regleringsbrev.xlsx › Justeringsvillkor › B6: återbäringen dras av från flera avräkningsgrupper, men den är inte delad på dem
  väntade: 0 mnkr, och kostnader efter återbäring; eller en enda grupp med återbäring"
    );
    // Nor is the forecast divided.
    let (page, id) = (lakemedels::FOREGAENDE_RIKET, "foregaende_aterbaring");
    theirs.item(page, id, mnkr("10"), filled_from());
    let error = errors(compute(&theirs, &fill));
    assert_eq!(
        error,
        "fel[R04] lakemedel.xlsx › Komponenter föregående år › F12: återbäringen dras av från både ”läkemedelsförmånen” och ”hepatit C”, men den är inte delad på dem, och de avräknas inte i samma grupp
  väntade: samma avräkningsgrupp för alla komponenter som återbäring dras av från; eller nej för dem som den inte gäller"
    );
}

#[test]
fn there_is_a_base_to_settle_against() {
    let mut theirs = lakemedel::fill();
    let [benefit, [name, what, _, share, netted, group]] = parts::PARTS_BEFORE;
    let nothing = [name, what, "0", share, netted, group];
    parts::other_components(&mut theirs, &[benefit, nothing], true);
    let error = errors(compute(&theirs, &regleringsbrev::fill()));
    assert_eq!(
        error,
        "fel[R04] lakemedel.xlsx › Komponenter föregående år › C12: det avtalade beloppet för läkemedel mot hepatit C är 0 mnkr, så det finns inget att stämma av mot
  väntade: mer än 0 mnkr, utan övrigt
  hjälp:   lämna bladet Avstämning tomt om inget ska stämmas av"
    );
    let (mut theirs, fill) = together("37918");
    let (page, id) = (lakemedels::FOREGAENDE_RIKET, "foregaende_aterbaring");
    theirs.item(page, id, mnkr("40000"), filled_from());
    let error = errors(compute(&theirs, &fill));
    assert!(
        error.contains(
            "läkemedelsförmånen och läkemedel mot hepatit C är −1 680 mnkr, så det finns inget"
        ),
        "{error}"
    );
}

/// Any number of groups: one of two components, one alone with limits of its own, and a component that is not settled.
#[test]
fn groups_have_limits_and_shares_of_their_own() {
    let mut theirs = lakemedel::fill();
    for page in parts::PARTS_SHEETS_BEFORE {
        theirs.clear(page);
    }
    let [components, groups] = parts::PARTS_SHEETS_BEFORE;
    for row in [
        ["läkemedelsförmånen", "läkemedelsförmånen", "30000", "100", "ja", "stora"],
        ["licens", "licensläkemedel", "3500", "100", "nej", "stora"],
        ["hepatit C", "läkemedel mot hepatit C", "400", "70", "nej", "hepatit C"],
        ["vaccin", "vaccin", "10", "50", "nej", ""],
    ] {
        parts::add_row(&mut theirs, components, &row);
    }
    for row in [["stora", "2", "4", "50"], ["hepatit C", "10", "5", "75"]] {
        parts::add_row(&mut theirs, groups, &row);
    }
    let page = lakemedels::FOREGAENDE_RIKET;
    theirs.item(page, "foregaende_aterbaring", mnkr("1000"), filled_from());
    let mut fill = regleringsbrev::fill_without(&[sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP]);
    outcomes(
        &mut fill,
        &[("läkemedelsförmånen", "31000"), ("licens", "3600"), ("hepatit C", "500")],
    );
    insert(&mut fill, "aterbaring", mnkr("900"));
    justering(&mut fill, ("avdrag, reglering", None), 2, 2);
    for group in ["stora", "hepatit C"] {
        justering(&mut fill, ("vinst/förlust", Some(group)), 3, 3);
    }
    let json = document(&report(compute(&theirs, &fill)));
    // 30 000 + 3 500 − 1 000 = 32 500, up to 33 150; 31 000 + 3 600 − 900 = 33 700: half of 550.
    // 400, down to 380; 70 % of 500 = 350: three quarters of −30.
    let part = |place: usize, field: &str| json["delar"][place][field].clone();
    for (place, name, bas, ovre, nedre) in [
        (0, "läkemedelsförmånen och licensläkemedel", "32 500", "33 150", "31 200"),
        (1, "läkemedel mot hepatit C", "400", "440", "380"),
    ] {
        let text =
            |field| part(place, field)["text"].as_str().map(|text| text.replace('\u{a0}', " "));
        assert_eq!(part(place, "namn"), name);
        let found = ["bas", "ovre", "nedre"].map(text);
        assert_eq!(found, [bas, ovre, nedre].map(|text| Some(text.to_owned())));
    }
    let amounts = [0, 1].map(|place| part(place, "belopp")["siffra"]["varde"].clone());
    assert_eq!(amounts, [275_000_000, -22_500_000]);
    assert_eq!((&json["granser"], &json["flera"]), (&Value::Null, &true.into()));
    assert_eq!(json["diagram1"]["lika_granser"], false);
    assert_eq!(json["aterbaring"]["namn"], "läkemedelsförmånen");
}
