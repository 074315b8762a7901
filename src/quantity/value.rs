//! What the trace keeps of a quantity: its unit, and its value without the type.

use std::fmt;

use chrono::NaiveDate;

use super::Exact;

/// The unit of a figure, as it is named in JSON and explained in `docs/ordlista.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Whole, payable kronor.
    HelaKronor,
    /// Unrounded kronor.
    Kronor,
    /// Kronor per inhabitant, unrounded.
    KronorPerInvanare,
    /// A share: 1 is the whole.
    Andel,
    /// Inhabitants.
    Invanare,
    /// A foreign currency; which one, the row beside it says.
    Valuta,
    /// Kronor per unit of a foreign currency.
    KronorPerValuta,
    /// A plain count.
    Antal,
    /// Whole weeks.
    Veckor,
    /// A weight by which something is shared out: a number in whatever it is of.
    Vikt,
    /// A calendar date.
    Datum,
}

impl Unit {
    /// The unit's short name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::HelaKronor | Self::Kronor => "kr",
            Self::KronorPerInvanare => "kr/inv",
            Self::Andel => "andel",
            Self::Invanare => "inv",
            Self::Valuta => "valutaenheter",
            Self::KronorPerValuta => "kr/valutaenhet",
            Self::Antal => "antal",
            Self::Veckor => "veckor",
            Self::Vikt => "vikt",
            Self::Datum => "datum",
        }
    }

    /// The same; none if it does not go: a fraction or too large an amount of a whole unit.
    #[must_use]
    pub fn fit(self, value: Value) -> Option<Value> {
        let whole = matches!(self, Self::HelaKronor | Self::Invanare | Self::Antal | Self::Veckor);
        match &value {
            Value::Exact(number) if whole => number.integer().map(Value::Integer),
            _ => Some(self.shape(value)),
        }
    }

    /// A number in the form its unit has in the trace: whole, exact or a date.
    ///
    /// # Panics
    /// If a whole unit is given a fraction or an amount beyond ±9.2 · 10¹⁸, or a number is given where a
    /// date belongs: bugs.
    #[must_use]
    pub fn shape(self, value: Value) -> Value {
        match (self, value) {
            (Self::Datum, Value::Datum(date)) => Value::Datum(date),
            (Self::Datum, other) => panic!("{other:?} is not a date"),
            (
                Self::HelaKronor | Self::Invanare | Self::Antal | Self::Veckor,
                Value::Exact(number),
            ) => {
                let whole = number.integer();
                Value::Integer(
                    whole.unwrap_or_else(|| panic!("{number:?} is beyond whole {}", self.name())),
                )
            }
            (
                Self::Kronor
                | Self::KronorPerInvanare
                | Self::Andel
                | Self::Valuta
                | Self::KronorPerValuta
                | Self::Vikt,
                Value::Integer(number),
            ) => Value::Exact(number.into()),
            (_, value @ (Value::Integer(_) | Value::Exact(_))) => value,
            (_, Value::Datum(date)) => panic!("{date} is not a number"),
        }
    }
}

/// A value of any unit, as the trace keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number: kronor, inhabitants or a count.
    Integer(i64),
    /// An exact number.
    Exact(Exact),
    /// A date.
    Datum(NaiveDate),
}

impl Value {
    /// The value as an exact number; `None` for a date.
    #[must_use]
    pub fn exact(&self) -> Option<Exact> {
        match self {
            Self::Integer(value) => Some(Exact::from(*value)),
            Self::Exact(value) => Some(value.clone()),
            Self::Datum(_) => None,
        }
    }
}

/// What can be a figure: a value with a unit that survives a trip through [`Value`].
pub trait Quantity: Clone + fmt::Debug + PartialEq + Send + Sync + 'static {
    /// Its unit.
    const UNIT: Unit;
    /// The value without its type.
    fn to_value(&self) -> Value;
    /// The value with its type again.
    ///
    /// # Panics
    /// If `value` was not made by the same type's [`Quantity::to_value`]: a bug.
    fn from_value(value: &Value) -> Self;
}
