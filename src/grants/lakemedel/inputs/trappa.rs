//! The ladder of a sheet: level 1 from the mean, the others from an amount, numbered from 1.

use super::Steg;
use crate::contract::{Country, Indexed, Maybe, lakemedel as contract};
use crate::figure::CellRef;
use crate::grants::Reader;
use crate::grants::lakemedel::schema::{ARBETSBOK, STEG_FRAN, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::{Andel, KronorPerInvanare};
use crate::workbook::bok::Rad;

/// A ladder's sheet, and what its figures are promised as.
pub(super) struct Trappa {
    sida: &'static str,
    andel: Indexed<Country<Andel>>,
    belopp: Indexed<Maybe<Country<KronorPerInvanare>>>,
}

/// This year's.
pub(super) const ARETS: Trappa =
    Trappa { sida: blad::TRAPPA, andel: contract::TRAPPA_ANDEL, belopp: contract::TRAPPA_BELOPP };
/// Last year's.
pub(super) const FOREGAENDE: Trappa = Trappa {
    sida: blad::FOREGAENDE_TRAPPA,
    andel: contract::FOREGAENDE_TRAPPA_ANDEL,
    belopp: contract::FOREGAENDE_TRAPPA_BELOPP,
};

/// Reads a ladder.
pub(super) fn read(reader: &mut Reader<'_>, trappa: &Trappa) -> Option<Vec<Steg>> {
    let rader = reader.book.rader(trappa.sida);
    if rader.is_empty() && reader.book.har(trappa.sida) {
        reader.problems.add(
            Problem::new(
                Code::I06,
                Location::sheet(ARBETSBOK.fil, trappa.sida),
                "trappan har inget steg",
            )
            .expected("minst ett steg, räknat från medelkostnaden"),
        );
    }
    let steg: Vec<_> =
        (1..).zip(rader).map(|(niva, rad)| steg(reader, niva, rad, trappa)).collect();
    let steg: Option<Vec<_>> = steg.into_iter().collect();
    steg.filter(|steg| !steg.is_empty())
}

fn steg(reader: &mut Reader<'_>, niva: i64, rad: &Rad, trappa: &Trappa) -> Option<Steg> {
    if let Some((cell, text)) = fel(niva, rad)? {
        reader.problems.add(Problem::new(Code::R04, cell.location, text));
        return None;
    }
    let andel = reader.row_figure(trappa.sida, rad, "ersattning", &trappa.andel.at(niva))?;
    let fran = reader.row_figure(trappa.sida, rad, "fran", &trappa.belopp.at(niva));
    Some(Steg { fran, andel })
}

#[expect(clippy::option_option, reason = "nothing wrong and nothing to judge are two answers")]
/// What is wrong with a step, if anything; the outer `None` if a cell of it was already reported.
fn fel(vantad: i64, rad: &Rad) -> Option<Option<(CellRef, &'static str)>> {
    let niva = rad.heltal("niva")?;
    let raknas_fran = rad.text("raknas_fran")?;
    let [medelkostnaden, _] = STEG_FRAN;
    let fran_medel = raknas_fran.value == medelkostnaden;
    Some(if niva.value != vantad {
        Some((niva.cell, "nivåerna ska numreras från 1 i stigande ordning"))
    } else if fran_medel != (vantad == 1) {
        Some((raknas_fran.cell, "det första steget, och bara det, räknas från medelkostnaden"))
    } else if fran_medel == rad.decimal("fran").is_some() {
        Some((raknas_fran.cell, "beloppet ska stå på alla steg utom det första"))
    } else {
        None
    })
}
