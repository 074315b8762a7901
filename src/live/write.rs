//! The plan as a file: what stands in each cell, as a number or a formula with its result. Knows no rule and no page's
//! contents.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

use super::Calculation;
use super::formula::Writer;
use super::functions::Applied;
use super::help;
use super::plan::{BEFORE, CellAt, Content, HEADINGS, Plan, Row, Sheet};
use super::{control, pages};
use crate::figure::Status;
use crate::quantity::{Exact, Unit, Value};
use crate::workbook::nearest_in_cell;

/// The paper, by Excel's number.
const A4: u8 = 9;
/// The decimals of a result that is kept in a cell: more than a spreadsheet's number has.
const DECIMALS: u32 = 20;
/// The width of the column of labels.
pub(super) const LABEL: u32 = 58;
/// Behind the numbers that may be changed.
const YELLOW: u32 = 0x00FF_F2B3;
/// Quiet text.
const GREY: u32 = 0x005B_6B78;

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shown {
    /// An input that may be changed.
    Input,
    /// An input that decides which figures there are.
    Fixed,
    /// What is computed.
    Computed,
    /// What is computed on the way.
    Helping,
}

/// The formats of all sheets.
pub(super) struct Style {
    pub(super) heading: Format,
    pub(super) column: Format,
    pub(super) column_of_numbers: Format,
    pub(super) text: Format,
    /// Text beside numbers.
    pub(super) beside: Format,
    pub(super) note: Format,
    pub(super) input: Format,
    numbers: BTreeMap<(Unit, Shown), Format>,
}

impl Style {
    fn new() -> Self {
        let bold = Format::new().set_bold();
        let head = bold.clone().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        let head = head.set_align(FormatAlign::Bottom);
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let all = [Shown::Input, Shown::Fixed, Shown::Computed, Shown::Helping];
        let units = [
            Unit::HelaKronor,
            Unit::Kronor,
            Unit::KronorPerInvanare,
            Unit::Andel,
            Unit::Invanare,
            Unit::Valuta,
            Unit::KronorPerValuta,
            Unit::Antal,
            Unit::Veckor,
            Unit::Vikt,
            Unit::Datum,
        ];
        let pairs = units.into_iter().flat_map(|unit| all.map(|shown| (unit, shown)));
        Self {
            heading: bold.set_font_size(13),
            column: head.clone(),
            column_of_numbers: head.set_align(FormatAlign::Right),
            note: Format::new().set_italic(),
            input: text.clone().set_background_color(YELLOW).set_border(FormatBorder::Thin),
            beside: text.clone().set_indent(1),
            text,
            numbers: pairs.map(|(unit, shown)| ((unit, shown), number(unit, shown))).collect(),
        }
    }

    pub(super) fn number(&self, unit: Unit, shown: Shown) -> &Format {
        let found = self.numbers.get(&(unit, shown));
        found.unwrap_or_else(|| panic!("{unit:?} has no format"))
    }
}

fn number(unit: Unit, shown: Shown) -> Format {
    let form = match unit {
        Unit::HelaKronor | Unit::Invanare => "#,##0",
        Unit::Kronor | Unit::KronorPerInvanare | Unit::Valuta => "#,##0.00",
        Unit::Andel => "0.0000%",
        Unit::KronorPerValuta => "#,##0.0000",
        Unit::Antal | Unit::Veckor => "0",
        Unit::Vikt => "General",
        Unit::Datum => "yyyy-mm-dd",
    };
    let plain = Format::new().set_num_format(form).set_align(FormatAlign::Top);
    match shown {
        Shown::Input => plain.set_background_color(YELLOW).set_border(FormatBorder::Thin),
        Shown::Fixed | Shown::Helping => plain.set_font_color(GREY),
        Shown::Computed => plain,
    }
}

/// A number as a file has it: a decimal with a point, or the number of a day.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Exact(number) => decimal(number),
        Value::Datum(day) => serial(*day).to_string(),
    }
}

