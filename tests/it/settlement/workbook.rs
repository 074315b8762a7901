//! The settlement from the workbooks to its document: what 2024's give, what others would give, and what
//! the program says of a sheet that does not hang together.

use serde_json::Value;
use statsbidrag::documents::avstamning::AVSTAMNINGEN;
use statsbidrag::figure::{FigureNames, Status};
use statsbidrag::grants::lakemedel::schema::sheets as lakemedels;
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::pipeline::{self, Computed};
use statsbidrag::problem::Problems;
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use crate::data_2024::{AR, all, bytes, csv, lakemedel, regleringsbrev};
use crate::parts;

pub(super) const PAGE: &str = sheet::AVSTAMNING;

pub(super) fn filled_from() -> FilledFrom {
    FilledFrom::new("Prov", Status::Exempel)
}

pub(super) fn mnkr(text: &str) -> CellValue {
    CellValue::Decimal(text.parse::<Decimal>().expect("a decimal"))
}

pub(super) fn word(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

pub(super) fn insert(fill: &mut Fill, id: &str, value: CellValue) {
    fill.item(sheet::JUSTERINGSVILLKOR, &format!("avstamning_{id}"), value, filled_from());
}

/// What the two workbooks come to.
pub(super) fn compute(lakemedel: &Fill, regleringsbrev: &Fill) -> Result<Computed, Problems> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in all() {
        std::fs::write(folder.path().join(name), content).expect("a file");
    }
    let lakemedels = &statsbidrag::grants::lakemedel::schema::WORKBOOK;
    for (book, fill) in [(lakemedels, lakemedel), (&WORKBOOK, regleringsbrev)] {
        std::fs::write(folder.path().join(book.file), bytes(book, fill)).expect("a file");
    }
    pipeline::compute(folder.path(), &Selection::default(), &|_| ())
}

/// What the workbook of 2024 comes to, its settlement changed.
pub(super) fn changed(change: impl FnOnce(&mut Fill)) -> Result<Computed, Problems> {
    let mut fill = regleringsbrev::fill();
    change(&mut fill);
    compute(&lakemedel::fill(), &fill)
}

/// The problems, with ordinary spaces.
pub(super) fn errors(computed: Result<Computed, Problems>) -> String {
    let Err(problems) = computed else { panic!("it hangs together") };
    problems.to_string().replace('\u{a0}', " ").trim_end().to_owned()
}

/// The settlement's JSON.
pub(super) fn document(computed: &Computed) -> Value {
    let edition = (AVSTAMNINGEN.edition)(&AVSTAMNINGEN, &computed.report, AR);
    let [edition] = edition.as_slice() else { panic!("{edition:?}") };
    (AVSTAMNINGEN.paper)(&computed.report, AR, edition).json.value
}

pub(super) fn report(computed: Result<Computed, Problems>) -> Computed {
    computed.unwrap_or_else(|problems| panic!("{problems}"))
}

/// A figure of a region in whole kronor.
fn kronor(computed: &Computed, region: Region, name: &str) -> i64 {
    let trace = &computed.report.trace;
    let name = FigureNames::new("regleringsbrev", AR).region(region, name);
    let node = trace.node(trace.find(&name).expect("a figure"));
    node.value.exact().and_then(|number| number.integer()).expect("whole kronor")
}

/// Known amounts per region, as a column.
fn published(column: &str) -> PerRegion<i64> {
    let rows = csv("regleringsbrev-2024-justeringar.csv");
    PerRegion::from_fn(|region| {
        let row = rows.iter().find(|row| row["lanskod"] == region.county_code()).expect("a row");
        row[column].parse().expect("kronor")
    })
}

/// An adjustment, the heading of its column in the workbook, and the column of its known amounts.
const COLUMNS: [(&str, &str, &str); 2] = [
    ("vinst_forlust_formanen", "Vinst/förlust, förmånen", "vinst_forlust_formanen_2023_kr"),
    ("vinst_forlust_hepatit_c", "Vinst/förlust, hepatit C", "vinst_forlust_hepc_2023_kr"),
];

#[test]
fn the_workbooks_of_2024_settle_2023_to_the_krona() {
    let computed = report(changed(|_| ()));
    for (name, _, column) in COLUMNS {
        for (region, expected) in published(column).iter() {
            let justering = kronor(&computed, region, &format!("justering_{name}"));
            assert_eq!(justering, *expected, "{region}, {name}");
        }
    }
    let json = document(&computed);
    assert_eq!(json["summa"]["siffra"]["varde"], -232_500_000);
    assert_eq!(json["delar"].as_array().map(Vec::len), Some(2));
    let [reglering] = json["regleringar"].as_array().expect("payments").as_slice() else {
        panic!("one payment: {json}")
    };
    let [month, bilaga, parts] = ["manad", "bilaga", "delar"].map(|field| &reglering[field]);
    assert_eq!(month, "mars\u{a0}2024");
    assert_eq!(
        (bilaga.as_str(), parts.as_str()),
        (Some("3"), Some("läkemedelsförmånen och läkemedel mot hepatit C"))
    );
    assert_eq!(json["exempel"]["region"], "Gotland");
    let gotland = Region::by_code("gotland").expect("a region");
    let utbetalning = &reglering["exempel_utbetalning"]["varde"];
    assert_eq!(utbetalning.as_i64(), Some(kronor(&computed, gotland, "utbetalning_2024_03")));
}

