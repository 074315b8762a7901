//! A number as a document states it: its value, how it is rounded and written, and whether it bears the mark
//! of what is preliminary; a date; a difference in prose. What is serialised here is what templates see
//! and what is published as JSON, byte for byte.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figure::{Node, Status};
use crate::quantity::{Exact, Unit, Value};
use crate::swedish;

/// A figure as documents see it.
#[derive(Clone, Debug)]
pub struct Number {
    /// Its public name.
    pub id: String,
    /// Its value, unrounded.
    pub value: Value,
    /// Its unit.
    pub unit: Unit,
    /// The weakest status of what it rests on.
    pub status: Status,
}

impl Number {
    /// A figure of the trace.
    pub(super) fn of(node: &Node) -> Self {
        Self {
            id: node.name.clone(),
            value: node.value.clone(),
            unit: node.unit,
            status: node.status,
        }
    }

    /// The value as an exact number.
    ///
    /// # Panics
    /// If the figure is a date: a bug.
    #[must_use]
    pub fn exact(&self) -> Exact {
        self.value.exact().unwrap_or_else(|| panic!("{} is a date", self.id))
    }

    /// A count in words, before a word of common gender: `one` vecka, `två` veckor.
    ///
    /// # Panics
    /// If the figure is no count: a bug.
    #[must_use]
    pub fn in_words(&self) -> String {
        let count = self.exact().integer().and_then(|count| usize::try_from(count).ok());
        let count = count.unwrap_or_else(|| panic!("{} is no count", self.id));
        swedish::count_in_words_neuter(count)
    }

    /// The figure as an amount of a foreign currency: with hundredths where it has them.
    #[must_use]
    pub fn currency(&self) -> Siffra {
        let decimals = if self.exact().integer().is_some() { 0 } else { 2 };
        self.shown_as(NumberFormat::Decimals(decimals))
    }

    /// The figure shown in a certain way.
    #[must_use]
    pub fn shown_as(&self, number_format: NumberFormat) -> Siffra {
        Siffra::of(self, number_format)
    }

    /// The figure as a change: direction and size.
    #[must_use]
    pub fn forandring(&self, number_format: NumberFormat) -> Forandring {
        Forandring::of(self, number_format)
    }
}

/// How a figure is rounded and written for print. Rounding for print never touches the figure itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// With so many decimals: `Decimals(0)` is the whole kronor of a table.
    Decimals(u32),
    /// With no more decimals than it needs, so many at most.
    AtMost(u32),
    /// Kronor as whole thousands of kronor.
    Tkr,
    /// Kronor as million kronor, with so many decimals.
    Mnkr(u32),
    /// Kronor as million kronor, with no more decimals than it needs, so many at most.
    MnkrAtMost(u32),
    /// Kronor as thousand million kronor, with no more decimals than it needs, so many at most.
    MdkrAtMost(u32),
    /// A share as a percentage, with no more decimals than it needs, so many at most.
    Percent(u32),
    /// A year: a whole number without groups of digits.
    YearNumber,
    /// A share as a percentage, with so many decimals: for a column.
    PercentDecimals(u32),
}

impl NumberFormat {
    /// The printed text of a value, without its mark. Dates are always written `2024-04-18`.
    #[must_use]
    pub fn text(self, value: &Value) -> String {
        let exakt = match value {
            Value::Datum(date) => return date.to_string(),
            Value::Integer(value) => Exact::from(*value),
            Value::Exact(value) => value.clone(),
        };
        let printed = exakt * Exact::from(self.scale().factor());
        match self {
            Self::YearNumber => printed.as_decimal(0),
            Self::Decimals(decimaler)
            | Self::Mnkr(decimaler)
            | Self::PercentDecimals(decimaler) => swedish::number(&printed, decimaler),
            Self::Tkr => swedish::number(&printed, 0),
            Self::AtMost(decimaler)
            | Self::MnkrAtMost(decimaler)
            | Self::MdkrAtMost(decimaler)
            | Self::Percent(decimaler) => swedish::short_number(&printed, decimaler),
        }
    }

    /// What one of the printed unit is in the value's own.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            Self::Decimals(_) | Self::AtMost(_) | Self::YearNumber => Scale::One,
            Self::Tkr => Scale::Thousand,
            Self::Mnkr(_) | Self::MnkrAtMost(_) => Scale::Million,
            Self::MdkrAtMost(_) => Scale::Billion,
            Self::Percent(_) | Self::PercentDecimals(_) => Scale::Percent,
        }
    }

    /// What a value is written as.
    #[must_use]
    pub fn writing(self, value: &Value) -> Writing {
        match (self, value) {
            (_, Value::Datum(_)) => Writing::Date,
            (Self::YearNumber, _) => Writing::Year,
            _ => Writing::Number,
        }
    }
}

/// A value in JSON: whole kronor, inhabitants and counts as integers; everything else as a string
/// (a decimal number with a point, or a date). Never a float.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(untagged)]
pub enum Varde {
    /// A whole number.
    Integer(i64),
    /// A decimal number (`^-?\d+(\.\d+)?$`) or a date (`2024-04-18`).
    Text(String),
}

/// How many decimals an unrounded value has in JSON.
const DECIMALS_IN_JSON: u32 = 12;

impl Varde {
    /// The JSON form of a value; unrounded numbers with twelve decimals, fewer if they are zeros.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Integer(value) => Self::Integer(*value),
            Value::Exact(value) => {
                let text = value.as_decimal(DECIMALS_IN_JSON);
                Self::Text(text.trim_end_matches('0').trim_end_matches('.').to_owned())
            }
            Value::Datum(date) => Self::Text(date.to_string()),
        }
    }
}

