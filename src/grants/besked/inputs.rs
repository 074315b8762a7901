//! From the workbook's cells, and from sektorsbidraget's public figures, to the figures the rules start
//! from. Reads cells; the rules never see one.

use super::schema::{WORKBOOK, sheet};
use crate::contract::besked::{self as contract, OvrigtMedel};
use crate::contract::{Person, sektorsbidrag};
use crate::figure::Figure;
use crate::grants::Reader;
use crate::problem::Problems;
use crate::quantity::{HelaKronor, Invanare, Kronor};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Book;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The year.
    pub ar: i32,
    /// The published amounts, sektorsbidraget included, kr.
    pub meddelat: PerRegion<Figure<Kronor>>,
    /// Sektorsbidraget's amounts.
    pub sektorsbidrag: PerRegion<Figure<HelaKronor>>,
    /// Their sum.
    pub sektorsbidrag_totalt: Figure<HelaKronor>,
    /// Sektorsbidraget's population.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The country's population.
    pub folk: Figure<Invanare>,
    /// The amount spoken of, kr.
    pub omtalat: Figure<Kronor>,
    /// What it is rounded to the nearest of, kr.
    pub omtalat_steg: Figure<Kronor>,
}

/// Reads everything; `None` if something was missing or wrong, or if sektorsbidraget did not come out:
/// that was said when the workbooks were read and sektorsbidraget computed.
pub fn read(book: &Book, report: &mut Report, problems: &mut Problems) -> Option<Inputs> {
    let mut reader = Reader::new((contract::GRANT, &WORKBOOK), book, report, problems);
    reader.state_items();
    lists(&mut reader);
    let meddelat = reader.column(sheet::MEDEL, &contract::MEDDELAT);
    let omtalat = reader.figure(sheet::DOKUMENT, &contract::OMTALAT);
    let omtalat_steg = reader.figure(sheet::DOKUMENT, &contract::OMTALAT_STEG);
    let year = book.year;
    Some(Inputs {
        ar: year,
        meddelat: meddelat?,
        sektorsbidrag: report.published_in_regions(year, &sektorsbidrag::BELOPP)?,
        sektorsbidrag_totalt: report.published(year, &sektorsbidrag::BELOPP)?,
        befolkning: report.published_in_regions(year, &sektorsbidrag::BEFOLKNING)?,
        folk: report.published(year, &sektorsbidrag::BEFOLKNING)?,
        omtalat: omtalat?,
        omtalat_steg: omtalat_steg?,
    })
}

fn lists(reader: &mut Reader<'_>) {
    let (persons, cells) = reader.rows(sheet::KONTAKTER, |row| Person {
        uppgift: String::new(),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: row.maybe("telefon"),
        e_post: row.maybe("e_post"),
    });
    reader.state(&contract::KONTAKTER, persons, cells);
    let (agreements, cells) =
        reader.rows(sheet::OVERENSKOMMELSER, |row| row.text("overenskommelse"));
    reader.state(&contract::OVERENSKOMMELSER, agreements, cells);
    let (others, cells) = reader.rows(sheet::OVRIGA, |row| OvrigtMedel {
        andamal: row.text("andamal"),
        grund: row.maybe("grund"),
        cirka: row.text("noggrannhet") == "cirka",
        delvis_preliminart: row.text("preliminart") == "delvis",
    });
    reader.state(&contract::OVRIGA, others, cells);
    for (number, row) in (1_usize..).zip(reader.book.rows(sheet::OVRIGA)) {
        reader.row_figure(sheet::OVRIGA, row, "belopp", &contract::OVRIGA_MEDEL.at(number));
    }
}
