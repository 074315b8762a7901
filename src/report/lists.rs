//! Regions and persons, ready for a sentence or a list.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::Siffra;
use crate::contract;
use crate::region::Region;
use crate::swedish;

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
    fn from_iter<I: IntoIterator<Item = Region>>(regions: I) -> Self {
        let namn: Vec<_> =
            regions.into_iter().map(|region| region.short_name().to_owned()).collect();
        Self {
            antal: namn.len(),
            antal_i_ord: swedish::count_in_words(namn.len()),
            uppraknade: swedish::enumeration(&namn),
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
    pub fn new(region: Region, siffra: Siffra) -> Self {
        Self { region: region.short_name().to_owned(), siffra }
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
}

impl From<contract::Person> for Person {
    fn from(person: contract::Person) -> Self {
        let contract::Person { namn, roll, telefon, e_post, .. } = person;
        Self { namn, roll, telefon, e_post }
    }
}
