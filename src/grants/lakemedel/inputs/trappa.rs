//! The ladder of a sheet: level 1 from the mean, the others from an amount, numbered from 1.

use super::{Lasare, Steg};
use crate::figure::CellRef;
use crate::grants::lakemedel::schema::{ARBETSBOK, STEG_FRAN};
use crate::problem::{Code, Location, Problem};
use crate::quantity::{Andel, KronorPerInvanare};
use crate::workbook::bok::Rad;

impl Lasare<'_> {
    /// Reads a ladder; its figures' names begin with `prefix`.
    pub(super) fn trappa(&mut self, sida: &'static str, prefix: &str) -> Option<Vec<Steg>> {
        let rader = self.bok.rader(sida);
        if rader.is_empty() && self.bok.har(sida) {
            self.problems.add(
                Problem::new(
                    Code::I06,
                    Location::sheet(ARBETSBOK.fil, sida),
                    "trappan har inget steg",
                )
                .expected("minst ett steg, räknat från medelkostnaden"),
            );
        }
        let steg: Vec<_> =
            (1..).zip(rader).map(|(niva, rad)| self.steg(niva, rad, prefix)).collect();
        let steg: Option<Vec<_>> = steg.into_iter().collect();
        steg.filter(|steg| !steg.is_empty())
    }

    fn steg(&mut self, niva: i64, rad: &Rad, prefix: &str) -> Option<Steg> {
        if let Some((cell, text)) = fel(niva, rad)? {
            self.problems.add(Problem::new(Code::R04, cell.location, text));
            return None;
        }
        let andel = rad.decimal("ersattning")?.map(Andel::fran_procent);
        let andel = self.leaf(&format!("{prefix}_niva{niva}_andel"), andel);
        let fran = rad.decimal("fran").map(|fran| {
            self.leaf(&format!("{prefix}_niva{niva}_belopp"), fran.map(KronorPerInvanare::from))
        });
        Some(Steg { fran, andel })
    }
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
