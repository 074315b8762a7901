//! Figures and their provenance: every amount the program states is a named node in a [`Trace`].
//!
//! A leaf is a cell of a workbook. Every other figure was derived by a [`Rule`] from figures that
//! were there before it, by a plain `fn` that sees nothing but their values; so the trace can
//! evaluate any figure again from its leaves, and say which cells it rests on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::problem::Location;
use crate::quantity::{Quantity, Unit, Value};
use crate::region::{PerRegion, Region};

/// How sure an input is, strongest first. A derived figure has the weakest of its leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Decided or published.
    Faststalld,
    /// An input that was reconstructed from published figures.
    Harledd,
    /// May still change.
    Preliminar,
    /// Made up, to show how the document will look.
    Exempel,
    /// No source has confirmed it.
    EjBekraftad,
}

impl Status {
    /// All, strongest first.
    pub const ALLA: [Self; 5] =
        [Self::Faststalld, Self::Harledd, Self::Preliminar, Self::Exempel, Self::EjBekraftad];

    /// The word written in workbooks, JSON and documents.
    #[must_use]
    pub fn namn(self) -> &'static str {
        match self {
            Self::Faststalld => "fastställd",
            Self::Harledd => "härledd",
            Self::Preliminar => "preliminär",
            Self::Exempel => "exempel",
            Self::EjBekraftad => "ej bekräftad",
        }
    }

    /// The status with this word; case and surrounding space do not matter.
    #[must_use]
    pub fn hitta(text: &str) -> Option<Self> {
        let sokt = text.trim().to_lowercase();
        Self::ALLA.into_iter().find(|status| status.namn() == sokt)
    }
}

/// What a cell rests on: where the number was taken from, for when it holds, how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Underlag {
    /// What the input is called in the workbook (column or row heading).
    pub uppgift: String,
    /// The published source: document, diarienummer or table.
    pub kalla: String,
    /// The date the value holds for, where the input has one.
    pub per_datum: Option<NaiveDate>,
    /// How sure it is.
    pub status: Status,
    /// Who confirmed it (a role), where someone has.
    pub bekraftad_av: Option<String>,
}

/// A cell a value was read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// File, sheet and address.
    pub location: Location,
    /// What the cell rests on; shared by the cells of a column.
    pub underlag: Arc<Underlag>,
}

/// A value as read, with the cell it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cellvarde<T> {
    /// The value.
    pub value: T,
    /// The cell.
    pub cell: CellRef,
}

impl<T> Cellvarde<T> {
    /// The same cell with its value read as something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Cellvarde<U> {
        Cellvarde { value: make(self.value), cell: self.cell }
    }
}

/// A rule: the sentence that says how a figure comes about, and where the rule comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A stable id: `lakemedel.statsbidrag`.
    pub id: &'static str,
    /// What it does, in one Swedish sentence.
    pub text: &'static str,
    /// The agreement, decision or statute the rule is taken from.
    pub kalla: &'static str,
}

/// A figure's place in its trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(usize);

/// A value together with its place in the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// The node.
    pub id: FigureId,
}

/// Where a node's value came from.
pub enum Ursprung {
    /// Read from a cell.
    Cell(CellRef),
    /// Derived by a rule from other figures, in the order the rule takes them.
    Regel {
        /// The rule.
        rule: &'static Rule,
        /// The figures it was given.
        inputs: Vec<FigureId>,
        /// Computes the value again from the inputs' values.
        evaluate: Evaluate,
    },
}

/// Computes a node's value from the values a lookup gives.
pub type Evaluate = Box<dyn Fn(&dyn Fn(FigureId) -> Value) -> Value + Send + Sync>;

/// One named figure.
pub struct Node {
    /// `bidrag.år.region.namn`, or `bidrag.år.riket.namn` for the country.
    pub name: String,
    /// The unit.
    pub unit: Unit,
    /// The value, unrounded.
    pub value: Value,
    /// How it came about.
    pub ursprung: Ursprung,
    /// The weakest status among its leaves.
    pub status: Status,
}

