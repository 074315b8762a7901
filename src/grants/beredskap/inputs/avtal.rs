//! The agreements: amounts, the years the money may be used, and when it is to be repaid.

use chrono::Datelike;

use super::{Avtal, anvandning, artal, motsager};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::schema::blad;
use crate::problem::{Code, Problem, Problems};
use crate::workbook::Rad;

/// The agreements, oldest first, with what is known of their use.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Avtal>> {
    let rader = reader.book.rader(blad::OVERENSKOMMELSER);
    if !i_ordning(reader.problems, rader) {
        return None;
    }
    let avtal: Vec<_> = rader.iter().map(|rad| ett_avtal(reader, rad)).collect();
    let mut avtal = avtal.into_iter().collect::<Option<Vec<_>>>()?;
    if avtal.is_empty() {
        return None;
    }
    anvandning::read(reader, &mut avtal)?;
    Some(avtal)
}

/// Each agreement stands once, and after those before it: figures are named by its year.
fn i_ordning(problems: &mut Problems, rader: &[Rad]) -> bool {
    let mut i_ordning = true;
    let mut forra: Option<i64> = None;
    for rad in rader {
        let Some(ar) = rad.heltal("avtalsar") else { continue };
        if let Some(forra) = forra.filter(|forra| *forra >= ar.value) {
            let problem = if forra == ar.value {
                let text = format!("överenskommelsen {forra} står två gånger");
                Problem::new(Code::I04, ar.cell.location, text).help("behåll den rad som gäller")
            } else {
                let text = format!("överenskommelsen {} står efter den för {forra}", ar.value);
                Problem::new(Code::R04, ar.cell.location, text)
                    .expected("överenskommelserna i tidsordning, den äldsta först")
            };
            problems.add(problem);
            i_ordning = false;
        }
        forra = Some(ar.value);
    }
    i_ordning
}

fn ett_avtal(reader: &mut Reader<'_>, rad: &Rad) -> Option<Avtal> {
    const BLAD: &str = blad::OVERENSKOMMELSER;
    let (ar, cell) = (artal(rad, "avtalsar")?, rad.heltal("avtalsar")?.cell);
    let till_regionerna =
        reader.row_figure(BLAD, rad, "till_regionerna", &contract::TILL_REGIONERNA.at(ar));
    let till_skr = reader.row_figure(BLAD, rad, "till_skr", &contract::TILL_SKR.at(ar));
    let (fran, till) = (artal(rad, "fran")?, artal(rad, "till")?);
    reader.row_figure(BLAD, rad, "fran", &contract::FRAN.at(ar));
    reader.row_figure(BLAD, rad, "till", &contract::TILL.at(ar));
    if fran > till {
        let text = format!("medlen får användas från {fran} men bara till {till}");
        let vantat = "ett första år som inte ligger efter det sista";
        motsager(reader.problems, &cell, text, vantat);
        return None;
    }
    if let Some(dag) = rad.datum("aterbetalas").filter(|dag| dag.value.year() <= till) {
        let text = format!(
            "oanvända medel ska återbetalas {} fast de får användas till och med {till}",
            dag.value
        );
        let vantat = "en dag efter det sista året som medlen får användas";
        motsager(reader.problems, &dag.cell, text, vantat);
        return None;
    }
    let aterbetalas = reader.row_figure(BLAD, rad, "aterbetalas", &contract::ATERBETALAS.at(ar));
    Some(Avtal {
        ar,
        till_regionerna: till_regionerna?,
        till_skr: till_skr?,
        fran,
        till,
        aterbetalas,
        anvant: Vec::new(),
    })
}
