//! The cells of a sheet, streamed under limits into a map by place. Knows what stands in a cell, not
//! what should.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::book::CellValue;
use super::float;
use super::guard::{damaged, large};
use super::package::Package;
use super::sheet_xml::{self, SheetShape};
use super::xml::Damage;
use crate::problem::messages::package as say;
use crate::problem::{Cell, Location, Problem};

/// The longest text a spreadsheet cell can hold.
const TEXT: usize = 32_767;
/// The most text of all cells together.
const TEXT_IN_ALL: usize = 8 << 20;

/// What stands in a cell. An empty cell is not kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RawCell {
    /// A number; `percent` if the cell shows it as a percentage (0,125 as 12,5 %).
    Number {
        /// The number, as stored.
        number: Decimal,
        /// Whether it is shown as a percentage.
        percent: bool,
    },
    /// A number too large or too small to hold exactly.
    Unsound,
    /// Text, trimmed and not empty.
    Text(String),
    /// A date.
    Datum(NaiveDate),
    /// A time of day, with or without a date.
    Time,
    /// True or false.
    Bool(bool),
    /// An error value, as the spreadsheet shows it.
    ErrorValue(String),
    /// A formula that was saved without its value.
    WithoutValue,
}

/// A sheet's cells and form.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    cells: BTreeMap<Cell, RawCell>,
    /// What calamine does not tell.
    pub(super) layout: SheetShape,
}

impl Grid {
    /// What stands in a cell.
    pub(super) fn cell(&self, cell: Cell) -> Option<&RawCell> {
        self.cells.get(&cell)
    }

    /// The text of a cell; a whole number counts as its digits.
    pub(super) fn text(&self, cell: Cell) -> Option<String> {
        match self.cell(cell)? {
            RawCell::Text(text) => Some(text.clone()),
            RawCell::Number { number, percent: false } if number.is_integer() => {
                Some(number.to_string())
            }
            _ => None,
        }
    }

    /// Puts something in a cell.
    pub(super) fn put(&mut self, cell: Cell, value: CellValue) {
        let number = |number| RawCell::Number { number, percent: false };
        let raw = match value {
            CellValue::Integer(value) => number(Decimal::from(value)),
            CellValue::Decimal(value) => number(value),
            CellValue::Text(text) => RawCell::Text(text),
            CellValue::Datum(day) => RawCell::Datum(day),
        };
        self.cells.insert(cell, raw);
    }

    /// The filled cells of a row.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (Cell, &RawCell)> {
        let (from, to) = (Cell { row, column: 0 }, Cell { row, column: u32::MAX });
        self.cells.range(from..=to).map(|(cell, content)| (*cell, content))
    }

    /// All filled cells, row by row.
    pub(super) fn all(&self) -> impl Iterator<Item = (Cell, &RawCell)> {
        self.cells.iter().map(|(cell, content)| (*cell, content))
    }

    /// The numbers of the rows that have any filled cell, rising.
    pub(super) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<_> = self.cells.keys().map(|cell| cell.row).collect();
        rows.dedup();
        rows
    }
}

/// Reads sheets of one package.
pub(super) struct CellReader<'a> {
    package: Package<'a>,
    xlsx: Xlsx<Cursor<&'a [u8]>>,
    file: Location,
    text_left: usize,
}

