//! What a column or a row rests on: its source, as-of date, status and who confirmed it. Knows the
//! cells about a value, not the value.

use std::sync::Arc;

use chrono::NaiveDate;

use super::about::{About, unit_error};
use super::sheet::SheetReader;
use crate::figure::{Evidence, Status};
use crate::problem::messages::{sheet as say, table, words};
use crate::problem::{Cell, Code, Message};
use crate::workbook::parse::{Finding, date_from, never_valid, show, text_from};
use crate::workbook::schema::{AsOf, Field};
use crate::workbook::text::{nearest, normalized, quote};

/// The longest source.
const SOURCE: usize = 400;
/// The longest role that confirmed something.
const ROLL: usize = 100;

/// The cells about a column or a row. One that has no place on the sheet is reported as such once.
#[derive(Clone, Copy, Debug)]
pub(super) struct EvidenceCells {
    source: Option<Cell>,
    as_of: Option<Cell>,
    status: Option<Cell>,
    confirmed_by: Option<Cell>,
    unit: Option<Cell>,
}

impl EvidenceCells {
    pub(super) fn new(cell: impl Fn(About) -> Option<Cell>) -> Self {
        Self {
            source: cell(About::Source),
            as_of: cell(About::AsOf),
            status: cell(About::Status),
            confirmed_by: cell(About::ConfirmedBy),
            unit: cell(About::Unit),
        }
    }

    /// The same where the unit is the user's own.
    pub(super) fn without_unit(self) -> Self {
        Self { unit: None, ..self }
    }
}

/// What a value rests on. Where there is a value, source, status and a required date must be there.
pub(super) fn read(
    sheet: &mut SheetReader<'_>,
    cells: EvidenceCells,
    field: &Field,
    item: &str,
    has_value: bool,
) -> Arc<Evidence> {
    if let Some(cell) = cells.unit {
        unit(sheet, cell, field);
    }
    if let Some(evidence) = of_the_sheet(sheet, cells, field, item, has_value) {
        return Arc::new(evidence);
    }
    let source = cells.source.and_then(|cell| source(sheet, cell, item, has_value));
    let status = cells.status.and_then(|cell| status(sheet, cell, item, has_value));
    let as_of = cells.as_of.and_then(|cell| as_of(sheet, cell, field, item, has_value));
    let confirmed_by = cells.confirmed_by.and_then(|cell| role(sheet, cell));
    Arc::new(Evidence {
        item: item.to_owned(),
        source: source.unwrap_or_default(),
        as_of,
        status: status.unwrap_or(Status::EjBekraftad),
        confirmed_by,
    })
}

/// What the whole sheet rests on, for a value that states neither source nor status; none if the sheet says nothing.
fn of_the_sheet(
    sheet: &mut SheetReader<'_>,
    cells: EvidenceCells,
    field: &Field,
    item: &str,
    has_value: bool,
) -> Option<Evidence> {
    let mut own = [cells.source, cells.status].into_iter().flatten();
    if !has_value || own.any(|cell| sheet.cell(cell).is_some()) {
        return None;
    }
    // A date that is required is the value's own: the sheet's would be anyone's.
    let dated = sheet.common.as_ref()?.as_of().is_some() && matches!(field.as_of, AsOf::Free);
    let own_date = cells.as_of.filter(|cell| !dated || sheet.cell(*cell).is_some());
    let own_role = cells.confirmed_by.and_then(|cell| role(sheet, cell));
    let mut common = sheet.common.take()?;
    let evidence = common.of(item).map(|evidence| {
        let as_of = own_date.and_then(|cell| as_of(sheet, cell, field, item, has_value));
        let confirmed_by = own_role.or(evidence.confirmed_by);
        Evidence { as_of: as_of.or(evidence.as_of), confirmed_by, ..evidence }
    });
    sheet.common = Some(common);
    evidence
}

