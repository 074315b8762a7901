//! What a whole sheet rests on: said once, on the row above the table, for the rows and columns that state neither source
//! nor status of their own. Knows no table.

use chrono::NaiveDate;

use super::about::About;
use super::evidence;
use super::sheet::SheetReader;
use crate::figure::{Evidence, Status};
use crate::problem::messages::{sheet as say, words};
use crate::problem::{Cell, Code, Message};
use crate::workbook::parse::{Finding, date_from};
use crate::workbook::text::normalized;

/// The label of the row, in column A; the source stands beside it, and the rest beside labels of their own.
pub(in crate::workbook) const LABEL: &str = "Källa för hela bladet";
/// What the row is for.
pub(in crate::workbook) const EXPLANATION: &str = "Gäller för alla rader och kolumner på bladet som inte har egen källa och egen status. Lämna tomt om alla har egna.";
/// What else stands on the row, each with its label before it.
pub(in crate::workbook) const BESIDE: [About; 3] = [About::AsOf, About::Status, About::ConfirmedBy];

/// So many inputs are named where something is wrong with what they all rest on.
const NAMED: usize = 4;

/// What a whole sheet rests on.
#[derive(Debug)]
pub(super) struct Common {
    source: Cell,
    /// Where the status stands, or the source if the row has no place for it.
    status: Cell,
    stated: Option<Stated>,
    /// The inputs that rest on it.
    relied: Vec<String>,
}

/// What is said on the row.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    source: Option<String>,
    as_of: Option<NaiveDate>,
    status: Option<Status>,
    confirmed_by: Option<String>,
    /// Whether what is there could be read.
    whole: bool,
}

/// Finds the row, and reads what is said there.
pub(super) fn find(sheet: &mut SheetReader<'_>) -> Option<Common> {
    let is_it = |cell: Cell| {
        cell.column == 1
            && sheet.grid.text(cell).is_some_and(|text| normalized(&text) == normalized(LABEL))
    };
    let row = sheet.grid.all().map(|(cell, _)| cell).find(|cell| is_it(*cell))?.row;
    let source = Cell { row, column: 2 };
    let labels: Vec<_> = sheet
        .grid
        .row(row)
        .filter(|(cell, _)| cell.column > 2)
        .filter_map(|(cell, _)| Some((About::find(&sheet.grid.text(cell)?)?, cell)))
        .collect();
    let beside = |about| {
        let label = labels.iter().find(|(own, _)| *own == about);
        label.map(|(_, cell)| Cell { column: cell.column + 1, ..*cell })
    };
    let [as_of, status, confirmed_by] = BESIDE.map(beside);
    let cells = [Some(source), as_of, status, confirmed_by];
    let is_stated = cells.into_iter().flatten().any(|cell| sheet.cell(cell).is_some());
    let stated = is_stated.then(|| read(sheet, source, [as_of, status, confirmed_by]));
    if is_stated && sheet.grid.layout.hidden_rows.contains(&row) {
        let finding = Finding::new(Code::I12, say::row_hidden(&row)).help(say::unhide_rows());
        sheet.flag(Cell { row, column: 1 }, finding);
    }
    Some(Common { source, status: status.unwrap_or(source), stated, relied: Vec::new() })
}

fn read(sheet: &mut SheetReader<'_>, source: Cell, beside: [Option<Cell>; 3]) -> Stated {
    let [as_of, status, confirmed_by] = beside;
    let before = sheet.problems.clone();
    let source = evidence::source(sheet, source, LABEL, false);
    let status = status.and_then(|cell| evidence::status(sheet, cell, LABEL, false));
    let as_of = as_of.and_then(|cell| match date_from(sheet.cell(cell)?) {
        Ok(date) => Some(date),
        Err(finding) => {
            sheet.flag(cell, finding);
            None
        }
    });
    let confirmed_by = confirmed_by.and_then(|cell| evidence::role(sheet, cell));
    Stated { source, as_of, status, confirmed_by, whole: before == *sheet.problems }
}

impl Common {
    /// What an input rests on that says nothing itself; none where the row says nothing either.
    pub(super) fn of(&mut self, item: &str) -> Option<Evidence> {
        let stated = self.stated.clone()?;
        self.relied.push(item.to_owned());
        Some(Evidence {
            item: item.to_owned(),
            source: stated.source.unwrap_or_default(),
            as_of: stated.as_of,
            status: stated.status.unwrap_or(Status::EjBekraftad),
            confirmed_by: stated.confirmed_by,
        })
    }

    /// The date that is said on the row.
    pub(super) fn as_of(&self) -> Option<NaiveDate> {
        self.stated.as_ref()?.as_of
    }
}

/// Reports, once for the sheet, what is missing on the row though something rests on it.
pub(super) fn inspect(sheet: &mut SheetReader<'_>) {
    let Some(common) = sheet.common.take() else { return };
    let Some(stated) = common.stated.filter(|stated| stated.whole) else { return };
    if common.relied.is_empty() {
        return;
    }
    let items = named(&common.relied);
    if stated.source.is_none() {
        let finding = Finding::new(Code::I16, say::sheet_not_confirmed(&items));
        sheet.flag(common.source, finding.help(say::confirm_sheet()));
    } else if stated.status.is_none() {
        let finding = Finding::new(Code::I16, say::sheet_without_status(&items));
        sheet.flag(common.status, finding.help(say::choose()));
    }
}

/// The inputs, each once; the first where they are many.
fn named(items: &[String]) -> Message {
    let mut names: Vec<&String> = Vec::new();
    for item in items {
        if !names.contains(&item) {
            names.push(item);
        }
    }
    let rest = names.len().saturating_sub(NAMED);
    let mut parts: Vec<_> = names.into_iter().take(NAMED).map(words::quoted).collect();
    match rest {
        0 => {}
        rest => parts.push(say::and_so_many(&rest)),
    }
    Message::all_of(&parts)
}
