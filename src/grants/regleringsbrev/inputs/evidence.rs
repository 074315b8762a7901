//! The columns and terms the adjustments rest on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Evidence, HelaKolumn, RegleratAvdrag, Reglering};
use crate::allocation::Residual;
use crate::contract::regleringsbrev as contract;
use crate::grants::Reader;
use crate::grants::regleringsbrev::justering::Grupp;
use crate::grants::regleringsbrev::messages::items as say;
use crate::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Problem};
use crate::quantity::HelaKronor;
use crate::swedish;
use crate::workbook::book::Row;

/// Reads them; every one may be missing.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Evidence> {
    let vinst_forlust = vinst_forlust(reader);
    let reglering = reglering(reader)?;
    let sida = sheet::JUSTERINGSBELOPP;
    Some(Evidence {
        aterbaring_prognos_statens_andel: reader
            .column(sida, &contract::ATERBARING_PROGNOS_STATENS_ANDEL),
        avdrag: reader.column(sida, &contract::AVDRAG),
        vinst_forlust: vinst_forlust?,
        aterbaring_differens: reader.column(sida, &contract::ATERBARING_DIFFERENS),
        aterbaring_slutlig: reader.column(sida, &contract::ATERBARING_SLUTLIG),
        aterbaring_prognos: reader.column(sida, &contract::ATERBARING_PROGNOS),
        annan: reader.column(sida, &contract::ANNAN),
        aterbaring_andel: reader.figure(sheet::JUSTERINGSVILLKOR, &contract::ATERBARING_ANDEL),
        reglering,
    })
}

/// The columns of profit and loss, by the groups that their headings name.
fn vinst_forlust(reader: &mut Reader<'_>) -> Option<BTreeMap<Grupp, HelaKolumn>> {
    let (mut columns, mut whole) = (BTreeMap::new(), true);
    for (heading, read) in reader.book.free_integers(sheet::JUSTERINGSBELOPP) {
        let quoted = words::quoted(&heading);
        let named = Grupp::under(&heading);
        let text = match &named {
            None => Some(say::column_of_no_group(&quoted)),
            Some(grupp) if columns.keys().any(|other: &Grupp| other.id == grupp.id) => {
                Some(say::group_in_two_columns(&quoted))
            }
            Some(_) => None,
        };
        if let Some(text) = text {
            let place = read.values().first().map(|value| value.cell.location.clone());
            let problem = Problem::new(Code::I02, place.unwrap_or_default(), text);
            reader.problems.add(problem.expected(say::heading_of_group()));
            whole = false;
        } else if let Some(grupp) = named {
            let read = read.map(|_, read| read.clone().map(HelaKronor::from_integer));
            let column = reader.leaves(&contract::VINST_FORLUST.at(&grupp.id), &read);
            columns.insert(grupp, column);
        }
    }
    whole.then_some(columns)
}

/// The deductions that are settled: `Some(None)` where there are none.
#[expect(clippy::option_option, reason = "not there and not usable are two answers")]
fn reglering(reader: &mut Reader<'_>) -> Option<Option<Reglering>> {
    let rows = reader.book.rows(sheet::REGLERADE);
    if rows.is_empty() {
        return Some(None);
    }
    let (mut avdrag, mut seen, mut whole) = (Vec::new(), BTreeSet::new(), true);
    for row in rows {
        let read = avdraget(reader, row, &mut seen);
        whole &= read.is_some();
        avdrag.extend(read);
    }
    let page = sheet::JUSTERINGSVILLKOR;
    let Some(residual) = reader.book.text(page, "avdrag_residual") else {
        let text = say::residual_of_deductions_missing();
        reader.problems.add(
            Problem::new(Code::I06, Location::field(WORKBOOK.file, page, "avdrag_residual"), text)
                .expected(say::choice_of_residual()),
        );
        return None;
    };
    let regel = Residual::find(&residual.value, None);
    whole.then_some(Some(Reglering {
        avdrag,
        residual: regel.unwrap_or_else(|| panic!("{} needs a place", residual.value)),
        residual_cell: residual.cell,
    }))
}

fn avdraget(
    reader: &mut Reader<'_>,
    row: &Row,
    seen: &mut BTreeSet<String>,
) -> Option<RegleratAvdrag> {
    let (namn, andamal) = (row.text("avdrag")?, row.text("andamal")?);
    let id = swedish::slug(&namn.value);
    let quoted = words::quoted(&namn.value);
    if id.is_empty() {
        let text = say::name_without_letters(&quoted);
        reader.problems.add(Problem::new(Code::I07, namn.cell.location, text));
        return None;
    }
    if !seen.insert(id.clone()) {
        let problem = Problem::new(Code::I04, namn.cell.location, say::funds_twice(&quoted));
        reader.problems.add(problem.help(say::keep_one()));
        return None;
    }
    let page = sheet::REGLERADE;
    let preliminart =
        reader.row_figure(page, row, "preliminart", &contract::AVDRAG_PRELIMINART.at(&id));
    let slutligt = reader.row_figure(page, row, "slutligt", &contract::AVDRAG_SLUTLIGT.at(&id));
    let grans = reader.row_figure(page, row, "grans", &contract::AVDRAG_GRANS.at(&id));
    let cells = vec![namn.cell, andamal.cell];
    let rad = contract::RegleratAvdrag { id, namn: namn.value, andamal: andamal.value };
    Some(RegleratAvdrag {
        rad,
        cells,
        preliminart: preliminart?,
        slutligt: slutligt?,
        grans: grans?,
    })
}
