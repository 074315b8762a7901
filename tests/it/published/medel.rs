//! The published amounts of sektorsbidraget and of the overview of money per region, against the JSON,
//! the pages and the workbooks. What was not published is worked out here, in whole numbers.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use serde_json::Value;
use statsbidrag::quantity::Decimal;

use crate::published::facit::tryckt;
use crate::published::{filer, json, pdf, xlsx};

/// A region as the two documents published it.
struct Publicerat {
    namn: String,
    folk: i64,
    /// Standard cost, millionths of a krona per inhabitant.
    standardkostnad: i64,
    /// Kronor.
    sektorsbidrag: i64,
    /// Million kronor.
    medel: i64,
}

fn csv(namn: &str) -> Vec<Vec<String>> {
    let fil = format!("{}/tests/data/{namn}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut las = csv::Reader::from_path(fil).expect("the fixture is there");
    las.records().map(|rad| rad.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn publicerat() -> Vec<Publicerat> {
    let (sektorsbidrag, besked) = (csv("sektorsbidrag-2024"), csv("besked-2024"));
    assert_eq!((sektorsbidrag.len(), besked.len()), (21, 21));
    let heltal = |text: &str| text.parse().expect("a whole number");
    let region = |(ett, annat): (&Vec<String>, &Vec<String>)| {
        assert_eq!(ett[..2], annat[..2], "the same region");
        let kostnad: Decimal = ett[3].parse().expect("kronor");
        Publicerat {
            namn: ett[1].clone(),
            folk: heltal(&ett[2]),
            standardkostnad: heltal(&(kostnad * Decimal::from(1_000_000)).normalize().to_string()),
            sektorsbidrag: heltal(&ett[4]),
            medel: heltal(&annat[2]),
        }
    };
    sektorsbidrag.iter().zip(&besked).map(region).collect()
}

/// To the nearest whole number, of what is not negative.
fn delat(over: i64, under: i64) -> i64 {
    i64::try_from((2 * i128::from(over) + i128::from(under)) / (2 * i128::from(under)))
        .expect("it fits")
}

/// Tenths as they are printed: `1 477,5`.
fn tiondelar(tal: i64) -> String {
    format!("{},{}", tryckt(tal / 10), tal % 10)
}

/// The printed cells of the decision's table.
fn beslutets_rad(p: &Publicerat) -> [String; 4] {
    [p.folk, delat(p.standardkostnad, 1_000_000), delat(p.sektorsbidrag, p.folk), p.sektorsbidrag]
        .map(tryckt)
}

/// The printed cells of the overview's table, without the marks of what is preliminary.
fn oversiktens_rad(p: &Publicerat) -> [String; 4] {
    let kronor = p.medel * 1_000_000;
    [
        tiondelar(delat(p.sektorsbidrag, 100_000)),
        tiondelar(delat(kronor - p.sektorsbidrag, 100_000)),
        tryckt(p.medel),
        tryckt(delat(kronor, p.folk)),
    ]
}

/// Rows as they should be printed, the total last.
fn rader(rad: fn(&Publicerat) -> [String; 4], totalt: [&str; 4]) -> Vec<(String, [String; 4])> {
    let regioner = publicerat();
    let regioner = regioner.iter().map(|p| (p.namn.clone(), rad(p)));
    let totalt = totalt.map(|text| text.replace(' ', "\u{a0}"));
    regioner.chain([("Totalt".to_owned(), totalt)]).collect()
}

fn beslutet() -> Vec<(String, [String; 4])> {
    rader(beslutets_rad, ["10 557 682", "28 740", "284", "3 000 000 000"])
}

fn oversikten() -> Vec<(String, [String; 4])> {
    rader(oversiktens_rad, ["3 000,0", "6 842,0", "9 842", "932"])
}

fn jamfor(tabell: &Value, vantade: &[(String, [String; 4])]) {
    let rader = tabell["rader"].as_array().expect("rows");
    assert_eq!(rader.len(), vantade.len());
    for (rad, (namn, celler)) in rader.iter().zip(vantade) {
        assert_eq!(rad["rubrik"], **namn);
        for (plats, vantad) in celler.iter().enumerate() {
            assert_eq!(rad["celler"][plats]["text"], **vantad, "{namn}, column {plats}");
        }
    }
}

#[test]
fn every_published_sektorsbidrag_is_reproduced() {
    let json = json("sektorsbidrag.json");
    jamfor(&json["tabell"], &beslutet());
    let mut summa = 0;
    for (rad, p) in json["tabell"]["rader"].as_array().expect("rows").iter().zip(publicerat()) {
        // What is paid is a whole number, and the printed figure is all of it.
        assert_eq!(rad["celler"][3]["varde"], p.sektorsbidrag, "{}", p.namn);
        summa += p.sektorsbidrag;
    }
    assert_eq!(json["tabell"]["rader"][21]["celler"][3]["varde"], summa);
    assert_eq!(json["pott"]["varde"], 3_000_000_000_i64);
    assert_eq!(json["fordelning"]["befolkning_datum"]["iso"], "2023-11-01");
    assert_eq!(json["fordelning"]["residual"]["riktning"], "oforandrad");
    assert_eq!(json["exempel"]["region"], "Gotland");
}

#[test]
fn the_overview_of_2024_is_what_was_published() {
    let json = json("besked.json");
    jamfor(&json["tabell1"], &oversikten());
    let medel = |rad: &Value| rad["celler"][2]["varde"].as_str().expect("kronor").to_owned();
    for (rad, p) in json["tabell1"]["rader"].as_array().expect("rows").iter().zip(publicerat()) {
        assert_eq!(medel(rad), format!("{}000000", p.medel), "{}", p.namn);
    }
    assert_eq!(json["summa"]["text"], "9\u{a0}842");
    for (plats, vantat) in [
        ("/omtalat/belopp/text", "9,8"),
        ("/omtalat/avrundat/text", "9,8"),
        ("/omtalat/skillnad/riktning", "oforandrad"),
        ("/omtalat/avrundning/storlek", "42"),
        ("/omtalat/avrundning/riktning", "upp"),
        ("/per_inv/hogst/region", "Gotland"),
        ("/per_inv/lagst/region", "Stockholm"),
        ("/per_inv/over_medel/antal_i_ord", "tolv"),
        ("/ingar/sektorsbidrag/text", "3\u{a0}000"),
    ] {
        assert_eq!(json.pointer(plats).and_then(Value::as_str), Some(vantat), "{plats}");
    }
    let ovriga = json["tabell2"]["rader"].as_array().expect("rows");
    let belopp = |rad: &Value| rad["celler"][0]["text"].as_str().expect("text").to_owned();
    let belopp: Vec<_> = ovriga.iter().map(belopp).collect();
    let vantade = ["9,0", "68,0", "405,0", "3,0", "133,5", "102,0", "448,0", "2\u{a0}000,0"];
    assert_eq!(belopp, vantade);
    assert_eq!(ovriga[7]["rubrik"], "Kortare köer (cirka, delvis preliminärt)");
    assert_eq!(ovriga[5]["rubrik"], "Fastigheter, förordning (2023:30)");
}

/// All the overview's own figures are preliminary, sektorsbidraget's is not, and what comes of both is.
#[test]
fn preliminary_figures_stay_preliminary_in_every_column() {
    let json = json("besked.json");
    for rad in json["tabell1"]["rader"].as_array().expect("rows") {
        let status: Vec<_> = (0..4)
            .map(|plats| rad["celler"][plats]["status"].as_str().expect("a status"))
            .collect();
        let vantade = ["härledd", "preliminär", "preliminär", "preliminär"];
        assert_eq!(status, vantade, "{}", rad["rubrik"]);
    }
    let diagram = &json["per_inv"]["diagram1"];
    for del in ["staplar", "linjer"] {
        for en in diagram[del].as_array().expect("bars and lines") {
            assert_eq!(en["siffra"]["status"], "preliminär", "{en}");
        }
    }
}

/// The text of a page without white space: how far a star stands from its number is the setting's.
fn tatt(text: &str) -> String {
    text.chars().filter(|tecken| !tecken.is_whitespace()).collect()
}

#[test]
fn both_tables_stand_row_by_row_on_their_pages() {
    for (fil, vantade, marken) in [
        ("sektorsbidrag.pdf", beslutet(), ["", "", "", ""]),
        ("besked.pdf", oversikten(), ["", "*", "*", "*"]),
    ] {
        let text = tatt(&pdf::text(fil));
        let mut kvar = text.as_str();
        for (namn, celler) in &vantade {
            let celler = celler.iter().zip(marken).flat_map(|(cell, marke)| [cell.as_str(), marke]);
            let celler: String = celler.collect();
            let rad = tatt(&format!("{namn}{celler}"));
            let Some((_, efter)) = kvar.split_once(&rad) else {
                panic!("{fil} does not print {rad} in its place")
            };
            kvar = efter;
        }
    }
}

#[test]
fn both_tables_stand_in_their_workbooks() {
    let blad = |fil: &str| {
        let mut bok = Xlsx::new(Cursor::new(&filer()[fil])).expect("a workbook");
        bok.worksheet_range("Tabell 1").expect("the table")
    };
    let (beslutet, oversikten) = (blad("sektorsbidrag.xlsx"), blad("besked.xlsx"));
    for p in publicerat() {
        let rad = xlsx::rad(beslutet.rows(), &p.namn);
        assert_eq!(
            rad,
            [
                Some(p.folk),
                Some(delat(p.standardkostnad, 1_000_000)),
                Some(delat(p.sektorsbidrag, p.folk)),
                Some(p.sektorsbidrag)
            ]
        );
        let rad = xlsx::rad(oversikten.rows(), &p.namn);
        assert_eq!(rad[2], Some(p.medel), "{}", p.namn);
    }
    let summa = xlsx::rad(beslutet.rows(), "Totalt");
    assert_eq!(summa.last(), Some(&Some(3_000_000_000)));
    assert_eq!(xlsx::rad(oversikten.rows(), "Totalt")[2], Some(9_842));
}