/// What one of the printed unit is in the unit of the value: kronor are printed as millions, a share as a
/// percentage.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[schemars(rename = "Skala")]
pub enum Scale {
    /// It is printed in its own unit.
    #[serde(rename = "1")]
    One,
    /// In thousands.
    #[serde(rename = "1000")]
    Thousand,
    /// In millions.
    #[serde(rename = "1000000")]
    Million,
    /// In thousand millions.
    #[serde(rename = "1000000000")]
    Billion,
    /// In percent.
    #[serde(rename = "0.01")]
    Percent,
}

impl Scale {
    /// What one of the unit is to be multiplied by, to be one of the printed unit.
    #[must_use]
    pub fn factor(self) -> Decimal {
        match self {
            Self::One => Decimal::ONE,
            Self::Thousand => Decimal::new(1, 3),
            Self::Million => Decimal::new(1, 6),
            Self::Billion => Decimal::new(1, 9),
            Self::Percent => Decimal::ONE_HUNDRED,
        }
    }
}

/// What a figure is written as.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[schemars(rename = "Skrivsatt")]
pub enum Writing {
    /// A number, its digits in groups.
    #[serde(rename = "tal")]
    Number,
    /// A year, without groups.
    #[serde(rename = "artal")]
    Year,
    /// A date.
    #[serde(rename = "datum")]
    Date,
}

/// A figure as a document states it.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Siffra {
    /// The figure's public name, the one `explain` takes.
    pub id: String,
    /// The value, unrounded.
    pub varde: Varde,
    /// The unit of `varde`: `kr`, `kr/inv`, `andel`, `inv`, `valutaenheter`, `kr/valutaenhet`, `antal`, `datum`.
    pub enhet: String,
    /// The weakest status of the inputs it rests on.
    pub status: String,
    /// As it is printed, rounded and without its unit and its mark.
    pub text: String,
    /// What it is written as.
    pub skrivs: Writing,
    /// What one of the unit it is printed in is in the unit of `varde`.
    pub skala: Scale,
    /// How many decimals it is printed with.
    pub decimaler: usize,
    /// Whether it bears the mark of what is preliminary wherever it is printed.
    pub markt: bool,
}

impl Siffra {
    /// The figure shown in a certain way.
    #[must_use]
    pub fn of(figure: &Number, number_format: NumberFormat) -> Self {
        let (text, skrivs) =
            (number_format.text(&figure.value), number_format.writing(&figure.value));
        Self {
            id: figure.id.clone(),
            varde: Varde::of(&figure.value),
            enhet: figure.unit.name().to_owned(),
            status: figure.status.name().to_owned(),
            skrivs,
            skala: if skrivs == Writing::Date { Scale::One } else { number_format.scale() },
            decimaler: text.split_once(',').map_or(0, |(_, decimaler)| decimaler.len()),
            markt: figure.status == Status::Preliminar,
            text,
        }
    }
}

/// A date, for tables (`iso`) and for prose (`text`).
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Datum {
    /// `2024-04-18`.
    pub iso: String,
    /// `18 april 2024`.
    pub text: String,
}

impl From<NaiveDate> for Datum {
    fn from(date: NaiveDate) -> Self {
        Self { iso: date.to_string(), text: swedish::date_in_prose(date) }
    }
}

/// Which way a difference goes.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Riktning {
    /// Up.
    Upp,
    /// Down.
    Ner,
    /// Neither, as printed.
    Oforandrad,
}

/// A difference in prose: which way, and how much, without sign.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Forandring {
    /// Which way it goes. A difference that is printed as zero goes nowhere.
    pub riktning: Riktning,
    /// The figure itself, with its sign.
    pub siffra: Siffra,
    /// The size of it as printed, without sign.
    pub storlek: String,
    /// True where the figures it is stated between differ by something else as printed, by rounding.
    pub gar_inte_ihop: bool,
}

impl Forandring {
    /// The difference a figure states.
    #[must_use]
    pub fn of(figure: &Number, number_format: NumberFormat) -> Self {
        let siffra = Siffra::of(figure, number_format);
        let storlek = siffra.text.trim_start_matches(swedish::MINUS).to_owned();
        let zero = !storlek.chars().any(|tecken| matches!(tecken, '1'..='9'));
        let riktning = if zero {
            Riktning::Oforandrad
        } else if siffra.text.starts_with(swedish::MINUS) {
            Riktning::Ner
        } else {
            Riktning::Upp
        };
        Self { riktning, siffra, storlek, gar_inte_ihop: false }
    }

    /// The same difference, stated in a sentence as going from one figure to another.
    #[must_use]
    pub fn between(mut self, fran: &Siffra, till: &Siffra) -> Self {
        let printed_text = |siffra: &Siffra| printed_text(&siffra.text);
        let skillnad = printed_text(till).zip(printed_text(fran)).map(|(till, fran)| till - fran);
        self.gar_inte_ihop = skillnad != printed_text(&self.siffra);
        self
    }
}

/// A printed number as a number again.
pub(super) fn printed_text(text: &str) -> Option<Exact> {
    let text = text.replace(swedish::NO_BREAK_SPACE, "").replace(swedish::MINUS, "-");
    text.replace(',', ".").parse::<Decimal>().ok().map(Exact::from)
}
