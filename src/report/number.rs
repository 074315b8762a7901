//! A number as a document states it: its value, how it is rounded and written, and whether it bears the mark
//! of what is preliminary; a date; a difference in prose. What is serialised here is what templates see
//! and what is published as JSON, byte for byte.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use crate::figure::{Node, Status};
use crate::quantity::{Exakt, Unit, Value};
use crate::svenska;

/// A figure as documents see it.
#[derive(Clone, Debug)]
pub struct Figur {
    /// Its public name.
    pub id: String,
    /// Its value, unrounded.
    pub value: Value,
    /// Its unit.
    pub unit: Unit,
    /// The weakest status of what it rests on.
    pub status: Status,
}

impl Figur {
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
    pub fn exakt(&self) -> Exakt {
        self.value.exakt().unwrap_or_else(|| panic!("{} is a date", self.id))
    }

    /// A count in words, before a word of common gender: `en` vecka, `två` veckor.
    ///
    /// # Panics
    /// If the figure is no count: a bug.
    #[must_use]
    pub fn in_words(&self) -> String {
        let count = self.exakt().heltal().and_then(|count| usize::try_from(count).ok());
        let count = count.unwrap_or_else(|| panic!("{} is no count", self.id));
        svenska::antal_i_ord_utrum(count)
    }

    /// The figure shown in a certain way.
    #[must_use]
    pub fn som(&self, visning: Visning) -> Siffra {
        Siffra::av(self, visning)
    }

    /// The figure as a change: direction and size.
    #[must_use]
    pub fn forandring(&self, visning: Visning) -> Forandring {
        Forandring::av(self, visning)
    }
}

/// How a figure is rounded and written for print. Rounding for print never touches the figure itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visning {
    /// With so many decimals: `Decimaler(0)` is the whole kronor of a table.
    Decimaler(u32),
    /// With no more decimals than it needs, so many at most.
    Hogst(u32),
    /// Kronor as whole thousands of kronor.
    Tkr,
    /// Kronor as million kronor, with so many decimals.
    Mnkr(u32),
    /// Kronor as million kronor, with no more decimals than it needs, so many at most.
    MnkrHogst(u32),
    /// Kronor as thousand million kronor, with no more decimals than it needs, so many at most.
    MdkrHogst(u32),
    /// A share as a percentage, with no more decimals than it needs, so many at most.
    Procent(u32),
    /// A year: a whole number without groups of digits.
    Artal,
    /// A share as a percentage, with so many decimals: for a column.
    Procentdecimaler(u32),
}

impl Visning {
    /// The printed text of a value, without its mark. Dates are always written `2024-04-18`.
    #[must_use]
    pub fn text(self, value: &Value) -> String {
        let exakt = match value {
            Value::Datum(date) => return date.to_string(),
            Value::Heltal(value) => Exakt::from(*value),
            Value::Exakt(value) => value.clone(),
        };
        let printed = exakt * Exakt::from(self.scale().factor());
        match self {
            Self::Artal => printed.som_decimal(0),
            Self::Decimaler(decimaler)
            | Self::Mnkr(decimaler)
            | Self::Procentdecimaler(decimaler) => svenska::tal(&printed, decimaler),
            Self::Tkr => svenska::tal(&printed, 0),
            Self::Hogst(decimaler)
            | Self::MnkrHogst(decimaler)
            | Self::MdkrHogst(decimaler)
            | Self::Procent(decimaler) => svenska::kort_tal(&printed, decimaler),
        }
    }

    /// What one of the printed unit is in the value's own.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            Self::Decimaler(_) | Self::Hogst(_) | Self::Artal => Scale::One,
            Self::Tkr => Scale::Thousand,
            Self::Mnkr(_) | Self::MnkrHogst(_) => Scale::Million,
            Self::MdkrHogst(_) => Scale::Billion,
            Self::Procent(_) | Self::Procentdecimaler(_) => Scale::Percent,
        }
    }

    /// What a value is written as.
    #[must_use]
    pub fn writing(self, value: &Value) -> Writing {
        match (self, value) {
            (_, Value::Datum(_)) => Writing::Date,
            (Self::Artal, _) => Writing::Year,
            _ => Writing::Number,
        }
    }
}

/// A value in JSON: whole kronor, inhabitants and counts as integers; everything else as a string
/// (a decimal number with a point, or a date). Never a float.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(untagged)]
pub enum Varde {
    /// A whole number.
    Heltal(i64),
    /// A decimal number (`^-?\d+(\.\d+)?$`) or a date (`2024-04-18`).
    Text(String),
}

/// How many decimals an unrounded value has in JSON.
const DECIMALER_I_JSON: u32 = 12;

impl Varde {
    /// The JSON form of a value; unrounded numbers with twelve decimals, fewer if they are zeros.
    #[must_use]
    pub fn av(value: &Value) -> Self {
        match value {
            Value::Heltal(value) => Self::Heltal(*value),
            Value::Exakt(value) => {
                let text = value.som_decimal(DECIMALER_I_JSON);
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
    /// The unit of `varde`: `kr`, `kr/inv`, `andel`, `inv`, `EUR`, `kr/EUR`, `antal`, `datum`.
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
    pub fn av(figur: &Figur, visning: Visning) -> Self {
        let (text, skrivs) = (visning.text(&figur.value), visning.writing(&figur.value));
        Self {
            id: figur.id.clone(),
            varde: Varde::av(&figur.value),
            enhet: figur.unit.name().to_owned(),
            status: figur.status.namn().to_owned(),
            skrivs,
            skala: if skrivs == Writing::Date { Scale::One } else { visning.scale() },
            decimaler: text.split_once(',').map_or(0, |(_, decimaler)| decimaler.len()),
            markt: figur.status == Status::Preliminar,
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
        Self { iso: date.to_string(), text: svenska::datum_i_prosa(date) }
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
    pub fn av(figur: &Figur, visning: Visning) -> Self {
        let siffra = Siffra::av(figur, visning);
        let storlek = siffra.text.trim_start_matches(svenska::MINUS).to_owned();
        let noll = !storlek.chars().any(|tecken| matches!(tecken, '1'..='9'));
        let riktning = if noll {
            Riktning::Oforandrad
        } else if siffra.text.starts_with(svenska::MINUS) {
            Riktning::Ner
        } else {
            Riktning::Upp
        };
        Self { riktning, siffra, storlek, gar_inte_ihop: false }
    }

    /// The same difference, stated in a sentence as going from one figure to another.
    #[must_use]
    pub fn mellan(mut self, fran: &Siffra, till: &Siffra) -> Self {
        let tryckt = |siffra: &Siffra| tryckt(&siffra.text);
        let skillnad = tryckt(till).zip(tryckt(fran)).map(|(till, fran)| till - fran);
        self.gar_inte_ihop = skillnad != tryckt(&self.siffra);
        self
    }
}

/// A printed number as a number again.
pub(super) fn tryckt(text: &str) -> Option<Exakt> {
    let text = text.replace(svenska::HART_MELLANRUM, "").replace(svenska::MINUS, "-");
    text.replace(',', ".").parse::<Decimal>().ok().map(Exakt::from)
}