impl Node {
    /// The rule it was derived by; none if it was read from a cell.
    #[must_use]
    pub fn regel(&self) -> Option<&'static Rule> {
        match &self.ursprung {
            Ursprung::Cell(_) => None,
            Ursprung::Regel { rule, .. } => Some(rule),
        }
    }
}

/// What a rule may be given: figures, and lists, arrays, per-region sets and tuples of them.
pub trait Inputs: Clone + Send + Sync + 'static {
    /// The same without provenance: what the rule's `fn` takes.
    type Values;
    /// The ids, in order.
    fn ids(&self, into: &mut Vec<FigureId>);
    /// The values, looked up.
    fn values(&self, lookup: &dyn Fn(FigureId) -> Value) -> Self::Values;
}

impl<T: Quantity> Inputs for Figure<T> {
    type Values = T;
    fn ids(&self, into: &mut Vec<FigureId>) {
        into.push(self.id);
    }
    fn values(&self, lookup: &dyn Fn(FigureId) -> Value) -> T {
        T::from_value(&lookup(self.id))
    }
}

impl<I: Inputs> Inputs for Vec<I> {
    type Values = Vec<I::Values>;
    fn ids(&self, into: &mut Vec<FigureId>) {
        for input in self {
            input.ids(into);
        }
    }
    fn values(&self, lookup: &dyn Fn(FigureId) -> Value) -> Self::Values {
        self.iter().map(|input| input.values(lookup)).collect()
    }
}

impl<I: Inputs> Inputs for Option<I> {
    type Values = Option<I::Values>;
    fn ids(&self, into: &mut Vec<FigureId>) {
        if let Some(input) = self {
            input.ids(into);
        }
    }
    fn values(&self, lookup: &dyn Fn(FigureId) -> Value) -> Self::Values {
        self.as_ref().map(|input| input.values(lookup))
    }
}

impl<I: Inputs> Inputs for PerRegion<I> {
    type Values = PerRegion<I::Values>;
    fn ids(&self, into: &mut Vec<FigureId>) {
        for (_, input) in self.iter() {
            input.ids(into);
        }
    }
    fn values(&self, lookup: &dyn Fn(FigureId) -> Value) -> Self::Values {
        self.map(|_, input| input.values(lookup))
    }
}

macro_rules! tuple_inputs {
    ($($part:ident)+) => {
        impl<$($part: Inputs),+> Inputs for ($($part,)+) {
            type Values = ($($part::Values,)+);
            #[expect(non_snake_case, reason = "the macro names a value after its type")]
            fn ids(&self, into: &mut Vec<FigureId>) {
                let ($($part,)+) = self;
                $($part.ids(into);)+
            }
            #[expect(non_snake_case, reason = "the macro names a value after its type")]
            fn values(&self, lookup: &dyn Fn(FigureId) -> Value) -> Self::Values {
                let ($($part,)+) = self;
                ($($part.values(lookup),)+)
            }
        }
    };
}
tuple_inputs!(A B);
tuple_inputs!(A B C);
tuple_inputs!(A B C D);
tuple_inputs!(A B C D E);
tuple_inputs!(A B C D E F);

/// Every figure of a run, in the order they came about. Only ever appended to.
#[derive(Debug, Default)]
pub struct Trace {
    nodes: Vec<Node>,
    names: BTreeMap<String, FigureId>,
}

impl Trace {
    /// An empty trace.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a figure read from a cell.
    ///
    /// # Panics
    /// If the name is taken: a bug.
    pub fn leaf<T: Quantity>(&mut self, name: String, read: Cellvarde<T>) -> Figure<T> {
        let status = read.cell.underlag.status;
        let id = self.push(Node {
            name,
            unit: T::UNIT,
            value: read.value.to_value(),
            ursprung: Ursprung::Cell(read.cell),
            status,
        });
        Figure { value: read.value, id }
    }