#[test]
fn stated_amounts_are_held_against_the_settlement() {
    let with_column = |addition: i64| {
        changed(|fill| {
            let amount = published(COLUMNS[1].2).map(|region, amount| {
                CellValue::Integer(amount + if region.id() == "gotland" { addition } else { 0 })
            });
            fill.free(sheet::JUSTERINGSBELOPP, COLUMNS[1].1, amount, filled_from());
        })
    };
    report(with_column(0));
    let error = errors(with_column(1));
    assert!(
        error.contains("Gotland: ”vinst/förlust, hepatit C” är −116 819 kr i arbetsboken men räknas till −116 820 kr"),
        "{error}"
    );
}

#[test]
fn without_the_sheet_there_is_no_settlement_and_amounts_are_as_stated() {
    let mut fill = regleringsbrev::fill_without(&[PAGE]);
    for (_, heading, column) in COLUMNS {
        let amount = published(column).map(|_, amount| CellValue::Integer(*amount));
        fill.free(sheet::JUSTERINGSBELOPP, heading, amount, filled_from());
    }
    let computed = report(compute(&lakemedel::fill(), &fill));
    assert_eq!((AVSTAMNINGEN.edition)(&AVSTAMNINGEN, &computed.report, AR), []);
    assert!(computed.report.trace.iter().all(|(_, node)| !node.name.contains(".avstamning_")));
    let gotland = Region::by_code("gotland").expect("a region");
    assert_eq!(kronor(&computed, gotland, "justering_vinst_forlust_hepatit_c"), -116_820);
}

#[test]
fn what_is_said_of_a_settlement_is_said_where_there_is_one() {
    let mut fill = regleringsbrev::fill_without(&[PAGE]);
    insert(&mut fill, "aterbaring", mnkr("0"));
    let error = errors(compute(&lakemedel::fill(), &fill));
    assert_eq!(
        error,
        "fel[R04] regleringsbrev.xlsx › Justeringsvillkor › B6: utfallet av återbäringen är ifyllt, men bladet Avstämning är tomt
  väntade: bladet Avstämning ifyllt; eller en tom cell om inget ska stämmas av"
    );
    let fill = regleringsbrev::fill_without(&["avstamning_residual"]);
    let error = errors(compute(&lakemedel::fill(), &fill));
    assert_eq!(
        error,
        "fel[I06] regleringsbrev.xlsx › Justeringsvillkor › B7: bladet Avstämning är ifyllt, men det står inte vem som får återstoden vid avrundning
  väntade: ett val på raden ”Avstämning, återstod vid avrundning”"
    );
    let (theirs, mut fill) = together("37918");
    fill.clear(sheet::JUSTERINGSVILLKOR);
    for (id, value) in [("avstamning_residual", "half_up"), ("avdrag_residual", "half_up")] {
        fill.item(sheet::JUSTERINGSVILLKOR, id, word(value), filled_from());
    }
    let error = errors(compute(&theirs, &fill));
    assert!(
        error.contains("Justeringsvillkor › B6: återbäring är avdragen i det som stäms av, men utfallet av den saknas"),
        "{error}"
    );
}

/// The rows of the sheet: component, and million kronor.
pub(super) fn outcomes(fill: &mut Fill, rows: &[(&str, &str)]) {
    fill.clear(PAGE);
    for (component, cost) in rows {
        fill.row(PAGE, [("komponent", word(component)), ("kostnad", mnkr(cost))]);
    }
    fill.filled_from(PAGE, "kostnad", filled_from());
}

/// The agreement of 2024 as if it had been settled in 2024: both parts together, net.
pub(super) fn together(utfall: &str) -> (Fill, Fill) {
    let mut theirs = lakemedel::fill();
    parts::other_components(&mut theirs, &parts::PARTS, true);
    let page = lakemedels::FOREGAENDE_RIKET;
    theirs.item(page, "foregaende_aterbaring", mnkr("1510"), filled_from());
    let without = [sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP];
    let mut fill = regleringsbrev::fill_without(&without);
    outcomes(&mut fill, &[("läkemedelsförmånen", utfall), ("hepatit C", "600")]);
    insert(&mut fill, "aterbaring", mnkr("1620"));
    justering(&mut fill, ("avdrag, reglering", None), 2, 2);
    (theirs, fill)
}

