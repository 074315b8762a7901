//! Which figure stands in which cell: a sheet for the inputs and one for each step, a row for each kind of figure, a
//! column for each region or other recipient.

use std::collections::{BTreeMap, BTreeSet};

use super::Calculation;
use super::formula::Writer;
use super::functions::{self, Help};
use super::write::{decimal, plain};
use crate::figure::{CallId, FigureId, Op, Origin, Rule, Step, Trace, formula, value};
use crate::quantity::{Exact, Unit};
use crate::region::Region;

/// The country, as figures are named.
pub(super) const COUNTRY: &str = "riket";
/// The sheet of the inputs: the first of the plan.
pub(super) const INPUTS: &str = "Indata";
/// The row of the headings, from 0: caption, what it is, status and an empty row above.
pub(super) const HEADINGS: u32 = 4;
/// The columns before those of the recipients.
pub(super) const BEFORE: u16 = 2;
/// How long the name of a sheet may be.
const LONGEST_NAME: usize = 31;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Content {
    /// A figure.
    Figure(FigureId),
    /// What a figure is before its rounding.
    Unrounded(FigureId),
    /// What a function needs on the way, for one of those it is about.
    Part(CallId, Help, usize),
    /// What a function needs on the way, for all of them.
    Whole(CallId, Help),
}

/// Where a cell is: the sheet's place in the plan, and row and column from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellAt {
    /// The sheet.
    pub sheet: usize,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

/// A row: one kind of figure, for those that have it.
#[derive(Debug)]
pub(super) struct Row {
    /// What it is, for people.
    pub(super) label: String,
    /// The figures' name, with `*` in place of whose it is.
    pub(super) name: String,
    /// The unit.
    pub(super) unit: Unit,
    /// The rule the figures are found by; none of inputs.
    pub(super) rule: Option<&'static Rule>,
    /// What is said of a row that only helps on the way.
    pub(super) help: Option<&'static str>,
    /// What stands there, by whose it is.
    pub(super) cells: BTreeMap<usize, Content>,
}

/// A sheet of the calculation.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// What it finds.
    pub(super) title: String,
    /// Whose columns there are, by their places in the plan.
    pub(super) columns: Vec<usize>,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

/// What tells rows apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Figures { name: String, rule: &'static str },
    Unrounded { name: String, rule: &'static str },
    Help(CallId, Help),
}

/// Which figure stands in which cell.
#[derive(Debug)]
pub struct Plan<'a> {
    pub(super) trace: &'a Trace,
    /// Whose columns there are: as figures are named, and as it is headed.
    pub(super) holders: Vec<(String, String)>,
    pub(super) sheets: Vec<Sheet>,
    /// The figures that others are rounded from.
    pub(super) rounded: BTreeSet<FigureId>,
    /// What stands in the cells that help a function, exactly.
    pub(super) helping: BTreeMap<Content, Exact>,
    at: BTreeMap<Content, CellAt>,
}

/// A figure's name in two: whose it is, and the rest with `*` in its place.
fn parted(name: &str) -> (&str, String) {
    let mut parts = name.splitn(4, '.');
    let mut next = || parts.next().unwrap_or_default();
    let (grant, year, whose, figure) = (next(), next(), next(), next());
    (whose, format!("{grant}.{year}.*.{figure}"))
}

impl<'a> Plan<'a> {
    /// The plan of a calculation.
    #[must_use]
    pub fn of(calculation: &Calculation<'a>) -> Self {
        let trace = calculation.trace;
        let ids = trace.all_under(calculation.roots.clone());
        let mut builder = Builder::new(trace, calculation, &ids);
        for id in &ids {
            builder.add(*id);
        }
        builder.finish()
    }

    /// Where something stands.
    ///
    /// # Panics
    /// If it stands nowhere: a bug.
    pub(super) fn at(&self, content: Content) -> CellAt {
        *self.at.get(&content).unwrap_or_else(|| panic!("{content:?} has no cell"))
    }

    /// The same; none if it stands nowhere.
    pub(super) fn get(&self, content: Content) -> Option<CellAt> {
        self.at.get(&content).copied()
    }

    /// All that stands somewhere.
    pub(super) fn contents(&self) -> impl Iterator<Item = Content> {
        self.at.keys().copied()
    }

    /// What stands somewhere, as a file has it.
    pub(super) fn result(&self, content: Content) -> String {
        match content {
            Content::Figure(id) => plain(&self.trace.node(id).value),
            Content::Unrounded(id) => {
                let (_, inner) = Writer { plan: self, sheet: 0 }.unrounded(id);
                value(inner, self.trace).as_ref().map(plain).unwrap_or_default()
            }
            help => self.helping.get(&help).map(decimal).unwrap_or_default(),
        }
    }

    /// Where each figure stands, by its name: the sheet's name, and row and column from 0.
    pub fn figures(&self) -> impl Iterator<Item = (&str, &str, CellAt)> {
        self.at.iter().filter_map(|(content, at)| {
            let Content::Figure(id) = content else { return None };
            let sheet = self.sheets.get(at.sheet)?;
            Some((self.trace.node(*id).name.as_str(), sheet.name.as_str(), *at))
        })
    }

