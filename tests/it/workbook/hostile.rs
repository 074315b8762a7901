//! Files made to exhaust memory, to be read in two ways, or to slip something past the reader.

use std::fmt::Write;

use crate::workbook::book::{change, errors, pack, parts, right_value, swap};

const SHEET: &str = "xl/worksheets/sheet3.xml";
const LARGE_ONE: &str = "\n  hjälp:   spara om arbetsboken utan det som inte hör dit: bilder, egna blad, \
    formatering långt utanför tabellerna";
const FETCH: &str =
    "\n  hjälp:   hämta filen på nytt, eller öppna den i Excel eller LibreOffice och spara om den";

/// calamine 0.38 makes room for as many strings as the part says it has: 400 TB here.
#[test]
fn a_huge_unique_count() {
    let bytes = change(&right_value().bytes(), "xl/sharedStrings.xml", |text| {
        attribute(&text, "uniqueCount=\"", "18446744073709551")
    });
    assert_eq!(
        errors(&bytes),
        format!(
            "fel[F07] prov.xlsx: delen xl/sharedStrings.xml säger sig ha 18446744073709551 texter, fler än den rymmer{LARGE_ONE}"
        )
    );
}

/// `worksheet_range` would ask for 550 GB.
#[test]
fn one_cell_in_the_last_corner() {
    let bytes = swap(
        &right_value().bytes(),
        SHEET,
        "</sheetData>",
        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
    );
    assert_eq!(
        errors(&bytes),
        "fel[I18] prov.xlsx › Befolkning › XFD1048576: 1 står nedanför tabellen\n  \
         hjälp:   flytta texten till ett eget blad, eller ta bort den"
    );
}

/// The text with the value of an attribute replaced.
fn attribute(text: &str, name: &str, value: &str) -> String {
    let (before, after) = text.split_once(name).expect("the attribute");
    let (_, after) = after.split_once('"').expect("its end");
    format!("{before}{name}{value}\"{after}")
}

#[test]
fn a_zip_bomb() {
    let mut parts = parts(&right_value().bytes());
    let mut sheet = parts.remove(SHEET).expect("the sheet");
    sheet.resize(70 << 20, b' ');
    parts.insert(SHEET.into(), sheet);
    let bytes = pack(parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())));
    assert!(bytes.len() < 1 << 20);
    let highest = "\n  väntade: högst 64 MB per del och 128 MB sammanlagt";
    assert_eq!(
        errors(&bytes),
        format!(
            "fel[F07] prov.xlsx: delen {SHEET} är uppackad större än 64 MB{highest}{LARGE_ONE}"
        )
    );
}

#[test]
fn too_many_parts_and_too_large_a_file() {
    let name: Vec<_> = (0..2_001).map(|number| format!("x{number}")).collect();
    let bytes = pack(name.iter().map(|name| (name.as_str(), b"".as_slice())));
    assert_eq!(
        errors(&bytes),
        format!("fel[F07] prov.xlsx: paketet har 2001 delar\n  väntade: högst 2 000{LARGE_ONE}")
    );
    let large = vec![b'P'; (20 << 20) + 1];
    assert_eq!(
        errors(&large),
        format!("fel[F07] prov.xlsx: filen är 20 MB\n  väntade: högst 20 MB{LARGE_ONE}")
    );
}

#[test]
fn too_many_cells() {
    let mut rows = String::new();
    for row in 40..50_100 {
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>").expect("room");
    }
    let bytes = swap(&right_value().bytes(), SHEET, "</sheetData>", &format!("{rows}</sheetData>"));
    assert_eq!(
        errors(&bytes),
        format!(
            "fel[F07] prov.xlsx › Befolkning: bladet har fler ifyllda celler, sammanslagningar eller dolda \
             kolumner än det kan behöva\n  väntade: högst 50 000 ifyllda celler{LARGE_ONE}"
        )
    );
}

/// One long text, used by many cells.
#[test]
fn too_much_text() {
    let lang = "x".repeat(30_000);
    let bytes = change(&right_value().bytes(), "xl/sharedStrings.xml", |text| {
        text.replacen("<si><t>", &format!("<si><t>{lang}"), 1)
    });
    let mut rows = String::new();
    for row in 40..400 {
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>").expect("room");
    }
    let bytes = swap(&bytes, SHEET, "</sheetData>", &format!("{rows}</sheetData>"));
    assert!(errors(&bytes).contains(&format!(
        "fel[F07] prov.xlsx › Befolkning: cellerna innehåller mer text än en arbetsbok kan behöva\n  \
         väntade: högst 8 MB text{LARGE_ONE}"
    )));
}

