//! The agreements: amounts, the years the money may be used, and when it is to be repaid.

use chrono::Datelike;

use super::{Avtal, anvandning, motsager, year_number};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::messages as say;
use crate::grants::beredskap::rules::AVTAL;
use crate::grants::beredskap::schema::sheet;
use crate::problem::{Code, Problem, Problems};
use crate::swedish;
use crate::workbook::Row;

/// The agreements, oldest first, with what is known of their use.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Avtal>> {
    let rows = reader.book.rows(sheet::OVERENSKOMMELSER);
    if !in_order(reader.problems, rows) {
        return None;
    }
    let avtal: Vec<_> = rows.iter().map(|row| ett_avtal(reader, row)).collect();
    let mut avtal = avtal.into_iter().collect::<Option<Vec<_>>>()?;
    if avtal.is_empty() {
        return None;
    }
    anvandning::read(reader, &mut avtal)?;
    let years: Vec<_> = avtal.iter().map(|avtal| avtal.ar.to_string()).collect();
    let text = format!("{AVTAL} {}", swedish::enumeration(&years));
    reader.report.trace.name_source(AVTAL, text);
    Some(avtal)
}

/// Each agreement stands once, and after those before it: figures are named by its year.
fn in_order(problems: &mut Problems, rows: &[Row]) -> bool {
    let mut i_ordning = true;
    let mut forra: Option<i64> = None;
    for row in rows {
        let Some(ar) = row.integer("avtalsar") else { continue };
        if let Some(forra) = forra.filter(|forra| *forra >= ar.value) {
            let problem = if forra == ar.value {
                let text = say::agreement_twice(&forra);
                Problem::new(Code::I04, ar.cell.location, text).help(say::keep_row())
            } else {
                let text = say::agreement_after(&ar.value, &forra);
                Problem::new(Code::R04, ar.cell.location, text).expected(say::oldest_first())
            };
            problems.add(problem);
            i_ordning = false;
        }
        forra = Some(ar.value);
    }
    i_ordning
}

fn ett_avtal(reader: &mut Reader<'_>, row: &Row) -> Option<Avtal> {
    const SHEETS: &str = sheet::OVERENSKOMMELSER;
    let ar = year_number(row, "avtalsar")?;
    let till_regionerna =
        reader.row_figure(SHEETS, row, "till_regionerna", &contract::TILL_REGIONERNA.at(ar));
    let till_skr = reader.row_figure(SHEETS, row, "till_skr", &contract::TILL_SKR.at(ar));
    let nyckeldag = row.date("nyckeldag")?.value;
    let (fran, till) = (year_number(row, "fran")?, year_number(row, "till")?);
    reader.row_figure(SHEETS, row, "fran", &contract::FRAN.at(ar));
    reader.row_figure(SHEETS, row, "till", &contract::TILL.at(ar));
    if fran > till {
        let text = say::period_backwards(&fran, &till);
        let cell = row.integer("till")?.cell;
        motsager(reader.problems, &cell, text, say::first_not_after_last());
        return None;
    }
    if let Some(dag) = row.date("aterbetalas").filter(|dag| dag.value.year() <= till) {
        let text = say::repaid_too_early(&dag.value, &till);
        motsager(reader.problems, &dag.cell, text, say::day_after_last_year());
        return None;
    }
    let aterbetalas = reader.row_figure(SHEETS, row, "aterbetalas", &contract::ATERBETALAS.at(ar));
    Some(Avtal {
        ar,
        till_regionerna: till_regionerna?,
        till_skr: till_skr?,
        fran,
        till,
        aterbetalas,
        nyckeldag,
        anvant: Vec::new(),
    })
}
