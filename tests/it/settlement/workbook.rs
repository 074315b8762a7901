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

const PAGE: &str = sheet::AVSTAMNING;

fn filled_from() -> FilledFrom {
    FilledFrom::new("Prov", Status::Exempel)
}

fn mnkr(text: &str) -> CellValue {
    CellValue::Decimal(text.parse::<Decimal>().expect("a decimal"))
}

fn word(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

fn insert(fill: &mut Fill, id: &str, value: CellValue) {
    fill.item(PAGE, &format!("avstamning_{id}"), value, filled_from());
}

/// What the two workbooks come to.
fn compute(lakemedel: &Fill, regleringsbrev: &Fill) -> Result<Computed, Problems> {
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
fn changed(change: impl FnOnce(&mut Fill)) -> Result<Computed, Problems> {
    let mut fill = regleringsbrev::fill();
    change(&mut fill);
    compute(&lakemedel::fill(), &fill)
}

/// The problems, with ordinary spaces.
fn errors(computed: Result<Computed, Problems>) -> String {
    let Err(problems) = computed else { panic!("it hangs together") };
    problems.to_string().replace('\u{a0}', " ").trim_end().to_owned()
}

/// The settlement's JSON.
fn document(computed: &Computed) -> Value {
    let edition = (AVSTAMNINGEN.edition)(&AVSTAMNINGEN, &computed.report, AR);
    let [edition] = edition.as_slice() else { panic!("{edition:?}") };
    (AVSTAMNINGEN.paper)(&computed.report, AR, edition).json.value
}

fn report(computed: Result<Computed, Problems>) -> Computed {
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

const COLUMNS: [(&str, &str); 2] = [
    ("vinst_forlust_formanen", "vinst_forlust_formanen_2023_kr"),
    ("vinst_forlust_hepatit_c", "vinst_forlust_hepc_2023_kr"),
];

#[test]
fn the_workbooks_of_2024_settle_2023_to_the_krona() {
    let computed = report(changed(|_| ()));
    for (name, column) in COLUMNS {
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
        (Some("3"), Some("läkemedelsförmånen och hepatit C"))
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
            let amount = published(COLUMNS[1].1).map(|region, amount| {
                CellValue::Integer(amount + if region.id() == "gotland" { addition } else { 0 })
            });
            fill.column(sheet::JUSTERINGSBELOPP, COLUMNS[1].0, amount, filled_from());
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
    for (name, column) in COLUMNS {
        let amount = published(column).map(|_, amount| CellValue::Integer(*amount));
        fill.column(sheet::JUSTERINGSBELOPP, name, amount, filled_from());
    }
    let computed = report(compute(&lakemedel::fill(), &fill));
    assert_eq!((AVSTAMNINGEN.edition)(&AVSTAMNINGEN, &computed.report, AR), []);
    assert!(computed.report.trace.iter().all(|(_, node)| !node.name.contains(".avstamning_")));
    let gotland = Region::by_code("gotland").expect("a region");
    assert_eq!(kronor(&computed, gotland, "justering_vinst_forlust_hepatit_c"), -116_820);
}

#[test]
fn a_sheet_is_filled_in_whole_or_not_at_all() {
    let mut fill = regleringsbrev::fill_without(&[PAGE]);
    insert(&mut fill, "bas_formanen", mnkr("33500"));
    let error = errors(compute(&lakemedel::fill(), &fill));
    let missing = error.matches("fel[I06] regleringsbrev.xlsx › Avstämning › B").count();
    assert_eq!(missing, WORKBOOK.sheet(PAGE).field().len() - 1, "{error}");
}

/// The agreement of 2024 as if it had been settled in 2024: both parts together, net.
fn together(utfall: &str) -> (Fill, Fill) {
    let mut theirs = lakemedel::fill();
    for (id, value) in
        [("foregaende_slag", "netto"), ("foregaende_vinst_forlust_avrakning", "tillsammans")]
    {
        theirs.item(lakemedels::FOREGAENDE_RIKET, id, word(value), filled_from());
    }
    let without = [sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP];
    let mut fill = regleringsbrev::fill_without(&without);
    insert(&mut fill, "avrakning", word("tillsammans"));
    for (id, value) in [
        ("bas_formanen", "37918"),
        ("bas_hepatit_c", "402"),
        ("bas_aterbaring", "1510"),
        ("utfall_formanen", utfall),
        ("hepatit_c_kostnad", "600"),
        ("utfall_aterbaring", "1620"),
    ] {
        insert(&mut fill, id, mnkr(value));
    }
    justering(&mut fill, "avdrag, reglering", 2, 2);
    (theirs, fill)
}

fn justering(fill: &mut Fill, kind: &str, bilaga: i64, month: i64) {
    let row = [
        ("justering", word(kind)),
        ("bilaga", CellValue::Integer(bilaga)),
        ("manad", CellValue::Integer(month)),
        ("skal", word("Ett skäl.")),
    ];
    fill.row(sheet::JUSTERINGAR, row);
    for id in ["bilaga", "manad", "skal"] {
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
    let computed = report(changed(|fill| insert(fill, "utfall_formanen", mnkr("33500"))));
    let json = document(&computed);
    assert_eq!(json["delar"][0]["avvikelse"]["riktning"], "oforandrad");
    assert_eq!(json["regleringar"][0]["delar"], "hepatit C");
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
        justering(&mut fill, "vinst/förlust, tillsammans", 3, 4);
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
    let computed = report(changed(|fill| insert(fill, "fordelas_efter", word("befolkning"))));
    let json = document(&computed);
    assert_eq!(json["fordelning"]["efter_statsbidrag"], false);
    assert_eq!(json["fordelning"]["befolkningsdag"]["iso"], "2023-08-31");
    assert_eq!(json["tabell2"]["kolumner"][0]["rubrik"], "Befolkning");
    assert_eq!(json["exempel"]["vikt"]["enhet"], "inv");
    let gotland = Region::by_code("gotland").expect("a region");
    let population = |text: &str| json.pointer(text).and_then(Value::as_i64).expect("people");
    let (own, all) = (population("/exempel/vikt/varde"), population("/fordelning/summa/varde"));
    let expected = (2 * 214_600_000 * own + all) / (2 * all);
    assert_eq!(kronor(&computed, gotland, "avstamning_formanen"), -expected);
}

#[test]
fn the_two_workbooks_tell_of_the_same_agreement() {
    let error = errors(changed(|fill| {
        insert(fill, "avrakning", word("tillsammans"));
        insert(fill, "bas_aterbaring", mnkr("1000"));
    }));
    let expected = [
        "fel[R04] regleringsbrev.xlsx › Avstämning › B6: förmånen och hepatit C avräknas ”tillsammans”, men ”var för sig” enligt bladet Föregående år riket i lakemedel.xlsx
  väntade: samma val i båda arbetsböckerna
  hjälp:   se efter i överenskommelsen vilket som gäller, och rätta det andra",
        "fel[R04] regleringsbrev.xlsx › Avstämning › B9: statens andel av återbäringen dras av i basen, men bidraget för 2023 var brutto enligt bladet Föregående år riket i lakemedel.xlsx
  väntade: 0 mnkr; eller ett nettobidrag i båda arbetsböckerna",
    ];
    for expected in expected {
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn rebates_cannot_be_settled_with_parts_of_their_own() {
    let error = errors(changed(|fill| insert(fill, "utfall_aterbaring", mnkr("0.5"))));
    assert_eq!(
        error,
        "fel[R04] regleringsbrev.xlsx › Avstämning › B13: återbäringen dras av, men den är inte delad på förmånen och hepatit C, som avräknas var för sig
  väntade: 0 mnkr, och belopp före återbäring; eller avräkning tillsammans"
    );
}

#[test]
fn there_is_a_base_to_settle_against() {
    let error = errors(changed(|fill| insert(fill, "bas_hepatit_c", mnkr("0"))));
    assert_eq!(
        error,
        "fel[R04] regleringsbrev.xlsx › Avstämning › B8: det avtalade beloppet för hepatit C är 0 mnkr, så det finns inget att stämma av mot
  väntade: mer än 0 mnkr, utan övrigt
  hjälp:   lämna hela bladet tomt om inget ska stämmas av"
    );
    let (theirs, mut fill) = together("37918");
    insert(&mut fill, "bas_aterbaring", mnkr("40000"));
    let error = errors(compute(&theirs, &fill));
    assert!(
        error.contains("läkemedelsförmånen och hepatit C är −1 680 mnkr, så det finns inget"),
        "{error}"
    );
}