impl<'a> CellReader<'a> {
    /// Lets calamine at a package that the guard has opened.
    pub(super) fn new(
        file: &str,
        bytes: &'a [u8],
        package: Package<'a>,
    ) -> Result<Self, Box<Problem>> {
        let file = Location::file(file);
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged(&file, say::unreadable()))?;
        Ok(Self { package, xlsx, file, text_left: TEXT_IN_ALL })
    }

    /// The sheets, in order.
    pub(super) fn sheet(&self) -> &[super::package::SheetPart] {
        &self.package.sheet
    }

    /// The cells of a sheet.
    pub(super) fn read(&mut self, name: &str, path: &str) -> Result<Grid, Box<Problem>> {
        let place = Location { sheet: Some(name.into()), ..self.file.clone() };
        let layout = sheet_xml::read(&mut self.package, path).map_err(|error| match error {
            sheet_xml::Failure::Damage(Damage(text)) => damaged(&place, say::sheet(&text)),
            sheet_xml::Failure::Large => {
                large(&place, say::sheet(&say::many_cells()), say::cells_at_most())
            }
        })?;
        let cells = self.stream(name, &layout, &place)?;
        Ok(Grid { cells, layout })
    }

    fn stream(
        &mut self,
        name: &str,
        layout: &SheetShape,
        at: &Location,
    ) -> Result<BTreeMap<Cell, RawCell>, Box<Problem>> {
        let broken = || damaged(at, say::sheet(&say::not_read()));
        let mut reader = self.xlsx.worksheet_cells_reader(name).map_err(|_| broken())?;
        let mut cells = BTreeMap::new();
        loop {
            let (cell, style) = match reader.next_cell_with_style_id() {
                Ok(Some(last)) => last,
                Ok(None) => break,
                // An error value calamine does not know; the form has it, with its place.
                Err(XlsxError::CellError(_)) => continue,
                Err(_) => return Err(broken()),
            };
            let percent = reader.styles().get(style).is_some_and(shows_percent);
            let (row, column) = cell.get_position();
            let place = Cell { row: row.saturating_add(1), column: column.saturating_add(1) };
            let Some(content) = content(cell.get_value(), percent) else { continue };
            if let RawCell::Text(text) = &content {
                let left = self.text_left.checked_sub(text.len());
                self.text_left = left
                    .filter(|_| text.chars().count() <= TEXT)
                    .ok_or_else(|| large(at, say::much_text(), say::text_at_most()))?;
            }
            cells.insert(place, content);
        }
        for cell in &layout.without_value {
            cells.insert(*cell, RawCell::WithoutValue);
        }
        for (cell, text) in &layout.error_values {
            cells.insert(*cell, RawCell::ErrorValue(text.clone()));
        }
        Ok(cells)
    }
}

fn content(data: &DataRef<'_>, percent: bool) -> Option<RawCell> {
    let text = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| RawCell::Text(text.to_owned()))
    };
    match data {
        DataRef::Empty => None,
        DataRef::String(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Int(value) => Some(RawCell::Number { number: Decimal::from(*value), percent }),
        DataRef::Float(value) => Some(
            float::from_the_cell(*value)
                .map_or(RawCell::Unsound, |number| RawCell::Number { number, percent }),
        ),
        DataRef::Bool(value) => Some(RawCell::Bool(*value)),
        DataRef::DateTime(value) => Some(date(value)),
        DataRef::DateTimeIso(value) => Some(iso(value)),
        DataRef::DurationIso(_) => Some(RawCell::Time),
        DataRef::Error(value) => Some(RawCell::ErrorValue(value.to_string())),
    }
}

/// A serial date. Days before March 1900 do not exist in the same way in every program.
fn date(value: &ExcelDateTime) -> RawCell {
    let whole = float::from_the_cell(value.as_f64())
        .is_some_and(|series| series.is_integer() && series > Decimal::from(60));
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .filter(|_| whole && value.is_datetime())
        .map_or(RawCell::Time, RawCell::Datum)
}

/// A date as ISO 8601 writes it, at midnight.
fn iso(text: &str) -> RawCell {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let midnight = time.chars().all(|character| matches!(character, '0' | ':' | '.' | 'Z'));
    match NaiveDate::parse_from_str(day, "%Y-%m-%d") {
        Ok(date) if midnight => RawCell::Datum(date),
        _ => RawCell::Time,
    }
}

/// Whether a number format shows percent: a percent sign that is neither quoted nor escaped.
fn shows_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut in_quotes = false;
    let mut character = format.format_code.chars();
    while let Some(next) = character.next() {
        match next {
            '"' => in_quotes = !in_quotes,
            '\\' if !in_quotes => {
                character.next();
            }
            '%' if !in_quotes => return true,
            _ => {}
        }
    }
    false
}
