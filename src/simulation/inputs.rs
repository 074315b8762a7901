//! The numbers of workbooks that figures rest on, and which of them is meant: by a figure's name, or by the cell's place
//! as a user writes it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::messages as say;
use super::stakes::value_of;
use crate::figure::{FigureId, Trace};
use crate::problem::messages::words;
use crate::problem::{Location, Message, Problem};
use crate::quantity::{Exact, Value};
use crate::region::Region;
use crate::workbook::numbers::{Column, Whose, limits, rounded, typed};
use crate::workbook::schema::{Field, Measure};
use crate::workbook::text::{nearest, normalized};

/// A number of a workbook that figures rest on.
#[derive(Clone, Debug)]
pub struct Input {
    /// The cell.
    pub place: Location,
    /// What the number is: the heading of its column, or its row, without unit.
    pub heading: String,
    /// Whose it is.
    pub whose: Whose,
    /// The number, in the unit of the cell.
    pub value: Decimal,
    field: &'static Field,
    /// The figures that are read from it.
    leaves: Vec<FigureId>,
}

/// What a cell is to hold instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// What is typed in it.
    Typed(String),
    /// So many percent more than it holds, or less.
    Percent(Decimal),
}

/// The numbers of a year's workbooks.
#[derive(Debug)]
pub struct Inputs<'t> {
    trace: &'t Trace,
    all: Vec<Input>,
}

/// Every row, or every column.
const ALL: &str = "*";

impl To {
    /// Reads a new number, or `+2 %` or `−2 %` of the old one.
    ///
    /// # Errors
    /// If it is neither.
    pub fn read(text: &str) -> Result<Self, Message> {
        let text = text.trim();
        let sign = text.starts_with(['+', '-', '\u{2212}']);
        match text.strip_suffix('%') {
            Some(percent) if sign => {
                let read = crate::workbook::number::read(percent);
                read.map(Self::Percent).map_err(|_| say::no_change(&words::quoted(text)))
            }
            _ if text.is_empty() || text.starts_with('+') => {
                Err(say::no_change(&words::quoted(text)))
            }
            _ => Ok(Self::Typed(text.to_owned())),
        }
    }
}

impl Input {
    /// What the cell would hold.
    ///
    /// # Errors
    /// If it could not: it is no number, or one beyond the limits of the cell.
    pub fn with(&self, to: &To) -> Result<Decimal, Problem> {
        match to {
            To::Typed(text) => typed(self.field, text, &self.place),
            To::Percent(percent) => {
                let factor = (Exact::from(*percent) + Exact::from(100)) / Exact::from(100);
                let number = self.held(&(Exact::from(self.value) * factor));
                typed(self.field, &crate::workbook::number::write(number), &self.place)
            }
        }
    }

    /// A number with as many decimals as the cell may have.
    fn held(&self, number: &Exact) -> Decimal {
        rounded(self.field, number)
    }

    /// The nearest number that the cell may hold.
    #[must_use]
    pub fn within(&self, number: Exact) -> Decimal {
        let number = match limits(self.field) {
            Some((least, _)) if number < least => least,
            Some((_, greatest)) if number > greatest => greatest,
            _ => number,
        };
        self.held(&number)
    }

