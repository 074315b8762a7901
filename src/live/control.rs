//! The sheets that say what a spreadsheet's numbers are worth: the parameters of this year and the year before, how near
//! amounts come to where a spreadsheet could round otherwise, and the holidays that days of payment are found among.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Formula, Worksheet, XlsxError};

use super::formula::Writer;
use super::functions::HOLIDAYS;
use super::plan::{BEFORE, CellAt, Content, HEADINGS, Plan, Row};
use super::write::{Page, Shown, decimal, plain};
use crate::calendar::is_holiday;
use crate::figure::Op;
use crate::quantity::{Exact, Unit, Value};

/// The sheet of how near a half krona amounts come.
pub(super) const CONTROL: &str = "Kontroll";
/// So near a half krona a spreadsheet's number may be on the wrong side of it, in kronor.
const NEAR: (i64, i64) = (1, 10_000);
/// So near it is on it.
const ON: (i64, i64) = (1, 100_000);

/// The holidays that days of payment are found among, where there are any: those of the years they lie in.
pub(super) fn holidays(plan: &Plan<'_>) -> Option<Vec<NaiveDate>> {
    let computed = |id| plan.trace.node(id).rule().is_some();
    let days = plan.contents().filter_map(|content| match content {
        Content::Figure(id) if computed(id) => match plan.trace.node(id).value {
            Value::Datum(day) => Some(day.year()),
            _ => None,
        },
        _ => None,
    });
    let years: BTreeSet<_> = days.collect();
    let (first, last) = (*years.first()?, *years.last()?);
    let mut day = NaiveDate::from_ymd_opt(first, 1, 1)?;
    let mut found = Vec::new();
    while day.year() <= last + 1 {
        if is_holiday(day) {
            found.push(day);
        }
        day = day.checked_add_days(Days::new(1))?;
    }
    Some(found)
}

