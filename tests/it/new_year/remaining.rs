//! What `check` says of a year that was just begun: every field that is empty or lacks a source, by sheet
//! and cell, and nothing else. What is empty is seen in the files themselves.

use std::collections::BTreeSet;

use statsbidrag::grants::GRANTS;
use statsbidrag::pipeline::{self, selection::Selection};
use statsbidrag::problem::{Code, Language};
use statsbidrag::workbook::schema::{Field, Layout, SheetSchema, WorkbookSchema};

use crate::data_2024;
use crate::new_year::NEW_YEAR;
use crate::new_year::spreadsheet::{self, Place, Spreadsheet, address, row_with, text};
use crate::program::Folder;

/// What is missing: file, sheet, cell and code.
type Lack = (String, String, String, &'static str);

/// What remains beside what single cells say: what a grant needs of several cells, or of either of two
/// sheets. File, and the problem's first words with its place.
const MORE: &[(&str, &str)] = &[
    (
        "beslut-sektorsbidrag.xlsx",
        "beslut-sektorsbidrag.xlsx › Mottagare › D8: det står inte vilken dag befolkningen gäller",
    ),
    (
        "beslut-sektorsbidrag.xlsx",
        "beslut-sektorsbidrag.xlsx › Texter › C20: ”{Riksdagens beslut}” har inget värde i den här arbetsboken",
    ),
    (
        "beslut-sektorsbidrag.xlsx",
        "beslut-sektorsbidrag.xlsx › Texter › C22: ”{dag Befolkning}” har inget värde i den här arbetsboken",
    ),
    ("lakemedel.xlsx", "lakemedel.xlsx › Behovsmodell › B10: behovsmodellen saknar underlag"),
    ("lakemedel.xlsx", "lakemedel.xlsx › Avdrag › A11: ”SOL” saknar belopp"),
    (
        "lakemedel.xlsx",
        "lakemedel.xlsx › Avdrag › E12: ”EUR” är vald, men beloppet i valutan eller kursen saknas",
    ),
    ("lakemedel.xlsx", "lakemedel.xlsx › Avdrag › A13: ”SKR” saknar belopp"),
    (
        "lakemedel.xlsx",
        "lakemedel.xlsx › Solidarisk trappa › C12: beloppet ska stå på alla steg utom det första, som börjar vid landets medeltal",
    ),
];

#[test]
fn check_lists_every_field_that_is_empty_or_lacks_a_source_and_no_other() {
    let books: Vec<_> =
        NEW_YEAR.workbooks.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let folder = Folder::new("2025", &books);
    let problems = pipeline::compute(&folder.inputs(), &Selection::default(), &|_| ())
        .expect_err("much is missing");
    let (mut found, mut more) = (BTreeSet::new(), BTreeSet::new());
    for problem in problems.iter() {
        let place = &problem.location;
        let text = format!("{place}: {}", problem.message.in_language(Language::Swedish));
        if MORE.iter().any(|(_, more)| *more == text) {
            more.insert((place.file.clone(), text));
            continue;
        }
        let in_cell = place.cell.filter(|_| matches!(problem.code, Code::I06 | Code::I16));
        match (place.sheet.clone(), in_cell) {
            (Some(sheet), Some(cell)) => {
                found.insert((place.file.clone(), sheet, cell.to_string(), problem.code.name()));
            }
            _ => {
                more.insert((place.file.clone(), text));
            }
        }
    }
    let mut all_expected = BTreeSet::new();
    for grant in GRANTS {
        let template = grant.workbook_file;
        let lacks =
            lacks(template, &Spreadsheet::new(&NEW_YEAR.workbooks[data_2024::file_of(template)]));
        assert!(lacks.len() > 10, "{}: {lacks:?}", template.file);
        all_expected.extend(lacks);
    }
    let only = |a: &BTreeSet<Lack>, b: &BTreeSet<Lack>| a.difference(b).cloned().collect();
    let (too_much, too_little): (Vec<_>, Vec<_>) =
        (only(&found, &all_expected), only(&all_expected, &found));
    assert!(too_much.is_empty(), "said, but not missing: {too_much:#?}");
    assert!(too_little.is_empty(), "missing, but not said: {too_little:#?}");
    let expected: BTreeSet<_> =
        MORE.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
    assert_eq!(more, expected);
}

/// A sheet, as it is looked at.
struct Page<'k> {
    file: &'static str,
    sheet: &'static SheetSchema,
    cells: &'k spreadsheet::SheetSchema,
    /// The row of headings.
    heading_row: u32,
    /// The row about the whole sheet.
    common: u32,
    lacks: BTreeSet<Lack>,
}

fn lacks(template: &'static WorkbookSchema, spreadsheet: &Spreadsheet) -> BTreeSet<Lack> {
    let mut all = BTreeSet::new();
    for sheet in template.sheets {
        let cells = spreadsheet.sheet(sheet.name);
        let heading = match &sheet.layout {
            Layout::Lista { columns, .. } | Layout::Recipients { columns, .. } => {
                columns[0].heading_with_unit()
            }
            _ => sheet.key_heading().to_owned(),
        };
        // The heading of the recipients' column is also the name of their sheet.
        let heading_row = match sheet.layout {
            Layout::Recipients { .. } => row_with(&cells, "Enhet") + 1,
            _ => row_with(&cells, &heading),
        };
        let common = row_with(&cells, "Källa för hela bladet");
        let lacks = BTreeSet::new();
        let file = data_2024::file_of(template);
        let mut page = Page { file, sheet, cells: &cells, heading_row, common, lacks };
        match &sheet.layout {
            Layout::Items(field) => page.items(field),
            Layout::Regions { columns, free_columns, .. } => {
                page.regions(
                    columns,
                    free_columns.as_ref().map(|free_columns| &free_columns.field),
                );
            }
            Layout::Lista { columns, keys } => page.list(columns, !keys.is_empty()),
            Layout::Recipients { columns, .. } => {
                page.list(columns, false);
                page.own_columns(columns.len());
            }
        }
        all.extend(page.lacks);
    }
    all
}