    /// The values of its figures if it were this number.
    pub fn values<'i>(
        &'i self,
        trace: &'i Trace,
        number: Decimal,
    ) -> impl Iterator<Item = (FigureId, Value)> + 'i {
        let exact = Exact::from(number);
        let measure = self.field.kind.measure();
        let value = measure.map_or_else(|| exact.clone(), |measure| measure.from_cell(&exact));
        self.leaves.iter().filter_map(move |id| Some((*id, value_of(trace, *id, &value)?)))
    }

    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        self.place.sheet.as_deref().unwrap_or_default()
    }

    /// The address: `C14`.
    #[must_use]
    pub fn address(&self) -> String {
        self.place.cell.map(|cell| cell.to_string()).unwrap_or_default()
    }

    /// Whose it is, by name; none if it is the country's.
    #[must_use]
    pub fn row(&self) -> Option<&str> {
        match &self.whose {
            Whose::Country => None,
            Whose::Region(region) => Some(region.short_name()),
            Whose::Row(key) => Some(key),
        }
    }

    /// What it is and whose: `Befolkning, Skåne`.
    #[must_use]
    pub fn name(&self) -> String {
        match self.row() {
            Some(row) => format!("{}, {row}", self.heading),
            None => self.heading.clone(),
        }
    }

    /// The number with its unit, as it is written.
    #[must_use]
    pub fn written(&self, number: Decimal) -> String {
        let unit = self.field.unit();
        let measure = self.field.kind.measure();
        let grouped = measure.is_none_or(Measure::grouped);
        let text =
            if grouped { crate::workbook::number::write(number) } else { number.to_string() };
        format!("{text}\u{a0}{unit}").trim_end().to_owned()
    }

    /// Whether a little more or less of it means anything: not of a year, nor of which one in a series it is, nor of arrears,
    /// which decide which months there are.
    #[must_use]
    pub fn is_a_size(&self) -> bool {
        !matches!(
            self.field.kind.measure(),
            None | Some(Measure::YearNumber | Measure::Month | Measure::Number | Measure::Months)
        )
    }

    /// How one writes which it is: `Befolkning!Skåne!Folkmängd`.
    fn way(&self) -> String {
        match self.row() {
            Some(row) => format!("{}!{row}!{}", self.sheet(), self.heading),
            None => format!("{}!{}", self.sheet(), self.heading),
        }
    }

    fn is_row(&self, text: &str) -> bool {
        match &self.whose {
            Whose::Country => false,
            Whose::Region(region) => Region::find(text).is_ok_and(|found| found == *region),
            Whose::Row(key) => normalized(key) == normalized(text),
        }
    }

    fn is_called(&self, text: &str) -> bool {
        normalized(&self.heading) == normalized(text)
    }

    /// Whether the parts after the sheet are of it.
    fn fits(&self, parts: &[&str]) -> bool {
        match parts {
            [ALL] => true,
            [one] => {
                self.address().eq_ignore_ascii_case(one)
                    || self.is_row(one)
                    || self.whose == Whose::Country && self.is_called(one)
            }
            [one, other] => {
                let both = |row: &str, column: &str| {
                    (row == ALL && self.row().is_some() || self.is_row(row))
                        && (column == ALL || self.is_called(column))
                };
                both(one, other) || both(other, one)
            }
            _ => false,
        }
    }
}

impl<'t> Inputs<'t> {
    /// The numbers of some columns that figures of a trace are read from.
    #[must_use]
    pub fn of(trace: &'t Trace, columns: impl IntoIterator<Item = Column>) -> Self {
        let leaves = trace.cells();
        let of_column = |column: Column| {
            let Column { field, heading, numbers, .. } = column;
            let one = |number: crate::workbook::numbers::Number| {
                let place = number.cell.location.clone();
                let leaves = leaves.get(&place)?.clone();
                let (whose, value, heading) = (number.whose, number.value, heading.clone());
                Some(Input { place, heading, whose, value, field, leaves })
            };
            numbers.into_iter().filter_map(one).collect::<Vec<_>>()
        };
        let all = columns.into_iter().flat_map(of_column).collect();
        Self { trace, all }
    }

    /// All, in the order of the workbooks and their sheets.
    pub fn iter(&self) -> impl Iterator<Item = &Input> {
        self.all.iter()
    }

    /// The figures that are read from a number which may be more or less without other figures coming about or going.
    pub fn sizes(&self) -> impl Iterator<Item = FigureId> {
        self.all.iter().filter(|one| one.is_a_size()).flat_map(|one| one.leaves.iter().copied())
    }

