//! How the figures and facts of a grant's year are named: `lakemedel.2024.skane.statsbidrag`.

use crate::region::Region;

/// Names the figures of one grant and year: `lakemedel.2024.skane.statsbidrag`.
#[derive(Clone, Debug)]
pub struct Namn(String);

impl Namn {
    /// The names of a grant's year.
    #[must_use]
    pub fn ny(bidrag: &str, ar: i32) -> Self {
        Self(format!("{bidrag}.{ar}"))
    }

    /// A figure of one region.
    #[must_use]
    pub fn region(&self, region: Region, name: &str) -> String {
        format!("{}.{}.{name}", self.0, region.id())
    }

    /// A figure of the country.
    #[must_use]
    pub fn riket(&self, name: &str) -> String {
        format!("{}.riket.{name}", self.0)
    }
}