    /// Adds a figure derived by a rule. `compute` is a plain `fn`, so that it can use nothing but the
    /// declared inputs.
    ///
    /// # Panics
    /// If the name is taken: a bug.
    pub fn derive<I: Inputs, T: Quantity>(
        &mut self,
        rule: &'static Rule,
        name: String,
        inputs: I,
        compute: fn(I::Values) -> T,
    ) -> Figure<T> {
        let value = compute(inputs.values(&|id| self.node(id).value.clone()));
        self.derived(rule, name, &inputs.clone(), value, move |lookup| {
            compute(inputs.values(lookup))
        })
    }

    /// Adds figures that one rule finds together, one for each name: a pot shared out in whole kronor,
    /// the days of a year's payments.
    ///
    /// # Panics
    /// If a name is taken, or the rule finds another number of values than there are names: bugs.
    #[expect(clippy::needless_pass_by_value, reason = "taken as `derive` takes them")]
    pub fn derive_each<I: Inputs, T: Quantity>(
        &mut self,
        rule: &'static Rule,
        names: Vec<String>,
        inputs: I,
        compute: fn(I::Values) -> Vec<T>,
    ) -> Vec<Figure<T>> {
        let values = compute(inputs.values(&|id| self.node(id).value.clone()));
        assert_eq!(values.len(), names.len(), "{} finds one value for each name", rule.id);
        let named = names.into_iter().zip(values).enumerate();
        named
            .map(|(place, (name, value))| {
                let again = inputs.clone();
                self.derived(rule, name, &inputs, value, move |lookup| {
                    compute(again.values(lookup))
                        .into_iter()
                        .nth(place)
                        .unwrap_or_else(|| panic!("{} lost value {place}", rule.id))
                })
            })
            .collect()
    }

    fn derived<I: Inputs, T: Quantity>(
        &mut self,
        rule: &'static Rule,
        name: String,
        inputs: &I,
        value: T,
        again: impl Fn(&dyn Fn(FigureId) -> Value) -> T + Send + Sync + 'static,
    ) -> Figure<T> {
        let mut ids = Vec::new();
        inputs.ids(&mut ids);
        let status = self.weakest(&ids);
        let evaluate: Evaluate = Box::new(move |lookup| again(lookup).to_value());
        let id = self.push(Node {
            name,
            unit: T::UNIT,
            value: value.to_value(),
            ursprung: Ursprung::Regel { rule, inputs: ids, evaluate },
            status,
        });
        Figure { value, id }
    }

    fn weakest(&self, ids: &[FigureId]) -> Status {
        let statuses = ids.iter().map(|id| self.node(*id).status);
        statuses.max().unwrap_or(Status::Faststalld)
    }

    /// The node of a figure.
    #[must_use]
    pub fn node(&self, id: FigureId) -> &Node {
        self.nodes.get(id.0).unwrap_or_else(|| panic!("figure {} belongs to another trace", id.0))
    }

