//! Builds workbooks cell by cell: a right one, to be spoiled by each test, and its parts, to be changed
//! into what other programs write.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use statsbidrag::problem::Problems;
use statsbidrag::region::Region;
use statsbidrag::workbook::{Book, read};
use zip::write::SimpleFileOptions;

use crate::workbook::schema::TEMPLATE;

/// What to put in a cell.
#[derive(Clone, Debug)]
pub enum C {
    T(String),
    N(f64),
    Percent(f64),
    Datum(&'static str),
    Bool,
    /// A formula with its saved value.
    F(&'static str, &'static str),
}

pub fn t(text: &str) -> C {
    C::T(text.into())
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct TestSheet {
    pub cells: BTreeMap<(u32, u16), C>,
    pub merged_ranges: Vec<(&'static str, &'static str)>,
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u16>,
    pub hidden: bool,
}

/// A workbook.
#[derive(Clone, Debug)]
pub struct Sample {
    pub sheet: Vec<(String, TestSheet)>,
}

/// `B7` as row and column from 0.
pub fn location(address: &str) -> (u32, u16) {
    let (letters, numbers): (String, String) = address.chars().partition(char::is_ascii_alphabetic);
    let column = letters.bytes().fold(0, |column, byte| column * 26 + u16::from(byte - b'A') + 1);
    (numbers.parse::<u32>().expect("a row") - 1, column - 1)
}

impl Sample {
    pub fn worksheet(&mut self, sheet: &str) -> &mut TestSheet {
        &mut self.sheet.iter_mut().find(|(name, _)| name == sheet).expect("a sheet").1
    }

    pub fn insert(&mut self, sheet: &str, address: &str, cell: C) -> &mut Self {
        self.worksheet(sheet).cells.insert(location(address), cell);
        self
    }

    pub fn empty(&mut self, sheet: &str, address: &str) -> &mut Self {
        self.worksheet(sheet).cells.remove(&location(address));
        self
    }

    /// As Excel would save it.
    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, worksheet) in &self.sheet {
            let page = book.add_worksheet().set_name(name).expect("a name");
            page.set_hidden(worksheet.hidden);
            for (from, to) in &worksheet.merged_ranges {
                let ((r1, k1), (r2, k2)) = (location(from), location(to));
                page.merge_range(r1, k1, r2, k2, "", &Format::new()).expect("a range");
            }
            for ((row, column), cell) in &worksheet.cells {
                let (row, column) = (*row, *column);
                let date = Format::new().set_num_format("yyyy-mm-dd");
                match cell {
                    C::T(text) => page.write_string(row, column, text),
                    C::N(number) => page.write_number(row, column, *number),
                    C::Percent(number) => page.write_number_with_format(
                        row,
                        column,
                        *number,
                        &Format::new().set_num_format("0.0%"),
                    ),
                    C::Datum(day) => {
                        let day = ExcelDateTime::parse_from_str(day).expect("a date");
                        page.write_datetime_with_format(row, column, day, &date)
                    }
                    C::Bool => page.write_boolean(row, column, true),
                    C::F(formula, value) => {
                        page.write_formula(row, column, Formula::new(formula).set_result(*value))
                    }
                }
                .expect("a cell");
            }
            for row in &worksheet.hidden_rows {
                page.set_row_hidden(row - 1).expect("a row");
            }
            for column in &worksheet.hidden_columns {
                page.set_column_hidden(*column).expect("a column");
            }
        }
        book.save_to_buffer().expect("a workbook")
    }

    pub fn read(&self) -> (Option<Book>, Problems) {
        read_bytes(&self.bytes())
    }

    /// The problems, as the user sees them; without the blank lines between.
    pub fn error(&self) -> String {
        errors(&self.bytes())
    }
}

pub fn read_bytes(bytes: &[u8]) -> (Option<Book>, Problems) {
    let mut problems = Problems::new();
    let book = read(&TEMPLATE, "prov.xlsx", bytes, &mut problems);
    (book, problems)
}

