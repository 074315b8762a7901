//! Files made to exhaust memory, to be read in two ways, or to slip something past the reader.

use std::fmt::Write;

use crate::workbook::bok::{andra, byt, delar, fel, packa, ratt};

const SHEET: &str = "xl/worksheets/sheet3.xml";
const STORT: &str = "\n  hjälp:   spara om arbetsboken utan det som inte hör dit: bilder, egna blad, \
    formatering långt utanför tabellerna";
const HAMTA: &str =
    "\n  hjälp:   hämta filen på nytt, eller öppna den i Excel eller LibreOffice och spara om den";

/// calamine 0.38 makes room for as many strings as the part says it has: 400 TB here.
#[test]
fn a_huge_unique_count() {
    let bytes = andra(&ratt().bytes(), "xl/sharedStrings.xml", |text| {
        attribut(&text, "uniqueCount=\"", "18446744073709551")
    });
    assert_eq!(
        fel(&bytes),
        format!(
            "fel[F07] prov.xlsx: delen xl/sharedStrings.xml säger sig ha 18446744073709551 texter, fler än den rymmer{STORT}"
        )
    );
}

/// `worksheet_range` would ask for 550 GB.
#[test]
fn one_cell_in_the_last_corner() {
    let bytes = byt(
        &ratt().bytes(),
        SHEET,
        "</sheetData>",
        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
    );
    assert_eq!(
        fel(&bytes),
        "fel[I18] prov.xlsx › Befolkning › XFD1048576: 1 står nedanför tabellen\n  \
         hjälp:   flytta texten till ett eget blad, eller ta bort den"
    );
}

/// The text with the value of an attribute replaced.
fn attribut(text: &str, namn: &str, varde: &str) -> String {
    let (fore, efter) = text.split_once(namn).expect("the attribute");
    let (_, efter) = efter.split_once('"').expect("its end");
    format!("{fore}{namn}{varde}\"{efter}")
}

#[test]
fn a_zip_bomb() {
    let mut delar = delar(&ratt().bytes());
    let mut blad = delar.remove(SHEET).expect("the sheet");
    blad.resize(70 << 20, b' ');
    delar.insert(SHEET.into(), blad);
    let bytes = packa(delar.iter().map(|(namn, del)| (namn.as_str(), del.as_slice())));
    assert!(bytes.len() < 1 << 20);
    let hogst = "\n  väntade: högst 64 MB per del och 128 MB sammanlagt";
    assert_eq!(
        fel(&bytes),
        format!("fel[F07] prov.xlsx: delen {SHEET} är uppackad större än 64 MB{hogst}{STORT}")
    );
}

#[test]
fn too_many_parts_and_too_large_a_file() {
    let namn: Vec<_> = (0..2_001).map(|nummer| format!("x{nummer}")).collect();
    let bytes = packa(namn.iter().map(|namn| (namn.as_str(), b"".as_slice())));
    assert_eq!(
        fel(&bytes),
        format!("fel[F07] prov.xlsx: paketet har 2001 delar\n  väntade: högst 2 000{STORT}")
    );
    let stor = vec![b'P'; (20 << 20) + 1];
    assert_eq!(
        fel(&stor),
        format!("fel[F07] prov.xlsx: filen är 20 MB\n  väntade: högst 20 MB{STORT}")
    );
}

#[test]
fn too_many_cells() {
    let mut rader = String::new();
    for rad in 40..50_100 {
        write!(rader, "<row r=\"{rad}\"><c r=\"A{rad}\"><v>1</v></c></row>").expect("room");
    }
    let bytes = byt(&ratt().bytes(), SHEET, "</sheetData>", &format!("{rader}</sheetData>"));
    assert_eq!(
        fel(&bytes),
        format!(
            "fel[F07] prov.xlsx › Befolkning: bladet har fler ifyllda celler, sammanslagningar eller dolda \
             kolumner än det kan behöva\n  väntade: högst 50 000 ifyllda celler{STORT}"
        )
    );
}

/// One long text, used by many cells.
#[test]
fn too_much_text() {
    let lang = "x".repeat(30_000);
    let bytes = andra(&ratt().bytes(), "xl/sharedStrings.xml", |text| {
        text.replacen("<si><t>", &format!("<si><t>{lang}"), 1)
    });
    let mut rader = String::new();
    for rad in 40..400 {
        write!(rader, "<row r=\"{rad}\"><c r=\"A{rad}\" t=\"s\"><v>0</v></c></row>").expect("room");
    }
    let bytes = byt(&bytes, SHEET, "</sheetData>", &format!("{rader}</sheetData>"));
    assert!(fel(&bytes).contains(&format!(
        "fel[F07] prov.xlsx › Befolkning: cellerna innehåller mer text än en arbetsbok kan behöva\n  \
         väntade: högst 8 MB text{STORT}"
    )));
}

/// calamine keeps a copy of the number format for every style.
#[test]
fn a_long_number_format_for_every_style() {
    let bytes = andra(&ratt().bytes(), "xl/styles.xml", |text| {
        text.replacen("formatCode=\"", &format!("formatCode=\"{}", "0".repeat(100_000)), 1)
    });
    assert_eq!(
        fel(&bytes),
        format!(
            "fel[F07] prov.xlsx: delen xl/styles.xml har fler eller längre format än Excel kan skriva{STORT}"
        )
    );
}

