//! Any bytes as a workbook: what guards the door, what unpacks, and what reads. It ends with a book or with problems,
//! and neither takes long nor much memory, whatever the bytes say of themselves.

#![no_main]

use libfuzzer_sys::fuzz_target;
use statsbidrag::grants::beslut::schema::WORKBOOK;
use statsbidrag::problem::Problems;
use statsbidrag::workbook::read;

fuzz_target!(|bytes: &[u8]| {
    let mut problems = Problems::new();
    let book = read(&WORKBOOK, "beslut-prov.xlsx", bytes, &mut problems);
    assert!(book.is_some() || problems.stop(), "no book, and nothing wrong");
});
