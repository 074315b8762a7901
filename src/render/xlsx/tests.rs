//! Workbooks are read back with calamine and looked at as archives.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};

use super::tabell_xlsx;
use crate::report::head::{Huvud, Underlagsrad};
use crate::report::number::{Datum, Scale, Siffra, Varde, Writing};
use crate::report::paper::Sheets;
use crate::report::payment::Betalning;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};

fn siffra(varde: Varde, text: &str, decimaler: usize) -> Siffra {
    Siffra {
        id: "x".to_owned(),
        varde,
        enhet: "kr".to_owned(),
        status: "fastställd".to_owned(),
        text: text.to_owned(),
        skrivs: Writing::Number,
        skala: Scale::One,
        decimaler,
        markt: false,
    }
}

fn heltal(tal: i64) -> Siffra {
    siffra(Varde::Heltal(tal), &tal.to_string(), 0)
}

fn decimal(tal: &str, text: &str) -> Siffra {
    siffra(Varde::Text(tal.to_owned()), text, 1)
}

fn datum(iso: &str) -> Datum {
    Datum { iso: iso.to_owned(), text: String::new() }
}

fn rad(rubrik: &str, slag: Radslag, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: (slag == Radslag::Rad).then(|| "01".to_owned()),
        slag,
        celler,
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}

fn kolumn(rubrik: &str, grupp: Option<&str>, enhet: &str) -> Tabellkolumn {
    Tabellkolumn {
        rubrik: rubrik.to_owned(),
        grupp: grupp.map(str::to_owned),
        enhet: enhet.to_owned(),
    }
}

fn huvud() -> Huvud {
    let underlag = Underlagsrad {
        fil: "a.xlsx".to_owned(),
        blad: "Behov".to_owned(),
        uppgift: "=1+1".to_owned(),
        kalla: "SCB".to_owned(),
        per_datum: Some("2021-12-31".to_owned()),
        status: "exempel".to_owned(),
        bekraftad_av: None,
    };
    let (korning, titel) = ("0123456789abcdef".to_owned(), "=Titel & <annat>".to_owned());
    let mut huvud = Huvud::of(titel, datum("2024-01-31"));
    huvud.complete(("x", 1), &korning, 2024, vec![underlag]);
    huvud
}

fn tabell(kolumner: Vec<Tabellkolumn>, rader: Vec<Tabellrad>) -> Tabell {
    Tabell {
        id: "t".to_owned(),
        nummer: Some(2),
        rubrik: "Bidrag".to_owned(),
        enhet: "kr".to_owned(),
        radrubrik: "Region".to_owned(),
        kolumner,
        rader,
        avrundade: Avrundade { antal: 1, rader: vec!["A".to_owned()], uppraknade: "A".to_owned() },
    }
}

fn bidrag() -> Tabell {
    tabell(
        vec![kolumn("Summerar", Some("G"), ""), kolumn("Summerar inte", None, "kr/inv")],
        vec![
            rad("A", Radslag::Rad, vec![Some(heltal(1)), Some(decimal("1.26", "1,3"))]),
            rad("=B()", Radslag::Rad, vec![Some(heltal(2)), None]),
            rad("Totalt", Radslag::Summa, vec![Some(heltal(3)), Some(decimal("1.5", "1,5"))]),
        ],
    )
}

fn betalning(totalt: Siffra) -> Betalning {
    Betalning {
        manad: "maj 2024".to_owned(),
        kostnadsmanad: "mars 2024".to_owned(),
        avtalsar: 2024,
        bilaga: None,
        dag: datum("2024-05-02"),
        manadsbelopp: heltal(7),
        justering: None,
        residual: None,
        totalt,
    }
}

fn dokument(tabell: Tabell) -> Sheets {
    Sheets::of(huvud(), [tabell]).with_payments(vec![betalning(heltal(7))])
}

fn bytes(sheets: &Sheets) -> Vec<u8> {
    tabell_xlsx("x.xlsx", sheets).expect("a workbook")
}

fn bok() -> Vec<u8> {
    bytes(&dokument(bidrag()))
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
    let rader = vec![
        rad("A", Radslag::Rad, vec![Some(heltal(5))]),
        rad("B", Radslag::Rad, vec![Some(heltal(-2))]),
        rad("Netto", Radslag::Delsumma, vec![Some(heltal(3))]),
        rad("C", Radslag::Rad, vec![Some(heltal(4))]),
        rad("D", Radslag::Rad, vec![None]),
        rad("Totalt", Radslag::Summa, vec![Some(heltal(7))]),
    ];
    let bytes = bytes(&dokument(tabell(vec![kolumn("Summerar", None, "")], rader)));
    let mut bok: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
    let formler = bok.worksheet_formula("Tabell 2").expect("the formulas");
    let formel = |rad| formler.get_value((rad, 2)).map(String::as_str);
    assert_eq!(formel(7), Some("SUM(C6:C7)"));
    assert_eq!(formel(10), Some("SUM(C6:C7,C9:C10)"));
}

#[test]
fn tables_with_a_number_come_first_by_number() {
    let med = |id: &str, nummer| Tabell { id: id.to_owned(), nummer, ..bidrag() };
    let tabeller = [med("b", None), med("a", None), med("x", Some(3)), med("y", Some(1))];
    let sheets = Sheets::of(huvud(), tabeller);
    let ordning: Vec<_> = sheets.tables.iter().map(|tabell| tabell.id.as_str()).collect();
    assert_eq!(ordning, ["y", "x", "a", "b"]);
}

/// The star is in the number's format: the cell stays a number. Below the rows of every sheet with one it
/// is explained.
#[test]
fn what_is_preliminary_is_marked_and_still_a_number() {
    let las = |markt: bool| {
        let siffra = Siffra { markt, ..heltal(1) };
        let mut tabell = bidrag();
        tabell.rader = vec![rad("A", Radslag::Rad, vec![Some(siffra.clone())])];
        let sheets = dokument(tabell).with_payments(vec![betalning(siffra)]);
        let bytes = bytes(&sheets);
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes.clone())).expect("an archive");
        let mut stilar = String::new();
        let mut fil = zip.by_name("xl/styles.xml").expect("the styles");
        fil.read_to_string(&mut stilar).expect("text");
        let mut bok: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine reads it");
        let mut cell = |blad: &str, plats| {
            let blad = bok.worksheet_range(blad).expect("the sheet");
            blad.get_value(plats).cloned().unwrap_or(Data::Empty)
        };
        let tal = cell("Tabell 2", (5, 2)).as_f64();
        let noter = [cell("Tabell 2", (7, 0)), cell("Betalningsdagar", (7, 0))];
        (stilar.contains("#,##0&quot;*&quot;"), tal, noter)
    };
    let avrundat = "Går inte ihop som tryckt, på grund av avrundning: A.";
    let noter = [Data::String(avrundat.to_owned()), Data::Empty];
    assert_eq!(las(false), (false, Some(1.0), noter));
    let noter = ["* Preliminär uppgift.", "* Preliminär uppgift."];
    assert_eq!(las(true), (true, Some(1.0), noter.map(|not| Data::String(not.to_owned()))));
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
