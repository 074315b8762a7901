//! Lands at the edge of what the workbook allows: documents are made of them, or a problem says why not.
//! A panic would be a bug.

use statsbidrag::grants::lakemedel::schema::sheets;
#[cfg(feature = "typeset")]
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK as LETTER, sheet};
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::Fill;
#[cfg(feature = "typeset")]
use statsbidrag::workbook::scaffold;

use crate::data_2024;
#[cfg(feature = "typeset")]
use crate::run::brevet::justeringar;
use crate::run::{FILE, Folder, all, book, errors, filled_from, integer, report, step, text};

/// Any sum of rounded grants will do.
fn with_rest(fill: &mut Fill) {
    let page = sheets::OVERENSKOMMELSE;
    fill.item(page, "residual", text("largest_remainder"), filled_from());
}

/// Every document's JSON of the workbook without some sheets, changed.
fn documents(without: &[&str], change: impl FnOnce(&mut Fill)) -> Vec<String> {
    let mut fill = data_2024::lakemedel::fill_without(without);
    with_rest(&mut fill);
    change(&mut fill);
    let folder = Folder::new("2024", data_2024::all()).with(FILE, &book(&fill));
    let (report, _) = report(&folder);
    let json = Selection::default().edition(&report, 2024).expect("all").into_iter();
    let json = json.map(|(document, edition)| (document.paper)(&report, 2024, &edition).json.bytes);
    json.map(|json| String::from_utf8(json).expect("UTF-8")).collect()
}

fn costs(fill: &mut Fill, per_inhabitant: i64) {
    let rows = data_2024::csv("lakemedel-2024-publicerat.csv");
    let cost = PerRegion::from_fn(|region: Region| {
        let row = rows.iter().find(|row| row["lanskod"] == region.county_code()).expect("a row");
        integer(row["befolkning_2023_08_31"].parse::<i64>().expect("a number") * per_inhabitant)
    });
    fill.free(sheets::SOLIDARISKA, "HIV", cost.clone(), filled_from());
    fill.column(sheets::SOLIDARISKA, "solidarisk_kostnad", cost, filled_from());
}

#[test]
fn a_country_without_differences_has_no_one_above_the_mean() {
    for per_inhabitant in [0, 100] {
        let json = documents(&[sheets::SOLIDARISKA, sheets::SJUKDOMAR], |fill| {
            costs(fill, per_inhabitant);
        });
        let cirkular = json.first().expect("the circular");
        assert!(cirkular.contains("Över medelkostnaden ligger ingen region."), "{cirkular}");
    }
}

/// Changes are stated in percent of last year's amounts.
#[test]
fn last_year_cost_and_paid_something() {
    let error = errors(|fill| {
        let page = sheets::FOREGAENDE_RIKET;
        fill.item(page, "foregaende_solidarisk_kostnad", integer(0), filled_from());
        fill.column(sheets::FOREGAENDE, "foregaende_statsbidrag", all(&integer(0)), filled_from());
    });
    let error: Vec<_> = error.split("\n\n").collect();
    assert_eq!(error.len(), 22);
    let expected = "0 är för litet\n  väntade: kr, 1–1 000 000 000 000";
    assert_eq!(error[0], format!("fel[I08] lakemedel.xlsx › Föregående år › F11: {expected}"));
    assert_eq!(
        error[21],
        format!("fel[I08] lakemedel.xlsx › Föregående år riket › B9: {expected}")
    );
}

#[test]
fn a_ladder_may_have_one_step_or_many() {
    let mut ladders = vec![vec![(1, None, "85")]];
    ladders.push(vec![
        (1, None, "85"),
        (2, Some("150"), "90"),
        (3, Some("200.5"), "0"),
        (4, Some("900"), "100"),
    ]);
    for ladder in ladders {
        let json = documents(&[sheets::TRAPPA], |fill| step(fill, sheets::TRAPPA, &ladder));
        let level = format!("Nivå {}", ladder.len());
        let circular = json.first().expect("the circular");
        // A single step is no level among others.
        assert_eq!(circular.contains(&level), ladder.len() > 1, "{level}");
    }
}

/// What its own words and no one else's make of the smallest and the strangest.
#[cfg(feature = "typeset")]
#[test]
fn documents_are_set_at_the_edges() {
    let least = crate::run::folder(|fill| {
        with_rest(fill);
        crate::parts::before(fill, "ja", ["förmånen", "hepatit C"]);
    });
    // A net grant has deducted its återbäring.
    let mut letter =
        data_2024::regleringsbrev::fill_without(&[sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP]);
    let made = [
        ("avdrag, reglering", 2, 2),
        ("vinst/förlust, förmånen", 3, 3),
        ("vinst/förlust, hepatit C", 3, 3),
    ];
    justeringar(&mut letter, &made);
    letter.item(sheet::JUSTERINGSVILLKOR, "avstamning_aterbaring", integer(0), filled_from());
    let letter = scaffold(&LETTER, data_2024::AR, &letter).expect("a workbook");
    let answer = least.with(LETTER.file, &letter).generate();
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
}
