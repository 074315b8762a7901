//! Workbooks are read back with calamine and looked at as archives.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};

use super::table_xlsx;
use crate::report::head::{Huvud, Underlagsrad};
use crate::report::number::{Datum, Scale, Siffra, Varde, Writing};
use crate::report::paper::Sheets;
use crate::report::payment::Betalning;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};

fn printed(value: Varde, text: &str, decimals: usize) -> Siffra {
    Siffra {
        id: "x".to_owned(),
        varde: value,
        enhet: "kr".to_owned(),
        status: "fastställd".to_owned(),
        text: text.to_owned(),
        skrivs: Writing::Number,
        skala: Scale::One,
        decimaler: decimals,
        markt: false,
    }
}

fn integer(whole: i64) -> Siffra {
    printed(Varde::Integer(whole), &whole.to_string(), 0)
}

fn decimal(whole: &str, text: &str) -> Siffra {
    printed(Varde::Text(whole.to_owned()), text, 1)
}

fn date(iso: &str) -> Datum {
    Datum { iso: iso.to_owned(), text: String::new() }
}

fn row(heading: &str, kind: Radslag, cells: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad {
        rubrik: heading.to_owned(),
        lanskod: (kind == Radslag::Rad).then(|| "01".to_owned()),
        kod: None,
        slag: kind,
        celler: cells,
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}

fn column(heading: &str, group: Option<&str>, unit: &str) -> Tabellkolumn {
    Tabellkolumn {
        rubrik: heading.to_owned(),
        grupp: group.map(str::to_owned),
        enhet: unit.to_owned(),
    }
}

fn head() -> Huvud {
    let evidence = Underlagsrad {
        fil: "a.xlsx".to_owned(),
        blad: "Behov".to_owned(),
        celler: "B9:B29".to_owned(),
        uppgift: "=1+1".to_owned(),
        kalla: "SCB".to_owned(),
        per_datum: Some("2021-12-31".to_owned()),
        status: "exempel".to_owned(),
        ..Underlagsrad::default()
    };
    let (run, title) = ("0123456789abcdef".to_owned(), "=Titel & <annat>".to_owned());
    let mut head = Huvud::of(title, date("2024-01-31"));
    head.complete(("x", 1), &run, 2024, vec![evidence]);
    head
}

fn table(columns: Vec<Tabellkolumn>, rows: Vec<Tabellrad>) -> Tabell {
    Tabell {
        id: "t".to_owned(),
        nummer: Some(2),
        rubrik: "Bidrag".to_owned(),
        enhet: "kr".to_owned(),
        radrubrik: "Region".to_owned(),
        kolumner: columns,
        rader: rows,
        avrundade: Avrundade { antal: 1, rader: vec!["A".to_owned()], uppraknade: "A".to_owned() },
    }
}

fn grant() -> Tabell {
    table(
        vec![column("Summerar", Some("G"), ""), column("Summerar inte", None, "kr/inv")],
        vec![
            row("A", Radslag::Rad, vec![Some(integer(1)), Some(decimal("1.26", "1,3"))]),
            row("=B()", Radslag::Rad, vec![Some(integer(2)), None]),
            row("Totalt", Radslag::Summa, vec![Some(integer(3)), Some(decimal("1.5", "1,5"))]),
        ],
    )
}

fn payment(in_total: Siffra) -> Betalning {
    Betalning {
        manad: "maj 2024".to_owned(),
        kostnadsmanad: "mars 2024".to_owned(),
        avtalsar: 2024,
        bilaga: None,
        dag: date("2024-05-02"),
        manadsbelopp: integer(7),
        justering: None,
        residual: None,
        totalt: in_total,
    }
}

fn document(table: Tabell) -> Sheets {
    Sheets::of(head(), [table]).with_payments(vec![payment(integer(7))])
}

fn bytes(sheets: &Sheets) -> Vec<u8> {
    table_xlsx("x.xlsx", sheets).expect("a workbook")
}

fn book() -> Vec<u8> {
    bytes(&document(grant()))
}

#[test]
fn a_table_keeps_numbers_and_sums_what_sums() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book())).expect("calamine reads it");
    assert_eq!(book.sheet_names(), ["Tabell 2", "Betalningsdagar", "Om"]);
    let sheet = book.worksheet_range("Tabell 2").expect("the table");
    let cell = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(0, 0), Data::String("Tabell 2. Bidrag".into()));
    assert_eq!(cell(4, 2), Data::String("G: Summerar".into()));
    assert_eq!(cell(4, 3), Data::String("Summerar inte (kr/inv)".into()));
    assert_eq!(cell(6, 1), Data::String("=B()".into()), "a text is never a formula");
    assert_eq!(cell(5, 3).as_f64(), Some(1.26), "unrounded");
    assert_eq!(cell(6, 3), Data::Empty);
    assert_eq!(cell(7, 2).as_f64(), Some(3.0), "the total has its value without recalculation");
    let formulas = book.worksheet_formula("Tabell 2").expect("the formulas");
    assert_eq!(formulas.get_value((7, 2)).map(String::as_str), Some("SUM(C6:C7)"));
    assert_eq!(formulas.get_value((7, 3)).map_or("", String::as_str), "", "1,26 is not 1,5");
    let days = book.worksheet_range("Betalningsdagar").expect("the days");
    let day = days.get_value((5, 2)).and_then(DataType::as_date).expect("a date");
    assert_eq!(day.to_string(), "2024-05-02");
}

