//! What a number in a workbook is of, and in what unit it is written there: the one place where a cell's
//! number becomes a quantity, and a quantity a cell's number. Knows no cell and no field.

use crate::problem::Message;
use crate::problem::messages::cell as say;
use crate::quantity::{Exact, Unit};

/// What a number in a cell is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Whole kronor.
    HelaKronor,
    /// Kronor with öre.
    Kronor,
    /// Whole kronor, in thousands.
    Tkr,
    /// Kronor, in millions.
    Mnkr,
    /// Kronor, in thousands of millions.
    Mdkr,
    /// Kronor per inhabitant.
    KrPerInv,
    /// A share, in percent.
    Percent,
    /// Inhabitants.
    Invanare,
    /// A foreign currency; which one, another column says.
    Valuta,
    /// Kronor per unit of it.
    KrPerValuta,
    /// So many of what the heading says.
    Antal,
    /// So many months.
    Months,
    /// So many whole weeks.
    Veckor,
    /// A year.
    YearNumber,
    /// A month of a year, by its number.
    Month,
    /// Which one in a series, as the third step of a ladder.
    Number,
    /// A weight in whatever unit its column says.
    Weight,
}

impl Measure {
    /// The unit as it is written in the workbook, the quantity's, and how many of the latter one of the
    /// former is, as a numerator and a denominator.
    const fn units(self) -> (&'static str, Unit, i64, i64) {
        match self {
            Self::HelaKronor => ("kr", Unit::HelaKronor, 1, 1),
            Self::Kronor => ("kr", Unit::Kronor, 1, 1),
            Self::Tkr => ("tkr", Unit::HelaKronor, 1_000, 1),
            Self::Mnkr => ("mnkr", Unit::Kronor, 1_000_000, 1),
            Self::Mdkr => ("mdkr", Unit::Kronor, 1_000_000_000, 1),
            Self::KrPerInv => ("kr/inv", Unit::KronorPerInvanare, 1, 1),
            Self::Percent => ("%", Unit::Andel, 1, 100),
            Self::Invanare => ("invånare", Unit::Invanare, 1, 1),
            Self::Valuta => ("", Unit::Valuta, 1, 1),
            Self::KrPerValuta => ("", Unit::KronorPerValuta, 1, 1),
            Self::Months => ("månader", Unit::Antal, 1, 1),
            Self::Veckor => ("veckor", Unit::Veckor, 1, 1),
            Self::Month => ("månad", Unit::Antal, 1, 1),
            Self::Antal | Self::YearNumber | Self::Number => ("", Unit::Antal, 1, 1),
            Self::Weight => ("", Unit::Vikt, 1, 1),
        }
    }

    /// The unit as it is written in the workbook; empty if it has none.
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.units().0
    }

    /// The unit as a problem says it; empty if it has none.
    #[must_use]
    pub fn said(self) -> Message {
        match self {
            Self::Tkr => say::thousand_kronor(),
            Self::Mnkr => say::million_kronor(),
            Self::Mdkr => say::billion_kronor(),
            Self::KrPerInv => say::kronor_per_inhabitant(),
            Self::Invanare => say::inhabitants(),
            Self::Months => say::months(),
            Self::Veckor => say::weeks(),
            Self::Month => say::month(),
            Self::HelaKronor
            | Self::Kronor
            | Self::Percent
            | Self::Valuta
            | Self::KrPerValuta
            | Self::Antal
            | Self::YearNumber
            | Self::Number
            | Self::Weight => Message::alike(self.text()),
        }
    }

    /// The unit of the figure that a cell becomes.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.units().1
    }

    /// What a cell's number is in the figure's unit.
    #[must_use]
    pub fn from_cell(self, number: &Exact) -> Exact {
        let (_, _, over, under) = self.units();
        number * &Exact::fraction(over, under)
    }

    /// What is written in a cell for a figure in this unit; none if the figure is of something else. A
    /// figure in kronor may be whole or not.
    #[must_use]
    pub fn to_cell(self, unit: Unit, value: &Exact) -> Option<Exact> {
        let whole = |unit| if unit == Unit::Kronor { Unit::HelaKronor } else { unit };
        let (_, own, over, under) = self.units();
        (whole(unit) == whole(own)).then(|| value * &Exact::fraction(under, over))
    }

    /// Whether a sum of them means something: not of what is per something, nor of what is one in a series.
    #[must_use]
    pub const fn sums(self) -> bool {
        !matches!(
            self,
            Self::KrPerInv
                | Self::Percent
                | Self::KrPerValuta
                | Self::YearNumber
                | Self::Month
                | Self::Number
        )
    }

    /// Whether whole numbers are written in groups of three digits: not years, nor what is never that many.
    #[must_use]
    pub const fn grouped(self) -> bool {
        !matches!(self, Self::Months | Self::Veckor | Self::YearNumber | Self::Month | Self::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_written_in_the_cells_unit_or_not_at_all() {
        for (unit, measure, written) in [
            (Unit::HelaKronor, Measure::HelaKronor, Some(Exact::from(2_500))),
            (Unit::Kronor, Measure::HelaKronor, Some(Exact::from(2_500))),
            (Unit::HelaKronor, Measure::Kronor, Some(Exact::from(2_500))),
            (Unit::HelaKronor, Measure::Tkr, Some(Exact::fraction(5, 2))),
            (Unit::Kronor, Measure::Mnkr, Some(Exact::fraction(1, 400))),
            (Unit::Kronor, Measure::Mdkr, Some(Exact::fraction(1, 400_000))),
            (Unit::Andel, Measure::Percent, Some(Exact::from(250_000))),
            (Unit::Antal, Measure::Months, Some(Exact::from(2_500))),
            (Unit::KronorPerInvanare, Measure::KrPerInv, Some(Exact::from(2_500))),
            (Unit::KronorPerInvanare, Measure::HelaKronor, None),
            (Unit::Valuta, Measure::Kronor, None),
            (Unit::Andel, Measure::Antal, None),
            (Unit::Datum, Measure::YearNumber, None),
        ] {
            let found = measure.to_cell(unit, &Exact::from(2_500));
            assert_eq!(found, written, "{unit:?} as {measure:?}");
            if let Some(number) = found {
                assert_eq!(measure.from_cell(&number), Exact::from(2_500), "{measure:?}");
            }
        }
    }
}
