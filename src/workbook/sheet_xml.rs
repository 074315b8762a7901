//! What a sheet holds that calamine does not tell: merged cells, hidden rows and columns, formulas
//! without a value, error values by their text. Also refuses what calamine would read wrongly:
//! places that overflow, a cell that stands twice, a value in pieces.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use super::xml::{Damage, attribute, flag};
use crate::problem::Cell;
use crate::problem::messages::package as say;

/// The last row a sheet can have.
const ROWS: u32 = 1_048_576;
/// The last column a sheet can have.
const COLUMNS: u32 = 16_384;
/// The most cells with something in them.
pub(super) const CELLS: usize = 50_000;
/// The most merged or hidden ranges.
const AREAS: usize = 10_000;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// The upper left cell.
    pub(super) from: Cell,
    /// The lower right cell.
    pub(super) to: Cell,
}

/// The form of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetShape {
    /// Merged cells.
    pub(super) merged_ranges: Vec<Area>,
    /// Hidden rows.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// Hidden columns, first and last.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// Cells with a formula.
    pub(super) formulas: BTreeSet<Cell>,
    /// Formulas that were saved without a value.
    pub(super) without_value: BTreeSet<Cell>,
    /// Error values as they stand.
    pub(super) error_values: BTreeMap<Cell, String>,
}

/// What stops a sheet.
pub(super) enum Failure {
    /// It is damaged.
    Damage(Damage),
    /// It has too many cells.
    Large,
}

impl From<Damage> for Failure {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

/// Reads the form of the sheet in a part.
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<SheetShape, Failure> {
    let Some(mut part) = package.part(path)? else { return Err(Damage(say::is_missing()).into()) };
    let mut reads = View::default();
    while let Some(event) = part.next()? {
        match event {
            Event::Start(element) => reads.start(&element)?,
            Event::Text(text) => reads.text(&text),
            Event::End(element) => reads.end(element.local_name().as_ref())?,
            Event::CData(_) => reads.something_else(false)?,
            Event::Comment(_) | Event::GeneralRef(_) | Event::PI(_) => {
                reads.something_else(true)?;
            }
            _ => {}
        }
    }
    if reads.data != Data::After {
        return Err(Damage(say::no_whole_table()).into());
    }
    Ok(reads.layout)
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Data {
    #[default]
    Before,
    I,
    After,
}

/// Whether a cell's value has been met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lage {
    Before,
    I,
    After,
}

/// A cell that is being read.
#[derive(Debug)]
struct Partial {
    place: Cell,
    type_name: String,
    formula: bool,
    state: Lage,
    bits: usize,
    value: String,
    body_part: bool,
}

#[derive(Default)]
struct View {
    layout: SheetShape,
    data: Data,
    row: u32,
    column: u32,
    cell: Option<Partial>,
    seen: BTreeSet<Cell>,
}

impl View {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Failure> {
        match (element.local_name().as_ref(), self.data) {
            ("sheetData", Data::Before) => self.data = Data::I,
            ("dimension", Data::Before) => {
                if let Some(text) = attribute(element, "ref")? {
                    area(&text)?;
                }
            }
            ("col", Data::Before) => self.columns(element)?,
            ("row", Data::I) => self.row(element)?,
            ("c", Data::I) => self.start_cell(element)?,
            ("mergeCell", Data::After) => {
                let text = attribute(element, "ref")?.unwrap_or_default();
                self.layout.merged_ranges.push(area(&text)?);
            }
            ("v" | "f" | "is", Data::I) => self.in_cell(element.local_name().as_ref())?,
            ("sheetData", _) => return Err(Damage(say::two_tables()).into()),
            _ => {}
        }
        let areas = self.layout.merged_ranges.len().max(self.layout.hidden_columns.len());
        if areas > AREAS { Err(Failure::Large) } else { Ok(()) }
    }

