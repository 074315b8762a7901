//! The goals, and the regions' answers in weeks: a column of answers for each care type whose goal has
//! been evaluated, found by the care type's name.

use std::collections::BTreeSet;

use super::Mal;
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::messages as say;
use crate::grants::beredskap::schema::{JA_NEJ, WORKBOOK, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::Veckor;
use crate::workbook::Row;
use crate::workbook::book::RegionValues;
use crate::workbook::text::normalized;

/// The columns of answers, by care type.
type Svar = Vec<(String, RegionValues<i64>)>;

/// The evaluated goals; every goal's weeks become a leaf.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Mal>> {
    let rows = reader.book.rows(sheet::MAL);
    let answer = reader.book.free_integers(sheet::VECKOR);
    let (mut mal, mut upptagna) = (Vec::new(), BTreeSet::new());
    let mut hela = true;
    for (nummer, row) in (1_usize..).zip(rows) {
        let Some(utvarderat) = evaluated(row) else { continue };
        let veckor = contract::MAL_VECKOR.at(nummer);
        let veckor = reader.row_figure(sheet::MAL, row, "veckor", &veckor);
        if !utvarderat {
            continue;
        }
        let svaren = svaren(reader, row, nummer, &answer, &mut upptagna);
        match (veckor, svaren, row.date("senast")) {
            (Some(veckor), Some((id, answer)), Some(_)) => {
                let answer = answer.map(|_, read| read.clone().map(Veckor::from_integer));
                let answer = reader.leaves(&contract::VECKOR.at(&id), &answer);
                mal.push(Mal { id, veckor, answer });
            }
            (veckor, _, senast) => {
                utan_mal(reader.problems, row, veckor.is_none(), senast.is_none());
                hela = false;
            }
        }
    }
    hela &= utan_mottagare(reader, &answer, rows);
    (hela && !rows.is_empty()).then_some(mal)
}

/// The answers to an evaluated goal, and the care type as figures are named; `None` with a problem.
fn svaren(
    reader: &mut Reader<'_>,
    row: &Row,
    nummer: usize,
    answer: &Svar,
    upptagna: &mut BTreeSet<String>,
) -> Option<(String, RegionValues<i64>)> {
    let vardtyp = row.text("vardtyp")?;
    let id = slug(&vardtyp.value, nummer);
    if !upptagna.insert(id.clone()) {
        let text = say::goal_twice(&words::quoted(&vardtyp.value));
        reader
            .problems
            .add(Problem::new(Code::I04, vardtyp.cell.location, text).help(say::keep_one_goal()));
        return None;
    }
    let hittad = answer.iter().find(|(name, _)| normalized(name) == normalized(&vardtyp.value));
    // A column that is there but not whole has been reported, cell by cell.
    let exists = |name: &&str| normalized(name) == normalized(&vardtyp.value);
    if hittad.is_none() && !reader.book.free_headings(sheet::VECKOR).iter().any(exists) {
        reader.problems.add(
            Problem::new(
                Code::I02,
                Location::field(WORKBOOK.file, sheet::VECKOR, "veckor"),
                say::no_answers(&words::quoted(&vardtyp.value)),
            )
            .expected(say::column_for_each_goal())
            .help(say::add_column()),
        );
    }
    hittad.map(|(_, values)| (id, values.clone()))
}

/// An evaluated goal says how many weeks, and by when.
fn utan_mal(problems: &mut Problems, row: &Row, veckor: bool, senast: bool) {
    let Some(cell) = row.text("utvarderat").map(|read| read.cell) else { return };
    let missing = [veckor.then_some(("Målet", "veckor")), senast.then_some(("Senast", "senast"))];
    for (heading, id) in missing.into_iter().flatten() {
        let text = say::goal_incomplete(&words::quoted(heading));
        // It is the empty cell that is to be filled in.
        let place = row.place(id).cloned().unwrap_or_else(|| cell.location.clone());
        problems.add(Problem::new(Code::I06, place, text).help(say::fill_in_goal()));
    }
}

/// Whether every column of answers has a goal to be held against.
fn utan_mottagare(reader: &mut Reader<'_>, answer: &Svar, rows: &[Row]) -> bool {
    let mut all = true;
    for (name, _) in answer {
        let har = rows.iter().any(|row| {
            evaluated(row) == Some(true)
                && row.text("vardtyp").is_some_and(|v| normalized(&v.value) == normalized(name))
        });
        if !har {
            let cell = reader.book.heading_cell(sheet::VECKOR, name);
            let text = say::answers_without_goal(&words::quoted(name));
            let problem = Problem::new(Code::R04, cell, text);
            reader.problems.add(problem.expected(say::an_evaluated_goal()));
            all = false;
        }
    }
    all
}

/// Whether a goal has been evaluated; none if the cell was wrong.
pub(super) fn evaluated(row: &Row) -> Option<bool> {
    let [ja, _] = JA_NEJ;
    row.text("utvarderat").map(|read| read.value == ja)
}

/// A care type as figures are named: `Akut tandvård` is `akut_tandvard`; the goal's number where nothing
/// of the name is left.
pub(super) fn slug(name: &str, nummer: usize) -> String {
    let bokstav = |character: char| match character {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        'a'..='z' | '0'..='9' => character,
        _ => ' ',
    };
    let ascii: String = name.to_lowercase().chars().map(bokstav).collect();
    let ascii = ascii.split_whitespace().collect::<Vec<_>>().join("_");
    if ascii.is_empty() { format!("mal_{nummer}") } else { ascii }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn care_types_are_named_in_ascii() {
        for (name, expected) in [
            ("Akut tandvård", "akut_tandvard"),
            ("Slutenvård som inte kan vänta", "slutenvard_som_inte_kan_vanta"),
            ("  IVA/”post-op” ", "iva_post_op"),
            ("***", "mal_7"),
        ] {
            assert_eq!(slug(name, 7), expected);
        }
    }
}
