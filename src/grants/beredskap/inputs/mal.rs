//! The goals, and the regions' answers in weeks: a column of answers for each care type whose goal has
//! been evaluated, found by the care type's name.

use std::collections::BTreeSet;

use super::{Mal, motsager, sida};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::schema::{JA_NEJ, blad};
use crate::problem::{Code, Problem, Problems};
use crate::quantity::Veckor;
use crate::workbook::Rad;
use crate::workbook::bok::Regionvarden;
use crate::workbook::tecken::jamforbar;

/// The columns of answers, by care type.
type Svar = Vec<(String, Regionvarden<i64>)>;

/// The evaluated goals; every goal's weeks become a leaf.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Mal>> {
    let rader = reader.book.rader(blad::MAL);
    let svar = reader.book.fria_heltal(blad::VECKOR);
    let (mut mal, mut upptagna) = (Vec::new(), BTreeSet::new());
    let mut hela = true;
    for (nummer, rad) in (1_usize..).zip(rader) {
        let Some(utvarderat) = utvarderat(rad) else { continue };
        let veckor = contract::MAL_VECKOR.at(nummer);
        let veckor = reader.row_figure(blad::MAL, rad, "veckor", &veckor);
        if !utvarderat {
            continue;
        }
        let svaren = svaren(reader, rad, nummer, &svar, &mut upptagna);
        match (veckor, svaren, rad.datum("senast")) {
            (Some(veckor), Some((id, svar)), Some(_)) => {
                let svar = svar.map(|_, read| read.clone().map(Veckor::fran_heltal));
                let svar = reader.leaves(&contract::VECKOR.at(&id), &svar);
                mal.push(Mal { id, veckor, svar });
            }
            (veckor, _, senast) => {
                utan_mal(reader.problems, rad, veckor.is_none(), senast.is_none());
                hela = false;
            }
        }
    }
    hela &= utan_mottagare(reader.problems, &svar, rader);
    (hela && !rader.is_empty()).then_some(mal)
}

/// The answers to an evaluated goal, and the care type as figures are named; `None` with a problem.
fn svaren(
    reader: &mut Reader<'_>,
    rad: &Rad,
    nummer: usize,
    svar: &Svar,
    upptagna: &mut BTreeSet<String>,
) -> Option<(String, Regionvarden<i64>)> {
    let vardtyp = rad.text("vardtyp")?;
    let id = slug(&vardtyp.value, nummer);
    if !upptagna.insert(id.clone()) {
        let text = format!("”{}” har redan ett utvärderat mål", vardtyp.value);
        reader.problems.add(
            Problem::new(Code::I04, vardtyp.cell.location, text)
                .help("behåll ett utvärderat mål för varje vårdtyp"),
        );
        return None;
    }
    let hittad = svar.iter().find(|(namn, _)| jamforbar(namn) == jamforbar(&vardtyp.value));
    // A column that is there but not whole has been reported, cell by cell.
    let finns = |namn: &&str| jamforbar(namn) == jamforbar(&vardtyp.value);
    if hittad.is_none() && !reader.book.fria_rubriker(blad::VECKOR).iter().any(finns) {
        reader.problems.add(
            Problem::new(
                Code::I02,
                sida(blad::VECKOR),
                format!("ingen kolumn har svaren för ”{}”", vardtyp.value),
            )
            .expected("en kolumn för varje vårdtyp vars mål har utvärderats")
            .help("lägg till kolumnen, eller skriv nej i målets kolumn Utvärderat"),
        );
    }
    hittad.map(|(_, varden)| (id, varden.clone()))
}

/// An evaluated goal says how many weeks, and by when.
fn utan_mal(problems: &mut Problems, rad: &Rad, veckor: bool, senast: bool) {
    let Some(cell) = rad.text("utvarderat").map(|read| read.cell) else { return };
    for saknas in [veckor.then_some("Målet"), senast.then_some("Senast")].into_iter().flatten() {
        let text = format!("målet är utvärderat men kolumnen ”{saknas}” är tom");
        problems.add(
            Problem::new(Code::I06, cell.location.clone(), text)
                .help("fyll i den, eller skriv nej i kolumnen Utvärderat"),
        );
    }
}

/// Whether every column of answers has a goal to be held against.
fn utan_mottagare(problems: &mut Problems, svar: &Svar, rader: &[Rad]) -> bool {
    let mut alla = true;
    for (namn, varden) in svar {
        let har = rader.iter().any(|rad| {
            utvarderat(rad) == Some(true)
                && rad.text("vardtyp").is_some_and(|v| jamforbar(&v.value) == jamforbar(namn))
        });
        if !har {
            let cell = varden.varden().iter().map(|varde| &varde.cell).min();
            let Some(cell) = cell.cloned() else { continue };
            let text = format!("”{namn}” har svar men inget utvärderat mål");
            motsager(problems, &cell, text, "ett mål med ja i kolumnen Utvärderat på bladet Mål");
            alla = false;
        }
    }
    alla
}

/// Whether a goal has been evaluated; none if the cell was wrong.
pub(super) fn utvarderat(rad: &Rad) -> Option<bool> {
    let [ja, _] = JA_NEJ;
    rad.text("utvarderat").map(|read| read.value == ja)
}

/// A care type as figures are named: `Akut tandvård` is `akut_tandvard`; the goal's number where nothing
/// of the name is left.
pub(super) fn slug(namn: &str, nummer: usize) -> String {
    let bokstav = |tecken: char| match tecken {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        'a'..='z' | '0'..='9' => tecken,
        _ => ' ',
    };
    let ascii: String = namn.to_lowercase().chars().map(bokstav).collect();
    let ascii = ascii.split_whitespace().collect::<Vec<_>>().join("_");
    if ascii.is_empty() { format!("mal_{nummer}") } else { ascii }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn care_types_are_named_in_ascii() {
        for (namn, vantat) in [
            ("Akut tandvård", "akut_tandvard"),
            ("Slutenvård som inte kan vänta", "slutenvard_som_inte_kan_vanta"),
            ("  IVA/”post-op” ", "iva_post_op"),
            ("***", "mal_7"),
        ] {
            assert_eq!(slug(namn, 7), vantat);
        }
    }
}
