//! A sheet for the days of payment: when each month is paid, for what, and how much to all regions. A
//! column that no month has anything in is left out. Knows no document.

use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

use super::blad::{
    RUBRIKRAD, Utseende, i_cell, overst, preliminarnot, rad_i_bladet, skriv_cell, under,
};
use crate::report::head::Huvud;
use crate::report::number::Siffra;
use crate::report::payment::Betalning;
use crate::report::table::Radslag;

/// What a cell holds.
enum Cell<'a> {
    Text(&'a str),
    Nummer(Decimal),
    Dag(&'a str),
    Siffra(&'a Siffra),
}

/// A column: its heading, and what it has of a payment.
type Kolumn = (&'static str, fn(&Betalning) -> Option<Cell<'_>>);

const KOLUMNER: [Kolumn; 9] = [
    ("Utbetalning", |rad| Some(Cell::Text(&rad.manad))),
    ("Avser kostnader i", |rad| Some(Cell::Text(&rad.kostnadsmanad))),
    ("Betalningsdag", |rad| Some(Cell::Dag(&rad.dag.iso))),
    ("Avtalsår", |rad| Some(Cell::Nummer(rad.avtalsar.into()))),
    ("Bilaga", |rad| rad.bilaga.map(|bilaga| Cell::Nummer(bilaga.into()))),
    ("Månadsbelopp", |rad| Some(Cell::Siffra(&rad.manadsbelopp))),
    ("Justering", |rad| rad.justering.as_ref().map(Cell::Siffra)),
    ("Återstod", |rad| rad.residual.as_ref().map(Cell::Siffra)),
    ("Till alla regioner", |rad| Some(Cell::Siffra(&rad.totalt))),
];

/// Writes the sheet.
pub(super) fn betalningar(
    blad: &mut Worksheet,
    utseende: &Utseende,
    huvud: &Huvud,
    betalningar: &[Betalning],
) -> Result<(), XlsxError> {
    blad.set_name("Betalningsdagar")?;
    overst(blad, utseende, huvud, "Betalningsdagar", "kr")?;
    let nagot = |(_, cell): &&Kolumn| betalningar.iter().any(|rad| cell(rad).is_some());
    for (kolumn, (rubrik, cell)) in (0_u16..).zip(KOLUMNER.iter().filter(nagot)) {
        let format = if kolumn < 2 { &utseende.kolumnrubrik_text } else { &utseende.kolumnrubrik };
        blad.write_string_with_format(RUBRIKRAD, kolumn, *rubrik, format)?;
        blad.set_column_width(kolumn, 20)?;
        for (plats, betalning) in betalningar.iter().enumerate() {
            if let Some(cell) = cell(betalning) {
                skriv(blad, utseende, (rad_i_bladet(plats), kolumn), &cell)?;
            }
        }
    }
    let siffror = betalningar.iter().flat_map(|rad| {
        KOLUMNER.iter().filter_map(|(_, cell)| {
            if let Some(Cell::Siffra(siffra)) = cell(rad) { Some(siffra) } else { None }
        })
    });
    under(blad, utseende, betalningar.len(), preliminarnot(siffror))?;
    blad.set_freeze_panes(RUBRIKRAD + 1, 0)?;
    Ok(())
}

fn skriv(
    blad: &mut Worksheet,
    utseende: &Utseende,
    (rad, kolumn): (u32, u16),
    cell: &Cell<'_>,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            blad.write_string(rad, kolumn, *text)?;
        }
        Cell::Nummer(nummer) => {
            let format = utseende.cell(Radslag::Rad, "0");
            blad.write_number_with_format(rad, kolumn, i_cell(*nummer), &format)?;
        }
        Cell::Dag(dag) => {
            let dag = ExcelDateTime::parse_from_str(dag)?;
            let format = utseende.cell(Radslag::Rad, "yyyy-mm-dd");
            blad.write_datetime_with_format(rad, kolumn, dag, &format)?;
        }
        Cell::Siffra(siffra) => {
            skriv_cell(blad, utseende, Radslag::Rad, (rad, kolumn), siffra, None)?;
        }
    }
    Ok(())
}
