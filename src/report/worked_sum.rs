//! A calculation as a reader follows it: a figure, what is done with it, what it comes to. Computes
//! nothing: every line is a figure of the trace, shown with so many decimals that it can be done again.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

use super::number::{Number, NumberFormat, Siffra};

/// A calculation, line by line.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Rakning {
    /// The caption.
    pub rubrik: String,
    /// The lines, the result last.
    pub led: Vec<Led>,
}

/// A line of a calculation.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Led {
    /// What is done with it: `+`, `−`, `×`, `÷` or `=`; empty for what a calculation begins with.
    pub tecken: String,
    /// What it is.
    pub text: String,
    /// The figure.
    pub siffra: Siffra,
    /// Its unit as printed: `kr`, `kr/inv`, `invånare`, `%`.
    pub enhet: String,
    /// Whether it is a result of the lines above it.
    pub resultat: bool,
}

/// What is done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steg {
    /// Nothing yet: it is where one begins.
    Fran,
    /// It is added.
    Plus,
    /// It is subtracted.
    Minus,
    /// It multiplies what is above.
    Times,
    /// It divides what is above.
    Divided,
    /// It is what the lines above come to.
    Becomes,
    /// It is to be known beside what is above: a limit.
    Beside,
}

impl Steg {
    fn character(self) -> &'static str {
        match self {
            Self::Fran | Self::Beside => "",
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Divided => "÷",
            Self::Becomes => "=",
        }
    }
}

/// What a rounded amount is called where all are rounded down, and some get a krona of what is left over.
#[must_use]
pub fn rounded_down(what: &str, exact: &Number, whole: &Number) -> String {
    let (exact, whole) = (exact.exact(), whole.exact());
    match whole.cmp(&exact) {
        Ordering::Equal => what.to_owned(),
        Ordering::Less => format!("{what}, avrundat nedåt"),
        Ordering::Greater => format!("{what}, avrundat nedåt plus 1 kr"),
    }
}

impl Rakning {
    /// A calculation without lines.
    #[must_use]
    pub fn new(rubrik: impl Into<String>) -> Self {
        Self { rubrik: rubrik.into(), led: Vec::new() }
    }

    /// One line more.
    #[must_use]
    pub fn with(
        mut self,
        steg: Steg,
        text: impl Into<String>,
        figure: &Number,
        number_format: NumberFormat,
    ) -> Self {
        let siffra = figure.shown_as(number_format);
        let enhet = match siffra.enhet.as_str() {
            "andel" => "%",
            "inv" => "invånare",
            something_else => something_else,
        };
        let enhet = enhet.to_owned();
        let (tecken, resultat) = (steg.character().to_owned(), steg == Steg::Becomes);
        self.led.push(Led { tecken, text: text.into(), siffra, enhet, resultat });
        self
    }
    /// The last line in another unit: kronor that are shown as `mnkr`.
    #[must_use]
    pub fn in_unit(mut self, enhet: &str) -> Self {
        if let Some(led) = self.led.last_mut() {
            enhet.clone_into(&mut led.enhet);
        }
        self
    }
}
