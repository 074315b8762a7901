//! What a trace comes to when cells are changed: only what depends on them is computed.

use super::op::{CallId, FigureId, Op};
use super::trace::{Origin, Trace};
use super::value::{self, Known};
use crate::quantity::Value;

/// What a trace comes to when cells are changed: given new values of leaves, a figure that does not depend
/// on them is what it was, and one that does is computed when it is asked for, with what it needs and
/// nothing more. Made once for a trace, and used for any number of changes.
#[derive(Debug)]
pub struct Evaluator<'a> {
    trace: &'a Trace,
    /// The figures and calls that depend directly on each figure, and the figures on each call.
    figure_dependents: Vec<Vec<Dependent>>,
    call_dependents: Vec<Vec<FigureId>>,
    /// The new values; none where the old one holds, or the new one has not been asked for.
    figures: Vec<New<Value>>,
    calls: Vec<New<Vec<Value>>>,
    touched: Vec<Dependent>,
}

#[derive(Clone, Copy, Debug)]
enum Dependent {
    Figure(FigureId),
    Call(CallId),
}

#[derive(Clone, Debug)]
enum New<T> {
    /// It is what it was.
    Same,
    /// It depends on what was changed, and nobody has asked.
    Unknown,
    /// This is it.
    Known(T),
}

impl<'a> Evaluator<'a> {
    /// An evaluator of a trace, in which nothing is changed.
    #[must_use]
    pub fn new(trace: &'a Trace) -> Self {
        let (figures, calls) = (trace.iter().len(), trace.calls().len());
        let mut evaluator = Self {
            trace,
            figure_dependents: vec![Vec::new(); figures],
            call_dependents: vec![Vec::new(); calls],
            figures: vec![New::Same; figures],
            calls: vec![New::Same; calls],
            touched: Vec::new(),
        };
        for (id, node) in trace.iter() {
            if let Origin::Rule { expr, .. } = &node.origin {
                evaluator.note(expr, Dependent::Figure(id));
            }
        }
        for (id, call) in trace.calls() {
            for argument in call.arguments.iter().flatten() {
                evaluator.note(argument, Dependent::Call(id));
            }
        }
        evaluator
    }

    fn note(&mut self, op: &Op, dependent: Dependent) {
        match (op, dependent) {
            (Op::Figure(id), _) => {
                if let Some(dependents) = self.figure_dependents.get_mut(id.0) {
                    dependents.push(dependent);
                }
            }
            (Op::Result(id, _), Dependent::Figure(figure)) => {
                if let Some(dependents) = self.call_dependents.get_mut(id.0) {
                    dependents.push(figure);
                }
            }
            (Op::Result(..), Dependent::Call(_)) => panic!("a call is not an argument of a call"),
            (other, _) => other.parts(&mut |part| self.note(part, dependent)),
        }
    }

    /// Gives leaves new values, in place of all former changes.
    ///
    /// # Panics
    /// If a figure is no leaf, or a value is not of its unit: bugs.
    pub fn change(&mut self, leaves: impl IntoIterator<Item = (FigureId, Value)>) {
        for dependent in std::mem::take(&mut self.touched) {
            match dependent {
                Dependent::Figure(id) => put(&mut self.figures, id.0, New::Same),
                Dependent::Call(id) => put(&mut self.calls, id.0, New::Same),
            }
        }
        for (id, value) in leaves {
            let node = self.trace.node(id);
            assert!(node.rule().is_none(), "{} is no leaf", node.name);
            self.mark(Dependent::Figure(id));
            put(&mut self.figures, id.0, New::Known(node.unit.shape(value)));
        }
    }

    /// Forgets every value but the leaves': what is asked for is then computed from them and nothing else.
    pub fn forget(&mut self) {
        let derived = self.trace.iter().filter(|(_, node)| node.rule().is_some());
        let derived = derived.map(|(id, _)| Dependent::Figure(id));
        let calls = self.trace.calls().map(|(id, _)| Dependent::Call(id));
        for dependent in derived.chain(calls) {
            self.doubt(dependent);
        }
    }

