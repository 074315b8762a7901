//! The diagrams that are more than one bar per region: bars of several parts, panels side by side, and
//! a pyramid of levels. What is serialised here is what templates see and what is published as JSON.
//! Heights and lengths are thousandths of an axis; nothing here knows a page.

use schemars::JsonSchema;
use serde::Serialize;

use super::delar::{Axel, Diagramlinje, Diagramstapel, Siffra, Skalstreck};
use super::{Figur, Visning};
use crate::quantity::Exakt;

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
    pub fn ny(serie: usize, figur: &Figur, visning: Visning, axel: &Axel) -> Self {
        let promille = axel.promille(&figur.exakt());
        Self { serie, siffra: Some(figur.som(visning)), okand: String::new(), fran: 0, promille }
    }

    /// A value that exists but is not known: no length, and a word in its place.
    #[must_use]
    pub fn okand(serie: usize, text: &str) -> Self {
        Self { serie, siffra: None, okand: text.to_owned(), fran: 0, promille: 0 }
    }

    /// Parts one after the other: each begins where the one before it ends, so that rounding leaves no
    /// gap between them.
    #[must_use]
    pub fn staplade(delar: &[Figur], visning: Visning, axel: &Axel) -> Vec<Self> {
        let (mut summa, mut fran) = (Exakt::noll(), 0);
        let rad = |(serie, figur): (usize, &Figur)| {
            summa = &summa + &figur.exakt();
            let till = axel.promille(&summa);
            let del = Self {
                serie,
                siffra: Some(figur.som(visning)),
                okand: String::new(),
                fran,
                promille: till - fran,
            };
            fran = till;
            del
        };
        delar.iter().enumerate().map(rad).collect()
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

    fn figur(tal: i64) -> Figur {
        let value = Value::Heltal(tal);
        Figur { id: "x".to_owned(), value, unit: Unit::HelaKronor, status: Status::Faststalld }
    }

    #[test]
    fn stacked_parts_meet_and_end_where_their_sum_does() {
        let delar = [333, 333, 334].map(figur);
        let axel = Axel::for_hogst(&Exakt::from(1_000));
        let staplade = Seriedel::staplade(&delar, Visning::Decimaler(0), &axel);
        let mut slut = 0;
        for del in &staplade {
            assert_eq!(del.fran, slut);
            slut += del.promille;
        }
        assert_eq!(slut, axel.promille(&Exakt::from(1_000)));
    }

    #[test]
    fn what_is_not_known_has_no_length_and_no_figure() {
        let okand = Seriedel::okand(1, "uppgift saknas");
        assert_eq!((okand.siffra, okand.promille), (None, 0));
        assert_eq!(okand.okand, "uppgift saknas");
    }
}
