//! The oracle: `inputs/2024` through the whole program, against every figure that was published for
//! 2024: tables 1–5 of the circular and bilaga 4, cell by cell, in the JSON, in the text of the
//! PDF and in the XLSX.

#[cfg(feature = "typeset")]
mod beredskap;
mod betalningsfil;
mod facit;
#[cfg(feature = "typeset")]
mod medel;
#[cfg(feature = "typeset")]
mod pdf;
#[cfg(feature = "typeset")]
mod prosa;
mod xlsx;

use serde_json::Value;
use statsbidrag::output::Filer;

use crate::uppsattning::{av_2024, berakna};
use facit::{Facit, tryckt};

/// The published cells: 5 rows of table 1 with seven amounts, and 22 rows of 2, 3, 8, 5 and 4 columns.
const CELLER: usize = 7 + 22 * (2 + 3 + 8 + 5 + 4);

/// Everything the program makes of 2024.
fn filer() -> &'static Filer {
    &av_2024().filer
}

fn json(fil: &str) -> Value {
    serde_json::from_slice(&filer()[fil]).expect("JSON")
}

/// What is printed in a cell, and the whole number behind it if it is one.
fn cell(cell: &Value) -> (Option<&str>, Option<i64>) {
    (cell["text"].as_str(), cell["varde"].as_i64())
}

/// Compares a table with what was published; returns how many cells.
fn jamfor_tabell(json: &Value, facit: &Facit) -> usize {
    let tabell = json.pointer(facit.plats).expect("the table is there");
    let rader = tabell["rader"].as_array().expect("rows");
    assert_eq!(rader.len(), facit.rader.len(), "{}", facit.plats);
    let mut jamforda = 0;
    for (rad, vantad) in rader.iter().zip(&facit.rader) {
        let plats = format!("{}, {}", facit.plats, vantad.rubrik);
        assert_eq!(rad["rubrik"], vantad.rubrik, "{}", facit.plats);
        let celler = rad["celler"].as_array().expect("cells");
        assert_eq!(celler.len(), vantad.celler.len(), "{plats}");
        for (kolumn, (cellen, vantad)) in celler.iter().zip(&vantad.celler).enumerate() {
            let (text, varde) = cell(cellen);
            assert_eq!(text.map(str::to_owned), vantad.map(tryckt), "{plats}, column {kolumn}");
            // Whole, payable kronor and people are integers, and the printed figure is all of it.
            if matches!(cellen["enhet"].as_str(), Some("inv")) || varde.is_some() {
                assert_eq!(varde, *vantad, "{plats}, column {kolumn}");
            }
            jamforda += usize::from(vantad.is_some());
        }
    }
    jamforda
}

/// The rows that do not add as printed, by the published figures.
fn gar_inte_ihop(facit: &Facit) -> Vec<&str> {
    let Some((termer, resultat)) = facit.summa else { return Vec::new() };
    let tal = |rad: &facit::Rad, kolumn: usize| rad.celler[kolumn].expect("a full table");
    facit
        .rader
        .iter()
        .filter(|rad| {
            let summa: i64 = termer.iter().map(|(kolumn, tecken)| tecken * tal(rad, *kolumn)).sum();
            summa != tal(rad, resultat)
        })
        .map(|rad| rad.rubrik.as_str())
        .collect()
}

#[test]
fn every_published_figure_is_reproduced() {
    let mut jamforda = 0;
    for (fil, facit) in [("cirkular.json", facit::cirkular()), ("bilaga-4.json", facit::bilaga4())]
    {
        let json = json(fil);
        jamforda += facit.iter().map(|facit| jamfor_tabell(&json, facit)).sum::<usize>();
    }
    println!("{jamforda} published figures compared");
    assert_eq!(jamforda, CELLER);
}

/// Every amount in kronor is a whole number in the JSON, so that nobody reads a rounded one as paid.
#[test]
fn what_is_paid_is_a_whole_number_in_the_json() {
    let mut hela = 0;
    for (fil, platser) in [
        (
            "cirkular.json",
            vec![("/statsbidrag/tabell2", vec![0, 1]), ("/statsbidrag/tabell5", vec![0, 4])],
        ),
        ("bilaga-4.json", vec![("/bilaga/tabell", vec![0, 1, 2, 3])]),
    ] {
        let json = json(fil);
        for (plats, kolumner) in platser {
            for rad in json.pointer(plats).expect("the table")["rader"].as_array().expect("rows") {
                for kolumn in &kolumner {
                    assert!(rad["celler"][kolumn]["varde"].is_i64(), "{plats}: {rad}");
                    hela += 1;
                }
            }
        }
    }
    assert_eq!(hela, 22 * (2 + 2 + 4));
}

#[test]
fn the_rows_that_do_not_add_as_printed_are_the_ones_named() {
    let json = json("cirkular.json");
    let mut antal = Vec::new();
    for facit in facit::cirkular() {
        let vantade = gar_inte_ihop(&facit);
        let tabell = json.pointer(facit.plats).expect("the table is there");
        assert_eq!(tabell["avrundade"]["rader"], Value::from(vantade.clone()), "{}", facit.plats);
        assert_eq!(tabell["avrundade"]["antal"], vantade.len(), "{}", facit.plats);
        for rad in tabell["rader"].as_array().expect("rows") {
            let markt = vantade.iter().any(|rubrik| rad["rubrik"] == *rubrik);
            assert_eq!(rad["gar_inte_ihop"], markt, "{}: {}", facit.plats, rad["rubrik"]);
        }
        antal.push((facit.plats, vantade.len(), vantade.contains(&"Riket")));
    }
    assert_eq!(
        antal[2..],
        [
            // Eight regions and the total; three rows; seven.
            ("/behovsmodell/tabell3", 9, true),
            ("/solidariskt/tabell4", 3, false),
            ("/statsbidrag/tabell5", 7, false),
        ]
    );
}
