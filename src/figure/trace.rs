//! The trace: every figure of a run, in the order they came about.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::evidence::{CellRef, Sourced, Status};
use super::expr::{Figure, Operand, Results};
use super::function::Function;
use super::op::{CallId, FigureId, Op};
use super::value::{self, Known};
use crate::problem::Location;
use crate::quantity::{Quantity, Unit, Value};

/// A rule: the sentence that says how a figure comes about, and where the rule comes from. Its formula
/// is that of the expressions it is used with ([`super::formula`]).
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A stable id: `lakemedel.statsbidrag`.
    pub id: &'static str,
    /// What it does, in one Swedish sentence.
    pub text: &'static str,
    /// The agreement, decision or statute the rule is taken from: of the year that is computed, where the run names
    /// it ([`Trace::name_source`]).
    pub source: &'static str,
}

/// A step of a calculation: rules that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// What it finds, as the heading of its rules in REGLER.md has it: `Behovsmodellen`.
    pub title: &'static str,
    /// Its rules, in the order they are explained.
    pub rules: &'static [&'static Rule],
}

/// What a figure is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// `bidrag.år.region.namn`, or `bidrag.år.riket.namn` for the country: public, and used once.
    pub id: String,
    /// In words, without region and year, as a formula says it: `nettobeloppet`.
    pub label: &'static str,
}

impl From<String> for Name {
    fn from(id: String) -> Self {
        Self { id, label: "" }
    }
}

/// Where a node's value came from.
pub enum Origin {
    /// Read from a cell.
    Cell(CellRef),
    /// Derived by a rule: an expression over figures that were there before.
    Rule {
        /// The rule.
        rule: &'static Rule,
        /// What it does.
        expr: Op,
    },
}

/// One named figure.
pub struct Node {
    /// Its public name.
    pub name: String,
    /// The same in words; empty where nobody has given any.
    pub label: &'static str,
    /// The unit.
    pub unit: Unit,
    /// The value, unrounded.
    pub value: Value,
    /// How it came about.
    pub origin: Origin,
    /// The weakest status among its leaves.
    pub status: Status,
}

impl Node {
    /// The cell it was read from; none if it was derived.
    #[must_use]
    pub fn cell(&self) -> Option<&CellRef> {
        match &self.origin {
            Origin::Cell(cell) => Some(cell),
            Origin::Rule { .. } => None,
        }
    }

    /// The rule it was derived by; none if it was read from a cell.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule> {
        match &self.origin {
            Origin::Cell(_) => None,
            Origin::Rule { rule, .. } => Some(rule),
        }
    }
}

/// A function applied to arguments.
#[derive(Debug)]
pub struct Call {
    /// The function.
    pub function: &'static Function,
    /// Its arguments, each a list.
    pub arguments: Vec<Vec<Op>>,
    /// What it gave.
    results: Vec<Value>,
}

/// Every figure of a run, in the order they came about. Only ever appended to.
#[derive(Debug, Default)]
pub struct Trace {
    nodes: Vec<Node>,
    calls: Vec<Call>,
    names: BTreeMap<String, FigureId>,
    sources: BTreeMap<&'static str, String>,
}

impl Trace {
    /// An empty trace.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says which text a source of rules is in this run: the agreement or decision of its year.
    pub fn name_source(&mut self, source: &'static str, text: String) {
        self.sources.insert(source, text);
    }

    /// Where a rule is taken from, in this run.
    #[must_use]
    pub fn source_of(&self, rule: &Rule) -> &str {
        self.sources.get(rule.source).map_or(rule.source, String::as_str)
    }

    /// Adds a figure read from a cell.
    ///
    /// # Panics
    /// If the name is taken: a bug.
    pub fn leaf<T: Quantity>(&mut self, name: impl Into<Name>, read: Sourced<T>) -> Figure<T> {
        let Name { id: name, label } = name.into();
        let status = read.cell.evidence.status;
        let (unit, value) = (T::UNIT, read.value.to_value());
        let origin = Origin::Cell(read.cell);
        let id = self.push(Node { name, label, unit, value, origin, status });
        Figure { value: read.value, id }
    }

