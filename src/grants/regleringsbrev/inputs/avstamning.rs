//! The sheets Avstämning and Utfall as figures and choices: read whole or not at all.

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
    /// The state's share of the återbäring, without sign; zero in a gross agreement.
    pub aterbaring: Figure<Kronor>,
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

/// Reads the sheets: `Some(None)` where nothing is filled in, `None` where something in them is missing or
/// wrong, which has been reported.
#[expect(clippy::option_option, reason = "not there and not usable are two answers")]
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Option<Avstamning>> {
    let pages = [sheet::AVSTAMNING, sheet::UTFALL];
    let [items, rows] = pages.map(|page| reader.book.has(page));
    let (missing, there) = match (items, rows) {
        (false, false) => return Some(None),
        (true, true) => return whole(reader).map(Some),
        (true, false) => (Location::field(WORKBOOK.file, sheet::UTFALL, "komponent"), pages[0]),
        (false, true) => {
            let field = "avstamning_aterbaring";
            (Location::field(WORKBOOK.file, sheet::AVSTAMNING, field), pages[1])
        }
    };
    // What is wrong with the other may be why it is not there.
    if !reader.problems.stop() {
        let text = say::half_a_settlement(&words::quoted(&there));
        let problem = Problem::new(Code::I06, missing, text);
        reader.problems.add(problem.expected(say::both_sheets()));
    }
    None
}

fn whole(reader: &mut Reader<'_>) -> Option<Avstamning> {
    let page = sheet::AVSTAMNING;
    // Everything is read before anything is given up, so that every cell becomes a figure.
    let aterbaring = reader.figure(page, &contract::AVSTAMNING_ATERBARING);
    let residual = reader.book.text(page, "avstamning_residual");
    let utfall = utfall(reader);
    Some(Avstamning {
        utfall: utfall?,
        aterbaring: aterbaring?,
        residual: Residual::find(&residual?.value, None)?,
    })
}

fn utfall(reader: &mut Reader<'_>) -> Option<Vec<Utfall>> {
    let (mut utfall, mut seen, mut whole) = (Vec::new(), BTreeSet::new(), true);
    for row in reader.book.rows(sheet::UTFALL) {
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
        let kostnad = reader.row_figure(sheet::UTFALL, row, "kostnad", &promise);
        whole &= kostnad.is_some();
        let (namn, cell) = (namn.value, namn.cell);
        utfall.extend(kostnad.map(|kostnad| Utfall { id, namn, cell, kostnad }));
    }
    whole.then_some(utfall)
}
