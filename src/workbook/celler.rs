//! The cells of a sheet, streamed under limits into a map by place. Knows what stands in a cell, not
//! what should.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dolt::{self, Bladform};
use super::flyttal;
use super::package::Paket;
use super::vakt::{skadad, stor};
use super::xml::Skada;
use crate::problem::{Cell, Location, Problem};

/// The longest text a spreadsheet cell can hold.
const TEXT: usize = 32_767;
/// The most text of all cells together.
const TEXT_SAMMANLAGT: usize = 8 << 20;

/// What stands in a cell. An empty cell is not kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cellinnehall {
    /// A number; `procent` if the cell shows it as a percentage (0,125 as 12,5 %).
    Tal {
        /// The number, as stored.
        tal: Decimal,
        /// Whether it is shown as a percentage.
        procent: bool,
    },
    /// A number too large or too small to hold exactly.
    Ohallbart,
    /// Text, trimmed and not empty.
    Text(String),
    /// A date.
    Datum(NaiveDate),
    /// A time of day, with or without a date.
    Tid,
    /// True or false.
    Sant(bool),
    /// An error value, as the spreadsheet shows it.
    Felvarde(String),
    /// A formula that was saved without its value.
    UtanVarde,
}

/// A sheet's cells and form.
#[derive(Debug, Default)]
pub(super) struct Rutnat {
    celler: BTreeMap<Cell, Cellinnehall>,
    /// What calamine does not tell.
    pub(super) form: Bladform,
}

impl Rutnat {
    /// What stands in a cell.
    pub(super) fn cell(&self, cell: Cell) -> Option<&Cellinnehall> {
        self.celler.get(&cell)
    }

    /// The text of a cell; a whole number counts as its digits.
    pub(super) fn text(&self, cell: Cell) -> Option<String> {
        match self.cell(cell)? {
            Cellinnehall::Text(text) => Some(text.clone()),
            Cellinnehall::Tal { tal, procent: false } if tal.is_integer() => Some(tal.to_string()),
            _ => None,
        }
    }

    /// The filled cells of a row.
    pub(super) fn rad(&self, row: u32) -> impl Iterator<Item = (Cell, &Cellinnehall)> {
        let (fran, till) = (Cell { row, column: 0 }, Cell { row, column: u32::MAX });
        self.celler.range(fran..=till).map(|(cell, innehall)| (*cell, innehall))
    }

    /// All filled cells, row by row.
    pub(super) fn alla(&self) -> impl Iterator<Item = (Cell, &Cellinnehall)> {
        self.celler.iter().map(|(cell, innehall)| (*cell, innehall))
    }

    /// The numbers of the rows that have any filled cell, rising.
    pub(super) fn rader(&self) -> Vec<u32> {
        let mut rader: Vec<_> = self.celler.keys().map(|cell| cell.row).collect();
        rader.dedup();
        rader
    }
}

/// Reads sheets of one package.
pub(super) struct Cellasare<'a> {
    paket: Paket<'a>,
    xlsx: Xlsx<Cursor<&'a [u8]>>,
    fil: Location,
    text_kvar: usize,
}

impl<'a> Cellasare<'a> {
    /// Lets calamine at a package that the guard has opened.
    pub(super) fn ny(fil: &str, bytes: &'a [u8], paket: Paket<'a>) -> Result<Self, Box<Problem>> {
        let fil = Location::file(fil);
        let xlsx = Xlsx::new(Cursor::new(bytes))
            .map_err(|_| skadad(&fil, "arbetsboken går inte att läsa"))?;
        Ok(Self { paket, xlsx, fil, text_kvar: TEXT_SAMMANLAGT })
    }

    /// The sheets, in order.
    pub(super) fn blad(&self) -> &[super::package::Bladdel] {
        &self.paket.blad
    }

    /// The cells of a sheet.
    pub(super) fn las(&mut self, namn: &str, path: &str) -> Result<Rutnat, Box<Problem>> {
        let plats = Location { sheet: Some(namn.into()), ..self.fil.clone() };
        let form = dolt::las(&mut self.paket, path).map_err(|fel| match fel {
            dolt::Fel::Skada(Skada(text)) => skadad(&plats, format!("bladet {text}")),
            dolt::Fel::Stor => stor(
                &plats,
                "bladet har fler ifyllda celler, sammanslagningar eller dolda kolumner än det kan behöva",
                "högst 50 000 ifyllda celler",
            ),
        })?;
        let celler = self.strom(namn, &form, &plats)?;
        Ok(Rutnat { celler, form })
    }

