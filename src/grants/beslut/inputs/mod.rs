//! From the workbook's cells to the figures the rules start from. Reads cells and checks what one sheet says against
//! another; the rules never see a cell.

mod dokument;
mod kolumner;
mod mottagare;
mod potter;
mod sources;
mod texter;

use super::schema::{WORKBOOK, sheet};
use crate::contract::Person;
use crate::contract::beslut::{self as contract, Justerad, Kolumn, Mottagare, Satt};
use crate::figure::{Expr, Figure, FigureId};
use crate::grants::Reader;
use crate::problem::{Location, Problems};
use crate::quantity::{Antal, HelaKronor, Invanare, Vikt};
use crate::report::Report;
use crate::workbook::Book;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The name of the decision.
    pub namn: String,
    /// The grant year.
    pub ar: i32,
    /// The recipients, in the order of the table.
    pub mottagare: Vec<Mottagare>,
    /// The columns of numbers.
    pub kolumner: Kolumner,
    /// The pots.
    pub potter: Vec<Potten>,
    /// The changes of rounded amounts, in the order of the sheet.
    pub justeringar: Vec<Justerad>,
}

/// The columns of numbers, each with a figure for each recipient.
#[derive(Clone, Debug)]
pub struct Kolumner {
    /// What each is, in order.
    pub alla: Vec<Kolumn>,
    /// The population, if there is one.
    pub befolkning: Option<Vec<Figure<Invanare>>>,
    /// The others, by the place of their column; empty for the population.
    pub tal: Vec<Vec<Figure<Vikt>>>,
}

impl Kolumner {
    /// What a recipient has in a column, as a weight.
    ///
    /// # Panics
    /// If there is no such column or recipient: a bug.
    #[must_use]
    pub fn vikt(&self, nummer: usize, plats: usize) -> Expr<Vikt> {
        let of_population = self.alla.iter().any(|one| one.nummer == nummer && one.befolkning);
        let population = self.befolkning.as_ref().filter(|_| of_population);
        let weight = match population {
            Some(population) => population.get(plats).map(Figure::weight),
            None => self.figurer(nummer).get(plats).map(Figure::expr),
        };
        weight.unwrap_or_else(|| panic!("column {nummer} has no place {plats}"))
    }

    /// The figure that a recipient has in a column.
    #[must_use]
    pub fn figure(&self, nummer: usize, plats: usize) -> Option<FigureId> {
        let of_population = self.alla.iter().any(|one| one.nummer == nummer && one.befolkning);
        let population = self.befolkning.as_ref().filter(|_| of_population);
        match population {
            Some(population) => population.get(plats).map(|one| one.id),
            None => self.figurer(nummer).get(plats).map(|one| one.id),
        }
    }

    /// The figures of a column that is not the population.
    ///
    /// # Panics
    /// If there is no such column: a bug.
    #[must_use]
    pub fn figurer(&self, nummer: usize) -> &[Figure<Vikt>] {
        let column = nummer.checked_sub(1).and_then(|place| self.tal.get(place));
        column.unwrap_or_else(|| panic!("there is no column {nummer}"))
    }
}

/// Who gets what rounding leaves over.
#[derive(Clone, Debug)]
pub enum Rest {
    /// A policy that names nobody.
    Regel(crate::allocation::Residual),
    /// A recipient, by its place from 0; the figure is the same place.
    Till(usize, Figure<Antal>),
    /// Stated changes, one for each recipient that has any.
    Justeringar(Vec<Option<Figure<HelaKronor>>>),
}

/// A pot.
#[derive(Clone, Debug)]
pub struct Potten {
    /// Its number, from 1.
    pub nummer: usize,
    /// What it is called.
    pub namn: String,
    /// How it is shared out.
    pub satt: Satt,
    /// The amount, kr.
    pub belopp: Figure<HelaKronor>,
    /// What each recipient gets first, kr.
    pub grundbelopp: Option<Figure<HelaKronor>>,
    /// The least amount, kr.
    pub golv: Option<Figure<HelaKronor>>,
    /// The greatest amount, kr.
    pub tak: Option<Figure<HelaKronor>>,
    /// Who gets what rounding leaves over.
    pub rest: Rest,
    /// The word for that.
    pub residual: String,
    /// Where that is said.
    pub residual_plats: Location,
    /// Where the amount stands.
    pub belopp_plats: Location,
    /// Where the columns are named.
    pub nyckel_plats: Location,
}

/// Reads everything; `None` if something was missing or wrong, which then stands in `problems` (or was put there
/// when the workbook was read).
pub fn read(book: &Book, report: &mut Report, problems: &mut Problems) -> Option<Inputs> {
    let namn = book.name().to_owned();
    let reader = &mut Reader::new((contract::GRANT, &WORKBOOK), book, report, problems);
    reader.state_items();
    lists(reader, &namn);
    dokument::check(reader, &namn);
    sources::name(reader, &namn);
    let read = mottagare::read(reader);
    let recipients = book.recipients(sheet::MOTTAGARE)?;
    let kolumner = kolumner::read(reader, &namn, recipients, read.as_ref());
    let all: Vec<_> = recipients.columns.iter().map(|one| one.heading.clone()).collect();
    let (potter, justeringar) = potter::read(reader, &namn, &all, read.as_ref(), kolumner.as_ref());
    texter::state(reader, &namn, recipients);
    let mottagare = read?;
    reader.state(&contract::MOTTAGARE.at(&namn), mottagare.all.clone(), mottagare.cells);
    Some(Inputs {
        namn,
        ar: book.year,
        mottagare: mottagare.all,
        kolumner: kolumner?,
        potter: potter?,
        justeringar: justeringar?,
    })
}

fn lists(reader: &mut Reader<'_>, namn: &str) {
    let (persons, cells) = reader.rows(sheet::UNDERTECKNARE, |row| Person {
        uppgift: String::new(),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: None,
        e_post: None,
    });
    reader.state(&contract::UNDERTECKNARE.at(namn), persons, cells);
    let (copies, cells) = reader.rows(sheet::KOPIOR, |row| row.text("kopia"));
    reader.state(&contract::KOPIOR.at(namn), copies, cells);
}