fn unit(sheet: &mut SheetReader<'_>, cell: Cell, field: &Field) {
    let Some(content) = sheet.cell(cell) else { return };
    let text = sheet.grid.text(cell).unwrap_or_default();
    if normalized(&text) != normalized(field.unit()) {
        let text = say::unit_of(&quote(field.heading), &show(content));
        sheet.flag(cell, unit_error(text, field));
    }
}

fn text(sheet: &mut SheetReader<'_>, cell: Cell, highest: usize) -> Option<String> {
    match text_from(sheet.cell(cell)?, highest) {
        Ok(text) => Some(text),
        Err(finding) => {
            sheet.flag(cell, finding);
            None
        }
    }
}

/// Who confirmed something.
pub(super) fn role(sheet: &mut SheetReader<'_>, cell: Cell) -> Option<String> {
    text(sheet, cell, ROLL)
}

/// The source, which must be there where there is a value.
pub(super) fn source(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    item: &str,
    has_value: bool,
) -> Option<String> {
    if sheet.cell(cell).is_none() && has_value {
        sheet.flag(
            cell,
            Finding::new(Code::I16, say::source_missing(&quote(item))).help(say::write_source()),
        );
    }
    text(sheet, cell, SOURCE)
}

/// The status, which must be there where there is a value.
pub(super) fn status(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    item: &str,
    has_value: bool,
) -> Option<Status> {
    let name = Status::ALL.map(Status::name);
    let expected = Message::any_of(&name.map(words::word));
    let Some(content) = sheet.cell(cell) else {
        if has_value {
            let finding =
                Finding::new(Code::I16, say::status_missing(&quote(item))).expected(expected);
            sheet.flag(cell, finding.help(say::choose()));
        }
        return None;
    };
    if let Err(finding) = never_valid(content) {
        sheet.flag(cell, finding);
        return None;
    }
    let text = sheet.grid.text(cell).unwrap_or_default();
    let status = Status::find(&text);
    if status.is_none() {
        let finding = Finding::new(Code::I16, say::not_a_status(&show(content))).expected(expected);
        sheet.flag(
            cell,
            match nearest(&text, name) {
                Some(near) => finding.help(table::did_you_mean(&words::word(near))),
                None => finding.help(say::choose()),
            },
        );
    }
    status
}

fn as_of(
    sheet: &mut SheetReader<'_>,
    cell: Cell,
    field: &Field,
    item: &str,
    has_value: bool,
) -> Option<NaiveDate> {
    let required_one = sheet.year.and_then(|year| field.as_of.day(year, sheet.stated));
    let Some(content) = sheet.cell(cell) else {
        if let Some(required_one) = required_one.filter(|_| has_value) {
            let finding = Finding::new(Code::I06, say::date_missing(&quote(item)));
            sheet
                .flag(cell, finding.expected(Message::alike(required_one)).help(say::write_date()));
        }
        return None;
    };
    match date_from(content) {
        Ok(date) => {
            if let Some(required_one) = required_one.filter(|required_one| *required_one != date) {
                sheet.flag(
                    cell,
                    Finding::new(Code::I15, say::holds_for(&quote(item), &date))
                        .expected(Message::alike(required_one))
                        .help(say::right_date()),
                );
            }
            Some(date)
        }
        Err(finding) => {
            sheet.flag(cell, finding);
            None
        }
    }
}

/// Reports rows or columns about the values that are not on the sheet at all.
pub(super) fn flag_missing(
    sheet: &mut SheetReader<'_>,
    heading_row: u32,
    field: &[&Field],
    has: impl Fn(About) -> bool,
    missing: impl Fn(&str) -> Message,
) {
    let date = field.iter().any(|field| !matches!(field.as_of, AsOf::Free));
    for (about, required) in [(About::Source, true), (About::Status, true), (About::AsOf, date)] {
        if required && !has(about) {
            let finding = Finding::new(Code::I02, missing(about.label()));
            sheet.flag(Cell { row: heading_row, column: 1 }, finding.help(say::as_the_template()));
        }
    }
}
