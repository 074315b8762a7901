//! What may stand in a cell, and of a number what it is of; last, the kinds that several workbooks have.
//! Knows no sheet and no grant.

use super::measure::Measure;
use crate::quantity::Unit;

/// What may stand in a cell. Limits are inclusive, and in the unit of the cell.
#[derive(Debug, Clone, Copy)]
pub enum Slag {
    /// A whole number.
    Heltal {
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
        decimaler: u32,
    },
    /// A whole number, or an interval of two, of which the lowest counts: `4–6 veckor` is 4.
    Intervall {
        /// What it is of.
        measure: Measure,
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
        /// The words for the unit that may follow a number.
        ord: &'static [&'static str],
    },
    /// A line of text.
    Text {
        /// At most so many characters.
        tecken: usize,
    },
    /// A date.
    Datum,
    /// One of these words.
    Val(&'static [&'static str]),
}

impl Slag {
    /// A whole number.
    #[must_use]
    pub const fn heltal(measure: Measure, (min, max): (i64, i64)) -> Self {
        Self::Heltal { measure, min, max }
    }

    /// A decimal number.
    #[must_use]
    pub const fn decimal(measure: Measure, (min, max): (i64, i64), decimaler: u32) -> Self {
        Self::Decimal { measure, min, max, decimaler }
    }

    /// What a number is of; none for what is no number.
    #[must_use]
    pub const fn measure(&self) -> Option<Measure> {
        match *self {
            Self::Heltal { measure, .. }
            | Self::Decimal { measure, .. }
            | Self::Intervall { measure, .. } => Some(measure),
            Self::Text { .. } | Self::Datum | Self::Val(_) => None,
        }
    }

    /// The unit of the figure that a cell becomes; none for what becomes no figure.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Datum => Some(Unit::Datum),
            slag => slag.measure().map(Measure::unit),
        }
    }
}

/// The year a workbook is for.
pub const ARET: Slag = Slag::heltal(Measure::Artal, (2019, 2034));
/// Inhabitants of a region.
pub const INVANARE: Slag = Slag::heltal(Measure::Invanare, (1, 20_000_000));
/// Whole kronor of a grant.
pub const HELA_KRONOR: Slag = Slag::heltal(Measure::HelaKronor, (0, 1_000_000_000_000));
/// Million kronor; six decimals, so that every amount is whole kronor.
pub const MNKR: Slag = Slag::decimal(Measure::Mnkr, (0, 1_000_000), 6);
/// A share of a whole.
pub const PROCENT: Slag = Slag::decimal(Measure::Procent, (0, 100), 4);
/// Kronor per inhabitant, with every decimal there is.
pub const KR_PER_INV: Slag = Slag::decimal(Measure::KrPerInv, (0, 1_000_000), 12);
/// A line of text.
pub const RAD: Slag = Slag::Text { tecken: 200 };