pub(super) fn decimal(number: &Exact) -> String {
    let text = number.as_decimal(DECIMALS);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The number a spreadsheet has for a day.
fn serial(day: NaiveDate) -> i64 {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    day.signed_duration_since(first).num_days()
}

/// The workbook.
pub(super) fn book(calculation: &Calculation<'_>, plan: &Plan<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let begins = ExcelDateTime::parse_from_str(&format!("{}-01-01", calculation.year))?;
    let properties = DocProperties::new()
        .set_title(&calculation.title)
        .set_author(format!("statsbidrag {}", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&begins);
    book.set_properties(&properties);
    let style = Style::new();
    let page = Page { calculation, plan, style: &style };
    page.about(book.add_worksheet())?;
    page.one_recipient(book.add_worksheet())?;
    page.parameters(book.add_worksheet())?;
    for place in 0..plan.sheets.len() {
        page.step(book.add_worksheet(), place)?;
    }
    page.control(book.add_worksheet())?;
    if let Some(days) = control::holidays(plan) {
        page.holidays(book.add_worksheet(), &days)?;
    }
    book.save_to_buffer()
}

/// What sheets are written of.
pub(super) struct Page<'p> {
    pub(super) calculation: &'p Calculation<'p>,
    pub(super) plan: &'p Plan<'p>,
    pub(super) style: &'p Style,
}

impl Page<'_> {
    /// What stands above every table: what it is, how it is used, and what it may be used for.
    pub(super) fn topmost(
        &self,
        sheet: &mut Worksheet,
        (name, caption, says): (&str, &str, &str),
        headings: &[(&str, u32)],
    ) -> Result<(), XlsxError> {
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, caption, &self.style.heading)?;
        sheet.write_string(1, 0, says)?;
        sheet.write_string(2, 0, self.status())?;
        for (column, (heading, width)) in (0_u16..).zip(headings) {
            sheet.write_string_with_format(HEADINGS, column, *heading, &self.style.column)?;
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
        sheet.set_header(format!("&L{}", self.calculation.title.replace('&', "&&")));
        sheet.set_footer("&L&A&R&P (&N)");
        sheet.set_freeze_panes(HEADINGS + 1, 1)?;
        Ok(())
    }

    fn status(&self) -> String {
        let roots = self.calculation.roots.iter();
        let weakest = roots.map(|id| self.calculation.trace.node(*id).status).max();
        match weakest.unwrap_or(Status::Faststalld) {
            Status::Exempel | Status::EjBekraftad => {
                "Exempel – inte för beslut eller utbetalning.".to_owned()
            }
            other => format!("Status i körningen: {}.", other.name()),
        }
    }

    /// A sheet of the plan.
    fn step(&self, sheet: &mut Worksheet, place: usize) -> Result<(), XlsxError> {
        let Some(own) = self.plan.sheets.get(place) else { return Ok(()) };
        let inputs = place == 0;
        let says = if inputs {
            "Gula celler går att ändra: allt annat i arbetsboken räknas om. Grå indata styr vilka siffror som finns, och ändras bara i arbetsboken de kommer ur."
        } else {
            "Varje cell är en formel över cellerna före den. Grå rader är hjälp på vägen."
        };
        self.topmost(sheet, (&own.name, &own.title, says), &[("Siffra", LABEL), ("Enhet", 14)])?;
        for (column, holder) in (BEFORE..).zip(&own.columns) {
            let heading = self.plan.heading(*holder);
            let format = &self.style.column_of_numbers;
            sheet.write_string_with_format(HEADINGS, column, heading, format)?;
            sheet.set_column_width(column, 18)?;
        }
        for (row, line) in (HEADINGS + 1..).zip(&own.rows) {
            sheet.write_string_with_format(row, 0, &line.label, &self.style.text)?;
            let unit = if line.unit == Unit::Datum { "dag" } else { line.unit.name() };
            sheet.write_string_with_format(row, 1, unit, &self.style.text)?;
            for (column, holder) in (BEFORE..).zip(&own.columns) {
                if let Some(content) = line.cells.get(holder) {
                    let at = CellAt { sheet: place, row, column };
                    self.cell(sheet, at, *content, line)?;
                }
            }
        }
        let after = BEFORE + u16::try_from(own.columns.len()).unwrap_or(u16::MAX - BEFORE);
        let tail = if inputs { self.evidence(own) } else { self.rules(own) };
        self.tail(sheet, after, &tail)?;
        for (place, (row, line)) in (HEADINGS + 1..).zip(&own.rows).enumerate() {
            let beside = tail.iter().map(|tail| match tail.cells.get(place) {
                Some(TailCell::Text(text)) => lines(text, tail.width),
                _ => 1,
            });
            let most = beside.chain([lines(&line.label, LABEL)]).max().unwrap_or(1);
            set_lines(sheet, row, most)?;
        }
        sheet.set_freeze_panes(HEADINGS + 1, BEFORE)?;
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        at: CellAt,
        content: Content,
        line: &Row,
    ) -> Result<(), XlsxError> {
        let writer = Writer { plan: self.plan, sheet: at.sheet };
        let formula = match content {
            Content::Figure(id) => {
                let Some(formula) = writer.figure(id) else {
                    let may = self.calculation.changeable.contains(&id);
                    let shown = if may { Shown::Input } else { Shown::Fixed };
                    let own = &self.plan.trace.node(id).value;
                    return input(sheet, at, own, self.style.number(line.unit, shown));
                };
                formula
            }
            Content::Unrounded(id) => writer.unrounded(id).0,
            Content::Part(call, kind, place) => {
                help::formula(&Applied::new(&writer, call), kind, place)
            }
            Content::Whole(call, kind) => help::formula(&Applied::new(&writer, call), kind, 0),
        };
        let shown = if line.help.is_some() { Shown::Helping } else { Shown::Computed };
        let format = self.style.number(line.unit, shown);
        let formula = Formula::new(format!("={formula}")).set_result(self.plan.result(content));
        sheet.write_formula_with_format(at.row, at.column, formula, format)?;
        Ok(())
    }

    /// Columns of text after the recipients'.
    fn tail(&self, sheet: &mut Worksheet, first: u16, tail: &[Tail]) -> Result<(), XlsxError> {
        for (column, Tail { heading, width, cells }) in (first..).zip(tail) {
            sheet.write_string_with_format(HEADINGS, column, *heading, &self.style.column)?;
            sheet.set_column_width(column, *width)?;
            for (row, cell) in (HEADINGS + 1..).zip(cells) {
                match cell {
                    TailCell::Text(text) => {
                        sheet.write_string_with_format(row, column, text, &self.style.beside)?
                    }
                    TailCell::Number(number) => {
                        let number = nearest_in_cell(number.parse().unwrap_or_default());
                        let format = self.style.number(Unit::Vikt, Shown::Fixed);
                        sheet.write_number_with_format(row, column, number, format)?
                    }
                    TailCell::Formula(formula, result) => {
                        let formula = Formula::new(formula).set_result(result);
                        sheet.write_formula_with_format(row, column, formula, &self.style.beside)?
                    }
                };
            }
        }
        Ok(())
    }

    /// Whether a sheet's row is written of this: its rule and formula.
    fn rules(&self, own: &Sheet) -> Vec<Tail> {
        let trace = self.plan.trace;
        let each = |make: &dyn Fn(&Row) -> String| {
            own.rows.iter().map(|row| TailCell::Text(make(row))).collect::<Vec<_>>()
        };
        let formula = each(&|row| pages::in_words(trace, row));
        let rule = each(&|row| match (row.help, row.rule) {
            (Some(help), _) => help.to_owned(),
            (None, rule) => rule.map_or("", |rule| rule.text).to_owned(),
        });
        let source = each(&|row| {
            let own = row.rule.filter(|_| row.help.is_none());
            own.map_or_else(String::new, |rule| trace.source_of(rule).to_owned())
        });
        let name = each(&|row| if row.help.is_some() { String::new() } else { row.name.clone() });
        vec![
            Tail { heading: "Så räknas den", width: 60, cells: formula },
            Tail { heading: "Regel", width: 60, cells: rule },
            Tail { heading: "Regelns källa", width: 40, cells: source },
            Tail { heading: "Siffrans namn", width: 44, cells: name },
        ]
    }
}

