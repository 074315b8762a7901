//! A table, as it is printed and as it lies in a workbook. Which rows do not add up as printed is said in
//! it, so that nothing has to be added to know.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::{Siffra, printed_text};
use crate::quantity::Exact;
use crate::swedish;

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
    /// The code of a recipient that is no region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kod: Option<String>,
    /// What kind of row it is.
    pub slag: Radslag,
    /// One for each column; `null` where the table has nothing to say.
    pub celler: Vec<Option<Siffra>>,
    /// True where the row's printed figures do not add up as printed, by rounding.
    pub gar_inte_ihop: bool,
    /// What is printed in empty cells whose figure exists but is not known; never a zero.
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

impl Tabellrad {
    /// The code of the region or the other recipient that it is the row of, if it is one's.
    pub(crate) fn code(&self) -> Option<&str> {
        self.lanskod.as_deref().or(self.kod.as_deref())
    }
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
    /// Finds the rows whose printed figures do not add: the sum of `terms` (column and sign) should
    /// print as column `resultat`. Marks them, and lists them in `avrundade`.
    #[must_use]
    pub fn with_rounding(mut self, terms: &[(usize, Tecken)], resultat: usize) -> Self {
        for row in &mut self.rader {
            let number = |kolumn: usize| {
                row.celler
                    .get(kolumn)
                    .and_then(Option::as_ref)
                    .and_then(|cell| printed_text(&cell.text))
            };
            let summa: Option<Exact> = terms
                .iter()
                .map(|(kolumn, tecken)| match tecken {
                    Tecken::Plus => number(*kolumn),
                    Tecken::Minus => number(*kolumn).map(std::ops::Neg::neg),
                })
                .sum();
            row.gar_inte_ihop = summa != number(resultat);
        }
        let rader: Vec<_> = self
            .rader
            .iter()
            .filter(|row| row.gar_inte_ihop)
            .map(|row| row.rubrik.clone())
            .collect();
        let uppraknade = swedish::enumeration(&rader);
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
