//! From the workbook's cells to the figures the rules start from. Reads cells; the rules never see one.

use super::schema::{ARBETSBOK, blad};
use crate::allocation::Residual;
use crate::contract::{Person, sektorsbidrag as contract};
use crate::figure::Figure;
use crate::grants::Reader;
use crate::problem::{Location, Problems};
use crate::quantity::{HelaKronor, Invanare, KronorPerInvanare};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Bok;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Indata {
    /// The grant year.
    pub ar: i32,
    /// What is shared out, kr.
    pub pott: Figure<HelaKronor>,
    /// Population 1 November the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// Standard cost in the health care model, unrounded.
    pub standardkostnad: PerRegion<Figure<KronorPerInvanare>>,
    /// Who gets the kronor that rounding leaves over.
    pub residual: Residual,
    /// Where that is said.
    pub residual_plats: Location,
}

/// Reads everything; `None` if something was missing or wrong, which was said when it was read.
pub fn read(bok: &Bok, report: &mut Report, problems: &mut Problems) -> Option<Indata> {
    let mut reader = Reader::new((contract::GRANT, &ARBETSBOK), bok, report, problems);
    reader.state_items();
    let (persons, cells) = reader.rows(blad::UNDERTECKNARE, |row| Person {
        uppgift: String::new(),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: None,
        e_post: None,
    });
    reader.state(&contract::UNDERTECKNARE, persons, cells);
    let (copies, cells) = reader.rows(blad::KOPIOR, |row| row.text("kopia"));
    reader.state(&contract::KOPIOR, copies, cells);
    let pott = reader.figure(blad::FORDELNING, &contract::POTT);
    let befolkning = reader.column(blad::BEFOLKNING, &contract::BEFOLKNING);
    let standardkostnad = reader.column(blad::STANDARDKOSTNAD, &contract::STANDARDKOSTNAD_PER_INV);
    let residual = bok.text(blad::FORDELNING, "residual")?;
    Some(Indata {
        ar: bok.ar,
        pott: pott?,
        befolkning: befolkning?,
        standardkostnad: standardkostnad?,
        residual: Residual::hitta(&residual.value, None)?,
        residual_plats: residual.cell.location,
    })
}
