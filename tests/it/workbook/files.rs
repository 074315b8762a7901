//! Files that are not workbooks, or not whole: one test per refusal, in full.

use crate::workbook::bok::{byt, delar, fel, packa, ratt};

const OMSPARAD: &str = "\n  väntade: en arbetsbok i formatet XLSX\n  \
    hjälp:   öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)";
const HAMTA: &str =
    "\n  hjälp:   hämta filen på nytt, eller öppna den i Excel eller LibreOffice och spara om den";

#[test]
fn not_a_workbook() {
    let zip = packa([("brev.txt", b"hej".as_slice())]);
    let ods = packa([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("content.xml", b"<x/>"),
    ]);
    let xlsb = packa([("[Content_Types].xml", b"<x/>".as_slice()), ("xl/workbook.bin", b"x")]);
    let docx = packa([("[Content_Types].xml", b"<x/>".as_slice()), ("word/document.xml", b"<x/>")]);
    for (bytes, text) in [
        (b"Region;Befolkning\nStockholm;1\n".to_vec(), "filens innehåll är inte ett XLSX-paket"),
        (zip, "filen är ett zip-arkiv men ingen arbetsbok"),
        (ods, "filen är ett dokument i formatet OpenDocument (.ods)"),
        (xlsb, "filen är en binär arbetsbok (.xlsb)"),
        (docx, "filen är ett Word-dokument"),
        (cfb("Workbook"), "filen är en äldre Excelfil (.xls)"),
    ] {
        assert_eq!(fel(&bytes), format!("fel[F04] prov.xlsx: {text}{OMSPARAD}"));
    }
}

#[test]
fn a_workbook_with_macros() {
    let bytes = byt(
        &ratt().bytes(),
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    );
    assert_eq!(
        fel(&bytes),
        format!("fel[F04] prov.xlsx: arbetsboken innehåller makron (.xlsm){OMSPARAD}")
    );
}

#[test]
fn encrypted() {
    assert_eq!(
        fel(&cfb("EncryptedPackage")),
        "fel[F05] prov.xlsx: arbetsboken är skyddad med lösenord\n  \
         hjälp:   ta bort lösenordet i Excel (Arkiv › Info › Skydda arbetsbok) och spara om"
    );
}

#[test]
fn empty_truncated_or_spoiled() {
    let bytes = ratt().bytes();
    assert_eq!(fel(&[]), format!("fel[F06] prov.xlsx: filen är tom{HAMTA}"));
    let avkortad = format!("fel[F06] prov.xlsx: paketet är avkortat eller trasigt{HAMTA}");
    for kvar in [2, 100, bytes.len() / 2, bytes.len() - 30] {
        assert_eq!(fel(borjan(&bytes, kvar)), avkortad, "{kvar} bytes");
    }
    // A byte of the compressed data: the checksum tells.
    let mut spoiled = bytes.clone();
    let plats = bytes.windows(4).position(|fonster| fonster == b"xl/w").expect("a part") + 60;
    spoiled.iter_mut().skip(plats).take(1).for_each(|byte| *byte ^= 0xFF);
    let fel = fel(&spoiled);
    assert!(fel.starts_with("fel[F06] prov.xlsx: delen xl/") && fel.ends_with(HAMTA), "{fel}");
}

#[test]
fn every_truncation_is_a_problem_and_never_a_panic() {
    let bytes = ratt().bytes();
    for kvar in (0..bytes.len()).step_by(211) {
        assert!(fel(borjan(&bytes, kvar)).starts_with("fel[F0"), "{kvar} bytes");
    }
}

#[test]
fn parts_that_are_missing_or_point_elsewhere() {
    let bytes = ratt().bytes();
    let utan = |path: &str| {
        let mut delar = delar(&bytes);
        delar.remove(path).expect("the part");
        packa(delar.iter().map(|(namn, del)| (namn.as_str(), del.as_slice())))
    };
    for (bytes, text) in [
        (
            utan("xl/worksheets/sheet3.xml"),
            "delen xl/workbook.xml hänvisar till ett blad som inte finns",
        ),
        (utan("xl/_rels/workbook.xml.rels"), "delen xl/_rels/workbook.xml.rels saknas"),
        (utan("_rels/.rels"), "delen _rels/.rels saknas"),
        (
            byt(&bytes, "_rels/.rels", "xl/workbook.xml", "xl/annan.xml"),
            "delen _rels/.rels pekar inte ut arbetsboken",
        ),
        (
            byt(&bytes, "xl/_rels/workbook.xml.rels", "sharedStrings.xml", "andra.xml"),
            "delen xl/_rels/workbook.xml.rels har sharedStrings på en annan plats än väntat",
        ),
        (
            byt(&bytes, "xl/workbook.xml", "name=\"Trappa\"", "name=\"befolkning\""),
            "delen xl/workbook.xml har två blad med samma namn",
        ),
        (
            byt(&bytes, "xl/styles.xml", "</styleSheet>", "</x>"),
            "delen xl/styles.xml är inte välformad XML",
        ),
    ] {
        assert_eq!(fel(&bytes), format!("fel[F06] prov.xlsx: {text}{HAMTA}"));
    }
}

fn borjan(bytes: &[u8], antal: usize) -> &[u8] {
    bytes.get(..antal).expect("fewer than all")
}

/// The outside of an old compound file with one name in its directory.
fn cfb(namn: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    bytes.extend(namn.bytes().flat_map(|byte| [byte, 0]));
    bytes.resize(2048, 0);
    bytes
}
