//! The ladder of a sheet: level 1 from the mean, the others from an amount, numbered from 1.

use super::{Steg, Trappa};
use crate::contract::{Country, Indexed, Maybe, lakemedel as contract};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{STEG_FRAN, WORKBOOK, sheets};
use crate::problem::{Code, Location, Message, Problem};
use crate::quantity::{Andel, KronorPerInvanare};
use crate::workbook::book::Row;

/// A ladder's sheet, and what its figures are promised as.
pub(super) struct Ladder {
    sida: &'static str,
    andel: Indexed<Country<Andel>>,
    belopp: Indexed<Maybe<Country<KronorPerInvanare>>>,
    /// The sheet of items that may have the least cost, and that promise.
    troskel: (&'static str, Maybe<Country<KronorPerInvanare>>),
}

/// This year's.
pub(super) const ARETS: Ladder = Ladder {
    sida: sheets::TRAPPA,
    andel: contract::TRAPPA_ANDEL,
    belopp: contract::TRAPPA_BELOPP,
    troskel: (sheets::OVERENSKOMMELSE, contract::SOLIDARISK_TROSKEL),
};
/// Last year's.
pub(super) const FOREGAENDE: Ladder = Ladder {
    sida: sheets::FOREGAENDE_TRAPPA,
    andel: contract::FOREGAENDE_TRAPPA_ANDEL,
    belopp: contract::FOREGAENDE_TRAPPA_BELOPP,
    troskel: (sheets::FOREGAENDE_RIKET, contract::FOREGAENDE_SOLIDARISK_TROSKEL),
};

/// Reads a ladder.
pub(super) fn read(reader: &mut Reader<'_>, ladder: &Ladder) -> Option<Trappa> {
    let rows = reader.book.rows(ladder.sida);
    if rows.is_empty() && reader.book.has(ladder.sida) {
        reader.problems.add(
            Problem::new(
                Code::I06,
                Location::field(WORKBOOK.file, ladder.sida, "niva"),
                say::ladder_empty(),
            )
            .expected(say::one_step_at_least()),
        );
    }
    let (sida, troskel) = &ladder.troskel;
    let troskel = reader.figure(sida, troskel);
    let steg: Vec<_> = (1..).zip(rows).map(|(niva, row)| step(reader, niva, row, ladder)).collect();
    let steg: Option<Vec<_>> = steg.into_iter().collect();
    steg.filter(|steg| !steg.is_empty()).map(|steg| Trappa { steg, troskel })
}

fn step(reader: &mut Reader<'_>, niva: i64, row: &Row, ladder: &Ladder) -> Option<Steg> {
    if let Some((place, text)) = errors(niva, row)? {
        reader.problems.add(Problem::new(Code::R04, place, text));
        return None;
    }
    let andel = reader.row_figure(ladder.sida, row, "ersattning", &ladder.andel.at(niva))?;
    let fran = reader.row_figure(ladder.sida, row, "fran", &ladder.belopp.at(niva));
    Some(Steg { fran, andel })
}

#[expect(clippy::option_option, reason = "nothing wrong and nothing to judge are two answers")]
/// What is wrong with a step, if anything; the outer `None` if a cell of it was already reported.
fn errors(expected: i64, row: &Row) -> Option<Option<(Location, Message)>> {
    let niva = row.integer("niva")?;
    let raknas_fran = row.text("raknas_fran")?;
    let [medelkostnaden, _] = STEG_FRAN;
    let fran_medel = raknas_fran.value == medelkostnaden;
    Some(if niva.value != expected {
        Some((niva.cell.location, say::levels_in_order()))
    } else if fran_medel != (expected == 1) {
        Some((raknas_fran.cell.location, say::only_first_from_mean()))
    } else if fran_medel == row.decimal("fran").is_some() {
        // It is the amount that is missing, or too much.
        let place = row.place("fran").cloned().unwrap_or(raknas_fran.cell.location);
        Some((place, say::amount_on_all_but_first()))
    } else {
        None
    })
}
