//! The workbooks of the set hold what the documents state: a sheet for each table, and in each cell the
//! unrounded value in the unit it is printed in.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::proof::{falt, json as las, med_falt, uppsattning};

type Bok<'a> = Xlsx<Cursor<&'a [u8]>>;

fn bocker() -> impl Iterator<Item = (&'static str, Bok<'static>)> {
    let filer = uppsattning().filer.iter();
    let xlsx = filer.filter_map(|(fil, bytes)| Some((fil.strip_suffix(".xlsx")?, bytes)));
    xlsx.map(|(namn, bytes)| {
        (namn, Xlsx::new(Cursor::new(bytes.as_slice())).expect("calamine reads it"))
    })
}

fn tabeller(json: &Value) -> Vec<&Value> {
    let mut tabeller = Vec::new();
    med_falt(json, &["rader", "kolumner"], &mut tabeller);
    tabeller
}

fn lista<'a>(varde: &'a Value, namn: &str) -> &'a [Value] {
    varde.get(namn).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn bildtext(tabell: &Value) -> String {
    match tabell["nummer"].as_u64() {
        Some(nummer) => format!("Tabell {nummer}. {}", falt(tabell, "rubrik")),
        None => falt(tabell, "rubrik").to_owned(),
    }
}

/// A figure's value in the unit it is printed in, as far as a cell can hold it.
fn i_tryckt_enhet(siffra: &Value) -> Decimal {
    let varde = siffra["varde"].to_string().trim_matches('"').parse::<Decimal>().expect("a number");
    let skala: Decimal = falt(siffra, "skala").parse().expect("a number");
    varde / skala
}

fn jamfor(cell: &Data, siffra: &Value, plats: &str) {
    if siffra["skrivs"] == "datum" {
        let dag = cell.as_date().expect("a date").to_string();
        assert_eq!(dag, falt(siffra, "text"), "{plats}");
        return;
    }
    let tal: Decimal = match cell {
        Data::Float(tal) => tal.to_string(),
        Data::Int(tal) => tal.to_string(),
        annat => panic!("{plats} is no number: {annat:?}"),
    }
    .parse()
    .expect("a number");
    let vantat = i_tryckt_enhet(siffra);
    let nara = Decimal::new(1, 12) * vantat.abs().max(Decimal::ONE);
    assert!((tal - vantat).abs() <= nara, "{plats} is {tal}, not {vantat}");
}

/// Compares a table with its sheet; returns how many figures.
fn jamfor_tabell(blad: &Range<Data>, tabell: &Value, namn: &str) -> usize {
    let rader = lista(tabell, "rader");
    let forsta = 1 + u32::from(rader.iter().any(|rad| rad["lanskod"].is_string()));
    let mut antal = 0;
    for (plats_i_bladet, rad) in (5..).zip(rader) {
        for (kolumn, siffra) in (forsta..).zip(lista(rad, "celler")) {
            let plats = format!("{namn}, {}, {}", bildtext(tabell), falt(rad, "rubrik"));
            let cell = blad.get_value((plats_i_bladet, kolumn)).unwrap_or(&Data::Empty);
            if siffra.is_null() {
                let okand = lista(rad, "okanda")
                    .iter()
                    .find(|okand| okand["kolumn"].as_u64() == Some(u64::from(kolumn - forsta)));
                let vantat = okand.map(|okand| falt(okand, "text"));
                assert_eq!(cell.get_string(), vantat, "{plats}");
            } else {
                jamfor(cell, siffra, &plats);
                antal += 1;
            }
        }
    }
    antal
}

#[test]
fn every_table_has_its_sheet_and_every_figure_its_number() {
    let (mut antal, mut bladen) = (0, 0);
    for (namn, mut bok) in bocker() {
        let json = las(&format!("{namn}.json"));
        let tabeller = tabeller(&json);
        let mut blad = bok.worksheets();
        for tabell in &tabeller {
            let bildtext = Data::String(bildtext(tabell));
            let plats = blad.iter().position(|(_, blad)| blad.get_value((0, 0)) == Some(&bildtext));
            let (_, blad) = blad.remove(plats.unwrap_or_else(|| panic!("{namn}: {bildtext}")));
            antal += jamfor_tabell(&blad, tabell, namn);
        }
        let ovriga: Vec<_> = blad.iter().map(|(namn, _)| namn.as_str()).collect();
        let mut betalningar = Vec::new();
        med_falt(&json, &["betalningar"], &mut betalningar);
        let vantade: &[_] =
            if betalningar.is_empty() { &["Om"] } else { &["Betalningsdagar", "Om"] };
        assert_eq!(ovriga, vantade, "{namn}");
        bladen += tabeller.len();
    }
    assert!(bladen > 100 && antal > 3_000, "{bladen} tables, {antal} figures");
}

#[test]
fn the_annex_holds_its_table_as_whole_numbers_and_its_totals_as_sums() {
    let (_, mut bok) = bocker().find(|(namn, _)| *namn == "bilaga-4").expect("the annex");
    let namn = "Utbetalning per region maj– (1)";
    assert_eq!(bok.sheet_names(), [namn, "Betalningsdagar", "Om"]);
    let json = las("bilaga-4.json");
    let blad = bok.worksheet_range(namn).expect("the table");
    let mut antal = 0;
    for (plats, rad) in (5..).zip(lista(&json["bilaga"]["tabell"], "rader")) {
        for (kolumn, cell) in (2..).zip(lista(rad, "celler")) {
            let vantat = cell["varde"].as_i64().expect("kronor");
            let funnet = blad.get_value((plats, kolumn)).and_then(DataType::as_i64);
            assert_eq!(funnet, Some(vantat), "row {plats}, column {kolumn}");
            antal += 1;
        }
    }
    assert_eq!(antal, 22 * 4);
    let formler = bok.worksheet_formula(namn).expect("the formulas");
    for (kolumn, bokstav) in (2..).zip(["C", "D", "E", "F"]) {
        let formel = formler.get_value((26, kolumn)).map(String::as_str);
        assert_eq!(formel, Some(format!("SUM({bokstav}6:{bokstav}26)").as_str()));
    }
}