    /// Adds a figure that a rule finds by an expression over figures of this trace.
    ///
    /// # Panics
    /// If the name is taken, or the expression cannot be computed (a division by zero, an amount beyond
    /// whole kronor): bugs.
    pub fn define<O: Operand>(
        &mut self,
        rule: &'static Rule,
        name: impl Into<Name>,
        expr: O,
    ) -> Figure<O::Of> {
        let Name { id: name, label } = name.into();
        let (expr, unit) = (expr.op(), O::Of::UNIT);
        let value = value::value(&expr, self);
        let value = unit.shape(value.unwrap_or_else(|| panic!("{name} cannot be computed")));
        let status = self.weakest(&self.operands_of(&expr));
        let typed = O::Of::from_value(&value);
        let origin = Origin::Rule { rule, expr };
        let id = self.push(Node { name, label, unit, value, origin, status });
        Figure { value: typed, id }
    }

    /// Applies a named function to arguments, each a list; the results are of one quantity.
    ///
    /// # Panics
    /// If it has no results for them: a bug, since the checks refuse what could not be computed.
    pub fn call<T: Quantity>(
        &mut self,
        function: &'static Function,
        arguments: Vec<Vec<Op>>,
    ) -> Results<T> {
        let results = value::call(function, &arguments, self);
        let results =
            results.unwrap_or_else(|| panic!("{function:?} has no results for {arguments:?}"));
        let (id, len) = (CallId(self.calls.len()), results.len());
        self.calls.push(Call { function, arguments, results });
        Results::new(id, len)
    }

    /// The node of a figure.
    ///
    /// # Panics
    /// If it is another trace's: a bug.
    #[must_use]
    pub fn node(&self, id: FigureId) -> &Node {
        self.nodes.get(id.0).unwrap_or_else(|| panic!("figure {} belongs to another trace", id.0))
    }

    /// A function as it was applied.
    ///
    /// # Panics
    /// If it is another trace's: a bug.
    #[must_use]
    pub fn applied(&self, id: CallId) -> &Call {
        self.calls.get(id.0).unwrap_or_else(|| panic!("call {} belongs to another trace", id.0))
    }

    /// All functions as they were applied, oldest first.
    #[must_use]
    pub fn calls(&self) -> impl ExactSizeIterator<Item = (CallId, &Call)> {
        self.calls.iter().enumerate().map(|(place, call)| (CallId(place), call))
    }