impl Page<'_> {
    fn empty(&self, place: Place) -> bool {
        text(self.cells, place).is_none()
    }

    fn lack(&mut self, place: Place, code: &'static str) {
        let (file, sheet) = (self.file.to_owned(), self.sheet.name.to_owned());
        self.lacks.insert((file, sheet, address(place), code));
    }

    /// Source and status of something that is filled in: its own, or the sheet's, which are asked for once.
    fn sourced(&mut self, source: Place, status: Place) {
        if self.empty(source) && self.empty(status) {
            let status = text(self.cells, (self.common, 6));
            assert_eq!(status, Some("ej bekräftad"), "{}", self.sheet.name);
            assert!(self.empty((self.common, 2)), "nobody has confirmed it");
            return self.lack((self.common, 2), "I16");
        }
        for place in [source, status] {
            if self.empty(place) {
                self.lack(place, "I16");
            }
        }
    }

    /// The headings of the table after the first: column and text.
    fn headings(&self) -> Vec<(u32, String)> {
        let row = self.cells.range((self.heading_row, 2)..(self.heading_row + 1, 0));
        row.filter_map(|(place, _)| Some((place.1, text(self.cells, *place)?.to_owned()))).collect()
    }

    fn items(&mut self, field: &[Field]) {
        let headings = self.headings();
        let column = |name: &str| {
            headings.iter().find(|(_, heading)| heading == name).map(|(column, _)| *column)
        };
        let [value, source, status] =
            ["Värde", "Källa", "Status"].map(|name| column(name).expect("a column"));
        let is_filled =
            field.iter().any(|field| !self.empty((row_with(self.cells, field.heading), value)));
        if !self.sheet.required && !is_filled {
            return;
        }
        for field in field {
            let row = row_with(self.cells, field.heading);
            match self.empty((row, value)) {
                false => self.sourced((row, source), (row, status)),
                true if field.required => self.lack((row, value), "I06"),
                true => {}
            }
        }
    }

    fn regions(&mut self, columns: &[Field], free: Option<&Field>) {
        let (source, status) = (row_with(self.cells, "Källa"), row_with(self.cells, "Status"));
        let rows = self.heading_row + 1..=self.heading_row + 21;
        let headings = self.headings();
        let empty = |column: u32| rows.clone().all(|row| self.empty((row, column)));
        let which_empty: Vec<bool> = headings.iter().map(|(column, _)| empty(*column)).collect();
        if !self.sheet.required && which_empty.iter().all(|empty| *empty) {
            return;
        }
        for ((column, heading), empty) in headings.into_iter().zip(which_empty) {
            let field = columns.iter().find(|field| field.heading_with_unit() == heading);
            let required = field.map_or_else(|| free.is_some(), |field| field.required);
            if !empty {
                self.sourced((source, column), (status, column));
                let gaps = rows.clone().filter(|row| self.empty((*row, column)));
                assert_eq!(gaps.count(), 0, "{heading} is half inherited");
            } else if required {
                self.lack((self.heading_row, column), "I06");
            }
        }
    }

    /// Columns of the user's own beside the recipients keep their headings, and their numbers are asked for.
    fn own_columns(&mut self, known: usize) {
        let known = u32::try_from(known).expect("columns");
        for (column, heading) in self.headings() {
            if column > known {
                let below = (self.heading_row + 1..self.heading_row + 22)
                    .all(|row| self.empty((row, column)));
                assert!(below, "{heading} is inherited");
                self.lack((self.heading_row, column), "I06");
            }
        }
    }

    fn list(&mut self, columns: &[Field], named: bool) {
        let (source, status) = (row_with(self.cells, "Källa"), row_with(self.cells, "Status"));
        let last = self.cells.keys().map(|place| place.0).max().expect("rows");
        let width = u32::try_from(columns.len()).expect("columns");
        let from = if named { 2 } else { 1 };
        let sum = |row: u32| text(self.cells, (row, 1)) == Some("Summa");
        let filled_one =
            |row: &u32| !sum(*row) && (from..=width).any(|column| !self.empty((*row, column)));
        let rows: Vec<u32> = (self.heading_row + 1..=last).filter(filled_one).collect();
        if rows.is_empty() {
            if self.sheet.required {
                self.lack((self.heading_row, 1), "I06");
            }
            return;
        }
        let mut sourced = 0;
        for (column, field) in (1..).zip(columns) {
            for row in &rows {
                if field.required && self.empty((*row, column)) {
                    self.lack((*row, column), "I06");
                }
            }
            if column > 1 && rows.iter().any(|row| !self.empty((*row, column))) {
                self.sourced((source, column), (status, column));
                sourced += 1;
            }
        }
        // The key rests on what the next filled column rests on, or says so itself beside the labels.
        if sourced == 0 && columns.len() == 1 {
            self.sourced((source, 2), (status, 2));
        } else if sourced == 0 {
            for row in [source, status] {
                self.lack((row, 2), "I16");
            }
        }
    }
}
