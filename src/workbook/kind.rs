//! What may stand in a cell, and of a number what it is of; last, the kinds that several workbooks have.
//! Knows no sheet and no grant.

use super::measure::Measure;
use crate::quantity::Unit;

/// What may stand in a cell. Limits are inclusive, and in the unit of the cell.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A whole number.
    Integer {
        /// What it is of.
        measure: Measure,
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// A decimal number.
    Decimal {
        /// What it is of.
        measure: Measure,
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
        /// At most so many decimals.
        decimals: u32,
    },
    /// A whole number, or an interval of two, of which the lowest counts: `4–6 veckor` is 4.
    Interval {
        /// What it is of.
        measure: Measure,
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
        /// The words for the unit that may follow a number.
        word: &'static [&'static str],
    },
    /// A line of text.
    Text {
        /// At most so many characters.
        character: usize,
    },
    /// A date.
    Datum,
    /// One of these words.
    Options(&'static [&'static str]),
}

impl Kind {
    /// A whole number.
    #[must_use]
    pub const fn integer(measure: Measure, (min, max): (i64, i64)) -> Self {
        Self::Integer { measure, min, max }
    }

    /// A decimal number.
    #[must_use]
    pub const fn decimal(measure: Measure, (min, max): (i64, i64), decimals: u32) -> Self {
        Self::Decimal { measure, min, max, decimals }
    }

    /// What a number is of; none for what is no number.
    #[must_use]
    pub const fn measure(&self) -> Option<Measure> {
        match *self {
            Self::Integer { measure, .. }
            | Self::Decimal { measure, .. }
            | Self::Interval { measure, .. } => Some(measure),
            Self::Text { .. } | Self::Datum | Self::Options(_) => None,
        }
    }

    /// The unit of the figure that a cell becomes; none for what becomes no figure.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Datum => Some(Unit::Datum),
            kind => kind.measure().map(Measure::unit),
        }
    }
}

/// The year a workbook is for.
pub const THIS_YEAR: Kind = Kind::integer(Measure::YearNumber, (2019, 2034));
/// Inhabitants of a region.
pub const INHABITANTS: Kind = Kind::integer(Measure::Invanare, (1, 20_000_000));
/// Whole kronor of a grant.
pub const WHOLE_KRONOR: Kind = Kind::integer(Measure::HelaKronor, (0, 1_000_000_000_000));
/// Million kronor; six decimals, so that every amount is whole kronor.
pub const MNKR: Kind = Kind::decimal(Measure::Mnkr, (0, 1_000_000), 6);
/// A share of a whole.
pub const PERCENT: Kind = Kind::decimal(Measure::Percent, (0, 100), 4);
/// Kronor per inhabitant, with every decimal there is.
pub const KR_PER_INV: Kind = Kind::decimal(Measure::KrPerInv, (0, 1_000_000), 12);
/// A line of text.
pub const ROW: Kind = Kind::Text { character: 200 };
