//! Diagrams: bars with lines across them, bars of several parts, panels side by side, and a pyramid of
//! levels. What is serialised here is what templates see and what is published as JSON.
//! Heights and lengths are thousandths of an axis; nothing here knows a page.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::{Number, NumberFormat, Siffra};
use crate::quantity::Exact;
use crate::swedish;

/// A line across a diagram: a mean, a step.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Diagramlinje {
    /// What it is.
    pub rubrik: String,
    /// Its value.
    pub siffra: Siffra,
    /// Its height, in thousandths of the axis.
    pub promille: i64,
}

/// A bar.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Diagramstapel {
    /// Whose it is.
    pub rubrik: String,
    /// Its value.
    pub siffra: Siffra,
    /// Its height, in thousandths of the axis.
    pub promille: i64,
    /// Whether it is one the text speaks of, to be told from the others without colour.
    pub framhavd: bool,
}

/// A bar chart of the regions with lines across it.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Diagram {
    /// Its name in the document: `diagram1`.
    pub id: String,
    /// Its number in the document.
    pub nummer: u32,
    /// The caption, without number and unit.
    pub rubrik: String,
    /// The unit.
    pub enhet: String,
    /// The axis marks, from zero up, as printed.
    pub skala: Vec<Skalstreck>,
    /// The bars.
    pub staplar: Vec<Diagramstapel>,
    /// The lines.
    pub linjer: Vec<Diagramlinje>,
}

/// A mark on a diagram's axis.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Skalstreck {
    /// As printed.
    pub text: String,
    /// Its height, in thousandths of the axis.
    pub promille: i64,
}

/// An axis from zero that holds all of some values in a few even steps.
#[derive(Clone, Debug)]
pub struct Axel {
    steg: i64,
    antal: i64,
    /// What one of the axis is worth in the values' own unit: kronor to a million, a share to a percent.
    one: Exact,
}

impl Axel {
    /// The axis for values up to `greatest`.
    #[must_use]
    pub fn for_at_most(greatest: &Exact) -> Self {
        Self::with_steps(greatest, 7)
    }

    /// The same with so many steps at most, where there is little room for the marks.
    #[must_use]
    pub fn with_steps(greatest: &Exact, hogst: i64) -> Self {
        let mut step_choice = [1, 2, 5].into_iter().cycle();
        let mut power_of_ten = 1;
        let mut steg = 1;
        loop {
            let antal = (&(greatest / &Exact::from(steg)).floor() + &Exact::from(1)).integer();
            if let Some(antal) = antal
                && (0..=hogst).contains(&antal)
            {
                return Self { steg, antal, one: Exact::from(1) };
            }
            let bas = step_choice.next().unwrap_or(1);
            if bas == 1 && steg > 1 {
                power_of_ten *= 10;
            }
            steg = bas * power_of_ten;
        }
    }

    /// The axis in million kronor for kronor up to the highest of some.
    #[must_use]
    pub fn in_millions(kronor: impl Iterator<Item = Exact>) -> Self {
        let one = Exact::from(1_000_000);
        let hogst = kronor.max().unwrap_or_else(Exact::zero);
        Self { one: one.clone(), ..Self::for_at_most(&(hogst / one)) }
    }

    /// The axis in percent for shares of a whole: from nothing to all of it.
    #[must_use]
    pub fn in_percent() -> Self {
        Self { steg: 20, antal: 5, one: Exact::fraction(1, 100) }
    }

    /// The marks.
    #[must_use]
    pub fn scale(&self) -> Vec<Skalstreck> {
        (0..=self.antal)
            .map(|dash| Skalstreck {
                text: swedish::number(&Exact::from(dash * self.steg), 0),
                promille: 1000 * dash / self.antal.max(1),
            })
            .collect()
    }

    /// How high a value stands, in thousandths of the axis; nothing below zero.
    #[must_use]
    pub fn permille(&self, value: &Exact) -> i64 {
        let top = &Exact::from(self.steg * self.antal.max(1)) * &self.one;
        let andel = &(value / &top) * &Exact::from(1000);
        andel.nearest().integer().unwrap_or(0).max(0)
    }
}

/// A diagram of bars that each have several parts, side by side or one after the other.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Seriediagram {
    /// Its name in the document: `diagram1`.
    pub id: String,
    /// Its number in the document.
    pub nummer: u32,
    /// The caption, without number and unit.
    pub rubrik: String,
    /// The unit.
    pub enhet: String,
    /// What it shows, for those who do not see it.
    pub text: String,
    /// What the parts are, in order: the legend.
    pub serier: Vec<String>,
    /// The axis marks, from zero up, as printed.
    pub skala: Vec<Skalstreck>,
    /// The bars.
    pub grupper: Vec<Seriegrupp>,
}

/// The parts under one heading.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Seriegrupp {
    /// Whose they are: a year, a region.
    pub rubrik: String,
    /// The parts, in the order of the series; one that has no place here is left out.
    pub delar: Vec<Seriedel>,
}

