//! `check --report`: what was read, what was checked and what was found, as one page for a web browser that needs
//! nothing beside it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use tera::{Context, Tera};

use super::super::Exit;
use super::super::answer::Anmarkning;
use super::super::messages::check as say;
use super::super::progress::{NumberFormat, location};
use super::super::usable;
use super::{Found, copies, outside};
use crate::manifest::{Fil, Program};
use crate::output::write_own;
use crate::pipeline::{originals, selection::Selection};
use crate::problem::{Code, Language, Message, Problems, Severity};

const TEMPLATE: &str = include_str!("page.html.tera");
/// By this a page is known to be ours, and may be replaced.
const MARK: &str = "<meta name=\"generator\" content=\"statsbidrag check\">";

/// A workbook or an archived file that was read.
#[derive(Serialize)]
struct Input {
    file: String,
    size: String,
    sha256: String,
    errors: usize,
    warnings: usize,
}

/// The problems of a sheet, or of a file.
#[derive(Serialize)]
struct Group {
    place: String,
    problems: Vec<Row>,
    /// Whether kronor depend on any of them.
    amounts: bool,
}

/// A problem, and the kronor that depend on it as they are written.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    told: Anmarkning,
    amount: String,
}

/// What documents may be used for, and the cells that decide it.
#[derive(Serialize)]
struct Usable<'t> {
    line: &'t str,
    cells: Vec<&'t str>,
}

/// What was checked for, and how many were found.
#[derive(Serialize)]
struct Kind {
    code: &'static str,
    title: &'static str,
    count: usize,
}

/// A warning that somebody has answered for.
#[derive(Serialize)]
struct Confirmed {
    code: String,
    place: String,
    value: String,
    by: String,
    reason: String,
}

/// Writes the page, in place of an earlier one.
pub(super) fn write(
    folder: &Path,
    target: &Path,
    chosen: &Selection,
    found: &Found<'_>,
    progress: &NumberFormat,
) -> Result<(), Exit> {
    outside(target, folder)?;
    write_own(target, page(folder, chosen, found).as_bytes(), MARK)?;
    progress.done(&say::page(&location(target)));
    Ok(())
}

fn page(folder: &Path, chosen: &Selection, found: &Found<'_>) -> String {
    let language = found.language;
    let said = |message: Message| message.in_language(language).to_owned();
    let mut context = Context::new();
    context.insert("lang", if language == Language::Swedish { "sv" } else { "en" });
    context.insert("title", &said(say::page_title(&folder.display())));
    context.insert("verdict", &said(copies::counted(found.problems)));
    context.insert("stopped", &found.problems.stop());
    context.insert("inputs", &inputs(folder, chosen, found.problems));
    context.insert("groups", &groups(found.problems, language));
    context.insert("kinds", &kinds(found.problems, language));
    let usable = found.done.map(|done| usable::text(&done.readiness, language));
    context.insert("usable", &usable.as_deref().map(listed).unwrap_or_default());
    context.insert("confirmed", &confirmed(found));
    context.insert("program", &said(say::made_by(&Program::this().version)));
    context.insert("mark", MARK);
    for (name, message) in words() {
        context.insert(name, &said(message));
    }
    filled(&context)
}

/// Lines, each with those that are set in below it.
fn listed(text: &str) -> Vec<Usable<'_>> {
    let mut all: Vec<Usable<'_>> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("  "), all.last_mut()) {
            (Some(cell), Some(last)) => last.cells.push(cell),
            _ => all.push(Usable { line, cells: Vec::new() }),
        }
    }
    all
}

/// A whole number, with spaces between thousands.
fn grouped(number: i64) -> String {
    crate::swedish::number(&number.into(), 0)
}

fn filled(context: &Context) -> String {
    let mut tera = Tera::new();
    let page = tera
        .add_raw_template("page.html", TEMPLATE)
        .and_then(|()| tera.render("page.html", context));
    page.unwrap_or_else(|error| panic!("the page of a check can be filled in: {error}"))
}