pub fn errors(bytes: &[u8]) -> String {
    read_bytes(bytes).1.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The population of a region in the right workbook.
pub fn population(region: Region) -> i64 {
    10_000 + 7 * i64::try_from(place_in_order(region)).expect("a place")
}

fn place_in_order(region: Region) -> usize {
    Region::all().position(|other| other == region).expect("a region")
}

/// A workbook with nothing wrong.
pub fn right_value() -> Sample {
    let sheet = [
        ("Läs mig", TestSheet::default()),
        ("Dokument", document()),
        (
            "Befolkning",
            regions(&["Befolkning (invånare)", "Utfall (kr/inv)"], |row| {
                vec![C::N(f64::from(10_000 + 7 * row)), C::N(1.5)]
            }),
        ),
        (
            "Kostnader",
            regions(&["Hiv", "Gauchers", "Summa (kr)"], |row| {
                vec![row, 100, row + 100]
                    .into_iter()
                    .map(|number| C::N(f64::from(number)))
                    .collect()
            }),
        ),
        (
            "Trappa",
            list(
                &[&["Nivå", "Från (kr/inv)", "Andel (%)"]],
                &[&[C::N(1.0)], &[C::N(2.0), C::N(271.0)]],
            ),
        ),
    ];
    let mut sample = Sample {
        sheet: sheet.into_iter().map(|(name, worksheet)| (name.to_owned(), worksheet)).collect(),
    };
    sample.insert("Befolkning", "B3", C::Datum("2023-08-31"));
    sample.insert("Trappa", "C7", C::N(85.0)).insert("Trappa", "C8", C::N(90.0));
    sample.insert("Befolkning", "A28", t("Riket")).insert(
        "Befolkning",
        "B28",
        C::F("=SUM(B7:B27)", "211470"),
    );
    sample
}

fn document() -> TestSheet {
    let mut worksheet = TestSheet::default();
    let headings = ["Uppgift", "Värde", "Enhet", "Källa", "Per datum", "Status", "Bekräftad av"];
    let rows = [
        ("Bidragsår", C::N(2024.0), ""),
        ("Rubrik", t("Cirkulär om bidraget"), ""),
        ("Beslutsdatum", C::Datum("2024-04-18"), ""),
        ("Belopp", C::N(37_918.5), "mnkr"),
        ("Återstod", t("half_up"), ""),
    ];
    worksheet.cells.insert((0, 0), t("Dokument"));
    for (column, heading) in (0..).zip(headings) {
        worksheet.cells.insert((2, column), t(heading));
    }
    for (row, (name, value, unit)) in (3..).zip(rows) {
        worksheet.cells.insert((row, 0), t(name));
        worksheet.cells.insert((row, 1), value);
        worksheet.cells.insert((row, 3), t("Regeringsbeslut II:2"));
        worksheet.cells.insert((row, 5), t("fastställd"));
        if !unit.is_empty() {
            worksheet.cells.insert((row, 2), t(unit));
        }
    }
    worksheet
}

/// Title, rows about the columns, headings on row 6, regions from row 7.
fn regions(headings: &[&str], values: impl Fn(u32) -> Vec<C>) -> TestSheet {
    let mut worksheet = list(&[&["Region"], headings], &[]);
    for (row, region) in (6_u32..).zip(Region::all()) {
        worksheet.cells.insert((row, 0), t(region.short_name()));
        for (column, value) in (1..).zip(values(row - 6)) {
            worksheet.cells.insert((row, column), value);
        }
    }
    worksheet
}

fn list(headings: &[&[&str]], rows: &[&[C]]) -> TestSheet {
    let mut worksheet = TestSheet::default();
    worksheet.cells.insert((0, 0), t("Rubrik på bladet"));
    for (row, label) in (1..).zip(["Källa", "Per datum", "Status", "Bekräftad av"]) {
        worksheet.cells.insert((row, 0), t(label));
    }
    for (column, heading) in (0..).zip(headings.concat()) {
        worksheet.cells.insert((5, column), t(heading));
        if column > 0 {
            worksheet.cells.insert((1, column), t("SCB"));
            worksheet.cells.insert((3, column), t("preliminär"));
            worksheet.cells.insert((4, column), t("ekonomichefen"));
        }
    }
    for (row, cells) in (6..).zip(rows) {
        for (column, cell) in (0..).zip(cells.iter()) {
            worksheet.cells.insert((row, column), cell.clone());
        }
    }
    worksheet
}

/// The package's parts, by path.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a whole part");
        parts.insert(part.name().expect("a name").into_owned(), content);
    }
    parts
}

/// A package of parts.
pub fn pack<'d>(parts: impl IntoIterator<Item = (&'d str, &'d [u8])>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("room");
    }
    zip.finish().expect("a package").into_inner()
}

/// A part as text.
pub fn part(bytes: &[u8], path: &str) -> String {
    String::from_utf8(parts(bytes).remove(path).expect("the part")).expect("text")
}

/// The package with a part changed as text.
pub fn change(bytes: &[u8], path: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut parts = parts(bytes);
    let fresh = change(part(bytes, path));
    parts.insert(path.into(), fresh.into_bytes());
    pack(parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

/// The package with some text in a part replaced; the text must be there.
pub fn swap(bytes: &[u8], path: &str, from: &str, to: &str) -> Vec<u8> {
    change(bytes, path, |text| {
        assert!(text.contains(from), "{path} has no {from}: {text}");
        text.replacen(from, to, 1)
    })
}
