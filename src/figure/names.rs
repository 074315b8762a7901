//! How the figures and facts of a grant's year are named: `lakemedel.2024.skane.statsbidrag`.

use crate::region::Region;

/// Names the figures of one grant and year: `lakemedel.2024.skane.statsbidrag`.
#[derive(Clone, Debug)]
pub struct FigureNames(String);

impl FigureNames {
    /// The names of a grant's year.
    #[must_use]
    pub fn new(grant: &str, year: i32) -> Self {
        Self(format!("{grant}.{year}"))
    }

    /// A figure of one region.
    #[must_use]
    pub fn region(&self, region: Region, name: &str) -> String {
        format!("{}.{}.{name}", self.0, region.id())
    }

    /// A figure of the country.
    #[must_use]
    pub fn country(&self, name: &str) -> String {
        format!("{}.riket.{name}", self.0)
    }
}
