//! The pages as they are read: compared with the committed extracts, so that a review sees what a
//! change did to the paper, and with the JSON, so that page and data say the same.

use serde_json::Value;

use crate::proof::{committad, falt, json as las, med_falt, uppsattning};
use crate::sidor::{granskas, sidor, utdrag};

/// The first lines where two texts differ, marked.
fn skillnad(var: &str, ar: &str) -> String {
    let (var, ar): (Vec<_>, Vec<_>) = (var.lines().collect(), ar.lines().collect());
    let lika = var.iter().zip(&ar).take_while(|(var, ar)| var == ar).count();
    let visa = |tecken: &str, rader: &[&str]| {
        let rader = rader.iter().skip(lika).take(5).map(|rad| format!("{tecken} {rad}"));
        rader.collect::<Vec<_>>().join("\n")
    };
    format!("line {}:\n{}\n{}", lika + 1, visa("-", &var), visa("+", &ar))
}

#[test]
fn the_pages_are_those_that_were_reviewed() {
    let mut antal = 0;
    for (namn, pdf) in uppsattning().pdf().filter(|(namn, _)| granskas(namn)) {
        let path = format!("tests/documents/pages/{namn}.txt");
        let (var, ar) = (committad(&path), utdrag(&sidor(pdf), &uppsattning().korning));
        assert!(
            var == ar,
            "{path} is not what the pages say; read the difference, then write it with: \
             `cargo dev pages`\n{}",
            skillnad(&var, &ar)
        );
        antal += 1;
    }
    let mapp = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/pages");
    assert_eq!(antal, std::fs::read_dir(mapp).expect("a folder").count(), "none is left over");
    assert!(antal > 4, "{antal} documents");
}

#[test]
fn every_page_bears_the_id_of_the_run_once() {
    let korning = &uppsattning().korning;
    for (namn, pdf) in uppsattning().pdf() {
        for (text, sida) in sidor(pdf).iter().zip(1..) {
            let antal = text.matches(&format!("Körning {korning}")).count();
            assert_eq!(antal, 1, "{namn}, page {sida}");
        }
    }
}

/// A text without what line breaks put in or take away.
fn tatt(text: &str) -> String {
    let bort = |tecken: &char| !tecken.is_whitespace() && !matches!(tecken, '-' | '\u{ad}');
    text.chars().filter(bort).collect()
}

/// A row as it is set: heading, then cells; the star of preliminary figures follows them.
fn rad(rad: &Value) -> String {
    let celler = rad.get("celler").and_then(Value::as_array).expect("cells");
    let okanda = rad.get("okanda").and_then(Value::as_array).cloned().unwrap_or_default();
    let texter = celler.iter().enumerate().map(|(plats, cell)| {
        if cell.is_null() {
            // A cell whose figure is not known says so; one that has none says nothing.
            let okand = okanda.iter().find(|okand| okand["kolumn"] == plats);
            return okand.map_or("", |okand| falt(okand, "text")).to_owned();
        }
        let stjarna = if falt(cell, "status") == "preliminär" { "*" } else { "" };
        format!("{}{stjarna}", falt(cell, "text"))
    });
    tatt(&std::iter::once(falt(rad, "rubrik").to_owned()).chain(texter).collect::<String>())
}

#[test]
fn every_row_of_every_table_is_printed_in_order() {
    let mut antal = 0;
    for (namn, pdf) in uppsattning().pdf() {
        let text = tatt(&sidor(pdf).concat());
        let json = las(&format!("{namn}.json"));
        let mut tabeller = Vec::new();
        med_falt(&json, &["rader", "kolumner"], &mut tabeller);
        for tabell in tabeller {
            let rubrik = tatt(falt(tabell, "rubrik"));
            // The caption may be quoted before: the table is where its rows follow.
            let funnen = text.match_indices(&rubrik).any(|(plats, _)| {
                let mut kvar = text.split_at(plats).1;
                let rader = tabell.get("rader").and_then(Value::as_array).expect("rows");
                rader.iter().map(rad).all(|rad| {
                    let traff = kvar.split_once(rad.as_str());
                    kvar = traff.map_or("", |(_, efter)| efter);
                    traff.is_some()
                })
            });
            assert!(funnen, "{namn}: {} is not printed row by row", falt(tabell, "rubrik"));
            antal += 1;
        }
    }
    assert!(antal > 28, "{antal} tables");
}

#[test]
fn every_figure_of_a_document_is_printed() {
    let mut antal = 0;
    for (namn, pdf) in uppsattning().pdf() {
        let text = tatt(&sidor(pdf).concat());
        let json = las(&format!("{namn}.json"));
        let mut siffror = Vec::new();
        med_falt(&json, &["id", "varde", "text"], &mut siffror);
        for siffra in siffror {
            let tryckt = tatt(falt(siffra, "text"));
            // A change in prose is printed by its size, without sign.
            let storlek = tryckt.trim_start_matches('−');
            assert!(text.contains(storlek), "{namn}: {siffra} is not printed");
            antal += 1;
        }
    }
    assert!(antal > 700, "{antal} figures");
}
