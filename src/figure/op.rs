//! What a rule does with figures, without types: the form that everything which reads a rule reads. Knows no
//! values and no trace.

use crate::quantity::rounding::Avrundning;

/// A figure's place in its trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub(crate) usize);

/// A function's place among the calls of a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub(crate) usize);

/// What is done with figures, without their units. The operations there are, and no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Another figure.
    Figure(FigureId),
    /// A number that the rule itself states: the twelve months of a year.
    Number(i64),
    /// The first plus the second.
    Plus(Box<Op>, Box<Op>),
    /// The first less the second.
    Minus(Box<Op>, Box<Op>),
    /// The first times the second.
    Times(Box<Op>, Box<Op>),
    /// The first divided by the second.
    Divided(Box<Op>, Box<Op>),
    /// With the sign turned.
    Negated(Box<Op>),
    /// All together; zero if there are none.
    Sum(Vec<Op>),
    /// The least of them.
    Least(Vec<Op>),
    /// The greatest of them.
    Greatest(Vec<Op>),
    /// A whole number by a named policy.
    Rounded(Avrundning, Box<Op>),
    /// One of two, by a comparison.
    Choice(Box<Choice>),
    /// One of the results of a named function, from 0.
    Result(CallId, usize),
}

/// One of two values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What decides.
    pub when: Comparison,
    /// The value where it holds.
    pub then: Op,
    /// The value where it does not.
    pub otherwise: Op,
}

/// Two values held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How the first must lie to the second.
    pub relation: Relation,
    /// The first.
    pub left: Op,
    /// The second.
    pub right: Op,
}

/// How one value lies to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Equal.
    Equal,
    /// Less.
    Below,
    /// Greater.
    Above,
    /// Greater or equal.
    AtLeast,
}

impl Op {
    /// Calls `visit` with every operation directly below this one.
    pub fn parts<'a>(&'a self, visit: &mut dyn FnMut(&'a Op)) {
        match self {
            Self::Figure(_) | Self::Number(_) | Self::Result(..) => {}
            Self::Plus(left, right)
            | Self::Minus(left, right)
            | Self::Times(left, right)
            | Self::Divided(left, right) => {
                visit(left);
                visit(right);
            }
            Self::Negated(of) | Self::Rounded(_, of) => visit(of),
            Self::Sum(parts) | Self::Least(parts) | Self::Greatest(parts) => {
                parts.iter().for_each(visit);
            }
            Self::Choice(choice) => {
                visit(&choice.when.left);
                visit(&choice.when.right);
                visit(&choice.then);
                visit(&choice.otherwise);
            }
        }
    }
}
