//! A table of texts and figures, as it is printed: what a list in the data comes to on paper. Each row is headed by its
//! first text.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::Siffra;
use super::table::Radslag;

/// A table of texts and figures.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Texttabell {
    /// The caption, with the unit.
    pub rubrik: String,
    /// The heading of the row headings.
    pub radrubrik: String,
    /// The other columns.
    pub kolumner: Vec<Textkolumn>,
    /// The rows, a total last.
    pub rader: Vec<Textrad>,
}

/// A column after the row headings.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Textkolumn {
    /// Its heading.
    pub rubrik: String,
    /// Whether numbers stand in it, which are set to the right.
    pub tal: bool,
}

/// A row.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Textrad {
    /// Its heading.
    pub rubrik: String,
    /// What kind of row it is.
    pub slag: Radslag,
    /// One for each column.
    pub celler: Vec<Textcell>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(untagged)]
pub enum Textcell {
    /// A text; empty where there is nothing to say.
    Text(String),
    /// A figure.
    Siffra(Siffra),
}

impl From<&str> for Textcell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Textcell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Siffra> for Textcell {
    fn from(figure: Siffra) -> Self {
        Self::Siffra(figure)
    }
}

impl From<Option<Siffra>> for Textcell {
    fn from(figure: Option<Siffra>) -> Self {
        figure.map_or_else(|| "".into(), Self::Siffra)
    }
}

impl Texttabell {
    /// A table with these columns, the row headings' first; of each is said whether it holds numbers.
    #[must_use]
    pub fn of<const N: usize>(rubrik: &str, radrubrik: &str, kolumner: [(&str, bool); N]) -> Self {
        let kolumn = |(rubrik, tal): (&str, bool)| Textkolumn { rubrik: rubrik.to_owned(), tal };
        Self {
            rubrik: rubrik.to_owned(),
            radrubrik: radrubrik.to_owned(),
            kolumner: kolumner.into_iter().map(kolumn).collect(),
            rader: Vec::new(),
        }
    }

    /// The same with a row for each of these: its heading and its cells.
    #[must_use]
    pub fn rows<const N: usize>(
        self,
        rows: impl IntoIterator<Item = (String, [Textcell; N])>,
    ) -> Self {
        rows.into_iter().fold(self, |table, row| table.row(Radslag::Rad, row))
    }

    /// The same with a total under it.
    #[must_use]
    pub fn total<const N: usize>(self, row: (String, [Textcell; N])) -> Self {
        self.row(Radslag::Summa, row)
    }

    fn row<const N: usize>(
        mut self,
        slag: Radslag,
        (rubrik, celler): (String, [Textcell; N]),
    ) -> Self {
        self.rader.push(Textrad { rubrik, slag, celler: celler.into() });
        self
    }

    /// The same without the columns that no row has anything in.
    #[must_use]
    pub fn without_empty(mut self) -> Self {
        let empty = |place: usize| {
            let cells = self.rader.iter().map(|row| row.celler.get(place));
            cells.flatten().all(|cell| matches!(cell, Textcell::Text(text) if text.is_empty()))
        };
        let kept: Vec<_> = (0..self.kolumner.len()).map(|place| !empty(place)).collect();
        let mut keep = kept.iter();
        self.kolumner.retain(|_| *keep.next().unwrap_or(&true));
        for row in &mut self.rader {
            let mut keep = kept.iter();
            row.celler.retain(|_| *keep.next().unwrap_or(&true));
        }
        self
    }
}
