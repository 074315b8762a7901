//! The sheets of deductions as figures and words: this year's, each with an amount in kronor, in a foreign currency
//! with its rate, or both; and last year's, by their names.

use std::collections::BTreeSet;

use super::named::{Names, named};
use crate::calendar::Month;
use crate::contract::{self, ForegaendeAvdrag, VALUTOR, Valutaord, lakemedel};
use crate::figure::{CellRef, Figure, Sourced};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{REGLERAS, sheets};
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::quantity::{HelaKronor, KronorPerValuta, Valuta};
use crate::swedish;
use crate::workbook::book::Row;

/// A deduction.
#[derive(Clone, Debug)]
pub struct Avdrag {
    /// Its words.
    pub rad: contract::Avdrag,
    /// The cells of its words.
    pub cells: Vec<CellRef>,
    /// What the parties have agreed on in kronor, if they have.
    pub kronor: Option<Figure<HelaKronor>>,
    /// The amount in a foreign currency and its rate, if it is in one.
    pub valuta: Option<(Figure<Valuta>, Figure<KronorPerValuta>)>,
}

/// This year's; none if something in a row is missing or wrong, which has been reported.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Avdrag>> {
    let names = Names { field: "avdrag", example: say::a_short_name(), twice: say::one_row() };
    let (mut avdrag, mut seen, mut whole) = (Vec::new(), BTreeSet::new(), true);
    for row in reader.book.rows(sheets::AVDRAG) {
        let read = named(reader, row, &names, &mut seen).and_then(|id| one(reader, row, id));
        whole &= read.is_some();
        avdrag.extend(read);
    }
    whole.then_some(avdrag)
}

fn one(reader: &mut Reader<'_>, row: &Row, id: String) -> Option<Avdrag> {
    let words = [text(row, "avdrag"), text(row, "mottagare"), text(row, "andamal")];
    let [namn, mottagare, andamal] = words;
    let (namn, regleras) = (namn?, text(row, "regleras")?);
    let [valuta, hette] = ["valuta", "hette"].map(|field| text(row, field));
    let fault = fault_of_amounts(row, &namn, valuta.as_ref());
    let fault = fault.or_else(|| fault_of_settlement(row, &regleras));
    if let Some((cell, text, expected)) = fault {
        reader.problems.add(Problem::new(Code::R04, cell.location, text).expected(expected));
        return None;
    }
    let page = sheets::AVDRAG;
    let kronor = reader.row_figure(page, row, "kronor", &lakemedel::AVDRAG_KRONOR.at(&id));
    let belopp = reader.row_figure(page, row, "valutabelopp", &lakemedel::AVDRAG_VALUTA.at(&id));
    let kurs = reader.row_figure(page, row, "kurs", &lakemedel::AVDRAG_KURS.at(&id));
    // Printed, but no rule computes with it.
    reader.row_figure(page, row, "grans", &lakemedel::AVDRAG_GRANS.at(&id));
    let senast = row.integer("senast");
    let month = senast.as_ref().and_then(|senast| u32::try_from(senast.value).ok());
    let rad = contract::Avdrag {
        id,
        namn: namn.value.clone(),
        hette: hette.as_ref().map(|hette| hette.value.clone()),
        mottagare: mottagare.as_ref()?.value.clone(),
        andamal: andamal.as_ref()?.value.clone(),
        valuta: valuta.as_ref().and_then(|valuta| currency(&valuta.value)),
        nytt: false,
        regleras: month.and_then(|month| Month::new(reader.year() + 1, month)),
    };
    let cells = [Some(namn), mottagare, andamal, hette, valuta, Some(regleras)];
    let cells = cells.into_iter().flatten().map(|read| read.cell);
    let cells = cells.chain(senast.map(|senast| senast.cell)).collect();
    Some(Avdrag { rad, cells, kronor, valuta: belopp.zip(kurs) })
}

fn text(row: &Row, field: &str) -> Option<Sourced<String>> {
    row.text(field)
}

fn currency(code: &str) -> Option<&'static Valutaord> {
    VALUTOR.iter().find(|valuta| valuta.kod == code)
}

/// A fault of a row: where, what, and what was expected.
type Fault = (CellRef, Message, Message);