    /// Marks one thing as to be computed again; whether it was not marked already.
    fn doubt(&mut self, dependent: Dependent) -> bool {
        let fresh = match dependent {
            Dependent::Figure(id) => unknown(&mut self.figures, id.0),
            Dependent::Call(id) => unknown(&mut self.calls, id.0),
        };
        if fresh {
            self.touched.push(dependent);
        }
        fresh
    }

    /// Marks what depends on something, itself included.
    fn mark(&mut self, from: Dependent) {
        let mut todo = vec![from];
        while let Some(dependent) = todo.pop() {
            if !self.doubt(dependent) {
                continue;
            }
            match dependent {
                Dependent::Figure(id) => {
                    todo.extend(self.figure_dependents.get(id.0).into_iter().flatten());
                }
                Dependent::Call(id) => {
                    let dependents = self.call_dependents.get(id.0).into_iter().flatten();
                    todo.extend(dependents.map(|id| Dependent::Figure(*id)));
                }
            }
        }
    }

    /// The figures that depend on what was changed, in no particular order.
    pub fn changed(&self) -> impl Iterator<Item = FigureId> {
        self.touched.iter().filter_map(|dependent| match dependent {
            Dependent::Figure(id) => Some(*id),
            Dependent::Call(_) => None,
        })
    }

    /// A figure's value now.
    ///
    /// # Panics
    /// If the new values leave it none (a division by zero): whoever changes them sees to that.
    pub fn value(&mut self, id: FigureId) -> &Value {
        let name = &self.trace.node(id).name;
        self.known(id).unwrap_or_else(|| panic!("{name} cannot be computed"))
    }

    /// The same; none if the new values leave it none.
    pub fn known(&mut self, id: FigureId) -> Option<&Value> {
        self.find(id)?;
        self.figure(id)
    }

    fn find(&mut self, id: FigureId) -> Option<()> {
        if !matches!(self.figures.get(id.0), Some(New::Unknown)) {
            return Some(());
        }
        let trace = self.trace;
        let node = trace.node(id);
        if let Origin::Rule { expr, .. } = &node.origin {
            self.find_below(expr)?;
            let value = node.unit.fit(value::value(expr, self)?)?;
            put(&mut self.figures, id.0, New::Known(value));
        }
        Some(())
    }

    fn find_below(&mut self, op: &Op) -> Option<()> {
        match op {
            Op::Figure(id) => self.find(*id),
            Op::Result(id, _) if matches!(self.calls.get(id.0), Some(New::Unknown)) => {
                let applied = self.trace.applied(*id);
                for argument in applied.arguments.iter().flatten() {
                    self.find_below(argument)?;
                }
                let results = value::call(applied.function, &applied.arguments, self)?;
                put(&mut self.calls, id.0, New::Known(results));
                Some(())
            }
            other => {
                let mut whole = true;
                other.parts(&mut |part| whole &= self.find_below(part).is_some());
                whole.then_some(())
            }
        }
    }
}

/// Marks a value as not known; whether it was what it had been till then.
fn unknown<T>(values: &mut [New<T>], place: usize) -> bool {
    let fresh = matches!(values.get(place), Some(New::Same));
    if fresh {
        put(values, place, New::Unknown);
    }
    fresh
}

fn put<T>(values: &mut [T], place: usize, value: T) {
    if let Some(slot) = values.get_mut(place) {
        *slot = value;
    }
}

impl Known for Evaluator<'_> {
    fn figure(&self, id: FigureId) -> Option<&Value> {
        match self.figures.get(id.0) {
            Some(New::Known(value)) => Some(value),
            Some(New::Unknown) => None,
            Some(New::Same) | None => self.trace.figure(id),
        }
    }
    fn results(&self, id: CallId) -> Option<&[Value]> {
        match self.calls.get(id.0) {
            Some(New::Known(results)) => Some(results),
            Some(New::Unknown) => None,
            Some(New::Same) | None => self.trace.results(id),
        }
    }
}

impl Trace {
    /// Computes a figure again, from its leaves and nothing else.
    #[must_use]
    pub fn evaluate(&self, id: FigureId) -> Value {
        let mut evaluator = Evaluator::new(self);
        evaluator.forget();
        evaluator.value(id).clone()
    }
}