    fn columns(&mut self, element: &BytesStart<'_>) -> Result<(), Damage> {
        let number = |name| {
            let text = attribute(element, name)?.unwrap_or_default();
            text.parse::<u32>().map_err(|_| Damage(say::column_without_number()))
        };
        let (min, max) = (number("min")?, number("max")?);
        if flag(element, "hidden")? || zero(element, "width")? {
            self.layout.hidden_columns.push((min, max));
        }
        Ok(())
    }

    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), Damage> {
        self.row = match attribute(element, "r")? {
            Some(text) => integer(&text, ROWS).ok_or_else(|| Damage(say::row_outside()))?,
            None => self.row.saturating_add(1),
        };
        self.column = 0;
        if flag(element, "hidden")? || zero(element, "ht")? {
            self.layout.hidden_rows.insert(self.row);
        }
        Ok(())
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Damage> {
        let place = match attribute(element, "r")? {
            Some(text) => address(&text)?,
            None => Cell { row: self.row, column: self.column.saturating_add(1) },
        };
        if place.row != self.row || place.row == 0 || place.column > COLUMNS {
            return Err(Damage(say::wrong_row(&place)));
        }
        self.column = place.column;
        let type_name = attribute(element, "t")?.unwrap_or_default().into_owned();
        let (value, bits) = (String::new(), 0);
        self.cell = Some(Partial {
            place,
            type_name,
            value,
            bits,
            formula: false,
            state: Lage::Before,
            body_part: false,
        });
        Ok(())
    }

    fn in_cell(&mut self, name: &str) -> Result<(), Damage> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        match name {
            "f" => cell.formula = true,
            "is" => cell.body_part = true,
            _ if cell.state != Lage::Before => {
                return Err(Damage(say::two_values(&cell.place)));
            }
            _ => cell.state = Lage::I,
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.state == Lage::I) else { return };
        cell.bits += 1;
        // Longer than any number, index or error value; only a formula's own text can be.
        if cell.value.len() < 64 {
            cell.value.push_str(text.get(..text.len().min(64)).unwrap_or(text));
        }
    }

    /// Anything but text inside a value: a formula's text may be in pieces, a number may not.
    fn something_else(&mut self, may_split_text: bool) -> Result<(), Damage> {
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.state == Lage::I) else {
            return Ok(());
        };
        cell.bits += 1;
        if may_split_text && matches!(cell.type_name.as_str(), "str" | "inlineStr") {
            return Ok(());
        }
        Err(Damage(say::value_in_pieces(&cell.place)))
    }

    fn end(&mut self, name: &str) -> Result<(), Failure> {
        match name {
            "v" => {
                if let Some(cell) = &mut self.cell {
                    cell.state = Lage::After;
                }
            }
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.ready(cell)?;
                }
            }
            "sheetData" => self.data = Data::After,
            _ => {}
        }
        Ok(())
    }

    fn ready(&mut self, cell: Partial) -> Result<(), Failure> {
        let has_value = cell.state != Lage::Before;
        if !(cell.formula || has_value || cell.body_part) {
            return Ok(());
        }
        if !self.seen.insert(cell.place) {
            return Err(Damage(say::cell_twice(&cell.place)).into());
        }
        if self.seen.len() > CELLS {
            return Err(Failure::Large);
        }
        if cell.type_name == "s"
            && !cell.value.is_empty()
            && integer(&cell.value, u32::MAX).is_none()
            && cell.value != "0"
        {
            return Err(Damage(say::faulty_text(&cell.place)).into());
        }
        if cell.formula {
            self.layout.formulas.insert(cell.place);
        }
        let empty_text = cell.bits == 0 && !(has_value && cell.type_name == "str");
        if cell.formula && empty_text && !cell.body_part {
            self.layout.without_value.insert(cell.place);
        }
        if cell.type_name == "e" {
            self.layout.error_values.insert(cell.place, cell.value);
        }
        Ok(())
    }
}

/// A size that is given, and nothing.
fn zero(element: &BytesStart<'_>, name: &str) -> Result<bool, Damage> {
    Ok(attribute(element, name)?.is_some_and(|text| {
        text.contains('0') && text.chars().all(|character| matches!(character, '0' | '.'))
    }))
}

/// A whole number from 1 to `hogst`, in plain digits.
fn integer(text: &str, highest: u32) -> Option<u32> {
    let numbers = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| numbers && (1..=highest).contains(number))
}

/// `B7`.
fn address(text: &str) -> Result<Cell, Damage> {
    let error = || Damage(say::cell_outside());
    let limit = text.find(|character: char| character.is_ascii_digit()).ok_or_else(error)?;
    let (letters, numbers) = text.split_at(limit);
    let mut column = 0_u32;
    for byte in letters.bytes() {
        if !byte.is_ascii_alphabetic() || column > COLUMNS {
            return Err(error());
        }
        column = column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    }
    let row = integer(numbers, ROWS).ok_or_else(error)?;
    if (1..=COLUMNS).contains(&column) { Ok(Cell { row, column }) } else { Err(error()) }
}

/// `B7:D9`, or a single cell.
fn area(text: &str) -> Result<Area, Damage> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let (from, to) = (address(from)?, address(to)?);
    if from.row > to.row || from.column > to.column {
        return Err(Damage(say::reversed_area()));
    }
    Ok(Area { from, to })
}
