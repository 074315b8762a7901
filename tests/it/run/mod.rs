//! The program from the outside: what it answers, and with which words, when it is given good
//! workbooks, bad ones and hostile ones. Runs the real program; knows no rule.

mod annotate;
#[cfg(feature = "typeset")]
mod answer;
#[cfg(feature = "typeset")]
mod archive;
mod avdrag;
mod behovsmodell;
mod beredskap;
mod beredskap_keys;
#[cfg(feature = "typeset")]
mod beredskap_odd;
mod brevet;
mod confirmed;
mod days;
mod decisions;
mod decisions_refused;
mod decisions_told;
#[cfg(feature = "typeset")]
mod diff;
#[cfg(feature = "typeset")]
pub(crate) mod diff_papers;
#[cfg(feature = "typeset")]
mod diff_proved;
#[cfg(feature = "typeset")]
mod explain;
#[cfg(feature = "typeset")]
mod folder;
#[cfg(feature = "typeset")]
mod forged;
#[cfg(feature = "typeset")]
mod help;
#[cfg(feature = "typeset")]
mod hostile;
#[cfg(feature = "typeset")]
mod hostile_letter;
#[cfg(feature = "typeset")]
mod language;
mod limits;
#[cfg(feature = "typeset")]
mod made;
#[cfg(feature = "typeset")]
mod many;
mod medel;
#[cfg(feature = "typeset")]
mod odd;
#[cfg(feature = "typeset")]
mod optional;
mod own_paragraphs;
#[cfg(feature = "typeset")]
mod package;
#[cfg(feature = "typeset")]
mod packed;
mod residual;
mod rules;
#[cfg(feature = "typeset")]
mod selection;
mod shells;
mod simulate;
mod sources;
#[cfg(target_os = "linux")]
mod terminal;
mod usable;
#[cfg(feature = "typeset")]
mod verify;
#[cfg(feature = "typeset")]
mod verify_data;

use statsbidrag::contract::lakemedel;
use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::WORKBOOK;
use statsbidrag::pipeline::{self, selection::Selection};
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::report::Report;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom, scaffold};

use crate::data_2024::{self, AR};
use crate::program::{self, Folder, Svar};

/// The workbook's name.
const FILE: &str = "lakemedel.xlsx";

fn book(fill: &Fill) -> Vec<u8> {
    scaffold(&WORKBOOK, AR, fill).expect("a workbook")
}

/// A folder with the workbook of 2024, changed.
fn folder(change: impl FnOnce(&mut Fill)) -> Folder {
    let mut fill = data_2024::lakemedel::fill();
    change(&mut fill);
    Folder::new("2024", data_2024::all()).with(FILE, &book(&fill))
}

/// `check`.
fn check(folder: &Folder) -> Svar {
    program::answer_of(program::program().args(["check", "--all"]).arg(folder.inputs()))
}

/// What `check` says of the workbook of 2024, changed, where it must find fault.
fn errors(change: impl FnOnce(&mut Fill)) -> String {
    problems(&check(&folder(change)))
}

/// The same, of the workbook without some sheets.
fn errors_without(sheet: &[&str], change: impl FnOnce(&mut Fill)) -> String {
    let mut fill = data_2024::lakemedel::fill_without(sheet);
    change(&mut fill);
    problems(&check(&Folder::new("2024", data_2024::all()).with(FILE, &book(&fill))))
}

/// What the folder comes to, and the warnings.
fn report(folder: &Folder) -> (Report, String) {
    let computed = pipeline::compute(&folder.inputs(), &Selection::default(), &|_| ());
    let computed = computed.unwrap_or_else(|problems| panic!("{problems}"));
    (computed.report, computed.warnings.to_string())
}

/// The grants a folder comes to: länskod and kronor.
fn grant(folder: &Folder) -> Vec<(&'static str, i64)> {
    let (report, _) = report(folder);
    let view = report.view(AR);
    let amount = |region: Region| view.in_region(region, &lakemedel::STATSBIDRAG).exact().integer();
    Region::all().map(|region| (region.county_code(), amount(region).expect("kronor"))).collect()
}

/// Fills a ladder in: level, amount it begins at if not the mean, compensation.
fn step(fill: &mut Fill, page: &str, step: &[(i64, Option<&str>, &str)]) {
    for (level, from, share) in step {
        let computed_from = if from.is_some() { "beloppet" } else { "medelkostnaden" };
        let from = from.map(|from| ("fran", decimal(from)));
        let ovrigt = [
            ("niva", integer(*level)),
            ("raknas_fran", text(computed_from)),
            ("ersattning", decimal(share)),
        ];
        fill.row(page, ovrigt.into_iter().chain(from));
    }
    for id in ["raknas_fran", "fran", "ersattning"] {
        fill.filled_from(page, id, filled_from());
    }
}

/// The problems of a run that failed because of them, without the words about the run itself, and with
/// ordinary spaces between thousands, where the program has no-break spaces. What looks wrong besides is tried by itself
/// (`plausible`).
fn problems(answer: &Svar) -> String {
    assert_eq!(answer.code, Some(1), "{answer:?}");
    // The lines that count the problems of each sheet stand first, where there are several.
    let begins = answer.error.find("fel[").into_iter().chain(answer.error.find("varning[")).min();
    let (problem, at_last) = answer
        .error
        .get(begins.unwrap_or_default()..)
        .unwrap_or_default()
        .trim_start()
        .rsplit_once('\n')
        .map_or(("", ""), |(before, _)| before.rsplit_once('\n').unwrap_or(("", before)));
    let count = problem.matches("fel[").count();
    assert_eq!(
        at_last,
        format!("{count} fel. Inget har skrivits. Rätta och kör igen."),
        "{answer:?}"
    );
    let all = problem.trim_end().split("\n\n").filter(|one| !one.starts_with("varning[P"));
    all.collect::<Vec<_>>().join("\n\n").replace('\u{a0}', " ")
}

fn filled_from() -> FilledFrom {
    FilledFrom::new("Prov", Status::Exempel)
}

fn integer(number: i64) -> CellValue {
    CellValue::Integer(number)
}

fn decimal(text: &str) -> CellValue {
    CellValue::Decimal(text.parse::<Decimal>().expect("a decimal"))
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

/// The same value for all regions.
fn all(value: &CellValue) -> PerRegion<CellValue> {
    PerRegion::from_fn(|_: Region| value.clone())
}