    /// The heading of a column.
    pub(super) fn heading(&self, holder: usize) -> &str {
        self.holders.get(holder).map_or("", |(_, heading)| heading)
    }

    /// The recipients that have columns, by their places; not the country.
    pub(super) fn recipients(&self) -> impl Iterator<Item = usize> {
        let is_one =
            |holder: &usize| self.holders.get(*holder).is_some_and(|(id, _)| id != COUNTRY);
        (0..self.holders.len()).filter(is_one)
    }
}

struct Builder<'a> {
    trace: &'a Trace,
    steps: Vec<Step>,
    holders: Vec<(String, String)>,
    whose: BTreeMap<(CallId, usize), usize>,
    sheets: Vec<Vec<(Key, Row)>>,
    rows: Vec<BTreeMap<Key, usize>>,
}

impl<'a> Builder<'a> {
    fn new(trace: &'a Trace, calculation: &Calculation<'a>, ids: &BTreeSet<FigureId>) -> Self {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        let mut others = Vec::new();
        for id in ids {
            let (whose, _) = parted(&trace.node(*id).name);
            let is_known = whose == COUNTRY || Region::by_code(whose).is_some();
            if found.insert(whose) && !is_known {
                let heading = calculation.names.get(whose).map_or(whose, String::as_str);
                others.push((whose.to_owned(), heading.to_owned()));
            }
        }
        let country = (COUNTRY.to_owned(), "Riket".to_owned());
        let region = |region: Region| (region.id().to_owned(), region.short_name().to_owned());
        let regions = Region::all().map(region).filter(|(id, _)| found.contains(id.as_str()));
        let holders: Vec<_> = std::iter::once(country).chain(regions).chain(others).collect();
        let steps = calculation.steps.clone();
        let sheets = steps.len() + 1;
        let mut builder = Self {
            trace,
            steps,
            holders,
            whose: BTreeMap::new(),
            sheets: (0..sheets).map(|_| Vec::new()).collect(),
            rows: vec![BTreeMap::new(); sheets],
        };
        for id in ids {
            builder.note(*id);
        }
        builder
    }

    /// Whose a figure is.
    fn holder(&self, id: FigureId) -> usize {
        let (whose, _) = parted(&self.trace.node(id).name);
        self.holders.iter().position(|(own, _)| own == whose).unwrap_or(0)
    }

    /// Notes whose the results of functions are that a figure is made of.
    fn note(&mut self, id: FigureId) {
        if let Origin::Rule { expr, .. } = &self.trace.node(id).origin {
            let mut results = Vec::new();
            gather(expr, &mut results);
            let holder = self.holder(id);
            for result in results {
                self.whose.entry(result).or_insert(holder);
            }
        }
    }

    fn add(&mut self, id: FigureId) {
        let node = self.trace.node(id);
        let (holder, (_, name)) = (self.holder(id), parted(&node.name));
        let label = capital(&formula::label(self.trace, id));
        let row = |label, help| {
            let (unit, rule) = (node.unit, node.rule());
            Row { label, name: name.clone(), unit, rule, help, cells: BTreeMap::new() }
        };
        let Origin::Rule { rule, expr } = &node.origin else {
            let key = Key::Figures { name: name.clone(), rule: "" };
            return self.put(0, key, row(label, None), (holder, Content::Figure(id)));
        };
        let own = |step: &Step| step.rules.iter().any(|one| one.id == rule.id);
        let sheet = self.steps.iter().position(own).map_or(self.steps.len(), |place| place + 1);
        let mut results = Vec::new();
        gather(expr, &mut results);
        for (call, _) in results {
            self.help(sheet, call, id, &row(String::new(), None));
        }
        if super::formula::rounded_on_the_way(expr).is_some() {
            let key = Key::Unrounded { name: name.clone(), rule: rule.id };
            let before = format!("{label}, före avrundning");
            let mut helping = row(before, Some("Avrundas på raden nedanför."));
            helping.unit = unrounded(node.unit);
            self.put(sheet, key, helping, (holder, Content::Unrounded(id)));
        }
        let key = Key::Figures { name: name.clone(), rule: rule.id };
        self.put(sheet, key, row(label, None), (holder, Content::Figure(id)));
    }

