//! The workbook's lists, which go to the documents as they stand.

use crate::contract::{Person, lakemedel as contract};
use crate::grants::Reader;
use crate::grants::lakemedel::schema::{ARBETSBOK, blad};
use crate::problem::{Code, Location, Problem};

/// States to whom the circular goes, who answers for it, and the diseases.
pub(super) fn state(reader: &mut Reader<'_>) {
    let (mottagare, celler) = reader.rows(blad::MOTTAGARE, |row| row.text("mottagare"));
    reader.state(&contract::MOTTAGARE, mottagare, celler);
    let (personer, celler) = reader.rows(blad::PERSONER, |row| Person {
        uppgift: row.text("uppgift"),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: row.maybe("telefon"),
        e_post: row.maybe("e_post"),
    });
    reader.state(&contract::PERSONER, personer, celler);
    sjukdomar(reader);
}

/// The diseases are the headings of their columns.
fn sjukdomar(reader: &mut Reader<'_>) {
    let bok = reader.book;
    if bok.fria_rubriker(blad::SOLIDARISKA).is_empty() && bok.har(blad::SOLIDARISKA) {
        reader.problems.add(
            Problem::new(
                Code::I02,
                Location::sheet(ARBETSBOK.fil, blad::SOLIDARISKA),
                "det finns ingen kolumn för någon sjukdom",
            )
            .expected("minst en kolumn med en sjukdoms namn som rubrik")
            .help("skriv sjukdomens namn som rubrik mellan Region och Summa"),
        );
    }
    let sjukdomar = bok.fria_heltal(blad::SOLIDARISKA).into_iter().map(|(namn, _)| namn);
    reader.state(&contract::SJUKDOMAR, sjukdomar.collect(), Vec::new());
}
