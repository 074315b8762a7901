//! Reads a whole workbook by its schema. Never stops at the first problem: every sheet is read, and
//! everything that is wrong is reported with its cell. Knows sheets and forms; the forms' own files
//! know rows and columns.

mod about;
mod common;
mod evidence;
mod headings;
mod items;
mod list;
mod recipients;
mod regions;
mod sheet;
mod stray;
mod sums;

use std::collections::BTreeMap;

use super::annotate::is_to_do;
use super::book::{Book, CellValue, Row, SheetValues};
use super::cells::{CellReader, Grid};
use super::guard;
use super::package::SheetPart;
use super::schema::{Layout, SheetSchema, StatedDays, WorkbookSchema};
use super::text::{code_point, forbidden, nearest, normalized, quote};
use crate::problem::messages::sheet as say;
use crate::problem::{Cell, Code, Location, Problem, Problems};
pub(super) use about::About;
pub(super) use common::{BESIDE, EXPLANATION as COMMON_EXPLANATION, LABEL as COMMON};
pub(super) use items::{EXPLANATION, VALUE};
use sheet::SheetReader;

/// The cover sheet, which the program writes and never reads.
pub(super) const COVER_SHEET: &str = "Läs mig";

/// The cells of a workbook, before they are read by its schema: for who wants to know what it would say if a cell held
/// something else.
#[derive(Clone, Debug)]
pub struct Sheets {
    schema: &'static WorkbookSchema,
    file: String,
    own: Vec<String>,
    grids: BTreeMap<&'static str, Grid>,
}

/// Reads a workbook. `None` if the file is not one, or the year it is for cannot be read; otherwise
/// what could be read, and all that was wrong is among the problems.
pub fn read(
    schema: &'static WorkbookSchema,
    file: &str,
    bytes: &[u8],
    problems: &mut Problems,
) -> Option<Book> {
    Sheets::open(schema, file, bytes, problems)?.read(problems)
}

impl Sheets {
    /// The cells of a workbook. `None` if the file is not one.
    pub fn open(
        schema: &'static WorkbookSchema,
        file: &str,
        bytes: &[u8],
        problems: &mut Problems,
    ) -> Option<Self> {
        let reads =
            guard::inspect(file, bytes).and_then(|package| CellReader::new(file, bytes, package));
        let mut reads = match reads {
            Ok(reads) => reads,
            Err(problem) => {
                problems.add(*problem);
                return None;
            }
        };
        let parts = reads.sheet().to_vec();
        let own = own(schema, file, &parts, problems);
        let mut grids = BTreeMap::new();
        for sheet in schema.sheets {
            let Some(part) = pair_up(sheet, &parts, schema, file, problems) else { continue };
            match reads.read(&part.name, &part.path) {
                Ok(grid) => {
                    grids.insert(sheet.name, grid);
                }
                Err(problem) => problems.add(*problem),
            }
        }
        Some(Self { schema, file: file.to_owned(), own, grids })
    }

    /// Puts something in a cell, in place of what stands there; nothing is done on a sheet that is not there.
    pub fn put(&mut self, sheet: &str, cell: Cell, value: CellValue) {
        if let Some(grid) = self.grids.get_mut(sheet) {
            grid.put(cell, value);
        }
    }

    /// What they say by the schema. `None` if the year it is for cannot be read.
    pub fn read(&self, problems: &mut Problems) -> Option<Book> {
        let Self { schema, file, own, grids } = self;
        let year = read_year(schema, file, grids);
        let stated = stated_days(schema, file, grids);
        let (mut values, mut places) = (BTreeMap::new(), BTreeMap::new());
        let mut own_headings = BTreeMap::new();
        for sheet in schema.sheets {
            let Some(sheet_grid) = grids.get(sheet.name) else { continue };
            let place = Location::sheet(file, sheet.name);
            let mut sheet_reader = SheetReader {
                sheet,
                place,
                grid: sheet_grid,
                year,
                stated: &stated,
                common: None,
                places: BTreeMap::new(),
                own_headings: BTreeMap::new(),
                problems,
            };
            if let Some(last) = read_sheet(&mut sheet_reader) {
                values.insert(sheet.name, last);
            }
            places.insert(sheet.name, sheet_reader.places);
            own_headings.insert(sheet.name, sheet_reader.own_headings);
        }
        Some(Book {
            file: file.clone(),
            year: year?,
            own_sheets: own.clone(),
            schema,
            sheets: values,
            places,
            own_headings,
        })
    }
}

fn read_sheet(sheet_reader: &mut SheetReader<'_>) -> Option<SheetValues> {
    sheet_reader.common = common::find(sheet_reader);
    let values = read_table(sheet_reader);
    common::inspect(sheet_reader);
    values
}

