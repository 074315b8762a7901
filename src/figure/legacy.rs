//! The former way of deriving figures, until every grant's rules are expressions.

use super::{Figure, FigureId, Name, Node, Origin, Rule, Trace};
use crate::quantity::{Quantity, Value};
use crate::region::PerRegion;

/// Computes a node's value from the values a lookup gives.
pub type Evaluate = Box<dyn Fn(&dyn Fn(FigureId) -> Value) -> Value + Send + Sync>;

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

impl Trace {
    /// Adds a figure derived by a rule.
    pub fn derive<I: Inputs, T: Quantity>(
        &mut self,
        rule: &'static Rule,
        name: impl Into<Name>,
        inputs: I,
        compute: fn(I::Values) -> T,
    ) -> Figure<T> {
        let value = compute(inputs.values(&|id| self.node(id).value.clone()));
        self.derived(rule, name.into(), &inputs.clone(), value, move |lookup| {
            compute(inputs.values(lookup))
        })
    }

    /// Adds figures that one rule finds together.
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
                self.derived(rule, name.into(), &inputs, value, move |lookup| {
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
        name: Name,
        inputs: &I,
        value: T,
        again: impl Fn(&dyn Fn(FigureId) -> Value) -> T + Send + Sync + 'static,
    ) -> Figure<T> {
        let mut ids = Vec::new();
        inputs.ids(&mut ids);
        let status = self.weakest(&ids);
        let evaluate: Evaluate = Box::new(move |lookup| again(lookup).to_value());
        let id = self.push(Node {
            name: name.id,
            label: name.label,
            unit: T::UNIT,
            value: value.to_value(),
            origin: Origin::Legacy { rule, inputs: ids, evaluate },
            status,
        });
        Figure { value, id }
    }
}
