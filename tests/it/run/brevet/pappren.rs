//! Another decision than that of 2024, to its papers: a draft with two annexes, several adjusted months in
//! each, every month in an annex, and last year's residual placed. Everything the letter counts and the
//! columns of the annexes follow.

use std::collections::BTreeMap;

use serde_json::Value;
use statsbidrag::grants::regleringsbrev::schema::sheet;

use super::plan::avtal;
use super::{JUSTERINGAR, bilagor, column, folder, justeringar};
use crate::program::{Folder, files};
use crate::run::{decimal, filled_from, text};

fn draft() -> Folder {
    folder(&[sheet::BILAGOR, sheet::AVTAL, sheet::JUSTERINGAR], |fill| {
        fill.item(sheet::DOKUMENT, "beslut_status", text("utkast"), filled_from());
        bilagor(fill, &[(1, 1, 2), (2, 3, 12)]);
        avtal(["sista betalningen", "placeras inte"])(fill);
        justeringar(
            fill,
            &[
                ("avdrag, reglering", 1, 1),
                ("återbäring, prognos", 1, 2),
                ("vinst/förlust, förmånen", 2, 3),
                ("vinst/förlust, hepatit C", 2, 3),
                ("återbäring, slutlig", 2, 5),
            ],
        );
    })
}

fn generate(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let answer = folder.generate();
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    files(&folder.result())
}

fn json(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&files[name]).expect("JSON")
}

/// The headings of a table's columns, with ordinary spaces and no hints where to break a word: what they
/// share, and their own.
fn columns(table: &Value) -> Vec<(Option<String>, String)> {
    let text = |heading: &Value| {
        heading.as_str().map(|heading| heading.replace('\u{a0}', " ").replace('\u{ad}', ""))
    };
    let columns = table["kolumner"].as_array().expect("columns").iter();
    columns.map(|one| (text(&one["grupp"]), text(&one["rubrik"]).expect("a heading"))).collect()
}

/// The kronor of a row, by column.
fn row(table: &Value, place: usize) -> Vec<i64> {
    let cells = table["rader"][place]["celler"].as_array().expect("cells").iter();
    cells.map(|cell| cell["varde"].as_i64().expect("kronor")).collect()
}

#[test]
fn an_annex_has_a_column_for_each_adjustment_of_each_month() {
    let files = generate(&draft());
    assert!(!files.contains_key("bilaga-3.pdf"), "two annexes");
    let first = &json(&files, "bilaga-1.json")["bilaga"]["tabell"];
    let (in_january, in_february) = ("Justering i januari 2024", "Justering i februari 2024");
    let column =
        |group: Option<&str>, heading: &str| (group.map(str::to_owned), heading.to_owned());
    assert_eq!(
        columns(first),
        [
            column(None, "Statsbidrag per månad"),
            column(Some(in_january), "Reglering IHSI 2023"),
            column(Some(in_february), "Återbäring 2023, prognos"),
            column(Some(in_february), "Återstod från avrundning"),
            column(Some("Utbetalning"), "januari 2024\nför kostnader i\nnovember 2023"),
            column(Some("Utbetalning"), "februari 2024\nför kostnader i\ndecember 2023"),
        ]
    );
    let change = &json(&files, "bilaga-2.json")["bilaga"]["tabell"];
    assert_eq!(
        columns(change)[4..],
        [
            column(Some("Utbetalning"), "mars 2024\nför kostnader i\njanuari 2024"),
            column(Some("Utbetalning"), "maj 2024\nför kostnader i\nmars 2024"),
            column(Some("Utbetalning"), "övriga månader,\nper månad",),
        ]
    );
    // What is paid is the base and what stands under its month, in every row, the total's too.
    for place in 0..22 {
        let [bas, settled, prognos, rest, january, february] = row(first, place)[..] else {
            panic!("six columns")
        };
        assert_eq!((bas + settled, bas + prognos + rest), (january, february), "row {place}");
        let [bas, formanen, hepatit_c, slutlig, march, maj, ovriga] = row(change, place)[..] else {
            panic!("seven columns")
        };
        let expected = (bas + formanen + hepatit_c, bas + slutlig, bas);
        assert_eq!((march, maj, ovriga), expected, "row {place}");
    }
}

/// The words on the final återbäring speak of a deduction only where the decision makes it.
#[test]
fn a_forecast_is_said_to_be_deducted_where_it_is() {
    let deducted = |folder: &Folder| {
        let files = generate(folder);
        let of_annex = &json(&files, "bilaga-2.json")["bilaga"]["justeringar"];
        let mut settled = of_annex.as_array().expect("adjustments").iter();
        let last = settled.rfind(|one| one["slag"] == "aterbaring_slutlig");
        last.expect("the final one")["prognos_dras"].clone()
    };
    assert_eq!(deducted(&draft()), true);
    let without = [&JUSTERINGAR[..], &[sheet::BILAGOR]].concat();
    let alone = folder(&without, |fill| {
        bilagor(fill, &[(1, 1, 2), (2, 3, 12)]);
        justeringar(fill, &[("avdrag, reglering", 1, 2), ("återbäring, slutlig", 2, 5)]);
        column(fill, "aterbaring_differens", |_| decimal("100000.50"));
    });
    assert_eq!(deducted(&alone), false);
}

#[test]
fn the_letter_counts_what_there_is_and_a_draft_says_so_everywhere() {
    let files = generate(&draft());
    let brev = &json(&files, "regleringsbrev.json")["brev"];
    assert_eq!(brev["antal_bilagor_i_ord"], "två");
    assert_eq!(brev["bilagor"][1]["justeringar"].as_array().map(Vec::len), Some(3));
    assert_eq!(brev["utanfor"], Value::Null, "every month is in an annex");
    let plan = &json(&files, "betalningsplan.json")["plan"];
    // Twelve rounded months of 2023 are 28 kronor short.
    assert_eq!(plan["betalningar"][1]["residual"]["varde"], 28);
    assert_eq!(plan["avtalsar"][0]["residual_placeras"], true);
    let mut pages = 0;
    for name in
        ["regleringsbrev", "bilaga-1", "bilaga-2", "regleringsbrev-samlat", "betalningsplan"]
    {
        let pdf = &files[&format!("{name}.pdf")];
        let texts = pdf_extract::extract_text_from_mem_by_pages(pdf).expect("text");
        for (text, page) in texts.iter().zip(1..) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains("UTKAST – beslutet är inte fattat"), "{name}, page {page}");
            pages += 1;
        }
    }
    assert!(pages > 15, "{pages} pages");
    let csv = String::from_utf8(files["betalningsplan.csv"].clone()).expect("UTF-8");
    assert!(csv.lines().skip(1).all(|row| row.contains(";utkast;")), "{csv}");
    assert!(!csv.contains("utan bilaga"), "{csv}");
}