    /// The figure with this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<FigureId> {
        self.names.get(name).copied()
    }

    /// All figures, oldest first.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FigureId, &Node)> {
        self.nodes.iter().enumerate().map(|(place, node)| (FigureId(place), node))
    }

    /// The figures that were read from each cell.
    #[must_use]
    pub fn cells(&self) -> BTreeMap<&Location, Vec<FigureId>> {
        let mut cells: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, node) in self.iter() {
            if let Some(cell) = node.cell() {
                cells.entry(&cell.location).or_default().push(id);
            }
        }
        cells
    }

    /// The figures a figure was derived from, each once, in the order its expression names them; none
    /// for a leaf.
    #[must_use]
    pub fn operands(&self, id: FigureId) -> Vec<FigureId> {
        match &self.node(id).origin {
            Origin::Cell(_) => Vec::new(),
            Origin::Rule { expr, .. } => self.operands_of(expr),
        }
    }

    /// The figures an expression names, each once, in order.
    pub(super) fn operands_of(&self, expr: &Op) -> Vec<FigureId> {
        let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
        self.gather(expr, &mut |id| {
            if seen.insert(id) {
                found.push(id);
            }
        });
        found
    }

    fn gather(&self, expr: &Op, visit: &mut dyn FnMut(FigureId)) {
        match expr {
            Op::Figure(id) => visit(*id),
            Op::Result(call, _) => {
                for argument in self.applied(*call).arguments.iter().flatten() {
                    self.gather(argument, visit);
                }
            }
            other => other.parts(&mut |part| self.gather(part, visit)),
        }
    }

    fn weakest(&self, ids: &[FigureId]) -> Status {
        let statuses = ids.iter().map(|id| self.node(*id).status);
        statuses.max().unwrap_or(Status::Faststalld)
    }

    /// The cells a set of figures rests on.
    #[must_use]
    pub fn leaves(&self, ids: impl IntoIterator<Item = FigureId>) -> BTreeSet<FigureId> {
        let mut all = self.all_under(ids.into_iter().collect());
        all.retain(|id| self.node(*id).rule().is_none());
        all
    }

    /// A figure and everything it was derived from. Older figures sort first, so each comes after those
    /// it was derived from.
    #[must_use]
    pub fn under(&self, id: FigureId) -> BTreeSet<FigureId> {
        self.all_under(vec![id])
    }

    fn all_under(&self, mut todo: Vec<FigureId>) -> BTreeSet<FigureId> {
        let mut seen = BTreeSet::new();
        while let Some(id) = todo.pop() {
            if seen.insert(id) {
                todo.extend(self.operands(id));
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

impl Known for Trace {
    fn figure(&self, id: FigureId) -> Option<&Value> {
        Some(&self.node(id).value)
    }
    fn results(&self, id: CallId) -> Option<&[Value]> {
        Some(&self.applied(id).results)
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell(cell) => write!(f, "{}", cell.location),
            Self::Rule { rule, expr } => write!(f, "{} = {expr:?}", rule.id),
        }
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {:?} {} ({})", self.name, self.value, self.unit.name(), self.status.name())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Evidence, count, round, sum};
    use super::*;
    use crate::problem::Location;
    use crate::quantity::{Exact, HelaKronor, Kronor};

    static HALF: Rule = Rule { id: "test.halva", text: "Hälften.", source: "provet" };

    fn leaf(trace: &mut Trace, name: &str, value: i64, status: Status) -> Figure<HelaKronor> {
        let evidence = Evidence {
            item: name.into(),
            source: "provet".into(),
            as_of: None,
            status,
            confirmed_by: None,
        };
        let cell = CellRef { location: Location::file("prov.xlsx"), evidence: Arc::new(evidence) };
        trace.leaf(name.to_owned(), Sourced { value: HelaKronor::from_integer(value), cell })
    }

    #[test]
    fn a_derived_figure_has_the_weakest_status_and_computes_again() {
        let mut trace = Trace::new();
        let a = leaf(&mut trace, "a", 3, Status::Faststalld);
        let b = leaf(&mut trace, "b", 4, Status::Exempel);
        let half = trace.define(&HALF, "halva".to_owned(), (&a + &b).exact() / count(2));
        assert_eq!(half.value, Kronor::new(Exact::fraction(7, 2)));
        assert_eq!(trace.node(half.id).status, Status::Exempel);
        assert_eq!(trace.evaluate(half.id), half.value.to_value());
        assert_eq!(trace.leaves([half.id]), BTreeSet::from([a.id, b.id]));
        let whole = trace.define(&HALF, "hel".to_owned(), round(&half));
        assert_eq!(whole.value, HelaKronor::from_integer(4));
        assert_eq!(trace.operands(whole.id), [half.id]);
    }

    #[test]
    fn a_sum_of_nothing_is_zero_and_rests_on_nothing() {
        let mut trace = Trace::new();
        let parts: Vec<Figure<HelaKronor>> = Vec::new();
        let none = trace.define(&HALF, "inget".to_owned(), sum(&parts));
        assert_eq!(none.value, HelaKronor::from_integer(0));
        assert!(trace.leaves([none.id]).is_empty(), "there are none");
    }

    #[test]
    #[should_panic(expected = "two figures named a")]
    fn a_name_is_used_once() {
        let mut trace = Trace::new();
        leaf(&mut trace, "a", 1, Status::Faststalld);
        leaf(&mut trace, "a", 2, Status::Faststalld);
    }
}