/// A part of a bar.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Seriedel {
    /// Which series it belongs to, from 0.
    pub serie: usize,
    /// Its value; none where it is not known.
    pub siffra: Option<Siffra>,
    /// What is printed where it is not known: `uppgift saknas`; else empty.
    pub okand: String,
    /// Where it begins, in thousandths of the axis.
    pub fran: i64,
    /// How long it is, in thousandths of the axis.
    pub promille: i64,
}

impl Seriedel {
    /// A bar of its own, from zero.
    #[must_use]
    pub fn new(serie: usize, figure: &Number, number_format: NumberFormat, axis: &Axel) -> Self {
        let promille = axis.permille(&figure.exact());
        Self {
            serie,
            siffra: Some(figure.shown_as(number_format)),
            okand: String::new(),
            fran: 0,
            promille,
        }
    }

    /// A value that exists but is not known: no length, and a word in its place.
    #[must_use]
    pub fn unknown(serie: usize, text: &str) -> Self {
        Self { serie, siffra: None, okand: text.to_owned(), fran: 0, promille: 0 }
    }

    /// Parts one after the other: each begins where the one before it ends, so that rounding leaves no
    /// gap between them.
    #[must_use]
    pub fn stacked(delar: &[Number], number_format: NumberFormat, axis: &Axel) -> Vec<Self> {
        let (mut summa, mut fran) = (Exact::zero(), 0);
        let row = |(serie, figure): (usize, &Number)| {
            summa = &summa + &figure.exact();
            let till = axis.permille(&summa);
            let part = Self {
                serie,
                siffra: Some(figure.shown_as(number_format)),
                okand: String::new(),
                fran,
                promille: till - fran,
            };
            fran = till;
            part
        };
        delar.iter().enumerate().map(row).collect()
    }
}

/// Bar charts side by side over the same rows, each with a scale and lines of its own.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Paneldiagram {
    /// Its name in the document: `diagram1`.
    pub id: String,
    /// Its number in the document.
    pub nummer: u32,
    /// The caption, without number and unit.
    pub rubrik: String,
    /// The unit.
    pub enhet: String,
    /// What it shows, for those who do not see it.
    pub text: String,
    /// The panels, from left to right.
    pub paneler: Vec<Panel>,
}

/// One of the bar charts.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Panel {
    /// What it shows.
    pub rubrik: String,
    /// The axis marks, from zero up, as printed.
    pub skala: Vec<Skalstreck>,
    /// The bars, with the same headings in every panel.
    pub staplar: Vec<Diagramstapel>,
    /// The lines.
    pub linjer: Vec<Diagramlinje>,
}

/// A pyramid of levels, the first at the top.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Pyramid {
    /// Its name in the document: `diagram1`.
    pub id: String,
    /// Its number in the document.
    pub nummer: u32,
    /// The caption, without number.
    pub rubrik: String,
    /// What it shows, for those who do not see it.
    pub text: String,
    /// The levels, from the top.
    pub nivaer: Vec<Pyramidniva>,
}

/// A level.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Pyramidniva {
    /// Its number, from 1.
    pub nummer: String,
    /// Its name.
    pub namn: String,
    /// What it holds.
    pub innehall: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Status;
    use crate::quantity::{Unit, Value};

    fn figure(number: i64) -> Number {
        let value = Value::Integer(number);
        Number { id: "x".to_owned(), value, unit: Unit::HelaKronor, status: Status::Faststalld }
    }

    #[test]
    fn stacked_parts_meet_and_end_where_their_sum_does() {
        let delar = [333, 333, 334].map(figure);
        let axis = Axel::for_at_most(&Exact::from(1_000));
        let stacked = Seriedel::stacked(&delar, NumberFormat::Decimals(0), &axis);
        let mut slut = 0;
        for part in &stacked {
            assert_eq!(part.fran, slut);
            slut += part.promille;
        }
        assert_eq!(slut, axis.permille(&Exact::from(1_000)));
    }

    #[test]
    fn what_is_not_known_has_no_length_and_no_figure() {
        let okand = Seriedel::unknown(1, "uppgift saknas");
        assert_eq!((okand.siffra, okand.promille), (None, 0));
        assert_eq!(okand.okand, "uppgift saknas");
    }

    #[test]
    fn axes_hold_their_values() {
        for (greatest, top) in [(271, 300), (3, 4), (7, 8), (99, 100), (100, 120), (1_200, 1_400)] {
            let axis = Axel::for_at_most(&Exact::from(greatest));
            assert_eq!(axis.steg * axis.antal, top, "{greatest}: {axis:?}");
            assert!(axis.permille(&Exact::from(greatest)) <= 1000);
        }
    }

    #[test]
    fn axes_in_other_units_print_them_and_measure_the_values() {
        let axis = Axel::in_millions([3, 115_531_176].map(Exact::from).into_iter());
        assert_eq!(axis.scale().last().map(|dash| dash.text.clone()), Some("120".to_owned()));
        assert_eq!(axis.permille(&Exact::from(60_000_000)), 500);
        let axis = Axel::in_percent();
        assert_eq!(axis.scale().last().map(|dash| dash.text.clone()), Some("100".to_owned()));
        assert_eq!(axis.permille(&Exact::fraction(1, 2)), 500);
        assert_eq!(axis.permille(&Exact::from(1)), 1000);
    }
}
