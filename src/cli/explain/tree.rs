//! A figure and everything below it as a tree of lines. Each figure is shown in full once.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::cli::messages::explain as say;
use crate::figure::{FigureId, Node, Origin, Trace, formula};
use crate::problem::Language;
use crate::quantity::{Exact, Unit, Value};
use crate::report::trace_file;
use crate::swedish;

/// How many decimals an unrounded value is shown with.
const DECIMALS: u32 = 6;

/// The explanation of a figure, so many steps down.
pub(super) fn text(trace: &Trace, id: FigureId, depth: usize, language: Language) -> String {
    let mut tree =
        Tree { trace, language, shown: Vec::new(), seen: BTreeSet::new(), out: String::new() };
    tree.row(id, ("", ""), depth);
    let mut out = tree.out;
    if !tree.shown.is_empty() {
        let _ = writeln!(out, "\n{}", say::rules().in_language(language));
    }
    for rule in trace_file::rules(trace, tree.shown) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {}\n    {}", rule.id, rule.text);
        for formula in rule.formler {
            let _ = writeln!(out, "    {}", say::formula(&formula).in_language(language));
        }
        let _ = writeln!(out, "    {}", say::source(&rule.kalla).in_language(language));
    }
    let cells = trace.leaves([id]).len();
    let count = swedish::number(&Exact::from(i64::try_from(cells).unwrap_or(i64::MAX)), 0);
    let from = if cells == 1 { say::from_one_cell() } else { say::from_cells(&count) };
    let _ = writeln!(out, "\n{}", from.in_language(language));
    out
}

struct Tree<'a> {
    trace: &'a Trace,
    language: Language,
    /// The derived figures shown, in that order.
    shown: Vec<FigureId>,
    seen: BTreeSet<FigureId>,
    out: String,
}

impl Tree<'_> {
    /// A figure's line and, below it, what it was derived from. `branch` stands before its own line,
    /// `under` before those below.
    fn row(&mut self, id: FigureId, (branch, under): (&str, &str), depth: usize) {
        let node = self.trace.node(id);
        let _ = write!(self.out, "{branch}{} = {}", node.name, value(node));
        match &node.origin {
            Origin::Cell(cell) => {
                let evidence = &cell.evidence;
                let per = evidence.as_of.map(|day| say::as_of(&day)).unwrap_or_default();
                let per = per.in_language(self.language);
                let _ = writeln!(
                    self.out,
                    "  ← {} ({}{per}; {})",
                    cell.location,
                    evidence.source,
                    node.status.name()
                );
            }
            Origin::Rule { rule, expr } => {
                let _ = write!(self.out, "  [{}; {}]", rule.id, node.status.name());
                if !self.seen.insert(id) {
                    let above = say::shown_above();
                    let _ = writeln!(self.out, " {}", above.in_language(self.language));
                    return;
                }
                self.shown.push(id);
                let deeper = depth.checked_sub(1);
                self.out.push_str(if deeper.is_some() { "\n" } else { " …\n" });
                if branch.is_empty() {
                    let formula = formula::formula(self.trace, expr);
                    let _ = writeln!(self.out, "= {formula}");
                }
                if let Some(depth) = deeper {
                    self.child(&self.trace.operands(id), under, depth);
                }
            }
        }
    }

    fn child(&mut self, inputs: &[FigureId], under: &str, depth: usize) {
        let last = inputs.len().saturating_sub(1);
        for (place, id) in inputs.iter().enumerate() {
            let (branch, dash) =
                if place == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let (branch, under) = (format!("{under}{branch}"), format!("{under}{dash}"));
            self.row(*id, (&branch, &under), depth);
        }
    }
}

/// The value with its unit; `≈` where the decimals shown are not all there are.
fn value(node: &Node) -> String {
    let exact = match &node.value {
        Value::Datum(day) => return day.to_string(),
        Value::Integer(integer) => Exact::from(*integer),
        Value::Exact(exact) => exact.clone(),
    };
    let number = swedish::short_number(&exact, DECIMALS);
    let scale = Exact::from(10_i64.pow(DECIMALS));
    let whole = (&exact * &scale).integer().is_some();
    let approximately = if whole { "" } else { "≈ " };
    match node.unit {
        // A year is a count too, but is not written with a space in it.
        Unit::Antal => format!("{approximately}{}", number.replace(swedish::NO_BREAK_SPACE, "")),
        Unit::Andel => format!("{approximately}{number}"),
        unit => format!("{approximately}{number} {}", unit.name()),
    }
}
