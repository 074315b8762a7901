//! The workbook's lists, which go to the documents as they stand.

use crate::contract::{Person, lakemedel as contract};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::problem::{Code, Location, Problem};

/// States to whom the circular goes, who answers for it, and the diseases.
pub(super) fn state(reader: &mut Reader<'_>) {
    let (mottagare, cells) = reader.rows(sheets::MOTTAGARE, |row| row.text("mottagare"));
    reader.state(&contract::MOTTAGARE, mottagare, cells);
    let (personer, cells) = reader.rows(sheets::PERSONER, |row| Person {
        uppgift: row.text("uppgift"),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: row.maybe("telefon"),
        e_post: row.maybe("e_post"),
    });
    reader.state(&contract::PERSONER, personer, cells);
    sjukdomar(reader);
}

/// The diseases are the headings of their columns.
fn sjukdomar(reader: &mut Reader<'_>) {
    let book = reader.book;
    if book.free_headings(sheets::SOLIDARISKA).is_empty() && book.has(sheets::SOLIDARISKA) {
        reader.problems.add(
            Problem::new(
                Code::I02,
                Location::field(WORKBOOK.file, sheets::SOLIDARISKA, "sjukdom"),
                say::no_disease(),
            )
            .expected(say::disease_column())
            .help(say::name_disease()),
        );
    }
    let sjukdomar = book.free_integers(sheets::SOLIDARISKA).into_iter().map(|(name, _)| name);
    reader.state(&contract::SJUKDOMAR, sjukdomar.collect(), Vec::new());
}