/// calamine keeps a copy of the number format for every style.
#[test]
fn a_long_number_format_for_every_style() {
    let bytes = change(&right_value().bytes(), "xl/styles.xml", |text| {
        text.replacen("formatCode=\"", &format!("formatCode=\"{}", "0".repeat(100_000)), 1)
    });
    assert_eq!(
        errors(&bytes),
        format!(
            "fel[F07] prov.xlsx: delen xl/styles.xml har fler eller längre format än Excel kan skriva{LARGE_ONE}"
        )
    );
}

#[test]
fn a_document_type_and_entities() {
    let lol = "<!DOCTYPE lol [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    for path in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let bytes = change(&right_value().bytes(), path, |text| {
            text.replacen("?>", &format!("?>{lol}"), 1)
        });
        assert_eq!(
            errors(&bytes),
            format!(
                "fel[F06] prov.xlsx: delen {path} innehåller en dokumenttyp (DTD), som aldrig hör hemma där{FETCH}"
            )
        );
    }
    let bytes =
        change(&right_value().bytes(), SHEET, |text| text.replacen("?>", &format!("?>{lol}"), 1));
    assert_eq!(
        errors(&bytes),
        format!(
            "fel[F06] prov.xlsx › Befolkning: bladet innehåller en dokumenttyp (DTD), som aldrig hör hemma där{FETCH}"
        )
    );
    let bytes = change(&right_value().bytes(), "xl/sharedStrings.xml", |text| {
        text.replacen("<t>", "<t>&xxe;", 1)
    });
    assert_eq!(
        errors(&bytes),
        format!(
            "fel[F06] prov.xlsx: delen xl/sharedStrings.xml hänvisar till en okänd entitet{FETCH}"
        )
    );
}

/// What calamine would read as something else than a spreadsheet shows.
#[test]
fn cells_that_could_be_read_in_two_ways() {
    let bytes = right_value().bytes();
    let cell = "<c r=\"B14\"><v>10049</v></c>";
    for (fresh, text) in [
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
            errors(&swap(&bytes, SHEET, cell, fresh)),
            format!("fel[F06] prov.xlsx › Befolkning: bladet {text}{FETCH}"),
            "{fresh}"
        );
    }
    let reversed = change(&bytes, SHEET, |text| attribute(&text, "<dimension ref=\"", "C28:A1"));
    assert_eq!(
        errors(&reversed),
        format!("fel[F06] prov.xlsx › Befolkning: bladet har ett bakvänt område{FETCH}")
    );
}

/// Two parts by the same name, or by names that only differ in case.
#[test]
fn two_parts_by_one_name() {
    let parts = parts(&right_value().bytes());
    let extra = ("XL/worksheets/SHEET3.xml", b"<worksheet/>".as_slice());
    let bytes =
        pack(parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).chain([extra]));
    assert_eq!(
        errors(&bytes),
        format!("fel[F06] prov.xlsx: paketet har två delar med samma namn{FETCH}")
    );
    // The same name twice in the directory: written under a name as long, then renamed.
    let extra = ("xl/worksheets/sheet_.xml", b"<worksheet/>".as_slice());
    let mut bytes =
        pack(parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).chain([extra]));
    while let Some(place) =
        bytes.windows(extra.0.len()).position(|window| window == extra.0.as_bytes())
    {
        bytes.splice(place..place + extra.0.len(), SHEET.bytes());
    }
    assert_eq!(
        errors(&bytes),
        format!("fel[F06] prov.xlsx: paketet har två delar med samma namn{FETCH}")
    );
}

/// Every byte of a sheet changed in turn: a problem or a value, never a panic.
#[test]
fn spoiled_sheets_never_panic() {
    let bytes = right_value().bytes();
    let mut part = parts(&bytes).remove(SHEET).expect("the sheet");
    part.truncate(2_000);
    for place in (0..part.len()).step_by(41) {
        for byte in *b"<>\"0Z&" {
            let spoiled = change(&bytes, SHEET, |text| {
                let mut text = text.into_bytes();
                text.splice(place..=place, [byte]);
                String::from_utf8_lossy(&text).into_owned()
            });
            let _ = errors(&spoiled);
        }
    }
}