impl Page<'_> {
    /// What holds for all, this year and the year before.
    pub(super) fn parameters(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let headings = [
            ("Parameter", 80),
            ("Enhet", 14),
            ("Året före", 20),
            ("I år", 20),
            ("Skillnad", 20),
            ("Siffrans namn", 60),
        ];
        let says = "Skillnad är i år minus året före. Det som bara finns för ett av åren har en tom cell för det andra.";
        self.topmost(sheet, ("Parametrar", "Det som gäller för alla", says), &headings)?;
        let writer = Writer { plan: self.plan, sheet: usize::MAX };
        let trace = self.plan.trace;
        let mut at = HEADINGS + 1;
        let own = self.plan.sheets.first().into_iter().flat_map(|inputs| &inputs.rows);
        for row in own {
            let Some(Content::Figure(id)) = row.cells.get(&0) else { continue };
            let node = trace.node(*id);
            if node.name.contains(BEFORE_YEAR) {
                // Stands beside what it is now, unless that is gone.
                let now = trace.find(&node.name.replacen(BEFORE_YEAR, ".", 1));
                if now.is_some_and(|now| self.plan.get(Content::Figure(now)).is_some()) {
                    continue;
                }
            }
            let (before, now) = if node.name.contains(BEFORE_YEAR) {
                (Some(*id), None)
            } else {
                let (head, tail) = split(&node.name);
                let before = trace.find(&format!("{head}{BEFORE_YEAR}{tail}"));
                let before = before.filter(|id| self.plan.get(Content::Figure(*id)).is_some());
                (before, Some(*id))
            };
            let unit = if node.unit == Unit::Datum { "dag" } else { node.unit.name() };
            for (column, text) in [(0, row.label.as_str()), (1, unit), (5, &node.name)] {
                sheet.write_string_with_format(at, column, text, &self.style.text)?;
            }
            let format = self.style.number(node.unit, Shown::Computed);
            for (column, id) in [(2, before), (3, now)] {
                let Some(id) = id else { continue };
                let cell = writer.reference(self.plan.at(Content::Figure(id)));
                let formula =
                    Formula::new(format!("={cell}")).set_result(plain(&trace.node(id).value));
                sheet.write_formula_with_format(at, column, formula, format)?;
            }
            if let (Some(before), Some(now)) = (before, now)
                && let (Some(old), Some(new)) =
                    (trace.node(before).value.exact(), trace.node(now).value.exact())
            {
                let formula = Formula::new(format!("=D{0}-C{0}", at + 1));
                let formula = formula.set_result(decimal(&(new - old)));
                sheet.write_formula_with_format(at, 4, formula, format)?;
            }
            at += 1;
        }
        Ok(())
    }

    /// How near a half krona each row of amounts comes that is rounded.
    pub(super) fn control(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let headings = [
            ("Det som avrundas", 80),
            ("Blad", 34),
            ("Minsta avstånd till en halv krona", 22),
            ("Vad det betyder", 60),
        ];
        let says = "Ett kalkylprogram räknar med 15 siffror. Närmare en halv krona än 0,0001 kan det avrunda åt fel håll: då gäller programmets siffra.";
        self.topmost(sheet, (CONTROL, "Avrundningar nära en halv krona", says), &headings)?;
        let mut at = HEADINGS + 1;
        for (place, own) in self.plan.sheets.iter().enumerate() {
            for (row, line) in (HEADINGS + 1..).zip(&own.rows) {
                if !self.is_rounded(line) {
                    continue;
                }
                let columns: Vec<u16> = (BEFORE..)
                    .zip(&own.columns)
                    .filter(|(_, holder)| line.cells.contains_key(holder))
                    .map(|(column, _)| column)
                    .collect();
                let (Some(first), Some(last)) = (columns.first(), columns.last()) else { continue };
                let [from, to] = [*first, *last].map(|column| CellAt { sheet: place, row, column });
                let range = Writer { plan: self.plan, sheet: usize::MAX }.between(from, to);
                sheet.write_string_with_format(at, 0, &line.label, &self.style.text)?;
                sheet.write_string_with_format(at, 1, &own.name, &self.style.text)?;
                let values = line.cells.values().map(|content| self.plan.result(*content));
                let least = values.filter_map(|text| distance(&text)).min().unwrap_or_else(half);
                let formula = format!("=ROUND(SUMPRODUCT(MIN(ABS({range}-INT({range})-0.5))),6)");
                let formula = Formula::new(formula).set_result(decimal(&least));
                sheet.write_formula_with_format(
                    at,
                    2,
                    formula,
                    self.style.number(Unit::KronorPerValuta, Shown::Computed),
                )?;
                let (on, near, far) = VERDICTS;
                let formula = format!(
                    "=IF(C{0}<0.00001,\"{on}\",IF(C{0}<0.0001,\"{near}\",\"{far}\"))",
                    at + 1
                );
                let fraction = |(over, under)| Exact::fraction(over, under);
                let says = if least < fraction(ON) {
                    on
                } else if least < fraction(NEAR) {
                    near
                } else {
                    far
                };
                let formula = Formula::new(formula).set_result(says);
                sheet.write_formula_with_format(at, 3, formula, &self.style.beside)?;
                at += 1;
            }
        }
        Ok(())
    }

    /// Whether a row is of what is rounded on another.
    fn is_rounded(&self, line: &Row) -> bool {
        line.cells.values().any(|content| match content {
            Content::Unrounded(_) => true,
            Content::Part(_, kind, _) => *kind == super::functions::Help::Part,
            Content::Whole(..) => false,
            Content::Figure(id) => self.plan.rounded.contains(id),
        })
    }

    /// The holidays.
    pub(super) fn holidays(
        &self,
        sheet: &mut Worksheet,
        days: &[NaiveDate],
    ) -> Result<(), XlsxError> {
        let says = "Allmänna helgdagar enligt lagen om allmänna helgdagar, och de tre aftnar då bankernas clearing är stängd.";
        let headings = [("Dag", 14), ("Veckodag", 14)];
        self.topmost(sheet, (HOLIDAYS, "Helgdagar", says), &headings)?;
        let format = self.style.number(Unit::Datum, Shown::Fixed);
        for (row, day) in (HEADINGS + 1..).zip(days) {
            let date = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(row, 0, date, format)?;
            let place = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
            let name = WEEKDAYS.get(place).copied().unwrap_or_default();
            sheet.write_string_with_format(row, 1, name, &self.style.text)?;
        }
        Ok(())
    }
}

const WEEKDAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

/// What the distance to a half krona means.
const VERDICTS: (&str, &str, &str) = (
    "Precis en halv krona: avrundas bort från noll, som regeln säger.",
    "Nära en halv krona: programmets siffra gäller.",
    "Långt från en halv krona: avrundas lika.",
);

/// What the year before's figures have before their names.
const BEFORE_YEAR: &str = ".foregaende_";

/// A name in two, at the last dot before the figure's own name.
fn split(name: &str) -> (String, String) {
    let parts: Vec<_> = name.splitn(4, '.').collect();
    match parts.as_slice() {
        [head @ .., tail] => (head.join("."), (*tail).to_owned()),
        [] => (String::new(), String::new()),
    }
}

fn half() -> Exact {
    Exact::fraction(1, 2)
}

/// How far a number lies from the nearest half.
fn distance(text: &str) -> Option<Exact> {
    let number: rust_decimal::Decimal = text.parse().ok()?;
    let number = Exact::from(number);
    Some((&(&number - &number.floor()) - &half()).amount())
}

/// The figures that others are rounded from.
pub(super) fn rounded_from(op: &Op, found: &mut BTreeSet<crate::figure::FigureId>) {
    if let Op::Rounded(_, of) = op
        && let Op::Figure(id) = **of
    {
        found.insert(id);
    }
    op.parts(&mut |part| rounded_from(part, found));
}
