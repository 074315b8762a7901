//! The parts every document is built of: a printed figure, a table, a date, a list of regions, a
//! direction, and the head that says what the document rests on. What is serialised here is what
//! templates see and what is published as JSON, byte for byte.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

pub use super::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel, Skalstreck};
use super::svenska;
use super::{Figur, Visning};
use crate::contract;
use crate::figure::Status;
use crate::quantity::{Exakt, Value};
use crate::region::Region;

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

impl Datum {
    /// The date that a text states as `2024-04-18`.
    ///
    /// # Panics
    /// If it states none: a bug, since the texts are the program's own.
    #[must_use]
    pub fn fran_iso(iso: &str) -> Self {
        let date: Result<NaiveDate, _> = iso.parse();
        date.unwrap_or_else(|_| panic!("{iso:?} is no date")).into()
    }
}

impl From<NaiveDate> for Datum {
    fn from(date: NaiveDate) -> Self {
        Self { iso: date.to_string(), text: svenska::datum_i_prosa(date) }
    }
}

/// Regions that have something in common, ready for a sentence.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Regionlista {
    /// How many.
    pub antal: usize,
    /// The same in words, up to twelve.
    pub antal_i_ord: String,
    /// Their short names, by länskod.
    pub namn: Vec<String>,
    /// `Stockholm, Uppsala och Gävleborg`.
    pub uppraknade: String,
}

impl FromIterator<Region> for Regionlista {
    fn from_iter<I: IntoIterator<Item = Region>>(regioner: I) -> Self {
        let namn: Vec<_> =
            regioner.into_iter().map(|region| region.kortnamn().to_owned()).collect();
        Self {
            antal: namn.len(),
            antal_i_ord: svenska::antal_i_ord(namn.len()),
            uppraknade: svenska::upprakning(&namn),
            namn,
        }
    }
}

/// A region and a figure.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct RegionSiffra {
    /// The region's short name.
    pub region: String,
    /// The figure.
    pub siffra: Siffra,
}

impl RegionSiffra {
    /// A region with its figure.
    #[must_use]
    pub fn ny(region: Region, siffra: Siffra) -> Self {
        Self { region: region.kortnamn().to_owned(), siffra }
    }
}

/// A person or function.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub namn: String,
    /// Role.
    pub roll: String,
    /// Telephone, if given.
    pub telefon: Option<String>,
    /// E-mail, if given.
    pub e_post: Option<String>,
}

impl Person {
    /// The persons of a list who do something in the document, by the workbook's word for it.
    #[must_use]
    pub fn who(persons: &[contract::Person], uppgift: &str) -> Vec<Self> {
        persons.iter().filter(|person| person.uppgift == uppgift).cloned().map(Self::from).collect()
    }

    /// A row of a list of persons: `namn`, `roll`, `telefon`, `e_post`.
    #[must_use]
    pub fn av(rad: &BTreeMap<&'static str, String>) -> Self {
        let falt = |id: &str| rad.get(id).cloned();
        Self {
            namn: falt("namn").unwrap_or_default(),
            roll: falt("roll").unwrap_or_default(),
            telefon: falt("telefon"),
            e_post: falt("e_post"),
        }
    }
}

impl From<contract::Person> for Person {
    fn from(person: contract::Person) -> Self {
        let contract::Person { namn, roll, telefon, e_post, .. } = person;
        Self { namn, roll, telefon, e_post }
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

/// A column of a table, after the row headings.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Tabellkolumn {
    /// Its heading.
    pub rubrik: String,
    /// A heading it shares with its neighbours, printed once above them.
    pub grupp: Option<String>,
    /// The unit, where the columns differ; else empty.
    pub enhet: String,
}

/// What kind of row it is.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Radslag {
    /// An ordinary row.
    Rad,
    /// A subtotal within the table.
    Delsumma,
    /// The total, last.
    Summa,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Tabellrad {
    /// The row heading: a region, a component, a total.
    pub rubrik: String,
    /// The länskod, if it is a region's row.
    pub lanskod: Option<String>,
    /// What kind of row it is.
    pub slag: Radslag,
    /// One for each column; `null` where the table has nothing to say.
    pub celler: Vec<Option<Siffra>>,
    /// True where the row's printed figures do not add up as printed, by rounding.
    pub gar_inte_ihop: bool,
    /// What is printed in empty cells whose figure exists but is not known; never a nought.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub okanda: Vec<Okand>,
}

/// An empty cell that says why it is empty.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Okand {
    /// The column, from 0.
    pub kolumn: usize,
    /// `saknas`, `ej angivet`.
    pub text: String,
}