    /// The rows that a function needs on the way, once for all it is about.
    fn help(&mut self, sheet: usize, call: CallId, id: FigureId, like: &Row) {
        let applied = self.trace.applied(call);
        let done = |own: &Self, help| {
            own.rows.iter().any(|rows| rows.contains_key(&Key::Help(call, help)))
        };
        for help in functions::needed(applied) {
            if done(self, *help) {
                continue;
            }
            let kind = help.kind();
            let parts = applied.arguments.first().map_or(0, Vec::len);
            let row = |own: &Row| Row {
                label: format!("{}: {}", capital(&formula::label(self.trace, id)), kind.label),
                name: own.name.clone(),
                unit: kind.unit.unwrap_or(unrounded(own.unit)),
                rule: own.rule,
                help: Some(kind.says),
                cells: BTreeMap::new(),
            };
            let row = row(like);
            let key = Key::Help(call, *help);
            if kind.of_all {
                self.put(sheet, key, row, (0, Content::Whole(call, *help)));
                continue;
            }
            let mut row = Some(row);
            for place in 0..parts {
                let holder = self.whose.get(&(call, place)).copied();
                let holder =
                    holder.unwrap_or_else(|| panic!("result {place} of {call:?} is nobody's"));
                let row = row.take().unwrap_or_else(|| Row {
                    label: String::new(),
                    name: String::new(),
                    unit: Unit::Antal,
                    rule: None,
                    help: None,
                    cells: BTreeMap::new(),
                });
                self.put(sheet, key.clone(), row, (holder, Content::Part(call, *help, place)));
            }
        }
    }

    fn put(&mut self, sheet: usize, key: Key, row: Row, (holder, content): (usize, Content)) {
        let (Some(rows), Some(known)) = (self.sheets.get_mut(sheet), self.rows.get_mut(sheet))
        else {
            panic!("a rule of no step");
        };
        let place = *known.entry(key.clone()).or_insert_with(|| {
            rows.push((key, row));
            rows.len() - 1
        });
        if let Some((_, row)) = rows.get_mut(place) {
            row.cells.insert(holder, content);
        }
    }

    fn finish(self) -> Plan<'a> {
        let titles: Vec<_> = self.steps.iter().map(|step| step.title).collect();
        let mut sheets: Vec<Sheet> = Vec::new();
        for (place, rows) in self.sheets.into_iter().enumerate() {
            if rows.is_empty() {
                continue;
            }
            let title = match place.checked_sub(1) {
                None => INPUTS,
                Some(step) => titles.get(step).copied().unwrap_or_default(),
            };
            let number = sheets.len();
            let name = if place == 0 { title.to_owned() } else { format!("{number} {title}") };
            let mut rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
            tell_apart(&mut rows);
            let columns: BTreeSet<_> =
                rows.iter().flat_map(|row| row.cells.keys().copied()).collect();
            let name = name.chars().filter(|sign| !"[]:*?/\\'".contains(*sign));
            let name = short(&name.collect::<String>());
            let columns = columns.into_iter().collect();
            sheets.push(Sheet { name, title: title.to_owned(), columns, rows });
        }
        let (mut at, mut rounded) = (BTreeMap::new(), BTreeSet::new());
        for (sheet, page) in sheets.iter().enumerate() {
            for (row, own) in (HEADINGS + 1..).zip(&page.rows) {
                for (column, holder) in (BEFORE..).zip(&page.columns) {
                    if let Some(content) = own.cells.get(holder) {
                        if let Content::Figure(id) = content
                            && let Origin::Rule { expr, .. } = &self.trace.node(*id).origin
                        {
                            super::control::rounded_from(expr, &mut rounded);
                        }
                        at.insert(*content, CellAt { sheet, row, column });
                    }
                }
            }
        }
        let calls: BTreeSet<_> = at
            .keys()
            .filter_map(|content| match content {
                Content::Part(call, ..) | Content::Whole(call, _) => Some(*call),
                _ => None,
            })
            .collect();
        let helping = calls.into_iter().flat_map(|call| super::help::values(self.trace, call));
        let helping = helping.collect();
        Plan { trace: self.trace, holders: self.holders, sheets, rounded, helping, at }
    }
}

/// Rows of a sheet that are called alike get the figures' own name behind.
fn tell_apart(rows: &mut [Row]) {
    let mut count: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows.iter() {
        count.entry(row.label.clone()).or_default().insert(row.name.clone());
    }
    for row in rows {
        if count.get(&row.label).is_some_and(|names| names.len() > 1) {
            let own = row.name.splitn(4, '.').nth(3).unwrap_or_default();
            row.label = format!("{} ({})", row.label, own.replace('_', " "));
        }
    }
}

/// A name as long as a sheet's may be, cut between words.
fn short(name: &str) -> String {
    let cut: String = name.chars().take(LONGEST_NAME).collect();
    let is_whole = cut.len() == name.len();
    let end = cut.rfind(' ').filter(|_| !is_whole).unwrap_or(cut.len());
    cut.get(..end).unwrap_or(&cut).trim().to_owned()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The unit of a number before it is made whole.
fn unrounded(unit: Unit) -> Unit {
    match unit {
        Unit::HelaKronor => Unit::Kronor,
        Unit::Antal => Unit::Vikt,
        other => other,
    }
}

/// The results of functions in an expression.
pub(super) fn gather(op: &Op, found: &mut Vec<(CallId, usize)>) {
    match op {
        Op::Result(call, place) => found.push((*call, *place)),
        other => other.parts(&mut |part| gather(part, found)),
    }
}
