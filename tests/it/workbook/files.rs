//! Files that are not workbooks, or not whole: one test per refusal, in full.

use crate::workbook::book::{errors, pack, parts, right_value, swap};

const RESAVED: &str = "\n  väntade: en arbetsbok i formatet XLSX\n  \
    hjälp:   öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)";
const FETCH: &str =
    "\n  hjälp:   hämta filen på nytt, eller öppna den i Excel eller LibreOffice och spara om den";

#[test]
fn not_a_workbook() {
    let zip = pack([("brev.txt", b"hej".as_slice())]);
    let ods = pack([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("content.xml", b"<x/>"),
    ]);
    let xlsb = pack([("[Content_Types].xml", b"<x/>".as_slice()), ("xl/workbook.bin", b"x")]);
    let docx = pack([("[Content_Types].xml", b"<x/>".as_slice()), ("word/document.xml", b"<x/>")]);
    for (bytes, text) in [
        (b"Region;Befolkning\nStockholm;1\n".to_vec(), "filens innehåll är inte ett XLSX-paket"),
        (zip, "filen är ett zip-arkiv men ingen arbetsbok"),
        (ods, "filen är ett dokument i formatet OpenDocument (.ods)"),
        (xlsb, "filen är en binär arbetsbok (.xlsb)"),
        (docx, "filen är ett Word-dokument"),
        (cfb("Workbook"), "filen är en äldre Excelfil (.xls)"),
    ] {
        assert_eq!(errors(&bytes), format!("fel[F04] prov.xlsx: {text}{RESAVED}"));
    }
}

#[test]
fn a_workbook_with_macros() {
    let bytes = swap(
        &right_value().bytes(),
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    );
    assert_eq!(
        errors(&bytes),
        format!("fel[F04] prov.xlsx: arbetsboken innehåller makron (.xlsm){RESAVED}")
    );
}

#[test]
fn encrypted() {
    assert_eq!(
        errors(&cfb("EncryptedPackage")),
        "fel[F05] prov.xlsx: arbetsboken är skyddad med lösenord\n  \
         hjälp:   ta bort lösenordet i Excel (Arkiv › Info › Skydda arbetsbok) och spara om"
    );
}

#[test]
fn empty_truncated_or_spoiled() {
    let bytes = right_value().bytes();
    assert_eq!(errors(&[]), format!("fel[F06] prov.xlsx: filen är tom{FETCH}"));
    let truncated = format!("fel[F06] prov.xlsx: paketet är avkortat eller trasigt{FETCH}");
    for left in [2, 100, bytes.len() / 2, bytes.len() - 30] {
        assert_eq!(errors(beginning(&bytes, left)), truncated, "{left} bytes");
    }
    // A byte of the compressed data: the checksum tells.
    let mut spoiled = bytes.clone();
    let place = bytes.windows(4).position(|window| window == b"xl/w").expect("a part") + 60;
    spoiled.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= 0xFF);
    let error = errors(&spoiled);
    assert!(
        error.starts_with("fel[F06] prov.xlsx: delen xl/") && error.ends_with(FETCH),
        "{error}"
    );
}

#[test]
fn every_truncation_is_a_problem_and_never_a_panic() {
    let bytes = right_value().bytes();
    for left in (0..bytes.len()).step_by(211) {
        assert!(errors(beginning(&bytes, left)).starts_with("fel[F0"), "{left} bytes");
    }
}

#[test]
fn parts_that_are_missing_or_point_elsewhere() {
    let bytes = right_value().bytes();
    let without = |path: &str| {
        let mut parts = parts(&bytes);
        parts.remove(path).expect("the part");
        pack(parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())))
    };
    for (bytes, text) in [
        (
            without("xl/worksheets/sheet3.xml"),
            "delen xl/workbook.xml hänvisar till ett blad som inte finns",
        ),
        (without("xl/_rels/workbook.xml.rels"), "delen xl/_rels/workbook.xml.rels saknas"),
        (without("_rels/.rels"), "delen _rels/.rels saknas"),
        (
            swap(&bytes, "_rels/.rels", "xl/workbook.xml", "xl/annan.xml"),
            "delen _rels/.rels pekar inte ut arbetsboken",
        ),
        (
            swap(&bytes, "xl/_rels/workbook.xml.rels", "sharedStrings.xml", "andra.xml"),
            "delen xl/_rels/workbook.xml.rels har sharedStrings på en annan plats än väntat",
        ),
        (
            swap(&bytes, "xl/workbook.xml", "name=\"Trappa\"", "name=\"befolkning\""),
            "delen xl/workbook.xml har två blad med samma namn",
        ),
        (
            swap(&bytes, "xl/styles.xml", "</styleSheet>", "</x>"),
            "delen xl/styles.xml är inte välformad XML",
        ),
    ] {
        assert_eq!(errors(&bytes), format!("fel[F06] prov.xlsx: {text}{FETCH}"));
    }
}

fn beginning(bytes: &[u8], count: usize) -> &[u8] {
    bytes.get(..count).expect("fewer than all")
}

/// The outside of an old compound file with one name in its directory.
fn cfb(name: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    bytes.extend(name.bytes().flat_map(|byte| [byte, 0]));
    bytes.resize(2048, 0);
    bytes
}