#[test]
fn a_document_type_and_entities() {
    let lol = "<!DOCTYPE lol [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    for path in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let bytes =
            andra(&ratt().bytes(), path, |text| text.replacen("?>", &format!("?>{lol}"), 1));
        assert_eq!(
            fel(&bytes),
            format!(
                "fel[F06] prov.xlsx: delen {path} innehåller en dokumenttyp (DTD), som aldrig hör hemma där{HAMTA}"
            )
        );
    }
    let bytes = andra(&ratt().bytes(), SHEET, |text| text.replacen("?>", &format!("?>{lol}"), 1));
    assert_eq!(
        fel(&bytes),
        format!(
            "fel[F06] prov.xlsx › Befolkning: bladet innehåller en dokumenttyp (DTD), som aldrig hör hemma där{HAMTA}"
        )
    );
    let bytes =
        andra(&ratt().bytes(), "xl/sharedStrings.xml", |text| text.replacen("<t>", "<t>&xxe;", 1));
    assert_eq!(
        fel(&bytes),
        format!(
            "fel[F06] prov.xlsx: delen xl/sharedStrings.xml hänvisar till en okänd entitet{HAMTA}"
        )
    );
}

/// What calamine would read as something else than a spreadsheet shows.
#[test]
fn cells_that_could_be_read_in_two_ways() {
    let bytes = ratt().bytes();
    let cell = "<c r=\"B14\"><v>10049</v></c>";
    for (ny, text) in [
        ("<c r=\"B14\"><v>100</v></c><c r=\"B14\"><v>10049</v></c>", "har cellen B14 två gånger"),
        ("<c r=\"B14\"><v>1</v><v>10049</v></c>", "har två värden i cellen B14"),
        ("<c r=\"B14\"><v>10&#48;49</v></c>", "har ett värde i flera delar i cellen B14"),
        ("<c r=\"B14\"><v>10<!-- -->049</v></c>", "har ett värde i flera delar i cellen B14"),
        (
            "<c r=\"B14\" t=\"str\"><v>10<![CDATA[0]]>49</v></c>",
            "har ett värde i flera delar i cellen B14",
        ),
        ("<c r=\"B14\" t=\"s\"><v>x</v></c>", "har en felaktig text i cellen B14"),
        ("<c r=\"B15\"><v>10049</v></c>", "har cellen B15 på fel rad"),
        ("<c r=\"AAAAAAAAAAAAAB14\"><v>10049</v></c>", "har en cell utanför bladet"),
        ("<c r=\"B4294967310\"><v>10049</v></c>", "har en cell utanför bladet"),
        ("<c r=\"B14\" r=\"B14\"><v>10049</v></c>", "är inte välformad XML"),
    ] {
        assert_eq!(
            fel(&byt(&bytes, SHEET, cell, ny)),
            format!("fel[F06] prov.xlsx › Befolkning: bladet {text}{HAMTA}"),
            "{ny}"
        );
    }
    let bakvant = andra(&bytes, SHEET, |text| attribut(&text, "<dimension ref=\"", "C28:A1"));
    assert_eq!(
        fel(&bakvant),
        format!("fel[F06] prov.xlsx › Befolkning: bladet har ett bakvänt område{HAMTA}")
    );
}

/// Two parts by the same name, or by names that only differ in case.
#[test]
fn two_parts_by_one_name() {
    let delar = delar(&ratt().bytes());
    let extra = ("XL/worksheets/SHEET3.xml", b"<worksheet/>".as_slice());
    let bytes =
        packa(delar.iter().map(|(namn, del)| (namn.as_str(), del.as_slice())).chain([extra]));
    assert_eq!(
        fel(&bytes),
        format!("fel[F06] prov.xlsx: paketet har två delar med samma namn{HAMTA}")
    );
    // The same name twice in the directory: written under a name as long, then renamed.
    let extra = ("xl/worksheets/sheet_.xml", b"<worksheet/>".as_slice());
    let mut bytes =
        packa(delar.iter().map(|(namn, del)| (namn.as_str(), del.as_slice())).chain([extra]));
    while let Some(plats) =
        bytes.windows(extra.0.len()).position(|fonster| fonster == extra.0.as_bytes())
    {
        bytes.splice(plats..plats + extra.0.len(), SHEET.bytes());
    }
    assert_eq!(
        fel(&bytes),
        format!("fel[F06] prov.xlsx: paketet har två delar med samma namn{HAMTA}")
    );
}

/// Every byte of a sheet changed in turn: a problem or a value, never a panic.
#[test]
fn spoiled_sheets_never_panic() {
    let bytes = ratt().bytes();
    let mut del = delar(&bytes).remove(SHEET).expect("the sheet");
    del.truncate(2_000);
    for plats in (0..del.len()).step_by(41) {
        for byte in *b"<>\"0Z&" {
            let spoiled = andra(&bytes, SHEET, |text| {
                let mut text = text.into_bytes();
                text.splice(plats..=plats, [byte]);
                String::from_utf8_lossy(&text).into_owned()
            });
            let _ = fel(&spoiled);
        }
    }
}