/// An amount in kronor or in a currency with its rate, or both, and nothing of a currency that is not named.
fn fault_of_amounts(
    row: &Row,
    namn: &Sourced<String>,
    valuta: Option<&Sourced<String>>,
) -> Option<Fault> {
    let [belopp, kurs] =
        ["valutabelopp", "kurs"].map(|field| row.decimal(field).map(|read| read.cell));
    match (valuta, belopp, kurs) {
        (Some(_), Some(_), Some(_)) => None,
        (Some(valuta), ..) => {
            let text = say::currency_in_part(&words::quoted(&valuta.value));
            Some((valuta.cell.clone(), text, say::amount_and_rate()))
        }
        (None, None, None) if row.integer("kronor").is_none() => {
            let text = say::deduction_without_amount(&words::quoted(&namn.value));
            Some((namn.cell.clone(), text, say::kronor_or_currency()))
        }
        (None, None, None) => None,
        (None, Some(cell), _) | (None, None, Some(cell)) => {
            Some((cell, say::amount_without_currency(), say::currency_or_kronor()))
        }
    }
}

/// A limit and a month where something is settled, and neither where nothing is.
fn fault_of_settlement(row: &Row, regleras: &Sourced<String>) -> Option<Fault> {
    let [ja, _] = REGLERAS;
    let terms = ["grans", "senast"].map(|field| row.integer(field));
    let expected = if regleras.value == ja { 2 } else { 0 };
    let stated = terms.iter().flatten().count();
    let text =
        if expected == 2 { say::settled_without_terms() } else { say::terms_without_settlement() };
    (stated != expected).then(|| (regleras.cell.clone(), text, say::limit_and_month()))
}

/// That what a deduction was called last year is the name of one that there was then, and of no other now; and that one
/// that is new and one that is gone are not for the same. Nothing is asked where not all of last year's are stated.
pub(super) fn renamed(reader: &mut Reader<'_>, fore: &[ForegaendeAvdrag]) {
    let rows = reader.book.rows(sheets::AVDRAG);
    let slug = |text: &str| swedish::slug(text);
    let named = |row: &Row| row.text("avdrag").map(|read| slug(&read.value));
    let mut seen = BTreeSet::new();
    for row in rows {
        let Some(hette) = row.text("hette") else { continue };
        let old = slug(&hette.value);
        let quoted = words::quoted(&hette.value);
        let own = rows
            .iter()
            .any(|other| other.text("hette").is_none() && named(other).as_ref() == Some(&old));
        let problem = if !fore.iter().any(|fore| slug(&fore.namn) == old) {
            let all: Vec<_> = fore.iter().map(|fore| words::quoted(&fore.namn)).collect();
            Problem::new(Code::I17, hette.cell.location, say::not_last_years(&quoted))
                .expected(say::last_years_are(&Message::any_of(&all)))
        } else if own || !seen.insert(old) {
            Problem::new(Code::R04, hette.cell.location, say::another_was_that(&quoted))
                .help(say::one_was_that())
        } else {
            continue;
        };
        reader.problems.add(problem);
    }
    let is_there = |fore: &&ForegaendeAvdrag| {
        let name = slug(&fore.namn);
        rows.iter().any(|row| {
            let called = row.text("hette").or_else(|| row.text("avdrag"));
            called.is_some_and(|called| slug(&called.value) == name)
        })
    };
    for gone in fore.iter().filter(|fore| !is_there(fore)) {
        let same = rows.iter().find(|row| {
            let is_new = row.text("hette").is_none()
                && !fore.iter().any(|fore| named(row) == Some(slug(&fore.namn)));
            let purpose = row.text("andamal").map(|read| slug(&read.value));
            is_new && purpose == Some(slug(&gone.andamal))
        });
        if let Some(name) = same.and_then(|row| row.text("avdrag")) {
            let (new, old) = (words::quoted(&name.value), words::quoted(&gone.namn));
            let problem =
                Problem::new(Code::R08, name.cell.location, say::same_purpose(&new, &old));
            reader.problems.add(problem.help(say::say_what_it_was(&old)));
        }
    }
}

/// Last year's; `Some(None)` where it is said that not all of them are stated.
#[expect(clippy::option_option, reason = "not known and not usable are two answers")]
pub(super) fn foregaende(reader: &Reader<'_>) -> Option<Option<Vec<ForegaendeAvdrag>>> {
    let rows = reader.book.rows(sheets::FOREGAENDE_AVDRAG).iter().map(|row| {
        let (namn, andamal) = (row.text("avdrag")?.value, row.text("andamal")?.value);
        Some(ForegaendeAvdrag { namn, andamal })
    });
    let rows = rows.collect::<Option<Vec<_>>>()?;
    let in_part = reader.book.text(sheets::FOREGAENDE_RIKET, "foregaende_avdrag_kanda").is_some();
    Some((!in_part).then_some(rows))
}