/// A table, as it is printed and as it lies in the XLSX.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Tabell {
    /// Its name in the document: `tabell5`.
    pub id: String,
    /// Its number in the document, if it has one.
    pub nummer: Option<u32>,
    /// The caption, without number and unit.
    pub rubrik: String,
    /// The unit all columns share, for the caption; empty where they differ.
    pub enhet: String,
    /// The heading of the row headings: `Region`.
    pub radrubrik: String,
    /// The columns.
    pub kolumner: Vec<Tabellkolumn>,
    /// The rows, the total last.
    pub rader: Vec<Tabellrad>,
    /// The regions (and total) whose printed figures do not add up as printed.
    pub avrundade: Avrundade,
}

/// Which rows of a table do not add up as printed.
#[derive(Clone, Debug, Default, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Avrundade {
    /// How many rows, the total included.
    pub antal: usize,
    /// The row headings, in order.
    pub rader: Vec<String>,
    /// The same for a sentence.
    pub uppraknade: String,
}

impl Tabell {
    /// Finds the rows whose printed figures do not add: the sum of `termer` (column and sign) should
    /// print as column `resultat`. Marks them, and lists them in `avrundade`.
    #[must_use]
    pub fn med_avrundning(mut self, termer: &[(usize, Tecken)], resultat: usize) -> Self {
        for rad in &mut self.rader {
            let tal = |kolumn: usize| {
                rad.celler.get(kolumn).and_then(Option::as_ref).and_then(|cell| tryckt(&cell.text))
            };
            let summa: Option<Exakt> = termer
                .iter()
                .map(|(kolumn, tecken)| match tecken {
                    Tecken::Plus => tal(*kolumn),
                    Tecken::Minus => tal(*kolumn).map(std::ops::Neg::neg),
                })
                .sum();
            rad.gar_inte_ihop = summa != tal(resultat);
        }
        let rader: Vec<_> = self
            .rader
            .iter()
            .filter(|rad| rad.gar_inte_ihop)
            .map(|rad| rad.rubrik.clone())
            .collect();
        let uppraknade = svenska::upprakning(&rader);
        self.avrundade = Avrundade { antal: rader.len(), rader, uppraknade };
        self
    }
}

/// The sign a column has in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tecken {
    /// It is added.
    Plus,
    /// It is subtracted.
    Minus,
}

/// A printed number as a number again.
fn tryckt(text: &str) -> Option<Exakt> {
    let text = text.replace(svenska::HART_MELLANRUM, "").replace(svenska::MINUS, "-");
    text.replace(',', ".").parse::<Decimal>().ok().map(Exakt::from)
}

/// An input a document rests on.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
pub struct Underlagsrad {
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// The input's name on the sheet.
    pub uppgift: String,
    /// Its source.
    pub kalla: String,
    /// The date it holds for, if it has one.
    pub per_datum: Option<String>,
    /// How sure it is.
    pub status: String,
    /// Who confirmed it, if anyone.
    pub bekraftad_av: Option<String>,
}

/// What every document opens with.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Huvud {
    /// The document's id: `cirkular`.
    pub dokument: String,
    /// The version of the document's JSON form; rises when a field changes its meaning or goes.
    pub version: u32,
    /// The id of the run that made it: the one in `manifest.json`, printed in the PDF's footer.
    pub korning: String,
    /// The grant or budget year.
    pub ar: i32,
    /// The title, as in the PDF's metadata.
    pub titel: String,
    /// The date printed on it.
    pub datum: Datum,
    /// The weakest status of what it rests on.
    pub status: String,
    /// Whether it rests on examples, and must say so on every page.
    pub vilar_pa_exempel: bool,
    /// The sheets that hold examples or unconfirmed inputs it rests on, for a sentence.
    pub exempelblad: String,
    /// Every input it rests on.
    pub underlag: Vec<Underlagsrad>,
}

impl Huvud {
    /// The head of a document; its status follows from what it rests on.
    #[must_use]
    pub fn ny(
        (dokument, version): (&str, u32),
        korning: String,
        ar: i32,
        titel: String,
        datum: Datum,
        underlag: Vec<Underlagsrad>,
    ) -> Self {
        let status = |rad: &Underlagsrad| Status::hitta(&rad.status).unwrap_or(Status::EjBekraftad);
        let svagast = underlag.iter().map(status).max().unwrap_or(Status::Faststalld);
        let mut blad: Vec<&str> = Vec::new();
        for rad in underlag.iter().filter(|rad| status(rad) >= Status::Exempel) {
            if !blad.contains(&rad.blad.as_str()) {
                blad.push(&rad.blad);
            }
        }
        Self {
            dokument: dokument.to_owned(),
            version,
            korning,
            ar,
            titel,
            datum,
            status: svagast.namn().to_owned(),
            vilar_pa_exempel: svagast >= Status::Exempel,
            exempelblad: svenska::upprakning(&blad),
            underlag,
        }
    }
}