pub(super) fn justering(
    fill: &mut Fill,
    (kind, group): (&str, Option<&str>),
    bilaga: i64,
    month: i64,
) {
    let row = [
        ("justering", word(kind)),
        ("bilaga", CellValue::Integer(bilaga)),
        ("manad", CellValue::Integer(month)),
        ("skal", word("Ett skäl.")),
    ];
    let group = group.map(|group| ("grupp", word(group)));
    fill.row(sheet::JUSTERINGAR, row.into_iter().chain(group));
    for id in ["grupp", "bilaga", "manad", "skal"] {
        fill.filled_from(sheet::JUSTERINGAR, id, filled_from());
    }
}

/// The limits of the agreement of 2024 are 35 705.7 and 37 914.3 mnkr; hepatitis C comes to 420 and the
/// state's rebates to 1 620, so that the drug benefit decides.
#[test]
fn both_parts_together_within_the_limits_need_no_adjustment() {
    for utfall in ["36905.7", "39114.3"] {
        let (theirs, fill) = together(utfall);
        let json = document(&report(compute(&theirs, &fill)));
        let part = &json["delar"][0];
        assert_eq!(
            (&part["lage"], &part["belopp"]["siffra"]["varde"]),
            (&"inom".into(), &0.into())
        );
        assert_eq!(part["bas"]["text"], "36\u{a0}810");
        assert_eq!(part["nedre"]["text"], "35\u{a0}705,7");
        assert_eq!(part["ovre"]["text"], "37\u{a0}914,3");
        assert_eq!(json["aterbaring"]["prognos"]["text"], "1\u{a0}510");
        assert_eq!((&json["exempel"], &json["regleringar"]), (&Value::Null, &Value::Array(vec![])));
    }
}

/// A row for a part that came to nothing is no fault, and nothing to tell of.
#[test]
fn a_payment_is_adjusted_only_for_parts_that_came_to_something() {
    let computed = report(changed(|fill| {
        outcomes(fill, &[("läkemedelsförmånen", "33500"), ("hepatit C", "517")]);
    }));
    let json = document(&computed);
    assert_eq!(json["delar"][0]["avvikelse"]["riktning"], "oforandrad");
    assert_eq!(json["regleringar"][0]["delar"], "läkemedel mot hepatit C");
    assert_eq!(json["exempel"]["delar"].as_array().map(Vec::len), Some(1));
}

#[test]
fn both_parts_together_beyond_a_limit_are_paid_in_the_month_that_is_named() {
    for (utfall, amount) in [("39116.3", 1_000_000), ("36903.7", -1_000_000)] {
        let (theirs, mut fill) = together(utfall);
        let without = errors(compute(&theirs, &fill));
        assert!(
            without.contains(
                "det finns belopp för ”vinst/förlust, tillsammans”, men den ska inte göras"
            ),
            "{without}"
        );
        justering(&mut fill, ("vinst/förlust", Some("tillsammans")), 3, 4);
        let computed = report(compute(&theirs, &fill));
        let json = document(&computed);
        assert_eq!(json["delar"].as_array().map(Vec::len), Some(1));
        assert_eq!(json["summa"]["siffra"]["varde"], amount);
        let reglering = &json["regleringar"][0];
        assert_eq!(
            (&reglering["manad"], &reglering["bilaga"]),
            (&"april\u{a0}2024".into(), &"3".into())
        );
        let sum: i64 = Region::all()
            .map(|region| kronor(&computed, region, "justering_vinst_forlust_tillsammans"))
            .sum();
        let residual = &json["delar"][0]["residual"]["siffra"]["varde"];
        assert_eq!(residual.as_i64(), Some(amount - sum), "the residual is stated");
    }
}

#[test]
fn by_population_the_key_is_the_populations() {
    let mut theirs = lakemedel::fill();
    let (page, id) = (lakemedels::FOREGAENDE_RIKET, "foregaende_vinst_forlust_nyckel");
    theirs.item(page, id, word("befolkning"), filled_from());
    let computed = report(compute(&theirs, &regleringsbrev::fill()));
    let json = document(&computed);
    assert_eq!(json["fordelning"]["efter_statsbidrag"], false);
    assert_eq!(json["fordelning"]["befolkningsdag"]["iso"], "2023-08-31");
    assert_eq!(json["tabell2"]["kolumner"][0]["rubrik"], "Befolkning");
    assert_eq!(json["exempel"]["vikt"]["enhet"], "inv");
    let gotland = Region::by_code("gotland").expect("a region");
    let population = |text: &str| json.pointer(text).and_then(Value::as_i64).expect("people");
    let (own, all) = (population("/exempel/vikt/varde"), population("/fordelning/summa/varde"));
    let expected = (2 * 214_600_000 * own + all) / (2 * all);
    assert_eq!(kronor(&computed, gotland, "avstamning_del_formanen"), -expected);
}
