//! `check --annotate`: copies of the workbooks, each with its problems at their cells.

use std::path::Path;

use super::super::Exit;
use super::super::messages::{self, check as say};
use super::super::progress::{NumberFormat, location};
use super::{Found, outside};
use crate::output::{Files, OutputSet};
use crate::pipeline::{originals, selection::Selection};
use crate::problem::{Language, Message, Problem, Problems, Severity};
use crate::workbook::annotate::{Remark, ToDo, annotated};

/// What a cell is called, in either language.
pub(super) const CELL: &str = "Cell";

/// Writes the copies in a folder that must not be there yet.
pub(super) fn write(
    folder: &Path,
    target: &Path,
    chosen: &Selection,
    found: &Found<'_>,
    progress: &NumberFormat,
) -> Result<(), Exit> {
    outside(target, folder)?;
    let place = OutputSet::new(target)?;
    let mut files = Files::new();
    for (file, bytes) in originals(folder, chosen) {
        if !Path::new(&file).extension().is_some_and(|own| own.eq_ignore_ascii_case("xlsx")) {
            files.insert(file, bytes);
            continue;
        }
        let to_do = to_do(&file, found.problems, found.language);
        let copy = annotated(&file, &bytes, &to_do).unwrap_or_else(|problem| {
            progress.done(&say::not_annotated(&file, &problem.message));
            bytes
        });
        files.insert(file, copy);
    }
    place.write(&files)?;
    progress.done(&say::copies(&location(target)));
    Ok(())
}

/// What a workbook is to be told.
fn to_do(file: &str, problems: &Problems, language: Language) -> ToDo {
    let said = |message: Message| message.in_language(language).to_owned();
    let own: Problems = problems.iter().filter(|one| one.location.file == file).cloned().collect();
    let headings = [
        say::severity(),
        say::sheet(),
        Message::alike(CELL),
        say::found(),
        say::expected(),
        say::to_do(),
        say::kronor(),
        say::code(),
    ];
    let remarks: Vec<_> = own.iter().map(|problem| remark(problem, language)).collect();
    let how = if remarks.is_empty() { say::nothing_to_do() } else { say::how() };
    ToDo {
        title: said(say::title()),
        lead: vec![said(counted(&own)), said(how)],
        headings: headings.map(said),
        remarks,
        known_by: Language::ALL
            .map(|one| say::nothing_to_do().in_language(one).to_owned())
            .to_vec(),
    }
}

/// How many errors and warnings there are, as a sentence.
pub(super) fn counted(problems: &Problems) -> Message {
    let errors = match problems.count(Severity::Error) {
        0 => None,
        1 => Some(messages::an_error()),
        count => Some(messages::so_many_errors(&count)),
    };
    let warnings = match problems.count(Severity::Warning) {
        0 => None,
        1 => Some(messages::a_warning()),
        count => Some(messages::so_many_warnings(&count)),
    };
    match (errors, warnings) {
        (None, None) => say::none(),
        (None, Some(warnings)) => say::no_errors(&warnings),
        (Some(errors), warnings) => say::some(&errors, &warnings.unwrap_or_else(say::no_warnings)),
    }
}

/// A problem as its workbook is told of it.
fn remark(problem: &Problem, language: Language) -> Remark {
    let said = |message: &Message| message.in_language(language).to_owned();
    let optional = |message: &Option<Message>| message.as_ref().map(said).unwrap_or_default();
    let is_error = problem.code.severity() == Severity::Error;
    let severity = said(&if is_error { say::an_error() } else { say::a_warning() });
    let (message, expected, help) =
        (said(&problem.message), optional(&problem.expected), optional(&problem.help));
    let mut note = format!("{severity} {}: {message}", problem.code);
    for (label, text) in [(say::expected(), &expected), (say::to_do(), &help)] {
        if !text.is_empty() {
            note.extend(["\n", &said(&label), ": ", text]);
        }
    }
    if let Some(stake) = &problem.at_stake {
        note.extend(["\n", &said(&stake.said)]);
    }
    Remark {
        is_error,
        severity,
        sheet: problem.location.sheet.clone().unwrap_or_default(),
        cell: problem.location.cell,
        message,
        expected,
        help,
        kronor: problem.at_stake.as_ref().map(|stake| stake.kronor),
        code: problem.code.name().to_owned(),
        note,
    }
}