/// The fixed words of the page, by the names that the template has for them.
fn words() -> [(&'static str, Message); 26] {
    [
        ("w_file", say::file()),
        ("w_size", say::size()),
        ("w_checksum", say::checksum()),
        ("w_errors", say::errors()),
        ("w_warnings", say::warnings()),
        ("w_problems", say::problems()),
        ("w_read", say::what_was_read()),
        ("w_checked", say::what_was_checked()),
        ("w_kinds", say::kinds()),
        ("w_kind", say::kind()),
        ("w_how_many", say::how_many()),
        ("w_not_computed", say::not_computed()),
        ("w_usable", say::may_be_used()),
        ("w_confirmed", say::confirmed()),
        ("w_by", say::confirmed_by()),
        ("w_reason", say::reason()),
        ("w_value", say::value()),
        ("w_severity", say::severity()),
        ("w_cell", Message::alike(copies::CELL)),
        ("w_found", say::found()),
        ("w_expected", say::expected()),
        ("w_to_do", say::to_do()),
        ("w_kronor", say::kronor()),
        ("w_code", say::code()),
        ("w_error", say::an_error()),
        ("w_warning", say::a_warning()),
    ]
}

fn inputs(folder: &Path, chosen: &Selection, problems: &Problems) -> Vec<Input> {
    let input = |(file, bytes): (String, Vec<u8>)| {
        let count = |severity| {
            let own = problems.iter().filter(|one| one.location.file == file);
            own.filter(|one| one.code.severity() == severity).count()
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let sha256 = Fil::new(&file, &bytes).sha256;
        let size = grouped(i64::try_from(bytes.len()).unwrap_or(i64::MAX));
        Input { file, size, sha256, errors, warnings }
    };
    originals(folder, chosen).into_iter().map(input).collect()
}

fn groups(problems: &Problems, language: Language) -> Vec<Group> {
    let mut groups: BTreeMap<(String, Option<String>), Vec<Row>> = BTreeMap::new();
    for problem in problems.iter() {
        let place = (problem.location.file.clone(), problem.location.sheet.clone());
        let told = Anmarkning::new(problem, language);
        let amount = told.kronor.map(grouped).unwrap_or_default();
        groups.entry(place).or_default().push(Row { told, amount });
    }
    let whole = say::whole_file();
    let group = |((file, sheet), problems): ((String, Option<String>), Vec<Row>)| {
        let within = sheet.unwrap_or_else(|| whole.in_language(language).to_owned());
        let amounts = problems.iter().any(|one| !one.amount.is_empty());
        Group { place: format!("{file} › {within}"), problems, amounts }
    };
    groups.into_iter().map(group).collect()
}

/// All that is checked of workbooks; what belongs to writing and templates is not.
fn kinds(problems: &Problems, language: Language) -> Vec<Kind> {
    let others = [Code::F09, Code::F11];
    let of_workbooks = Code::ALL.iter().filter(|code| !code.name().starts_with('U'));
    let of_workbooks = of_workbooks.filter(|code| !others.contains(code));
    let kind = |code: &Code| Kind {
        code: code.name(),
        title: code.title(language),
        count: problems.iter().filter(|one| one.code == *code).count(),
    };
    of_workbooks.map(kind).collect()
}

fn confirmed(found: &Found<'_>) -> Vec<Confirmed> {
    let all = found.done.iter().flat_map(|done| &done.computed.confirmed);
    let one = |one: &crate::plausibility::confirmed::Confirmed| Confirmed {
        code: one.code.clone(),
        place: match &one.location.sheet {
            Some(sheet) => format!("{} › {sheet} › {}", one.location.file, one.cell),
            None => one.location.file.clone(),
        },
        value: one.value.clone(),
        by: one.by.clone(),
        reason: one.reason.clone(),
    };
    all.map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_bears_the_mark_by_which_it_is_known() {
        assert!(TEMPLATE.contains("{{ mark | safe }}"));
    }
}
