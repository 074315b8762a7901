//! The columns and terms the adjustments rest on.

use super::{Evidence, Ihsi};
use crate::allocation::Residual;
use crate::contract::regleringsbrev as contract;
use crate::grants::Reader;
use crate::grants::regleringsbrev::messages::items as say;
use crate::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use crate::problem::{Code, Location, Problem};

/// Reads them; every one may be missing.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Evidence> {
    let ihsi_avgift = ihsi(reader)?;
    let sida = sheet::JUSTERINGSBELOPP;
    Some(Evidence {
        aterbaring_prognos_statens_andel: reader
            .column(sida, &contract::ATERBARING_PROGNOS_STATENS_ANDEL),
        ihsi: reader.column(sida, &contract::IHSI),
        vinst_forlust_formanen: reader.column(sida, &contract::VINST_FORLUST_FORMANEN),
        vinst_forlust_hepatit_c: reader.column(sida, &contract::VINST_FORLUST_HEPATIT_C),
        vinst_forlust_tillsammans: reader.column(sida, &contract::VINST_FORLUST_TILLSAMMANS),
        aterbaring_differens: reader.column(sida, &contract::ATERBARING_DIFFERENS),
        aterbaring_slutlig: reader.column(sida, &contract::ATERBARING_SLUTLIG),
        aterbaring_prognos: reader.column(sida, &contract::ATERBARING_PROGNOS),
        annan: reader.column(sida, &contract::ANNAN),
        aterbaring_andel: reader.figure(sheet::JUSTERINGSVILLKOR, &contract::ATERBARING_ANDEL),
        ihsi_avgift,
    })
}

/// IHSI's fee, preliminary and final: all of it or none.
#[expect(clippy::option_option, reason = "not there and not usable are two answers")]
fn ihsi(reader: &mut Reader<'_>) -> Option<Option<Ihsi>> {
    let sida = sheet::JUSTERINGSVILLKOR;
    let preliminart = reader.figure(sida, &contract::IHSI_PRELIMINART);
    let slutligt = reader.figure(sida, &contract::IHSI_SLUTLIGT);
    let grans = reader.figure(sida, &contract::IHSI_GRANS);
    let residual = reader.book.text(sida, "ihsi_residual");
    let exists = [preliminart.is_some(), slutligt.is_some(), grans.is_some(), residual.is_some()];
    if exists == [false; 4] {
        return Some(None);
    }
    let ((Some(preliminart), Some(slutligt)), (Some(grans), Some(residual))) =
        ((preliminart, slutligt), (grans, residual))
    else {
        let ids = ["ihsi_preliminart", "ihsi_slutligt", "ihsi_grans", "ihsi_residual"];
        let empty = ids.into_iter().zip(exists).find(|(_, exists)| !exists);
        let place = empty.map(|(id, _)| Location::field(WORKBOOK.file, sida, id));
        reader.problems.add(
            Problem::new(Code::I06, place.unwrap_or_default(), say::ihsi_in_part())
                .expected(say::all_of_ihsi_or_none()),
        );
        return None;
    };
    let regel = Residual::find(&residual.value, None);
    Some(Some(Ihsi {
        preliminart,
        slutligt,
        grans,
        residual: regel.unwrap_or_else(|| panic!("{} needs a place", residual.value)),
        residual_cell: residual.cell,
    }))
}
