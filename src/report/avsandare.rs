//! Who issues a document: for its letterhead and footer. Texts of a grant's workbook, as they stand.

use schemars::JsonSchema;
use serde::Serialize;

use super::Lasning;

/// The issuer, for letterhead and footer.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Utgivare {
    /// Its name.
    pub namn: String,
    /// Postal address.
    pub postadress: String,
    /// Visiting address.
    pub besoksadress: String,
    /// Telephone.
    pub telefon: String,
    /// E-mail.
    pub e_post: String,
    /// Web site.
    pub webbplats: String,
    /// Organisation number.
    pub organisationsnummer: String,
}

impl Utgivare {
    /// The issuer a grant's workbook states.
    ///
    /// # Panics
    /// If it states none: a bug, since the sheet requires it.
    #[must_use]
    pub fn las(las: &Lasning<'_>) -> Self {
        Self {
            namn: las.text("utgivare_namn"),
            postadress: las.text("utgivare_postadress"),
            besoksadress: las.text("utgivare_besoksadress"),
            telefon: las.text("utgivare_telefon"),
            e_post: las.text("utgivare_e_post"),
            webbplats: las.text("utgivare_webbplats"),
            organisationsnummer: las.text("utgivare_organisationsnummer"),
        }
    }
}
