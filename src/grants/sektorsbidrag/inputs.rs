//! From the workbook's cells to the figures the rules start from. Reads cells; the rules never see one.

use super::schema::{WORKBOOK, sheet};
use crate::allocation::Residual;
use crate::contract::{Person, sektorsbidrag as contract};
use crate::figure::Figure;
use crate::grants::Reader;
use crate::problem::{Location, Problems};
use crate::quantity::{HelaKronor, Invanare, KronorPerInvanare};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Book;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
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
pub fn read(book: &Book, report: &mut Report, problems: &mut Problems) -> Option<Inputs> {
    let mut reader = Reader::new((contract::GRANT, &WORKBOOK), book, report, problems);
    reader.state_items();
    let (persons, cells) = reader.rows(sheet::UNDERTECKNARE, |row| Person {
        uppgift: String::new(),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: None,
        e_post: None,
    });
    reader.state(&contract::UNDERTECKNARE, persons, cells);
    let (copies, cells) = reader.rows(sheet::KOPIOR, |row| row.text("kopia"));
    reader.state(&contract::KOPIOR, copies, cells);
    let pott = reader.figure(sheet::FORDELNING, &contract::POTT);
    let befolkning = reader.column(sheet::BEFOLKNING, &contract::BEFOLKNING);
    let standardkostnad = reader.column(sheet::STANDARDKOSTNAD, &contract::STANDARDKOSTNAD_PER_INV);
    let residual = book.text(sheet::FORDELNING, "residual")?;
    Some(Inputs {
        ar: book.year,
        pott: pott?,
        befolkning: befolkning?,
        standardkostnad: standardkostnad?,
        residual: Residual::find(&residual.value, None)?,
        residual_plats: residual.cell.location,
    })
}
