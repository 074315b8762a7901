//! Which decision and which agreement the rules come from in the budget year: as the workbook names them.

use super::Avtalsar;
use crate::grants::Reader;
use crate::grants::regleringsbrev::rules::{AVTAL, BESLUT};
use crate::grants::regleringsbrev::schema::sheet;

/// Names the decision where the workbook does, and the agreement of the year before.
pub(super) fn name(reader: &mut Reader<'_>, avtal: &[Avtalsar]) {
    let year = reader.year();
    let book = reader.book;
    let text = |id| book.text(sheet::DOKUMENT, id).map(|read| read.value);
    let datum = book.date(sheet::DOKUMENT, "beslut_datum");
    let beslut = text("beslut_nummer").zip(text("beslut_diarienummer"));
    if let Some(((beslut, diarienummer), (datum, anslag))) = beslut.zip(datum.zip(text("anslag"))) {
        let datum = datum.value;
        let decision = format!("regeringsbeslut {beslut} {datum} ({diarienummer})");
        let text = format!("regleringsbrev för budgetåret {year}, anslag {anslag}, {decision}");
        reader.report.trace.name_source(BESLUT, text);
    }
    if let Some(avtal) = avtal.iter().find(|avtal| avtal.ar.value == year - 1) {
        let Avtalsar { ar, regeringsbeslut, datum, diarienummer, .. } = avtal;
        let (beslut, diarienummer) = (&regeringsbeslut.value, &diarienummer.value);
        let decision = format!("regeringsbeslut {beslut} {} ({diarienummer})", datum.value);
        let name = "överenskommelsen om statens bidrag för läkemedelsförmånerna";
        reader.report.trace.name_source(AVTAL, format!("{name} {}, {decision}", ar.value));
    }
}
