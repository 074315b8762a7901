//! The sheet Avstämning, and what the sheet Justeringsvillkor says of it, as figures and choices.

use std::collections::BTreeSet;

use crate::allocation::Residual;
use crate::contract::regleringsbrev as contract;
use crate::figure::{CellRef, Figure};
use crate::grants::Reader;
use crate::grants::regleringsbrev::messages::settlement as say;
use crate::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Problem};
use crate::quantity::Kronor;
use crate::swedish;

/// What the agreement year came to, for the country; kr.
#[derive(Clone, Debug)]
pub struct Avstamning {
    /// What each component came to.
    pub utfall: Vec<Utfall>,
    /// The state's share of the återbäring, without sign, where it is stated.
    pub aterbaring: Option<Figure<Kronor>>,
    /// Who takes what rounding leaves over.
    pub residual: Residual,
}

/// What a component came to.
#[derive(Clone, Debug)]
pub struct Utfall {
    /// The component's id.
    pub id: String,
    /// Its name, as it is written here.
    pub namn: String,
    /// Where that stands.
    pub cell: CellRef,
    /// All of its cost, kr.
    pub kostnad: Figure<Kronor>,
}

/// Reads the sheet: `Some(None)` where nothing is filled in, `None` where something of it is missing or wrong, which
/// has been reported.
#[expect(clippy::option_option, reason = "not there and not usable are two answers")]
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Option<Avstamning>> {
    let page = sheet::JUSTERINGSVILLKOR;
    // Everything is read before anything is given up, so that every cell becomes a figure.
    let aterbaring = reader.figure(page, &contract::AVSTAMNING_ATERBARING);
    let residual = reader.book.text(page, "avstamning_residual");
    if !reader.book.has(sheet::AVSTAMNING) {
        return match aterbaring {
            None => Some(None),
            Some(alone) => {
                let place = reader.report.trace.node(alone.id).cell();
                let place = place.map(|cell| cell.location.clone()).unwrap_or_default();
                let problem = Problem::new(Code::R04, place, say::rebates_alone());
                reader.problems.add(problem.expected(say::settlement_or_empty()));
                None
            }
        };
    }
    let utfall = utfall(reader);
    let Some(residual) = residual else {
        let place = Location::field(WORKBOOK.file, page, "avstamning_residual");
        let problem = Problem::new(Code::I06, place, say::residual_missing());
        reader.problems.add(problem.expected(say::residual_choice()));
        return None;
    };
    let residual = Residual::find(&residual.value, None)?;
    Some(Some(Avstamning { utfall: utfall?, aterbaring, residual }))
}

fn utfall(reader: &mut Reader<'_>) -> Option<Vec<Utfall>> {
    let (mut utfall, mut seen, mut whole) = (Vec::new(), BTreeSet::new(), true);
    for row in reader.book.rows(sheet::AVSTAMNING) {
        let Some(namn) = row.text("komponent") else {
            whole = false;
            continue;
        };
        let id = swedish::slug(&namn.value);
        if !seen.insert(id.clone()) {
            let text = say::component_twice(&words::quoted(&namn.value));
            let problem = Problem::new(Code::I04, namn.cell.location, text);
            reader.problems.add(problem.help(say::keep_right_row()));
            whole = false;
            continue;
        }
        let promise = contract::AVSTAMNING_KOSTNAD.at(&id);
        let kostnad = reader.row_figure(sheet::AVSTAMNING, row, "kostnad", &promise);
        whole &= kostnad.is_some();
        let (namn, cell) = (namn.value, namn.cell);
        utfall.extend(kostnad.map(|kostnad| Utfall { id, namn, cell, kostnad }));
    }
    whole.then_some(utfall)
}
