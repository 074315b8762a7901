//! The only door to spreadsheets: from the bytes of an XLSX to checked, typed cells, and back to an
//! empty workbook for the user to fill in. Knows sheets and cells, no rule and no grant.

pub mod schema;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figure::Cellvarde;
use crate::region::PerRegion;

/// What stands in a cell, after its field's check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Innehall {
    /// A whole number.
    Heltal(i64),
    /// A decimal number.
    Decimal(Decimal),
    /// Text, or one of the words of a choice (in the schema's spelling).
    Text(String),
    /// A date.
    Datum(NaiveDate),
}

/// The fields of one row, by id. A field that was empty, or wrong (and then reported), is not there.
pub type Rad = BTreeMap<&'static str, Cellvarde<Innehall>>;

/// What was read from a workbook. Whatever is missing here although it is required has been reported.
#[derive(Clone, Debug)]
pub struct Bok {
    /// The year it is for.
    pub ar: i32,
    /// Sheets that are not the program's, in order.
    pub egna_blad: Vec<String>,
    uppgifter: BTreeMap<&'static str, Rad>,
    regioner: BTreeMap<&'static str, PerRegion<Rad>>,
    fria: BTreeMap<&'static str, Vec<(String, PerRegion<Cellvarde<Innehall>>)>>,
    listor: BTreeMap<&'static str, Vec<Rad>>,
}