    fn strom(
        &mut self,
        namn: &str,
        form: &Bladform,
        plats: &Location,
    ) -> Result<BTreeMap<Cell, Cellinnehall>, Box<Problem>> {
        let trasig = || skadad(plats, "bladet går inte att läsa");
        let mut reader = self.xlsx.worksheet_cells_reader(namn).map_err(|_| trasig())?;
        let mut celler = BTreeMap::new();
        loop {
            let (cell, stil) = match reader.next_cell_with_style_id() {
                Ok(Some(last)) => last,
                Ok(None) => break,
                // An error value calamine does not know; the form has it, with its place.
                Err(XlsxError::CellError(_)) => continue,
                Err(_) => return Err(trasig()),
            };
            let procent = reader.styles().get(stil).is_some_and(visar_procent);
            let (row, column) = cell.get_position();
            let place = Cell { row: row.saturating_add(1), column: column.saturating_add(1) };
            let Some(innehall) = innehall(cell.get_value(), procent) else { continue };
            if let Cellinnehall::Text(text) = &innehall {
                let kvar = self.text_kvar.checked_sub(text.len());
                self.text_kvar =
                    kvar.filter(|_| text.chars().count() <= TEXT).ok_or_else(|| {
                        stor(
                            plats,
                            "cellerna innehåller mer text än en arbetsbok kan behöva",
                            "högst 8 MB text",
                        )
                    })?;
            }
            celler.insert(place, innehall);
        }
        for cell in &form.utan_varde {
            celler.insert(*cell, Cellinnehall::UtanVarde);
        }
        for (cell, text) in &form.felvarden {
            celler.insert(*cell, Cellinnehall::Felvarde(text.clone()));
        }
        Ok(celler)
    }
}

fn innehall(data: &DataRef<'_>, procent: bool) -> Option<Cellinnehall> {
    let text = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| Cellinnehall::Text(text.to_owned()))
    };
    match data {
        DataRef::Empty => None,
        DataRef::String(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Int(value) => Some(Cellinnehall::Tal { tal: Decimal::from(*value), procent }),
        DataRef::Float(value) => Some(
            flyttal::fran_cell(*value)
                .map_or(Cellinnehall::Ohallbart, |tal| Cellinnehall::Tal { tal, procent }),
        ),
        DataRef::Bool(value) => Some(Cellinnehall::Sant(*value)),
        DataRef::DateTime(value) => Some(datum(value)),
        DataRef::DateTimeIso(value) => Some(iso(value)),
        DataRef::DurationIso(_) => Some(Cellinnehall::Tid),
        DataRef::Error(value) => Some(Cellinnehall::Felvarde(value.to_string())),
    }
}

/// A serial date. Days before March 1900 do not exist in the same way in every program.
fn datum(value: &ExcelDateTime) -> Cellinnehall {
    let hel = flyttal::fran_cell(value.as_f64())
        .is_some_and(|serie| serie.is_integer() && serie > Decimal::from(60));
    let (ar, manad, dag, ..) = value.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(ar), u32::from(manad), u32::from(dag))
        .filter(|_| hel && value.is_datetime())
        .map_or(Cellinnehall::Tid, Cellinnehall::Datum)
}

/// A date as ISO 8601 writes it, at midnight.
fn iso(text: &str) -> Cellinnehall {
    let (dag, tid) = text.split_once('T').unwrap_or((text, ""));
    let midnatt = tid.chars().all(|tecken| matches!(tecken, '0' | ':' | '.' | 'Z'));
    match NaiveDate::parse_from_str(dag, "%Y-%m-%d") {
        Ok(datum) if midnatt => Cellinnehall::Datum(datum),
        _ => Cellinnehall::Tid,
    }
}

/// Whether a number format shows percent: a percent sign that is neither quoted nor escaped.
fn visar_procent(stil: &Style) -> bool {
    let Some(format) = &stil.number_format else { return false };
    let mut i_citat = false;
    let mut tecken = format.format_code.chars();
    while let Some(nasta) = tecken.next() {
        match nasta {
            '"' => i_citat = !i_citat,
            '\\' if !i_citat => {
                tecken.next();
            }
            '%' if !i_citat => return true,
            _ => {}
        }
    }
    false
}