fn read_table(sheet_reader: &mut SheetReader<'_>) -> Option<SheetValues> {
    match &sheet_reader.sheet.layout {
        Layout::Items(field) => items::read(sheet_reader, field).map(SheetValues::Items),
        Layout::Regions { columns, free_columns, sum_row } => {
            regions::read(sheet_reader, columns, free_columns.as_ref(), *sum_row)
        }
        Layout::Lista { columns, keys } => {
            list::read(sheet_reader, columns, keys).map(SheetValues::Lista)
        }
        Layout::Recipients { columns, free_column, sum_row } => {
            recipients::read(sheet_reader, columns, free_column, sum_row)
                .map(SheetValues::Recipients)
        }
    }
}

/// The year, read ahead of the rest: which dates are required depends on it.
fn read_year(
    schema: &'static WorkbookSchema,
    file: &str,
    grid: &BTreeMap<&'static str, Grid>,
) -> Option<i32> {
    let (name, id) = schema.year;
    i32::try_from(read_ahead(schema, file, name, grid)?.integer(id)?.value).ok()
}

/// The days that items state which columns must hold for, read ahead of those.
fn stated_days(
    schema: &'static WorkbookSchema,
    file: &str,
    grid: &BTreeMap<&'static str, Grid>,
) -> StatedDays {
    let mut sheets = BTreeMap::new();
    let mut stated = StatedDays::new();
    for (name, id) in schema.day_items() {
        let row = sheets.entry(name).or_insert_with(|| read_ahead(schema, file, name, grid));
        if let Some(day) = row.as_ref().and_then(|row| row.date(id)) {
            stated.insert((name, id), day.value);
        }
    }
    stated
}

/// A sheet of items, read ahead of the rest. What is wrong with it is reported when it is read in turn.
fn read_ahead(
    schema: &'static WorkbookSchema,
    file: &str,
    name: &str,
    grid: &BTreeMap<&'static str, Grid>,
) -> Option<Row> {
    let sheet = schema.sheet(name);
    let Layout::Items(field) = &sheet.layout else { panic!("{name} is a sheet of items") };
    let mut silent = Problems::new();
    let mut sheet_reader = SheetReader {
        sheet,
        place: Location::sheet(file, name),
        grid: grid.get(name)?,
        year: None,
        stated: &StatedDays::new(),
        common: None,
        places: BTreeMap::new(),
        own_headings: BTreeMap::new(),
        problems: &mut silent,
    };
    items::read(&mut sheet_reader, field)
}

/// The part that holds a sheet, by the sheet's name.
fn pair_up<'d>(
    sheet: &'static SheetSchema,
    parts: &'d [SheetPart],
    schema: &WorkbookSchema,
    file: &str,
    problems: &mut Problems,
) -> Option<&'d SheetPart> {
    let wanted = normalized(sheet.name);
    let Some(part) = parts.iter().find(|part| part.spreadsheet && normalized(&part.name) == wanted)
    else {
        if sheet.required {
            let problem =
                Problem::new(Code::I01, Location::file(file), say::missing(&quote(sheet.name)));
            let unknown =
                parts.iter().map(|part| part.name.as_str()).filter(|name| !is_known(schema, name));
            problems.add(match nearest(sheet.name, unknown) {
                Some(near) => problem.help(say::renamed(&quote(near))),
                None => problem.help(say::put_back()),
            });
        }
        return None;
    };
    if part.hidden {
        let place = Location::sheet(file, sheet.name);
        problems.add(Problem::new(Code::I12, place, say::hidden()).help(say::unhide()));
    }
    Some(part)
}

fn is_known(schema: &WorkbookSchema, name: &str) -> bool {
    let name = normalized(name);
    name == normalized(COVER_SHEET)
        || is_to_do(&name)
        || schema.sheets.iter().any(|sheet| normalized(sheet.name) == name)
}

/// The user's own sheets, each with a word that nothing on it counts.
fn own(
    schema: &WorkbookSchema,
    file: &str,
    parts: &[SheetPart],
    problems: &mut Problems,
) -> Vec<String> {
    let mut own = Vec::new();
    for part in parts.iter().filter(|part| !is_known(schema, &part.name)) {
        if let Some(character) = forbidden(&part.name) {
            let text = say::forbidden_name(&quote(&part.name), &code_point(character));
            problems.add(Problem::new(Code::I13, Location::file(file), text).help(say::rename()));
            continue;
        }
        let place = Location::sheet(file, &part.name);
        problems.add(Problem::new(Code::I19, place, say::not_read()));
        own.push(part.name.clone());
    }
    own
}
