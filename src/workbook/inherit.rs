//! The workbook of the year after, filled in as its schema says that each field is inherited: from this
//! year's workbook, and from the figures this year came to. Knows no grant and no file.

mod figure;
mod rows;

use std::collections::BTreeMap;

use chrono::Months;

use super::book::{Book, CellValue, Row, SheetValues};
use super::schema::{Field, FreeColumns, Inherit, Layout};
use super::write::{Fill, FilledFrom};
use crate::figure::{Evidence, Sourced, Status, Trace};
use crate::region::PerRegion;
use crate::swedish;

/// A year that has been computed, for the year after to be begun from.
#[derive(Clone, Copy, Debug)]
pub struct Predecessor<'a> {
    /// The workbook.
    pub book: &'a Book,
    /// The id of its grant.
    pub grant: &'a str,
    /// Every workbook of the year, by the id of its grant.
    pub books: &'a BTreeMap<&'static str, &'a Book>,
    /// Every figure of the run, of every grant.
    pub trace: &'a Trace,
    /// What to name as the source of a grant's figures, by the grant's id.
    pub sources: &'a BTreeMap<&'static str, String>,
}

/// A row of a list that is inherited.
#[derive(Clone, Copy)]
enum RowModel<'r> {
    /// It stood on the same sheet.
    Same(&'r Row),
    /// It stood on the same sheet, and is one for this row of another list.
    Turned { row: &'r Row, other: &'r Row, alike: bool },
    /// It stood on the sheet that the key is inherited from.
    Foreign(&'r Row),
    /// It is the row of a new year.
    New(i64),
    /// It stood nowhere, and is begun by the word in its key.
    Begun(&'static str),
}

impl Predecessor<'_> {
    /// What the year after inherits.
    ///
    /// # Panics
    /// If the schema lets a field inherit what it cannot hold: a bug.
    #[must_use]
    pub fn fill(&self) -> Fill {
        let mut fill = Fill::new();
        for sheet in self.book.schema.sheets {
            match &sheet.layout {
                Layout::Items(field) => self.items(&mut fill, sheet.name, field),
                Layout::Regions { columns, free_columns, .. } => {
                    self.regions(&mut fill, sheet.name, columns);
                    if let Some(free_columns) = free_columns {
                        self.free_columns(&mut fill, sheet.name, free_columns);
                    }
                }
                Layout::Lista { columns, keys } => {
                    self.list(&mut fill, sheet.name, columns, keys);
                }
                Layout::Recipients { columns, .. } => {
                    self.recipients(&mut fill, sheet.name, columns);
                }
            }
            // What holds the year after too is confirmed once for the sheet.
            if fill.leans_on(sheet.name) {
                fill.whole(sheet.name, FilledFrom::new("", Status::EjBekraftad));
            }
        }
        fill
    }

    fn items(&self, fill: &mut Fill, sheet: &str, field: &'static [Field]) {
        let row = self.book.items(sheet);
        for field in field {
            let inherited = match field.inherit {
                Inherit::New | Inherit::Gone => None,
                Inherit::Kept => row.value(field.id).map(kept),
                Inherit::KeptUnlessDated => {
                    row.value(field.id).and_then(|value| self.without_year(value))
                }
                Inherit::Year => row.value(field.id).map(|value| next(field, value)),
                Inherit::LastYear { sheet, id } => {
                    self.book.items(sheet).value(id).map(with_source)
                }
                Inherit::Outcome { grant, number } => self.number(field, grant, number, None),
                Inherit::KeptIf(_) | Inherit::RowsOf { .. } | Inherit::RowOutcome { .. } => {
                    panic!("{}: only for the rows of a list", field.id)
                }
            };
            if let Some((value, filled_from)) = inherited {
                fill.item(sheet, field.id, value, filled_from);
            }
        }
    }

    fn regions(&self, fill: &mut Fill, sheet: &str, columns: &'static [Field]) {
        for field in columns {
            let inherited = match field.inherit {
                Inherit::New | Inherit::Gone => None,
                Inherit::Kept => {
                    self.column(sheet, field.id).map(|(values, _)| (values, unconfirmed()))
                }
                Inherit::Year
                | Inherit::KeptIf(_)
                | Inherit::KeptUnlessDated
                | Inherit::RowsOf { .. }
                | Inherit::RowOutcome { .. } => {
                    panic!("{}: not for a column", field.id)
                }
                Inherit::LastYear { sheet, id } => self.column(sheet, id),
                Inherit::Outcome { grant, number } => self.region_figures(field, grant, number),
            };
            if let Some((values, filled_from)) = inherited {
                fill.column(sheet, field.id, values, filled_from);
            }
        }
    }

    /// The values of a column of this workbook, if every region has one, with what they rest on.
    fn column(&self, sheet: &str, id: &str) -> Option<(PerRegion<CellValue>, FilledFrom)> {
        let rows = self.book.regions(sheet);
        let values = PerRegion::perhaps(|region| rows.of(region).value(id).cloned())?;
        let filled_from = values.values().first().map(|value| filled_from(&value.cell.evidence))?;
        Some((values.map(|_, value| value.value.clone()), filled_from))
    }

    /// Columns that the user named keep their headings, and their values where those remain.
    fn free_columns(&self, fill: &mut Fill, sheet: &str, schema: &FreeColumns) {
        let Some(SheetValues::Regions { free_columns, .. }) = self.book.sheets.get(sheet) else {
            return;
        };
        for (heading, values) in free_columns {
            let all = PerRegion::perhaps(|region| values.of(region).clone());
            match (schema.field.inherit, all) {
                (Inherit::Gone, _) => continue,
                (Inherit::Kept, Some(all)) => {
                    let values = all.map(|_, value| value.value.clone());
                    fill.free(sheet, heading, values, unconfirmed())
                }
                (Inherit::Kept | Inherit::New, _) => fill.free_empty(sheet, heading),
                (inherit, _) => {
                    panic!("{}: a column of the user's own is not {inherit:?}", schema.field.id)
                }
            };
        }
        let Some(new) = schema.new else { return };
        for row in self.book.rows(new.sheet) {
            let number = row.iter().filter_map(|(id, value)| match value.value {
                CellValue::Integer(number) => Some((id, number)),
                _ => None,
            });
            if let Some(heading) = (new.heading)(self.book.year, &number.collect()) {
                fill.free_empty(sheet, &heading);
            }
        }
    }

    fn list(&self, fill: &mut Fill, sheet: &str, columns: &'static [Field], keys: &[&str]) {
        let Some(key) = columns.first() else { return };
        let models = self.row_models(sheet, (key, columns), !keys.is_empty());
        self.rows(fill, sheet, (key, columns), (models, !keys.is_empty()));
    }

    /// Recipients persist, and the user's columns keep their headings and units; their numbers are new.
    fn recipients(&self, fill: &mut Fill, sheet: &str, columns: &'static [Field]) {
        let (Some(key), Some(recipients)) = (columns.first(), self.book.recipients(sheet)) else {
            return;
        };
        let models = recipients.rows.iter().map(RowModel::Same).collect();
        self.rows(fill, sheet, (key, columns), (models, false));
        for column in &recipients.columns {
            fill.own_empty(sheet, &column.heading, &column.unit);
        }
    }

    fn rows(
        &self,
        fill: &mut Fill,
        sheet: &str,
        (key, columns): (&Field, &'static [Field]),
        (models, named): (Vec<RowModel<'_>>, bool),
    ) {
        let mut sources: BTreeMap<&str, FilledFrom> = BTreeMap::new();
        for row_model in models {
            let mut row = Vec::new();
            for field in columns {
                let Some((value, filled_from)) = self.in_the_row(field, key, row_model) else {
                    continue;
                };
                row.push((field.id, value));
                sources.insert(field.id, filled_from);
            }
            // A row the schema names stands there already.
            if !named || row.len() > 1 {
                fill.row(sheet, row);
            }
        }
        // A list says of its key what it rests on only where there is no column beside it.
        for (id, filled_from) in sources {
            if id != key.id || columns.len() == 1 {
                fill.filled_from(sheet, id, filled_from);
            }
        }
    }

    /// What stands in a row's cell, and what its column rests on.
    fn in_the_row(
        &self,
        field: &Field,
        key: &Field,
        row_model: RowModel<'_>,
    ) -> Option<(CellValue, FilledFrom)> {
        if self.speaks_of_others(field, key, row_model) {
            return None;
        }
        match (field.inherit, row_model) {
            (_, RowModel::Begun(word)) => {
                let value = CellValue::Text(word.to_owned());
                (field.id == key.id).then(|| (value, unconfirmed()))
            }
            (_, RowModel::Same(row) | RowModel::Turned { row, .. }) if field.id == key.id => {
                Some((row.value(field.id)?.value.clone(), unconfirmed()))
            }
            (Inherit::RowsOf { id, .. }, RowModel::Turned { other, .. }) => {
                Some((other.value(id)?.value.clone(), unconfirmed()))
            }
            // What was said of another is not said of this; and a row that has something of theirs is turned.
            (Inherit::KeptUnlessDated, RowModel::Turned { alike: false, .. })
            | (Inherit::RowsOf { .. }, RowModel::Same(_)) => None,
            (_, RowModel::Turned { row, .. }) => self.in_the_row(field, key, RowModel::Same(row)),
            (Inherit::Year, RowModel::New(year)) if field.id == key.id => {
                Some((CellValue::Integer(year), unconfirmed()))
            }
            (Inherit::Kept, RowModel::Same(row)) => Some(kept(row.value(field.id)?)),
            (Inherit::KeptUnlessDated, RowModel::Same(row)) => {
                self.without_year(row.value(field.id)?)
            }
            (Inherit::Year, RowModel::Same(row)) => Some(next(field, row.value(field.id)?)),
            (Inherit::LastYear { id, .. } | Inherit::RowsOf { id, .. }, RowModel::Foreign(row)) => {
                Some(with_source(row.value(id)?))
            }
            (Inherit::RowOutcome { grant, number }, RowModel::Foreign(row)) => {
                let Inherit::RowsOf { id, .. } = key.inherit else {
                    panic!("{}: the rows are of no other list", field.id)
                };
                let number = number.replace("{}", &swedish::slug(&row.text(id)?.value));
                self.number(field, Some(grant), &number, None)
            }
            (Inherit::New | Inherit::Gone, _) | (_, RowModel::New(_)) => None,
            (inherit, _) => panic!("{}: {inherit:?} is not in these rows", field.id),
        }
    }

    /// A text that holds the year after too, with the years it names moved by one, none if it says more of its time; or
    /// a date, a year later.
    fn without_year(&self, value: &Sourced<CellValue>) -> Option<(CellValue, FilledFrom)> {
        match &value.value {
            CellValue::Text(text) => {
                let moved = moved(text, self.book.year)?;
                Some((CellValue::Text(moved), unconfirmed()))
            }
            CellValue::Datum(day) => {
                let later = day.checked_add_months(Months::new(12))?;
                Some((CellValue::Datum(later), unconfirmed()))
            }
            _ => Some(kept(value)),
        }
    }
}

/// A value that holds the year after too.
fn kept(value: &Sourced<CellValue>) -> (CellValue, FilledFrom) {
    (value.value.clone(), unconfirmed())
}

/// Without a source or a status of its own: the user is asked to confirm it, once for the sheet.
fn unconfirmed() -> FilledFrom {
    FilledFrom::the_sheet()
}

/// A year moved by one.
fn next(field: &Field, value: &Sourced<CellValue>) -> (CellValue, FilledFrom) {
    let year = integer(&value.value).unwrap_or_else(|| panic!("{} is no year", field.id));
    (CellValue::Integer(year + 1), unconfirmed())
}

fn integer(value: &CellValue) -> Option<i64> {
    match value {
        CellValue::Integer(number) => Some(*number),
        _ => None,
    }
}

/// A value with what it rests on.
fn with_source(value: &Sourced<CellValue>) -> (CellValue, FilledFrom) {
    (value.value.clone(), filled_from(&value.cell.evidence))
}

fn filled_from(evidence: &Evidence) -> FilledFrom {
    FilledFrom {
        source: evidence.source.clone(),
        status: Some(evidence.status),
        as_of: evidence.as_of,
        confirmed_by: evidence.confirmed_by.clone(),
    }
}

/// A text with a year, and those before and after it, moved by one, where it names them by themselves; as it is where it
/// names none. None if it names one and any other number besides, or within another: a date, a registration number or a
/// decision is not last year's with another year in it.
fn moved(text: &str, year: i32) -> Option<String> {
    let (mut out, mut left) = (String::new(), text);
    let (mut names, mut more) = (false, false);
    while let Some(beginning) = left.find(|character: char| character.is_ascii_digit()) {
        let (before, numbers) = left.split_at(beginning);
        let end =
            numbers.find(|character: char| !character.is_ascii_digit()).unwrap_or(numbers.len());
        let (numbers, rest) = numbers.split_at(end);
        out.push_str(before);
        let near = numbers.parse().ok().filter(|named| (year - 1..=year + 1).contains(named));
        // In a series, as 2019:7 is, it is no year.
        let in_series = rest
            .strip_prefix(':')
            .is_some_and(|after| after.starts_with(|character: char| character.is_ascii_digit()));
        let within = out
            .ends_with(|character: char| character.is_alphanumeric() || character == '/')
            || rest.starts_with(|character: char| character.is_alphanumeric() || character == '/');
        if let Some(named) = near.filter(|_| !in_series) {
            names = true;
            more |= within;
            out.push_str(&(named + 1).to_string());
        } else {
            more |= !in_series && !out.ends_with(':');
            out.push_str(numbers);
        }
        left = rest;
    }
    out.push_str(left);
    match (names, more) {
        (false, _) => Some(text.to_owned()),
        (true, false) => Some(out),
        (true, true) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_moves_along_and_what_says_more_of_its_time_does_not() {
        for (text, expected) in [
            ("Statsbidraget 2024", Some("Statsbidraget 2025")),
            ("2024–2025", Some("2025–2026")),
            ("för 2023 dras av", Some("för 2024 dras av")),
            ("senast i mars 2025", Some("senast i mars 2026")),
            (
                "Sektorsbidrag 2024: belopp per region",
                Some("Sektorsbidrag 2025: belopp per region"),
            ),
            ("enligt förordning (2019:7) för 2024", Some("enligt förordning (2019:7) för 2025")),
            ("gäller från 2021", Some("gäller från 2021")),
            ("förordning (2024:7)", Some("förordning (2024:7)")),
            ("120242", Some("120242")),
            ("Hornsgatan 20", Some("Hornsgatan 20")),
            ("S2024/00851", None),
            ("prop. 2024/25:1", None),
            ("senast den 1 december 2024", None),
            ("bilaga 4 för 2024", None),
        ] {
            assert_eq!(moved(text, 2024).as_deref(), expected, "{text}");
        }
    }
}
