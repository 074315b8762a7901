//! Workbooks are read back with calamine and looked at as archives.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use serde_json::{Value, json};

use super::tabell_xlsx;

fn siffra(varde: &Value, text: &str) -> Value {
    json!({ "id": "x", "varde": varde, "enhet": "kr", "status": "fastställd", "text": text })
}

fn rad(rubrik: &str, slag: &str, celler: &[Value]) -> Value {
    json!({ "rubrik": rubrik, "lanskod": (slag == "rad").then_some("01"), "slag": slag,
            "celler": celler, "gar_inte_ihop": false })
}

fn dokument() -> Value {
    json!({
        "huvud": { "titel": "=Titel & <annat>", "datum": { "iso": "2024-01-31" }, "status": "exempel", "korning": "0123456789abcdef",
                   "vilar_pa_exempel": true, "exempelblad": "Behov", "underlag": [
                       { "fil": "a.xlsx", "blad": "Behov", "uppgift": "=1+1", "kalla": "SCB",
                         "per_datum": "2021-12-31", "status": "exempel", "bekraftad_av": null } ] },
        "inre": { "tabell": {
            "id": "t", "nummer": 2, "rubrik": "Bidrag", "enhet": "kr", "radrubrik": "Region",
            "avrundade": { "antal": 1, "rader": ["A"], "uppraknade": "A" },
            "kolumner": [ { "rubrik": "Summerar", "grupp": "G", "enhet": "" },
                          { "rubrik": "Summerar inte", "grupp": null, "enhet": "kr/inv" } ],
            "rader": [
                rad("A", "rad", &[siffra(&json!(1), "1"), siffra(&json!("1.26"), "1,3")]),
                rad("=B()", "rad", &[siffra(&json!(2), "2"), Value::Null]),
                rad("Totalt", "summa", &[siffra(&json!(3), "3"), siffra(&json!("1.5"), "1,5")]),
            ] } },
        "betalningar": [ { "manad": "maj 2024", "kostnadsmanad": "mars 2024",
                           "dag": { "iso": "2024-05-02" }, "totalt": siffra(&json!(7), "7") } ],
    })
}

fn bok() -> Vec<u8> {
    tabell_xlsx("x.xlsx", dokument().to_string().as_bytes()).expect("a workbook")
}

#[test]
fn a_table_keeps_numbers_and_sums_what_sums() {
    let mut bok: Xlsx<_> = Xlsx::new(Cursor::new(bok())).expect("calamine reads it");
    assert_eq!(bok.sheet_names(), ["Tabell 2", "Betalningsdagar", "Om"]);
    let blad = bok.worksheet_range("Tabell 2").expect("the table");
    let cell = |rad, kolumn| blad.get_value((rad, kolumn)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(0, 0), Data::String("Tabell 2. Bidrag".into()));
    assert_eq!(cell(4, 2), Data::String("G: Summerar".into()));
    assert_eq!(cell(4, 3), Data::String("Summerar inte (kr/inv)".into()));
    assert_eq!(cell(6, 1), Data::String("=B()".into()), "a text is never a formula");
    assert_eq!(cell(5, 3).as_f64(), Some(1.26), "unrounded");
    assert_eq!(cell(6, 3), Data::Empty);
    assert_eq!(cell(7, 2).as_f64(), Some(3.0), "the total has its value without recalculation");
    let formler = bok.worksheet_formula("Tabell 2").expect("the formulas");
    assert_eq!(formler.get_value((7, 2)).map(String::as_str), Some("SUM(C6:C7)"));
    assert_eq!(formler.get_value((7, 3)).map_or("", String::as_str), "", "1,26 is not 1,5");
    let dagar = bok.worksheet_range("Betalningsdagar").expect("the days");
    let dag = dagar.get_value((5, 2)).and_then(DataType::as_date).expect("a date");
    assert_eq!(dag.to_string(), "2024-05-02");
}

#[test]
fn totals_are_sums_of_rows_or_of_subtotals_and_the_rows_after_them() {
    let cell = |tal: i64| siffra(&json!(tal), &tal.to_string());
    let mut json = dokument();
    let rader = json!([
        rad("A", "rad", &[cell(5)]),
        rad("B", "rad", &[cell(-2)]),
        rad("Netto", "delsumma", &[cell(3)]),
        rad("C", "rad", &[cell(4)]),
        rad("D", "rad", &[Value::Null]),
        rad("Totalt", "summa", &[cell(7)]),
    ]);
    *json.pointer_mut("/inre/tabell/rader").expect("rows") = rader;
    let kolumner = json.pointer_mut("/inre/tabell/kolumner").and_then(Value::as_array_mut);
    kolumner.expect("columns").pop();
    let bytes = tabell_xlsx("x.xlsx", json.to_string().as_bytes()).expect("a workbook");
    let mut bok: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
    let formler = bok.worksheet_formula("Tabell 2").expect("the formulas");
    let formel = |rad| formler.get_value((rad, 2)).map(String::as_str);
    assert_eq!(formel(7), Some("SUM(C6:C7)"));
    assert_eq!(formel(10), Some("SUM(C6:C7,C9:C10)"));
}

/// The star is in the number's format: the cell stays a number.
#[test]
fn what_is_preliminary_is_marked_and_still_a_number() {
    let las = |json: &Value| {
        let bytes = tabell_xlsx("x.xlsx", json.to_string().as_bytes()).expect("a workbook");
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes.clone())).expect("an archive");
        let mut stilar = String::new();
        let mut fil = zip.by_name("xl/styles.xml").expect("the styles");
        fil.read_to_string(&mut stilar).expect("text");
        let mut bok: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
        let blad = bok.worksheet_range("Tabell 2").expect("the table");
        let cell = |rad, kolumn| blad.get_value((rad, kolumn)).cloned().unwrap_or(Data::Empty);
        (stilar.contains("#,##0&quot;*&quot;"), cell(5, 2).as_f64(), cell(9, 0))
    };
    let mut json = dokument();
    let not = |text: &str| Data::String(text.into());
    let avrundat = "Går inte ihop som tryckt, på grund av avrundning: A.";
    assert_eq!(las(&json), (false, Some(1.0), not(avrundat)));
    let cell = json.pointer_mut("/inre/tabell/rader/0/celler/0/status").expect("a cell");
    *cell = json!("preliminär");
    assert_eq!(las(&json), (true, Some(1.0), not("* Preliminär uppgift.")));
}

#[test]
fn the_same_document_gives_the_same_bytes_and_its_own_date() {
    assert_eq!(bok(), bok());
    let mut zip = zip::ZipArchive::new(Cursor::new(bok())).expect("an archive");
    let mut text = String::new();
    let mut core = zip.by_name("docProps/core.xml").expect("the properties");
    core.read_to_string(&mut text).expect("text");
    assert!(text.contains("2024-01-31T00:00:00Z"), "{text}");
    assert!(text.contains("=Titel &amp; &lt;annat&gt;"), "{text}");
}

#[test]
fn what_is_no_document_is_a_problem() {
    let error = tabell_xlsx("x.xlsx", b"{}").expect_err("no head");
    assert!(error.to_string().contains("huvud"), "{error}");
}