/// Writes an input as the number or the day it is.
fn input(sheet: &mut Worksheet, at: CellAt, own: &Value, format: &Format) -> Result<(), XlsxError> {
    match own {
        Value::Datum(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(at.row, at.column, day, format)?;
        }
        other => {
            let number: Decimal = plain(other).parse().unwrap_or_default();
            sheet.write_number_with_format(at.row, at.column, nearest_in_cell(number), format)?;
        }
    }
    Ok(())
}

/// How many lines a text takes in a column of a width.
pub(super) fn lines(text: &str, width: u32) -> u32 {
    let width = usize::try_from(width).unwrap_or(1).saturating_sub(2).max(1);
    let lines = text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum::<usize>();
    u32::try_from(lines).unwrap_or(1).max(1)
}

/// Makes a row high enough for so many lines.
pub(super) fn set_lines(sheet: &mut Worksheet, row: u32, lines: u32) -> Result<(), XlsxError> {
    if lines > 1 {
        sheet.set_row_height(row, 15 * lines.min(27))?;
    }
    Ok(())
}

/// A column of text.
pub(super) struct Tail {
    pub(super) heading: &'static str,
    pub(super) width: u32,
    pub(super) cells: Vec<TailCell>,
}

/// What stands in it.
pub(super) enum TailCell {
    Text(String),
    /// A number, as a decimal.
    Number(String),
    Formula(String, String),
}
