//! Workbooks to begin with: empty ones of a year, a decision's, and a correction's.

use std::collections::BTreeSet;

use super::folder;
use crate::grants::{GRANTS, Grant, Names, beslut};
use crate::output::Files;
use crate::problem::{Code, Location, Problem, Problems};
use crate::workbook::{Fill, scaffold};

/// An empty workbook for each of some grants.
///
/// # Errors
/// If a workbook cannot be made.
pub fn empty_workbooks(year: i32, only: &BTreeSet<&str>) -> Result<Files, Problems> {
    let one = |grant: &&&Grant| only.contains(grant.id) && !grant.workbook_file.is_several();
    let empty = |grant: &&Grant| {
        workbook_file(grant, grant.workbook_file.file.to_owned(), year, &Fill::new())
    };
    GRANTS.iter().filter(one).map(empty).collect()
}

/// The workbook of a decision to begin with: the regions as recipients, and paragraphs to go on from.
///
/// # Errors
/// If the name cannot name a decision, or the workbook cannot be made.
pub fn new_decision(name: &str, year: i32) -> Result<(String, Vec<u8>), Problems> {
    let grant = &beslut::GRANT;
    // Whoever names the file means what comes after what all of them begin with.
    let name = &Names::in_cell(name);
    let file = grant.workbook_file.file_named(name);
    if !folder::is_name(name) {
        return Err(folder::bad_name(grant, &file).into());
    }
    workbook_file(grant, file, year, &beslut::beginning())
}

/// An empty workbook for a correction: its file's name and bytes.
///
/// # Errors
/// If it cannot be made.
pub fn correction_workbook(year: i32) -> Result<(String, Vec<u8>), Problems> {
    let schema = &crate::comparison::rattelse::WORKBOOK;
    let bytes = scaffold(schema, year, &Fill::new())
        .map_err(|error| Problem::new(Code::U01, Location::file(schema.file), error))?;
    Ok((schema.file.to_owned(), bytes))
}

/// A grant's workbook for a year: its file's name and bytes.
pub(super) fn workbook_file(
    grant: &Grant,
    file: String,
    year: i32,
    fill: &Fill,
) -> Result<(String, Vec<u8>), Problems> {
    let template = grant.workbook_file;
    let bytes = scaffold(template, year, fill)
        .map_err(|error| Problem::new(Code::U01, Location::file(&file), error))?;
    Ok((file, bytes))
}
