//! Another decision than that of 2024, to its papers: a draft with two annexes, several adjusted months in
//! each, every month in an annex, and last year's residual placed. Everything the letter counts and the
//! columns of the annexes follow.

use std::collections::BTreeMap;

use serde_json::Value;
use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::workbook::{Fyllning, Innehall};

use super::{bilagor, justeringar, mapp};
use crate::programmet::{Mapp, filer};
use crate::run::{belagg, heltal, text};

fn avtal(fyll: &mut Fyllning) {
    for (ar, residual) in [(2023, "sista betalningen"), (2024, "placeras inte")] {
        let datum = format!("{}-12-20", ar - 1).parse().expect("a date");
        let (nummer, diarienummer) =
            if ar == 2023 { ("II:6", "S2023/00375") } else { ("II:2", "S2023/03332") };
        let rad = [
            ("avtalsar", heltal(ar)),
            ("regeringsbeslut", text(nummer)),
            ("datum", Innehall::Datum(datum)),
            ("diarienummer", text(diarienummer)),
            ("residual", text(residual)),
        ];
        fyll.rad(blad::AVTAL, rad);
    }
    for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
        fyll.belagg(blad::AVTAL, id, belagg());
    }
}

fn utkastet() -> Mapp {
    mapp(&[blad::BILAGOR, blad::AVTAL, blad::JUSTERINGAR], |fyll| {
        fyll.uppgift(blad::DOKUMENT, "beslut_status", text("utkast"), belagg());
        bilagor(fyll, &[(1, 1, 2), (2, 3, 12)]);
        avtal(fyll);
        justeringar(
            fyll,
            &[
                ("IHSI, valutakorrigering", 1, 1),
                ("återbäring, prognos", 1, 2),
                ("vinst/förlust, förmånen", 2, 3),
                ("vinst/förlust, hepatit C", 2, 3),
                ("återbäring, slutlig", 2, 5),
            ],
        );
    })
}

fn generera(mapp: &Mapp) -> BTreeMap<String, Vec<u8>> {
    let svar = mapp.generate();
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    filer(&mapp.resultat())
}

fn json(filer: &BTreeMap<String, Vec<u8>>, namn: &str) -> Value {
    serde_json::from_slice(&filer[namn]).expect("JSON")
}

/// The headings of a table's columns, with ordinary spaces and no hints where to break a word: what they
/// share, and their own.
fn kolumner(tabell: &Value) -> Vec<(Option<String>, String)> {
    let text = |rubrik: &Value| {
        rubrik.as_str().map(|rubrik| rubrik.replace('\u{a0}', " ").replace('\u{ad}', ""))
    };
    let kolumner = tabell["kolumner"].as_array().expect("columns").iter();
    kolumner.map(|en| (text(&en["grupp"]), text(&en["rubrik"]).expect("a heading"))).collect()
}

/// The kronor of a row, by column.
fn rad(tabell: &Value, plats: usize) -> Vec<i64> {
    let celler = tabell["rader"][plats]["celler"].as_array().expect("cells").iter();
    celler.map(|cell| cell["varde"].as_i64().expect("kronor")).collect()
}

#[test]
fn an_annex_has_a_column_for_each_adjustment_of_each_month() {
    let filer = generera(&utkastet());
    assert!(!filer.contains_key("bilaga-3.pdf"), "two annexes");
    let forsta = &json(&filer, "bilaga-1.json")["bilaga"]["tabell"];
    let (i_januari, i_februari) = ("Justering i januari 2024", "Justering i februari 2024");
    let kolumn = |grupp: Option<&str>, rubrik: &str| (grupp.map(str::to_owned), rubrik.to_owned());
    assert_eq!(
        kolumner(forsta),
        [
            kolumn(None, "Statsbidrag per månad"),
            kolumn(Some(i_januari), "Valutakorrigering IHSI 2023"),
            kolumn(Some(i_februari), "Återbäring 2023, prognos"),
            kolumn(Some(i_februari), "Återstod från avrundning"),
            kolumn(Some("Utbetalning"), "januari 2024 för kostnader i november 2023"),
            kolumn(Some("Utbetalning"), "februari 2024 för kostnader i december 2023"),
        ]
    );
    let andra = &json(&filer, "bilaga-2.json")["bilaga"]["tabell"];
    assert_eq!(
        kolumner(andra)[4..],
        [
            kolumn(Some("Utbetalning"), "mars 2024 för kostnader i januari 2024"),
            kolumn(Some("Utbetalning"), "maj 2024 för kostnader i mars 2024"),
            kolumn(
                Some("Utbetalning"),
                "april 2024 och juni–december 2024 för kostnader i februari 2024 och \
                 april–oktober 2024, per månad",
            ),
        ]
    );
    // What is paid is the base and what stands under its month, in every row, the total's too.
    for plats in 0..22 {
        let [bas, ihsi, prognos, rest, januari, februari] = rad(forsta, plats)[..] else {
            panic!("six columns")
        };
        assert_eq!((bas + ihsi, bas + prognos + rest), (januari, februari), "row {plats}");
        let [bas, formanen, hepatit_c, slutlig, mars, maj, ovriga] = rad(andra, plats)[..] else {
            panic!("seven columns")
        };
        let vantade = (bas + formanen + hepatit_c, bas + slutlig, bas);
        assert_eq!((mars, maj, ovriga), vantade, "row {plats}");
    }
}

#[test]
fn the_letter_counts_what_there_is_and_a_draft_says_so_everywhere() {
    let filer = generera(&utkastet());
    let brev = &json(&filer, "regleringsbrev.json")["brev"];
    assert_eq!(brev["antal_bilagor_i_ord"], "två");
    assert_eq!(brev["bilagor"][1]["justeringar"].as_array().map(Vec::len), Some(3));
    assert_eq!(brev["utanfor"], Value::Null, "every month is in an annex");
    let plan = &json(&filer, "betalningsplan.json")["plan"];
    // Twelve rounded months of 2023 are 28 kronor short.
    assert_eq!(plan["betalningar"][1]["residual"]["varde"], 28);
    assert_eq!(plan["avtalsar"][0]["residual_placeras"], true);
    let mut sidor = 0;
    for namn in
        ["regleringsbrev", "bilaga-1", "bilaga-2", "regleringsbrev-samlat", "betalningsplan"]
    {
        let pdf = &filer[&format!("{namn}.pdf")];
        let texter = pdf_extract::extract_text_from_mem_by_pages(pdf).expect("text");
        for (text, sida) in texter.iter().zip(1..) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains("UTKAST – beslutet är inte fattat"), "{namn}, page {sida}");
            sidor += 1;
        }
    }
    assert!(sidor > 15, "{sidor} pages");
    let csv = String::from_utf8(filer["betalningsplan.csv"].clone()).expect("UTF-8");
    assert!(csv.lines().skip(1).all(|rad| rad.contains(";utkast;")), "{csv}");
    assert!(!csv.contains("utan bilaga"), "{csv}");
}