#[test]
fn totals_are_sums_of_rows_or_of_subtotals_and_the_rows_after_them() {
    let rows = vec![
        row("A", Radslag::Rad, vec![Some(integer(5))]),
        row("B", Radslag::Rad, vec![Some(integer(-2))]),
        row("Netto", Radslag::Delsumma, vec![Some(integer(3))]),
        row("C", Radslag::Rad, vec![Some(integer(4))]),
        row("D", Radslag::Rad, vec![None]),
        row("Totalt", Radslag::Summa, vec![Some(integer(7))]),
    ];
    let bytes = bytes(&document(table(vec![column("Summerar", None, "")], rows)));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
    let formulas = book.worksheet_formula("Tabell 2").expect("the formulas");
    let formula = |row| formulas.get_value((row, 2)).map(String::as_str);
    assert_eq!(formula(7), Some("SUM(C6:C7)"));
    assert_eq!(formula(10), Some("SUM(C6:C7,C9:C10)"));
}

#[test]
fn tables_with_a_number_come_first_by_number() {
    let with = |id: &str, nummer| Tabell { id: id.to_owned(), nummer, ..grant() };
    let tables = [with("b", None), with("a", None), with("x", Some(3)), with("y", Some(1))];
    let sheets = Sheets::of(head(), tables);
    let order: Vec<_> = sheets.tables.iter().map(|table| table.id.as_str()).collect();
    assert_eq!(order, ["y", "x", "a", "b"]);
}

/// The star is in the number's format: the cell stays a number. Below the rows of every sheet with one it
/// is explained.
#[test]
fn what_is_preliminary_is_marked_and_still_a_number() {
    let view = |marked: bool| {
        let printed = Siffra { markt: marked, ..integer(1) };
        let mut table = grant();
        table.rader = vec![row("A", Radslag::Rad, vec![Some(printed.clone())])];
        let sheets = document(table).with_payments(vec![payment(printed)]);
        let bytes = bytes(&sheets);
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes.clone())).expect("an archive");
        let mut styles = String::new();
        let mut file = zip.by_name("xl/styles.xml").expect("the styles");
        file.read_to_string(&mut styles).expect("text");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
        let mut cell = |sheet: &str, place| {
            let sheet = book.worksheet_range(sheet).expect("the sheet");
            sheet.get_value(place).cloned().unwrap_or(Data::Empty)
        };
        let whole = cell("Tabell 2", (5, 2)).as_f64();
        let notes = [cell("Tabell 2", (7, 0)), cell("Betalningsdagar", (7, 0))];
        (styles.contains("#,##0&quot;*&quot;"), whole, notes)
    };
    let rounded_amount = "Går inte ihop som tryckt, på grund av avrundning: A.";
    let notes = [Data::String(rounded_amount.to_owned()), Data::Empty];
    assert_eq!(view(false), (false, Some(1.0), notes));
    let notes = ["* Preliminär uppgift.", "* Preliminär uppgift."];
    assert_eq!(view(true), (true, Some(1.0), notes.map(|not| Data::String(not.to_owned()))));
}

#[test]
fn the_same_document_gives_the_same_bytes_and_its_own_date() {
    assert_eq!(book(), book());
    let mut zip = zip::ZipArchive::new(Cursor::new(book())).expect("an archive");
    let mut text = String::new();
    let mut core = zip.by_name("docProps/core.xml").expect("the properties");
    core.read_to_string(&mut text).expect("text");
    assert!(text.contains("2024-01-31T00:00:00Z"), "{text}");
    assert!(text.contains("=Titel &amp; &lt;annat&gt;"), "{text}");
}
