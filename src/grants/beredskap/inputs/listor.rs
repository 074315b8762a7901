//! The lists of drugs, and that what they say of each other can be true.

use super::{Lista, motsager};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::schema::blad;
use crate::problem::{Code, Problem, Problems};
use crate::workbook::Rad;
use crate::workbook::tecken::jamforbar;

/// The lists, in the workbook's order.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Lista>> {
    let rader = reader.book.rader(blad::LISTOR);
    for rad in rader {
        ingar(reader.problems, rad, rader);
        tidigare(reader.problems, rad);
    }
    let listor: Vec<_> =
        (1..).zip(rader).map(|(nummer, rad)| en_lista(reader, nummer, rad)).collect();
    listor.into_iter().collect()
}

fn en_lista(reader: &mut Reader<'_>, nummer: usize, rad: &Rad) -> Option<Lista> {
    const BLAD: &str = blad::LISTOR;
    let antal = reader.row_figure(BLAD, rad, "antal", &contract::LISTA_ANTAL.at(nummer));
    let tidigare = contract::LISTA_TIDIGARE_ANTAL.at(nummer);
    let tidigare = reader.row_figure(BLAD, rad, "tidigare_antal", &tidigare);
    Some(Lista { nummer, antal: antal?, tidigare })
}

/// A list that is said to be part of another: there is such a list, and it is no shorter.
fn ingar(problems: &mut Problems, rad: &Rad, rader: &[Rad]) {
    let (Some(ingar_i), Some(namn)) = (rad.text("ingar_i"), rad.text("lista")) else { return };
    let heter = |rad: &&Rad| {
        rad.text("lista").is_some_and(|namn| jamforbar(&namn.value) == jamforbar(&ingar_i.value))
    };
    let hittad = rader.iter().find(heter);
    let Some(hela) = hittad.filter(|_| jamforbar(&namn.value) != jamforbar(&ingar_i.value)) else {
        let text = format!("listan ”{}” finns inte bland de andra listorna", ingar_i.value);
        motsager(problems, &ingar_i.cell, text, "namnet på en annan lista på bladet");
        return;
    };
    let (Some(del), Some(hela)) = (rad.heltal("antal"), hela.heltal("antal")) else { return };
    if del.value > hela.value {
        let text = format!(
            "listan har {} substanser men den lista den ingår i bara {}",
            del.value, hela.value
        );
        motsager(problems, &del.cell, text, "högst lika många substanser som i hela listan");
    }
}

/// An earlier number of substances is nothing without the version it was in, nor the other way.
fn tidigare(problems: &mut Problems, rad: &Rad) {
    let (antal, version) = (rad.heltal("tidigare_antal"), rad.text("tidigare_version"));
    let (cell, saknas) = match (antal, version) {
        (Some(antal), None) => (antal.cell, "Tidigare version"),
        (None, Some(version)) => (version.cell, "Tidigare antal"),
        _ => return,
    };
    let text = format!("kolumnen ”{saknas}” är tom fast den andra om tidigare version är ifylld");
    problems.add(Problem::new(Code::I06, cell.location, text).help("fyll i båda, eller töm båda"));
}
