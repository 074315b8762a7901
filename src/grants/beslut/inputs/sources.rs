//! Which decision the rules come from: as the workbook names it.

use crate::contract::beslut::REGERINGEN;
use crate::grants::Reader;
use crate::grants::beslut::rules::BESLUT;
use crate::grants::beslut::schema::sheet;

/// Names the decision, for the figures of its workbook.
pub(super) fn name(reader: &mut Reader<'_>, namn: &str) {
    let (book, year) = (reader.book, reader.year());
    let text = |id| book.text(sheet::DOKUMENT, id).map(|read| read.value);
    let what = text("medel").zip(text("beslut_myndighet"));
    let which = text("beslut_nummer").zip(text("beslut_diarienummer"));
    let which = which.zip(book.date(sheet::DOKUMENT, "beslut_datum"));
    if let Some(((medel, myndighet), ((nummer, diarienummer), datum))) = what.zip(which) {
        let slag = match myndighet.as_str() {
            REGERINGEN => "regeringsbeslut".to_owned(),
            _ => format!("{myndighet}, beslut"),
        };
        let beslut = format!("{slag} {nummer} {} ({diarienummer})", datum.value);
        let text = format!("beslutet om {medel} {year}, {beslut}");
        reader.report.trace.name_source_of(BESLUT, namn, text);
    }
}
