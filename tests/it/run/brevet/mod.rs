//! The workbook of the regleringsbrev, changed: what the program answers, word for word, and what it
//! computes.

mod archived;
mod avdrag;
mod belopp;
mod bilagor;
#[cfg(feature = "typeset")]
mod dokumenten;
mod facit;
mod galler;
mod hanvisningar;
mod manadsplan;
#[cfg(feature = "typeset")]
mod pappren;
mod plan;
mod uppgifter;

use statsbidrag::contract::regleringsbrev::JUSTERINGSRADER;
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill, scaffold};

use crate::data_2024::{self, AR, regleringsbrev};
use crate::program::Folder;
use crate::run::{check, filled_from, integer, problems, report, text};

/// The workbook's name.
const FILE: &str = "regleringsbrev.xlsx";

/// The folder of 2024, with the decision's workbook changed after some sheets were left out.
fn folder(without: &[&str], change: impl FnOnce(&mut Fill)) -> Folder {
    let mut fill = regleringsbrev::fill_without(without);
    change(&mut fill);
    let bytes = scaffold(&WORKBOOK, AR, &fill).expect("a workbook");
    Folder::new("2024", data_2024::all()).with(FILE, &bytes)
}

/// What `check` says of it, where it must find fault.
fn errors(without: &[&str], change: impl FnOnce(&mut Fill)) -> String {
    problems(&check(&folder(without, change)))
}

/// That `check` says precisely this, problem by problem, without the name of the file.
fn says(error: &str, expected: &[&str]) {
    let found: Vec<_> =
        error.split("\n\n").map(|a_single| a_single.replace(&format!("{FILE} › "), "")).collect();
    assert_eq!(found, expected);
}

/// What is said of 2024's decision where none of its adjustments is for återbäring: 2023's grant was gross.
const FORGOTTEN: &str = "varning[R08] regleringsbrev.xlsx › Justeringar › A10: bidraget för 2023 var brutto, men ingen återbäring dras av eller regleras
  väntade: en rad för ”återbäring, prognos” eller ”återbäring, slutlig”
  hjälp:   är det ett annat beslut under året som gör det behöver inget ändras";

/// The figures it comes to, by name without grant and year, where it is in order.
fn numbers(folder: &Folder) -> impl Fn(&str) -> i64 + use<> {
    let (report, warnings) = report(folder);
    let rebate = report.stated(AR, &JUSTERINGSRADER).expect("the rows").0;
    let rebate = rebate.iter().any(|row| row.rubrik.contains("terbäring"));
    assert_eq!(warnings.trim_end(), if rebate { "" } else { FORGOTTEN });
    move |name| {
        let id = report.trace.find(&format!("regleringsbrev.{AR}.{name}"));
        let node = report.trace.node(id.unwrap_or_else(|| panic!("there is no {name}")));
        node.value.exact().and_then(|number| number.integer()).expect("a whole number")
    }
}

/// Whether there is such a figure.
fn exists(folder: &Folder, name: &str) -> bool {
    report(folder).0.trace.find(&format!("regleringsbrev.{AR}.{name}")).is_some()
}

/// Fills the sheet Bilagor: number, first and last month.
fn bilagor(fill: &mut Fill, rows: &[(i64, i64, i64)]) {
    for (number, first, last) in rows {
        let row = [
            ("nummer", integer(*number)),
            ("forsta_manad", integer(*first)),
            ("sista_manad", integer(*last)),
        ];
        fill.row(sheet::BILAGOR, row);
    }
    for id in ["forsta_manad", "sista_manad"] {
        fill.filled_from(sheet::BILAGOR, id, filled_from());
    }
}

/// The kind of an adjustment as it is written, and its group: `vinst/förlust, förmånen` is of förmånen.
pub(crate) fn kind(written: &str) -> (&str, Option<&str>) {
    match written.split_once("förlust, ") {
        Some((_, group)) => ("vinst/förlust", Some(group)),
        None => (written, None),
    }
}

/// Adds rows to the sheet Justeringar: kind, annex, month.
pub(crate) fn justeringar(fill: &mut Fill, rows: &[(&str, i64, i64)]) {
    for (written, bilaga, month) in rows {
        let (kind, group) = kind(written);
        let row = [
            ("justering", text(kind)),
            ("bilaga", integer(*bilaga)),
            ("manad", integer(*month)),
            ("skal", text("Ett skäl.")),
        ];
        fill.row(
            sheet::JUSTERINGAR,
            row.into_iter().chain(group.map(|group| ("grupp", text(group)))),
        );
    }
    for id in ["grupp", "bilaga", "manad", "skal"] {
        fill.filled_from(sheet::JUSTERINGAR, id, filled_from());
    }
}

/// Adds permissions: region, month.
fn medgivna(fill: &mut Fill, rows: &[(&str, i64)]) {
    for (region, month) in rows {
        let row = [
            ("region", text(region)),
            ("manad", integer(*month)),
            ("skal", text("Regionen har fått för mycket.")),
        ];
        fill.row(sheet::MEDGIVNA, row);
    }
    for id in ["manad", "skal"] {
        fill.filled_from(sheet::MEDGIVNA, id, filled_from());
    }
}

/// Fills a column of the sheet Justeringsbelopp.
fn column(fill: &mut Fill, id: &str, value: impl Fn(Region) -> CellValue) {
    if id.starts_with("Vinst/förlust") {
        fill.free(sheet::JUSTERINGSBELOPP, id, PerRegion::from_fn(value), filled_from());
        return;
    }
    fill.column(sheet::JUSTERINGSBELOPP, id, PerRegion::from_fn(value), filled_from());
}

/// The adjustments of 2024 without their amounts: the sheets that say of them.
pub(crate) const JUSTERINGAR: [&str; 3] =
    [sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP, sheet::AVSTAMNING];
