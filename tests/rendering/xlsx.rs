//! The workbook of a sample document holds what the PDF prints, cell by cell.

use std::io::Cursor;

use calamine::{DataType, Reader, Xlsx};
use serde_json::Value;
use statsbidrag::render::tabell_xlsx;

use super::BILAGA;

#[test]
fn the_annex_holds_its_table_as_whole_numbers_and_its_totals_as_sums() {
    let bytes = tabell_xlsx("bilaga-4.xlsx", BILAGA.json.as_bytes()).expect("a workbook");
    let mut bok: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
    assert_eq!(bok.sheet_names(), ["Utbetalning per region maj– (1)", "Betalningsdagar", "Om"]);
    let blad = bok.worksheet_range("Utbetalning per region maj– (1)").expect("the table");
    let json = BILAGA.varde();
    let rader = json.pointer("/bilaga/tabell/rader").and_then(Value::as_array).expect("rows");
    let mut antal = 0;
    for (plats, rad) in (5_u32..).zip(rader) {
        let celler = rad.pointer("/celler").and_then(Value::as_array).expect("cells");
        for (kolumn, cell) in (2_u32..).zip(celler) {
            let vantat = cell.pointer("/varde").and_then(Value::as_i64).expect("kronor");
            let funnet = blad.get_value((plats, kolumn)).and_then(DataType::as_i64);
            assert_eq!(funnet, Some(vantat), "row {plats}, column {kolumn}");
            antal += 1;
        }
    }
    assert_eq!(antal, 22 * 4);
    let formler = bok.worksheet_formula("Utbetalning per region maj– (1)").expect("the formulas");
    for (kolumn, bokstav) in (2..).zip(["C", "D", "E", "F"]) {
        let formel = formler.get_value((26, kolumn)).map(String::as_str);
        assert_eq!(formel, Some(format!("SUM({bokstav}6:{bokstav}26)").as_str()));
    }
}
