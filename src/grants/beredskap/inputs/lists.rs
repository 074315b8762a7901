//! The workbook's lists, which go to the documents as they stand: texts, dates and whole numbers, row by
//! row. Amounts are figures, and are named where the rules' inputs are.

use super::{mal, year_number};
use crate::contract::beredskap::{self as contract, Avtal, Lager, Lista, Mal, Rapport};
use crate::contract::{FactPromise, Person};
use crate::grants::Reader;
use crate::grants::beredskap::schema::{NYCKEL, sheet};
use crate::grants::own_words::{self, Known};
use crate::workbook::Row;
use crate::workbook::book::CellValue;

/// States every list.
pub(super) fn state(reader: &mut Reader<'_>) {
    list(reader, sheet::MOTTAGARE, &contract::MOTTAGARE, |_, row| text(row, "mottagare"));
    list(reader, sheet::PERSONER, &contract::PERSONER, |_, row| person(row));
    list(reader, sheet::OVERENSKOMMELSER, &contract::AVTAL, |_, row| avtal(row));
    list(reader, sheet::MAL, &contract::MAL, ett_mal);
    list(reader, sheet::LISTOR, &contract::LISTOR, en_lista);
    list(reader, sheet::LAGER, &contract::LAGER, |_, row| lager(row));
    list(reader, sheet::RAPPORTER, &contract::RAPPORTER, |_, row| report(row));
}

/// States the user's own paragraphs, which may name whatever has been computed.
pub(super) fn own_paragraphs(reader: &mut Reader<'_>, computed: bool) {
    let known = Known {
        computed,
        documents: &[contract::UPPFOLJNINGEN],
        promises: contract::PROMISES,
        items: sheet::DOKUMENT,
    };
    own_words::state(reader, &known, &contract::EGNA_STYCKEN);
}

/// States a list, with the cells of all but its amounts. A row that lacks what it must have has been
/// reported, and is left out.
fn list<T>(
    reader: &mut Reader<'_>,
    sheet: &str,
    promise: &impl FactPromise<Of = Vec<T>>,
    make: impl Fn(usize, &Row) -> Option<T>,
) {
    let rows = reader.book.rows(sheet);
    let cells = rows.iter().flat_map(Row::iter);
    let cells = cells.filter(|(_, value)| !matches!(value.value, CellValue::Decimal(_)));
    let cells = cells.map(|(_, value)| value.cell.clone()).collect();
    let gjorda = (1..).zip(rows).filter_map(|(nummer, row)| make(nummer, row)).collect();
    reader.state(promise, gjorda, cells);
}

fn text(row: &Row, id: &str) -> Option<String> {
    row.text(id).map(|read| read.value)
}

fn person(row: &Row) -> Option<Person> {
    Some(Person {
        uppgift: text(row, "uppgift")?,
        namn: text(row, "namn")?,
        roll: text(row, "roll")?,
        telefon: text(row, "telefon"),
        e_post: text(row, "e_post"),
    })
}

fn avtal(row: &Row) -> Option<Avtal> {
    let [_, antagande] = NYCKEL;
    Some(Avtal {
        ar: year_number(row, "avtalsar")?,
        fran: year_number(row, "fran")?,
        till: year_number(row, "till")?,
        aterbetalas: row.date("aterbetalas").map(|read| read.value),
        diarienummer: text(row, "diarienummer"),
        nyckeldag: row.date("nyckeldag")?.value,
        nyckel_antagen: text(row, "nyckel")? == antagande,
    })
}

fn ett_mal(nummer: usize, row: &Row) -> Option<Mal> {
    let vardtyp = text(row, "vardtyp")?;
    Some(Mal {
        nummer,
        id: mal::slug(&vardtyp, nummer),
        vardtyp,
        avtalsar: year_number(row, "avtalsar")?,
        ursprungligen: row.date("ursprungligen").map(|read| read.value),
        senast: row.date("senast").map(|read| read.value),
        utvarderat: mal::evaluated(row)?,
    })
}

fn en_lista(nummer: usize, row: &Row) -> Option<Lista> {
    Some(Lista {
        nummer,
        namn: text(row, "lista")?,
        avtalsar: year_number(row, "avtalsar")?,
        tidigare_version: text(row, "tidigare_version"),
        datum: row.date("datum").map(|read| read.value),
        diarienummer: text(row, "diarienummer"),
        ingar_i: text(row, "ingar_i"),
    })
}

fn lager(row: &Row) -> Option<Lager> {
    Some(Lager {
        niva: row.integer("niva")?.value,
        namn: text(row, "namn")?,
        innehall: text(row, "innehall")?,
    })
}

fn report(row: &Row) -> Option<Rapport> {
    Some(Rapport { namn: text(row, "rapport")?, senast: row.date("senast")?.value })
}
