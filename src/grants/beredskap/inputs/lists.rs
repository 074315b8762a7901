//! The workbook's lists, which go to the documents as they stand: texts, dates and whole numbers, row by
//! row. Amounts are figures, and are named where the rules' inputs are.

use super::{artal, mal};
use crate::contract::beredskap::{self as contract, Avtal, Lager, Lista, Mal, Rapport};
use crate::contract::{FactPromise, Person};
use crate::grants::Reader;
use crate::grants::beredskap::schema::blad;
use crate::workbook::Rad;
use crate::workbook::bok::Innehall;

/// States every list.
pub(super) fn state(reader: &mut Reader<'_>) {
    lista(reader, blad::MOTTAGARE, &contract::MOTTAGARE, |_, rad| text(rad, "mottagare"));
    lista(reader, blad::PERSONER, &contract::PERSONER, |_, rad| person(rad));
    lista(reader, blad::OVERENSKOMMELSER, &contract::AVTAL, |_, rad| avtal(rad));
    lista(reader, blad::MAL, &contract::MAL, ett_mal);
    lista(reader, blad::LISTOR, &contract::LISTOR, en_lista);
    lista(reader, blad::LAGER, &contract::LAGER, |_, rad| lager(rad));
    lista(reader, blad::RAPPORTER, &contract::RAPPORTER, |_, rad| rapport(rad));
}

/// States a list, with the cells of all but its amounts. A row that lacks what it must have has been
/// reported, and is left out.
fn lista<T>(
    reader: &mut Reader<'_>,
    blad: &str,
    promise: &impl FactPromise<Of = Vec<T>>,
    make: impl Fn(usize, &Rad) -> Option<T>,
) {
    let rader = reader.book.rader(blad);
    let celler = rader.iter().flat_map(Rad::iter);
    let celler = celler.filter(|(_, varde)| !matches!(varde.value, Innehall::Decimal(_)));
    let celler = celler.map(|(_, varde)| varde.cell.clone()).collect();
    let gjorda = (1..).zip(rader).filter_map(|(nummer, rad)| make(nummer, rad)).collect();
    reader.state(promise, gjorda, celler);
}

fn text(rad: &Rad, id: &str) -> Option<String> {
    rad.text(id).map(|read| read.value)
}

fn person(rad: &Rad) -> Option<Person> {
    Some(Person {
        uppgift: text(rad, "uppgift")?,
        namn: text(rad, "namn")?,
        roll: text(rad, "roll")?,
        telefon: text(rad, "telefon"),
        e_post: text(rad, "e_post"),
    })
}

fn avtal(rad: &Rad) -> Option<Avtal> {
    Some(Avtal {
        ar: artal(rad, "avtalsar")?,
        fran: artal(rad, "fran")?,
        till: artal(rad, "till")?,
        aterbetalas: rad.datum("aterbetalas").map(|read| read.value),
        diarienummer: text(rad, "diarienummer"),
    })
}

fn ett_mal(nummer: usize, rad: &Rad) -> Option<Mal> {
    let vardtyp = text(rad, "vardtyp")?;
    Some(Mal {
        nummer,
        id: mal::slug(&vardtyp, nummer),
        vardtyp,
        avtalsar: artal(rad, "avtalsar")?,
        ursprungligen: rad.datum("ursprungligen").map(|read| read.value),
        senast: rad.datum("senast").map(|read| read.value),
        utvarderat: mal::utvarderat(rad)?,
    })
}

fn en_lista(nummer: usize, rad: &Rad) -> Option<Lista> {
    Some(Lista {
        nummer,
        namn: text(rad, "lista")?,
        avtalsar: artal(rad, "avtalsar")?,
        tidigare_version: text(rad, "tidigare_version"),
        datum: rad.datum("datum").map(|read| read.value),
        diarienummer: text(rad, "diarienummer"),
        ingar_i: text(rad, "ingar_i"),
    })
}

fn lager(rad: &Rad) -> Option<Lager> {
    Some(Lager {
        niva: rad.heltal("niva")?.value,
        namn: text(rad, "namn")?,
        innehall: text(rad, "innehall")?,
    })
}

fn rapport(rad: &Rad) -> Option<Rapport> {
    Some(Rapport { namn: text(rad, "rapport")?, senast: rad.datum("senast")?.value })
}