    /// The numbers that are meant by a figure's name, or by a place: `Blad!Uppgift`, `Blad!Rad`, `Blad!Rad!Kolumn`,
    /// `Blad!C14`, each also after `arbetsbok.xlsx!`. Several only where `*` stands for all rows or columns.
    ///
    /// # Errors
    /// If there is none, or several are called so.
    pub fn find(&self, asked: &str) -> Result<Vec<&Input>, Message> {
        // As the program itself writes places, and as formulas do.
        let asked = asked.replace('›', "!").replace('$', "");
        let asked = asked.trim();
        if !asked.contains('!') {
            return self.named(asked);
        }
        let parts: Vec<_> = asked.split('!').map(str::trim).collect();
        let (file, rest) = match parts.as_slice() {
            [file, rest @ ..] if file.to_lowercase().ends_with(".xlsx") => (Some(*file), rest),
            all => (None, all),
        };
        let [sheet, rest @ ..] = rest else { return Err(say::no_place(&words::quoted(asked))) };
        let of_file =
            |one: &&Input| file.is_none_or(|file| one.place.file.eq_ignore_ascii_case(file));
        let on_sheet: Vec<_> = self
            .all
            .iter()
            .filter(|one| of_file(one) && normalized(one.sheet()) == normalized(sheet))
            .collect();
        if on_sheet.is_empty() {
            let sheets = self.all.iter().filter(of_file).map(Input::sheet);
            return Err(say::no_sheet(&words::quoted(*sheet), &near(sheet, sheets)));
        }
        let found: Vec<_> = on_sheet.iter().copied().filter(|one| one.fits(rest)).collect();
        if found.is_empty() {
            let last = rest.last().copied().unwrap_or_default();
            let names =
                on_sheet.iter().flat_map(|one| one.row().into_iter().chain([one.heading.as_str()]));
            return Err(say::not_on_sheet(
                &words::quoted(rest.join("!").as_str()),
                &words::quoted(*sheet),
                &near(last, names),
            ));
        }
        // Of a row, what is named as its sheet is goes before other columns.
        let own: Vec<_> = found.iter().copied().filter(|one| one.is_called(sheet)).collect();
        if let ([row], [one]) = (rest, own.as_slice())
            && one.is_row(row)
        {
            return Ok(vec![*one]);
        }
        let files: BTreeSet<_> = found.iter().map(|one| one.place.file.as_str()).collect();
        if files.len() > 1 && rest.contains(&ALL) {
            let ways = files.iter().map(|file| format!("\n  {file}!{asked}"));
            return Err(say::several(&words::quoted(asked), &ways.collect::<String>()));
        }
        if found.len() > 1 && !rest.contains(&ALL) {
            let way = |one: &&Input| {
                let file =
                    if files.len() > 1 { format!("{}!", one.place.file) } else { String::new() };
                format!("\n  {file}{}", one.way())
            };
            let mut ways: Vec<_> = found.iter().take(SHOWN).map(way).collect();
            ways.extend((found.len() > SHOWN).then(|| "\n  …".to_owned()));
            return Err(say::several(&words::quoted(asked), &ways.concat()));
        }
        Ok(found)
    }

    /// The number that a figure of this name is read from.
    fn named(&self, asked: &str) -> Result<Vec<&Input>, Message> {
        let name = asked.to_lowercase();
        let Some(id) = self.trace.find(&name) else {
            let nodes = self.all.iter().flat_map(|one| &one.leaves);
            let names = nodes.map(|id| self.trace.node(*id).name.as_str());
            let mut close: Vec<_> =
                names.map(|other| (strsim::osa_distance(other, &name), other)).collect();
            close.sort_unstable();
            close.dedup();
            let close = close.iter().take(3).map(|(_, name)| format!("\n  {name}"));
            let close = close.collect::<String>();
            return Err(say::no_figure(&words::quoted(asked), &close));
        };
        let found: Vec<_> = self.all.iter().filter(|one| one.leaves.contains(&id)).collect();
        if found.is_empty() {
            return Err(say::no_number(&words::quoted(asked)));
        }
        Ok(found)
    }
}

/// So many of those that could be meant are shown.
const SHOWN: usize = 8;

/// The one that is perhaps meant, as the end of a message.
fn near<'n>(asked: &str, names: impl IntoIterator<Item = &'n str>) -> Message {
    nearest(asked, names).map_or_else(Message::default, |name| say::is_it(&words::quoted(name)))
}
