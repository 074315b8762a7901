//! Any bytes as the XML of a sheet, in a package that is otherwise as it should be.

#![no_main]

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use statsbidrag::grants::beslut::schema::WORKBOOK;
use statsbidrag::problem::Problems;
use statsbidrag::workbook::read;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const WHOLE: &[u8] = include_bytes!("../../inputs/2024/beslut-sektorsbidrag.xlsx");
/// The sheet that is replaced.
const SHEET: &str = "xl/worksheets/sheet3.xml";

static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let mut package = ZipArchive::new(Cursor::new(WHOLE)).expect("a package");
    let all = (0..package.len()).map(|place| {
        let mut part = package.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        (part.name().expect("a name").into_owned(), bytes)
    });
    all.collect()
});

fn with_sheet(xml: &[u8]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in PARTS.iter() {
        package.start_file(name, SimpleFileOptions::default()).expect("a part");
        let bytes = if name == SHEET { xml } else { bytes };
        package.write_all(bytes).expect("its bytes");
    }
    package.finish().expect("a package").into_inner()
}

fuzz_target!(|xml: &[u8]| {
    let mut problems = Problems::new();
    let book = read(&WORKBOOK, "beslut-prov.xlsx", &with_sheet(xml), &mut problems);
    assert!(book.is_some() || problems.stop(), "no book, and nothing wrong");
});