    /// The figure with this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<FigureId> {
        self.names.get(name).copied()
    }

    /// All figures, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (FigureId, &Node)> {
        self.nodes.iter().enumerate().map(|(place, node)| (FigureId(place), node))
    }

    /// Computes a figure again, from its leaves and nothing else.
    #[must_use]
    pub fn evaluate(&self, id: FigureId) -> Value {
        self.evaluate_with(id, &mut BTreeMap::new())
    }

    fn evaluate_with(&self, id: FigureId, done: &mut BTreeMap<FigureId, Value>) -> Value {
        if let Some(value) = done.get(&id) {
            return value.clone();
        }
        let node = self.node(id);
        let value = match &node.ursprung {
            Ursprung::Cell(_) => node.value.clone(),
            Ursprung::Regel { inputs, evaluate, .. } => {
                for input in inputs {
                    self.evaluate_with(*input, done);
                }
                evaluate(&|input| {
                    done.get(&input)
                        .cloned()
                        .unwrap_or_else(|| panic!("{input:?} was not declared"))
                })
            }
        };
        done.insert(id, value.clone());
        value
    }

    /// The cells a set of figures rests on.
    #[must_use]
    pub fn leaves(&self, ids: impl IntoIterator<Item = FigureId>) -> BTreeSet<FigureId> {
        let mut allt = self.allt_under(ids.into_iter().collect());
        allt.retain(|id| self.node(*id).regel().is_none());
        allt
    }

    /// A figure and everything it was derived from. Older figures sort first, so each comes after those
    /// it was derived from.
    #[must_use]
    pub fn under(&self, id: FigureId) -> BTreeSet<FigureId> {
        self.allt_under(vec![id])
    }

    fn allt_under(&self, mut todo: Vec<FigureId>) -> BTreeSet<FigureId> {
        let mut seen = BTreeSet::new();
        while let Some(id) = todo.pop() {
            if seen.insert(id)
                && let Ursprung::Regel { inputs, .. } = &self.node(id).ursprung
            {
                todo.extend(inputs);
            }
        }
        seen
    }

    fn push(&mut self, node: Node) -> FigureId {
        let id = FigureId(self.nodes.len());
        let taken = self.names.insert(node.name.clone(), id);
        assert!(taken.is_none(), "there are two figures named {}", node.name);
        self.nodes.push(node);
        id
    }
}

/// Names the figures of one grant and year: `lakemedel.2024.skane.statsbidrag`.
#[derive(Clone, Debug)]
pub struct Namn(String);

impl Namn {
    /// The names of a grant's year.
    #[must_use]
    pub fn ny(bidrag: &str, ar: i32) -> Self {
        Self(format!("{bidrag}.{ar}"))
    }

    /// A figure of one region.
    #[must_use]
    pub fn region(&self, region: Region, name: &str) -> String {
        format!("{}.{}.{name}", self.0, region.id())
    }

    /// A figure of the country.
    #[must_use]
    pub fn riket(&self, name: &str) -> String {
        format!("{}.riket.{name}", self.0)
    }
}

impl fmt::Debug for Ursprung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell(cell) => write!(f, "{}", cell.location),
            Self::Regel { rule, inputs, .. } => write!(f, "{} of {inputs:?}", rule.id),
        }
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {:?} {} ({})", self.name, self.value, self.unit.name(), self.status.namn())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Antal, Exakt, HelaKronor, Kronor};

    static HALVA: Rule = Rule { id: "test.halva", text: "Hälften.", kalla: "provet" };

    fn leaf(trace: &mut Trace, name: &str, value: i64, status: Status) -> Figure<HelaKronor> {
        let underlag = Underlag {
            uppgift: name.into(),
            kalla: "provet".into(),
            per_datum: None,
            status,
            bekraftad_av: None,
        };
        let cell = CellRef { location: Location::file("prov.xlsx"), underlag: Arc::new(underlag) };
        trace.leaf(name.into(), Cellvarde { value: HelaKronor::fran_heltal(value), cell })
    }

    #[test]
    fn a_derived_figure_has_the_weakest_status_and_computes_again() {
        let mut trace = Trace::new();
        let a = leaf(&mut trace, "a", 3, Status::Faststalld);
        let b = leaf(&mut trace, "b", 4, Status::Exempel);
        let half = trace.derive(&HALVA, "halva".into(), (a.clone(), b.clone()), |(a, b)| {
            (a + b).exakt() / Antal::fran_heltal(2)
        });
        assert_eq!(half.value, Kronor::ny(Exakt::brak(7, 2)));
        assert_eq!(trace.node(half.id).status, Status::Exempel);
        assert_eq!(trace.evaluate(half.id), half.value.to_value());
        assert_eq!(trace.leaves([half.id]), BTreeSet::from([a.id, b.id]));
    }

    #[test]
    #[should_panic(expected = "two figures named a")]
    fn a_name_is_used_once() {
        let mut trace = Trace::new();
        leaf(&mut trace, "a", 1, Status::Faststalld);
        leaf(&mut trace, "a", 2, Status::Faststalld);
    }
}
